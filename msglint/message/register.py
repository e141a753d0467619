"""How a German text addresses its reader: du or Sie, with the places."""

from __future__ import annotations

import re
from typing import NamedTuple

from msglint.message.quotations import without_quotations
from msglint.report import Span

_DU = re.compile(r"\b(?:du|dir|dich|dein(?:e[rnms]?|s)?|deinetwegen)\b", re.IGNORECASE)
_DU_VERB = re.compile(
    r"\b(?:hast|bist|kannst|willst|musst|sollst|möchtest|könntest|hättest|wärst|würdest|magst|weißt|weisst|machst|"
    r"meldest|kommst|gibst|findest|schickst|brauchst)\b",
    re.IGNORECASE,
)
_IHR = re.compile(r"\b(?:euch|eu(?:er|re[rnms]?))\b", re.IGNORECASE)
_SIE_CERTAIN = re.compile(r"(?<=[\w,;:)„\"–-])[ \t\n]+(?P<form>Ihnen|Sie|Ihr(?:e[rnms]?)?)\b")
_IHNEN = re.compile(r"(?<=[\w,;)–-])[ \t\n]+(?P<form>Ihnen)\b")
_WORD_ITSELF = re.compile(r"\b(?:per|beim|das|zum)\s$", re.IGNORECASE)
_NEXT_TO_VERB = re.compile(r"\s+du\b", re.IGNORECASE)
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
    What stands in quotation marks is said to nobody here. `hast du` is one form.
    """
    text = without_quotations(text)
    du = [Span(*match.span()) for match in _DU.finditer(text) if _is_said_to_reader(text, match)]
    du += [
        Span(*match.span())
        for match in _DU_VERB.finditer(text)
        if not match.group().isupper() and not _has_du_beside(text, match)
    ]
    sie = {Span(*match.span("form")) for match in _SIE_CERTAIN.finditer(text) if _addresses_reader(text, match)}
    sie |= {Span(*match.span("form")) for match in _IHNEN.finditer(text)}
    ihr = [Span(*match.span()) for match in _IHR.finditer(text)]
    return Addressing(tuple(sorted(du)[:_MAX]), tuple(sorted(sie)[:_MAX]), tuple(ihr[:_MAX]))


def _is_said_to_reader(text: str, match: re.Match[str]) -> bool:
    """`per Du`, `das Du`: the word itself is meant, nobody is addressed; `DU` is a shower or an abbreviation."""
    if match.group().isupper():
        return False
    before = text[max(0, match.start() - 5) : match.start()]
    return before[-1:] not in ("'", "‚") and _WORD_ITSELF.search(before) is None


def _has_du_beside(text: str, match: re.Match[str]) -> bool:
    """`hast du`, `du hast`: counted with its pronoun."""
    before = text[max(0, match.start() - 4) : match.start()]
    return _NEXT_TO_VERB.match(text, match.end()) is not None or re.search(r"\bdu\s+$", before, re.I) is not None


def _addresses_reader(text: str, match: re.Match[str]) -> bool:
    """`Ihr` after a full stop may be you-all or her; `Sie` after one may be they."""
    form = match["form"]
    before = text[max(0, match.start("form") - _LOOK_BACK) : match.start("form")].rstrip()
    if before[-1:] in (":", "„", '"', "–", "-", ")") and form != "Ihnen":
        return False
    if form == "Ihr":
        return re.match(r"\s+(?!Euch\b|Eure)[A-ZÄÖÜ]\w+", text[match.end() :]) is not None
    return True
