"""A tagged sentence with what the verb rules of both languages keep asking for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from msglint.analysis import verbs_en as en
from msglint.analysis.tagger import Token

END: Final = Token("", 0, 0, "END")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A tagged sentence with what the rules keep asking for."""

    tokens: tuple[Token, ...]
    question: bool
    shouted: bool
    titled: bool

    def at(self, index: int) -> Token:
        """The token at `index`, or an empty token tagged "END" outside the sentence."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else END

    def starts_clause(self, index: int, leading: frozenset[str]) -> bool:
        """Whether only marks, numbers and `leading` words stand between `index` and its clause's start."""
        return all(
            token.lower in leading or (leading is en.LEADING and token.lower.endswith("ly"))
            for token in self.clause_before(index)
        )

    def before(self, index: int, skip: str) -> Token:
        """The nearest token before `index` whose tag does not start with `skip`."""
        index -= 1
        while self.at(index).tag.startswith(skip):
            index -= 1
        return self.at(index)

    def clause_before(self, index: int) -> tuple[Token, ...]:
        """The tokens between the clause's start and `index`."""
        start = index
        while start > 0 and self.tokens[start - 1].is_word and not self._is_list_number(start - 1):
            start -= 1
        return self.tokens[start:index]

    def _is_list_number(self, index: int) -> bool:
        return index == 0 and self.tokens[0].text.rstrip(".").isdigit()

    def ends_after(self, index: int) -> bool:
        """Whether the clause ends right after `index`."""
        following = self.at(index + 1)
        return following is END or not following.is_word
