"""date.no-time: „Treffen wir uns am Dienstag, 10. März?“ – and when?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.dates.said import sentence_at
from msglint.message.model import Channel, Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_PROPOSED = {
    "de": lazy(
        r"\b(?:(?:treffen|sehen|sprechen|telefonieren)\s+wir\s+(?:uns\s+)?|(?:sollen|wollen|können|könnten)\s+wir\s+uns\b|"
        r"(?:passt|passte)\s+(?:es\s+)?(?:ihnen|dir|euch)\b|(?:hätten|haben)\s+sie\b[^!?\n]{0,60}?\bzeit\b|"
        r"(?:hast|hättest)\s+du\b[^!?\n]{0,60}?\bzeit\b|schlage\b[^!?\n]{0,60}?\bvor\b|wie\s+wäre\s+es\b)",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"\b(?:(?:let['’]s|shall\s+we|can\s+we|could\s+we)\s+(?:meet|talk|speak|have\s+a\s+(?:call|chat|meeting))\b|"
        r"(?:are\s+you|would\s+you\s+be)\s+(?:free|available)\b|(?:would|does|do)\b[^!?\n]{0,40}?\b(?:suit|work\s+for)\s+you\b|"
        r"how\s+about\b)",
        re.IGNORECASE,
    ),
}
_MEETING = lazy(
    r"\b(?:treffen|sehen|sprechen|gespräch\w*|telefon\w*|besprech\w*|termin|zeit|meet(?:ing)?|talk|call|speak|chat|free|"
    r"available|suit|work\s+for)\b",
    re.IGNORECASE,
)
# Whatever tells of an hour, lets the reader choose it, or takes the whole day.
_HOUR = lazy(
    r"\d[.:]\d\d\b|\b(?:um|ab|gegen|at|around|about|from|by|after|before|bis|nach|vor)\s+(?:\d{1,2}\b(?![./])|(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|"
    r"zehn|elf|zwölf|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)s?\b)|\b\d{1,2}\s?(?:[ap]\.?m\b|h\b|o['’]clock)|"
    r"\buhr|mittag|abend|\bmorgens|\bfrüh|ganz\w{0,3}\s+tag|ganztäg|\bwann\b|stunde|\bhalb\b|viertel|kalender|einladung|buch|"
    r"\b(?:noon|morning|evening|afternoon|all\s+day|whole\s+day|when|time|hours?|half|quarter|lunch|dinner|breakfast|"
    r"calendar|invit\w*|book)\b|essen|frühstück|kaffee|coffee|workshop|messe|konferenz|tagung|seminar|webinar|fest\b|"
    r"feier|party|conference|fair\b|https?:|www\.",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_QUESTION = Text("Um wie viel Uhr, und wie lange etwa?", "At what time, and for how long?")


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the one day that is proposed, where no hour is named or left to the reader anywhere in the message."""
    language = message.base_language
    if message.is_internal or message.is_reply or message.channel is Channel.MESSENGER:
        return
    body = message.dated[-1]
    text = body.text
    if _DIGIT.search(text) is None or _PROPOSED[language].search(text) is None:
        return
    if _HOUR.search(f"{message.headers.subject or ''}\n{message.text}"):
        return
    dates = body.dates
    if len(dates) != 1 or body.ranges:
        return
    sentence = sentence_at(text, dates[0].span)
    words = sentence.of(text)
    if _PROPOSED[language].search(words) and _MEETING.search(words):
        place = dates[0].with_weekday
        yield Hit(
            span=place,
            values={"what": " ".join(place.of(text).split())},
            confidence=0.7,
            suggestions=(
                Suggestion(_QUESTION.de if context.ui_language == "de" else _QUESTION.en, Span(place.end, place.end)),
            ),
        )


RULE = Rule(
    id="date.no-time",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("Terminvorschlag ohne Uhrzeit", "proposed day without a time"),
    message=Text(
        "Ein Tag ist vorgeschlagen („{what}“), aber keine Uhrzeit.",
        "A day is proposed (“{what}”), but no time.",
    ),
    why=Text(
        "Mit Tag und Uhrzeit kann der Leser mit einem einzigen „Passt“ antworten; ohne sie folgen zwei weitere Mails.",
        "With a day and a time the reader can say yes in one word; without, two more mails will follow.",
    ),
    source="own observation: proposals of a day that need a second round for the hour",
    check=check,
    limits=Text(
        "Nur in der ersten Mail an andere Häuser, nur bei einem einzigen Tag; jede Tageszeit („vormittags“), jede Frage "
        "nach der Zeit und jeder Link genügt.",
        "Only in the first mail to another house, and for one single day; any part of the day (“morning”), any question "
        "for the time and any link will do.",
    ),
    tags=("dates",),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\ntreffen wir uns am Dienstag, 10. März, bei Ihnen in Kassel?\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß",
                    flagged="Dienstag, 10. März",
                    today="2026-03-02",
                ),
                Example(
                    "Guten Tag Herr Kurz,\n\nhätten Sie am 12.3.2026 Zeit für ein kurzes Gespräch über das Dach?\n\n"
                    "Viele Grüße\nTom Weiß",
                    flagged="12.3.2026",
                    today="2026-03-02",
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\ntreffen wir uns am Dienstag, 10. März, um 14 Uhr bei Ihnen in "
                    "Kassel?\n\nMit freundlichen Grüßen\nTom Weiß",
                    today="2026-03-02",
                ),
                Example(
                    "Guten Tag Herr Kurz,\n\npasst Ihnen der 12. März oder der 13. März für ein Gespräch? Ich richte mich "
                    "nach Ihnen.\n\nViele Grüße\nTom Weiß",
                    today="2026-03-02",
                ),
                Example(
                    "Guten Tag Herr Kurz,\n\nhätten Sie am 12. März Zeit für ein Gespräch? Wann passt es Ihnen da am "
                    "besten?\n\nViele Grüße\nTom Weiß",
                    today="2026-03-02",
                ),
                Example(
                    "Guten Tag Herr Kurz,\n\ndanke, dass Sie sich am 12. März Zeit nehmen. Wir sehen uns dann auf der "
                    "Baustelle.\n\nViele Grüße\nTom Weiß",
                    today="2026-03-02",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ntreffen wir uns am Dienstag, 10. März 2026, um drei?\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nshall we meet on Tuesday, 10 March, at your office in Leeds?\n\n"
                    "Kind regards\nTom White",
                    flagged="Tuesday, 10 March",
                    today="2026-03-02",
                ),
                Example(
                    "Dear Mr Short,\n\nwould you be available on March 12th for a short talk about the roof?\n\n"
                    "Kind regards\nTom White",
                    flagged="March 12th",
                    today="2026-03-02",
                ),
            ),
            good=(
                Example(
                    "Dear Ms Parker,\n\nshall we meet on Tuesday, 10 March, at 2 pm at your office in Leeds?\n\n"
                    "Kind regards\nTom White",
                    today="2026-03-02",
                ),
                Example(
                    "Dear Mr Short,\n\nwould 12 March or 13 March suit you for a short talk? Both are fine with "
                    "me.\n\nKind regards\nTom White",
                    today="2026-03-02",
                ),
                Example(
                    "Dear Mr Short,\n\nare you free on March 12th for a call? Please choose any time you like.\n\n"
                    "Kind regards\nTom White",
                    today="2026-03-02",
                ),
                Example(
                    "Dear Ms Meyer,\n\nWould Tuesday, 10 March 2026 at three suit you?\n\nKind regards,\nTom White"
                ),
            ),
        ),
    },
)
