"""How `msglint test` shows what it found: for people and for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from msglint.documents.errors import DocumentError
from msglint.examining.remark import Fault, Level, Remark
from msglint.examining.wording import advice, sentence
from msglint.formats.display import columns, one_line, visible, wrapped
from msglint.formats.excerpt import excerpt
from msglint.report import Span
from msglint.texts import Text

INDENT: Final = "  "
BOLD, DIM, GREEN, RED = "1", "2", "32", "31"
COLOURS: Final = {Level.FAILURE: RED, Level.WARNING: "33", Level.HINT: "36", Level.UNTRIED: "33"}
WORDS: Final = {
    Level.FAILURE: Text("Fehler", "Failure"),
    Level.WARNING: Text("Warnung", "Warning"),
    Level.HINT: Text("Hinweis", "Hint"),
    Level.UNTRIED: Text("Nicht geprüft", "Not tried"),
}
EXPECTED, FOUND = Text("erwartet", "expected"), Text("gefunden", "found")
NOTHING: Final = Text("nichts", "nothing")
SLOW_ON: Final = Text("zum Beispiel bei", "for example on")
NARROWEST: Final = 40
SHORT: Final = 200
SUBJECT: Final = Text("Betreff", "Subject")
SUMMARY: Final = Text(de="{rules}, {examples}: {counts}.", en="{rules}, {examples}: {counts}.")
ALL_WELL: Final = Text("alles in Ordnung", "all well")
UNUSABLE: Final = (
    Text("1 unbrauchbare Stelle in Paketen", "1 unusable place in packs"),
    Text("{count} unbrauchbare Stellen in Paketen", "{count} unusable places in packs"),
)
RULES: Final = (Text("1 Regel", "1 rule"), Text("{count} Regeln", "{count} rules"))
EXAMPLES: Final = (Text("1 Beispiel", "1 example"), Text("{count} Beispiele", "{count} examples"))
COUNTS: Final = {
    Level.FAILURE: (Text("1 Fehler", "1 failure"), Text("{count} Fehler", "{count} failures")),
    Level.WARNING: (Text("1 Warnung", "1 warning"), Text("{count} Warnungen", "{count} warnings")),
    Level.HINT: (Text("1 Hinweis", "1 hint"), Text("{count} Hinweise", "{count} hints")),
    Level.UNTRIED: (
        Text("1 Regel nicht geprüft", "1 rule not tried"),
        Text("{count} Regeln nicht geprüft", "{count} rules not tried"),
    ),
}
_TELLS_BOTH: Final = (Fault.SILENT, Fault.ELSEWHERE, Fault.WORDED)


class Tally(NamedTuple):
    """What was examined."""

    rules: int
    examples: int
    problems: tuple[DocumentError, ...]


def as_json(remarks: Sequence[Remark], tally: Tally, language: str) -> str:
    """For programs."""
    levels = _counted(remarks)
    document = {
        "schema_version": 1,
        "rules": tally.rules,
        "examples": tally.examples,
        "failures": levels[Level.FAILURE],
        "warnings": levels[Level.WARNING],
        "hints": levels[Level.HINT],
        "untried": levels[Level.UNTRIED],
        "problems": [problem.text(language) for problem in tally.problems],
        "remarks": [_remark_as_json(remark, language) for remark in remarks],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _counted(remarks: Sequence[Remark]) -> Counter[Level]:
    """How many remarks there are of each level; a rule is untried once, however many languages it has."""
    levels: Counter[Level] = Counter(remark.level for remark in remarks if remark.level is not Level.UNTRIED)
    levels[Level.UNTRIED] = len({remark.rule for remark in remarks if remark.level is Level.UNTRIED})
    return levels


def _remark_as_json(remark: Remark, language: str) -> Mapping[str, Any]:
    return {
        "rule": remark.rule,
        "level": remark.level.value,
        "fault": remark.fault.value,
        "language": remark.language or None,
        "file": remark.place.source if remark.place else None,
        "line": remark.place.line if remark.place else None,
        "message": sentence(remark, language),
        "advice": advice(remark, language),
        "example": {
            "kind": remark.kind,
            "number": remark.number,
            "text": remark.text,
            "subject": remark.subject or None,
        }
        if remark.number
        else None,
        "expected": remark.expected or None,
        "found": remark.found or None,
        "note": remark.note or None,
        "part": "subject" if remark.in_subject else "body",
        "start": remark.found_at.start if remark.found_at else None,
        "end": remark.found_at.end if remark.found_at else None,
        "source": remark.source or None,
        "slow_on": remark.text if remark.text and not remark.number else None,
    }


class Page(NamedTuple):
    """For people.

    Attributes:
        width: columns of the terminal.
    """

    language: str
    colour: bool
    width: int

    def remark(self, remark: Remark) -> str:
        """The block of one remark, a blank line behind it."""
        return "".join(f"{line}\n" for line in (*self._lines(remark), ""))

    def untried(self, remarks: Sequence[Remark]) -> str:
        """One block for all rules that lack the same."""
        rules: dict[str, list[str]] = {}
        for remark in remarks:
            rules.setdefault(remark.note, []).append(remark.rule)
        return "".join(f"{line}\n" for note, ids in rules.items() for line in (*self._untried(note, ids), ""))

    def _untried(self, note: str, rules: Sequence[str]) -> Iterator[str]:
        word = WORDS[Level.UNTRIED].in_(self.language)
        listed = f"{word}: {', '.join(dict.fromkeys(rules))}. {note}"
        first, *rest = wrapped(listed, self._width, "", INDENT)
        yield first.replace(word, self._styled(word, f"{BOLD};{COLOURS[Level.UNTRIED]}"), 1)
        yield from rest
        what_to_do = advice(Remark("", Fault.UNTRIED, ""), self.language)
        yield from wrapped(what_to_do, self._width, f"{INDENT}→ ", INDENT * 2)

    def summary(self, remarks: Sequence[Remark], tally: Tally) -> str:
        """The last line."""
        levels = _counted(remarks)
        counts = [self._count(COUNTS[level], levels[level]) for level in Level if levels[level]]
        if tally.problems:
            counts.insert(0, self._count(UNUSABLE, len(tally.problems)))
        text = SUMMARY.in_(self.language).format(
            rules=self._count(RULES, tally.rules),
            examples=self._count(EXAMPLES, tally.examples),
            counts=", ".join(counts) or ALL_WELL.in_(self.language),
        )
        is_bad = bool(tally.problems or levels[Level.FAILURE])
        return self._styled(text, f"{BOLD};{RED if is_bad else GREEN}") + "\n"

    def _count(self, nouns: tuple[Text, Text], count: int) -> str:
        return nouns[count != 1].in_(self.language).format(count=count)

    def _lines(self, remark: Remark) -> Iterator[str]:
        place = f"  {self._styled(visible(str(remark.place)), DIM)}" if remark.place else ""
        yield self._styled(remark.rule, BOLD) + place
        word = WORDS[remark.level].in_(self.language)
        first, *rest = wrapped(sentence(remark, self.language), self._width, f"{INDENT}{word}: ", INDENT * 2)
        yield first.replace(word, self._styled(word, f"{BOLD};{COLOURS[remark.level]}"), 1)
        yield from rest
        yield from self._about(remark)
        arrow = f"{INDENT * 2}→ "
        yield from wrapped(advice(remark, self.language), self._width, arrow, " " * columns(arrow))

    def _about(self, remark: Remark) -> Iterator[str]:
        if remark.source:
            yield from wrapped(one_line(remark.source), self._width, INDENT * 2, INDENT * 2)
        if remark.number:
            yield from self._example(remark)
        elif remark.text:
            yield f"{INDENT * 2}{SLOW_ON.in_(self.language)}: {self._styled(visible(repr(remark.text)), DIM)}"
        if remark.fault in _TELLS_BOTH:
            yield from self._both(remark)

    def _both(self, remark: Remark) -> Iterator[str]:
        if remark.expected or remark.fault is not Fault.SILENT:
            yield self._labelled(EXPECTED, remark.expected, GREEN)
        yield self._labelled(FOUND, remark.found, RED)
        if remark.note:
            yield from wrapped(f"({remark.note})", self._width, INDENT * 2, INDENT * 2)

    def _labelled(self, label: Text, text: str, style: str) -> str:
        width = max(len(word.in_(self.language)) for word in (EXPECTED, FOUND))
        name = label.in_(self.language).rjust(width)
        quoted = f"„{one_line(text)[:SHORT]}“" if self.language == "de" else f"“{one_line(text)[:SHORT]}”"
        return f"{INDENT * 2}{name}: {self._styled(quoted if text else NOTHING.in_(self.language), style)}"

    def _example(self, remark: Remark) -> Iterator[str]:
        """The line of the example that it is about, the place marked; both places where they are two."""
        text = remark.subject if remark.in_subject else remark.text
        spans = dict.fromkeys(span for span in (remark.expected_at, remark.found_at) if span is not None)
        shown = [block for span in spans for block in self._marked(text, span, remark)]
        yield from shown or self._whole(remark)

    def _marked(self, text: str, span: Span, remark: Remark) -> Iterator[str]:
        line = SUBJECT.in_(self.language) if remark.in_subject else str(text.count("\n", 0, span.start) + 1)
        gutter = f"{INDENT * 2}{line} | "
        found = excerpt(text, span, self._width - columns(gutter))
        if found is None:
            return
        yield self._styled(gutter, DIM) + found.line
        sign, label, style = ("^", FOUND, RED) if span == remark.found_at else ("~", EXPECTED, GREEN)
        marks = self._styled(f"{sign * found.marks} {label.in_(self.language)}", style)
        yield self._styled(f"{' ' * (columns(gutter) - 2)}| ", DIM) + " " * found.blanks + marks

    def _whole(self, remark: Remark) -> Iterator[str]:
        gutter = f"{INDENT * 2}| "
        for line in remark.text.strip().split("\n"):
            for piece in wrapped(line, self._width - columns(gutter)):
                yield (self._styled(gutter, DIM) + piece).rstrip()

    @property
    def _width(self) -> int:
        return max(self.width, NARROWEST)

    def _styled(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if self.colour else text
