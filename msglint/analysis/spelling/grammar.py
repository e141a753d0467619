"""What a proofreader must know of a language besides its dictionary: the protocol."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from msglint.analysis.spelling.slips import Slip
from msglint.message.proofreading import Word


class Grammar(Protocol):
    """What no dictionary of the language holds."""

    frequent: frozenset[str]
    """Words so frequent that what is one slip away from them is surely a slip."""

    def is_spoken(self, word: str, before: str, after: str) -> bool:
        """Whether an unknown word is written as one speaks: gehts, I'd've.

        Args:
            word: unknown to the speller.
            before: the word before it, empty where there is none.
            after: the word behind it.
        """

    def is_word(self, word: str) -> bool:
        """Whether an unknown word is right all the same: derived from a known one, or another spelling of it."""

    def is_compound(self, word: str) -> bool:
        """Whether it is a noun put together of known ones."""

    def divided(self, word: str) -> str:
        """The two words that it should be, empty where it should not."""

    def as_noun(self, word: str) -> str:
        """The noun that is written small, with its capital; empty where it is none."""

    def noun_evidence(self, text: str, word: Word) -> int | None:
        """How much speaks for a noun where a capitalised word may be a name; None where capitals are for names."""

    def is_dialect(self, words: Sequence[Word]) -> bool:
        """Whether the text is written as people speak somewhere."""

    def pair_slips(self, text: str, words: Sequence[Word]) -> Iterator[Slip]:
        """What is wrong with known words where they stand."""
