"""Reads the words of a message and tells the misspelled ones from names, terms and spoken forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from itertools import islice
from typing import Final

from msglint.analysis.spelling.grammar import Grammar
from msglint.analysis.spelling.judging import CERTAIN_NOUN, EVIDENT, is_near_frequent, judge_noun, judge_small
from msglint.analysis.spelling.meant import Meant, has_entry_near, meant_by
from msglint.analysis.spelling.slips import Kind, Slip
from msglint.analysis.spelling.speller import Spellers
from msglint.message.given_names import is_given_name
from msglint.message.name_places import is_named_at
from msglint.message.patterns import lazy
from msglint.message.proofreading import Prose, Word
from msglint.message.sentences import begins_sentence
from msglint.report import Span

MOST_WORDS: Final = 20_000
"""So many words of one message are looked up."""
MOST_DOUBTFUL: Final = 30
"""A message with more different words that nobody knows is about something that the dictionary knows nothing of."""
MOST_DEEP: Final = 5
"""For so many words of one message the speller is asked what was meant, which takes a quarter of a second each."""
_FEWEST_ODD, _SHARE_ODD = 5, 0.08
_MOST_USED: Final = 3
_PLAIN_LETTERS: Final = lazy(r"[a-zA-ZäöüÄÖÜß'*:_/-]+")
_VOWEL: Final = lazy(r"[aeiouyäöüAEIOUYÄÖÜ]")
_INNER_CAPITAL: Final = lazy(r"[a-zäöüß][A-ZÄÖÜ](?!n+en?$|n$)")
_TWO_CAPITALS: Final = lazy(r"[A-ZÄÖÜ]{2}[a-zäöüß]{3,}")
_FIGURES: Final = lazy(
    r"(?P<number>\d+)"
    r"(?P<rest>(?:jährig|tägig|stündig|wöchig|monatig|minütig|köpfig|seitig|stellig|teilig|prozentig)\w{0,2})"
)
_ABBREVIATED: Final = lazy(r"\. ?[a-zäöüß\d,;:)]|\.\w\.")
_LONGEST_ABBREVIATION: Final = 9
_JOINED: Final = frozenset("-*_#@")
_GENDER_MARK: Final = lazy(r"[^\W\d_][*:_·/](?=[^\W\d_])")
"""`Mitarbeiter*innen-Fest`, `Mitarbeiter:innenbefragung`."""
_SYMBOL: Final = lazy(r"[\u0080-\u00a6\u00a8-\u00aa\u00ac-\u00b6\u00b8-\u00ba\u00bc-\u00be\ufffd]")
"""What is left of letters in the wrong encoding: nÃ¤chste."""
_SENTENCE_END: Final = lazy(r"[.!?]\s+")
_NO_START: Final = frozenset("bis und oder sowie bzw to and or".split())
"""Before them the full stop is rather what is wrong."""
_SHORTEST, _SHORTEST_DIVIDED, _LONG = 4, 8, 9


class ProseReader:
    """Looks for misspelled words in the prose of one message.

    Args:
        prose: the message.
        spellers: of its language and of the other.
        grammar: of its language.
        is_name: whether a word names somebody or something around the message.
    """

    def __init__(self, prose: Prose, spellers: Spellers, grammar: Grammar, is_name: Callable[[str], bool]) -> None:
        self._text = prose.message.text
        self._language = prose.message.base_language
        words = tuple(islice(prose.words(), MOST_WORDS + 1))
        self.is_cut = len(words) > MOST_WORDS
        self._words = words[:MOST_WORDS]
        self._spellers = spellers
        self._speller = spellers.main
        self._grammar = grammar
        self._is_name = is_name
        self._known_meant: dict[str, tuple[Meant, ...]] = {}
        self._deep = 0

    def slips(self) -> Iterator[Slip]:
        """The misspelled words, in the order of the text."""
        doubtful = [at for at in self._unknown if not self._is_excused(at)]
        if self._is_out_of_reach(doubtful):
            return
        found = [slip for at in doubtful if (slip := self._slip(self._words[at])) is not None]
        found += filter(None, map(_without_hyphen, self._words))
        found += self._starts()
        if not self._writes_small:
            found += self._grammar.pair_slips(self._text, self._words)
        yield from _each_place_once(found)

    # What is unknown, and what is right none the less.

    @cached_property
    def _unknown(self) -> Sequence[int]:
        return [at for at, word in enumerate(self._words) if not self._is_known(word.text)]

    def _is_known(self, text: str) -> bool:
        if len(text) < 2 or any(map(str.isdigit, text)):
            return True
        is_abbreviation = text.isupper() or (text[:-1].isupper() and text[-1] in "sn")
        return is_abbreviation or self._speller.knows(text)

    def _is_excused(self, at: int) -> bool:
        word = self._words[at]
        text = word.text
        if self._is_no_word(word) or self._is_term(text) or self._is_name(text):
            return True
        if self._grammar.is_spoken(text, self._word_at(at - 1), self._word_at(at + 1)):
            return True
        if is_named_at(self._text, word.span):
            return True
        if is_near_frequent(text, self._grammar.frequent) and not self._is_beside_foreign(at):
            return False
        if self._grammar.is_word(text) or self._is_compound(text):
            return True
        if self._divided(word) or (self._grammar.as_noun(text) and not self._is_beside_foreign(at)):
            return False
        return self._is_in_parts(text) or self._stands_for_name(at) or self._is_foreign(at)

    def _is_no_word(self, word: Word) -> bool:
        """A part of something, an abbreviation, letters without a vowel, a brand such as iPhone."""
        text, span = word.text, word.span
        around = (self._sign_at(span.start - 1), self._sign_at(span.end))
        if any(sign in _JOINED or _SYMBOL.match(sign) for sign in around):
            return True
        if _GENDER_MARK.search(text) or _GENDER_MARK.match(self._text, max(0, span.start - 2)):
            return True
        if not _PLAIN_LETTERS.fullmatch(text):
            return True
        if not _VOWEL.search(text) and not is_near_frequent(text, self._grammar.frequent):
            return True
        if any(_INNER_CAPITAL.search(part) for part in text.split("-")):
            return True
        return len(text) <= _LONGEST_ABBREVIATION and _ABBREVIATED.match(self._text, span.end) is not None

    def _sign_at(self, offset: int) -> str:
        return self._text[offset : offset + 1] if offset >= 0 else ""

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(part.removesuffix("s") for at in self._unknown for part in self._words[at].text.split("-"))

    def _is_term(self, text: str) -> bool:
        """Whether the writer uses the capitalised word so often that it is meant as it stands."""
        return text[:1].isupper() and self._counts[text.removesuffix("s")] >= _MOST_USED

    def _word_at(self, at: int) -> str:
        return self._words[at].text if 0 <= at < len(self._words) else ""

    def _divided(self, word: Word) -> str:
        """The two words it should be; a capital in the middle of a sentence is rather that of a name."""
        is_capital = word.text[0].isupper()
        if is_capital and (len(word.text) < _SHORTEST_DIVIDED or not self._starts_sentence(word)):
            return self._grammar.divided(word.text) if len(word.text) > _LONG else ""
        return self._grammar.divided(word.text)

    def _is_compound(self, text: str) -> bool:
        """Whether it is put together of known words, and no entry of the dictionary is nearer."""
        if not self._grammar.is_compound(text):
            return False
        return not has_entry_near(text, self._speller, self._language)

    def _is_in_parts(self, text: str) -> bool:
        """`Kick-off-Termin`, `PDF-Datei`: every part is right by itself."""
        parts = text.split("-")
        return len(parts) > 1 and all(map(self._is_right_part, parts))

    def _is_right_part(self, part: str) -> bool:
        if len(part) < 3 or part.isupper() or self._is_name(part) or self._is_term(part):
            return True
        forms = (part, part.capitalize(), part.lower(), f"{part}en", part.removesuffix("s"))
        return any(map(self._spellers.know, forms)) or self._grammar.is_compound(part.capitalize())

    # Names and foreign words.

    def _stands_for_name(self, at: int) -> bool:
        word = self._words[at]
        if not word.text[0].isupper():
            return False
        evidence = self._grammar.noun_evidence(self._text, word)
        if evidence is None and not self._starts_sentence(word):
            return True
        if evidence is not None and evidence >= CERTAIN_NOUN:
            return False
        return is_named_at(self._text, word.span) or any(map(partial(self._is_name_beside, at), (at - 1, at + 1)))

    def _is_name_beside(self, at: int, beside: int) -> bool:
        """Whether the two stand side by side, both with a capital, both unknown: Tino Giesen."""
        other, (first, second) = self._word_at(beside), sorted((at, beside))
        if not other or not other[0].isupper() or self._is_known(other):
            return False
        return not self._text[self._words[first].span.end : self._words[second].span.start].strip(" \t")

    def _is_foreign(self, at: int) -> bool:
        return self._spellers.other_knows(self._words[at].text)

    def _is_beside_foreign(self, at: int) -> bool:
        return any(self._is_only_foreign(self._word_at(beside)) for beside in (at - 1, at + 1))

    def _is_only_foreign(self, text: str) -> bool:
        if not text or self._is_known(text) or self._grammar.as_noun(text):
            return False
        return self._spellers.other_knows(text)

    # Texts that no dictionary is for.

    def _is_out_of_reach(self, doubtful: Sequence[int]) -> bool:
        """Dialect, a language that was not recognised, or a field that the dictionary knows nothing of."""
        different = {self._words[at].text for at in doubtful}
        odd = sum(self._is_odd(text) for text in different)
        if odd >= _FEWEST_ODD and odd >= _SHARE_ODD * len(self._words):
            return True
        return len(different) > MOST_DOUBTFUL or self._grammar.is_dialect(self._words)

    def _is_odd(self, text: str) -> bool:
        return text.islower() and not self._grammar.as_noun(text) and not self._grammar.divided(text)

    @cached_property
    def _writes_small(self) -> bool:
        """Whether the writer does without capitals."""
        # The first word may stand behind the comma of the salutation, where it has to be small.
        if not any(word.text[0].isupper() for word in self._words):
            return True
        starts = [word.text for word in self._words[1:] if word.text[0].isalpha() and self._starts_sentence(word)]
        small = sum(text[0].islower() for text in starts)
        if small > 1 and small * 3 >= len(starts):
            return True
        nouns = sum(bool(self._grammar.as_noun(self._words[at].text)) for at in self._unknown)
        capitals = sum(word.text[0].isupper() for word in self._words)
        return nouns >= _MOST_USED and nouns * 4 > capitals

    def _starts_sentence(self, word: Word) -> bool:
        return begins_sentence(self._text, word.span.start)

    # What is wrong.

    def _starts(self) -> Iterator[Slip]:
        """Sentences begun small, by somebody who begins the others with a capital."""
        if self._writes_small:
            return
        for before, word in zip(self._words, self._words[1:], strict=False):
            gap = self._text[before.span.end : word.span.start]
            if _SENTENCE_END.fullmatch(gap) and word.text[0].islower() and self._is_clear_start(before.text, word):
                yield Slip(word.span, word.text, Kind.START, (word.text[0].upper() + word.text[1:],))

    def _is_clear_start(self, before: str, word: Word) -> bool:
        """Whether a sentence ends there, and no abbreviation: words on both sides, and not `San Fran. office`."""
        # What is short and has a capital is rather an abbreviation or a name.
        if len(before) < (_SHORTEST if before[0].isupper() else _SHORTEST - 1):
            return False
        if len(word.text) < 2 or self._sign_at(word.span.end) != " ":
            return False
        if word.text in _NO_START or (self._language == "en" and before[0].isupper()):
            return False
        return all(map(self._speller.is_full_word, (before, word.text))) and self._starts_sentence(word)

    def _slip(self, word: Word) -> Slip | None:
        text = word.text
        if divided := self._divided(word):
            return Slip(word.span, text, Kind.DIVIDED, (divided,))
        if noun := self._grammar.as_noun(text):
            return None if self._writes_small else Slip(word.span, text, Kind.NOUN, (noun,))
        if _TWO_CAPITALS.fullmatch(text) and self._speller.knows(text.capitalize()):
            return Slip(word.span, text, Kind.TYPO, (text.capitalize(),))
        return self._typo_in_part(word) if "-" in text else self._typo(word)

    def _typo_in_part(self, word: Word) -> Slip | None:
        """`Generationen-Klinch`: the one part that is wrong."""
        parts = word.text.split("-")
        wrong = [at for at, part in enumerate(parts) if not self._is_right_part(part)]
        if len(wrong) != 1 or len(word.text) != len(word.span):
            return None
        at = wrong[0]
        start = word.span.start + sum(len(part) + 1 for part in parts[:at])
        part = Word(parts[at], Span(start, start + len(parts[at])))
        slip = self._typo(part, is_noun=at == len(parts) - 1)
        if slip is None:
            return None
        better = tuple("-".join([*parts[:at], right, *parts[at + 1 :]]) for right in slip.better)
        return Slip(word.span, word.text, Kind.TYPO, better, slip.sure)

    def _typo(self, word: Word, *, is_noun: bool = False) -> Slip | None:
        """`is_noun` = it is surely no name."""
        evidence = EVIDENT if is_noun else self._grammar.noun_evidence(self._text, word)
        is_telling = word.text[0].islower() or (evidence or 0) >= EVIDENT
        meant = self._meant_by(word.text, deep=is_telling and len(word.text) >= _LONG)
        if not meant or meant[0].word.lower() == word.text.lower() or any(is_given_name(one.word) for one in meant[:2]):
            return None
        better = meant[0]
        if self._writes_small and word.text[0].islower() and better.word[0].isupper():
            return None  # a name, perhaps
        if self._is_small(word, better.word):
            sure = judge_small(word.text, better, self._grammar.frequent, self._language)
        else:
            sure = judge_noun(word.text, better, evidence, self._grammar.frequent)
        if sure is None:
            return None
        return Slip(word.span, word.text, Kind.TYPO, tuple(one.word for one in meant), sure)

    def _meant_by(self, text: str, *, deep: bool) -> tuple[Meant, ...]:
        if text not in self._known_meant:
            is_deep = deep and self._deep < MOST_DEEP
            self._deep += is_deep
            self._known_meant[text] = meant_by(text, self._speller, self._language, self._used, deep=is_deep)
        return self._known_meant[text]

    @cached_property
    def _used(self) -> frozenset[str]:
        return self._grammar.frequent | {word.text for word in self._words}

    def _is_small(self, word: Word, better: str) -> bool:
        """Whether it is a word that is written small, if only for the sentence that it begins."""
        if word.text[0].islower():
            return True
        return self._starts_sentence(word) and self._speller.knows(better[:1].lower() + better[1:])


def _without_hyphen(word: Word) -> Slip | None:
    """`20jährige` is written 20-jährige since 1996."""
    match = _FIGURES.fullmatch(word.text)
    if match is None:
        return None
    return Slip(word.span, word.text, Kind.HYPHEN, (f"{match['number']}-{match['rest']}",))


def _each_place_once(slips: list[Slip]) -> Iterator[Slip]:
    """In the order of the text, of those that overlap the first."""
    end = -1
    for slip in sorted(slips, key=lambda slip: (slip.span.start, -slip.span.end)):
        if slip.span.start >= end:
            end = slip.span.end
            yield slip
