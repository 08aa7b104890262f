"""核稿页: the whole program as one HTML file, and the bridge that its script calls."""
