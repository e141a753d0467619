"""Turns entries of packs into what a check needs, as plain JSON: expressions, the words that call for them, texts.

Whatever costs time is done here, once: inflection, the parsing of phrases, the words without which nothing can match.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, Final, TypeVar

from msglint.paths import shown
from msglint.rulesets.compiled import Compiled
from msglint.rulesets.entry import Entry, Kind, Written
from msglint.rulesets.errors import RulesetError, of_rule
from msglint.rulesets.literals import required_pieces
from msglint.rulesets.phrases import Phrase, PhraseError, parse_phrase
from msglint.rulesets.reading import is_expression, read_pack
from msglint.rulesets.tokens import flagged_tokens, for_matcher, required_words
from msglint.texts import Text

_In = TypeVar("_In")
_Out = TypeVar("_Out")

_LEMMA_IN_REPLACEMENT: Final = re.compile(r"<([^<>]+)>")


class Compiler:
    """Compiles entries; keeps what it found out about lemmas.

    Args:
        trusted: the expressions come with msglint and have been tested; others are cut off when they take too long.
    """

    def __init__(self, *, trusted: bool) -> None:
        self._trusted = trusted
        self._forms: Mapping[str, Callable[[str], frozenset[str]]] = {
            language: lru_cache(maxsize=None)(lambda lemma, language=language: _forms(lemma, language))
            for language in ("de", "en")
        }

    def pack(self, path: Path) -> Compiled:
        """The compiled pack in a file, with what is wrong with it: a broken rule leaves the others alone."""
        try:
            pack = read_pack(path)
        except RulesetError as error:
            return {"path": shown(path), "language": "", "lists": {}, "entries": [], "problems": [[error.de, error.en]]}
        problems = list(pack.problems)
        entries = list(self._each(pack.entries, self.compile, problems))
        lists = {
            name: _indexed(self._each(items, partial(self._phrase, language=pack.language), problems))
            for name, items in pack.lists.items()
        }
        return {
            "path": shown(path),
            "language": pack.language,
            "lists": lists,
            "entries": entries,
            "problems": [[error.de, error.en] for error in problems],
        }

    @staticmethod
    def _each(items: Iterable[_In], compiled: Callable[[_In], _Out], problems: list[RulesetError]) -> Iterator[_Out]:
        for item in items:
            with _noting(problems):
                yield compiled(item)

    def compile(self, entry: Entry) -> Compiled:
        """The compiled entry.

        Raises:
            RulesetError: if a phrase breaks the syntax.
        """
        try:
            return self._compiled(entry)
        except RulesetError as error:
            raise of_rule(error, entry.id) from None

    def _compiled(self, entry: Entry) -> Compiled:
        sought = self._sought(entry)
        exceptions = self._expressions(entry.exceptions, entry)
        needs = self._expressions((*entry.needs, *entry.needs_patterns), entry, entry.needs_patterns)
        return {
            "id": entry.id,
            "language": entry.language,
            "kind": entry.kind.value,
            "severity": entry.severity.label if entry.severity else None,
            "severity_by": self._severities(entry),
            "when": entry.when if entry.when or "when" in entry.stated else None,
            "parts": entry.parts,
            "in_quotes": entry.in_quotes,
            "texts": {name: _pair(getattr(entry, name)) for name in ("title", "message", "why", "limits", "better")},
            "source": entry.source,
            "tags": entry.tags,
            "supersedes": entry.supersedes,
            "confidence": entry.confidence,
            "price": entry.price,
            "most": entry.most,
            "place": [entry.place.source, entry.place.line],
            "seek": _indexed(sought),
            "except": _indexed(exceptions),
            "needs": _indexed(needs),
            "needs_in": entry.needs_in,
            "limit": entry.limit and [entry.limit.count, entry.limit.per, entry.limit.number, entry.limit.below],
        }

    @staticmethod
    def _severities(entry: Entry) -> list[list[Any]] | None:
        """None, for what the other language's entry says, is not the same as an empty list, for no conditions."""
        if not entry.severity_by and "severity-by" not in entry.stated:
            return None
        return [[conditions, severity and severity.label] for conditions, severity in entry.severity_by]

    def _sought(self, entry: Entry) -> list[Compiled]:
        if entry.kind is Kind.TOKENS:
            return [self._token_pattern(written, entry) for written in entry.token_patterns]
        return self._expressions((*entry.phrases, *entry.patterns), entry, entry.patterns)

    def _expressions(self, items: Iterable[Written], entry: Entry, patterns: Iterable[Written] = ()) -> list[Compiled]:
        regular = set(patterns)
        return [
            self._pattern(written)
            if written in regular or is_expression(written.text)
            else self._phrase(written, entry.language)
            for written in items
        ]

    def _pattern(self, written: Written) -> Compiled:
        source = written.text[1:-1] if is_expression(written.text) else written.text
        if not self._trusted:
            _check_timed(source, written)
        return {"source": source, "pieces": sorted(required_pieces(source)), "timed": not self._trusted}

    def _phrase(self, written: Written, language: str) -> Compiled:
        phrase = self.parse(written, language)
        compiled: dict[str, Any] = {"source": phrase.source}
        if phrase.words:
            compiled["words"] = sorted(phrase.words)
        elif phrase.pieces:
            compiled["pieces"] = sorted(phrase.pieces)
        if phrase.at_start:
            compiled["at_start"] = True
        if phrase.at_end:
            compiled["at_end"] = True
        if written.replacements:
            compiled["replacements"] = [
                self._replacement(text, phrase, written, language) for text in written.replacements
            ]
        return compiled

    def parse(self, written: Written, language: str) -> Phrase:
        """The phrase that is written there.

        Raises:
            RulesetError: if it breaks the syntax.
        """
        try:
            return parse_phrase(written.text, self._forms[language])
        except PhraseError as error:
            raise RulesetError(
                f"{written.place}: In der Wendung „{written.text}“ stimmt etwas nicht: {error.de}.",
                f"{written.place}: something is wrong with the phrase '{written.text}': {error.en}.",
            ) from None

    def _replacement(self, text: str, phrase: Phrase, written: Written, language: str) -> Compiled:
        """The wording, and for every lemma in it the form that answers each form of the lemma it stands for."""
        lemmas = _LEMMA_IN_REPLACEMENT.findall(text)
        if len(lemmas) > len(phrase.lemmas):
            raise RulesetError(
                f"{written.place}: In „{text}“ stehen mehr Grundformen in <…> als in „{written.text}“.",
                f"{written.place}: there are more lemmas in <…> in '{text}' than in '{written.text}'.",
            )
        if not lemmas:
            return {"text": text}
        pairs = zip(phrase.lemmas, lemmas, strict=False)
        return {"text": text, "forms": [self._counterparts(lemma, other, language) for lemma, other in pairs]}

    def _counterparts(self, lemma: str, other: str, language: str) -> Mapping[str, str]:
        from msglint.analysis.inflection import counterpart

        found = {form: counterpart(form, lemma, other, language) for form in sorted(self._forms[language](lemma))}
        return {form: text for form, text in found.items() if text is not None}

    def _token_pattern(self, written: Written, entry: Entry) -> Compiled:
        return {
            "tokens": for_matcher(written.tokens),
            "flagged": flagged_tokens(written.tokens),
            "required": required_words(written.tokens, self._forms[entry.language]),
        }


def _check_timed(source: str, written: Written) -> None:
    """Whether the library that can be cut off reads the expression too; it is a little stricter."""
    import regex

    try:
        regex.compile(source, regex.IGNORECASE)
    except (regex.error, RecursionError, OverflowError, ValueError) as error:
        raise RulesetError(
            f"{written.place}: fehlerhafter regulärer Ausdruck „{source}“: {error}.",
            f"{written.place}: faulty regular expression '{source}': {error}.",
        ) from None


@contextmanager
def _noting(problems: list[RulesetError]) -> Iterator[None]:
    try:
        yield
    except RulesetError as error:
        problems.append(error)


def _forms(lemma: str, language: str) -> frozenset[str]:
    from msglint.analysis.inflection import forms

    return forms(lemma, language)


def _pair(text: Text | None) -> list[str] | None:
    return None if text is None else [text.de, text.en]


def _indexed(items: Iterable[Compiled]) -> Compiled:
    """The items, and what calls for which of them: words, pieces of words; or every text is searched for it."""
    words: dict[str, list[int]] = {}
    pieces: dict[str, list[int]] = {}
    always: list[int] = []
    kept: list[Compiled] = []
    for at, item in enumerate(items):
        for word in item.get("words", ()):
            words.setdefault(word, []).append(at)
        for piece in item.get("pieces", ()):
            pieces.setdefault(piece, []).append(at)
        if not item.get("words") and not item.get("pieces"):
            always.append(at)
        kept.append({key: value for key, value in item.items() if key not in ("words", "pieces")})
    return {"items": kept, "words": words, "pieces": list(pieces.items()), "always": always}
