"""How a document is read: terms, clauses and sentences; knows the vocabulary, no rule."""
