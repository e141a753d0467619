"""grammar.comma: a comma that is missing between two clauses, or one too many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from msglint.message.model import Message
from msglint.report import Severity
from msglint.rules.base import Context, Example, Examples, Hit, Need, Rule
from msglint.rules.reported import hits_of
from msglint.texts import Text

_ID = "grammar.comma"

_TOO_MANY = Text("Hier steht ein Komma zu viel: „{better}“", "There is a comma too many here: “{better}”")


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on each place where a comma is missing or too many."""
    for hit in hits_of(_ID, message, context):
        is_too_many = hit.values["word"].count(",") > hit.values["better"].count(",")
        yield replace(hit, message=_TOO_MANY) if is_too_many else hit


RULE = Rule(
    id=_ID,
    languages=frozenset({"de"}),
    severity=Severity.SUGGESTION,
    title=Text("Komma", "comma"),
    message=Text("Hier fehlt ein Komma: „{better}“", "A comma is missing here: “{better}”"),
    why=Text(
        "Das Komma zeigt, wo ein neuer Gedanke beginnt. LanguageTool: {languagetool}",
        "The comma shows where a new thought begins. LanguageTool: {languagetool}",
    ),
    source="LanguageTool, categories PUNCTUATION and HILFESTELLUNG_KOMMASETZUNG",
    check=check,
    needs=frozenset({Need.LANGUAGETOOL}),
    price=3,
    limits=Text(
        "Im Englischen sind Kommas meist Geschmackssache und bleiben unbeanstandet.",
        "In English most commas are a matter of taste and are left alone.",
    ),
    tags=("languagetool",),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Guten Tag Frau Klein,\n\nbitte sagen Sie uns ob der Termin passt.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="uns ob",
                    better="uns, ob",
                ),
                Example(
                    "Guten Tag Frau Klein,\n\nwir hoffen dass Sie am Montag Zeit haben.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="hoffen dass",
                    better="hoffen, dass",
                ),
                Example(
                    "Guten Tag Frau Klein,\n\ndie Firma die uns beliefert hat Betriebsferien.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Firma die",
                    better="Firma, die",
                ),
                Example(
                    "Guten Tag Frau Klein,\n\naus diesem Grund, melden wir uns erst heute.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Grund, melden",
                    better="Grund melden",
                ),
            ),
            good=(
                Example(
                    "Guten Tag Frau Klein,\n\nbitte sagen Sie uns, ob der Termin passt.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Guten Tag Frau Klein,\n\nvielen Dank, liebe Kollegin, für die schnelle Antwort.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Guten Tag Frau Klein,\n\nwir hoffen, dass Sie am Montag Zeit haben, und melden uns morgen.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
            ),
        ),
    },
)
