"""Puts msglint into mail clients and takes it out again: one file per client."""
