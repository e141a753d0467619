"""What a remark says to people: what is wrong, and what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msglint.examining.remark import Fault, Remark
from msglint.texts import Text

_KINDS: Final = {
    "bad": Text("Schlechtes Beispiel {number}", "Bad example {number}"),
    "good": Text("Gutes Beispiel {number}", "Good example {number}"),
}
_LACKING: Final = {
    "bad": Text("Schlechte", "Bad"),
    "good": Text("Gute", "Good"),
}
_LANGUAGES: Final = {
    "de": Text("Deutsch", "German"),
    "en": Text("Englisch", "English"),
    "other": Text("eine andere Sprache", "another language"),
}
_SAYS: Final[Mapping[Fault, Text]] = {
    Fault.SILENT: Text(
        "{example} ({language}): Die Regel findet nichts.", "{example} ({language}): the rule finds nothing."
    ),
    Fault.ELSEWHERE: Text(
        "{example} ({language}): Die Regel findet eine andere Stelle.",
        "{example} ({language}): the rule finds another place.",
    ),
    Fault.MISQUOTED: Text(
        "{example} ({language}): Was unter „flagged“ steht, kommt im Beispiel nicht vor.",
        "{example} ({language}): what 'flagged' says does not occur in the example.",
    ),
    Fault.WORDED: Text(
        "{example} ({language}): Die Regel schlägt etwas anderes vor.",
        "{example} ({language}): the rule suggests something else.",
    ),
    Fault.FALSE_ALARM: Text(
        "{example} ({language}): Die Regel findet etwas, obwohl alles gut ist.",
        "{example} ({language}): the rule finds something although all is well.",
    ),
    Fault.TOO_FEW: Text(
        "{kind} Beispiele für {language}: {found}; mit {expected} kann man sich auf die Regel verlassen.",
        "{kind} examples for {language}: {found}; with {expected} one can rely on the rule.",
    ),
    Fault.LANGUAGE: Text(
        "{example} ({language}): Der Text wird nicht als {language} erkannt, sondern als {found_language}.",
        "{example} ({language}): the text is not recognised as {language} but as {found_language}.",
    ),
    Fault.CATASTROPHIC: Text(
        "Dieser Ausdruck kann eine Prüfung anhalten: Ein Text von {length} Zeichen genügt.",
        "This expression can bring a check to a halt: a text of {length} characters is enough.",
    ),
    Fault.SLOW: Text(
        "Dieser Ausdruck wird bei langen Texten langsam: Die Zeit wächst viel schneller als die Länge.",
        "This expression gets slow on long texts: the time grows much faster than the length.",
    ),
    Fault.AMBIGUOUS: Text(
        "In diesem Ausdruck steckt eine Wiederholung in einer anderen; auf manchen Texten kann das sehr lange dauern.",
        "In this expression there is a repetition within another one; on some texts that can take very long.",
    ),
    Fault.UNUSED_EXCEPTION: Text(
        "Diese Ausnahme ändert an keinem Beispiel etwas.", "This exception changes nothing in any example."
    ),
    Fault.UNFINDABLE: Text(
        "Diese Wendung wird nie gefunden: Eine Ausnahme der Regel nimmt sie immer zurück, oder sie widerspricht sich.",
        "This phrase is never found: an exception of the rule always takes it back, or it contradicts itself.",
    ),
    Fault.OPEN_END: Text(
        'Dieses Muster beginnt oder endet mit beliebig vielen Wörtern (OP: "*").',
        'This pattern begins or ends with any number of words (OP: "*").',
    ),
    Fault.NO_SOURCE: Text("Die Regel sagt nicht, woher sie kommt.", "The rule does not say where it comes from."),
    Fault.SHORT_WHY: Text(
        "„why“ ist zu kurz, um jemanden zu überzeugen: „{found}“.", "'why' is too short to convince anybody: '{found}'."
    ),
    Fault.NO_PHRASE: Text(
        "Die Meldung nennt nicht, welche der Wendungen gefunden wurde.",
        "The message does not name which of the phrases was found.",
    ),
    Fault.UNTRIED: Text(
        "Die Beispiele auf {language} wurden nicht geprüft: {note}", "The examples in {language} were not tried: {note}"
    ),
}
_ADVICE: Final[Mapping[Fault, Text]] = {
    Fault.SILENT: Text(
        "Prüfen Sie die Schreibung, „in“, „when“, „severity-by“ und „except“ der Regel, oder das Beispiel.",
        "Check the spelling, 'in', 'when', 'severity-by' and 'except' of the rule, or the example.",
    ),
    Fault.ELSEWHERE: Text(
        "Steht die Stelle richtig unter „flagged“? Sonst ist die Wendung zu weit oder zu eng gefasst.",
        "Is 'flagged' right? Otherwise the phrase covers too much or too little.",
    ),
    Fault.MISQUOTED: Text(
        "Übernehmen Sie die Zeichen genau aus dem Beispiel, mit Groß- und Kleinschreibung und Zeilenenden.",
        "Copy the characters from the example as they are, with capitals and line ends.",
    ),
    Fault.WORDED: Text(
        "Berichtigen Sie „better“ am Beispiel, oder „swap“ oder „better“ der Regel. Zu einer Form, die mehreres sein "
        "kann, gibt es keinen Vorschlag.",
        "Correct 'better' of the example, or 'swap' or 'better' of the rule. For a form that can be several things "
        "there is no suggestion.",
    ),
    Fault.FALSE_ALARM: Text(
        "Fassen Sie die Wendung enger, oder nennen Sie die Ausnahme unter „except“.",
        "Make the phrase narrower, or name the exception under 'except'.",
    ),
    Fault.TOO_FEW: Text(
        "Schreiben Sie eine Nachricht dazu, wie sie wirklich vorkommt.", "Add a message as it really occurs."
    ),
    Fault.LANGUAGE: Text(
        "Schreiben Sie das Beispiel etwas länger, oder geben Sie ihm „language“.",
        "Make the example somewhat longer, or give it a 'language'.",
    ),
    Fault.CATASTROPHIC: Text(
        "Sagen Sie, wie oft höchstens: {{0,40}} statt * oder +; keine Wiederholung in einer Wiederholung.",
        "Say how often at most: {{0,40}} in place of * or +; no repetition within a repetition.",
    ),
    Fault.SLOW: Text(
        "Sagen Sie, wie oft höchstens: {{0,40}} statt * oder +.", "Say how often at most: {{0,40}} in place of * or +."
    ),
    Fault.AMBIGUOUS: Text(
        "Trennen Sie die Wiederholungen durch ein Zeichen, das sicher dazwischen steht, oder sagen Sie, wie oft "
        "höchstens: {{0,40}}.",
        "Put a character between the repetitions that is always there, or say how often at most: {{0,40}}.",
    ),
    Fault.UNUSED_EXCEPTION: Text(
        "Ergänzen Sie ein gutes Beispiel, das ohne sie gefunden würde, oder streichen Sie sie.",
        "Add a good example that would be found without it, or delete it.",
    ),
    Fault.UNFINDABLE: Text(
        "Streichen Sie die Wendung, oder fassen Sie die Ausnahme enger.",
        "Delete the phrase, or make the exception narrower.",
    ),
    Fault.OPEN_END: Text(
        "Streichen Sie dieses Wort; gefunden wird dasselbe, nur kürzer markiert.",
        "Delete that word; the same is found, only the marked place is shorter.",
    ),
    Fault.NO_SOURCE: Text(
        "„source“ kann ein Buch, ein Link oder „Hausstil“ sein.", "'source' may be a book, a link, or 'house style'."
    ),
    Fault.SHORT_WHY: Text(
        "Sagen Sie in einem Satz, was der Leser davon hat.", "Say in one sentence what the reader gains."
    ),
    Fault.NO_PHRASE: Text("Mit {{phrase}} steht sie in der Meldung.", "With {{phrase}} it stands in the message."),
    Fault.UNTRIED: Text(
        "„msglint engines“ zeigt, was fehlt und wie man es hinzufügt.",
        "'msglint engines' shows what is missing and how to add it.",
    ),
}


def sentence(remark: Remark, ui_language: str) -> str:
    """What is wrong."""
    return _SAYS[remark.fault].in_(ui_language).format_map(_values(remark, ui_language))


def advice(remark: Remark, ui_language: str) -> str:
    """What to do about it."""
    return _ADVICE[remark.fault].in_(ui_language).format_map({})


def _values(remark: Remark, ui_language: str) -> Mapping[str, object]:
    def said(texts: Mapping[str, Text], key: str) -> str:
        return texts[key].in_(ui_language) if key in texts else key

    lacking = said(_LACKING, remark.kind)
    return {
        "example": said(_KINDS, remark.kind).format(number=remark.number) if remark.number else "",
        "language": said(_LANGUAGES, remark.language),
        "found_language": said(_LANGUAGES, remark.found),
        "kind": lacking,
        "found": remark.found,
        "expected": remark.expected,
        "length": remark.length,
        "note": remark.note,
    }
