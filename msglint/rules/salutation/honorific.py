"""salutation.honorific: Herr and Frau in the wrong form, or the wrong one of the two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msglint.contacts.honorifics import Gender, Known, Source, gender_of, known_gender
from msglint.contacts.readers import Reader, reader_of
from msglint.message.greeted import Salutation
from msglint.message.greeting_pieces import Piece, pieces_of
from msglint.message.model import Message
from msglint.message.name_words import PARTICLES
from msglint.message.patterns import lazy
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_ADJECTIVE = lazy(r"(?:sehr\s+)?(?:ge+hrt|verehrt|wert|lieb|liebst|teur)e(?P<ending>[rsnm]?)$", re.IGNORECASE)
_LADIES_AND_GENTLEMEN = lazy(
    r"(?:^|[,!]\s*)(?:sehr\s+)?(?P<adjective>(?:ge+hrt|verehrt|wert|lieb)e[rsnm]?)\s+(?P<ladies>damen?)\s+"
    r"(?:und|&|u\.)\s+(?P<gentlemen>herre?n)(?=\s*(?:[,!:.\n]|$))",
    re.IGNORECASE,
)
_ENDINGS = {"Herr": "r", "Frau": ""}
_OTHER = {
    Gender.MALE: {"Frau": "Herr", "Mrs": "Mr", "Ms": "Mr", "Miss": "Mr", "Madam": "Mr", "Madame": "Monsieur"},
    Gender.FEMALE: {"Herr": "Frau", "Mr": "Ms", "Monsieur": "Madame"},
}
_FEMALE_TITLES = frozenset({"professorin", "direktorin", "pfarrerin", "bürgermeisterin"})
_CONFIDENCE = {Source.SELF: 0.95, Source.RECORD: 0.9, Source.THREAD: 0.7}


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on "Sehr geehrter Frau", and on Herr for somebody whom header, contact or thread call Frau."""
    salutation = message.parts.salutation
    if salutation is None:
        return
    if salutation.own_line and (plural := _wrong_plural(message, salutation)) is not None:
        yield plural
        return
    pieces = [piece for piece in pieces_of(salutation, message.text) if piece.honorific is not None]
    for at, piece in enumerate(pieces):
        reader = reader_of(piece.greeted, context.thread)
        known = known_gender(reader, context.thread) if reader else None
        if reader and known and gender_of(piece.greeted.honorific) not in (known.gender, Gender.NEITHER):
            yield _conflict(message, salutation, piece, reader, known)
        elif salutation.own_line and (hit := _ungrammatical(message, piece, pieces[at + 1 :])) is not None:
            yield hit


def _wrong_plural(message: Message, salutation: Salutation) -> Hit | None:
    """`Sehr geehrte Damen und Herrn`, `Sehr geehrten Damen und Herren`, `Sehr geehrte Dame und Herren`."""
    found = _LADIES_AND_GENTLEMEN.search(salutation.span.of(message.text))
    if found is None:
        return None
    right = {name: _plural_of(name, found[name]) for name in ("adjective", "ladies", "gentlemen")}
    wrong = [name for name in right if right[name] != found[name]]
    if not wrong:
        return None
    written = message.text[salutation.span.start :]
    first, last = found.start(wrong[0]), found.end(wrong[-1])
    better = written[first:last]
    for name in wrong:
        better = better.replace(found[name], right[name])
    span = Span(salutation.span.start + first, salutation.span.start + last)
    return Hit(
        span=span,
        part="salutation",
        values={"written": " ".join(span.of(message.text).split()), "better": better},
        message=_PLURAL,
        confidence=0.9,
        suggestions=(Suggestion(better, span),),
    )


def _plural_of(name: str, word: str) -> str:
    """The word as it stands in `Sehr geehrte Damen und Herren`, in the case it is written in."""
    if name == "adjective":
        return word.rstrip("rsnmRSNM")
    stem, ending = (word[:4], "en") if name == "gentlemen" else (word[:4], "n")
    return stem + (ending.upper() if word.isupper() else ending)


def _ungrammatical(message: Message, piece: Piece, later: Sequence[Piece]) -> Hit | None:
    """An ending that does not go with the honorific, or "Herrn" where nobody is the object."""
    honorific = piece.greeted.honorific
    if honorific not in _ENDINGS or not _is_name(piece) or _shares_greeting(piece, later) or _is_odd(piece, message):
        return None
    span = _opening(piece, message.text)
    written = " ".join(span.of(message.text).split())
    better = _opening_for(piece, honorific, message.text)
    if written == better:
        return None
    return Hit(
        span=span,
        part="salutation",
        values={"written": written, "better": better},
        confidence=0.9,
        suggestions=(Suggestion(better, span),),
    )


def _is_odd(piece: Piece, message: Message) -> bool:
    """`Sehr geehrtes Fräulein` is old, but grammatical."""
    return piece.honorific is not None and piece.honorific.of(message.text).lower().startswith("fräulein")


def _is_name(piece: Piece) -> bool:
    """`Lieber Frau Meyer fragen,` greets nobody."""
    return all(word[:1].isupper() or word.lower() in PARTICLES for word in piece.greeted.name.split())


def _shares_greeting(piece: Piece, later: Sequence[Piece]) -> bool:
    """`Sehr geehrte Herr und Frau Meyer`: one plural for both."""
    return bool(later) and later[0].word is None


def _adjective(piece: Piece, text: str) -> re.Match[str] | None:
    """`Sehr geehrter`, `Liebe`: what takes an ending; `Hallo` does not."""
    return _ADJECTIVE.fullmatch(piece.word.of(text)) if piece.word else None


def _opening(piece: Piece, text: str) -> Span:
    """The adjective and the honorific, or the honorific alone."""
    assert piece.honorific is not None
    start = piece.word.start if piece.word and _adjective(piece, text) else piece.honorific.start
    return Span(start, piece.honorific.end)


def _opening_for(piece: Piece, honorific: str, text: str) -> str:
    """Adjective and honorific as they go together; what is right is kept as written, `Hr.` as well."""
    assert piece.honorific is not None
    written = piece.honorific.of(text)
    if _are_several(piece, text):
        return f"{piece.word.of(text)} Herren" if piece.word else "Herren"
    if honorific != piece.greeted.honorific or written.lower() == "herrn":
        written = honorific.upper() if written.isupper() else honorific
    adjective = _adjective(piece, text)
    if adjective is None or honorific not in _ENDINGS:
        return written
    words = " ".join(adjective.string[: adjective.start("ending")].split())
    ending = _ENDINGS[honorific]
    return f"{words}{ending.upper() if words.isupper() else ending} {written}"


def _are_several(piece: Piece, text: str) -> bool:
    """`Sehr geehrte Herrn,` without a name: the plural is meant."""
    adjective = _adjective(piece, text)
    if piece.greeted.name or piece.titles or piece.honorific is None or adjective is None:
        return False
    return not adjective["ending"] and piece.honorific.of(text).lower() == "herrn"


def _conflict(message: Message, salutation: Salutation, piece: Piece, reader: Reader, known: Known) -> Hit:
    better = _corrected(piece, reader, known.gender, message.text)
    span = Span(_opening(piece, message.text).start, piece.name.end)
    if known.gender is Gender.NEITHER and _adjective(piece, message.text) and len(salutation.greeted) == 1:
        span = Span(salutation.span.start, piece.name.end)
        better = " ".join(word for word in ("Guten Tag", piece.titles, reader.person.full) if word)
    right = _OTHER[known.gender].get(piece.greeted.honorific, "") if known.gender in _OTHER else ""
    return Hit(
        span=span,
        part="salutation",
        values={
            "name": reader.person.full,
            "written": " ".join(span.of(message.text).split()),
            "right": right,
            "better": better,
        },
        severity=Severity.WARNING,
        confidence=_CONFIDENCE[known.source],
        message=_message(known),
        why=_CONFLICT_WHY,
        suggestions=(Suggestion(better, span),) if better else (),
        recipient=reader.person.email,
    )


def _corrected(piece: Piece, reader: Reader, gender: Gender, text: str) -> str:
    """The greeting of this one person as it can be sent; empty where adjective or titles could not be put right."""
    if gender is Gender.NEITHER:
        return "" if _adjective(piece, text) else f"{piece.titles} {reader.person.full}".strip()
    honorific = _OTHER[gender].get(piece.greeted.honorific, "")
    titles = [_title_for(title, gender) for title in piece.titles.split()]
    if not honorific or None in titles:
        return ""
    return " ".join(word for word in (_opening_for(piece, honorific, text), *titles, piece.name.of(text)) if word)


def _title_for(title: str, gender: Gender) -> str | None:
    if gender is not Gender.MALE or not title.lower().endswith("in"):
        return title
    return title[:-2] if title.lower() in _FEMALE_TITLES else None


def _message(known: Known) -> Text:
    if known.gender is Gender.NEITHER:
        return _NEUTRAL
    return _IN_THREAD if known.source is Source.THREAD else _CONFLICT


_PLURAL = Text(
    "In der Anrede steht „{written}“; richtig ist „{better}“.",
    "The salutation says “{written}”; “{better}” is right.",
)
_CONFLICT = Text(
    "Angeredet wird mit „{written}“; {name} ist als „{right}“ bekannt.",
    "The salutation says “{written}”; {name} is known as “{right}”.",
)
_IN_THREAD = Text(
    "Angeredet wird mit „{written}“; im Verlauf heißt {name} „{right}“.",
    "The salutation says “{written}”; the thread calls {name} “{right}”.",
)
_NEUTRAL = Text(
    "Angeredet wird mit „{written}“; {name} nennt für sich weder Herr noch Frau.",
    "The salutation says “{written}”; {name} asks for neither Mr nor Ms.",
)
_CONFLICT_WHY = Text(
    "Mit Herr statt Frau angeredet zu werden, oder umgekehrt, trifft Menschen so wie ein falscher Name.",
    "Being called Mr instead of Ms, or the other way round, hurts as much as a wrong name.",
)

_REGARDS = "\n\nvielen Dank für die Unterlagen, die Sie geschickt haben.\n\nMit freundlichen Grüßen\nTom Weiß"
_THANKS = "\n\nthank you for the documents that you have sent.\n\nKind regards,\nTom White"

RULE = Rule(
    id="salutation.honorific",
    languages=frozenset({"de", "en"}),
    severity=Severity.WARNING,
    title=Text("Herr und Frau verwechselt", "Mr and Ms mixed up"),
    message=Text(
        "„{written}“ passt nicht zusammen; richtig ist „{better}“.",
        "“{written}” does not agree; “{better}” does.",
    ),
    why=Text(
        "Ein Fehler in den ersten drei Wörtern verrät die Vorlage, in der nur der Name ausgetauscht wurde.",
        "A slip in the first three words gives away the template in which only the name was replaced.",
    ),
    source="German grammar; self-description decides, not the reading of a first name (berlin.de, Rundschreiben "
    "Personalpronomen)",
    check=check,
    supersedes=frozenset({"salutation.title"}),
    limits=Text(
        "Schließt nie vom Vornamen auf Herr oder Frau; schweigt, wenn zwei Personen gemeint sein könnten oder die "
        "Quellen einander widersprechen.",
        "Never tells Mr or Ms by a first name; silent if two people could be meant or the sources contradict each "
        "other.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrter Frau Meyer," + _REGARDS, flagged="Sehr geehrter Frau", better="Sehr geehrte Frau"
                ),
                Example("Sehr geehrte Herr Groß," + _REGARDS, flagged="Sehr geehrte Herr", better="Sehr geehrter Herr"),
                Example("Lieber Frau Meyer," + _REGARDS, flagged="Lieber Frau", better="Liebe Frau"),
                Example(
                    "Sehr geehrter Herrn Dr. Groß," + _REGARDS,
                    flagged="Sehr geehrter Herrn",
                    better="Sehr geehrter Herr",
                ),
                Example("Guten Tag Herrn Groß," + _REGARDS, flagged="Herrn", better="Herr"),
                Example("Sehr geehrte Damen und Herrn," + _REGARDS, flagged="Herrn", better="Herren"),
                Example("Sehr geehrte Herrn," + _REGARDS, flagged="Sehr geehrte Herrn", better="Sehr geehrte Herren"),
                Example("Sehr geehrte Dame und Herren," + _REGARDS, flagged="Dame", better="Damen"),
                Example("Sehr geehrten Damen und Herren," + _REGARDS, flagged="geehrten", better="geehrte"),
                Example(
                    "Sehr geehrte Frau Meyer, sehr geehrte Herr Groß," + _REGARDS,
                    flagged="sehr geehrte Herr",
                    better="sehr geehrter Herr",
                ),
                Example(
                    "Sehr geehrter Herr Meyer," + _REGARDS,
                    to=("Frau Anna Meyer <a.meyer@example.com>",),
                    flagged="Sehr geehrter Herr Meyer",
                    better="Sehr geehrte Frau Meyer",
                ),
                Example(
                    "Sehr geehrter Herr Dr. Meyer," + _REGARDS,
                    to=("Kim Meyer <k.meyer@example.com>",),
                    answered="Guten Tag Herr Weiß,\n\nanbei die Unterlagen.\n\nViele Grüße\nKim Meyer (sie/ihr)",
                    answered_from="Kim Meyer <k.meyer@example.com>",
                    better="Sehr geehrte Frau Dr. Meyer",
                ),
                Example(
                    "Sehr geehrter Herr Meyer," + _REGARDS,
                    to=("Kim Meyer (dey/deren) <k.meyer@example.com>",),
                    flagged="Sehr geehrter Herr Meyer",
                    better="Guten Tag Kim Meyer",
                ),
                Example(
                    "Liebe Frau Sommer, liebe Frau Groß," + _REGARDS,
                    to=("Frau Anna Sommer <a@example.com>", "Herr Kim Groß <k@example.com>"),
                    flagged="liebe Frau Groß",
                    better="lieber Herr Groß",
                ),
            ),
            good=(
                Example("Sehr geehrte Frau Herr,\n\nvielen Dank.", to=("Petra Herr <p@example.com>",)),
                Example("Sehr geehrtes Fräulein Meyer,\n\nvielen Dank.", to=("Anna Meyer <a@example.com>",)),
                Example("Sehr geehrter Herr Meyer,\n\nvielen Dank.", to=("Hans Meyer (MS) <h@example.com>",)),
                Example(
                    "Sehr geehrter Herr Meyer,\n\nvielen Dank.",
                    to=("Alex Meyer <a@example.com>",),
                    answered="Guten Tag,\n\nmeine Kollegin Frau Meyer ist krank.\n\nViele Grüße\nAlex Meyer",
                ),
                Example("Sehr geehrte Herren," + _REGARDS),
                Example("Sehr geehrte Damen und Herren," + _REGARDS),
                Example("Meine sehr geehrten Damen und Herren," + _REGARDS),
                Example("Sehr geehrte Dame, sehr geehrter Herr," + _REGARDS),
                Example("Sehr geehrte Frau Meyer, sehr geehrter Herr Groß," + _REGARDS),
                Example("Liebe Frau Meyer, lieber Herr Müller," + _REGARDS),
                Example("Sehr geehrte Herr und Frau Meyer," + _REGARDS),
                Example("Sehr geehrte Frau Meyer und Herr Groß," + _REGARDS),
                Example(
                    "Sehr geehrte Frau Meyer, sehr geehrter Herr Meyer," + _REGARDS,
                    to=("Frau Anna Meyer <a@example.com>",),
                ),
                Example("Sehr geehrter Hr. Groß," + _REGARDS),
                Example("Sehr geehrte Fr. Dr. Meyer," + _REGARDS),
                Example("Sehr geehrte(r) Frau (Herr) Meyer," + _REGARDS, to=("Frau Anna Meyer <a@example.com>",)),
                Example("Sehr geehrte*r Frau Meyer," + _REGARDS),
                Example("Sehr geehrte/r Herr Groß," + _REGARDS),
                Example("Sehr geehrter Herr Meyer," + _REGARDS, to=("Anna Meyer <a.meyer@example.com>",)),
                Example(
                    "Sehr geehrter Herr Meyer," + _REGARDS,
                    to=("Frau Anna Meyer <a@example.com>", "Max Meyer <m@example.com>"),
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nvielen Dank für die Unterlagen.\n\nMit freundlichen Grüßen\nTom Meyer",
                    to=("Kim Meyer <k@example.com>",),
                    answered="Sehr geehrter Herr Meyer,\n\nanbei die Unterlagen.\n\nViele Grüße\nKim Meyer",
                    answered_from="Kim Meyer <k@example.com>",
                ),
                Example(
                    "Sehr geehrte Frau Meyer," + _REGARDS,
                    to=("Kim Meyer <k@example.com>",),
                    answered="Guten Tag Herr Weiß,\n\nübrigens bin ich eine Frau.\n\nViele Grüße\nKim Meyer\n\n"
                    "> Sehr geehrter Herr Meyer,\n> wo sind die Unterlagen?",
                    answered_from="Kim Meyer <k@example.com>",
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Mr Meyer," + _THANKS,
                    to=("Ms Anna Meyer <a.meyer@example.com>",),
                    flagged="Mr Meyer",
                    better="Ms Meyer",
                ),
                Example(
                    "Dear Mr. Carter," + _THANKS,
                    to=("Robin Carter (she/her) <r.carter@example.com>",),
                    better="Ms Carter",
                ),
                Example(
                    "Dear Ms Carter," + _THANKS,
                    to=("Robin Carter <r.carter@example.com>",),
                    answered="Dear Mr White,\n\nplease find the documents below.\n\nKind regards,\nRobin Carter\n"
                    "Pronouns: he/him",
                    answered_from="Robin Carter <r.carter@example.com>",
                    better="Mr Carter",
                ),
                Example(
                    "Dear Mr Carter," + _THANKS,
                    to=("Robin Carter (they/them) <r.carter@example.com>",),
                    better="Robin Carter",
                ),
            ),
            good=(
                Example("Dear Mr Carter," + _THANKS, to=("Robin Carter <r.carter@example.com>",)),
                Example("Dear Mrs Meyer," + _THANKS, to=("Ms Anna Meyer <a.meyer@example.com>",)),
                Example("Dear Mr and Mrs Carter," + _THANKS, to=("Ms Robin Carter <r.carter@example.com>",)),
                Example("Dear Mx Carter," + _THANKS, to=("Ms Robin Carter <r.carter@example.com>",)),
                Example("Dear Dr. Carter," + _THANKS, to=("Ms Robin Carter <r.carter@example.com>",)),
                Example("Dear Robin," + _THANKS, to=("Robin Carter (she/her) <r.carter@example.com>",)),
                Example("Dear Mr Carter," + _THANKS, to=("Robin Carter (she/they) <r.carter@example.com>",)),
                Example("Dear Mr Hill and Ms Carter," + _THANKS, to=("Ms Robin Carter <r.carter@example.com>",)),
                Example("Dear Sir or Madam," + _THANKS, to=("Ms Robin Carter <r.carter@example.com>",)),
                Example("Dear Herr Groß," + _THANKS, to=("Herr Hans Groß <h.gross@example.com>",)),
            ),
        ),
    },
)
