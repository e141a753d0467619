"""Which stretches of a text somebody else wrote: quotes and forwarded messages, however a client writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msglint.message.lines import Line, lines_of
from msglint.message.model import Mark, Marked
from msglint.message.patterns import lazy
from msglint.report import Span

_QUOTED_LINE = re.compile(r"\s{0,3}(?:[>|]|&gt;)(?!\s*\|)")

_SEPARATOR = re.compile(
    r"[\s>*]*[-_=]{2,}\s{0,20}"
    r"(?P<what>original[ -]?(?:message|appointment|e-?mail|nachricht)|urspr\S*\s+(?:nachricht|mail|e-mail|message|"
    r"termin)"
    r"|originalnachricht|antwort|reply message|message d'origine|messaggio originale|mensaje original"
    r"|forwarded\b.*|weitergeleitete?\b.*|begin forwarded message|inline attachment follows)"
    r"\s{0,20}:?\s{0,20}[-_=]*$",
    re.IGNORECASE,
)
_BARE_FORWARD = re.compile(
    r"\s*(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail|mail)|weitergeleitete "
    r"nachricht)\s*:?\s*$",
    re.IGNORECASE,
)
_WRAPPED_FORWARD = lazy(r"[\s>]*-{5,}\s*forwarded by\b", re.IGNORECASE)
_FORWARD_WORDS = lazy(r"forward|weitergeleitet", re.IGNORECASE)

_QUOTING = lazy(r"(?:zitat von|quoting)\b.*:\s*$", re.IGNORECASE)
_ATTRIBUTION_VERB = lazy(
    r"\b(?:schrieb(?:en)?|wrote|writes|geschrieben|a écrit|ha scritto|escribió|schreef)\b[^\n]{0,120}?:\s*>?\s*$"
    r"|\bschrieb(?:en)?\s+am\b.*:\s*$",
    re.IGNORECASE,
)
_ATTRIBUTION_START = re.compile(r"\s*(?:am|on|le|il|el|op|zitat von|quoting|at|um|den)\b", re.IGNORECASE)
_DATE_OR_ADDRESS = re.compile(r"\d{1,4}[./:-]\d{1,2}|\b(?:19|20)\d\d\b|<[^>\s]*@[^>\s]*>|\S@\S")
_MAX_WRAPPED_LINES = 3
_LONGEST_INTRODUCTION = 300
_LONGEST_HEADER = 3000  # an address list may be long
_HEAD = 300
"""Code points of a line that tell what it is; only lists of addresses are longer."""

_HEADER_LINE = re.compile(
    r"[\s>*_]*(?P<name>from|von|de|sent|gesendet|envoyé|enviado|date|datum|to|an|à|para|cc|kopie|"
    r"bcc|subject|betreff|betr|objet|asunto|antwort an|reply-to|"
    r"importance|wichtigkeit|priorität|sensitivity|vertraulichkeit|attachments?|anlagen?|message-id|mime-version|"
    r"received|return-path|organization|x-[\w-]{1,60})\s{0,20}\**\s{0,20}:",
    re.IGNORECASE,
)
_SENDER_NAMES = frozenset({"from", "von", "de"})
_MIN_HEADER_LINES = 3
_HEADER_WINDOW = 14

_NOTES_DATE = lazy(
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}:\d{2}(?::\d{2})?\s*(?:[AP]\.?M\.?)?\s*(?:\S{1,4})?\s*$",
    re.IGNORECASE,
)
_NOTES_ONE_LINE = lazy(r"\d{1,2}/\d{1,2}/\d{2,4}\s+\d{1,2}:\d{2}\s*(?:[AP]M)?\s+To:\s.*\bSubject:", re.IGNORECASE)
_NOTES_FOLLOW = lazy(
    r"\s*(?:to|an|cc|please respond to|sent by|gesendet von|subject|thema|bitte antwort an)\b\s*:?",
    re.IGNORECASE,
)
_NOTES_TO = lazy(r"\s*(?:to|an)\s*:", re.IGNORECASE)
_NOTES_SUBJECT = lazy(r"\s*(?:subject|thema|betreff)\s*:", re.IGNORECASE)
_NOTES_WINDOW = 30


class Quote(NamedTuple):
    """A stretch that is not the author's. `QUOTE` is what is being answered, `FORWARD` what is handed on."""

    kind: Mark
    span: Span


def find_quotes(text: str, marked: Sequence[Marked] = ()) -> tuple[Quote, ...]:
    """All stretches of `text` that somebody else wrote, in order, with the lines that introduce them.

    Args:
        text: the body as shown.
        marked: what the format itself (HTML) says.
    """
    lines = lines_of(text)
    given = [Quote(mark.mark, mark.span) for mark in marked if mark.mark in (Mark.QUOTE, Mark.FORWARD)]
    found = list(_from_lines(lines, given))
    return _settled(text, given + found)


def _from_lines(lines: Sequence[Line], given: Sequence[Quote]) -> Iterator[Quote]:
    index = 0
    while index < len(lines):
        if _around(lines[index], given) is not None:
            # The format says where this quote ends: an answer may stand below it.
            index += 1
            continue
        kind = _opens_rest(lines, index)
        if kind is not None:
            start = _first_line_of_block(lines, index)
            yield Quote(kind, Span(lines[start].start, lines[-1].end))
            return
        length = _attribution_length(lines, index)
        if length:
            after = _next_filled(lines, index + length)
            if after is not None and (quote := _around(lines[after], given)):
                yield Quote(Mark.QUOTE, Span(lines[index].start, quote.span.end))
                index = after
                continue
            if after is None or not _is_quoted(lines[after]):
                yield Quote(Mark.QUOTE, Span(lines[index].start, lines[-1].end))
                return
            end = _end_of_quoted(lines, after)
            yield Quote(Mark.QUOTE, Span(lines[index].start, lines[end - 1].end))
            index = end
        elif _is_quoted(lines[index]):
            end = _end_of_quoted(lines, index)
            yield Quote(Mark.QUOTE, Span(lines[index].start, lines[end - 1].end))
            index = end
        else:
            index += 1


def _around(line: Line, given: Sequence[Quote]) -> Quote | None:
    """The quote that the line begins in."""
    return next((quote for quote in given if quote.span.start <= line.start < quote.span.end), None)


def _tight(text: str) -> str:
    """The line without blanks at its ends and with one in place of many."""
    return " ".join(text.split())


def _is_quoted(line: Line) -> bool:
    return _QUOTED_LINE.match(line.text) is not None


def _next_filled(lines: Sequence[Line], index: int) -> int | None:
    return next((at for at in range(index, len(lines)) if not lines[at].blank), None)


def _end_of_quoted(lines: Sequence[Line], index: int) -> int:
    """One behind the last line of a run of `>` lines; blank lines inside the run belong to it."""
    end = index
    while index < len(lines) and (_is_quoted(lines[index]) or lines[index].blank):
        index += 1
        if not lines[index - 1].blank:
            end = index
    return end


def _opens_rest(lines: Sequence[Line], index: int) -> Mark | None:
    """What begins at this line and runs to the end of the text, if anything does."""
    text = lines[index].text
    if not text.strip() or len(text) > _LONGEST_HEADER:
        return None
    tight = _tight(text)
    if separator := _SEPARATOR.match(tight):
        return Mark.FORWARD if _FORWARD_WORDS.search(separator["what"]) else Mark.QUOTE
    if _wrapped_forward(lines, index) or _BARE_FORWARD.match(tight):
        return Mark.FORWARD
    if _is_header_block(lines, index) or _is_notes_block(lines, index):
        return Mark.QUOTE
    return None


def _wrapped_forward(lines: Sequence[Line], index: int) -> bool:
    """`---------------------- Forwarded by X/HOU/ECT on 04/20/2000` with the rest of its date on the next line."""
    return "-----" in lines[index].text and _WRAPPED_FORWARD.match(lines[index].text) is not None


def _attribution_length(lines: Sequence[Line], index: int) -> int:
    """How many lines form an introduction like `Am 3. März schrieb Anna Meyer <a@example.org>:`; 0 if none do."""
    if lines[index].blank or _is_quoted(lines[index]) or len(lines[index].text) > _LONGEST_INTRODUCTION:
        return 0
    joined = ""
    for length in range(1, _MAX_WRAPPED_LINES + 1):
        if index + length > len(lines) or lines[index + length - 1].blank:
            return 0
        joined = f"{joined} {lines[index + length - 1].text.strip()}".strip()
        if len(joined) > _LONGEST_INTRODUCTION:
            return 0
        if ":" in joined and (_ATTRIBUTION_VERB.search(joined) or _QUOTING.match(joined)):
            return length if _introduces_quote(lines, index + length, joined) else 0
        if not (_ATTRIBUTION_START.match(joined) or _DATE_OR_ADDRESS.search(joined)):
            return 0
    return 0


def _introduces_quote(lines: Sequence[Line], after: int, joined: str) -> bool:
    following = _next_filled(lines, after)
    if following is not None and _is_quoted(lines[following]):
        return True
    dated = _DATE_OR_ADDRESS.search(joined) is not None
    return dated and (_ATTRIBUTION_START.match(joined) is not None or "<" in joined or "schrieb am" in joined)


def _is_header_block(lines: Sequence[Line], index: int) -> bool:
    """`Von: … / Gesendet: … / An: … / Betreff: …` and the like, in any order and language."""
    first = _HEADER_LINE.match(lines[index].text[:_HEAD])
    if first is None:
        return False
    names = {first["name"].lower()}
    for line in lines[index + 1 : index + _HEADER_WINDOW]:
        match = _HEADER_LINE.match(line.text[:_HEAD])
        if match:
            names.add(match["name"].lower())
        elif line.blank:
            if len(names) > 1:
                break
        elif not _continues_header(line):
            break
    return len(names) >= _MIN_HEADER_LINES and (bool(names & _SENDER_NAMES) or names >= {"to", "cc", "subject"})


def _continues_header(line: Line) -> bool:
    return line.text[:1].isspace() or ";" in line.text or "@" in line.text or "/" in line.text


def _is_notes_block(lines: Sequence[Line], index: int) -> bool:
    """Lotus Notes puts name and date, then `To:`, `cc:` and `Subject:`, and no mark before any of it."""
    if ":" in lines[index].text and _NOTES_ONE_LINE.search(_tight(lines[index].text)):
        return True
    window = lines[index : index + 3]
    dated = next((at for at, line in enumerate(window) if _ends_with_time(line.text)), None)
    if dated is None or any(line.blank for line in window[:dated]):
        return False
    rest = lines[index + dated + 1 : index + dated + _NOTES_WINDOW]
    first = next((line for line in rest if not line.blank), None)
    names_sender = re.match(r"\s*(?:from|von)\s*:", window[dated].text, re.IGNORECASE)
    if first is None or not (names_sender or _NOTES_FOLLOW.match(first.text)):
        return False
    return any(_NOTES_TO.match(line.text) for line in rest) and any(_NOTES_SUBJECT.match(line.text) for line in rest)


def _ends_with_time(line: str) -> bool:
    return ":" in line and _NOTES_DATE.search(_tight(line)[-_HEAD:]) is not None


def _first_line_of_block(lines: Sequence[Line], index: int) -> int:
    """A rule (`____`) right above a header block belongs to it."""
    before = index - 1
    above = index - 2
    if (
        above >= 0
        and lines[above].text[:1] in (" ", "\t")
        and lines[before].blank
        and re.match(r"\s+from:", lines[index].text, re.IGNORECASE)
    ):
        return above
    while before >= 0 and lines[before].blank and index - before < 3:
        before -= 1
    if before >= 0 and re.fullmatch(r"\s*[_\-*=]{5,}\s*", lines[before].text):
        return before
    return index


def _settled(text: str, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Overlaps joined; the first one names the kind."""
    result: list[Quote] = []
    for quote in sorted(quotes, key=lambda quote: (quote.span.start, -quote.span.end)):
        if result and quote.span.start <= result[-1].span.end:
            last = result[-1]
            result[-1] = Quote(last.kind, Span(last.span.start, max(last.span.end, quote.span.end)))
        elif result and not text[result[-1].span.end : quote.span.start].strip():
            last = result[-1]
            result[-1] = Quote(last.kind, Span(last.span.start, quote.span.end))
        else:
            result.append(quote)
    return tuple(result)
