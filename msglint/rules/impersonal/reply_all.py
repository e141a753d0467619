"""impersonal.reply-all: a thank-you that everybody gets."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.message.lines import trimmed
from msglint.message.model import Channel, Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Span
from msglint.rules.base import Context, Example, Examples, Hit, Need, Option, Rule
from msglint.texts import Text

_THANKS = (
    r"(?:(?:(?:vielen|herzlichen|besten|lieben|tausend)\s+)?dank(?:e)?(?:\s+(?:dir|ihnen|euch|sehr|schön|vielmals|"
    r"nochmals?|auch))*"
    r"(?:\s+(?:für|im\s+voraus)(?:\s+\w+){0,5})?|merci|"
    r"(?:many\s+)?thank(?:s|\s+you)(?:\s+(?:very\s+much|so\s+much|a\s+lot|all|again|everyone|both))*"
    r"(?:\s+for(?:\s+\w+){1,5})?|thx|much\s+appreciated|cheers)"
)
_AGREEMENT = (
    r"(?:einverstanden|passt(?:\s+(?:so|gut|für\s+mich|mir))*|ok(?:ay)?(?:\s+für\s+mich)?|alles\s+klar|gerne?|super|"
    r"prima|perfekt|klingt\s+(?:sehr\s+)?gut|stimme\s+(?:zu|(?:dem|ich)\s+zu)|ich\s+stimme\s+zu|bin\s+dabei|"
    r"finde\s+ich\s+(?:sehr\s+)?gut|"
    r"dito|zur\s+kenntnis\s+genommen|notiert|sehe\s+ich\s+auch\s+so|so\s+machen\s+wir(?:s|\s+es|\s+das)|\+\s?1|"
    r"agreed|i\s+agree|sounds\s+(?:good|great)|works\s+for\s+me|fine\s+(?:with|by|for)\s+me|looks\s+good(?:\s+to\s+me)?|"
    r"great|perfect|excellent|good|got\s+it|noted|will\s+do|me\s+too|same\s+here|ditto|understood)"
)
_ONLY_THANKS = lazy(rf"(?:{_THANKS}[\s,.!;:)–-]*)+")
_ONLY_THAT = lazy(rf"(?:(?:{_THANKS}|{_AGREEMENT})(?:\s*[,.!;:)–-]+\s*|\s+und\s+|\s+and\s+|\s+|$))+")
_MOST_WORDS = 15


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the body, if many get it and all it says is thanks or yes."""
    headers = message.headers
    people = {entry.email.lower() for entry in headers.to + headers.cc if entry.email}
    if len(people) < context.number("min-recipients") or message.channel is not Channel.EMAIL or not message.is_reply:
        return
    parts = message.parts
    body = parts.body_text.strip()
    said = body.lower()
    if not body and parts.closing is not None and _only_a_name_below(message):
        said = parts.closing.span.of(message.text).lower()  # "Danke" above the name is read as the closing
    if not said or len(said.split()) > _MOST_WORDS or "?" in said:
        return
    pattern = _ONLY_THANKS if _was_asked(context) else _ONLY_THAT
    if not pattern.fullmatch(said.strip()):
        return
    span = trimmed(message.text, _extent(parts.body)) if body else parts.closing.span if parts.closing else Span(0, 0)
    yield Hit(
        span=span,
        part="body",
        values={"words": " ".join(span.of(message.text).split()), "count": str(len(people))},
        confidence=0.8,
    )


def _only_a_name_below(message: Message) -> bool:
    """Below the word of thanks stands a name on a line of its own, or nothing."""
    parts = message.parts
    below = parts.own_text[parts.closing.span.end :] if parts.closing is not None else ""
    line, _, rest = below.partition("\n")
    if line.strip(" \t,.!"):
        return False
    name = rest.strip().partition("\n")[0]
    return not name.endswith((".", "!", "?")) and all(word[0].isupper() for word in name.split())


def _extent(pieces: tuple[Span, ...]) -> Span:
    return Span(pieces[0].start, pieces[-1].end)


def _was_asked(context: Context) -> bool:
    """Who is asked in a round may answer before it."""
    answered = context.thread.answered
    return answered is not None and "?" in answered.parts.own_text


_ROUND = tuple(f"Person {number} <person{number}@example.com>" for number in range(1, 7))

RULE = Rule(
    id="impersonal.reply-all",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("Dank an alle", "thanks to everybody"),
    message=Text(
        "„{words}“ geht an {count} Empfänger; es genügt, der Absenderin oder dem Absender zu antworten.",
        "“{words}” goes to {count} recipients; an answer to the sender alone is enough.",
    ),
    why=Text(
        "Alle anderen werden für ein Wort unterbrochen, das nicht ihnen gilt.",
        "All the others are interrupted for a word that is not meant for them.",
    ),
    source="netiquette (RFC 1855) and the “reply all” etiquette of many firms",
    check=check,
    needs=frozenset({Need.HEADERS}),
    options=(
        Option(
            "min-recipients",
            5,
            Text("ab so vielen Empfängern in An und Kopie", "from so many recipients in To and Cc"),
        ),
    ),
    limits=Text(
        "Nur Antworten, die aus nichts als Dank oder Zustimmung bestehen. Wer in der Runde gefragt wurde, darf vor ihr "
        "zustimmen.",
        "Only replies that are nothing but thanks or agreement. Who was asked in the round may agree before it.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Hallo Anna,\n\nvielen Dank für die Info!\n\nViele Grüße\nTom",
                    headers=True,
                    subject="AW: Protokoll vom Montag",
                    to=_ROUND,
                    flagged="vielen Dank für die Info!",
                ),
                Example(
                    "Hallo Anna,\n\nalles klar, danke!\n\nViele Grüße\nTom",
                    headers=True,
                    subject="AW: Neue Preise",
                    to=_ROUND[:1],
                    cc=_ROUND[1:],
                ),
            ),
            good=(
                Example(
                    "Hallo Anna,\n\nvielen Dank für die Info!\n\nViele Grüße\nTom",
                    headers=True,
                    subject="AW: Protokoll vom Montag",
                    to=_ROUND[:2],
                ),
                Example(
                    "Hallo Anna,\n\ndanke, ich bringe am Montag die Pläne für alle mit.\n\nViele Grüße\nTom",
                    headers=True,
                    subject="AW: Protokoll vom Montag",
                    to=_ROUND,
                ),
                Example(
                    "Hallo Anna,\n\npasst für mich.\n\nViele Grüße\nTom",
                    headers=True,
                    subject="AW: Termin",
                    to=_ROUND,
                    answered="Hallo zusammen,\n\npasst euch Dienstag um neun?\n\nViele Grüße\nAnna",
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Hi Anna,\n\nthank you very much!\n\nBest regards,\nTom",
                    headers=True,
                    subject="Re: Minutes of Monday",
                    to=_ROUND,
                    flagged="thank you very much!",
                ),
                Example(
                    "Hi Anna,\n\nsounds good, thanks for the update.\n\nBest regards,\nTom",
                    headers=True,
                    subject="Re: New prices",
                    to=_ROUND[:1],
                    cc=_ROUND[1:],
                ),
            ),
            good=(
                Example(
                    "Hi Anna,\n\nthank you very much!\n\nBest regards,\nTom",
                    headers=True,
                    subject="Re: Minutes of Monday",
                    to=_ROUND[:1],
                ),
                Example(
                    "Hi Anna,\n\nthanks, the plans are on the drive for all of you.\n\nBest regards,\nTom",
                    headers=True,
                    subject="Re: Minutes of Monday",
                    to=_ROUND,
                ),
            ),
        ),
    },
)
