"""Tables of the file, and tables flattened to lines."""
