"""tone.no-thanks: the other has sent something, and the answer takes it without a word and asks for more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.model import Channel, Message
from msglint.message.patterns import lazy
from msglint.message.quotations import without_quotations
from msglint.message.social import says_thanks
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.rules.request.sentences import sentences_of
from msglint.texts import Text

_DELIVERED = lazy(
    r"\b(?:anbei|im\s+anhang|beigefügt\w*|angehängt|hier\s+(?:ist|sind|kommt|kommen)\s+(?:der|die|das|ihre?\w*|deine?\w*)|"
    r"wie\s+(?:gewünscht|besprochen|erbeten|versprochen|angefragt)|(?:sende|schicke|übersende)\s+ich\s+(?:ihnen|dir)|"
    r"(?:i\s+am|i['’]m|i\s+have)\s+attach\w*|(?:attached|enclosed)\s+(?:is|are|please|you)|please\s+find|here\s+(?:is|are)\s+the|"
    r"here['’]s\s+the|as\s+(?:requested|promised)|per\s+your\s+request)\b",
    re.IGNORECASE,
)
_KIND = lazy(
    r"\b(?:(?:be|ver|ge)?dank|thank|thx|tks|merci|cheers|apprecia|grateful|super|toll|prima|klasse|perfekt|wunderbar|schön|gut|"
    r"(?:er)?freu|hilfreich|great|good|nice|excellent|perfect|wonderful|helpful|awesome|brilliant|love|like|glad|happy|"
    r"sorry|leider|entschuldig|beschwer|reklam|mahn|falsch|wrong|complain|unfortunately|interest|lieb|gefällt|fine|"
    r"(?<!as\s)well|ok|erhalten|received)",
    re.IGNORECASE,
)
_MORE = {
    "de": lazy(
        r"\b(?:bitte|brauche|benötige|könn(?:t?en\s+Sie|test)|kannst|(?:schicken|senden|geben)\s+Sie|schick|send|fehlt|fehlen)\b",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"\b(?:please|could\s+you|can\s+you|would\s+you|will\s+you|(?:i|we)\s+(?:still\s+|also\s+)?need|send\s+me|also\s+need)\b",
        re.IGNORECASE,
    ),
}
_FEWEST_WORDS = 5


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the first request in an answer that has no kind word for what was sent."""
    if not message.is_reply or message.channel is Channel.MESSENGER or message.is_internal:
        return
    parts = message.parts
    if _KIND.search(parts.body_text) is not None or says_thanks(parts.own_text):
        return
    answered = context.thread.answered
    if answered is None or _DELIVERED.search(answered.parts.body_text) is None:
        return
    text = without_quotations(parts.body_text)
    language = message.base_language
    for sentence in sentences_of(text):
        said = sentence.of(text)
        if len(said.split()) >= _FEWEST_WORDS and (said.endswith("?") or _MORE[language].search(said)):
            yield _hit(message, sentence, context)
            return


def _hit(message: Message, sentence: Span, context: Context) -> Hit:
    body = message.parts.body[0]
    first = message.text[body.start]
    if message.base_language == "en":
        thanks = "thank you for sending this." if first.islower() else "Thank you for sending this."
    else:
        what = "deine Nachricht" if context.thread.form_of_address == "du" else "Ihre Nachricht"
        thanks = f"{'vielen' if first.islower() else 'Vielen'} Dank für {what} und die Unterlagen."
    if first.islower():
        suggestion = Suggestion(f"{thanks} {first.upper()}", Span(body.start, body.start + 1))
    else:
        suggestion = Suggestion(f"{thanks} ", Span(body.start, body.start))
    return Hit(
        span=sentence,
        part="body",
        confidence=0.65,
        suggestions=(suggestion,),
    )


RULE = Rule(
    id="tone.no-thanks",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("mehr verlangt, nicht gedankt", "asking for more without a thank-you"),
    message=Text(
        "Auf das Geschickte folgt die nächste Bitte, aber kein Dank.",
        "What was sent is answered by the next request, but by no thanks.",
    ),
    why=Text(
        "Der andere hat etwas für Sie getan. Ein halber Satz zeigt, dass es angekommen ist, und die nächste Bitte fällt leichter.",
        "The other has done something for you. Half a sentence shows that it has arrived, and makes the next request easier.",
    ),
    source="own observation: answers that take what was sent without a word",
    check=check,
    limits=Text(
        "Nur wo die beantwortete Mail etwas mitschickt und die Antwort kein freundliches Wort enthält; nicht unter Kollegen und im Chat, nicht bei Beschwerden.",
        "Only where the mail answered sends something and the answer has no kind word; not among colleagues and in chats, not in complaints.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nes fehlt noch der Plan für den Keller. Bitte schicken Sie ihn "
                    "auch.\n\nMit freundlichen Grüßen\nTom Weiß",
                    answered="Sehr geehrter Herr Weiß,\n\nanbei die Pläne für den zweiten Stock, wie gewünscht.\n\nMit freundlichen Grüßen\nAnna Meyer",
                    answered_from="Anna Meyer <a.meyer@example.com>",
                    flagged="es fehlt noch der Plan für den Keller.",
                    better="vielen Dank für Ihre Nachricht und die Unterlagen. E",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nWo finde ich den Plan für den Keller?\n\nMit freundlichen "
                    "Grüßen\nTom Weiß",
                    answered="Sehr geehrter Herr Weiß,\n\nanbei die Pläne für den zweiten Stock, wie gewünscht.\n\nMit freundlichen Grüßen\nAnna Meyer",
                    answered_from="Anna Meyer <a.meyer@example.com>",
                    flagged="Wo finde ich den Plan für den Keller?",
                    better="Vielen Dank für Ihre Nachricht und die Unterlagen. ",
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nvielen Dank. Es fehlt noch der Plan für den Keller. Bitte schicken "
                    "Sie ihn auch.\n\nMit freundlichen Grüßen\nTom Weiß",
                    answered="Sehr geehrter Herr Weiß,\n\nanbei die Pläne für den zweiten Stock, wie gewünscht.\n\nMit freundlichen Grüßen\nAnna Meyer",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndie Pläne sind gut geworden. Wo finde ich den für den "
                    "Keller?\n\nMit freundlichen Grüßen\nTom Weiß",
                    answered="Sehr geehrter Herr Weiß,\n\nanbei die Pläne für den zweiten Stock, wie gewünscht.\n\nMit freundlichen Grüßen\nAnna Meyer",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nWo finde ich den Plan für den Keller?\n\nMit freundlichen "
                    "Grüßen\nTom Weiß",
                    answered="Sehr geehrter Herr Weiß,\n\nwelche Pläne brauchen Sie?\n\nMit freundlichen Grüßen\nAnna Meyer",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nleider ist der Plan für den zweiten Stock falsch. Bitte schicken "
                    "Sie den richtigen.\n\nMit freundlichen Grüßen\nTom Weiß",
                    answered="Sehr geehrter Herr Weiß,\n\nanbei die Pläne für den zweiten Stock, wie gewünscht.\n\nMit freundlichen Grüßen\nAnna Meyer",
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Meyer,\n\nwe still need the plan of the cellar. Could you send it as well?\n\nKind "
                    "regards,\nTom White",
                    answered="Dear Mr White,\n\nattached are the plans for the second floor, as requested.\n\nKind regards,\nAnna Meyer",
                    answered_from="Anna Meyer <a.meyer@example.com>",
                    flagged="we still need the plan of the cellar.",
                    better="thank you for sending this. W",
                ),
                Example(
                    "Dear Ms Meyer,\n\nWhere do I find the plan of the cellar?\n\nKind regards,\nTom White",
                    answered="Dear Mr White,\n\nattached are the plans for the second floor, as requested.\n\nKind regards,\nAnna Meyer",
                    answered_from="Anna Meyer <a.meyer@example.com>",
                    flagged="Where do I find the plan of the cellar?",
                    better="Thank you for sending this. ",
                ),
            ),
            good=(
                Example(
                    "Dear Ms Meyer,\n\nThank you. Where do I find the plan of the cellar?\n\nKind regards,\nTom White",
                    answered="Dear Mr White,\n\nattached are the plans for the second floor, as requested.\n\nKind regards,\nAnna Meyer",
                ),
                Example(
                    "Dear Ms Meyer,\n\nThe plans look great. Where do I find the one of the cellar?\n\nKind "
                    "regards,\nTom White",
                    answered="Dear Mr White,\n\nattached are the plans for the second floor, as requested.\n\nKind regards,\nAnna Meyer",
                ),
                Example(
                    "Dear Ms Meyer,\n\nWhere do I find the plan of the cellar?\n\nKind regards,\nTom White",
                    answered="Dear Mr White,\n\nwhich plans do you need?\n\nKind regards,\nAnna Meyer",
                ),
            ),
        ),
    },
)
