"""German inflection: the paradigms of a verb, a noun or an adjective from its lemma."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from msglint.analysis import irregular_de as de
from msglint.analysis.lexicon import Lexicon
from msglint.analysis.paradigm import RARE, Paradigm, tidy

_ENDINGS: Final = ("e", "en", "em", "er", "es")
_NOUN: Final = re.compile(r"\w{3}(?:ung|heit|keit|schaft|tion|tät)$")
_ADJECTIVE: Final = re.compile(r"\w{3}(?:lich|isch|ig|sam|bar|haft|los|voll)$")
_VERB_TAGS: Final = ("VV", "VA", "VM")
_ADJECTIVE_TAGS: Final = ("ADJ", "VV(PP)", "NE")
_VOWELS: Final = "aeiouäöüy"
_NEEDS_E: Final = re.compile(r"(?:[dt]|[^aeiouäöürlhmn][mn]|ch[mn])$")
_SIBILANT: Final = re.compile(r"[sßxz]$")
_STEM_ENDING_EL: Final = re.compile(r"[^aeiouäöü]e[lr]$|[aäo]ue[lr]$|ue[lr]$")
_UMLAUT: Final[Mapping[str, str]] = {"a": "ä", "o": "ö", "u": "ü", "A": "Ä", "O": "Ö", "U": "Ü"}
_SHORTEST_VERB: Final = 4
# `beugen`, `beichten` and `geizen` have no prefix, `beurteilen` and `beinhalten` have.
_DIPHTHONG: Final = re.compile("bei(?!nh|rr)|beu(?!n?r)|gei")


def paradigms(lemma: str, lexicon: Lexicon) -> tuple[Paradigm, ...]:
    """The paradigms of `lemma`: a noun if it has a capital letter, otherwise a verb or an adjective."""
    if lemma[0].isupper() or _NOUN.search(lemma):
        return (_noun(lemma, lexicon),)
    if _is_verb(lemma, lexicon):
        return (_verb(lemma, lexicon),)
    tags = lexicon.tags(lemma)
    if tags[0] == "NN":
        return (_noun(lemma, lexicon),)
    takes_endings = (
        not lexicon.knows(lemma) or _ADJECTIVE.search(lemma) or any(tag.startswith(_ADJECTIVE_TAGS) for tag in tags)
    )
    if lemma in de.INVARIABLE or not takes_endings:
        return ()
    return (_adjective(lemma, lexicon),)


# --- verbs


class _Parts(NamedTuple):
    """A verb as separable prefix, inseparable prefix and what is inflected."""

    separable: str
    inseparable: str
    base: str


def _is_verb(lemma: str, lexicon: Lexicon) -> bool:
    if lemma in de.STRONG or _ending_in(lemma, de.WHOLE):
        return True
    if not lemma.endswith(("en", "eln", "ern")):
        return False
    tags = lexicon.tags(lemma)
    if _parts(lemma, lexicon).base in de.STRONG:  # `enthalten` is a participle as well
        return lemma not in de.LIKE_VERBS and (tags[0] != "ADJ(D)" or "VV(INF)" in tags)
    if tags[0] == "ADJ(D)" or (tags[0] != "VV(INF)" and _is_strong_participle(lemma)):
        return False
    return not lexicon.knows(lemma) or "VV(INF)" in tags or tags[0].startswith(("NN", "VV(FIN)"))


def _is_strong_participle(lemma: str) -> bool:
    """Whether a word like `verschieden` or `abgeschlossen` was a participle once."""
    prefixes = {"ge", *de.INSEPARABLE, *de.MOSTLY_INSEPARABLE, *de.MOSTLY_SEPARABLE, *(f"{p}ge" for p in de.SEPARABLE)}
    participles = (form.removeprefix("ge") for _, _, cell in de.STRONG.values() for form in cell.split("/"))
    return any(lemma.removesuffix(form) in prefixes for form in participles if lemma.endswith(form))


def _ending_in(lemma: str, verbs: Iterable[str]) -> bool:
    """Whether the lemma is one of `verbs`, alone or after a separable prefix."""
    return any(lemma == verb or lemma.removesuffix(verb) in de.SEPARABLE for verb in verbs if lemma.endswith(verb))


def _verb(lemma: str, lexicon: Lexicon) -> Paradigm:
    parts = _parts(lemma, lexicon)
    prefix = parts.separable + parts.inseparable
    slots = {slot: [prefix + form for form in forms] for slot, forms in _simple(parts.base).items()}
    slots["inf"] = [lemma]
    if parts.base not in de.WHOLE:
        slots["1p"] = [lemma]
    slots["to"] = [f"{parts.separable}zu{parts.inseparable}{parts.base}" if parts.separable else f"zu {lemma}"]
    if lemma in de.BOTH and parts.inseparable:
        slots["to"].append(f"{parts.inseparable}zu{parts.base}")
    slots["part"] = list(_participles(lemma, parts, lexicon))
    # What is seen often ("umgehend", "entsprechend") has become an adjective or adverb of its own.
    slots["ppr"] = [] if lexicon.knows(f"{lemma}d") else [f"{lemma}d"]
    for participle in ("part", "ppr"):
        for ending in _ENDINGS:
            slots[f"{participle}+{ending}"] = [form + ending for form in slots[participle]]
    if parts.separable:  # imperatives are never joined
        slots = {slot: forms for slot, forms in slots.items() if not slot.startswith(f"{RARE}imp")}
    slots = {slot: _undisputed(slot, forms, lemma, lexicon) for slot, forms in slots.items()}
    return Paradigm("verb", tidy(slots), separable=bool(parts.separable))


def _undisputed(slot: str, forms: Iterable[str], lemma: str, lexicon: Lexicon) -> list[str]:
    """Without the forms that are known as another word only: `führe` for `fahren`, `Hinweise` for `hinweisen`."""
    return [form for form in forms if slot in ("inf", "1p", "to") or _is_verb_form(slot, form, lemma, lexicon)]


def _is_verb_form(slot: str, form: str, lemma: str, lexicon: Lexicon) -> bool:
    if slot.startswith(("part", "ppr")):
        tags = (*_VERB_TAGS, "ADJ") if "+" in slot else _VERB_TAGS
        return not lexicon.knows(form) or lexicon.has_tag(form, tags)
    like_participle = slot.startswith("past") and lexicon.knows(form) and lexicon.tags(form)[0] == "ADJ(A)"
    return like_participle or not lexicon.denies(form, lemma, _VERB_TAGS)


def _parts(lemma: str, lexicon: Lexicon) -> _Parts:
    if lemma in de.STRONG or lemma in de.WHOLE:
        return _Parts("", "", lemma)
    separable = _separable_prefix(lemma, lexicon)
    rest = lemma.removeprefix(separable)
    inseparable = "" if rest in de.STRONG or rest in de.WHOLE else _inseparable_prefix(rest, lexicon)
    return _Parts(separable, inseparable, rest.removeprefix(inseparable))


def _separable_prefix(lemma: str, lexicon: Lexicon) -> str:
    for prefix in sorted(de.SEPARABLE, key=len, reverse=True):
        if lemma.startswith(prefix) and _is_known_verb(lemma.removeprefix(prefix), lexicon):
            return prefix
    for prefix, exceptions in de.MOSTLY_SEPARABLE.items():
        rest = lemma.removeprefix(prefix)
        if rest != lemma and rest not in exceptions and _is_known_verb(rest, lexicon):
            return prefix
    for prefix, exceptions in de.MOSTLY_INSEPARABLE.items():
        if lemma.startswith(prefix) and lemma.removeprefix(prefix) in exceptions:
            return prefix
    return ""


def _inseparable_prefix(verb: str, lexicon: Lexicon) -> str:
    for prefix in (*de.MOSTLY_INSEPARABLE, *de.MOSTLY_SEPARABLE, *de.INSEPARABLE):
        rest = verb.removeprefix(prefix)
        if rest == verb or verb in de.WEAK_VERBS:
            continue
        if rest in de.STRONG or rest in de.WHOLE or _inseparable_prefix(rest, lexicon):
            return prefix
    return ""


def _is_known_verb(verb: str, lexicon: Lexicon) -> bool:
    if verb in de.STRONG or verb in de.WHOLE or verb in de.WEAK_VERBS:
        return True
    if len(verb) < _SHORTEST_VERB or not verb.endswith("n"):
        return False
    stem = _stem(verb)
    return verb.endswith("ieren") or lexicon.has_stem(stem, "VV", "VVnp") or bool(_inseparable_prefix(verb, lexicon))


def _stem(verb: str) -> str:
    return verb.removesuffix("n").removesuffix("e") if not verb.endswith(("eln", "ern")) else verb.removesuffix("n")


def _simple(verb: str) -> dict[str, list[str]]:
    """The finite forms of a verb without prefixes."""
    if verb in de.WHOLE:
        return {slot: forms.split("/") for slot, forms in de.WHOLE[verb].items() if slot != "part"}
    if verb in de.STRONG:
        return _strong(verb)
    return _weak(verb)


def _weak(verb: str) -> dict[str, list[str]]:
    stem, link = _stem(verb), "e" if _NEEDS_E.search(_stem(verb)) else ""
    short = stem[:-2] + stem[-1] if _STEM_ENDING_EL.search(stem) and verb.endswith(("eln", "ern")) else ""
    first = [f"{short}e"] if short else []
    slots = {
        "1s": [*first, f"{stem}e"],
        "2s": [_second(stem, f"{stem}{link}t")],
        "3s": [f"{stem}{link}t"],
        "2p": [f"{stem}{link}t"],
        f"{RARE}imp": [stem, *first] if not link else [f"{stem}e"],
    }
    past = f"{stem}{link}te"
    return slots | _past(past) | _subjunctive(verb, past)


def _strong(verb: str) -> dict[str, list[str]]:
    thirds, pasts, _ = (cell.split("/") for cell in de.STRONG[verb])
    stem, third = _stem(verb), thirds[0]
    link = "e" if _NEEDS_E.search(stem) else ""
    slots = {
        "1s": [f"{stem}e"],
        "2s": [_second(stem, form) for form in thirds],
        "3s": thirds,
        "2p": [f"{stem}{link}t"],
        f"{RARE}imp": [_imperative(stem, third), *([] if _changes(stem, third) else [f"{stem}e"])],
    }
    for past in pasts:
        for slot, forms in (_past(past) | _subjunctive(verb, past)).items():
            slots.setdefault(slot, []).extend(forms)
    return slots


def _second(stem: str, third: str) -> str:
    if third.endswith("et"):
        return f"{third[:-1]}st"
    if stem.endswith("t"):  # hält, tritt, gilt
        return f"{third}st"
    bare = third.removesuffix("t")
    return third if _SIBILANT.search(bare) else f"{bare}st"


def _changes(stem: str, third: str) -> bool:
    return "e" in stem and "e" not in third.replace("ie", "") and "i" in third


def _imperative(stem: str, third: str) -> str:
    if not _changes(stem, third):
        return stem
    return third if stem.endswith("t") and third.endswith("tt") else third.removesuffix("t")


def _past(past: str) -> dict[str, list[str]]:
    if past.endswith("te"):
        return {"past": [past], "past2s": [f"{past}st"], "pastp": [f"{past}n"], "past2p": [f"{past}t"]}
    link = "e" if re.search(r"[dtsßz]$", past) else ""
    plural = f"{past}n" if past.endswith("ie") else f"{past}en"
    return {"past": [past], "past2s": [f"{past}{link}st"], "pastp": [plural], "past2p": [f"{past}{link}t"]}


def _subjunctive(verb: str, past: str) -> dict[str, list[str]]:
    regular = [] if past.endswith("te") else [f"{_umlauted(past).removesuffix('e')}e"]
    forms = [*regular, *([de.SUBJUNCTIVES[verb]] if verb in de.SUBJUNCTIVES else [])]
    endings = {"~k2": "", "~k2-2s": "st", "~k2p": "n", "~k2-2p": "t"}
    return {slot: [form + ending for form in forms] for slot, ending in endings.items()}


def _umlauted(word: str) -> str:
    """The word with its last a, o or u (or au) made an umlaut."""
    match = re.search(r"(au|[aou])(?!.*[aouäöü])", word, re.IGNORECASE)
    if match is None or re.search(r"[eiäöü]", word[match.end() :]) and not word.endswith("en"):
        return word
    letter = word[match.start()]
    return word[: match.start()] + _UMLAUT[letter] + word[match.start() + 1 :]


def _participles(lemma: str, parts: _Parts, lexicon: Lexicon) -> Iterator[str]:
    separable, inseparable, base = parts
    for form in _simple_participles(base):
        bare = form.removeprefix("ge") if inseparable else form
        yield separable + inseparable + bare
        if separable + base in de.BOTH:
            yield separable + form.removeprefix("ge")
        elif inseparable + base in de.BOTH:
            yield inseparable + form
    if _is_borrowed(lemma, base, lexicon):
        stem = _stem(base)
        yield from (_simple_participles(base)[0].removeprefix("ge"), f"ge{stem}ed", f"{stem}ed")


def _simple_participles(base: str) -> list[str]:
    if base in de.WHOLE:
        return de.WHOLE[base]["part"].split("/")
    if base in de.STRONG:
        return de.STRONG[base][2].split("/")
    stem = _stem(base)
    participle = f"{stem}{'e' if _NEEDS_E.search(stem) else ''}t"
    unstressed = base.endswith("ieren") or base.startswith((*de.INSEPARABLE, *de.MOSTLY_INSEPARABLE, "umar"))
    return [participle] if unstressed and not _is_short(base) else [f"ge{participle}"]


def _is_short(base: str) -> bool:
    """Whether what looks like a prefix belongs to the stem: `erben`, `beten`, `gelten`."""
    if _DIPHTHONG.match(base):
        return True
    for prefix in (*de.INSEPARABLE, *de.MOSTLY_INSEPARABLE):
        rest = base.removeprefix(prefix)
        if rest != base:
            return not re.search(rf"[{_VOWELS}].*[{_VOWELS}]", rest)
    return False


def _is_borrowed(lemma: str, base: str, lexicon: Lexicon) -> bool:
    """Whether a verb is likely to be English: unknown, without German prefix or ending."""
    if lemma != base or base in de.STRONG or base in de.WHOLE or not lemma.endswith("en"):
        return False
    native = base.endswith("ieren") or base.startswith((*de.INSEPARABLE, *de.MOSTLY_INSEPARABLE))
    return not native and not lexicon.has_stem(_stem(base), "VV", "VVnp")


# --- adjectives


def _adjective(lemma: str, lexicon: Lexicon) -> Paradigm:
    stem, comparative, superlative = _degrees(lemma)
    slots: dict[str, list[str]] = {"pos": [lemma], "cmp": [comparative]}
    bases = {"pos": [stem], "cmp": [comparative], "sup": [superlative]}
    if stem != lemma and lemma.endswith(("er", "ue")):
        bases["pos"].append(lemma)
    for degree, stems in bases.items():
        for ending in _ENDINGS:
            slots[f"{degree}+{ending}"] = [form + ending for form in stems]
    kept = {
        slot: [form for form in forms if form == lemma or _is_adjective_form(form, lemma, lexicon)]
        for slot, forms in slots.items()
    }
    return Paradigm("adjective", tidy(kept))


def _is_adjective_form(form: str, lemma: str, lexicon: Lexicon) -> bool:
    return not lexicon.denies(form, lemma, "ADJ") or lexicon.has_tag(form, "NNA")


def _degrees(lemma: str) -> tuple[str, str, str]:
    for word, degrees in de.ADJECTIVES.items():
        if lemma == word:
            return degrees[0], degrees[1], degrees[2]
    if lemma.endswith("nah"):
        return lemma, f"{lemma[:-2]}äher", f"{lemma[:-2]}ächst"
    umlauted = _umlauted(lemma) if lemma in de.UMLAUT_COMPARISON else lemma
    if lemma.endswith("e"):
        return lemma[:-1], f"{lemma}r", f"{lemma}st"
    if lemma.endswith("el"):
        return f"{lemma[:-2]}l", f"{lemma[:-2]}ler", f"{lemma}st"
    link = "e" if re.search(r"(?:[dtsßxz]|sch|eu)$", lemma) and not lemma.endswith(("end", "isch")) else ""
    return lemma, f"{umlauted}er", f"{umlauted}{link}st"


# --- nouns


class _Declension(NamedTuple):
    """Endings and plurals of a noun."""

    gender: str
    genitive: tuple[str, ...]
    plurals: tuple[str, ...]
    oblique: str = ""
    guessed: bool = False


def _noun(lemma: str, lexicon: Lexicon) -> Paradigm:
    declension = _declension(lemma, lexicon)
    oblique = [declension.oblique] if declension.oblique else [lemma]
    dative = [f"{form}n" if form.endswith(("e", "el", "er")) else form for form in declension.plurals]
    slots = {
        "nominative": [lemma],
        "accusative": oblique,
        "dative": oblique,
        "genitive": declension.genitive or [lemma],
        "plural": declension.plurals,
        "plural-dative": dative,
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
    return not lexicon.denies(lower, lemma, "NN") if declension.guessed else lexicon.has_tag(lower, "NN")


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
    return _by_suffix(lemma, lower, head) or _strong_noun(lemma, head, lexicon)


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
    **dict.fromkeys(de.PLURAL_UMLAUT, lambda lemma: _Declension("", _genitives(lemma), (f"{_umlauted(lemma)}e",))),
    **dict.fromkeys(de.PLURAL_ER, lambda lemma: _Declension("", _genitives(lemma), (f"{_umlauted(lemma)}er",))),
    **dict.fromkeys(de.FEMININE_UMLAUT, lambda lemma: _Declension("f", (), (f"{_umlauted(lemma)}e",))),
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
    "(?:line|date|ware|site|page|file|release|slide|scope|service|issue|case|ble|feature|ee)$"
)
_SILENT_E_NOT: Final = re.compile("(?:ware|idee|armee|allee|moschee)$")
_ENGLISH: Final = re.compile("(?:(?<![ld])ing|back|ship|ness|[ -]up|[ -]off|workshop|tool|skill|call|team)$")


def _by_suffix(lemma: str, lower: str, head: str) -> _Declension | None:
    if _PERSON.search(lower):
        return _weak_noun(lemma)
    if _FEMININE.search(lower):
        return _Declension("f", (), (f"{lemma}en",))
    if _FEMALE.search(lower):
        return _Declension("f", (), (f"{lemma}nen",))
    for suffix, declension in _suffixes(lemma):
        if lower.endswith(suffix):
            return declension
    if _SILENT_E.search(lower) and not _SILENT_E_NOT.search(lower):
        return _Declension("", (lemma, f"{lemma}s"), (f"{lemma}s",))
    if lower.endswith("e"):
        return _Declension("f", (), (f"{lemma}n",))
    if _NO_ENDING.search(lower):
        return _Declension("", (f"{lemma}s",), (lemma,))
    if _ENGLISH.search(lower) or (lower[-1] in "aiouy" and not lower.endswith(("au", "ai", "eu"))):
        return _Declension("", (f"{lemma}s",), (f"{lemma}s",))
    return None


def _suffixes(lemma: str) -> Iterator[tuple[str, _Declension]]:
    yield "ismus", _Declension("m", (lemma,), (f"{lemma[:-2]}en",))
    yield "nis", _Declension("", (f"{lemma}ses",), (f"{lemma}se",))
    yield "chen", _Declension("n", (f"{lemma}s",), (lemma,))
    yield "lein", _Declension("n", (f"{lemma}s",), (lemma,))
    yield "ium", _Declension("n", (f"{lemma}s",), (f"{lemma[:-2]}en",))


def _strong_noun(lemma: str, head: str, lexicon: Lexicon) -> _Declension:
    """A noun that ends in a consonant: the plural is looked for where HanTa has seen it, -e otherwise."""
    return _Declension("", _genitives(lemma), tuple(_strong_plurals(lemma, head, lexicon)), guessed=True)


def _strong_plurals(lemma: str, head: str, lexicon: Lexicon) -> Iterator[str]:
    if head in lexicon.umlauted or lemma.lower() in lexicon.umlauted:
        yield f"{_umlauted(lemma)}e"
        return
    seen = [ending for ending in ("e", "en", "s", "er") if _is_seen(f"{head}{ending}", head, lexicon)]
    yield from (lemma + ending for ending in (seen[:1] or ["e", "s"]))


def _is_seen(form: str, lemma: str, lexicon: Lexicon) -> bool:
    return lexicon.knows(form) and not lexicon.denies(form, lemma, "NN")


def _genitives(lemma: str) -> tuple[str, ...]:
    if re.search(r"[sßxz]$", lemma):
        return (f"{lemma}es",)
    if lemma.endswith(("e", "er", "el", "en")) or lemma[-1] in "aiouy":
        return (f"{lemma}s",)
    return (f"{lemma}s", f"{lemma}es")
