"""The texts that make a server warm: it loads dictionaries and rules when it is first asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Fields = Mapping[str, str]

_TEXTS: Final[Mapping[str, str]] = {
    "de": (
        "Vielen Dank für Ihre Nachricht vom Montag. Die Rechnug liegt bei, und wir freuen uns, das Sie den Termin am "
        "Freitag wahrnehmen können. Bitte teilen Sie uns mit, ob die Unterlagen vollständig sind. Die Lieferung die "
        "wir erwarten, kommt nächste Woche; sie enthält alle drei Geräte. Mit dem Vorschlag sind wir einverstanden."
    ),
    "en": (
        "Thank you for your message of Monday. The invoce is attached, and we are looking forward to meet you on "
        "Friday. Please let us know whether the documents are complete. The delivery, which we expect next week, "
        "contain all three devices. We agree with the proposal."
    ),
}
"""Each with a misspelled word and a slip in grammar: what suggests corrections is loaded only when it is needed."""
_SHORT: Final = "1, 2, 3."


def text_for(language: str) -> str:
    """The text for `de-DE`, `en-US` and their like; for other languages hardly any."""
    return _TEXTS.get(language.partition("-")[0], _SHORT)
