"""How the reader is greeted."""
