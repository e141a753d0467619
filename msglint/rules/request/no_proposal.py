"""request.no-proposal: "Wann passt es Ihnen?" without a day to say yes to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.rules.request.asking import mentions
from msglint.rules.request.sentences import sentence_at
from msglint.rules.request.timing import has_date, two_proposals
from msglint.texts import Text

_ASKS_WHEN = {
    "de": lazy(
        r"\bwann\s+(?:(?:würde|wäre)\s+)?(?:es|das|ihnen|dir|euch)?\s*(?:(?:passt|passte)\s+(?:es\s+)?(?:ihnen|dir|euch)?|passen)|"
        r"\bwann\s+(?:hast\s+du|haben\s+Sie|hätten\s+Sie|hättest\s+du|habt\s+ihr)\s+(?:\w+\s+){0,3}?(?:zeit|luft)\b|"
        r"\bwann\s+(?:können|könnten|wollen|sollen)\s+wir\s+(?:\w+\s+){0,6}?(?:treffen|telefonieren|sprechen|zusammensetzen)\b|"
        r"\bwelche[rn]?\s+(?:termin|tag|zeitpunkt)\s+(?:würde\s+)?(?:passt|passte|passen|wäre|ist)\s*(?:ihnen|dir|euch)?\b|"
        r"\bwann\s+(?:würde|passt)\s+(?:es\s+)?(?:ihnen|dir|euch)\b",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"\bwhen\s+(?:are|would|could|can|might)\s+you\s+(?:be\s+)?(?:free|available|meet|have\s+time)\b|"
        r"\bwhen\s+(?:would|will|does|might)\s+(?:it\s+|that\s+)?(?:be\s+)?(?:suit|work\s+for|convenient\s+for)\s+(?:you|best)\b|"
        r"\bwhat\s+(?:time|day|date)s?\s+(?:would\s+|will\s+)?(?:suits?|works?)\s+(?:best\s+)?(?:for\s+)?you\b|"
        r"\bwhen\s+(?:can|could|shall|should)\s+we\s+(?:meet|talk|speak|get\s+together|have\s+a\s+call)\b|"
        r"\bwhen\s+(?:do|would)\s+you\s+have\s+(?:some\s+)?time\b|\blet\s+me\s+know\s+when\s+(?:you\s+are|you['’]re)\s+(?:free|available)\b",
        re.IGNORECASE,
    ),
}
_DELIVERY = lazy(
    r"\b(?:liefer\w*|abhol\w*|monteur\w*|techniker\w*|besichtig\w*|urlaub|geliefert|deliver\w*|pick\s+up|collect|handwerker\w*|"
    r"praxis|arzt\w*|sprechstunde\w*|einzieh\w*|anfangen|beginnen)\b",
    re.IGNORECASE,
)
_CALENDAR = lazy(r"https?://|www\.|\b(?:calendly|doodle|kalender|calendar|terminumfrage)\b", re.IGNORECASE)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the question for a time, if neither draft nor thread nor a link offers one."""
    pattern = _ASKS_WHEN[message.base_language]
    if not mentions(message.parts.body_text, ("wann", "welche", "when", "what ")):
        return
    text = message.searchable("body").unquoted
    match = pattern.search(text)
    if match is None:
        return
    sentence = sentence_at(text, match.start(), match.end())
    known = f"{message.text}\n{message.headers.subject or ''}\n{message.answers.text if message.answers else ''}"
    if has_date(known) or _CALENDAR.search(known) or _DELIVERY.search(sentence.of(text)):
        return
    yield Hit(
        span=Span(*match.span()),
        values={"question": " ".join(sentence.of(text).split())},
        confidence=0.8,
        suggestions=(Suggestion(_proposal(message, context), sentence),),
    )


def _proposal(message: Message, context: Context) -> str:
    first, second = two_proposals(message)
    if message.base_language == "en":
        return f"Would {first} or {second} suit you?"
    reader = "dir" if context.thread.form_of_address == "du" else "Ihnen"
    return f"Passt {reader} {first} oder {second}?"


RULE = Rule(
    id="request.no-proposal",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("Terminfrage ohne Vorschlag", "asking for a date without proposing one"),
    message=Text("Die Terminfrage schlägt keinen Tag vor.", "The question for a date proposes none."),
    why=Text(
        "Der Leser muss erst selbst suchen, und zwei bis drei Mails gehen hin und her. Zwei Vorschläge kann er mit einem Wort annehmen.",
        "The reader has to go and search, and two or three mails go back and forth. Two proposals can be accepted with one word.",
    ),
    source="own observation: mails that go back and forth until somebody names a day",
    check=check,
    limits=Text(
        "Schweigt, wo irgendwo im Verlauf ein Tag steht, wo ein Kalender verlinkt ist und wo der Leser den Tag bestimmt (Lieferung, Handwerker). Feiertage kennt der Vorschlag nicht.",
        "Silent where the thread names any day, where a calendar is linked and where the day is the reader’s to name (deliveries, workmen). The proposals know no public holidays.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\ngern erkläre ich Ihnen den Plan. Wann passt es Ihnen?\n\nMit "
                    "freundlichen Grüßen\nTom Weiß",
                    flagged="Wann passt es Ihnen",
                    better="Passt Ihnen Donnerstag, 5. März, um 14 Uhr oder Dienstag, 10. März, um 10 Uhr?",
                    today="2026-03-02",
                ),
                Example(
                    "Hallo Anna,\n\nich zeige dir gern den Plan. Wann hast du Zeit?\n\nViele Grüße\nTom",
                    flagged="Wann hast du Zeit",
                    better="Passt dir Donnerstag, 5. März, um 14 Uhr oder Dienstag, 10. März, um 10 Uhr?",
                    today="2026-03-02",
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\ngern erkläre ich Ihnen den Plan. Wann passt es Ihnen? Ich kann am "
                    "Dienstag oder am Freitag.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nwann passt es Ihnen? Suchen Sie sich gern etwas aus: "
                    "https://kalender.example.com/weiss\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nwann passt es Ihnen?\n\nMit freundlichen Grüßen\nTom Weiß",
                    answered="Sehr geehrter Herr Weiß,\n\nin der Woche vom 9. März bin ich frei.\n\nMit freundlichen Grüßen\nAnna Meyer",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndie Schränke sind fertig. Wann passt es Ihnen, dass wir "
                    "liefern?\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Meyer,\n\nI would be glad to explain the plan. When would it suit you?\n\nKind "
                    "regards,\nTom White",
                    flagged="When would it suit you",
                    better="Would Thursday, 5 March at 2 pm or Tuesday, 10 March at 10 am suit you?",
                    today="2026-03-02",
                ),
                Example(
                    "Hi Anna,\n\nlet us go through the plan together. When are you free?\n\nBest regards,\nTom",
                    flagged="When are you free",
                    today="2026-03-02",
                ),
            ),
            good=(
                Example(
                    "Dear Ms Meyer,\n\nI would be glad to explain the plan. When would it suit you? Tuesday or "
                    "Friday would be fine.\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nWhen would it suit you? Please choose here: "
                    "https://calendar.example.com/white\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nThe cupboards are ready. When would it suit you to collect them?\n\nKind "
                    "regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nPlease ask the caretaker when the hall is free.\n\nKind regards,\nTom White"
                ),
            ),
        ),
    },
)
