"""How words are written."""
