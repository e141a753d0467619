"""Finds the closing ("Mit freundlichen Grüßen", "Best regards", "Thanks.") and the name under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from msglint.message import english, german
from msglint.message.lines import Line
from msglint.message.patterns import any_of, lazy
from msglint.message.social import says_thanks
from msglint.report import Span


class Closing(NamedTuple):
    """The closing of a message.

    Attributes:
        span: the formula without the mark behind it and without the name.
        abbreviated: MfG, LG, Rgds and the like.
        after: where the text behind the formula starts (the name, the signature).
    """

    span: Span
    abbreviated: bool
    after: int


_STRONG = re.compile(rf"(?:(?P<de>{any_of(german.CLOSINGS)})|(?P<en>{any_of(english.CLOSINGS)}))\b", re.IGNORECASE)
_SHORT = lazy(
    rf"(?:(?P<de>{any_of(german.SHORT_CLOSINGS)})|(?P<en>{any_of(english.SHORT_CLOSINGS)}))(?![\w'])", re.IGNORECASE
)
_WEAK = lazy(rf"(?:(?P<de>{any_of(german.LAST_WORDS)})|(?P<en>{any_of(english.LAST_WORDS)}))\b", re.IGNORECASE)
_SMILEYS = r"(?:\s*(?::[-']?[)(*DPpxX]|;-?\)|\^\^|<3|\*-\*|[\U0001F300-\U0001FAFF\u2600-\u27bf]\ufe0f?))*"
_TRAILING = re.compile(rf"{_SMILEYS}\s*(?:[,!.;:]+|\s[-–—]+(?=\s))?{_SMILEYS}\s*")
_MORE_WORDS = lazy(
    r"(?:\s*,?\s+(?:(?:an|aus|nach|vom|bis|auch|noch|jedenfalls|für|im|in|zum|zur|auf|sowie|from|to|for|auch\s+von|"
    r"und|&|von(?!\s+[A-ZÄÖÜ]))\b|und\s+)[^,.!?\n]*)+"
)
_PLACE_AND_NAME = lazy(r"\s*(?:nach|aus|from|to)\s+[^\W\d_]+\s+(?P<name>[^\W\d_]+)\s*", re.IGNORECASE)
_LOWER_WORDS = lazy(r"(?:\s+[a-zäöüß]+){1,5}(?=[,.!\s]*$)")
_WISH_AT_END = lazy(
    rf"(?:^|[.!?]\s+)(?P<said>[^.!?]{{0,120}}?)(?P<wish>\b(?:{any_of(german.GOOD_WISHES)})\b[^.!?\n]{{0,60}})[.!]*\s*$",
    re.IGNORECASE,
)
_POSTSCRIPT = re.compile(
    r"\s*(?:ach\s*ja\s+|und\s+)?p\.?\s?p?\.?s\.?\s*[:\-–.]|\s*p\.?s\.?\s+|\s*(?:nachtrag|nb)\s*:",
    re.IGNORECASE,
)
_NAME_LINE = lazy(
    r"[\W_]*(?:(?:dr|prof|mag|dipl|ing|i\.\s?a|i\.\s?v|ppa|gez|ihre?|deine?|eure?|your|die|der|"
    r"von)\.?\s+)*[^\W\d_][\w.'’\-]*(?:[\s,/&+]+[^\W\d_][\w.'’\-]*){0,6}[^\w]*$",
    re.IGNORECASE,
)
SENTENCE_WORD = lazy(
    r"\b(?:ich|wir|du|sie|es|ihr|ist|sind|war|habe|haben|hat|kann|können|wird|werden|soll|bitte|nicht|noch|dass|"
    r"wenn|aber|auch|zu|auf|"
    r"i|we|you|it|is|are|was|have|has|had|can|will|would|should|please|not|but|if|that|this|to)\b",
    re.IGNORECASE,
)
_CLAUSE = lazy(
    r"\b(?:ich|wir|du|er|es|man|ist|sind|war|habe|hat|haben|kann|brauch\w*|muss|melde|and\s+\w+\s+me|please|bitte|will|is|are)\b",
    re.IGNORECASE,
)
_SIGNATURE_WORDS = frozenset(
    {"i.", "i.a.", "i.v.", "ppa.", "gez.", "ihr", "ihre", "dein", "deine", "euer", "eure", "your"}
)
_SEARCH_LINES = 45
_SEARCH_ALL = 200
_LONGEST_END = 400
_MAX_BEHIND = 18
_MAX_NAME_WORDS = 4
_MAX_OWN_WORDS = 7
_VERB = lazy(r"\b(?:is|are|was|will|can|have|has|please|ist|sind|war|wird|kann|habe|hat|bitte)\b", re.IGNORECASE)
_TAIL_LINES = 8
_NAME_LINES = 2


def find_closing(lines: Sequence[Line]) -> Closing | None:
    """The closing in the lines of the own text, which come without salutation, delimited signature and footers."""
    filled = [_end_of(line) for line in before_postscript(lines)[-_SEARCH_ALL:] if re.search(r"\w", line.text)]
    return (
        _strong_line(filled)
        or _short_line(filled)
        or _weak_end(filled)
        or _inside_last_line(filled)
        or _wish_above_name(filled)
        or _set_off(filled)
    )


def _end_of(line: Line) -> Line:
    """The last words of a line: a formula stands nowhere else, and time stays bounded."""
    cut = max(0, len(line.text) - _LONGEST_END)
    return Line(line.text[cut:], line.start + cut)


def before_postscript(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines above the first `PS:`."""
    at = next((at for at, line in enumerate(lines) if at > 0 and _POSTSCRIPT.match(line.text)), len(lines))
    return lines[:at]


def _strong_line(filled: Sequence[Line]) -> Closing | None:
    """A line that begins with a formula of leave-taking, the last such line of the text."""
    for back, line in enumerate(reversed(filled[-_SEARCH_LINES:])):
        stripped = line.text.lstrip(" \t\u00a0*_-–>")
        match = _STRONG.match(stripped)
        if match is None or not _ends_line(stripped[match.end() :], match.group()):
            continue
        if back > _TAIL_LINES and len(match.group().split()) < 2:
            continue
        return _with_lines_above(_made(line, stripped, match), filled[: len(filled) - 1 - back])
    return None


def _ends_line(rest: str, formula: str) -> bool:
    """Behind the formula may come a mark, a name, a place, a second wish; no sentence that begins with the word."""
    if re.match(
        r"\s*(?:an|von|für)\b.*\b(?:sie|ihn|alle|mir|uns)\b.*\b(?:aus|ausrichten|bestellen)\b",
        rest,
        re.IGNORECASE,
    ):
        return False
    if re.match(r"love\b|greetings\b|cheers\b|regards\b|enjoy\b", formula, re.IGNORECASE):
        return len(rest.split()) <= 3
    words = re.split(r"[,.!](?=\s)", rest, maxsplit=1)[0].split()
    return (
        len(rest.split()) <= _MAX_BEHIND
        and len(words) <= 10
        and not (
            len(words) > 3
            and re.search(r"\b(?:ist|sind|habe|hat|haben|soll|ich\s+\w+e\b|is|are|was|has|have)\b", rest, re.IGNORECASE)
        )
    )


def _short_line(filled: Sequence[Line]) -> Closing | None:
    """`MfG`, `LG Tom`, `Best,`: only near the end, alone in the line or with a name."""
    for back, line in enumerate(reversed(filled[-_SEARCH_LINES:])):
        stripped = line.text.lstrip(" \t\u00a0*_-–")
        match = _SHORT.match(stripped)
        if back > _TAIL_LINES and len(stripped.split()) > _MAX_NAME_WORDS:
            continue
        if match is None or (
            (match["en"] or "").lower() == "best" and not re.match(r"[,.!]?\s*$", stripped[match.end() :])
        ):
            continue
        rest = stripped[match.end() :]
        if line is filled[0] and len(filled) > 1 and not is_name_line(rest) and not _only_names(filled[1:]):
            continue
        if len(re.sub(r"\([^()]*\)*", "", rest).split()) <= 5 and not SENTENCE_WORD.search(rest):
            return _made(line, stripped, match, abbreviated=True)
    return None


def _weak_end(filled: Sequence[Line]) -> Closing | None:
    """Thanks or a wish counts only as the last words: nothing but a name may follow."""
    for back, line in enumerate(reversed(filled[-_TAIL_LINES:])):
        stripped = line.text.lstrip(" \t\u00a0*_-–")
        match = _WEAK.match(stripped)
        if (
            match
            and _only_names(filled[len(filled) - back :])
            and _weak_rest_fits(match, stripped[match.end() :], last=back == 0, only=line is filled[0])
        ):
            return _made(line, stripped, match, weak=True)
        if not _only_names([line]):
            return None
    return None


def _weak_rest_fits(match: re.Match[str], rest: str, *, last: bool, only: bool) -> bool:
    """What follows belongs to the good-bye; `bis morgen brauche ich die Zahlen` is a sentence."""
    if not says_thanks(match.group()) and (_CLAUSE.search(rest) or (only and len(rest.split()) > _MAX_NAME_WORDS)):
        return False
    if re.fullmatch(r"ihre?|deine?|eure?|yours|later|herzlich|enjoy", match.group(), re.IGNORECASE):
        return (not last and not rest.strip(" ,.!")) or bool(
            is_name_line(rest) and rest.strip()[:1].isupper() and len(rest.split()) <= 3
        )
    clause = re.split(r"[.!?]\s+(?=\w)", rest, maxsplit=1)
    if len(clause) > 1 and len(clause[1].split()) > 3:
        return False
    return len(rest.split()) <= 12


def _only_names(lines: Sequence[Line]) -> bool:
    return all(is_name_line(line.text) or looks_like_contact(line.text) or _is_label(line.text) for line in lines)


def _is_label(text: str) -> bool:
    """`Hedwig Angermaier, Zimmer 112`: a few words that are no sentence."""
    text = text.strip()
    return (
        len(text.split()) <= _MAX_NAME_WORDS + 1
        and text[:1].isupper()
        and not re.search(r"[.!?:]$", text)
        and not SENTENCE_WORD.search(text)
    )


def is_name_line(text: str) -> bool:
    """Whether a line could be nothing but a name."""
    text = text.strip()
    return len(text) <= 60 and _NAME_LINE.match(text) is not None and not SENTENCE_WORD.search(text)


_CONTACT = lazy(
    r"\S@\S|www\.|https?:|\b(?:tel|fon|phone|mobil|fax|handy|cell|ext|m:|t:|f:|p:)\b|\d[\d /()+.-]{5,}\d|"
    r"^\s*x?\d[\d-]{2,}\s*$|\b\d{4,5}\s+[A-ZÄÖÜ]|stra(?:ß|ss)e|str\.|gmbh|\bag\b|e\.v\.",
    re.IGNORECASE,
)


def looks_like_contact(text: str) -> bool:
    """Whether a line belongs to a block of contact data."""
    return len(text) <= 90 and _CONTACT.search(text) is not None and len(text.split()) <= 10


def _inside_last_line(filled: Sequence[Line]) -> Closing | None:
    """`… see you there. Thanks. SWD` and `… bis morgen, lg Tom`: the formula runs on in the last line of the text."""
    for line in reversed(filled[-2 * _TAIL_LINES :]):
        found = _last_formula(line)
        if found is not None:
            return found
        if line.text.strip()[:1] == "(" or len(line.text.strip()) <= 1:
            continue
        if not _only_names([line]):
            return None
    return None


def _wish_above_name(filled: Sequence[Line]) -> Closing | None:
    """`… auch dir alles Gute und einen heiteren Sonntag!` as the last words above a name."""
    at = len(filled) - 1
    while at > 0 and len(filled) - at <= _NAME_LINES and _only_names([filled[at]]):
        line = filled[at - 1]
        match = _WISH_AT_END.search(line.text)
        if match is not None and not _CLAUSE.search(line.text[match.start() :]):
            start, end = match.span("wish")
            words = line.text[start:end].rstrip()
            return Closing(Span(line.start + start, line.start + start + len(words)), abbreviated=False, after=line.end)
        at -= 1
    return None


def _set_off(filled: Sequence[Line]) -> Closing | None:
    """Any short line set off from the text, with nothing but a name under it, takes leave in words of its own.

    `With admiration,`, `Hol di munter`, `Dicker Knuddel`.
    """
    for at in range(max(1, len(filled) - 3), len(filled) - 1):
        line = filled[at]
        set_off = line.start - filled[at - 1].end > 1
        if set_off and _takes_leave(line.text.strip(), filled[at + 1 :]):
            return _in_own_words(line)
    return None


def _takes_leave(text: str, below: Sequence[Line]) -> bool:
    """A few words that are no name and no sentence, with a short line or two under them."""
    words = text.rstrip(",!. ").split()
    most = _MAX_OWN_WORDS if len(below) == 1 and not _VERB.search(text) else _MAX_NAME_WORDS + 1
    if not 1 <= len(words) <= most or text.endswith((".", "?", ":")) or re.search(r"\d", text):
        return False
    if re.match(r"[A-ZÄÖÜ][\w.'-]+\s+[A-ZÄÖÜ][\w'-]+,", text):  # "Walter Lindqvist, chair" is a name
        return False
    if any(len(line.text.split()) > _MAX_NAME_WORDS + 1 for line in below) or words[0].lower() in _SIGNATURE_WORDS:
        return False
    if re.match(r"(?:with|mit|yours?|in|von|from)\s", text, re.IGNORECASE):
        return True
    if len(words) == 1:
        return text.endswith((",", "!"))
    return any(word[:1].islower() for word in words[1:])


def _in_own_words(line: Line) -> Closing:
    words = line.text.strip().rstrip(",!. ")
    return Closing(Span(line.span.start, line.span.start + len(words)), abbreviated=False, after=line.end)


_BOUNDARY = lazy(
    r"(?:[.!?,;:…)]+|\s[-–—]+|(?<=\w)\s{2,}|[:;^]-?[)D^(*]|[\U0001F300-\U0001FAFF]|"
    r"\s(?=(?:und\s+)?(?:verbleibe\w*\s+)?(?:mit\s+)?(?:ganz\s+|sehr\s+)?(?:(?:lieb|freundlich|herzlich|best|"
    r"schön)\w*|viele\w?)\s+gr[üu])|\s(?=(?:g*lg|mfg|vg|bg)\b)|"
    r"\s(?=(?:thx|thanks|danke|merci|ta|cheers|ciao)\b[\s!.,\w]{0,15}$))\s*",
    re.IGNORECASE,
)


def _last_formula(line: Line) -> Closing | None:
    starts = [match.end() for match in _BOUNDARY.finditer(line.text)]
    for start in reversed(starts):
        piece = line.text[start:]
        for pattern, abbreviated in ((_STRONG, False), (_SHORT, True), (_WEAK, False)):
            match = pattern.match(piece)
            if match is None:
                continue
            rest = piece[match.end() :]
            fits = (
                len(rest.split()) <= 6 and not SENTENCE_WORD.search(rest)
                if pattern is not _WEAK
                else len(rest.split()) <= 8
            )
            goes_on = re.match(r"\s*[a-zäöüß]", rest) is not None
            if pattern is _WEAK and goes_on and line.text[:start].rstrip().endswith(","):
                continue  # "…, bis morgen früh" says when, it does not take leave
            if fits and not (
                abbreviated and match.group().lower() in ("best", "br", "kr", "sg") and rest.strip(" .,!")
            ):
                return _made(
                    Line(piece, line.start + start), piece, match, abbreviated=abbreviated, weak=pattern is _WEAK
                )
    return None


def _made(line: Line, stripped: str, match: re.Match[str], *, abbreviated: bool = False, weak: bool = False) -> Closing:
    offset = line.start + len(line.text) - len(stripped)
    formula = match.group()
    more = _MORE_WORDS.match(stripped, match.end()) or (_LOWER_WORDS.match(stripped, match.end()) if weak else None)
    trailing = _TRAILING.match(stripped, _end_of_words(stripped, more) if more else match.end())
    after = offset + (trailing.end() if trailing else match.end())
    return Closing(
        span=Span(offset + match.start(), offset + match.start() + len(formula.rstrip())),
        abbreviated=abbreviated,
        after=after,
    )


def _end_of_words(stripped: str, more: re.Match[str]) -> int:
    """Where the words about the greetings end: in `grüße nach kassel anna` the last one is a name."""
    place = _PLACE_AND_NAME.fullmatch(more.group())
    if place is not None and more.end() == len(stripped.rstrip()):
        from msglint.message.given_names import is_surely_given_name

        if is_surely_given_name(place["name"].capitalize()):
            return more.start() + place.start("name")
    return more.end()


def _with_lines_above(closing: Closing, above: Sequence[Line]) -> Closing:
    """`Schönes Wochenende und` in the line above belongs to the formula below it."""
    if not above or closing.span.start - above[-1].end > 1:
        return closing
    line = above[-1]
    stripped = line.text.strip()
    if (
        len(stripped.split()) <= 6
        and (_WEAK.match(stripped) or _STRONG.match(stripped))
        and not stripped.endswith((".", "?"))
    ):
        return closing._replace(span=Span(line.span.start, closing.span.end))
    return closing
