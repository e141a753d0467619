"""mutt: `$sendmail` calls msglint's program in front of the one that sends."""

from __future__ import annotations

from typing import Final

from msglint.hooks.installing.muttrc import MuttLike

CLIENT: Final = MuttLike("mutt", "mutt", ["h:.muttrc", "h:.mutt/muttrc", "c:mutt/muttrc"], "h:.muttrc")
