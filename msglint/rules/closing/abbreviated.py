"""closing.abbreviated: MfG, LG, Rgds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.contacts.personal import sounds_familiar
from msglint.message.model import Audience, Channel, Message, Relationship
from msglint.message.patterns import lazy
from msglint.report import Severity, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.rules.closing.wording import written_out
from msglint.texts import Text

_WHOLE_WORDS = ("best",)  # short, but nothing of it is left out
_TO_WIN = (Audience.CUSTOMER, Audience.PROSPECT, Audience.AUTHORITY)
_LINE_ABOVE = 80
_WARM = lazy(r"[gvhs]*l\.?\s?g", re.IGNORECASE)
_WRITTEN_OUT = lazy(r"\b(?:gr(?:ü|u|ue)(?:ß|ss)e?n?|regards|wishes|wünschen)\W*$", re.IGNORECASE)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on an abbreviated closing; among people on first-name terms only towards those one must win."""
    closing = message.parts.closing
    if closing is None or not closing.abbreviated or message.channel is Channel.MESSENGER:
        return
    if closing.span.of(message.text).strip(" ,.!").lower() in _WHOLE_WORDS:
        return
    if _WRITTEN_OUT.search(message.text, max(0, closing.span.start - _LINE_ABOVE), closing.span.start):
        return
    warm = _WARM.match(closing.span.of(message.text)) is not None
    familiar = context.thread.is_familiar or (warm and sounds_familiar(context.thread))
    if familiar and message.audience not in _TO_WIN and message.relationship is not Relationship.NONE:
        return
    better = written_out(closing.span.of(message.text), message.language)
    relaxed = message.is_internal or familiar
    yield Hit(
        span=closing.span,
        part="closing",
        severity=Severity.SUGGESTION if relaxed else None,
        values={"short": closing.span.of(message.text)},
        confidence=0.9,
        suggestions=(Suggestion(better, closing.span, safe=True),) if better else (),
    )


RULE = Rule(
    id="closing.abbreviated",
    languages=frozenset({"de", "en"}),
    severity=Severity.WARNING,
    title=Text("abgekürzte Grußformel", "abbreviated closing"),
    message=Text("Der Gruß ist abgekürzt: „{short}“.", "The closing is abbreviated: “{short}”."),
    why=Text(
        "Ein abgekürzter Gruß liest sich, als wäre für ein ganzes Wort keine Zeit gewesen.",
        "A shortened closing reads as if there had been no time for a whole word.",
    ),
    source="DIN 5008 practice and German business etiquette: the closing is written out",
    check=check,
    limits=Text(
        "LG, VG und BG können auch Gerichte und Firmen sein; beanstandet werden sie nur als eigene Zeile am Schluss. Wer sich "
        "duzt oder nach „Hallo Anna“ ohne „Sie“ schreibt, darf so grüßen, außer gegenüber Kunden, Interessenten und Ämtern.",
        "LG, VG and BG may be courts and firms; they are flagged only as a line of their own at the end. People on "
        "first-name terms may close like this, but not towards customers, prospects and public offices.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndie Rechnung ist bezahlt.\n\nMfG\nTom Weiß",
                    flagged="MfG",
                    better="Mit freundlichen Grüßen",
                ),
                Example(
                    "Hallo Anna,\n\nich komme um drei zu dir.\n\nlg Tom",
                    flagged="lg",
                    better="Liebe Grüße",
                    audience=Audience.CUSTOMER,
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\ndie Ware ist da.\n\nVG, Tom Weiß",
                    flagged="VG",
                    better="Viele Grüße",
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndas LG Berlin hat heute entschieden.\n\nMit freundlichen "
                    "Grüßen\nTom Weiß"
                ),
                Example("Sehr geehrte Frau Meyer,\n\ndie BG Bau verlangt den Nachweis.\n\nViele Grüße\nTom Weiß"),
                Example("Hallo Anna,\n\nkommst du um drei zu mir? Ich bringe Kuchen mit.\n\nLG Tom"),
                Example("Liebe Anna,\n\nder Kuchen steht in der Küche, morgen komme ich wieder.\n\nLG\nTom"),
                Example("Hallo Herr Groß,\n\ndie Ware ist da.\n\nDann mit freundlichen Grüßen\n\nlg Tom"),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nthe invoice has been paid.\n\nRgds\nTom White",
                    flagged="Rgds",
                    better="Kind regards",
                ),
                Example("Hi Anna,\n\nI will be there at three.\n\nThx, Tom", flagged="Thx", better="Thank you"),
            ),
            good=(
                Example("Dear Ms Parker,\n\nthe invoice has been paid.\n\nBest regards,\nTom White"),
                Example("Dear Ms Parker,\n\nthe invoice has been paid.\n\nBest,\nTom White"),
                Example("Dear Ms Parker,\n\nthe invoice has been paid.\n\nBest\nTom White"),
                Example("Dear Ms Parker,\n\nBest Foods has paid the invoice.\n\nKind regards,\nTom White"),
            ),
        ),
    },
)
