"""Token patterns: spaCy's, with the words that a text must hold before spaCy is worth loading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from msglint.documents.errors import hint, listed
from msglint.documents.located import Located
from msglint.message.searchable import folded
from msglint.rulesets.entry import Written
from msglint.rulesets.errors import RulesetError
from msglint.rulesets.phrases import Inflect
from msglint.rulesets.values import expression

FLAG: Final = "FLAG"
_FLAGS: Final = (
    *("IS_ALPHA", "IS_ASCII", "IS_DIGIT", "IS_LOWER", "IS_UPPER", "IS_TITLE", "IS_PUNCT", "IS_SPACE", "IS_STOP"),
    *("IS_SENT_START", "IS_BRACKET", "IS_QUOTE", "IS_CURRENCY", "LIKE_NUM", "LIKE_URL", "LIKE_EMAIL", FLAG),
)
_TEXTS: Final = ("ORTH", "TEXT", "LOWER", "LEMMA", "POS", "TAG", "SHAPE")
_KEYS: Final = (*_TEXTS, "LENGTH", "OP", *_FLAGS)
_COMPARISONS: Final = ("==", ">=", "<=", ">", "<")
_OPERATORS: Final = ("!", "?", "*", "+")
_COUNT: Final = re.compile(r"\{(?:(\d{1,2})|(\d{0,2}),(\d{0,2}))\}")
_MANDATORY: Final = ("", "+")
_UNIVERSAL: Final = tuple("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
_MOST_LETTERS: Final = 1000
_WORDS: Final = ("LOWER", "ORTH", "TEXT", "LEMMA")
_TEXT_PREDICATES: Final = ("IN", "NOT_IN", "REGEX", "FUZZY", "FUZZY1", "FUZZY2")
_PREDICATES: Final = (*_TEXT_PREDICATES, *_COMPARISONS)
_WORD_PARTS: Final = re.compile(r"\w+")
_CUT_OFF: Final = ("n't", "n’t")
"""What the tagger cuts off in the middle of a word."""


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
        return {name: _operand(key, name, item) for name, item in located.value.items()}
    if key == "LENGTH":
        return _length(located)
    if isinstance(located.value, tuple) or not located.written:
        raise RulesetError(
            f"{located.place}: „{key}“ braucht ein Wort oder {{IN: [mehrere, Wörter]}}.",
            f"{located.place}: '{key}' needs a word or {{IN: [several, words]}}.",
        )
    return _word(key, located)


def _length(located: Located) -> int:
    value = located.value
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= _MOST_LETTERS:
        raise RulesetError(
            f'{located.place}: „LENGTH“ braucht eine ganze Zahl oder einen Vergleich wie {{">=": 3}}.',
            f"{located.place}: 'LENGTH' needs a whole number or a comparison such as {{\">=\": 3}}.",
        )
    return value


def _word(key: str, located: Located) -> str:
    """One that a token can have."""
    word = located.written
    if key == "LOWER" and word != word.lower():
        raise RulesetError(
            f"{located.place}: „LOWER“ vergleicht in Kleinbuchstaben: „{word.lower()}“ statt „{word}“; "
            "wo Groß und Klein zählt, ORTH.",
            f"{located.place}: 'LOWER' compares in lower case: '{word.lower()}', not '{word}'; "
            "ORTH where case matters.",
        )
    if key == "POS" and word not in _UNIVERSAL:
        near = hint(word, _UNIVERSAL)
        raise RulesetError(
            f"{located.place}: „POS“ kann nicht „{word}“ sein; möglich ist {listed(_UNIVERSAL, 'de')}{near.de}.",
            f"{located.place}: 'POS' cannot be '{word}'; it may be {listed(_UNIVERSAL, 'en')}{near.en or '.'}",
        )
    return word


def _operator(located: Located) -> str:
    word = located.written
    if word not in _OPERATORS and not _is_count(word):
        raise RulesetError(
            f"{located.place}: „OP“ kann nicht „{word}“ sein; möglich ist !, ?, *, + oder {{0,3}}.",
            f"{located.place}: 'OP' cannot be '{word}'; it may be !, ?, *, + or {{0,3}}.",
        )
    return word


def _is_count(word: str) -> bool:
    count = _COUNT.fullmatch(word)
    if count is None:
        return False
    exactly, least, most = count.groups()
    return bool(exactly or least or most) and not (least and most and int(least) > int(most))


def _may_be_missing(operator: str) -> bool:
    count = _COUNT.fullmatch(operator)
    least = count and (count[1] or count[2])
    return operator not in _MANDATORY and not (least and int(least) > 0)


def _flag(key: str, located: Located) -> bool:
    if not isinstance(located.value, bool):
        raise RulesetError(
            f"{located.place}: „{key}“ muss true oder false sein.", f"{located.place}: '{key}' must be true or false."
        )
    return located.value


def _operand(key: str, name: str, located: Located) -> object:
    right = _COMPARISONS if key == "LENGTH" else _TEXT_PREDICATES
    if name not in right:
        near = hint(name, right)
        raise RulesetError(
            f"{located.place}: Die Bedingung „{name}“ gibt es nicht{near.de or '; es gibt ' + listed(right, 'de')}.",
            f"{located.place}: there is no condition '{name}'{near.en or '; there are ' + listed(right, 'en') + '.'}",
        )
    if name in _COMPARISONS:
        return _length(located)
    if name in ("IN", "NOT_IN"):
        return _several(key, name, located)
    if isinstance(located.value, tuple | Mapping) or not located.written:
        raise RulesetError(f"{located.place}: „{name}“ braucht einen Text.", f"{located.place}: '{name}' needs a text.")
    if name == "REGEX":
        expression(Written(located.written, located.place))
    return located.written


def _several(key: str, name: str, located: Located) -> list[str]:
    items = located.value if isinstance(located.value, tuple) else ()
    if not items or any(isinstance(item.value, tuple | Mapping) or not item.written for item in items):
        raise RulesetError(
            f"{located.place}: „{name}“ braucht eine Liste von Wörtern: {{{name}: [eins, zwei]}}.",
            f"{located.place}: '{name}' needs a list of words: {{{name}: [one, two]}}.",
        )
    return [_word(key, item) for item in items]


def _shown(token: Mapping[str, object]) -> str:
    words = [str(value) for key, value in token.items() if key in _TEXTS]
    return "+".join(words) or "…"


def _certain_words(token: Mapping[str, object]) -> tuple[str, ...]:
    """The words of which this token must be one; empty if it may be any, or missing, or a mark."""
    if _may_be_missing(str(token.get("OP", ""))):
        return ()
    for key in _WORDS:
        value = token.get(key)
        words = (value,) if isinstance(value, str) else value.get("IN", ()) if isinstance(value, Mapping) else ()
        if words and all(_indexed_part(word) for word in words):
            return tuple(words)
    return ()


def _indexed_part(word: str) -> str:
    """The part of a token that the text has as a word of its own: "board" of "on-board", the "t" of "n't"."""
    parts = _WORD_PARTS.findall(folded(word))
    return parts[-1] if word.lower().endswith(_CUT_OFF) and parts else max(parts, key=len, default="")


def required_words(tokens: Iterable[Mapping[str, object]], inflect: Inflect) -> list[list[str]]:
    """For every certain token the words, folded, of which one must be in a sentence that the pattern matches."""
    groups = []
    for token in tokens:
        words = _certain_words(token)
        if not words:
            continue
        forms = {form for word in words for form in (word, *(inflect(word) if "LEMMA" in token else ()))}
        groups.append(sorted({_indexed_part(form) for form in forms} - {""}))
    return groups


def for_matcher(tokens: Iterable[Mapping[str, object]]) -> list[dict[str, object]]:
    """The pattern as spaCy's Matcher reads it."""
    return [{key: value for key, value in token.items() if key != FLAG} for token in tokens]


def flagged_tokens(tokens: Sequence[Mapping[str, object]]) -> list[int]:
    """Which tokens of the pattern are to be reported; empty = all."""
    return [at for at, token in enumerate(tokens) if token.get(FLAG)]
