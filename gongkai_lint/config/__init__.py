"""gongkai-lint.toml, or [tool.gongkai-lint] in pyproject.toml, to Settings."""
