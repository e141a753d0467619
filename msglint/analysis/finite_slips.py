"""Short texts with a slip of the fingers put right where that gives a verb ("Das wrid knapp", "it wroks").

A misspelt verb is a word like any other to a tagger. So before a text is said to have no verb, each word that nobody
has ever written is tried as the verbs that are one slip away.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from msglint.analysis import verbs_de, verbs_en
from msglint.analysis.lexicon import lexicon
from msglint.analysis.sentence import Sentence
from msglint.analysis.tagger import Token

_LETTERS: Final = {"de": "abcdefghijklmnopqrstuvwxyzäöüß", "en": "abcdefghijklmnopqrstuvwxyz"}
_VERB: Final = "V"
_CERTAIN: Final = {
    "de": verbs_de.CERTAIN | verbs_de.PLURAL_AUXILIARIES | frozenset({"ich", "wir"}),
    "en": verbs_en.CLOSED | frozenset({"they", "this"}),
}
# Written every day in mails, but hardly in the newspapers that the dictionaries are made of.
_COMMON: Final = {
    "de": _CERTAIN["de"] | verbs_de.NEVER | verbs_de.LEADING | verbs_de.IMPERATIVES | verbs_de.FIRST_PERSON,
    "en": _CERTAIN["en"] | verbs_en.LEADING | verbs_en.BASE_VERBS | verbs_en.NOUN_THIRDS,
}
# A word with such an ending is what it looks like, though no dictionary has it.
_SURE_TAGS: Final = {
    "de": frozenset({"VV(FIN)", "VV(INF)", "VV(PP)", "VV(IZU)", "VA(FIN)", "VM(FIN)"}),
    "en": frozenset({"VVG", "AV0"}),
}
_NO_VERBS: Final = frozenset({"ADJ(A)", "CARD", "CRD", "ORD"})
_OBJECTS: Final = {"de": verbs_de.OBJECT_STARTS | verbs_de.SUBJECT_PRONOUNS, "en": verbs_en.OBJECT_STARTS}
_SHORTEST: Final = 2
_SHORTEST_TO_ADD: Final = 3
_SHORTEST_TO_REPLACE: Final = 5
_MOST_SLIPS: Final = 3
_MOST_VERBS: Final = 3


def mended(text: str, language: str, sentences: tuple[Sentence, ...]) -> Iterator[str]:
    """`text` once for every verb that a misspelt word of it may stand for, the likeliest first.

    Args:
        text: as written.
        language: `de` or `en`.
        sentences: of the text, with or without tags.
    """
    slips = [token for sentence in sentences for token in _unknown(sentence, language)]
    words = sum(token.is_word for sentence in sentences for token in sentence.tokens)
    if 0 < len(slips) <= _MOST_SLIPS:
        for token, any_verb in slips:
            for verb in _verbs_near(token.lower, language)[: _MOST_VERBS if words > 1 else 1]:
                if any_verb or verb in _CERTAIN[language]:
                    yield text[: token.start] + verb + text[token.end :]


def _unknown(sentence: Sentence, language: str) -> Iterator[tuple[Token, bool]]:
    """The words that no dictionary has; with each, whether its place and letters allow for any verb."""
    words = lexicon(language)
    for index, token in enumerate(sentence.tokens):
        if len(token.text) < _SHORTEST or not token.text.isalpha() or words.knows(token.lower):
            continue
        if language == "de" and token.lower.endswith(("end", "ende")):
            continue  # a participle of the present, which dictionaries leave out
        plain = token.text.islower() or sentence.shouted
        if token.tag in _NO_VERBS or token.lower in _COMMON[language] or not (plain or _opens(sentence, index)):
            continue
        if not (sentence.shouted and _is_given_name(token.text)):
            asks = sentence.at(index + 1).lower in _OBJECTS[language]
            # In a German message short words that no dictionary has are English as a rule.
            long = language == "en" or len(token.text) >= _SHORTEST_TO_REPLACE
            yield token, (asks or (plain and long)) and token.tag not in _SURE_TAGS[language]


def _is_given_name(word: str) -> bool:
    from msglint.message.given_names import is_given_name

    return is_given_name(word)


def _opens(sentence: Sentence, index: int) -> bool:
    """Whether the word is the first, no noun, and the next one is not capitalised as after a name."""
    first, after = sentence.at(0), sentence.at(1)
    return index == 0 and first.tag != "NN" and first.text[1:].islower() and not after.text[:1].isupper()


@lru_cache(maxsize=256)
def _verbs_near(word: str, language: str) -> tuple[str, ...]:
    """The verb forms that are one slip away from `word`, the commonest first."""
    words, certain = lexicon(language), _CERTAIN[language]
    found = {form for form in _one_slip_away(word, language) if form in certain or words.has_tag(form, _VERB)}
    verbs = sorted(found, key=lambda form: (form not in certain, -words.frequency(form), form))[:_MOST_VERBS]
    if language == "de" and word.endswith("ts") and words.has_tag(word[:-1], _VERB):
        verbs.insert(0, f"{word[:-1]} es")  # "schaffts"
    return tuple(verbs)


def _one_slip_away(word: str, language: str) -> Iterator[str]:
    """Two letters swapped; in longer words also one left out, one too many, one wrong."""
    letters = _LETTERS[language]
    halves = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    yield from (left + right[1] + right[0] + right[2:] for left, right in halves if len(right) > 1)
    if len(word) >= _SHORTEST_TO_ADD:
        yield from (left + letter + right for left, right in halves for letter in letters)
    if len(word) > _SHORTEST_TO_ADD:
        yield from (left + right[1:] for left, right in halves if right)
    if len(word) >= _SHORTEST_TO_REPLACE:
        yield from (left + letter + right[1:] for left, right in halves if right for letter in letters)
