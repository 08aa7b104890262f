"""One folding of the characters of a text before anyone recognizes or judges it."""
