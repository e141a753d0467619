"""The rules that need code, one per file, and the list of them."""

from __future__ import annotations

from importlib import import_module

from msglint.rules.base import Rule

ALL = "all"
"""The prefix that fits every rule."""

CODED_RULES = (
    "salutation.missing",
    "salutation.generic",
    "salutation.punctuation",
    "salutation.capital-after-comma",
    "salutation.title",
    "salutation.honorific",
    "salutation.register",
    "recipient.misspelled",
    "recipient.mismatch",
    "recipient.self-greeting",
    "recipient.unnamed",
    "body.verbless",
    "body.empty",
    "boilerplate.networking",
    "closing.missing",
    "closing.abbreviated",
    "closing.unsigned",
    "subject.missing",
    "register.mixed",
    "attachment.missing",
    "placeholder.leftover",
    "tone.shouting",
)


def fits(prefix: str, rule_id: str) -> bool:
    """Whether the rule is called so or belongs to the family of that name. `all`, and nothing at all, fits any."""
    return prefix in ("", ALL) or rule_id == prefix or rule_id.startswith(prefix.rstrip(".") + ".")


def rank(prefix: str) -> int:
    """How closely a prefix names a rule: of those that fit the highest decides. `all` ranks lowest."""
    return 0 if prefix == ALL else len(prefix)


def module_of(rule_id: str) -> str:
    """The module that holds a coded rule: `salutation.missing` lives in `msglint.rules.salutation.missing`."""
    return f"{__name__}.{rule_id.replace('-', '_')}"


def coded_rules() -> tuple[Rule, ...]:
    """All coded rules, in the order in which their findings are shown at the same place."""
    return tuple(import_module(module_of(rule_id)).RULE for rule_id in CODED_RULES)
