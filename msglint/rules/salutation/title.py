"""salutation.title: the reader's title is left out, too low or too much of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.contacts.greeting import english_doctor, surname_of
from msglint.contacts.readers import Reader, reader_of
from msglint.contacts.titles import Rank, expected_rank, rank_of
from msglint.message.given_names import is_given_name
from msglint.message.greeted import Salutation, Tone
from msglint.message.greeting_pieces import Piece, pieces_of
from msglint.message.model import Channel, Message, Relationship
from msglint.message.patterns import lazy
from msglint.message.spellings import fold
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_GERMAN = frozenset({"Herr", "Frau"})
_ACADEMIC = lazy(r"(?<![\w.-])(?:[\w.]*-)?prof(?:\b|essor)|(?<![\w-])d?dr\b", re.IGNORECASE)
_FIELD = lazy(
    r"(?<![\w-])(?:med|dent|vet|phil|jur|iur|rer|nat|pol|oec|techn|theol|habil|mult|h\.\s?c|e\.\s?h)\.|dr\.?-ing",
    re.IGNORECASE,
)
_PROFESSOR_AND_DOCTOR = lazy(r"prof(?:\.|essor(?:in)?)?\s*dr\.?", re.IGNORECASE)
_PARTICLES_AT_END = lazy(r"(?<![\w.-])(?:(?:v\.|von|vom|zu|zum|zur|und|der|dem|den|des|aus)\s+)+$")
_DEGREE = lazy(r"\bdipl\b|(?<!\w)(?:[MB]\.\s?(?:A|Sc|Eng)\.|LL\.\s?M\.|MBA\b|Ph\.?\s?D\b)", re.IGNORECASE)
_DEGREE_BEHIND = lazy(
    r",?\s+(?P<degree>(?:[MB]\.\s?(?:A|Sc|Eng)\.|LL\.\s?M\.|MBA|Ph\.?\s?D\.?|Dipl\.-[\w.]+)(?:\s*\([^)]*\))?)(?!\w)"
)
# Titles of office stand where the honorific says so: "Herr Rechtsanwalt Dr. Meyer".
_OFFICE = lazy(
    r"(?:rechtsanw[aä]lt(?:in)?|direktor(?:in)?|pfarrer(?:in)?|bürgermeister(?:in)?|notar(?:in)?|"
    r"präsident(?:in)?|minister(?:in)?|richter(?:in)?|dekan(?:in)?|rektor(?:in)?|kollegin|kollege)$",
    re.IGNORECASE,
)
_AUSTRIAN = lazy(
    r"(?<![\w-])(?:m?mag|di|ing|bakk|ddr|hofr[aä]t)\b|\w\.?-\s?prof|(?<!\w)(?:ao|ass|assoc|assoz|univ)\.\s?prof",
    re.IGNORECASE,
)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on "Frau Meyer" where she is known as Dr. Meyer, and on titles that a salutation does not carry."""
    salutation = message.parts.salutation
    if salutation is None or message.channel is Channel.MESSENGER:
        return
    for found in pieces_of(salutation, message.text):
        if not found.greeted.name:
            continue
        piece = _with_particles(found, message.text)
        reader = reader_of(piece.greeted, context.thread)
        hit = _too_little(message, context, salutation, piece, reader) or _too_much(message, salutation, piece, reader)
        if hit is not None:
            yield hit


def _with_particles(piece: Piece, text: str) -> Piece:
    """The name as it is spoken: `von der Heide` stands behind the titles, and is none of them."""
    found = _PARTICLES_AT_END.search(text[piece.start : piece.name.start])
    if found is None:
        return piece
    titles = piece.titles.split()
    kept = titles[: len(titles) - len(found.group().split())]
    return piece._replace(titles=" ".join(kept), name=Span(piece.start + found.start(), piece.name.end))


def _too_little(
    message: Message, context: Context, salutation: Salutation, piece: Piece, reader: Reader | None
) -> Hit | None:
    """The title that the reader is known by is left out, or only a lower one is used."""
    thread = context.thread
    if reader is None or not _by_surname(piece, reader, salutation):
        return None
    expected = expected_rank(reader, thread)
    used = rank_of(piece.titles.split())
    if used >= expected or thread.form_of_address == "du":
        return None
    dropped = not piece.titles and piece.honorific is not None
    title = _title(expected, piece, message, reader)
    span = Span(piece.start, piece.name.end)
    return Hit(
        span=span,
        part="salutation",
        values={"name": reader.person.full, "title": title},
        severity=Severity.WARNING if dropped and not _is_close(message, salutation) else Severity.SUGGESTION,
        confidence=0.85 if dropped else 0.7,
        message=_LOWER if piece.titles else None,
        suggestions=(Suggestion(_worded(piece, title, message, surname_of(reader.person)), span),),
        recipient=reader.person.email,
    )


def _by_surname(piece: Piece, reader: Reader, salutation: Salutation) -> bool:
    """`Frau Meyer`, `Dr. Meyer`, `Guten Tag Anna Meyer`: not `Hallo Anna Meyer`, `Frau Anna` or `Frau Notarin Meyer`."""
    person = reader.person
    words = set(_words(piece.greeted.name))
    if not words & set(_words(person.family)) or not words <= set(_words(person.full)):
        return False
    if piece.titles and rank_of(piece.titles.split()) is Rank.NONE:
        return _is_lower_degree(piece, reader)
    if piece.titles:
        return True
    return piece.honorific is not None or (salutation.tone is not Tone.FAMILIAR and len(words) > 1)


def _is_lower_degree(piece: Piece, reader: Reader) -> bool:
    """`Frau Mag. Meyer`; not where she is called so herself, and not `Herr Pfarrer Meyer`."""
    own = {fold(title) for shape in reader.shapes for title in shape.titles}
    used = piece.titles.split()
    return all((_AUSTRIAN.match(title) or _DEGREE.match(title)) and fold(title) not in own for title in used)


def _words(name: str) -> Iterator[str]:
    return (fold(word) for word in name.replace("-", " ").split())


def _is_close(message: Message, salutation: Salutation) -> bool:
    """Colleagues, and people who already write each other "Liebe Frau Meyer", often leave titles aside."""
    known = message.relationship is Relationship.EXISTING and salutation.tone is Tone.FAMILIAR
    return message.is_internal or known


def _too_much(message: Message, salutation: Salutation, piece: Piece, reader: Reader | None) -> Hit | None:
    """Two titles in a row, the field of the doctorate, a degree, or Mr and a title at once."""
    rest = message.text[piece.name.end : salutation.span.end].strip(" ,!")
    behind = _DEGREE_BEHIND.match(message.text, piece.name.end) if rest else None
    span = Span(piece.start, behind.end() if behind else piece.name.end)
    if behind is None and not _is_overdone(piece, message):
        return None
    if _is_austrian(message, piece, reader) or (salutation.mark == "!" and not _FIELD.search(piece.titles)):
        return None  # the exclamation mark is Austrian, too, or old enough for all the titles
    rank = rank_of(piece.titles.split())
    title = _title(rank, piece, message, reader)
    better = _worded(piece, title, message, piece.name.of(message.text))
    return Hit(
        span=span,
        part="salutation",
        values={"used": " ".join(span.of(message.text).split()), "better": better},
        severity=Severity.SUGGESTION,
        confidence=0.7,
        message=_OVERDONE,
        why=_OVERDONE_WHY,
        suggestions=(Suggestion(better, span),),
        recipient=reader.person.email if reader else "",
    )


def _is_overdone(piece: Piece, message: Message) -> bool:
    titles = piece.titles
    if not titles or _is_usual(piece, message):
        return False
    if len(_ACADEMIC.findall(titles)) > 1 or _FIELD.search(titles) or _DEGREE.search(titles):
        return True
    return piece.honorific is not None and not _is_german(piece, message) and rank_of(titles.split()) > Rank.NONE


def _is_usual(piece: Piece, message: Message) -> bool:
    """`Frau Prof. Dr. Meyer` is what German mails write every day; with the first name it is an address."""
    if not _is_german(piece, message) or not _PROFESSOR_AND_DOCTOR.fullmatch(piece.titles):
        return False
    words = piece.name.of(message.text).split()
    return len(words) == 1 or not is_given_name(words[0])


def _is_austrian(message: Message, piece: Piece, reader: Reader | None) -> bool:
    """In Austria the titles are part of the name, several of them too."""
    addresses = [reader.person.email] if reader else [entry.email for entry in message.headers.recipients]
    titles = " ".join((piece.titles, *(title for shape in (reader.shapes if reader else ()) for title in shape.titles)))
    return (
        message.language == "de-AT"
        or any(address.lower().endswith(".at") for address in addresses)
        or _AUSTRIAN.search(titles) is not None
    )


def _is_german(piece: Piece, message: Message) -> bool:
    if piece.greeted.honorific:
        return piece.greeted.honorific in _GERMAN
    return message.base_language == "de"


def _title(rank: Rank, piece: Piece, message: Message, reader: Reader | None) -> str:
    """The one title that a salutation carries, written as salutations write it."""
    if rank is Rank.PROFESSOR:
        return "Professorin" if piece.greeted.honorific == "Frau" and _is_german(piece, message) else "Professor"
    if rank is Rank.DOCTOR and reader is not None and not _is_german(piece, message):
        return english_doctor([title for shape in reader.shapes for title in shape.titles])
    return "Dr." if rank is Rank.DOCTOR else ""


def _worded(piece: Piece, title: str, message: Message, surname: str) -> str:
    """Honorific, title and name as they can be sent."""
    name = piece.name.of(message.text)
    if _is_german(piece, message):
        honorific = piece.honorific.of(message.text) if piece.honorific else ""
        office = " ".join(word for word in piece.titles.split() if _OFFICE.match(word))
        return " ".join(word for word in (honorific, office, title, name) if word)
    honorific = "" if title or piece.honorific is None else piece.honorific.of(message.text)
    return " ".join(word for word in (honorific, title, surname if title else name) if word)


_LOWER = Text(
    "{name} trägt einen höheren Titel als den in der Anrede: „{title}“.",
    "{name} holds a higher title than the one in the salutation: “{title}”.",
)
_OVERDONE = Text(
    "„{used}“ ist für eine Anrede zu viel; es genügt „{better}“.",
    "“{used}” is too much for a salutation; “{better}” is enough.",
)
_OVERDONE_WHY = Text(
    "In der Anrede steht nur der höchste akademische Titel, ohne Fachrichtung und ohne Diplom; im Englischen ersetzt "
    "er Mr und Ms. Die vollen Titel gehören in die Anschrift.",
    "A salutation carries only the highest academic title, without field and degrees; in English it takes the place "
    "of Mr and Ms. The full titles belong in the address.",
)

_REGARDS = "\n\nvielen Dank für die Unterlagen, die Sie geschickt haben.\n\nMit freundlichen Grüßen\nTom Weiß"
_THANKS = "\n\nthank you for the documents that you have sent.\n\nKind regards,\nTom White"

RULE = Rule(
    id="salutation.title",
    languages=frozenset({"de", "en"}),
    severity=Severity.WARNING,
    title=Text("Titel in der Anrede", "title in the salutation"),
    message=Text(
        "In der Anrede fehlt der Titel von {name}: „{title}“.",
        "The salutation leaves out the title of {name}: “{title}”.",
    ),
    why=Text(
        "Wer seinen Titel führt und ohne ihn angeredet wird, hält das für Unkenntnis oder Absicht.",
        "A reader who uses a title and is greeted without it takes that for ignorance or intent.",
    ),
    source="German etiquette: the highest academic title belongs in the salutation, Professor written out, Dr. "
    "abbreviated (stil.de); English: a title takes the place of Mr and Ms",
    check=check,
    limits=Text(
        "Kennt nur Dr. und Professor; schweigt unter Duzenden, im Messenger, bei österreichischen Titeln und wenn die "
        "Person ohne Titel unterschreibt oder im Verlauf ohne Titel angeredet wurde. „Prof. Dr.“ vor dem Nachnamen ist "
        "im Deutschen üblich und bleibt stehen.",
        "Knows only Dr. and Professor; silent among people who say du, in messengers, with Austrian titles, and if the "
        "person signs without the title or was greeted without it earlier in the thread. German “Prof. Dr.” before the "
        "surname is usual and left alone.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer," + _REGARDS,
                    to=("Dr. Anna Meyer <a.meyer@example.com>",),
                    flagged="Frau Meyer",
                    better="Frau Dr. Meyer",
                ),
                Example(
                    "Sehr geehrter Herr Groß," + _REGARDS,
                    to=('"Groß, Prof. Dr. Hans (ACME)" <h.gross@example.com>',),
                    better="Herr Professor Groß",
                ),
                Example(
                    "Guten Tag Frau Meyer," + _REGARDS,
                    to=("Anna Meyer <a.meyer@example.com>",),
                    answered="Sehr geehrter Herr Weiß,\n\nwann dürfen wir mit den Zahlen rechnen?\n\nMit freundlichen "
                    "Grüßen\nProf. Dr. Anna Meyer\nLeiterin Labor",
                    answered_from="Anna Meyer <a.meyer@example.com>",
                    better="Frau Professorin Meyer",
                ),
                Example(
                    "Sehr geehrter Herr Dr. Groß," + _REGARDS,
                    to=("Prof. Dr. Hans Groß <h.gross@example.com>",),
                    flagged="Herr Dr. Groß",
                    better="Herr Professor Groß",
                ),
                Example(
                    "Sehr geehrter Herr Prof. Dr. Dr. Meyer," + _REGARDS,
                    to=("Prof. Dr. Dr. Hans Meyer <h@example.com>",),
                    flagged="Herr Prof. Dr. Dr. Meyer",
                    better="Herr Professor Meyer",
                ),
                Example(
                    "Sehr geehrte Frau Mag. Huber," + _REGARDS,
                    to=("Dr. Eva Huber <e@example.com>",),
                    better="Frau Dr. Huber",
                ),
                Example("Sehr geehrte Frau Dr. med. Weber," + _REGARDS, better="Frau Dr. Weber"),
                Example("Sehr geehrter Herr Dr. med. von der Heide," + _REGARDS, better="Herr Dr. von der Heide"),
                Example("Sehr geehrte Frau Prof. Dr. Dr. vom Stein," + _REGARDS, better="Frau Professorin vom Stein"),
                Example("Sehr geehrte Frau Prof. Dr. Anna Weber," + _REGARDS, better="Frau Professorin Anna Weber"),
                Example(
                    "Sehr geehrte Frau von der Heide," + _REGARDS,
                    to=("Dr. Anna von der Heide <a.heide@example.com>",),
                    better="Frau Dr. von der Heide",
                ),
                Example("Sehr geehrter Herr Dr. h. c. Weber," + _REGARDS, better="Herr Dr. Weber"),
                Example("Sehr geehrter Herr Dipl.-Ing. Weber," + _REGARDS, better="Herr Weber"),
                Example("Sehr geehrter Herr Weber, M.A.," + _REGARDS, flagged="Herr Weber, M.A.", better="Herr Weber"),
                Example(
                    "Sehr geehrte Frau Meyer, sehr geehrter Herr Groß," + _REGARDS,
                    to=("Anna Meyer <a@example.com>", "Dr. Hans Groß <h@example.com>"),
                    flagged="Herr Groß",
                    better="Herr Dr. Groß",
                ),
                Example(
                    "Guten Tag Anna Meyer," + _REGARDS,
                    to=("Dr. Anna Meyer <a.meyer@example.com>",),
                    flagged="Anna Meyer",
                    better="Dr. Anna Meyer",
                ),
            ),
            good=(
                Example("Sehr geehrte Frau Dr. Meyer," + _REGARDS, to=("Dr. Anna Meyer <a.meyer@example.com>",)),
                Example("Sehr geehrter Herr Prof. Groß," + _REGARDS, to=("Prof. Dr. Hans Groß <h@example.com>",)),
                Example("Sehr geehrter Herr Prof. Dr. Groß," + _REGARDS, to=("Prof. Dr. Hans Groß <h@example.com>",)),
                Example(
                    "Sehr geehrte Frau Prof. Dr. von der Heide," + _REGARDS,
                    to=("Prof. Dr. Anna von der Heide <a.heide@example.com>",),
                ),
                Example("Sehr geehrte Frau Professor Meyer," + _REGARDS, to=("Prof. Anna Meyer <a@example.com>",)),
                Example("Sehr geehrte Frau Dr. Meyer," + _REGARDS, to=("Anna Meyer <a.meyer@example.com>",)),
                Example(
                    "Liebe Anna,\n\nhast du die Unterlagen?\n\nViele Grüße\nTom",
                    to=("Dr. Anna Meyer <a.meyer@example.com>",),
                ),
                Example(
                    "Sehr geehrte Frau Meyer," + _REGARDS,
                    to=("Dr. Anna Meyer <a.meyer@example.com>",),
                    answered="Guten Tag Herr Weiß,\n\nanbei die Unterlagen.\n\nViele Grüße\nAnna Meyer",
                    answered_from="Dr. Anna Meyer <a.meyer@example.com>",
                ),
                Example(
                    "Sehr geehrte Frau Meyer," + _REGARDS,
                    to=("Dr. Anna Meyer <a.meyer@example.com>",),
                    answered="Guten Tag Herr Weiß,\n\nanbei die Unterlagen.\n\n> Hallo Frau Meyer,\n> schicken Sie sie "
                    "mir bitte?",
                    answered_from="Dr. Anna Meyer <a.meyer@example.com>",
                ),
                Example("Sehr geehrte Frau Huber," + _REGARDS, to=("Mag. Eva Huber <e.huber@example.at>",)),
                Example("Sehr geehrter Herr Univ.-Prof. Dr. Huber," + _REGARDS, to=("Max Huber <m@example.at>",)),
                Example("Sehr geehrte Frau Notarin Meyer," + _REGARDS, to=("Dr. Anna Meyer <a@example.com>",)),
                Example("Sehr geehrte Frau Mag. Huber," + _REGARDS, to=("Mag. Dr. Eva Huber <e@example.com>",)),
                Example("Sehr geehrter Herr Ass.-Prof. Dr. Huber," + _REGARDS),
                Example("Sehr geehrter Herr Dipl.-Ing. Huber!" + _REGARDS.replace("\n\nv", "\n\nV", 1)),
                Example(
                    "Sehr geehrte Frau Meyer, sehr geehrter Herr Meyer," + _REGARDS,
                    to=("Dr. Anna Meyer <a@example.com>",),
                ),
                Example("Sehr geehrter Herr Hofrat Dipl.-Ing. Huber," + _REGARDS),
                Example("Sehr geehrter Herr Rechtsanwalt Dr. Weber," + _REGARDS),
                Example("Sehr geehrter Herr Oetker," + _REGARDS, to=("Dr. Oetker GmbH <service@example.com>",)),
                Example("Sehr geehrte Frau Weber," + _REGARDS, to=("Sekretariat Prof. Weber <sek@example.com>",)),
                Example("Sehr geehrte Frau Weber," + _REGARDS, to=("Zahnarztpraxis Dr. Weber <post@example.com>",)),
                Example(
                    "Hallo Frau Meyer,\n\ndie Unterlagen sind da.\n\nViele Grüße\nTom Weiß",
                    to=("Dr. Anna Meyer <a.meyer@example.com>",),
                    channel=Channel.MESSENGER,
                ),
                Example(
                    "Sehr geehrte Frau Meyer," + _REGARDS,
                    to=("Dr. Anna Meyer <a@example.com>", "Eva Meyer <e@example.com>"),
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Meyer," + _THANKS,
                    to=("Dr. Anna Meyer <a.meyer@example.com>",),
                    flagged="Ms Meyer",
                    better="Dr. Meyer",
                ),
                Example(
                    "Dear Dr. Shaw," + _THANKS,
                    to=("Prof. Richard Shaw <r.shaw@example.com>",),
                    flagged="Dr. Shaw",
                    better="Professor Shaw",
                ),
                Example("Dear Mr. Dr. Shaw," + _THANKS, flagged="Mr. Dr. Shaw", better="Dr. Shaw"),
                Example("Dear Prof. Dr. Meyer," + _THANKS, better="Professor Meyer"),
                Example(
                    "Dear Anna Meyer," + _THANKS,
                    to=("Dr. Anna Meyer <a.meyer@example.com>",),
                    better="Dr. Meyer",
                ),
                Example("Dear Mr Shaw, MBA," + _THANKS, flagged="Mr Shaw, MBA", better="Mr Shaw"),
            ),
            good=(
                Example("Dear Dr. Meyer," + _THANKS, to=("Dr. Anna Meyer <a.meyer@example.com>",)),
                Example("Dear Dr Meyer," + _THANKS, to=("Anna Meyer <a.meyer@example.com>",)),
                Example("Dear Professor Shaw," + _THANKS, to=("Prof. Dr. Richard Shaw <r.shaw@example.com>",)),
                Example("Dear Anna," + _THANKS, to=("Dr. Anna Meyer <a.meyer@example.com>",)),
                Example("Hi Anna," + _THANKS, to=("Dr. Anna Meyer <a.meyer@example.com>",)),
                Example("Dear Ms Meyer," + _THANKS, to=("Anna Meyer <a.meyer@example.com>",)),
                Example(
                    "Dear Mr Shaw," + _THANKS,
                    to=("Dr. Richard Shaw <r.shaw@example.com>",),
                    answered="Dear Mr White,\n\nplease find the documents below.\n\nKind regards,\nRichard Shaw",
                    answered_from="Dr. Richard Shaw <r.shaw@example.com>",
                ),
                Example(
                    "Dear Ms Meyer," + _THANKS,
                    to=("Dr. Anna Meyer <a.meyer@example.com>",),
                    channel=Channel.MESSENGER,
                ),
                Example("Dear Sir Malcolm," + _THANKS, to=("Dr. Malcolm Shaw <m.shaw@example.com>",)),
                Example("Dear Mr Hill," + _THANKS, to=("Office of Dr. Hill <office@example.com>",)),
            ),
        ),
    },
)
