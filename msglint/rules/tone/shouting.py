"""tone.shouting: capitals and rows of exclamation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.contacts.personal import sounds_familiar
from msglint.message.model import Channel, Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Option, Rule
from msglint.texts import Text

_MARKS = lazy(r"!{3,}|\?{3,}|(?:!\?|\?!){2,}|[!?]{4,}")
_CAPITAL_RUN = lazy(
    r"(?<![\w./-])(?:[A-ZÄÖÜ]{2,}(?:['’][A-ZÄÖÜ]+)?(?:[,;:]?[ \t]+|[ \t]*$|[.!?]+[ \t]*)){3,}", re.MULTILINE
)
_WORD = lazy(r"[A-ZÄÖÜ]{2,}")
_COMMON_SHORT = frozenset(
    "DER DIE DAS UND IST SIE WIR ICH NICHT SO ZU ES IN MIT VON AUF FÜR EIN THE AND IS ARE YOU NOT TO OF IN IT WE DO "
    "THIS THAT PLEASE BITTE NOW MUST".split()
)
_FUNCTION_WORDS = _COMMON_SHORT | frozenset(
    "OHNE KEIN KEINE KEINEN NIE IMMER SOFORT ABER ODER WENN DASS HABEN MUSS MÜSSEN SOLL DIESE DIESEN DIESER JETZT "
    "HEUTE ENDLICH MEIN MEINE IHR IHRE DU DEN DEM DES AN BEI NUR NOCH WIE WAS WARUM EINE "
    "A AN BE BUT FOR FROM HAVE HAS HOW I IF MY NEVER NO OR TODAY WHAT WHY WILL WITH YOUR ALL ANY AT ON".split()
)
_MACHINE_WORDS = frozenset(
    "SELECT FROM WHERE JOIN INSERT INTO VALUES UPDATE DELETE TABLE ERROR FATAL NULL WARN WARNING DEBUG INFO TRUE FALSE "
    "EXCEPTION FAILED TIMEOUT".split()
)
_MIN_LONG = 4
_LONGEST_HEADING = 8
_LOOK_AHEAD = 200  # a heading has text below it


def check(message: Message, context: Context) -> Iterator[Hit]:
    """Hits on the first row of marks and on the first run of words in capitals."""
    body = message.parts.body_text
    if _MARKS.search(body) is None and _CAPITAL_RUN.search(body) is None:
        return
    body = message.searchable("body").unquoted
    marks = _MARKS.search(body)
    run = next(
        (found for found in _CAPITAL_RUN.finditer(body) if _shouts(found, body, context.number("min-words"))),
        None,
    )
    if marks is not None and "?" not in marks.group() and sounds_familiar(context.thread):
        marks = None  # joy among friends
    if marks is not None and not (run is not None and run.start() < marks.start() <= run.end()):
        yield _marks_hit(message, marks)
    if run is not None:
        yield _capitals_hit(run)


def _marks_hit(message: Message, marks: re.Match[str]) -> Hit:
    span = Span(*marks.span())
    better = "?" if "?" in marks.group() else "!"
    relaxed = message.channel is Channel.MESSENGER or message.is_internal
    return Hit(
        span=span,
        severity=Severity.SUGGESTION if relaxed else None,
        confidence=0.9,
        values={"what": marks.group()},
        suggestions=(Suggestion(better, span, safe=True),),
    )


def _shouts(run: re.Match[str], body: str, most_silent: int) -> bool:
    """Words, not acronyms: a heading on a line of its own, a row of codes or a legal form do not shout."""
    words = _WORD.findall(run.group())
    spoken = [word for word in words if len(word) >= _MIN_LONG or word in _COMMON_SHORT]
    if len(words) < most_silent or len(spoken) < len(words) * 0.7:
        return False
    if not (_FUNCTION_WORDS.intersection(words) or "!" in run.group()) or len(_MACHINE_WORDS.intersection(words)) >= 2:
        return False
    start = body.rfind("\n", 0, run.start()) + 1
    end = body.find("\n", run.start())
    line = body[start:] if end < 0 else body[start:end]
    alone = line.strip().rstrip("!.?:") == run.group().strip().rstrip("!.?:")
    if body[run.end() - 1 :].lstrip().startswith(":") or run.group().rstrip().endswith(":"):
        return False
    is_heading = alone and len(words) <= _LONGEST_HEADING and end >= 0 and not line.rstrip().endswith("!")
    return not (is_heading and body[end : end + _LOOK_AHEAD].strip())


def _capitals_hit(run: re.Match[str]) -> Hit:
    text = run.group().rstrip()
    span = Span(run.start(), run.start() + len(text))
    return Hit(
        span=span,
        confidence=0.8,
        values={"what": text if len(text) < 60 else f"{text[:57]}…"},
        message=Text("Großbuchstaben wirken wie Geschrei: „{what}“", "Capitals read like shouting: “{what}”"),
    )


RULE = Rule(
    id="tone.shouting",
    languages=frozenset(),
    severity=Severity.WARNING,
    title=Text("laut: Großbuchstaben, „!!!“", "shouting: capitals, “!!!”"),
    message=Text("„{what}“ wirkt laut; ein Zeichen genügt.", "“{what}” sounds loud; one mark is enough."),
    why=Text(
        "Laute Schrift drängt. Der Leser hört einen Vorwurf, wo vielleicht nur Eile war.",
        "Loud type pushes. The reader hears a reproach where perhaps there was only haste.",
    ),
    source="netiquette (RFC 1855, 2.1.1): mixed case; upper case looks as if you are shouting",
    check=check,
    supersedes=frozenset({"tone.exclamation"}),
    options=(
        Option(
            "min-words",
            3,
            Text(
                "so viele Wörter in Großbuchstaben hintereinander gelten als laut",
                "so many words in capitals in a row count as shouting",
            ),
        ),
    ),
    limits=Text(
        "Abkürzungen, Kennzeichen, Rechtsformen und Überschriften gelten nicht als laut.",
        "Acronyms, codes, legal forms and headings do not count.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example("Hallo Anna,\n\nwo bleibt der Bericht???\n\nGruß\nTom", flagged="???", better="?"),
                Example(
                    "Hallo Anna,\n\nich brauche das SOFORT UND OHNE AUSREDE.\n\nGruß\nTom",
                    flagged="SOFORT UND OHNE AUSREDE.",
                ),
            ),
            good=(
                Example("Hallo Anna,\n\nwo bleibt der Bericht?\n\nGruß\nTom"),
                Example(
                    "Hallo Anna,\n\nam Tor hängt „BETRETEN VERBOTEN, HUND IST IMMER WACH“, und der Kunde fragt: „Wo bleibt "
                    "die Ware???“\n\nGruß\nTom"
                ),
                Example("Hallo Anna,\n\nder Ordner heißt PROJEKT KASSEL ENTWURF MAPPE und liegt oben.\n\nGruß\nTom"),
                Example("Hallo Anna,\n\nTERMINE UND ORTE IM MAI: Kassel, Ulm, Gera.\n\nGruß\nTom"),
                Example(
                    "Hallo Anna,\n\ndie SAP SE und die BASF SE prüfen den ISO-Standard, DIN EN ISO 9001 und "
                    "HGB.\n\nGruß\nTom"
                ),
                Example("Hallo Anna,\n\nNEUE ÖFFNUNGSZEITEN AB MÄRZ\n\nWir haben jetzt länger auf.\n\nGruß\nTom"),
            ),
        ),
        "en": Examples(
            bad=(
                Example("Hi Anna,\n\nwhere is the report!!!\n\nTom", flagged="!!!", better="!"),
                Example("Hi Anna,\n\nyou MUST ANSWER THIS TODAY.\n\nTom", flagged="MUST ANSWER THIS TODAY."),
            ),
            good=(
                Example("Hi Anna,\n\nIBM, NASA and FIFA replied to the RFP.\n\nTom"),
                Example("Hi Anna,\n\nthat is great!\n\nTom"),
                Example("Hi Anna,\n\nthe sign “KEEP OUT OR MEET THE DOG” hangs at the gate again.\n\nTom"),
                Example("Hi Anna,\n\nplease run SELECT NAME FROM PEOPLE WHERE MAIL IS NULL today.\n\nTom"),
                Example("Hi Anna,\n\nthe log says FATAL ERROR IN MAIN THREAD again.\n\nTom"),
            ),
        ),
    },
)
