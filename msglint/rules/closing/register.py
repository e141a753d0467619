"""closing.register: a formal salutation with a chummy closing, or the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.greeted import Tone
from msglint.message.model import Channel, Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.rules.closing.wording import closing_for
from msglint.texts import Text

_CHUMMY = lazy(
    r"(?:g*lg\b|l\.\s?g\.|(?:ganz\s+)?liebe\s+gr[üu]|(?:tausend\s+)?bussi|kuss|küss|knuddel|drück\s+dich|tschü|tschau|ciao|"
    r"hau\s+rein|mach'?s\s+gut|cheers\b|hugs?\b|xoxo|(?:lots\s+of\s+|much\s+|all\s+my\s+)?love\b|later\b|"
    r"see\s+ya|ta\b|bye\b)",
    re.IGNORECASE,
)
_STATELY = lazy(
    r"hochachtungsvoll|mit\s+(?:vorzüglicher|ausgezeichneter)\s+hochachtung|ergebenst|yours?\s+(?:very\s+)?faithfully|"
    r"respectfully|(?:very|most)\s+(?:truly|respectfully)",
    re.IGNORECASE,
)
_RELAXED_OPENING = re.compile(r"(?:hal+o|hi|hey|moin|servus|lieb|hello)", re.IGNORECASE)
_FORMAL_ENGLISH = lazy(r"dear\s+(?:mr|mrs|ms|miss|mx|sir|madam|dr|prof)\b", re.IGNORECASE)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on a closing that belongs to another kind of letter than the salutation."""
    salutation, closing = message.parts.salutation, message.parts.closing
    if salutation is None or closing is None or message.channel is Channel.MESSENGER:
        return
    words = closing.span.of(message.text)
    greeting = salutation.span.of(message.text)
    formal = (
        salutation.tone is Tone.FORMAL and salutation.opening.lower().startswith(("sehr", "geehrt", "hoch"))
    ) or _FORMAL_ENGLISH.match(greeting) is not None
    chummy = formal and _CHUMMY.match(words) is not None
    stately = _RELAXED_OPENING.match(salutation.opening) is not None and _STATELY.match(words) is not None
    if not chummy and not stately:
        return
    yield Hit(
        span=closing.span,
        part="closing",
        values={"closing": words, "salutation": greeting.rstrip(" ,!:")},
        severity=Severity.SUGGESTION if stately or message.is_internal else None,
        confidence=0.85,
        suggestions=(Suggestion(_better(message, context, chummy=chummy), closing.span),),
    )


def _better(message: Message, context: Context, *, chummy: bool) -> str:
    if message.base_language == "de" and chummy:
        return "Mit freundlichen Grüssen" if message.language == "de-CH" else "Mit freundlichen Grüßen"
    return closing_for(message, context).rstrip(",")


RULE = Rule(
    id="closing.register",
    languages=frozenset({"de", "en"}),
    severity=Severity.WARNING,
    title=Text("Gruß passt nicht zur Anrede", "closing does not fit the salutation"),
    message=Text(
        "„{closing}“ passt nicht zur Anrede „{salutation}“.",
        "“{closing}” does not fit the salutation “{salutation}”.",
    ),
    why=Text(
        "Anrede und Gruß rahmen die Nachricht; passen sie nicht zusammen, weiß der Leser nicht, wie nah Sie ihm sind.",
        "Salutation and closing frame the message; where they differ, the reader cannot tell how close you feel.",
    ),
    source="own observation; German etiquette guides ask for one register in salutation and closing",
    check=check,
    supersedes=frozenset({"closing.abbreviated"}),
    limits=Text(
        "„Viele Grüße“, „Herzliche Grüße“ und „Best“ passen zu beidem und bleiben unbeanstandet.",
        "“Best”, “Best wishes” and the German “Viele Grüße” fit both and are left alone.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndie Rechnung ist bezahlt.\n\nLiebe Grüße\nTom Weiß",
                    flagged="Liebe Grüße",
                    better="Mit freundlichen Grüßen",
                ),
                Example(
                    "Sehr geehrter Herr Professor Weber,\n\nich habe die Arbeit abgegeben.\n\nLG\nTom Weiß",
                    flagged="LG",
                    better="Mit freundlichen Grüßen",
                ),
                Example(
                    "Hallo Anna,\n\nich nehme den Platz im Kurs gern an.\n\nHochachtungsvoll\nTom Weiß",
                    flagged="Hochachtungsvoll",
                    better="Viele Grüße",
                ),
            ),
            good=(
                Example("Sehr geehrte Frau Meyer,\n\ndie Rechnung ist bezahlt.\n\nHerzliche Grüße\nTom Weiß"),
                Example("Liebe Frau Meyer,\n\ndie Rechnung ist bezahlt.\n\nLiebe Grüße\nTom Weiß"),
                Example("Hallo Anna,\n\nich nehme den Platz im Kurs gern an.\n\nLG\nTom"),
                Example("Sehr geehrte Damen und Herren,\n\nhiermit kündige ich.\n\nHochachtungsvoll\nTom Weiß"),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nthe invoice has been paid.\n\nCheers,\nTom White",
                    flagged="Cheers",
                    better="Kind regards",
                ),
                Example("Hi Anna,\n\nI will be there at three.\n\nYours faithfully,\nTom", flagged="Yours faithfully"),
            ),
            good=(
                Example("Dear Ms Parker,\n\nthe invoice has been paid.\n\nBest wishes,\nTom White"),
                Example("Hi Anna,\n\nI will be there at three.\n\nCheers,\nTom"),
                Example("Dear Anna,\n\nI will be there at three.\n\nLove,\nTom"),
                Example("Dear Sir or Madam,\n\nplease send us an offer.\n\nYours faithfully,\nTom White"),
            ),
        ),
    },
)
