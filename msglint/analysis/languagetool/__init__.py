"""LanguageTool: where it is installed, the server that runs it, and asking it."""
