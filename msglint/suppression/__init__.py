"""What is left out of a report because the user has found it right; nothing of it is ever sent, all of it is shown."""
