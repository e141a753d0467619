"""body.verbless: the whole message is a line without a finite verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.model import Attachment, Channel, Mark, Message
from msglint.message.patterns import lazy, without_addresses
from msglint.message.social import is_acknowledgement, is_social, says_thanks
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Need, Option, Rule
from msglint.rules.body.completion import completion
from msglint.texts import Text

_DATA_LINE = lazy(r"[^\t|]*[\t|][^\t|]*[\t|]|.*:\s*$")
_TRACES = lazy(r"<<[^<>]*>>|\[(?:image|cid|bild)[^\]]*\]", re.IGNORECASE)  # of pictures and files
_LONG_LETTER = 60
_LABEL = lazy(r"(?:^|[.;,\n])\s*[^\W\d_][\w -]{0,25}:\s")
_HANDED_OVER = lazy(
    r"\W*(?:(?:anbei|im anhang|beigefügt|attached|enclosed)\b|(?:hier|here)\s+(?:noch\s+)?(?:der|die|das|den|dein\w*|ihr\w*|"
    r"euer|eure|ein\w*|mein\w*|unser\w*|the|my|our|your|an?)\b).*\w{3}",
    re.IGNORECASE | re.DOTALL,
)


_COURTESY = lazy(  # `Good to know.`, `Schön, von Ihnen zu hören`
    r"\W*(?:(?:very|so|really|sehr|wirklich|ach|oh)\s+)*(?:(?:good|nice|great|glad|happy|pleased|delighted|lovely|sorry)\s+to\s+"
    r"(?:hear|know|see|be|meet|help|have|read|learn|talk|say|inform)\b|(?:gut|schön|nett|toll|prima|interessant),?\s+(?:(?:von|"
    r"das|es|so)\s+)?(?:\w+\s+){0,3}zu\s+(?:hören|wissen|sehen|lesen|erfahren|haben|sein)\b)",
    re.IGNORECASE,
)
_DELIGHT = lazy(
    r"\W*(?:great|perfect|wonderful|excellent|fantastic|lovely|cool|perfekt|wunderbar|klasse|toll)[\s,!.]+",
    re.IGNORECASE,
)
_WRITER_ACTS = lazy(  # `Working on it`: nobody but the writer
    r"\W*(?:(?:still|just|currently|already|now|ok|okay|yes|sorry|thanks)[\s,]+)*(?:working|looking|checking|sending|calling|"
    r"leaving|heading|running|waiting|trying|preparing|forwarding|writing|printing|testing|coming|going|driving)\s+(?:on|into|"
    r"for|at|to|with|it|this|that|the|you|your|him|her|them|my|now|late|home|back|out|over)\b",
    re.IGNORECASE,
)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """One hit on the own text, if it is about a line long and has no finite verb.

    A bare thank-you or a wish is none; as the whole answer to a long letter it may be a suggestion.
    """
    parts = message.parts
    language = message.base_language
    if not parts.body:
        yield from _bare_thanks(message, context)
        return
    span = Span(parts.body[0].start, parts.body[-1].end)
    text = _TRACES.sub(" ", without_addresses(masked_body(message, span))).strip()
    if not _is_a_line(text, context.number("max-words")):
        return
    if is_social(_with_closing(text, span, message)) or _COURTESY.match(text) or _ends_a_wish(message, span):
        yield from _bare_thanks(message, context)
        return
    if _WRITER_ACTS.match(text) or _is_complete(text, message) or _has_verb(text, language, message, context):
        return
    yield Hit(
        span=span,
        part="body",
        severity=_weight(message),
        price=12 if _is_framed(message) else 25,
        confidence=0.85,
        values={"text": " ".join(text.split())},
        suggestions=_suggestions(text, span, message, context),
    )


def _ends_a_wish(message: Message, span: Span) -> bool:
    """`Alles Gute` is a closing, `Alles Gute für Ihre Studie!` is a wish: the closing stands before the body."""
    closing = message.parts.closing
    return closing is not None and closing.span.end <= span.start


def _with_closing(text: str, span: Span, message: Message) -> str:
    """`Great, thank you` on one line is a thank-you, though its last words are the closing."""
    closing = message.parts.closing
    whole = closing is not None and not message.text[span.end : closing.span.start].strip(" ,.!")
    return _DELIGHT.sub("", f"{text} {closing.span.of(message.text)}" if closing and whole else text, count=1)


def masked_body(message: Message, span: Span) -> str:
    """The body inside `span`, what is not body as blanks."""
    return span.of(message.parts.body_text)


def _is_a_line(text: str, most: int) -> bool:
    words = re.findall(r"[^\W\d_][\w'’-]*", text)
    lines = [line for line in text.split("\n") if line.strip()]
    if not 0 < len(words) <= most or len(lines) > 2 or any(_DATA_LINE.match(line) for line in lines[:-1]):
        return False
    return len(_LABEL.findall(text)) < 2


def _is_complete(text: str, message: Message) -> bool:
    """Short, but nothing is missing: said politely, handing something over, or right below each question."""
    parts = message.parts
    if _is_between_quotes(message):
        return True
    if parts.salutation is None or (parts.closing is None and parts.signature is None):
        return False
    if is_acknowledgement(text):
        return True
    return _HANDED_OVER.match(text) is not None  # whether the file is there is another rule's business


def _is_between_quotes(message: Message) -> bool:
    """The body is interleaved with what it answers."""
    body, quotes = message.parts.body, [quote.span for quote in message.parts.quotes if quote.kind is Mark.QUOTE]
    first, last = body[0].start, body[-1].end
    if any(first < quote.start < last for quote in quotes):
        return True
    return any(quote.end <= first for quote in quotes) and any(quote.start >= last for quote in quotes)


def _has_verb(text: str, language: str, message: Message, context: Context) -> bool:
    """In the message's language, or, for a text too short to tell, in the other one as well."""
    from msglint.message.language import detect

    if context.engines.has_finite_verb(text, language):
        return True
    other = "en" if language == "de" else "de"
    return detect(text) == other and context.engines.has_finite_verb(text, other)


def _weight(message: Message) -> Severity:
    if message.channel is Channel.MESSENGER or _is_framed(message):
        return Severity.SUGGESTION
    if any(quote.kind is Mark.FORWARD for quote in message.parts.quotes):
        return Severity.SUGGESTION if message.is_internal else Severity.WARNING
    return Severity.WARNING


def _is_framed(message: Message) -> bool:
    """`Anbei die Rechnung.` between salutation and closing is short, not rude."""
    return message.parts.salutation is not None and message.parts.closing is not None


def _suggestions(text: str, span: Span, message: Message, context: Context) -> tuple[Suggestion, ...]:
    language = message.base_language
    better = completion(" ".join(text.split()), context, language)
    if not better:
        return ()
    if language == "de" and (message.parts.salutation is None or message.parts.salutation.mark != ","):
        better = better[0].upper() + better[1:]
    return (Suggestion(better, span),)


def _bare_thanks(message: Message, context: Context) -> Iterator[Hit]:
    """`Vielen Dank!` as the whole answer to a long letter."""
    parts = message.parts
    answered = context.thread.answered
    if answered is None or message.channel is Channel.MESSENGER or len(answered.parts.own_text.split()) < _LONG_LETTER:
        return
    place = parts.body[0] if parts.body else (parts.closing.span if parts.closing else None)
    if place is None or not says_thanks(place.of(message.text)):
        return
    yield Hit(
        span=place,
        severity=Severity.SUGGESTION,
        confidence=0.6,
        message=Text(
            "Auf einen langen Brief antwortet nur ein Dank.", "A long letter is answered by a bare thank-you."
        ),
        why=Text(
            "Wer sich Mühe gegeben hat, möchte wissen, was davon angekommen ist. Ein Satz zum Inhalt genügt.",
            "Whoever took the trouble wants to know what came across. One sentence on the matter is enough.",
        ),
        values={"text": place.of(message.text)},
    )


RULE = Rule(
    id="body.verbless",
    languages=frozenset({"de", "en"}),
    severity=Severity.WARNING,
    title=Text("Einzeiler ohne Verb", "one-liner without a verb"),
    message=Text(
        "Die ganze Nachricht ist ein Bruchstück ohne Verb: „{text}“",
        "The whole message is a fragment without a verb: “{text}”",
    ),
    why=Text(
        "Ohne Verb fehlt, wer was tut. Der Empfänger muss raten oder nachfragen, und es liest sich wie hingeworfen.",
        "Without a verb nobody does anything. The reader has to guess or to ask back, and it reads as if tossed over.",
    ),
    source="one-line answers that forced a telephone call; finite verbs by part-of-speech tags (STTS, CLAWS C5)",
    check=check,
    needs=frozenset({Need.FINITE_VERBS}),
    options=(
        Option(
            "max-words",
            12,
            Text(
                "so viele Wörter hat eine Nachricht höchstens, die als Einzeiler gilt",
                "a message of at most so many words counts as a one-liner",
            ),
        ),
    ),
    limits=Text(
        "Urteilt über den ganzen eigenen Text, nicht über einzelne Sätze. Dank, Wünsche, Glückwünsche und Höflichkeiten wie "
        "„gut zu wissen“ sind keine Bruchstücke, und „anbei die Rechnung“ zwischen Anrede und Gruß auch nicht.",
        "Judges the whole own text, not single sentences. Thanks, wishes, congratulations and courtesies such as “good to "
        "know” are no fragments, and neither is “enclosed the invoice” between salutation and closing; in “working on it” "
        "it is plain who acts.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Zur Info.",
                    flagged="Zur Info.",
                    better="Das schicke ich Ihnen, weil … Für Sie bedeutet das: …",
                ),
                Example(
                    "Hallo Anna,\n\nzK\n\nGruß\nTom\n\n-----Ursprüngliche Nachricht-----\n"
                    "Von: Hausverwaltung <haus@example.com>\nGesendet: Montag, 2. März 2026 10:00\nAn: Tom Weiß\n"
                    "Betreff: Keller\n\nBitte räumen Sie Ihr Fach bis Freitag.",
                    subject="WG: Keller",
                    flagged="zK",
                    better="das schicke ich dir, weil … Für dich bedeutet das: …",
                ),
                Example("Hallo Anna,\n\nsiehe Anhang.\n\nGruß\nTom", flagged="siehe Anhang."),
                Example(
                    "Termin ok",
                    flagged="Termin ok",
                    answered="Sehr geehrter Herr Groß,\n\npasst Ihnen der Dienstag um zehn Uhr?\n\nMit freundlichen "
                    "Grüßen\nAnna Meyer",
                    better="Vielen Dank für Ihre Nachricht. Ja, Dienstag um zehn Uhr passt mir; ich habe den Termin "
                    "eingetragen.",
                ),
                Example("Erledigt.", flagged="Erledigt."),
                Example("Siehe Anhang.", flagged="Siehe Anhang."),
                Example("noch nicht erledigt", flagged="noch nicht erledigt"),
                Example("TERMIN VERSCHOBEN AUF MONTAG", flagged="TERMIN VERSCHOBEN AUF MONTAG"),
                Example("Rechnugn im Anhang 🙂", flagged="Rechnugn im Anhang 🙂"),
                Example("- Angebot Fenster\n- Angebot Türen", flagged="- Angebot Fenster\n- Angebot Türen"),
            ),
            good=(
                Example("Hallo Anna,\n\nklar, gerne!\n\nGruß\nTom"),
                Example("Hallo Anna,\n\nverstanden, danke.\n\nGruß\nTom"),
                Example("Hallo Anna,\n\nalles klar, bis Montag.\n\nGruß\nTom"),
                Example("Hallo Anna,\n\nherzlich willkommen im Team!\n\nGruß\nTom"),
                Example("Hallo Anna,\n\nbis Montag!\n\nGruß\nTom"),
                Example(
                    "Hallo Anna,\n\nanbei das Angebot.\n\nGruß\nTom",
                    attachments=(Attachment("angebot.pdf", "application/pdf"),),
                ),
                Example(
                    "Am 03.03.2026 um 14:12 schrieb Anna Meyer <a@example.com>:\n> Passt Montag?\nJa, um zehn.\n"
                    "> Und der Ort?\nKassel.\n"
                ),
                Example("Sehr geehrte Frau Meyer,\n\nanbei der Plan für Ihren Umbau.\n\nFreundliche Grüße\nTom Weiß"),
                Example("Hallo Anna,\n\nhier das dritte Kapitel.\n\nGruß\nTom"),
                Example("Passt, danke!"),
                Example("Perfekt, danke! 😊"),
                Example("Gut zu wissen."),
                Example("Schön, von Ihnen zu hören!"),
                Example("gehts morgen"),
                Example("das wrid knapp"),
                Example("WAR SCHON DA"),
                Example("Call passt, see you", language="de"),
                Example("Ich forwarde das gleich"),
                Example("Mich erreicht man bis sechs."),
                Example("Pass auf dich auf"),
                Example("Mache ich."),
                Example("Vielen Dank!"),
                Example("Frohe Weihnachten!"),
                Example("Bitte prüfen."),
                Example("Hallo Anna,\n\nich komme morgen.\n\nGruß\nTom"),
                Example("Herzlichen Glückwunsch zum Geburtstag!"),
            ),
        ),
        "en": Examples(
            bad=(
                Example("As discussed.", flagged="As discussed."),
                Example("FYI", flagged="FYI", language="en"),
                Example(
                    "FYI\n\n---------- Forwarded message ---------\nFrom: Property Office <house@example.com>\n"
                    "Date: Mon, 2 Mar 2026\nSubject: Basement\nTo: Tom White\n\n"
                    "Each tenant must clear its shelf by Friday noon.",
                    flagged="FYI",
                    better="I am sending you this because … For you this means: …",
                ),
                Example("Hi Anna,\n\nno news from the bank.\n\nTom", flagged="no news from the bank."),
                Example("Approved.", flagged="Approved.", language="en"),
                Example("Budget approved by board", flagged="Budget approved by board", language="en"),
                Example("MEETING MOVED TO FRIDAY", flagged="MEETING MOVED TO FRIDAY", language="en"),
                Example(
                    "- offer for the windows\n- offer for the doors",
                    flagged="- offer for the windows\n- offer for the doors",
                    language="en",
                ),
            ),
            good=(
                Example("Hi Anna,\n\nConfirmed.\n\nBest regards,\nTom"),
                Example("Hi Anna,\n\nUnderstood.\n\nBest regards,\nTom"),
                Example("Hi Anna,\n\nNoted, thanks.\n\nBest regards,\nTom"),
                Example("Hi Anna,\n\nMy pleasure!\n\nBest regards,\nTom"),
                Example("Dear Ms Parker,\n\nEnclosed the plan for your kitchen.\n\nKind regards,\nTom White"),
                Example("Hi Anna,\n\nLooking forward to it!\n\nBest regards,\nTom"),
                Example("Hi Anna,\n\nsee you then\n\nBest regards,\nTom"),
                Example("Hi Anna,\n\nSpeak soon.\n\nBest regards,\nTom"),
                Example("Hi Anna,\n\non it\n\nBest regards,\nTom"),
                Example("Hi Anna,\n\nMonday: kickoff. Friday: review.\n\nBest regards,\nTom"),
                Example("Sounds good."),
                Example("Great, thank you! 😊", language="en"),
                Example("Good to know.", language="en"),
                Example("Working on it.", language="en"),
                Example("its fine", language="en"),
                Example("it wroks", language="en"),
                Example("MONDAY WORKS", language="en"),
                Example("The fitter finished at noon.", language="en"),
                Example("Sign here", language="en"),
                Example("Will do."),
                Example("Congratulations!"),
                Example("Please call me."),
                Example("Thanks a lot!"),
            ),
        ),
    },
)
