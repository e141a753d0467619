"""How German nouns are declined."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

from msglint.analysis import irregular_de as de
from msglint.analysis.lexicon import Lexicon
from msglint.analysis.paradigm import Paradigm, tidy
from msglint.analysis.umlaut import umlauted

_SIBILANT: Final = re.compile("[sßxz]$")


class _Declension(NamedTuple):
    """Endings and plurals of a noun."""

    gender: str
    genitive: tuple[str, ...]
    plurals: tuple[str, ...]
    oblique: str = ""
    guessed: bool = False


def noun(lemma: str, lexicon: Lexicon) -> Paradigm:
    """The paradigm of a noun; compounds follow their last part."""
    declension = _declension(lemma, lexicon)
    oblique = [declension.oblique] if declension.oblique else [lemma]
    dative = [f"{form}n" if form.endswith(("e", "el", "er")) else form for form in declension.plurals]
    guess = "-guessed" if declension.guessed and len(declension.plurals) > 1 else ""
    slots = {
        "nominative": [lemma],
        "accusative": oblique,
        "dative": oblique,
        "genitive": declension.genitive or [lemma],
        # Where two plurals are guessed, none of them is good enough to be suggested.
        f"plural{guess}": declension.plurals,
        f"plural{guess}-dative": dative,
    }
    kept = {
        slot: [form for form in forms if _is_noun_form(form, lemma, declension, lexicon)]
        for slot, forms in slots.items()
    }
    return Paradigm("noun", tidy(kept), gender=declension.gender)


def _is_noun_form(form: str, lemma: str, declension: _Declension, lexicon: Lexicon) -> bool:
    """Whether a form is not known as something else: as no noun, or, where it is guessed, as of another noun."""
    lower = form.lower()
    if form == lemma or not lexicon.knows(lower):
        return True
    return not lexicon.denies(lower, lemma, "NN") if declension.guessed else "NN" in lexicon.tags(lower)


def _declension(lemma: str, lexicon: Lexicon) -> _Declension:
    lower = lemma.lower()
    head = lexicon.head(lemma)
    listed = max((word for word in _LISTED if _ends(lower, head, word)), key=len, default="")
    if _FEMININE.search(lower) and listed not in (lower, head):
        listed = ""  # `Instanz` is no `Tanz`
    if listed in de.PLURALS:
        return _listed_plural(lemma, listed)
    if listed:
        return _LISTED[listed](lemma)
    return _by_suffix(lemma, lower) or _strong_noun(lemma, head, lexicon)


def _ends(lower: str, head: str, word: str) -> bool:
    return word in (lower, head) or (len(word) > 3 and lower.endswith(word))


def _listed_plural(lemma: str, word: str) -> _Declension:
    plurals = tuple(_with_tail(lemma, word, plural) for plural in de.PLURALS[word].split("/"))
    if word in de.FEMININE_PLURALS or word.endswith("is"):
        return _Declension("f", (), plurals)
    return _Declension("", (lemma,) if word.endswith("us") and word != "bus" else _genitives(lemma), plurals)


def _with_tail(lemma: str, word: str, plural: str) -> str:
    if lemma.lower() == word:
        return plural.capitalize() if lemma[0].isupper() else plural
    return lemma[: -len(word)] + plural


def _weak_noun(lemma: str) -> _Declension:
    ending = "n" if lemma.endswith(("e", "er", "ar")) or lemma.lower().endswith("herr") else "en"
    plural = f"{lemma}en" if lemma.lower().endswith("herr") else lemma + ending
    return _Declension("m", (lemma + ending,), (plural,), oblique=lemma + ending)


def _mixed(lemma: str) -> _Declension:
    return _Declension("", _genitives(lemma), (f"{lemma}n" if lemma.endswith("e") else f"{lemma}en",))


_LISTED: Final[Mapping[str, Callable[[str], _Declension]]] = {
    **dict.fromkeys(de.PLURAL_UMLAUT, lambda lemma: _Declension("", _genitives(lemma), (f"{umlauted(lemma)}e",))),
    **dict.fromkeys(de.PLURAL_ER, lambda lemma: _Declension("", _genitives(lemma), (f"{umlauted(lemma)}er",))),
    **dict.fromkeys(de.FEMININE_UMLAUT, lambda lemma: _Declension("f", (), (f"{umlauted(lemma)}e",))),
    **dict.fromkeys(de.FEMININE_EN, lambda lemma: _Declension("f", (), (f"{lemma}en",))),
    **dict.fromkeys(de.FEMININE_N, lambda lemma: _Declension("f", (), (f"{lemma}n",))),
    **dict.fromkeys(de.NEUTER_E, lambda lemma: _Declension("n", (f"{lemma}s",), (lemma, f"{lemma}s"))),
    **dict.fromkeys(de.MIXED_NOUNS, _mixed),
    **dict.fromkeys(de.WEAK_NOUNS, _weak_noun),
    **dict.fromkeys(de.LIKE_NAME, lambda lemma: _Declension("m", (f"{lemma}ns",), (f"{lemma}n",), oblique=f"{lemma}n")),
    **dict.fromkeys(de.PLURALS, _mixed),
}
_PERSON: Final = re.compile(r"(?:[^e]ist|oge)$(?<!frist)(?<!twist)(?<!liste)")
_FEMININE: Final = re.compile(
    r"(?:(?<!schw)(?<!spr)ung|heit|keit|schaft|ion|tät|[^e]ik|[^e]ur|enz|anz|[^r]ei|erei|thek)$"
)
_FEMALE: Final = re.compile("(?:er|ent|ant|ist|og|eur|or|ärt|öch|ind|und|ärzt|eg|ert|at|äger|ält|oss)in$")
_NO_ENDING: Final = re.compile("(?:(?<![ei])(?:er|el|en)|[anl]ier|arier)$")
# Words from English: a silent -e, or endings that German has not.
_SILENT_E: Final = re.compile(
    "(?:line|date|software|hardware|site|page|file|release|slide|scope|service|issue|case|ble|feature|ee)$"
    "(?<!idee)(?<!armee)(?<!allee)(?<!moschee)"
)
_ENGLISH: Final = re.compile(
    "(?:(?<![ld])ing|back|ship|ness|[ -]up|[ -]off|workshop|tool|skill|call|team|[iouy]|(?<!i)a)$(?<!au)(?<!ai)(?<!eu)"
)


def _same_plural(lemma: str) -> _Declension:
    return _Declension("", (f"{lemma}s",), (lemma,))


def _plural_s(lemma: str) -> _Declension:
    return _Declension("", (f"{lemma}s",), (f"{lemma}s",))


# The first expression found in the noun decides.
_SUFFIXES: Final[tuple[tuple[re.Pattern[str], Callable[[str], _Declension]], ...]] = (
    (_PERSON, _weak_noun),
    (_FEMININE, lambda lemma: _Declension("f", (), (f"{lemma}en",))),
    (_FEMALE, lambda lemma: _Declension("f", (), (f"{lemma}nen",))),
    (re.compile("ismus$"), lambda lemma: _Declension("m", (lemma,), (f"{lemma[:-2]}en",))),
    (re.compile("nis$"), lambda lemma: _Declension("", (f"{lemma}ses",), (f"{lemma}se",))),
    (re.compile("chen$|lein$"), lambda lemma: _Declension("n", (f"{lemma}s",), (lemma,))),
    (re.compile("ium$"), lambda lemma: _Declension("n", (f"{lemma}s",), (f"{lemma[:-2]}en",))),
    (_SILENT_E, lambda lemma: _Declension("", (lemma, f"{lemma}s"), (f"{lemma}s",))),
    (re.compile("e$"), lambda lemma: _Declension("f", (), (f"{lemma}n",))),
    (_NO_ENDING, _same_plural),
    (_ENGLISH, _plural_s),
)


def _by_suffix(lemma: str, lower: str) -> _Declension | None:
    return next((decline(lemma) for suffix, decline in _SUFFIXES if suffix.search(lower)), None)


def _strong_noun(lemma: str, head: str, lexicon: Lexicon) -> _Declension:
    """A noun that ends in a consonant: the plural is looked for where HanTa has seen it, -e otherwise."""
    return _Declension("", _genitives(lemma), tuple(_strong_plurals(lemma, head, lexicon)), guessed=True)


def _strong_plurals(lemma: str, head: str, lexicon: Lexicon) -> Iterator[str]:
    if head in lexicon.umlauted or lemma.lower() in lexicon.umlauted:
        yield f"{umlauted(lemma)}e"
        return
    seen = [ending for ending in ("e", "en", "s", "er") if _is_seen(f"{head}{ending}", head, lexicon)]
    yield from (lemma + ending for ending in (seen[:1] or (["e"] if _SIBILANT.search(lemma) else ["e", "s"])))


def _is_seen(form: str, lemma: str, lexicon: Lexicon) -> bool:
    return lexicon.knows(form) and not lexicon.denies(form, lemma, "NN")


def _genitives(lemma: str) -> tuple[str, ...]:
    if _SIBILANT.search(lemma):
        return (f"{lemma}es",)
    if lemma.endswith(("e", "er", "el", "en", "um")) or lemma[-1] in "aiouy":
        return (f"{lemma}s",)
    return (f"{lemma}s", f"{lemma}es")
