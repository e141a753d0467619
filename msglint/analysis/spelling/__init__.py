"""Spelling: dictionaries and word lists, what a word may be made of, and what a misspelled one was meant to be."""
