"""Finite verbs and imperatives in German sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from msglint.analysis import verbs_de as de
from msglint.analysis.sentence import Sentence
from msglint.analysis.tagger import Token


def de_certain(sentence: Sentence, index: int) -> bool:
    """Whether the token at `index` is finite by its form and neighbours alone; needs no tags."""
    token = sentence.at(index)
    word = token.lower
    if word in de.CERTAIN_LOWER:
        opens = token.text[0].islower() or sentence.starts_clause(index, frozenset())
        return (opens and word != "weiß") or _de_subject_beside(sentence, index)
    if word.endswith(("ts", "bs")) and word[:-1] in de.CERTAIN:
        return True
    return word in de.CERTAIN and not _de_is_noun_by_case(sentence, index)


def _de_is_noun_by_case(sentence: Sentence, index: int) -> bool:
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


def _de_subject_beside(sentence: Sentence, index: int) -> bool:
    return _de_is_subject(sentence.at(index - 1)) or _de_is_subject(sentence.at(index + 1))


def _de_is_subject(token: Token) -> bool:
    return token.lower in de.SUBJECT_PRONOUNS


def de_likely(sentence: Sentence, index: int) -> bool:
    """Whether the token at `index` is finite, by its tag and what stands around it."""
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


def _de_plural_subject(sentence: Sentence, index: int) -> bool:
    return any(sentence.at(near).lower in {"wir", "sie"} for near in (index - 1, index + 1))


def _de_start_form(sentence: Sentence, index: int) -> bool:
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


def _de_infinitive(sentence: Sentence, index: int) -> bool:
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


def _de_closes_subordinate(sentence: Sentence, index: int) -> bool:
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


def _de_plural_verb(sentence: Sentence, index: int) -> bool:
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


def _de_in_infinitives(sentence: Sentence, index: int) -> bool:
    """Whether "zu" or a further verb beside it shows an infinitive ("putzen lassen")."""
    before, after = sentence.at(index - 1), sentence.at(index + 1)
    return before.lower == "zu" or _de_is_plural_form(before) or after.tag in {"VV(INF)", "VM(INF)"}


def _de_subject_follows(sentence: Sentence, index: int) -> bool:
    """Whether a noun phrase without a preposition stands after the verb."""
    following = sentence.tokens[index + 1 :]
    if following[0].tag[:2] in {"NN", "NE", "AD", "CA"} and following[0].tag not in _DE_ADVERBS | {"ADJ(D)"}:
        return True
    return any(
        token.tag in {"ART", "PPER", "PIAT", "PPOSAT", "PIS"} and not before.tag.startswith("APPR")
        for before, token in pairwise(sentence.tokens[index:])
    )


def _de_plural_at_end(sentence: Sentence, index: int, left: Sequence[Token]) -> bool:
    """Whether the verb that closes its clause goes with its subject ("Die Kollegen zögern")."""
    token = sentence.at(index)
    if not any(word.tag in {"NN", "NE"} for word in left):
        return token.tag == "VV(FIN)" and left[0].lower in de.PRONOUN_SUBJECTS
    if token.lower not in de.TASKS and token.tag == "VV(FIN)":
        return True
    named = all(word.tag == "NE" for word in left if word.lower != "und")
    agents = (named or _de_has_people(left)) and token.lower not in de.PERSON_OBJECT
    return agents and _de_number(left) == _PLURAL


def _de_plural_inside(sentence: Sentence, index: int, left: Sequence[Token]) -> bool:
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


def _de_third_person(sentence: Sentence, index: int) -> bool:
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


def _de_is_name(sentence: Sentence, index: int) -> bool:
    """Whether a capitalised word at the start belongs to a name: two or three words, all capitalised."""
    words = [token.text for token in sentence.tokens if token.is_word]
    return 2 <= len(words) <= 3 and all(word[0].isupper() for word in words) and not sentence.shouted


def _de_asks_for_noun(sentence: Sentence, index: int) -> bool:
    """Whether a known imperative of the plural stands before a noun ("Holt Milch")."""
    stem = sentence.at(index).lower.removesuffix("t")
    return index == 0 and stem in de.REGULAR_STEMS and sentence.at(1).tag == "NN"


def _de_is_list_infinitive(sentence: Sentence, index: int) -> bool:
    """Whether a verb keeps its separable prefix at the end of a main clause ("Anzeige ausdrucken")."""
    separable = _SEPARABLE_INFINITIVE.fullmatch(sentence.at(index).lower) is not None
    return separable and sentence.ends_after(index) and not _de_closes_subordinate(sentence, index)


def _de_tagged(sentence: Sentence, index: int) -> bool:
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


def _de_acts(sentence: Sentence, index: int) -> bool:
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
