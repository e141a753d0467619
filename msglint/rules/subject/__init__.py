"""The subject line."""
