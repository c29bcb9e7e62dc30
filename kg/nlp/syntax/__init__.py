"""Trees of sentences: one view for every label scheme, mended where parsers err; who stands where to a word."""
