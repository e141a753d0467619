"""What is wanted, by when, and where the writer can be reached."""
