"""The language server: a thin face of the pipeline for editors."""
