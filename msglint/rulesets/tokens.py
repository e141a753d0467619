"""Token patterns: spaCy's, with the words that a text must hold before spaCy is worth loading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from msglint.documents.errors import hint, listed
from msglint.documents.located import Located
from msglint.rulesets.entry import Written
from msglint.rulesets.errors import RulesetError
from msglint.rulesets.phrases import Inflect

FLAG: Final = "FLAG"
_FLAGS: Final = (
    *("IS_ALPHA", "IS_ASCII", "IS_DIGIT", "IS_LOWER", "IS_UPPER", "IS_TITLE", "IS_PUNCT", "IS_SPACE", "IS_STOP"),
    *("IS_SENT_START", "IS_BRACKET", "IS_QUOTE", "IS_CURRENCY", "LIKE_NUM", "LIKE_URL", "LIKE_EMAIL", FLAG),
)
_TEXTS: Final = ("ORTH", "TEXT", "LOWER", "LEMMA", "POS", "TAG", "SHAPE")
_KEYS: Final = (*_TEXTS, "LENGTH", "OP", *_FLAGS)
_PREDICATES: Final = ("IN", "NOT_IN", "REGEX", "FUZZY", "FUZZY1", "FUZZY2", "==", ">=", "<=", ">", "<")
_OPERATORS: Final = ("!", "?", "*", "+")
_MANDATORY: Final = ("", "+")
_WORDS: Final = ("LOWER", "ORTH", "TEXT", "LEMMA")


def read_token_pattern(located: Located) -> Written:
    """One pattern: a list of maps.

    Raises:
        RulesetError: if a key does not exist, or no token of it is a certain word.
    """
    if not isinstance(located.value, tuple) or not located.value:
        raise RulesetError(
            f"{located.place}: Ein Muster unter „tokens“ ist eine Liste: [{{LOWER: wir}}, {{POS: VERB}}].",
            f"{located.place}: a pattern under 'tokens' is a list: [{{LOWER: we}}, {{POS: VERB}}].",
        )
    tokens = tuple(_token(item) for item in located.value)
    if not any(_certain_words(token) for token in tokens):
        raise RulesetError(
            f"{located.place}: Ein Muster braucht ein festes Wort: LOWER, ORTH oder LEMMA ohne „?“, „*“ und „!“.",
            f"{located.place}: a pattern needs a certain word: LOWER, ORTH or LEMMA without '?', '*' and '!'.",
        )
    return Written(" ".join(map(_shown, tokens)), located.place, tokens=tokens)


def _token(located: Located) -> Mapping[str, object]:
    if not isinstance(located.value, Mapping):
        raise RulesetError(
            f"{located.place}: Ein Wort eines Musters ist eine Zuordnung wie {{LOWER: wir}}; jedes Wort ist {{}}.",
            f"{located.place}: a word of a pattern is a map such as {{LOWER: we}}; any word is {{}}.",
        )
    return {key: _value(key, item) for key, item in located.value.items()}


def _value(key: str, located: Located) -> object:
    if key not in _KEYS:
        near = hint(key.upper(), _KEYS)
        raise RulesetError(
            f"{located.place}: Ein Wort eines Musters hat kein „{key}“{near.de or '; es gibt ' + listed(_KEYS, 'de')}.",
            f"{located.place}: a word of a pattern has no '{key}'"
            f"{near.en or '; there are ' + listed(_KEYS, 'en') + '.'}",
        )
    if key == "OP":
        return _operator(located)
    if key in _FLAGS:
        return _flag(key, located)
    if isinstance(located.value, Mapping):
        return {name: _operand(name, item) for name, item in located.value.items()}
    if isinstance(located.value, tuple) or not located.written:
        raise RulesetError(
            f"{located.place}: „{key}“ braucht ein Wort oder {{IN: [mehrere, Wörter]}}.",
            f"{located.place}: '{key}' needs a word or {{IN: [several, words]}}.",
        )
    return located.value if key == "LENGTH" else located.written


def _operator(located: Located) -> str:
    word = located.written
    if word not in _OPERATORS and not _is_count(word):
        raise RulesetError(
            f"{located.place}: „OP“ kann nicht „{word}“ sein; möglich ist !, ?, *, + oder {{0,3}}.",
            f"{located.place}: 'OP' cannot be '{word}'; it may be !, ?, *, + or {{0,3}}.",
        )
    return word


def _is_count(word: str) -> bool:
    inner = word[1:-1].split(",")
    return (
        word.startswith("{")
        and word.endswith("}")
        and len(inner) <= 2
        and all(part.strip().isdigit() or not part for part in inner)
    )


def _flag(key: str, located: Located) -> bool:
    if not isinstance(located.value, bool):
        raise RulesetError(
            f"{located.place}: „{key}“ muss true oder false sein.", f"{located.place}: '{key}' must be true or false."
        )
    return located.value


def _operand(name: str, located: Located) -> object:
    if name not in _PREDICATES:
        near = hint(name, _PREDICATES)
        raise RulesetError(
            f"{located.place}: Die Bedingung „{name}“ gibt es nicht"
            f"{near.de or '; es gibt ' + listed(_PREDICATES, 'de')}.",
            f"{located.place}: there is no condition '{name}'"
            f"{near.en or '; there are ' + listed(_PREDICATES, 'en') + '.'}",
        )
    if isinstance(located.value, tuple):
        return [item.written for item in located.value]
    if isinstance(located.value, int) and not isinstance(located.value, bool):
        return located.value
    return located.written


def _shown(token: Mapping[str, object]) -> str:
    words = [str(value) for key, value in token.items() if key in _TEXTS]
    return "+".join(words) or "…"


def _certain_words(token: Mapping[str, object]) -> tuple[str, ...]:
    """The words of which this token must be one; empty if it may be any, or missing."""
    operator = str(token.get("OP", ""))
    if operator not in _MANDATORY and not (operator.startswith("{") and operator[1:2].isdigit() and operator[1] != "0"):
        return ()
    for key in _WORDS:
        value = token.get(key)
        if isinstance(value, str):
            return (value,)
        if isinstance(value, Mapping) and isinstance(value.get("IN"), Sequence):
            return tuple(map(str, value["IN"]))
    return ()


def required_words(tokens: Iterable[Mapping[str, object]], inflect: Inflect) -> list[list[str]]:
    """For every certain token the words, in lower case, of which one must be in a sentence that the pattern matches."""
    groups = []
    for token in tokens:
        words = _certain_words(token)
        if not words:
            continue
        forms = {form.lower() for word in words for form in (inflect(word) if "LEMMA" in token else ())}
        # What is no word for the index (a mark, "don't") cannot decide.
        parts = forms | {word.lower() for word in words}
        if all(part.isalnum() for part in parts):
            groups.append(sorted(parts))
    return groups


def for_matcher(tokens: Iterable[Mapping[str, object]]) -> list[dict[str, object]]:
    """The pattern as spaCy's Matcher reads it."""
    return [{key: value for key, value in token.items() if key != FLAG} for token in tokens]


def flagged_tokens(tokens: Sequence[Mapping[str, object]]) -> list[int]:
    """Which tokens of the pattern are to be reported; empty = all."""
    return [at for at, token in enumerate(tokens) if token.get(FLAG)]
