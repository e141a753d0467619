"""msglint between the writer and the sending: in mail clients, in git, and on the way through a mail server."""
