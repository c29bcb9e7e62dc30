"""What phrases refer to: the mentions of one thing in one document, brought together."""
