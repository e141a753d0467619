"""German words made of others: compounds, verbs and adjectives with what stands before them, derived nouns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from msglint.analysis.spelling.function_words import FUNCTION_WORDS, VERB_PREFIXES
from msglint.analysis.spelling.speller import Speller
from msglint.message.patterns import lazy

Knows = Callable[[str], bool]

SHORTEST_PART: Final = 3
_SHORTEST_FREE: Final = 6
"""Shorter words that the dictionary puts together freely are mostly chance."""
_NEEDS_S: Final = ("ung", "heit", "keit", "schaft", "tät", "ion", "ling", "tum", "arbeit", "amt")
_NEEDS_N: Final = lazy(r"(?:ette|arre|ine|ange)$")
_LINKS: Final = ("s", "es", "n", "en", "er", "e", "ens", "ns", "")
_NO_FIRST: Final = frozenset("end ver rech tod aus auf".split())
"""Beginnings that are a slip more often than a word: endschuldigen."""


class Compounds:
    """Takes German words apart.

    Args:
        speller: of German.
        is_part: whether something may be a part of a compound; also longer English words may.
    """

    def __init__(self, speller: Speller, is_part: Knows) -> None:
        self._speller = speller
        self._is_part = is_part

    def is_compound(self, word: str) -> bool:
        """Whether the noun is put together of known words, joined as German joins them.

        Not where a joining letter is missing that has to be there: Arbeitatmosphäre, Gitarretasche.
        """
        if not word[:1].isupper() or not word[1:].islower():
            return False
        places = range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
        return any(self._is_joined(word[:at], word[at:]) for at in places)

    def _is_joined(self, first: str, second: str) -> bool:
        noun = second.capitalize()
        return self._is_part(noun) and self.is_noun(noun) and self._is_first(first, second)

    def is_noun(self, word: str) -> bool:
        """Whether a known word with a capital is a noun; long ones that are put together freely are."""
        if not self._speller.stems(word):
            return len(word) > _SHORTEST_FREE
        if self.is_entry_of_noun(word) or not self._speller.knows(word.lower()):
            return True
        # Vorstand and Unterlagen are forms of verbs too, as Gibt and Kann are nothing else.
        return len(word) >= _SHORTEST_FREE and word.lower() not in FUNCTION_WORDS

    def is_entry_of_noun(self, word: str) -> bool:
        """Whether the dictionary has the noun itself."""
        return any(stem[:1].isupper() for stem in self._speller.stems(word))

    def _is_first(self, first: str, second: str) -> bool:
        """Whether it can begin a compound: a noun with its joining letters, the stem of a verb, an adjective."""
        if self._lacks_link(first, second) or first.lower() in _NO_FIRST:
            return False
        stems = (first.removesuffix(link) for link in _LINKS if not link or first.endswith(link))
        verb = first.lower()
        return any(map(self._is_stem, stems)) or (len(verb) > SHORTEST_PART and self._is_part(verb + "en"))

    def _is_stem(self, stem: str) -> bool:
        if len(stem) < SHORTEST_PART or not self._is_part(stem):
            return False
        return len(stem) >= _SHORTEST_FREE or bool(self._speller.stems(stem))

    def _lacks_link(self, first: str, second: str) -> bool:
        if first.lower().endswith(_NEEDS_S):
            return True
        return _NEEDS_N.search(first) is not None and self._speller.knows(f"{first}n{second}")

    def is_verb(self, word: str) -> bool:
        """A verb with a prefix that goes with any verb: runterladen, zusammenreden, rückzumailen, hinkann."""
        rests = ((prefix, word.removeprefix(prefix)) for prefix in VERB_PREFIXES if word.startswith(prefix))
        # rauskam, but not ankam: behind a short prefix a short rest is mostly chance.
        return any(
            self._is_verb(prefix, rest) for prefix, rest in rests if len(rest) >= SHORTEST_PART + (len(prefix) < 4)
        )

    def _is_verb(self, prefix: str, rest: str) -> bool:
        if _MODALS.fullmatch(rest) and len(prefix) > 2:
            return True
        if rest in FUNCTION_WORDS or rest.endswith(("s", "m")):
            return False
        return self._is_part(rest) or (rest.startswith("zu") and len(rest) > 5 and self._is_part(rest[2:]))

    def is_adjective(self, word: str) -> bool:
        """`erfahrungsnäher`, `katzenfreien`, `spaßhalber`, `urlieb`, `supertoll`."""
        if not word.islower():
            return False
        if word.endswith("halber") and self._is_part(word.removesuffix("halber").capitalize()):
            return True
        if _ADJECTIVE.search(word) is None:
            return False
        return any(self._is_adjective(word[:at], word[at:]) for at in range(2, len(word) - SHORTEST_PART))

    def _is_adjective(self, first: str, second: str) -> bool:
        if first in _INTENSIFIERS:
            return _ADJECTIVE.search(second) is not None and self._is_part(second)
        if second in FUNCTION_WORDS or len(first) < SHORTEST_PART:
            return False
        if _FREE_ADJECTIVE.fullmatch(second) is None and not self._is_known_adjective(second):
            return False
        return self._is_first(first.capitalize(), second)

    def _is_known_adjective(self, word: str) -> bool:
        return _ADJECTIVE.search(word) is not None and self._is_part(word) and bool(self._speller.stems(word))

    def is_derived(self, word: str) -> bool:
        """`Verstehbarkeit`, `Rezertifizierung`, `Kerosins`, `wellnessen`: a known word with more around it."""
        if word.islower():
            return any(map(self._is_borrowed, _without_prefixes(word)))
        if word.endswith("s") and word[:-1] in self._speller.stems(word[:-1]):
            return True
        if (prefixed := _PREFIXED.fullmatch(word)) and self._is_part(prefixed["what"].capitalize()):
            return True
        return any(self._has_ending(word, ending, bases) for ending, bases in _DERIVED if word.endswith(ending))

    def _has_ending(self, word: str, ending: str, bases: tuple[str, ...]) -> bool:
        stem = word.removesuffix(ending)
        return len(stem) > SHORTEST_PART and any(self._is_part(base.format(stem, stem.lower())) for base in bases)

    def _is_borrowed(self, word: str) -> bool:
        """A verb made from an English word: `wellnessen`, `switchen`, `gebrainstormt`."""
        match = _BORROWED.fullmatch(word)
        if match is None:
            return False
        stems = (match["stem"], match["stem"] + "e")
        return any(self._is_part(stem) and not self._speller.knows(stem) for stem in stems)


def _without_prefixes(word: str) -> tuple[str, ...]:
    return (word, *(word.removeprefix(prefix) for prefix in VERB_PREFIXES if word.startswith(prefix)))


_MODALS: Final = lazy(
    r"(?:k[aö]nn|konnt|könnt|m[uü]ss|musst|w[io]ll|wollt|d[aü]rf|durft|soll|möcht)(?:e|en|st|t|est|et)?"
)
_ADJECTIVE: Final = lazy(
    r"(?:lich|ig|isch|bar|sam|los|voll|frei|reich|arm|end|fähig|weise|mäßig|haft|wert|gleich|nah|näher|fern|weit|leer|"
    r"fest|dicht|sicher|bereit|gerecht|ge\w{3,}(?:t|en)|iert|toll|schön|cool|lieb|gut|nett|ent|ant|al|iv|är|ell|abel|"
    r"ibel|ös)(?:e[rmns]?)?$"
)
_FREE_ADJECTIVE: Final = lazy(
    r"(?:los|voll|frei|reich|arm|fähig|weise|mäßig|wert|gleich|nah|näher|fern|leer|fest|dicht|sicher|bereit|gerecht)"
    r"(?:e[rmns]?)?"
)
_INTENSIFIERS: Final = frozenset("super mega ur ultra extra hyper sau stink voll best meist hoch tief neu alt".split())
_BORROWED: Final = lazy(r"(?:\w*?ge)?(?P<stem>\w{4,}?)(?:e?(?:n|st|t|te|ten|tes|tem|ter))")
_PREFIXED: Final = lazy(r"(?:Re|De)(?P<what>[a-zäöüß]{5,}(?:ung|ungen|ion|ionen))")
_DERIVED: Final = (
    ("erl", ("{0}", "{0}e", "{1}en")),
    ("erln", ("{0}", "{0}e", "{1}en")),
    ("chen", ("{0}", "{0}e")),
    ("barkeit", ("{1}en",)),
    ("erei", ("{1}en",)),
    ("innen", ("{0}",)),
    ("in", ("{0}",)),
    ("ierung", ("{1}ieren",)),
    ("ierungen", ("{1}ieren",)),
)
"""Endings that nouns take freely, and what may stand before them; {1} = written small."""
