"""Time expressions: dates, periods, recurring and vague words."""
