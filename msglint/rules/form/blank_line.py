"""form.blank-line: salutation or closing stuck to the text."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.message.greeted import Tone
from msglint.message.model import Channel, Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Option, Rule
from msglint.texts import Text

_TEXT_BELOW = lazy(r"[ \t]*\n[ \t]*[^\s>]")
_TEXT_ABOVE = lazy(r"[.!?:)\w][ \t]*\n[ \t]*\Z")
_FORMULA = lazy(
    r"(?:(?:Mit|Viele|Beste|Freundliche|Herzliche|Liebe|Schöne|Gr(?:ü|ue)(?:ß|ss)e)\b.*\b[Gg]r(?:ü|ue)(?:ß|ss)|Gr(?:ü|ue)(?:ß|ss)e\b|"
    r"Hochachtungsvoll|(?:Best|Kind|Warm|Kindest|Many|With)\b.*\b(?:regards|wishes)|Regards\b|Yours\b|Sincerely\b)"
)
_NEAR = 80
_CHANNELS = frozenset({Channel.EMAIL, Channel.LETTER})


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit where no blank line follows the salutation, and one where none stands before the closing."""
    if message.channel not in _CHANNELS or message.html or message.is_internal or context.thread.is_familiar:
        return
    if len(message.parts.body_text.split()) < context.number("min-words") or not _is_formal(message):
        return
    yield from _below_salutation(message)
    yield from _above_closing(message)


def _is_formal(message: Message) -> bool:
    """`Sehr geehrte …`, `Guten Tag …`, `Liebe Frau …`: whoever writes `Hey` follows no norm."""
    salutation = message.parts.salutation
    if salutation is None or not salutation.opening:
        return False
    return salutation.tone is not Tone.FAMILIAR or any(greeted.honorific for greeted in salutation.greeted)


def _below_salutation(message: Message) -> Iterator[Hit]:
    salutation = message.parts.salutation
    if salutation is None or not salutation.own_line:
        return
    end = salutation.span.end
    if _TEXT_BELOW.match(message.text, end):
        yield Hit(
            span=salutation.span,
            confidence=0.9,
            message=Text("Nach der Anrede fehlt die Leerzeile.", "There is no blank line after the salutation."),
            suggestions=(Suggestion("\n", Span(end, end), safe=True),),
        )


def _above_closing(message: Message) -> Iterator[Hit]:
    """Not where the closing ends a sentence (`…, verbleibe ich` in the line above) or is just `Ihre`."""
    closing = message.parts.closing
    if closing is None:
        return
    start = closing.span.start
    if _FORMULA.match(closing.span.of(message.text)) and _TEXT_ABOVE.search(
        message.text[max(0, start - _NEAR) : start]
    ):
        place = _at(message, start)
        yield Hit(
            span=closing.span,
            part="closing",
            confidence=0.9,
            suggestions=(Suggestion("\n", place, safe=True),),
        )


def _at(message: Message, start: int) -> Span:
    line = message.text.rfind("\n", 0, start) + 1
    return Span(line, line)


RULE = Rule(
    id="form.blank-line",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("Leerzeile um den Text", "blank lines around the text"),
    message=Text("Vor dem Gruß fehlt die Leerzeile.", "There is no blank line before the closing."),
    why=Text(
        "Luft um Anrede und Gruß gibt dem Text einen Anfang und ein Ende; der Leser sieht sofort, wo die Sache beginnt.",
        "Some air around salutation and closing gives the text a beginning and an end; the reader sees at once where "
        "the matter starts.",
    ),
    source="DIN 5008: one blank line after the salutation and one before the closing",
    check=check,
    options=(
        Option(
            "min-words",
            25,
            Text("kürzere Nachrichten bleiben unbeanstandet", "shorter messages are left alone"),
        ),
    ),
    limits=Text(
        "Nur in Mails und Briefen als reiner Text mit förmlicher Anrede; nicht unter Kollegen und Vertrauten.",
        "Only in plain-text mails and letters with a formal salutation; not among colleagues and friends.",
    ),
    tags=("din-5008",),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\nvielen Dank für Ihr Angebot vom Montag. Wir haben die Preise "
                    "verglichen und nehmen es gern an. Bitte liefern Sie die Tische bis Freitag an unsere Adresse in "
                    "Kassel, Hintereingang am Hof.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Sehr geehrte Frau Meyer,",
                    better="\n",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nvielen Dank für Ihr Angebot vom Montag. Wir haben die Preise "
                    "verglichen und nehmen es gern an. Bitte liefern Sie die Tische bis Freitag an unsere Adresse in "
                    "Kassel, Hintereingang am Hof.\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Mit freundlichen Grüßen",
                    better="\n",
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nvielen Dank für Ihr Angebot vom Montag. Wir haben die Preise "
                    "verglichen und nehmen es gern an. Bitte liefern Sie die Tische bis Freitag an unsere Adresse in "
                    "Kassel, Hintereingang am Hof.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example("Guten Tag Frau Meyer,\ndie Tische sind da, danke.\nViele Grüße\nTom Weiß"),
                Example(
                    "Hallo Anna,\nich habe deinen Entwurf gelesen und zwei Stellen markiert, die mir noch nicht klar "
                    "sind. Magst du sie dir bis morgen ansehen? Danach schicke ich ihn an den Kunden, der schon "
                    "darauf wartet.\nViele Grüße\nTom"
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\nthank you for your offer. We have compared the prices and would like to accept "
                    "it. Please deliver the tables by Friday to our address in Leeds, at the back of the house.\n\n"
                    "Kind regards,\nTom White",
                    flagged="Dear Ms Parker,",
                ),
                Example(
                    "Dear Ms Parker,\n\nthank you for your offer. We have compared the prices and would like to accept "
                    "it. Please deliver the tables by Friday to our address in Leeds, at the back of the house.\n"
                    "Kind regards,\nTom White",
                    flagged="Kind regards",
                ),
            ),
            good=(
                Example(
                    "Dear Ms Parker,\n\nthank you for your offer. We have compared the prices and would like to accept "
                    "it. Please deliver the tables by Friday to our address in Leeds, at the back of the house.\n\n"
                    "Kind regards,\nTom White"
                ),
                Example("Dear Ms Parker,\nthe tables have arrived, thank you.\nKind regards,\nTom White"),
            ),
        ),
    },
)
