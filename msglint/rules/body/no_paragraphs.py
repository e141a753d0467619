"""body.no-paragraphs: the whole text is one block."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.contacts.personal import is_personal
from msglint.message.model import Channel, Message
from msglint.message.pasted import without_pasted
from msglint.message.prose import paragraphs_of
from msglint.report import Severity
from msglint.rules.base import Context, Example, Examples, Hit, Option, Rule
from msglint.texts import Text


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on a text of many words that nothing divides."""
    body = message.parts.body_text
    most = context.number("max-words")
    if len(body.split()) <= most or message.channel is Channel.MESSENGER:
        return
    if not any(len(block.split()) > most for block in body.split("\n\n")) or is_personal(context.thread):
        return
    paragraphs = list(paragraphs_of(without_pasted(body)))
    if len(paragraphs) == 1 and paragraphs[0].words > most:
        yield Hit(span=paragraphs[0].span, values={"words": str(paragraphs[0].words)}, confidence=0.85)


_BLOCK_DE = (
    "Wir haben uns das Holz noch einmal angesehen. Eiche wäre schön, aber sie passt nicht zu den Stühlen, die wir vor "
    "einem Jahr gekauft haben. Buche ist günstiger und heller, doch sie dunkelt in der Sonne nach, und unser Raum hat "
    "große Fenster nach Süden. Esche kam im Gespräch auch vor, und je länger ich darüber nachdenke, desto besser gefällt "
    "sie mir. Meine Kollegin fragt sich aber, ob die Oberfläche dem täglichen Putzen standhält. Der Herd soll bleiben, er "
    "ist erst drei Jahre alt und läuft gut. Die Spülmaschine ist zu klein, seit mehr Kolleginnen und Kollegen mittags im "
    "Haus essen. Der Kühlschrank steht am falschen Platz, weil die Tür zum Fenster hin aufgeht. Vielleicht lässt sich das "
    "beim Umbau gleich mit lösen, ohne dass es viel teurer wird. Bitte schreiben Sie mir, was Sie davon halten."
)
_BLOCK_EN = (
    "We have looked at the wood once more. Oak would look fine, but it does not go with the chairs that we bought a year "
    "ago. Beech is cheaper and lighter, yet it darkens in the sun, and our room has large windows to the south. Ash came "
    "up in the talk too, and the longer I think about it, the better I like it. My colleague wonders whether the surface "
    "will stand up to being cleaned every day. The stove can stay, it is only three years old and works well. The "
    "dishwasher has been too small since more of our people began to eat in the house at noon. The fridge stands in the "
    "wrong place, because its door opens towards the window and one has to walk around it. Perhaps this can be solved in "
    "the same go without making it much more expensive. Please let me know what you think of it."
)
_HALVES_DE = _BLOCK_DE.replace(" Der Herd", "\n\nDer Herd")
_HALVES_EN = _BLOCK_EN.replace(" The stove", "\n\nThe stove")


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
                    f"Sehr geehrte Frau Meyer,\n\n{_BLOCK_DE}\n\nMit freundlichen Grüßen\nTom Weiß", flagged=_BLOCK_DE
                ),
                Example(f"Hallo Anna,\n\n{_BLOCK_DE}\n\nViele Grüße\nTom", flagged=_BLOCK_DE),
            ),
            good=(
                Example(f"Sehr geehrte Frau Meyer,\n\n{_HALVES_DE}\n\nMit freundlichen Grüßen\nTom Weiß"),
                Example("Hallo Anna,\n\n" + "- Tisch aus Buche mit vier Stühlen\n" * 40 + "\nViele Grüße\nTom"),
            ),
        ),
        "en": Examples(
            bad=(
                Example(f"Dear Ms Parker,\n\n{_BLOCK_EN}\n\nKind regards,\nTom White", flagged=_BLOCK_EN),
                Example(f"Hi Anna,\n\n{_BLOCK_EN}\n\nBest regards,\nTom", flagged=_BLOCK_EN),
            ),
            good=(
                Example(f"Dear Ms Parker,\n\n{_HALVES_EN}\n\nKind regards,\nTom White"),
                Example("Hi Anna,\n\n" + "- a table of beech with four chairs\n" * 40 + "\nBest regards,\nTom"),
            ),
        ),
    },
)
