"""One module a format: bytes → the file's lines in order, tidied, with what the format says about each."""
