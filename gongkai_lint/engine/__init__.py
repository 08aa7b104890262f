"""Document × RuleSet → Report."""
