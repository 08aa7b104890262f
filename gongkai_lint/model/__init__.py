"""What a 公文 is, without any file format."""
