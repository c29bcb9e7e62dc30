"""The ontology folder, read, checked and made immutable: names of actors and places, and how events are told."""
