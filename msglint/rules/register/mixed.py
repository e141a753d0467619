"""register.mixed: du and Sie for one reader."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.message.greeted import Salutation, Tone
from msglint.message.lines import masked
from msglint.message.model import Message
from msglint.message.pasted import sections_of
from msglint.message.register import Addressing, addressing_of
from msglint.report import Severity, Span
from msglint.rules.base import Context, Example, Examples, Hit, Option, Rule
from msglint.texts import Text


def check(message: Message, context: Context) -> Iterator[Hit]:
    """One hit on the first form that falls out of line, if the own text says both du and Sie to one reader."""
    body = message.parts.body_text
    addressing = addressing_of(body)
    salutation = message.parts.salutation
    if salutation is not None and len(salutation.greeted) > 1:
        return
    if not addressing.du or not (addressing.sie or _formality(salutation)):
        return
    for at, section in enumerate(sections_of(body)):
        part = addressing_of(masked(body, (section,)))
        hit = _slip_in(message, part, salutation if at == 0 else None, context)
        if hit is not None:
            yield hit
            return


def _slip_in(message: Message, addressing: Addressing, salutation: Salutation | None, context: Context) -> Hit | None:
    du, sie = len(addressing.du), len(addressing.sie) + _formality(salutation)
    if not du or not sie or du + sie < context.number("min-forms"):
        return None
    form = "du" if du > sie or (du == sie and _comes_first(addressing)) else "Sie"
    certain = _certain(addressing.sie, message.text)
    if form == "Sie" and not certain and not _formality(salutation):
        return None
    slips = certain if form == "du" else addressing.du
    if not slips:
        return None
    slip = slips[0]
    return Hit(
        span=slip,
        values={"form": form, "slip": slip.of(message.text)},
        confidence=0.85 if len(slips) > 1 else 0.75,
    )


def _comes_first(addressing: Addressing) -> bool:
    """The text says du before it says Sie; a salutation that says Sie has said it first."""
    return bool(addressing.sie) and addressing.du[0] < addressing.sie[0]


def _formality(salutation: Salutation | None) -> int:
    """How many pronouns the salutation is worth: "Sehr geehrte Frau Meyer" says Sie twice, "Hallo Frau Meyer" once."""
    if salutation is None or not any(person.honorific for person in salutation.greeted):
        return 0
    return 2 if salutation.tone is Tone.FORMAL else 1


def _certain(forms: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """`Ihre` alone may be hers or theirs, written large by mistake."""
    return tuple(form for form in forms if form.of(text).lower() in ("sie", "ihnen"))


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
        "Zählt nur sichere Formen: „Sie“ am Satzanfang kann „sie alle“ heißen, „ihr“ gilt der Gruppe. Über Trennlinien, "
        "angekündigte Texte und eine zweite Anrede hinweg wird nicht verglichen.",
        "Counts only sure forms: “Sie” at the start of a sentence may mean they, “ihr” means the group. Does not "
        "compare across dividing lines, announced texts and a second salutation.",
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
                    "----------------------\nHallo Anna,\n\nich suche ein Zimmer und würde dich gern treffen. Hast du am "
                    "Montag Zeit?\n----------------------\nBitte antworten Sie Frau Weiß direkt.\n\nViele Grüße\nTom"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nhier sende ich Ihnen einen Auszug aus meinem Text.\n\n"
                    + "Du bist am Morgen gegangen, und der Hof war leer. Ich habe dir nachgesehen, bis der Zug kam. "
                    * 4
                    + "\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrter Herr Groß,\n\nam Ende sagt der Wirt im Stück: «Du bleibst hier, und dein Hund "
                    "auch.» Gefällt Ihnen der Schluss?\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
            ),
        ),
    },
)
