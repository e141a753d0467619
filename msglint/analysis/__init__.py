"""Tokens, tags and verbs, by engines that are loaded only when a rule asks for them."""
