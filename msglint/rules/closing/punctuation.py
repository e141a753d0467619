"""closing.punctuation: a comma after a German closing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.model import Channel, Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_GERMAN = lazy(
    r"\bgr(?:ü|ue)(?:ß|ss)en?\b|\bgru(?:ß|ss)\b|\b(?:hochachtungsvoll|herzlichst|freundlichst)\b", re.IGNORECASE
)
_COMMA_ALONE = lazy(r"[ \t]*(?P<comma>,)[ \t]*(?:\n|$)")


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the comma that ends the line of a German closing; Swiss and English letters are left alone."""
    closing = message.parts.closing
    if closing is None or message.language == "de-CH" or message.channel is Channel.MESSENGER:
        return
    if message.is_internal or context.thread.is_familiar:
        return
    if "," not in message.text[closing.span.end : closing.after + 1]:
        return
    if not _GERMAN.search(closing.span.of(message.text)):
        return
    comma = _COMMA_ALONE.match(message.text, closing.span.end)
    if comma is None:
        return
    yield Hit(
        span=Span(closing.span.start, comma.end("comma")),
        part="closing",
        values={"closing": closing.span.of(message.text)},
        confidence=0.9,
        suggestions=(Suggestion("", Span(*comma.span("comma")), safe=True),),
    )


RULE = Rule(
    id="closing.punctuation",
    languages=frozenset({"de"}),
    severity=Severity.SUGGESTION,
    title=Text("Komma nach dem Gruß", "comma after the closing"),
    message=Text(
        "Nach „{closing}“ steht im Deutschen kein Komma.",
        "In German no comma follows “{closing}”.",
    ),
    why=Text(
        "Das Komma stammt aus englischen Briefen; wer viel deutsche Post liest, bleibt daran hängen.",
        "The comma comes from English letters; readers of German mail stumble over it.",
    ),
    source="Duden vol. 9, quoted at wirtschaftsforum.de: the closing has no full stop, comma or exclamation mark",
    check=check,
    limits=Text(
        "Grüße mit dem Namen in derselben Zeile bleiben unbeanstandet, ebenso Schweizer Briefe und alles unter "
        "Kollegen und Vertrauten.",
        "Closings with the name in the same line are left alone, and so are Swiss letters and whatever is written "
        "among colleagues and friends.",
    ),
    tags=("din-5008",),
    price=2,
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndie Rechnung ist bezahlt.\n\nMit freundlichen Grüßen,\nTom Weiß",
                    flagged="Mit freundlichen Grüßen,",
                    better="",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nich komme um drei zu Ihnen.\n\nViele Grüße,\n\nTom Weiß",
                    flagged="Viele Grüße,",
                ),
                Example(
                    "Liebe Frau Meyer,\n\nich danke Ihnen für die Karte.\n\nHerzlichst,\nTom Weiß",
                    flagged="Herzlichst,",
                ),
            ),
            good=(
                Example("Sehr geehrte Frau Meyer,\n\ndie Rechnung ist bezahlt.\n\nMit freundlichen Grüßen\nTom Weiß"),
                Example("Hallo Anna,\n\nich komme um drei zu dir.\n\nViele Grüße, Tom"),
                Example("Hallo Anna,\n\nich komme um drei zu dir.\n\nLiebe Grüße,\nTom"),
                Example("Guten Tag Frau Meyer,\n\nich komme um drei zu Ihnen.\n\nBest regards,\nTom Weiß"),
                Example(
                    "Grüezi Frau Aebi\n\nDas Velo steht an der Bahnhofstrasse, Sie können es abholen.\n\n"
                    "Freundliche Grüsse,\nReto Frei"
                ),
                Example("Hallo Anna,\n\nbis Montag!\n\nViele Grüße und bis bald,\nTom", channel=Channel.MESSENGER),
            ),
        ),
    },
)
