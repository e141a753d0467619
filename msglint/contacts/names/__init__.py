"""Whether a written name is that of a person who is known: spellings, slips, short forms."""
