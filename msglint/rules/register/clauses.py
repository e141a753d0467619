"""A German sentence as words that know their clause, and what the form of a word says about its number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from msglint.message.patterns import lazy
from msglint.report import Span

_WORD: Final = lazy(r"[^\W\d_]+(?:[-'’*:][^\W\d_]+)*|\d[\d.,:]*")
_BREAK: Final = lazy(r"[,;:()–—…?!]|\s-+\s|(?<=[^\W\d_]{4})\.\s|\n[^\S\n]*\n")
_ALWAYS_OPEN: Final = frozenset("dass daß ob wenn falls weil sobald sofern nachdem obwohl".split())
"""Words that open a clause also where the comma before them has been forgotten."""

OPENERS: Final = _ALWAYS_OPEN | frozenset(
    "da damit solange bevor ehe bis während indem wie was wer wen wem wo wann warum weshalb wieso womit worüber wofür "
    "woran worauf wodurch wohin woher welche welcher welches welchen welchem als soweit soviel inwieweit inwiefern "
    "wozu wobei weswegen der die das den dem deren dessen denen".split()
)
PREPOSITIONS: Final = frozenset(
    "an am auf für in im mit bei beim von vom zu zum zur aus nach über um unter durch ohne gegen wegen seit vor "
    "hinter neben".split()
)
_ARTICLES: Final = frozenset("der die das den dem".split())
FIRST_PERSONS: Final = frozenset("ich wir".split())
OTHER_SUBJECTS: Final = FIRST_PERSONS | frozenset("er man jemand niemand keiner jeder wer du".split())
PLURAL_FINITE: Final = frozenset(
    "sind waren wären seien hatten hätten würden wurden könnten konnten möchten sollten müssten mussten dürften "
    "durften wollten".split()
)
"""Verbs that are finite and plural and nothing else."""

PLURAL_MODALS: Final = PLURAL_FINITE | frozenset("haben werden können müssen sollen wollen dürfen mögen".split())
_NO_VERBS: Final = frozenset(
    "gegen neben zwischen wegen morgen gestern sondern einen den meinen deinen seinen keinen unseren unsern ihren "
    "euren allen vielen beiden ihnen denen oben unten hinten innen außen draußen drinnen eben außerdem dagegen "
    "hingegen deswegen meinetwegen ihretwegen diesen jenen jeden manchen einigen anderen andern ersten letzten "
    "nächsten lieben besten wenigen neuen alten guten schönen großen kleinen ganzen eigenen weiteren folgenden "
    "genannten herzlichen vielmals derzeitigen jetzigen gern gerne fern extern intern modern sofern inwiefern "
    "insofern welchen solchen irgendwelchen zusammen trotzdem daneben zufrieden offen willkommen verschieden seitens "
    "übrigens zwischendurch kommenden vergangenen heutigen gestrigen morgigen drüben selten bisweilen unterdessen "
    "indessen infolgedessen stattdessen währenddessen inzwischen unlängst mitten".split()
)
SINGULAR: Final = frozenset(
    "ist war wäre hat hatte hätte wird wurde würde kann konnte könnte muss muß musste müsste soll sollte will wollte "
    "darf durfte dürfte mag mochte möchte sei gab kam ging lag stand blieb fand ließ hieß schrieb rief sprach nahm "
    "sah las trug fiel hielt lief bekam erhielt begann tat fuhr half traf zog verstand verließ wusste dachte".split()
)
_NO_SINGULAR: Final = frozenset(
    "nicht mit seit jetzt dort oft recht fast erst selbst sonst sofort nächst zuerst zuletzt überhaupt vielleicht "
    "bereit bekannt gut laut statt längst meist höchst möglichst wert damit somit soweit derart insgesamt weit hart "
    "nett direkt leicht schlecht echt bewusst gerecht berechtigt interessiert informiert beschäftigt verhindert "
    "verreist krankgeschrieben befugt verpflichtet überzeugt gespannt erreicht vielerorts halt exakt konkret".split()
)
THINGS_DO: Final = lazy(
    r"sind|waren|wären|werden|wurden|würden|worden|passen|gepasst|liegen|lagen|vorliegen|fehlen|gefehlt|funktionieren|"
    r"funktioniert|enthalten|gelten|kosten|gekostet|bestehen|entstehen|entstanden|passieren|passiert|geschehen|dauern|"
    r"gedauert|enden|klappen|geklappt|eintreffen|eingetroffen|ankommen|angekommen|erscheinen|erschienen|stammen|"
    r"reichen|"
    r"ausreichen|genügen|stimmen|entsprechen|gehören|führen|wirken|laufen|gelaufen|stehen|hängen|beginnen|"
    r"stattfinden|gefallen|bleiben|bedeuten|heißen|umfassen|ergeben|verursachen|betragen|nützen|dienen|gehören|"
    r"betreffen"
)
"""What things do, or what is done to them."""

_PARTICIPLE: Final = lazy(r"(?:\w{0,8}ge\w{2,}|(?:be|er|ver|zer|ent|emp|miss|über|unter|wider)\w{2,}|\w{2,}ier)t")
_ADVERB_ENDINGS: Final = ("mit", "lichst", "igst", "rst", "haft", "icht", "maßt")
_SHORTEST_VERB: Final = 4
_PLURAL_VERB: Final = lazy(r"\w{2,}(?:en|ern|eln)|tun")


class Word(NamedTuple):
    """A word of a sentence.

    Attributes:
        low: in lower case.
        clause: number of its clause.
        start: where it begins in the text of the message.
    """

    text: str
    low: str
    start: int
    clause: int

    @property
    def span(self) -> Span:
        """Where it stands in the text of the message."""
        return Span(self.start, self.start + len(self.text))

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


@dataclass(frozen=True)
class Place:
    """A word in its sentence.

    Attributes:
        at: its number.
        is_question: the sentence ends with a question mark.
    """

    words: tuple[Word, ...]
    at: int
    is_question: bool = False

    @property
    def word(self) -> Word:
        """The word itself."""
        return self.words[self.at]

    @cached_property
    def before(self) -> tuple[Word, ...]:
        """What stands before it in its clause."""
        return tuple(word for word in self.words[: self.at] if word.clause == self.word.clause)

    @cached_property
    def behind(self) -> tuple[Word, ...]:
        """What stands behind it in its clause."""
        return tuple(word for word in self.words[self.at + 1 :] if word.clause == self.word.clause)

    @cached_property
    def clause_before(self) -> tuple[Word, ...]:
        """The clause before its own."""
        return tuple(word for word in self.words[: self.at] if word.clause == self.word.clause - 1)

    @cached_property
    def previous(self) -> str:
        """The word right before it in its clause, in lower case; empty if it is the first."""
        before = self.before
        return before[-1].low if before else ""

    @cached_property
    def next(self) -> str:
        """The word right behind it in its clause, in lower case; empty if it is the last."""
        behind = self.behind
        return behind[0].low if behind else ""

    @cached_property
    def opener(self) -> str:
        """The word that makes its clause a subordinate one, in lower case; empty for a main clause."""
        before = self.before
        if not before or not (before[0].clause or before[0].low in _ALWAYS_OPEN or before[0].low not in _ARTICLES):
            return ""
        at = 1 if len(before) > 1 and before[0].low in PREPOSITIONS else 0
        return before[at].low if before[at].low in OPENERS else ""

    def near(self, words: frozenset[str]) -> bool:
        """Whether one of the words stands in its clause."""
        return any(word.low in words for word in (*self.before, *self.behind))


def words_of(text: str, span: Span) -> tuple[Word, ...]:
    """The words of a sentence."""
    words: list[Word] = []
    clause, end = 0, span.start
    for match in _WORD.finditer(text, span.start, span.end):
        low = match.group().lower()
        if words and (_BREAK.search(text, end, match.start()) or _opens(low, words[-1].low)):
            clause += 1
        words.append(Word(match.group(), low, match.start(), clause))
        end = match.end()
    return tuple(words)


def _opens(low: str, before: str) -> bool:
    return low in _ALWAYS_OPEN or (low == "was" and before in ("alles", "das", "etwas", "nichts", "dem", "vieles"))


def is_plural_verb(word: Word) -> bool:
    """Whether the form may be the third person plural of a verb; infinitives look the same."""
    if word.low in PLURAL_MODALS:
        return True
    return word.low not in _NO_VERBS and _PLURAL_VERB.fullmatch(word.low) is not None


def is_singular_verb(word: Word) -> bool:
    """Whether the form is the third person singular of a verb, and no participle."""
    return is_singular(word.low) and (word.low in SINGULAR or not word.is_capital)


def is_singular(low: str) -> bool:
    """The same of a word in lower case."""
    if low in SINGULAR:
        return True
    if low in _NO_SINGULAR or not low.endswith("t") or len(low) < _SHORTEST_VERB:
        return False
    if low.endswith(_ADVERB_ENDINGS) and low not in ("spricht", "bricht", "verspricht", "entspricht", "unterbricht"):
        return False
    return _PARTICIPLE.fullmatch(low) is None
