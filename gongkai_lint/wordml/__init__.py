"""Word files as packages of parts: guarded, walked in a fixed order, every node kept alive."""
