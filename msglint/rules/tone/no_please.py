"""tone.no-please: "Schicken Sie mir die Unterlagen.", "Send me the file." and no please anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.model import Channel, Message
from msglint.message.patterns import lazy
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
_DEED = {  # what is done for the one who writes; "Schneiden Sie die Zwiebeln", "Take the second left" is said for the reader
    "de": lazy(
        r"(?:(?:zu|nach|über|ein)?(?:schick|send|reich)|mail|prüf|erledig|überweis|(?:be)?zahl|begleich|korrigier|änder|bring|"
        r"besorg|organisier|klär|unterschreib|unterzeichn|liefer|bestätig|bearbeit|überarbeit|veranlass|stornier|lösch|ergänz|"
        r"aktualisier|(?:be)?antwort|erstatt|ersetz|reparier|beheb|kümmer|übernehm|sorg|teil|leit|erstell|kopier|druck|nenn)",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"(?:send|forward|provide|prepare|review|complete|sign|schedule|arrange|finish|finali[sz]e|revise|draft|confirm|submit|"
        r"pay|correct|cancel|respond|reply|answer|handle|fix|update|order|book|bring|fill|e-?mail|print|explain|get\s+back)\b",
        re.IGNORECASE,
    ),
}
_WANTED = {
    "de": lazy(
        r"\b(?:mir|uns|mich|unser\w*|mein\w*|sofort|umgehend|heute|morgen|bis\s+(?:zum|mittag|\w+tag|mittwoch|ende|\d))\b",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"\b(?:me|us|my|our|i|we|asap|now|immediately|today|tomorrow|tonight|by\s+(?:noon|(?:the\s+)?end|\w+day|\d))\b",
        re.IGNORECASE,
    ),
}
_STEP = {  # one of several steps: an instruction
    "de": lazy(r"\b(?:zuerst|zunächst|erst|dann|danach|anschließend|nur|bevor)\b", re.IGNORECASE),
    "en": lazy(r"\b(?:first|then|only|once|before|until)\b", re.IGNORECASE),
}
_BARE = lazy(  # „Hotel buchen.“, „Prospekte nachdrucken lassen.“: infinitives as a list of orders
    r"(?:(?:die|das|den|der|dem|alle|noch|dann|neue[nrs]?|ein(?:en|e)?|auch|sofort|unbedingt|nicht|mit|bei|an|für|im|am|[A-ZÄÖÜ][\w-]+|\d+)\s+){1,5}"
    r"(?i:(?:um|ab|zu|nach|be|ver|vor|über|ein|aus|an|auf|weg|ab)?(?:buchen|bestellen|überweisen|zahlen|bezahlen|schicken|senden|drucken|kopieren|"
    r"klären|erledigen|anrufen|rufen|absagen|zusagen|sagen|prüfen|korrigieren|ändern|schreiben|reservieren|besorgen|kaufen|holen|bringen|räumen|"
    r"putzen|reinigen|liefern|organisieren|mieten|melden|stornieren|aktualisieren|erstellen|kündigen|unterschreiben|faxen|scannen|heften)(?:\s+lassen)?)\s*[.!]"
)
_TOLD = {  # „Sie schicken mir …“: said as a fact, and meant as an order where a threat or a date stands beside
    "de": lazy(
        r"\b(?:Sie\s+(?:schicken|senden|überweisen|zahlen|liefern|bringen|mailen|reichen|unterschreiben|bestätigen|korrigieren|erstatten|ersetzen)|"
        r"Du\s+(?:schickst|sendest|überweist|zahlst|lieferst|bringst|mailst|unterschreibst|korrigierst|machst))\s+(?:das|es|mir|uns|jetzt|heute|bis|"
        r"den|die|diese\w*)\b(?![^.!?\n]*\b(?:wir|ich|dann|immer|jede\w*|oft|wenn|falls)\b)",
    ),
    "en": lazy(
        r"\bYou\s+(?:will|are\s+to|have\s+to|must)\s+(?:send|pay|deliver|bring|fix|repair|replace|correct|refund|sign|return|confirm)\s+"
        r"(?:me|us|it|this|that|the|my|our|all)\b(?![^.!?\n]*\b(?:we|then|if|when|always)\b)",
    ),
}
_PRESSURE = {
    "de": lazy(
        r"\b(?:vorher|sonst|andernfalls|solange|erst\s+dann|sofort|umgehend|noch\s+heute|keine\s+ausrede\w*|das\s+ist\s+(?:alles|mein\s+letztes\s+wort)|verstanden)\b",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"\b(?:or\s+else|otherwise|until\s+then|not\s+until|immediately|at\s+once|today|no\s+excuses|understood|right\s+now)\b",
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
    if len(body.split()) > context.number("most-words"):
        return
    text = message.searchable("body").unquoted
    span = _order(text, language) or _told(text, language)
    if span is None:
        return
    yield Hit(
        span=span,
        part="body",
        values={"request": " ".join(span.of(text).split())},
        confidence=0.75,
        suggestions=_suggestions(message, span),
    )


def _suggestions(message: Message, span: Span) -> tuple[Suggestion, ...]:
    said, language = span.of(message.text), message.base_language
    if _COMMAND[language].search(said) is None or _TOLD[language].match(said) is not None:
        return ()
    return (Suggestion(_asked(said, language), span),)


def _order(text: str, language: str) -> Span | None:
    """The first of one or two commands, or of two and more bare infinitives that are no list."""
    if language == "de" and text.count("en.") + text.count("en!") > 1:
        bare = [sentence for sentence in sentences_of(text) if _is_bare(text, sentence)]
        if len(bare) > 1:
            return bare[0]
    if _COMMAND[language].search(text) is None:
        return None
    sentences = tuple(sentences_of(text))
    commands = [sentence for sentence in sentences if _commands(text, sentence, language)]
    steps = sum(_COMMAND[language].match(sentence.of(text)) is not None for sentence in sentences)
    if steps > _MOST_COMMANDS and 2 * len(commands) <= steps:  # check the oil, switch on, press the key: a manual
        return None
    return commands[0] if 0 < len(commands) <= _MOST_COMMANDS else None


def _is_bare(text: str, sentence: Span) -> bool:
    alone = text.rfind("\n", 0, sentence.start) + 1 == sentence.start and text[sentence.end :][:1] in ("", "\n")
    return not alone and _BARE.fullmatch(sentence.of(text)) is not None  # one to a line: a list


def _told(text: str, language: str) -> Span | None:
    """`Sie schicken mir den Auszug. Vorher mache ich nicht weiter.`"""
    match = _TOLD[language].search(text)
    if match is None or _PRESSURE[language].search(text) is None:
        return None
    return next((span for span in sentences_of(text) if span.start == match.start()), None)


def _commands(text: str, sentence: Span, language: str) -> bool:
    said = sentence.of(text)
    if said.endswith("?") or said.isupper() or _LIST_ITEM.match(text, text.rfind("\n", 0, sentence.start) + 1):
        return False
    start = _LEAD[language].match(said)
    at = start.end() if start is not None else 0
    if _COMMAND[language].match(said, at) is None or _SET_PHRASE[language].match(said, at) is not None:
        return False
    if _WANTED[language].search(said, at) is not None:
        return True
    return _DEED[language].match(said, at) is not None and _STEP[language].search(said, at) is None


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
                Example(
                    "Sehr geehrte Frau Meyer,\n\nKisten holen. Halle putzen. Schlüssel an den Hausmeister schicken.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Kisten holen.",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndie Anlage ist noch nicht angemeldet. Sie schicken mir den Auszug und ein Foto vom Zähler. Vorher mache ich nicht weiter.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Sie schicken mir den Auszug und ein Foto vom Zähler.",
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
                Example(
                    "Sehr geehrte Frau Meyer,\n\nhier das Rezept: Schneiden Sie die Zwiebeln klein und rühren Sie das Mehl "
                    "ein. Der Teig ruht eine Stunde.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndas Haus liegt am Markt. Biegen Sie hinter der Kirche links ab, die Tür "
                    "ist blau.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndie Lampe blinkt? Prüfen Sie zuerst, ob der Stecker steckt.\n\nMit "
                    "freundlichen Grüßen\nTom Weiß"
                ),
                Example("Hallo Anna,\n\nsag mal, ist die Liste schon fertig?\n\nViele Grüße\nTom"),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nso läuft es ab: Sie schicken mir die Maße, ich rechne, und wir treffen uns.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nfür die Reise fehlt nur noch wenig:\n\nHotel buchen.\nKoffer holen.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nich muss noch das Hotel buchen. Dann kann ich die Koffer holen.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
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
                Example(
                    "Dear Ms Meyer,\n\nYou will send me the three bills. Not until then do I go on with this.\n\nKind regards,\nTom White",
                    flagged="You will send me the three bills.",
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
                    "Dear Ms Meyer,\n\nYou asked for the recipe. Add the eggs after ten minutes and stir "
                    "well.\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nThe house is easy to find. Take the second left after the church; it has a "
                    "blue door.\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nHave a nice weekend, and take care of the plants.\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nThis is how it works:\n\n1. Check the cable.\n2. Put the lid on.\n3. Set the "
                    "timer.\n\nKind regards,\nTom White"
                ),
                Example("Dear Ms Meyer,\n\nYou will send me the plans, and then we meet.\n\nKind regards,\nTom White"),
                Example("Dear Ms Meyer,\n\nYou must return the key when you leave.\n\nKind regards,\nTom White"),
            ),
        ),
    },
)
