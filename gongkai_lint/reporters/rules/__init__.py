"""The manual: the page of a rule, the table of rules, their dates."""
