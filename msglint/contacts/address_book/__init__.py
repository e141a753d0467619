"""The user's address book: vCard and CSV files, read once and kept as an index."""
