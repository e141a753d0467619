"""What register.mixed tells: apart from the rule, because most letters hold one form only."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, NamedTuple

from msglint.contacts.thread import form_greeted_with
from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.message.register import requests_in, speaks_of_address
from msglint.report import Severity, Span
from msglint.rules.base import Context, Hit
from msglint.rules.register.address import Stretch, stretches_of
from msglint.rules.register.small import small_requests
from msglint.rules.register.written_large import surely_readers, written_large
from msglint.texts import Text

_SURE_SIE: Final = 2
_GREETING: Final = lazy(
    r"\s*(?:sehr\s+geehrte[rn]?|liebe[rs]?|hallo|hi|guten\s+(?:tag|morgen|abend))\s+\w[^.!?\n]{0,60}[,!]?[^\S\n]*\n",
    re.IGNORECASE,
)


class _Forms(NamedTuple):
    """What is said to the reader in one stretch.

    Attributes:
        du, sie: the places of each form.
        formality, familiarity: how many forms of Sie and of du the salutation is worth.
        requests: what is asked of somebody called du, without a pronoun.
    """

    du: tuple[Span, ...]
    sie: tuple[Span, ...]
    formality: int
    familiarity: int = 0
    requests: tuple[Span, ...] = ()

    @property
    def weight(self) -> int:
        """How much there is of Sie."""
        return len(self.sie) + self.formality

    @property
    def is_mostly_du(self) -> bool:
        """There is more of du, or as much and the text says it first; a salutation has said it before the text."""
        du = len(self.du or self.requests) + self.familiarity
        if du == self.weight:
            return bool(self.sie) and not self.formality and (self.du or self.requests)[0] < self.sie[0]
        return du > self.weight

    @property
    def familiar(self) -> tuple[Span, ...]:
        """All that says du, in order."""
        return tuple(sorted((*self.du, *self.requests)))


def slip_in(message: Message, context: Context) -> Hit | None:
    """The first form that falls out of line; None if there is none, or a reason for it."""
    for stretch in stretches_of(message, context.thread):
        hit = _slip_in(message, stretch, context)
        if hit is not None:
            is_told = _has_two_readers(message) or speaks_of_address(message.parts.own_text)
            return None if is_told else hit
    return None


def _has_two_readers(message: Message) -> bool:
    """Each is greeted in a line of their own."""
    return message.parts.salutation is not None and _GREETING.match(message.parts.body_text) is not None


def _slip_in(message: Message, stretch: Stretch, context: Context) -> Hit | None:
    forms = _forms(message, stretch)
    known = context.thread.form_by_contacts
    if not forms.familiar or not forms.weight:
        return _against_contact(message, forms, context, known) or _group_slip(message, stretch)
    if len(forms.familiar) + forms.weight < context.number("min-forms"):
        return None
    form = known or ("du" if forms.is_mostly_du else "Sie")
    certain = _certain(forms.sie, message.text) or (surely_readers(stretch) if form == "du" else ())
    if form == "Sie" and not certain and not forms.formality:
        return None
    slips = certain if form == "du" else forms.familiar
    if form == known == "du" and not slips and message.parts.salutation is not None:
        slips = (message.parts.salutation.span,)  # nothing else says Sie
    return _hit(message, form, slips) if slips else None


def _forms(message: Message, stretch: Stretch) -> _Forms:
    """The sure forms: pronouns and verbs; requests without a pronoun and small pronouns only beside the other form."""
    du, sie = stretch.addressing.du, stretch.addressing.sie
    requests: tuple[Span, ...] = ()
    if sie and (du or stretch.known == "du"):
        others = written_large(stretch)
        sie = tuple(form for form in sie if form not in others)
    if sie or stretch.formality:
        requests = requests_in(stretch.text)
    elif du:
        sie = small_requests(stretch)
    return _Forms(du, sie, stretch.formality, int(form_greeted_with(message) == "du"), requests)


def _hit(message: Message, form: str, slips: tuple[Span, ...], *, text: Text | None = None, name: str = "") -> Hit:
    return Hit(
        span=slips[0],
        values={"form": form, "slip": slips[0].of(message.text), "name": name},
        confidence=0.85 if len(slips) > 1 else 0.75,
        message=text,
    )


def _against_contact(message: Message, forms: _Forms, context: Context, known: str | None) -> Hit | None:
    """The text keeps to one form, but not to that of the address book.

    A salutation that tells is a matter of salutation.register.
    """
    if known is None or form_greeted_with(message) is not None:
        return None
    slips = _certain(forms.sie, message.text) if known == "du" else forms.du
    if len(slips) < (_SURE_SIE if known == "du" else 1):
        return None
    recipients = context.thread.recipients
    return _hit(message, known, slips, text=_CONTACT, name=recipients[0].full if recipients else "")


def _group_slip(message: Message, stretch: Stretch) -> Hit | None:
    """`Ihnen` and `euch` for one reader or one group."""
    ihr, sie = stretch.addressing.ihr, _certain(stretch.addressing.sie, message.text)
    if not ihr or len(sie) < _SURE_SIE or stretch.addressing.du:
        return None
    form = "Sie" if len(sie) + stretch.formality > len(ihr) else "ihr"
    hit = _hit(message, form, ihr if form == "Sie" else sie)
    return replace(hit, severity=Severity.SUGGESTION)


def _certain(forms: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """`Ihre` alone may be hers or theirs, written large by mistake."""
    return tuple(form for form in forms if form.of(text).lower() in ("sie", "ihnen"))


_CONTACT = Text(
    "Für {name} steht im Adressbuch „{form}“, hier steht aber „{slip}“.",
    "The address book says “{form}” for {name}, but here it is “{slip}”.",
)
