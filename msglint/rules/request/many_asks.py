"""request.many-asks: four questions in one paragraph, of which one is answered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.model import Channel, Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Option, Rule
from msglint.rules.request.sentences import paragraphs_of, sentences_of
from msglint.texts import Text

_LIST_ITEM = lazy(r"^[ \t]*(?:[-*•–]|\(?(?:\d{1,2}|[a-z])[.)])[ \t]*\S", re.MULTILINE)
_NUMBERED = lazy(r"(?:\b(?:erstens|zweitens|firstly|secondly)\b|(?<!\w)\(?\d[.)]\s)", re.IGNORECASE)
_TO_THE_READER = lazy(
    r"\b(?:sie|ihnen|ihre?[nrms]?|du|dir|dich|deine?\w*|ihr|euch|eure?\w*|you|your|we|wir|uns|us|i|ich|mir|me)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the first paragraph that asks more than it numbers."""
    most = context.number("more-than")
    if message.parts.body_text.count("?") <= most or message.channel is Channel.MESSENGER:
        return
    text = message.searchable("body").unquoted
    for paragraph in paragraphs_of(text):
        if paragraph.of(text).count("?") <= most or _is_a_list(paragraph.of(text)):
            continue
        questions = tuple(_questions(text, paragraph))
        if len(questions) > most:
            yield _hit(text, questions)
            return


def _is_a_list(paragraph: str) -> bool:
    """Numbered already, or one question a line, as in a form."""
    lines = [line for line in paragraph.split("\n") if line.strip()]
    if _LIST_ITEM.search(paragraph) or _NUMBERED.search(paragraph):
        return True
    return sum(line.rstrip().endswith("?") for line in lines) > len(lines) / 2 > 1


def _questions(text: str, paragraph: Span) -> Iterator[Span]:
    """The questions that the reader is to answer."""
    for sentence in sentences_of(text, paragraph):
        said = sentence.of(text)
        if said.rstrip(')"”“ ').endswith("?") and len(said.split()) >= _FEWEST_WORDS and _TO_THE_READER.search(said):
            yield sentence


def _hit(text: str, questions: tuple[Span, ...]) -> Hit:
    span = Span(questions[0].start, questions[-1].end)
    return Hit(
        span=span,
        part="body",
        confidence=0.8,
        values={"count": str(len(questions))},
        suggestions=(Suggestion("\n" + _numbered(text, questions) + "\n", span),),
    )


def _numbered(text: str, questions: tuple[Span, ...]) -> str:
    """The questions as a list; what is said between two of them stays with the second."""
    starts = (questions[0].start, *(question.end for question in questions[:-1]))
    items = (" ".join(text[start : question.end].split()) for start, question in zip(starts, questions, strict=True))
    return "\n".join(f"{number}. {item[0].upper()}{item[1:]}" for number, item in enumerate(items, start=1))


RULE = Rule(
    id="request.many-asks",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("viele Fragen in einem Absatz", "many questions in one paragraph"),
    message=Text(
        "{count} Fragen stehen in einem Absatz; als nummerierte Liste wird keine übersehen.",
        "{count} questions stand in one paragraph; numbered, none is overlooked.",
    ),
    why=Text(
        "Wer in einem Absatz viermal gefragt wird, antwortet auf eine oder zwei. Auf Nummern kann der Leser einzeln antworten.",
        "Asked four times in one paragraph, a reader answers one or two. Numbers can be answered one by one.",
    ),
    source="own observation: of four questions in a row one or two are answered",
    check=check,
    options=(
        Option("more-than", 3, Text("so viele Fragen darf ein Absatz haben", "so many questions a paragraph may have")),
    ),
    limits=Text(
        "Zählt nur Fragen an den Leser, nicht im Chat und nicht, wo schon nummeriert ist oder jede Frage in ihrer Zeile steht.",
        "Counts only questions to the reader, not in a chat and not where they are numbered or stand in lines of their own.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nhaben Sie die Maße der Halle? Wie viele Gäste erwarten Sie? "
                    "Brauchen Sie eine Bühne? Wer ist am Abend Ihr Ansprechpartner?\n\nMit freundlichen Grüßen\nTom "
                    "Weiß",
                    flagged="haben Sie die Maße der Halle? Wie viele Gäste erwarten Sie? Brauchen Sie eine Bühne? Wer ist am Abend Ihr Ansprechpartner?",
                    better="\n1. Haben Sie die Maße der Halle?\n2. Wie viele Gäste erwarten Sie?\n3. Brauchen Sie eine Bühne?\n4. Wer ist am Abend Ihr Ansprechpartner?\n",
                ),
                Example(
                    "Hallo Anna,\n\ndanke für den Plan. Hast du die Maße der Halle? Wie viele Gäste erwartest du? "
                    "Brauchst du eine Bühne? Sie kostet extra. Wen rufe ich an, wenn ihr mich abends "
                    "braucht?\n\nViele Grüße\nTom"
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nhaben Sie die Maße der Halle? Wie viele Gäste erwarten Sie? "
                    "Brauchen Sie eine Bühne?\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nwir haben vier Fragen:\n\n1. Haben Sie die Maße der Halle?\n2. Wie "
                    "viele Gäste erwarten Sie?\n3. Brauchen Sie eine Bühne?\n4. Wer ist Ihr Ansprechpartner?\n\nMit "
                    "freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nhaben Sie die Maße der Halle?\nWie viele Gäste erwarten "
                    "Sie?\nBrauchen Sie eine Bühne?\nWer ist Ihr Ansprechpartner?\n\nMit freundlichen Grüßen\nTom "
                    "Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nhaben Sie die Maße der Halle? Wie viele Gäste erwarten "
                    "Sie?\n\nBrauchen Sie eine Bühne? Wer ist am Abend Ihr Ansprechpartner?\n\nMit freundlichen "
                    "Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nder Gast fragte: „Haben Sie die Maße? Wie viele kommen? Brauchen "
                    "Sie eine Bühne? Wer hilft uns?“ Darauf wusste ich nichts.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Meyer,\n\nDo you have the size of the hall? How many guests do you expect? Will you "
                    "need a stage? Who is your contact in the evening?\n\nKind regards,\nTom White",
                    flagged="Do you have the size of the hall? How many guests do you expect? Will you need a stage? Who is your contact in the evening?",
                    better="\n1. Do you have the size of the hall?\n2. How many guests do you expect?\n3. Will you need a stage?\n4. Who is your contact in the evening?\n",
                ),
                Example(
                    "Hi Anna,\n\nThanks for the plan. Do you have the size of the hall? How many guests do you "
                    "expect? Do you need a stage? It costs extra. Whom shall I call if you need me?\n\nBest "
                    "regards,\nTom"
                ),
            ),
            good=(
                Example(
                    "Dear Ms Meyer,\n\nDo you have the size of the hall? How many guests do you expect? Will you "
                    "need a stage?\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nWe have four questions:\n\n1. Do you have the size of the hall?\n2. How many "
                    "guests do you expect?\n3. Will you need a stage?\n4. Who is your contact?\n\nKind "
                    "regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nDo you have the size of the hall? How many guests do you expect?\n\nWill you "
                    "need a stage? Who is your contact in the evening?\n\nKind regards,\nTom White"
                ),
            ),
        ),
    },
)
