"""What readers of a template may get: its text with stand-ins for the placeholders, once for every branch.

Rules see such a reading, a message like any other; what they find is put back to the characters of the template.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final, NamedTuple

from msglint.message.language import detect
from msglint.message.lines import complement, lines_of, position_of
from msglint.message.model import Address, Headers, Marked, Message
from msglint.message.template import front_matter_of
from msglint.message.template_syntax import Kind, Sign, signs_of
from msglint.report import Finding, Report, Span, Suggestion

MOST_READINGS: Final = 4
"""Of an `if` with more branches the last ones are not read."""

_CAPITAL, _LETTERS = "Ŋ", "ŋɓɗɠƙƥƭɦɱɲʋʑ"
_STAND_IN = re.compile(f"[{_CAPITAL}ŋ][{_LETTERS}]{{3}}")
_UNREAD: Final = frozenset({"macro", "set", "capture"})
_GREETING_FIELD = re.compile(r"anrede|salutation|greeting|begr(?:ü|ue)(?:ß|ss)ung", re.IGNORECASE)
_ENDING_FIELD = re.compile(
    r"signatu?r|gru(?:ß|ss)|gr(?:ü|ue)(?:ß|ss)|closing|regards|sign.?off|footer|fu(?:ß|ss)|disclaimer|schluss|abspann",
    re.IGNORECASE,
)
_MAY_BE_FILLED_IN: Final = frozenset({"request", "attachment", "date", "form", "spelling", "grammar"})
_OF_PARAGRAPHS: Final = frozenset({"request", "attachment"})
_AT_THE_EDGES: Final = frozenset({"salutation", "closing"})
_GREETINGS: Final = {"de": "Guten Tag", "en": "Hello"}
_DEEPEST: Final = 50
_ENDING_LINES, _OPENING_LINES = 6, 12
_WORD = re.compile(r"[^\W_]")


class Fault(NamedTuple):
    """A sign that its engine cannot read.

    Attributes:
        kind: `broken`, `unclosed` or `unopened`.
    """

    span: Span
    kind: str


class _Piece(NamedTuple):
    """A piece of a reading and what stands there in the template."""

    text: str
    source: Span
    is_stand_in: bool = False


@dataclass(frozen=True)
class Transcript:
    """A text as it is read, and the way back to the text of the template."""

    original: str
    pieces: tuple[_Piece, ...]
    faults: tuple[Fault, ...] = ()

    @cached_property
    def text(self) -> str:
        """The text that is read."""
        return "".join(piece.text for piece in self.pieces)

    @cached_property
    def _starts(self) -> list[int]:
        starts, position = [], 0
        for piece in self.pieces:
            starts.append(position)
            position += len(piece.text)
        return starts

    @cached_property
    def stand_ins(self) -> tuple[Span, ...]:
        """Where stand-ins are in the text that is read."""
        return tuple(
            Span(start, start + len(piece.text))
            for start, piece in zip(self._starts, self.pieces, strict=True)
            if piece.is_stand_in
        )

    def paragraph_of(self, span: Span) -> Span:
        """The paragraph that the stretch begins in, with the rest of the stretch."""
        start = self.text.rfind("\n\n", 0, span.start) + 2 if "\n\n" in self.text[: span.start] else 0
        end = self.text.find("\n\n", span.end)
        return Span(start, len(self.text) if end < 0 else end)

    @cached_property
    def read_faults(self) -> tuple[Fault, ...]:
        """The faults where they are in the text that is read."""
        return tuple(fault._replace(span=self.span_of(fault.span)) for fault in self.faults)

    @cached_property
    def originals(self) -> dict[str, str]:
        """What each stand-in stands for."""
        return {piece.text: piece.source.of(self.original) for piece in self.pieces if piece.is_stand_in}

    def source_of(self, span: Span) -> Span:
        """The stretch of the template that was read as `span`."""
        if not self.pieces:
            return Span(0, 0)
        start = self._source_at(span.start, is_end=False)
        return Span(start, max(start, self._source_at(span.end, is_end=True))) if len(span) else Span(start, start)

    def _source_at(self, offset: int, *, is_end: bool) -> int:
        at = max(0, bisect_right(self._starts, offset - is_end) - 1)
        piece, inside = self.pieces[at], offset - self._starts[at]
        if piece.is_stand_in:
            return piece.source.end if is_end or inside >= len(piece.text) else piece.source.start
        return min(piece.source.start + inside, piece.source.end)

    def span_of(self, source: Span) -> Span:
        """Where a stretch of the template is in the text that is read; empty if it is left out."""
        first = bisect_right(self._source_ends, source.start)
        last = bisect_left(self._source_starts, source.end) - 1
        if first > last:
            return Span(0, 0)
        start, piece = self._starts[first], self.pieces[first]
        if not piece.is_stand_in:
            start += max(0, source.start - piece.source.start)
        end, piece = self._starts[last], self.pieces[last]
        end += len(piece.text) if piece.is_stand_in else min(len(piece.text), source.end - piece.source.start)
        return Span(start, end)

    @cached_property
    def _source_starts(self) -> list[int]:
        return [piece.source.start for piece in self.pieces]

    @cached_property
    def _source_ends(self) -> list[int]:
        return [piece.source.end for piece in self.pieces]

    @cached_property
    def has_words(self) -> bool:
        """Whether there is a word beside the stand-ins."""
        return any(not piece.is_stand_in and _WORD.search(piece.text) for piece in self.pieces)

    def is_whole(self, source: Span) -> bool:
        """Whether nothing in this stretch of the template is left out of the reading."""
        kept = (piece.source for piece in self.pieces if piece.text)
        return not complement((one for one in kept if one.overlaps(source)), source)


@dataclass(frozen=True)
class Reading:
    """How the template was read for one message.

    Attributes:
        open_end: a part that is not known may hold the end of the message.
    """

    body: Transcript
    subject: Transcript | None
    open_end: bool = False

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is broken in the text."""
        return self.body.read_faults

    def hides(self, span: Span, *, in_subject: bool, family: str) -> bool:
        """Whether a rule that found something there speaks of a stand-in only, which no reader will see."""
        transcript = self.subject if in_subject else self.body
        if transcript is None:
            return False
        if not self.body.has_words:
            return family != "placeholder"
        if family in _AT_THE_EDGES and any(fault.kind == "unclosed" for fault in self.body.faults):
            # Nobody knows which branch the beginning and the end belong to.
            return True
        if family in _MAY_BE_FILLED_IN:
            # What they miss, or find wrong, may be what is filled in beside it.
            span = transcript.paragraph_of(span) if family in _OF_PARAGRAPHS else span
            return any(one.overlaps(span) for one in transcript.stand_ins)
        faults = () if family == "placeholder" else tuple(fault.span for fault in transcript.read_faults)
        if len(span.of(transcript.text).split()) == 1:
            return any(one.overlaps(span) for one in (*transcript.stand_ins, *faults))
        # An empty span at the edge is about what is missing there.
        return any(one.contains(span) and one.overlaps(span) for one in (*transcript.stand_ins, *faults))

    def restored(self, report: Report) -> Report:
        """The report on the template itself."""
        return replace(
            report,
            findings=tuple(self._restored(finding) for finding in report.findings),
            text=self.body.original,
            subject=self.subject.original if self.subject else report.subject,
        )

    def _restored(self, finding: Finding) -> Finding:
        transcript = self.subject if finding.part == "subject" else self.body
        if transcript is None:
            return finding
        span = transcript.source_of(finding.span)
        return replace(
            finding,
            span=span,
            start=position_of(transcript.original, span.start),
            end=position_of(transcript.original, span.end),
            excerpt=span.of(transcript.original),
            message=self._with_originals(finding.message),
            why=self._with_originals(finding.why),
            suggestions=tuple(self._suggestions(finding.suggestions, transcript)),
            fixable=False,
        )

    def _suggestions(self, suggestions: Iterable[Suggestion], transcript: Transcript) -> Iterator[Suggestion]:
        for suggestion in suggestions:
            source = transcript.source_of(suggestion.span)
            if transcript.is_whole(source):
                yield suggestion._replace(text=self._with_originals(suggestion.text), span=source)

    def _with_originals(self, text: str) -> str:
        for stand_in in self._greetings:
            text = text.replace(stand_in, self._originals[stand_in])
        return _STAND_IN.sub(lambda match: self._originals.get(match.group().capitalize(), match.group()), text)

    @cached_property
    def _originals(self) -> dict[str, str]:
        subject = self.subject.originals if self.subject else {}
        return {**subject, **self.body.originals}

    @cached_property
    def _greetings(self) -> list[str]:
        return [stand_in for stand_in in self._originals if not _STAND_IN.fullmatch(stand_in)]


def readings_of(message: Message) -> tuple[Message, ...]:
    """The messages that a template makes, one for every branch."""
    body = _Source.of(message.text)
    subject = None if message.headers.subject is None else _Source.of(message.headers.subject)
    count = min(MOST_READINGS, max(body.count, subject.count if subject else 1))
    return tuple(_reading(message, body, subject, number) for number in range(count))


def merged(reports: Sequence[Report]) -> Report:
    """One report on all readings: what is wrong in any of them, and the grade of the worst."""
    first = reports[0]
    found: dict[tuple[object, ...], Finding] = {}
    for finding in (finding for report in reports for finding in report.findings):
        found.setdefault((finding.rule, finding.part == "subject", finding.span), finding)
    return replace(
        first,
        grade=min((report.grade for report in reports if report.grade), key=lambda grade: grade.score, default=None),
        findings=tuple(sorted(found.values(), key=_place)),
        skipped=tuple(dict.fromkeys(skipped for report in reports for skipped in report.skipped)),
    )


def _place(finding: Finding) -> tuple[bool, int, int, int]:
    return finding.part != "subject", finding.span.start, -finding.severity, finding.span.end


# One reading


def _reading(message: Message, source: _Source, subject: _Source | None, number: int) -> Message:
    names = _StandIns()
    read_subject = subject.read(number, names) if subject else None
    body = source.read(number, names)
    headers = _without_fields(message.headers)
    if read_subject is not None:
        headers = replace(headers, subject=read_subject.text)
    found = _with(message, Reading(body, read_subject), headers)
    opening = _opening(source, body, number) if found.parts.salutation is None else None
    if opening is not None:
        names.greeting = _GREETINGS["en" if detect(body.text) == "en" else "de"]
        body = source.read(number, names, greeted=opening)
    return _with(message, Reading(body, read_subject, open_end=_is_open(source, number)), headers)


def _with(message: Message, reading: Reading, headers: Headers) -> Message:
    marked = tuple(Marked(one.mark, reading.body.span_of(one.span)) for one in message.marked)
    return message.with_(
        text=reading.body.text,
        headers=headers,
        marked=tuple(one for one in marked if len(one.span)),
        template=False,
        reading=reading,
    )


def _without_fields(headers: Headers) -> Headers:
    """The headers without addresses that are filled in later."""
    sender = headers.from_
    return replace(
        headers,
        from_=sender if sender is None or _is_fixed(sender) else None,
        to=tuple(filter(_is_fixed, headers.to)),
        cc=tuple(filter(_is_fixed, headers.cc)),
        bcc=tuple(filter(_is_fixed, headers.bcc)),
        reply_to=tuple(filter(_is_fixed, headers.reply_to)),
    )


def _is_fixed(address: Address) -> bool:
    return next(signs_of(f"{address.name} {address.email}"), None) is None


def _opening(source: _Source, read: Transcript, number: int) -> Sign | None:
    """The placeholder that holds the salutation: `{{ anrede }}`, or whatever stands alone in the first line."""
    shown = source.shown(number)
    filled = 0
    for line in lines_of(source.text, source.start):
        signs = [sign for sign in shown if line.span.contains(sign.span)]
        if not signs and not len(read.span_of(line.span)):
            continue
        filled += 1
        is_first_word = bool(signs) and not _WORD.search(source.text[line.span.start : signs[0].span.start])
        is_alone = filled == 1 and _is_alone(source.text, line.span, signs)
        if is_first_word and (is_alone or _GREETING_FIELD.search(signs[0].name)):
            return signs[0]
        if filled == _OPENING_LINES:
            break
    return None


def _is_alone(text: str, line: Span, signs: Sequence[Sign]) -> bool:
    """Whether the line has no word beside the placeholders."""
    rest = complement((sign.span for sign in signs), line)
    return not any(_WORD.search(span.of(text)) for span in rest)


def _is_open(source: _Source, number: int) -> bool:
    """Whether a partial, or a placeholder for a signature among the last lines, may bring the closing."""
    if any(sign.kind is Kind.BLOCK for sign in source.signs):
        return True
    last = [line for line in lines_of(source.text) if not line.blank][-_ENDING_LINES:]
    return any(_ENDING_FIELD.search(sign.name) and sign.span.start >= last[0].start for sign in source.shown(number))


class _StandIns:
    """Makes a word for every placeholder, the same one for the same."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self.greeting = ""

    def word(self, written: str) -> str:
        """The word that stands for a placeholder."""
        number = self._numbers.setdefault(written, len(self._numbers))
        base = len(_LETTERS)
        return _CAPITAL + "".join(_LETTERS[number // base**power % base] for power in (2, 1, 0))


# Branches


@dataclass(frozen=True)
class _Part:
    """A sign, or text between two, and the branches it stands in: by each `if` the number of its branch."""

    span: Span
    sign: Sign | None
    branches: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class _Source:
    """The text of a template, taken apart.

    Attributes:
        start: where the text begins behind the front matter.
        counts: how many branches each `if` has; 0 = what it holds is shown elsewhere.
    """

    text: str
    start: int
    parts: tuple[_Part, ...]
    counts: tuple[int, ...]
    faults: tuple[Fault, ...]
    signs: tuple[Sign, ...] = field(repr=False)

    @classmethod
    def of(cls, text: str) -> _Source:
        """The text of a template, taken apart."""
        front = front_matter_of(text)
        start = front.end if front else 0
        signs = tuple(sign for sign in signs_of(text) if sign.span.start >= start)
        tree = _Tree(signs)
        parts, position = [], start
        for sign in signs:
            if sign.span.start > position:
                parts.append(_Part(Span(position, sign.span.start), None, tree.branches))
            tree.add(sign)
            parts.append(_Part(sign.span, sign, tree.branches))
            position = sign.span.end
        if position < len(text):
            parts.append(_Part(Span(position, len(text)), None, tree.branches))
        return cls(text, start, tuple(parts), tuple(tree.counts), tuple(tree.end()), signs)

    @property
    def count(self) -> int:
        """How many readings show every branch."""
        return max(self.counts, default=1) or 1

    def shown(self, number: int) -> tuple[Sign, ...]:
        """The signs that the reading with that number shows something for."""
        return tuple(
            part.sign
            for part in self.parts
            if part.sign and part.sign.kind in (Kind.VALUE, Kind.BLOCK) and self._is_read(part, number)
        )

    def read(self, number: int, names: _StandIns, greeted: Sign | None = None) -> Transcript:
        """The reading with that number; `greeted` = the placeholder that holds the salutation."""
        faulty = {fault.span for fault in self.faults}
        kept: list[_Piece] = []
        for part in self.parts:
            if part.span in faulty:
                kept.append(_Piece(part.span.of(self.text), part.span))
            elif self._is_read(part, number):
                if part.sign is None:
                    kept.append(_Piece(part.span.of(self.text), part.span))
                elif part.sign is greeted or part.sign.kind is Kind.VALUE:
                    kept += self._stand_in(part.sign, names, is_greeting=part.sign is greeted)
        whole = Span(0, len(self.text))
        gone = [self._widened(span) for span in complement((piece.source for piece in kept), whole)]
        return Transcript(self.text, tuple(_without(kept, complement(gone, whole))), tuple(sorted(self.faults)))

    def _is_read(self, part: _Part, number: int) -> bool:
        return all(branch == min(number, self.counts[group] - 1) for group, branch in part.branches)

    def _stand_in(self, sign: Sign, names: _StandIns, *, is_greeting: bool) -> Iterator[_Piece]:
        if not is_greeting:
            before = self.text[max(0, sign.span.start - 1) : sign.span.start]
            if not before.isalnum():  # geehrte{{ r }} is one word
                yield _Piece(names.word(sign.span.of(self.text)), sign.span, is_stand_in=True)
            return
        word = f"{names.greeting} {names.word(sign.span.of(self.text))}"
        rest = self.text[sign.span.end :]
        if not rest.partition("\n")[0].strip():
            # What the value ends with is not known; what stands below tells.
            word += "," if rest.lstrip()[:1].islower() or names.greeting == _GREETINGS["en"] else "!"
        yield _Piece(word, sign.span, is_stand_in=True)

    def _widened(self, gone: Span) -> Span:
        """With the line that holds nothing else, and the blank that is one too many."""
        start, end, text = gone.start, gone.end, self.text
        line_start = text.rfind("\n", 0, start) + 1
        line_end = text.find("\n", end) + 1 or len(text)
        if not text[line_start:start].strip() and not text[end:line_end].strip():
            start, end = line_start, line_end
            while text[max(0, start - 2) : start] in ("", "\n\n") and end < len(text):
                line_end = text.find("\n", end) + 1 or len(text)
                if text[end:line_end].strip():
                    break
                end = line_end
        elif start == 0 or text[start - 1].isspace():
            while text[end : end + 1] in (" ", "\t"):
                end += 1
            if text[end : end + 1] in (",", ".", ";", ":", "!", "?", ")", "\n"):
                start = len(text[:start].rstrip(" \t"))
        return Span(start, end)


def _without(pieces: Sequence[_Piece], kept: Sequence[Span]) -> Iterator[_Piece]:
    """The pieces, of text only what is kept; both are in the order of the template."""
    ends = [span.end for span in kept]
    for piece in pieces:
        if piece.is_stand_in:
            yield piece
            continue
        for span in kept[bisect_right(ends, piece.source.start) :]:
            if span.start >= piece.source.end:
                break
            inside = Span(max(span.start, piece.source.start), min(span.end, piece.source.end))
            first = inside.start - piece.source.start
            yield _Piece(piece.text[first : first + len(inside)], inside)


class _Tree:
    """Follows blocks from their beginnings to their ends."""

    def __init__(self, signs: Sequence[Sign]) -> None:
        self._open: list[tuple[Sign, int, int]] = []
        self._faults: list[Fault] = []
        self.counts: list[int] = []
        # In Mustache {{#name}} … {{/name}} {{^name}} … {{/name}} are the two branches of one question.
        self._sections = {sign.name for sign in signs if sign.kind is Kind.OPEN and not sign.inverted}
        self._inverted = {sign.name for sign in signs if sign.kind is Kind.OPEN and sign.inverted}

    @property
    def branches(self) -> tuple[tuple[int, int], ...]:
        """Where we are."""
        return tuple((group, branch) for _, group, branch in self._open)

    def add(self, sign: Sign) -> None:
        """Go past a sign."""
        if sign.kind is Kind.OPEN and len(self._open) < _DEEPEST:
            is_pair = sign.name in self._sections and sign.name in self._inverted
            self.counts.append(0 if sign.name in _UNREAD else 2 if is_pair else 1)
            # Nothing is shown between a `case` and its first `when`.
            branch = -1 if sign.name == "case" else 1 if is_pair and sign.inverted else 0
            self._open.append((sign, len(self.counts) - 1, branch))
        elif sign.kind is Kind.CLOSE:
            self._close(sign)
        elif sign.kind is Kind.BRANCH:
            self._branch(sign)
        elif sign.kind is Kind.BROKEN:
            self._faults.append(Fault(sign.span, "broken"))

    def _close(self, sign: Sign) -> None:
        if not any(opened.name == sign.name for opened, _, _ in self._open):
            self._faults.append(Fault(sign.span, "unopened"))
            return
        while (opened := self._open.pop()[0]).name != sign.name:
            self._faults.append(Fault(opened.span, "unclosed"))

    def _branch(self, sign: Sign) -> None:
        if not self._open:
            self._faults.append(Fault(sign.span, "unopened"))
            return
        opened, group, branch = self._open.pop()
        self.counts[group] = max(self.counts[group], branch + 2) if self.counts[group] else 0
        self._open.append((opened, group, branch + 1))

    def end(self) -> Iterator[Fault]:
        """All that is broken."""
        yield from self._faults
        yield from (Fault(opened.span, "unclosed") for opened, _, _ in self._open)
