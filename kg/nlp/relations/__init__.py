"""Relations between two things: by modifiers, prepositions, words and offices."""
