"""neomutt: `$sendmail` calls msglint's program in front of the one that sends."""

from __future__ import annotations

from typing import Final

from msglint.hooks.installing.muttrc import MuttLike

CLIENT: Final = MuttLike(
    "neomutt",
    "neomutt",
    [
        f"{folder}{name}"
        for folder in ("c:neomutt/", "c:mutt/", "h:.neomutt/", "h:.mutt/", "h:.")
        for name in ("neomuttrc", "muttrc")
    ],
    "c:neomutt/neomuttrc",
)
