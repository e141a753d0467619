"""How things are written: times, amounts, dates, numbers, blank lines."""
