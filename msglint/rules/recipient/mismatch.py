"""recipient.mismatch: somebody else is greeted than the message goes to."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.contacts.greeting import greeting_for
from msglint.contacts.matching import Verdict, match_greeted
from msglint.message.greeted import Greeted
from msglint.message.model import Message
from msglint.message.people import fold
from msglint.report import Severity, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule, Text

_MAX_RECIPIENTS = 4


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on a greeted name that belongs to none of the people around the message, where all of them are known."""
    salutation = message.parts.salutation
    thread = context.thread
    if (
        salutation is None
        or salutation.group
        or not thread.knows_all_recipients
        or len(message.headers.recipients) > _MAX_RECIPIENTS
    ):
        return
    matches = [(greeted, match_greeted(greeted, thread.everyone)) for greeted in salutation.greeted if greeted.name]
    if (
        not matches
        or any(match.verdict is not Verdict.OTHER for _, match in matches)
        or not _is_sure(matches[0][0], context)
    ):
        return
    greeted = matches[0][0]
    if any(fold(word) in thread.header_words for word in greeted.name.split()):
        return
    yield Hit(
        span=greeted.span,
        part="salutation",
        values={"greeted": greeted.name, "recipient": ", ".join(person.full for person in thread.recipients)},
        confidence=0.85 if greeted.honorific or len(greeted.name.split()) > 1 else 0.7,
        suggestions=(Suggestion(greeting_for(thread, message.language), salutation.span),),
    )


def _is_sure(greeted: Greeted, context: Context) -> bool:
    """Every recipient's full name is known, and the greeted word is a capitalised name, not a term of endearment."""
    complete = all(person.certain and person.given and person.family for person in context.thread.recipients)
    return complete and greeted.name[:1].isupper() and len(greeted.name) > 2


RULE = Rule(
    id="recipient.mismatch",
    languages=frozenset(),
    severity=Severity.ERROR,
    title=Text("falsche Person angeredet", "wrong person greeted"),
    message=Text(
        "Angeredet wird „{greeted}“, die Nachricht geht aber an {recipient}.",
        "The message greets “{greeted}”, but it goes to {recipient}.",
    ),
    why=Text(
        "Wer unter fremdem Namen angeredet wird, weiß: Der Text war für jemand anderen. Vielleicht ist auch die "
        "Adresse falsch.",
        "A reader greeted by somebody else's name knows that the text was meant for another. Or the address is wrong.",
    ),
    source="the classic copy-and-paste accident; compared with To, Cc, Reply-To, the answered message and its "
    "signature",
    check=check,
    limits=Text(
        "Schweigt, wenn auch nur ein Empfänger nicht als Person bekannt ist oder der Name eine unbekannte Kurzform "
        "sein könnte.",
        "Silent if even one recipient is not known as a person, or if the name could be an unknown short form.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrter Herr Schulz,\n\nvielen Dank für das Gespräch.\n\nMit freundlichen Grüßen\nTom Weiß",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    flagged="Schulz",
                    better="Guten Tag Anna Meyer,",
                ),
                Example(
                    "Hallo Markus,\n\nvielen Dank für das Gespräch.\n\nViele Grüße\nTom",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    flagged="Markus",
                ),
            ),
            good=(
                Example("Hallo Frau Schulz,\n\nbis morgen.\n\nGruß\nTom", to=("Anna Meyer <anna.schulz@example.com>",)),
                Example(
                    "Sehr geehrter Herr Schulz,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nTom Weiß",
                    to=("Anna Meyer <a@example.com>",),
                    cc=("Ralf Schulz <r@example.com>",),
                ),
                Example(
                    "Sehr geehrter Herr Schulz,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nTom Weiß",
                    to=("Sekretariat ACME <office@example.com>",),
                ),
                Example("Hallo Sascha,\n\nbis morgen.\n\nGruß\nTom", to=("Alexander Groß <a@example.com>",)),
                Example("Hallo Sepp,\n\nbis morgen.\n\nGruß\nTom", to=("Josef Groß <j@example.com>",)),
                Example("Hallo zusammen,\n\nbis morgen.\n\nGruß\nTom", to=("Anna Meyer <a@example.com>",)),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Mr Hill,\n\nthank you for the call.\n\nKind regards,\nTom White",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    flagged="Hill",
                    better="Dear Anna Meyer,",
                ),
                Example(
                    "Dear Ms Carter,\n\nthank you for the call.\n\nKind regards,\nTom White",
                    to=("Peter Dole <p@example.com>",),
                    flagged="Carter",
                ),
            ),
            good=(
                Example("Hi Bill,\n\nsee you.\n\nTom", to=("William Dole <w@example.com>",)),
                Example("Hi Dick,\n\nsee you.\n\nTom", to=("Richard Shaw <r@example.com>",)),
                Example("Dear Mr Hill,\n\nthank you.\n\nKind regards,\nTom", to=("hill.office@example.com",)),
            ),
        ),
    },
)
