"""body.too-long: more words than a reader takes in between two other mails."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.contacts.personal import is_personal
from msglint.message.model import Channel, Message
from msglint.message.pasted import without_pasted
from msglint.message.patterns import lazy
from msglint.message.prose import paragraphs_of
from msglint.report import Severity, Span
from msglint.rules.base import Context, Example, Examples, Hit, Option, Rule
from msglint.texts import Text

_DOCUMENT = lazy(
    r"^\W*(?:protokoll|ergebnisprotokoll|tagesordnung|agenda|minutes|newsletter|pressemitteilung|press\s+release|vertrag|"
    r"vereinbarung|agreement|satzung|bericht|report)\b[^.!?]{0,60}$|^\s*(?:§\s*\d|TOP\s+\d|article\s+\d|(?:section|ziffer)\s+\d)",
    re.IGNORECASE | re.MULTILINE,
)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """One hit at the start of a text whose running words are too many; lists and documents do not count."""
    body = message.parts.body_text
    most = context.number("max-words")
    if len(body.split()) <= most or message.channel is Channel.MESSENGER:
        return
    if is_personal(context.thread):
        return
    words = sum(paragraph.words for paragraph in paragraphs_of(without_pasted(body)))
    if words <= most or _DOCUMENT.search(body):
        return
    start = len(body) - len(body.lstrip())
    yield Hit(span=Span(start, start), part="body", values={"words": str(words), "most": str(most)}, confidence=0.9)


_OFFER_DE = (
    "vielen Dank für das Gespräch am Montag und für die Führung durch Ihre Werkstatt. Ich habe inzwischen mit unserer "
    "Geschäftsleitung gesprochen, und wir möchten die Küche gern bei Ihnen in Auftrag geben. Der Plan gefällt uns, nur "
    "die Höhe der Arbeitsplatte sollte sich nach den Menschen richten, die dort später stehen, denn unser Koch ist fast "
    "zwei Meter groß.\n\n"
    "Wir haben uns auch über das Holz Gedanken gemacht. Eiche wäre schön, aber sie passt nicht zu den Stühlen, die wir "
    "vor einem Jahr gekauft haben. Buche ist günstiger und heller, doch sie dunkelt in der Sonne nach, und unser Raum "
    "hat große Fenster nach Süden. Esche kam im Gespräch auch vor, und je länger ich darüber nachdenke, desto besser "
    "gefällt sie mir. Meine Kollegin aus dem Einkauf sieht es ähnlich, sie fragt sich aber, ob die Oberfläche dem "
    "täglichen Putzen standhält.\n\n"
    "Dann geht es um die Geräte. Der Herd soll bleiben, er ist erst drei Jahre alt und läuft gut. Die Spülmaschine ist "
    "zu klein, seit mehr Kolleginnen und Kollegen mittags im Haus essen. Der Kühlschrank steht am falschen Platz, weil "
    "die Tür zum Fenster hin aufgeht und man jedes Mal um sie herumgehen muss. Vielleicht lässt sich das beim Umbau "
    "gleich mit lösen, ohne dass es viel teurer wird.\n\n"
    "Zum Termin kann ich sagen, dass wir im Juli für zwei Wochen schließen. In dieser Zeit wäre der Raum leer, und Ihre "
    "Leute könnten ungestört arbeiten. Vorher müssten wir allerdings die alten Schränke ausräumen und einlagern, und "
    "dafür brauchen wir einen Platz, den wir noch nicht haben. Ich habe beim Nachbarn gefragt, ob seine Halle frei ist, "
    "und er will mir bis Ende der Woche Bescheid geben. Wenn das nicht klappt, mieten wir einen Container und stellen "
    "ihn in den Hof.\n\n"
    "Auch beim Preis sind wir uns fast einig. Im Angebot fehlen noch die Griffe und die Beleuchtung, die Sie bei der "
    "Führung erwähnt haben. Bitte schreiben Sie mir, was beides zusammen kostet und ob sich am Liefertermin etwas "
    "ändert, wenn wir uns erst im Mai entscheiden. Danach lege ich alles der Geschäftsleitung vor und melde mich bei "
    "Ihnen, sobald wir einen Beschluss haben."
)
_OFFER_EN = (
    "thank you for the talk on Monday and for showing us your workshop. I have spoken to our managers since then, and "
    "we would like you to build the kitchen. We like the plan, only the height of the worktop should fit the people who "
    "will stand there later, because our cook is more than six feet tall.\n\n"
    "We have thought about the wood as well. Oak would look fine, but it does not go with the chairs that we bought a "
    "year ago. Beech is cheaper and lighter, yet it darkens in the sun, and our room has large windows to the south. "
    "Ash came up in the talk too, and the longer I think about it, the better I like it. My colleague in purchasing "
    "sees it the same way, but she wonders whether the surface will stand up to being cleaned every day of the week.\n\n"
    "Then there are the machines. The stove can stay, it is only three years old and works well. The dishwasher has "
    "been too small since more of our people began to eat in the house at noon. The fridge stands in the wrong place, "
    "because its door opens towards the window and one has to walk around it each time. Perhaps this can be solved in "
    "the same go without making it much more expensive.\n\n"
    "As to the date, we close for two weeks in July. The room would be empty then, and your people could work without "
    "being disturbed. Before that we would have to clear the old cupboards and store them, and we do not have a place "
    "for them yet. I have asked our neighbour whether his barn is free, and he will let me know by the end of the week. "
    "If that does not work, we will rent a container and put it in the yard behind the house.\n\n"
    "We nearly agree on the price too. The offer lacks the handles and the lights that you mentioned when you showed us "
    "around. Please tell me what the two of them cost together and whether the date of delivery changes if we decide in "
    "May. After that I will put everything before our managers and come back to you as soon as they have decided."
)
_MINUTES_DE = "Protokoll vom Montag\n\n"
_MINUTES_EN = "Minutes of Monday\n\n"


RULE = Rule(
    id="body.too-long",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("sehr lange Nachricht", "a very long message"),
    message=Text(
        "Die Nachricht hat {words} Wörter Fließtext.",
        "The message has {words} words of running text.",
    ),
    why=Text(
        "So viel liest kaum jemand zwischen zwei Terminen; die Bitte am Ende geht leicht unter. Ein Satz vorweg, was "
        "Sie brauchen, oder der Rest als Anhang hilft.",
        "Few people read that much between two meetings, and the request at the end is easily lost. One sentence up "
        "front on what you need, or the rest as an attachment, helps.",
    ),
    source="Boomerang Respondable: mails of 50 to 125 words are answered most; the limit here is far more generous",
    check=check,
    price=2,
    options=(Option("max-words", 300, Text("so viele Wörter dürfen es sein", "so many words are fine")),),
    limits=Text(
        "Listen, Tabellen, Protokolle, Verträge und Berichte zählen nicht mit, angekündigte Auszüge und Entwürfe und "
        "Briefe unter Freunden auch nicht.",
        "Lists, tables, minutes, contracts and reports do not count, and neither do announced excerpts and drafts and "
        "letters among friends.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(f"Sehr geehrte Frau Meyer,\n\n{_OFFER_DE}\n\nMit freundlichen Grüßen\nTom Weiß", flagged=""),
                Example(f"Guten Tag Herr Groß,\n\n{_OFFER_DE}\n\nViele Grüße\nAnna Meyer", flagged=""),
            ),
            good=(
                Example(f"Hallo zusammen,\n\n{_MINUTES_DE}{_OFFER_DE}\n\nViele Grüße\nTom"),
                Example(
                    f"Sehr geehrte Frau Meyer,\n\nunten finden Sie den Entwurf für den Bauherrn:\n\n{_OFFER_DE}\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß"
                ),
                Example("Hallo Anna,\n\n" + "- Tisch aus Buche mit vier Stühlen\n" * 80 + "\nViele Grüße\nTom"),
                Example("Hallo Anna,\n\ndie Küche wird im Juli gebaut.\n\nViele Grüße\nTom"),
            ),
        ),
        "en": Examples(
            bad=(
                Example(f"Dear Ms Parker,\n\n{_OFFER_EN}\n\nKind regards,\nTom White", flagged=""),
                Example(f"Hello John,\n\n{_OFFER_EN}\n\nBest regards,\nAnna", flagged=""),
            ),
            good=(
                Example(f"Hi all,\n\n{_MINUTES_EN}{_OFFER_EN}\n\nBest regards,\nTom"),
                Example(
                    f"Dear Ms Parker,\n\nbelow is the draft for the builder:\n\n{_OFFER_EN}\n\nKind regards,\nTom White"
                ),
                Example("Hi Anna,\n\n" + "- a table of beech with four chairs\n" * 80 + "\nBest regards,\nTom"),
            ),
        ),
    },
)
