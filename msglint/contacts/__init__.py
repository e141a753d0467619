"""Who the recipients are, and how they are addressed."""
