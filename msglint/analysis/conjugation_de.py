"""How German verbs are conjugated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from msglint.analysis import irregular_de as de
from msglint.analysis.lexicon import Lexicon
from msglint.analysis.paradigm import RARE, Paradigm, tidy
from msglint.analysis.umlaut import umlauted

_ENDINGS: Final = ("e", "en", "em", "er", "es")
_VERB_TAGS: Final = ("VV", "VA", "VM")
_VOWELS: Final = "aeiouäöüy"
_NEEDS_E: Final = re.compile(r"(?:[dt]|[^aeiouäöürlhmn][mn]|ch[mn])$")
_SIBILANT: Final = re.compile(r"[sßxz]$")
_STEM_ENDING_EL: Final = re.compile(r"[^aeiouäöü]e[lr]$|[aäo]ue[lr]$|ue[lr]$")
_SHORTEST_VERB: Final = 4
_NEW_VERB: Final = re.compile(
    "(ein|auf|aus|ab|an|vor|mit|rück)(?=[^aeiouäöü]+[aeiouäöü]+[^aeiouäöü]+e[rl]?n$)(?!.*ieren$)"
)
# `beugen`, `beichten` and `geizen` have no prefix, `beurteilen` and `beinhalten` have.
_DIPHTHONG: Final = re.compile("bei(?!nh|rr)|beu(?!n?r)|gei")


class _Parts(NamedTuple):
    """A verb as separable prefix, inseparable prefix and what is inflected."""

    separable: str
    inseparable: str
    base: str


def is_verb(lemma: str, lexicon: Lexicon) -> bool:
    """Whether a lower-case lemma is a verb rather than an adjective or a particle."""
    if lemma in de.STRONG or _ending_in(lemma, de.WHOLE):
        return True
    if not lemma.endswith(("en", "eln", "ern")):
        return False
    tags, parts = lexicon.tags(lemma), _parts(lemma, lexicon)
    if parts.separable and not lexicon.knows(lemma):
        return True
    if parts.base in de.STRONG:  # `enthalten` is a participle as well
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


def verb(lemma: str, lexicon: Lexicon) -> Paradigm:
    """The paradigm of a verb; of a separable one the joined forms."""
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
    if lemma in de.UNDIVIDED:
        return ""
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
    return _likely_prefix(lemma, lexicon)


def _likely_prefix(lemma: str, lexicon: Lexicon) -> str:
    """The prefix of a verb so new that HanTa knows neither it nor its base: `einloggen`."""
    match = _NEW_VERB.match(lemma)
    return match.group(1) if match and not lexicon.has_stem(_stem(lemma), "VV", "VVnp") else ""


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
    return lexicon.has_stem(stem, "VV", "VVnp") or bool(_inseparable_prefix(verb, lexicon))


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
    regular = [] if past.endswith("te") else [f"{umlauted(past).removesuffix('e')}e"]
    forms = [*regular, *([de.SUBJUNCTIVES[verb]] if verb in de.SUBJUNCTIVES else [])]
    endings = {"~k2": "", "~k2-2s": "st", "~k2p": "n", "~k2-2p": "t"}
    return {slot: [form + ending for form in forms] for slot, ending in endings.items()}


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
        regular = _simple_participles(base)[0].removeprefix("ge")
        yield from (regular, f"ge{stem}ed", f"{stem}ed")
        if match := re.match("up|down", lemma):
            yield f"{match.group()}ge{regular.removeprefix(match.group())}"


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
