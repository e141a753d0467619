"""How the message sounds."""
