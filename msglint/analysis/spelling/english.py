"""English words that are right though no dictionary has them, and how English is written elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from msglint.analysis.spelling.frequent import SMALL_EN
from msglint.analysis.spelling.slips import Slip
from msglint.analysis.spelling.speller import Speller
from msglint.message.patterns import lazy
from msglint.message.proofreading import Word

Knows = Callable[[str], bool]

_BRITISH: Final = (
    ("our", "or"), ("ise", "ize"), ("isa", "iza"), ("isi", "izi"), ("yse", "yze"), ("ysi", "yzi"), ("re", "er"),
    ("ogue", "og"), ("lled", "led"), ("lling", "ling"), ("ence", "ense"), ("amme", "am"), ("ae", "e"), ("oe", "e"),
)  # fmt: skip
_PREFIXES: Final = (
    "re pre non un co sub over under mis multi anti auto self inter semi super mega micro mini post pro bi dis de up "
    "down out cross counter e".split()
)
_ENDINGS: Final = (
    ("s", ("{0}",)), ("es", ("{0}",)), ("ies", ("{0}y",)), ("'s", ("{0}",)), ("s'", ("{0}s", "{0}")), ("'d", ("{0}",)),
    ("ed", ("{0}", "{0}e")), ("ing", ("{0}", "{0}e")), ("er", ("{0}", "{0}e")), ("ers", ("{0}", "{0}e")),
    ("able", ("{0}", "{0}e")), ("ness", ("{0}",)), ("ish", ("{0}",)), ("wise", ("{0}",)), ("like", ("{0}",)),
    ("ly", ("{0}",)), ("less", ("{0}",)), ("ization", ("{0}ize", "{0}ise", "{0}")),
    ("isation", ("{0}ise", "{0}ize", "{0}")),
)  # fmt: skip
"""Endings that words take freely, and what may stand before them."""
_RARE: Final = frozenset("er ers able ness ish wise like less ed ing es".split())
"""Endings that make a word of many a slip."""
_DOUBLED: Final = lazy(r"(?P<stem>\w+(?P<letter>[bdglmnprt]))(?P=letter)(?:ed|ing|er|ers)")
_STRETCHED: Final = lazy(r"([aeiouyhmrsz])\1{2,}", 2)
_SHORTEST_PART: Final = 4
_SHORTEST_ENDED: Final = 3
_TOGETHER: Final = {
    "alot": "a lot", "aswell": "as well", "infact": "in fact", "incase": "in case", "atleast": "at least",
    "eachother": "each other", "ofcourse": "of course", "inspite": "in spite", "infront": "in front", "upto": "up to",
    "thankyou": "thank you", "abit": "a bit", "noone": "no one", "allright": "all right", "nevermind": "never mind",
    "everytime": "every time", "goodluck": "good luck", "inorder": "in order",
}  # fmt: skip


class English:
    """What no dictionary of English holds.

    Args:
        speller: of English.
    """

    frequent = SMALL_EN

    def __init__(self, speller: Speller) -> None:
        self._speller = speller
        self._knows = speller.knows

    def is_spoken(self, word: str, before: str, after: str) -> bool:
        """Spoken forms are in the list."""
        return False

    def is_word(self, word: str) -> bool:
        """Whether an unknown word is right all the same: `rescoped`, `organise` where only `organize` is known."""
        if self._speller.is_listed(word):
            return True
        low = word.lower() if word[1:].islower() else word
        if _STRETCHED.search(low) is not None:
            once, twice = _STRETCHED.sub(r"\1", low), _STRETCHED.sub(r"\1\1", low)
            return len(once) <= _SHORTEST_ENDED or self._knows(once) or self._knows(twice)
        return any(map(self._knows, _american(low))) or self._is_derived(low)

    def _is_derived(self, word: str) -> bool:
        rests = (word[len(prefix) :] for prefix in _PREFIXES if word.startswith(prefix))
        if any(len(rest) >= _SHORTEST_PART and self._knows(rest) for rest in rests):
            return True
        match = _DOUBLED.fullmatch(word)
        if match is not None and self._knows(match["stem"]):
            return True
        return any(self._is_ended(word, ending, bases) for ending, bases in _ENDINGS if word.endswith(ending))

    def _is_ended(self, word: str, ending: str, bases: Sequence[str]) -> bool:
        stem = word.removesuffix(ending)
        shortest = _SHORTEST_PART + 1 if ending in _RARE else _SHORTEST_ENDED
        return len(stem) >= shortest and any(self._knows(base.format(stem)) for base in bases)

    def is_compound(self, word: str) -> bool:
        """Whether it is put together of known words: `timeslot`."""
        places = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
        return word.islower() and any(self._knows(word[:at]) and self._knows(word[at:]) for at in places)

    def divided(self, word: str) -> str:
        """The two words that it should be: `alot`."""
        two = _TOGETHER.get(word.lower(), "")
        return two.capitalize() if two and word[0].isupper() else two

    def as_noun(self, word: str) -> str:
        """English writes nouns small, but not days and months: `on monday`."""
        return word.capitalize() if word in _CAPITALS else ""

    def noun_evidence(self, text: str, word: Word) -> int | None:
        """A capital is for names."""
        return None

    def is_dialect(self, words: Sequence[Word]) -> bool:
        """Not told apart."""
        return False

    def pair_slips(self, text: str, words: Sequence[Word]) -> Iterator[Slip]:
        """None are looked for."""
        return iter(())


_CAPITALS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july august september "
    "october november december english german french spanish italian dutch british american european".split()
)


def _american(word: str) -> Iterator[str]:
    """The word as the other side of the Atlantic writes it, either way."""
    for british, american in _BRITISH:
        if british in word:
            yield word.replace(british, american)
        if american in word and len(american) > 2:
            yield word.replace(american, british)
