"""What can be wrong with a pack."""

from __future__ import annotations

from msglint.documents.errors import DocumentError


class RulesetError(DocumentError):
    """A pack, or one rule of it, that cannot be used: file, line, key, what is wrong and what would be right."""


def of_rule(error: RulesetError, rule_id: str) -> RulesetError:
    """The same sentence, with the rule named behind the place."""
    place, _, de = error.de.partition(": ")
    en = error.en.partition(": ")[2]
    return RulesetError(f"{place}: Regel „{rule_id}“: {de}", f"{place}: rule '{rule_id}': {en}")


class TooSlowError(Exception):
    """An expression of a pack took longer on a text than any check may."""
