"""How a German text addresses its reader: du or Sie, with the places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from msglint.message.greeted import Salutation, Tone
from msglint.message.patterns import lazy
from msglint.message.quotations import without_quotations
from msglint.report import Span

_DU = lazy(r"\b(?:du|dir|dich|dein(?:e[rnms]?|s)?|deinetwegen|deinerseits)\b(?!-\w)", re.IGNORECASE)
_DU_WORDS = frozenset("du dir dich dein deine deiner deinen deinem deines deins deinetwegen deinerseits".split())
_SECOND_PERSON = lazy(r"\b[^\W\d_]+st\b")
_DU_VERBS = frozenset(
    """
    hast bist kannst willst musst sollst darfst magst wirst möchtest könntest hättest wärst wärest würdest solltest
    müsstest dürftest bräuchtest wüsstest hattest warst konntest wolltest wurdest weißt weisst machst meldest kommst
    gibst findest schickst brauchst sagst gehst siehst bringst denkst glaubst meinst kennst hilfst nimmst rufst
    schreibst sprichst arbeitest bleibst bekommst erreichst hörst suchst kriegst holst fährst planst übernimmst
    wünschst gingst kämst gäbst
    """.split()
)
_BARE = (
    "gib sag ruf schick schreib nimm lies hilf vergiss denk bring schau guck lass hol frag überleg probier klär zeig"
)
_POLITE = (
    "schicke sende gib sag sage ruf rufe schreib schreibe nimm lies hilf vergiss denk denke bring bringe komm sei "
    "melde prüf prüfe beachte antworte bestätige leite überweise unterschreibe übernimm sieh schau lass mach mache"
)
REQUEST_WORDS = frozenset(f"{_BARE} {_POLITE}".split())
"""A text without any of these asks nobody called du for anything."""

_REQUEST = lazy(
    r"(?:(?:\A|[.!?:]\s+|\n[^\S\n]*)(?:bitte\s+)?|\bbitte\s+)"
    rf"(?P<bare>{_BARE.replace(' ', '|')})\s+(?:mir|mich|uns|bitte|mal|doch|einfach|bescheid|ruhig)\b|"
    rf"\bbitte\s+(?P<polite>{_POLITE.replace(' ', '|')})\b(?!\s+(?:ich|wir)\b)",
    re.IGNORECASE,
)
_IHR = lazy(r"\b(?:euch|eu(?:er|re[rnms]?))\b", re.IGNORECASE)
_IHR_WORDS = frozenset("euch euer eure eurer euren eurem eures".split())
_SIE_CERTAIN = re.compile(r"(?<=[\w,;:)„\"–-])[ \t\n]+(?P<form>Ihnen|Sie|Ihr(?:e[rnms]?)?)\b")
_IHNEN = re.compile(r"(?<=[\w,;)–-])[ \t\n]+(?P<form>Ihnen)\b")
_DU_ITSELF = lazy(r"\b(?:per|beim?|das|dem|zum|vom|ins|aufs|im|ein|kein|unser|statt|mit)\s+\Z", re.IGNORECASE)
_SIE_ITSELF = lazy(r"\b(?:per|beim|zum|vom)$", re.IGNORECASE)
_NEXT_TO_VERB = re.compile(r"\s+du\b", re.IGNORECASE)
_SUBJECT_MATTER = lazy(
    r"\b(?:per|beim|zum|vom|ins)\s+[„\"»]?(?:du|sie)\b|\b(?:für|auf|zum)\s+(?:das\s+|dein\s+|ihr\s+)?[„\"»]?du\b|"
    r"\bdu\s+(?:sagen|an(?:bieten|geboten)?)\b|\b(?:ge|zu)?(?:duz|siez)\w*|\bich\s+bin\s+(?:die|der)\s+\w+[.!]|"
    r"\bdu-(?:form|kultur)\b|\bdas\s+[„\"»]?du[“\"«]?\b",
    re.IGNORECASE,
)
_TOLD = lazy(
    r"\b(?:sagt(?:e|en)?|hat\b[^.:\n]{0,30}\bgesagt|meint(?:e|en)?|schrieb|schreibt|fragt|fragte|rief|"
    r"antwortet(?:e)?|hieß\s+es|steht|stand|"
    r"motto|slogan|spruch|zitat)\b[^.!?:\n]{0,30}:[^.!?\n]{0,120}$",
    re.IGNORECASE,
)
_MAX = 200
_LOOK_BACK = 20
_WORD_BACK = 8
_TOLD_BACK = 160


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
    What stands in quotation marks, or behind `sie sagte:`, is said to nobody here. `hast du` is one form.
    """
    return addressing_in(without_quotations(text))


def addressing_in(text: str, words: frozenset[str] | None = None) -> Addressing:
    """The same, of a text without what it quotes; `words` are those of the text, where they are known."""

    def may_hold(sought: frozenset[str]) -> bool:
        return words is None or not sought.isdisjoint(words)

    du = _spans(match for match in _DU.finditer(text) if _is_said_to_reader(text, match)) if may_hold(_DU_WORDS) else []
    if may_hold(_DU_VERBS):
        du += _spans(match for match in _SECOND_PERSON.finditer(text) if _is_du_verb(text, match))
    sie = _spans((match for match in _SIE_CERTAIN.finditer(text) if _addresses_reader(text, match)), "form")
    sie += _spans((match for match in _IHNEN.finditer(text) if not _is_told(text, match.start())), "form")
    ihr = _spans(_IHR.finditer(text)) if may_hold(_IHR_WORDS) else []
    return Addressing(tuple(sorted(du)[:_MAX]), tuple(sorted(set(sie))[:_MAX]), tuple(ihr))


def _spans(matches: Iterable[re.Match[str]], group: str | int = 0) -> list[Span]:
    return [Span(*match.span(group)) for match in islice(matches, _MAX)]


def requests_in(text: str) -> tuple[Span, ...]:
    """Where one reader is asked to do something without a pronoun: `Gib mir Bescheid`, `bitte prüfe`."""
    text = without_quotations(text)
    matches = (match for match in _REQUEST.finditer(text) if not _is_told(text, match.start()))
    return tuple(Span(*match.span("bare" if match["bare"] else "polite")) for match in matches)[:_MAX]


def speaks_of_address(text: str) -> bool:
    """Whether du and Sie are what the text speaks of: whoever does goes over from one to the other."""
    return _SUBJECT_MATTER.search(text) is not None


def formality_of(salutation: Salutation | None) -> int:
    """How many pronouns the salutation is worth: "Sehr geehrte Frau Meyer" says Sie twice, "Hallo Frau Meyer" once."""
    if salutation is None or not (salutation.faceless or any(person.honorific for person in salutation.greeted)):
        return 0
    return 2 if salutation.tone is Tone.FORMAL else 1


def _is_said_to_reader(text: str, match: re.Match[str]) -> bool:
    """`per Du`, `das Du`: the word itself is meant, nobody is addressed; `DU` is a shower or an abbreviation."""
    word = match.group()
    if word.isupper() or _is_told(text, match.start()):
        return False
    before = text[max(0, match.start() - _WORD_BACK) : match.start()]
    return before[-1:] not in ("'", "‚") and not (word.lower() == "du" and _DU_ITSELF.search(before))


def _is_du_verb(text: str, match: re.Match[str]) -> bool:
    """`Hättest Zeit?`: a verb that says du without its pronoun."""
    word = match.group()
    if word.isupper() or word.lower() not in _DU_VERBS:
        return False
    return not _has_du_beside(text, match) and not _is_told(text, match.start())


def _has_du_beside(text: str, match: re.Match[str]) -> bool:
    """`hast du`, `du hast`: counted with its pronoun."""
    before = text[max(0, match.start() - 4) : match.start()]
    return _NEXT_TO_VERB.match(text, match.end()) is not None or re.search(r"\bdu\s+$", before, re.I) is not None


def _addresses_reader(text: str, match: re.Match[str]) -> bool:
    """`Ihr` after a full stop may be you-all or her; `Sie` after one may be they."""
    form = match["form"]
    if _is_told(text, match.start()):
        return False
    before = text[max(0, match.start("form") - _LOOK_BACK) : match.start("form")].rstrip()
    if before[-1:] in (":", "„", '"', "–", "-", ")") and form != "Ihnen":
        return False
    if form == "Sie" and _SIE_ITSELF.search(before):
        return False
    if form == "Ihr":
        return re.match(r"\s+(?!Euch\b|Eure)[A-ZÄÖÜ]\w+", text[match.end() :]) is not None
    return True


def _is_told(text: str, at: int) -> bool:
    """`Der Chef sagte: Du musst warten`: said to somebody else."""
    start = max(0, at - _TOLD_BACK)
    return text.find(":", start, at) >= 0 and _TOLD.search(text, start, at) is not None
