"""Which language a stretch of text is in, by its function words: German, English or something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msglint.message.patterns import lazy, without_addresses
from msglint.report import Span

if TYPE_CHECKING:
    from msglint.message.model import Message

LANGUAGES = ("de", "en")
DEFAULT_LANGUAGE = "de"

_WORDS = {
    "de": frozenset(
        "der die das den dem des ein eine einen einem einer eines und oder aber auch nicht kein keine ich du er sie "
        "es wir ihr mir mich dir dich uns euch ihnen ihn ihm "
        "mein meine dein deine sein seine unser unsere ihre ihren ihrem ihrer ist sind bin bist war waren hat habe "
        "haben hatte wird werden wurde kann können muss soll "
        "sollte würde möchte mit von vom zu zum zur für auf bei nach aus über unter vor an am im ins durch gegen "
        "ohne um bis seit wegen wenn dass daß weil ob als wie "
        "was wer wo wann noch schon nur sehr mehr hier dann so ja nein bitte danke vielen dank gruß grüße grüßen "
        "freundlichen liebe lieber hallo guten sehr geehrte geehrter "
        "herr frau morgen heute gestern uhr siehe anbei leider gerne gern mal doch denn da diese dieser dieses alle "
        "alles gut passt geht wäre hätte anfrage termin viele "
        "schöne schönen herzlichen herzliche servus moin hab habs gehts erledigt glückwunsch frohe weihnachten "
        "zwecks kontaktpflege anhang rechnung angebot anbei zusammen".split()
    ),
    "en": frozenset(
        "the a an and or but not no i you he she it we they me him us them my your his its our their is are am was "
        "were be been has have had do does did will would can "
        "could should may might must shall with of from to for on at by in into about after before under over "
        "through if that because whether as how what who where when "
        "which this these those there here then so yes please thanks thank dear hi hello hey regards sincerely best "
        "cheers just also very more only any some all out up "
        "down let get got good great sounds know think see attached below tomorrow today yesterday don't i'm it's "
        "we'll i'll i've that's fyi me discussed looks call "
        "approved confirmed agreed noted received understood completed cancelled pending available congratulations "
        "congrats looking forward connect network professional add kind quick question meeting need "
        "send sent done".split()
    ),
}
_OTHER = frozenset(
    # Function words of neighbours that neither German nor English has.
    "le les une est sont dans pour avec vous nous votre merci bonjour cordialement je sur pas que qui ce cette aux "
    "el los las una por para con usted gracias hola saludos que del como está pero muy su "
    "il gli che per con sono grazie buongiorno saluti della nel questo anche non lei "
    "het een voor niet met zijn ik dank groeten hallo wij deze bij naar "
    "nie jest dla się na dziękuję proszę dzień dobry że pozdrawiam czy jak "
    "och att det som för med jag är hej tack inte till har vi du "
    "bir ve bu için teşekkürler merhaba ile da çok sayın o não uma obrigado olá você".split()
)
_SHARED = frozenset(
    {
        "hallo",
        "met",
        "du",
        "da",
        "o",
        "una",
        "vi",
        "con",
        "per",
        "non",
        "am",
        "an",
        "so",
        "in",
        "me",
        "us",
        "on",
        "as",
        "die",
        "was",
        "war",
    }
)

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_GERMAN_LETTERS = frozenset("äöüß")
_MIN_WORDS_FOR_OTHER = 8
_LONG_ENOUGH = 20_000  # code points that tell the language of any text


def detect(text: str) -> str | None:
    """`de`, `en` or `other`; None where the text is too short to tell."""
    text = without_addresses(text[:_LONG_ENOUGH])
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text)]
    if not words:
        return None
    if _letters_of_other_scripts(text) > sum(map(len, words)) / 3:
        return "other"
    german = sum(word in _WORDS["de"] for word in words) + 0.7 * sum(1 for word in words if _looks_german(word))
    english = float(sum(word in _WORDS["en"] for word in words))
    other = sum(word in _OTHER and word not in _SHARED for word in words)
    if other >= 2 and other > max(german, english):
        return "other"
    if max(german, english) == 0:
        return "other" if len(words) >= _MIN_WORDS_FOR_OTHER else None
    if len(words) >= 2 * _MIN_WORDS_FOR_OTHER and max(german, english) / len(words) < 0.1 and other >= 2:
        return "other"
    if german == english:
        return None
    return "de" if german > english else "en"


def _letters_of_other_scripts(text: str) -> int:
    """How many there are; most texts have none, which the few different letters of a text tell soonest."""
    return sum(map(_is_other_script, text)) if any(map(_is_other_script, set(text))) else 0


def _is_other_script(char: str) -> bool:
    """Greek, Cyrillic, Arabic, Chinese and so on: letters beyond the Latin blocks."""
    return "\u0370" <= char <= "\u1fff" or "\u2e80" <= char <= "\uffef"


def _looks_german(word: str) -> bool:
    """Letters and endings that English does not have."""
    if not _GERMAN_LETTERS.isdisjoint(word):
        return True
    return len(word) > 6 and word.endswith(
        ("ung", "keit", "heit", "lich", "schaft", "ungen", "isch", "ieren", "pflege")
    )


def language_of_message(message: Message) -> str:
    """Language of the author's own text, with the region where the user names it or the text shows it."""
    if message.given_language:
        return message.given_language
    own = message.parts.own_text
    found = detect(own)
    if found is None:
        found = _from_surroundings(message)
    return with_region(found, own, message) if found == "de" else found


def _from_surroundings(message: Message) -> str:
    """A text too short to tell is taken to be in the language of what it answers, or of its subject."""
    candidates = [message.headers.subject or ""]
    if message.answers is not None:
        candidates.insert(0, message.answers.text)
    candidates[:0] = [quote.span.of(message.text) for quote in message.parts.quotes]
    for candidate in candidates:
        found = detect(candidate)
        if found in LANGUAGES:
            return found
    return DEFAULT_LANGUAGE


def with_region(language: str, own: str, message: Message) -> str:
    """`de-CH` or `de-AT` where the signs are clear.

    Swiss: no ß in a text that has several words which elsewhere are written with it, or one beside a Swiss greeting.
    Austrian: words that only Austria uses, or a sender under `.at`.
    """
    domain = message.headers.from_.domain if message.headers.from_ else ""
    if _is_swiss(own, domain):
        return "de-CH"
    if domain.endswith(".at") or _AUSTRIAN_WORDS.search(own):
        return "de-AT"
    return language


_AUSTRIAN_WORDS = re.compile(r"\b(?:Jänner|heuer|Sehr geehrte[rs]? (?:Frau|Herr) (?:Mag|DI|Hofrat|Hofrätin|Ing)\b)")
_SWISS_SPELLING = lazy(
    r"\b(?:gr[uü]sse?n?|grüssen|gross\w*|strasse\w*|ausser\w*|heiss\w*|gemäss|weiss|schliess\w*|liess\w*|\w+strasse|"
    r"mass\w*nahmen?)\b",
    re.IGNORECASE,
)
_SWISS_SALUTATION = lazy(r"\s*[^\n]{4,60}[^\W\d_]\n\s*\n(?-i:[A-ZÄÖÜ])")  # no mark, and on with a capital
_MANY_SPELLINGS = 3
_SWISS_WORDS = lazy(r"\b(?:grüezi|grüessli|hoi zäme|häbs guet|merci vielmals|freundliche grüsse)\b", re.IGNORECASE)


def _is_swiss(own: str, domain: str) -> bool:
    if "ß" in own:
        return False
    if domain.endswith((".ch", ".li")):
        return True
    spellings = len(_SWISS_SPELLING.findall(own))
    clear = _SWISS_WORDS.search(own) is not None or _SWISS_SALUTATION.match(own) is not None
    return spellings >= _MANY_SPELLINGS or (spellings >= 1 and clear)


def language_of(message: Message, span: Span) -> str:
    """Language of one stretch of the text, the message's own where the stretch is too short to tell."""
    return detect(span.of(message.text)) or message.base_language
