"""body.long-sentence: a sentence that has to be read twice."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.contacts.personal import is_personal
from msglint.message.model import Channel, Message
from msglint.message.pasted import without_pasted
from msglint.message.prose import long_sentences_in
from msglint.report import Severity
from msglint.rules.base import Context, Example, Examples, Hit, Option, Rule
from msglint.texts import Text

_SEVERAL = Text(
    "{count} Sätze sind sehr lang; dieser hat {words} Wörter.",
    "{count} sentences are very long; this one has {words} words.",
)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """One hit on the longest sentence with too many words."""
    body = message.parts.body_text
    most = context.number("max-words")
    if len(body.split()) <= most or message.channel is Channel.MESSENGER:
        return
    if not _may_hold_one(body, most) or is_personal(context.thread):
        return
    searched = message.searchable("body")
    long = long_sentences_in(searched.running, searched.unquoted, most)
    if long:
        own = len(without_pasted(body).rstrip())
        long = [sentence for sentence in long if sentence.span.end <= own]
    if long:
        longest = max(long, key=lambda sentence: sentence.words)
        yield Hit(
            span=longest.span,
            values={"words": str(longest.words), "count": str(len(long))},
            message=_SEVERAL if len(long) > 1 else None,
            confidence=0.8,
        )


def _may_hold_one(body: str, most: int) -> bool:
    """A cheap look: two pieces in a row, since a full stop may stand behind an abbreviation."""
    sizes = [len(piece.split()) for piece in body.replace("? ", ". ").replace(".\n", ". ").split(". ")]
    return any(one + other > most for one, other in zip(sizes, [*sizes[1:], 0], strict=True))


_LONG_DE = (
    "Da der Raum, in dem wir uns beim letzten Mal getroffen haben und der für zwölf Personen eigentlich groß genug "
    "wäre, an diesem Tag schon von der Buchhaltung belegt ist, die dort ihre Schulung abhält, möchte ich vorschlagen, "
    "dass wir uns im kleinen Saal im dritten Stock treffen, der zwar enger ist, aber eine Leinwand hat."
)
_LONG_EN = (
    "Because the room in which we met the last time and which would really be large enough for twelve people is "
    "already taken on that day by the accountants, who will hold their training there, I would like to suggest that "
    "we meet in the small hall on the third floor, which is narrow but has a screen."
)


RULE = Rule(
    id="body.long-sentence",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("sehr langer Satz", "a very long sentence"),
    message=Text("Dieser Satz hat {words} Wörter.", "This sentence has {words} words."),
    why=Text(
        "Wer am Ende ankommt, hat den Anfang vergessen und liest noch einmal; zwei Sätze sind schneller gelesen.",
        "Whoever reaches the end has forgotten the beginning and reads again; two sentences are read faster.",
    ),
    source="gov.uk content design: split sentences of more than 25 words; the limit here is generous",
    check=check,
    price=2,
    supersedes=frozenset({"body.hard-to-read"}),  # what can be put right at one place says more
    options=(Option("max-words", 45, Text("so viele Wörter dürfen es sein", "so many words are fine")),),
    limits=Text(
        "Aufzählungen, Tabellen, Zitate und Programmzeilen zählen nicht als Satz. Briefe unter Freunden und Sätze, deren "
        "Ende offen ist, bleiben unbeanstandet, angekündigte Auszüge ebenso. Gezeigt wird der längste Satz.",
        "Lists, tables, quotations and lines of code do not count as sentences. Letters among friends, sentences whose "
        "end is unclear and announced excerpts are left alone. The longest sentence is shown.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(f"Guten Tag Frau Meyer,\n\n{_LONG_DE}\n\nViele Grüße\nTom Weiß", flagged=_LONG_DE),
                Example(
                    f"Hallo Anna,\n\nwir sehen uns am Montag um 9.30 Uhr. {_LONG_DE}\n\nViele Grüße\nTom",
                    flagged=_LONG_DE,
                ),
            ),
            good=(
                Example(
                    "Hallo Anna,\n\nder große Raum ist am Montag belegt. Wir treffen uns um 9.30 Uhr bei Dr. Groß im "
                    "dritten Stock. Bring bitte den Plan, die Liste und die Schlüssel mit. Den Rest hat Tom. Er "
                    "kommt etwas später, weil er vorher noch in Kassel ist.\n\nViele Grüße\nTom"
                ),
                Example(
                    "Hallo Anna,\n\nwir brauchen:\n- zwölf Stühle mit Lehne\n- vier Tische aus Buche\n- eine Leinwand "
                    "und den Projektor\n- Kaffee, Tee, Wasser und Obst\n- Stifte, Papier und Karten\n- die Schlüssel "
                    "für den kleinen Saal\n- den Plan des dritten Stocks\n- ein langes Kabel\n\nViele Grüße\nTom"
                ),
                Example("Hallo Anna,\n\nder Raum ist belegt.\n\nViele Grüße\nTom"),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nfolgenden Text möchten wir aushängen:\n\n"
                    f"{_LONG_DE} {_LONG_DE}\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(f"Dear Ms Parker,\n\n{_LONG_EN}\n\nKind regards,\nTom White", flagged=_LONG_EN),
                Example(
                    f"Hi Anna,\n\nwe will meet Mr. Parker on Monday. {_LONG_EN}\n\nBest regards,\nTom", flagged=_LONG_EN
                ),
            ),
            good=(
                Example(
                    "Hi Anna,\n\nthe large room is taken on Monday. We will meet Mr. Parker at 9.30 on the third "
                    "floor. Please bring the plan, the list and the keys. Tom has the rest. He will be a bit late, "
                    "because he has to go to Leeds first and the trains are slow today.\n\nBest regards,\nTom"
                ),
                Example(
                    "Hi Anna,\n\nwe need:\n- twelve chairs with a back\n- four tables of beech\n- a screen and the "
                    "projector\n- coffee, tea, water and fruit\n- pens, paper and cards\n- the keys to the small "
                    "hall\n- the plan of the third floor\n- a long cable\n\nBest regards,\nTom"
                ),
            ),
        ),
    },
)
