"""request.no-ask: a first mail that tells much and wants nothing."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from msglint.message.model import Channel, Message, Relationship
from msglint.message.patterns import lazy
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Option, Rule
from msglint.rules.request.asking import asks_or_offers, is_for_an_outsider, is_relaxed
from msglint.rules.request.sentences import sentences_of
from msglint.rules.request.timing import two_proposals
from msglint.texts import Text

_INFORMS = lazy(
    r"\b(?:protokoll\w*|rechnung\w*|mahnung\w*|bewerbung\w*|newsletter|rundmail|rundschreiben|information\w*|info|infos|fyi|"
    r"einladung\w*|dank\w*|danke|bestätig\w*|kündig\w*|widerruf\w*|widersprech\w*|widerspruch\w*|hiermit|abmeld\w*|anmeld\w*|"
    r"krank\w*|entschuldig\w*|glückw\w*|gratul\w*|beileid|anbei|anhang|anlage\w*|beigefügt|lieferung\w*|bestellung\w*|"
    r"bericht\w*|mitteil\w*|kenntnis|abwesen\w*|minutes|invoice\w*|reminder|applicat\w*|notice|notif\w*|inform\w*|announce\w*|"
    r"thank\w*|confirm\w*|cancel\w*|hereby|apolog\w*|sorry|congrat\w*|condolence\w*|attach\w*|enclos\w*|deliver\w*|order|"
    r"report\w*|summary|update|receipt|statement|schedule|agenda|unsubscribe|here\s+(?:is|are)|per\s+(?:my|your))\b|\bhere['’]s\b",
    re.IGNORECASE,
)
_FIRST_PERSON = {
    "de": lazy(r"\b(?:ich|wir|mich|mir|uns|mein\w{0,2}|unser\w{0,2})\b", re.IGNORECASE),
    "en": lazy(r"\b(?:I|we|me|us|my|our|ours|mine)\b"),
}
_SECOND_PERSON = {
    "de": lazy(r"\b(?:(?-i:Sie|Ihnen|Ihr\w{0,2})|du|dich|dir|dein\w{0,2}|euch|eu(?:er|re\w?))\b", re.IGNORECASE),
    "en": lazy(r"\b(?:you|yours?)\b", re.IGNORECASE),
}
_INTRODUCES = lazy(
    r"\b(?:mein\s+name\s+ist|ich\s+hei(?:ß|ss)e|vorstellen|wir\s+sind\s+ein\w*|als\s+(?:\w+\s+)?(?:anbieter|dienstleister|hersteller|"
    r"agentur)|my\s+name\s+is|introduce\s+(?:myself|ourselves|our)|we\s+are\s+an?|i\s+represent)\b",
    re.IGNORECASE,
)

_OFTEN = 3


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the last sentence of a first mail to an outsider in which nothing is asked, offered or hoped for."""
    if not _is_first_mail(message) or any(not file.inline for file in message.attachments or ()):
        return
    if is_relaxed(message, context.thread):
        return
    text = message.parts.body_text
    words = len(text.split())
    if words <= context.number("more-words-than") or asks_or_offers(message.parts.own_text, message.base_language):
        return
    if _INFORMS.search(f"{message.headers.subject or ''}\n{text}") or not _tells_of_its_writer(message):
        return
    last = deque(sentences_of(text), maxlen=1)[0]
    yield Hit(
        span=last,
        part="body",
        confidence=0.7,
        suggestions=(Suggestion(" " + _question(message, context), Span(last.end, last.end)),),
    )


def _is_first_mail(message: Message) -> bool:
    """To one reader outside, whom one has not yet had to do with, as far as can be known."""
    if message.channel not in (Channel.EMAIL, Channel.LETTER) or message.is_reply or message.parts.quotes:
        return False
    if message.relationship is Relationship.NONE:
        return not message.is_internal
    if message.relationship is Relationship.EXISTING or not message.headers.known:
        return False
    if not is_for_an_outsider(message) or len(message.headers.recipients) != 1 or _is_a_mailing(message):
        return False
    return _INTRODUCES.search(message.parts.body_text) is not None


def _tells_of_its_writer(message: Message) -> bool:
    """More of the writer than of the reader; “Your car is ready, the key is at the desk” wants no question."""
    text, language = message.parts.body_text, message.base_language
    if _INTRODUCES.search(text):
        return True
    of_writer = len(_FIRST_PERSON[language].findall(text))
    return of_writer >= _OFTEN and of_writer > len(_SECOND_PERSON[language].findall(text))


def _is_a_mailing(message: Message) -> bool:
    return any(name in message.headers.raw for name in ("list-unsubscribe", "list-id", "precedence"))


def _question(message: Message, context: Context) -> str:
    first, second = two_proposals(message)
    if message.base_language == "en":
        return f"Would {first} or {second} suit you for a short call?"
    reader = "dir" if context.thread.form_of_address == "du" else "Ihnen"
    return f"Passt {reader} dazu ein kurzes Telefonat am {first} oder am {second}?"


RULE = Rule(
    id="request.no-ask",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("erste Mail ohne Anliegen", "first mail without a request"),
    message=Text("Die Mail erzählt, fragt und bittet aber um nichts.", "The mail tells a story, but asks for nothing."),
    why=Text(
        "Der Leser legt sie weg: Er weiß nicht, was er tun soll. Eine Frage, auf die er mit Ja antworten kann, macht es ihm leicht.",
        "The reader puts it aside: there is nothing to do. One question that can be answered with a yes makes it easy.",
    ),
    source="figures that Boomerang Respondable published: mails with one to three questions are answered most",
    check=check,
    options=(Option("more-words-than", 40, Text("kürzere Mails bleiben unbeachtet", "shorter mails are left alone")),),
    limits=Text(
        "Nur erste Mails an Fremde; unbekannte Beziehungen nur, wo sich der Schreiber vorstellt. Mitteilungen, Rechnungen, Protokolle, Dank und Rundschreiben wollen nichts und sollen es auch nicht.",
        "Only first mails to strangers; in unknown relations only where the writer introduces himself. Notices, invoices, minutes, thanks and mailings want nothing, and need not.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nmein Name ist Tom Weiß, und ich arbeite seit zwölf Jahren für die "
                    "Weiß Pumpen GmbH in Kassel. Wir bauen Pumpen für Brauereien und Molkereien, mit vierzig Leuten "
                    "und einer eigenen Gießerei. Unsere Pumpen laufen in Hessen und Thüringen, viele davon seit "
                    "über zwanzig Jahren ohne größere Reparatur.\n\nMit freundlichen Grüßen\nTom Weiß",
                    relationship=Relationship.NONE,
                    today="2026-03-02",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nwir sind eine kleine Agentur aus Ulm und gestalten seit 2009 "
                    "Messestände aus Holz. Zu unseren Kunden zählen drei Verlage und ein Hersteller von Fahrrädern. "
                    "Jeder Stand wird in der eigenen Werkstatt gebaut, zerlegt gelagert und beim nächsten Mal "
                    "wieder benutzt. Das spart Holz, Wege und Geld.\n\nMit freundlichen Grüßen\nTom Weiß",
                    relationship=Relationship.NONE,
                    today="2026-03-02",
                    flagged="Das spart Holz, Wege und Geld.",
                    better=" Passt Ihnen dazu ein kurzes Telefonat am Donnerstag, 5. März, um 14 Uhr oder am Dienstag, 10. März, um 10 Uhr?",
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nmein Name ist Tom Weiß, und ich arbeite seit zwölf Jahren für die "
                    "Weiß Pumpen GmbH in Kassel. Wir bauen Pumpen für Brauereien und Molkereien, mit vierzig Leuten "
                    "und einer eigenen Gießerei. Unsere Pumpen laufen in Hessen und Thüringen, viele davon seit "
                    "über zwanzig Jahren ohne größere Reparatur. Wer ist bei Ihnen für die Pumpen zuständig?\n\nMit "
                    "freundlichen Grüßen\nTom Weiß",
                    relationship=Relationship.NONE,
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nmein Name ist Tom Weiß, und ich arbeite seit zwölf Jahren für die "
                    "Weiß Pumpen GmbH in Kassel. Wir bauen Pumpen für Brauereien und Molkereien, mit vierzig Leuten "
                    "und einer eigenen Gießerei. Unsere Pumpen laufen in Hessen und Thüringen, viele davon seit "
                    "über zwanzig Jahren ohne größere Reparatur. Gern zeige ich Ihnen eine davon in Fulda.\n\nMit "
                    "freundlichen Grüßen\nTom Weiß",
                    relationship=Relationship.NONE,
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nmein Name ist Tom Weiß, und ich arbeite seit zwölf Jahren für die "
                    "Weiß Pumpen GmbH in Kassel. Wir bauen Pumpen für Brauereien und Molkereien, mit vierzig Leuten "
                    "und einer eigenen Gießerei. Unsere Pumpen laufen in Hessen und Thüringen, viele davon seit "
                    "über zwanzig Jahren ohne größere Reparatur.\n\nMit freundlichen Grüßen\nTom Weiß",
                    relationship=Relationship.EXISTING,
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nanbei das Protokoll der Sitzung. Der Vorstand hat den Haushalt "
                    "beschlossen und die neue Satzung angenommen. Der Umbau der Halle beginnt im Mai und dauert bis "
                    "in den Herbst. Die Kosten trägt zur Hälfte die Stadt. Die nächste Sitzung findet im Juni im "
                    "kleinen Saal statt.\n\nMit freundlichen Grüßen\nTom Weiß",
                    relationship=Relationship.NONE,
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nIhr Fahrrad ist fertig. Die Kette und die vordere Bremse sind neu, "
                    "der Sattel sitzt jetzt zwei Zentimeter höher. Es steht auf dem Hof hinter der Werkstatt, das "
                    "Schloss hat die Nummer auf Ihrem Abholschein. Die Tür ist bis 18 Uhr offen, am Samstag bis "
                    "mittags.\n\nMit freundlichen Grüßen\nTom Weiß",
                    relationship=Relationship.NONE,
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Meyer,\n\nmy name is Tom White, and I have worked for White Pumps in Leeds for twelve "
                    "years. We build pumps for breweries and dairies, with forty people and a foundry of our own. "
                    "Our pumps run all over Yorkshire, many of them for more than twenty years without any larger "
                    "repair.\n\nKind regards,\nTom White",
                    relationship=Relationship.NONE,
                    today="2026-03-02",
                ),
                Example(
                    "Dear Ms Meyer,\n\nwe are a small studio in Bath and have built wooden stands for fairs since "
                    "2009. Among our clients are three publishers and a maker of bicycles. Every stand is built in "
                    "our own workshop, stored in parts and used again the next time. That saves wood, miles and "
                    "money.\n\nKind regards,\nTom White",
                    relationship=Relationship.NONE,
                    today="2026-03-02",
                    flagged="That saves wood, miles and money.",
                    better=" Would Thursday, 5 March at 2 pm or Tuesday, 10 March at 10 am suit you for a short call?",
                ),
            ),
            good=(
                Example(
                    "Dear Ms Meyer,\n\nmy name is Tom White, and I have worked for White Pumps in Leeds for twelve "
                    "years. We build pumps for breweries and dairies, with forty people and a foundry of our own. "
                    "Our pumps run all over Yorkshire, many of them for more than twenty years without any larger "
                    "repair. Who looks after the pumps at your brewery?\n\nKind regards,\nTom White",
                    relationship=Relationship.NONE,
                ),
                Example(
                    "Dear Ms Meyer,\n\nmy name is Tom White, and I have worked for White Pumps in Leeds for twelve "
                    "years. We build pumps for breweries and dairies, with forty people and a foundry of our own. "
                    "Our pumps run all over Yorkshire, many of them for more than twenty years without any larger "
                    "repair. I would be glad to show you one in York.\n\nKind regards,\nTom White",
                    relationship=Relationship.NONE,
                ),
                Example(
                    "Dear Ms Meyer,\n\nmy name is Tom White, and I have worked for White Pumps in Leeds for twelve "
                    "years. We build pumps for breweries and dairies, with forty people and a foundry of our own. "
                    "Our pumps run all over Yorkshire, many of them for more than twenty years without any larger "
                    "repair.\n\nKind regards,\nTom White",
                    relationship=Relationship.EXISTING,
                ),
                Example(
                    "Dear Ms Meyer,\n\nhere are the minutes of the meeting. The board has passed the budget and the "
                    "new rules. The work on the hall starts in May and goes on into autumn. The city pays one half "
                    "of the costs. The next meeting takes place in June in the small hall.\n\nKind regards,\nTom "
                    "White",
                    relationship=Relationship.NONE,
                ),
                Example(
                    "Dear Ms Meyer,\n\nyour bicycle is ready. The chain and the front brake are new, and the saddle "
                    "is an inch higher now. It stands in the yard behind the workshop; the lock has the number on your "
                    "ticket. The door is open until six, on Saturdays until noon.\n\nKind regards,\nTom White",
                    relationship=Relationship.NONE,
                ),
            ),
        ),
    },
)
