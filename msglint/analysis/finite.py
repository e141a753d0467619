"""Tells whether a short text contains a finite verb: a conjugated form or an imperative."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
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
    """ "your" for "you're"."""
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
    if word in en.CERTAIN or word in en.MODALS or word in en.BASE_AUXILIARIES:
        return False
    if _en_is_set_phrase(sentence, index):
        return False
    if _en_after_subject(sentence, index):
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
        asks = polite or (_en_takes_object(after) and sentence.starts_clause(index, en.LEADING))
        return asks and sentence.at(index).tag in {"VVB", "VVI"}
    if before.lower in {"attached", "enclosed"} and word == "find":
        return True
    if not polite and not sentence.starts_clause(index, en.LEADING):
        return False
    if sentence.question and word in en.STATIVES:
        return False
    if polite or word not in en.NOUN_LIKE:
        return True
    if before.lower == "never" or after.lower in en.POLITE_WORDS or after.tag == "AVP":
        return True
    if word in en.PHASE_VERBS and after.lower.endswith("ing"):
        return True
    if word in en.REACHING_VERBS and after.text[:1].isupper() and not sentence.titled:
        return True
    return _en_takes_object(after) or (
        sentence.at(index).tag in {"VVB", "VVI"} and _en_verbal_context(word, after)
    )


def _en_takes_object(after: Token) -> bool:
    return after.lower in en.OBJECTS or after.tag in {"AT0", "DPS", "PNP", "DT0", "PNX"}


def _en_verbal_context(word: str, after: Token) -> bool:
    if after.lower in en.NOUN_PREPOSITIONS:
        return word in en.PREPOSITIONAL_VERBS
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


def _en_past(sentence: _Sentence, index: int) -> bool:
    token, after = sentence.at(index), sentence.at(index + 1)
    before = sentence.before(index, "AV")
    if after.lower == "by" or token.tag[:2] not in {"VV", "AJ"}:
        return False
    if before.lower in en.ANY_SUBJECTS:
        return token.tag == "VVD" or before.lower not in en.DETERMINER_SUBJECTS
    if token.lower in en.INTRANSITIVE_ONLY and before.tag[:2] in {"NN", "NP"}:
        return True
    if token.lower in en.COPULAR_PAST and after.tag[:2] in {"AJ", "AV"}:
        return True
    if sentence.starts_clause(index, en.LEADING):
        return _en_takes_object(after) or (
            token.lower in en.INTRANSITIVE_PAST and not sentence.ends_after(index)
        )
    if token.tag != "VVD":
        return before.tag == "NP0" and after.tag in {"AT0", "AJ0", "DPS", "NN2"}
    return _en_has_full_subject(sentence, index) or after.tag in {"AT0", "DPS", "PNP", "NN1", "NN2", "NP0"}


def _en_has_full_subject(sentence: _Sentence, index: int) -> bool:
    left = [token for token in sentence.clause_before(index) if not token.tag.startswith("AV")]
    if not left or left[-1].tag[:2] not in {"NN", "NP", "PN", "CR", "DT"}:
        return False
    if len(left) == 1:
        return left[-1].tag == "NP0"
    return left[-1].tag == "NP0" or left[0].tag in {"AT0", "DPS", "DT0", "CRD", "NP0"}


def _en_tagged(sentence: _Sentence, index: int) -> bool:
    token, after = sentence.at(index), sentence.at(index + 1)
    word, tag = token.lower, token.tag
    starts = sentence.starts_clause(index, en.LEADING)
    if word in en.PAST_ONLY:
        return sentence.at(index - 1).tag != "AT0"
    if starts and word in en.THIRD_PERSON_STARTS:
        return (
            word in en.STANDALONE_THIRD
            if sentence.ends_after(index)
            else after.lower not in {"and", "or", "of"}
        )
    if tag == "VVD":
        return _en_past(sentence, index)
    if starts or sentence.at(index - 1).tag in {"AJ0", "AT0", "DPS"}:
        return False
    return tag == "VVZ" or (tag == "VVB" and _en_agrees(sentence, index))


def _en_agrees(sentence: _Sentence, index: int) -> bool:
    """Whether a base form has something before it that can be its subject."""
    if sentence.before(index, "AV").lower in en.NO_SUBJECT_AGREEMENT | {"to"}:
        return False
    if sentence.at(index - 1).lower == "no":
        return False
    return any(
        token.tag[:2] in {"NN", "NP", "PN", "DT", "EX", "CR"} for token in sentence.clause_before(index)
    )


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
    return token.lower in de.CAPITAL_NOUNS and not _de_subject_beside(sentence, index)


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
        return token.tag.endswith("(FIN)") or _de_plural_subject(sentence, index)
    return _de_start_form(sentence, index) or _de_infinitive(sentence, index) or _de_tagged(sentence, index)


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
        return after.lower in de.OBJECT_PRONOUNS
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
    return sentence.ends_after(index) and any(
        token.tag in {"PRELS", "KOUS"} and token.lower not in {"um", "ohne", "statt", "anstatt"}
        for token in sentence.clause_before(index)
    )


def _de_is_name(sentence: _Sentence, index: int) -> bool:
    """Whether a capitalised word at the start belongs to a name: two or three words, all capitalised."""
    words = [token.text for token in sentence.tokens if token.is_word]
    return 2 <= len(words) <= 3 and all(word[0].isupper() for word in words) and not sentence.shouted


def _de_is_list_infinitive(sentence: _Sentence, index: int) -> bool:
    """Whether a verb keeps its separable prefix at the end of a main clause ("Anzeige ausdrucken")."""
    separable = _SEPARABLE_INFINITIVE.fullmatch(sentence.at(index).lower) is not None
    return separable and sentence.ends_after(index) and not _de_closes_subordinate(sentence, index)


def _de_tagged(sentence: _Sentence, index: int) -> bool:
    token = sentence.at(index)
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
    if not left:
        return sentence.at(index + 1).lower in de.OBJECT_PRONOUNS | de.SUBJECT_PRONOUNS
    if any(_de_is_subject(token) or token.lower in de.DETERMINERS for token in left):
        return True
    return sentence.at(index + 1).tag[:3] in _DE_OBJECT_TAGS


_DE_OBJECT_TAGS: Final = frozenset({"ART", "PPE", "PPO", "PRF", "PIA", "PDA", "NE", "NN"})


_CERTAIN: Final[Mapping[str, Callable[[_Sentence, int], bool]]] = {"de": _de_certain, "en": _en_certain}
_LIKELY: Final[Mapping[str, Callable[[_Sentence, int], bool]]] = {"de": _de_likely, "en": _en_likely}
