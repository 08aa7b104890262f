"""Whom a paper goes to, and how they stand to the one that sends it, as their names tell."""
