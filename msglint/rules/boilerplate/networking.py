"""boilerplate.networking: "kontaktpflege" to somebody one has never met."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.model import Channel, Message, Relationship
from msglint.message.patterns import lazy
from msglint.message.quotations import without_quotations
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_AS_A_SUBJECT = lazy(
    r"\b(?:seminar\w*|vortr[aä]g\w*|workshop\w*|thema|themen|kurs\w*|artikel\w*|buch|bücher|konzept\w*|software|"
    r"begriff\w*|wort|wörter|kapitel|studie\w*|schulung\w*|veranstaltung\w*|budget\w*|kosten\w*|abteilung\w*|"
    r"aufgabe\w*|"
    r"strategie\w*|maßnahme\w*|titel|modul\w*|event\w*|training\w*|talk|lecture|article|book|chapter|session|topic|"
    r"tool|team|course|term|word|word|course|policy|budget|department)\b",
    re.IGNORECASE,
)
_GOES_ON = lazy(
    r"\s+(?:zwischen|von|bei|mit\s+(?!ihnen\b|dir\b|euch\b)\w|with\s+(?!you\b)\w|of\b|about\b|between\b|the\b|a\b|next\b|on\b|at\b|by\b|"
    r"after\b|before\b|when\b|you\s+with\b|(?:and|und)\s+\w+\s+(?:the|den|die|das)\b|braucht\b|kostet\b|ist\b|is\b|takes\b)",
    re.IGNORECASE,
)
_TALKED_ABOUT = lazy(
    r"\b(?:warum|wie|dass|ob|um\s+die|für\s+die|die|der|your|the|his|her|their|why|how)\s+$", re.IGNORECASE
)
_REASON = lazy(
    r"\b(?:weil|getroffen|kennengelernt|begegnet|erzählt|gesprochen|gehört|gelesen|vortrag\w*|messe|because|met|talked|spoke|read|"
    r"heard|meeting\s+you|your\s+(?:talk|article|piece|post|book))\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]|\n[ \t]*\n")
_LINKING = lazy(r"vernetz|connect", re.IGNORECASE)
_REASON_BEFORE = lazy(
    r"\b(?:weil|da(?=\s+(?:ich|wir|sie|du)\b)|wegen|because|since)\b(?P<reason>.+)", re.IGNORECASE | re.DOTALL
)
_REASON_BEHIND = lazy(
    r"\b(?:weil|damit|da(?=\s+(?:ich|wir|sie|du)\b)|wegen|denn|um\b(?=.*(?:\bzu\b|\wzu\w))|because|since|so\s+(?:that|i|we)|"
    r"to\b(?=\s+[a-z]{3,})(?!\s+(?:you|the|your|our|each|other)\b))\b(?P<reason>.+)",
    re.IGNORECASE | re.DOTALL,
)
_NO_REASON = lazy(  # `um in Kontakt zu bleiben` says the same once more
    r"netzwerk|network|kontakt|contact|austausch|vernetz|connect|synerg|in\s+touch|profil|spannend|interest(?:ing|ant)|"
    r"interessant|kennen|know\s+(?:you|each)",
    re.IGNORECASE,
)
_CULTIVATED = lazy(r"pf\w*g|relationship", re.IGNORECASE)  # kontaktpfelge too
_ANYBODY = Text(
    "„{phrase}“ lässt sich jedem schreiben; warum gerade diesem Empfänger, sagt es nicht.",
    "“{phrase}” could be written to anybody; it does not say why to this reader.",
)
_QUOTED = "„\"“”«»‚'‘"
_COMPOUND_HEAD = lazy(r"-?[a-zäöüß]{4,}", re.IGNORECASE)
_INFLECTION = lazy(r"(?:n|nd|nde|nden|nder|ndes|s)?$", re.IGNORECASE)
_NEAR = 50
_BARE_WORDS = 8
_PERSONAL_WORDS = 40
_LONG_WORDS = 120
_LARGE_SHARE = 0.3


def check(message: Message, context: Context) -> Iterator[Hit]:
    """One hit on the first networking phrase said about the relation; how much it weighs depends on the relation."""
    body = message.parts.body_text
    words = len(body.split())
    for name, weigh in (("networking", _weight), ("networking-weak", _weak_weight)):
        for match in context.phrases(name, message.base_language).finditer(message.searchable("body")):
            bare = words <= _BARE_WORDS
            if _is_the_subject(body, match, bare=bare) or _has_a_reason(message, match):
                continue
            severity = weigh(message, words, bare or len(match.group().split()) / words >= _LARGE_SHARE)
            severity = _softened(severity, message) if _REASON.search(body) else severity
            if severity is not None:
                yield _hit(message, context, match, severity)
                return


def _is_the_subject(body: str, match: re.Match[str], *, bare: bool) -> bool:
    """The text talks about networking, it does not do it: a seminar, a quoted word, contacts between others."""
    quoted = body[max(0, match.start() - 1) : match.start()] in tuple(_QUOTED)
    if quoted and body[match.end() : match.end() + 1] in tuple(_QUOTED):
        return True
    if without_quotations(body)[match.start() : match.end()].isspace():
        return True
    tail = _COMPOUND_HEAD.match(body, match.end())
    if tail is not None and not _INFLECTION.fullmatch(tail.group()):
        return True
    start = max(body.rfind(mark, 0, match.start()) for mark in ".!?\n") + 1
    before = body[max(start, match.start() - _NEAR) : match.start()]
    after = re.split(r"[.!?\n]", body[match.end() : match.end() + _NEAR], maxsplit=1)[0]
    if _AS_A_SUBJECT.search(before) or _AS_A_SUBJECT.search(after) or _GOES_ON.match(after):
        return True
    return not bare and _TALKED_ABOUT.search(before) is not None


def _has_a_reason(message: Message, match: re.Match[str]) -> bool:
    """`vernetzen, um Ihre Beiträge weiter zu lesen`: the sentence says what for, or because of what."""
    if not _LINKING.search(match.group()):
        return False
    body = message.parts.body_text
    before = _REASON_BEFORE.search(_SENTENCE_END.split(body[: match.start()])[-1])
    behind = _REASON_BEHIND.search(_SENTENCE_END.split(body[match.end() :], maxsplit=1)[0])
    return any(found is not None and not _NO_REASON.search(found["reason"]) for found in (before, behind))


def _weight(message: Message, words: int, bare: bool) -> Severity | None:
    """One can only cultivate what exists: an error towards a stranger, next to nothing between people who know each other."""
    if message.relationship is Relationship.EXISTING:
        return Severity.SUGGESTION if bare else None
    if _is_a_stranger(message):
        return Severity.ERROR if bare or words < _PERSONAL_WORDS else Severity.WARNING
    if words <= _BARE_WORDS:
        return Severity.ERROR
    if words < _PERSONAL_WORDS:
        return Severity.WARNING
    return Severity.SUGGESTION if words < _LONG_WORDS else None


def _weak_weight(message: Message, words: int, bare: bool) -> Severity | None:
    """Phrases that are empty only where they are all that a stranger gets to read."""
    if not _is_a_stranger(message):
        return None
    return Severity.WARNING if bare or words < _PERSONAL_WORDS else Severity.SUGGESTION


def _is_a_stranger(message: Message) -> bool:
    contact_request = message.channel is Channel.CONTACT_REQUEST and message.relationship is not Relationship.EXISTING
    return contact_request or message.relationship is Relationship.NONE


def _softened(severity: Severity | None, message: Message) -> Severity | None:
    """Beside a real reason (where one met, what one has read) the phrase is a blemish at most."""
    return Severity.SUGGESTION if severity is not None and _is_a_stranger(message) else None


def _hit(message: Message, context: Context, match: re.Match[str], severity: Severity) -> Hit:
    existing = message.relationship is Relationship.EXISTING
    familiar = context.thread.form_of_address == "du"
    return Hit(
        span=Span(*match.span()),
        part="body",
        severity=severity,
        values={"phrase": " ".join(match.group().split())},
        confidence=0.95 if severity is Severity.ERROR else 0.75,
        message=None if _CULTIVATED.search(match.group()) else _ANYBODY,
        suggestions=(Suggestion(_questions(message, existing=existing, familiar=familiar), _sentence(message, match)),),
    )


def _sentence(message: Message, match: re.Match[str]) -> Span:
    """The whole sentence: questions in place of half of it would read oddly."""
    body = message.parts.body_text
    start = max(body.rfind(mark, 0, match.start()) for mark in ".!?\n") + 1
    start += len(body[start : match.start()]) - len(body[start : match.start()].lstrip())
    ends = [at + 1 for mark in ".!?" if (at := body.find(mark, match.end())) >= 0]
    line_end = body.find("\n", match.end())
    return Span(start, min([*ends, line_end if line_end >= 0 else len(body)]))


def _questions(message: Message, *, existing: bool, familiar: bool) -> str:
    """Questions whose answers are the reason that the phrase stands in for."""
    if message.base_language == "en":
        return _ENGLISH_KNOWN if existing else _ENGLISH_STRANGER
    if familiar:
        return _GERMAN_DU_KNOWN if existing else _GERMAN_DU_STRANGER
    return _GERMAN_KNOWN if existing else _GERMAN_STRANGER


_ENGLISH_KNOWN = "What have we last done together? What would I like to know from you? When shall we talk?"
_ENGLISH_STRANGER = (
    "Where did we meet, or what of yours have I read? Why am I writing to you of all people? "
    "What is the one question I have for you?"
)
_GERMAN_KNOWN = "Was haben wir zuletzt zusammen gemacht? Was möchte ich von Ihnen wissen? Wann sprechen wir?"
_GERMAN_STRANGER = (
    "Wo sind wir uns begegnet, oder was habe ich von Ihnen gelesen? Warum schreibe ich gerade Ihnen? "
    "Welche eine Frage habe ich an Sie?"
)
_GERMAN_DU_KNOWN = "Was haben wir zuletzt zusammen gemacht? Was möchte ich von dir wissen? Wann sprechen wir?"
_GERMAN_DU_STRANGER = (
    "Wo sind wir uns begegnet, oder was habe ich von dir gelesen? Warum schreibe ich gerade dir? "
    "Welche eine Frage habe ich an dich?"
)


RULE = Rule(
    id="boilerplate.networking",
    languages=frozenset({"de", "en"}),
    severity=Severity.ERROR,
    title=Text("„Kontaktpflege“ statt eines Grundes", "“networking” in place of a reason"),
    message=Text(
        "„{phrase}“ ist kein Grund: Pflegen kann man nur, was es gibt.",
        "“{phrase}” is no reason: one can only cultivate what exists.",
    ),
    why=Text(
        "Der Leser erfährt nicht, woher Sie ihn kennen und was Sie von ihm möchten, und hält sich für einen Eintrag "
        "in einer Liste.",
        "The reader does not learn how you know each other or what you want, and feels like an entry in a list.",
    ),
    source="contact requests that their receivers quote in guides to XING and LinkedIn",
    check=check,
    supersedes=frozenset({"body.verbless", "boilerplate.buzzword"}),
    price=40,
    limits=Text(
        "Schweigt, wenn der Text über Kontaktpflege als Sache spricht, wo der Satz sagt, wozu oder weshalb man sich "
        "vernetzen möchte, und in bestehenden Beziehungen, solange mehr dasteht als das Schlagwort.",
        "Silent where the text talks about networking as a matter, where the sentence says what for or because of what "
        "one would like to connect, and in existing relations as long as there is more than the catchword.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example("kontaktpflege", flagged="kontaktpflege", channel=Channel.CONTACT_REQUEST),
                Example("Zwecks Kontakt-Pflege", flagged="Kontakt-Pflege", channel=Channel.CONTACT_REQUEST),
                Example(
                    "Guten Tag Frau Meyer,\n\nich würde gerne mein Netzwerk erweitern.\n\nViele Grüße\nTom Weiß",
                    flagged="mein Netzwerk erweitern",
                    channel=Channel.CONTACT_REQUEST,
                    relationship=Relationship.NONE,
                ),
            ),
            good=(
                Example(
                    "Guten Tag Frau Meyer,\n\nIhr Vortrag über Bremsbeläge in Fulda hat mir sehr geholfen. Ich würde "
                    "mich gern mit Ihnen vernetzen, um Ihre nächsten Vorträge nicht zu verpassen.\n\n"
                    "Viele Grüße\nTom Weiß",
                    channel=Channel.CONTACT_REQUEST,
                ),
                Example(
                    "Guten Tag Frau Meyer,\n\nweil wir beide Pumpen für Kläranlagen bauen, würde ich mich gern mit "
                    "Ihnen vernetzen.\n\nViele Grüße\nTom Weiß",
                    channel=Channel.CONTACT_REQUEST,
                ),
                Example("Hallo Anna,\n\nam Montag hält Tom das Seminar zur Kontaktpflege. Kommst du mit?\n\nGruß\nJan"),
                Example(
                    "Hallo Anna,\n\nunser Verein fördert die Kontaktpflege zwischen Firmen und Hochschulen. Kommst du am Montag?\n\nGruß\nJan"
                ),
                Example("Hallo Anna,\n\nwir sind in der gleichen Gruppe eingeteilt, kommst du um neun?\n\nGruß\nJan"),
                Example("Hallo Anna,\n\nnimm einen Schirm mit, man weiß ja nie.\n\nGruß\nJan"),
                Example(
                    "Guten Tag Frau Meyer,\n\nim Protokoll steht: „Das ist eine Win-win-Situation für die Stadt.“ Von wem "
                    "stammt der Satz?\n\nViele Grüße\nTom Weiß",
                    relationship=Relationship.NONE,
                ),
                Example("Hallo Anna,\n\nwas hältst du vom Wort „Kontaktpflege“ in der Stellenanzeige?\n\nGruß\nJan"),
                Example(
                    "Hallo Anna,\n\nunsere Kontaktpflegesoftware läuft seit gestern nicht. Bitte melde dich beim "
                    "Hersteller.\n\nGruß\nJan"
                ),
                Example(
                    "Hallo Anna,\n\nim Sinne der Kontaktpflege lade ich dich am Donnerstag um zwölf zum Essen ein; "
                    "ich erzähle dir dann, wie es mit dem Neubau weitergeht.\n\nGruß\nJan",
                    relationship=Relationship.EXISTING,
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example("Let's connect", flagged="Let's connect", channel=Channel.CONTACT_REQUEST),
                Example(
                    "Hi Anna,\n\nI would like to expand my professional network.\n\nTom",
                    channel=Channel.CONTACT_REQUEST,
                    flagged="to expand my professional network",
                ),
            ),
            good=(
                Example(
                    "Hi Anna,\n\nI would like to connect so that I hear of your next course on roof gardens.\n\nTom",
                    channel=Channel.CONTACT_REQUEST,
                ),
                Example("Hi Anna,\n\nlet's connect the printer after lunch.\n\nTom"),
                Example("Hi Anna,\n\nwe will keep in touch about the delivery.\n\nTom"),
                Example(
                    "Dear Ms Meyer,\n\nthe parcel with the plants left this morning. Keep in touch, and give my love to "
                    "your mother.\n\nKind regards,\nTom White",
                    relationship=Relationship.NONE,
                ),
                Example("Hi Anna,\n\nthe session on networking starts at ten in room 4. Will you be there?\n\nTom"),
                Example(
                    "Hi Anna,\n\nwe should keep in touch while the offer is being checked; I will call you on "
                    "Friday at ten to go through the open points.\n\nTom",
                    relationship=Relationship.EXISTING,
                ),
            ),
        ),
    },
)
