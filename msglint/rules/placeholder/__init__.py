"""Traces of templates."""
