"""What several rules on English verbs ask about a word."""

from __future__ import annotations

from collections.abc import Sequence

from msglint.analysis import verbs_en as en
from msglint.analysis.tagger import Token


def takes_object(after: Token) -> bool:
    """Whether the word after a verb begins its object: a pronoun, an article or the like."""
    return after.lower in en.OBJECTS or after.tag in {"AT0", "DPS", "PNP", "DT0", "PNX"}


def may_be_verb(word: str) -> bool:
    """Whether the dictionary knows the base form as a verb, and not as a function word."""
    from msglint.analysis.lexicon import lexicon

    return lexicon("en").has_tag(word, ("VVB", "VVI")) and not lexicon("en").has_tag(word, ("PRP", "CJ", "DT", "AV"))


def is_person(left: Sequence[Token]) -> bool:
    """Whether the words are the name of somebody, or of several joined by "and"."""
    from msglint.message.given_names import is_given_name

    names = [word for word in left if word.lower != "and"]
    if not all(word.tag == "NP0" or word.text[0].isupper() for word in names) or left[0].lower in en.NAMES_AND_NOUNS:
        return False
    return is_given_name(left[0].text)
