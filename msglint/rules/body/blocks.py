"""Text in large blocks: the cheap test for it, and one for the examples."""

from __future__ import annotations

from msglint.contacts.personal import is_personal
from msglint.message.model import Channel, Message
from msglint.rules.base import Context


def may_have_long_block(message: Message, context: Context, most: int) -> bool:
    """Whether more than `most` words stand without a blank line, in a message where that matters."""
    body = message.parts.body_text
    if len(body.split()) <= most or message.channel is Channel.MESSENGER:
        return False
    return any(len(block.split()) > most for block in body.split("\n\n")) and not is_personal(context.thread)


BLOCK_DE = (
    "Wir haben uns das Holz noch einmal angesehen. Eiche wäre schön, aber sie passt nicht zu den Stühlen, die wir vor "
    "einem Jahr gekauft haben. Buche ist günstiger und heller, doch sie dunkelt in der Sonne nach, und unser Raum hat "
    "große Fenster nach Süden. Esche kam im Gespräch auch vor, und je länger ich darüber nachdenke, desto besser gefällt "
    "sie mir. Meine Kollegin fragt sich aber, ob die Oberfläche dem täglichen Putzen standhält. Der Herd soll bleiben, er "
    "ist erst drei Jahre alt und läuft gut. Die Spülmaschine ist zu klein, seit mehr Kolleginnen und Kollegen mittags im "
    "Haus essen. Der Kühlschrank steht am falschen Platz, weil die Tür zum Fenster hin aufgeht. Vielleicht lässt sich das "
    "beim Umbau gleich mit lösen, ohne dass es viel teurer wird. Die Lampe über dem Tisch hängt seit Jahren zu tief, und "
    "auch die Steckdosen reichen nicht mehr. Bitte schreiben Sie mir, was Sie davon halten."
)
BLOCK_EN = (
    "We have looked at the wood once more. Oak would look fine, but it does not go with the chairs that we bought a year "
    "ago. Beech is cheaper and lighter, yet it darkens in the sun, and our room has large windows to the south. Ash came "
    "up in the talk too, and the longer I think about it, the better I like it. My colleague wonders whether the surface "
    "will stand up to being cleaned every day. The stove can stay, it is only three years old and works well. The "
    "dishwasher has been too small since more of our people began to eat in the house at noon. The fridge stands in the "
    "wrong place, because its door opens towards the window and one has to walk around it. Perhaps this can be solved in "
    "the same go without making it much more expensive. Please let me know what you think of it."
)
HALVES_DE = BLOCK_DE.replace(" Der Herd", "\n\nDer Herd")
HALVES_EN = BLOCK_EN.replace(" The stove", "\n\nThe stove")
