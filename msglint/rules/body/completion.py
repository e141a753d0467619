"""Turns a fragment into the sentences that its writer meant, taking up what the answered message asked."""

from __future__ import annotations

import re
from typing import NamedTuple

from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.message.questions import questions_of
from msglint.rules.base import Context


class Kind(NamedTuple):
    """One thing that a whole fragment means, and the sentence that says it.

    Attributes:
        pattern: the words, without fillers around them.
        german: with Sie; … stands where only the writer can go on.
        answers: whether it answers a question.
        needs: what must be there for the sentence to be true: `file`, `quote` or nothing.
    """

    pattern: re.Pattern[str]
    german: str
    german_du: str
    english: str
    answers: bool = False
    needs: str = ""


_FILLER = (
    r"(?:danke(?:schön)?|vielen dank|herzlichen dank|besten dank|bitte|ok|okay|ja|hallo|hi|wie besprochen|as discussed|"
    r"super|prima|please|many thanks|thanks|thank you|yes|kurz|nur|just)"
)
_GAP = r"[\s,.!;:–-]+"


def _kind(pattern: str, german: str, german_du: str, english: str, *, answers: bool = False, needs: str = "") -> Kind:
    whole = rf"[\s.]*(?:{_FILLER}{_GAP})*(?:{pattern})(?:{_GAP}{_FILLER})*[\s.,!]*"
    return Kind(lazy(whole, re.IGNORECASE), german, german_du, english, answers, needs)


_AGREED = (
    r"ok|okay|o\.k\.|ja|(?:bin )?einverstanden|genehmigt|(?:geht )?in ordnung|alles klar|geht klar|klar|yes|sure|fine|"
    r"agreed|approved"
)
_KINDS = (
    _kind(
        r"fyi|z\.?\s?k\.?|z\.?\s?i\.?|zur? (?:info|information|kenntnis|kenntnisnahme)|"
        r"zu (?:ihrer|deiner) (?:info|information|kenntnis)|(?:for|as) (?:your )?info(?:rmation)?",
        # Why it was sent, and whether it asks for anything, only the writer knows.
        "das schicke ich Ihnen, weil … Für Sie bedeutet das: …",
        "das schicke ich dir, weil … Für dich bedeutet das: …",
        "I am sending you this because … For you this means: …",
    ),
    _kind(
        r"(?:(?:siehe|s\.|see|please see|please find) ?)?(?:im |in der |als |the |in the |as )?"
        r"(?:anhang|anlage|anbei|beigefügt|attached|attachment|enclosed)",
        "im Anhang finden Sie alles Weitere. Wenn etwas fehlt, geben Sie mir bitte kurz Bescheid.",
        "im Anhang findest du alles Weitere. Wenn etwas fehlt, gib mir bitte kurz Bescheid.",
        "You will find everything in the attachment. Please let me know if anything is missing.",
        needs="file",
    ),
    _kind(
        r"s\.\s?u\.?|(?:siehe )?unten|siehe (?:weiter )?unten|(?:please )?see below",
        "alles Weitere steht in der Nachricht unten. Sagen Sie mir bitte, ob das Ihre Frage beantwortet.",
        "alles Weitere steht in der Nachricht unten. Sag mir bitte, ob das deine Frage beantwortet.",
        "You will find everything in the message below. Please let me know whether that answers your question.",
        needs="quote",
    ),
    _kind(
        r"wie (?:telefonisch )?(?:besprochen|vereinbart|abgesprochen)|as (?:discussed|agreed)|"
        r"per our (?:call|conversation|discussion)",
        "das ist der Stand, den wir besprochen haben. Wenn etwas fehlt, geben Sie mir bitte kurz Bescheid.",
        "das ist der Stand, den wir besprochen haben. Wenn etwas fehlt, gib mir bitte kurz Bescheid.",
        "This is what we discussed. Please let me know if anything is missing.",
    ),
    _kind(
        r"wie gewünscht|as requested|(?:as )?per your request",
        "das ist, worum Sie gebeten haben. Wenn etwas fehlt, geben Sie mir bitte kurz Bescheid.",
        "das ist, worum du gebeten hast. Wenn etwas fehlt, gib mir bitte kurz Bescheid.",
        "This is what you asked for. Please let me know if anything is missing.",
    ),
    _kind(
        r"(?:der |dieser )?termin (?:ist )?(?:ok|okay|gut|in ordnung|bestätigt)|"
        r"(?:the )?(?:date|time|meeting) (?:is )?(?:ok|okay|fine|good|confirmed)",
        "der Termin passt mir, ich habe ihn eingetragen.",
        "der Termin passt mir, ich habe ihn eingetragen.",
        "The date suits me and I have put it in my calendar.",
        answers=True,
    ),
    _kind(
        r"(?:ist |schon |bereits |already )?(?:erledigt|fertig|done|sent|gesendet|verschickt|geschickt)",
        "das ist erledigt. Wenn etwas offen ist, sagen Sie mir bitte Bescheid.",
        "das ist erledigt. Wenn etwas offen ist, sag mir bitte Bescheid.",
        "This is done. Please let me know if anything is still open.",
        answers=True,
    ),
    _kind(
        _AGREED,
        "ich bin einverstanden. Bitte gehen Sie so vor.",
        "ich bin einverstanden. Bitte mach es so.",
        "I agree. Please go ahead.",
        answers=True,
    ),
)
_DATE, _DONE, _AGREEMENT = _KINDS[-3:]
_REFUSAL = lazy(
    r"\W{0,3}(?:nein(?:,? (?:leider|danke))?|leider (?:nicht|nein)|no(?:,? sorry)?|sorry,? no|unfortunately not)\W{0,3}",
    re.IGNORECASE,
)
_REFUSED = (
    "leider ist das so nicht möglich. Ich schlage Ihnen gern etwas anderes vor.",
    "leider ist das so nicht möglich. Ich schlage dir gern etwas anderes vor.",
    "I am afraid this is not possible as it stands. I will gladly suggest something else.",
)
_LIMITED = lazy(
    r"\b(?:nicht\w*|kein\w*|ohne|noch|leider|aber|oben|nie|niemals|nein|kaum|erst|fast|nur\s+(?:wenn|falls)|"
    r"not|no|none|yet|but|never|above|without|unfortunately|sorry|almost|unless|if|\w+n['’]t)\b|\?",
    re.IGNORECASE,
)
_THANKS = ("vielen Dank für Ihre Nachricht.", "vielen Dank für deine Nachricht.", "Thank you for your message.")
_SIE, _DU, _ENGLISH = range(3)  # places in a triple of sentences

_HOURS = (
    r"(?:\d{1,2}(?:[:.]\d\d)?|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|"
    r"fünfzehn|sechzehn|siebzehn|achtzehn)"
)
_TIME_DE = rf"(?:um|ab|gegen|von) (?:(?:halb|viertel (?:vor|nach)) )?{_HOURS}(?: Uhr)?(?: (?:bis|–) {_HOURS}(?: Uhr)?)?"
_MONTH_DE = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_DAY_DE = rf"\d{{1,2}}\. ?(?:{_MONTH_DE}|\d{{1,2}}\.)(?: ?20\d\d)?"
_WEEKDAY_DE = "(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch"
_DATE_DE = lazy(
    rf"\b(?:(?:{_WEEKDAY_DE})(?:,? (?:den |dem |der )?{_DAY_DE})?|{_DAY_DE})(?:,? {_TIME_DE})?", re.IGNORECASE
)
_WORD_HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon"
_TIME_EN = (
    rf"(?:at|from) (?:(?:half past|a quarter (?:past|to)) )?(?:\d{{1,2}}(?:[:.]\d\d)?|{_WORD_HOURS})\b"
    r"(?: ?(?:a\.?m\b\.?|p\.?m\b\.?|o['’]clock))?"
)
_MONTH_EN = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY_EN = (
    rf"(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTH_EN})|(?:{_MONTH_EN}) \d{{1,2}}(?:st|nd|rd|th)?\b|"
    r"the \d{1,2}(?:st|nd|rd|th))"
)
_WEEKDAY_EN = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE_EN = lazy(rf"\b(?:(?:{_WEEKDAY_EN})(?:,? {_DAY_EN})?|{_DAY_EN})(?:,? {_TIME_EN})?", re.IGNORECASE)
_MEETING = lazy(
    r"\b(?:pass(?:t|en|te)|recht|zeit|treffen|termin\w*|gespräch|telefon\w*|besprech\w*|suits?|works?|meet\w*|free|"
    r"available|call|talk|come|komm\w*)\b",
    re.IGNORECASE,
)
_BEFORE_DEADLINE = lazy(r"\b(?:bis|vor|seit|by|before|until|since)(?: (?:zum|zu|dem|den|the))?\s*$", re.IGNORECASE)
_CHOICE = lazy(r"\b(?:oder|or|entweder|either)\b", re.IGNORECASE)
_WISH_TO_KNOW = lazy(
    r"(?:(?:und|and|also|aber|but)\s+)?(?:w(?:ie|as|ann|o|er|en|em|arum|eshalb|elche[rnms]?|ofür|omit|oran|ohin|oher)\b|"
    r"(?:bis|für|seit|ab|von) w|an w|how|what|when|where|who|why|which|whose)",
    re.IGNORECASE,
)
_DO_YOU_MIND = lazy(
    r"\b(?:mind|dagegen|einwände?|bedenken|objections?|nicht|kein\w*|not|any|noch fragen|\w+n['’]t)\b", re.IGNORECASE
)
_REQUEST = lazy(
    r"\b(?:(?:könn(?:t)?en|würden) Sie|(?:kannst|könntest|würdest|magst) du|(?:can|could|would|will) you)\b",
    re.IGNORECASE,
)
_TELL_ME = lazy(r"\b(?:sagen|mitteilen|erklären|nennen|tell|explain|let (?:me|us) know)\b", re.IGNORECASE)
_PROPOSAL = lazy(
    r"\b(?:könn\w*|kann|soll\w*|woll\w*|darf|dürf\w*|pass\w*|einverstanden|recht|can|could|shall|should|may|ok|okay|"
    r"agree\w*|fine)\b",
    re.IGNORECASE,
)


def completion(fragment: str, context: Context, language: str) -> str:
    """Two or three sentences that say what `fragment` leaves to guessing, or "" where that cannot be known.

    Args:
        fragment: the own text, trimmed.
        context: gives the answered message and the form of address.
        language: `de` or `en`.
    """
    thread = context.thread
    form = _ENGLISH if language != "de" else _DU if thread.form_of_address == "du" else _SIE
    thanks = [_THANKS[form]] if thread.answered is not None else []
    if _REFUSAL.fullmatch(fragment):
        return _joined([*thanks, _REFUSED[form]])
    meant = None if _LIMITED.search(fragment) else _meant(fragment, thread.message)
    if meant is None:
        return ""
    said = (meant.german, meant.german_du, meant.english)[form]
    if thread.answered is None or not meant.answers:
        return _joined([*thanks, said])
    return _answered(meant, said, thanks, thread.answered, form)


def _meant(fragment: str, message: Message) -> Kind | None:
    kind = next((kind for kind in _KINDS if kind.pattern.fullmatch(fragment)), None)
    if kind is None:
        return None
    if kind.needs == "file" and message.attachments is not None:
        return kind if any(not file.inline for file in message.attachments) else None
    if kind.needs == "quote":
        return kind if message.parts.quotes else None
    return kind


def _answered(meant: Kind, said: str, thanks: list[str], answered: Message, form: int) -> str:
    """The sentence as an answer to the first question that can be answered so, and a word on another question."""
    questions = questions_of(answered.parts.own_text, most=3)
    first = next((question for question in questions if not _WISH_TO_KNOW.match(question)), None)
    if first is None:
        return "" if meant is _AGREEMENT and questions else _joined([*thanks, said])
    if meant is not _DONE and _CHOICE.search(first):
        return ""
    answer = said if meant is _DONE else _answer(meant, first, form) or said
    if meant is _AGREEMENT and (_DO_YOU_MIND.search(first) or _TELL_ME.search(first)):
        return ""
    later = [_taken_up(question, form) for question in questions[questions.index(first) + 1 :][:1]]
    return _joined([*thanks, answer, *later])


def _answer(meant: Kind, question: str, form: int) -> str:
    """The question turned into the answer: with its date, if it asks for one."""
    date = (_DATE_EN if form == _ENGLISH else _DATE_DE).search(question)
    if date is not None and _BEFORE_DEADLINE.search(question[: date.start()]):
        date = None
    if date is not None and (meant is _DATE or _MEETING.search(question)):
        if form == _ENGLISH:
            return f"Yes, {_bare_date(date.group())} suits me; I have put it in my calendar."
        return f"Ja, {_bare_date(date.group())} passt mir; ich habe den Termin eingetragen."
    if meant is _DATE:
        return ""
    if _REQUEST.search(question):
        return "Yes, I will do that." if form == _ENGLISH else "ja, das mache ich."
    if _PROPOSAL.search(question):
        return "Yes, we can do it that way." if form == _ENGLISH else "ja, das können wir so machen."
    return ""


def _bare_date(phrase: str) -> str:
    """`10. März` needs its article; a weekday stands without one."""
    if phrase[:1].isdigit() and "." in phrase[:3]:
        return f"der {phrase}"
    return phrase if not re.match(r"\d|the ", phrase) else f"the {re.sub('^the ', '', phrase)}"


def _taken_up(question: str, form: int) -> str:
    question = re.sub(r"^(?:und|and|also)\s+", "", question, flags=re.IGNORECASE)
    question = question[0].upper() + question[1:]
    if form == _ENGLISH:
        return f"I will answer your question “{question}” by tomorrow."
    return f"{'Deine' if form == _DU else 'Ihre'} Frage „{question}“ beantworte ich bis morgen."


def _joined(sentences: list[str]) -> str:
    """The first sentence may go on behind the comma of a salutation, the others begin with a capital."""
    return " ".join([*sentences[:1], *(sentence[0].upper() + sentence[1:] for sentence in sentences[1:])])
