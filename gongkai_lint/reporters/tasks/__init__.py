"""The tasks of a plan as csv, xlsx, docx, json and ics."""
