"""Names: found in the text, given a class, linked to the knowledge base."""
