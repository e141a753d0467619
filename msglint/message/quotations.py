"""Words in quotation marks: somebody else's, or words that are talked about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.patterns import lazy
from msglint.report import Span

_INSIDE = 300
_QUOTATION = lazy(
    "|".join(
        rf"{opening}(?:[^{opening}{closing}\n]|\n(?![ \t]*\n)){{1,{_INSIDE}}}[{closing}]"
        for opening, closing in (("„", '“”"'), ("“", "”"), ('"', '"'), ("«", "»"), ("»", "«"), ("‚", "‘’"))
    )
)


def without_quotations(text: str) -> str:
    """`text` with what stands in quotation marks, the marks included, as blanks; same length, same lines."""
    return _QUOTATION.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def quotations_in(text: str) -> Iterator[Span]:
    """What stands in quotation marks, the marks included."""
    return (Span(match.start(), match.end()) for match in _QUOTATION.finditer(text))
