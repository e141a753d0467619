"""tone.no-please: "Schicken Sie mir die Unterlagen.", "Send me the file." and no please anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.model import Channel, Message
from msglint.message.patterns import lazy
from msglint.message.quotations import without_quotations
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Option, Rule
from msglint.rules.request.asking import is_softened
from msglint.rules.request.sentences import sentences_of
from msglint.texts import Text

_VERBS_EN = (
    r"send|forward|give|get|check|prepare|review|provide|fill|sign|complete|print|fix|update|make|add|remove|delete|"
    r"change|schedule|set|put|find|call|email|e-mail|mail|bring|order|book|arrange|finish|finali[sz]e|revise|draft|confirm|"
    r"explain|submit|return|pay|correct|move|cancel|respond|reply|answer|contact|handle|take|show|write|copy"
)
_COMMAND = {
    "de": lazy(
        r"\b(?:(?P<formal>[a-zäöü]{2,18}(?:en|eln|ern))\s+Sie\b|(?P<familiar>schick|send|gib|prüf|erledig|mach|ruf|bestell|"
        r"buch|druck|schreib|überweis|korrigier|änder|bring|besorg|kümmer|leit|klär|organisier)e?\s+(?:mir|uns|das|die|den|"
        r"dem|der|dich|ihm|ihr|ihnen|es|mal|alles|noch|heute|morgen|bis|sofort)\b)",
        re.IGNORECASE,
    ),
    "en": lazy(
        rf"\b(?:{_VERBS_EN})\s+(?:me|us|him|her|them|it|this|that|these|those|the|a|an|your|my|our|all|sure|up|out|in|on|back|"
        r"to|everything|by)\b",
        re.IGNORECASE,
    ),
}
_SET_PHRASE = {
    "de": lazy(
        r"(?:lassen|melden|seien|entschuldigen|zögern|sehen|finden|erhalten|genießen|bleiben|haben|kommen|freuen|fühlen|machen|"
        r"grüßen|nehmen|passen|beachten|vergessen|denken|wissen|können|könnten|möchten|wollen|würden|werden|sollten|sollen|"
        r"müssen|dürfen|hätten|wären|sind|waren|erinnern|kennen|glauben|meinen|brauchen|halten|rechnen|verstehen|erlauben|"
        r"verzeihen|stellen|schauen|gehen|bekommen|wünschen|planen|suchen|interessieren|benötigen|entdecken|sparen|sichern|"
        r"erleben|nutzen|profitieren|besuchen|warten|hatten|wurden|treffen|klicken|wählen|geben|achten|gewinnen|lesen|"
        r"bedienen|stimmen|hören|wundern|gönnen|starten|buchen|bestellen|testen|probieren|laden|öffnen|reden|sprechen|"
        r"kontaktieren|wenden|überzeugen|informieren|scheuen|betrachten|wären|rufen|schreiben)\s+Sie\b|mach(?:e|s|t)?\s+(?:das\s+)?gut|"
        r"mach\s+(?:dir|es|mal\s+gut)|sag\s+mal|gib\s+(?:gern|mir\s+bescheid|bescheid)|ruf\s+(?:mich\s+)?(?:doch\s+)?(?:gern|mal)|"
        r"schreib\s+(?:mir\s+)?(?:gern|mal)",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"(?:find\s+[^.!?\n]{0,60}\b(?:attached|enclosed|below|here)|tell\s+(?:your|the\s+(?:family|kids)|him|her|them|everyone)|give\s+(?:my|our|him|her|them|it)|call\s+(?:me|us)\b|"
        r"take\s+(?:care|it\s+easy|a\s+look|the\s+time|your)|make\s+(?:it\s+(?:a|great)|the\s+most|that)|get\s+(?:it|the\s+(?:best|most)|your|"
        r"out|in|up|a\s+(?:life|good)|all)|find\s+(?:out\s+more|it|your|below|the\s+attached)|check\s+(?:it|this|out|that)|put\s+(?:it|that|"
        r"another)|show\s+(?:your|that)|email\s+(?:me|us)|e-mail\s+me|reply\s+to|write\s+to|set\s+(?:the|up|in)\s+(?:scene|your)|"
        r"contact\s+(?:me|us)|copy\s+(?:that|to)|order\s+(?:your|now)|sign\s+up|fill\s+me|move\s+on|return\s+to|make\s+sure\s+you\s+"
        r"(?:enjoy|have))\b|(?:call|book|review|update|draft|order|change|copy|print|answer|return|check|contact|answer|"
        r"schedule|move)\s+(?:to|by|on|in|out|up)\b",
        re.IGNORECASE,
    ),
}
_LEAD = {
    "de": lazy(r"(?:(?:also|dann|und|aber|so)\s+)?", re.IGNORECASE),
    "en": lazy(r"(?:(?:so|then|and|also|just)[,\s]+)?", re.IGNORECASE),
}
_LIST_ITEM = lazy(r"[ \t]*(?:[-*•–]|\(?(?:\d{1,2}|[a-z])[.)])[ \t]")
_MOST_COMMANDS = 2


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the first command, if no please, thanks or could stands anywhere; a row of them is an instruction."""
    language = message.base_language
    if message.channel is Channel.MESSENGER and (message.is_internal or context.thread.form_of_address == "du"):
        return
    if is_softened(message.parts.own_text, language) or is_softened(message.headers.subject or "", language):
        return
    body = message.parts.body_text
    if len(body.split()) > context.number("most-words") or _COMMAND[language].search(body) is None:
        return
    text = without_quotations(body)
    commands = [sentence for sentence in sentences_of(text) if _commands(text, sentence, language)]
    if not 0 < len(commands) <= _MOST_COMMANDS:
        return
    span = commands[0]
    yield Hit(
        span=span,
        part="body",
        values={"request": " ".join(span.of(text).split())},
        confidence=0.75,
        suggestions=(Suggestion(_asked(span.of(message.text), language), span),),
    )


def _commands(text: str, sentence: Span, language: str) -> bool:
    said = sentence.of(text)
    if said.endswith("?") or said.isupper() or _LIST_ITEM.match(text, text.rfind("\n", 0, sentence.start) + 1):
        return False
    start = _LEAD[language].match(said)
    at = start.end() if start is not None else 0
    return _COMMAND[language].match(said, at) is not None and _SET_PHRASE[language].match(said, at) is None


def _asked(sentence: str, language: str) -> str:
    """`Bitte schicken Sie …`, in small letters where the sentence goes on after the salutation's comma."""
    please = "Bitte" if language == "de" else "Please"
    if sentence[0].islower():
        please = please.lower()
    return f"{please} {sentence[0].lower()}{sentence[1:]}"


RULE = Rule(
    id="tone.no-please",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("Bitte ohne „bitte“", "a request without “please”"),
    message=Text(
        "„{request}“ klingt wie ein Befehl; in der ganzen Nachricht steht kein Bitte.",
        "“{request}” sounds like an order; there is no please in the whole message.",
    ),
    why=Text(
        "Ein Wort macht aus dem Befehl eine Bitte, und der Leser hilft lieber.",
        "One word turns the order into a request, and the reader would rather help.",
    ),
    source="own observation: bare imperatives in short mails",
    check=check,
    options=(
        Option("most-words", 150, Text("längere Nachrichten bleiben unbeachtet", "longer messages are left alone")),
    ),
    limits=Text(
        "Ein Bitte, ein Dank, ein „könnten“ irgendwo in der Nachricht genügt. Feste Wendungen, Listen, Anleitungen (mehr als zwei Aufforderungen) und der Chat unter Kollegen bleiben unbeachtet.",
        "A please, a thank-you or a could anywhere in the message is enough. Set phrases, lists, instructions (more than two commands) and chats among colleagues are left alone.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nschicken Sie mir die Unterlagen.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="schicken Sie mir die Unterlagen.",
                    better="bitte schicken Sie mir die Unterlagen.",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nder Vertrag liegt vor mir, die letzte Seite fehlt. Senden Sie uns "
                    "die Seite bis Freitag.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Senden Sie uns die Seite bis Freitag.",
                    better="Bitte senden Sie uns die Seite bis Freitag.",
                ),
                Example(
                    "Hallo Anna,\n\ndie Liste ist falsch. Schick mir die richtige bis Mittag.\n\nViele Grüße\nTom",
                    flagged="Schick mir die richtige bis Mittag.",
                    better="Bitte schick mir die richtige bis Mittag.",
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte schicken Sie mir die Unterlagen.\n\nMit freundlichen "
                    "Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nschicken Sie mir die Unterlagen bis Freitag? Vielen Dank!\n\nMit "
                    "freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nder Entwurf liegt im Ordner. Lassen Sie uns am Montag darüber "
                    "sprechen.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndas Paket ist unterwegs. Melden Sie sich gern, wenn es da "
                    "ist.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nso geht es:\n\n1. Schalten Sie das Gerät ein.\n2. Drücken Sie die "
                    "rote Taste.\n3. Prüfen Sie die Anzeige.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nEntschuldigen Sie die späte Antwort, das Paket ist "
                    "unterwegs.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example("Hallo Anna,\n\nsag mal, ist die Liste schon fertig?\n\nViele Grüße\nTom"),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Meyer,\n\nSend me the file.\n\nKind regards,\nTom White",
                    flagged="Send me the file.",
                    better="Please send me the file.",
                ),
                Example(
                    "Hi Anna,\n\nthe list is wrong. Check the figures and send me the right one by noon.\n\nBest "
                    "regards,\nTom",
                    flagged="Check the figures and send me the right one by noon.",
                    better="Please check the figures and send me the right one by noon.",
                ),
            ),
            good=(
                Example("Dear Ms Meyer,\n\nPlease send me the file.\n\nKind regards,\nTom White"),
                Example("Dear Ms Meyer,\n\nSend me the file when it is ready. Thanks!\n\nKind regards,\nTom White"),
                Example(
                    "Dear Ms Meyer,\n\nThe parcel is on its way. Let me know when it is there.\n\nKind "
                    "regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nFind the plan attached. It shows the second floor.\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nHave a nice weekend, and take care of the plants.\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nThis is how it works:\n\n1. Check the cable.\n2. Put the lid on.\n3. Set the "
                    "timer.\n\nKind regards,\nTom White"
                ),
            ),
        ),
    },
)
