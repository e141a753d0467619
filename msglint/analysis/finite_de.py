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
        plain = token.text[0].islower() or sentence.shouted or sentence.starts_clause(index, frozenset())
        return (plain and word != "weiß") or _de_subject_beside(sentence, index)
    if _de_has_clitic(sentence, index):
        return True
    return word in de.CERTAIN and not _de_is_noun_by_case(sentence, index)


def de_in_english(sentence: Sentence, index: int) -> bool:
    """Whether the token at `index` is finite by its form even in an English sentence ("Meeting passt, see you")."""
    return sentence.at(index).lower in de.IN_ENGLISH and de_certain(sentence, index)


def _de_has_clitic(sentence: Sentence, index: int) -> bool:
    """Whether the form ends in an "es" that has lost its apostrophe ("gehts", "wärs", "machs gut", "ich schaffs")."""
    word = sentence.at(index).lower
    if not word.endswith("s"):
        return False
    form = word[:-1]
    if form == "macht" or form in (de.CERTAIN | de.CERTAIN_LOWER) - de.CAPITAL_NOUNS:
        return True
    if sentence.at(index - 1).lower == "ich":
        return form in de.IMPERATIVES
    return sentence.starts_clause(index, de.LEADING) and form in de.IMPERATIVES - de.NOUN_LIKE


def _de_is_noun_by_case(sentence: Sentence, index: int) -> bool:
    token = sentence.at(index)
    if token.lower == "stand" and _de_is_status(sentence, index):
        return True
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


def _de_is_status(sentence: Sentence, index: int) -> bool:
    """Whether "stand" opens a report of how things are ("stand heute", "STAND VOM 3. MAI")."""
    return sentence.starts_clause(index, de.LEADING) and sentence.at(index + 1).lower in de.STATUS_FOLLOWERS


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
        before, after = sentence.at(index - 1).lower, sentence.at(index + 1).lower
        if word == "halt" and index == 0:
            return after in de.OBJECT_STARTS
        return word in {"danke", "bitte", "grüße", "meine", "liebe"} and "ich" in {before, after}
    if _de_is_noun_by_case(sentence, index):
        return False
    if word in de.PLURAL_AUXILIARIES:
        finite = token.tag.endswith("(FIN)") or _de_plural_subject(sentence, index)
        return finite or _de_closes_subordinate(sentence, index)
    if any(rule(sentence, index) for rule in (_de_start_form, _de_infinitive, _de_borrowed, _de_homophone)):
        return True
    decide = _de_plural_verb if _de_is_plural_form(token) else _de_tagged
    return decide(sentence, index) or _de_third_person(sentence, index)


def _de_plural_subject(sentence: Sentence, index: int) -> bool:
    return any(sentence.at(near).lower in {"wir", "sie"} for near in (index - 1, index + 1))


def _de_borrowed(sentence: Sentence, index: int) -> bool:
    """Whether a word that the tagger does not take for a verb must be one by its place ("Ich update das File")."""
    token, before, after = sentence.at(index), sentence.at(index - 1), sentence.at(index + 1)
    if index == 0 and token.lower.endswith("en") and after.lower in de.POLITE_WORDS and sentence.ends_after(1):
        return token.tag in {"NN", "VV(INF)", "VV(FIN)"}
    if token.tag not in _DE_UNKNOWN_TAGS:
        return False
    if index == 0 and after.lower in de.ACCUSATIVES:
        return True
    if not token.text.islower() or _de_participle_like(token.lower) or token.lower in de.ADJECTIVES_IN_EN:
        return False
    if any(word.lower in de.POLITE_WORDS for word in sentence.tokens) and sentence.ends_after(index):
        return index > 0 and token.lower.endswith("en")
    capitals = any(word.text[0].isupper() for word in sentence.tokens[1:])
    if "ich" in {before.lower, after.lower}:
        return capitals or token.lower.endswith("e")
    if not capitals or token.tag == "VV(IMP)":
        return False
    return before.lower in {"wir", "du", "er"} or _de_has_noun_subject(sentence, index)


def _de_homophone(sentence: Sentence, index: int) -> bool:
    """Whether another word of the same sound is written for a verb ("Leider viel der Termin aus", "Das wahr gut")."""
    word, before, after = sentence.at(index).lower, sentence.at(index - 1).lower, sentence.at(index + 1).lower
    if word == "viel":
        return after in de.NOMINATIVE_DETERMINERS | de.NOMINATIVE_PRONOUNS
    if word == "wahr":
        return before in de.NOMINATIVE_PRONOUNS | {"das", "sie"} and not sentence.ends_after(index)
    return word == "seit" and "ihr" in {before, after}


def _de_has_noun_subject(sentence: Sentence, index: int) -> bool:
    """Whether a word like "piept" or "tagen", which no dictionary has, stands beside what can be its subject."""
    token, after = sentence.at(index), sentence.at(index + 1)
    left = [word for word in sentence.clause_before(index) if word.tag not in _DE_ADVERBS]
    if not left:
        return index > 0 and token.lower.endswith("en") and after.lower in {"die", "wir", "sie", "alle"}
    if not token.lower.endswith("t") or token.lower.endswith(de.ADJECTIVE_ENDINGS) or left[-1].tag not in {"NN", "NE"}:
        return False
    from msglint.analysis.lexicon import lexicon

    return left[0].lower in de.NOMINATIVE_DETERMINERS and not lexicon("de").knows(token.lower)


def _de_start_form(sentence: Sentence, index: int) -> bool:
    word = sentence.at(index).lower
    after = sentence.at(index + 1)
    if after.lower == "ich" or sentence.at(index - 1).lower == "ich":
        return word in de.FIRST_PERSON | de.IMPERATIVES
    if word not in de.FIRST_PERSON | de.IMPERATIVES or not sentence.starts_clause(index, de.LEADING):
        return False
    return word not in de.NOUN_LIKE or _de_asks(sentence, index)


def _de_asks(sentence: Sentence, index: int) -> bool:
    """Whether what follows a noun that is an imperative as well speaks for the imperative ("Buch den Flug")."""
    word, after, third = (sentence.at(index + step).lower for step in range(3))
    if after in de.POLITE_WORDS | de.IMPERATIVE_PARTICLES:
        return third in de.OBJECT_STARTS or after in de.IMPERATIVE_PARTICLES
    # "der" after a noun is the article of a genitive: "Antwort der Bank".
    if after in (de.OBJECT_PRONOUNS | de.OBJECT_STARTS) - {"der"}:
        return True
    if (word, after) in de.VERB_AND_PREPOSITION:
        return True
    last = next((token for token in reversed(sentence.tokens) if token.is_word), sentence.at(index))
    return last.tag == "PTKVZ" and last.lower in de.STRANDED_PREFIXES and last is not sentence.at(index + 1)


def _de_infinitive(sentence: Sentence, index: int) -> bool:
    token = sentence.at(index)
    formal = sentence.at(index + 1).lower in {"sie", "wir"} and sentence.starts_clause(index, de.LEADING)
    if formal and token.lower.endswith(("en", "ern", "eln")):
        return True
    polite = sentence.at(0).lower == "einfach" or any(other.lower in de.POLITE_WORDS for other in sentence.tokens)
    if token.tag == "VV(PP)" and token.lower in de.LIKE_PARTICIPLES:
        return polite and sentence.ends_after(index)
    if not token.tag.startswith("VV(INF") and not (token.tag == "VV(FIN)" and token.lower.endswith("n")):
        return False
    if sentence.at(index - 1).lower == "zu":
        return False
    return polite or _de_plural_subject(sentence, index) or _de_closes_subordinate(sentence, index)


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
    if token.lower in de.INTRANSITIVE and token.tag == "VV(PP)":
        return True
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
        token.tag in {"ART", "PPER", "PIAT", "PPOSAT", "PIS", "NN"} and before.tag in _DE_BEFORE_SUBJECT
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
    if any(token.lower in {"ich", "du", "er", "wir"} for token in left) and any(token.lower == "und" for token in left):
        return _PLURAL
    if any(token.lower in de.OBLIQUE_DETERMINERS - {"des"} for token in left):
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
    return bool(_PARTICIPLE_LIKE.fullmatch(word)) or _de_is_strong_participle(word)


def _de_is_strong_participle(word: str) -> bool:
    """Whether a form like "verschoben" is a participle, though the plural of the past looks the same."""
    match = _INSEPARABLE.match(word)
    return match is not None and f"ge{word[match.end() :]}" in de.STRONG_PARTICIPLES


_SEPARABLE_INFINITIVE: Final = re.compile(
    r"(?!antwort|herrsch|nach?en)(?:aus|ab|an|auf|ein|hin|her|mit|nach|vor|weg|zurück|weiter|los|fest)\w{3,}(?:en|ern|eln)"
)
_INSEPARABLE: Final = re.compile("be|er|ver|zer|ent|emp|miss|über|unter|wider|hinter|um|durch|ge")
_PARTICIPLE_LIKE: Final = re.compile(
    r"(?:be|ge|er|ver|zer|ent|emp|miss|über|unter|wider|wieder|voll|hinter|um|durch)\w{2,}t|\w{2,}iert"
)


def _de_acts(sentence: Sentence, index: int) -> bool:
    """Whether a form that may be a participle has its own subject, or something that only follows a verb."""
    left = sentence.clause_before(index)
    after = sentence.at(index + 1)
    if sentence.at(index).lower in de.STATIVE_THIRD:
        return True
    if not left:
        return after.lower in de.OBJECT_PRONOUNS | de.SUBJECT_PRONOUNS | de.IMPERATIVE_PARTICLES
    if after.lower in de.NOMINATIVE_PRONOUNS or any(_de_is_subject(token) for token in left):
        return True
    if left[0].tag.startswith("APPR") and sentence.ends_after(index):
        return False
    return any(token.lower in de.DETERMINERS for token in left) or after.tag[:3] in _DE_OBJECT_TAGS


_DE_ADVERBS: Final = frozenset({"ADV", "PTKNEG", "PAV", "PROAV"})
_DE_BEFORE_SUBJECT: Final = _DE_ADVERBS | {"VV(FIN)", "VV(INF)", "ADJ(D)"}
_SINGULAR, _PLURAL, _EITHER = "singular", "plural", "either"
_PEOPLE: Final = re.compile(
    r"(?:innen|leute|isten|ologen|lehrer|kräfte|partner|mitarbeiter|kollegen|kunden|eltern|kinder|freunde"
    r"|anwälte|ärzte|beamten|piloten|lotsen|polizisten|besitzer|hersteller|händler|gegner|anhänger|bürger)$"
)
_DE_OBJECT_TAGS: Final = frozenset({"ART", "PPE", "PPO", "PRF", "PIA", "PDA", "NE", "NN"})
_DE_UNKNOWN_TAGS: Final = frozenset({"NE", "NN", "FM", "XY", "UNKNOWN", "VV(IMP)", "ADJ(D)"})
