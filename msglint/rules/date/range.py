"""date.range: vom 12. bis 10. März, from 3 pm to 2 pm."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.dates.clocks import find_clock_ranges
from msglint.message.dates.model import ClockRange, DateRange, Reading
from msglint.message.dates.said import sentence_at
from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

# A dash or a word between two figures, blanks, dots and units: most messages have none.
_TO = re.compile(
    r"\d[\w. \t\n()]{0,20}?(?:[-–—]|\b(?:bis|to|till|until|through|and|thru)\b)[\w., \t\n]{0,24}?\d", re.IGNORECASE
)
_MOVED = lazy(
    r"\b(?:verschoben|verschieb\w*|(?:vor)?verleg\w*|vorgezogen|vorverleg\w*|(?:an)?statt|geändert|korrigier\w*|"
    r"mov(?:e|ed|ing)|re-?schedul\w*|chang\w*|shift\w*|push\w*|postpon\w*|bring|brought|forward|adjust\w*|correct\w*|"
    r"instead|pull\w*|advanc\w*|flight|flug\w*|flieg\w*|ortszeit|local\stime|time\szones?|zeitzone\w*)\b",
    re.IGNORECASE,
)
_NEXT_DAY = lazy(
    r"\s{0,2}\(?(?:am\s|des\s|nächst|folge|tags\s|on\s|the\s(?:next|following)|next\s|\+|"
    r"(?:CES?T|MES?Z|GMT|UTC|BST|[ECMP][SD]?T)\b|\w+tags?\b|mittwochs?\b|\w+day\b)",
    re.IGNORECASE,
)
_FIGURES = lazy(r"\d{1,2}(?:[.:]\d\d)?")
_BEFORE_NOON = lazy(r"\bam\b|(?<=\d)am\b|\ba\.m\.", re.IGNORECASE)
_MOST_HOURS_BACK = 6
_NOON = 12 * 60


def check(message: Message, context: Context) -> Iterator[Hit]:
    """Hits on ranges whose end lies before their start."""
    language = message.base_language
    for said in message.dated:
        part, text = said.part, said.text
        if _TO.search(text) is None:
            continue
        backwards: list[DateRange | ClockRange] = [
            *filter(_runs_back, said.ranges),
            *(one for one in find_clock_ranges(text, language) if _ends_early(text, one)),
        ]
        for one in backwards:
            if _MOVED.search(sentence_at(text, one.span).of(text)) is None:
                yield _hit(text, part, one)


def _runs_back(dates: DateRange) -> bool:
    """Whether the end lies before the start, however both are read. Without years, only within one month."""
    return all(
        _is_before(last, first)
        for first in dates.first.readings
        for last in dates.last.readings
        if first.exists and last.exists
    )


def _is_before(last: Reading, first: Reading) -> bool:
    if last.month == first.month and (first.year is None or first.year == last.year or last.year is None):
        return last.day < first.day
    if first.year is None or last.year is None:
        return False  # 28.12.–3.1. runs into the next year
    return (last.year, last.month, last.day) < (first.year, first.month, first.day)


def _ends_early(text: str, clocks: ClockRange) -> bool:
    """Whether the end comes some hours before the start, and neither the night nor the other half of the day is meant."""
    first, last = clocks.first, clocks.last
    if not last.certain or not first.certain or _NEXT_DAY.match(text, clocks.span.end):
        return False
    if last.minutes <= _NOON and first.minutes > _NOON:
        return False
    return 0 < first.minutes - last.minutes <= _MOST_HOURS_BACK * 60


def _hit(text: str, part: str | None, backwards: DateRange | ClockRange) -> Hit:
    return Hit(
        span=backwards.span,
        part=part,
        confidence=0.85,
        values={"what": " ".join(backwards.span.of(text).split())},
        suggestions=_turned_round(text, backwards),
    )


def _turned_round(text: str, backwards: DateRange | ClockRange) -> tuple[Suggestion, ...]:
    """Start and end in each other's place; the afternoon where both are said to be in the morning."""
    one, other = _places(text, backwards)
    whole = backwards.span
    between = text[one.end : other.start]
    if _BEFORE_NOON.search(text, other.start, whole.end) and _BEFORE_NOON.search(between):
        afternoon = _BEFORE_NOON.sub("pm", text[other.start : whole.end])
        return (Suggestion(f"{text[whole.start : other.start]}{afternoon}", whole),)
    turned = f"{text[whole.start : one.start]}{other.of(text)}{between}{one.of(text)}{text[other.end : whole.end]}"
    return (Suggestion(turned, whole),)


def _places(text: str, backwards: DateRange | ClockRange) -> tuple[Span, Span]:
    """The days where the rest is said once or is the same, the figures of times; else the whole of both."""
    if isinstance(backwards, ClockRange):
        first, last = backwards
        begin, end = _FIGURES.match(text, first.span.start), _FIGURES.match(text, last.span.start)
        if begin and end and (first.minutes < _NOON) == (last.minutes < _NOON):
            return Span(*begin.span()), Span(*end.span())
        return first.span, last.span
    if backwards.first.month_at is None or backwards.last.month_at is None:
        return backwards.first.day_at, backwards.last.day_at
    return backwards.first.span, backwards.last.span


RULE = Rule(
    id="date.range",
    languages=frozenset({"de", "en"}),
    severity=Severity.WARNING,
    title=Text("das Ende liegt vor dem Anfang", "the end lies before the start"),
    message=Text("„{what}“: Das Ende liegt vor dem Anfang.", "“{what}”: the end lies before the start."),
    why=Text(
        "Der Leser sieht, dass eine der beiden Zahlen nicht stimmt, aber nicht, welche.",
        "The reader sees that one of the two figures is wrong, but not which one.",
    ),
    source="own observation: figures changed places while typing",
    check=check,
    limits=Text(
        "Nicht über Nacht und über den Jahreswechsel, nicht, wo verschoben wird („moved from 3 pm to 2 pm“), nicht, "
        "wo die andere Tageshälfte gemeint sein kann („von 9 bis 5 Uhr“).",
        "Not over night or the turn of the year, not where something is moved (“from 3 pm to 2 pm”), not where the "
        "other half of the day may be meant (“from 9 to 5”).",
    ),
    tags=("dates",),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nunser Büro ist vom 12. bis 10. März geschlossen, danach sind wir wieder "
                    "für Sie da.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="12. bis 10. März",
                    better="10. bis 12. März",
                ),
                Example(
                    "Hallo Anna,\n\nhast du morgen von 15 bis 14 Uhr Zeit, damit wir die Pläne zusammen "
                    "durchgehen?\n\nViele Grüße\nTom",
                    flagged="15 bis 14 Uhr",
                    better="14 bis 15 Uhr",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\ndie Messe dauert vom 19.5.2026 bis zum 15.5.2026; unser Stand ist in "
                    "Halle 3.\n\nViele Grüße\nTom Weiß",
                    flagged="19.5.2026 bis zum 15.5.2026",
                    better="15.5.2026 bis zum 19.5.2026",
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nunser Büro ist vom 28.12. bis 3.1. geschlossen, der Notdienst von 22 "
                    "bis 6 Uhr besetzt.\n\nMit freundlichen Grüßen\nTom Weiß",
                ),
                Example(
                    "Hallo Anna,\n\nwir haben den Termin verschoben, also 15 – 14 Uhr, und die Liste Punkt 12 bis 10. "
                    "März ist neu.\n\nViele Grüße\nTom",
                ),
                Example(
                    "Hallo Anna,\n\nich arbeite von 9 bis 5 Uhr, der Bereitschaftsdienst geht von 16 bis 14 Uhr am "
                    "nächsten Tag.\n\nViele Grüße\nTom",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nwir treffen uns in Raum 15 – 14 Uhr wäre gut – und reden über die Zeit "
                    "vom 3. bis 5. Mai.\n\nViele Grüße\nTom Weiß",
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nour office will be closed from 12 to 10 March; after that we will be back for "
                    "you.\n\nKind regards\nTom White",
                    flagged="12 to 10 March",
                    better="10 to 12 March",
                ),
                Example(
                    "Hi Anna,\n\nare you free tomorrow from 3 pm to 2 pm, so that we can go through the "
                    "plans?\n\nBest regards\nTom",
                    flagged="3 pm to 2 pm",
                    better="2 pm to 3 pm",
                ),
                Example(
                    "Hi Anna,\n\nthe fair is on March 19-15, and our stand is in hall three, next to the "
                    "entrance.\n\nBest regards\nTom",
                    flagged="March 19-15",
                    better="March 15-19",
                ),
            ),
            good=(
                Example(
                    "Dear Ms Parker,\n\nwe have moved the call from 3 pm to 2 pm and the visit from 12 March to 10 "
                    "March.\n\nKind regards\nTom White",
                ),
                Example(
                    "Hi Anna,\n\nthe office is closed from 28 December to 3 January, and the night shift runs from 10 "
                    "pm to 6 am.\n\nBest regards\nTom",
                ),
                Example(
                    "Hi Anna,\n\nI work from 9 to 5, and the shop is open between 11:00 and 1:00 during the "
                    "week.\n\nBest regards\nTom",
                ),
                Example(
                    "Hi Anna,\n\nthe train takes from 3 pm to 2 pm the next day, and we won 20-15 in March.\n\n"
                    "Best regards\nTom",
                ),
            ),
        ),
    },
)
