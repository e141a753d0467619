"""Finite verbs and imperatives in English sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from msglint.analysis import verbs_en as en
from msglint.analysis.sentence import END, Sentence
from msglint.analysis.tagger import Token


def en_certain(sentence: Sentence, index: int) -> bool:
    """Whether the token at `index` is finite by its form and neighbours alone; needs no tags."""
    token = sentence.at(index)
    word = token.lower
    if word in en.CERTAIN:
        return not (token.text.isupper() and sentence.at(index + 1).text[:1].isdigit())
    rule = _EN_CERTAIN_RULES.get(word)
    return rule(sentence, index) if rule else False


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
    if any(rule(sentence, index) for rule in (_en_after_subject, _en_after_plural, _en_name_acts)):
        return True
    if _en_is_name(sentence, index):
        return False
    if _en_imperative(sentence, index):
        return True
    if word.endswith("ed") or word in en.IRREGULAR_BOTH:
        return _en_past(sentence, index)
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
    if after.tag in {"AT0", "XX0", "VVG", "AV0", "PRP", "DPS", "PNP", "EX0", "TO0"} or after.lower in {
        "all",
        "kind",
    }:
        return True
    return (
        after.tag in {"AJ0", "VVN", "VVD", "AJC"}
        and sentence.at(index + 2).tag[:2] != "NN"
        and index == 0
        and (sentence.at(index + 2).lower not in {"and", "or"})
    )


def _en_ill(sentence: Sentence, index: int) -> bool:
    return sentence.at(index + 1).lower in en.BASE_VERBS | {"also", "just", "probably"}


def _en_be(sentence: Sentence, index: int) -> bool:
    return sentence.starts_clause(index, en.LEADING) and not sentence.ends_after(index)


_EN_SPECIAL: Final[Mapping[str, Callable[[Sentence, int], bool]]] = {
    "its": _en_its,
    "ill": _en_ill,
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


def _en_imperative(sentence: Sentence, index: int) -> bool:
    word = sentence.at(index).lower
    before, after = sentence.at(index - 1), sentence.at(index + 1)
    polite = before.lower in en.POLITE_WORDS
    if word not in en.BASE_VERBS:
        noun = after.tag in {"NN1", "NN2"} and index == 0 and not sentence.titled
        asks = noun or polite or (_en_takes_object(after) and sentence.starts_clause(index, en.LEADING))
        return asks and sentence.at(index).tag in {"VVB", "VVI"}
    if before.lower in {"attached", "enclosed"} and word == "find":
        return True
    if before.lower == "better" and index == 1:
        return word not in en.NOUN_LIKE or after.tag.startswith("AV") or _en_takes_object(after)
    if not polite and not sentence.starts_clause(index, en.LEADING):
        return False
    if sentence.question and word in en.STATIVES:
        return False
    return polite or _en_opens_with_verb(sentence, index)


def _en_opens_with_verb(sentence: Sentence, index: int) -> bool:
    """Whether a base form at the clause's start is an imperative, not a noun, an adjective or a participle."""
    word, after = sentence.at(index).lower, sentence.at(index + 1)
    if _en_is_participle_start(sentence, index) or (word in en.ADJECTIVES_TOO and after.tag[:2] == "NN"):
        return False
    if word not in en.NOUN_LIKE or _en_bare_object(sentence, index) or _en_call_for(sentence, index):
        return True
    if sentence.at(index - 1).lower == "never" or after.lower in en.POLITE_WORDS or after.tag == "AVP":
        return True
    if word in en.PHASE_VERBS and after.lower.endswith("ing"):
        return True
    if word in en.REACHING_VERBS and after.text[:1].isupper() and not sentence.titled:
        return True
    verb = sentence.at(index).tag in {"VVB", "VVI"}
    return _en_takes_object(after) or (verb and _en_verbal_context(word, after))


def _en_is_participle_start(sentence: Sentence, index: int) -> bool:
    """Whether "put", "set" or "cut" opens a fragment ("Put off until Monday", "Set in stone")."""
    if sentence.at(index).lower not in en.PARTICIPLE_STARTS:
        return False
    rest = [token.lower for token in sentence.tokens[index + 1 : index + 3]]
    if rest[:1] in (["simply"], ["differently"], ["menu"], ["option"], ["options"]):
        return True
    return rest[:2] in (["in", "stone"], ["in", "half"]) or rest[1:] in (["until"], ["by"])


def _en_bare_object(sentence: Sentence, index: int) -> bool:
    """Whether a word that is noun and verb has the noun after it as its object ("Check email")."""
    word, after, third = sentence.at(index).lower, sentence.at(index + 1), sentence.at(index + 2)
    if word not in en.BARE_OBJECT or after.tag[:2] not in {"NN", "NP"} or not after.text[0].isalpha():
        return False
    if word == "google" and sentence.at(index).text[0].isupper():
        return False
    named = sum(token.text[0].isupper() for token in sentence.tokens if token.is_word)
    if named > 2 and sentence.titled and not sentence.shouted:
        return False
    if third.tag in {"VVN", "VVD", "VVZ", "VVG", "AJ0"} or third.lower in en.COMPOUND_HEADS:
        return False
    if after.lower in en.PLAIN_OBJECTS.get(word, ()):
        return True
    if word in en.PLURAL_OBJECT and after.tag == "NN1" and not after.text[0].isupper():
        return False
    return after.lower not in en.COMPOUND_HEADS and not after.lower.endswith(("ed", "ing"))


def _en_call_for(sentence: Sentence, index: int) -> bool:
    """Whether "call for" asks for something the reader gets ("Call for a catalog")."""
    words = [token.lower for token in sentence.tokens[index : index + 3]]
    return words[:2] == ["call", "for"] and words[2:] != [] and words[2] in en.CALL_WORDS


def _en_takes_object(after: Token) -> bool:
    return after.lower in en.OBJECTS or after.tag in {"AT0", "DPS", "PNP", "DT0", "PNX"}


def _en_verbal_context(word: str, after: Token) -> bool:
    if after.lower in en.NOUN_PREPOSITIONS:
        return word in en.PREPOSITIONAL_VERBS
    if after.lower == "with" and word in en.REACHING_VERBS:
        return False
    if after.lower == "to" and word in en.NOUNS_WITH_TO:
        return False
    return after.lower not in {"of", "and", "or"} and after.tag[:2] not in {
        "NN",
        "EN",
        "VV",
        "VB",
        "ZZ",
        "CR",
    }


def _en_after_subject(sentence: Sentence, index: int) -> bool:
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


def _en_after_plural(sentence: Sentence, index: int) -> bool:
    """Whether a base form follows a plural subject ("Quality and service come first", "The kids sleep")."""
    token, subject = sentence.at(index), sentence.before(index, "AV")
    if not token.text[0].islower() or subject.tag not in {"NN1", "NN2"} or subject is END:
        return False
    left = [word for word in sentence.clause_before(index) if not word.tag.startswith("AV")]
    if any(word.lower in en.NO_SUBJECT_AGREEMENT | {"to", "have", "has"} for word in left):
        return False
    joined = len(left) == 3 and left[1].lower == "and" and left[0].tag.startswith("NN")
    if token.lower in en.BASE_PARTICIPLES and token.tag[:2] in {"VV", "AJ"}:
        inside = not sentence.ends_after(index) or token.lower in en.ACTS_AT_END
        return inside and (subject.tag == "NN2" or joined)
    if len(left) == 1 and subject.tag == "NN2" and token.lower in en.BARE_PLURAL_ACTS:
        return True
    opens = left[0].tag in {"AT0", "DPS", "CRD", "DT0"} and len(left) <= 3
    if not opens or subject.tag != "NN2" or subject.lower in en.PLURAL_MODIFIERS or left[0].lower == "no":
        return False
    base = token.lower in en.BASE_VERBS | en.PLURAL_ACTS
    return base and token.tag in {"NN1", "VVI", "VVB", "VVN"} and sentence.at(index + 1).tag[:2] != "NN"


def _en_name_acts(sentence: Sentence, index: int) -> bool:
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


def _en_past(sentence: Sentence, index: int) -> bool:
    token, after = sentence.at(index), sentence.at(index + 1)
    before = sentence.before(index, "AV")
    if after.lower == "by":
        return False
    if token.lower in en.ACTIVE_PAST and before.tag[:2] in {"NN", "NP", "VV"}:
        return True
    if token.tag[:2] not in {"VV", "AJ"}:
        return False
    if before.lower in en.ANY_SUBJECTS:
        return token.tag == "VVD" or before.lower not in en.DETERMINER_SUBJECTS
    if token.lower in en.COPULAR_PAST and after.tag[:2] in {"AJ", "AV"}:
        return True
    if _en_past_with_object(sentence, index) or _en_quantity_acts(sentence, index):
        return True
    if sentence.starts_clause(index, en.LEADING):
        return _en_takes_object(after) or _en_told(sentence, index)
    return _en_past_by_tags(sentence, index)


def _en_past_by_tags(sentence: Sentence, index: int) -> bool:
    """Whether the tags make a past form after a noun finite, not a participle."""
    after = sentence.at(index + 1)
    if sentence.at(index).tag != "VVD":
        return sentence.before(index, "AV").tag == "NP0" and after.tag in {"AT0", "AJ0", "DPS", "NN2"}
    if _en_has_full_subject(sentence, index):
        return True
    return after.lower not in en.TIME_WORDS and after.tag in {"AT0", "DPS", "PNP", "NN1", "NN2", "NP0"}


def _en_told(sentence: Sentence, index: int) -> bool:
    """Whether a past form at the start tells what the writer did ("Talked to Tom")."""
    word, after, third = sentence.at(index).lower, sentence.at(index + 1), sentence.at(index + 2)
    if word not in en.INTRANSITIVE_PAST or sentence.ends_after(index):
        return False
    if (word, after.lower) == ("left", "over"):
        return False
    # An appointment is moved to a date, a person to a place.
    return not (word == "moved" and (third.lower in en.TIME_WORDS or third.text[:1].isdigit()))


def _en_quantity_acts(sentence: Sentence, index: int) -> bool:
    """Whether a quantity is the subject ("Half of them left early")."""
    left = sentence.clause_before(index)
    return len(left) > 2 and left[0].lower in en.QUANTITY_STARTS and not sentence.ends_after(index)


def _en_past_with_object(sentence: Sentence, index: int) -> bool:
    """Whether a subject stands before the form in -ed and its object right after it."""
    token, after, before = sentence.at(index), sentence.at(index + 1), sentence.before(index, "AV")
    if not token.lower.endswith("ed") or token.tag not in {"VVN", "VVD"} or before is END:
        return False
    if before.tag not in {"NP0", "NN0", "NN1", "NN2", "AJS"} or sentence.starts_clause(index, en.LEADING):
        return False
    pronoun = after.tag in {"PNP", "DPS"} or (after.tag == "AT0" and after.lower in {"a", "an", "the"})
    if pronoun:
        return True
    named = before.text[0].isupper() and sentence.clause_before(index)[0].tag[:2] in {"NP", "NN"}
    object_follows = after.tag == "AJ0" and sentence.at(index + 2).tag[:2] == "NN"
    return named and object_follows and after.lower not in en.TIME_WORDS


def _en_has_full_subject(sentence: Sentence, index: int) -> bool:
    left = [token for token in sentence.clause_before(index) if not token.tag.startswith("AV")]
    if not left or left[-1].tag[:2] not in {"NN", "NP", "PN", "CR", "DT"}:
        return False
    if len(left) == 1:
        state = sentence.at(index).lower in en.STATE_PARTICIPLES
        return left[-1].tag == "NP0" and not (state and sentence.ends_after(index))
    return left[-1].tag == "NP0" or left[0].tag in {"AT0", "DPS", "DT0", "CRD", "NP0"}


def _en_tagged(sentence: Sentence, index: int) -> bool:
    token = sentence.at(index)
    word, tag = token.lower, token.tag
    starts = sentence.starts_clause(index, en.LEADING)
    if word in en.PAST_ONLY:
        return sentence.at(index - 1).tag != "AT0"
    if starts and word in en.THIRD_PERSON_STARTS:
        return _en_third_starts(sentence, index)
    if tag == "VVD":
        return _en_past(sentence, index)
    if starts or sentence.at(index - 1).tag in {"AJ0", "AT0", "DPS"}:
        return False
    if tag == "VVZ":
        return not _en_is_plural_noun(sentence, index)
    return tag == "VVB" and _en_agrees(sentence, index)


def _en_third_starts(sentence: Sentence, index: int) -> bool:
    """Whether "looks", "works" or the like at the start has an elided subject."""
    word, after = sentence.at(index).lower, sentence.at(index + 1)
    if sentence.ends_after(index):
        return word in en.STANDALONE_THIRD
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
