"""request.vague-deadline: "zeitnah", "asap", "at your earliest convenience"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.message.quotations import without_quotations
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.rules.request.asking import is_relaxed, mentions
from msglint.rules.request.sentences import paragraph_at, sentence_at
from msglint.rules.request.timing import has_date, has_last_day, last_day
from msglint.texts import Text

_VAGUE = {
    "de": lazy(
        r"\b(?:zeitnah\w*|schnellst-?möglich\w*|baldmöglichst\w*|ehestmöglich\w*|"
        r"so\s?(?:bald|schnell|rasch|zeitnah|früh)\s+(?:wie|als)\s+(?:irgend\s+|nur\s+)?möglich|sobald\s+als\s+möglich|"
        r"möglichst\s+(?:bald|schnell|rasch|zeitnah|umgehend)\w*|a\.?s\.?a\.?p\b\.?|"
        r"bei\s+(?:nächster\s+)?gelegenheit|demnächst|in\s+kürze|in\s+nächster\s+zeit|baldige[nrs]?(?=\s+\w+)|(?:schnelle|rasche)[nrs]?(?=\s+(?:Rück|Antwort))|eod|cob)\b",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"\b(?:as\s+(?:soon|quickly|early)\s+as\s+(?:possible|you\s+can)|a\.?s\.?a\.?p\b\.?|"
        r"at\s+(?:your|the)\s+earliest\s+(?:convenience|opportunity)|at\s+your\s+convenience|"
        r"(?:by\s+(?:the\s+)?)?(?:eod|cob)|in\s+a\s+timely\s+(?:manner|fashion)|soon)\b(?!['’]s)",
        re.IGNORECASE,
    ),
}
_OF_THE_READER = {
    "de": lazy(
        r"\b(?:bitte\w*|gebeten|könn(?:t?en\s+Sie|test\s+du)|kannst\s+du|würden\s+Sie|würdest\s+du|dankbar|"
        r"(?:antworten|prüfen|schicken|senden|teilen|melden|geben|nennen|informieren|liefern|erledigen)\s+Sie|"
        r"(?:ich|wir)\s+(?:brauchen?|benötigen?)|(?:brauchen?|benötigen?)\s+(?:ich|wir)|Sie\s+(?:müssen|sollten))\b|"
        r"\b(?:zeitnahe|schnellstmögliche|baldmöglichste|baldige|möglichst\s+\w+e)[nrs]?\s+(?:Antwort|Rückmeldung|"
        r"Rückantwort|Rückruf|Erledigung|Zusendung|Bestätigung|Bearbeitung|Zahlung)\b",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"\b(?:please|kindly|could\s+you|can\s+you|would\s+you|will\s+you|you\s+(?:should|need\s+to|must)|let\s+(?:me|us)\s+"
        r"know|(?:i|we)\s+(?:really\s+)?need\s+(?:it|this|the|your|you|an?)|(?:send|get|give|call|contact|forward)\s+"
        r"(?:me|us|it|this)|appreciate|grateful|respond|reply)\b",
        re.IGNORECASE,
    ),
}
_NOT_ASKED = {
    "de": lazy(
        r"\b(?:ich|wir)\s+(?:werde|melde|schicke|sende|komme|kümmer|informier|antwort|liefer|bearbeit|prüf|versuch|"
        r"reiche|mach|erledig|geb|bin|sind|hab|hoff|möchte|würde\w*\s+(?:mich|uns)\s+freuen)\w*\b|\b(?:melde|werde|schicke|"
        r"sende|komme|bekomme|hoffe|freue|würde)n?\s+(?:ich|wir|mich|uns)\b|\bfreuen?\s+(?:mich|uns)\b|\bdank\w*\s+für\b|\bhoffnung\b|"
        r"\bVerständnis\b|\bVerfügung\b|\b(?:Sie|du|ihr)\s+(?:erhalten|bekommen|erhältst|bekommst)\b|\bgute\s+Besserung\b|"
        r"\bwiedersehen\b|\b(?:wurde|worden|wird|werden)\b",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"\b(?:i|we|he|she|they)(?:['’]ll|\s+(?:will|am|are|was|were|hope|shall|can|would\s+like\s+to))\b|"
        r"\bhop(?:e|ing)\s+to\b|\blook(?:ing)?\s+forward\b|\bthank\w*\s+(?:you\s+)?for\b|\b(?:see|speak|talk|meet)\s+(?:to\s+)?"
        r"(?:you|each)\b|\b(?:get|feel)\s+(?:well|better)\b|\bvisit\b|\bwill\s+be\b|\bagain\s+soon\b",
        re.IGNORECASE,
    ),
}
_PROMISE = {
    "de": lazy(
        r"\b(?:(?:ich|wir)\s+(?:melden?\s+(?:mich|uns)|(?:komme|kommen|gehe|gehen)\s+auf\s+Sie\s+zu)|melden?\s+"
        r"(?:(?:ich|wir)\s+)?(?:mich|uns))\b[^.!?\n]{0,40}?(?P<vague>\b(?:demnächst|in\s+kürze|zeitnah|"
        r"bei\s+gelegenheit|in\s+nächster\s+zeit)\b)",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"\b(?:(?:i|we)(?:['’]ll|\s+will|\s+shall)|and\s+will)\s+(?:get\s+back\s+to|be\s+in\s+touch|come\s+back\s+to|contact|let\s+you\s+"
        r"know)\b[^.!?\n]{0,40}?(?P<vague>\b(?:soon|shortly|in\s+due\s+course|at\s+some\s+point)\b)",
        re.IGNORECASE,
    ),
}
_HINTS = tuple(
    "zeitnah|möglich|asap|a.s.a.p|gelegenheit|demnächst|kürze|nächster zeit|baldig|schnelle|rasche|eod|cob|as soon|"
    "as quickly|as early|convenience|opportunity|timely|soon|shortly|due course|some point".split("|")
)
_MOST = 20
_SOCIAL_WORDS = frozenset({"soon", "bei gelegenheit", "demnächst", "at your convenience"})
_EMBEDDED = lazy(r"\s+(?:as|after|to\s+be|enough|as\s+you)\b|\s+(?:erscheinend|stattfindend|kommend)", re.IGNORECASE)
_ATTRIBUTE = lazy(r"e[nrs]?$", re.IGNORECASE)
_NOUN_AFTER = lazy(
    r"\s+(?P<noun>[A-ZÄÖÜ]\w+)(?=\s*[.!?,]|\s+(?:wäre|wird|würde|bin|sind|freu|gebeten|bitte|und|dankbar)|\s*$)"
)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on every vague time that is asked of the reader; on a vague promise if it is the only time named."""
    body = message.parts.body_text
    language = message.base_language
    if not mentions(body, _HINTS):
        return
    text = without_quotations(body)
    own = without_quotations(message.parts.own_text)  # `Vielen Dank für …` may be all there is, and count as closing
    asked = False
    for match in islice(_VAGUE[language].finditer(text), _MOST):
        if _is_asked(own, match, message, context):
            asked = True
            yield _hit(message, match)
    if not asked:
        yield from _promise(text, message, context)


def _is_asked(own: str, match: re.Match[str], message: Message, context: Context) -> bool:
    """The sentence asks the reader for something and names no date beside."""
    sentence = sentence_at(own, match.start(), match.end()).of(own)
    text = match.string
    language = message.base_language
    if text.rfind("(", 0, match.start()) > text.rfind(")", 0, match.start()):
        return False
    if has_last_day(paragraph_at(text, match.start()).of(text)) or has_date(sentence.replace(match.group(), " ")):
        return False
    if _EMBEDDED.match(text, match.end()):
        return False
    word = " ".join(match.group().lower().split())
    if word in _SOCIAL_WORDS and (is_relaxed(message, context.thread) or word == "demnächst"):
        return False
    return _OF_THE_READER[language].search(sentence) is not None and _NOT_ASKED[language].search(sentence) is None


def _hit(message: Message, match: re.Match[str]) -> Hit:
    span = Span(*match.span())
    day = last_day(message)
    noun = _NOUN_AFTER.match(match.string, match.end())
    if message.base_language == "de" and _ATTRIBUTE.search(match.group()):
        better = f"{noun['noun']} {day}" if noun else ""
        span_better = Span(match.start(), noun.end("noun")) if noun else span
    else:
        better, span_better = day, span
    if better and match.group()[0].isupper() and not match.group().isupper():
        better = better[0].upper() + better[1:]
    if not better:
        better = "Bis zu welchem Tag brauche ich es?"
    return Hit(
        span=span,
        values={"phrase": " ".join(match.group().split())},
        confidence=0.8,
        suggestions=(Suggestion(better, span_better),),
    )


def _promise(text: str, message: Message, context: Context) -> Iterator[Hit]:
    """`Ich melde mich demnächst` leaves the reader waiting; among friends it is a kind word."""
    if is_relaxed(message, context.thread) or has_date(text):
        return
    match = _PROMISE[message.base_language].search(text)
    if match is None:
        return
    span = Span(*match.span("vague"))
    yield Hit(
        span=span,
        values={"phrase": " ".join(match["vague"].split())},
        confidence=0.7,
        message=Text(
            "„{phrase}“ verspricht keinen Tag: Wann hören Ihre Leser von Ihnen?",
            "“{phrase}” promises no day: when will your reader hear from you?",
        ),
        why=Text(
            "Wer auf Nachricht wartet, plant mit einem Tag besser als mit einem Wort, und fragt nicht nach.",
            "Whoever waits for word can plan with a day, not with an adverb, and need not ask.",
        ),
        suggestions=(Suggestion(last_day(message), span),),
    )


RULE = Rule(
    id="request.vague-deadline",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("ungefähre Frist („zeitnah“)", "vague deadline (“asap”)"),
    message=Text("„{phrase}“ nennt keinen Tag.", "“{phrase}” names no day."),
    why=Text(
        "Für den einen ist das heute, für den anderen nächste Woche. Mit einem Datum kann der Leser planen, und Sie müssen nicht nachfassen.",
        "To one reader it means today, to another next week. With a date the reader can plan, and you need not chase.",
    ),
    source="own observation: every reader has another day in mind; § 121 BGB for what “unverzüglich” means",
    check=check,
    limits=Text(
        "Nur wo der Leser um etwas gebeten wird und im selben Absatz keine Frist steht; „unverzüglich“ hat eine rechtliche Bedeutung und bleibt. Der vorgeschlagene Tag lässt mindestens drei Arbeitstage und kennt keine Feiertage.",
        "Only where the reader is asked for something and no date is set in the same paragraph; the legal “unverzüglich” stays. The day proposed leaves at least three working days and knows no public holidays.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte schicken Sie uns zeitnah die unterschriebene "
                    "Vereinbarung.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="zeitnah",
                    better="bis Freitag, 6. März",
                    today="2026-03-02",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nkönnten Sie mir die Maße schnellstmöglich nennen? Der Tischler "
                    "wartet darauf.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="schnellstmöglich",
                    better="bis Freitag, 6. März",
                    today="2026-03-02",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nich bitte um eine baldige Rückmeldung.\n\nMit freundlichen "
                    "Grüßen\nTom Weiß",
                    flagged="baldige",
                    better="Rückmeldung bis Freitag, 6. März",
                    today="2026-03-02",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndanke für Ihre Fragen. Wir klären das mit der Werkstatt und melden "
                    "uns in Kürze.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="in Kürze",
                    better="bis Freitag, 6. März",
                    today="2026-03-02",
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte schicken Sie uns die unterschriebene Vereinbarung bis "
                    "Freitag, 6. März.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte schicken Sie uns die Vereinbarung zeitnah, spätestens aber "
                    "bis zum 6. März.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nich bitte Sie, den Mangel unverzüglich zu beseitigen.\n\nMit "
                    "freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndanke für die zeitnahe Antwort; wir prüfen den Vorschlag bis "
                    "Freitag.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte nutzen Sie den hinteren Eingang (die Baustelle wird in Kürze "
                    "aufgelöst).\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Hallo Anna,\n\nkannst du mir bei Gelegenheit den Schlüssel zurückbringen?\n\nViele Grüße\nTom"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nwir haben die Wohnung so schnell wie möglich räumen müssen und "
                    "sind jetzt in der Hafenstraße zu finden.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Meyer,\n\nplease send us the signed agreement as soon as possible.\n\nKind "
                    "regards,\nTom White",
                    flagged="as soon as possible",
                    better="by Friday, 6 March",
                    today="2026-03-02",
                ),
                Example(
                    "Dear Ms Meyer,\n\nCould you let me know your measurements at your earliest "
                    "convenience?\n\nKind regards,\nTom White",
                    flagged="at your earliest convenience",
                    better="by Friday, 6 March",
                    today="2026-03-02",
                ),
                Example(
                    "Dear Ms Meyer,\n\nPlease return the form asap. The printer is waiting for it.\n\nKind "
                    "regards,\nTom White",
                    flagged="asap",
                    better="by Friday, 6 March",
                    today="2026-03-02",
                ),
                Example(
                    "Dear Ms Meyer,\n\nThank you for your questions. We are checking them and will get back to you "
                    "shortly.\n\nKind regards,\nTom White",
                    flagged="shortly",
                    better="by Friday, 6 March",
                    today="2026-03-02",
                ),
            ),
            good=(
                Example(
                    "Dear Ms Meyer,\n\nplease send us the signed agreement by Friday, 6 March.\n\nKind "
                    "regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nplease send us the agreement as soon as possible, by Friday at the "
                    "latest.\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nI hope to see you again soon, and thank you for the fine evening.\n\nKind "
                    "regards,\nTom White"
                ),
                Example("Dear Ms Meyer,\n\nPlease ring the bell as soon as you arrive.\n\nKind regards,\nTom White"),
                Example(
                    "Dear Ms Meyer,\n\nWe repaired the pump as soon as possible after the storm, and it has been "
                    "running since.\n\nKind regards,\nTom White"
                ),
            ),
        ),
    },
)
