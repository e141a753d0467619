"""German as people speak and type it: contracted, stretched, without umlauts, for all genders, in dialect."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from msglint.message.patterns import lazy
from msglint.message.proofreading import Word

Knows = Callable[[str], bool]

_TWO_LETTERS: Final = (("ae", "ä"), ("oe", "ö"), ("ue", "ü"), ("ss", "ß"))
_MOST_PLACES: Final = 4
_STRETCHED: Final = lazy(r"([aeiouyäöühmrsz])\1{2,}")
_NEVER_DOUBLED: Final = lazy(r"([uiyäöü])\1+")
_SHORT_STRETCHED: Final = 6
_CLITIC: Final = lazy(r"'(?:s|n|ne|nen|nem|ner|m|r|st|ste|se)$")
_PARTICIPLE: Final = lazy(r"(?P<prefix>\w*?)g(?P<rest>[bcdfghklmnprstvwz]\w{3,})")
_PRONOUNS_BEFORE: Final = frozenset("ich i er es sie man wir du".split())
_PRONOUNS_AFTER: Final = frozenset("ich i mich mir dich dir uns er es sie man".split())
_GENDERED: Final = lazy(r"(?P<stem>\w{3,}?)(?:[*:_/]-?[iI]n|In)(?:nen)?")
_DIALECT: Final = frozenset(
    "i a ah ma mei dei ned net nit nimma amol amal oba aba hob guat wos wia hoit scho mia dia fia nua muas kumm "
    "kummst heit lei zach oida alta sehgn gsehgn kchan isch hesch hani gsi nöd ond onn jo ick icke dat wat det jau "
    "uffm ebbes ebba".split()
)
_FEWEST_DIALECT: Final = 3
_SHORT: Final = 4


def other_spellings(word: str) -> Iterator[str]:
    """The word with umlauts and ß where two letters may stand for them: fuer, gruesse, weiss."""
    low = word.lower()
    places = [(at, letter) for at in range(len(low)) for pair, letter in _TWO_LETTERS if low[at : at + 2] == pair]
    if len(places) > _MOST_PLACES:
        return
    for chosen in range(1, 2 ** len(places)):
        result, position = "", 0
        for number, (at, letter) in enumerate(places):
            if chosen >> number & 1:
                result += word[position:at] + (letter.upper() if word[at].isupper() else letter)
                position = at + 2
        yield result + word[position:]


def is_stretched(word: str, knows: Knows) -> bool:
    """`jaaaa`, `seeehr`, `Suuuper`, `hmmm`: a letter is held, and what is left is a word."""
    if len(word) <= _SHORT_STRETCHED and _NEVER_DOUBLED.search(word):
        return knows(_NEVER_DOUBLED.sub(r"\1", word))
    if _STRETCHED.search(word) is None:
        return False
    once, twice = _STRETCHED.sub(r"\1", word), _STRETCHED.sub(r"\1\1", word)
    return len(once) < _SHORT or knows(once) or knows(twice)


def is_contracted(word: str, before: str, after: str, knows: Knows) -> bool:
    """Spoken forms: `geht's`, `gibts`, `anschaun`, `gschaut`, and `freu` beside `mich`."""
    if _CLITIC.search(word):
        stem = _CLITIC.sub("", word)
        return knows(stem) or knows(stem + "e")
    low = word[:1].lower() + word[1:]
    if any(map(knows, _spelt_out(low))):
        return True
    is_verb = knows(low + "e") and knows(low + "en")
    return is_verb and (before.lower() in _PRONOUNS_BEFORE or after.lower() in _PRONOUNS_AFTER)


def _spelt_out(word: str) -> Iterator[str]:
    """What a word may be short for: gibts, schauma, anschaun, gschaut."""
    if word.endswith("s") and len(word) >= _SHORT and word[-2] not in "sxzß":
        yield word[:-1]
    if word.endswith("ma") and len(word) > _SHORT:
        yield word[:-2] + "en"
    if word.endswith("n") and len(word) > _SHORT and word[-2] in "aeiouhlrä":
        yield word[:-1] + "en"
    participle = _PARTICIPLE.fullmatch(word)
    if participle is not None:
        yield f"{participle['prefix']}ge{participle['rest']}"


def is_gendered(word: str, knows: Knows) -> bool:
    """`Kund*innen`, `Mitarbeiter:in`, `LehrerInnen`, `Kolleg_innen`."""
    match = _GENDERED.fullmatch(word)
    return match is not None and knows(match["stem"] + "innen")


def is_dialect(words: Sequence[Word]) -> bool:
    """Whether a text is written as people speak somewhere."""
    return sum(word.text.lower() in _DIALECT for word in words) >= _FEWEST_DIALECT
