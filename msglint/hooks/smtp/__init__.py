"""msglint on a message's way to its server: as a proxy in front of it, and as a milter inside Postfix."""
