"""What a message says about days and times."""
