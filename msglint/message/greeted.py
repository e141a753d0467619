"""The people a salutation names, and what a salutation is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from msglint.message.name_words import HONORIFICS, SUFFIXES, TITLES
from msglint.report import Span


class Tone(str, Enum):
    """How formal a salutation or a closing is."""

    FORMAL = "formal"
    NEUTRAL = "neutral"
    FAMILIAR = "familiar"


class Greeted(NamedTuple):
    """One person that a salutation names.

    Attributes:
        honorific: `Herr`, `Frau`, `Mr`, …, empty if there is none.
        titles: as written.
        name: the name as written, without honorific and titles; empty in "Sehr geehrter Herr Professor,".
        span: where the name stands in the message text.
    """

    honorific: str
    titles: tuple[str, ...]
    name: str
    span: Span


class Salutation(NamedTuple):
    """The salutation of a message.

    Attributes:
        span: from its first letter to its mark.
        opening: the greeting words as written ("Sehr geehrte"), empty for a bare name.
        mark: what ends it: `,` `!` `:` `-` `.` or nothing.
        greeted: the persons named; empty for "Hallo zusammen" or "Guten Tag".
        group: it greets a group: "Damen und Herren", "zusammen", "all", "Team".
        faceless: it greets nobody in particular: "Sehr geehrte Damen und Herren", "Dear Sir or Madam".
        own_line: nothing but the salutation stands in its line.
        language: the language its words are in, None for a bare name.
    """

    span: Span
    opening: str
    mark: str
    greeted: tuple[Greeted, ...]
    tone: Tone
    group: bool
    faceless: bool
    own_line: bool
    language: str | None


GROUP = re.compile(
    r"\b(?:damen|herren|zusammen|all|alle|everyone|everybody|team|folks|guys|gents|lads|girls|chaps|peeps|crew|both|there|mitenand|beiden|lieben|"
    r"freunde|freundinnen|familie|leute|"
    r"kolleg\w*|kund\w*|mitglieder\w*|mitstreiter\w*|studierende\w*|interessent\w*|mandant\w*|bewerber\w*|gäste|"
    r"nachbar\w*|eltern|teilnehmer\w*|partner|participants|"
    r"colleagues|friends|parents|members|customers?|gentlemen|ladies|sir|madam|sirs|redaktion|firma|abteilung|"
    r"gruppe|\w*team|\w*gruppe|sänger\w*|lehrer\w*|lehrkräfte|doktor\w*|dekan\w*|"
    r"christmas|birthday|santa|easter|ostern|weihnacht\w*|hiring|\w*manager\w*|committee|editors?|readers?|owner|neighbou?rs?|chair\w*|captain|coach)\b",
    re.IGNORECASE,
)
ADDRESS_WORDS = frozenset(
    "an alle all zusammen everyone everybody team folks guys both there damen herren herrn frauen lieben meine mein "
    "liebe lieber liebes ihr beiden du euch mitenand sir madam sirs "
    "sehr geehrte geehrter verehrte hallo der die das des im in vom von aus dem den e.v. gmbh ag gang jungs mädels "
    "leute man meister again to whom it may concern "
    "bonjour salut cher chère ciao buongiorno caro cara hola estimado estimada dag beste geachte merhaba sayın".split()
)
ABBREVIATION = re.compile(
    r"(?:\b(?:dr|prof|hr|fr|mag|mr|mrs|ms|mx|dipl|ing|ass|univ|assoc|ao|st|phil|med|jur|rer|nat|h\.\s?c|v|d|s\.\s?g|"
    r"sgh?|a|fh|e|u|ra|dir|lic|priv|doz|di|unif|vw|oec|dent|vet|habil|theol|techn|agr|mont|soc|pharm|rat|publ|paed|hum)|\b[^\W\d_])\.$",
    re.IGNORECASE,
)


def greeted_in(names: str, offset: int) -> Iterable[Greeted]:
    """The persons in the words behind a greeting; `offset` is where those words stand in the message text."""
    for piece in re.finditer(r"(?:(?!(?<!\bvon)\s(?:und|and|&|\+|sowie|u\.)\s|/|,).)+", names):
        text = re.sub(r"^\s*(?:und|and|&|\+|sowie|u\.)\s", lambda match: " " * len(match.group()), piece.group())
        person = _one_greeted(text, offset + piece.start())
        if person is not None:
            yield person


_NAME_WORD = re.compile(r"[^\s,;:!?()\"]+")


def _one_greeted(text: str, offset: int) -> Greeted | None:
    honorific, titles = "", []
    words: list[re.Match[str]] = []
    pieces = list(_NAME_WORD.finditer(text))
    for match in pieces:
        word = match.group()
        low = word.lower()
        is_surname = bool(honorific) and match is pieces[-1]  # Frau Herr
        if low in HONORIFICS and not words and not is_surname:
            honorific = HONORIFICS[low]
        elif not words and (low in TITLES or (ABBREVIATION.search(word) and len(word) > 2)):
            titles.append(word)
        elif (not words and low in ADDRESS_WORDS) or low in SUFFIXES:
            continue
        else:
            words.append(match)
    while words and not _could_be_name(words[-1].group()):
        words.pop()
    if not words:
        return Greeted(honorific, tuple(titles), "", Span(offset, offset)) if honorific or titles else None
    span = Span(offset + words[0].start(), offset + words[-1].end())
    name = text[words[0].start() : words[-1].end()]
    if not honorific and not titles and GROUP.search(name):
        return None
    return Greeted(honorific, tuple(titles), name, span)


def _could_be_name(word: str) -> bool:
    return any(char.isalpha() for char in word)  # a scanner may have read 0tto
