"""How the message takes leave."""
