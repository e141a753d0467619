"""form.date: a date whose parts are written in two ways, or without the blank."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_MONTHS = (
    "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|"
    "Jan\\.|Feb\\.|Apr\\.|Aug\\.|Sept?\\.|Okt\\.|Nov\\.|Dez\\."
)
_NO_BLANK = lazy(rf"(?<![\w.])(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<rest>(?:{_MONTHS})(?!\w))")
_MIXED = lazy(
    r"(?<![\w.,/-])(?P<day>0?[1-9]|[12]\d|3[01])\.(?P<month>0?[1-9]|1[0-2])\.(?P<year>(?:19|20)\d\d|\d\d)(?![\w.]?\d)\b"
)
_HINT = lazy(r"\d\.(?:\d|[A-ZÄÖÜ])")
_NO_DATE = lazy(r"\b(?:version\w*|release|kapitel|abschnitt|ziffer|punkt|nr\.?|v)\s*$", re.IGNORECASE)
_NEAR = 20


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on `3.März` and on `03.3.2026`; whatever is written in one way throughout is fine."""
    if not _HINT.search(message.parts.body_text):
        return
    body = message.searchable("body").unquoted
    for found in _NO_BLANK.finditer(body):
        yield _hit(found, f"{found['day'].lstrip('0')}. {found['rest']}")
    for found in _MIXED.finditer(body):
        if _is_mixed(found) and not _NO_DATE.search(body[max(0, found.start() - _NEAR) : found.start()]):
            yield _hit(found, f"{found['day']:0>2}.{found['month']:0>2}.{found['year']}")


def _is_mixed(found: re.Match[str]) -> bool:
    """One of day and month has a nought in front, the other would need one."""
    numbers = (found["day"], found["month"])
    return any(number.startswith("0") for number in numbers) and any(len(number) == 1 for number in numbers)


def _hit(found: re.Match[str], better: str) -> Hit:
    span = Span(*found.span())
    return Hit(
        span=span,
        values={"phrase": found.group(), "better": better},
        confidence=0.9,
        suggestions=(Suggestion(better, span, safe=True),),
    )


RULE = Rule(
    id="form.date",
    languages=frozenset({"de"}),
    severity=Severity.SUGGESTION,
    title=Text("Schreibweise des Datums", "how a date is written"),
    message=Text(
        "Das Datum ist uneinheitlich geschrieben: „{better}“ statt „{phrase}“.",
        "The date is written unevenly: “{better}”, not “{phrase}”.",
    ),
    why=Text(
        "Ein Datum überfliegt der Leser; sitzt jede Ziffer am gewohnten Platz, verliest er sich nicht.",
        "A date is skimmed; with every digit in its usual place the reader does not misread it.",
    ),
    source="DIN 5008: 03.03.2026, 2026-03-03 or 3. März 2026",
    check=check,
    limits=Text(
        "„3.3.26“ ist in sich einheitlich und bleibt unbeanstandet. Ob der Tag stimmt, prüfen andere Regeln.",
        "“3.3.26” is even in itself and left alone. Whether the day is right is for other rules.",
    ),
    tags=("din-5008",),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Guten Tag Frau Meyer,\n\nwir liefern am 3.März an Ihre Adresse.\n\nViele Grüße\nTom Weiß",
                    flagged="3.März",
                    better="3. März",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\ndie Frist endet am 03.3.2026, bitte denken Sie daran.\n\nViele Grüße\nTom Weiß",
                    flagged="03.3.2026",
                    better="03.03.2026",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nseit dem 7.04.26 wohne ich in Kassel.\n\nViele Grüße\nTom Weiß",
                    flagged="7.04.26",
                    better="07.04.26",
                ),
            ),
            good=(
                Example("Hallo Anna,\n\nwir liefern am 3. März oder am 03.04.2026.\n\nViele Grüße\nTom"),
                Example("Hallo Anna,\n\nich komme am 3.3.26 zu euch.\n\nViele Grüße\nTom"),
                Example("Hallo Anna,\n\nbitte spiel die Version 3.04.12 ein.\n\nViele Grüße\nTom"),
                Example("Hallo Anna,\n\nder 12.1.2026 und der 1.12.2026 passen mir gut.\n\nViele Grüße\nTom"),
            ),
        ),
    },
)
