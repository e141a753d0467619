"""body.no-paragraphs: the whole text is one block."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.message.model import Message
from msglint.message.pasted import without_pasted
from msglint.message.prose import paragraphs_of
from msglint.report import Severity
from msglint.rules.base import Context, Example, Examples, Hit, Option, Rule
from msglint.rules.body.blocks import BLOCK_DE, BLOCK_EN, HALVES_DE, HALVES_EN, may_have_long_block
from msglint.texts import Text


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on a text of many words that nothing divides."""
    body = message.parts.body_text
    most = context.number("max-words")
    if not may_have_long_block(message, context, most):
        return
    paragraphs = list(paragraphs_of(without_pasted(body)))
    if len(paragraphs) == 1 and paragraphs[0].words > most:
        yield Hit(span=paragraphs[0].span, values={"words": str(paragraphs[0].words)}, confidence=0.85)


RULE = Rule(
    id="body.no-paragraphs",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("Text ohne Absätze", "a text without paragraphs"),
    message=Text("{words} Wörter stehen in einem einzigen Block.", "{words} words stand in a single block."),
    why=Text(
        "Absätze zeigen dem Leser, wo ein Gedanke endet; ohne sie muss er alles lesen, um die eine Frage zu finden.",
        "Paragraphs show the reader where a thought ends; without them everything has to be read to find the one "
        "question.",
    ),
    source="DIN 5008: a blank line between paragraphs",
    check=check,
    price=2,
    options=(Option("max-words", 120, Text("so viele Wörter dürfen es sein", "so many words are fine")),),
    limits=Text(
        "Eine kurze Zeile, die einen Satz beendet, gilt als Absatz.",
        "A short line that ends a sentence counts as a paragraph.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    f"Sehr geehrte Frau Meyer,\n\n{BLOCK_DE}\n\nMit freundlichen Grüßen\nTom Weiß", flagged=BLOCK_DE
                ),
                Example(f"Hallo Anna,\n\n{BLOCK_DE}\n\nViele Grüße\nTom", flagged=BLOCK_DE),
            ),
            good=(
                Example(f"Sehr geehrte Frau Meyer,\n\n{HALVES_DE}\n\nMit freundlichen Grüßen\nTom Weiß"),
                Example("Hallo Anna,\n\n" + "- Tisch aus Buche mit vier Stühlen\n" * 40 + "\nViele Grüße\nTom"),
            ),
        ),
        "en": Examples(
            bad=(
                Example(f"Dear Ms Parker,\n\n{BLOCK_EN}\n\nKind regards,\nTom White", flagged=BLOCK_EN),
                Example(f"Hi Anna,\n\n{BLOCK_EN}\n\nBest regards,\nTom", flagged=BLOCK_EN),
            ),
            good=(
                Example(f"Dear Ms Parker,\n\n{HALVES_EN}\n\nKind regards,\nTom White"),
                Example("Hi Anna,\n\n" + "- a table of beech with four chairs\n" * 40 + "\nBest regards,\nTom"),
            ),
        ),
    },
)
