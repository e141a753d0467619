"""Puts the right name into the salutation of a file, and leaves every other byte as it is."""

from __future__ import annotations

from msglint.fixing.change import Change, Fixed
from msglint.fixing.errors import CannotFixError
from msglint.fixing.fix import fixed

__all__ = ["CannotFixError", "Change", "Fixed", "fixed"]
