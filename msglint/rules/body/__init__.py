"""Whether the message says anything."""
