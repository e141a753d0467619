"""salutation.outdated: `Werte Frau …`, `Sehr verehrte …`, `Dear Sirs`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.contacts.greeting import greeting_for
from msglint.message.greeted import Salutation
from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_GERMAN = re.compile(
    r"(?:werte(?P<werte>[rs]?)|(?:sehr\s+|hoch)verehrte(?P<verehrte>[rs]?)|verehrte(?P<bare>[rs]?))\b", re.IGNORECASE
)
_ENGLISH = lazy(
    r"(?:respected\b.*|dear\s+sirs\b|gentlemen\b|(?:my\s+)?dear\s+sir\s*[,:]?\s*$|dear\s+madam\s*[,:]?\s*$)",
    re.IGNORECASE,
)
_FRAEULEIN = re.compile(r"\bfräulein\b", re.IGNORECASE)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on a greeting of former times, if it greets one person; speeches to a public may keep theirs."""
    salutation = message.parts.salutation
    if salutation is None:
        return
    text = salutation.span.of(message.text)
    better = _german(message, salutation, text) if message.base_language == "de" else _english(message, context, text)
    if better:
        yield Hit(
            span=salutation.span,
            values={"salutation": text.rstrip(" ,!:")},
            confidence=0.85,
            suggestions=(Suggestion(better, salutation.span),),
        )


def _german(message: Message, salutation: Salutation, text: str) -> str:
    """In Austria `Werte Frau …` is still polite."""
    found = _GERMAN.match(text)
    fraeulein = _FRAEULEIN.search(text)
    if (found is None and fraeulein is None) or len(salutation.greeted) != 1 or message.language == "de-AT":
        return ""
    if salutation.group and not salutation.greeted[0].honorific:
        return ""
    if found is not None:
        ending = found["werte"] or found["verehrte"] or found["bare"] or ""
        text = f"Sehr geehrte{ending}{text[found.end() :]}"
    return _FRAEULEIN.sub("Frau", text)


def _english(message: Message, context: Context, text: str) -> str:
    if not _ENGLISH.match(text):
        return ""
    known = [person for person in context.thread.recipients if person.certain and person.given and person.family]
    return greeting_for(context.thread, message.language) if len(known) == 1 else "Hello,"


RULE = Rule(
    id="salutation.outdated",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("Anrede von gestern", "a greeting of former times"),
    message=Text("„{salutation}“ klingt nach alter Zeit.", "“{salutation}” sounds like former times."),
    why=Text(
        "Solche Anreden hält der Leser für herablassend, für Ironie oder für den Anfang einer Betrugsmail.",
        "Readers take such greetings for condescending, for irony or for the beginning of a scam.",
    ),
    source="sekada.de: “Sehr verehrte” is out of date; readersdigest.de (Judith Engst) on “Fräulein”; the others: own observation",
    check=check,
    limits=Text(
        "Gruppen („Verehrte Gäste“) und österreichische Briefe bleiben unbeanstandet.",
        "Groups (“Verehrte Gäste”) and Austrian letters are left alone.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Werte Frau Meyer,\n\ndie Rechnung ist bezahlt.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Werte Frau Meyer,",
                    better="Sehr geehrte Frau Meyer,",
                ),
                Example(
                    "Sehr verehrter Herr Professor Weber,\n\nich habe die Arbeit abgegeben.\n\nMit freundlichen "
                    "Grüßen\nTom Weiß",
                    flagged="Sehr verehrter Herr Professor Weber,",
                    better="Sehr geehrter Herr Professor Weber,",
                ),
                Example(
                    "Sehr geehrtes Fräulein Meyer,\n\ndie Rechnung ist bezahlt.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Sehr geehrtes Fräulein Meyer,",
                ),
            ),
            good=(
                Example("Sehr geehrte Frau Meyer,\n\ndie Rechnung ist bezahlt.\n\nMit freundlichen Grüßen\nTom Weiß"),
                Example("Verehrte Gäste,\n\nwir öffnen am Montag um neun.\n\nMit freundlichen Grüßen\nTom Weiß"),
                Example(
                    "Werte Kolleginnen und Kollegen,\n\nwir treffen uns am Montag um neun.\n\nViele Grüße\nTom Weiß"
                ),
                Example(
                    "Werte Frau Meyer,\n\ndie Rechnung ist bezahlt.\n\nMit freundlichen Grüßen\nTom Weiß",
                    language="de-AT",
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Respected Sir,\n\nI would like to apply for the post.\n\nKind regards,\nTom White",
                    to=("Peter Dole <p.dole@example.com>",),
                    flagged="Respected Sir,",
                    better="Dear Peter Dole,",
                ),
                Example(
                    "Dear Sirs,\n\nplease send us an offer for ten tables.\n\nKind regards,\nTom White",
                    flagged="Dear Sirs,",
                    better="Hello,",
                ),
            ),
            good=(
                Example("Dear Mr Parker,\n\nthe invoice has been paid.\n\nKind regards,\nTom White"),
                Example("Dear Sir or Madam,\n\nplease send us an offer.\n\nKind regards,\nTom White"),
                Example("Ladies and gentlemen,\n\nwe open on Monday.\n\nKind regards,\nTom White"),
            ),
        ),
    },
)
