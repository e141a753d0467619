"""date.past: bis zum 10.2., written in March."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from msglint.message.dates.model import WrittenDate
from msglint.message.dates.said import sentence_at
from msglint.message.dates.wording import with_date
from msglint.message.dates.words import TIMES_OF_DAY, WEEKDAY_EXPRESSIONS
from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_WEEKDAY = {
    language: rf"(?:{WEEKDAY_EXPRESSIONS[language]}\.?(?:\s(?:{TIMES_OF_DAY[language]}))?(?:\s?,)?\s{{1,2}})?"
    for language in ("de", "en")
}
# What stands right before a day by which something is to be done.
_DEADLINE = {
    "de": lazy(
        r"\b(?i:bis(?:\s(?:spätestens|einschließlich|längstens))?(?:\s(?:zum|am))?|spätestens(?:\s(?:am|bis(?:\szum)?|zum))?|"
        r"(?:frist|termin|stichtag|abgabe|rückmeldung|einsendeschluss|anmeldeschluss)(?:\sist|:)(?:\sder|\sam)?)"
        rf"\s{{1,2}}{_WEEKDAY['de']}(?:(?:den|dem|der)\s)?$"
    ),
    "en": lazy(
        r"\b(?i:(?<!due\s)by|until|till|(?:no|not)\slater\sthan|at\sthe\slatest\s(?:by|on)|(?:deadline|due\sdate)(?:\sis|:)|(?:is|are|be)\sdue(?:\s(?:by|on))?)"
        rf"\s{{1,2}}{_WEEKDAY['en']}(?:the\s)?$"
    ),
}
_APPOINTMENT = {
    "de": lazy(rf"\b(?i:am|für)\s{{1,2}}{_WEEKDAY['de']}(?:(?:den|dem|der)\s)?$"),
    "en": lazy(rf"\b(?i:on|for)\s{{1,2}}{_WEEKDAY['en']}(?:the\s)?$"),
}
# Only something still to be done is asked for, promised or proposed.
_ASKED = {
    "de": lazy(
        r"\b(?:bitte(?!t)|bitten|könn(?:en|ten)\s+sie|kannst\s+du|könntest\s+du|könnt\s+ihr|(?:senden|schicken|geben|teilen|"
        r"melden|überweisen|reichen|prüfen|bestätigen|zahlen|begleichen)\s+sie|brauche[n]?\s+(?:ich|wir)|"
        r"(?:ich|wir)\s+(?:brauche|benötige|erwarte)n?|benötigen?\s+(?:ich|wir)|"
        r"(?:werde[n]?|liefern|schicken?|senden?|erledigen?|melden?)\s+(?:ich|wir)\b|(?:ich|wir)\s+werden?)",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"\b(?:please|(?:could|can|would|will)\s+you|let\s+(?:me|us)\s+know|(?:i|we)\s+(?:need|expect|will)|i['’]ll|we['’]ll|"
        r"you\s+(?:need|have)\s+to|(?:must|needs\s+to|has\s+to|is\s+to)\s+be)\b",
        re.IGNORECASE,
    ),
}
_PROPOSED = {
    "de": lazy(
        r"\b(?:(?:treffen|sehen|sprechen|telefonieren|besprechen)\s+wir(?!\s+(?:un?s\s+)?(?:immer|stets))|"
        r"wir\s+(?:treffen|sehen|sprechen|telefonieren)|(?:sollen|wollen|können|könnten)\s+wir|"
        r"(?:hätten|haben)\s+sie\b[^!?\n]{0,60}?\bzeit|(?:hast|hättest)\s+du\b[^!?\n]{0,60}?\bzeit|"
        r"(?:passt|passte|würde)\s+(?:es\s+)?(?:ihnen|dir|euch)|lade[n]?\b[^!?\n]{0,60}?\bein\b|"
        r"liefern\s+wir|wir\s+liefern|findet\b[^!?\n]{0,80}?\bstatt|freue[n]?\s+(?:mich|uns)\s+auf)",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"\b(?:(?:let['’]s|let\s+us|shall\s+we|can\s+we|could\s+we)\s+\w+|(?:are|would)\s+you\s+(?:be\s+)?(?:free|available)|"
        r"would\s+you\s+like\s+to|will\s+(?:be\s+held|take\s+place|meet|deliver)|we\s+meet|see\s+you|"
        r"look(?:ing)?\s+forward\s+to)\b",
        re.IGNORECASE,
    ),
}
_TOLD = {
    "de": lazy(
        r"\b(?:war(?:en|st|t)?|wurden?|worden|hatten?|habe[n]?|hat|hast|habt|lief(?:en)?|galt(?:en)?|ging(?:en)?|"
        r"kam(?:en)?|fand(?:en)?|gab(?:en)?|konnten?|mussten?|sollten?|wollten?|durften?|bekam(?:en)?|erhielt(?:en)?|"
        r"dauerten?|endeten?|lautete|seit|bereits|geboren|geburtstag|fällig\s+gewesen|versäumt|verstrichen|abgelaufen|"
        r"überfällig|fällige\w*|entschuldig\w*|warum|einging(?:en)?|eintraf(?:en)?|ankam(?:en)?|(?:nächst|kommend)\w*\s+jahr\w*|verpasst|rückwirkend|stand\s+vom|zuletzt|bisher\w*|damals|ursprünglich)\b(?!\s+(?:sie|du|ihr)\b[^!?\n]{0,60}?\bzeit)",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"\b(?:was|were|had|did|didn['’]t|has|been|have(?!\s+(?:time|to|it)\b)|received|sent|paid|reported|agreed|held|came|went|"
        r"expired|missed|overdue|passed|ended|since|already|born|birthday|originally|retroactive\w*|as\s+of|ago|last|"
        r"next\s+year|unpaid|why|sorry|apolog\w+|previous\w*|prior|invoices?\s+dated|dated)\b",
        re.IGNORECASE,
    ),
}
# "All receipts until 31 December": the end of a month closes a period more often than it is a deadline.
_ENDS_A_PERIOD = lazy(r"(?:bis|until|till)\b(?!\s+spätestens)", re.IGNORECASE)
_SOON = timedelta(days=182)
_FRESH = timedelta(days=55)
_YEARS_AGO = timedelta(days=730)
_HALF_A_YEAR = 182
_NEAR = 72


def check(message: Message, context: Context) -> Iterator[Hit]:
    """Hits on days of the past by which something is still to be done, or on which one is still to meet."""
    language = message.base_language
    body = message.dated[-1]
    past = [(one, gone) for one in body.dates if (gone := _day_gone(message, one)) is not None]
    if not past:
        return
    lasts = {one.last.span for one in body.ranges}
    for written, gone in past:
        if written.span not in lasts and _is_to_come(body.text, written, gone, language):
            yield _hit(message, body.text, written, gone)


def _day_gone(message: Message, written: WrittenDate) -> date | None:
    """The day, if all that it can mean is past; without a year, if the nearest such day is past and not long ago."""
    today = message.written_on
    days = [day for reading in written.readings for day in reading.near(today, _HALF_A_YEAR)]
    if not days or any(day >= today for day in days):
        return None
    latest = max(days)
    return latest if today - latest <= (_FRESH if written.year_at is None else _YEARS_AGO) else None


def _is_to_come(text: str, written: WrittenDate, gone: date, language: str) -> bool:
    start = written.span.start
    left = text[max(0, start - _NEAR) : start]
    deadline = _DEADLINE[language].search(left)
    if deadline:
        if (gone + timedelta(days=1)).day == 1 and _ENDS_A_PERIOD.match(deadline.group()):
            return False
        cue = _ASKED[language]
    elif _APPOINTMENT[language].search(left):
        cue = _PROPOSED[language]
    else:
        return False
    sentence = sentence_at(text, written.span).of(text)
    return cue.search(sentence) is not None and _TOLD[language].search(sentence) is None


def _hit(message: Message, text: str, written: WrittenDate, gone: date) -> Hit:
    return Hit(
        span=written.with_weekday,
        values={"what": " ".join(written.with_weekday.of(text).split())},
        confidence=0.85,
        suggestions=tuple(_next_years(message, text, written, gone)),
    )


def _next_years(message: Message, text: str, written: WrittenDate, gone: date) -> Iterator[Suggestion]:
    """In January many still write last year's number."""
    if written.year_at is None or not written.is_clear or gone.year != message.written_on.year - 1:
        return
    day = written.reading.in_year(gone.year + 1)
    words = (
        with_date(text, written, day, message.base_language)
        if day and timedelta() <= day - message.written_on <= _SOON
        else None
    )
    if words:
        yield Suggestion(words, written.span)


RULE = Rule(
    id="date.past",
    languages=frozenset({"de", "en"}),
    severity=Severity.WARNING,
    title=Text("Frist oder Termin liegt in der Vergangenheit", "deadline or appointment in the past"),
    message=Text(
        "Dieser Tag ist schon vorbei: „{what}“.",
        "This day has already passed: “{what}”.",
    ),
    why=Text(
        "Der Leser kann nicht mehr tun, worum er gebeten wird, und muss nach dem richtigen Tag fragen.",
        "The reader cannot do any more what is asked for, and has to ask back for the right day.",
    ),
    source="own observation: dates left over from an earlier draft, and last year's number in January",
    check=check,
    limits=Text(
        "Nur, wo um etwas gebeten, etwas zugesagt oder ein Treffen vorgeschlagen wird, und nie in Sätzen, die berichten. "
        "Ohne Jahr höchstens knapp zwei Monate zurück.",
        "Only where something is asked for, promised or proposed, and never in sentences that report. Without a year, "
        "less than two months back.",
    ),
    tags=("dates",),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte senden Sie uns den Vertrag bis zum 27.2.2026 unterschrieben "
                    "zurück.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="27.2.2026",
                    today="2026-03-02",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nkönnten Sie mir bis spätestens Freitag, 16. Januar 2025, Bescheid "
                    "geben, ob Sie kommen?\n\nViele Grüße\nTom Weiß",
                    flagged="Freitag, 16. Januar 2025",
                    better="16. Januar 2026",
                    today="2026-01-07",
                ),
                Example(
                    "Hallo Anna,\n\ntreffen wir uns am Dienstag, 24. Februar, um 14 Uhr bei dir im Büro?\n\n"
                    "Viele Grüße\nTom",
                    flagged="Dienstag, 24. Februar",
                    today="2026-03-02",
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte begleichen Sie die Rechnung vom 10.2.2026 bis zum 16.3.2026; Ihr "
                    "Schreiben vom 2.2.2026 liegt uns vor.\n\nMit freundlichen Grüßen\nTom Weiß",
                    today="2026-03-02",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nbis zum 27.2.2026 hatten wir keine Antwort von Ihnen. Am 24. Februar "
                    "haben wir uns in Kassel getroffen.\n\nViele Grüße\nTom Weiß",
                    today="2026-03-02",
                ),
                Example(
                    "Hallo Anna,\n\nbitte prüfe die Stunden vom 1.2. bis 27.2. und schick mir die Liste bis zum "
                    "6.3.\n\nViele Grüße\nTom",
                    today="2026-03-02",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nbitte senden Sie mir alle Belege bis zum 31.12.2025 und den bis zum 20.2.2026 "
                    "fälligen Bericht.\n\nViele Grüße\nTom Weiß",
                    today="2026-03-02",
                ),
                Example(
                    "Hallo Anna,\n\nsie hatte am 24. Februar Geburtstag. Sehen wir uns am 2.3. wie abgemacht?\n\n"
                    "Viele Grüße\nTom",
                    today="2026-03-02",
                ),
                Example(
                    "Hallo Anna,\n\nwir treffen uns am 5. Oktober, und bitte melde dich bis zum 1. August bei mir.\n\n"
                    "Viele Grüße\nTom",
                    today="2026-03-02",
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nplease return the signed contract by 27 February 2026 at our Kassel "
                    "office.\n\nKind regards\nTom White",
                    flagged="27 February 2026",
                    today="2026-03-02",
                ),
                Example(
                    "Hi Anna,\n\nlet's meet on Tuesday, February 24th, at two o'clock in your office.\n\n"
                    "Best regards\nTom",
                    flagged="Tuesday, February 24th",
                    today="2026-03-02",
                ),
                Example(
                    "Dear Mr Short,\n\ncould you let me know by January 16, 2025, whether you can come?\n\n"
                    "Kind regards\nTom White",
                    flagged="January 16, 2025",
                    better="January 16, 2026",
                    today="2026-01-07",
                ),
            ),
            good=(
                Example(
                    "Dear Ms Parker,\n\nplease pay the invoice of 10 February 2026 by 16 March 2026, as your letter of 2 "
                    "February says.\n\nKind regards\nTom White",
                    today="2026-03-02",
                ),
                Example(
                    "Dear Ms Parker,\n\nwe had no answer from you by 27 February 2026. On 24 February we met in "
                    "Leeds.\n\nKind regards\nTom White",
                    today="2026-03-02",
                ),
                Example(
                    "Hi Anna,\n\nplease check the hours from February 1 to February 27 and send me the list by March "
                    "6.\n\nBest regards\nTom",
                    today="2026-03-02",
                ),
                Example(
                    "Hi Anna,\n\nplease let me know by 3/2/2026 whether that suits you, and see you on March 2.\n\n"
                    "Best regards\nTom",
                    today="2026-03-02",
                ),
            ),
        ),
    },
)
