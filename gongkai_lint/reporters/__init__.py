"""Report → words: one file a format, and the pages of the rules."""
