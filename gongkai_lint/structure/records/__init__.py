"""Records of a document: items, rows, labelled blocks, notes and articles in one shape."""
