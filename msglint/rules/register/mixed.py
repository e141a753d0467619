"""register.mixed: du and Sie for one reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.message.register import REQUEST_WORDS, formality_of, requests_in
from msglint.report import Severity
from msglint.rules.base import Context, Example, Examples, Hit, Option, Rule
from msglint.texts import Text

_SMALL_REQUEST: Final = lazy(r"n\s+sie\b")


def check(message: Message, context: Context) -> Iterator[Hit]:
    """One hit on the first form that falls out of line, if the own text says both du and Sie to one reader."""
    salutation = message.parts.salutation
    if (salutation is not None and len(salutation.greeted) > 1) or not _may_differ(message, context):
        return
    from msglint.rules.register.differing import slip_in

    hit = slip_in(message, context)
    if hit is not None:
        yield hit


def _may_differ(message: Message, context: Context) -> bool:
    """Whether the body could hold more than one form at all: most letters do not."""
    if context.thread.form_by_contacts is not None:
        return True
    body = message.parts.body_text
    addressing = message.searchable("body").addressing
    is_sie = bool(addressing.sie) or formality_of(message.parts.salutation) > 0
    if addressing.du or addressing.ihr:
        return is_sie or _SMALL_REQUEST.search(body) is not None
    may_ask = not REQUEST_WORDS.isdisjoint(message.searchable("body").words)
    return is_sie and may_ask and bool(requests_in(body))


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
