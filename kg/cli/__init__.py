"""The command line: one command a file, each a filter over files, folders or standard input."""
