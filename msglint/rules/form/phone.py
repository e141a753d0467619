"""form.phone: a phone number with too many kinds of separators."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_NUMBER = lazy(r"(?<![\w./#-])(?P<number>(?:\+\d{2}|0)[\d ()/.\-–]{6,24}\d)(?![\w/-])")
_CUE = lazy(
    r"\b(?:tel\w*|fon|mobil\w*|handy\w*|fax|nummer|durchwahl|unter|erreich\w*|anruf\w*|phone|mobile|cell|call|ring|"
    r"reach|number|at)\b[^\n]{0,40}$",
    re.IGNORECASE,
)
_COUNTRY_AND_NOUGHT = lazy(r"(?P<country>\+\d{2})[ /-]*\(0\)[ /-]*")
_SEPARATORS = "/.-–("
_MOST_KINDS = 2
_NEAR = 70


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on `030/123-456/78` and on `+49 (0) 30 …`; usual ways of grouping are left alone."""
    body = message.parts.body_text
    if "/" not in body and "(" not in body and "." not in body:
        return
    body = message.searchable("body").unquoted
    for found in _NUMBER.finditer(body):
        number = found["number"]
        better = _better(number)
        if better and _CUE.search(body[max(0, found.start() - _NEAR) : found.start()]):
            span = Span(*found.span("number"))
            yield Hit(
                span=span,
                values={"number": number, "better": better},
                confidence=0.75,
                suggestions=(Suggestion(better, span),),
            )


def _better(number: str) -> str:
    """Area code, blank, number; "" for a number that is clear as it stands."""
    nought = _COUNTRY_AND_NOUGHT.match(number)
    if nought is not None:
        return f"{nought['country']} {_grouped(number[nought.end() :])}"
    kinds = {"(" if char == "(" else char for char in number if char in _SEPARATORS}
    changes = sum(char in _SEPARATORS for char in number)
    return _grouped(number) if len(kinds) >= _MOST_KINDS and changes > _MOST_KINDS else ""


def _grouped(number: str) -> str:
    groups = re.findall(r"\+?\d+", number)
    if len(groups) < 2:
        return number.strip()
    return f"{groups[0]} {''.join(groups[1:])}" if len(groups) < 3 else f"{groups[0]} {' '.join(groups[1:])}"


RULE = Rule(
    id="form.phone",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("Schreibweise der Telefonnummer", "how a phone number is written"),
    message=Text(
        "Die Nummer lässt sich leichter wählen als „{better}“.", "The number is easier to dial as “{better}”."
    ),
    why=Text(
        "Wer Sie anrufen möchte, tippt die Nummer ab oder auf sie; viele Zeichen und die „(0)“ führen zu falschen "
        "Anschlüssen.",
        "Whoever wants to call types the number or taps on it; many marks and the “(0)” lead to wrong connections.",
    ),
    source="DIN 5008 (brief-wechsel.de): groups are divided by blanks, the 0 is left out behind the country code",
    check=check,
    limits=Text(
        "Nur Nummern im Text, vor denen ein Wort wie „Telefon“ oder „unter“ steht; die Signatur bleibt außen vor.",
        "Only numbers in the text behind a word such as “phone” or “call”; the signature is left out.",
    ),
    tags=("din-5008",),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Guten Tag Frau Meyer,\n\nSie erreichen mich unter 030/123-456/78 bis 18 Uhr.\n\nViele Grüße\nTom Weiß",
                    flagged="030/123-456/78",
                    better="030 123 456 78",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nmeine Telefonnummer ist +49 (0) 561 123456, rufen Sie gern an.\n\n"
                    "Viele Grüße\nTom Weiß",
                    flagged="+49 (0) 561 123456",
                    better="+49 561 123456",
                ),
            ),
            good=(
                Example("Hallo Anna,\n\ndu erreichst mich unter 030 123456-78 bis 18 Uhr.\n\nViele Grüße\nTom"),
                Example("Hallo Anna,\n\nmeine Handynummer ist 0171/1234567, ruf gern an.\n\nViele Grüße\nTom"),
                Example("Hallo Anna,\n\nes geht um die Rechnung 04/2026-11/3 vom Montag.\n\nViele Grüße\nTom"),
                Example("Hallo Anna,\n\nruf mich bitte an: (030) 123 45 67.\n\nViele Grüße\nTom"),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nplease call me at +44 (0)20 7946 0018 tomorrow.\n\nKind regards,\nTom White",
                    flagged="+44 (0)20 7946 0018",
                    better="+44 20 7946 0018",
                ),
                Example(
                    "Dear Ms Parker,\n\nmy number is 020/7946-00/18, please call.\n\nKind regards,\nTom White",
                    flagged="020/7946-00/18",
                ),
            ),
            good=(
                Example("Dear Ms Parker,\n\nplease call me at 020 7946 0018.\n\nKind regards,\nTom White"),
                Example("Dear Ms Parker,\n\nplease call (713) 555-0100 or 713.555.0100.\n\nKind regards,\nTom White"),
            ),
        ),
    },
)
