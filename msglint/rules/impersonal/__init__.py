"""Messages that could go to anybody, or go to everybody."""
