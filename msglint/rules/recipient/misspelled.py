"""recipient.misspelled: the right person, spelt wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.contacts.names.matching import Match, Verdict, match_greeted
from msglint.contacts.names.mentions import misspelled_mentions
from msglint.contacts.names.spelling import lacks_apostrophe, slip_size
from msglint.contacts.thread import Thread
from msglint.message.given_names import is_given_name
from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.message.spellings import fold, same_spelling
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_FAMILY = lazy(r"\b(?:familie|family)\s+(?P<name>(?-i:[^\W\d_a-zäöüß])[\w'’-]+)", re.IGNORECASE)
_SURE, _LIKELY, _BY_ADDRESS, _IN_BODY = 0.95, 0.85, 0.7, 0.8
_BY_ADDRESS_MESSAGE = Text(
    "Die Anrede schreibt „{wrong}“, die Adresse {address} aber „{right}“.",
    "The salutation says “{wrong}”, but the address {address} says “{right}”.",
)
_FIRM_MESSAGE = Text(
    "Die Firma „{wrong}“ heißt beim Empfänger „{right}“.",
    "The recipient's firm is called “{right}”, not “{wrong}”.",
)
_FIRM_WHY = Text(
    "Wer den Namen des Hauses falsch schreibt, für das der Leser arbeitet, wirkt, als habe er nicht hingesehen.",
    "Misspelling the house that the reader works for looks as if nobody had looked.",
)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on every name of a recipient, or of the recipient's firm, that is right but for a small slip."""
    yield from _in_salutation(message, context)
    yield from _in_family_name(message, context)
    if message.headers.recipients or context.thread.answered is not None:
        yield from _in_body(context)


def _in_salutation(message: Message, context: Context) -> Iterator[Hit]:
    salutation = message.parts.salutation
    for greeted in salutation.greeted if salutation is not None else ():
        match = match_greeted(greeted, context.thread.everyone)
        if match.verdict is Verdict.MISSPELLED and not _is_somebody_elses(match, context.thread):
            yield _hit(match, context.thread)


def _is_somebody_elses(match: Match, thread: Thread) -> bool:
    """Exactly the name of somebody else in the thread is no slip."""
    earlier = [word for person in thread.earlier for word in person.words]
    if lacks_apostrophe(match.wrong, match.right):
        return match.wrong in earlier  # an address never has the apostrophe
    return fold(match.wrong) in thread.header_words.union(map(fold, earlier))


def _in_family_name(message: Message, context: Context) -> Iterator[Hit]:
    """`Liebe Familie Maier` to Anna Meyer."""
    salutation = message.parts.salutation
    found = _FAMILY.search(salutation.span.of(message.text)) if salutation is not None else None
    if salutation is None or found is None:
        return
    name, families = found["name"], [person for person in context.thread.everyone if person.family and person.certain]
    if any(same_spelling(name, person.family) for person in families) or fold(name) in context.thread.header_words:
        return
    person = next((person for person in families if slip_size(name, person.family) == 1), None)
    if person is not None:
        start = salutation.span.start + found.start("name")
        yield _hit(
            Match(Verdict.MISSPELLED, person, name, person.family, Span(start, start + len(name)), size=2),
            context.thread,
        )


def _hit(match: Match, thread: Thread) -> Hit:
    assert match.person is not None
    assert match.span is not None
    certain = match.person.certain
    sure = match.size == 1 and _is_beyond_doubt(match, thread)
    return Hit(
        span=match.span,
        part="salutation",
        values={"wrong": match.wrong, "right": match.right, "address": match.person.email},
        severity=None if certain else Severity.WARNING,
        confidence=(_SURE if sure else _LIKELY) if certain else _BY_ADDRESS,
        message=None if certain else _BY_ADDRESS_MESSAGE,
        suggestions=(Suggestion(match.right, match.span),),
        recipient=match.person.email,
    )


def _is_beyond_doubt(match: Match, thread: Thread) -> bool:
    """So sure that it may be put right without asking.

    Not where the written name is a first name of its own (Lars for Lara) or somebody's in the address book: then the
    address may be what is wrong. And only if somebody has written the right spelling just so.
    """
    if is_given_name(match.wrong) or thread.contacts.called(match.wrong):
        return False
    person = match.person
    entries = [entry for entry in thread.known_entries if person is not None and entry.email.lower() == person.email]
    headers = [frozenset(re.findall(r"[\w'’-]+", entry.name)) for entry in entries if "@" not in (entry.name or "@")]
    # A header and an address book that disagree leave it open which is newer; capitals hide how it is written.
    return all(_is_written(match.right, words) for words in headers) and bool(
        headers or (person and thread.contact_of(person))
    )


def _is_written(name: str, words: frozenset[str]) -> bool:
    """Whether the words hold the name just so, or in capitals that could be nothing else."""
    return name in words or (name.upper() in words and name == name.capitalize())


def _in_body(context: Context) -> Iterator[Hit]:
    for mention in misspelled_mentions(context.thread):
        is_firm = mention.person is None
        yield Hit(
            span=mention.span,
            values={"wrong": mention.wrong, "right": mention.right},
            severity=Severity.WARNING,
            confidence=_IN_BODY,
            message=_FIRM_MESSAGE if is_firm else None,
            why=_FIRM_WHY if is_firm else None,
            suggestions=(Suggestion(mention.right, mention.span),),
            recipient=mention.person.email if mention.person is not None else "",
        )


RULE = Rule(
    id="recipient.misspelled",
    languages=frozenset(),
    severity=Severity.ERROR,
    title=Text("Name falsch geschrieben", "name misspelled"),
    message=Text(
        "Der Name „{wrong}“ schreibt sich beim Empfänger „{right}“.",
        "The recipient's name is spelt “{right}”, not “{wrong}”.",
    ),
    why=Text(
        "Der eigene Name ist das Wort, bei dem jeder einen Fehler sofort sieht und ihn als Gleichgültigkeit liest.",
        "One's own name is the word in which everybody sees a slip at once, and reads it as indifference.",
    ),
    source="the recipients' own spelling in To, Cc, Reply-To and in the message that is answered",
    check=check,
    fixable_from=0.9,
    limits=Text(
        "Ist der Name in der Adresszeile selbst falsch, glaubt msglint der Adresszeile. Was nur vor dem @ steht, "
        "ist eine Warnung. Im Text zählen nur der volle Name, die Anrede mitten im Satz und die Firma.",
        "If the address line itself has the name wrong, msglint believes it. What only the part before the @ says "
        "is a warning. In the body only the full name, a name the reader is called by, and the firm count.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Mayer,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nHans Groß",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    flagged="Mayer",
                    better="Meyer",
                ),
                Example(
                    "Hallo Hans-Jügen,\n\nbis morgen.\n\nGruß\nAnna",
                    to=("Hans-Jürgen Groß <hj@example.com>",),
                    flagged="Hans-Jügen",
                    better="Hans-Jürgen",
                ),
                Example(
                    "Sehr geehrter Herr Mller,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nAnna Groß",
                    to=("Müller, Dr. Tom (ACME GmbH) <t@example.com>",),
                    flagged="Mller",
                    better="Müller",
                ),
                Example(
                    "Sehr geehrter Herr Schmid,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nAnna Groß",
                    to=("Tom Schmidt <t@example.com>",),
                    flagged="Schmid",
                    better="Schmidt",
                ),
                Example(
                    "Guten Tag Frau Mayer,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nHans Groß",
                    to=("a.meyer@example.com",),
                    flagged="Mayer",
                    better="Meyer",
                ),
                Example(
                    "Guten Tag Frau Bredwo,\n\ndanke für den Auftrag!\n\nMit freundlichen Grüßen\nHans Groß",
                    to=("info@example.com",),
                    answered="Guten Tag Herr Groß,\nIhr Angebot nehmen wir gern an.\ni. A. Helga Bredow",
                    flagged="Bredwo",
                    better="Bredow",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nder Saal ist auf den Namen Mayer reserviert.\n\nMit freundlichen "
                    "Grüßen\nHans Groß",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    flagged="Mayer",
                    better="Meyer",
                ),
                Example(
                    "Sehr geehrte Frau Frey,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nHans Groß",
                    to=("Anna Frei <a.frei@example.com>",),
                    flagged="Frey",
                    better="Frei",
                ),
                Example(
                    "Liebe Familie Maier,\n\nder Ofen kommt am Montag.\n\nViele Grüße\nTom",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    flagged="Maier",
                    better="Meyer",
                ),
                Example(
                    "Guten Tag Frau Kempf,\n\nder Jahresbericht der Stiftung Auwalt ist im Druck.\n\nViele Grüße\nTom",
                    to=("Luise Kempf | Stiftung Auwald <l.kempf@stiftung-auwald.example>",),
                    flagged="Auwalt",
                    better="Auwald",
                ),
            ),
            good=(
                Example("Liebe Familie Meyer,\n\nbis morgen.\n\nGruß\nTom", to=("Anna Meyer <a@example.com>",)),
                Example("Liebe Familie Klein,\n\nbis morgen.\n\nGruß\nTom", to=("Anna Meyer <a@example.com>",)),
                Example("Hallo Sergey,\n\nbis morgen.\n\nGruß\nAnna", to=("Sergej Iwanow <s@example.com>",)),
                Example("Hallo Annaaa,\n\nbis morgen.\n\nGruß\nTom", to=("Anna Meyer <a@example.com>",)),
                Example(
                    "Sehr geehrte Frau Maier,\n\nbis morgen.\n\nGruß\nTom", to=("Anna Meyer (Maier) <a@example.com>",)
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nIhre Kollegin, Frau Maier, hat Sie für die Tagung angemeldet. Ihre "
                    "Schwester Hanna Meyer kommt auch.\n\nMit freundlichen Grüßen\nHans Groß",
                    to=("Anna Meyer <a.meyer@example.com>",),
                ),
                Example(
                    "Guten Tag Frau Weiß,\n\nwir kommen aus Hamburg zu Ihnen.\n\nViele Grüße\nTom",
                    to=("Anna Weiß (Homburg GmbH) <a.weiss@homburg.example>",),
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nHerr Mayer, mein Kollege, ruft Sie an. Meyers Auto steht im Hof.\n\nMit "
                    "freundlichen Grüßen\nHans Groß",
                    to=("Anna Meyer <a.meyer@example.com>",),
                ),
                Example(
                    "Guten Tag Frau Kempf,\n\nim Auwald ist es im Wald der Stiftung schön.\n\nViele Grüße\nTom",
                    to=("Luise Kempf | Stiftung Auwald <l.kempf@stiftung-auwald.example>",),
                ),
                Example("Hallo Müller,\n\nbis morgen.\n\nGruß\nAnna", to=("mller@example.com",)),
                Example("Hallo Michel,\n\nbis morgen.\n\nGruß\nAnna", to=("Michael Groß <m@example.com>",)),
                Example(
                    "Sehr geehrter Herr Mueller,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nAnna Groß",
                    to=("Tom Müller <t@example.com>",),
                ),
                Example("Hallo Kathi,\n\nbis morgen.\n\nGruß\nAnna", to=("Katharina Weiß <k@example.com>",)),
                Example(
                    "Sehr geehrte Frau Dr. von der Leyen,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nAnna Groß",
                    to=("Ursula von der Leyen <u@example.com>",),
                ),
                Example("Hallo Jan,\n\nbis morgen.\n\nGruß\nAnna", to=("jan-vertrieb@example.com",)),
                Example(
                    "Liebe Frau Meier,\n\nbis morgen.\n\nGruß\nAnna",
                    to=("Anna Meyer <a@example.com>", "Eva Meier <e@example.com>"),
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Jonh,\n\nthank you.\n\nKind regards,\nAnna",
                    to=("John Parker <j@example.com>",),
                    flagged="Jonh",
                    better="John",
                ),
                Example(
                    "Dear Ms Thomson,\n\nthank you.\n\nKind regards,\nAnna",
                    to=("Eve Thompson <e@example.com>",),
                    flagged="Thomson",
                    better="Thompson",
                ),
                Example(
                    "Dear Ms ODonnell,\n\nthank you.\n\nKind regards,\nAnna",
                    to=("Eve O'Donnell <e.odonnell@example.com>",),
                    flagged="ODonnell",
                    better="O'Donnell",
                ),
                Example(
                    "Dear Jon,\n\nthank you.\n\nKind regards,\nAnna",
                    to=("John Parker <j@example.com>",),
                    flagged="Jon",
                    better="John",
                ),
                Example(
                    "Hello Graham,\n\nit is dry at last. Thank you so much, Grahma, you're a star.\n\nKind regards,\nLiz",
                    to=("Graham Tully <g@example.com>",),
                    flagged="Grahma",
                    better="Graham",
                ),
            ),
            good=(
                Example("Dear Gudrun,\n\nthank you.\n\nKind regards,\nAnna", to=("Guðrún Þórsdóttir <g@example.com>",)),
                Example("Dear Anna,\n\nthank you.\n\nKind regards,\nTom", to=("Анна Иванова <a@example.com>",)),
                Example("Hi Jim,\n\nthank you.\n\nKind regards,\nAnna", to=("Steffes, James D. <j@example.com>",)),
                Example(
                    "Dear Mr O'Neill,\n\nthank you.\n\nKind regards,\nAnna",
                    to=("Pat O’Neill <p@example.com>",),
                ),
                Example(
                    "Dear Mr O'Neill,\n\nthank you.\n\nKind regards,\nAnna",
                    to=("Pat ONeill <p.oneill@example.com>",),
                ),
                Example("Hi Sergey,\n\nthank you.\n\nAnna", to=("Sergei Ivanov <s@example.com>",)),
                Example("Jon,\n\nthank you.\n\nAnna", to=("Jonathan Parker <j@example.com>",)),
            ),
        ),
    },
)
