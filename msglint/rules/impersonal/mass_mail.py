"""impersonal.mass-mail: a text that could go to anybody, sent to somebody whose name is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.contacts.greeting import greeting_for
from msglint.contacts.organisations import organisations_of
from msglint.contacts.thread import Thread
from msglint.message.addresses import is_public_provider, is_role_address
from msglint.message.lines import masked
from msglint.message.model import Address, Channel, Message
from msglint.message.patterns import lazy
from msglint.message.person import Person
from msglint.message.quotations import without_quotations
from msglint.message.spellings import fold
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Option, Rule
from msglint.texts import Text

_MASS_WORDING = lazy(
    r"\b(?:(?:liebe|geehrte|verehrte|geschätzte|hallo|guten\s+tag)r?\s+(?:\w+\s+und\s+)?(?:kund\w*|gründer\w*|selbständige\w*|selbstständige\w*|"
    r"freiberufler\w*|entscheider\w*|geschäftsführer\w*|praxisinhaber\w*|(?:laden|haus|firmen|shop|betriebs)?inhaber\w*|"
    r"(?:haus|immobilien|wohnungs)?eigentümer\w*|hausbesitzer\w*|handwerker\w*|gastronom\w*|hotelier\w*|händler\w*|teilnehmer\w*|bewerber\w*|website-?betreiber\w*|"
    r"partner\w*|geschäftspartner\w*|"
    r"interessent\w*|geschäftsfreunde|mandant\w*|abonnent\w*|leser\w*|nutzer\w*|unternehmer\w*|newsletter\w*)"
    r"|an\s+alle\s+(?:unsere\w*\s+)?(?:kunden|partner|geschäftspartner|lieferanten|interessenten|nutzer)"
    r"|(?:alle|allen)\s+unsere[nr]?\s+(?:kunden|partner\w*|geschäftspartner\w*)"
    r"|unser(?:e|en|em)?\s+(?:\w+\s+)?angebot\w*\s+für\s+sie\b|(?:wir\s+)?möchten\s+(?:wir\s+)?sie\s+(?:\w+\s+){0,6}"
    r"informieren|wir\s+freuen\s+uns,?\s+ihnen\s+(?:\w+\s+){0,4}(?:vorstellen|präsentieren|anbieten)"
    r"|exklusiv\s+für\s+(?:sie|unsere)|(?:vom|von\s+diesem|aus\s+dem|aus\s+diesem)\s+(?:newsletter|verteiler)\s+abmelden"
    r"|(?:dear|hello|hi)\s+(?:valued\s+|all\s+|fellow\s+|esteemed\s+)?(?:customers?|clients?|partners?|subscribers?|friends|users?|"
    r"(?:business|home|shop|store|site|website|property|restaurant|company|small\s+business)\s*(?:owners?|leaders?)|entrepreneurs?|founders?|decision[ -]makers?|"
    r"managers?|marketers?|homeowners?|webmasters?|readers?|applicants?|candidates?|(?:hiring|marketing|sales|site)\s+managers?)"
    r"|valued\s+(?:customers?|clients?|partners?)|to\s+all\s+(?:of\s+)?our\s+(?:customers|clients|partners|users|suppliers)"
    r"|all\s+(?:of\s+)?our\s+(?:customers|clients|partners)|we\s+(?:would\s+like|are\s+writing|are\s+pleased|are\s+excited|"
    r"are\s+delighted|are\s+happy)\s+to\s+(?:inform|introduce|announce|offer|present)"
    r"|our\s+(?:special\s+|exclusive\s+|latest\s+)?offers?\s+for\s+you|unsubscribe)\b",
    re.IGNORECASE,
)
_PERSONAL = lazy(
    r"\b(?:wie\s+(?:\w+\s+){0,2}(?:besprochen|vereinbart|gewünscht|versprochen|angekündigt|erwähnt|abgesprochen)|"
    r"(?:ihr|dein|eu)e?[nmrs]?\s+(?:\w+e[nmrs]?\s+)?(?:anruf|anfrage|mail|e-mail|nachricht|schreiben|brief|besuch|vortrag|"
    r"bestellung|auftrag|vertrag\w*|bewerbung|kündigung|rückmeldung|antwort|frage|bitte|hinweis|hilfe|einladung|"
    r"artikel|buch|projekt|veranstaltung|rechnung|konto|reservierung|buchung|termin|anmeldung|mitgliedschaft)\b|"
    r"(?:unser|dem|das|im)\w*\s+(?:\w+\s+)?(?:gespräch|telefonat|treffen|begegnung|termin)\b|haben\s+(?:wir|sie)\s+(?:uns|mich|mir)|"
    r"getroffen|telefoniert|kennengelernt|"
    r"as\s+(?:we\s+)?(?:discussed|agreed|promised|requested|mentioned)|your\s+(?:\w+\s+)?(?:call|inquiry|enquiry|e-?mail|message|"
    r"letter|visit|talk|order|contract|application|question|request|reply|feedback|article|book|project|event|"
    r"invoice|account|reservation|booking|registration|membership)\b|our\s+(?:\w+\s+)?(?:call|conversation|meeting|discussion|talk)\b|"
    r"we\s+(?:met|spoke|talked)|met\s+you)|\d{5,}",
    re.IGNORECASE,
)
_LEGAL = lazy(
    r"§|\bagb\b|geschäftsbedingungen|datenschutz|dsgvo|gesetzlich|widerruf|kündig|mahnung|rückruf|(?<!umsatz)(?<!mehrwert)steuer|frist\b|"
    r"betriebsferien|wartungsarbeiten|störung|terms\s+of\s+(?:service|use)|privacy\s+policy|gdpr|legal\s+notice|recall|"
    r"maintenance|outage|statutory",
    re.IGNORECASE,
)
_NAME_BEFORE = lazy(r"\A[^\W\d_]+(?=\s*[,!:–-]\s)")
_TELLING = 4
_MIN_NAME = 3


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the salutation or the words for everybody, if nothing in the text belongs to this reader."""
    if message.channel is Channel.MESSENGER or message.is_reply or message.is_internal:
        return
    headers, salutation = message.headers, message.parts.salutation
    if not headers.to or len(headers.to) > context.number("max-recipients") or headers.bcc or context.thread.is_to_self:
        return
    greets_all = salutation is not None and _MASS_WORDING.search(salutation.span.of(message.text)) is not None
    if salutation is not None and (
        (salutation.greeted and not greets_all) or (salutation.group and len(headers.to + headers.cc) > 1)
    ):
        return
    if not _are_known(message, context.thread.recipients):
        return
    parts = message.parts
    words = _MASS_WORDING.search(without_quotations(masked(message.text, (*parts.own, *parts.footers))))
    said = f"{headers.subject or ''}\n{parts.body_text}"
    told = said
    if salutation and greets_all:  # a program puts the first name before the subject; that makes nothing personal
        told = f"{salutation.span.of(message.text)}\n{_NAME_BEFORE.sub('', said)}"
    if words is None or _LEGAL.search(said) or _is_personal(context.thread, told):
        return
    people = context.thread.recipients
    faceless = salutation is not None and (salutation.faceless or greets_all)
    span = salutation.span if salutation is not None and faceless else Span(*words.span())
    yield Hit(
        span=span,
        values={"name": _names(people), "words": " ".join(words.group().split())},
        confidence=0.8,
        suggestions=(
            Suggestion(
                greeting_for(context.thread, message.language) if faceless else _question(message, people), span
            ),
        ),
        recipient=people[0].email if len(people) == 1 else "",
    )


def _are_known(message: Message, people: tuple[Person, ...]) -> bool:
    """Every recipient is a person with a sure name at an address of their own."""
    to = message.headers.to
    if len(people) != len(to) or any(is_role_address(Address("", entry.email)) for entry in to):
        return False
    return all(person.certain and person.evident and person.given and person.family for person in people)


def _is_personal(thread: Thread, said: str) -> bool:
    """Something of this reader's: a name, the firm, a matter between the two."""
    if _PERSONAL.search(said):
        return True
    words = {fold(word) for word in re.findall(r"\w+", said)}
    if words & {fold(word) for person in thread.recipients for word in person.words if len(word) >= _MIN_NAME}:
        return True
    folded = fold(said)
    firms = [fold(firm) for firm in organisations_of(thread)]
    domains = [
        entry.domain.rpartition(".")[0] for entry in thread.message.headers.to if not is_public_provider(entry.domain)
    ]
    labels = [fold(word) for domain in domains for word in re.split(r"[.-]", domain)]
    return any(len(word) >= _TELLING and word in folded for word in (*firms, *labels))


def _names(people: tuple[Person, ...]) -> str:
    return ", ".join(person.full for person in people)


def _question(message: Message, people: tuple[Person, ...]) -> str:
    name = _names(people)
    if message.base_language == "en":
        return f"What in this is for {name} in particular?"
    return f"Was davon betrifft gerade {name}?"


RULE = Rule(
    id="impersonal.mass-mail",
    languages=frozenset({"de", "en"}),
    severity=Severity.WARNING,
    title=Text("Rundschreiben an eine bekannte Person", "circular to a known person"),
    message=Text(
        "Die Mail geht an {name}, könnte aber an jeden gehen: „{words}“, und nichts darin gilt gerade dieser Person.",
        "The mail goes to {name}, but could go to anybody: “{words}”, and nothing in it is for this person.",
    ),
    why=Text(
        "Wer seinen Namen im Adressfeld sieht und im Text nirgends vorkommt, hält sich für eine Zeile in einem "
        "Verteiler. Ein Satz, der nur ihm gelten kann, ändert das.",
        "Whoever sees their name in the address field and nowhere in the text feels like a line in a list. One "
        "sentence that can only be meant for them changes that.",
    ),
    source="own observation: circulars sent one by one; guides to first messages ask for one personal reference",
    check=check,
    options=(
        Option(
            "max-recipients",
            5,
            Text(
                "an so viele Personen im Feld „An“ gilt eine Mail noch als persönlich",
                "to so many persons in To a mail still counts as personal",
            ),
        ),
    ),
    supersedes=frozenset({"salutation.generic", "boilerplate.announcement"}),
    limits=Text(
        "Nur wenn jeder Empfänger eine Person mit bekanntem Namen ist. Rundbriefe mit Abmeldekopf, Mails im Haus, "
        "Antworten und rechtliche Mitteilungen bleiben unbeanstandet.",
        "Only where every recipient is a person whose name is known. Newsletters with an unsubscribe header, mail "
        "inside the house, replies and legal notices are left alone.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Liebe Kunden,\n\nwir freuen uns, Ihnen unsere neue Reihe von Gartenmöbeln vorzustellen. Sie ist "
                    "wetterfest und in vier Farben zu haben.\n\nMit freundlichen Grüßen\nTom Weiß",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    subject="Neue Gartenmöbel",
                    flagged="Liebe Kunden,",
                    better="Guten Tag Anna Meyer,",
                ),
                Example(
                    "Guten Tag,\n\nwir möchten Sie über unsere neuen Öffnungszeiten informieren: Ab Mai ist das Lager "
                    "auch samstags besetzt.\n\nMit freundlichen Grüßen\nTom Weiß",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    subject="Neue Öffnungszeiten",
                    flagged="wir möchten Sie über unsere neuen Öffnungszeiten informieren",
                    better="Was davon betrifft gerade Anna Meyer?",
                ),
                Example(
                    "Sehr geehrte Damen und Herren,\n\ndiese Nachricht geht an alle unsere Partner: Im Herbst ziehen "
                    "wir nach Kassel um.\n\nMit freundlichen Grüßen\nTom Weiß",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    flagged="Sehr geehrte Damen und Herren,",
                ),
                Example(
                    "Liebe Gründerinnen und Gründer,\n\nunser Seminar bringt den Vertrieb voran. Es findet am 6. Oktober statt und kostet 490 Euro zuzüglich Umsatzsteuer.\n\nMit freundlichen Grüßen\nTom Weiß",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    subject="Anna, ein Seminar",
                ),
            ),
            good=(
                Example(
                    "Guten Tag,\n\nwir möchten Sie über unsere neuen Öffnungszeiten informieren. Ihre Bestellung "
                    "können Sie jetzt auch samstags holen.\n\nMit freundlichen Grüßen\nTom Weiß",
                    to=("Anna Meyer <a.meyer@example.com>",),
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nwir möchten Sie über unsere neuen Öffnungszeiten informieren.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß",
                    to=("Anna Meyer <a.meyer@example.com>",),
                ),
                Example(
                    "Liebe Kunden,\n\nwir freuen uns, Ihnen unsere neue Reihe vorzustellen.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß",
                    to=("info@example.com",),
                ),
                Example(
                    "Liebe Partner,\n\nwir möchten Sie über den Umzug informieren.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß",
                    to=("Anna Meyer <a.meyer@example.com>", "Jan Groß <j.gross@example.net>"),
                ),
                Example(
                    "Sehr geehrte Damen und Herren,\n\nwir möchten Sie über die Änderung unserer AGB informieren.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß",
                    to=("Anna Meyer <a.meyer@example.com>",),
                ),
                Example(
                    "Liebe Gründerinnen und Gründer,\n\nunser Seminar bringt den Vertrieb voran. Ihre Anmeldung ist da.\n\nMit freundlichen Grüßen\nTom Weiß",
                    to=("Anna Meyer <a.meyer@example.com>",),
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Customer,\n\nwe are pleased to introduce our new range of garden chairs. They are made of "
                    "oak and come in four colours.\n\nKind regards,\nTom White",
                    to=("Eve Parker <e.parker@example.com>",),
                    flagged="Dear Customer,",
                    better="Dear Eve Parker,",
                ),
                Example(
                    "Hello,\n\nwe would like to inform all our partners that we are moving to Leeds in the autumn."
                    "\n\nKind regards,\nTom White",
                    to=("Eve Parker <e.parker@example.com>",),
                    flagged="we would like to inform",
                ),
                Example(
                    "Dear business owner,\n\nOur seminar brings your sales forward. It takes place in Leeds on 6 October.\n\nKind regards,\nTom White",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    subject="Anna, a seminar",
                ),
            ),
            good=(
                Example(
                    "Hello,\n\nwe would like to inform you that your order is on its way to you.\n\n"
                    "Kind regards,\nTom White",
                    to=("Eve Parker <e.parker@example.com>",),
                ),
                Example(
                    "Dear Ms Parker,\n\nwe are pleased to introduce our new range of garden chairs.\n\n"
                    "Kind regards,\nTom White",
                    to=("Eve Parker <e.parker@example.com>",),
                ),
                Example(
                    "Dear colleagues,\n\nwe are pleased to announce that the canteen is open again.\n\nTom White",
                    from_="Tom White <tom@example.com>",
                    to=("Eve Parker <e.parker@example.com>",),
                ),
                Example(
                    "Dear business owner,\n\nYour registration has arrived. Our seminar takes place in Leeds on 6 October.\n\nKind regards,\nTom White",
                    to=("Anna Meyer <a.meyer@example.com>",),
                ),
            ),
        ),
    },
)
