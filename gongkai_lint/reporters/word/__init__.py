"""Findings and fixes in a copy of the Word file."""
