"""German phrases with one right spelling: `so weit, so gut`, `das Wichtigste`, `was es Neues gibt`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msglint.analysis.spelling.slips import Kind, Slip
from msglint.analysis.spelling.speller import Speller
from msglint.message.patterns import lazy
from msglint.message.proofreading import Word
from msglint.report import Span

_SO_FAR_SO_GOOD: Final = lazy(r"\b(?P<word>[Ss]o ?weit,? so gut)\b")
_IS: Final = r"(?:[Bb]in|[Bb]ist|[Ii]st?|[Ss]ind|[Ss]eid|[Ww]ar|[Ww]aren|[Ww]äre)"
_SMALL_WORDS: Final = (
    r"(?:der|die|das|des|dem|den|aus|von|vom|in|im|an|am|zu|zum|zur|für|über|und|meine?|unsere?|dazu|erstmal|"
    r"erst einmal|[A-ZÄÖÜ]\w+)"
)
_SO_FAR: Final = lazy(
    rf"\b(?:{_IS}|[Gg]eht|[Gg]ehts|[Gg]eht['’]s|[Gg]ing|[Ll]äuft|[Ll]ief|[Pp]asst)"
    r"(?: (?:es|uns|mir|ihm|ihr|wir|ich|alles|jetzt|auch|schon|ja|das)){0,3} (?P<a>soweit)"
    r"(?= (?:(?:ganz|alles|schon|sehr|recht|auch) ){0,2}(?:gut|okay|ok|klar|fertig|in Ordnung|bereit|"
    r"erledigt|zufrieden)\b)"
    rf"|\b{_IS} (?:(?:es|jetzt|nun|schon|bald|endlich|dann|noch|nicht|wieder) ){{0,3}}(?P<b>soweit)(?=[.!?])"
    r"|\b(?:es|alles|alle|wir|ihr|ich|du) (?:(?:jetzt|dann|schon|endlich|noch|nicht) ){0,2}(?P<c>soweit)"
    rf"(?= {_IS}\b)"
    r"|(?:^|(?<=[.!?] ))(?P<d>Soweit)"
    r"(?= (?:der|die|das|den|dem|zum|zur|zu|von|vom|aus|meine?|unsere?|dazu|erstmal|erst einmal)\b"
    rf"(?: {_SMALL_WORDS}\b){{0,8}}[.!])",
    re.MULTILINE,
)
"""What it is so far; not the conjunction: `Soweit ich weiß`."""
_FILLER: Final = (
    "ich|du|er|sie|es|man|wir|ihr|mir|dir|ihm|uns|euch|Ihnen|Sie|sich|noch|sonst|so|da|dort|hier|denn|schon|auch|gerade|"
    "heute|immer|wirklich"
)
_SOMETHING: Final = lazy(
    rf"\b(?:[Ww]as(?: (?:{_FILLER})){{1,4}}|(?:[Vv]iel|[Ww]enig|[Nn]ichts|[Ee]twas) ?(?:so|ganz|wirklich)?) "
    r"(?P<word>(?!anderes|eigenes|alles|dieses|jenes|k?eines|beides|manches|vieles|einiges|solches|welches|jedes|meines|"
    r"deines|seines|unseres|eures|ihres|indes|unterdes|mehreres|mögliches|folgendes)[a-zäöüß]{3,}es)\b(?![-'’]|\s+[A-ZÄÖÜ]|"
    r"(?:,|\s+und|\s+oder)\s+[a-zäöüß]+es\s+[A-ZÄÖÜ])"
)
_BEST: Final = lazy(
    r"\b(?:geben?|gibst|gibt|gab(?:en)?|tun?|tue|tut|tat(?:en)?|versuchen?|versucht)"
    r"(?: (?:ich|du|er|sie|wir|ihr|Sie|immer|einfach|auch|natürlich|hier)){0,2} (?:mein|dein|sein|ihr|unser|euer|Ihr) "
    r"(?P<a>bestes)\b(?! [A-ZÄÖÜ])"
    r"|\b(?:mein|dein|sein|ihr|unser|euer|Ihr) (?P<b>bestes)"
    r"(?= (?:zu )?(?:geben?|gibst|gibt|gegeben|tun?|tut|getan|versuchen)\b)"
)
_FIRST: Final = lazy(
    r"\b(?:[Ii]ch (?:bin|war|wäre)|[Dd]u (?:bist|warst|wärst)|(?:[Bb]in|[Ww]ar) ich|(?:[Bb]ist|[Ww]arst) du)"
    r"(?: (?:auch|ja|immer|nicht|wohl|sicher|wieder|wirklich|damit|hier|da)){0,2} (?:der|die) "
    r"(?P<a>erste|letzte|einzige)(?=[.!?]|, (?:der|die)\b| (?:in|von|aus|hier)\b)"
    r"|\b(?:[Dd]a|[Dd]ass|[Ww]eil|[Ww]enn|[Oo]b) (?:ich|du)(?: (?:ja|auch|wohl|immer|nicht)){0,2} (?:der|die) "
    r"(?P<b>erste|letzte|einzige)(?= (?:in|von|aus|unter|hier)\b[^.!?,;\n]{0,60} (?:bin|bist|war|warst|wäre|wärst)\b)"
)
_SUPERLATIVE: Final = lazy(
    r"\b(?:das|die|der|den|dem|unser[en]?|mein[en]?) (?P<word>[A-ZÄÖÜ][a-zäöüß]+(?:ig|lich|bar|sam|haft)ste[nrs]?) "
    r"(?P<noun>[A-ZÄÖÜ][a-zäöüß]+)\b"
)
_INFINITIVE: Final = lazy(
    r"\b(?:würden?|möchten?|kann|können|könnten?|will|wollen|sollen|sollten?|muss|müssen|müssten?|darf|dürfen) "
    r"(?P<word>[A-ZÄÖÜ][a-zäöüß]{3,}n)(?=, (?:dass|daß|ob|wenn|weil|wie|um)\b|[.!?](?:\s|\Z))"
)
_IN_BRACKETS: Final = lazy(
    r"[a-zäöüß] \((?P<word>Natürlich|Leider|Vielleicht|Hoffentlich|Eventuell|Voraussichtlich|Wahrscheinlich|Auch|Nur|"
    r"Noch|Nicht|Inklusive|Ohne|Mit|Falls|Sofern|Spätestens|Mindestens|Höchstens|Ungefähr) "
    r"[^()\n.!?:]{1,60}\)(?=[,;:.!?]| [a-zäöüß])"
)
_UM_SO: Final = lazy(
    r"(?<!,\s)\b(?P<word>[Uu]m so)(?= (?:mehr|weniger|besser|schlimmer|wichtiger|lieber|schöner|größer|höher|eher|"
    r"schneller|schwieriger|leichter|erfreulicher|ärgerlicher|erstaunlicher|interessanter|dringender|bedauerlicher)\b"
    r"(?!(?:[^.!?;\n]|\n(?!\s*\n)|\.(?:(?!\s+[A-ZÄÖÜ])|(?<=\b\w\.))){0,160}\b(?:zu|\w+zu\w+n)\b))"
)
"""Not the clause of purpose: `um so schneller zu liefern`."""
_ZUR_ZEIT: Final = lazy(r"\b(?P<word>[Zz]ur zeit)\b")
_ADJECTIVE_END: Final = "es"


class Phrases:
    """Looks for what is wrong in phrases.

    Args:
        text: of the message.
        words: of its prose.
        speller: of German.
    """

    def __init__(self, text: str, words: Sequence[Word], speller: Speller) -> None:
        self._text = text
        self._words = words
        self._speller = speller
        self._starts = {word.span.start for word in words}

    def slips(self) -> Iterator[Slip]:
        """All of them, in no order."""
        for match in self._found(_SO_FAR_SO_GOOD):
            if match["word"].lower() != "so weit, so gut":
                better = "so weit, so gut" if match["word"][0] == "s" else "So weit, so gut"
                yield Slip(_span(match), match["word"], Kind.TYPO, (better,))
        for match in self._found(_SO_FAR):
            word = match[match.lastgroup or 0]
            yield Slip(_span(match), word, Kind.DIVIDED, (f"{word[:2]} weit",))
        for match in self._found(_UM_SO):
            yield _joined(match, "umso")
        for match in self._found(_ZUR_ZEIT):
            yield _joined(match, "zurzeit")
        yield from self._nouns()
        yield from self._small()

    def _nouns(self) -> Iterator[Slip]:
        """What stands for a noun: `was es schönes gibt`, `mein bestes geben`, `du bist die erste`."""
        for match in self._found(_SOMETHING):
            if self._is_adjective(match["word"]):
                yield _noun(match)
        for pattern in (_BEST, _FIRST):
            yield from map(_noun, self._found(pattern))

    def _is_adjective(self, word: str) -> bool:
        stem = word.removesuffix(_ADJECTIVE_END)
        forms = (word, stem + "e", stem + "em", stem + "er")
        return all(map(self._speller.knows, forms)) and word not in self._speller.stems(word)

    def _small(self) -> Iterator[Slip]:
        """What is none: `das Wichtigste Thema`, `ich würde Vorschlagen, dass`, `(Leider nur heute)`."""
        for match in self._found(_SUPERLATIVE):
            if self._is_never_noun(match["word"]) and self._is_noun(match["noun"]):
                yield _small(match)
        for match in self._found(_INFINITIVE):
            word = match["word"]
            if self._is_never_noun(word) and word.lower() in self._speller.stems(word):
                yield _small(match)
        yield from map(_small, self._found(_IN_BRACKETS))

    def _is_never_noun(self, word: str) -> bool:
        stems = self._speller.stems(word)
        return bool(stems) and not any(stem[0].isupper() for stem in stems)

    def _is_noun(self, word: str) -> bool:
        return self._speller.knows(word) and not self._speller.knows(word.lower())

    def _found(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The places in prose, outside of quotation marks and the like."""
        if not self._words:
            return
        for match in pattern.finditer(self._text, self._words[0].span.start):
            if match.start(match.lastgroup or 0) in self._starts:
                yield match


def _span(match: re.Match[str]) -> Span:
    return Span(*match.span(match.lastgroup or 0))


def _noun(match: re.Match[str]) -> Slip:
    word = match[match.lastgroup or 0]
    return Slip(_span(match), word, Kind.NOUN, (word.capitalize(),))


def _joined(match: re.Match[str], better: str) -> Slip:
    word = match["word"]
    return Slip(_span(match), word, Kind.JOINED, (better.capitalize() if word[0].isupper() else better,))


def _small(match: re.Match[str]) -> Slip:
    return Slip(Span(*match.span("word")), match["word"], Kind.SMALL, (match["word"].lower(),))
