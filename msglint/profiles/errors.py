"""What can be wrong with a profile."""

from __future__ import annotations

from msglint.documents.errors import DocumentError


class ProfileError(DocumentError):
    """A profile that does not exist or cannot be used: file, line, key, what is wrong and what would be right."""
