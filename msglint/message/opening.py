"""Salutations that begin with a word of greeting: `Sehr geehrte …`, `Hallo …`, `Dear …`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msglint.message import english, german
from msglint.message.greeted import ABBREVIATION, ADDRESS_WORDS, GROUP, Salutation, Tone, greeted_in
from msglint.message.lines import Line
from msglint.message.name_words import HONORIFICS, PARTICLES, TITLES
from msglint.message.patterns import any_of, lazy
from msglint.message.spellings import fold
from msglint.report import Span

_OPENING = re.compile(
    rf"(?P<formal>{any_of(german.FORMAL_OPENINGS)})|(?P<neutral>{any_of(german.NEUTRAL_OPENINGS)})"
    rf"|(?P<english>{any_of(english.OPENINGS)})|(?P<familiar>{any_of(german.FAMILIAR_OPENINGS)})",
    re.IGNORECASE,
)
_ENGLISH_OR_GERMAN = frozenset({"hi", "hey", "yo"})
_FACELESS = re.compile(
    r"\bdamen?\s*(?:und|&|/|u\.)\s*(?:sehr\s+geehrte\s+)?(?:herren\b|herrn\s*$)|\bherren\s+und\s+damen\b|\bsirs?\s*(?:or|/|"
    r"and)\s*madam|\bmadam\s*(?:or|/)\s*sir|\bwhom\s+it\s+may\b|^\s*dear\s+(?:sirs?|madam|customers?|"
    r"valued\s+\w+)\s*$"
    r"|\bkund(?:e|in|innen|en)\b",
    re.IGNORECASE,
)
JOINERS = frozenset({"und", "and", "&", "u.", "+", "/", "sowie", "or", "oder", "bzw."})
NOT_IN_NAME = re.compile(
    r"\b(?:ich|wir|danke|vielen|habe|hab|hast|haben|ist|sind|war|kann|können|anbei|hier|wie|warum|was|wann|da|dass|"
    r"es|bitte|für|mit|zu|nach|nur|noch|nochmal|kurz\w*|gerade|"
    r"leider|gerne?|mal|so|dann|morgen|heute|gestern|sie|ihnen|ihre|deine?|"
    r"i|we|thanks?|is|are|was|have|has|had|can|could|would|will|please|just|for|with|this|that|here|attached|sorry|"
    r"hope|it|your|my|you|do|did|does|how|what|if|"
    r"grüße?n?|gruß|grüsse|wünsche|regards)\b",
    re.IGNORECASE,
)
"""Words of sentences. Many are names as well, behind `Herr` or in the header: Kurz, Will, Hope, Can, Morgen, So."""
_NEVER_A_NAME = frozenset(
    "ich wir sie ihnen ihre es danke bitte vielen habe haben ist sind war "
    "i we it this that you your my thanks thank please is are was have has had could would if".split()
)
_MARK = re.compile(
    r"\s*(?P<mark>,|!+|:(?![)(DPp*\-])|;(?![)\-])|\.{2,}|…|\.(?=\s|$)|\s[-–—]+(?=\s|$)|--+|[–—](?=\s|$))"
)
_SMILEY = lazy(r"\s*(?::-?[)(*DPpO]|;-?\)|\^\^|<3|[\U0001F300-\U0001FAFF\u2600-\u27bf]\ufe0f?)+")
_EXCLAIMED = frozenset({"zeit", "güte", "himmel", "gott", "me", "god", "lord", "oh dear"})  # "Liebe Zeit!", "Dear me!"
_MAX_WORDS = 9
_MAX_CALLED = 3
MAX_NAMES_LENGTH = 200
NOT_A_NAME = frozenset(
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


def greeting_at(line: Line, *, lenient: bool, known: frozenset[str] = frozenset()) -> Salutation | None:
    """The salutation at the start of a line.

    Args:
        line: where it may stand.
        lenient: a greeting without name and mark counts as well.
        known: folded names of people the message may greet; `Will` is one of them, or a word.
    """
    stripped = line.text.lstrip(" \t\u00a0*_")
    opening = _OPENING.match(stripped)
    if opening is None or (not opening.group().endswith(".") and re.match(r"[\w-]", stripped[opening.end() :])):
        return None
    start = line.start + len(line.text) - len(stripped)
    rest = stripped[opening.end() :]
    end, mark = _end_of_names(rest, known)
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
        greeted=() if faceless else tuple(greeted_in(names, start + opening.end())),
        tone=_tone(opening),
        group=GROUP.search(opening.group() + names) is not None,
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


def _end_of_names(rest: str, known: frozenset[str]) -> tuple[int | None, str]:
    """Where the names behind an opening end, and the mark that ends them ("" if none does). None: no name phrase."""
    rest = rest[:MAX_NAMES_LENGTH]
    position = 0
    while match := _MARK.search(rest, position):
        if match["mark"] == "." and ABBREVIATION.search(rest[: match.end()].rstrip(",")):
            position = match.end()
            continue
        names = rest[: match.start()]
        if not names.strip() and match["mark"] == "," and (nested := _name_after_comma(rest, match.end())):
            return nested
        called = match["mark"] in (",", "!")
        alone = {fold(names.strip())} if called and _is_alone(names, rest[match.end() :]) else set()
        if _is_name_phrase(names, known | alone, called=called):
            return match.start(), match.group()
        break
    smiley = _SMILEY.search(rest)
    if smiley and _is_name_phrase(rest[: smiley.start()], known):
        return smiley.start(), ""
    if _is_name_phrase(rest, known):
        return len(rest.rstrip()), ""
    return _capitalised_run(rest, known)


def _is_alone(names: str, after: str) -> bool:
    """`Dear So,`: one capitalised word, and nothing behind the mark: who would write but a name there?"""
    return len(names.split()) == 1 and names.strip()[:1].isupper() and not after.strip()


def _name_after_comma(rest: str, start: int) -> tuple[int, str] | None:
    """`Hallo, Klaus,`: the name behind a first comma."""
    match = re.match(r"\s*((?:[^\W\d_][\w'’-]*\.?\s*){1,3})([,!])\s*$", rest[start:])
    if match and _is_name_phrase(match[1], called=True) and match[1].split()[0].lower() not in NOT_A_NAME:
        return start + match.end(1), match[2]
    return None


# "Frau zu Lindenau", "von und zu Altberg"; not "Hallo Frau Meyer zu Ihrer Frage".
_NOBLE_ZU = re.compile(r"\bzu\s+(?!(?i:ihr|dein|euer|eure|sie\b|dir\b))(?=[A-ZÄÖÜ][\w'’-]+\s*(?:$|und\s))")


def _is_name_phrase(names: str, known: frozenset[str] = frozenset(), *, called: bool = False) -> bool:
    """Whether nothing but names stands here; `called` = a mark follows that ends a call: `Dear Hope,`."""
    words = names.split()
    if len(words) > _MAX_WORDS or _has_sentence_words(names, known, called=called):
        return False
    return not re.search(r"[?\"„“]|\d{3,}|https?:", names)


def _has_sentence_words(names: str, known: frozenset[str], *, called: bool) -> bool:
    if not NOT_IN_NAME.search(names):
        return False
    rest = _NOBLE_ZU.sub("", names)
    words = rest.split()
    if called and len(words) <= _MAX_CALLED and all(_may_be_called(word) for word in words):
        return False
    if len(words) == 1 and fold(words[0]) in known and words[0].lower() not in _NEVER_A_NAME:
        return False
    return any(NOT_IN_NAME.search(word) and not _is_name_here(words, at, known) for at, word in enumerate(words))


def _is_name_here(words: Sequence[str], at: int, known: frozenset[str]) -> bool:
    """`Herr Kurz`, `Mr Will`, `Frau Dr. von Gern`; and the name of somebody who is written to."""
    word = words[at]
    if not word[:1].isupper() or word.lower() in _NEVER_A_NAME:
        return False
    before = at - 1
    while before >= 0 and words[before].lower() in PARTICLES:
        before -= 1
    return fold(word) in known or (before >= 0 and _leads_to_surname(words[before]))


def _leads_to_surname(word: str) -> bool:
    low = word.lower()
    return low not in ADDRESS_WORDS and (low in HONORIFICS or low in TITLES)


def _may_be_called(word: str) -> bool:
    return word[:1].isupper() and word.lower() not in NOT_A_NAME | _NEVER_A_NAME


def _capitalised_run(rest: str, known: frozenset[str]) -> tuple[int, str]:
    """Without any mark, the names are the capitalised words that follow: `Hi Tom thanks for …`."""
    end = 0
    words: list[str] = []
    for match in re.finditer(r"\s*(\S+)", rest):
        word = match[1].rstrip(",;:!")
        low = word.lower()
        words.append(word)
        if (low in NOT_A_NAME or NOT_IN_NAME.fullmatch(low)) and not _is_name_here(words, len(words) - 1, known):
            break
        if not (word[:1].isupper() or low in PARTICLES or low in JOINERS or low in ADDRESS_WORDS):
            break
        end = match.start(1) + len(word)
        if word != match[1]:
            return end, match[1][len(word) :][:1]
    return end, ""


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


def _listed(first: Salutation, line: Line) -> Salutation | None:
    """`Liebe Anna, Tom und Eva,`: more names of one greeting, with a mark at the end of the line."""
    rest = line.text[first.span.end - line.start :]
    match = re.fullmatch(
        r"(?P<names>(?:\s*(?:und\s+|and\s+)?[A-ZÄÖÜ][\w'’.-]*(?:\s+(?:und|and)\s+[A-ZÄÖÜ][\w'’.-]*|"
        r"\s+etc\.?)?\s*,)*\s*(?:und\s+|and\s+)?[A-ZÄÖÜ][\w'’.-]*(?:\s+(?:und|and)\s+[A-ZÄÖÜ][\w'’.-]*|"
        r"\s+etc\.?)?)\s*(?P<mark>[,!:])\s*",
        rest,
    )
    words = [word.lower().strip(",.") for word in match["names"].split()] if match else []
    if match is None or any(word in NOT_A_NAME and word not in JOINERS for word in words):
        return None
    more = tuple(greeted_in(match["names"], first.span.end))
    return first._replace(
        span=Span(first.span.start, first.span.end + match.end("mark")),
        mark=match["mark"],
        greeted=first.greeted + more,
        own_line=True,
    )


def continued(
    first: Salutation, lines: Sequence[Line], *, known: frozenset[str] = frozenset(), most: int = 12
) -> Salutation:
    """`Liebe Anna, lieber Tom,`: further greetings that follow at once, in the same line or the next.

    Args:
        first: the greeting found so far.
        lines: the line it stands in, and those below.
        known: folded names of people the message may greet.
        most: of so many greetings, no more are looked for.
    """
    if first.mark not in (",", "", "/") or first.opening == "" or most <= 0:
        return first
    if (listed := _listed(first, lines[0])) is not None:
        return listed
    line = lines[0]
    rest = Line(line.text[first.span.end - line.start :], first.span.end)
    candidates = [rest] if not rest.blank else list(lines[1:2])
    for candidate in candidates:
        text = re.sub(r"^\s*(?:und|and|&)\s+", lambda match: " " * len(match.group()), candidate.text)
        second = greeting_at(Line(text, candidate.start), lenient=False, known=known)
        if (
            second is None
            or not (second.greeted or second.group)
            or not re.match(r"lieb|sehr|geehrt|hal+o|hello|dear|hi\b|werte|guten|moin", second.opening, re.IGNORECASE)
        ):
            continue
        below = [Line(text, candidate.start), *lines[1:]] if candidate is rest else lines[1:]
        second = continued(second, below, known=known, most=most - 1)
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
