"""recipient.self-greeting: the writer greets the writer."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.contacts.greeting import greeting_for
from msglint.contacts.names.matching import Verdict, match_greeted
from msglint.contacts.thread import Thread
from msglint.message.greeted import Greeted
from msglint.message.model import Message
from msglint.report import Severity, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on a greeted name that is the sender's and no recipient's."""
    salutation, thread = message.parts.salutation, context.thread
    if salutation is None or len(salutation.greeted) != 1 or salutation.group or not thread.knows_all_recipients:
        return
    greeted = salutation.greeted[0]
    if thread.is_to_self or not _is_sender(greeted, thread):
        return
    yield Hit(
        span=greeted.span,
        part="salutation",
        values={"greeted": greeted.name, "recipient": ", ".join(person.full for person in thread.recipients)},
        confidence=0.9,
        suggestions=(Suggestion(greeting_for(thread, message.language), salutation.span),),
        recipient=thread.recipients[0].email if len(thread.recipients) == 1 else "",
    )


def _is_sender(greeted: Greeted, thread: Thread) -> bool:
    """The sender's own name, and nobody else's around the message: namesakes and relatives write to each other."""
    if thread.sender is None or not thread.sender.evident:
        return False
    if match_greeted(greeted, thread.everyone).verdict not in (Verdict.OTHER, Verdict.MISSPELLED):
        return False
    if any(thread.is_in_addresses(word) for word in greeted.name.split()):
        return False
    return match_greeted(greeted, (thread.sender,)).verdict is Verdict.RIGHT


RULE = Rule(
    id="recipient.self-greeting",
    languages=frozenset({"de", "en"}),
    severity=Severity.ERROR,
    title=Text("sich selbst angeredet", "the writer is greeted"),
    message=Text(
        "Angeredet wird „{greeted}“, also der Absender; die Nachricht geht an {recipient}.",
        "The message greets “{greeted}”, its own sender; it goes to {recipient}.",
    ),
    why=Text(
        "Eine Antwort, deren Anrede aus der beantworteten Nachricht übernommen wurde, zeigt dem Leser, dass er eine "
        "Vorlage vor sich hat.",
        "A salutation taken over from the message that is answered shows the reader that a template is talking.",
    ),
    source="a slip of templates and of quick answers; compared with From",
    check=check,
    supersedes=frozenset({"recipient.mismatch", "recipient.misspelled"}),
    limits=Text(
        "Schweigt, wenn ein Empfänger nicht als Person bekannt ist oder so heißen könnte wie der Absender.",
        "Silent if a recipient is not known as a person, or could be called like the sender.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrter Herr Groß,\n\nvielen Dank für das Gespräch.\n\nMit freundlichen Grüßen\nHans Groß",
                    from_="Hans Groß <hans.gross@example.com>",
                    to=("Anna Meyer <a.meyer@example.org>",),
                    flagged="Groß",
                    better="Guten Tag Anna Meyer,",
                ),
                Example(
                    "Hallo Hans,\n\nich schicke dir die Zahlen morgen.\n\nViele Grüße\nHans",
                    from_="Hans Groß <hans.gross@example.com>",
                    to=("Anna Meyer <a.meyer@example.org>",),
                    flagged="Hans",
                    better="Hallo Anna,",
                ),
            ),
            good=(
                Example(
                    "Hallo Hans,\n\nich schicke dir die Zahlen morgen.\n\nViele Grüße\nHans",
                    from_="Hans Groß <hans.gross@example.com>",
                    to=("Hans Weiß <h.weiss@example.org>",),
                ),
                Example(
                    "Liebe Frau Groß,\n\nich schicke Ihnen die Zahlen morgen.\n\nViele Grüße\nHans Groß",
                    from_="Hans Groß <hans.gross@example.com>",
                    to=("Eva Groß <eva.gross@example.org>",),
                ),
                Example(
                    "Hallo Hans,\n\ndie Milch nicht vergessen.\n\nGruß\nHans",
                    from_="Hans Groß <hans.gross@example.com>",
                    to=("Hans privat <hans.gross@example.com>",),
                ),
                Example(
                    "Hallo Hansi,\n\nich schicke dir die Zahlen morgen.\n\nViele Grüße\nHans",
                    from_="Hans Groß <hans.gross@example.com>",
                    to=("Johann Weiß <j.weiss@example.org>",),
                ),
                Example(
                    "Sehr geehrter Herr Groß,\n\nvielen Dank.\n\nMit freundlichen Grüßen\nHans Groß",
                    from_="Hans Groß <hans.gross@example.com>",
                    to=("info@example.org",),
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Tom,\n\nthank you for the call.\n\nKind regards,\nTom",
                    from_="Tom White <tom@example.com>",
                    to=("Anna Meyer <a.meyer@example.org>",),
                    flagged="Tom",
                    better="Dear Anna Meyer,",
                ),
                Example(
                    "Dear Mr White,\n\nthank you for the call.\n\nKind regards,\nTom White",
                    from_="Tom White <tom@example.com>",
                    to=("Anna Meyer <a.meyer@example.org>",),
                    flagged="White",
                ),
            ),
            good=(
                Example(
                    "Dear Tom,\n\nthank you for the call.\n\nKind regards,\nTom",
                    from_="Tom White <tom@example.com>",
                    to=("Thomas Black <t.black@example.org>",),
                ),
                Example(
                    "Dear Mr White,\n\nthank you for the call.\n\nKind regards,\nTom White",
                    from_="Tom White <tom@example.com>",
                    to=("Bill White <bill@example.org>",),
                ),
            ),
        ),
    },
)
