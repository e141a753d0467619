"""body.long-paragraph: one block among others that is too large to be read."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.message.model import Message
from msglint.message.pasted import without_pasted
from msglint.message.prose import paragraphs_of
from msglint.report import Severity
from msglint.rules.base import Context, Example, Examples, Hit, Option, Rule
from msglint.rules.body.blocks import BLOCK_DE, BLOCK_EN, HALVES_DE, HALVES_EN, may_have_long_block
from msglint.texts import Text

_SEVERAL = Text(
    "{count} Absätze sind sehr lang; dieser hat {words} Wörter.",
    "{count} paragraphs are very long; this one has {words} words.",
)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """One hit on the longest paragraph of running text with too many words, in a message that has more than one."""
    body = message.parts.body_text
    most = context.number("max-words")
    if not may_have_long_block(message, context, most):
        return
    paragraphs = list(paragraphs_of(body))
    if len(paragraphs) < 2:  # body.no-paragraphs speaks
        return
    own = len(without_pasted(body).rstrip())
    long = [paragraph for paragraph in paragraphs if paragraph.words > most and paragraph.span.end <= own]
    if long:
        longest = max(long, key=lambda paragraph: paragraph.words)
        yield Hit(
            span=longest.span,
            values={"words": str(longest.words), "count": str(len(long))},
            message=_SEVERAL if len(long) > 1 else None,
            confidence=0.85,
        )


RULE = Rule(
    id="body.long-paragraph",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("sehr langer Absatz", "a very long paragraph"),
    message=Text("Dieser Absatz hat {words} Wörter.", "This paragraph has {words} words."),
    why=Text(
        "Auf dem Telefon füllt so ein Absatz den ganzen Bildschirm; wer abgelenkt wird, findet die Stelle nicht wieder.",
        "On a phone such a paragraph fills the whole screen; whoever is interrupted does not find the place again.",
    ),
    source="DIN 5008: a blank line between paragraphs; the number of words: own observation",
    check=check,
    price=2,
    options=(Option("max-words", 150, Text("so viele Wörter dürfen es sein", "so many words are fine")),),
    limits=Text(
        "Listen, Tabellen, Adressen und angekündigte Auszüge zählen nicht. Gezeigt wird der längste Absatz. Besteht die "
        "Nachricht aus nur einem Block, spricht body.no-paragraphs.",
        "Lists, tables, addresses and announced excerpts do not count. The longest paragraph is shown. Where there is only "
        "one block, body.no-paragraphs speaks.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    f"Sehr geehrte Frau Meyer,\n\nvielen Dank für die Führung.\n\n{BLOCK_DE}\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged=BLOCK_DE,
                ),
                Example(
                    f"Guten Tag Herr Groß,\n\n{BLOCK_DE}\n\nDer Plan liegt bei.\n\nViele Grüße\nAnna Meyer",
                    flagged=BLOCK_DE,
                ),
            ),
            good=(
                Example(
                    f"Sehr geehrte Frau Meyer,\n\nvielen Dank für die Führung.\n\n{HALVES_DE}\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nhier schicke ich Ihnen einen Ausschnitt aus meinem Skript.\n\n"
                    f"{BLOCK_DE}\n\n{BLOCK_DE}\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Hallo Anna,\n\nwir brauchen:\n"
                    + "- Tisch aus Buche mit vier Stühlen\n" * 40
                    + "\nKommst du?\n\nViele Grüße\nTom"
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    f"Dear Ms Parker,\n\nthank you for showing us around.\n\n{BLOCK_EN}\n\nKind regards,\nTom White",
                    flagged=BLOCK_EN,
                ),
                Example(f"Hello John,\n\n{BLOCK_EN}\n\nThe plan is below.\n\nBest regards,\nAnna", flagged=BLOCK_EN),
            ),
            good=(
                Example(
                    f"Dear Ms Parker,\n\nthank you for showing us around.\n\n{HALVES_EN}\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Parker,\n\nhere is an excerpt from my script.\n\n"
                    f"{BLOCK_EN}\n\n{BLOCK_EN}\n\nKind regards,\nTom White"
                ),
                Example(
                    "Hi Anna,\n\nwe need:\n"
                    + "- a table of beech with four chairs\n" * 40
                    + "\nWill you come?\n\nBest regards,\nTom"
                ),
            ),
        ),
    },
)
