"""request.vague-deadline: "zeitnah", "asap", "at your earliest convenience"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from msglint.message.model import Message, Relationship
from msglint.message.patterns import lazy
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.rules.request.asking import is_relaxed, mentions
from msglint.rules.request.sentences import paragraph_at, sentence_at
from msglint.rules.request.timing import has_date, has_last_day, last_day
from msglint.texts import Text

_STOP = r"(?:keine?n?|nicht|nichts|noch|weitere|fragen|am|um|zwischen|ab)\b"
_VAGUE = {
    "de": lazy(
        r"\b(?:zeitnah\w*|schnellst-?möglich\w*|baldmöglichst\w*|ehestmöglich\w*|"
        r"so\s?(?:bald|schnell|rasch|zeitnah|früh)\s+(?:wie|als)\s+(?:irgend\s+|nur\s+)?möglich|sobald\s+als\s+möglich|"
        r"möglichst\s+(?:bald|schnell|rasch|zeitnah|umgehend)\w*|a\.?s\.?a\.?p\b\.?|"
        r"bei\s+(?:nächster\s+)?gelegenheit|demnächst|in\s+kürze|in\s+nächster\s+zeit|baldige[nrs]?(?=\s+\w+)|(?:schnelle|rasche)[nrs]?(?=\s+(?:Rück|Antwort))|eod|cob|"
        r"(?:so\s+)?(?:in\s+den\s+(?:kommenden|nächsten)|dieser)\s+(?:paar\s+)?tagen?|in\s+den\s+(?:kommenden|nächsten)\s+wochen|"
        r"in\s+(?:bälde|absehbarer\s+zeit|näherer\s+zukunft)|(?:(?:als)?baldigst|baldmöglich|schnellstens|ehestens|beizeiten)|"
        r"so\s+(?:schnell|bald|rasch|zügig)\s+(?:es\s+)?(?:geht|wie['’]?s?\s+(?:es\s+)?geht)|sobald\s+es\s+(?:geht|ihnen\s+möglich\s+ist)|"
        r"(?<!für )(?<!über )(?<!um )(?<!auf )(?<!alle )(?<!beide )die\s+tage(?=\s+(?:mal|noch|kurz|ein|einen|eine|das|den|ihre?n?|"
        r"deine?n?|eure?n?|bei|vorbei\w*|an(?:rufen)?|melden|telefonieren|bescheid)\b)|"
        rf"(?:wenn|sobald|falls)\s+(?:du|sie|ihr)\s+(?:(?!{_STOP})\w+\s+){{0,3}}?(?:dazu\s+komm(?:st|en|t)|(?:zeit|luft|muße|gelegenheit|ruhe|einen\s+"
        r"(?:freien\s+)?(?:moment|augenblick))\s+(?:dazu\s+|dafür\s+)?(?:ha(?:st|ben|bt)|find(?:est|en|et)))|"
        r"wenn\s+es\s+(?:ihnen|dir|euch|zeitlich)\s+(?:\w+\s+)?passt|wenn\s+(?:mal\s+)?zeit\s+ist|irgendwann(?:\s+mal)?)\b",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"\b(?:as\s+(?:soon|quickly|early)\s+as\s+(?:possible|you\s+can)|a\.?s\.?a\.?p\b\.?|"
        r"at\s+(?:your|the)\s+earliest\s+(?:convenience|opportunity)|at\s+your\s+convenience|"
        r"(?:by\s+(?:the\s+)?)?(?:eod|cob)|in\s+a\s+timely\s+(?:manner|fashion)|some\s?time\s+soon|before\s+(?:too\s+)?long|soon|"
        r"in\s+due\s+course|at\s+some\s+(?:point|stage)|in\s+the\s+near\s+future|sooner\s+rather\s+than\s+later|"
        r"(?:in|over|within)\s+the\s+(?:coming|next)\s+(?:few\s+|couple\s+of\s+)?(?:days|weeks)|one\s+of\s+these\s+days|"
        r"(?:when|whenever|once|if|as)\s+you\s+(?:get|have|find|can\s+find)\s+(?:an?\s+|some\s+|the\s+)?(?:spare\s+|free\s+|quiet\s+)?"
        r"(?:chance|moment|minute|second|sec|time|opportunity)|when(?:ever)?\s+(?:it\s+is\s+|it['’]s\s+)?convenient(?:\s+for\s+you)?|"
        r"at\s+your\s+leisure|when\s+you\s+can)\b(?!['’]s)",
        re.IGNORECASE,
    ),
}
_OF_THE_READER = {
    "de": lazy(
        r"\b(?:bitte\w*|gebeten|könn(?:t?en\s+Sie|test\s+du)|kannst\s+du|würden\s+Sie|würdest\s+du|dankbar|"
        r"(?:antworten|prüfen|schicken|senden|teilen|melden|geben|nennen|informieren|liefern|erledigen)\s+Sie|"
        r"(?:ich|wir)\s+(?:brauchen?|benötigen?)|(?:brauchen?|benötigen?)\s+(?:ich|wir)|Sie\s+(?:müssen|sollten)|"
        r"wäre\w*\s+(?:es\s+)?(?:\w+\s+)?(?:gut|schön|super|toll|prima|klasse|nett|hilfreich|wichtig|lieb),?\s+wenn)\b|"
        r"\b(?:zeitnahe|schnellstmögliche|baldmöglichste|baldige|möglichst\s+\w+e)[nrs]?\s+(?:Antwort|Rückmeldung|"
        r"Rückantwort|Rückruf|Erledigung|Zusendung|Bestätigung|Bearbeitung|Zahlung)\b",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"\b(?:please|kindly|could\s+you|can\s+you|would\s+you|will\s+you|you\s+(?:should|need\s+to|must)|let\s+(?:me|us)\s+"
        r"know|(?:i|we)\s+(?:really\s+)?need\s+(?:it|this|the|your|you|an?)|(?:send|get|give|call|contact|forward)\s+"
        r"(?:me|us|it|this)|appreciate|grateful|respond|reply)\b",
        re.IGNORECASE,
    ),
}
_NOT_ASKED = {
    "de": lazy(
        r"\b(?:ich|wir)\s+(?:werde|melde|schicke|sende|komme|kümmer|informier|antwort|liefer|bearbeit|prüf|versuch|"
        r"reiche|mach|erledig|geb|bin|sind|hab|hoff|möchte|würde\w*\s+(?:mich|uns)\s+freuen)\w*\b|\b(?:melde|werde|schicke|"
        r"sende|komme|bekomme|hoffe|freue|würde)n?\s+(?:ich|wir|mich|uns)\b|\bfreuen?\s+(?:mich|uns)\b|\bdank\w*\s+für\b|\bhoffnung\b|"
        r"\bVerständnis\b|\bVerfügung\b|\b(?:Sie|du|ihr)\s+(?:erhalten|bekommen|erhältst|bekommst)\b|\bgute\s+Besserung\b|"
        r"\bwiedersehen\b|\b(?:wurde|worden|wird|werden)\b",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"\b(?:i|we|he|she|they)(?:['’]ll|\s+(?:will|am|are|was|were|hope|shall|can|would\s+like\s+to))\b|"
        r"\bhop(?:e|ing)\s+to\b|\blook(?:ing)?\s+forward\b|\bthank\w*\s+(?:you\s+)?for\b|\b(?:see|speak|talk|meet)\s+(?:to\s+)?"
        r"(?:you|each)\b|\b(?:get|feel)\s+(?:well|better)\b|\bvisit\b|\bwill\s+be\b|\bagain\s+soon\b|"
        r"\byou\s+(?:will|shall)\s+(?:receive|find|get|hear)\b|\bbe\s+aware\b|\bplease\s+note\b|\bwill\s+you\s+be\b|\b(?:are|do)\s+you\b",
        re.IGNORECASE,
    ),
}
_PROMISE = {
    "de": lazy(
        r"\b(?:(?:ich|wir)\s+(?:melden?\s+(?:mich|uns)|(?:komme|kommen|gehe|gehen)\s+auf\s+Sie\s+zu)|melden?\s+"
        r"(?:(?:ich|wir)\s+)?(?:mich|uns))\b[^.!?\n]{0,40}?(?P<vague>\b(?:demnächst|in\s+kürze|zeitnah|"
        r"bei\s+gelegenheit|in\s+nächster\s+zeit)\b)",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"\b(?:(?:i|we)(?:['’]ll|\s+will|\s+shall)|and\s+will)\s+(?:get\s+back\s+to|be\s+in\s+touch|come\s+back\s+to|contact|let\s+you\s+"
        r"know)\b[^.!?\n]{0,40}?(?P<vague>\b(?:soon|shortly|in\s+due\s+course|at\s+some\s+point)\b)",
        re.IGNORECASE,
    ),
}
_HINTS = tuple(
    "zeitnah|möglich|asap|a.s.a.p|gelegenheit|demnächst|kürze|nächster zeit|baldig|schnelle|rasche|eod|cob|as soon|"
    "as quickly|as early|convenience|opportunity|timely|soon|shortly|due course|some point|some stage|die tage|dieser tage|den kommenden|"
    "den nächsten|bälde|absehbarer|näherer|baldigst|schnellstens|ehestens|beizeiten|es geht|wie's geht|ihnen möglich|dazu komm|zeit ha|"
    "zeit find|zeit da|zeit ist|luft ha|luft find|muße|ruhe ha|ruhe find|moment ha|moment find|augenblick ha|augenblick find|es ihnen|"
    "es dir|es euch|es zeitlich|irgendwann|before long|too long|near future|the coming|the next|these days|chance|a moment|spare|"
    "a minute|a second|a sec|get time|have time|find time|some time|the time|leisure|convenient|when you can|eilt|eilig|dringend|urgen".split(
        "|"
    )
)
_MOST = 20
_SOCIAL = lazy(
    r"soon|bei\s+(?:nächster\s+)?gelegenheit|demnächst|at\s+your\s+(?:convenience|leisure)|(?:when|whenever|once|if|as|wenn|sobald|falls)\b.*|"
    r"irgendwann.*|die\s+tage|beizeiten|one\s+of.*|sobald\s+es.*|before.*|at\s+some.*",
    re.IGNORECASE,
)
_WHO_MUST = {  # the writer's own pressure: then even among friends a day helps
    "de": lazy(
        r"\b(?:(?:ich|wir)\s+(?:muss|müssen|soll|sollen)|(?:muss|müssen|soll|sollen)\s+(?:ich|wir))\b[^.!?]{0,80}\b(?:abgeben|einreichen|"
        r"vorlegen|weitergeben|liefern|abschicken|fertig|abschließen|bestellen|buchen|entscheiden|zusagen)\b",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"\b(?:i|we)\s+(?:must|have\s+to|need\s+to|am\s+supposed\s+to|are\s+supposed\s+to)\s+(?:\w+\s+)?(?:submit|hand|file|deliver|finish|"
        r"finali[sz]e|decide|order|book|confirm|report|present)\b",
        re.IGNORECASE,
    ),
}
_URGENT = {
    "de": lazy(
        r"\b(?:(?:das|es|die\s+(?:sache|angelegenheit)|dies)\s+(?P<vague>eilt|ist\s+(?:\w+\s+)?(?:eilig|dringend))|"
        r"(?:brauche[n]?|benötige[n]?)\s+(?:ich|wir)?\s*(?:es|das|die|den|dies\w*)\s+(?:\w+\s+)?(?P<needed>dringend))\b(?=\s*[.!,;])",
        re.IGNORECASE,
    ),
    "en": lazy(
        r"\b(?:(?:this|it|that|the\s+matter)\s+is\s+(?P<vague>(?:\w+\s+)?urgent)|need\s+(?:it|this|that|them|these)\s+(?P<needed>urgently|fast))"
        r"(?=\s*[.!,;])",
        re.IGNORECASE,
    ),
}
_NO_HURRY = lazy(
    r"\b(?:keine\s+eile|eilt\s+nicht|nicht\s+eilig|in\s+(?:aller\s+)?ruhe|lass\w*\s+(?:dir|sie\s+sich)\s+zeit|no\s+(?:rush|hurry|need)|"
    r"not\s+urgent|take\s+your\s+time)\b",
    re.IGNORECASE,
)
_ON_CONDITION = lazy(r"\b(?:wenn|falls|sollte\w*|if|should)\b", re.IGNORECASE)
_CONDITION = lazy(r"\W*(?:wenn|falls|sollten?|if|should)\b[^,;.!?]*", re.IGNORECASE)
_ASKS = {
    "de": lazy(r"\b(?:bitte\w*|könn(?:t?en\s+Sie)|würden\s+Sie)\b", re.IGNORECASE),
    "en": lazy(r"\b(?:please|(?:could|can|would|will)\s+you)\b", re.IGNORECASE),
}
_EMBEDDED = lazy(r"\s+(?:as|after|to\s+be|enough|as\s+you)\b|\s+(?:erscheinend|stattfindend|kommend)", re.IGNORECASE)
_ATTRIBUTE = lazy(r"e[nrs]?$", re.IGNORECASE)
_NOUN_AFTER = lazy(
    r"\s+(?P<noun>[A-ZÄÖÜ]\w+)(?=\s*[.!?,]|\s+(?:wäre|wird|würde|bin|sind|freu|gebeten|bitte|und|dankbar)|\s*$)"
)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on every vague time that is asked of the reader; on a vague promise if it is the only time named."""
    body = message.parts.body_text
    language = message.base_language
    if not mentions(body, _HINTS) or _NO_HURRY.search(body):
        return
    text = message.searchable("body").unquoted
    own = message.searchable("own").unquoted  # `Vielen Dank für …` may be all there is, and count as closing
    asked = False
    for match in islice(_VAGUE[language].finditer(text), _MOST):
        if _is_asked(own, match, message, context):
            asked = True
            yield _hit(message, match)
    if not asked:
        yield from _urgent(text, message, context) or tuple(_promise(text, message, context))


def _is_asked(own: str, match: re.Match[str], message: Message, context: Context) -> bool:
    """The sentence asks the reader for something and names no date beside."""
    place = sentence_at(own, match.start(), match.end())
    sentence = place.of(own)
    text = match.string
    if _CONDITION.fullmatch(own[place.start : match.start()]):
        return False
    language = message.base_language
    if text.rfind("(", 0, match.start()) > text.rfind(")", 0, match.start()):
        return False
    if has_last_day(paragraph_at(text, match.start()).of(text)) or has_date(sentence.replace(match.group(), " ")):
        return False
    if _EMBEDDED.match(text, match.end()):
        return False
    if _SOCIAL.fullmatch(match.group()) and (
        match.group().lower() == "demnächst" or is_relaxed(message, context.thread)
    ):
        return _WHO_MUST[language].search(text) is not None and not has_date(text.replace(match.group(), " "))
    return _OF_THE_READER[language].search(sentence) is not None and _NOT_ASKED[language].search(sentence) is None


def _hit(message: Message, match: re.Match[str]) -> Hit:
    span = Span(*match.span())
    day = last_day(message)
    noun = _NOUN_AFTER.match(match.string, match.end())
    if message.base_language == "de" and _ATTRIBUTE.search(match.group()):
        better = f"{noun['noun']} {day}" if noun else ""
        span_better = Span(match.start(), noun.end("noun")) if noun else span
    else:
        better, span_better = day, span
    if better and match.group()[0].isupper() and not match.group().isupper():
        better = better[0].upper() + better[1:]
    if not better:
        better = "Bis zu welchem Tag brauche ich es?"
    return Hit(
        span=span,
        values={"phrase": " ".join(match.group().split())},
        confidence=0.8,
        suggestions=(Suggestion(better, span_better),),
    )


def _urgent(text: str, message: Message, context: Context) -> tuple[Hit, ...]:
    """`Das eilt.` after a request, and no day anywhere: how long is that?"""
    language = message.base_language
    match = _URGENT[language].search(text)
    if match is None or is_relaxed(message, context.thread) or _ASKS[language].search(text) is None:
        return ()
    sentence = sentence_at(text, match.start(), match.end()).of(text)
    if has_last_day(message.text) or has_date(f"{message.headers.subject or ''}\n{sentence}"):
        return ()
    if _ON_CONDITION.search(sentence):
        return ()
    group = "vague" if match["vague"] else "needed"
    span = Span(*match.span(group))
    day = last_day(message)
    return (
        Hit(
            span=span,
            values={"phrase": " ".join(match[group].split())},
            confidence=0.7,
            suggestions=(Suggestion(f" ({day})", Span(span.end, span.end)),),
        ),
    )


def _promise(text: str, message: Message, context: Context) -> Iterator[Hit]:
    """`Ich melde mich demnächst` leaves the reader waiting; among friends it is a kind word."""
    if is_relaxed(message, context.thread) or has_date(text):
        return
    match = _PROMISE[message.base_language].search(text)
    if match is None:
        return
    span = Span(*match.span("vague"))
    yield Hit(
        span=span,
        values={"phrase": " ".join(match["vague"].split())},
        confidence=0.7,
        message=Text(
            "„{phrase}“ verspricht keinen Tag: Wann hören Ihre Leser von Ihnen?",
            "“{phrase}” promises no day: when will your reader hear from you?",
        ),
        why=Text(
            "Wer auf Nachricht wartet, plant mit einem Tag besser als mit einem Wort, und fragt nicht nach.",
            "Whoever waits for word can plan with a day, not with an adverb, and need not ask.",
        ),
        suggestions=(Suggestion(last_day(message), span),),
    )


RULE = Rule(
    id="request.vague-deadline",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("ungefähre Frist („zeitnah“)", "vague deadline (“asap”)"),
    message=Text("„{phrase}“ nennt keinen Tag.", "“{phrase}” names no day."),
    why=Text(
        "Für den einen ist das heute, für den anderen nächste Woche. Mit einem Datum kann der Leser planen, und Sie müssen nicht nachfassen.",
        "To one reader it means today, to another next week. With a date the reader can plan, and you need not chase.",
    ),
    source="own observation: every reader has another day in mind; § 121 BGB for what “unverzüglich” means",
    check=check,
    limits=Text(
        "Nur wo der Leser um etwas gebeten wird und im selben Absatz keine Frist steht; „unverzüglich“ hat eine rechtliche Bedeutung und bleibt. Der vorgeschlagene Tag lässt mindestens drei Arbeitstage und kennt keine Feiertage.",
        "Only where the reader is asked for something and no date is set in the same paragraph; the legal “unverzüglich” stays. The day proposed leaves at least three working days and knows no public holidays.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte schicken Sie uns zeitnah die unterschriebene "
                    "Vereinbarung.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="zeitnah",
                    better="bis Freitag, 6. März",
                    today="2026-03-02",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nkönnten Sie mir die Maße schnellstmöglich nennen? Der Tischler "
                    "wartet darauf.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="schnellstmöglich",
                    better="bis Freitag, 6. März",
                    today="2026-03-02",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nich bitte um eine baldige Rückmeldung.\n\nMit freundlichen "
                    "Grüßen\nTom Weiß",
                    flagged="baldige",
                    better="Rückmeldung bis Freitag, 6. März",
                    today="2026-03-02",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndanke für Ihre Fragen. Wir klären das mit der Werkstatt und melden "
                    "uns in Kürze.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="in Kürze",
                    better="bis Freitag, 6. März",
                    today="2026-03-02",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nschicken Sie uns dafür bitte die Tage ein Foto vom Hof.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="die Tage",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ngeben Sie mir bitte in den kommenden Tagen die Zahl Ihrer Gäste durch.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="in den kommenden Tagen",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nwenn Sie mal dazu kommen, tragen Sie bitte die Wünsche in die Liste ein.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="wenn Sie mal dazu kommen",
                ),
                Example(
                    "Hallo Anna,\n\nwenn du mal dazu kommst, trag bitte deine Stunden ein. Ich muss die Liste bei der Chefin abgeben.\n\nViele Grüße\nTom",
                    flagged="wenn du mal dazu kommst",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nsehen Sie sich bitte den Zaun an, er steht schief. Das eilt.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="eilt",
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte schicken Sie uns die unterschriebene Vereinbarung bis "
                    "Freitag, 6. März.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte schicken Sie uns die Vereinbarung zeitnah, spätestens aber "
                    "bis zum 6. März.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nich bitte Sie, den Mangel unverzüglich zu beseitigen.\n\nMit "
                    "freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndanke für die zeitnahe Antwort; wir prüfen den Vorschlag bis "
                    "Freitag.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte nutzen Sie den hinteren Eingang (die Baustelle wird in Kürze "
                    "aufgelöst).\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Hallo Anna,\n\nkannst du mir bei Gelegenheit den Schlüssel zurückbringen?\n\nViele Grüße\nTom"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nwir haben die Wohnung so schnell wie möglich räumen müssen und "
                    "sind jetzt in der Hafenstraße zu finden.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example("Hallo Anna,\n\nwenn du mal dazu kommst, bring bitte den Schlüssel mit.\n\nViele Grüße\nTom"),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte nennen Sie mir die Tage, an denen der Saal frei ist.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte schicken Sie die Liste in den nächsten drei Tagen zurück.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nsollte in den nächsten Tagen etwas tropfen, rufen Sie bitte gleich an.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nin den kommenden Tagen erhalten Sie ein Paket. Bitte öffnen Sie es vorsichtig.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte prüfen Sie den Entwurf, sobald Sie Zeit haben; es hat keine Eile.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte sagen Sie ab, wenn Sie keine Zeit haben.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nrufen Sie bitte den Notdienst, wenn es dringend ist.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Meyer,\n\nplease send us the signed agreement as soon as possible.\n\nKind "
                    "regards,\nTom White",
                    flagged="as soon as possible",
                    better="by Friday, 6 March",
                    today="2026-03-02",
                ),
                Example(
                    "Dear Ms Meyer,\n\nCould you let me know your measurements at your earliest "
                    "convenience?\n\nKind regards,\nTom White",
                    flagged="at your earliest convenience",
                    better="by Friday, 6 March",
                    today="2026-03-02",
                ),
                Example(
                    "Dear Ms Meyer,\n\nPlease return the form asap. The printer is waiting for it.\n\nKind "
                    "regards,\nTom White",
                    flagged="asap",
                    better="by Friday, 6 March",
                    today="2026-03-02",
                ),
                Example(
                    "Dear Ms Meyer,\n\nThank you for your questions. We are checking them and will get back to you "
                    "shortly.\n\nKind regards,\nTom White",
                    flagged="shortly",
                    better="by Friday, 6 March",
                    today="2026-03-02",
                ),
                Example(
                    "Dear Ms Meyer,\n\nPlease tell me in due course which colour you prefer.\n\nKind regards,\nTom White",
                    flagged="in due course",
                ),
                Example(
                    "Dear Ms Meyer,\n\nCould you send us the drawings in the coming days?\n\nKind regards,\nTom White",
                    flagged="in the coming days",
                ),
                Example(
                    "Dear Ms Meyer,\n\nPlease have a look at the gutter over the door. It is urgent.\n\nKind regards,\nTom White",
                    flagged="urgent",
                    relationship=Relationship.NONE,
                ),
                Example(
                    "Dear Ms Meyer,\n\nThe grey wool is sold out until November. Please let me know at some point whether black will do.\n\nKind regards,\nTom White",
                    flagged="at some point",
                    relationship=Relationship.NONE,
                ),
            ),
            good=(
                Example(
                    "Dear Ms Meyer,\n\nplease send us the signed agreement by Friday, 6 March.\n\nKind "
                    "regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nplease send us the agreement as soon as possible, by Friday at the "
                    "latest.\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nI hope to see you again soon, and thank you for the fine evening.\n\nKind "
                    "regards,\nTom White"
                ),
                Example("Dear Ms Meyer,\n\nPlease ring the bell as soon as you arrive.\n\nKind regards,\nTom White"),
                Example(
                    "Dear Ms Meyer,\n\nWe repaired the pump as soon as possible after the storm, and it has been "
                    "running since.\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nYou will receive the parcel in the coming days; please open it with care.\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nPlease be aware that the road is closed over the next few weeks.\n\nKind regards,\nTom White"
                ),
                Example(
                    "Dear Ms Meyer,\n\nPlease read it when you have time; there is no hurry.\n\nKind regards,\nTom White"
                ),
                Example("Hi Anna,\n\nCould you bring the ladder back when you get a chance?\n\nBest wishes,\nTom"),
                Example("Dear Ms Meyer,\n\nIf it is urgent, please ring the desk.\n\nKind regards,\nTom White"),
            ),
        ),
    },
)
