"""Tells whether a short text contains a finite verb: a conjugated form or an imperative.

The rules read forms, tags and neighbours, not meanings. So these are known to be answered wrongly:

- German: a plan and a statement that look alike ("Die Eltern bezahlen", "Leute kennenlernen"), a participle
  that is the third person as well before a preposition ("Der Wagen repariert in zwei Tagen"), and an infinitive
  that asks without a "bitte" ("Hinten anstellen!").
- English: a noun and a plural-looking verb without a mark after them ("Europe votes", "Money talks"),
  a verb before a noun where both readings are common ("Clean kitchen", "Open windows", "Talk about the budget",
  "Read receipt"), "First come, first served", and names that are past forms ("Drew Woods, Controls").
- Both: a noun misspelt so that it becomes a verb ("Vertag" for "Vertrag"), and a verb with two slips in it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from msglint.analysis.finite_de import de_certain, de_in_english, de_likely
from msglint.analysis.finite_en import en_certain, en_in_german, en_likely
from msglint.analysis.sentence import Sentence
from msglint.analysis.tagger import Tagger, Token, split_sentences, tokenise

_TITLE_SHARE: Final = 0.6


def has_finite_verb(text: str, language: str, tagger: Tagger) -> bool:
    """Whether `text` ("de" or "en" as `language`) contains a finite verb or an imperative, if need be misspelt.

    The `tagger` is asked only when no form of a closed class decides.
    """
    if _is_certain(text, language, _CERTAIN[language]) or _is_certain(text, *_IN_OTHER[language]):
        return True
    sentences = _sentences(text, tagger.tag(text))
    if _finite(sentences, language):
        return True
    from msglint.analysis.finite_slips import mended

    return any(
        _is_certain(meant, language, _CERTAIN[language]) or _finite(_sentences(meant, tagger.tag(meant)), language)
        for meant in mended(text, language, sentences)
    )


def _is_certain(text: str, language: str, certain: Callable[[Sentence, int], bool]) -> bool:
    return any(
        certain(sentence, index)
        for sentence in _sentences(text, tokenise(text, language))
        for index in range(len(sentence.tokens))
    )


def finite_verbs(text: str, language: str, tagger: Tagger) -> tuple[Token, ...]:
    """Return the finite verbs and imperatives of `text`, in order; `language` is "de" or "en"."""
    return _finite(_sentences(text, tagger.tag(text)), language)


def _finite(sentences: Sequence[Sentence], language: str) -> tuple[Token, ...]:
    certain, likely = _CERTAIN[language], _LIKELY[language]
    return tuple(
        token
        for sentence in sentences
        for index, token in enumerate(sentence.tokens)
        if certain(sentence, index) or likely(sentence, index)
    )


def _sentences(text: str, tokens: Sequence[Token]) -> tuple[Sentence, ...]:
    return tuple(_sentence(group) for group in split_sentences(text, tokens))


def _sentence(tokens: tuple[Token, ...]) -> Sentence:
    words = [token.text for token in tokens if token.text[0].isalpha()]
    return Sentence(
        tokens,
        question=tokens[-1].text.endswith("?"),
        shouted=len(words) > 1 and all(word.isupper() for word in words),
        titled=sum(word[0].isupper() for word in words) > _TITLE_SHARE * len(words),
    )


_CERTAIN: Final[Mapping[str, Callable[[Sentence, int], bool]]] = {"de": de_certain, "en": en_certain}
_LIKELY: Final[Mapping[str, Callable[[Sentence, int], bool]]] = {"de": de_likely, "en": en_likely}
# The other language and what is certain of it in a sentence of this one.
_IN_OTHER: Final[Mapping[str, tuple[str, Callable[[Sentence, int], bool]]]] = {
    "de": ("en", en_in_german),
    "en": ("de", de_in_english),
}
