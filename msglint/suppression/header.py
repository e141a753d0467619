"""`X-Msglint-Ignore: tone.shouting, subject` in a draft: a word for this one message."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from msglint.documents.errors import nearest
from msglint.rules import ALL, fits
from msglint.suppression.source import Check
from msglint.texts import Text

HEADER: Final = "X-Msglint-Ignore"
MOST: Final = 100
"""More rules than that in one header are no word of a person's; the others count for nothing."""

_ENTRY: Final = re.compile(r"[^\s,;]+")
_REASON: Final = Text(de=f"in der Kopfzeile {HEADER} ausgenommen", en=f"left out by the header {HEADER}")
_ALL: Final = Text(
    de=f"die Kopfzeile {HEADER} nimmt alle Regeln aus", en=f"the header {HEADER} leaves out every rule there is"
)
_UNUSED: Final = Text(
    de=f"steht in der Kopfzeile {HEADER}, ohne dass es etwas auszunehmen gäbe; das kann weg",
    en=f"stands in the header {HEADER}, but there is nothing to leave out; it can go",
)
_NOT_RUN: Final = Text(
    de=f"steht in der Kopfzeile {HEADER}, wird bei dieser Nachricht aber gar nicht geprüft",
    en=f"stands in the header {HEADER}, but is not checked in this message anyway",
)
_UNKNOWN: Final = Text(
    de=f"steht in der Kopfzeile {HEADER}, aber eine solche Regel gibt es nicht",
    en=f"stands in the header {HEADER}, but there is no such rule",
)
_SEE: Final = Text(de="; „msglint rules“ zeigt alle", en="; see 'msglint rules'")
_NEAR: Final = Text(de="; gemeint ist wohl „{near}“", en="; '{near}' is probably meant")


class IgnoredByHeader:
    """The rules that the headers of a message name.

    Args:
        lines: what the headers say, in the order in which they stand.
        rules: ids of all rules there are.
    """

    def __init__(self, lines: Iterable[str], rules: Collection[str]) -> None:
        entries = (match.group().lower() for line in lines for match in _ENTRY.finditer(line))
        self._prefixes = tuple(dict.fromkeys(islice(entries, MOST)))
        self._rules = rules

    def reasons(self, check: Check) -> Sequence[Text | None]:
        """A word on the header where it names the rule."""
        return [_REASON if self._names(finding.rule) else None for finding in check.findings]

    def remarks(self, check: Check) -> Iterator[tuple[str, Text]]:
        """The rules that are named and have found nothing, those that do not exist, and that all are left out."""
        for prefix in self._prefixes:
            if not any(fits(prefix, rule) for rule in self._rules):
                yield prefix, self._unknown(prefix)
            elif any(fits(prefix, finding.rule) for finding in check.findings):
                yield from [(ALL, _ALL)] if prefix == ALL else []
            else:
                yield prefix, _UNUSED if check.has_run(prefix) else _NOT_RUN

    def _names(self, rule: str) -> bool:
        return any(fits(prefix, rule) for prefix in self._prefixes)

    def _unknown(self, prefix: str) -> Text:
        families = sorted({rule.partition(".")[0] for rule in self._rules})
        near = nearest(prefix, (*self._rules, *families))
        end = _SEE if near is None else Text(*(text.format(near=near) for text in _NEAR))
        return Text(*(start + rest for start, rest in zip(_UNKNOWN, end, strict=True)))
