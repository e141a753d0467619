"""German words that are right, but not where they stand: `am Freitag Abend`, `beim lesen`, `E-Mail Adresse`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from msglint.analysis.spelling.phrases import Phrases
from msglint.analysis.spelling.separated import Separated
from msglint.analysis.spelling.slips import Kind, Slip
from msglint.analysis.spelling.speller import Speller
from msglint.message.name_places import is_named_at
from msglint.message.patterns import lazy
from msglint.message.proofreading import Word
from msglint.message.sentences import begins_sentence
from msglint.report import Span

_WEEKDAYS: Final = frozenset("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag".split())
_DAYTIMES: Final = frozenset("morgen vormittag mittag nachmittag abend nacht".split())
_TIMES: Final = frozenset(
    "Morgens Abends Nachmittags Vormittags Mittags Nachts Montags Dienstags Mittwochs Donnerstags Freitags Samstags "
    "Sonntags".split()
)
_BEFORE_NOUNS: Final = frozenset("des eines manchen jeden der und".split())
_SMALL: Final = frozenset(
    "Ich Wir Alle Mich Mir Uns Nicht Auch Dass Weil Ist Sind Habe Haben Wird Werden Kann Können Noch Schon Mit Für "
    "Auf Von Zu Bei Nach Sehr".split()
)
_ALL: Final = frozenset("Alle Allen Alles Beide Beiden Beides Jeder Jede Jedem Jeden".split())
_BEFORE_ALL: Final = frozenset(
    "an für von mit bei zu durch gegen ohne um wir ihr sie uns euch ihnen Sie Ihnen das dies hier "
    "hat haben sind ist".split()
)
_SMALL_PREPOSITIONS: Final = frozenset("In An Bei Mit Nach Für Auf Seit Bis Ohne".split())
_ADVERBS: Final = frozenset(
    "schon mal auch noch nur nicht bereits wieder immer gerade jetzt heute morgen gestern dann leider gerne gern "
    "sicher vielleicht erst bald".split()
)
_PREDICATIVES: Final = frozenset(
    "Vorhanden Möglich Nötig Notwendig Erforderlich Fertig Verfügbar Erreichbar Zuständig Anwesend Abwesend Verhindert "
    "Gültig Verbindlich Unklar Wichtig Sinnvoll Bekannt Interessiert Hilfreich".split()
)
_IS: Final = frozenset("ist sind war waren wäre wären sein wird werden".split())
_BEFORE_INFINITIVES: Final = frozenset("zum beim vom am im fürs vorm nachm ans übers ums durchs".split())
_NO_INFINITIVES: Final = frozenset(
    "einen anderen gleichen ersten letzten nächsten meisten besten ehesten liebsten".split()
)
_MACHINES: Final = frozenset(
    "E-Mail Email E-mail Mail Internet Online SMS PDF WLAN IT EDV USB DVD CD Handy Skype Zoom Teams WhatsApp "
    "Facebook Excel Word PowerPoint Outlook Doodle Software Hardware Web Video Telefon Fax".split()
)
_NO_BRANDS: Final = frozenset("Mail Internet Online Handy Software Hardware Web Video Telefon Fax".split())
_OF_MACHINES: Final = lazy(
    r"(?:Adress|Anhäng|Anhang|Account|Kont|Verkehr|Nummer|Datei|Verbindung|Zugang|Seite|Link|Grupp|Tabell|Dokument|Meeting|"
    r"Termin|Abteilung|Version|Konferenz|Signatur|Verteiler|Anfrag|Korrespondenz|Stick|Anschluss|Shop|Formular|Umfrage|"
    r"Präsentation|Lösung|Projekt|System|Portal|Team|Kurs|Schulung)[a-zäöü]{0,3}"
)
_HEADS: Final = frozenset(
    "Team Kurs Seminar Plan Termin Raum Vertrag Training Treffen Workshop Projekt Konto Formular Bericht Büro Test "
    "Abend Bereich Bogen Kalender Vortrag".split()
)
_FEMININE: Final = lazy(r"[A-ZÄÖÜ][a-zäöüß]{3,}(?:ung|heit|keit|schaft|tät|ion|ik)")
_NOT_FEMININE: Final = lazy(
    r"d(?:as|em|en|es)|(?:[kmsd]?ein|unser|eur|[Ii]hr|dies|jed)(?:e[mns])|zum|im|vom|beim|am", re.IGNORECASE
)
_FIXED: Final = lazy(
    r"\b(?:[Ii]m (?P<a>voraus|nachhinein|allgemeinen|wesentlichen|übrigen|einzelnen|folgenden|weiteren|geringsten)"
    r"|[Dd]es (?P<b>weiteren|öfteren)|aufs (?P<c>neue|äußerste)|[Aa]lles (?P<d>gute|liebe|beste|weitere)"
    r"|(?:(?:irgend)?(?:et)?was|nichts) (?P<e>(?!anderes|eigenes|alles|dieses|jenes|k?eines|beides|manches|"
    r"vieles|einiges|solches|welches|jedes|meines|deines|seines|unseres|eures|ihres|indes|unterdes)[a-zäöü]{3,}es)"
    r"|(?:wenig|viel) (?P<f>neues|gutes|schönes|besonderes|genaues|konkretes|wichtiges|lustiges))\b"
    r"(?!\s+[A-ZÄÖÜ]|(?:,|\s+und|\s+oder)\s+[a-zäöüß]+es\s+[A-ZÄÖÜ])"
)
_SORRY: Final = lazy(r"\b[Tt](?:ut|äte|at) (?:es )?(?:mir|uns|ihm|ihr)(?: \w+){0,2} (?P<word>Leid)\b")
_ALL_TOO: Final = lazy(r"\b(?P<word>[Aa]ll zu) (?=(?:viel|sehr|oft|lange|groß|gut|schwer|weit|bald)\w*\b)")
_BIT: Final = lazy(r"\d+-bit")
_SHORTEST: Final = 8
_LONGEST_ABBREVIATION: Final = 5


class _Pair(NamedTuple):
    """Two words side by side."""

    first: Word
    second: Word


_Look = Callable[[_Pair], Slip | None]


class Pairs:
    """Looks for what two neighbouring words show.

    Args:
        text: of the message.
        words: of its prose.
        speller: of German.
    """

    def __init__(self, text: str, words: Sequence[Word], speller: Speller) -> None:
        self._text = text
        self._words = words
        self._speller = speller

    def slips(self) -> Iterator[Slip]:
        """All that is wrong, in no order."""
        looks: tuple[_Look, ...] = (
            _daytime, self._time, self._small, self._all, self._preposition, self._predicative, self._infinitive,
            self._joined,
        )  # fmt: skip
        for first, second in zip(self._words, self._words[1:], strict=False):
            gap = self._text[first.span.end : second.span.start]
            if gap in (" ", "\n", "\u00a0"):
                pair = _Pair(first, second)
                yield from (slip for look in looks if (slip := look(pair)) is not None)
        yield from self._before_heads()
        yield from self._fixed()
        yield from Separated(self._text, self._words, self._speller).slips()
        yield from Phrases(self._text, self._words, self._speller).slips()

    def _fixed(self) -> Iterator[Slip]:
        """`im voraus`, `des weiteren`, `tut mir Leid`: the same everywhere, but not in quotation marks."""
        starts = {word.span.start for word in self._words}
        whole = (self._words[0].span.start, self._words[-1].span.end) if self._words else (0, 0)
        for match in _FIXED.finditer(self._text, *whole):
            group = match.lastgroup or ""
            if match.start(group) in starts:
                yield Slip(Span(*match.span(group)), match[group], Kind.NOUN, (match[group].capitalize(),))
        for match in _ALL_TOO.finditer(self._text, *whole):
            if match.start() in starts:
                yield Slip(Span(*match.span("word")), match["word"], Kind.JOINED, (match["word"].replace(" ", ""),))
        for match in _SORRY.finditer(self._text, *whole):
            if match.start("word") in starts:
                yield Slip(Span(*match.span("word")), match["word"], Kind.SMALL, ("leid",))

    def _time(self, pair: _Pair) -> Slip | None:
        """`kann leider Montags nicht`."""
        word = pair.second
        if word.text not in _TIMES or pair.first.text in _BEFORE_NOUNS or self._begins(word):
            return None
        return Slip(word.span, word.text, Kind.SMALL, (word.text.lower(),))

    def _small(self, pair: _Pair) -> Slip | None:
        """`gehen wir Alle davon aus`."""
        word = pair.second
        after = self._text[word.span.end : word.span.end + 2]
        if word.text not in _SMALL or not pair.first.text.islower() or self._begins(word):
            return None
        if after[:1] != " " or not after[1:].islower() or self._is_listing(word):
            return None
        return Slip(word.span, word.text, Kind.SMALL, (word.text.lower(),))

    def _is_listing(self, word: Word) -> bool:
        """`das Für und Wider`, `das Auf und Ab`."""
        return self._text.startswith(" und ", word.span.end)

    def _all(self, pair: _Pair) -> Slip | None:
        """`an Alle`, `euch Beiden`, `das Alles`."""
        word = pair.second
        if word.text not in _ALL or pair.first.text not in _BEFORE_ALL or self._begins(word) or self._is_listing(word):
            return None
        if re.match(r" ?[.,;!?)]| [a-zäöüß]|\n|\Z", self._text[word.span.end :][:3]) is None:
            return None  # a title, perhaps
        return Slip(word.span, word.text, Kind.SMALL, (word.text.lower(),))

    def _preposition(self, pair: _Pair) -> Slip | None:
        """`schon mal In Berlin`; not `Ich bin da. In Berlin`."""
        word = pair.second
        if word.text not in _SMALL_PREPOSITIONS or pair.first.text not in _ADVERBS or self._is_listing(word):
            return None
        if (
            self._text[pair.first.span.end : word.span.start] != " "
            or self._text[word.span.end : word.span.end + 1] != " "
        ):
            return None
        return Slip(word.span, word.text, Kind.SMALL, (word.text.lower(),))

    def _predicative(self, pair: _Pair) -> Slip | None:
        """`wenn keine Links Vorhanden sind`; not `Möglich ist`, and not `die Firma Möglich`."""
        word = pair.first
        if word.text not in _PREDICATIVES or pair.second.text not in _IS or self._begins(word):
            return None
        if self._text[word.span.start - 1 : word.span.start] != " " or is_named_at(self._text, word.span):
            return None
        return Slip(word.span, word.text, Kind.SMALL, (word.text.lower(),))

    def _infinitive(self, pair: _Pair) -> Slip | None:
        """`beim lesen`, `am planen`; not `beim schnellen Lesen`."""
        word = pair.second.text
        if pair.first.text.lower() not in _BEFORE_INFINITIVES or not word.endswith("n") or not word.islower():
            return None
        if word in _NO_INFINITIVES or re.match(r"\s+[A-ZÄÖÜ\d]|-", self._text[pair.second.span.end :][:3]):
            return None
        if not self._is_infinitive(word):
            return None
        return Slip(pair.second.span, word, Kind.NOUN, (word.capitalize(),))

    def _is_infinitive(self, word: str) -> bool:
        stem = word.removesuffix("en") if word.endswith("en") else word.removesuffix("n")
        knows = self._speller.knows
        return all(map(knows, (word.capitalize(), stem + "e", word))) and (knows(stem + "t") or knows(stem + "et"))

    def _joined(self, pair: _Pair) -> Slip | None:
        """`E-Mail Adresse`, `64-bit Version`, `Master Studium`."""
        first, second = pair.first.text, pair.second.text
        if not second[:1].isupper() or not second[1:].islower():
            return None
        if _BIT.fullmatch(first) and second.startswith("Version"):
            return self._as_one(pair, f"{first}-{second}")
        whole = first + second.lower()
        if _OF_MACHINES.fullmatch(second) and (first in _MACHINES or self._is_abbreviation(first)):
            return self._as_one(pair, whole if first in _NO_BRANDS else f"{first}-{second}")
        if not first[:1].isupper() or not first[1:].islower() or len(whole) < _SHORTEST:
            return None
        if not self._speller.knows(first) or not self._speller.knows(second):
            return None
        if self._speller.knows(first.lower()) or self._speller.knows(whole.lower()):
            return None
        return self._as_one(pair, whole) if self._is_entry(whole, first) else None

    def _before_heads(self) -> Iterator[Slip]:
        """`dem Planung Team`: the article does not go with the first noun, so it goes with both as one."""
        for article, first, head in zip(self._words, self._words[1:], self._words[2:], strict=False):
            if head.text not in _HEADS or _FEMININE.fullmatch(first.text) is None:
                continue
            gaps = {self._text[article.span.end : first.span.start], self._text[first.span.end : head.span.start]}
            if gaps == {" "} and _NOT_FEMININE.fullmatch(article.text):
                wholes = (f"{first.text}s{head.text.lower()}", first.text + head.text.lower())
                whole = next(filter(self._speller.knows, wholes), "")
                if whole:
                    yield self._as_one(_Pair(first, head), whole)

    def _is_entry(self, whole: str, first: str) -> bool:
        """Whether the dictionary has the compound itself: any two nouns can be put together somehow."""
        if not self._speller.is_full_word(whole):
            return False
        return any(stem.lower().startswith(first.lower()) for stem in self._speller.stems(whole))

    def _is_abbreviation(self, word: str) -> bool:
        """`HR`, `IBAN`, but not a shouted `KURZE`."""
        is_short = word.isupper() and 2 <= len(word) <= _LONGEST_ABBREVIATION
        return is_short and not self._speller.knows(word.lower()) and not self._speller.knows(word.capitalize())

    def _as_one(self, pair: _Pair, whole: str) -> Slip:
        span = Span(pair.first.span.start, pair.second.span.end)
        return Slip(span, span.of(self._text), Kind.JOINED, (whole,))

    def _begins(self, word: Word) -> bool:
        return begins_sentence(self._text, word.span.start)


def _daytime(pair: _Pair) -> Slip | None:
    """`am Freitag Abend`."""
    first, second = pair.first, pair.second
    if first.text not in _WEEKDAYS or second.text.lower() not in _DAYTIMES or second.text == "morgen":
        return None
    span = Span(first.span.start, second.span.end)
    return Slip(span, f"{first.text} {second.text}", Kind.JOINED, (first.text + second.text.lower(),))
