"""Finite verbs and imperatives in English sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from msglint.analysis import verbs_en as en
from msglint.analysis.finite_en_imperatives import en_imperative
from msglint.analysis.finite_en_past import en_past
from msglint.analysis.finite_en_subjects import en_has_subject
from msglint.analysis.sentence import END, Sentence


def en_certain(sentence: Sentence, index: int) -> bool:
    """Whether the token at `index` is finite by its form and neighbours alone; needs no tags."""
    token = sentence.at(index)
    word = token.lower
    if word in en.CERTAIN:
        return not (token.text.isupper() and sentence.at(index + 1).text[:1].isdigit())
    rule = _EN_CERTAIN_RULES.get(word)
    return rule(sentence, index) if rule else False


def en_in_german(sentence: Sentence, index: int) -> bool:
    """Whether the token at `index` is finite by its form even in a German sentence ("Sounds good, bis morgen")."""
    word, after = sentence.at(index).lower, sentence.at(index + 1).lower
    if word in en.SENSE and len(sentence.clause_before(index)) <= 1:
        return after in en.GOOD | {"sense", "for", "like"}
    return word in en.IN_GERMAN and en_certain(sentence, index)


def _en_modal(sentence: Sentence, index: int) -> bool:
    before, after = sentence.at(index - 1), sentence.at(index + 1)
    if before.lower in en.NOUN_MARKERS - {"this", "that"}:
        return False
    if after.lower in en.AFTER_MODAL:
        return True
    if sentence.at(index).lower == "may" and (
        before.lower in en.MONTH_MARKERS - {"this"} or after.text[:1].isdigit() or before.text[-1:].isdigit()
    ):
        return False
    if sentence.at(index).lower == "will" and index == 0 and after.lower in {"from", "of"}:
        return False
    named = sentence.at(index).text[0].isupper() and index > 0 and not sentence.shouted
    return not named and not (after is END and before is END)


def _en_base_auxiliary(sentence: Sentence, index: int) -> bool:
    # The tags may be missing here, so an adverb after "to" is not known as one.
    near = {sentence.at(index - 1).lower, sentence.at(index - 2).lower}
    if "to" in near or sentence.at(index - 1).lower in en.NO_SUBJECT_AGREEMENT | {"not"}:
        return False
    opens = index == 0 and sentence.at(index).lower == "have" and sentence.at(1).lower not in en.ANY_SUBJECTS
    return not (opens and sentence.question)


def _en_am(sentence: Sentence, index: int) -> bool:
    before, after = sentence.at(index - 1), sentence.at(index + 1)
    if before.lower in {"i", "u"} or after.lower in {"i", "not"}:
        return True
    return before is END and after is not END


def _en_clitic_s(sentence: Sentence, index: int) -> bool:
    return sentence.at(index - 1).lower in en.CONTRACTION_HOSTS


def _en_r(sentence: Sentence, index: int) -> bool:
    return any(sentence.at(near).lower in {"u", "you", "we", "they"} for near in (index - 1, index + 1))


def _en_your(sentence: Sentence, index: int) -> bool:
    """Whether "your" stands for "you're"."""
    return sentence.at(index + 1).lower in {"a", "an", "the", "welcome", "not", "so", "too"}


def _en_let(sentence: Sentence, index: int) -> bool:
    return sentence.at(index + 1).lower in en.OBJECTS | {"'s"}


_EN_CERTAIN_RULES: Final[Mapping[str, Callable[[Sentence, int], bool]]] = {
    **dict.fromkeys(en.MODALS, _en_modal),
    **dict.fromkeys(en.BASE_AUXILIARIES, _en_base_auxiliary),
    "am": _en_am,
    "'s": _en_clitic_s,
    "let": _en_let,
    "r": _en_r,
    "your": _en_your,
}


def en_likely(sentence: Sentence, index: int) -> bool:
    """Whether the token at `index` is finite, by its tag and what stands around it."""
    token = sentence.at(index)
    word = token.lower
    if not token.text[0].isalpha():
        return word == "'s" and token.tag in {"VBZ", "VHZ", "VDZ"} and _en_is_not_possessive(sentence, index)
    if word in _EN_SPECIAL:
        return _EN_SPECIAL[word](sentence, index)
    if word in en.CLOSED:
        return False
    if _en_is_set_phrase(sentence, index) or _en_is_full_name(sentence, index):
        return False
    if en_has_subject(sentence, index):
        return True
    if _en_is_name(sentence, index):
        return False
    if en_imperative(sentence, index):
        return True
    if word.endswith("ed") or word in en.IRREGULAR_BOTH:
        return en_past(sentence, index)
    return _en_tagged(sentence, index)


def _en_is_name(sentence: Sentence, index: int) -> bool:
    capital = sentence.at(index).text[0].isupper() and not sentence.titled
    return capital and not sentence.starts_clause(index, en.LEADING)


def _en_is_full_name(sentence: Sentence, index: int) -> bool:
    """Whether the sentence is a name and nothing else ("Mark Rose")."""
    words = sentence.tokens
    if len(words) != 2 or index != 1 or sentence.shouted:
        return False
    return words[0].tag == "NP0" and all(word.text[0].isupper() for word in words)


def _en_is_not_possessive(sentence: Sentence, index: int) -> bool:
    after = sentence.at(index + 1)
    return after.tag[:2] in {"AT", "AV", "XX", "VV", "PR", "DP"} or (
        after.tag[:2] == "AJ" and sentence.ends_after(index + 1)
    )


def _en_its(sentence: Sentence, index: int) -> bool:
    """Whether "its" stands for "it's": before a lone adjective or what cannot open a noun phrase."""
    after = sentence.at(index + 1)
    if after.tag in {
        "AT0",
        "XX0",
        "VVG",
        "AV0",
        "PRP",
        "DPS",
        "PNP",
        "EX0",
        "TO0",
        "VDN",
        "VBN",
        "VDG",
    } or after.lower in {
        "all",
        "kind",
    }:
        return True
    if index == 0 and sentence.ends_after(1) and (after.tag in {"NP0", "UNC"} or after.lower in en.MONTHS_AND_DAYS):
        return True
    if index == 0 and after.lower in en.GOOD and (sentence.ends_after(1) or sentence.at(2).tag == "PRP"):
        return True
    return (
        after.tag in {"AJ0", "VVN", "VVD", "AJC"}
        and sentence.at(index + 2).tag[:2] != "NN"
        and index == 0
        and (sentence.at(index + 2).lower not in {"and", "or"})
    )


def _en_ill(sentence: Sentence, index: int) -> bool:
    return sentence.at(index + 1).lower in en.BASE_VERBS | {"also", "just", "probably"}


def _en_wed(sentence: Sentence, index: int) -> bool:
    """Whether "wed" stands for "we'd"."""
    return sentence.at(index + 1).lower in en.AFTER_WOULD


def _en_be(sentence: Sentence, index: int) -> bool:
    return sentence.starts_clause(index, en.LEADING) and not sentence.ends_after(index)


_EN_SPECIAL: Final[Mapping[str, Callable[[Sentence, int], bool]]] = {
    "its": _en_its,
    "ill": _en_ill,
    "wed": _en_wed,
    "be": _en_be,
    "whose": lambda sentence, index: sentence.at(index + 1).tag in {"AJC", "AT0", "VVG"},
    "follows": lambda sentence, index: sentence.at(index - 1).lower != "as",
    "am": lambda sentence, index: False,
    "been": lambda sentence, index: False,
    "being": lambda sentence, index: False,
    "beware": lambda sentence, index: True,
    "regards": lambda sentence, index: False,
    "thanks": lambda sentence, index: False,
    "please": lambda sentence, index: False,
    "thank-you": lambda sentence, index: index == 0 and sentence.at(1).lower in {"for", "so", "very"},
}


def _en_is_set_phrase(sentence: Sentence, index: int) -> bool:
    word, after = sentence.at(index).lower, sentence.at(index + 1).lower
    if word in {"see", "talk", "speak", "c"} and sentence.starts_clause(index, en.LEADING):
        return after in {"you", "ya", "u", "soon"} or (after, sentence.at(index + 2).lower) == ("to", "you")
    return word == "welcome" or (word == "wishes" and sentence.at(index - 1).lower in en.WISH_ADJECTIVES)


def _en_tagged(sentence: Sentence, index: int) -> bool:
    token = sentence.at(index)
    word, tag = token.lower, token.tag
    starts = sentence.starts_clause(index, en.LEADING)
    if word in en.PAST_ONLY:
        return sentence.at(index - 1).tag != "AT0"
    if starts and word in en.THIRD_PERSON_STARTS:
        return _en_third_starts(sentence, index)
    if tag == "VVD":
        return en_past(sentence, index)
    if starts or sentence.at(index - 1).tag in {"AJ0", "AT0", "DPS"}:
        return False
    if tag == "VVB" and word in en.NOUN_LIKE and sentence.at(index - 1).lower in en.PLURAL_MODIFIERS:
        return sentence.at(index + 1).lower in en.OBJECT_STARTS
    if tag == "VVZ":
        return not _en_is_plural_noun(sentence, index)
    if word in en.ADJECTIVES_TOO and sentence.ends_after(index) and sentence.at(index - 1).tag.startswith("AV"):
        return False
    return tag == "VVB" and _en_agrees(sentence, index)


def _en_third_starts(sentence: Sentence, index: int) -> bool:
    """Whether "looks", "works" or the like at the start has an elided subject."""
    word, after = sentence.at(index).lower, sentence.at(index + 1)
    if sentence.ends_after(index):
        return word in en.STANDALONE_THIRD
    if word == "costs":
        return after.lower in en.AFTER_COSTS or after.tag in {"CRD", "AT0", "PNP"}
    if after.lower in en.GOOD:
        return True
    if word in en.VERBAL_STARTS_ONLY and (after.tag == "NN1" or (word, after.lower) == ("sounds", "from")):
        return False
    return after.lower not in {"and", "or", "of"}


def _en_is_plural_noun(sentence: Sentence, index: int) -> bool:
    """Whether a form in -s belongs to a title or a compound ("Risk Controls Manager", "office moves")."""
    token, before, after = sentence.at(index), sentence.at(index - 1), sentence.at(index + 1)
    words = [word for word in sentence.tokens if word.is_word]
    if before.lower in en.QUANTIFIERS:
        return True
    first = sentence.clause_before(index)[0]
    if (first.tag == "CRD" or first.lower in en.QUANTIFIERS) and before.tag == "NN1":
        return token.lower in en.NOUN_THIRDS
    if before.lower in en.MONTHS_AND_DAYS and token.lower in en.NOUN_THIRDS:
        return True
    if len(words) == 2 and all(word.text[0].isupper() for word in words) and not sentence.shouted:
        return not after.is_word and after.text not in {".", "!"}
    if token.lower not in en.NOUN_THIRDS:
        return False
    if sentence.titled and token.text[0].isupper() and not sentence.shouted:
        return after.tag[:2] == "NN" and len(words) <= 4
    return len(words) == 2 and before.tag[:2] == "NN"


def _en_agrees(sentence: Sentence, index: int) -> bool:
    """Whether a base form has something before it that can be its subject."""
    if sentence.before(index, "AV").lower in en.NO_SUBJECT_AGREEMENT | {"to"}:
        return False
    if sentence.at(index - 1).lower == "no":
        return False
    return any(token.tag[:2] in {"NN", "NP", "PN", "DT", "EX", "CR"} for token in sentence.clause_before(index))
