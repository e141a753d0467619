"""Finds and takes apart the salutation: the words at the start that greet or address the reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from enum import Enum
from typing import NamedTuple

from msglint.message import english, german
from msglint.message.lines import Line
from msglint.message.patterns import any_of
from msglint.message.people import HONORIFICS, PARTICLES, SUFFIXES, TITLES, fold
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


_OPENING = re.compile(
    rf"(?P<formal>{any_of(german.FORMAL_OPENINGS)})|(?P<neutral>{any_of(german.NEUTRAL_OPENINGS)})"
    rf"|(?P<english>{any_of(english.OPENINGS)})|(?P<familiar>{any_of(german.FAMILIAR_OPENINGS)})",
    re.IGNORECASE,
)
_ENGLISH_OR_GERMAN = frozenset({"hi", "hey", "yo"})

_GROUP = re.compile(
    r"\b(?:damen|herren|zusammen|all|alle|everyone|everybody|team|folks|guys|both|there|mitenand|beiden|lieben|"
    r"freunde|freundinnen|familie|leute|"
    r"kolleg\w*|kund\w*|mitglieder\w*|mitstreiter\w*|studierende\w*|interessent\w*|mandant\w*|bewerber\w*|gäste|"
    r"nachbar\w*|eltern|teilnehmer\w*|partner|participants|"
    r"colleagues|friends|parents|members|customers?|gentlemen|ladies|sir|madam|sirs|redaktion|firma|abteilung|"
    r"gruppe|\w*team|\w*gruppe|sänger\w*|lehrer\w*|lehrkräfte)\b",
    re.IGNORECASE,
)
_FACELESS = re.compile(
    r"\bdamen\s*(?:und|&|/|u\.)\s*(?:sehr\s+geehrte\s+)?herren\b|\bherren\s+und\s+damen\b|\bsirs?\s*(?:or|/|"
    r"and)\s*madam|\bmadam\s*(?:or|/)\s*sir|\bwhom\s+it\s+may\b|^\s*dear\s+(?:sirs?|madam|customers?|"
    r"valued\s+\w+)\s*$"
    r"|\bkund(?:e|in|innen|en)\b",
    re.IGNORECASE,
)
_JOINER = frozenset({"und", "and", "&", "u.", "+", "/", "sowie", "or", "oder", "bzw."})
_ADDRESS_WORDS = frozenset(
    "an alle all zusammen everyone everybody team folks guys both there damen herren herrn frauen lieben meine mein "
    "liebe lieber liebes ihr beiden du euch mitenand sir madam sirs "
    "sehr geehrte geehrter verehrte hallo der die das des im in vom von aus dem den e.v. gmbh ag gang jungs mädels "
    "leute man meister again to whom it may concern".split()
)
_NOT_IN_NAME = re.compile(
    r"\b(?:ich|wir|danke|vielen|habe|hab|hast|haben|ist|sind|war|kann|können|anbei|hier|wie|warum|was|wann|da|dass|"
    r"es|bitte|für|mit|zu|nach|nur|noch|nochmal|kurz\w*|gerade|"
    r"leider|gerne?|mal|so|dann|morgen|heute|gestern|sie|ihnen|ihre|deine?|"
    r"i|we|thanks?|is|are|was|have|has|had|can|could|would|will|please|just|for|with|this|that|here|attached|sorry|"
    r"hope|it|your|my|you|do|did|does|how|what|if|"
    r"grüße?n?|gruß|grüsse|wünsche|regards)\b",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:dr|prof|hr|fr|mag|mr|mrs|ms|mx|dipl|ing|ass|univ|assoc|ao|st|phil|med|jur|rer|nat|h\.\s?c|v|d|s\.\s?g|"
    r"sgh?|a|fh|e|u|ra|dir|lic|priv|doz|di|unif|vw|oec)|\b[^\W\d_])\.$",
    re.IGNORECASE,
)
_MARK = re.compile(
    r"\s*(?P<mark>,|!+|:(?![)(DPp*\-])|;(?![)\-])|\.{2,}|…|\.(?=\s|$)|\s[-–—]+(?=\s|$)|--+|[–—](?=\s|$))"
)
_SMILEY = re.compile(r"\s*(?::-?[)(*DPpO]|;-?\)|\^\^|<3|[\U0001F300-\U0001FAFF\u2600-\u27bf]\ufe0f?)+")
_EXCLAIMED = frozenset({"zeit", "güte", "himmel", "gott", "me", "god", "lord", "oh dear"})  # "Liebe Zeit!", "Dear me!"
_MAX_WORDS = 9
_MAX_LETTERHEAD = 30
_MAX_NAMES_LENGTH = 200
_MAX_SET_OFF = 6

_NOT_A_NAME = frozenset(
    "danke bitte ja nein ok okay gut super klasse leider also hier ach oh na nun genau klar stimmt toll prima "
    "perfekt schön schade natürlich eigentlich übrigens nachtrag hinweis info "
    "update achtung wichtig frage betreff betr ps fyi zur anbei entschuldigung sorry grundsätzlich heute morgen "
    "gestern montag dienstag mittwoch donnerstag freitag samstag sonntag "
    "thanks thank please yes no sure great good fine well now today tomorrow yesterday note question update "
    "reminder attached sorry congratulations regards cheers subject re fwd "
    "monday tuesday wednesday thursday friday saturday sunday agreed however also so and but first second finally "
    "here done looks sounds nice excellent perfect important "
    "confidential privileged draft summary background agenda attachment erledigt weitergeleitet folgende beispiel "
    "termin rechnung angebot bestellung hallo hi hey dear gruß grüße "
    "januar februar märz april mai juni juli august september oktober november dezember january february march may "
    "june july october december guten tag what why how when "
    "maybe perhaps absolutely exactly true correct right wow hmm actually fyi asap urgent dringend eilig vielleicht "
    "sicher gerne gern wunderbar passt alles einverstanden "
    "verstanden notiert gesendet sent done received ditto same none nothing vertraulich privat intern extern "
    "entwurf protokoll tagesordnung kontaktpflege kontaktaufnahme "
    "networking vernetzung empfehlung bewerbung anfrage kündigung mahnung einladung absage zusage".split()
)
_HEADING = re.compile(
    r"\W*(?:(?:streng\s+)?(?:vertraulich|privileged|confidential|privat|persönlich|personal|urgent|dringend|"
    r"attorney|client|communication|work|product|legally|and|und|legal|advice|"
    r"this|e-?mail|contains|eilig|wichtig)\b\W*)+",
    re.IGNORECASE,
)
_THANKS_TO_HONORIFIC = re.compile(
    r"(?:\w+en\s+)?dank\w*\b[^,.!?\n]{0,60}?,?\s(?P<name>(?:herr|frau)\s+(?:(?:dr|prof|mag|dipl)\.\s*){0,2}"
    r"(?-i:[A-ZÄÖÜ])[\w'’-]+)\s*(?P<mark>[,.!:])",
    re.IGNORECASE,
)
_THANKS_FIRST = re.compile(
    r"(?:(?:vielen|herzlichen|besten|tausend)\s+dank|danke(?:schön)?(?:\s+(?:für|fürs)\s+[^,.!]{3,50}?)?|"
    r"thanks?(?:\s+(?:you|a lot|again))?|ja|nein|ok|okay|yes|no|sure|sorry|agreed|right|great)\s*,?\s+"
    r"(?P<name>(?:herr|frau|mr\.?|mrs\.?|ms\.?|"
    r"dr\.?)?\s*(?:(?-i:[A-ZÄÖÜ])[\w.]*\.?\s+){0,2}(?-i:[A-ZÄÖÜ])[\w'’-]+)\s*(?P<mark>[,.!:]|\s[-–—]+)",
    re.IGNORECASE,
)


def find_salutation(lines: Sequence[Line], known: Iterable[str] = ()) -> Salutation | None:
    """The salutation at the start of the own text.

    Args:
        lines: the lines of the own text, quotes left out.
        known: names of people the message may greet (recipients, the person answered): they tell a bare name from a
            bare word.
    """
    filled = [line for line in lines if not line.blank and not _HEADING.fullmatch(line.text)]
    known_folded = frozenset(
        fold(word) for name in known for word in re.split(r"[\s,.<>()@_-]+", name) if len(word) > 1
    )
    for at, line in enumerate(filled[:_MAX_LETTERHEAD]):
        found = _greeting_at(line, lenient=at <= 1)
        if found is None and at <= 1:
            found = _name_alone(line, known_folded, first=at == 0)
        if found is None and at == 0:
            found = _thanks_with_name(line, known_folded) or _greeting_behind_wish(line)
        if found is not None and (at <= 1 or _may_follow_letterhead(filled[:at], found)):
            return _continued(found, filled[at:])
    return _set_off(filled)


def _set_off(filled: Sequence[Line]) -> Salutation | None:
    """Whatever its words: a short first line that ends with a comma, with a blank line below it, greets the reader."""
    if len(filled) < 2 or filled[1].start - filled[0].end < 2:
        return None
    text = filled[0].text.strip()
    words = text.split()
    called = re.fullmatch(r"\w+,\s+[A-ZÄÖÜ][\w-]+!", text) is not None  # "Mensch, Heiner!"
    if not (text.endswith(",") or called) or len(words) > _MAX_SET_OFF or words[0].lower().strip(",") in _NOT_A_NAME:
        return None
    return Salutation(
        filled[0].span, "", text[-1], (), Tone.FAMILIAR, group=True, faceless=False, own_line=True, language=None
    )


def _may_follow_letterhead(before: Sequence[Line], found: Salutation) -> bool:
    """Above a salutation stands at most a letterhead or a remark: no text that runs on."""
    if not found.own_line or not (found.mark or found.tone is Tone.FORMAL):
        return False
    return sum(len(line.text.split()) > 12 for line in before) <= 1


def _greeting_at(line: Line, *, lenient: bool) -> Salutation | None:
    stripped = line.text.lstrip(" \t\u00a0*_")
    opening = _OPENING.match(stripped)
    if opening is None or (not opening.group().endswith(".") and re.match(r"[\w-]", stripped[opening.end() :])):
        return None
    start = line.start + len(line.text) - len(stripped)
    rest = stripped[opening.end() :]
    end, mark = _end_of_names(rest)
    if end is None:
        return None
    names = rest[:end]
    if _is_no_salutation(opening.group(), names, mark, rest[end:], lenient=lenient):
        return None
    total = opening.end() + end + len(mark)
    after = stripped[total:]
    span = Span(start, start + len(stripped[:total].rstrip()))
    faceless = _FACELESS.search(opening.group() + names) is not None
    return Salutation(
        span=span,
        opening=opening.group(),
        mark=mark.strip(),
        greeted=() if faceless else tuple(_greeted(names, start + opening.end())),
        tone=_tone(opening),
        group=_GROUP.search(opening.group() + names) is not None,
        faceless=faceless,
        own_line=not after.strip() or _SMILEY.fullmatch(after.rstrip()) is not None,
        language=_language(opening),
    )


def _tone(opening: re.Match[str]) -> Tone:
    if opening["formal"]:
        return Tone.FORMAL
    if opening["familiar"]:
        return Tone.FAMILIAR
    return Tone.NEUTRAL


def _language(opening: re.Match[str]) -> str | None:
    if opening["english"]:
        return "en"
    return None if opening.group().lower() in _ENGLISH_OR_GERMAN else "de"


def _end_of_names(rest: str) -> tuple[int | None, str]:
    """Where the names behind an opening end, and the mark that ends them ("" if none does). None: no name phrase."""
    rest = rest[:_MAX_NAMES_LENGTH]
    position = 0
    while match := _MARK.search(rest, position):
        if match["mark"] == "." and _ABBREVIATION.search(rest[: match.end()].rstrip(",")):
            position = match.end()
            continue
        names = rest[: match.start()]
        if not names.strip() and match["mark"] == "," and (nested := _name_after_comma(rest, match.end())):
            return nested
        if _is_name_phrase(names):
            return match.start(), match.group()
        break
    smiley = _SMILEY.search(rest)
    if smiley and _is_name_phrase(rest[: smiley.start()]):
        return smiley.start(), ""
    if _is_name_phrase(rest):
        return len(rest.rstrip()), ""
    return _capitalised_run(rest), ""


def _name_after_comma(rest: str, start: int) -> tuple[int, str] | None:
    """`Hallo, Klaus,`: the name behind a first comma."""
    match = re.match(r"\s*((?:[^\W\d_][\w'’-]*\.?\s*){1,3})([,!])\s*$", rest[start:])
    if match and _is_name_phrase(match[1]) and match[1].split()[0].lower() not in _NOT_A_NAME:
        return start + match.end(1), match[2]
    return None


def _is_name_phrase(names: str) -> bool:
    words = names.split()
    if len(words) > _MAX_WORDS or _NOT_IN_NAME.search(names):
        return False
    return not re.search(r"[?\"„“]|\d{3,}|https?:", names)


def _capitalised_run(rest: str) -> int | None:
    """Without any mark, the names are the capitalised words that follow: `Hi Tom thanks for …`."""
    end = 0
    for match in re.finditer(r"\s*(\S+)", rest):
        word = match[1]
        low = word.lower()
        if low in _NOT_A_NAME or _NOT_IN_NAME.fullmatch(low):
            break
        if not (word[:1].isupper() or low in PARTICLES or low in _JOINER or low in _ADDRESS_WORDS):
            break
        end = match.end()
    return end


def _is_no_salutation(opening: str, names: str, mark: str, after: str, *, lenient: bool) -> bool:
    low = opening.lower()
    if re.match(r"\s*(?:gr[üu](?:ß|ss|sse)\w*|leute\s+gibt|gr\.)", names, re.IGNORECASE):
        return True
    if (low == "an alle" and len(names.split()) > 3) or names.strip().lower() in _EXCLAIMED:
        return True
    if low.startswith(("lieb", "wert", "mein")) and not names.strip():
        return not low.startswith(("mein l", "meine l"))
    if low in ("lieber", "liebe") and not mark and after.strip():
        return not names.strip()[:1].isupper()
    return not lenient and not names.strip() and not mark


def _greeted(names: str, offset: int) -> Iterable[Greeted]:
    for piece in re.finditer(r"(?:(?!\s+(?:und|and|&|\+|sowie|u\.)\s|/|,).)+", names):
        text = re.sub(r"^\s*(?:und|and|&|\+|sowie|u\.)\s", lambda match: " " * len(match.group()), piece.group())
        person = _one_greeted(text, offset + piece.start())
        if person is not None:
            yield person


_NAME_WORD = re.compile(r"[^\s,;:!?()\"]+")


def _one_greeted(text: str, offset: int) -> Greeted | None:
    honorific, titles = "", []
    words: list[re.Match[str]] = []
    for match in _NAME_WORD.finditer(text):
        word = match.group()
        low = word.lower()
        if low in HONORIFICS and not words:
            honorific = HONORIFICS[low]
        elif not words and (low in TITLES or (_ABBREVIATION.search(word) and len(word) > 2)):
            titles.append(word)
        elif (not words and low in _ADDRESS_WORDS) or low in SUFFIXES:
            continue
        else:
            words.append(match)
    while words and not _could_be_name(words[-1].group()):
        words.pop()
    if not words:
        return Greeted(honorific, tuple(titles), "", Span(offset, offset)) if honorific or titles else None
    span = Span(offset + words[0].start(), offset + words[-1].end())
    name = text[words[0].start() : words[-1].end()]
    if not honorific and not titles and _GROUP.search(name):
        return None
    return Greeted(honorific, tuple(titles), name, span)


def _could_be_name(word: str) -> bool:
    return word[:1].isalpha()


_NAME = r"[^\W\d_][\w'’.-]*"
_BETWEEN_NAMES = r"(?:\s*(?:/|&|,(?=\s*[A-ZÄÖÜ][\w'’-]+\s*(?:$|[,:–-])))\s*|\s+)"
_NAMES_ONLY = re.compile(rf"(?P<names>{_NAME}(?:{_BETWEEN_NAMES}{_NAME}){{1,4}})(?P<mark>\s*[,:!–-]?)\s*$")
_NAMES_AND_MARK = re.compile(
    rf"(?P<names>{_NAME}(?:{_BETWEEN_NAMES}{_NAME}){{0,4}}?)"
    r"(?P<mark>\s*(?:--+|[–—]|,|!|:(?!\)|//)|\s*-(?=\s|$))|(?=\s*$))"
)


def _name_alone(line: Line, known: frozenset[str], *, first: bool) -> Salutation | None:
    """`Jeff,` · `Frau Müller,` · `Jeff - the report is done` · `Stan:  I will call` · `Jim / Karen -`."""
    stripped = line.text.lstrip(" \t\u00a0*_")
    start = line.start + len(line.text) - len(stripped)
    head = stripped[:_MAX_NAMES_LENGTH]
    match = _NAMES_ONLY.match(head) or _NAMES_AND_MARK.match(head)
    if (match is None or stripped[match.end() :].strip()) and first:
        called = _name_before_sentence(stripped, start, known)
        if called is not None:
            return called
    if match is None:
        return None
    names, mark = match["names"].rstrip(), match["mark"].strip()
    after = stripped[match.end() :].strip()
    words = [word for word in re.split(r"[\s,/&]+", names) if word and word.lower() not in _JOINER]
    if (
        not words
        or len(words) > 4
        or any(word.lower().strip(".") in _NOT_A_NAME for word in words)
        or _NOT_IN_NAME.search(names)
    ):
        return None
    is_known = (
        any(fold(word) in known for word in words) or _initials_known(words, known) or _nearly_known(words[0], known)
    )
    if not (is_known or _looks_like_address(words, mark, after, first=first)):
        return None
    if after and is_known and not mark:
        return None
    if not mark and not (is_known and not after and first):
        return None
    end = len(stripped[: match.end()].rstrip())
    return Salutation(
        span=Span(start, start + end),
        opening="",
        mark=mark,
        greeted=tuple(_greeted(names, start)),
        tone=Tone.FAMILIAR,
        group=_GROUP.search(names) is not None,
        faceless=False,
        own_line=not after,
        language=None,
    )


_SENTENCE_START = re.compile(
    r"(?P<name>[^\W\d_][\w'’-]+)\s+(?:this|i|the|we|please|can|could|here|thanks|attached|let|would|do|ich|wir|hier|"
    r"danke|kannst|könntest|könnten|bitte|das|anbei|wie|wann|hast|haben)\b"
)


_QUESTION_START = re.compile(
    r"(?P<name>[^\W\d_][\w'’-]+),\s+(?:hast|kannst|könntest|könnten|bist|weißt|weisst|magst|willst|würdest|darf ich|"
    r"denk|ruf|schick|bring|wo|wann|wie|was|warum|(?:can|could|would|will|do|did|have|are) you|please|here's|what|when|"
    r"where)\b"
)


def _name_before_sentence(stripped: str, start: int, known: frozenset[str]) -> Salutation | None:
    """`Bruce this memo is …`, `Petra, hast du …`: a name right before words that turn to the reader."""
    match, mark = _SENTENCE_START.match(stripped), ""
    if match is None or fold(match["name"]) not in known:
        match, mark = _QUESTION_START.match(stripped), ","
        if match is None or not match["name"][0].isupper() or match["name"].lower() in _NOT_A_NAME:
            return None
    span = Span(start, start + match.end("name") + len(mark))
    return Salutation(
        span,
        "",
        mark,
        tuple(_greeted(match["name"], start)) if fold(match["name"]) in known else (),
        Tone.FAMILIAR,
        group=False,
        faceless=False,
        own_line=False,
        language=None,
    )


def _initials_known(words: Sequence[str], known: frozenset[str]) -> bool:
    """A short form of a known name (Chris for Christopher), or its initials."""
    if any(
        len(word) > 2 and word[:1].isupper() and any(name.startswith(fold(word)) for name in known if len(name) > 3)
        for word in words
    ):
        return True
    letters = {name[0] for name in known}
    return all(
        word.isupper() and len(word) in (2, 3) and {word[0].lower(), word[-1].lower()} <= letters for word in words[-1:]
    )


def _nearly_known(word: str, known: frozenset[str]) -> bool:
    """A known name with a slip is still meant as that name."""
    return len(word) > 3 and bool(get_close_matches(fold(word), known, n=1, cutoff=0.8))


def _looks_like_address(words: Sequence[str], mark: str, after: str, *, first: bool) -> bool:
    """Whether unknown words are taken for a name: alone in their line with a comma, or behind a form of address."""
    if words[0].lower() in HONORIFICS and len(words) > 1:
        return mark in (",", "!", ":", "-", "–")
    if not first or not mark or not all(word[:1].isupper() for word in words):
        return False
    if after:
        return (
            mark in (":", "-", "--", "–", "—")
            and len(words) == 1
            and words[0][1:].islower()
            and len(words[0]) <= 10
            and after[:1].isalpha()
            and len(after) > 20
        )
    return mark in (",", ":", "-", "--", "–") and len(words) <= 3


def _thanks_with_name(line: Line, known: frozenset[str]) -> Salutation | None:
    """`Danke, Enzo.` · `Thanks Vince - …` · `Danke für die Nachricht Frau Stengel.`"""
    stripped = line.text.lstrip()
    start = line.start + len(line.text) - len(stripped)
    match = _THANKS_TO_HONORIFIC.match(stripped) or _THANKS_FIRST.match(stripped)
    if match is None:
        return None
    name = match["name"]
    words = name.split()
    if not words[-1][:1].isupper() or any(word.lower() in _NOT_A_NAME for word in words):
        return None
    named = (
        words[0].lower() in HONORIFICS or any(fold(word) in known for word in words) or _initials_known(words, known)
    )
    if not named and not (
        len(words) == 1 and match["mark"] in ".!," and match.end() <= 24 and "," in stripped[: match.end() - 1]
    ):
        return None
    return Salutation(
        span=Span(start, start + len(stripped[: match.end()].rstrip())),
        opening=stripped[: match.start("name")].strip(" ,"),
        mark=match["mark"].strip(),
        greeted=tuple(_greeted(name, start + match.start("name"))),
        tone=Tone.FAMILIAR,
        group=False,
        faceless=False,
        own_line=not stripped[match.end() :].strip(),
        language=None,
    )


def _listed(first: Salutation, line: Line) -> Salutation | None:
    """`Liebe Anna, Tom und Eva,`: more names of one greeting, with a mark at the end of the line."""
    rest = line.text[first.span.end - line.start :]
    match = re.fullmatch(
        r"(?P<names>(?:\s*(?:und\s+|and\s+)?[A-ZÄÖÜ][\w'’.-]*(?:\s+(?:und|and)\s+[A-ZÄÖÜ][\w'’.-]*|"
        r"\s+etc\.?)?\s*,)*\s*(?:und\s+|and\s+)?[A-ZÄÖÜ][\w'’.-]*(?:\s+(?:und|and)\s+[A-ZÄÖÜ][\w'’.-]*|"
        r"\s+etc\.?)?)\s*(?P<mark>[,!:])\s*",
        rest,
    )
    if match is None or any(word.lower().strip(",.") in _NOT_A_NAME for word in match["names"].split()):
        return None
    more = tuple(_greeted(match["names"], first.span.end))
    return first._replace(
        span=Span(first.span.start, first.span.end + match.end("mark")),
        mark=match["mark"],
        greeted=first.greeted + more,
        own_line=True,
    )


_WISH_BEFORE = re.compile(
    r"\s*[^,.!?\n]{2,40}[,!]\s+(?=(?:liebe[rs]?|mein[e]?\s+liebe[rs]?|sehr\s+geehrte[rs]?|dear)\s)",
    re.IGNORECASE,
)


def _greeting_behind_wish(line: Line) -> Salutation | None:
    """`Frohe Ostern, liebe Frau Schenk!`: the wish belongs to the salutation."""
    match = _WISH_BEFORE.match(line.text)
    if match is None:
        return None
    found = _greeting_at(Line(line.text[match.end() :], line.start + match.end()), lenient=False)
    return found._replace(span=Span(line.span.start, found.span.end)) if found is not None and found.mark else None


def _continued(first: Salutation, lines: Sequence[Line]) -> Salutation:
    """`Liebe Anna, lieber Tom,`: further greetings that follow at once, in the same line or the next."""
    if first.mark not in (",", "", "/") or first.opening == "":
        return first
    if (listed := _listed(first, lines[0])) is not None:
        return listed
    line = lines[0]
    rest = Line(line.text[first.span.end - line.start :], first.span.end)
    candidates = [rest] if not rest.blank else list(lines[1:2])
    for candidate in candidates:
        text = re.sub(r"^\s*(?:und|and|&)\s+", lambda match: " " * len(match.group()), candidate.text)
        second = _greeting_at(Line(text, candidate.start), lenient=False)
        if (
            second is None
            or not (second.greeted or second.group)
            or not re.match(r"lieb|sehr|geehrt|hal+o|hello|dear|hi\b|werte|guten|moin", second.opening, re.IGNORECASE)
        ):
            continue
        second = _continued(second, [Line(text, candidate.start), *lines[1:]] if candidate is rest else lines[1:])
        return Salutation(
            span=Span(first.span.start, second.span.end),
            opening=first.opening,
            mark=second.mark,
            greeted=first.greeted + second.greeted,
            tone=first.tone,
            group=first.group or second.group,
            faceless=first.faceless,
            own_line=second.own_line,
            language=first.language,
        )
    return first
