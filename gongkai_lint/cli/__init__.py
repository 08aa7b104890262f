"""The command line: one file a command, only options and words."""
