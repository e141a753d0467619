"""Tells whether a short text contains a finite verb: a conjugated form or an imperative.

The rules read forms, tags and neighbours, not meanings. So these are known to be answered wrongly:

- German: a plan and a statement that look alike ("Die Eltern bezahlen", "Leute kennenlernen"), a participle
  that is the third person as well before a preposition ("Der Wagen repariert in zwei Tagen"), and a strong
  participle tagged as a finite form ("Lieferschein unterschrieben zurück").
- English: a noun and a plural-looking verb without a mark after them ("Europe votes", "Money talks"),
  a verb before a noun where both readings are common ("Clean kitchen", "Open windows", "Move to Denver",
  "Read receipt"), "First come, first served", and names that are past forms ("Drew Woods, Controls").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from msglint.analysis import verbs_de as de
from msglint.analysis import verbs_en as en
from msglint.analysis.tagger import Tagger, Token, split_sentences, tokenise

_TITLE_SHARE: Final = 0.6
_END: Final = Token("", 0, 0, "END")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A tagged sentence with what the rules keep asking for."""

    tokens: tuple[Token, ...]
    question: bool
    shouted: bool
    titled: bool

    def at(self, index: int) -> Token:
        """The token at `index`, or an empty token tagged "END" outside the sentence."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else _END

    def starts_clause(self, index: int, leading: frozenset[str]) -> bool:
        """Whether only marks, numbers and `leading` words stand between `index` and its clause's start."""
        return all(
            token.lower in leading or (leading is en.LEADING and token.lower.endswith("ly"))
            for token in self.clause_before(index)
        )

    def before(self, index: int, skip: str) -> Token:
        """The nearest token before `index` whose tag does not start with `skip`."""
        index -= 1
        while self.at(index).tag.startswith(skip):
            index -= 1
        return self.at(index)

    def clause_before(self, index: int) -> tuple[Token, ...]:
        """The tokens between the clause's start and `index`."""
        start = index
        while start > 0 and self.tokens[start - 1].is_word and not self._is_list_number(start - 1):
            start -= 1
        return self.tokens[start:index]

    def _is_list_number(self, index: int) -> bool:
        return index == 0 and self.tokens[0].text.rstrip(".").isdigit()

    def ends_after(self, index: int) -> bool:
        """Whether the clause ends right after `index`."""
        following = self.at(index + 1)
        return following is _END or not following.is_word


def has_finite_verb(text: str, language: str, tagger: Tagger) -> bool:
    """Whether `text` ("de" or "en" as `language`) contains a finite verb or an imperative.

    The `tagger` is asked only when no form of a closed class decides.
    """
    certain = _CERTAIN[language]
    for sentence in _sentences(text, tokenise(text, language)):
        if any(certain(sentence, index) for index in range(len(sentence.tokens))):
            return True
    return bool(finite_verbs(text, language, tagger))


def finite_verbs(text: str, language: str, tagger: Tagger) -> tuple[Token, ...]:
    """Return the finite verbs and imperatives of `text`, in order; `language` is "de" or "en"."""
    certain, likely = _CERTAIN[language], _LIKELY[language]
    return tuple(
        token
        for sentence in _sentences(text, tagger.tag(text))
        for index, token in enumerate(sentence.tokens)
        if certain(sentence, index) or likely(sentence, index)
    )


def _sentences(text: str, tokens: Sequence[Token]) -> tuple[_Sentence, ...]:
    return tuple(_sentence(group) for group in split_sentences(text, tokens))


def _sentence(tokens: tuple[Token, ...]) -> _Sentence:
    words = [token.text for token in tokens if token.text[0].isalpha()]
    return _Sentence(
        tokens,
        question=tokens[-1].text.endswith("?"),
        shouted=len(words) > 1 and all(word.isupper() for word in words),
        titled=sum(word[0].isupper() for word in words) > _TITLE_SHARE * len(words),
    )


# ---------------------------------------------------------------- English


def _en_certain(sentence: _Sentence, index: int) -> bool:
    token = sentence.at(index)
    word = token.lower
    if word in en.CERTAIN:
        return not (token.text.isupper() and sentence.at(index + 1).text[:1].isdigit())
    rule = _EN_CERTAIN_RULES.get(word)
    return rule(sentence, index) if rule else False


def _en_modal(sentence: _Sentence, index: int) -> bool:
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
    return not named and not (after is _END and before is _END)


def _en_base_auxiliary(sentence: _Sentence, index: int) -> bool:
    # The tags may be missing here, so an adverb after "to" is not known as one.
    near = {sentence.at(index - 1).lower, sentence.at(index - 2).lower}
    if "to" in near or sentence.at(index - 1).lower in en.NO_SUBJECT_AGREEMENT | {"not"}:
        return False
    opens = index == 0 and sentence.at(index).lower == "have" and sentence.at(1).lower not in en.ANY_SUBJECTS
    return not (opens and sentence.question)


def _en_am(sentence: _Sentence, index: int) -> bool:
    before, after = sentence.at(index - 1), sentence.at(index + 1)
    if before.lower in {"i", "u"} or after.lower in {"i", "not"}:
        return True
    return before is _END and after is not _END


def _en_clitic_s(sentence: _Sentence, index: int) -> bool:
    return sentence.at(index - 1).lower in en.CONTRACTION_HOSTS


def _en_r(sentence: _Sentence, index: int) -> bool:
    return any(sentence.at(near).lower in {"u", "you", "we", "they"} for near in (index - 1, index + 1))


def _en_your(sentence: _Sentence, index: int) -> bool:
    """Whether "your" stands for "you're"."""
    return sentence.at(index + 1).lower in {"a", "an", "the", "welcome", "not", "so", "too"}


def _en_let(sentence: _Sentence, index: int) -> bool:
    return sentence.at(index + 1).lower in en.OBJECTS | {"'s"}


_EN_CERTAIN_RULES: Final[Mapping[str, Callable[[_Sentence, int], bool]]] = {
    **dict.fromkeys(en.MODALS, _en_modal),
    **dict.fromkeys(en.BASE_AUXILIARIES, _en_base_auxiliary),
    "am": _en_am,
    "'s": _en_clitic_s,
    "let": _en_let,
    "r": _en_r,
    "your": _en_your,
}


def _en_likely(sentence: _Sentence, index: int) -> bool:
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


def _en_is_name(sentence: _Sentence, index: int) -> bool:
    capital = sentence.at(index).text[0].isupper() and not sentence.titled
    return capital and not sentence.starts_clause(index, en.LEADING)


def _en_is_full_name(sentence: _Sentence, index: int) -> bool:
    """Whether the sentence is a name and nothing else ("Mark Rose")."""
    words = sentence.tokens
    if len(words) != 2 or index != 1 or sentence.shouted:
        return False
    return words[0].tag == "NP0" and all(word.text[0].isupper() for word in words)


def _en_is_not_possessive(sentence: _Sentence, index: int) -> bool:
    after = sentence.at(index + 1)
    return after.tag[:2] in {"AT", "AV", "XX", "VV", "PR", "DP"} or (
        after.tag[:2] == "AJ" and sentence.ends_after(index + 1)
    )


def _en_its(sentence: _Sentence, index: int) -> bool:
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


def _en_ill(sentence: _Sentence, index: int) -> bool:
    return sentence.at(index + 1).lower in en.BASE_VERBS | {"also", "just", "probably"}


def _en_be(sentence: _Sentence, index: int) -> bool:
    return sentence.starts_clause(index, en.LEADING) and not sentence.ends_after(index)


_EN_SPECIAL: Final[Mapping[str, Callable[[_Sentence, int], bool]]] = {
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


def _en_is_set_phrase(sentence: _Sentence, index: int) -> bool:
    word, after = sentence.at(index).lower, sentence.at(index + 1).lower
    if word in {"see", "talk", "speak", "c"} and sentence.starts_clause(index, en.LEADING):
        return after in {"you", "ya", "u", "soon"} or (after, sentence.at(index + 2).lower) == ("to", "you")
    return word == "welcome" or (word == "wishes" and sentence.at(index - 1).lower in en.WISH_ADJECTIVES)


def _en_imperative(sentence: _Sentence, index: int) -> bool:
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


def _en_opens_with_verb(sentence: _Sentence, index: int) -> bool:
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


def _en_is_participle_start(sentence: _Sentence, index: int) -> bool:
    """Whether "put", "set" or "cut" opens a fragment ("Put off until Monday", "Set in stone")."""
    if sentence.at(index).lower not in en.PARTICIPLE_STARTS:
        return False
    rest = [token.lower for token in sentence.tokens[index + 1 : index + 3]]
    if rest[:1] in (["simply"], ["differently"], ["menu"], ["option"], ["options"]):
        return True
    return rest[:2] in (["in", "stone"], ["in", "half"]) or rest[1:] in (["until"], ["by"])


def _en_bare_object(sentence: _Sentence, index: int) -> bool:
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


def _en_call_for(sentence: _Sentence, index: int) -> bool:
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


def _en_after_subject(sentence: _Sentence, index: int) -> bool:
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


def _en_after_plural(sentence: _Sentence, index: int) -> bool:
    """Whether a base form follows a plural subject ("Quality and service come first", "The kids sleep")."""
    token, subject = sentence.at(index), sentence.before(index, "AV")
    if not token.text[0].islower() or subject.tag not in {"NN1", "NN2"} or subject is _END:
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


def _en_name_acts(sentence: _Sentence, index: int) -> bool:
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


def _en_past(sentence: _Sentence, index: int) -> bool:
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


def _en_past_by_tags(sentence: _Sentence, index: int) -> bool:
    """Whether the tags make a past form after a noun finite, not a participle."""
    after = sentence.at(index + 1)
    if sentence.at(index).tag != "VVD":
        return sentence.before(index, "AV").tag == "NP0" and after.tag in {"AT0", "AJ0", "DPS", "NN2"}
    if _en_has_full_subject(sentence, index):
        return True
    return after.lower not in en.TIME_WORDS and after.tag in {"AT0", "DPS", "PNP", "NN1", "NN2", "NP0"}


def _en_told(sentence: _Sentence, index: int) -> bool:
    """Whether a past form at the start tells what the writer did ("Talked to Tom")."""
    word, after, third = sentence.at(index).lower, sentence.at(index + 1), sentence.at(index + 2)
    if word not in en.INTRANSITIVE_PAST or sentence.ends_after(index):
        return False
    if (word, after.lower) == ("left", "over"):
        return False
    # An appointment is moved to a date, a person to a place.
    return not (word == "moved" and (third.lower in en.TIME_WORDS or third.text[:1].isdigit()))


def _en_quantity_acts(sentence: _Sentence, index: int) -> bool:
    """Whether a quantity is the subject ("Half of them left early")."""
    left = sentence.clause_before(index)
    return len(left) > 2 and left[0].lower in en.QUANTITY_STARTS and not sentence.ends_after(index)


def _en_past_with_object(sentence: _Sentence, index: int) -> bool:
    """Whether a subject stands before the form in -ed and its object right after it."""
    token, after, before = sentence.at(index), sentence.at(index + 1), sentence.before(index, "AV")
    if not token.lower.endswith("ed") or token.tag not in {"VVN", "VVD"} or before is _END:
        return False
    if before.tag not in {"NP0", "NN0", "NN1", "NN2", "AJS"} or sentence.starts_clause(index, en.LEADING):
        return False
    pronoun = after.tag in {"PNP", "DPS"} or (after.tag == "AT0" and after.lower in {"a", "an", "the"})
    if pronoun:
        return True
    named = before.text[0].isupper() and sentence.clause_before(index)[0].tag[:2] in {"NP", "NN"}
    object_follows = after.tag == "AJ0" and sentence.at(index + 2).tag[:2] == "NN"
    return named and object_follows and after.lower not in en.TIME_WORDS


def _en_has_full_subject(sentence: _Sentence, index: int) -> bool:
    left = [token for token in sentence.clause_before(index) if not token.tag.startswith("AV")]
    if not left or left[-1].tag[:2] not in {"NN", "NP", "PN", "CR", "DT"}:
        return False
    if len(left) == 1:
        state = sentence.at(index).lower in en.STATE_PARTICIPLES
        return left[-1].tag == "NP0" and not (state and sentence.ends_after(index))
    return left[-1].tag == "NP0" or left[0].tag in {"AT0", "DPS", "DT0", "CRD", "NP0"}


def _en_tagged(sentence: _Sentence, index: int) -> bool:
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


def _en_third_starts(sentence: _Sentence, index: int) -> bool:
    """Whether "looks", "works" or the like at the start has an elided subject."""
    word, after = sentence.at(index).lower, sentence.at(index + 1)
    if sentence.ends_after(index):
        return word in en.STANDALONE_THIRD
    if word in en.VERBAL_STARTS_ONLY and (after.tag == "NN1" or (word, after.lower) == ("sounds", "from")):
        return False
    return after.lower not in {"and", "or", "of"}


def _en_is_plural_noun(sentence: _Sentence, index: int) -> bool:
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


def _en_agrees(sentence: _Sentence, index: int) -> bool:
    """Whether a base form has something before it that can be its subject."""
    if sentence.before(index, "AV").lower in en.NO_SUBJECT_AGREEMENT | {"to"}:
        return False
    if sentence.at(index - 1).lower == "no":
        return False
    return any(token.tag[:2] in {"NN", "NP", "PN", "DT", "EX", "CR"} for token in sentence.clause_before(index))


# ---------------------------------------------------------------- German


def _de_certain(sentence: _Sentence, index: int) -> bool:
    token = sentence.at(index)
    word = token.lower
    if word in de.CERTAIN_LOWER:
        opens = token.text[0].islower() or sentence.starts_clause(index, frozenset())
        return (opens and word != "weiß") or _de_subject_beside(sentence, index)
    if word.endswith(("ts", "bs")) and word[:-1] in de.CERTAIN:
        return True
    return word in de.CERTAIN and not _de_is_noun_by_case(sentence, index)


def _de_is_noun_by_case(sentence: _Sentence, index: int) -> bool:
    token = sentence.at(index)
    if not token.text[0].isupper() or sentence.shouted:
        return False
    if not sentence.starts_clause(index, frozenset()):
        return True
    if token.lower not in de.CAPITAL_NOUNS or _de_subject_beside(sentence, index):
        return False
    after = sentence.at(index + 1).lower
    if after in de.VERBAL_PREFIXES and sentence.ends_after(index + 1):
        return token.lower not in {"macht", "haut"}
    return token.lower != "macht" or after not in de.VERBAL_FOLLOWERS


def _de_subject_beside(sentence: _Sentence, index: int) -> bool:
    return _de_is_subject(sentence.at(index - 1)) or _de_is_subject(sentence.at(index + 1))


def _de_is_subject(token: Token) -> bool:
    return token.lower in de.SUBJECT_PRONOUNS


def _de_likely(sentence: _Sentence, index: int) -> bool:
    token = sentence.at(index)
    word = token.lower
    if not token.text[0].isalpha() or word in de.CERTAIN or word in de.CERTAIN_LOWER - {"weiß"}:
        return False
    if word in de.NEVER:
        beside = {sentence.at(index - 1).lower, sentence.at(index + 1).lower}
        return word in {"danke", "bitte", "grüße", "meine", "liebe"} and "ich" in beside
    if _de_is_noun_by_case(sentence, index):
        return False
    if word in de.PLURAL_AUXILIARIES:
        finite = token.tag.endswith("(FIN)") or _de_plural_subject(sentence, index)
        return finite or _de_closes_subordinate(sentence, index)
    if _de_start_form(sentence, index) or _de_infinitive(sentence, index):
        return True
    decide = _de_plural_verb if _de_is_plural_form(token) else _de_tagged
    return decide(sentence, index) or _de_third_person(sentence, index)


def _de_plural_subject(sentence: _Sentence, index: int) -> bool:
    return any(sentence.at(near).lower in {"wir", "sie"} for near in (index - 1, index + 1))


def _de_start_form(sentence: _Sentence, index: int) -> bool:
    word = sentence.at(index).lower
    after = sentence.at(index + 1)
    if after.lower == "ich" or sentence.at(index - 1).lower == "ich":
        return word in de.FIRST_PERSON | de.IMPERATIVES
    if word not in de.FIRST_PERSON | de.IMPERATIVES or not sentence.starts_clause(index, de.LEADING):
        return False
    if word in de.NOUN_LIKE:
        # "der" after a noun is the article of a genitive: "Antwort der Bank".
        return after.lower in (de.OBJECT_PRONOUNS | de.IMPERATIVE_PARTICLES) - {"der"}
    return True


def _de_infinitive(sentence: _Sentence, index: int) -> bool:
    token = sentence.at(index)
    formal = sentence.at(index + 1).lower in {"sie", "wir"} and sentence.starts_clause(index, de.LEADING)
    if formal and token.lower.endswith(("en", "ern", "eln")):
        return True
    if not token.tag.startswith("VV(INF") and not (token.tag == "VV(FIN)" and token.lower.endswith("n")):
        return False
    if sentence.at(index - 1).lower == "zu":
        return False
    if _de_plural_subject(sentence, index) or _de_closes_subordinate(sentence, index):
        return True
    return any(other.lower in de.POLITE_WORDS for other in sentence.tokens)


def _de_closes_subordinate(sentence: _Sentence, index: int) -> bool:
    """Whether `index` ends a subordinate clause, where the plural form looks like an infinitive."""
    if not sentence.ends_after(index) or sentence.at(index - 1).lower == "zu":
        return False
    left = sentence.clause_before(index)
    if any(token.tag in {"PRELS", "KOUS"} and token.lower not in de.NO_CLAUSE_OPENERS for token in left):
        return True
    return any(
        opener.lower in de.CLAUSE_OPENERS and subject.lower in de.PLURAL_DETERMINERS | {"wir", "sie"}
        for opener, subject in pairwise(left)
    )


def _de_is_plural_form(token: Token) -> bool:
    """Whether a verb form may be infinitive and present plural alike."""
    verb, lemma = token.tag.startswith(("VV(INF", "VV(FIN")), token.lemma.lower()
    return verb and token.lower.endswith("n") and token.lower.removesuffix("n") in {lemma, lemma.removesuffix("n")}


def _de_plural_verb(sentence: _Sentence, index: int) -> bool:
    """Whether a form like "prüfen" is the plural of its subject, not an infinitive after its object."""
    token = sentence.at(index)
    left = tuple(word for word in sentence.clause_before(index) if word.tag not in _DE_ADVERBS)
    if _de_is_list_infinitive(sentence, index) or _de_in_infinitives(sentence, index):
        return False
    closes = sentence.ends_after(index) or sentence.at(index + 1).lower in {"und", "oder", "sowie"}
    if not left or left[0].tag.startswith(("APPR", "ADJ(D")):
        return token.tag == "VV(FIN)" and (index == 0 or (not closes and _de_subject_follows(sentence, index)))
    number = _de_number(left)
    if number == _SINGULAR:
        return False
    if token.lower in de.INTRANSITIVE and any(word.tag in {"NN", "NE"} for word in left):
        return True
    return (_de_plural_at_end if closes else _de_plural_inside)(sentence, index, left)


def _de_in_infinitives(sentence: _Sentence, index: int) -> bool:
    """Whether "zu" or a further verb beside it shows an infinitive ("putzen lassen")."""
    before, after = sentence.at(index - 1), sentence.at(index + 1)
    return before.lower == "zu" or _de_is_plural_form(before) or after.tag in {"VV(INF)", "VM(INF)"}


def _de_subject_follows(sentence: _Sentence, index: int) -> bool:
    """Whether a noun phrase without a preposition stands after the verb."""
    following = sentence.tokens[index + 1 :]
    if following[0].tag[:2] in {"NN", "NE", "AD", "CA"} and following[0].tag not in _DE_ADVERBS | {"ADJ(D)"}:
        return True
    return any(
        token.tag in {"ART", "PPER", "PIAT", "PPOSAT", "PIS"} and not before.tag.startswith("APPR")
        for before, token in pairwise(sentence.tokens[index:])
    )


def _de_plural_at_end(sentence: _Sentence, index: int, left: Sequence[Token]) -> bool:
    """Whether the verb that closes its clause goes with its subject ("Die Kollegen zögern")."""
    token = sentence.at(index)
    if not any(word.tag in {"NN", "NE"} for word in left):
        return token.tag == "VV(FIN)" and left[0].lower in de.PRONOUN_SUBJECTS
    if token.lower not in de.TASKS and token.tag == "VV(FIN)":
        return True
    named = all(word.tag == "NE" for word in left if word.lower != "und")
    agents = (named or _de_has_people(left)) and token.lower not in de.PERSON_OBJECT
    return agents and _de_number(left) == _PLURAL


def _de_plural_inside(sentence: _Sentence, index: int, left: Sequence[Token]) -> bool:
    """Whether the verb stands second, with more than an adverb's place after it ("Nutzer wählen Rat")."""
    token, after = sentence.at(index), sentence.at(index + 1)
    taken = after.tag[:3] in _DE_OBJECT_TAGS
    if token.tag != "VV(FIN)":
        return taken and _de_has_people(left)
    return taken or token.lower not in de.TASKS or _de_number(left) == _PLURAL


def _de_has_people(left: Sequence[Token]) -> bool:
    return any(word.lemma.lower() in de.PERSONS or _PEOPLE.search(word.lower) for word in left)


def _de_number(left: Sequence[Token]) -> str:
    """The number of the noun phrase that `left` starts with, as far as its form tells."""
    nouns = [token for token in left if token.tag in {"NN", "NE"}]
    if any(token.lower in de.OBLIQUE_DETERMINERS for token in left):
        return _SINGULAR
    if not nouns:
        return _EITHER
    if left[0].lower in de.PLURAL_DETERMINERS or left[0].tag == "CARD":
        return _PLURAL
    if len(nouns) > 1 and any(token.lower in {"und", "sowie"} for token in left):
        return _PLURAL
    if nouns[0].text != nouns[0].lemma or nouns[0].lower.endswith(("er", "en")):
        return _EITHER
    return _SINGULAR


def _de_third_person(sentence: _Sentence, index: int) -> bool:
    """Whether a form that could be a participle ("überzeugt") is the third person of the subject before it."""
    token, lemma = sentence.at(index), sentence.at(index).lemma.lower()
    if not token.tag.startswith("VV") or not token.text[0].islower():
        return False
    if token.lower not in de.STRONG_THIRD and not _de_is_third_form(token):
        return False
    clause = sentence.clause_before(index)
    left = [word for word in clause if word.tag not in _DE_ADVERBS]
    if not left or left[-1].tag not in {"NN", "NE"} or left[0].tag.startswith("APPR"):
        return False
    if lemma in de.NO_PASSIVE or not _de_participle_like(token.lower):
        return True
    if left[-1].tag == "NN" and left[-1].text != left[-1].lemma:
        return False
    if left[0].lower in de.NOMINATIVE_DETERMINERS and not any(word.tag.startswith("APPR") for word in left):
        alone = index == len(clause) and sentence.at(index + 1).text != ","
        plain = len(left) == index and sentence.ends_after(index) and lemma not in de.ADJECTIVAL
        return alone and (plain or lemma in de.AGENTIVE) and sentence.at(index + 1).lower != "und"
    person = left[-1].tag == "NE" or _de_has_people(left[-1:])
    return lemma in de.AGENTIVE and person and len(left) <= 2


def _de_is_third_form(token: Token) -> bool:
    """Whether the stem stands before the ending, without the "ge" of a participle."""
    stem = token.lemma.lower().removesuffix("n").removesuffix("e")
    return token.lower in {stem + "t", stem + "et"}


def _de_is_name(sentence: _Sentence, index: int) -> bool:
    """Whether a capitalised word at the start belongs to a name: two or three words, all capitalised."""
    words = [token.text for token in sentence.tokens if token.is_word]
    return 2 <= len(words) <= 3 and all(word[0].isupper() for word in words) and not sentence.shouted


def _de_asks_for_noun(sentence: _Sentence, index: int) -> bool:
    """Whether a known imperative of the plural stands before a noun ("Holt Milch")."""
    stem = sentence.at(index).lower.removesuffix("t")
    return index == 0 and stem in de.REGULAR_STEMS and sentence.at(1).tag == "NN"


def _de_is_list_infinitive(sentence: _Sentence, index: int) -> bool:
    """Whether a verb keeps its separable prefix at the end of a main clause ("Anzeige ausdrucken")."""
    separable = _SEPARABLE_INFINITIVE.fullmatch(sentence.at(index).lower) is not None
    return separable and sentence.ends_after(index) and not _de_closes_subordinate(sentence, index)


def _de_tagged(sentence: _Sentence, index: int) -> bool:
    token = sentence.at(index)
    if token.tag in {"VV(IMP)", "VV(FIN)"} and _de_asks_for_noun(sentence, index):
        return True
    if _de_is_name(sentence, index) or _de_is_list_infinitive(sentence, index):
        return False
    if token.tag.endswith("(FIN)") or token.tag.endswith("(IMP)"):
        return not _de_participle_like(token.lower) or _de_acts(sentence, index)
    pronoun = sentence.at(index - 1).lower in {"er", "sie", "es", "ihr", "man", "wer"}
    return token.tag == "VV(PP)" and pronoun and _de_participle_like(token.lower)


def _de_participle_like(word: str) -> bool:
    if word in de.STRONG_THIRD:
        return False
    return bool(_PARTICIPLE_LIKE.fullmatch(word))


_SEPARABLE_INFINITIVE: Final = re.compile(
    r"(?!antwort|herrsch|nach?en)(?:aus|ab|an|auf|ein|hin|her|mit|nach|vor|weg|zurück|weiter|los|fest)\w{3,}(?:en|ern|eln)"
)
_PARTICIPLE_LIKE: Final = re.compile(
    r"(?:be|ge|er|ver|zer|ent|emp|miss|über|unter|wider|wieder|voll|hinter|um|durch)\w{2,}t|\w{2,}iert"
)


def _de_acts(sentence: _Sentence, index: int) -> bool:
    """Whether a form that may be a participle has its own subject, or something that only follows a verb."""
    left = sentence.clause_before(index)
    after = sentence.at(index + 1)
    if not left:
        return after.lower in de.OBJECT_PRONOUNS | de.SUBJECT_PRONOUNS | de.IMPERATIVE_PARTICLES
    if any(_de_is_subject(token) for token in left):
        return True
    if left[0].tag.startswith("APPR") and sentence.ends_after(index):
        return False
    return any(token.lower in de.DETERMINERS for token in left) or after.tag[:3] in _DE_OBJECT_TAGS


_DE_ADVERBS: Final = frozenset({"ADV", "PTKNEG", "PAV", "PROAV"})
_SINGULAR, _PLURAL, _EITHER = "singular", "plural", "either"
_PEOPLE: Final = re.compile(
    r"(?:innen|leute|isten|ologen|lehrer|kräfte|partner|mitarbeiter|kollegen|kunden|eltern|kinder|freunde"
    r"|anwälte|ärzte|beamten|piloten|lotsen|polizisten|besitzer|hersteller|händler|gegner|anhänger|bürger)$"
)
_DE_OBJECT_TAGS: Final = frozenset({"ART", "PPE", "PPO", "PRF", "PIA", "PDA", "NE", "NN"})


_CERTAIN: Final[Mapping[str, Callable[[_Sentence, int], bool]]] = {"de": _de_certain, "en": _en_certain}
_LIKELY: Final[Mapping[str, Callable[[_Sentence, int], bool]]] = {"de": _de_likely, "en": _en_likely}
