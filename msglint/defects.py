"""What to say of an error that nobody foresaw: its kind, and never its text, which may hold text of a message."""

from __future__ import annotations

from typing import Final

from msglint.texts import Text

DEBUG_VARIABLE: Final = "MSGLINT_DEBUG"


def defect_sentence(error: BaseException) -> Text:
    """One sentence for people."""
    kind = type(error).__name__
    return Text(
        de=f"Interner Fehler ({kind}); mit {DEBUG_VARIABLE}=1 zeigt msglint, wo.",
        en=f"Internal error ({kind}); with {DEBUG_VARIABLE}=1 msglint shows where.",
    )
