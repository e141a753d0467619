"""body.fragment: among whole sentences one without a verb, which leaves open who does what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.contacts.personal import is_personal
from msglint.message.model import Channel, Message
from msglint.message.pasted import without_pasted
from msglint.message.patterns import lazy, without_addresses
from msglint.message.prose import paragraphs_of
from msglint.message.sentences import sentences_of
from msglint.message.social import is_social
from msglint.report import Severity, Span
from msglint.rules.base import Context, Example, Examples, Hit, Need, Option, Rule
from msglint.rules.body.fragment_signs import is_harmless, is_telegram, leaves_open
from msglint.texts import Text

_FEWEST_WORDS, _MOST_WORDS = 2, 14
_FEWEST_SENTENCES = 3
_SHORTEST, _LONGEST = 8, 160  # characters
_MOST_HITS = 3
_LONGEST_LETTER = 3000  # words; what is longer is a document
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_ENDED = lazy(r"[^\W\d_]{2}[)\"”“’'»]*[.!]+[)\"”“’'»]*\Z")
_WHOLE = lazy(r"[A-ZÄÖÜ][^:?;|]*[.!]\Z", re.DOTALL)
# Verbs that most sentences have: spares asking for the others.
_PLAIN_VERB = {
    "de": lazy(
        r"\b(?:ist|sind|war|waren|wird|werden|wurden?|hat|haben|habe|hatten?|kann|können|konnten?|könnten?|muss|müssen|"
        r"musste\w*|soll\w*|will|wollen|möchte\w*|würde\w*|wären?|hätten?|darf|dürfen|geht|gibt|kommt|bin|bitte)\b",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|(?-i:may)|might|must|do|does|did|let|please|i)\b|"
        r"['’](?:s|re|ve|ll|m|d|t)\b",
        re.IGNORECASE,
    ),
}
# Words that a whole sentence begins with, and a note in headlines hardly ever.
_STARTS_CLAUSE = {
    "de": lazy(
        r"(?:der|das|eine?[nmrs]?|dies\w*|jene\w*|es|wer|was|dort|da|hiermit|außerdem|zudem|allerdings|trotzdem|dennoch|"
        r"natürlich|vielleicht|hoffentlich|ebenso|gerade|ganz|sehr|so|wirklich|mehr|in|im|am|bei|unter|über|zu|zum|zur|"
        r"aus|seit|gegen|wegen|laut|gemäß)\b",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"(?:an?|this|that|these|those|it|there|however|moreover|furthermore|otherwise|therefore|thus|perhaps|maybe|"
        r"very|quite|really|just|let|do|does|did|is|are|was|were|has|have|had|can|could|would|should|will|may|might|"
        r"under|over|since|during|before|between|through|by\s+the\s+way)\b",
        re.IGNORECASE,
    ),
}


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on each sentence without a finite verb that hides who is to act, if most sentences have one."""
    language = message.base_language
    length = len(message.parts.body_text.split())
    if message.channel is Channel.MESSENGER or not context.number("min-words") <= length <= _LONGEST_LETTER:
        return
    body = message.searchable("body")
    if not any(_may_hide(span.of(body.text), language) for span in body.sentences):
        return
    sentences = _sentences(message)
    suspects = [span for span, follows in sentences if follows and _may_hide(span.of(message.text), language)]
    if len(sentences) < _FEWEST_SENTENCES or not suspects or is_personal(context.thread):
        return
    fragments = [span for span in suspects if _hides_who_acts(span.of(message.text), language, context)]
    # Who writes like that throughout does so on purpose, or the text is a list without bullets.
    if len(fragments) > _MOST_HITS or 2 * len(fragments) >= len(sentences):
        return
    for span in fragments:
        yield Hit(span=span, part="body", confidence=0.7, values={"text": " ".join(span.of(message.text).split())})


def _sentences(message: Message) -> list[tuple[Span, bool]]:
    """The sentences of the running text; with each, whether it stands for itself.

    What follows a question answers it, what follows a colon belongs to a list or to a label, and what follows an
    abbreviation may be the rest of a sentence.
    """
    text = message.searchable("body").unquoted
    text = text[: len(without_pasted(message.parts.body_text).rstrip())]
    found: list[tuple[Span, bool]] = []
    before = ""
    for paragraph in paragraphs_of(text):
        start = paragraph.span.start
        for piece in sentences_of(paragraph.span.of(text)):
            span = Span(start + piece.start, start + piece.end)
            found.append((span, not before or _ENDED.search(before) is not None))
            before = span.of(text)
    return found


def _may_hide(sentence: str, language: str) -> bool:
    """A cheap look, before any verb is asked for."""
    if not _SHORTEST <= len(sentence) <= _LONGEST or _PLAIN_VERB[language].search(sentence):
        return False
    if not _WHOLE.match(sentence) or not _FEWEST_WORDS <= len(_WORD.findall(sentence)) <= _MOST_WORDS:
        return False
    if _STARTS_CLAUSE[language].match(sentence) or is_harmless(sentence, language):
        return False
    return not is_social(sentence)


def _hides_who_acts(sentence: str, language: str, context: Context) -> bool:
    from msglint.message.language import detect

    other = "en" if language == "de" else "de"
    text = without_addresses(sentence)
    if context.engines.has_finite_verb(text, language):
        return False
    if detect(sentence) == other and context.engines.has_finite_verb(text, other):
        return False
    if leaves_open(text, language):
        return True
    return text.endswith(".") and is_telegram(context.engines.tagger(language).tag(text), language)


_OPENING_DE = (
    "Sehr geehrte Frau Meyer,\n\nvielen Dank für das Gespräch am Montag. Wir haben den Umbau in der Runde besprochen, und "
    "alle sind mit dem zweiten Entwurf einverstanden. "
)
_ENDING_DE = (
    " Die Handwerker kommen in der ersten Woche nach den Ferien, und ich melde mich, sobald der genaue Tag feststeht.\n\n"
    "Mit freundlichen Grüßen\nTom Weiß"
)
_OPENING_EN = (
    "Dear Ms Parker,\n\nthank you for the talk on Monday. We went through the plans for the kitchen, and everybody is happy "
    "with the second draft. "
)
_ENDING_EN = (
    " The builders will come in the first week after the holidays, and I will write as soon as I know the day.\n\n"
    "Kind regards,\nTom White"
)


def _german(sentence: str) -> str:
    return f"{_OPENING_DE}{sentence}{_ENDING_DE}"


def _english(sentence: str) -> str:
    return f"{_OPENING_EN}{sentence}{_ENDING_EN}"


RULE = Rule(
    id="body.fragment",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("Satz ohne Verb, der offen lässt, wer etwas tut", "a sentence without a verb that leaves open who acts"),
    message=Text(
        "Ohne Verb bleibt offen, wer hier etwas tut oder getan hat: „{text}“",
        "Without a verb it stays open who does this, or who has done it: “{text}”",
    ),
    why=Text(
        "Sie wissen, wer gemeint ist; wer es liest, muss raten, ob es ihm gilt. Ein Satz mit Person und Verb klärt es: "
        "„Bitte schicken Sie mir …“, „Wir haben …“.",
        "You know who is meant; whoever reads it has to guess whether they are. A sentence with a person and a verb makes it "
        "plain: “Please send me …”, “We have …”.",
    ),
    source="plain-language guides: name who acts; the same finite-verb test as body.verbless",
    check=check,
    price=2,
    needs=frozenset({Need.FINITE_VERBS}),
    options=(
        Option(
            "min-words",
            30,
            Text("so viele Wörter hat eine Nachricht mindestens", "a message has at least so many words"),
        ),
    ),
    limits=Text(
        "Nur Sätze mit Punkt oder Ausrufezeichen in laufendem Text, und nur, wenn es um einen Auftrag, eine Frist oder etwas "
        "Erledigtes geht und niemand genannt ist. Antworten auf eine eigene Frage, Nachgeschobenes („Und zwar …“), Dank, "
        "Überschriften, Listen und Briefe unter Freunden bleiben unbeanstandet.",
        "Only sentences with a full stop or an exclamation mark in running text, and only where an errand, a last day or "
        "something done is told and nobody is named. Answers to one's own question, afterthoughts, thanks, headings, lists "
        "and letters among friends are left alone.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(_german("Rückmeldung bis Freitag."), flagged="Rückmeldung bis Freitag."),
                Example(_german("Angebot für die Fenster noch offen."), flagged="Angebot für die Fenster noch offen."),
                Example(
                    _german("Klärung mit dem Statiker nächste Woche."),
                    flagged="Klärung mit dem Statiker nächste Woche.",
                ),
                Example(_german("Vertrag noch nicht unterschrieben."), flagged="Vertrag noch nicht unterschrieben."),
                Example(_german("Unterlagen an die Bank schicken."), flagged="Unterlagen an die Bank schicken."),
            ),
            good=(
                Example(_german("Bitte geben Sie mir bis Freitag eine Rückmeldung.")),
                Example(_german("Anbei die Unterlagen.")),
                Example(_german("Vielen Dank vorab!")),
                Example(_german("Wirklich ein schöner Entwurf.")),
                Example(_german("Und die Rechnung? Bereits bezahlt.")),
                Example(_german("Freigabe durch den Vorstand am Freitag.")),
                Example(_german("Ihre Rückmeldung gern bis Freitag.")),
                Example(_german("Und zwar schnellstmöglich.")),
                Example(_german("Schnee auf der Straße nach Kassel.")),
                Example(_german("Richtfest um vier im Hof.")),
                Example(_german("Taschenlampe bitte nicht vergessen.")),
                Example(_german("\n\nZum Stand:\n- Rechnung bezahlt.\n- Vertrag noch offen.\n\n")),
                Example("Rückmeldung bis Freitag.\n\nMit freundlichen Grüßen\nTom Weiß"),
            ),
        ),
        "en": Examples(
            bad=(
                Example(_english("Feedback by Friday."), flagged="Feedback by Friday."),
                Example(
                    _english("Decision on the windows still pending."), flagged="Decision on the windows still pending."
                ),
                Example(
                    _english("Follow-up with the builders next week."), flagged="Follow-up with the builders next week."
                ),
                Example(_english("Contract not yet signed."), flagged="Contract not yet signed."),
            ),
            good=(
                Example(_english("Please let me have your feedback by Friday.")),
                Example(_english("Attached the plans.")),
                Example(_english("Many thanks in advance!")),
                Example(_english("A lovely draft indeed.")),
                Example(_english("And the invoice? Already paid.")),
                Example(_english("Approval by the board on Friday.")),
                Example(_english("Your feedback by Friday at the latest.")),
                Example(_english("Swamped with the kitchen as usual.")),
                Example(_english("Snow on the road to Leeds, three lanes closed.")),
                Example(_english("Drinks in the yard at four.")),
                Example(_english("\n\nWhere we stand:\n- Invoice paid.\n- Contract still open.\n\n")),
                Example("Feedback by Friday.\n\nKind regards,\nTom White"),
            ),
        ),
    },
)
