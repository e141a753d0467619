"""register.mixed: du and Sie for one reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from msglint.contacts.thread import form_greeted_with
from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.message.register import REQUEST_WORDS, addressing_of, formality_of, requests_in, speaks_of_address
from msglint.report import Severity, Span
from msglint.rules.base import Context, Example, Examples, Hit, Option, Rule
from msglint.rules.register.address import Stretch, stretches_of
from msglint.rules.register.small import small_requests
from msglint.rules.register.written_large import surely_readers, written_large
from msglint.texts import Text

_SURE_SIE: Final = 2
_SMALL_REQUEST: Final = lazy(r"n\s+sie\b")
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


def check(message: Message, context: Context) -> Iterator[Hit]:
    """One hit on the first form that falls out of line, if the own text says both du and Sie to one reader."""
    salutation = message.parts.salutation
    if (salutation is not None and len(salutation.greeted) > 1) or not _may_differ(message, context):
        return
    for stretch in stretches_of(message, context.thread):
        hit = _slip_in(message, stretch, context)
        if hit is not None:
            if not _has_two_readers(message) and not speaks_of_address(message.parts.own_text):
                yield hit
            return


def _may_differ(message: Message, context: Context) -> bool:
    """Whether the body could hold more than one form at all: most letters do not."""
    if context.thread.form_by_contacts is not None:
        return True
    body = message.parts.body_text
    addressing = addressing_of(body)
    is_sie = bool(addressing.sie) or formality_of(message.parts.salutation) > 0
    if addressing.du or addressing.ihr:
        return is_sie or _SMALL_REQUEST.search(body) is not None
    may_ask = not REQUEST_WORDS.isdisjoint(message.searchable("body").words)
    return is_sie and may_ask and bool(requests_in(body))


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

RULE = Rule(
    id="register.mixed",
    languages=frozenset({"de"}),
    severity=Severity.WARNING,
    title=Text("du und Sie gemischt", "du and Sie mixed"),
    message=Text(
        "Die Nachricht sagt sonst „{form}“, hier aber „{slip}“.",
        "The message says “{form}” elsewhere, but “{slip}” here.",
    ),
    why=Text(
        "Wer zwischen du und Sie wechselt, wirkt, als hätte er Textbausteine zusammengesetzt; der Leser weiß nicht, "
        "wie nah man sich ist.",
        "Going back and forth between du and Sie looks like assembled text blocks; the reader no longer knows how "
        "close the two are.",
    ),
    source="German usage; Duden: one form of address for one reader",
    check=check,
    options=(
        Option(
            "min-forms",
            2,
            Text(
                "so viele Anredeformen muss der Text mindestens haben",
                "the text must have at least so many forms of address",
            ),
        ),
    ),
    limits=Text(
        "Zählt nur sichere Formen: „Sie“ am Satzanfang kann „sie alle“ heißen, „ihr“ gilt der Gruppe. Über "
        "Trennlinien, "
        "angekündigte Texte und eine zweite Anrede hinweg wird nicht verglichen. Schweigt, wenn vom Duzen die Rede "
        "ist.",
        "Counts only sure forms: “Sie” at the start of a sentence may mean they, “ihr” means the group. Does not "
        "compare across dividing lines, announced texts and a second salutation. Silent where du or Sie is the "
        "subject.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Hallo Anna,\n\ndanke für deine Nachricht. Ich schicke dir die Zahlen morgen. Bei Fragen rufen "
                    "Sie mich an.\n\nViele Grüße\nTom",
                    flagged="Sie",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nvielen Dank, dass Sie sich gemeldet haben. Ich sende Ihnen die "
                    "Unterlagen. Dein Termin ist am Montag.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Dein",
                ),
                Example(
                    "Hallo Anna,\n\nvielen Dank für deine Nachricht. Bitte senden Sie mir die Unterlagen zu.\n\n"
                    "Viele Grüße\nTom",
                    flagged="Sie",
                ),
                Example("Sehr geehrte Frau Meyer,\n\nhast du die Unterlagen bekommen?\n\nGruß\nTom", flagged="du"),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nvielen Dank für Ihre Nachricht. Hättest am Montag Zeit?\n\nMit "
                    "freundlichen Grüßen\nTom Weiß",
                    flagged="Hättest",
                ),
                Example(
                    "Hallo Frau Meyer,\n\nich habe Ihnen die Liste geschickt. Gib mir bitte Bescheid, ob alles "
                    "passt.\n\nViele Grüße\nTom Weiß",
                    flagged="Gib",
                ),
                Example(
                    "Hallo Anna,\n\ndanke für deine Nachricht. Bitte senden sie mir die Liste noch einmal.\n\nViele "
                    "Grüße\nTom",
                    flagged="sie",
                ),
                Example(
                    "Hallo Anna,\n\nkannst du das bis morgen prüfen? Der Verlag wartet auf Ihre Freigabe.\n\nViele "
                    "Grüße\nTom",
                    flagged="Ihre",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nwir haben bei euch ein Zimmer gebucht. Können Sie mir sagen, ob es "
                    "bei "
                    "Ihnen Frühstück gibt?\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="euch",
                ),
            ),
            good=(
                Example(
                    "Hallo Anna,\n\ndanke für deine Nachricht. Die Kollegen fragen, ob sie dir helfen können. Sie "
                    "haben morgen Zeit für dich.\n\nViele Grüße\nTom"
                ),
                Example(
                    "Hallo Anna,\n\nhast du Frau Weiß erreicht? Ihr Mann sagt, dass du ihr schreiben "
                    "sollst.\n\nViele Grüße\nTom"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nfalls Sie mögen, können wir per Du sein; ich freue mich, wenn Sie "
                    "zusagen.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Liebe Anna, lieber Herr Groß,\n\ndu hast recht, und Sie haben es gesehen; ich danke Ihnen "
                    "beiden.\n\nViele Grüße\nTom"
                ),
                Example(
                    "Hallo Anna,\n\nauf dem Schild steht „Bitte schließen Sie die Tür, wir danken Ihnen“. Hängst du "
                    "es ab?\n\nViele Grüße\nTom"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndas Zimmer hat DU/WC, wie Sie es gewünscht haben.\n\nMit "
                    "freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Hallo Anna,\n\ndie Kollegen warten. Ihnen fehlt der Schlüssel. Hast du ihn?\n\nViele Grüße\nTom"
                ),
                Example(
                    "Hallo Anna,\n\nFrau Weiß hat Ihnen auf Ihre Anzeige geschrieben:\n"
                    "----------------------\nHallo Anna,\n\nich suche ein Zimmer und würde dich gern treffen. Hast "
                    "du am "
                    "Montag Zeit?\n----------------------\nBitte antworten Sie Frau Weiß direkt.\n\nViele Grüße\nTom"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nhier sende ich Ihnen einen Auszug aus meinem Text.\n\n"
                    + "Du bist am Morgen gegangen, und der Hof war leer. Ich habe dir nachgesehen, bis der Zug kam. "
                    * 4
                    + "\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Hallo Anna,\n\ndie Kunden fragen, ob Sie dir helfen können. Hast du morgen Zeit?\n\nViele "
                    "Grüße\nTom"
                ),
                Example(
                    "Liebe Frau Meyer,\n\nnach dem schönen Abend möchte ich Ihnen das Du anbieten. Magst du?\n\nViele "
                    "Grüße\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nmein Chef meinte: Du bekommst das bis Freitag. Reicht Ihnen "
                    "das?\n\nMit "
                    "freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nich sende Ihnen die Liste.\n\n@Eva: Kannst du bitte die Anlage "
                    "ergänzen?\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\nlieber Jan,\n\nich sende Ihnen die Liste und dir die Anlage.\n\nViele "
                    "Grüße\nTom Weiß"
                ),
                Example(
                    "Hallo Anna,\n\nwir freuen uns auf euch. Kannst du mir sagen, wann ihr kommt?\n\nViele Grüße\nTom"
                ),
                Example(
                    "Sehr geehrter Herr Groß,\n\nam Ende sagt der Wirt im Stück: «Du bleibst hier, und dein Hund "
                    "auch.» Gefällt Ihnen der Schluss?\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
            ),
        ),
    },
)
