"""Words that could be said to anybody."""
