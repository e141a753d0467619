"""English forms that are finite because of the subject before them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msglint.analysis import verbs_en as en
from msglint.analysis.finite_en_words import is_person, may_be_verb, takes_object
from msglint.analysis.sentence import END, Sentence
from msglint.analysis.tagger import Token


def en_has_subject(sentence: Sentence, index: int) -> bool:
    """Whether the token at `index` is finite because of the subject before it."""
    return any(rule(sentence, index) for rule in _RULES)


def _after_subject(sentence: Sentence, index: int) -> bool:
    token = sentence.at(index)
    before = sentence.before(index, "AV")
    if before.lower in {"that", "which", "who"} and token.lower in en.RELATIVE_VERBS:
        return sentence.at(index - 2).tag[:2] == "NN"
    if before.lower in {"all", "both"}:
        before = sentence.at(index - 2)
    if before.lower not in en.SUBJECTS:
        return False
    if token.tag[:2] == "VV":
        return token.tag != "VVG"
    return token.tag[:2] == "NN" or token.lower in en.BASE_VERBS | en.IRREGULAR_BOTH


def _after_plural(sentence: Sentence, index: int) -> bool:
    """Whether a base form follows a plural subject ("Quality and service come first", "The kids sleep")."""
    token, subject = sentence.at(index), sentence.before(index, "AV")
    if not token.text[0].islower() or subject.tag not in {"NN1", "NN2", "NP0"} or subject is END:
        return False
    left = [word for word in sentence.clause_before(index) if not word.tag.startswith("AV")]
    if not left or any(word.lower in en.NO_SUBJECT_AGREEMENT | {"to", "have", "has"} for word in left):
        return False
    joined = len(left) == 3 and left[1].lower == "and" and left[0].tag.startswith("NN")
    if token.lower in en.BASE_PARTICIPLES and token.tag[:2] in {"VV", "AJ"}:
        inside = not sentence.ends_after(index) or token.lower in en.ACTS_AT_END
        return inside and (subject.tag == "NN2" or joined)
    if len(left) == 1 and subject.tag == "NN2" and token.lower in en.BARE_PLURAL_ACTS:
        return True
    if len(left) == 1 and subject.lower in en.PLURAL_AGENTS and token.lower not in en.COMPOUND_HEADS:
        return token.lower in en.BASE_VERBS and not sentence.ends_after(index)
    opens = left[0].tag in {"AT0", "DPS", "CRD", "DT0"} and len(left) <= 3
    if not opens or subject.tag != "NN2" or subject.lower in en.PLURAL_MODIFIERS or left[0].lower == "no":
        return False
    base = token.lower in en.BASE_VERBS | en.PLURAL_ACTS or may_be_verb(token.lower)
    if base and sentence.ends_after(index) and token.lower not in en.COMPOUND_HEADS:
        return True
    return base and token.tag in {"NN1", "VVI", "VVB", "VVN"} and sentence.at(index + 1).tag[:2] != "NN"


def _several_act(sentence: Sentence, index: int) -> bool:
    """Whether a number is the subject of a base form that ends the clause ("Six fit.")."""
    left = sentence.clause_before(index)
    if len(left) != 1 or left[0].tag != "CRD" or not left[0].text.isalpha() or not sentence.ends_after(index):
        return False
    return sentence.at(index).lower in en.BARE_PLURAL_ACTS | en.BASE_VERBS | {"fit", "remain", "suffice"}


def _third_acts(sentence: Sentence, index: int) -> bool:
    """Whether a third person that is a plural noun as well has a subject and stands as a verb ("Monday works")."""
    token, after = sentence.at(index), sentence.at(index + 1)
    left = [word for word in sentence.clause_before(index) if not word.tag.startswith("AV")]
    if not left or left[0].lower in en.QUANTIFIERS or not (_is_agent(left) or _is_singular(left)):
        return False
    if after.lower in en.OBJECT_STARTS and token.lower in en.NOUN_THIRDS | en.VERBAL_THIRDS:
        return True
    if token.lower not in en.VERBAL_THIRDS:
        return len(left) == 1 and token.lower in en.NOUN_THIRDS and is_person(left) and after.tag[:2] in {"NN", "NP"}
    marked = left[0].tag in {"AT0", "DPS"} or after.lower in en.AFTER_COSTS
    if not marked and (left[-1].lower, token.lower) in en.NOUN_COMPOUNDS:
        return False
    if sentence.ends_after(index):
        return token.lower in en.COMPLETE_THIRDS and not (sentence.titled and len(left) > 1 and not sentence.shouted)
    if after.tag[:2] == "NN" or (after.tag[:2] == "AJ" and sentence.at(index + 2).tag[:2] == "NN"):
        return left[0].tag in {"AT0", "DPS"} and token.lower in {"needs", "means"}
    return after.lower not in {"of", "and", "or"}


def _is_agent(left: Sequence[Token]) -> bool:
    return left[-1].lower in en.AGENTS or is_person(left)


def _is_singular(left: Sequence[Token]) -> bool:
    return left[-1].tag in _SINGULAR and not any(word.tag[:2] == "VV" for word in left[:-1])


def _leans_to_verb(sentence: Sentence, index: int) -> bool:
    """Whether a form in -s that the tagger takes for a plural is rather a verb ("The lamp flickers.")."""
    token, left = sentence.at(index), sentence.clause_before(index)
    if token.tag != "NN2" or not token.text.islower() or token.lower in en.NOUN_THIRDS or len(left) < 2:
        return False
    if left[0].tag not in {"AT0", "DPS", "DT0"} or left[-1].tag not in {"NN0", "NN1"} or len(left) > 3:
        return False
    from msglint.analysis.lexicon import lexicon

    words = lexicon("en")
    stems = (token.lower.removesuffix("s"), token.lower.removesuffix("es"), f"{token.lower.removesuffix('ies')}y")
    return any(words.has_tag(stem, ("VVB", "VVI")) and not words.has_tag(stem, "NN2") for stem in stems) and (
        token.lower not in en.COMPOUND_HEADS and not words.has_tag(token.lower, "NN2")
    )


def _agent_acts(sentence: Sentence, index: int) -> bool:
    """Whether somebody stands before a past form that says what one does oneself ("The fitter finished at noon")."""
    token, after = sentence.at(index), sentence.at(index + 1)
    if token.lower not in en.IRREGULAR_BOTH and not token.lower.endswith("ed"):
        return False
    left = [word for word in sentence.clause_before(index) if not word.tag.startswith("AV")]
    if not left or after.lower == "by" or (token.text[0].isupper() and not sentence.shouted):
        return False
    if token.lower in en.DONE_TO_PEOPLE and not takes_object(after):
        return False
    if left[-1].lower in en.AGENTS:
        if token.lower in en.ORDERED and sentence.ends_after(index):
            return False
        return len(left) == 1 or left[0].tag in {"AT0", "DPS", "DT0", "CRD", "NP0", "NN1"}
    return (len(left) <= 2 or any(word.lower == "and" for word in left)) and is_person(left)


def _name_acts(sentence: Sentence, index: int) -> bool:
    """Whether a name is followed by a third person that is a plural noun as well ("Winston smiles.")."""
    token, left = sentence.at(index), sentence.clause_before(index)
    if token.lower in en.NOUN_THIRDS and sentence.at(index + 1).lower in en.SPEECH_FOLLOWERS:
        return len(left) == 2 and left[0].tag in {"AT0", "DPS"} and left[1].tag == "NN1"
    if len(left) == 1 and left[0].tag == "VVG" and token.lower in en.GERUND_ACTS:
        return True
    if len(left) != 1 or left[0].tag != "NP0" or left[0].lower in en.MONTHS_AND_DAYS:
        return False
    if token.lower not in en.NOUN_THIRDS or not token.text[0].islower() or left[0].text.isupper():
        return False
    return sentence.at(index + 1).text in {".", "!"}


_SINGULAR: Final = frozenset({"NN0", "NN1", "NP0", "DT0", "CRD", "PNI", "VVG"})
_RULES: Final = (
    _after_subject,
    _after_plural,
    _name_acts,
    _third_acts,
    _several_act,
    _leans_to_verb,
    _agent_acts,
)
