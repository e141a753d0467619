"""form.time: a time of day in a form of one's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Option, Rule
from msglint.texts import Text

_HOUR = r"(?P<hour>[01]?\d|2[0-4])"
_MINUTE = r"(?P<minute>[0-5]\d)"
# "2.30 h" may be a duration: only a word in front of it, or a range, makes it a time of day.
_CUE = r"(?:um|ab|gegen|vor|nach|bis|von|Uhrzeit:?|Beginn:?|Ende:?|[01]?\d[.:][0-5]\d\s?(?:h\s?)?[-–])\s?"
_ODD = lazy(
    rf"(?<![\w.,:])(?:(?i:{_CUE})(?P<flag>{_HOUR}[.:]{_MINUTE}\s?h|{_HOUR.replace('hour', 'hour2')}h"
    rf"{_MINUTE.replace('minute', 'minute2')})\b(?!\s?/)"
    rf"|(?P<words>{_HOUR.replace('hour', 'hour3')}\s?Uhr\s?{_MINUTE.replace('minute', 'minute3')})"
    r"(?=\s*(?:[,;!?)]|\.(?!\d)|$|\s[-–a-zäöü]))(?!\s*(?:bis|-|–)?\s*\d))",
    re.MULTILINE,
)
_POINT = lazy(rf"(?<![\w.,:])(?P<flag>{_HOUR}\.{_MINUTE}\sUhr)\b")
_HINT = lazy(r"\d\s?h|Uhr\s?\d|\d\.\d\d\sUhr")
_DURATION = lazy(r"\b(?:dauer\w*|lang|stunden|laufzeit|fahrzeit|km/h)\b", re.IGNORECASE)
_NEAR = 40


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on every time of day that is neither `09:30 Uhr` nor `9 Uhr`."""
    if not _HINT.search(message.parts.body_text):
        return
    body = message.searchable("body").unquoted
    yield from (_hit(found) for found in _ODD.finditer(body) if not _is_duration(found, body))
    if context.options["points"]:
        yield from (_hit(found) for found in _POINT.finditer(body))


def _is_duration(found: re.Match[str], body: str) -> bool:
    around = body[max(0, found.start() - _NEAR) : found.end() + _NEAR]
    return _DURATION.search(around) is not None


def _hit(found: re.Match[str]) -> Hit:
    groups = found.groupdict()
    hour = next(value for name, value in groups.items() if name.startswith("hour") and value)
    minute = next(value for name, value in groups.items() if name.startswith("minute") and value)
    name = "flag" if groups.get("flag") else "words"
    better = f"{hour:0>2}:{minute} Uhr"
    span = Span(*found.span(name))
    return Hit(
        span=span,
        values={"phrase": found.group(name), "better": better},
        confidence=0.85,
        suggestions=(Suggestion(better, span),),
    )


RULE = Rule(
    id="form.time",
    languages=frozenset({"de"}),
    severity=Severity.SUGGESTION,
    title=Text("Schreibweise der Uhrzeit", "how a time is written"),
    message=Text("Üblich ist „{better}“ statt „{phrase}“.", "“{better}” is the usual form, not “{phrase}”."),
    why=Text(
        "Eine Uhrzeit in der gewohnten Form erfasst der Leser mit einem Blick, und sein Kalender erkennt sie auch.",
        "A time in the familiar form is read at a glance, and the reader's calendar recognises it too.",
    ),
    source="DIN 5008 (experto.de): times with a colon, 12:30 Uhr; two digits each: DIN 5008 practice",
    check=check,
    options=(
        Option(
            "points",
            default=False,
            help=Text(
                "auch „9.30 Uhr“ beanstanden, das der Duden zulässt",
                "flag “9.30 Uhr” as well, which the Duden allows",
            ),
        ),
    ),
    limits=Text(
        "„2.30 h“ ohne „um“, „ab“ oder „bis“ kann eine Dauer sein und bleibt unbeanstandet.",
        "“2.30 h” without “um”, “ab” or “bis” may be a duration and is left alone.",
    ),
    tags=("din-5008",),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Guten Tag Frau Meyer,\n\nwir beginnen um 9.00 h im Saal.\n\nViele Grüße\nTom Weiß",
                    flagged="9.00 h",
                    better="09:00 Uhr",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nich hole Sie gegen 9h30 am Bahnhof ab.\n\nViele Grüße\nTom Weiß",
                    flagged="9h30",
                    better="09:30 Uhr",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\ndie Führung beginnt um 14 Uhr 15, bitte kommen Sie etwas eher.\n\n"
                    "Viele Grüße\nTom Weiß",
                    flagged="14 Uhr 15",
                    better="14:15 Uhr",
                ),
            ),
            good=(
                Example("Hallo Anna,\n\nwir beginnen um 09:30 Uhr, die Türen öffnen um 9 Uhr.\n\nViele Grüße\nTom"),
                Example("Hallo Anna,\n\ndie Fahrt dauert 2.30 h, das schaffen wir gut.\n\nViele Grüße\nTom"),
                Example("Hallo Anna,\n\nbitte hol um 9 Uhr 30 Kartons im Lager ab.\n\nViele Grüße\nTom"),
                Example("Hallo Anna,\n\nwir sehen uns um 9.30 Uhr am Eingang.\n\nViele Grüße\nTom"),
                Example("Hallo Anna,\n\nmit 120 km/h sind wir bis 12.30 h/Tag zu schnell.\n\nViele Grüße\nTom"),
            ),
        ),
    },
)
