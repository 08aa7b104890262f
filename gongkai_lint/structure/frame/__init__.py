"""The frame of a 公文: its elements from outside in, and the lines they stand in."""
