"""English past forms, most of which are participles as well."""

from __future__ import annotations

from msglint.analysis import verbs_en as en
from msglint.analysis.finite_en_words import takes_object
from msglint.analysis.sentence import END, Sentence


def en_past(sentence: Sentence, index: int) -> bool:
    """Whether the past form at `index` is no participle."""
    token, after = sentence.at(index), sentence.at(index + 1)
    before = sentence.before(index, "AV")
    if after.lower == "by" or (token.lower in en.DONE_TO_PEOPLE and before.tag == "PNI" and sentence.ends_after(index)):
        return False
    if token.lower in en.ACTIVE_PAST and before.tag[:2] in {"NN", "NP", "VV", "DT"}:
        return True
    if before.lower in en.THINGS and sentence.ends_after(index):
        return token.lower in en.ACTIVE_PAST | en.INTRANSITIVE_PAST | en.CHANGED
    if token.tag[:2] not in {"VV", "AJ"}:
        return False
    if before.lower in en.ANY_SUBJECTS:
        return token.tag == "VVD" or before.lower not in en.DETERMINER_SUBJECTS
    if any(speaks(sentence, index) for speaks in (_changes, _past_with_object, _quantity_acts)):
        return True
    if sentence.starts_clause(index, en.LEADING):
        return takes_object(after) or _told(sentence, index)
    return _past_by_tags(sentence, index)


def _changes(sentence: Sentence, index: int) -> bool:
    """Whether the form tells how something is, or how it changes ("Sales dropped again")."""
    word, before, after = sentence.at(index).lower, sentence.before(index, "AV"), sentence.at(index + 1)
    if word in en.COPULAR_PAST and after.tag[:2] in {"AJ", "AV"}:
        return True
    return word in en.MEASURED_PAST and before.tag[:2] == "NN" and after.tag[:2] in {"AV", "PR"}


def _past_by_tags(sentence: Sentence, index: int) -> bool:
    """Whether the tags make a past form after a noun finite, not a participle."""
    after = sentence.at(index + 1)
    if not after.is_word and after is not END and not _has_full_subject(sentence, index):
        return False
    if sentence.at(index).tag != "VVD":
        return sentence.before(index, "AV").tag == "NP0" and after.tag in {"AT0", "AJ0", "DPS", "NN2"}
    if _has_full_subject(sentence, index):
        return True
    return after.lower not in en.TIME_WORDS and after.tag in {"AT0", "DPS", "PNP", "NN1", "NN2", "NP0", "CRD"}


def _told(sentence: Sentence, index: int) -> bool:
    """Whether a past form at the start tells what the writer did ("Talked to Tom")."""
    word, after, third = sentence.at(index).lower, sentence.at(index + 1), sentence.at(index + 2)
    if word in en.TOLD_SOMEBODY and after.tag == "NP0" and after.lower not in en.MONTHS_AND_DAYS:
        return not sentence.titled or sum(token.is_word for token in sentence.tokens) <= 3
    if word in en.SOLD_TWO and after.tag == "CRD":
        return third.lower not in en.TIME_UNITS
    if word not in en.INTRANSITIVE_PAST or sentence.ends_after(index):
        return False
    if word == "left" and after.lower in {"over", "out", "open", "behind"}:
        return False
    # An appointment is moved to a date, a person to a place.
    return not (word == "moved" and (third.lower in en.TIME_WORDS or third.text[:1].isdigit()))


def _quantity_acts(sentence: Sentence, index: int) -> bool:
    """Whether a quantity is the subject ("Half of them left early")."""
    left = sentence.clause_before(index)
    return len(left) > 2 and left[0].lower in en.QUANTITY_STARTS and not sentence.ends_after(index)


def _past_with_object(sentence: Sentence, index: int) -> bool:
    """Whether a subject stands before the form in -ed and its object right after it."""
    token, after, before = sentence.at(index), sentence.at(index + 1), sentence.before(index, "AV")
    if after.tag == "AVP":
        after = sentence.at(index + 2)
    past = token.lower.endswith("ed") or token.lower in en.IRREGULAR_BOTH
    if not past or token.tag not in {"VVN", "VVD"} or before is END:
        return False
    if before.tag not in {"NP0", "NN0", "NN1", "NN2", "AJS"} or sentence.starts_clause(index, en.LEADING):
        return False
    pronoun = after.tag in {"PNP", "DPS"} or (after.tag == "AT0" and after.lower in {"a", "an", "the"})
    if pronoun:
        return True
    named = before.text[0].isupper() and sentence.clause_before(index)[0].tag[:2] in {"NP", "NN"}
    object_follows = after.tag == "AJ0" and sentence.at(index + 2).tag[:2] == "NN"
    return named and object_follows and after.lower not in en.TIME_WORDS


def _has_full_subject(sentence: Sentence, index: int) -> bool:
    left = [token for token in sentence.clause_before(index) if not token.tag.startswith("AV")]
    if not left or left[-1].tag[:2] not in {"NN", "NP", "PN", "CR", "DT"}:
        return False
    if len(left) == 1:
        state = sentence.at(index).lower in en.STATE_PARTICIPLES
        return left[-1].tag == "NP0" and not (state and sentence.ends_after(index))
    return left[-1].tag == "NP0" or left[0].tag in {"AT0", "DPS", "DT0", "CRD", "NP0"}
