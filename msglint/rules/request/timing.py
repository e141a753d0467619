"""Times in a text: whether one is named at all, and days to propose in place of a vague one."""

from __future__ import annotations

import re
from datetime import date, timedelta

from msglint.message.dates.words import month_name, weekday_name
from msglint.message.model import Message
from msglint.message.patterns import lazy

_TUESDAY, _THURSDAY, _FRIDAY, _SATURDAY = 1, 3, 4, 5

_DATES = (
    r"\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)\w*",
    r"\b(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tues|wed|thurs?|fri)\w{0,2}\b",
    r"(?-i:\b(?:Mo|Di|Mi|Do|Fr|Sa|So)\.?,?[ ](?=\d))",
    r"\b(?:januar|jänner|februar|märz|april|juni|juli|august|september|oktober|november|dezember)\b",
    r"\b(?:january|february|march|june|july|october|december|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\b",
    r"(?-i:\bMai\b|\bMay[ ]\d|\d(?:st|nd|rd|th)?[ ](?:of[ ])?May\b)",
    r"\b\d{1,2}\.\s?\d{1,2}\b|\b\d{4}-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}\b|\b\d{1,2}:\d\d\b",
    r"\b\d{1,2}\s?(?:h|uhr|[ap]\.?m\.?|o['’]clock)(?!\w)|\b(?:at|by|um|gegen|ab|till?|until)\s+(?:\d{1,2}|noon|eins|zwei|"
    r"drei|vier|zehn|elf|zwölf|one|two|three|four|nine|ten|eleven)\b",
    r"\b(?:am|zum|bis|den|dem|the)\s+\d{1,2}(?:\.|st|nd|rd|th)(?!\d)",
    r"\b(?:heute|morgen|übermorgen|today|tonight|tomorrow|noon|mittags?|vormittags?|nachmittags?)\b",
    r"\b(?:diese[rsmn]?|nächste[rsmn]?|kommende[rsmn]?|this|next|coming|end\s+of(?:\s+the)?|ende(?:\s+de[rs])?|anfang|"
    r"mitte)\s+(?:\w+\s+)?(?:woche\w*|monat\w*|jahr\w*|quartal\w*|wochenende|abend|nachmittag|vormittag|semesters?|tage\w*|"
    r"weeks?|month|year|quarter|morning|afternoon|evening|day|days)\b",
    r"\b(?:kw|cw)\s?\d|\b(?:in|after|nach)\s+(?:den\s+nächsten\s+|the\s+next\s+|\w+\s+)?(?:\w+\s+)?(?:tagen?|wochen?|"
    r"stunden?|days|weeks|hours)\b|\b(?:tage|wochen|days|weeks)\b",
    r"\b(?:innerhalb|binnen|within|wochenende|weekend|weihnachten|ostern|christmas|easter)\b",
)
_DATE = lazy("|".join(_DATES), re.IGNORECASE)
_OTHER_TIME = lazy(
    r"\b(?:sofort\w*|umgehend\w*|unverzüglich\w*|gleich|direkt|frist\w*|stichtag\w*|termin\w*|deadline|due|zeitnah\w*|"
    r"rechtzeitig|(?:schnellst|baldmöglich|möglichst)\w*|(?:wie|als)\s+möglich|bald\w*|demnächst|kürze|gelegenheit|eilt|eilig\w*|"
    r"dringend\w*|spätestens|sobald|bevor|vor\s+(?:de[rmn]|ihr\w*|unser\w*)|vorab|vorher|beim\s+nächsten|nächste[smnr]?|"
    r"immediately|urgent\w*|asap|a\.s\.a\.p|as\s+possible|soon|convenience|before|prior|ahead|now|right\s+away|quickly|"
    r"when\w*|until|till|after|once|immer|jeweils|jederzeit|any\s*time|wenn|falls|sollten|zeit|time|nochmals?|"
    r"immediate|in\s+ruhe|keine\s+eile|no\s+rush|no\s+hurry|later|später|künftig|zukünftig|in\s+(?:the\s+)?future|jetzt|nun|"
    r"schnell|rasch|kurzfristig|minute\w*|stunde\w*|hours?|if)\b",
    re.IGNORECASE,
)
_UNTIL = lazy(r"\b(?:bis|spätestens|by|before|until|no\s+later\s+than|deadline\w*|frist\w*)\b", re.IGNORECASE)
_LASTS = lazy(  # `sold out until November` sets nobody a date
    r"\b(?:sold\s+out|closed|open|valid|away|out\s+of\s+(?:stock|office)|available|booked|ausverkauft|ausgebucht|gültig|geschlossen|"
    r"geöffnet|offen|verreist|im\s+urlaub|nicht\s+da|vergriffen|verhindert)\s*$",
    re.IGNORECASE,
)
_NEAR = 40
_WORKING_DAYS_TO_ANSWER = 3
_WORKING_DAYS_TO_MEET = 2


def has_date(text: str) -> bool:
    """Whether the text names a day, a time of day or a stretch of time that can be counted."""
    return _DATE.search(text) is not None


def has_time(text: str) -> bool:
    """Whether the text says anything about when, however vaguely."""
    return _OTHER_TIME.search(text) is not None or has_date(text)


def has_last_day(text: str) -> bool:
    """Whether the text sets a date by which something is due."""
    return any(
        has_date(text[match.start() : match.end() + _NEAR])
        and _LASTS.search(text[max(0, match.start() - _NEAR) : match.start()]) is None
        for match in _UNTIL.finditer(text)
    )


def last_day(message: Message) -> str:
    """The next Friday that leaves at least three working days: `bis Freitag, 6. März`, `by Friday, 6 March`."""
    day = _next(_FRIDAY, _working_days_after(message.written_on, _WORKING_DAYS_TO_ANSWER))
    return f"bis {_written(day, 'de')}" if message.base_language == "de" else f"by {_written(day, 'en')}"


def two_proposals(message: Message) -> tuple[str, str]:
    """Two appointments to choose from, at least two working days ahead."""
    earliest = _working_days_after(message.written_on, _WORKING_DAYS_TO_MEET)
    tuesday, thursday = _next(_TUESDAY, earliest), _next(_THURSDAY, earliest)
    hours = {tuesday: ("10 Uhr", "10 am"), thursday: ("14 Uhr", "2 pm")}
    if message.base_language == "de":
        first, second = (f"{_written(day, 'de')}, um {hours[day][0]}" for day in sorted(hours))
    else:
        first, second = (f"{_written(day, 'en')} at {hours[day][1]}" for day in sorted(hours))
    return first, second


def _working_days_after(day: date, count: int) -> date:
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < _SATURDAY
    return day


def _next(weekday: int, earliest: date) -> date:
    return earliest + timedelta(days=(weekday - earliest.weekday()) % 7)


def _written(day: date, language: str) -> str:
    weekday, month = weekday_name(day.weekday(), language), month_name(day.month, language)
    return f"{weekday}, {day.day}. {month}" if language == "de" else f"{weekday}, {day.day} {month}"
