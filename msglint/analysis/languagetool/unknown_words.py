"""The words that LanguageTool does not know, judged as a proofreader with a dictionary judges them.

For where there is no Hunspell: its dictionaries say more about a word than what LanguageTool proposes in its place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Final

from rapidfuzz.distance import OSA

from msglint.analysis.languagetool.checker import Slip as Found
from msglint.analysis.spelling.frequent import NOUNS_DE, SMALL_DE, SMALL_EN
from msglint.analysis.spelling.function_words import VERB_PREFIXES, divided
from msglint.analysis.spelling.judging import PERHAPS, judge_noun, judge_small
from msglint.analysis.spelling.meant import Meant
from msglint.analysis.spelling.nouns import noun_evidence
from msglint.analysis.spelling.slips import Kind, Slip
from msglint.analysis.spelling.spoken import is_dialect
from msglint.analysis.spelling.word_lists import WordList, personal_words, read_words, shipped_words
from msglint.message.given_names import is_given_name
from msglint.message.model import Message
from msglint.message.name_places import is_named_at
from msglint.message.patterns import lazy
from msglint.message.proofreading import Prose, Word
from msglint.message.sentences import begins_sentence

_FREQUENT: Final = {"de": SMALL_DE | NOUNS_DE, "en": SMALL_EN}
_INNER_CAPITAL: Final = lazy(r"[a-zäöüß][A-ZÄÖÜ]")
_DETERMINER: Final = lazy(
    r"\b(?:d(?:er|ie|as|em|en|es)|dies\w{1,2}|jede\w?|welche\w?|(?:k?ein|[mds]ein|ihr|unser|euer|eur)(?:e[mnrs]?)?|im|am|zum|zur|"
    r"beim|vom|ins|ans)\s+(?:\w+e[mnrs]?\s+)?$",
    re.IGNORECASE,
)
_HUNSPELL: Final = ".dic"
_COSTS: Final = {1: 0.9, 2: 2.0}
_LIKELY: Final = 0.5
_CANDIDATES: Final = 6
_FEWEST_ODD, _SHARE_ODD = 5, 0.08
_MOST_USED: Final = 3
_SHORTEST_NOUN: Final = 3
_SHORT: Final = 3
_COMPOUND: Final = 12
_NEAR: Final = 60
_LONG: Final = 8
"""So many letters a word must have for two slips in it to be believed."""


class UnknownWords:
    """Judges what LanguageTool does not know of one message.

    Args:
        message: the message.
        found: LanguageTool's findings on single words.
        is_name: whether a word names somebody or something around the message.
        lists: files with words that are right besides: the user's and the firm's.
    """

    def __init__(
        self, message: Message, found: Iterable[Found], is_name: Callable[[str], bool], lists: Iterable[Path] = ()
    ) -> None:
        self._message = message
        self._text = message.text
        self._language = message.base_language
        self._found = tuple(found)
        self._is_name = is_name
        self._lists = tuple(path for path in lists if path.suffix.lower() != _HUNSPELL)

    def slips(self) -> Iterator[Slip]:
        """The misspelled words, in the order of the text."""
        doubtful = [found for found in self._found if not self._is_excused(found)]
        if self._is_out_of_reach(doubtful):
            return
        yield from (slip for found in doubtful if (slip := self._slip(found)) is not None)

    @cached_property
    def _words(self) -> tuple[Word, ...]:
        return tuple(Prose(self._message).words())

    @cached_property
    def _listed(self) -> WordList:
        shipped = shipped_words(self._language).values()
        own = (personal_words(self._message.language), *map(read_words, self._lists))
        return WordList(frozenset().union(*shipped, *own))

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(found.span.of(self._text).removesuffix("s") for found in self._found)

    def _is_excused(self, found: Found) -> bool:
        text = found.span.of(self._text)
        if text.isupper() or not text[-1].isalnum() or any(map(str.isdigit, text)) or _INNER_CAPITAL.search(text):
            return True
        if self._is_name(text) or self._listed.holds(text):
            return True
        if not _as_noun(found, text) and _is_spoken(text, found.replacements):
            return True
        is_term = text[0].isupper() and self._counts[text.removesuffix("s")] >= _MOST_USED
        return is_term or is_named_at(self._text, found.span)

    def _is_out_of_reach(self, doubtful: list[Found]) -> bool:
        """Dialect, another language, or a field that LanguageTool knows nothing of."""
        odd = {
            text for found in doubtful if (text := found.span.of(self._text)).islower() and not _as_noun(found, text)
        }
        if len(odd) >= _FEWEST_ODD and len(odd) >= _SHARE_ODD * len(self._words):
            return True
        return self._language == "de" and is_dialect(self._words)

    @cached_property
    def _writes_small(self) -> bool:
        """Whether the writer does without capitals."""
        starts = [word.text for word in self._words[1:] if begins_sentence(self._text, word.span.start)]
        small = sum(text[0].islower() for text in starts)
        nouns = sum(bool(_as_noun(found, found.span.of(self._text))) for found in self._found)
        capitals = sum(word.text[0].isupper() for word in self._words)
        return (small > 1 and small * 3 >= len(starts)) or (nouns >= _MOST_USED and nouns * 4 > capitals)

    def _slip(self, found: Found) -> Slip | None:
        text = found.span.of(self._text)
        if self._language == "de":
            # A verb that LanguageTool lacks: it takes "zusammenreden" for a noun.
            if text.endswith("en") and text.startswith(VERB_PREFIXES):
                return None
            if two := divided(text, lambda word: False):
                return Slip(found.span, text, Kind.DIVIDED, (two,))
            if noun := _as_noun(found, text):
                # siehe moodle: what stands without an article may be the name of something.
                is_noun = not self._writes_small and _DETERMINER.search(
                    self._text[max(0, found.span.start - _NEAR) : found.span.start]
                )
                return Slip(found.span, text, Kind.NOUN, (noun,)) if is_noun else None
        return self._typo(found, text)

    def _typo(self, found: Found, text: str) -> Slip | None:
        meant = sorted(_near(text, found.replacements), key=lambda one: one.cost)
        meant = [one for one in meant if len(text) > _SHORT or one.cost <= _LIKELY]
        if not meant or any(is_given_name(one.word) for one in meant[:1]):
            return None
        sure = self._judged(found, text, meant[0])
        if sure is None or (self._writes_small and text[0].islower() and meant[0].word[0].isupper()):
            return None
        return Slip(found.span, text, Kind.TYPO, tuple(one.word for one in meant), sure)

    def _judged(self, found: Found, text: str, meant: Meant) -> bool | None:
        frequent = _FREQUENT[self._language]
        if text[0].islower() or (begins_sentence(self._text, found.span.start) and meant.word.lower() in frequent):
            return judge_small(text, meant, frequent, self._language)
        evidence = noun_evidence(self._text, found.span) if self._language == "de" else None
        sure = judge_noun(text, meant, evidence, frequent)
        # Of two long compounds LanguageTool may know the one and not the other: Wohnortabmeldung.
        return PERHAPS if sure and len(text) >= _COMPOUND and meant.cost > _LIKELY else sure


def _as_noun(found: Found, text: str) -> str:
    """The same word with a capital, where that is what LanguageTool proposes first."""
    first = found.replacements[:1]
    return next(
        (word for word in first if text.islower() and len(text) >= _SHORTEST_NOUN and word == text.capitalize()), ""
    )


def _is_spoken(text: str, replacements: tuple[str, ...]) -> bool:
    """`gehn`, `möcht`, `gschaut`, `wars`, `zeigts`: an e, or the apostrophe of `es`, is all that is missing."""
    low = text.lower()
    spelt_out = {f"{low}e", f"{low[:-1]}e{low[-1:]}", f"{low[:-1]} es"}
    spelt_out |= {f"{low[:at]}ge{low[at + 1 :]}" for at, letter in enumerate(low) if letter == "g"}
    if low.endswith("s"):
        spelt_out |= {low[:-1], low[:-2]}
    return any(word.lower() in spelt_out for word in replacements[:_CANDIDATES])


def _near(text: str, replacements: tuple[str, ...]) -> Iterator[Meant]:
    """What may have been meant: one slip away, or two in a long word. LanguageTool also proposes what sounds so."""
    low = text.lower()
    for word in replacements[:_CANDIDATES]:
        distance = OSA.distance(low, word.lower(), score_cutoff=2)
        if distance == 0 or distance not in _COSTS or " " in word or (distance > 1 and len(low) < _LONG):
            continue
        if text.partition("-")[0] != word.partition("-")[0] and "-" in text:
            continue  # the Wanner-Heft is called after somebody
        is_likely = distance == 1 and (sorted(low) == sorted(word.lower()) or _is_doubled(low, word.lower()))
        yield Meant(word, _LIKELY if is_likely else _COSTS[distance])


def _is_doubled(one: str, other: str) -> bool:
    """Whether the two differ in a letter that is doubled in one of them."""
    shorter, longer = sorted((one, other), key=len)
    return any(
        longer[at] == longer[at - 1] and longer[:at] + longer[at + 1 :] == shorter for at in range(1, len(longer))
    )
