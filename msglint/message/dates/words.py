"""The names of days and months, and expressions for them."""

from __future__ import annotations

_MONTHS = {
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_WEEKDAYS = {
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
_OTHER_MONTHS = {
    "de": {"jänner": 1, "feber": 2, "maerz": 3, "mrz": 3, "sept": 9},
    "en": {"sept": 9},
}
_OTHER_WEEKDAYS = {
    "de": {"sonnabend": 5},
    "en": {"tues": 1, "thur": 3, "thurs": 3},
}
_WEEKDAY_LETTERS = {"de": 2, "en": 3}
_MONTH_LETTERS = 3

MONTH_EXPRESSIONS = {
    # A full stop belongs to the short forms only.
    "de": r"(?:(?:Januar|Jänner|Februar|Feber|März|Maerz|April|Mai|Juni|Juli|August|September|Oktober|November|"
    r"Dezember)\b|(?:Jan|Feb|Mär|Mrz|Apr|Jun|Jul|Aug|Sept|Sep|Okt|Nov|Dez)\b\.?)",
    "en": r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)",
}
WEEKDAY_EXPRESSIONS = {
    # "So" is a word of its own more often than a Sunday.
    "de": r"(?:(?i:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)|(?:Mo|Di|Mi|Do|Fr|Sa)\b|"
    r"So(?=[.,]))",
    "en": r"(?:(?i:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|"
    r"(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\b)",
}
TIMES_OF_DAY = {
    "de": "früh|morgen|vormittag|mittag|nachmittag|abend|nacht",
    "en": "morning|noon|afternoon|evening|night",
}


def month_number(word: str, language: str) -> int:
    """The number of the month called or abbreviated so, January = 1."""
    name = word.rstrip(".").lower()
    other = _OTHER_MONTHS[language].get(name)
    if other is not None:
        return other
    return next(at for at, month in enumerate(_MONTHS[language], start=1) if month.lower().startswith(name))


def weekday_number(word: str, language: str) -> int:
    """The number of the weekday called or abbreviated so, Monday = 0 as in `datetime`."""
    name = word.rstrip(".").lower()
    other = _OTHER_WEEKDAYS[language].get(name)
    if other is not None:
        return other
    return next(at for at, weekday in enumerate(_WEEKDAYS[language]) if weekday.lower().startswith(name))


def month_name(number: int, language: str) -> str:
    """The month in full."""
    return _MONTHS[language][number - 1]


def weekday_name(number: int, language: str) -> str:
    """The weekday in full."""
    return _WEEKDAYS[language][number]


def month_like(number: int, written: str, language: str) -> str:
    """The month in the manner of `written`: in full or short, with or without a dot."""
    full = month_name(number, language)
    if len(written.rstrip(".")) > _MONTH_LETTERS + 1 or written in _MONTHS[language]:
        return full
    short = full[:_MONTH_LETTERS]
    return short + "." if written.endswith(".") and short != full else short


def weekday_like(number: int, written: str, language: str) -> str:
    """The weekday in the manner of `written`: in full or short, capitals as there."""
    full = weekday_name(number, language)
    short = not written.lower().endswith(("tag", "woch", "abend", "day"))
    name = full[: _WEEKDAY_LETTERS[language]] if short else full
    return name.lower() if written.islower() else name
