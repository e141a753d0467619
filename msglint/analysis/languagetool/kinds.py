"""What sort of slip LanguageTool has found: by what it would change, and where that does not tell, by its category."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from msglint.analysis.languagetool.answer import Match


class Kind(str, Enum):
    """One sort of slip, named after the msglint rule that tells of it."""

    MISSPELLED = "spelling.misspelled"
    CASE = "spelling.case"
    COMPOUND = "spelling.compound"
    CONFUSED = "spelling.confused-word"
    AGREEMENT = "grammar.agreement"
    SENTENCE = "grammar.sentence"
    COMMA = "grammar.comma"
    PUNCTUATION = "grammar.punctuation"
    REPEATED = "grammar.repeated-word"
    STYLE = "grammar.style"


_STYLE: Final = frozenset(
    {"STYLE", "REDUNDANCY", "PLAIN_ENGLISH", "COLLOQUIALISMS", "GENDER_NEUTRALITY", "REPETITIONS_STYLE", "WORDINESS"}
)
_WORDS: Final = frozenset({"CONFUSED_WORDS", "TYPOS", "PROPER_NOUNS", "MULTITOKEN_SPELLING", "COLLOCATIONS", "IDIOMS"})
_COMMAS: Final = frozenset({"HILFESTELLUNG_KOMMASETZUNG"})
_MARKS: Final = frozenset({"PUNCTUATION", "TYPOGRAPHY"})
_SPELLER: Final = re.compile(r"SPELLER_RULE|MORFOLOGIK_RULE|HUNSPELL")
_REPEATS: Final = frozenset({"GERMAN_WORD_REPEAT_RULE", "ENGLISH_WORD_REPEAT_RULE", "DE_PHRASE_REPETITION"})
_FORMS: Final = re.compile(r"AGREEMENT|AGR\b|PRAEP_|DATIV|AKKUSATIV")
_NEVER_TWICE: Final = frozenset(
    "der die das den dem des ein eine einen einem einer eines und oder aber mit von vom für auf bei nach aus zu zum "
    "zur im in am an um als wie dass daß wenn weil ob ist sind war waren hat habe haben hatte wird werden wurde kann "
    "können muss müssen soll sollen ich er es wir ihr mir mich uns ihnen ihre ihren ihrem ihrer sich nicht nur auch "
    "the a an and or but of to for with from by at in on as is are was were be been has have had will would can could "
    "should may might must shall i he she it we they you your our their this these those which who if not".split()
)
_GAPS: Final = re.compile(r"[\s-]+")
_NO_LETTER: Final = re.compile(r"[^\w]+")
_FAMILIES: Final = tuple(
    frozenset(forms.split())
    for forms in (
        "der die das den dem des",
        "ein eine einen einem einer eines",
        "bin bist ist sind seid sei seien war warst waren wart",
        "habe hast hat haben habt hatte hatten",
        "am is are was were be been being 's",
        "has have had having",
        "does do did",
        "a an",
        "this these",
        "that those",
        "i me",
        "he him",
        "she her",
        "we us",
        "they them",
        "mir mich",
        "dir dich",
        "ihm ihn",
    )
)
_CONFUSED: Final = tuple(
    frozenset(words.split())
    for words in (
        "das dass daß",
        "seit seid",
        "wieder wider",
        "denn den",
        "wahr war",
        "mann man",
        "then than",
        "their there they're",
        "its it's",
        "your you're",
        "whose who's",
        "to too two",
        "advice advise",
        "affect effect",
        "accept except",
        "lose loose",
        "principal principle",
        "lead led",
        "of have off",
        "were where we're",
    )
)
_STEM: Final = 0.5


def kind_of(match: Match, text: str) -> Kind:
    """The sort of slip.

    Args:
        match: what LanguageTool says.
        text: what was sent.
    """
    written = text[match.start : match.end]
    if match.rule_id in _REPEATS:
        return Kind.REPEATED
    if match.category in _STYLE or match.issue_type == "style":
        return Kind.STYLE
    if _SPELLER.search(match.rule_id):
        return _unknown_word(match.rule_id, written, match.replacements)
    if match.replacements:
        changed = _by_change(written, match.replacements[0], match.category)
        if changed is not None:
            return changed
    return _by_category(match)


def _unknown_word(rule_id: str, written: str, replacements: tuple[str, ...]) -> Kind:
    """`monday`, `english`; a German noun in lower case may be any other word misspelled."""
    is_english = rule_id.startswith("MORFOLOGIK_RULE_EN")
    is_case = bool(replacements) and written.lower() == replacements[0].lower() and not written[:1].isupper()
    return Kind.CASE if is_english and is_case else Kind.MISSPELLED


def _by_change(written: str, better: str, category: str) -> Kind | None:
    if written.lower() == better.lower():
        return Kind.CASE
    words, better_words = written.lower().split(), better.lower().split()
    if len(words) > 1 and words[0] == words[1]:
        return Kind.REPEATED
    if _is_confusion(words, better_words):
        return Kind.CONFUSED
    if _letters(written) == _letters(better):
        return _by_marks(written, better)
    if category in _WORDS:
        return Kind.CONFUSED
    if len(words) == len(better_words) and all(map(_are_forms, words, better_words)):
        return Kind.AGREEMENT
    return None


def _is_confusion(words: list[str], better: list[str]) -> bool:
    """Whether one word has taken the place of another that sounds like it: das and dass, its and it's."""
    if len(words) != len(better):
        return False
    pairs = ({_plain(word), _plain(other)} for word, other in zip(words, better, strict=True))
    return any(len(pair) > 1 and any(pair <= group for group in _CONFUSED) for pair in pairs)


def _plain(word: str) -> str:
    return word.strip(",").replace("’", "'")


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text).lower()


def _by_marks(written: str, better: str) -> Kind:
    """The same letters: commas, spaces and hyphens, or other marks make the difference."""
    if written.count(",") != better.count(","):
        return Kind.COMMA
    is_joined = _GAPS.sub("", written).lower() == _GAPS.sub("", better).lower()
    return Kind.COMPOUND if is_joined and _letters(written) else Kind.PUNCTUATION


def is_emphasis(written: str) -> bool:
    """Whether a word that is written twice may be meant so: `sehr sehr`, `danke danke`; not `der der`."""
    return written.lower().split()[0] not in _NEVER_TWICE


def _are_forms(word: str, better: str) -> bool:
    """Whether the two look like forms of one word: a shared beginning, or a pair of articles, auxiliaries, pronouns."""
    if word == better or any(word in forms and better in forms for forms in _FAMILIES):
        return True
    shared = next((at for at, (one, other) in enumerate(zip(word, better, strict=False)) if one != other), None)
    length = min(len(word), len(better)) if shared is None else shared
    return length >= max(len(word), len(better)) * _STEM and length > 1


def _by_category(match: Match) -> Kind:
    if match.category in _COMMAS or "KOMMA" in match.rule_id or "COMMA" in match.rule_id:
        return Kind.COMMA
    if match.category in _MARKS:
        return Kind.PUNCTUATION
    if match.category == "CASING":
        return Kind.CASE
    if match.category in _WORDS and match.replacements:
        return Kind.CONFUSED
    return Kind.AGREEMENT if not match.replacements and _FORMS.search(match.rule_id) else Kind.SENTENCE
