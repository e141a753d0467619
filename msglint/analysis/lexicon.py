"""What HanTa's model knows about single words: their classes, their stems, the heads of compounds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from math import inf
from typing import Any, Final

from msglint.analysis.tagger import MODEL_FILES, load_model

_UMLAUTS: Final = frozenset("äöü")


class Lexicon:
    """A dictionary made of the tables of a HanTa model; tells nothing about words the model has not seen."""

    def __init__(self, model: Any) -> None:
        self._model = model

    def tags(self, word: str) -> tuple[str, ...]:
        """The tags `word` can have by itself, the likeliest first; also guessed for unknown words."""
        return tuple(tag for tag, _ in self._model.tag_word(word))

    def knows(self, form: str) -> bool:
        """Whether the lower-case `form` was seen in running text."""
        return form in self._model.cache

    def has_tag(self, form: str, start: str | tuple[str, ...]) -> bool:
        """Whether the lower-case `form` was seen with a tag that starts with `start`."""
        return any(self._model.int2tag[tag].startswith(start) for tag, _ in self._model.cache.get(form, ()))

    def frequency(self, form: str) -> float:
        """How often the lower-case `form` was seen beside others, as a logarithm; minus infinity if never."""
        return max((weight for _, weight in self._model.cache.get(form, ())), default=-inf)

    def denies(self, form: str, lemma: str, tags: str | tuple[str, ...]) -> bool:
        """Whether the lower-case `form` is well known, but under none of `tags` as a form of `lemma`."""
        if not self.knows(form):
            return False
        named = (self._model.int2tag[tag] for tag, _ in self._model.cache[form])
        analysed = (self._model.analyze(form, pos=tag)[0] for tag in named if tag.startswith(tags))
        return _spelling(lemma) not in map(_spelling, analysed)

    def head(self, noun: str) -> str:
        """The last noun of a compound in lower case: `schnittstelle` gives `stelle`."""
        _, parts, _ = self._model.analyze(noun, pos="NN", taglevel=3)
        nouns = [part for part, tag in parts if tag.startswith("NN")]
        return nouns[-1] if nouns and noun.lower().endswith(nouns[-1]) else noun.lower()

    def has_stem(self, stem: str, *tags: str) -> bool:
        """Whether `stem` was seen as a morpheme with one of `tags`, or is the base of such a one."""
        return any(stem in self._stems[tag] for tag in tags)

    @cached_property
    def _stems(self) -> Mapping[str, frozenset[str]]:
        numbers = self._model.tag2int
        bases = {number: frozenset(variants.values()) for number, variants in self._model.stemdict.items()}
        stems = self._model.LP_m_t
        return {
            tag: frozenset(stems[number]) | bases.get(number, frozenset())
            for tag, number in numbers.items()
            if number in stems
        }

    @cached_property
    def umlauted(self) -> Mapping[str, str]:
        """Noun stems and their umlauted plural stems: `platz` gives `plätz`."""
        variants = self._model.stemdict[self._model.tag2int["NN_VAR"]]
        return {stem: variant for variant, stem in variants.items() if _is_umlaut_of(variant, stem)}


def _spelling(lemma: str) -> str:
    return lemma.lower().replace("ß", "ss")  # HanTa's texts are older than the spelling reform


def _is_umlaut_of(variant: str, stem: str) -> bool:
    plain = variant.translate(str.maketrans("äöü", "aou"))
    return bool(_UMLAUTS & set(variant)) and plain == stem.translate(str.maketrans("äöü", "aou"))


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of "de" or "en"; the model is loaded once per process."""
    return Lexicon(load_model(MODEL_FILES[language]))
