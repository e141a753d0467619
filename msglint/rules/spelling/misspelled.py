"""spelling.misspelled: a word that no dictionary knows and that is no name, term or spoken form."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from msglint.message.model import Message
from msglint.report import Severity, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Need, Rule
from msglint.texts import Text

if TYPE_CHECKING:
    from msglint.analysis.spelling.slips import Slip
    from msglint.analysis.spelling.speller import Speller

_SURE, _UNSURE = 0.9, 0.6
_MOST_SUGGESTED = 3
_OTHER = {"de": "en", "en": "de"}
_UNCLEAR = Text(
    "„{word}“ steht in keinem Wörterbuch; vielleicht ist „{better}“ gemeint.",
    "No dictionary has “{word}”; perhaps “{better}” is meant.",
)
_MESSAGES: Mapping[str, Text] = {
    "NOUN": Text("„{word}“ schreibt man hier groß: „{better}“.", "“{word}” has a capital here: “{better}”."),
    "SMALL": Text("„{word}“ schreibt man hier klein: „{better}“.", "“{word}” is written small here: “{better}”."),
    "START": Text("Ein Satz beginnt groß: „{better}“.", "A sentence begins with a capital: “{better}”."),
    "DIVIDED": Text("„{word}“ schreibt man in zwei Wörtern: „{better}“.", "“{word}” is two words: “{better}”."),
    "JOINED": Text("„{word}“ schreibt man zusammen: „{better}“.", "“{word}” is one word: “{better}”."),
    "HYPHEN": Text("„{word}“ schreibt man mit Bindestrich: „{better}“.", "“{word}” has a hyphen: “{better}”."),
}


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on every misspelled word of the author's own prose, and of the fixed words in salutation and closing."""
    from msglint.contacts.names.known import KnownNames

    names = KnownNames(context.thread)

    def is_name(word: str) -> bool:
        return names.hold(word) or names.of_others(word)

    if not context.engines.has_speller(message.language):
        yield from map(_hit, _by_languagetool(message, context, is_name))
        return
    from msglint.analysis.spelling.proofreader import Proofreader

    speller = context.engines.speller(message.language)
    proofreader = Proofreader(message, speller, lambda: _other_speller(message, context), is_name)
    for slip in proofreader.slips():
        yield _hit(slip)
    for slip in proofreader.subject_slips():
        yield replace(_hit(slip), part="subject")
    proofreader.tell_if_cut()


def _by_languagetool(message: Message, context: Context, is_name: Callable[[str], bool]) -> Iterator[Slip]:
    """Where there is no Hunspell, LanguageTool looks after the words."""
    from msglint.analysis.languagetool.unknown_words import UnknownWords
    from msglint.rules.reported import slips_of

    found = slips_of("spelling.misspelled", message, context)
    yield from UnknownWords(message, found, is_name, context.engines.settings.dictionaries).slips()


def _other_speller(message: Message, context: Context) -> Speller | None:
    """Of the other of the two languages, whose words are no slips."""
    other = _OTHER.get(message.base_language, "")
    return context.engines.speller(other) if context.engines.has_speller(other) else None


def _hit(slip: Slip) -> Hit:
    suggestions = tuple(Suggestion(better, slip.span) for better in slip.better[:_MOST_SUGGESTED])
    return Hit(
        span=slip.span,
        values={"word": slip.text, "better": slip.better[0]},
        suggestions=suggestions,
        severity=None if slip.sure else Severity.SUGGESTION,
        confidence=_SURE if slip.sure else _UNSURE,
        message=_MESSAGES.get(slip.kind.name) if slip.sure else _UNCLEAR,
    )


RULE = Rule(
    id="spelling.misspelled",
    languages=frozenset({"de", "en"}),
    severity=Severity.WARNING,
    title=Text("Tippfehler", "misspelled word"),
    message=Text(
        "„{word}“ ist falsch geschrieben; gemeint ist wohl „{better}“.",
        "“{word}” is misspelled; “{better}” is meant, it seems.",
    ),
    why=Text(
        "Ein Tippfehler sagt dem Leser, dass niemand die Nachricht noch einmal gelesen hat.",
        "A typo tells the reader that nobody has read the message again.",
    ),
    source="Hunspell dictionaries of the machine; Duden, Regelwerk des Rats für deutsche Rechtschreibung 2024",
    check=check,
    needs=frozenset({Need.SPELLING}),
    supersedes=frozenset({"spelling.case", "spelling.compound", "grammar.punctuation"}),
    limits=Text(
        "Braucht „pip install 'msglint[spelling]'“ und ein Hunspell-Wörterbuch der Sprache, oder LanguageTool. Wörter, die es gibt, die hier aber "
        "falsch sind (seid statt seit), fallen nicht auf. Über Namen, Fachwörter und Mundart schweigt die Regel; "
        "„msglint dictionary add WORT“ merkt sich ein Wort. Im Betreff wird nur gesagt, was sicher ist, und in dem einer Antwort oder Weiterleitung nichts.",
        "Needs 'pip install \"msglint[spelling]\"' and a Hunspell dictionary of the language, or LanguageTool. Words that exist but are wrong here "
        "(there for their) are not seen. Names, terms and dialect are left alone; 'msglint dictionary add WORD' remembers a word. "
        "In the subject only what is certain is told, and nothing in that of a reply or a forward.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nanbei die Rechnnung für den Auftrag.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Rechnnung",
                    better="Rechnung",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nkönnten Sie mir die Unterlagen vielleihct am Montag schicken?\n\nMit freundlichen "
                    "Grüßen\nTom Weiß",
                    flagged="vielleihct",
                    better="vielleicht",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nhaben Sie die straße vor dem Haus gefunden?\n\nViele Grüße\nTom Weiß",
                    flagged="straße",
                    better="Straße",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nwir sehen uns am Freitag Abend im Haus.\n\nViele Grüße\nTom Weiß",
                    flagged="Freitag Abend",
                    better="Freitagabend",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nanbei der Vertrag.\n\nViele Grüße\nTom Weiß",
                    subject="Vertrag für den gartenn",
                    flagged="gartenn",
                    better="Garten",
                ),
                Example(
                    "Sehr geehrtee Frau Meyer,\n\nanbei die Rechnung.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="geehrtee",
                    better="geehrte",
                ),
            ),
            good=(
                Example("Guten Tag Frau Meyer,\n\nanbei die Rechnung für den Auftrag.\n\nViele Grüße\nTom Weiß"),
                Example(
                    "Guten Tag Frau Kowalczyk,\n\nHerr Brzenk und Frau Dr. Weyrauther kommen nach Obertrubingen. Lena Pfeilschifter "
                    "wohnt in der Ohligser Straße 4.\n\nViele Grüße\nTom Weiß",
                    to=("Anna Kowalczyk <a.kowalczyk@example.com>",),
                ),
                Example(
                    "Hallo Anna,\n\nich hab die Folien aus dem Meeting, magst du die Slides vor dem Kick-off-Termin sehen? Gibts Neues? "
                    "Sooo viel ist es nicht, hm.\n\nViele Grüße\nTom",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nfuer das Gespraech am Montag moechten wir Ihnen danken.\n\nViele Gruesse\nTom Weiss",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nsoweit ich weiß, hat Herr Klein heute vor zu kommen. Wir wissen, wie wir "
                    "hin und zurück fahren, und das Thema Klausur steht auf der Liste.\n\nViele Grüße\nTom Weiß",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nIhr Wort „Rechnug“ steht in der Datei rechnug_2024.pdf unter www.rechnug.example, wie "
                    "@rechnug schreibt.\n\nViele Grüße\nTom Weiß",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nanbei der Vertrag.\n\nViele Grüße\nTom Weiß",
                    subject="AW: Vertragg für Krczal",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nder Zirkulator läuft. Ein Quorbit braucht Strom, der Quorbit ist neu, und jeder Quorbit "
                    "kostet Geld.\n\nViele Grüße\nTom Weiß",
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Meyer,\n\nI have recived your letter.\n\nKind regards\nTom White",
                    flagged="recived",
                    better="received",
                ),
                Example(
                    "Dear Ms Meyer,\n\nwe will sennd the report on Monday.\n\nKind regards\nTom White",
                    flagged="sennd",
                    better="send",
                ),
            ),
            good=(
                Example("Dear Ms Meyer,\n\nI have received your letter.\n\nKind regards\nTom White"),
                Example(
                    "Dear Ms Kowalczyk,\n\nMr Brzenk and Lena Pfeilschifter will be in Obertrubingen on Monday.\n\nKind regards\nTom "
                    "White",
                ),
                Example(
                    "Hi Anna,\n\nI'll reschedule the kick-off and share the slides, ok? The organisation and the color are fine.\n\n"
                    "Cheers\nTom",
                ),
            ),
        ),
    },
)
