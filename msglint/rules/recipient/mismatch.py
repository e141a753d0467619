"""recipient.mismatch: somebody else is greeted than the message goes to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msglint.contacts.greeting import greeting_for
from msglint.contacts.names.matching import Verdict, match_greeted
from msglint.contacts.thread import Thread
from msglint.message.given_names import is_given_name, is_surely_given_name
from msglint.message.greeted import Greeted, Salutation
from msglint.message.model import Message
from msglint.message.name_words import PARTICLES
from msglint.message.patterns import lazy
from msglint.message.people import is_team
from msglint.message.person import Person
from msglint.message.spellings import fold
from msglint.report import Severity, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_MAX_RECIPIENTS = 4
_SURE, _LIKELY, _POSSIBLE, _BY_ADDRESS = 0.95, 0.85, 0.7, 0.6
_EARLIER_MESSAGE = Text(
    "Angeredet wird „{greeted}“, so heißt jemand weiter unten im Verlauf; die Nachricht geht aber an {recipient}.",
    "The message greets “{greeted}”, who wrote further down in the thread; but it goes to {recipient}.",
)
_CONTACT_MESSAGE = Text(
    "Angeredet wird „{greeted}“, die Nachricht geht aber an {recipient}. Im Adressbuch steht {contact}.",
    "The message greets “{greeted}”, but it goes to {recipient}. Your contacts have {contact}.",
)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on a greeted name that belongs to none of the people around the message, where all of them are known."""
    salutation = message.parts.salutation
    thread = context.thread
    if salutation is None or salutation.group or not thread.knows_all_recipients or thread.is_to_self:
        return
    if len(message.headers.recipients) > _MAX_RECIPIENTS or thread.is_to_be_passed_on:
        return
    named = [greeted for greeted in salutation.greeted if greeted.name]
    strangers = [greeted for greeted in named if _is_strangers(greeted, thread)]
    if not strangers or (len(strangers) < len(named) and not _is_in_place_of_one(named, strangers, thread)):
        return
    greeted = strangers[0]
    wrote_earlier = _is_earlier_writer(greeted, thread)
    contact = None if wrote_earlier else _in_contacts(greeted, thread)
    yield Hit(
        span=greeted.span,
        part="salutation",
        values={
            "greeted": greeted.name,
            "recipient": ", ".join(person.full for person in thread.recipients),
            "contact": contact.full + f" <{contact.email}>" * bool(contact.email) if contact else "",
        },
        severity=None if _are_certain(thread) else Severity.WARNING,
        confidence=_SURE if wrote_earlier or contact else _confidence(greeted, thread),
        message=_EARLIER_MESSAGE if wrote_earlier else _CONTACT_MESSAGE if contact else None,
        suggestions=(_better(greeted, salutation, thread, alone=len(named) == len(strangers)),),
        recipient=thread.recipients[0].email if len(thread.recipients) == 1 else "",
    )


def _better(greeted: Greeted, salutation: Salutation, thread: Thread, *, alone: bool) -> Suggestion:
    """The whole salutation; where the others are greeted rightly, only the name of the one who is left."""
    if alone:
        return Suggestion(greeting_for(thread, thread.message.language), salutation.span)
    matches = [match_greeted(other, thread.recipients) for other in salutation.greeted]
    rightly = {match.person for match in matches if match.verdict is Verdict.RIGHT}
    left = next(person for person in thread.recipients if person not in rightly)
    return Suggestion(left.family if greeted.honorific else left.given or left.family, greeted.span)


def _is_in_place_of_one(named: Sequence[Greeted], strangers: Sequence[Greeted], thread: Thread) -> bool:
    """`Dear Edith and Keith` to Edith and Russell: one name wrong, and one recipient not greeted."""
    people = thread.recipients
    if len(strangers) != 1 or len(named) != len(people) or len(thread.message.headers.recipients) != len(people):
        return False
    right = [match_greeted(greeted, people) for greeted in named if greeted is not strangers[0]]
    return len({match.person for match in right if match.verdict is Verdict.RIGHT}) == len(people) - 1


def _is_strangers(greeted: Greeted, thread: Thread) -> bool:
    """Whether nobody around the message can be meant."""
    verdict = match_greeted(greeted, thread.everyone).verdict
    words = [word for word in greeted.name.split() if word.lower() not in PARTICLES]
    if verdict is Verdict.MISSPELLED:
        return _is_earlier_writer(greeted, thread)
    return verdict is Verdict.OTHER and _is_sure(greeted, thread) and not any(_is_known(word, thread) for word in words)


def _is_known(word: str, thread: Thread) -> bool:
    """The headers hold the word, or the answered message was also written by or for somebody called so."""
    return thread.is_in_addresses(word) or fold(word) in thread.spoken_for - _own_names(thread)


def _own_names(thread: Thread) -> frozenset[str]:
    return frozenset(fold(word) for word in thread.sender.words) if thread.sender else frozenset()


def _is_earlier_writer(greeted: Greeted, thread: Thread) -> bool:
    return bool(thread.earlier) and match_greeted(greeted, thread.earlier).verdict is Verdict.RIGHT


def _in_contacts(greeted: Greeted, thread: Thread) -> Person | None:
    """The one person in the address book who is called so."""
    found = {
        (contact.person.full, contact.person.email): contact.person
        for name in (greeted.name, greeted.name.split()[-1])
        for contact in thread.contacts.called(name)
        if match_greeted(greeted, (contact.person,)).verdict is Verdict.RIGHT
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _is_sure(greeted: Greeted, thread: Thread) -> bool:
    """Every recipient's name is known well enough, and the greeted words are a name."""
    return (_is_name(greeted, thread) or _is_full_name(greeted, thread.message)) and all(
        _is_known_well(person, greeted) for person in thread.recipients
    )


def _is_name(greeted: Greeted, thread: Thread) -> bool:
    """Not `Liebe Buchhaltung`, `Hallo Schatz`, `Merry Christmas` or `Herr Landrat`.

    Behind Herr or a title stands a name unless it is an office; elsewhere only a listed first name proves it, or the
    address book.
    """
    words = [word for word in greeted.name.split() if word.lower() not in PARTICLES]
    if (
        not words
        or len(words[-1]) <= _INITIALS
        or not all(word[0].isupper() or is_surely_given_name(word) for word in words)
    ):
        return False
    if greeted.honorific or greeted.titles:
        return bool(greeted.titles) or words[-1].lower() in _SURNAMES or _OFFICE.search(words[-1]) is None
    return is_given_name(words[0]) or is_given_name(words[-1]) or _in_contacts(greeted, thread) is not None


_SURNAMES = frozenset({"richter", "bischof"})  # offices as well, but far more often names


def _is_full_name(greeted: Greeted, message: Message) -> bool:
    """`Guten Tag Siegried Hamann`: so nothing but people are greeted, whatever they are called."""
    salutation, words = message.parts.salutation, greeted.name.split()
    if salutation is None or salutation.opening.lower() not in _BY_FULL_NAME or len(words) < 2:
        return False
    if is_team(greeted.name) or _NO_FIRST_NAME.search(words[0]):
        return False  # "Guten Tag Hausverwaltung Schmidt"
    return words[0][0].isupper() and words[-1][0].isupper() and len(words[-1]) > _INITIALS


_BY_FULL_NAME = frozenset({"guten tag", "grüß gott", "grüezi", "sehr geehrte", "sehr geehrter"})
_NO_FIRST_NAME = lazy(r"(?:ung|schaft|rat|hof|heit|keit|amt|dienst|deutsche[rs]?)$", re.IGNORECASE)
_INITIALS = 2
_OFFICE = lazy(
    r"(?:rat|rätin|räte|(?:bürger|haus|bade|wacht|zahl|rat)meister(?:in)?|präsident(?:in)?|minister(?:in)?|sekretär(?:in)?|anw[aä]lt(?:in)?|berater(?:in)?|"
    r"führer(?:in)?|kanzler(?:in)?|richter(?:in)?|leiter(?:in)?|direktor(?:in)?|intendant(?:in)?|botschafter(?:in)?|"
    r"bisch[oö]f(?:in)?|konsul(?:in)?|ingenieur(?:in)?|abgeordnete[rn]?|doktor(?:in)?|pfarrer(?:in)?|lehrer(?:in)?|"
    r"president|mayor|speaker|ambassador|councillor|chair\w*|secretary|judge|justice|doctor|sir|madam|nachbar(?:in|n)?|"
    r"kolleg(?:e|in|en)|apotheker(?:in)?|prokurist(?:in)?|vermieter(?:in)?|verwalter(?:in)?|verteidiger(?:in)?|"
    r"kommissar(?:in)?|inspektor(?:in)?|dezernent(?:in)?|referent(?:in)?|dozent(?:in)?|assistent(?:in)?|"
    r"sachverständige[rn]?|general|oberst|hauptmann|kassierer(?:in)?|trainer(?:in)?|vorstand|beigeordnete[rn]?|"
    r"gutachter(?:in)?|kämmer(?:er|in))$",
    re.IGNORECASE,
)


def _is_known_well(person: Person, greeted: Greeted) -> bool:
    if person.given and person.family:
        return True
    # `Anna <…>` greeted as Markus; what her surname is, nobody knows, and `Peter <…>` may be a surname.
    by_first_name = not greeted.honorific and not greeted.titles
    return by_first_name and is_surely_given_name(person.given) and is_given_name(greeted.name)


def _are_certain(thread: Thread) -> bool:
    return all(person.certain for person in thread.recipients)


def _confidence(greeted: Greeted, thread: Thread) -> float:
    if not _are_certain(thread):
        return _BY_ADDRESS
    return _LIKELY if greeted.honorific or greeted.titles or len(greeted.name.split()) > 1 else _POSSIBLE


def _to(salutation: str, to: str, *, cc: str = "", text: str = "bis morgen.") -> Example:
    return Example(f"{salutation}\n\n{text}\n\nViele Grüße\nTom Weiß", to=(to,), cc=(cc,) if cc else ())


RULE = Rule(
    id="recipient.mismatch",
    languages=frozenset({"de", "en"}),
    severity=Severity.ERROR,
    title=Text("falsche Person angeredet", "wrong person greeted"),
    message=Text(
        "Angeredet wird „{greeted}“, die Nachricht geht aber an {recipient}.",
        "The message greets “{greeted}”, but it goes to {recipient}.",
    ),
    why=Text(
        "Wer unter fremdem Namen angeredet wird, weiß: Der Text war für jemand anderen. Vielleicht ist auch die "
        "Adresse falsch.",
        "A reader greeted by somebody else's name knows that the text was meant for another. Or the address is wrong.",
    ),
    source="the classic copy-and-paste accident; compared with To, Cc, Reply-To, the answered message and its "
    "signature",
    check=check,
    limits=Text(
        "Schweigt, wenn auch nur ein Empfänger nicht als Person bekannt ist oder der Name eine unbekannte Kurzform "
        "sein könnte.",
        "Silent if even one recipient is not known as a person, or if the name could be an unknown short form.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrter Herr Schulz,\n\nvielen Dank für das Gespräch.\n\nMit freundlichen Grüßen\nTom Weiß",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    flagged="Schulz",
                    better="Guten Tag Anna Meyer,",
                ),
                Example(
                    "hallo jens,\n\nhier das protokoll.\n\nViele Grüße\nTom",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    flagged="jens",
                ),
                Example(
                    "Liebe Anna, lieber Klaus,\n\nder Stand ist gebucht.\n\nViele Grüße\nTom",
                    to=("Anna Meyer <a.meyer@example.com>", "Peter Groß <p@example.com>"),
                    flagged="Klaus",
                    better="Peter",
                ),
                Example(
                    "Hallo Markus,\n\nvielen Dank für das Gespräch.\n\nViele Grüße\nTom",
                    to=("anna.meyer@example.com",),
                    flagged="Markus",
                ),
                Example(
                    "Liebe Nora,\n\ndie Etiketten sind im Druck.\n\nViele Grüße\nTom",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    answered="Hallo Tom, ich übernehme das hier von Nora.\nAnna\n\n> Hallo Tom, druckt ihr?\n> Nora",
                    flagged="Nora",
                ),
                Example(
                    "Hallo Markus,\n\nvielen Dank für das Gespräch.\n\nViele Grüße\nTom",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    flagged="Markus",
                ),
            ),
            good=(
                Example("Hallo Frau Schulz,\n\nbis morgen.\n\nGruß\nTom", to=("Anna Meyer <anna.schulz@example.com>",)),
                Example(
                    "Sehr geehrter Herr Schulz,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nTom Weiß",
                    to=("Anna Meyer <a@example.com>",),
                    cc=("Ralf Schulz <r@example.com>",),
                ),
                Example(
                    "Sehr geehrter Herr Schulz,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nTom Weiß",
                    to=("Sekretariat ACME <office@example.com>",),
                ),
                Example(
                    "Sehr geehrter Herr Dr. Vogt,\n\nder Termin passt.\n\nMit freundlichen Grüßen\nTom Weiß",
                    to=("Sabine Kern <s.kern@example.com>",),
                    answered="Guten Tag Herr Weiß,\n\nHerr Dr. Vogt lässt fragen, ob der 3. passt.\n\nMit freundlichen "
                    "Grüßen\ni. A. Sabine Kern",
                ),
                Example(
                    "Lieber Klaus,\n\nbis Sonntag.\n\nGruß\nTom",
                    to=("Anna Meyer <a@example.com>",),
                    answered="Hallo Tom,\n\nwir kommen gern.\n\nLiebe Grüße\nAnna und Klaus",
                ),
                _to("Liebe Buchhaltung,", "Anna Meyer <a@example.com>"),
                _to("Liebe Vereinsmitglieder,", "Anna Meyer <a@example.com>"),
                _to("Hallo Chef,", "Hans Meyer <h@example.com>"),
                _to("Sehr geehrter Herr Landrat,", "Hans Meyer <h@example.com>"),
                _to("Sehr geehrte Frau Oberbürgermeisterin,", "Anna Meyer <a@example.com>"),
                _to("Frohe Weihnachten,", "Anna Meyer <a@example.com>"),
                _to("Sehr geehrter Herr Klein,", "Deutsche Telekom <k@example.com>"),
                _to("Sehr geehrter Herr Klein,", "Gasthof zum Anker <anker@example.com>"),
                _to("Hallo Jens,", "Leitung Einkauf <einkauf@example.com>"),
                _to("Sehr geehrter Herr Krause,", "Anna Meyer <sekretariat@example.com>"),
                _to("Lieber Torben,", "Anna Meyer <a@example.com>", cc="team@example.com"),
                _to("Hallo Sepp,", "J. Huber <j.huber@example.com>"),
                _to("Liebe Frau Meyer,", "Anna M. <am@example.com>"),
                _to("Hallo Josette,", "Peter J. <pj@example.com>"),
                _to("Hallo Beate,", "de la Cruz <delacruz@example.com>"),
                _to("Hallo Herr Zauner,", "thi-hoa@example.com"),
                _to("Liebe Meyers,", "Ute und Horst Meyer <meyers@example.com>"),
                _to("Hallo Herr Brühl,", "hans-juergen@example.com"),
                _to("Bonjour Pierre,", "Pierre Dupont <p@example.com>"),
                _to(
                    "Sehr geehrter Herr Müller,",
                    "Anna Meyer <a@example.com>",
                    text="Bitte an Herrn Müller weiterleiten.",
                ),
                Example(
                    "Herr Müller, der Hausmeister, kommt um acht.\n\nGruß\nTom",
                    to=("Anna Meyer <a@example.com>",),
                ),
                Example("Hallo Mausi,\n\nbis morgen.\n\nGruß\nTom", to=("Anna Meyer <a@example.com>",)),
                Example(
                    "Sehr geehrte Frau Schulz,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nTom Weiß",
                    to=("anna.meyer@example.com",),
                ),
                Example(
                    "Hallo Michael,\n\nbis morgen.\n\nGruß\nTom",
                    to=("Lucinda James <l@example.com>",),
                    cc=("Michael Groß <m@example.com>",),
                ),
                Example("Hallo Sascha,\n\nbis morgen.\n\nGruß\nTom", to=("Alexander Groß <a@example.com>",)),
                Example("Hallo Sepp,\n\nbis morgen.\n\nGruß\nTom", to=("Josef Groß <j@example.com>",)),
                Example("Hallo zusammen,\n\nbis morgen.\n\nGruß\nTom", to=("Anna Meyer <a@example.com>",)),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Mr Hill,\n\nthank you for the call.\n\nKind regards,\nTom White",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    flagged="Hill",
                    better="Dear Anna Meyer,",
                ),
                Example(
                    "Lorraine, can you call this customer please? Batch is 7714.\n\nSimon",
                    to=("Pete Garrick <p@example.com>",),
                    flagged="Lorraine",
                ),
                Example(
                    "Dear Edith and Keith,\n\nthe hall is ours.\n\nKind regards,\nJoan",
                    to=("Edith Crane <e@example.com>", "Russell Boon <r@example.com>"),
                    flagged="Keith",
                    better="Russell",
                ),
                Example(
                    "Dear Keith and Russell,\n\nthe hall is ours.\n\nKind regards,\nJoan",
                    to=("Edith Crane <s@example.com>", "Russell Boon <s@example.com>"),
                    flagged="Keith",
                    better="Edith",
                ),
                Example(
                    "Dear Ms Carter,\n\nthank you for the call.\n\nKind regards,\nTom White",
                    to=("Peter Dole <p@example.com>",),
                    flagged="Carter",
                ),
            ),
            good=(
                Example("Hi Bill,\n\nsee you.\n\nTom", to=("William Dole <w@example.com>",)),
                Example("Dear Applicant,\n\nthank you.\n\nKind regards,\nTom", to=("Anna Meyer <a@example.com>",)),
                Example("Dear Mr President,\n\nthank you.\n\nKind regards,\nTom", to=("John Dole <j@example.com>",)),
                Example("Hi Jim,\n\nthank you.\n\nTom", to=("IT Operations <ops7@example.com>",)),
                Example("Hi Bill,\n\nthank you.\n\nTom", to=("W. Balson <wb@example.com>",)),
                Example("Merry Christmas,\n\nsee you.\n\nTom", to=("John Smith <j@example.com>",)),
                Example("Oi Sparky,\n\nquiz is at seven.\n\nLou", to=("Bartholomew Finch <b@example.com>",)),
                Example("Hi Dick,\n\nsee you.\n\nTom", to=("Richard Shaw <r@example.com>",)),
                Example("Dear Mr Hill,\n\nthank you.\n\nKind regards,\nTom", to=("hill.office@example.com",)),
            ),
        ),
    },
)
