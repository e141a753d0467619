"""form.space: a blank before a comma, an exclamation mark or a question mark."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_BLANK = lazy(r"(?<=[^\W\d_]{2})(?P<blank>[ \u00a0])(?P<mark>,(?=[ \n])|[!?]{1,3}(?=\s|$))")
_MOST = 3


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on each of the first blanks that stand before a mark which belongs to the word."""
    body = message.parts.body_text
    if " ," not in body and " !" not in body and " ?" not in body and "\u00a0" not in body:
        return
    for found in islice(_BLANK.finditer(message.searchable("body").unquoted), _MOST):
        span = Span(*found.span())
        yield Hit(
            span=span,
            values={"mark": found["mark"]},
            confidence=0.9,
            suggestions=(Suggestion(found["mark"], span, safe=True),),
        )


RULE = Rule(
    id="form.space",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("Leerzeichen vor dem Satzzeichen", "blank before a mark"),
    message=Text(
        "Vor „{mark}“ steht ein Leerzeichen, das dort nicht hingehört.",
        "There is a blank before “{mark}” that does not belong there.",
    ),
    why=Text(
        "Das Zeichen rutscht leicht allein in die nächste Zeile, und das Auge stolpert darüber.",
        "The mark easily slips into the next line on its own, and the eye stumbles over it.",
    ),
    source="DIN 5008 (experto.de): marks follow the word without a blank",
    check=check,
    limits=Text(
        "Punkte, Doppelpunkte und Texte in anderen Sprachen als Deutsch und Englisch bleiben unbeanstandet.",
        "Full stops, colons and texts in languages other than German and English are left alone.",
    ),
    tags=("din-5008",),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Hallo Anna,\n\nkommst du am Montag mit zum Essen ?\n\nViele Grüße\nTom", flagged=" ?", better="?"
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nvielen Dank für das Angebot !\n\nViele Grüße\nTom Weiß",
                    flagged=" !",
                    better="!",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\ndie Ware kam an , aber ein Karton fehlt.\n\nViele Grüße\nTom Weiß",
                    flagged=" ,",
                    better=",",
                ),
            ),
            good=(
                Example("Hallo Anna,\n\nkommst du am Montag mit zum Essen?\n\nViele Grüße\nTom"),
                Example("Hallo Anna,\n\nda freue ich mich ;) und ja :-)\n\nViele Grüße\nTom"),
                Example("Hallo Anna,\n\nTom sagt: „Das war knapp !“ und lacht.\n\nViele Grüße\nTom"),
                Example("Hallo Anna,\n\nsetz im Stil !important hinter die Farbe.\n\nViele Grüße\nTom"),
            ),
        ),
        "en": Examples(
            bad=(
                Example("Hi Anna,\n\nwill you be there on Monday ?\n\nTom", flagged=" ?", better="?"),
                Example("Hi Anna,\n\nthe goods arrived , but one box is missing.\n\nTom", flagged=" ,", better=","),
            ),
            good=(
                Example("Hi Anna,\n\nwill you be there on Monday?\n\nTom"),
                Example("Hi Anna,\n\nplease add !important to the style and keep the rest.\n\nTom"),
            ),
        ),
    },
)
