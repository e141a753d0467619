"""body.long-paragraph: one block among others that is too large to be read."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.contacts.personal import is_personal
from msglint.message.model import Channel, Message
from msglint.message.pasted import without_pasted
from msglint.message.prose import paragraphs_of
from msglint.report import Severity
from msglint.rules.base import Context, Example, Examples, Hit, Option, Rule
from msglint.texts import Text

_SEVERAL = Text(
    "{count} Absätze sind sehr lang; dieser hat {words} Wörter.",
    "{count} paragraphs are very long; this one has {words} words.",
)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """One hit on the longest paragraph of running text with too many words, in a message that has more than one."""
    body = message.parts.body_text
    most = context.number("max-words")
    if len(body.split()) <= most or message.channel is Channel.MESSENGER:
        return
    if not any(len(block.split()) > most for block in body.split("\n\n")) or is_personal(context.thread):
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


_BLOCK_DE = (
    "Wir haben uns das Holz noch einmal angesehen. Eiche wäre schön, aber sie passt nicht zu den Stühlen, die wir vor "
    "einem Jahr gekauft haben. Buche ist günstiger und heller, doch sie dunkelt in der Sonne nach, und unser Raum hat "
    "große Fenster nach Süden. Esche kam im Gespräch auch vor, und je länger ich darüber nachdenke, desto besser gefällt "
    "sie mir. Meine Kollegin fragt sich aber, ob die Oberfläche dem täglichen Putzen standhält. Der Herd soll bleiben, er "
    "ist erst drei Jahre alt und läuft gut. Die Spülmaschine ist zu klein, seit mehr Kolleginnen und Kollegen mittags im "
    "Haus essen. Der Kühlschrank steht am falschen Platz, weil die Tür zum Fenster hin aufgeht. Vielleicht lässt sich das "
    "beim Umbau gleich mit lösen, ohne dass es viel teurer wird. Die Lampe über dem Tisch hängt seit Jahren zu tief, und "
    "auch die Steckdosen reichen nicht mehr. Bitte schreiben Sie mir, was Sie davon halten."
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
                    f"Sehr geehrte Frau Meyer,\n\nvielen Dank für die Führung.\n\n{_BLOCK_DE}\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged=_BLOCK_DE,
                ),
                Example(
                    f"Guten Tag Herr Groß,\n\n{_BLOCK_DE}\n\nDer Plan liegt bei.\n\nViele Grüße\nAnna Meyer",
                    flagged=_BLOCK_DE,
                ),
            ),
            good=(
                Example(
                    f"Sehr geehrte Frau Meyer,\n\nvielen Dank für die Führung.\n\n{_HALVES_DE}\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nhier schicke ich Ihnen einen Ausschnitt aus meinem Skript.\n\n"
                    f"{_BLOCK_DE}\n\n{_BLOCK_DE}\n\nMit freundlichen Grüßen\nTom Weiß"
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
                    f"Dear Ms Parker,\n\nthank you for showing us around.\n\n{_BLOCK_EN}\n\nKind regards,\nTom White",
                    flagged=_BLOCK_EN,
                ),
                Example(f"Hello John,\n\n{_BLOCK_EN}\n\nThe plan is below.\n\nBest regards,\nAnna", flagged=_BLOCK_EN),
            ),
            good=(
                Example(
                    f"Dear Ms Parker,\n\nthank you for showing us around.\n\n{_HALVES_EN}\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Parker,\n\nhere is an excerpt from my script.\n\n"
                    f"{_BLOCK_EN}\n\n{_BLOCK_EN}\n\nKind regards,\nTom White"
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
