"""What can be wrong with a pack."""

from __future__ import annotations

import re

from msglint.documents.errors import DocumentError


class RulesetError(DocumentError):
    """A pack, or one rule of it, that cannot be used: file, line, key, what is wrong and what would be right."""


def of_rule(error: RulesetError, rule_id: str) -> RulesetError:
    """The same sentence, with the rule named behind the place."""
    place, de = _apart(error.de)
    _, en = _apart(error.en)
    return RulesetError(f"{place}: Regel „{rule_id}“: {de}", f"{place}: rule '{rule_id}': {en}")


def _apart(sentence: str) -> tuple[str, str]:
    """The place, up to the number of the line, and what is said of it; the name of a file may hold a colon."""
    with_line = re.match(r"(.*?:\d+): ", sentence, re.DOTALL)
    if with_line is None:
        place, _, said = sentence.partition(": ")
        return place, said
    return with_line[1], sentence[with_line.end() :]


class TooSlowError(Exception):
    """An expression of a pack took longer on a text than any check may."""
