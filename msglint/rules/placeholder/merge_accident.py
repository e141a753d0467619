"""placeholder.merge-accident: the salutation shows how a program put it together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.contacts.thread import Thread
from msglint.message.given_names import is_given_name, is_surely_given_name
from msglint.message.greeted import Greeted, Salutation
from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.message.person import Person
from msglint.message.spellings import fold, same_spelling
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_OPENING = r"(?:sehr\s+geehrte[rs]?|guten\s+(?:tag|morgen|abend)|hallo|liebe[rs]?|dear|hello|hi)"
_HONORIFIC = r"(?:herrn?|frau|mr\.?|mrs\.?|ms\.?)"
_GREETED_TWICE = lazy(
    rf"^[ \t]*(?P<first>(?P<opening>{_OPENING})(?P<honorific>[ \t]+{_HONORIFIC})?)[ \t]+"
    rf"(?P<second>(?P<again>{_OPENING})[ \t]+{_HONORIFIC})[ \t]+(?P<name>[^\n,!:]{{2,60}})",
    re.IGNORECASE | re.MULTILINE,
)
_TWO_HONORIFICS = lazy(
    rf"^[ \t]*{_OPENING}[ \t]+(?P<both>(?P<one>{_HONORIFIC})[ \t]+(?P<other>{_HONORIFIC}))(?=[ \t,!:\n]|$)"
    r"(?P<rest>[^\n,!:]*)",
    re.IGNORECASE | re.MULTILINE,
)
_LINES_THAT_GREET = lazy(
    r"\A"
    + r"[ \t]*\n\s*".join(
        rf"(?P<opening{number}>{_OPENING})(?P<honorific{number}>[ \t]+{_HONORIFIC})?[ \t]+(?:(?:Dr|Prof)\.[ \t]+)*"
        rf"(?P<name{number}>[^\W\d_][\w'’-]*)[ \t]*[,!:]?"
        for number in (1, 2)
    )
    + r"[ \t]*(?:\n|\Z)",
    re.IGNORECASE,
)
_DOUBLED_BLANK = lazy(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_HEAD = 300
_LONGEST_SALUTATION = 120


def check(message: Message, context: Context) -> Iterator[Hit]:
    """One hit on the worst trace of a mail merge in the salutation."""
    own = message.parts.own_text
    start = len(own) - len(own.lstrip())
    head = own[start : start + _HEAD]
    hit = _greeted_twice(head, start) or _two_salutations(head, start) or _two_honorifics(head, start, context.thread)
    salutation = message.parts.salutation
    if hit is None and salutation is not None and len(salutation.span) <= _LONGEST_SALUTATION:
        hit = _in_salutation(message, salutation, context.thread)
    if hit is not None:
        yield hit


def _greeted_twice(head: str, offset: int) -> Hit | None:
    """`Sehr geehrte Frau Sehr geehrte Frau Meyer`; some do write `Guten Tag sehr geehrte Frau Meyer`."""
    match = _GREETED_TWICE.search(head)
    if match is None or not match["second"][0].isupper():
        return None
    if not match["honorific"] and fold(match["opening"]) != fold(match["again"]):
        return None
    span = Span(offset + match.start("first"), offset + match.end("name"))
    rest = match.group()[match.end("first") - match.start() :]
    return Hit(
        span=span,
        values={"words": _words_at(head, span, offset)},
        confidence=0.95,
        suggestions=(Suggestion(rest.lstrip(" ,\t"), span),),
    )


def _words_at(head: str, span: Span, offset: int) -> str:
    """The characters at `span`, blanks made one."""
    return " ".join(head[span.start - offset : span.end - offset].split())


def _two_honorifics(head: str, offset: int, thread: Thread) -> Hit | None:
    """`Sehr geehrter Herr Herr Meyer`; but somebody may be called Herr or Frau."""
    match = _TWO_HONORIFICS.search(head)
    if match is None:
        return None
    surname_follows = any(char.isalpha() for char in match["rest"])
    if not surname_follows or any(_is_called(person, match["other"]) for person in thread.everyone):
        return None
    if not (match["one"][0].isupper() and match["other"][0].isupper()):
        return None
    same = fold(match["one"])[:3] == fold(match["other"])[:3]
    span = Span(offset + match.start("both"), offset + match.end("both"))
    return Hit(
        span=span,
        values={"words": match["both"]},
        confidence=0.95 if same else 0.9,
        suggestions=(Suggestion(match["one"], span, safe=True),) if same else (),
    )


def _is_called(person: Person, word: str) -> bool:
    return any(same_spelling(part, word) for part in person.words)


def _in_salutation(message: Message, salutation: Salutation, thread: Thread) -> Hit | None:
    return (
        next(filter(None, (_doubled_name(greeted, thread) for greeted in salutation.greeted)), None)
        or next(filter(None, (_in_capitals(greeted, thread) for greeted in salutation.greeted)), None)
        or _doubled_blank(message, salutation)
        or next(filter(None, (_whole_name(greeted, salutation, thread) for greeted in salutation.greeted)), None)
    )


def _two_salutations(head: str, offset: int) -> Hit | None:
    """The next line greets the same person again; `Liebe Frau Meyer, / lieber Herr Meyer,` are two."""
    match = _LINES_THAT_GREET.match(head)
    if match is None or match["opening2"][0].islower() or not same_spelling(match["name1"], match["name2"]):
        return None
    first, second = ((match[f"honorific{number}"] or "").strip().lower() for number in (1, 2))
    if first != second and first and second:
        return None
    span = Span(offset + match.start("opening2"), offset + len(match.group().rstrip()))
    return Hit(
        span=span,
        values={"words": _words_at(head, span, offset)},
        confidence=0.9,
        message=Text(
            "Die Nachricht grüßt dieselbe Person zweimal: „{words}“",
            "The message greets the same person twice: “{words}”",
        ),
    )


def _doubled_name(greeted: Greeted, thread: Thread) -> Hit | None:
    """`Hallo Anna Anna`; a Thomas Thomas has both names in the header."""
    words = greeted.name.split()
    if len(words) < 2 or words[0] != words[1] or len(words[0]) < 3 or not words[0][0].isupper():
        return None
    if any(fold(person.given) == fold(person.family) == fold(words[0]) for person in thread.everyone):
        return None
    start = greeted.span.start
    span = Span(start, start + greeted.name.index(words[1], len(words[0])) + len(words[1]))
    return Hit(
        span=span,
        values={"words": f"{words[0]} {words[1]}"},
        confidence=0.9,
        suggestions=(Suggestion(words[0], span, safe=True),),
    )


def _in_capitals(greeted: Greeted, thread: Thread) -> Hit | None:
    """`Hallo MÜLLER,` where the header has Müller; short names may be initials."""
    letters = [char for char in greeted.name if char.isalpha()]
    if len(letters) < 4 or not all(char.isupper() or char == "ß" for char in letters):
        return None
    if thread.message.parts.own_text.isupper():  # that is how the writer writes; tone.shouting says so
        return None
    headers = thread.message.headers
    written = [word for entry in headers.to + headers.cc for word in re.findall(r"[^\W\d_][\w'’-]*", entry.name)]
    better = [_as_in_header(word, written) for word in greeted.name.split()]
    if not all(better):
        return None
    return Hit(
        span=greeted.span,
        severity=Severity.WARNING,
        values={"words": greeted.name},
        confidence=0.85,
        message=Text(
            "Der Name steht in Großbuchstaben da wie in einer Datenbank: „{words}“",
            "The name is in capitals, as in a database: “{words}”",
        ),
        suggestions=(Suggestion(" ".join(better), greeted.span, safe=True),),
    )


def _as_in_header(word: str, written: list[str]) -> str:
    return next((entry for entry in written if same_spelling(entry, word) and not entry.isupper()), "")


def _doubled_blank(message: Message, salutation: Salutation) -> Hit | None:
    """Blanks that stood around a padded field; who types two blanks does so elsewhere too."""
    text = salutation.span.of(message.text)
    match = _DOUBLED_BLANK.search(text) if salutation.greeted and "\n" not in text else None
    if match is None or _DOUBLED_BLANK.search(message.text, salutation.span.end):
        return None
    start = salutation.span.start
    to_mark = text[match.end() :].strip() == salutation.mark and bool(salutation.mark)
    span = Span(start + match.start(), start + match.end())
    return Hit(
        span=span,
        severity=Severity.SUGGESTION,
        values={"words": " ".join(text.split())},
        confidence=0.7,
        message=Text(
            "In der Anrede stehen zwei Leerzeichen, wo ein Feld eingesetzt wurde.",
            "The salutation has two blanks where a field was filled in.",
        ),
        suggestions=(Suggestion("" if to_mark else " ", span, safe=True),),
    )


def _whole_name(greeted: Greeted, salutation: Salutation, thread: Thread) -> Hit | None:
    """`Dear Mr John Smith`: English has the honorific with the surname or the whole name without it."""
    words = greeted.name.split()
    if salutation.language != "en" or greeted.honorific not in ("Mr", "Mrs", "Ms", "Miss") or len(words) != 2:
        return None
    if greeted.titles or "." in greeted.name or not is_given_name(words[0]):
        return None
    person = next((one for one in thread.everyone if one.family and same_spelling(one.family, words[1])), None)
    by_header = person is not None and bool(person.given) and same_spelling(person.given.split()[0], words[0])
    if not by_header and not (is_surely_given_name(words[0]) and not thread.everyone):
        return None
    return Hit(
        span=greeted.span,
        severity=Severity.SUGGESTION,
        values={"words": greeted.name, "family": words[1]},
        confidence=0.7,
        message=Text(
            "Neben der Anrede „{words}“ mit Mr oder Ms steht der Vorname; englisch genügt „{family}“.",
            "“{words}” has the first name beside Mr or Ms; “{family}” alone will do.",
        ),
        suggestions=(Suggestion(words[1], greeted.span),),
    )


RULE = Rule(
    id="placeholder.merge-accident",
    languages=frozenset({"de", "en"}),
    severity=Severity.ERROR,
    title=Text("missglückter Serienbrief", "mail merge gone wrong"),
    message=Text(
        "In der Anrede ist etwas doppelt eingesetzt: „{words}“",
        "Something was filled in twice in the salutation: “{words}”",
    ),
    why=Text(
        "Gerade die Zeile, die persönlich sein soll, zeigt dem Leser, dass ein Programm sie gefüllt hat.",
        "The very line that is meant to be personal shows the reader that a program filled it.",
    ),
    source="mail-merge fields that hold more than their name says (a whole salutation in “name”, capitals from a CRM)",
    check=check,
    supersedes=frozenset(
        {
            "recipient.mismatch",
            "recipient.misspelled",
            "salutation.punctuation",
            "salutation.honorific",
            "salutation.title",
            "tone.shouting",
        }
    ),
    limits=Text(
        "Leere Felder („Hallo ,“, „Sehr geehrte/r“) meldet placeholder.leftover. Namen in Großbuchstaben gelten nur, "
        "wenn der Empfänger im Kopf anders geschrieben ist; wer wirklich Herr oder Thomas Thomas heißt, heißt auch "
        "dort so.",
        "Empty fields (“Hallo ,”, “Dear ,”) are reported by placeholder.leftover. Names in capitals count only where "
        "the header writes them otherwise; who is really called Herr or Thomas Thomas is called so there.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Sehr geehrte Frau Meyer,\n\nvielen Dank für Ihren Auftrag, wir liefern am "
                    "Montag.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Sehr geehrte Frau Sehr geehrte Frau Meyer",
                    better="Sehr geehrte Frau Meyer",
                ),
                Example(
                    "Sehr geehrter Herr Herr Groß,\n\nwir liefern am Montag.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Herr Herr",
                    better="Herr",
                ),
                Example(
                    "Hallo Anna Anna,\n\nwir liefern am Montag zu dir.\n\nViele Grüße\nTom",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    flagged="Anna Anna",
                    better="Anna",
                ),
                Example(
                    "Guten Tag Frau MÜLLER,\n\nwir liefern am Montag.\n\nMit freundlichen Grüßen\nTom Weiß",
                    to=("Anna Müller <a.mueller@example.com>",),
                    flagged="MÜLLER",
                    better="Müller",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nSehr geehrte Frau Meyer,\n\nwir liefern am Montag.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß",
                    flagged="Sehr geehrte Frau Meyer,",
                ),
                Example(
                    "Sehr geehrte Frau  Meyer,\n\nwir liefern am Montag.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="  ",
                    better=" ",
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\nsehr geehrter Herr Meyer,\n\nwir liefern am Montag.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Liebe Anna, lieber Jan,\n\nam Montag bin ich bei euch.\n\nViele Grüße\nTom",
                ),
                Example(
                    "Sehr geehrte Frau Herr,\n\nwir liefern am Montag.\n\nMit freundlichen Grüßen\nTom Weiß",
                    to=("Eva Herr <e.herr@example.com>",),
                ),
                Example(
                    "Hallo Thomas Thomas,\n\nwir liefern am Montag.\n\nViele Grüße\nTom",
                    to=("Thomas Thomas <t@example.com>",),
                ),
                Example(
                    "HALLO FRAU MÜLLER,\n\nDIE TASTE KLEMMT, ICH SCHREIBE HEUTE NUR SO.\n\nVIELE GRÜSSE\nTOM WEISS",
                    to=("Anna Müller <anna@example.com>",),
                ),
                Example(
                    "Hallo MÜLLER,\n\nwir liefern am Montag.\n\nViele Grüße\nTom",
                    to=("MÜLLER <m@example.com>",),
                ),
                Example(
                    "Sehr geehrte Frau Dr. Dr. Meyer,\n\nwir liefern am Montag.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Guten Tag sehr geehrter Herr Professor Groß,\n\nam Montag kann ich leider nicht in die Vorlesung "
                    "kommen.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example("Liebe  Anna,\n\nam Montag bin  ich bei dir, das  weißt du ja.\n\nViele Grüße\nTom"),
                Example("Hallo hallo Anna,\n\nam Montag bin ich bei dir.\n\nViele Grüße\nTom"),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Mr John Smith,\n\nthank you for your order, we will deliver it on Monday.\n\nKind regards,\n"
                    "Tom White",
                    to=("John Smith <j.smith@example.com>",),
                    flagged="John Smith",
                    better="Smith",
                ),
                Example(
                    "Dear Ms Dear Ms Parker,\n\nwe will deliver your order on Monday.\n\nKind regards,\nTom White",
                    flagged="Dear Ms Dear Ms Parker",
                    better="Dear Ms Parker",
                ),
                Example(
                    "Dear Eve Eve,\n\nwe will deliver your order on Monday.\n\nKind regards,\nTom White",
                    to=("Eve Parker <e.parker@example.com>",),
                    flagged="Eve Eve",
                ),
                Example(
                    "Dear Ms PARKER,\n\nwe will deliver your order on Monday.\n\nKind regards,\nTom White",
                    to=("Eve Parker <e.parker@example.com>",),
                    flagged="PARKER",
                    better="Parker",
                ),
            ),
            good=(
                Example(
                    "Dear Mr Lloyd Webber,\n\nthank you for the order.\n\nKind regards,\nTom White",
                    to=("Andrew Lloyd Webber <a@example.com>",),
                ),
                Example("Dear Mr Smith,\nDear Ms Smith,\n\nthank you for the order.\n\nKind regards,\nTom White"),
                Example("Dear Eve Parker,\n\nthank you for the order.\n\nKind regards,\nTom White"),
                Example("Hi JP,\n\nthank you for the order.\n\nTom", to=("Jean-Paul Smith <jp@example.com>",)),
            ),
        ),
    },
)
