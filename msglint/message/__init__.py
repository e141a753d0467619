"""What a message is, and how to read one."""
