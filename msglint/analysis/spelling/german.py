"""What a proofreader must know of German besides the dictionary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from msglint.analysis.spelling import spoken
from msglint.analysis.spelling.compounds import SHORTEST_PART, Compounds
from msglint.analysis.spelling.frequent import NOUNS_DE, SMALL_DE
from msglint.analysis.spelling.function_words import divided, is_run_together
from msglint.analysis.spelling.nouns import is_made_as_surname, noun_evidence
from msglint.analysis.spelling.pairs import Pairs
from msglint.analysis.spelling.slips import Slip
from msglint.analysis.spelling.speller import Spellers
from msglint.message.given_names import is_given_name
from msglint.message.proofreading import Word

_SHORTEST_NOUN: Final = 3
_SHORTEST_END: Final = 6


class German:
    """What no dictionary of German holds.

    Args:
        spellers: of German and of English.
    """

    frequent = SMALL_DE | NOUNS_DE

    def __init__(self, spellers: Spellers) -> None:
        self._spellers = spellers
        self._speller = spellers.main
        self._knows = spellers.main.knows
        self._compounds = Compounds(spellers.main, self._is_part)

    def _is_part(self, word: str) -> bool:
        """Whether it may be a part of a compound: a word by itself, or a longer one from English."""
        return self._speller.is_full_word(word) or (len(word) > SHORTEST_PART + 1 and self._spellers.other_knows(word))

    def is_spoken(self, word: str, before: str, after: str) -> bool:
        """Whether an unknown word is written as one speaks: `gehts`, `freu` beside `mich`."""
        return spoken.is_contracted(word, before, after, self._knows)

    def is_word(self, word: str) -> bool:
        """Whether an unknown word is right all the same: derived from a known one, or another spelling of it."""
        if spoken.is_gendered(word, self._knows):
            return True
        # Many write the names of programs small, as the programs do.
        if self._speller.is_listed(word):
            return True
        if self._noun(word, free=False) or is_run_together(word):
            return False
        if any(map(self._knows, spoken.other_spellings(word))) or spoken.is_stretched(word, self._knows):
            return True
        compounds = self._compounds
        return compounds.is_derived(word) or compounds.is_verb(word.lower()) or compounds.is_adjective(word)

    def is_compound(self, word: str) -> bool:
        """Whether it is a noun put together of known ones."""
        return self._compounds.is_compound(word) and not is_run_together(word)

    def divided(self, word: str) -> str:
        """The two words that it should be, empty where it should not."""
        return divided(word, self._knows)

    def as_noun(self, word: str) -> str:
        """The noun that is written small, with its capital; empty where it is none."""
        return self._noun(word, free=True)

    def _noun(self, word: str, *, free: bool) -> str:
        """`free` = also one that is put together freely."""
        if len(word) < _SHORTEST_NOUN or not word.islower():
            return ""
        noun = "-".join(part.capitalize() for part in word.split("-"))
        if not self._knows(noun) or is_given_name(noun):
            return ""
        if len(word) == _SHORTEST_NOUN and self._spellers.other_knows(word):
            return ""
        last = noun.rpartition("-")[2]
        is_noun = self._compounds.is_noun if free else self._compounds.is_entry_of_noun
        return noun if is_noun(last) else ""

    def noun_evidence(self, text: str, word: Word) -> int | None:
        """How much speaks for a noun where a capitalised word may be a name."""
        return noun_evidence(text, word.span) + self._ends_in_noun(word.text)

    def _ends_in_noun(self, word: str) -> bool:
        """`Servicstelle`, `Toiletteartikel`: a longer noun stands at its end; not in names such as Scharmacher."""
        if is_made_as_surname(word):
            return False
        ends = (word[at:].capitalize() for at in range(SHORTEST_PART, len(word) - _SHORTEST_END + 1))
        return any(self._knows(end) and self._compounds.is_entry_of_noun(end) for end in ends)

    def is_dialect(self, words: Sequence[Word]) -> bool:
        """Whether the text is written as people speak somewhere."""
        return spoken.is_dialect(words)

    def pair_slips(self, text: str, words: Sequence[Word]) -> Iterator[Slip]:
        """What is wrong with known words where they stand: `beim lesen`, `am Freitag Abend`, `im voraus`."""
        return Pairs(text, words, self._speller).slips()
