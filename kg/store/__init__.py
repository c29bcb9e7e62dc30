"""The graph as a database: loaded from the files of an output folder, asked in SPARQL, never changed."""
