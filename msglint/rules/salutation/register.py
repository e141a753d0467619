"""salutation.register: the salutation says du or Sie, and what the two say to each other is the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msglint.contacts.greeting import german_greeting
from msglint.contacts.readers import Reader, answers, reader_of
from msglint.contacts.thread import Thread, form_greeted_with
from msglint.message.given_names import is_given_name
from msglint.message.greeted import Greeted, Salutation, Tone
from msglint.message.model import Message
from msglint.message.name_words import is_title
from msglint.message.person import Person
from msglint.message.register import Addressing, addressing_of, speaks_of_address
from msglint.message.spellings import fold
from msglint.report import Severity, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_SURE_SIE = 2


class _Earlier(NamedTuple):
    """What the messages before this one say.

    Attributes:
        form: `du` or `Sie` in the answered message; None where it says neither or both.
        before: the same of the messages before that one.
        first_names: the reader greets or signs with a first name only.
        signed_first: the reader signs so.
    """

    form: str | None = None
    before: str | None = None
    first_names: bool = False
    signed_first: bool = False


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit if one person is greeted in another form of address than address book, own text or answered message use."""
    salutation = message.parts.salutation
    if salutation is None or salutation.group or len(salutation.greeted) != 1:
        return
    reader = reader_of(salutation.greeted[0], context.thread)
    said = _form_of(salutation, reader)
    addressing = message.searchable("body").addressing
    if said is None or _is_left_to_mixed(salutation, said, addressing):
        return
    earlier = _earlier(context.thread, reader)
    draft = _Draft(message, salutation, said, addressing, reader, context.thread)
    if reader is not None and reader.contact is not None and reader.contact.form is not None:
        hit = _against_contact(draft, reader.contact.form, earlier)
    elif draft.written not in (None, said):
        hit = _against_text(draft, earlier)
    else:
        hit = _against_thread(draft, earlier)
    if hit is not None and not _is_subject(draft):
        yield hit


def _is_subject(draft: _Draft) -> bool:
    """The draft talks about du and Sie, or takes up what the answered message says about it."""
    if speaks_of_address(draft.message.parts.own_text):
        return True
    answered = draft.thread.answered
    return "du" in (draft.said, draft.written) and answered is not None and speaks_of_address(answered.text)


class _Draft(NamedTuple):
    """The draft as far as it matters here; `said` is the form that the salutation uses."""

    message: Message
    salutation: Salutation
    said: str
    addressing: Addressing
    reader: Reader | None
    thread: Thread

    @property
    def written(self) -> str | None:
        """The form that the body uses."""
        return "du" if self.addressing.du else "Sie" if self.addressing.sie else None

    def hit(self, form: str, severity: Severity, text: Text, confidence: float = 0.8) -> Hit:
        """The salutation is out of line with `form`."""
        better = _salutation_in(form, self)
        return Hit(
            span=self.salutation.span,
            part="salutation",
            values={"said": self.said, "form": form, "name": self._name},
            severity=severity,
            confidence=confidence,
            message=text,
            suggestions=(Suggestion(better, self.salutation.span),) if better else (),
            recipient=self._email,
        )

    def hit_in_text(self, form: str, severity: Severity, text: Text) -> Hit:
        """The body is out of line with `form`: its first other word shows where."""
        written = self.addressing.sie if form == "du" else self.addressing.du
        return Hit(
            span=written[0],
            values={"said": "Sie" if form == "du" else "du", "form": form, "name": self._name},
            severity=severity,
            confidence=0.8,
            message=text,
            recipient=self._email,
        )

    @property
    def _name(self) -> str:
        return self.reader.person.full if self.reader else ""

    @property
    def _email(self) -> str:
        return self.reader.person.email if self.reader else ""


def _form_of(salutation: Salutation, reader: Reader | None) -> str | None:
    """`Hallo Anna` says du, `Frau Meyer` says Sie, `Guten Tag Anna Meyer` and `Hallo Meyer` neither."""
    greeted = salutation.greeted[0]
    if greeted.honorific or any(map(is_title, greeted.titles)):
        return "Sie"  # "Lieber J.P." has initials, no titles
    if salutation.tone is not Tone.FAMILIAR or not salutation.opening or len(greeted.name.split()) != 1:
        return None
    if reader is None and not is_given_name(greeted.name):
        return None  # "Liebes Tagebuch"
    return None if reader is not None and _is_surname(greeted, reader.person) else "du"


def _is_surname(greeted: Greeted, person: Person) -> bool:
    name = fold(greeted.name)
    return name in {fold(word) for word in person.family.split()} and name != fold(person.given)


def _is_left_to_mixed(salutation: Salutation, said: str, addressing: Addressing) -> bool:
    """register.mixed counts Herr or Frau as one or two words of Sie, and shows the words that fall out of line."""
    if addressing.du and addressing.sie:
        return True
    worth = (2 if salutation.tone is Tone.FORMAL else 1) if salutation.greeted[0].honorific else 0
    return said == "Sie" and 0 < len(addressing.du) <= worth


def _against_contact(draft: _Draft, form: str, earlier: _Earlier) -> Hit | None:
    """What the address book says holds, but a first name in front of Sie is a custom of its own."""
    if draft.said == form:
        if draft.written in (None, form) or (form == "du" and len(draft.addressing.sie) < _SURE_SIE):
            return None
        return draft.hit_in_text(form, Severity.WARNING, _CONTACT_TEXT)
    if form == "du" or draft.written == "du":
        return draft.hit(form, Severity.WARNING, _CONTACT, confidence=0.9)
    return None if earlier.first_names else draft.hit(form, Severity.SUGGESTION, _CONTACT)


def _against_text(draft: _Draft, earlier: _Earlier) -> Hit | None:
    """Salutation and body of the draft contradict each other."""
    if draft.said == "Sie":
        if draft.reader is None and draft.salutation.tone is not Tone.FORMAL:
            return None  # "Hallo Frau Oma!"
        if earlier.form == "Sie":
            return draft.hit_in_text("Sie", Severity.SUGGESTION, _THREAD_TEXT)
        return draft.hit("du", Severity.WARNING, _TEXT)
    if len(draft.addressing.sie) < _SURE_SIE:
        return None
    if earlier.form == "du":
        return draft.hit_in_text("du", Severity.SUGGESTION, _THREAD_TEXT)
    return None if earlier.first_names else draft.hit("Sie", Severity.SUGGESTION, _TEXT, confidence=0.6)


def _against_thread(draft: _Draft, earlier: _Earlier) -> Hit | None:
    """The draft is of one piece, but says something else than the message that it answers."""
    if earlier.form in (None, draft.said) or earlier.before == draft.said:
        return None
    if earlier.form == "du":
        if earlier.before == "du":
            return draft.hit("du", Severity.WARNING, _THREAD)
        # A grown-up who says du to a pupil signs with the whole name.
        return draft.hit("du", Severity.SUGGESTION, _THREAD) if earlier.signed_first else None
    return None if earlier.first_names else draft.hit("Sie", Severity.SUGGESTION, _THREAD)


def _earlier(thread: Thread, reader: Reader | None) -> _Earlier:
    """How the reader writes, if it is the reader who is answered, and in German."""
    answered = thread.answered
    if answered is None or reader is None or not answers(reader, thread) or answered.base_language != "de":
        return _Earlier()
    quoted = "\n".join(quote.span.of(answered.text) for quote in answered.parts.quotes)
    return _Earlier(
        form=_form_in(answered.searchable("own").addressing) or form_greeted_with(answered),
        before=_form_in(addressing_of(quoted)),
        first_names=form_greeted_with(answered) == "du" or _is_signed_with_first_name(answered),
        signed_first=_is_signed_with_first_name(answered),
    )


def _form_in(addressing: Addressing) -> str | None:
    """`du` or `Sie`, where the text keeps to one of them."""
    if bool(addressing.du) == bool(addressing.sie):
        return None
    return "du" if addressing.du else "Sie"


def _is_signed_with_first_name(message: Message) -> bool:
    """`Gruß, Anna`: one word, and no surname."""
    signature = message.parts.signature
    return signature is not None and len(signature.of(message.text).strip().partition("\n")[0].split()) == 1


def _salutation_in(form: str, draft: _Draft) -> str:
    """The whole salutation in the other form; empty where the name for it is not sure."""
    person = draft.reader.person if draft.reader else None
    if person is None or not person.certain or not (person.given and person.family):
        return ""
    if form == "du":
        opening = draft.salutation.opening if draft.salutation.opening.lower().startswith("lieb") else "Hallo"
        words = f"{opening} {person.given.split()[0]}"
    else:
        words = german_greeting(person, draft.thread.honorific_of(person), familiar=False)
    return words + draft.salutation.mark


_TEXT = Text(
    "Die Anrede sagt „{said}“, der Text aber „{form}“.",
    "The salutation says “{said}”, but the text says “{form}”.",
)
_CONTACT = Text(
    "Die Anrede sagt „{said}“; für {name} steht im Adressbuch „{form}“.",
    "The salutation says “{said}”; the address book says “{form}” for {name}.",
)
_CONTACT_TEXT = Text(
    "Der Text sagt „{said}“; für {name} steht im Adressbuch „{form}“.",
    "The text says “{said}”; the address book says “{form}” for {name}.",
)
_THREAD = Text(
    "Die Anrede sagt „{said}“, die beantwortete Nachricht aber „{form}“.",
    "The salutation says “{said}”, but the answered message says “{form}”.",
)
_THREAD_TEXT = Text(
    "Der Text sagt „{said}“, die beantwortete Nachricht aber „{form}“.",
    "The text says “{said}”, but the answered message says “{form}”.",
)

_TO_ANNA = ("Anna Meyer <a.meyer@example.com>",)
_FROM_ANNA = _TO_ANNA[0]
_DU = "\n\nich schicke dir die Unterlagen. Du findest sie im Anhang, und dein Bericht ist dabei.\n\nViele Grüße\nTom"
_SIE = "\n\nich schicke Ihnen die Unterlagen. Bitte prüfen Sie den Bericht.\n\nViele Grüße\nTom Weiß"
_NEITHER = "\n\ndie Unterlagen sind im Anhang, der Bericht ist dabei.\n\nViele Grüße\nTom Weiß"
_ANSWERED_DU = "Hallo Tom,\n\nkannst du mir die Unterlagen schicken?\n\nViele Grüße\nAnna"
_ANSWERED_SIE = (
    "Sehr geehrter Herr Weiß,\n\nkönnen Sie mir die Unterlagen schicken?\n\nMit freundlichen Grüßen\nAnna Meyer"
)

RULE = Rule(
    id="salutation.register",
    languages=frozenset({"de"}),
    severity=Severity.WARNING,
    title=Text("Anrede passt nicht zu du oder Sie", "salutation at odds with du or Sie"),
    message=_TEXT,
    why=Text(
        "Die Anrede sagt als Erstes, wie nah man sich ist. Passt sie nicht zum Rest, wirkt der Brief zusammengesetzt "
        "oder der Leser auf Abstand gesetzt.",
        "The salutation is the first word on how close the two are. If the rest disagrees, the letter looks assembled, "
        "or the reader feels pushed away.",
    ),
    source="German usage: one form of address for one reader; first name with Sie (Hamburger Sie) is a custom of its "
    "own",
    check=check,
    limits=Text(
        "Schweigt bei mehreren Angeredeten und Gruppen, beim Hamburger Sie, das der andere auch schreibt, und sobald "
        "vom Duzen oder Siezen die Rede ist. Mischt der Text selbst du und Sie, meldet das register.mixed.",
        "Silent for several readers and groups, for first name with Sie where the other writes so too, and as soon as "
        "du or Sie is the subject. Where the text itself mixes du and Sie, register.mixed says so.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example("Sehr geehrte Frau Meyer," + _DU, to=_TO_ANNA, flagged="Sehr geehrte Frau Meyer,"),
                Example(
                    "Sehr geehrte Frau Meyer," + _NEITHER,
                    to=_TO_ANNA,
                    answered=_ANSWERED_DU,
                    answered_from=_FROM_ANNA,
                    better="Hallo Anna,",
                ),
                Example(
                    "Liebe Frau Meyer," + _SIE,
                    to=_TO_ANNA,
                    answered=_ANSWERED_DU,
                    answered_from=_FROM_ANNA,
                    better="Liebe Anna,",
                ),
                Example("Hallo Anna," + _SIE, to=_TO_ANNA, flagged="Hallo Anna,", better="Guten Tag Anna Meyer,"),
                Example(
                    "Hallo Anna,\n\ndas Angebot, das Sie geschickt haben, passt. Ich rufe Sie an.\n\nGruß\nTom",
                    to=_TO_ANNA,
                ),
                Example(
                    "Hallo Anna," + _SIE,
                    to=_TO_ANNA,
                    answered=_ANSWERED_DU,
                    answered_from=_FROM_ANNA,
                    flagged="Ihnen",
                ),
                Example(
                    "Liebe Frau Meyer," + _SIE,
                    to=_TO_ANNA,
                    answered="Lieber Tom,\n\nwir wollten doch du sagen! Schickst du mir die Unterlagen?\n\nGruß\nAnna",
                    answered_from=_FROM_ANNA,
                    better="Liebe Anna,",
                ),
                Example(
                    "Hallo Anna," + _DU,
                    to=('"Frau Anna Meyer" <a.meyer@example.com>',),
                    answered=_ANSWERED_SIE,
                    answered_from=_FROM_ANNA,
                    better="Sehr geehrte Frau Meyer,",
                ),
            ),
            good=(
                Example("Sehr geehrte Frau Meyer," + _SIE, to=_TO_ANNA),
                Example("Liebe Frau Meyer," + _SIE, to=_TO_ANNA),
                Example("Hallo Frau Meyer," + _NEITHER, to=_TO_ANNA),
                Example("Liebe Anna," + _DU, to=_TO_ANNA),
                Example("Hallo Anna," + _NEITHER, to=_TO_ANNA),
                Example("Guten Tag Anna Meyer," + _SIE, to=_TO_ANNA),
                Example("Hallo Meyer," + _SIE, to=_TO_ANNA),
                Example(
                    "Hallo Anna," + _SIE,
                    to=_TO_ANNA,
                    answered="Hallo Tom,\n\nkönnen Sie mir die Unterlagen schicken?\n\nViele Grüße\nAnna",
                    answered_from=_FROM_ANNA,
                ),
                Example(
                    "Liebe Anna,\n\ndanke für das Du! Ich schicke dir die Unterlagen.\n\nViele Grüße\nTom",
                    to=_TO_ANNA,
                    answered=_ANSWERED_SIE,
                    answered_from=_FROM_ANNA,
                ),
                Example(
                    "Liebe Anna," + _DU,
                    to=_TO_ANNA,
                    answered="Lieber Herr Weiß,\n\nwollen wir uns duzen? Schicken Sie mir die Unterlagen?\n\nViele "
                    "Grüße\nAnna Meyer",
                    answered_from=_FROM_ANNA,
                ),
                Example("Hallo Frau Oma!" + _DU),
                Example(
                    "Guten Morgen Frau Meyer," + _SIE,
                    to=_TO_ANNA,
                    answered="Lieber Tom,\n\ndenkst du bitte an die Unterlagen?\n\nHerzlich\nAnna Meyer",
                    answered_from=_FROM_ANNA,
                ),
                Example("Liebe Anna, lieber Herr Groß," + _SIE, to=(*_TO_ANNA, "Hans Groß <h@example.com>")),
                Example("Hallo zusammen," + _SIE, to=_TO_ANNA),
                Example("Sehr geehrte Frau Meyer,\n\nhast du die Unterlagen bekommen?\n\nGruß\nTom", to=_TO_ANNA),
                Example(
                    "Sehr geehrte Frau Meyer," + _SIE,
                    to=_TO_ANNA,
                    answered="Hallo Tom,\n\nkannst du das Angebot an Frau Meyer schicken?\n\nViele Grüße\nEva",
                    answered_from="Eva Sommer <e.sommer@example.com>",
                ),
            ),
        ),
    },
)
