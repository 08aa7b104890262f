"""Bytes to Source; no reader knows what a 公文 is."""
