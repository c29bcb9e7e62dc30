"""Training of the English pipeline: corpora in, int8 ONNX weights, label file and model card out."""
