"""The syntax of phrases in packs, and the expression that a phrase becomes.

`a/b` either word, `(a)` may be missing, `[two words/three more words]` a choice of word sequences, `word*` any ending,
`*word` any beginning, `kontakt-pflege` joined, hyphenated or apart, `...` up to four words between, `<nehmen>` any form
of the lemma, `^` the beginning of a sentence, `$` its end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from msglint.message.searchable import folded

Inflect = Callable[[str], Iterable[str]]
"""Gives the forms of a lemma."""

_SPACE: Final = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"
_BLANKS: Final = r"[^\S\n]*"
_GAP: Final = rf"(?:,?{_SPACE}\w[\w'’-]*){{0,4}}?,?"
_PIECE: Final = re.compile(r"\.\.\.|[\[\]()/^$]|<[^<>/]*>|[^\s\[\]()/^$<>]+|\s+|.", re.DOTALL)
_CLOSE_MARKS: Final = ",;:.!?…"
"""Stand close to the word before them."""
_APOSTROPHE: Final = "['’]?"
_MOST_GAPS: Final = 4
_LEMMA: Final = "lemma"
_COMMON: Final = frozenset(
    "der die das den dem des ein eine einen einem einer eines und oder aber ich du er sie es wir ihr mich mir dich "
    "dir uns ihnen ihre ihren ihrem ihrer mein meine meinen unser unsere unseren sein seine ist sind war hat haben "
    "habe wird werden kann können würde würden auf an in im am zu zum zur mit von vom für bei nach aus über um als "
    "wie dass wenn nicht noch auch nur so sehr gerne gern bitte vielen dank hier da dies diese dieser dieses was "
    "wer wo the a an and or but i you he she it we they me my your our their his her is are was were be been has "
    "have had will would can could to of in on at for with from by as that this these those not no so if what who "
    "how please thank thanks do does did".split()
)


class PhraseError(ValueError):
    """A phrase that breaks the syntax.

    Attributes:
        de, en: what is wrong.
    """

    def __init__(self, de: str, en: str) -> None:
        super().__init__(en)
        self.de = de
        self.en = en


class Phrase(NamedTuple):
    """A phrase, ready to be searched for.

    Attributes:
        source: the expression, to be compiled without regard to case.
        words: a text without any of these words, folded, cannot hold the phrase; empty = see `pieces`.
        pieces: likewise, parts of words; where both are empty, every text must be searched.
        at_start: only at the beginning of a sentence.
        at_end: only at the end of a sentence or line.
        lemmas: the lemmas in angle brackets, in order; their groups are called `lemma1`, `lemma2`, …
    """

    source: str
    words: frozenset[str]
    pieces: frozenset[str]
    at_start: bool
    at_end: bool
    lemmas: tuple[str, ...]


def parse_phrase(phrase: str, inflect: Inflect) -> Phrase:
    """The expression for a phrase.

    Args:
        phrase: in the syntax described above.
        inflect: gives the forms of a lemma, with the lemma itself.

    Raises:
        PhraseError: if the phrase breaks the syntax.
    """
    written = phrase.strip()
    at_start, at_end = written.startswith("^"), written.endswith("$")
    parser = _Parser(written[at_start : len(written) - at_end], inflect)
    item = parser.whole()
    source = rf"(?<![\w@])(?:{item.source})(?!\w|['’]\w)"
    words, pieces = _split_keys(item.keys)
    return Phrase(source, words, pieces, at_start, at_end, tuple(parser.lemmas))


class _Item(NamedTuple):
    """A piece of the expression.

    Attributes:
        mark: it begins with a mark that stands close to the word before it; its expression holds the space before it.
        keys: what must be in the text for it to match, any of them; `=word` whole words, `~piece` parts of words.
    """

    source: str
    keys: frozenset[str] | None
    optional: bool = False
    gap: bool = False
    mark: bool = False


class _Parser:
    def __init__(self, text: str, inflect: Inflect) -> None:
        self._written = _PIECE.findall(text)
        self._at = 0
        self._inflect = inflect
        self.lemmas: list[str] = []

    def whole(self) -> _Item:
        if self._written.count("...") > _MOST_GAPS:
            raise PhraseError(
                f"„...“ steht öfter als {_MOST_GAPS}-mal darin", f"it has '...' more than {_MOST_GAPS} times"
            )
        item = self._sequence("")
        if self._at < len(self._written):
            raise _unexpected(self._written[self._at])
        if item.mark:
            raise _lone_mark()
        return item

    def _peek(self) -> str:
        return self._written[self._at] if self._at < len(self._written) else ""

    def _next(self) -> str:
        piece = self._peek()
        self._at += 1
        return piece

    def _sequence(self, ends: str) -> _Item:
        items: list[_Item] = []
        while (piece := self._peek()) and piece not in ends:
            if piece.isspace():
                self._next()
            else:
                items.append(self._choice() if ends == "" or piece in "([" or piece == "..." else self._word())
        return _joined(items)

    def _choice(self) -> _Item:
        """A group, a gap, or words with `/` between them."""
        piece = self._peek()
        if piece in ("(", "["):
            return self._group()
        if piece == "...":
            self._next()
            return _Item(_GAP, None, gap=True)
        first = self._word()
        if self._peek() != "/":
            return first
        return _either([first, *self._more_words({piece})])

    def _more_words(self, before: set[str]) -> Iterator[_Item]:
        """The other words of a choice."""
        while self._peek() == "/":
            self._next()
            self._set_mark_apart(before)
            before.add(self._peek())
            yield self._word()

    def _set_mark_apart(self, before: set[str]) -> None:
        """A mark behind the last word stands behind each: `a/b, c` finds `a, c`. But `a/a,` is with it or without."""
        word = self._peek()
        bare = word.rstrip(_CLOSE_MARKS)
        is_last = self._written[self._at + 1 : self._at + 2] != ["/"]
        if is_last and bare and bare != word and bare not in before:
            self._written[self._at : self._at + 1] = [bare, word[len(bare) :]]

    def _group(self) -> _Item:
        opening = self._next()
        closing = ")" if opening == "(" else "]"
        choices = [self._sequence("/" + closing)]
        while self._peek() == "/":
            self._next()
            choices.append(self._sequence("/" + closing))
        if self._next() != closing:
            raise PhraseError(
                f"„{opening}“ wird nicht mit „{closing}“ geschlossen", f"'{opening}' lacks its '{closing}'"
            )
        return _either(choices)._replace(optional=opening == "(")

    def _word(self) -> _Item:
        piece = self._next()
        if piece.startswith("<") and piece.endswith(">") and len(piece) > 2:
            return self._inflected(piece[1:-1].strip())
        if not piece or piece in "/()[]^$<>" or not any(char.isalnum() for char in piece):
            if piece and piece not in "/()[]^$<>" and not piece.isspace():
                is_close = piece[0] in _CLOSE_MARKS
                return _Item(f"{_BLANKS if is_close else ''}{re.escape(piece)}", None, mark=is_close)
            raise _unclosed_lemma() if piece == "<" else _unexpected(piece)
        return _plain_word(piece)

    def _inflected(self, lemma: str) -> _Item:
        self.lemmas.append(lemma)
        forms = sorted({form.lower() for form in (*self._inflect(lemma), lemma)}, key=lambda form: (-len(form), form))
        source = f"(?P<{_LEMMA}{len(self.lemmas)}>{'|'.join(map(_letters, forms))})"
        return _Item(source, _keys_of(forms))


def _joined(items: list[_Item]) -> _Item:
    """The items in a row, white space between those that are there."""
    if items and items[-1].gap:
        raise PhraseError("„...“ steht am Ende", "'...' stands at the end")
    first = next((at for at, item in enumerate(items) if _is_certain(item, at)), None)
    if first is None:
        raise PhraseError("es steht kein Wort fest", "no word of it is certain")
    source, keys = _before_the_first(items[:first]) + items[first].source, items[first].keys
    for item in items[first + 1 :]:
        spaced = item.source if item.mark or item.gap else f"{_SPACE}(?:{item.source})"
        source += f"(?:{spaced})?" if item.optional else spaced
        keys = _better(keys, None if item.optional else item.keys)
    return _Item(source, keys, mark=items[0].mark and first == 0)


def _is_certain(item: _Item, at: int) -> bool:
    return not item.optional and not item.gap and (not item.mark or at == 0)


def _before_the_first(items: list[_Item]) -> str:
    """What may stand before the first certain word; a mark belongs to the bracket before it and is missing with it."""
    before: list[str] = []
    for item in items:
        if item.gap:
            raise PhraseError("„...“ steht am Anfang", "'...' stands at the beginning")
        if not item.mark:
            before.append(f"(?:{item.source})")
        elif before:
            before[-1] += f"(?:{item.source})?" if item.optional else item.source
        else:
            raise _lone_mark()
    return "".join(f"(?:{source}{_SPACE})?" for source in before)


def _unclosed_lemma() -> PhraseError:
    return PhraseError("„<“ wird nicht mit „>“ geschlossen", "'<' lacks its '>'")


def _lone_mark() -> PhraseError:
    return PhraseError("vor einem Satzzeichen muss ein Wort stehen", "a mark needs a word before it")


def _either(choices: list[_Item]) -> _Item:
    if len(choices) == 1:
        return choices[0]
    known = [choice.keys for choice in choices]
    keys = None if None in known else frozenset().union(*(key for key in known if key is not None))
    is_mark = any(choice.mark for choice in choices)
    sources = (f"{_SPACE}{choice.source}" if is_mark and not choice.mark else choice.source for choice in choices)
    return _Item(f"(?:{'|'.join(sources)})", keys, mark=is_mark)


def _plain_word(piece: str) -> _Item:
    core = piece.strip("*")
    source = _letters(core)
    if "*" in core:
        source = source.replace(r"\*", r"\w*")
    if piece.endswith("*"):
        source += r"\w*(?:-\w+)*"
    if piece.startswith("*"):
        source = r"\w*" + source
    if "*" in piece:
        longest = max(re.findall(r"\w+", core.replace("*", " ")), key=len, default="")
        return _Item(source, frozenset({f"~{folded(longest)}"}) if len(longest) > 2 else None)
    return _Item(source, _keys_of([core]))


def _letters(word: str) -> str:
    """The letters of a word; a hyphen may be missing or a blank, an apostrophe may be missing."""
    return re.escape(word.replace("’", "'")).replace(r"\-", r"[-\s]?").replace("'", _APOSTROPHE)


def _keys_of(forms: Iterable[str]) -> frozenset[str] | None:
    """For every form its rarest part, and what it becomes where it is joined to the parts beside it."""
    keys: set[str] = set()
    for form in forms:
        parts = re.findall(r"\w+", folded(form))
        if not parts:
            return None
        at = max(range(len(parts)), key=lambda index: _rarity(parts[index]))
        keys.update(
            f"={''.join(parts[first:last])}" for first in range(at + 1) for last in range(at + 1, len(parts) + 1)
        )
    return frozenset(keys)


def _rarity(word: str) -> int:
    return 0 if word in _COMMON else len(word)


def _better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """The keys that fewer texts hold: those of the rarer words."""
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda keys: min(map(_worth, keys)))


def _worth(key: str) -> float:
    # A piece must be looked for in the whole text, a word is looked up.
    return _rarity(key[1:]) / (1 if key.startswith("=") else 2)


def _split_keys(keys: frozenset[str] | None) -> tuple[frozenset[str], frozenset[str]]:
    keys = keys or frozenset()
    if any(key.startswith("~") for key in keys):
        return frozenset(), frozenset(key[1:] for key in keys)
    return frozenset(key[1:] for key in keys), frozenset()


def _unexpected(piece: str) -> PhraseError:
    if not piece.strip():
        return PhraseError("es fehlt ein Wort", "a word is missing")
    return PhraseError(f"„{piece}“ gehört hier nicht hin", f"'{piece}' does not belong here")
