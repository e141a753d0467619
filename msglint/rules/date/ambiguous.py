"""date.ambiguous: 03/04/2026, to a reader who may read it the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.dates.finding import find_dates
from msglint.message.dates.model import WrittenDate
from msglint.message.dates.wording import spelled_out
from msglint.message.model import Audience, Channel, Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_NUMERIC = re.compile(r"\d[/-]\d{1,2}[/-]\d")
_TIME_BEHIND = lazy(r",?\s{1,3}\d{1,2}:\d\d")  # a mail program wrote it
_ORDER_TOLD = lazy(r"\b(?:dd?|mm?)\s?[/.-]\s?(?:mm?|dd?)\b", re.IGNORECASE)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the first date of which nothing in the whole message tells whether the day or the month comes first."""
    if message.is_internal or message.channel is Channel.MESSENGER or message.audience is Audience.COLLEAGUE:
        return
    for said in message.dated:
        if _NUMERIC.search(said.text) is None:
            continue
        unclear = next(filter(_is_unclear, said.dates), None)
        if unclear is not None and _TIME_BEHIND.match(said.text, unclear.span.end):
            continue
        if unclear is not None and not _is_order_shown(message, unclear):
            yield Hit(
                span=unclear.span,
                part=said.part,
                values={"what": unclear.span.of(said.text)},
                confidence=0.8,
                suggestions=tuple(_in_words(unclear, message.base_language)),
            )
            return


def _is_unclear(written: WrittenDate) -> bool:
    """Two readings, in the same year, that no weekday tells apart."""
    if not written.parted or written.year_at is None or len(written.readings) < 2 or not written.exists:
        return False
    days = [day for reading in written.readings if (day := reading.in_year(reading.year or 0)) is not None]
    weekday = written.weekday
    return weekday is None or len({day.weekday() == weekday.number for day in days}) == 1


def _is_order_shown(message: Message, unclear: WrittenDate) -> bool:
    """Whether another date, quoted ones among them, has one reading only, or says the same day in words."""
    text = f"{message.headers.subject or ''}\n{message.text}"
    if _ORDER_TOLD.search(text):
        return True
    meant = {(reading.day, reading.month) for reading in unclear.readings}
    for other in find_dates(text, message.base_language):
        if other.parted and not _is_unclear(other) and other.exists and other.reading.day != other.reading.month:
            return True
        if not other.parted and (other.reading.day, other.reading.month) in meant:
            return True
    return False


def _in_words(unclear: WrittenDate, language: str) -> Iterator[Suggestion]:
    for reading in unclear.readings:
        day = reading.in_year(reading.year or 0)
        if day is not None:
            yield Suggestion(spelled_out(day, language), unclear.span)


RULE = Rule(
    id="date.ambiguous",
    languages=frozenset({"en"}),
    severity=Severity.SUGGESTION,
    title=Text("Tag oder Monat zuerst?", "day or month first?"),
    message=Text(
        "„{what}“ lässt sich auf zwei Arten lesen; mit dem Monat in Worten ist es klar.",
        "“{what}” can be read in two ways; with the month as a word it is clear.",
    ),
    why=Text(
        "In Boston ist 03/04 der 4. März, in London der 3. April. Der Leser trägt sich womöglich den falschen Tag ein.",
        "In Boston 03/04 is 4 March, in London 3 April. The reader may put the wrong day in the diary.",
    ),
    source="W3C Internationalization, date formats: write the month as a word, or year first (ISO 8601)",
    check=check,
    limits=Text(
        "Nur Daten mit Jahr, einmal je Nachricht. Ein zweites Datum, das die Reihenfolge zeigt (25/03/2026), genügt. "
        "Nicht in der eigenen Firma.",
        "Only dates with a year, once per message. A second date that shows the order (25/03/2026) is enough. Not inside "
        "one's own firm.",
    ),
    tags=("dates",),
    examples={
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nthe machine will be delivered on 03/04/2026 to your plant in Leeds.\n\n"
                    "Kind regards\nTom White",
                    flagged="03/04/2026",
                    better="3 April 2026",
                ),
                Example(
                    "Dear Mr Short,\n\nyour subscription ends on 5/6/26 and will not be renewed without your "
                    "word.\n\nKind regards\nTom White",
                    flagged="5/6/26",
                    better="5 June 2026",
                ),
                Example(
                    "Dear Ms Parker,\n\nwe have noted 07-08-2026 as the day of your visit to our office in "
                    "Kassel.\n\nKind regards\nTom White",
                    flagged="07-08-2026",
                    better="7 August 2026",
                ),
            ),
            good=(
                Example(
                    "Dear Ms Parker,\n\nthe machine will be delivered on 3 April 2026 or on 2026-04-07 to your "
                    "plant.\n\nKind regards\nTom White",
                ),
                Example(
                    "Dear Ms Parker,\n\nthe course starts on 03/04/2026 and ends on 25/04/2026, as we said on the "
                    "phone.\n\nKind regards\nTom White",
                ),
                Example(
                    "Dear Ms Parker,\n\nthe review is on Tuesday, 03/10/2026, and the party on 4/4/2026 in the old "
                    "town hall.\n\nKind regards\nTom White",
                ),
                Example(
                    "Hi Anna,\n\nthe list for 03/04/2026 is in the shared folder, please have a look at it.\n\n"
                    "Best regards\nTom",
                    from_="Tom White <tom@example.com>",
                    to=("Anna Parker <anna@example.com>",),
                    headers=True,
                ),
                Example(
                    "Dear Ms Parker,\n\nplease quote our number 03/04/2026-7 and call 555-03-04 if the 3/4 inch screws "
                    "are missing; see your note of\n03/04/2026 10:33 AM.\n\nKind regards\nTom White",
                ),
            ),
        ),
    },
)
