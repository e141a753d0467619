"""Words that stand around names: titles, honorifics, particles, titles of nobility, degrees."""

from __future__ import annotations

TITLES = frozenset(
    "dr dr. prof prof. professor professorin mag mag. mag.a maga magistra di dipl.-ing. dipl.-ing dipl.ing. "
    "dipl.-kfm. dipl.-kffr. ing ing. ddr ddr. "
    "univ.-prof. univ.-prof univ.prof. ao.univ.-prof. ass.-prof. ass.-prof ass.prof. assoc. assoz. ass. ao. "
    "univ.-ass. pd priv.-doz. "
    "rechtsanwalt rechtsanwältin ra rain direktor direktorin hofrat hofrätin pfarrer pfarrerin bürgermeister "
    "bürgermeisterin "
    "kommerzialrat kommerzialrätin medizinalrat medizinalrätin magister regierungsrat regierungsrätin ministerialrat "
    "ministerialrätin studienrat studienrätin oberstudienrat oberstudienrätin präsident präsidentin vorsitzender "
    "vorsitzende minister ministerin kollege kollegin notar notarin rektor rektorin dekan dekanin pastor pastorin "
    "sir lady lord rev rev. hon. judge senator governor captain capt. lt. lic. lic.phil. h.c. med. phil. jur. rer. "
    "nat. pol. techn.".split()
)
HONORIFICS = {
    "herr": "Herr", "herrn": "Herr", "hr": "Herr", "hr.": "Herr",
    "frau": "Frau", "fr": "Frau", "fr.": "Frau", "fräulein": "Frau",
    "mr": "Mr", "mr.": "Mr", "mrs": "Mrs", "mrs.": "Mrs", "ms": "Ms", "ms.": "Ms", "miss": "Miss",
    "mx": "Mx", "mx.": "Mx",
    "madam": "Madam", "madame": "Madame", "monsieur": "Monsieur",
}  # fmt: skip
PARTICLES = frozenset(
    "von vom zu zur zum van der den de del della di da dos du la le ter ten auf'm v. und y af av al el bin ibn "
    "st.".split()
)
NOBILITY = frozenset(
    "graf gräfin freiherr freifrau freiin frhr. frfr. baron baronin baronesse fürst fürstin prinz prinzessin ritter "
    "edler edle".split()
)
SUFFIXES = frozenset(
    "i.a. i.v. i.a i.v ppa. ppa p.p. p.a. "
    "jr jr. sr sr. ii iii iv bsc msc ba ma mba phd ph.d. ll.m. llm b.sc. m.sc. b.a. m.a. (fh) mas esq esq. ext "
    "extern external osb sj op cpa pmp cfa".split()
)


def is_title(word: str) -> bool:
    """Whether the word is a title: `Dr.`, `Dipl.-Ing.`, `Mag.a`, `Prof.Dr.`; initials such as `J.P.` are none."""
    low = word.lower()
    return low in TITLES or low.rstrip(".") in TITLES or low.startswith(("dr.", "prof", "mag.", "dipl", "univ"))
