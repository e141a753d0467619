"""Grammar and punctuation, as LanguageTool sees them."""
