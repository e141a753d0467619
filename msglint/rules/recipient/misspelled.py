"""recipient.misspelled: the right person, spelt wrong."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.contacts.matching import Verdict, match_greeted
from msglint.message.model import Message
from msglint.report import Severity, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule, Text


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on every greeted name that is a recipient's name but for a small slip."""
    salutation = message.parts.salutation
    if salutation is None:
        return
    for greeted in salutation.greeted:
        match = match_greeted(greeted, context.thread.everyone)
        if match.verdict is not Verdict.MISSPELLED or match.span is None:
            continue
        yield Hit(
            span=match.span,
            part="salutation",
            values={"wrong": match.wrong, "right": match.right},
            confidence=0.9,
            suggestions=(Suggestion(match.right, match.span),),
        )


RULE = Rule(
    id="recipient.misspelled",
    languages=frozenset(),
    severity=Severity.ERROR,
    title=Text("Name falsch geschrieben", "name misspelled"),
    message=Text(
        "Der Name „{wrong}“ schreibt sich beim Empfänger „{right}“.",
        "The recipient's name is spelt “{right}”, not “{wrong}”.",
    ),
    why=Text(
        "Der eigene Name ist das Wort, bei dem jeder einen Fehler sofort sieht und ihn als Gleichgültigkeit liest.",
        "One's own name is the word in which everybody sees a slip at once, and reads it as indifference.",
    ),
    source="the recipients' own spelling in To, Cc, Reply-To and in the message that is answered",
    check=check,
    limits=Text(
        "Ist der Name in der Adresszeile selbst falsch, glaubt msglint der Adresszeile. Geratene Namen aus der "
        "Adresse vor dem @ gelten nicht.",
        "If the address line itself has the name wrong, msglint believes it. Names guessed from the part before the "
        "@ do not count.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Mayer,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nHans Groß",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    flagged="Mayer",
                    better="Meyer",
                ),
                Example(
                    "Hallo Hans-Jügen,\n\nbis morgen.\n\nGruß\nAnna",
                    to=("Hans-Jürgen Groß <hj@example.com>",),
                    flagged="Hans-Jügen",
                    better="Hans-Jürgen",
                ),
                Example(
                    "Sehr geehrter Herr Mller,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nAnna Groß",
                    to=("Müller, Dr. Tom (ACME GmbH) <t@example.com>",),
                    flagged="Mller",
                    better="Müller",
                ),
                Example(
                    "Sehr geehrter Herr Schmid,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nAnna Groß",
                    to=("Tom Schmidt <t@example.com>",),
                    flagged="Schmid",
                    better="Schmidt",
                ),
            ),
            good=(
                Example(
                    "Sehr geehrter Herr Mueller,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nAnna Groß",
                    to=("Tom Müller <t@example.com>",),
                ),
                Example("Hallo Kathi,\n\nbis morgen.\n\nGruß\nAnna", to=("Katharina Weiß <k@example.com>",)),
                Example(
                    "Sehr geehrte Frau Dr. von der Leyen,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nAnna Groß",
                    to=("Ursula von der Leyen <u@example.com>",),
                ),
                Example("Hallo Jan,\n\nbis morgen.\n\nGruß\nAnna", to=("jan-vertrieb@example.com",)),
                Example(
                    "Liebe Frau Meier,\n\nbis morgen.\n\nGruß\nAnna",
                    to=("Anna Meyer <a@example.com>", "Eva Meier <e@example.com>"),
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Jonh,\n\nthank you.\n\nKind regards,\nAnna",
                    to=("John Parker <j@example.com>",),
                    flagged="Jonh",
                    better="John",
                ),
                Example(
                    "Dear Ms Thomson,\n\nthank you.\n\nKind regards,\nAnna",
                    to=("Eve Thompson <e@example.com>",),
                    flagged="Thomson",
                    better="Thompson",
                ),
            ),
            good=(
                Example("Hi Jim,\n\nthank you.\n\nKind regards,\nAnna", to=("Steffes, James D. <j@example.com>",)),
                Example(
                    "Dear Mr O'Neill,\n\nthank you.\n\nKind regards,\nAnna",
                    to=("Pat O’Neill <p@example.com>",),
                ),
                Example("Jon,\n\nthank you.\n\nAnna", to=("Jonathan Parker <j@example.com>",)),
            ),
        ),
    },
)
