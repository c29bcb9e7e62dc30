"""The English pipeline trained for Plotgraph: word pieces, windows, one ONNX pass, decoding, a spaCy component."""
