"""English imperatives: base forms at the start of a clause, most of which are nouns as well."""

from __future__ import annotations

from typing import Final

from msglint.analysis import verbs_en as en
from msglint.analysis.finite_en_words import is_person, may_be_verb, takes_object
from msglint.analysis.sentence import END, Sentence


def en_imperative(sentence: Sentence, index: int) -> bool:
    """Whether the token at `index` is an imperative."""
    word = sentence.at(index).lower
    before, after = sentence.at(index - 1), sentence.at(index + 1)
    polite = before.lower in en.POLITE_WORDS or (before.text == "," and sentence.at(index - 2).lower in en.POLITE_WORDS)
    if polite and sentence.ends_after(index) and sentence.at(index).tag[:2] in {"NN", "VV"}:
        return sentence.at(index - 2) is END
    if word not in en.BASE_VERBS:
        noun = after.tag in {"NN1", "NN2"} and index == 0 and not sentence.titled
        opens = sentence.starts_clause(index, en.LEADING)
        particle = after.tag == "AVP" and after.lower != "back" and (after.text.islower() or sentence.shouted)
        asks = noun or polite or (opens and (takes_object(after) or particle))
        return (asks and sentence.at(index).tag in {"VVB", "VVI"}) or (opens and _unlisted(sentence, index))
    if before.lower in {"attached", "enclosed"} and word == "find":
        return True
    if before.lower == "better" and index == 1:
        return word not in en.NOUN_LIKE or after.tag.startswith("AV") or takes_object(after)
    if not polite and not sentence.starts_clause(index, en.LEADING):
        return False
    if sentence.question and word in en.STATIVES:
        return False
    return polite or _opens_with_verb(sentence, index)


def _unlisted(sentence: Sentence, index: int) -> bool:
    """Whether a word that may be a verb by the dictionary stands before what cannot follow a noun."""
    word, after, third = (sentence.at(index + step).lower for step in range(3))
    first = sentence.at(index - 1) is END or not sentence.at(index - 1).is_word
    if not first or after not in en.OBJECT_STARTS or third in en.NOT_ASKING or word in en.TIME_WORDS:
        return False
    return may_be_verb(word)


def _opens_with_verb(sentence: Sentence, index: int) -> bool:
    """Whether a base form at the clause's start is an imperative, not a noun, an adjective or a participle."""
    word, after = sentence.at(index).lower, sentence.at(index + 1)
    if _is_participle_start(sentence, index) or (word in en.ADJECTIVES_TOO and after.tag[:2] == "NN"):
        return False
    if word not in en.NOUN_LIKE or any(speaks(sentence, index) for speaks in _SPEAK_FOR_VERB):
        return True
    verb = sentence.at(index).tag in {"VVB", "VVI"}
    return takes_object(after) or (verb and _verbal_context(sentence, index))


def _is_urged(sentence: Sentence, index: int) -> bool:
    """Whether a word beside it shows that something is asked for ("Just ring!", "Sign here", "Check in")."""
    before, after = sentence.at(index - 1).lower, sentence.at(index + 1)
    if before == "never" or after.lower in en.POLITE_WORDS | en.IMPERATIVE_ADVERBS or after.tag == "AVP":
        return True
    if before in {"just", "simply"} and sentence.ends_after(index):
        return True
    return after.lower in en.IMPERATIVE_ENDS and sentence.ends_after(index + 1)


def _has_its_preposition(sentence: Sentence, index: int) -> bool:
    """Whether what follows goes with the verb only ("Reply to all", "Stop calling", "Start without me")."""
    word, after, third = sentence.at(index).lower, sentence.at(index + 1).lower, sentence.at(index + 2)
    if (word, after) in en.VERB_PAIRS or (after == "without" and third.tag in {"PNP", "VVG"}):
        return True
    if word == "reply" and not sentence.question:
        return after == "by" or (after == "to" and takes_object(third))
    return word in en.PHASE_VERBS and after.endswith("ing")


def _reaches_somebody(sentence: Sentence, index: int) -> bool:
    """Whether a name after it is the object ("Email Tom")."""
    word, after = sentence.at(index).lower, sentence.at(index + 1)
    if word in en.REACHING_VERBS and after.text[:1].isupper() and not sentence.titled:
        return True
    named = word in en.REACHING_VERBS | en.BARE_OBJECT and after.tag == "NP0" and is_person((after,))
    return named and sentence.at(index + 2).tag[:2] != "NN"


def _is_participle_start(sentence: Sentence, index: int) -> bool:
    """Whether "put", "set" or "cut" opens a fragment ("Put off until Monday", "Set in stone")."""
    if sentence.at(index).lower not in en.PARTICIPLE_STARTS:
        return False
    rest = [token.lower for token in sentence.tokens[index + 1 : index + 3]]
    if rest[:1] in (["simply"], ["differently"], ["menu"], ["option"], ["options"]):
        return True
    return rest[:2] in (["in", "stone"], ["in", "half"]) or rest[1:] in (["until"], ["by"])


def _bare_object(sentence: Sentence, index: int) -> bool:
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


def _is_pair(sentence: Sentence, index: int) -> bool:
    """Whether two errands are joined ("Sign and return")."""
    words = [token.lower for token in sentence.tokens[index : index + 3]]
    return len(words) == 3 and words[1] in {"and", "&"} and {words[0], words[2]} <= en.ERRANDS


def _counts_out(sentence: Sentence, index: int) -> bool:
    """Whether a number of things follows ("Print two copies", "Order twenty"), not a number of its own ("Order 12")."""
    after, third = sentence.at(index + 1), sentence.at(index + 2)
    if sentence.at(index).lower not in en.BARE_OBJECT or after.tag != "CRD":
        return False
    return after.text.isalpha() or third.tag == "NN2"


def _call_for(sentence: Sentence, index: int) -> bool:
    """Whether "call for" asks for something the reader gets ("Call for a catalog")."""
    words = [token.lower for token in sentence.tokens[index : index + 3]]
    return words[:2] == ["call", "for"] and words[2:] != [] and words[2] in en.CALL_WORDS


def _verbal_context(sentence: Sentence, index: int) -> bool:
    """Whether a word tagged as a verb is one by what follows it."""
    word, after = sentence.at(index).lower, sentence.at(index + 1)
    if after.lower in en.NOUN_ONLY_PREPOSITIONS or (after.lower in en.TIME_WORDS and word not in en.MAY_STAND_ALONE):
        return False
    if after.lower in en.NOUN_PREPOSITIONS:
        return word in en.PREPOSITIONAL_VERBS and after.lower != "from"
    if after.lower == "with" and word in en.REACHING_VERBS:
        return False
    if after.lower == "to" and word in en.NOUNS_WITH_TO:
        return False
    return after.lower not in {"of", "and", "or"} | en.DEGREES and after.tag[:2] not in {
        "NN",
        "EN",
        "VV",
        "VB",
        "ZZ",
        "CR",
    }


_SPEAK_FOR_VERB: Final = (
    _bare_object,
    _call_for,
    _is_urged,
    _is_pair,
    _counts_out,
    _has_its_preposition,
    _reaches_somebody,
)
