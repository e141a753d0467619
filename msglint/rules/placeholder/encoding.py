"""placeholder.encoding: "MÃ¼ller", "f?r", "&uuml;": letters that were lost between two programs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.message.quotations import without_quotations
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_BEHIND = (
    "\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019"
    "\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
)
"""What the second and third byte of a UTF-8 letter look like to somebody who reads them one by one."""

_READ_BYTE_BY_BYTE = lazy(rf"Ã[{_BEHIND}]|Â[\u00a0-\u00bf]|â[\u0080\u0082\u0084€‚„][{_BEHIND}]")
_ENTITY = lazy(
    r"&(?:[aouAOU]uml|szlig|nbsp|amp|quot|apos|lt|gt|euro|[nm]dash|hellip|[lr][sd]quo|bdquo|eacute|egrave|agrave|"
    r"ccedil|sect|deg|#(?:\d{2,5}|[xX][0-9a-fA-F]{2,5}));"
)
_QUOTED_PRINTABLE = lazy(
    r"(?:=C3=[89AB][0-9A-F])+|=E2=8[02]=[89AB][0-9A-F]|(?<=[A-Za-zäöüß])=(?:E4|F6|FC|DF)(?=[a-zäöüß])"
)
_ESCAPED = lazy(r"\\u00(?:[a-fA-F][0-9a-fA-F])")
_LOST = lazy(r"(?<=[a-zäöüß])\ufffd+(?=[a-zäöüß])|\b[A-Z]\ufffd+(?=[a-zäöüß])")
_QUESTION_MARKS = lazy(
    r"(?<!\S)(?:f\?r|daf\?r|\?ber|gegen\?ber|k\?nn(?:en|te|ten|t)|m\?ss(?:en|te|ten|t)|m\?cht(?:e|en|est)|"
    r"w\?rd(?:e|en|est)|w\?re[n]?|h\?tte[n]?|zur\?ck|nat\?rlich|n\?chste[nrsm]?|sp\?ter|sch\?ne?[nrsm]?|f\?nf|"
    r"gr\?\?e|gr\?\?en|gr\?\?e[rn]?|stra\?e|t\?glich|ung\?ltig|verf\?gung|best\?tig(?:en|t|ung)|pr\?fen|l\?sung|"
    r"gesch\?ft(?:e|s)?|unterst\?tz(?:en|ung)|erkl\?r(?:en|t|ung))(?=[\s.,;:!)]|$)",
    re.IGNORECASE,
)
_LETTER_BEHIND_MARK = lazy(r"[?\ufffd][\w?\ufffd]")
_ABOUT_ENCODING = lazy(
    r"encod|kodier|codier|zeichens[aä]tz|zeichensalat|zeichenkett|umlaut|utf-?8|unicode|\bhtml|entit(?:y|ies|ät)|charset|character|"
    r"latin-?1|iso-8859|\bjson|escap|mojibake|quoted-printable|sonderzeichen|\bascii|\bxml\b|quelltext|quellcode|"
    r"source\s+code|regex|suchausdr|programm(?:ier|code)|\bskript|\bscript",
    re.IGNORECASE,
)
_LINK = lazy(r"\w+://|www\.|\.(?:php|html?|aspx?)\?")
_EDGE = ".,;:!?()[]\"'„“”<>*_"
_MOST = 5
_LINES_OF_CODE = 3
_CODE = lazy(r"[;{}]\s*$|^\s*(?:[\w.]+\s*=\s*|<\w)", re.MULTILINE)


class _Kind(NamedTuple):
    """One way in which letters get lost, and the way back.

    Attributes:
        signs: every match holds one of them; most messages have none.
    """

    signs: tuple[str, ...]
    pattern: re.Pattern[str]
    repaired: Callable[[str], str]
    confidence: float

    def may_be_in(self, text: str) -> bool:
        """Whether it is worth looking."""
        return any(sign in text for sign in self.signs)

    def mend(self, text: str) -> str:
        """`text` with every lost letter put back, where that is known."""
        return self.pattern.sub(lambda match: self.repaired(match.group()), text)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the first words in subject and text that hold undecoded letters."""
    own = message.parts.own_text
    hits = [*_hits(message.headers.subject or "", "subject", context), *_hits(own, None, context)]
    if hits and not _ABOUT_ENCODING.search(own) and len(_CODE.findall(own)) < _LINES_OF_CODE:
        yield from hits[:_MOST]


def _hits(text: str, part: str | None, context: Context) -> Iterator[Hit]:
    kinds = [kind for kind in (*_names_with_question_marks(text, context), *_KINDS) if kind.may_be_in(text)]
    if not kinds:
        return
    quieted = without_quotations(text)
    seen: set[Span] = set()
    for kind in kinds:
        for match in kind.pattern.finditer(quieted):
            word = _word_at(quieted, match)
            if word in seen or _LINK.search(word.of(text)) or "`" in word.of(text):
                continue
            seen.add(word)
            yield _hit(text, _without_edges(text, word, match), kind, part)


def _hit(text: str, span: Span, kind: _Kind, part: str | None) -> Hit:
    better = kind.mend(span.of(text))
    certain = better != span.of(text) and "\ufffd" not in better
    return Hit(
        span=span,
        part=part,
        values={"word": span.of(text)},
        confidence=kind.confidence,
        suggestions=(Suggestion(better, span, safe=True),) if certain else (),
    )


def _word_at(text: str, match: re.Match[str]) -> Span:
    """All that stands between two blanks."""
    start, end = match.span()
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end)


def _without_edges(text: str, word: Span, match: re.Match[str]) -> Span:
    """The word without the comma behind it, but with what belongs to a lost letter."""
    piece = word.of(text)
    start = word.start + len(piece) - len(piece.lstrip(_EDGE))
    end = word.start + len(piece.rstrip(_EDGE))
    return Span(min(start, match.start()), max(end, match.end()))


def _read_again(garbled: str) -> str:
    """The bytes that the characters stand for, read as UTF-8; unchanged where they are none."""
    raw = b"".join(_byte(char) for char in garbled)
    try:
        return raw.decode("utf-8").replace("\u00a0", " ")
    except UnicodeDecodeError:
        return garbled


def _byte(char: str) -> bytes:
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1", "replace")


def _without_entity(entity: str) -> str:
    from html import unescape

    return unescape(entity).replace("\u00a0", " ")


def _without_equals(encoded: str) -> str:
    raw = bytes.fromhex(encoded.replace("=", ""))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _without_escape(escaped: str) -> str:
    return chr(int(escaped[2:], 16))


_MEANT = {
    word.replace("ü", "?").replace("ö", "?").replace("ä", "?").replace("ß", "?"): word
    for word in (
        "für dafür über gegenüber können könnte könnten könnt müssen müsste müssten müsst möchte möchten möchtest "
        "würde würden würdest wäre wären hätte hätten zurück natürlich nächste nächsten nächster nächstes nächstem "
        "später schön schöne schönen schöner schönes schönem fünf größer straße täglich ungültig verfügung bestätigen "
        "bestätigt bestätigung prüfen lösung geschäft geschäfte geschäfts unterstützen unterstützung erklären erklärt "
        "erklärung grüßen"
    ).split()
}


def _with_umlaut(garbled: str) -> str:
    meant = _MEANT.get(garbled.lower())
    if meant is None:
        return garbled
    return meant[0].upper() + meant[1:] if garbled[0].isupper() or garbled.lower().startswith("gr??e") else meant


def _names_with_question_marks(text: str, context: Context) -> Iterator[_Kind]:
    """`M?ller` where sender or recipient is called Müller."""
    if not _LETTER_BEHIND_MARK.search(text):
        return
    people = [*context.thread.recipients, *([context.thread.sender] if context.thread.sender else [])]
    for name in {word for person in people for word in person.words if not word.isascii()}:
        garbled = "".join(re.escape(char) if char.isascii() else r"[?\ufffd]{1,2}" for char in name)
        yield _Kind(("?", "\ufffd"), re.compile(rf"(?<!\w){garbled}(?!\w)"), _always(name), 0.95)


def _always(name: str) -> Callable[[str], str]:
    return lambda garbled: name


def _unchanged(garbled: str) -> str:
    return garbled


_EQUALS = ("=C3", "=E2", "=E4", "=F6", "=FC", "=DF")
_MARKS_INSIDE = tuple(f"?{letter}" for letter in "bcefglnrst?")
_KINDS = (
    _Kind(("Ã", "Â", "â"), _READ_BYTE_BY_BYTE, _read_again, 0.95),
    _Kind(("&",), _ENTITY, _without_entity, 0.9),
    _Kind(_EQUALS, _QUOTED_PRINTABLE, _without_equals, 0.9),
    _Kind(("\\u",), _ESCAPED, _without_escape, 0.9),
    _Kind(_MARKS_INSIDE, _QUESTION_MARKS, _with_umlaut, 0.9),
    _Kind(("\ufffd",), _LOST, _unchanged, 0.9),
)

RULE = Rule(
    id="placeholder.encoding",
    languages=frozenset({"de", "en"}),
    severity=Severity.ERROR,
    title=Text("Zeichensalat statt Umlauten", "garbled letters"),
    message=Text("Hier sind Buchstaben verloren gegangen: „{word}“", "Letters got lost here: “{word}”"),
    why=Text(
        "Der Leser muss raten, was gemeint ist, und in seinem Namen gelesen ist es eine kleine Kränkung.",
        "The reader has to guess what is meant, and in one's own name it is a small slight.",
    ),
    source="UTF-8 read as Windows-1252, HTML entities, quoted-printable and escapes left undecoded: what mail merges "
    "and CRM exports do to umlauts",
    check=check,
    supersedes=frozenset(
        {
            "recipient.misspelled",
            "recipient.mismatch",
            "salutation.punctuation",
            "salutation.generic",
            "closing.missing",
        }
    ),
    limits=Text(
        "Schweigt, wenn die Nachricht von Kodierung, HTML oder Programmen handelt. Fragezeichen in Wörtern gelten nur "
        "in einer Liste häufiger Wörter und in den Namen von Absender und Empfänger.",
        "Silent where the message is about encoding, HTML or programs. Question marks inside words count only in a "
        "list of frequent words and in the names of sender and recipient.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau MÃ¼ller,\n\nvielen Dank fÃ¼r Ihren Auftrag, wir liefern ihn am Montag.\n\n"
                    "Mit freundlichen GrÃ¼ÃŸen\nTom Weiß",
                    flagged="MÃ¼ller",
                    better="Müller",
                ),
                Example(
                    "Hallo Anna,\n\ndie Preise f&uuml;r M&auml;rz habe ich dir in die Tabelle eingetragen.\n\n"
                    "Viele Grüße\nTom",
                    flagged="f&uuml;r",
                    better="für",
                ),
                Example(
                    "Sehr geehrte Frau M?ller,\n\nder Termin am Montag passt uns gut.\n\nMit freundlichen Grüßen\nTom Weiß",
                    to=("Anna Müller <a.mueller@example.com>",),
                    flagged="M?ller",
                    better="Müller",
                ),
                Example(
                    "Hallo Anna,\n\ndas Paket f?r dich liegt im Lager, bitte hole es morgen ab.\n\nViele Grüße\nTom",
                    flagged="f?r",
                    better="für",
                ),
                Example(
                    "Hallo Anna,\n\ndie Rechnung f=C3=BCr dich habe ich heute bezahlt.\n\nViele Grüße\nTom",
                    flagged="f=C3=BCr",
                    better="für",
                ),
            ),
            good=(
                Example(
                    "Hallo Anna,\n\nin der HTML-Vorlage steht noch f&uuml;r, bitte ersetze es.\n\nViele Grüße\nTom"
                ),
                Example(
                    "Hallo Anna,\n\nbei mir kommt „MÃ¼ller“ an, stimmt da etwas mit dem Export nicht?\n\nViele Grüße\nTom"
                ),
                Example("Hallo Anna,\n\nkommst du morgen?Wir warten auf dich.\n\nViele Grüße\nTom"),
                Example(
                    "Hallo Anna,\n\nschau mal hier: https://example.com/index.php?f=C3=BC&uuml;b=1\n\nViele Grüße\nTom"
                ),
                Example("Hallo Anna,\n\nder Chefkoch heißt Ângelo und kommt aus São Paulo.\n\nViele Grüße\nTom"),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nwe donâ€™t have the figures yet, but they will be here on Monday.\n\n"
                    "Kind regards,\nTom White",
                    flagged="donâ€™t",
                    better="don’t",
                ),
                Example(
                    "Dear Mr M\\u00fcller,\n\nthank you for the order; we deliver it on Monday.\n\nKind regards,\nTom White",
                    flagged="M\\u00fcller",
                    better="Müller",
                ),
                Example(
                    "Dear Ms Parker,\n\nthe meeting with Smith &amp; Sons is on Monday at nine.\n\nKind regards,\nTom White",
                    flagged="&amp;",
                    better="&",
                ),
            ),
            good=(
                Example("Hi Anna,\n\nplease escape the text, &amp; is still missing there.\n\nBest regards,\nTom"),
                Example("Hi Anna,\n\nthe price at Smith & Sons; it is too high for us.\n\nBest regards,\nTom"),
                Example("Hi Anna,\n\nset x=FC in the field and send it to me.\n\nBest regards,\nTom"),
                Example("Hi Anna,\n\nwhat is the château like?I have never been there.\n\nBest regards,\nTom"),
            ),
        ),
    },
)
