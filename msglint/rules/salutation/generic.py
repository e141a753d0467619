"""salutation.generic: a person whose name is known is greeted as nobody in particular."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.contacts.greeting import greeting_for
from msglint.message.addresses import is_role_address
from msglint.message.given_names import is_given_name
from msglint.message.model import Address, Audience, Message
from msglint.message.patterns import lazy
from msglint.message.person import Person
from msglint.report import Severity, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on "Sehr geehrte Damen und Herren" and its kin, if exactly one person is the reader and the name is sure."""
    salutation = message.parts.salutation
    if salutation is None or not salutation.faceless or salutation.greeted:
        return
    people = context.thread.recipients
    if len(people) != 1 or not _is_known(people[0]):
        return
    if context.thread.is_to_be_passed_on:
        return
    if _goes_to_others_too(message) or message.audience is Audience.AUTHORITY:
        return
    greeting = greeting_for(context.thread, message.language)
    sure = people[0].certain and not _reads_for_others(message, people[0])
    yield Hit(
        span=salutation.span,
        values={"name": people[0].full},
        severity=None if sure else Severity.SUGGESTION,
        confidence=0.9 if sure else 0.6,
        suggestions=(Suggestion(greeting, salutation.span),),
        recipient=people[0].email,
    )


def _goes_to_others_too(message: Message) -> bool:
    """Besides the reader; a copy to one's own house is no reader."""
    headers = message.headers
    own = headers.from_.domain if headers.from_ is not None else ""
    return len(headers.to) > 1 or any(not own or entry.domain != own for entry in headers.cc + headers.bcc)


def _is_known(person: Person) -> bool:
    """By the header, or by an address such as anna.meyer@; `mueller` there may be Müller or not."""
    if person.certain:
        return bool(person.family and person.evident and (person.given or person.honorific))
    return is_given_name(person.given) and not _MAY_HIDE_UMLAUT.search(person.full)


def _reads_for_others(message: Message, person: Person) -> bool:
    """`Anna Meyer <info@…>`: whoever's name stands there, several may read it."""
    return bool(person.email) and any(is_role_address(Address("", entry.email)) for entry in message.headers.to)


_MAY_HIDE_UMLAUT = lazy(r"[aou]e|ss")


RULE = Rule(
    id="salutation.generic",
    languages=frozenset({"de", "en"}),
    severity=Severity.WARNING,
    title=Text("allgemeine Anrede trotz bekanntem Namen", "generic salutation although the name is known"),
    message=Text(
        "Die Anrede nennt niemanden, obwohl die Nachricht an {name} geht.",
        "The salutation names nobody, although the message goes to {name}.",
    ),
    why=Text(
        "Wer mit Namen bekannt ist und trotzdem allgemein angeredet wird, hält die Nachricht für eine Massensendung.",
        "A reader who is known by name and still greeted as anybody takes the message for a mass mailing.",
    ),
    source="XING and LinkedIn etiquette; DIN 5008 practice: the general form is for readers who are not known by name",
    check=check,
    limits=Text(
        "Schweigt bei Rollenadressen (info@), mehreren Empfängern und Behörden.",
        "Silent for role addresses (info@), several recipients and authorities.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Damen und Herren,\n\ndie Messer gehen heute in den Versand.\n\nMit freundlichen Grüßen\n"
                    "Hans Groß",
                    from_="Hans Groß <h.gross@gross.example>",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    cc=("Lager <lager@gross.example>",),
                    better="Guten Tag Anna Meyer,",
                ),
                Example(
                    "Sehr geehrte Damen und Herren,\n\nwir hätten gern ein Angebot.\n\nMit freundlichen "
                    "Grüßen\nHans Groß",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    flagged="Sehr geehrte Damen und Herren,",
                    better="Guten Tag Anna Meyer,",
                ),
                Example(
                    "Sehr geehrte Damen und Herren,\n\nanbei die Rechnung.\n\nViele Grüße\nHans Groß",
                    to=('"Frau Dr. Anna Meyer" <a.meyer@example.com>',),
                    better="Sehr geehrte Frau Dr. Meyer,",
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Damen und Herren,\n\nwir brauchen Brot.\n\nMit freundlichen Grüßen\nHans Groß",
                    to=("Bäckerei Meyer <baeckerei.meyer@web.de>",),
                ),
                Example(
                    "Sehr geehrte Damen und Herren,\n\nbitte leiten Sie diese Anfrage weiter.\n\nMit freundlichen Grüßen\n"
                    "Hans Groß",
                    to=("Anna Meyer <a.meyer@example.com>",),
                ),
                Example(
                    "Sehr geehrte Damen und Herren,\n\nich habe eine Frage.\n\nMit freundlichen Grüßen\nHans Groß",
                    to=("meyer.bau@example.com",),
                ),
                Example(
                    "Sehr geehrte Damen und Herren,\n\nwir hätten gern ein Angebot.\n\nMit freundlichen "
                    "Grüßen\nHans Groß",
                    to=("info@example.com",),
                ),
                Example(
                    "Sehr geehrte Damen und Herren,\n\ndas Protokoll folgt.\n\nMit freundlichen Grüßen\nHans Groß",
                    to=("Anna Meyer <a@example.com>", "Tom Weiß <t@example.com>"),
                ),
                Example(
                    "Sehr geehrte Damen und Herren,\n\nich habe eine Frage.\n\nMit freundlichen Grüßen\nHans Groß",
                    to=("Vertrieb ACME GmbH <vertrieb@example.com>",),
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Sir or Madam,\n\nplease send us an offer.\n\nKind regards,\nTom White",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    better="Dear Anna Meyer,",
                ),
                Example(
                    "To whom it may concern,\n\nplease find our order below.\n\nKind regards,\nTom White",
                    to=("Dr. Anna Meyer <a.meyer@example.com>",),
                    better="Dear Dr. Meyer,",
                ),
            ),
            good=(
                Example(
                    "Dear Sir or Madam,\n\nplease send us an offer.\n\nKind regards,\nTom White",
                    to=("sales@example.com",),
                ),
                Example(
                    "Dear Anna,\n\nplease send us an offer.\n\nKind regards,\nTom White",
                    to=("Anna Meyer <a.meyer@example.com>",),
                ),
            ),
        ),
    },
)
