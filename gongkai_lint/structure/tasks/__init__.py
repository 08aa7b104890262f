"""Tasks that a document assigns, from rows, brackets, lines and prose."""
