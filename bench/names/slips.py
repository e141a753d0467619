"""One slip in one word: a model of typing, hearing and reading errors put together from published figures.

What kind of slip (shares of all drafts):

* 55 % typing, 35 % hearing, 10 % reading. Names are written down by ear more than other words: proper names are
  particularly prone to errors that sound right (van Berkel and De Smedt, "Triphone analysis", ANLP 1988), and 38 %
  of the Dutch surnames that their subjects wrote down from a tape were wrong, yet sounded right (reported by
  Kukich, "Techniques for automatically correcting words in text", ACM Computing Surveys 24(4), 1992). Reading
  errors come from business cards and scanned letters; data generators name the same three sources (Christen and
  Pudjijono, "Accurate synthetic generation of realistic personal information", PAKDD 2009), without a share, so
  that the 10 % is an estimate. The table shows every class by itself, so that other shares can be worked out.
* one slip only: more than 80 % of the misspelt words hold exactly one (Damerau, "A technique for computer detection
  and correction of spelling errors", CACM 7(3), 1964), 90 to 95 % in typed scientific text (Pollock and Zamora,
  "Collection and characterization of spelling errors in scientific and scholarly text", JASIS 34(1), 1983).

Typing, by Damerau's four kinds in the proportions of Peterson ("A note on undetected typing errors", CACM 29(7),
1986; the mean of his two collections: one letter wrong 33.5 %, missing 33.0 %, extra 19.5 %, two transposed 7.9 %;
made to add up to 100 %):

* of the wrong letters 58 % lie beside the right key (Grudin, "Error patterns in novice and skilled transcription
  typing", 1983, as reported by Kukich 1992); the others are drawn by their frequency in names, since the more
  frequent a letter is, the more likely it takes part in a slip (Pollock and Zamora 1983), a vowel for a vowel;
* inadvertent doubling is the most important kind of extra letter (Pollock and Zamora 1983): 60 % here, else a
  neighbouring key that was hit as well.

Hearing: letters that sound alike, in German by the classes of the Kölner Phonetik (Postel, 1969), in English after
the phonetic rules of the Febrl and GeCo data generators (Christen, 2008 and 2013). Doubled letters and single ones
are taken for each other in both lists; they get a class of their own.

Of the three classes of hearing each that the word has room for is equally likely; no share is published.

Reading: shapes taken for each other, from the OCR list of Febrl and GeCo (its entries that begin with a letter, one-way
where the list is), and ü read as ii.

Where in the word: the first letter in 5 % (3.3 % Pollock and Zamora 1984, 1.4 % Yannakoudakis and Fawthrop 1983,
7 % Mitton 1987, 15 % Kukich 1990; all in Kukich 1992), else around the middle: mean at half the length plus one, a
quarter of the length as deviation, as GeCo does.

Looked up for this file: Damerau's share, the abstract of Pollock and Zamora 1983, the lists of Febrl, GeCo's way to
choose the place. Quoted at second hand, the papers not being freely at hand: the figures of Peterson, Grudin, Kukich.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from spelling import same_name, short_form

TYPING, HEARING, READING = "typing", "hearing", "reading"
SHARES = {TYPING: 0.55, HEARING: 0.35, READING: 0.10}
TYPING_SHARES = {"substitution": 0.335, "omission": 0.330, "insertion": 0.195, "transposition": 0.079}  # Peterson 1986
NEIGHBOURING_KEY = 0.58  # Grudin 1983
DOUBLED = 0.6  # of the extra letters; "most important", Pollock and Zamora 1983
FIRST_LETTER = 0.05  # between 1.4 % and 15 %, see above
FEWEST_LETTERS = 3
THREE_ALIKE = re.compile(r"(.)\1\1", re.IGNORECASE)
VOWELS = frozenset("aeiouyäöü")

KEYS = {
    "de": ("qwertzuiopü", "asdfghjklöä", "yxcvbnm"),
    "en": ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
}
ROW_SHIFT = (0.0, 0.25, 0.75)
"""How far the rows of a keyboard stand to the right, in keys."""

SOUND_ALIKE = {
    "de": {
        "anywhere": ("ai ei ay ey", "äu eu oi", "ä e", "ie i", "y i", "y ü", "t d", "th t", "ph f v", "w v", "ß s z",
                     "k c", "b p", "g k", "qu kw", "i j"),
        "inside": ("ck k", "tz z", "chs x ks", "ss z"),
        "at the end": ("dt t d tt", "er a", "ie y i"),
        "before e, i, y": ("c z",),
    },
    "en": {
        "anywhere": ("ph f", "ie ei", "ea ee ie", "y i", "c k", "s z", "th t", "ch k", "gh g", "ou ow", "au aw",
                     "ay ai", "oo u", "v f"),
        "inside": ("ck k", "x ks", "tch ch"),
        "at the beginning": ("kn n", "wr r", "rh r", "wh w", "ps s"),
        "at the end": ("ey y ie", "er ar or", "le el", "an en on", "dt t", "ss s"),
        "before e, i, y": ("c s", "j g"),
    },
}  # fmt: skip
"""Letters that sound alike, by where in the word they do."""
SILENT_AT_END = {"de": "he", "en": "eh"}
LENGTHENING = {"de": True, "en": False}
"""Whether the language writes an h after a long vowel."""
MAY_BE_DOUBLED = frozenset("bdfgklmnprst")
LOOK_ALIKE = (
    ("m", "rn"), ("rn", "m"), ("cl", "d"), ("w", "vv"), ("vv", "w"), ("ri", "n"), ("iii", "m"), ("lo", "b"),
    ("b", "lo"), ("lc", "k"), ("k", "lc"), ("l", "1"), ("l", "I"), ("I", "l"), ("l", "J"), ("O", "0"),
    ("o", "0"), ("h", "b"), ("b", "h"), ("u", "v"), ("v", "u"), ("y", "v"), ("v", "y"), ("U", "V"),
    ("V", "U"), ("Y", "V"), ("V", "Y"), ("m", "n"), ("g", "q"), ("q", "g"), ("g", "9"), ("q", "9"),
    ("i", "j"), ("j", "i"), ("E", "F"), ("F", "P"), ("D", "O"), ("Q", "O"), ("A", "4"), ("B", "8"),
    ("S", "5"), ("s", "5"), ("Z", "2"), ("z", "2"), ("G", "6"), ("H", "I-I"), ("ü", "ii"),
)  # fmt: skip
"""What stands there, and what is read; one-way where the list says so."""


class Slip(NamedTuple):
    """A word with one slip, and of which class the slip is."""

    word: str
    error_class: str


class Slips:
    """Makes slips. `names` give the frequency of letters."""

    def __init__(self, rng: random.Random, names: Iterable[str]) -> None:
        self._rng = rng
        counts = Counter(letter for name in sorted(names) for letter in name if letter.isalpha())
        self._vowels = [(letter, counts[letter]) for letter in sorted(counts) if letter in "aeiou"]
        self._consonants = [(letter, counts[letter]) for letter in "bcdfghjklmnprstvwz"]

    def draw_kind(self) -> str:
        """The kind of the next slip: typing, hearing or reading; typing says which of the four."""
        kind = self._weighted(SHARES)
        return self._weighted(TYPING_SHARES) if kind == TYPING else kind

    def in_word(self, word: str, kind: str, language: str) -> Slip | None:
        """`word` with one slip of that kind; None if there is no place for one.

        What is another spelling of the same name, differs by case only, or is a listed nickname of it, is no slip
        and drawn again.
        """
        if sum(map(str.isalpha, word)) < FEWEST_LETTERS:
            return None
        make: dict[str, Callable[[str, str], Slip | None]] = {
            "substitution": self._substituted,
            "omission": self._omitted,
            "insertion": self._inserted,
            "transposition": self._transposed,
            HEARING: self._heard,
            READING: self._read,
        }
        for _ in range(20):
            slip = make[kind](word, language)
            if slip and not same_name(slip.word, word) and not short_form(slip.word, word):
                return slip
        return None

    def _substituted(self, word: str, language: str) -> Slip:
        at = self._position(word)
        beside = neighbours(word[at].lower(), language)
        if beside and self._rng.random() < NEIGHBOURING_KEY:
            return Slip(_replaced(word, at, 1, self._rng.choice(beside)), "typing: neighbouring key")
        letters = self._vowels if word[at].lower() in VOWELS else self._consonants
        letter = self._rng.choices(*zip(*letters, strict=True))[0]
        return Slip(_replaced(word, at, 1, letter), "typing: other letter")

    def _omitted(self, word: str, language: str) -> Slip:
        return Slip(_replaced(word, self._position(word), 1, ""), "typing: letter missing")

    def _inserted(self, word: str, language: str) -> Slip:
        at = self._position(word)
        beside = neighbours(word[at].lower(), language)
        if beside and self._rng.random() >= DOUBLED:
            return Slip(_replaced(word, at + 1, 0, self._rng.choice(beside)), "typing: extra letter")
        return Slip(_replaced(word, at + 1, 0, word[at].lower()), "typing: letter twice")

    def _transposed(self, word: str, language: str) -> Slip:
        # The pair begins one letter before the place, so that the first letter is hit as seldom as the model wants.
        at = min(max(self._position(word), 1), len(word) - 2) if self._rng.random() >= FIRST_LETTER else 0
        return Slip(_replaced(word, at, 2, word[at + 1].lower() + word[at].lower()), "typing: transposed")

    def _heard(self, word: str, language: str) -> Slip | None:
        changed = [
            (at, _replaced(word, at, len(old), new), "hearing: sounds alike")
            for where, groups in SOUND_ALIKE[language].items()
            for group in groups
            for old in group.split()
            for at in _places(word.lower(), old)
            if _stands(word.lower(), at, old, where)
            for new in group.split()
            if new != old
        ]
        silent = _silent(word, language)
        changed += [(at, other, "hearing: silent letter") for at, other in silent]
        changed += [(at, other, "hearing: double or single") for at, other in _doubling(word)]
        return self._one_of([entry for entry in changed if not THREE_ALIKE.search(entry[1])])

    def _read(self, word: str, language: str) -> Slip | None:
        changed = [
            (at, word[:at] + new + word[at + len(old) :], "reading: looks alike")
            for old, new in LOOK_ALIKE
            for at in _places(word, old)
        ]
        return self._one_of(changed)

    def _one_of(self, changed: list[tuple[int, str, str]]) -> Slip | None:
        first = [entry for entry in changed if entry[0] == 0]
        later = [entry for entry in changed if entry[0] > 0]
        entries = first if first and self._rng.random() < FIRST_LETTER else later
        if not entries:
            return None
        # The class first, then the place: a class with many rules is not more frequent for that.
        error_class = self._rng.choice(sorted({entry[2] for entry in entries}))
        _, word, _ = self._rng.choice([entry for entry in entries if entry[2] == error_class])
        return Slip(word, error_class)

    def _position(self, word: str) -> int:
        if self._rng.random() < FIRST_LETTER:
            return 0
        while True:
            at = round(self._rng.gauss(len(word) / 2 + 1, len(word) / 4))
            if 1 <= at < len(word):
                return at

    def _weighted(self, shares: dict[str, float]) -> str:
        return self._rng.choices(list(shares), list(shares.values()))[0]


def neighbours(key: str, language: str) -> tuple[str, ...]:
    """The keys that touch `key`: QWERTZ in German, QWERTY in English; none for letters that have no key."""
    places = {
        letter: (row, column + ROW_SHIFT[row])
        for row, letters in enumerate(KEYS[language])
        for column, letter in enumerate(letters)
    }
    if key not in places:
        return ()
    row, column = places[key]
    return tuple(
        letter for letter, (r, c) in places.items() if letter != key and abs(r - row) <= 1 and abs(c - column) <= 1
    )


def _stands(word: str, at: int, part: str, where: str) -> bool:
    end = at + len(part)
    return {
        "anywhere": True,
        "inside": at > 0,
        "at the beginning": at == 0,
        "at the end": at > 0 and end == len(word),
        "before e, i, y": word[end : end + 1] in tuple("eiy"),
    }[where]


def _silent(word: str, language: str) -> list[tuple[int, str]]:
    """`word` with a letter that nobody hears more or less: at its end, in German the h behind a long vowel as well."""
    last = len(word) - 1
    found = [(last, word[:-1] if word.endswith(mute) else word + mute) for mute in SILENT_AT_END[language]]
    if not LENGTHENING[language]:
        return found
    low = word.lower()
    for at in range(1, last):
        if low[at - 1] in VOWELS and low[at] == "h" and low[at + 1] in "lmnr":
            found.append((at, _replaced(word, at, 1, "")))
        elif low[at - 1] in VOWELS and low[at] in "lmnr" and low[at + 1] not in VOWELS | {low[at]}:
            continue  # Hans, not Hahns: the vowel before two consonants is short
        elif low[at - 1] in VOWELS and low[at] in "lmnr":
            found.append((at, _replaced(word, at, 0, "h")))
    return found


def _doubling(word: str) -> list[tuple[int, str]]:
    """`word` with a double letter made single, or a single consonant after a vowel made double."""
    low = word.lower()
    found = []
    for at in range(1, len(low)):
        if low[at] == low[at - 1]:
            found.append((at, _replaced(word, at, 1, "")))
        elif low[at] in MAY_BE_DOUBLED and low[at - 1] in VOWELS and low[at + 1 : at + 2] != low[at]:
            found.append((at, _replaced(word, at, 1, low[at] * 2)))
    return found


def _places(word: str, part: str) -> list[int]:
    return [at for at in range(len(word)) if word.startswith(part, at)]


def _replaced(word: str, at: int, length: int, new: str) -> str:
    """`word` with some letters changed; a capital at its beginning stays one."""
    changed = word[:at] + new + word[at + length :]
    return changed[:1].upper() + changed[1:] if word[:1].isupper() else changed
