"""What a sentence without a verb leaves open, by its words: who does something, and by when."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from msglint.message.patterns import lazy

if TYPE_CHECKING:
    from msglint.analysis.tagger import Token

_DAY_DE = (
    r"(?:(?:spätestens|zum|zur|einschließlich|kommende[nr]?|nächste[nr]?|diese[nr]?|ende|anfang|mitte|der|des|den|am)\s+)*"
    r"(?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|morgen|heute|mittags?|abends?|woche|monats?|quartals?|jahres(?:ende)?|"
    r"monatsende|wochenende|feierabend|ostern|pfingsten|weihnachten|frühjahr|sommer|herbst|winter|januar|februar|märz|april|mai|juni|juli|august|"
    r"september|oktober|november|dezember|kw|\d)"
)
_SOON_DE = (
    r"spätestens|(?:schnellstmöglich|umgehend|unverzüglich|zeitnah|kurzfristig|dringend|baldig|rasch|baldmöglichst)\w*|asap|"
    r"binnen|innerhalb|"
    r"so\s+(?:bald|schnell)\s+wie\s+möglich"
)
_ERRAND_DE = (
    r"rück(?:meldung|sprache|ruf|antwort|sendung|gabe)|antwort|zusage|absage|bestätigung|freigabe|zustimmung|"
    r"unterschrift(?:en)?|(?:be|an|über)?zahlung|überweisung|(?:an|nach)?lieferung|abgabe|einreichung|zusendung|übersendung|"
    r"versand|(?:über|nach)?prüfung|klärung|abstimmung|absprache|entscheidung|erledigung|umsetzung|korrektur(?:en)?|überarbeitung|"
    r"weiterleitung|weitergabe|bestellung|buchung|(?:an|ab|um)meldung|stellungnahme|feedback|kommentare?|anmerkungen|"
    r"änderungen|ergänzungen|vorbereitung|fertigstellung|abnahme|übergabe|abholung|anruf|reparatur|montage|einbau|"
    r"sperrung|räumung|reinigung|wartung|umstellung|beauftragung|genehmigung|erstattung|abrechnung|nachbesserung|"
    r"begehung|besichtigung|verlegung|verschiebung|anfrage|vergabe|installation|rücknahme|bearbeitung|auswertung|zusammenstellung|organisation|durchführung"
)
_THING_DE = (
    r"\w*(?:unterlagen|dokumente?|bericht|protokoll|angebote?|entwurf|entwürfe|liste|zahlen|daten|rechnung(?:en)?|vertrag|"
    r"verträge|antrag|anträge|formulare?|konzept|präsentation|folien|nachweise?|belege?|muster|texte?|bilder|fotos|plan|"
    r"pläne|budget|termine?|material|ware|schlüssel|gutachten|gutschrift|mahnung|auftrag|aufträge|akte[n]?|"
    r"kunde[n]?|kundin|lieferant(?:en)?|kollege[n]?|mieter|frist|punkte?|fragen?|details|kosten|beträge?|"
    r"zugänge?|zugang|passwort|passwörter|raum|räume|flug|hotel|reise|gerät|fehler|ticket|treffen|besprechung|sitzung|"
    r"schulung|besuch|umzug|veranstaltung|workshop|rest|alles)"
)
_TASKS_DE = (
    r"(?:ab|an|auf|aus|ein|nach|vor|zurück|weiter|frei|fertig|zusammen|durch|hoch|mit|um|hin)?(?:anfordern|anrufen|arbeiten|"
    r"bearbeiten|beauftragen|besprechen|bestellen|bestätigen|buchen|drucken|erledigen|erstellen|fragen|füllen|geben|holen|"
    r"informieren|klären|kündigen|laden|legen|leiten|liefern|löschen|machen|melden|nehmen|organisieren|prüfen|reichen|"
    r"reservieren|rufen|schicken|schreiben|senden|stellen|stimmen|stornieren|suchen|überweisen|unterschreiben|vereinbaren|"
    r"verschicken|verschieben|verteilen|zahlen|bezahlen|überarbeiten|ergänzen|aktualisieren|korrigieren|bringen|kaufen|"
    r"besorgen|kopieren|abstimmen|tragen|packen|räumen|setzen)"
)
_PARTICIPLE_DE = (
    r"(?:(?:ab|an|auf|aus|bei|ein|nach|vor|zurück|weiter|frei|fertig|zusammen|hoch|mit|um|hin|rein|raus|durch|zu|dazu)?"
    r"(?:ge\w{2,}(?:t|en)|(?:be|ver|er|über|unter|wider)\w{2,}(?:t|en))|\w{3,}iert)"
)
_NOUN = r"[A-ZÄÖÜ]\w{2,}"
_NEXT_DE = r"dann|danach|anschließend|hinterher|später|vorher|zuvor"
_NEXT_EN = r"then|afterwards?|after\s+that|next|later|beforehand|before\s+that|accordingly"
_DONE_DE = (
    r"(?:(?:weiter|zurück|um|vor|nach|hin)?ge(?:leitet|schickt|sendet|sandt|reicht)|verschickt|versandt|gebucht|storniert|"
    r"überwiesen|bezahlt|bestellt|geprüft|unter(?:schrieben|zeichnet)|bestätigt|informiert|an(?:gerufen|gefordert|gemeldet|"
    r"gepasst|gefragt)|beauftragt|erledigt|geklärt|abge(?:stimmt|lehnt|geben|holt|sagt|schickt)|freigegeben|genehmigt|"
    r"ein(?:gereicht|getragen|geladen|gestellt)|geliefert|verschoben|aktualisiert|korrigiert|ergänzt|gelöscht|hochgeladen|"
    r"weitergegeben|übergeben|gekündigt|repariert|ausgetauscht|installiert|montiert|reserviert|gemeldet|beantragt)"
)
_NO_PARTICIPLE_DE = (
    r"(?:gut|gern\w*|geehrt\w*|gespannt|bekannt|geeignet|gesund|gewohnt|beliebt|erfreut|begeistert|berechtigt|genannt|"
    r"gemeint|gelungen|gedacht|gesagt|verrückt|verliebt|verdient|unbekannt|verständlich|getan|ungen|genug|recht|erlaubt|"
    r"verboten|vorbehalten|geschenkt|gekonnt|besten|ersten|zweiten|weiten|alten|guten|erwartet|befürchtet|versprochen|"
    r"gehabt|geplant|vereinbart|besprochen|gewünscht|gewesen|geblieben|geworden)"
)

_DAY_EN = (
    r"(?:(?:the\s+|this\s+|next\s+|close\s+of\s+|end\s+of\s+|mid-?|early\s+|late\s+)*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)"
    r"day|tomorrow|tonight|noon|midday|today|week|month|quarter|year|business|eod|cob|spring|summer|autumn|winter|january|february|march|april|may|june|"
    r"july|august|september|october|november|december|easter|christmas|\d))"
)
_SOON_EN = r"within\s+(?:an?|the|\d+|one|two|three|four|five|seven|ten|fourteen)\s|prompt(?:ly)?|urgent|asap|a\.s\.a\.p\.?|as\s+soon\s+as\s+possible|at\s+the\s+latest|no\s+later\s+than|urgently|immediately"
_ERRAND_EN = (
    r"feedback|repl(?:y|ies)|answers?|responses?|comments?|confirmation|approvals?|sign-?off|signatures?|decisions?|payments?|"
    r"submission|delivery|deliveries|reviews?|corrections?|input|changes|applications?|follow-?up|handover|pick-?up|"
    r"installation|clarification|postponement|coordination|shipping|shipment|hand-?over|call-?back|repairs?|return|revision"
)
_THING_EN = (
    r"invoices?|reports?|drafts?|slides|figures|numbers|documents?|paperwork|contracts?|quotes?|proposals?|lists?|"
    r"details|data|files?|forms?|agenda|minutes|budget|plans?|orders?|tickets?|clients?|customers?|suppliers?|tenants?|"
    r"samples?|goods|parcels?|keys?|flights?|hotel|rooms?|venue|dates?|deadline|errors?|bugs?|issues?|photos?|texts?|"
    r"materials?|permits?|insurance|refund|deposit|fees?|accounts?|access|password|colleagues?|team|items?|points?|letters?|"
    r"versions?|meetings?|appointments?|visits?|workshops?|sessions?|training|trip|move|everything|the\s+rest|"
    r"copies|copy|offers?|bookings?|reservations?|equipment|devices?|laptops?|records?|questions?"
)
_PARTICIPLE_EN = (
    r"(?:\w{2,}ed|sent|paid|made|done|found|lost|sold|bought|built|given|taken|written|chosen|kept|left|held|put|set|cut|"
    r"drawn|shown|told|met|read)"
)


class _Signs(NamedTuple):
    """Patterns of one language, for a whole sentence without its marks."""

    leaves_open: tuple[re.Pattern[str], ...]
    names_somebody: re.Pattern[str]
    harmless: re.Pattern[str]


_GERMAN = _Signs(
    leaves_open=(
        # an errand with its last day: "Rückmeldung bis Freitag"
        lazy(rf"\b(?:{_ERRAND_DE}|{_THING_DE})\b.*\b(?:bis\s+{_DAY_DE}|{_SOON_DE})", re.IGNORECASE),
        lazy(rf"\b(?:bis\s+{_DAY_DE}|{_SOON_DE})\b.*\b(?:{_ERRAND_DE}|{_THING_DE})\b", re.IGNORECASE),
        # a state that somebody has to change: "Vertrag noch offen", "noch zu klären"
        lazy(
            rf"\b(?:{_ERRAND_DE}|{_THING_DE})\b.*\b(?:offen|ausstehend|fällig|überfällig|erforderlich|notwendig|nötig|"
            r"ungeklärt|unklar|gewünscht|erwünscht|erbeten)$",
            re.IGNORECASE,
        ),
        lazy(r"\b[Nn]och\s+(?:\w+\s+){0,3}(?:zu\s+\w+(?:en|ern|eln)|\w{2,}zu\w{2,}(?:en|ern|eln))$"),
        lazy(r"\bnoch\s+(?:\w+\s+){0,2}(?:offen|ungeklärt|unklar)\b", re.IGNORECASE),
        lazy(rf"^(?:bisher|(?:immer\s+)?noch)\s+keine?n?\s+(?:{_ERRAND_DE})$", re.IGNORECASE),
        # an errand that nobody is charged with: "Klärung mit dem Kunden nächste Woche"
        lazy(
            rf"^(?:(?:dann|danach|anschließend|zuerst|vorher|als\s+nächstes)\s+)?(?:{_ERRAND_DE})\s+"
            r"(?:(?:de[rs]|für\s+\w+)\s+\w+\s+)?(?:mit|an|nach|am|"
            r"erst|frühestens|voraussichtlich|vermutlich|wohl|noch|in|im|vor|ab|heute|morgen|nächste|kommende|ende|"
            r"anfang|mitte|demnächst|später|dann|vorab|per|über|via)\b",
            re.IGNORECASE,
        ),
        # something done by nobody: "Rechnung bezahlt", "Noch nicht unterschrieben"
        lazy(
            rf"^(?i:(?:alle|beide|die|der|das)\s+)?(?:(?i:{_THING_DE})|(?i:{_ERRAND_DE}))\s+(?:\w+\s+){{0,4}}?"
            rf"(?!{_NO_PARTICIPLE_DE}$){_PARTICIPLE_DE}$"
        ),
        lazy(
            rf"^(?i:noch\s+nicht|bereits|soeben|inzwischen|bisher\s+nicht)\s+(?:\w+\s+){{0,3}}?(?!{_NO_PARTICIPLE_DE}$)"
            rf"{_PARTICIPLE_DE}$"
        ),
        lazy(rf"^(?:.*\s)?{_DONE_DE}(?:\s+und\s+{_DONE_DE})?$", re.IGNORECASE),
        lazy(
            rf"^(?:daher|deshalb|darum|deswegen|somit|nun|jetzt|vorher|zuvor|danach|dann|wegen\s.*)\s+(?:erst|noch|doch)?\s*"
            rf"(?:\w+e\s+)?(?i:{_ERRAND_DE}|verschiebung|verlegung|absage)\b",
            re.IGNORECASE,
        ),
        # a step of a plan, a condition or a guess about the day, with nobody in it: "Dann noch die Kaution"
        lazy(rf"^(?i:{_NEXT_DE})\b(?!\s+(?:also|eben|halt|auf|bis|viel|gute[rns]?|alles|schöne[nrs]?)\b).*{_NOUN}"),
        lazy(rf"^{_NOUN}.*\b(?:{_NEXT_DE}|entsprechend|zeitgleich)\b"),
        lazy(
            rf"^{_NOUN}.*\b(?i:eventuell|evtl|wohl|vermutlich|voraussichtlich|möglicherweise|vielleicht|ggf)\b.*(?i:{_DAY_DE})"
        ),
        lazy(
            rf"^{_NOUN}.*\b(?i:(?:mit|nach|auf|in)\s+(?:vorherige[rn]\s+|kurze[rn]\s+)?(?:absprache|rücksprache|vereinbarung|"
            r"abstimmung|bedarf|aufwand)|je\s+nach)\b"
        ),
        lazy(rf"^(?i:dringend|sofort|umgehend|schnellstmöglich|unbedingt)\b.*(?:{_NOUN}|\bjemand\b)"),
        # a plan without anybody in it: "Unterlagen an die Bank schicken"
        lazy(
            rf"^(?i:(?:dann|danach|noch|außerdem|vorher|anschließend|zuerst)\s+)?(?i:(?:die|den|das|alle|\w{{4,}}e[nrs]?)\s+)?"
            rf"(?i:{_THING_DE})\s+(?:\S+\s+){{0,6}}{_TASKS_DE}$"
        ),
        lazy(rf"^(?i:{_TASKS_DE})(?:,|\s+(?:an|bis|und|mit|vor|in|bei|per))\s"),
    ),
    names_somebody=lazy(
        r"\b(?:anbei|im\s+anhang|beigefügt|anliegend|in\s+der\s+anlage|ich|wir|du|er|ihr|man|mir|mich|uns|dir|dich|euch|ihm|ihn|ihnen|sie|mein\w*|unser\w*|dein\w*|ihre?[nmrs]?|"
        r"eue?re?\w*|seine?[nmrs]?|(?<!innerhalb )von|vom|durch|seitens|herrn?|frau)\b",
        re.IGNORECASE,
    ),
    harmless=lazy(
        r"(?:ps|p\.\s?s|nb|re|betr|betreff|siehe|vgl|wie|als|und|oder|aber|sondern|denn|weil|damit|dass|wenn|falls|ob|also|"
        r"sowie|zumindest|jedenfalls|vor\s+allem|besonders|insbesondere|auch|zum\s+beispiel|etwa|so|hier|anbei|im\s+anhang|"
        r"beigefügt|nur|sogar|kein\w*|ja|nein|danke|dank|vielen|herzlichen|besten|schade|gut|schön|super|toll|prima|"
        r"bitte|gerne?|viele?|herzliche|soweit|um|ohne|statt|trotz|was|wer|wo|wann|warum|welche\w*)\b",
        re.IGNORECASE,
    ),
)
_ENGLISH = _Signs(
    leaves_open=(
        lazy(rf"\b(?:{_ERRAND_EN}|{_THING_EN})\b.*\b(?:(?:by|before)\s+{_DAY_EN}|{_SOON_EN})", re.IGNORECASE),
        lazy(rf"\b(?:by\s+{_DAY_EN}|{_SOON_EN})\b.*\b(?:{_ERRAND_EN}|{_THING_EN})\b", re.IGNORECASE),
        lazy(
            rf"\b(?:{_ERRAND_EN}|{_THING_EN})\b.*\b(?:pending|outstanding|overdue|required|needed|missing|unclear|unpaid|"
            r"unsigned|undecided|unresolved|tbd|tbc|open|due|necessary|appreciated|requested|expected|under\s+review|on\s+hold|"
            r"in\s+progress|to\s+be\s+\w+)\b",
            re.IGNORECASE,
        ),
        lazy(rf"\b(?:still|not\s+yet)\s+(?:\w+\s+){{0,2}}?(?:{_PARTICIPLE_EN}|open|unclear|to\s+do)\b", re.IGNORECASE),
        lazy(
            rf"^(?:(?:then|next|after\s+that|first)\s+)?(?:{_ERRAND_EN})\s+"
            r"(?:of\s+(?:\w+\s+){1,2})?(?:with|only|next|this|on|in|tomorrow|today|soon|"
            r"later|after|before|early|mid|end)\b",
            re.IGNORECASE,
        ),
        lazy(
            rf"^(?:(?:the|all|both|two|three|most)\s+)?(?:\w+\s+)?(?:{_THING_EN}|{_ERRAND_EN})\s+(?:(?:not|yet|already|"
            rf"also|now|still|partly|finally)\s+)*(?!attached|enclosed|agreed\b){_PARTICIPLE_EN}\b",
            re.IGNORECASE,
        ),
        lazy(
            rf"^(?:already\s+)?(?!agreed|attached|enclosed|based|compared|needed|used|"
            rf"related|swamped|pleased|delighted|tired|excited|impressed|linked|limited|dated|addressed){_PARTICIPLE_EN}\s+"
            r"(?:to|with|on|and|yesterday|today|last|this|by\s+post|by\s+mail)\b",
            re.IGNORECASE,
        ),
        lazy(rf"^(?:{_NEXT_EN})\b,?\s+(?!of\b|to\s+you\b|again\b)\w", re.IGNORECASE),
        lazy(rf"^\w+\b.*\b(?:{_NEXT_EN})\b(?!\s+(?:week|month|year|time)\b)", re.IGNORECASE),
        lazy(
            rf"^\w+\b.*\b(?:possibly|maybe|perhaps|probably|presumably)\b.*\b{_DAY_EN}|\b(?:by|on|upon)\s+(?:prior\s+)?"
            r"(?:arrangement|agreement|request|appointment)\b|\b(?:depending\s+on|subject\s+to|via\s+the)\b",
            re.IGNORECASE,
        ),
        lazy(r"^(?:urgently|immediately)\b", re.IGNORECASE),
        lazy(rf"^(?:still\s+)?no\s+(?:{_ERRAND_EN})\s+(?:yet|so\s+far)$", re.IGNORECASE),
        lazy(
            rf"^(?:still\s+)?to\s+be\s+{_PARTICIPLE_EN}\b|^(?:still\s+)?(?:a?waiting|checking|chasing)\b", re.IGNORECASE
        ),
    ),
    names_somebody=lazy(
        r"\b(?:i|we|you|he|she|they|me|us|him|her|them|my|our|your|his|their|mine|ours|yours|mr|mrs|ms|dr|"
        r"attached|enclosed)\b|\bby\s+(?:the|an?|all|both)\s+(?!end|close|latest|beginning|\d)|"
        r"\b(?:from|by)\s+(?-i:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|"
        r"August|September|October|November|December|Christmas|Easter|EOD|COB)[A-Z])",
        re.IGNORECASE,
    ),
    harmless=lazy(
        rf"no\s+(?!(?:{_ERRAND_EN})\b)|"
        r"(?:ps|p\.\s?s|nb|re|subject|see|as|and|or|but|so|because|if|when|while|although|though|that|which|who|especially|"
        r"particularly|including|such|also|not\s+only|at\s+least|for\s+example|e\.g|i\.e|here|attached|enclosed|only|even|more|"
        r"none|nothing|yes|thanks?|many|good|great|nice|lovely|sorry|please|looking|hoping|without|from|after(?!wards|\s+that)|"
        r"speak|talk|catch|despite|at|of|about|regarding|what|where|why|how|whose|like|unlike|well)\b",
        re.IGNORECASE,
    ),
)
_SIGNS: Mapping[str, _Signs] = {"de": _GERMAN, "en": _ENGLISH}
_MARKS = " \t\n.!…"
_PLEASE = lazy(r"\b(?:bitte|please|kindly)\b", re.IGNORECASE)
_CLOCK = lazy(
    r"\d[:.]\d\d|\b\d+\s*(?:uhr|am|pm|o['’]clock)\b|\bum\s+(?:halb\s+)?(?:\d|eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|"
    r"zehn|elf|zwölf)|\bat\s+(?:\d|noon|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    re.IGNORECASE,
)
# Tags of the nouns, of what may stand before them, of what comes next, and of a last word that only describes.
_TELEGRAM: Mapping[str, tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str]]] = {
    "de": (
        frozenset({"NN"}),
        frozenset({"ADJ(A)", "CARD"}),
        frozenset({"APPR", "APPRART", "ADV", "PTKNEG", "VV(PP)", "VV(INF)", "VV(IZU)"}),
        frozenset({"ADJ(D)", "ADJ(A)"}),
    ),
    "en": (
        frozenset({"NN0", "NN1", "NN2", "VVG"}),
        frozenset({"AJ0", "CRD", "ORD"}),
        frozenset({"PRP", "AVP", "AV0", "XX0", "VVN", "VVD"}),
        frozenset({"AJ0", "AJC", "AJS"}),
    ),
}
# Before these the noun has an attribute, or it only tells where something is.
_NOT_DONE = frozenset(
    "of wie als than like on in at near under over inside outside auf im am beim bei unter über neben hinter".split()
)
# Nouns of courtesy, feeling and reference: what is said about them is complete.
_SAID_FOR_ITSELF = frozenset(
    """
    respekt kompliment komplimente glückwunsch glückwünsche dank gruß grüße entschuldigung verzeihung ende schluss lob
    applaus gratulation spaß glück pech mist quatsch unsinn wahnsinn hauptsache frage fragen thema stichwort betreff bezug
    stand ruhe geduld hinweis tipp bitte wunsch wünsche idee hut chapeau willkommen prost achtung vorsicht mut freude ehre
    schwamm hand hände kopf daumen wetter essen stimmung urlaub zeit tag tage jahr jahre leben welt
    thanks regards congratulations congrats apologies hats fingers end kudos credit praise luck shame pity question
    questions hope hopes cheers welcome greetings wishes love peace fun joy honour honor pleasure time day days year years
    looking hoping speaking talking considering respect life world weather food proof topic note word words hand hands head
    """.split()
)


def is_harmless(sentence: str, language: str) -> bool:
    """Whether a sentence is conventional, goes on with the one before, or names somebody."""
    signs = _SIGNS[language]
    words = _plain(sentence)
    return bool(signs.harmless.match(words) or signs.names_somebody.search(words) or _PLEASE.search(words))


def leaves_open(sentence: str, language: str) -> bool:
    """Whether a sentence without a verb is about something that somebody does, going by its words."""
    words = _plain(sentence)
    return any(pattern.search(words) for pattern in _SIGNS[language].leaves_open)


def is_telegram(tokens: Sequence[Token], language: str) -> bool:
    """Whether a sentence without a verb is a note to oneself: a bare noun and what happens to it ("Keys to Tom.")."""
    nouns, before, after, states = _TELEGRAM[language]
    words = [token for token in tokens if token.is_word]
    start = next((at for at, token in enumerate(words) if token.tag not in before), len(words))
    end = next((at for at in range(start, len(words)) if words[at].tag not in nouns), len(words))
    if not start < end < len(words) or any(token.lower in _SAID_FOR_ITSELF for token in words[:end]):
        return False
    if _CLOCK.search(" ".join(token.text for token in words)):
        return False  # an appointment
    follows = words[end : end + 2] if words[end].tag == "ADJ(D)" else words[end : end + 1]
    return follows[-1].tag in after and words[end].lower not in _NOT_DONE and words[-1].tag not in states


def _plain(sentence: str) -> str:
    return " ".join(sentence.split()).strip(_MARKS)
