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
    "salutation.unfriendly",
    "salutation.outdated",
    "salutation.nobility",
    "salutation.neutral-form",
    "salutation.language",
    "recipient.misspelled",
    "recipient.mismatch",
    "recipient.self-greeting",
    "recipient.unnamed",
    "body.verbless",
    "body.fragment",
    "body.empty",
    "body.too-long",
    "body.long-sentence",
    "body.hard-to-read",
    "body.long-paragraph",
    "body.no-paragraphs",
    "boilerplate.networking",
    "closing.missing",
    "closing.abbreviated",
    "closing.unsigned",
    "closing.punctuation",
    "closing.register",
    "closing.language",
    "subject.missing",
    "register.mixed",
    "register.pronoun-case",
    "attachment.missing",
    "attachment.unmentioned",
    "attachment.link-missing",
    "attachment.type-mismatch",
    "attachment.count",
    "placeholder.leftover",
    "placeholder.merge-accident",
    "placeholder.encoding",
    "placeholder.draft-mark",
    "impersonal.mass-mail",
    "impersonal.public-recipients",
    "impersonal.cc-crowd",
    "impersonal.reply-all",
    "impersonal.self-centred",
    "impersonal.no-reply",
    "signature.legal-details",
    "date.weekday-mismatch",
    "date.invalid",
    "date.range",
    "date.past",
    "date.ambiguous",
    "date.no-time",
    "request.naked-ping",
    "request.call-me",
    "request.no-ask",
    "request.no-deadline",
    "request.vague-deadline",
    "request.many-asks",
    "request.no-proposal",
    "request.no-contact",
    "tone.shouting",
    "tone.no-please",
    "tone.no-thanks",
    "spelling.misspelled",
    "form.time",
    "form.money",
    "form.space",
    "form.date",
    "form.phone",
    "form.blank-line",
    "spelling.case",
    "spelling.compound",
    "spelling.confused-word",
    "grammar.agreement",
    "grammar.sentence",
    "grammar.comma",
    "grammar.punctuation",
    "grammar.repeated-word",
    "grammar.style",
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
