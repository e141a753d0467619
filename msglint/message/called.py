"""Salutations without a word of greeting: the reader is called by name, or thanked by it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msglint.message.greeted import GROUP, Salutation, Tone, greeted_in
from msglint.message.lines import Line
from msglint.message.name_words import HONORIFICS, PARTICLES
from msglint.message.opening import JOINERS, MAX_NAMES_LENGTH, NOT_A_NAME, NOT_IN_NAME, greeting_at
from msglint.message.patterns import lazy
from msglint.message.spellings import fold
from msglint.report import Span

_THANKS_TO_HONORIFIC = lazy(
    r"(?:\w+en\s+)?dank\w*\b[^,.!?\n]{0,60}?,?\s(?P<name>(?:herr|frau)\s+(?:(?:dr|prof|mag|dipl)\.\s*){0,2}"
    r"(?-i:[A-ZÄÖÜ])[\w'’-]+)\s*(?P<mark>[,.!:])",
    re.IGNORECASE,
)
_THANKS_FIRST = lazy(
    r"(?:(?:vielen|herzlichen|besten|tausend)\s+dank|danke(?:schön)?(?:\s+(?:für|fürs)\s+[^,.!]{3,50}?)?|"
    r"thanks?(?:\s+(?:you|a lot|again))?|ja|nein|ok|okay|yes|no|sure|sorry|agreed|right|great)\s*,?\s+"
    r"(?P<name>(?:herr|frau|mr\.?|mrs\.?|ms\.?|"
    r"dr\.?)?\s*(?:(?-i:[A-ZÄÖÜ])[\w.]*\.?\s+){0,2}(?-i:[A-ZÄÖÜ])[\w'’-]+)\s*(?P<mark>[,.!:]|\s[-–—]+)",
    re.IGNORECASE,
)
_NAME = r"[^\W\d_][\w'’.-]*"
_BETWEEN_NAMES = r"(?:\s*(?:/|&|,(?=\s*[A-ZÄÖÜ][\w'’-]+\s*(?:$|[,:–-])))\s*|\s+)"
_NAMES_ONLY = lazy(rf"(?P<names>{_NAME}(?:{_BETWEEN_NAMES}{_NAME}){{1,4}})(?P<mark>\s*[,:!–-]?)\s*$")
_NAMES_AND_MARK = lazy(
    rf"(?P<names>{_NAME}(?:{_BETWEEN_NAMES}{_NAME}){{0,4}}?)"
    r"(?P<mark>\s*(?:--+|[–—]|,|!|:(?!\)|//)|\s*-(?=\s|$))|(?=\s*$))"
)


def name_alone(line: Line, known: frozenset[str], *, first: bool) -> Salutation | None:
    """`Jeff,` · `Frau Müller,` · `Jeff - the report is done` · `Stan:  I will call` · `Jim / Karen -`."""
    stripped = line.text.lstrip(" \t\u00a0*_")
    start = line.start + len(line.text) - len(stripped)
    head = stripped[:MAX_NAMES_LENGTH]
    match = _NAMES_ONLY.match(head) or _NAMES_AND_MARK.match(head)
    if (match is None or stripped[match.end() :].strip()) and first:
        called = _name_before_sentence(stripped, start, known)
        if called is not None:
            return called
    if match is None:
        return None
    names, mark = match["names"].rstrip(), match["mark"].strip()
    after = stripped[match.end() :].strip()
    words = [word for word in re.split(r"[\s,/&]+", names) if word and word.lower() not in JOINERS]
    if (
        not words
        or len(words) > 4
        or any(word.lower().strip(".") in NOT_A_NAME for word in words)
        or NOT_IN_NAME.search(names)
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
        greeted=tuple(greeted_in(names, start)),
        tone=Tone.FAMILIAR,
        group=GROUP.search(names) is not None,
        faceless=False,
        own_line=not after,
        language=None,
    )


_SENTENCE_START = lazy(
    r"(?P<name>[^\W\d_][\w'’-]+)\s+(?:this|i|the|we|please|can|could|here|thanks|attached|let|would|do|ich|wir|hier|"
    r"danke|kannst|könntest|könnten|bitte|das|anbei|wie|wann|hast|haben)\b"
)
_QUESTION_START = lazy(
    r"(?P<name>[^\W\d_][\w'’-]+),\s+(?:hast|kannst|könntest|könnten|bist|weißt|weisst|magst|willst|würdest|darf ich|"
    r"denk|ruf|schick|bring|wo|wann|wie|was|warum|(?:can|could|would|will|do|did|have|are) you|please|here's|what|when|"
    r"where)\b"
)


def _name_before_sentence(stripped: str, start: int, known: frozenset[str]) -> Salutation | None:
    """`Bruce this memo is …`, `Petra, hast du …`: a name right before words that turn to the reader."""
    match, mark = _SENTENCE_START.match(stripped), ""
    if match is None or fold(match["name"]) not in known:
        match, mark = _QUESTION_START.match(stripped), ","
        if match is None or not match["name"][0].isupper() or match["name"].lower() in NOT_A_NAME:
            return None
    span = Span(start, start + match.end("name") + len(mark))
    return Salutation(
        span,
        "",
        mark,
        tuple(greeted_in(match["name"], start)) if _is_a_name(match["name"], known) else (),
        Tone.FAMILIAR,
        group=False,
        faceless=False,
        own_line=False,
        language=None,
    )


def _is_a_name(word: str, known: frozenset[str]) -> bool:
    from msglint.message.given_names import is_surely_given_name

    return fold(word) in known or is_surely_given_name(word)


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
    if len(word) <= 3 or not known:
        return False
    from difflib import get_close_matches

    return bool(get_close_matches(fold(word), known, n=1, cutoff=0.8))


def _looks_like_address(words: Sequence[str], mark: str, after: str, *, first: bool) -> bool:
    """Whether unknown words are taken for a name: alone in their line with a comma, or behind a form of address."""
    if words[0].lower() in HONORIFICS and len(words) > 1:
        is_name = all(word[:1].isupper() or word.lower() in PARTICLES for word in words)
        return mark in (",", "!", ":", "-", "–") and is_name and not after
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


def thanks_with_name(line: Line, known: frozenset[str]) -> Salutation | None:
    """`Danke, Enzo.` · `Thanks Vince - …` · `Danke für die Nachricht Frau Stengel.`"""
    stripped = line.text.lstrip()
    start = line.start + len(line.text) - len(stripped)
    match = _THANKS_TO_HONORIFIC.match(stripped) or _THANKS_FIRST.match(stripped)
    if match is None:
        return None
    name = match["name"]
    words = name.split()
    if not words[-1][:1].isupper() or any(word.lower() in NOT_A_NAME for word in words):
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
        greeted=tuple(greeted_in(name, start + match.start("name"))),
        tone=Tone.FAMILIAR,
        group=False,
        faceless=False,
        own_line=not stripped[match.end() :].strip(),
        language=None,
    )


_WISH_BEFORE = lazy(
    r"\s*[^,.!?\n]{2,40}[,!]\s+(?=(?:liebe[rs]?|mein[e]?\s+liebe[rs]?|sehr\s+geehrte[rs]?|dear)\s)",
    re.IGNORECASE,
)


def greeting_behind_wish(line: Line) -> Salutation | None:
    """`Frohe Ostern, liebe Frau Schenk!`: the wish belongs to the salutation."""
    match = _WISH_BEFORE.match(line.text)
    if match is None:
        return None
    found = greeting_at(Line(line.text[match.end() :], line.start + match.end()), lenient=False)
    return found._replace(span=Span(line.span.start, found.span.end)) if found is not None and found.mark else None
