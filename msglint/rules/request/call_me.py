"""request.call-me: "Bitte um Rückruf" without what about, without a number, without when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from msglint.message.model import Message, Relationship
from msglint.message.patterns import lazy
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.rules.request.asking import has_topic, is_relaxed, mentions
from msglint.rules.request.reach import asks_for_call, has_phone
from msglint.rules.request.sentences import sentence_at
from msglint.rules.request.timing import has_date, two_proposals
from msglint.texts import Text

_OFFER = lazy(
    r"\b(?:wenn|falls|sollten|solltest|bei\s+(?:\w+\s+)?(?:fragen|rückfragen|bedarf|problemen|interesse|unklarheiten)|gerne?|"
    r"jederzeit|am\s+besten|oder|sonst|ansonsten|andernfalls|if|should\s+you|any\s+(?:questions|thoughts|comments|problems)|feel\s+free|"
    r"or\s+(?:just\s+|simply\s+)?(?:call|give|phone|ring)|(?:e-?mail|write|text|page)\s+(?:me\s+)?or|hesitate|otherwise|"
    r"you\s+(?:can|could|may)|can\s+(?:always\s+)?(?:call|phone|ring)|to\s+(?:call|phone|ring)|not|never|nicht|kein|so\s+that|"
    r"(?:had|will|would|did|he|she|they|and|who|that|just|people|to|didn['’]t|don['’]t)\s+(?:call|phone|ring)|"
    r"unless|in\s+case|whenever|asked|told|wollte\w*|hatte\w*)\b",
    re.IGNORECASE,
)
_WHEN_READ = lazy(  # this is a time, and no condition
    r"\b(?:wenn|sobald)\s+(?:du|sie|ihr)\s+(?:(?:das|dies|diese|mail|nachricht|hier|wieder|am|im|platz|büro|mal|kurz|zeit|da|zu|hause)\s+)*"
    r"(?:les(?:en|t)|liest|sind|bist|seid|ha(?:st|ben|bt)|gelesen\s+ha(?:st|ben))|\b(?:bitte\s+)?(?:gern|einfach)\s+(?=mal)|"
    r"\b(?:when|once|as\s+soon\s+as)\s+you\s+(?:(?:read|see|get|have\s+read)\s+this|are\s+(?:in|back|free)|have\s+a\s+(?:moment|minute))",
    re.IGNORECASE,
)
_NAME_GIVEN = lazy(
    r"\s+(?-i:[A-Z])[a-z]+\b(?!\s+\d)|\s+(?:crazy|old|stupid|naive|cynical|a\s+\w+|an\s+\w+|paranoid|silly)\b",
    re.IGNORECASE,
)
_WHEN = lazy(
    r"\b(?:wenn|sobald|nach\s+\w+|vor\s+\w+|ab|zwischen|jederzeit|tagsüber|abends|morgens|früh|uhr|gleich|sofort|"
    r"umgehend|unverzüglich|spätestens|bis|when|whenever|once|after|before|between|any\s*time|asap|as\s+soon|at\s+your|"
    r"immediately|now|right\s+away|until|till|soon|convenience)\b",
    re.IGNORECASE,
)
_ABOUT = lazy(
    r"\b(?:wegen|zu(?:m|r)?|bezüglich|betreffend|hinsichtlich|über|um\s+(?:\w+\s+){1,10}zu|damit|ob|was|wie|es\s+geht|"
    r"about|regarding|concerning|re|with|for|on|so\s+(?:we|that|i)|to\s+(?!discuss[.!]|talk[.!]|me\b|you\b)(?:\w+)|and\s+"
    r"(?:tell|let|explain)|denn|weil|da)\b(?!\s+(?:\d|unter|mobil|my|meine\w*|the\s+number|nummer))",
    re.IGNORECASE,
)
_SMALL_TALK = lazy(
    r"\b(?:ich|wir|bin|sind|unter|der|die|das|nummer|meine|erreichbar|vielen|herzlichen|dank\w*|voraus|im|bitte|schönen|tag|"
    r"freue|mich|auf|ihre\w*|antwort|it['’]?s|is|urgent|dringend|es|ist|wichtig|important|thank\w*|you|please|the|my|number|"
    r"i|am|have|we|need|to|talk|speak|müssen|sprechen|reden|hallo|hi|and|und|mit|with|sehr|very|look|forward|hear\w*|from)\b|"
    r"[\d()+/.-]+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
_SAYS_DU = lazy(r"\b(?:rufe?|rufst|du|dich|melde|klingel|läute)\b", re.IGNORECASE)
_ALL = 3  # neither the matter nor the number nor the time
_FEW_WORDS = 3
_MOST = 20
_LITTLE_MORE = 12
_BARE_REQUEST = 6
_AND = Text(" und ", " and ")
_MISSING = {
    "topic": Text("worum es geht", "what it is about"),
    "number": Text("unter welcher Nummer", "which number to call"),
    "when": Text("wann Sie erreichbar sind", "when you can be reached"),
}


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the first plain request to call, with what is missing; an offer to call is none."""
    language = message.base_language
    if not mentions(
        message.parts.body_text,
        ("call", "phone", "ring", "ruf", "rückmeldung per", "telefon", "durch", "hörer", "shout"),
    ):
        return
    text = message.searchable("body").unquoted
    for match in islice(asks_for_call(text, language), _MOST):
        sentence = sentence_at(text, match.start(), match.end())
        if _is_an_offer(text, match, sentence):
            continue
        missing = tuple(_missing(text, sentence, message, context))
        if missing:
            yield _hit(match, missing, sentence, message, context)
        return


def _is_an_offer(text: str, match: re.Match[str], sentence: Span) -> bool:
    return (
        _OFFER.search(_WHEN_READ.sub(" ", sentence.of(text))) is not None
        or _NAME_GIVEN.match(text, match.end()) is not None
    )


def _missing(text: str, sentence: Span, message: Message, context: Context) -> Iterator[str]:
    """What the reader needs for the call. Who knows the other's number and desk needs only the matter."""
    has_matter = _has_matter(text, sentence, message)
    if not has_matter:
        yield "topic"
    if is_relaxed(message, context.thread):
        return
    has_number = has_phone(message.text)
    if not has_number:
        yield "number"
    if not has_date(text) and not _WHEN.search(sentence.of(text)) and not (has_matter and has_number):
        yield "when"


def _has_matter(text: str, sentence: Span, message: Message) -> bool:
    if message.parts.quotes or message.answers is not None or has_topic(message.headers.subject):
        return True
    rest = text[: sentence.start] + " " + text[sentence.end :]
    if len(_WORD.findall(_SMALL_TALK.sub(" ", rest))) > _FEW_WORDS:
        return True
    return _ABOUT.search(sentence.of(text)) is not None


def _hit(match: re.Match[str], missing: tuple[str, ...], sentence: Span, message: Message, context: Context) -> Hit:
    names = [_MISSING[what].in_(context.ui_language) for what in missing]
    alone = len(sentence) <= len(match.group()) + _LITTLE_MORE and len(match.group().split()) <= _BARE_REQUEST
    place = sentence if alone else Span(sentence.end, sentence.end)
    informal = _SAYS_DU.search(match.group()) is not None or context.thread.form_of_address == "du"
    worded = (_better if alone else _addition)(missing, message, informal=informal)
    return Hit(
        span=Span(*match.span()),
        values={"missing": _joined(names, context.ui_language)},
        severity=Severity.WARNING if message.relationship is Relationship.NONE or len(missing) == _ALL else None,
        confidence=0.8,
        suggestions=(Suggestion(worded if alone else f" {worded}", place),),
    )


def _joined(names: list[str], ui_language: str) -> str:
    return _AND.in_(ui_language).join(piece for piece in (", ".join(names[:-1]), names[-1]) if piece)


def _better(missing: tuple[str, ...], message: Message, *, informal: bool) -> str:
    """The request with what is missing; … stands where only the writer can go on."""
    if message.base_language == "en":
        return f"Please call me{_when_in_english(missing, message)}{_end_in_english(missing)}"
    number = " unter der Nummer …" if "number" in missing else ""
    when = f" am {two_proposals(message)[0]}" if "when" in missing else ""
    request = "Ruf mich bitte" if informal else "Bitte rufen Sie mich"
    return f"{request}{when}{number} an{_end(missing)}"


def _addition(missing: tuple[str, ...], message: Message, *, informal: bool) -> str:
    """A sentence of its own for what is missing, where the request has more to say than to call."""
    if missing == ("topic",):
        return "Es geht um …" if message.base_language == "de" else "It is about …"
    if message.base_language == "en":
        if "when" not in missing:
            return _sentence(_facts_in_english(missing))
        return f"You can reach me{_when_in_english(missing, message)}{_end_in_english(missing)}"
    number = " unter der Nummer …" if "number" in missing else ""
    when = f" am {two_proposals(message)[0]}" if "when" in missing else ""
    reader = "Du erreichst" if informal else "Sie erreichen"
    return f"{reader} mich{when}{number}{_end(missing)}"


def _end(missing: tuple[str, ...]) -> str:
    return "; es geht um …" if "topic" in missing else "."


def _when_in_english(missing: tuple[str, ...], message: Message) -> str:
    """In the middle of a sentence the time stands between commas."""
    return f" on {two_proposals(message)[0].replace(' at ', ', at ')}" if "when" in missing else ""


def _end_in_english(missing: tuple[str, ...]) -> str:
    facts = _facts_in_english(missing)
    return f"; {facts}" if facts else "."


def _facts_in_english(missing: tuple[str, ...]) -> str:
    """A clause for each: `call me on … on Thursday` would say “on” twice."""
    clauses = {"topic": "it is about …", "number": "my number is …"}
    return ", and ".join(clause for what, clause in clauses.items() if what in missing)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


RULE = Rule(
    id="request.call-me",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("„Rufen Sie mich an“ ohne Thema, Nummer oder Zeit", "“call me” without topic, number or time"),
    message=Text("Für den Anruf fehlt: {missing}.", "For the call this is missing: {missing}."),
    why=Text(
        "Wer nicht weiß, worum es geht und wann Sie zu erreichen sind, kann sich nicht vorbereiten und ruft ins Leere an.",
        "Whoever does not know what it is about and when you can be reached cannot prepare, and calls in vain.",
    ),
    source="own observation: calls that reached nobody, or about nobody knew what",
    check=check,
    limits=Text(
        "Angebote („Rufen Sie mich gern an“, „bei Fragen“) sind keine Bitte. Unter Kollegen, beim Du und im Chat gelten Nummer und Zeit als bekannt; sind Thema und Nummer da, genügt das.",
        "Offers (“feel free to call”, “if you have questions”) are no request. Among colleagues, on first-name terms and in a chat, number and time count as known; topic and number together are enough.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte rufen Sie mich an.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="rufen Sie mich an",
                    better="Bitte rufen Sie mich am Donnerstag, 5. März, um 14 Uhr unter der Nummer … an; es geht um …",
                    today="2026-03-02",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndie Heizung im zweiten Stock ist wieder ausgefallen, und der "
                    "Monteur braucht Ihre Zustimmung. Bitte rufen Sie mich zurück.\n\nMit freundlichen Grüßen\nTom "
                    "Weiß",
                    flagged="rufen Sie mich zurück",
                    better="Bitte rufen Sie mich am Donnerstag, 5. März, um 14 Uhr unter der Nummer … an.",
                    today="2026-03-02",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nich bitte um Rückruf unter 0561 555012.\n\nMit freundlichen "
                    "Grüßen\nTom Weiß",
                    flagged="bitte um Rückruf",
                    better=" Sie erreichen mich am Donnerstag, 5. März, um 14 Uhr; es geht um …",
                    today="2026-03-02",
                ),
                Example(
                    "ruf mich an",
                    flagged="ruf mich an",
                    better="Ruf mich bitte am Donnerstag, 5. März, um 14 Uhr unter der Nummer … an; es geht um …",
                    today="2026-03-02",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nrufen Sie mich doch bitte mal an, wenn Sie das hier lesen. Es gibt Neues.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nmelden Sie sich bitte telefonisch bei uns, dann besprechen wir alles Weitere.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte klingeln Sie kurz durch.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte rufen Sie mich heute bis 17 Uhr unter 0561 555012 an; es "
                    "geht um die Heizung im zweiten Stock.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nder Plan liegt bei. Wenn Sie Fragen haben, rufen Sie mich "
                    "an.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example("Sehr geehrte Frau Meyer,\n\nrufen Sie mich gern an.\n\nMit freundlichen Grüßen\nTom Weiß"),
                Example(
                    "Hallo Anna,\n\ndie Heizung im zweiten Stock ist wieder ausgefallen. Ruf mich bitte "
                    "an.\n\nViele Grüße\nTom"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte rufen Sie mich wegen der Heizung im zweiten Stock an: 0561 "
                    "555012.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nmelden Sie sich bitte telefonisch unter 0561 123456, ich bin bis 17 Uhr da; es geht um den Mietvertrag.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nSie haben um Rückruf gebeten: Ich habe es dreimal versucht.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Meyer,\n\nplease call me.\n\nKind regards,\nTom White",
                    flagged="please call me",
                    better="Please call me on Thursday, 5 March, at 2 pm; it is about …, and my number is …",
                    today="2026-03-02",
                ),
                Example(
                    "Dear Ms Meyer,\n\nThe heating on the second floor has failed again, and the engineer needs "
                    "your consent. Please give me a call.\n\nKind regards,\nTom White",
                    flagged="Please give me a call",
                    better="Please call me on Thursday, 5 March, at 2 pm; my number is …",
                    today="2026-03-02",
                ),
                Example(
                    "Dear Ms Meyer,\n\nPlease call me back on 020 7946 0012.\n\nKind regards,\nTom White",
                    flagged="Please call me back",
                    better=" You can reach me on Thursday, 5 March, at 2 pm; it is about …",
                    today="2026-03-02",
                ),
                Example(
                    "Dear Ms Meyer,\n\nPlease call me once you have read this.\n\nKind regards,\nTom White",
                    relationship=Relationship.NONE,
                ),
                Example(
                    "Dear Ms Meyer,\n\nPlease contact us by phone.\n\nKind regards,\nTom White",
                    relationship=Relationship.NONE,
                ),
            ),
            good=(
                Example(
                    "Dear Ms Meyer,\n\nPlease call me on 020 7946 0012 before five today; it is about the heating "
                    "on the second floor.\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nThe plan is in the folder. If you have any questions, please call "
                    "me.\n\nKind regards,\nTom White"
                ),
                Example("Dear Ms Meyer,\n\nPlease call me Tom; everybody does.\n\nKind regards,\nTom White"),
                Example(
                    "Dear Ms Meyer,\n\nHe did not call me back, so the room is still free.\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nThe heating on the second floor has failed again. Please call me on 020 7946 "
                    "0012.\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nPlease call the office on 01632 960455 about the lease; we are there until five.\n\nKind regards,\nTom White",
                    relationship=Relationship.NONE,
                ),
            ),
        ),
    },
)
