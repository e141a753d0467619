"""Places in a text where a name stands, whatever the word there looks like."""

from __future__ import annotations

import re

from msglint.message.given_names import is_given_name
from msglint.message.name_words import HONORIFICS, NOBILITY, PARTICLES, is_title
from msglint.message.patterns import lazy
from msglint.report import Span

_NEAR = 60
_CALLED = lazy(
    r"\b(?:familie|firma|fa|kanzlei|praxis|hotel|gasthof|gasthaus|pension|café|cafe|restaurant|ristorante|apotheke|"
    r"bäckerei|metzgerei|autohaus|verlag|brauerei|weingut|schloss|burg|stift|kloster|kirche|st|sankt|gemeinde|stadt|dorf|"
    r"ortsteil|bezirk|landkreis|kreis|bahnhof|flughafen|insel|berg|see|fluss|straße|strasse|str|platz|uni|universität|"
    r"projekt|programm|software|app|tool|marke|modell|verein|band|gruppe|partei|namens|heißt|heisst|heiße|heisse|nennt|"
    r"genannt|schwester|onkel|tante|oma|opa|kollegen?|kollegin|chef|chefin|freund|freundin|"
    r"named|called|company|project|uncle|aunt|saint|lake|mount|river|street|city|town|village|county|airport)\.?\s+"
    r"(?:[\"'„“(]\s*)?$",
    re.IGNORECASE,
)
_WORD_BEFORE = lazy(r"(?P<word>[^\W\d_][\w.'’-]*)[ \t\u00a0]+$")
_WORD_AFTER = lazy(r"[ \t\u00a0]+(?P<word>[^\W\d_][\w.'’-]*)")
_INITIAL = lazy(r"(?:^|[\s(])(?:[^\W\d_a-zäöüß]\.\s?){1,3}$")
_POSTCODE = lazy(r"\b(?:[A-Z]{1,2}-)?\d{4,5}[ \t]+$")
_FIRM_AFTER = lazy(
    r"(?:[ \t]+(?:(?:&|und|and|\+)[ \t]+)?[A-ZÄÖÜ]\w+){0,2}[ \t]+"
    r"(?:GmbH|gGmbH|AG|KG|OHG|GbR|SE|UG|e\.\s?V|Ltd|Inc|LLC|plc|Corp|GesmbH|S\.?A\.?)(?!\w)"
)
_STREET_AFTER = lazy(
    r"[ \t]+(?:Stra(?:ß|ss)e|Str\.|Platz|Weg|Gasse|Allee|Ring|Ufer|Damm|Tor|Hof|Street|Road|Avenue|Lane|Square)\b"
)
_STREET = lazy(
    r"\w{3}(?:stra(?:ß|ss)en?|str|gasse|gässle|weg|platz|allee|ring|ufer|damm|chaussee|promenade|steig|zeile|markt)s?$",
    re.IGNORECASE,
)
_PLACE = lazy(
    r"(?:berg|burg|dorf|dorff|heim|hausen|ingen|bach|stadt|städt|felde?n?|kirche?n?|hofe?n?|au|walde?|t?hal|tal|see|stein|"
    r"brunn|bronn|furt|rod[ea]|stett(?:en)?|leben|büttel|ham|itz|[nw]itz|ow|hagen|horst|grund|kreuz|zell|münster|ried|"
    r"moos|e(?:ck|gg)|loh|reuth?|wangs?|wangen|[aeiouö]ring|erning|ening|ach|shire|ford|ton|ville|borough|bury|chester)s?$"
)
_BEFORE_NAMES = frozenset("hr hrn fr frl kollege kollegin mr mrs ms".split())
_IN_NAMES = PARTICLES - frozenset("zu zur zum der den und von vom la le des".split())


def is_named_at(text: str, span: Span) -> bool:
    """Whether the capitalised word at the span stands where only a name can stand, or is made like a street."""
    word = span.of(text)
    if not word[:1].isupper():
        return False
    before, after = text[max(0, span.start - _NEAR) : span.start], text[span.end : span.end + _NEAR]
    if any(pattern.search(before) for pattern in (_INITIAL, _POSTCODE, _CALLED)):
        return True
    if _STREET.search(word) or _FIRM_AFTER.match(after) or _STREET_AFTER.match(after):
        return True
    return _is_beside_name(before, after)


def _is_beside_name(before: str, after: str) -> bool:
    previous, following = _WORD_BEFORE.search(before), _WORD_AFTER.match(after)
    if previous is not None and _opens_name(previous["word"]):
        return True
    return following is not None and following["word"].lower() in _IN_NAMES


def _opens_name(word: str) -> bool:
    low = word.lower().rstrip(".")
    if low in HONORIFICS or low in _BEFORE_NAMES or low in NOBILITY or is_title(word):
        return True
    return word[:1].isupper() and is_given_name(word.rstrip("."))


def is_like_place(word: str) -> bool:
    """Whether the word ends as the names of villages and towns do."""
    return _PLACE.search(word) is not None
