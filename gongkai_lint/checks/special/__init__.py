"""What one rule alone asks and no kind can say: one check a file, named as its file."""
