"""impersonal.self-centred: an offer that speaks of its writer, and hardly of its reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msglint.message.addresses import is_public_provider
from msglint.message.model import Audience, Channel, Message, Relationship
from msglint.message.patterns import lazy
from msglint.message.quotations import without_quotations
from msglint.message.spellings import fold
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Option, Rule
from msglint.texts import Text

_OFFERS = lazy(
    r"\b(?:wir\s+sind\s+(?:ein\w*|spezialisiert|führend|ihr|seit)|wir\s+bieten|unsere?\s+(?:\w+\s+)?(?:leistungen|produkte|"
    r"dienstleistungen|unternehmen|firma|agentur|portfolio|lösungen|software|plattform)|ich\s+biete|ich\s+bin\s+"
    r"(?:selbständig\w*|freiberuflich\w*|freie\w*|berater\w*|coach)|(?:ich\s+)?bewerbe\s+(?:ich\s+)?mich|"
    r"we\s+are\s+(?:an?\s+\w+|the\s+(?:leading|largest|only|first)|speciali[sz]ed|experts)|we\s+(?:offer|provide|speciali[sz]e|"
    r"deliver)|our\s+(?:\w+\s+)?(?:services?|products?|company|agency|portfolio|solutions?|software|platform)|"
    r"i\s+am\s+an?\s+(?:\w+\s+)?(?:consultant|freelance\w*|coach|developer|designer)|i\s+offer|i\s+am\s+applying)\b",
    re.IGNORECASE,
)
_NO_OFFER = (
    "reklam", "beschwer", "mangel", "mängel", "defekt", "kaputt", "widerspruch", "widerruf", "kündig", "mahn",
    "protokoll", "schaden", "unfall", "absage", "tagesordnung", "complain", "defective", "broken", "damage", "cancel",
    "refund", "agenda", "overdue", "lawsuit", "counsel", "attorney",
)  # fmt: skip
_NO_OFFER_WORDS = frozenset({"minutes", "report"})
_NO_OFFER_ENDING = "bericht"
_OF_WRITER = {
    "de": lazy(r"\b(?:ich|mir|mich|mein(?:e[rnms]?)?|wir|uns|unser(?:e[rnms]?)?)\b", re.IGNORECASE),
    "en": lazy(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|us|[Oo]ur|[Oo]urs)\b"),
}
_OF_READER = {
    "de": lazy(r"\b(?:Sie|Ihnen|Ihr(?:e[rnms]?)?|[Dd](?:u|ir|ich|ein(?:e[rnms]?)?)|[Ee]u(?:ch|er|re[rnms]?))\b"),
    "en": lazy(r"\b(?:you(?:rs?|rself)?)\b", re.IGNORECASE),
}
_SET_PHRASE = lazy(
    r"[^.!?\n]*\b(?:zur\s+verfügung|von\s+ihnen\s+zu\s+hören|(?:auf\s+)?ihre\s+(?:rückmeldung|antwort|nachricht)|"
    r"vielen\s+dank|hope\s+(?:this|you)|hear(?:ing)?\s+from\s+you|(?:any|further)\s+questions|thank\s+you)\b[^.!?\n]*",
    re.IGNORECASE,
)
_FACT = lazy(r"\b(?:19|20)\d\d\b|\bJahren?\b|\byears?\b")
_SENTENCE = lazy(r"\S(?:[^.!?\n]|[.](?=\S)|\n(?![ \t]*\n))*[.!?]*")
_STARTS = {
    "de": lazy(r"(?:ich|wir|mein\w*|unser\w*)\b", re.IGNORECASE),
    "en": lazy(r"(?:I|we|my|our)\b", re.IGNORECASE),
}
_READER_WORDS = (" Sie", " Ihnen", " Ihr", " du ", " dir ", " dich ", " dein", " you")
_WRITER_WORDS = ("ich", "mir", "mein", "wir", "uns", "i ", "me ", "my ", "we ", " us", "our")
_MANY = 8
_MIN_OWN = 8
_MOST_OF_READER = 2
_MIN_STARTS = 3
_MIN_SHARE = 0.4
_MIN_NAME = 3


class _Weighed(NamedTuple):
    """How often a text speaks of whom, and the sentences that begin with the writer."""

    own: int
    reader: int
    starts: tuple[Span, ...]
    sentences: int


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the first sentence that begins with the writer, in an offer that is nearly all about the writer."""
    if message.channel is Channel.MESSENGER or message.is_reply or message.is_internal:
        return
    body = message.parts.body_text
    if len(body.split()) < context.number("min-words") or not _speaks_of_writer(body) or _speaks_to_reader(body):
        return
    if not _is_offer(message, context, body):
        return
    weighed = _weighed(message, context, body)
    if weighed.own < _MIN_OWN or weighed.reader > _MOST_OF_READER:
        return
    if weighed.own < max(1, weighed.reader) * context.number("factor"):
        return
    if len(weighed.starts) < max(_MIN_STARTS, _MIN_SHARE * weighed.sentences):
        return
    span = weighed.starts[0]
    yield Hit(
        span=span,
        part="body",
        values={"own": str(weighed.own), "reader": str(weighed.reader)},
        confidence=0.7,
        suggestions=(Suggestion(_question(message, context), span),),
    )


def _speaks_of_writer(body: str) -> bool:
    """Often enough that a closer look is worth while."""
    lower = body.lower()
    return sum(map(lower.count, _WRITER_WORDS)) >= _MIN_OWN


def _speaks_to_reader(body: str) -> bool:
    """So often that no closer look is needed; set phrases count here as well."""
    return sum(map(body.count, _READER_WORDS)) > _MANY


def _is_offer(message: Message, context: Context, body: str) -> bool:
    """To a stranger, or with the words of an offer or an application; no complaint, report or notice."""
    if message.relationship is Relationship.EXISTING or _is_about_something_else(message):
        return False
    stranger = (
        message.relationship is Relationship.NONE
        or message.audience is Audience.PROSPECT
        or message.channel is Channel.CONTACT_REQUEST
    )
    return stranger or (context.thread.form_of_address != "du" and _OFFERS.search(body) is not None)


def _is_about_something_else(message: Message) -> bool:
    """A complaint, a report or a notice, by subject or body."""
    return any(
        any(word in text.folded for word in _NO_OFFER)
        or not _NO_OFFER_WORDS.isdisjoint(text.words)
        or (_NO_OFFER_ENDING in text.folded and any(word.endswith(_NO_OFFER_ENDING) for word in text.words))
        for text in (message.searchable("subject"), message.searchable("body"))
    )


def _weighed(message: Message, context: Context, body: str) -> _Weighed:
    """Facts of a life (years) and set phrases at the end speak of nobody."""
    language = message.base_language
    text = _SET_PHRASE.sub(lambda match: " " * len(match.group()), without_quotations(body))
    sentences = [match for match in _SENTENCE.finditer(text) if not _FACT.search(match.group())]
    names = {fold(word) for person in context.thread.recipients for word in person.words if len(word) >= _MIN_NAME}
    own = sum(len(_OF_WRITER[language].findall(match.group())) for match in sentences)
    reader = sum(len(_OF_READER[language].findall(match.group())) for match in _SENTENCE.finditer(text))
    names.update(_words_of_firm(context))
    reader += sum(fold(word) in names for word in re.findall(r"\w+", text)) + text.count("?")
    return _Weighed(own, reader, _starting_with_writer(sentences, language), len(sentences))


def _words_of_firm(context: Context) -> Iterator[str]:
    """`the Trust` speaks of the reader at harbour-trust.org.uk, as a name does."""
    for entry in context.thread.message.headers.to:
        if not is_public_provider(entry.domain):
            for label in re.split(r"[.-]", entry.domain.rpartition(".")[0]):
                if len(label) > _MIN_NAME:
                    yield fold(label)


def _starting_with_writer(sentences: Sequence[re.Match[str]], language: str) -> tuple[Span, ...]:
    return tuple(Span(*match.span()) for match in sentences if _STARTS[language].match(match.group()))


def _question(message: Message, context: Context) -> str:
    if message.base_language == "en":
        return "What does this change for you, the reader? Which of these sentences could begin with “you”?"
    if context.thread.form_of_address == "du":
        return "Was hast du, der du das liest, davon? Welcher dieser Sätze könnte mit „du“ beginnen?"
    return "Was haben Sie, die Sie das lesen, davon? Welcher dieser Sätze könnte mit „Sie“ beginnen?"


RULE = Rule(
    id="impersonal.self-centred",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("viel ich und wir, kaum Sie", "much I and we, hardly any you"),
    message=Text(
        "Der Text spricht {own}-mal von ich oder wir und {reader}-mal vom Leser.",
        "The text speaks of I or we {own} times, and of the reader {reader} times.",
    ),
    why=Text(
        "Wer ein Angebot liest, sucht sich selbst darin: sein Haus, seine Frage, seinen Vorteil. Findet er nur den "
        "Absender, hört er auf zu lesen.",
        "Who reads an offer looks for themselves in it: their house, their question, their gain. Who finds only the "
        "sender stops reading.",
    ),
    source="the “you attitude” of business-writing textbooks; German „Sie-Stil“ of letter-writing guides",
    check=check,
    options=(
        Option(
            "min-words",
            60,
            Text("erst ab so vielen Wörtern", "only from so many words"),
        ),
        Option(
            "factor",
            6,
            Text(
                "so viel öfter ist vom Absender die Rede als vom Leser",
                "so many times more often the sender is spoken of than the reader",
            ),
        ),
    ),
    limits=Text(
        "Nur erste Nachrichten, Angebote und Bewerbungen. Sätze mit Jahreszahlen (Lebenslauf) und Schlussformeln "
        "zählen nicht; Beschwerden, Berichte und private Mails bleiben unbeanstandet.",
        "Only first messages, offers and applications. Sentences with years (a CV) and closing phrases do not count; "
        "complaints, reports and private mail are left alone.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Damen und Herren,\n\nwir sind ein junges Unternehmen aus Kassel. Wir bauen Möbel aus "
                    "Eiche und Buche. Unsere Werkstatt ist modern, und unsere Leute haben ihr Handwerk gelernt. Wir "
                    "liefern im ganzen Land, wir montieren selbst, und wir nehmen die Verpackung wieder mit. Unsere "
                    "Preise sind günstig. Wir wachsen schnell und suchen neue Kunden. Wir würden unsere Möbel gern "
                    "einmal in einem kurzen Gespräch vorstellen und haben dazu Muster dabei.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="wir sind ein junges Unternehmen aus Kassel.",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nich bin freier Berater für kleine Betriebe. Ich habe ein eigenes Verfahren "
                    "entwickelt, mit dem ich Abläufe untersuche. Mein Ansatz ist einfach, und meine Erfahrung ist groß. "
                    "Ich arbeite schnell, ich rede klar, und ich schreibe kurze Gutachten. Ich halte auch Vorträge über "
                    "mein Verfahren. Meine Termine vergebe ich gern früh. Ich möchte mein Verfahren in einem kurzen "
                    "Gespräch erklären.\n\nMit freundlichen Grüßen\nTom Weiß",
                    relationship=Relationship.NONE,
                ),
            ),
            good=(
                Example(
                    "Guten Tag Frau Meyer,\n\nwir sind eine Tischlerei in Kassel. Ihr neues Haus am Markt braucht Regale, "
                    "habe ich in der Zeitung gelesen. Wir bauen solche Regale aus Eiche und liefern sie in vier Wochen. "
                    "Möchten Sie ein Muster sehen? Dann bringe ich Ihnen am Montag eines vorbei, und Sie sehen gleich, "
                    "wie es in Ihren Räumen wirkt. Wir messen bei Ihnen aus und nehmen die Verpackung wieder mit.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß",
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nich bewerbe mich als Tischler. Ich habe 2015 meine Lehre begonnen. Ich habe "
                    "2018 meine Prüfung gemacht. Ich war von 2018 bis 2022 Geselle in Fulda. Ich habe 2023 meinen "
                    "Meister gemacht. Seit 2024 leite ich eine Werkstatt in Ulm. Ihre Arbeit mit altem Holz kenne ich "
                    "von der Messe in Gera, sie hat mir sehr gefallen, und ich würde gern in Ihrem Haus daran "
                    "mitarbeiten.\n\nMit freundlichen Grüßen\nTom Weiß",
                ),
                Example(
                    "Sehr geehrte Damen und Herren,\n\nwir haben gestern unsere Möbel bekommen, und wir sind enttäuscht. "
                    "Unser Tisch hat einen Schaden an der Platte, unsere Stühle wackeln, und unser Schrank geht nicht zu. "
                    "Wir haben unsere Rechnung schon bezahlt. Wir wollen unser Geld zurück oder neue Möbel. Unsere "
                    "Produkte von anderen Firmen waren besser. Wir warten bis Freitag, dann gehen wir zu unserem Anwalt."
                    "\n\nMit freundlichen Grüßen\nTom Weiß",
                ),
                Example(
                    "Hallo Anna,\n\nich bin gut angekommen. Ich habe mein Zimmer gesehen, und ich habe meine Sachen "
                    "ausgepackt. Dann bin ich mit meinem Bruder an den See gegangen. Wir haben gebadet, wir haben "
                    "gegessen, und wir haben unsere Räder geholt. Ich war müde, aber ich habe noch mein Buch gelesen. "
                    "Morgen fahren wir mit unseren Rädern in die Berge, und ich nehme meine Kamera mit. Ich melde mich "
                    "wieder, ich umarme dich.\n\nViele Grüße\nTom",
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Sir or Madam,\n\nwe are a young company from Leeds. We make furniture from oak and beech. Our "
                    "workshop is modern, and our people know their trade. We deliver all over the country, we put "
                    "everything together, and we take the wrapping back. Our prices are low. We are growing fast and we "
                    "are looking for new customers. We would like to present our furniture in a short meeting.\n\n"
                    "Kind regards,\nTom White",
                ),
                Example(
                    "Dear Ms Parker,\n\nI am a freelance consultant for small firms. I have developed my own method, and "
                    "I have used it many times. My approach is simple, and my reports are short. I work fast, I speak "
                    "plainly, and I like figures. I also give talks about my method all over the country. I enjoy my "
                    "work very much. I would like to explain my method in a short meeting next week.\n\n"
                    "Kind regards,\nTom White",
                    flagged="I am a freelance consultant for small firms.",
                ),
            ),
            good=(
                Example(
                    "Dear Ms Parker,\n\nyour new house on the market square needs shelves, I read in the paper. We are a "
                    "joinery in Leeds and make such shelves from oak. Would you like to see a sample? I could bring you "
                    "one on Monday, so that you can see how it looks in your rooms. We measure at your house, deliver "
                    "in four weeks and take the wrapping back with us when your shelves stand.\n\n"
                    "Kind regards,\nTom White",
                ),
                Example(
                    "Dear Sir or Madam,\n\nwe received our furniture yesterday, and we are disappointed. Our table is "
                    "damaged, our chairs are loose, and our cupboard does not close. We have paid our invoice. We want "
                    "our money back, or we want new furniture. Our products from other firms were better. We will wait "
                    "until Friday, then we will go to our lawyer, and we will tell all our friends about it.\n\n"
                    "Kind regards,\nTom White",
                ),
            ),
        ),
    },
)
