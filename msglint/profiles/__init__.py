"""Profiles: what a kind of message asks for, as a short list of changes to "everything on"."""
