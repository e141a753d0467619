"""How a German text addresses its reader: du or Sie, with the places."""

from __future__ import annotations

import re
from typing import NamedTuple

from msglint.report import Span

_DU = re.compile(r"\b(?:du|dir|dich|dein(?:e[rnms]?|s)?|deinetwegen)\b", re.IGNORECASE)
_DU_VERB = re.compile(
    r"\b(?:hast|bist|kannst|willst|musst|sollst|möchtest|könntest|hättest|wärst|würdest|magst|weißt|weisst|machst|"
    r"meldest|kommst|gibst|findest|schickst|brauchst)\b",
    re.IGNORECASE,
)
_IHR = re.compile(r"\b(?:euch|eu(?:er|re[rnms]?))\b", re.IGNORECASE)
_SIE_CERTAIN = re.compile(r"(?<=[\w,;:)„\"–-])[ \t\n]+(?P<form>Ihnen|Sie|Ihr(?:e[rnms]?)?)\b")
_IHNEN = re.compile(r"\bIhnen\b")
_SIE_AFTER_VERB = re.compile(
    r"\b(?:haben|sind|können|könnten|werden|würden|möchten|wollen|müssen|sollten|hätten|wären|dürfen|dass|wenn|ob|"
    r"für|an|bitte|bitten|teilen|geben|schicken|senden|melden|rufen|lassen|"
    r"finden|erhalten|wissen|kennen|brauchen|benötigen|beachten|prüfen|informieren|nehmen|wünsche|hoffe|danke|grüße|"
    r"freue|da|falls|wie|was|wann)\s+Sie\b",
    re.IGNORECASE,
)
_MAX = 200
_LOOK_BACK = 20


class Addressing(NamedTuple):
    """The places where a text addresses the reader, as spans into it."""

    du: tuple[Span, ...] = ()
    sie: tuple[Span, ...] = ()
    ihr: tuple[Span, ...] = ()

    @property
    def form(self) -> str | None:
        """`du` or `Sie`, whichever there is more of; None where neither is used."""
        if not self.du and not self.sie:
            return None
        return "du" if len(self.du) > len(self.sie) else "Sie"


def addressing_of(text: str) -> Addressing:
    """The du and Sie forms in a German text.

    Only forms that are sure count: `Sie` in the middle of a sentence is the reader, at its start it may be they.
    """
    du = [Span(*match.span()) for match in _DU.finditer(text) if not _is_quoted_word(text, match.start())]
    du += [Span(*match.span()) for match in _DU_VERB.finditer(text)]
    sie = {Span(*match.span("form")) for match in _SIE_CERTAIN.finditer(text) if _addresses_reader(text, match)}
    sie |= {Span(*match.span()) for match in _IHNEN.finditer(text)}
    ihr = [Span(*match.span()) for match in _IHR.finditer(text)]
    return Addressing(tuple(sorted(du)[:_MAX]), tuple(sorted(sie)[:_MAX]), tuple(ihr[:_MAX]))


def _is_quoted_word(text: str, start: int) -> bool:
    """`das „Du“ anbieten`, `per Du`: the word itself is meant, nobody is addressed."""
    before = text[max(0, start - 5) : start]
    return before[-1:] in "„\"'‚»" or re.search(r"\bper\s$|\bbeim\s$|\bdas\s$", before, re.IGNORECASE) is not None


def _addresses_reader(text: str, match: re.Match[str]) -> bool:
    """`Ihr` after a full stop may be you-all or her; `Sie` after one may be they."""
    form = match["form"]
    before = text[max(0, match.start("form") - _LOOK_BACK) : match.start("form")].rstrip()
    if before[-1:] in (":", "„", '"', "–", "-", ")") and form != "Ihnen":
        return False
    if form == "Ihr":
        return re.match(r"\s+(?:[A-ZÄÖÜ]\w+)", text[match.end() :]) is not None
    return True
