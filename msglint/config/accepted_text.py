"""Changes the text of `accepted.yaml` line by line, so that comments and order stay as they were written by hand.

Line ends stay too, and new lines end as the first does. Every change is read back. What a line cannot express
(`anna@example.com: [recipient, closing]`) costs the recipient's lines, and in the worst case all but the comments at
the top, which are then written anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from msglint.config.accepted import Remembered, parse_accepted
from msglint.config.errors import ConfigError
from msglint.settings import Accepted
from msglint.texts import Text

HEADER = Text(
    de="""\
# Was hier steht, ist bei diesem Empfänger richtig so; msglint beanstandet es nicht mehr.
# „msglint accept“ schreibt hierher, „msglint accept --list“ zeigt alles; von Hand ändern geht auch.
# Die Datei bleibt auf diesem Rechner; nichts davon wird mitgeschickt.
#
# anna@example.com:
#   - salutation.generic               # die Regel schweigt bei dieser Person
#   - recipient.misspelled: "Annah"    # nur diese Schreibweise ist richtig
# "@example.com":                      # alle bei dieser Firma
#   - closing                          # alle Regeln, die mit closing beginnen

""",
    en="""\
# What is written here is right for this recipient; msglint does not report it any more.
# "msglint accept" writes to this file, "msglint accept --list" shows it; you may also change it by hand.
# The file stays on this computer; nothing of it is sent along.
#
# anna@example.com:
#   - salutation.generic               # the rule says nothing about this person
#   - recipient.misspelled: "Annah"    # only this spelling is right
# "@example.com":                      # everybody at this firm
#   - closing                          # all rules that begin with closing

""",
)
_PLAIN_KEY = re.compile(r"[A-Za-z0-9][\w.+-]*@[\w.-]+", re.ASCII)
_CRLF_FIRST = re.compile(r"[^\n]*\r\n")
_ITEM = re.compile(r"(\s*)- ")

Lines = list[str]
Rewrite = Callable[[Lines], Lines]


def with_entry(text: str, entry: Accepted, name: str) -> str:
    """The text of the file called `name` with one entry more.

    Raises:
        ConfigError: if the file is so broken that it cannot be written without losing something.
    """
    before = parse_accepted(text, name)
    wanted = (*before.entries, entry)
    return _changed(text, before, wanted, entry.recipient, lambda lines: _with_line(lines, before, entry), name=name)


def without_entries(text: str, gone: Sequence[Accepted], name: str) -> str:
    """The text of the file called `name` without some entries, which all belong to one recipient.

    Raises:
        ConfigError: if the file is so broken that it cannot be written without losing something.
    """
    before = parse_accepted(text, name)
    wanted = tuple(entry for entry in before.entries if entry not in gone)
    return _changed(
        text, before, wanted, gone[0].recipient, lambda lines: _without_lines(lines, before, gone), name=name
    )


def _changed(
    text: str, before: Remembered, wanted: Sequence[Accepted], recipient: str, by_line: Rewrite, *, name: str
) -> str:
    """The text after the smallest rewrite that says what is wanted."""
    line_end = "\r\n" if _CRLF_FIRST.match(text) else "\n"
    lines = (text if text.endswith("\n") or not text else text + line_end).splitlines(keepends=True)
    own_lines = frozenset(lines)
    own = [entry for entry in wanted if entry.recipient == recipient]
    rewrites: tuple[Rewrite, ...] = (
        by_line,
        lambda lines: _with_block(lines, before, recipient, own),
        lambda lines: [*_top(lines), *_blocks(wanted)],
    )
    for rewrite in rewrites:
        new_lines = rewrite(list(lines))
        after = "".join(line if line in own_lines else line[:-1] + line_end for line in new_lines)
        if _says(after, wanted, before, name):
            return after
    raise before.broken[0] if before.broken else _unwritable(name)


def _says(text: str, wanted: Iterable[Accepted], before: Remembered, name: str) -> bool:
    """Whether the text says what is wanted, and has lost no line that could not be understood."""
    try:
        after = parse_accepted(text, name)
    except ConfigError:
        return False
    return set(after.entries) == set(wanted) and len(after.broken) == len(before.broken)


def _with_line(lines: Lines, read: Remembered, entry: Accepted) -> Lines:
    same = [other for other in read.entries if other.recipient == entry.recipient]
    if not same:
        return [*lines, *_block(entry.recipient, [entry])]
    last = same[-1].line
    indented = _ITEM.match(lines[last - 1])
    if indented:
        lines.insert(last, f"{indented[1]}- {_item(entry)}\n")
    return lines


def _without_lines(lines: Lines, read: Remembered, gone: Sequence[Accepted]) -> Lines:
    left = [entry for entry in read.entries if entry.recipient == gone[0].recipient and entry not in gone]
    numbers = {entry.line for entry in read.entries if entry in gone}
    if not left:
        numbers = {number for first, last in _ranges(lines, read, gone[0].recipient) for number in range(first, last)}
    return [line for number, line in enumerate(lines, start=1) if number not in numbers]


def _with_block(lines: Lines, read: Remembered, recipient: str, entries: Sequence[Accepted]) -> Lines:
    """The recipient's lines written anew in their place."""
    for first, last in reversed(list(_ranges(lines, read, recipient))):
        lines[first - 1 : last - 1] = _block(recipient, entries)
    return lines


def _ranges(lines: Lines, read: Remembered, recipient: str) -> Iterator[tuple[int, int]]:
    """First line and the line after the last of every block of a recipient; what stands before the next is its own."""
    starts = [line for _, line in read.blocks]
    for key, first in read.blocks:
        if key == recipient:
            last = min((start for start in starts if start > first), default=len(lines) + 1)
            while last > first + 1 and lines[last - 2].lstrip()[:1] in ("", "#"):
                last -= 1
            yield first, last


def _top(lines: Lines) -> Lines:
    """The comments at the beginning."""
    end = next((at for at, line in enumerate(lines) if line.strip() and not line.startswith("#")), len(lines))
    return lines[:end]


def _blocks(entries: Sequence[Accepted]) -> Iterator[str]:
    for recipient in dict.fromkeys(entry.recipient for entry in entries):
        yield from _block(recipient, [entry for entry in entries if entry.recipient == recipient])


def _block(recipient: str, entries: Iterable[Accepted]) -> Lines:
    items = [f"  - {_item(entry)}\n" for entry in dict.fromkeys(entries)]
    return [f"{recipient if _PLAIN_KEY.fullmatch(recipient) else _quoted(recipient)}:\n", *items] if items else []


def _item(entry: Accepted) -> str:
    return f"{entry.rule}: {_quoted(entry.name)}" if entry.name else entry.rule


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _unwritable(name: str) -> ConfigError:
    return ConfigError(
        f"{name}: Das lässt sich in dieser Datei nicht vermerken; bitte von Hand eintragen.",
        f"{name}: this cannot be noted in the file; please write it by hand.",
    )
