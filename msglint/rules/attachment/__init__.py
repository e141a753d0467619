"""What travels with the message."""
