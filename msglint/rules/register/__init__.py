"""Whether the reader is addressed in one way throughout."""
