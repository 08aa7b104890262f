"""Source to Document: knows 公文, knows no file format."""
