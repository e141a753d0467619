"""salutation.nobility: `Herr Graf von …`, `Herr Freiherr von …`."""

from __future__ import annotations

from collections.abc import Iterator

from msglint.message.model import Message
from msglint.message.name_words import NOBILITY, PARTICLES
from msglint.report import Severity, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_COUNTS = {"graf": "Sehr geehrter Graf", "gräfin": "Sehr geehrte Gräfin"}
_HONORIFICS = {"Herr": "Sehr geehrter Herr", "Frau": "Sehr geehrte Frau"}


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit where Herr or Frau stands before a title of nobility and a particle: Graf alone is a surname like any."""
    salutation = message.parts.salutation
    if salutation is None or len(salutation.greeted) != 1:
        return
    greeted = salutation.greeted[0]
    words = greeted.name.split()
    if len(words) < 3 or words[0].lower() not in NOBILITY or words[1].lower() not in PARTICLES:
        return
    if greeted.honorific not in _HONORIFICS:
        return
    better = _better(greeted.honorific, greeted.titles, words)
    mark = "" if message.language == "de-CH" else ","
    yield Hit(
        span=salutation.span,
        values={"title": words[0], "honorific": greeted.honorific},
        confidence=0.75,
        suggestions=(Suggestion(f"{better}{mark}", salutation.span),),
    )


def _better(honorific: str, titles: tuple[str, ...], words: list[str]) -> str:
    """A count is `Graf Bismarck`, without Herr and von; of a baron only the name with its von is said."""
    opening = _COUNTS.get(words[0].lower())
    if opening is None:
        return " ".join((_HONORIFICS[honorific], *titles, *words[1:]))
    return " ".join((opening, *(word for word in words[1:] if word.lower() not in PARTICLES)))


RULE = Rule(
    id="salutation.nobility",
    languages=frozenset({"de"}),
    severity=Severity.SUGGESTION,
    title=Text("Adelstitel in der Anrede", "title of nobility in the salutation"),
    message=Text(
        "„{honorific}“ und „{title}“ stehen in der Anrede nicht nebeneinander.",
        "“{honorific}” and “{title}” do not stand side by side in a salutation.",
    ),
    why=Text(
        "Wer einen solchen Namen trägt, hört sofort, ob der Absender die Form kennt: Graf ersetzt „Herr“, Freiherr "
        "entfällt.",
        "People with such a name hear at once whether the sender knows the form: Graf takes the place of “Herr”, "
        "Freiherr is left out.",
    ),
    source="experto.de on titles of nobility: „Sehr geehrter Graf Bismarck“, „Sehr geehrter Herr von Thurner“",
    check=check,
    limits=Text(
        "Nur mit „von“ oder „zu“; „Herr Graf“ und „Frau Baron“ sind bürgerliche Namen. Wer anders angeredet werden "
        "möchte, hat recht.",
        "Only with “von” or “zu”; “Herr Graf” and “Frau Baron” are ordinary surnames. Whoever prefers another form "
        "is right.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrter Herr Graf von Altberg,\n\ndie Rechnung ist bezahlt.\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Sehr geehrter Herr Graf von Altberg,",
                    better="Sehr geehrter Graf Altberg,",
                ),
                Example(
                    "Sehr geehrter Herr Freiherr von Thalheim,\n\ndie Rechnung ist bezahlt.\n\nMit freundlichen "
                    "Grüßen\nTom Weiß",
                    flagged="Sehr geehrter Herr Freiherr von Thalheim,",
                    better="Sehr geehrter Herr von Thalheim,",
                ),
            ),
            good=(
                Example(
                    "Sehr geehrter Graf Altberg,\n\ndie Rechnung ist bezahlt.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example("Sehr geehrter Herr Graf,\n\ndie Rechnung ist bezahlt.\n\nMit freundlichen Grüßen\nTom Weiß"),
                Example("Sehr geehrte Frau Baron,\n\ndie Rechnung ist bezahlt.\n\nMit freundlichen Grüßen\nTom Weiß"),
                Example(
                    "Sehr geehrter Herr von Thalheim,\n\ndie Rechnung ist bezahlt.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
            ),
        ),
    },
)
