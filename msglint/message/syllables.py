"""How many syllables a word has when it is read aloud, in German and in English.

Written here, because what there is counts worse (bench/readability): pyphen, and with it textstat and readsight, look
for places to break a line, which is another question (nobody breaks `A·bend`), and first read a dictionary of patterns
for most of a second; the packages for English alone are under the GPL or no longer looked after.

A syllable has one vowel sound. So the vowels are counted: what is written with several letters and heard once is one,
what is not heard is none. Words that no such rule gets right are listed, divided as they are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from msglint.message.patterns import lazy

_GERMAN_WORDS: Final = """
    be·ein be·end be·eil be·ehr be·erd be·erb be·in·hal be·un be·ur ge·eh ge·ei ge·end ge·eng ge·erb ge·ern ge·imp
    ge·irr zu·erst so·e·ben i·de·en ar·me·en al·le·en tour·ne·en mu·se·en re·ell i·de·ell i·de·al mu·se·um
    ju·bi·lä·um ko·op ko·or tu·ell du·ell nu·ell su·ell xu·ell po·e·sie ko·ef·fi is·ra·el mi·cha·el ma·nu·el kli·ent
    hy·gi·e pri·o·ri di·a·log di·a·gramm bi·o·lo so·zi·o bi·bli·o ma·ri·a ze·ri·a lo·gi·en te·gi·en ner·gi·en
    ko·pi·en go·ri·en ran·ti·en the·o·ri·en bat·te·ri·en ga·le·ri·en dus·tri·en the·ra·pi·en fan·ta·si·en
    har·mo·ni·en gra·fi·en in·ge·nieur ni·veau bu·reau pla·teau mo·sa·ik team deal lead dead stream coach board
    down·load up·load road·map toast fea·ture re·lease spea·ker bea·mer on·line off·line hot·line time·line
    base·line guide·line pipe·line dead·line soft·ware hard·ware firm·ware home·page home·of·fice web·site up·date
    ser·vice inter·face smart·phone i·phone face·book you·tube
"""
_ENGLISH_WORDS: Final = """
    some·thing some·time some·one some·where some·how some·what some·bod·y there·fore there·by there·af here·by
    fore·cast where·as else·where home·work time·line time·table guide·line life·time base·line side·line pipe·line
    dead·line ware·house house·keep whole·sale take·o·ver more·o·ver may·be spokes·man spokes·wo·man voice·mail
    share·hold come·back safe·guard fire·wall state·wide note·worth trade·mark piece·meal fore·hand ne·ver·the·less
    awe·some safe·ty wednes·day busi·nes ev·ery·one ev·ery eve·ning sev·er·al na·ked el·e·ment peo·ple a·re·a i·de·a
    i·deal cre·at crea·ture re·act re·ac·tion the·at re·ass re·al·lo re·ar·ra re·al·i ko·re·a lin·e·ar nu·cle·ar
    ro·pe·an tro·le·um mu·se·um re·us re·im re·ins re·inf re·it·e re·ex pre·em al·be·it be·yond po·em po·et jeop·ard
    leop·ard flu·id ru·in tu·it fu·el gen·u·ine suad co·op·er·at co·or·din co·al·i ro·act cha·o mil·iar vil·ian
    bril·liant wil·liam riage gi·ant thu·si·as in·i·tia·tive hi·er·ar con·science sci·en hav·ior law·yer can·yon
    sol·dier fron·tier pre·mier rec·i·pe
"""


class _Sounds(NamedTuple):
    """How a language writes what is heard.

    Attributes:
        listed: stretches of words that no rule gets right, with their number of syllables.
        silent: letters that are written like vowels and heard as none; `|` stands where a listed stretch was.
        vowel: what is heard as one vowel.
    """

    listed: Mapping[str, int]
    any_listed: re.Pattern[str]
    silent: re.Pattern[str]
    vowel: re.Pattern[str]


@lru_cache(maxsize=4096)
def syllables_of(word: str, language: str) -> int:
    """How many syllables the word has, one at least; a short word in capitals is read letter by letter.

    Kept for a while: half of a text is made of a few hundred words.

    Args:
        word: as it is written, `E-Mail-Adresse`.
        language: `de` or `en`.
    """
    sounds = _GERMAN if language == "de" else _ENGLISH
    if "-" in word:
        return sum(_in_part(part, sounds) for part in word.split("-"))
    return _in_part(word, sounds)


def _in_part(part: str, sounds: _Sounds) -> int:
    if part.isupper() and len(part) <= _SPELT_OUT:
        return len(part)
    part = part.lower()
    stretches = sounds.any_listed.findall(part)
    heard = sounds.silent.sub("", sounds.any_listed.sub(_cut_out, part) if stretches else part)
    count = len(sounds.vowel.findall(heard)) + sum(map(sounds.listed.__getitem__, stretches))
    return count or (1 if sounds.vowel.search(part) else len(part))


def _cut_out(stretch: re.Match[str]) -> str:
    """What is left of a listed stretch: its last consonant decides whether an ending is heard (`created`, `closed`)."""
    return "|" + stretch.group()[-1].strip("aeiouyäöü")


def _sounds(listed: str, silent: str, vowel: str) -> _Sounds:
    counts = {stretch.replace("·", ""): stretch.count("·") + 1 for stretch in listed.split()}
    return _Sounds(counts, lazy(_any_of(counts)), lazy(silent, re.VERBOSE), lazy(vowel, re.VERBOSE))


def _any_of(stretches: Iterable[str]) -> str:
    """An expression for any of them, the longest first; grouped by first letter, it searches three times as fast."""
    by_letter = groupby(sorted(stretches, key=lambda stretch: (stretch[0], -len(stretch))), key=itemgetter(0))
    return "|".join(f"{letter}(?:{'|'.join(stretch[1:] for stretch in group)})" for letter, group in by_letter)


_SPELT_OUT: Final = 3
_GERMAN: Final = _sounds(
    _GERMAN_WORDS,
    silent=r"""
        (?<=q)u
        | ^y(?=[aeiou])
        | (?: (?<=[aeiouyäöü|][^aeiouyäöü|])
            | (?<=[aeiouyäöü|][^aeiouyäöü|]{2})
            | (?<=[aeiouyäöü|][^aeiouyäöü|]{3}) ) i(?=[aouäöü])  # Station, Material; but Dialog
        """,
    vowel=r"""
        aa+ | ee+ | oo+ | ie+ | [ae][iy] | [aeäo]u | o[iy] | [aou]e
        | [aeiouyäöüàáâéèêëíîïóôúûæœø]
        """,
)
_ENGLISH: Final = _sounds(
    _ENGLISH_WORDS,
    silent=r"""
        (?<=q)ue(?=s?$) | (?<=q)u | (?<=[aeio]g)ue(?=[sd]?$)  # unique, quality, league
        | ^y(?=[aeiou])
        | (?<=[^aeiou])(?<![bcdfgkpstz][lr])(?:
            e(?=$|['’](?!s)|ments?$|ful|less|ness) | (?<=..)e(?=ly$)  # safe, safely; but table, rely
            | (?<![cgsxz])(?<![cs]h)e(?=['’]?s$)  # files; but pages
            | (?<![dt])e(?=d$) )  # asked; but needed
        | (?<=ic)a(?=lly$)  # basically
        """,
    vowel=r"""
        [aeiouy]+?(?=ing)  # being
        | (?<![cgnst])i(?=a) | i(?=u|at|ality)  # material, appreciate; but special
        | (?<![cgnstx])(?<!ll)(?<!sh)i(?=o)  # previous; but action
        | i(?=et) | (?<![cnt])i(?=en[ct]) | (?<=\w\w)i(?=ers?$|est$)  # quiet, client, earlier; but patient
        | (?<!g)e(?=o)  # video
        | (?<!g)u(?=a) | u(?=o|en[ct]|ity|itiv)  # annual, continuous; but language
        | [aeou]y(?=[aeiou]) | y(?=[aeiou])  # employee, anyone
        | [aeiouyéèêëïöü]+
        | (?<=[aiy]s)m(?=s?$)  # tourism
        | (?<=[dst])n['’](?=t)  # didn't
        """,
)
