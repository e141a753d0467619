"""The words of the text format, German and English."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msglint.report import Grade, Readability, Report, Severity


class Tally(NamedTuple):
    """What many reports come to."""

    messages: int = 0
    unreadable: int = 0
    errors: int = 0
    warnings: int = 0
    suggestions: int = 0

    def with_(self, report: Report) -> Tally:
        """With one report more."""
        severities = [finding.severity for finding in report.findings]
        return Tally(
            self.messages + 1,
            self.unreadable + (report.error is not None),
            self.errors + severities.count(Severity.ERROR),
            self.warnings + severities.count(Severity.WARNING),
            self.suggestions + severities.count(Severity.SUGGESTION),
        )


class Words(NamedTuple):
    """The words in one language. Nouns as (one, many); `ease` by the lowest score, after Flesch's own table."""

    source: str
    subject: str
    profile: str
    better: str
    nothing: str
    severity: Mapping[Severity, str]
    parts: Mapping[str, str]
    grade_template: str
    skipped_template: str
    best_template: str
    best_places_template: str
    readability_template: str
    ease: Mapping[int, str]
    hardest: str
    accept_template: str
    summary_template: str
    errors: tuple[str, str]
    warnings: tuple[str, str]
    suggestions: tuple[str, str]
    unreadable: tuple[str, str]

    def grade(self, grade: Grade) -> str:
        """The grade with its score."""
        return self.grade_template.format(letter=grade.letter, score=grade.score)

    def skipped(self, whats: Iterable[str], why: str) -> str:
        """What was left alone and why."""
        what = ", ".join(self.parts.get(what, what) for what in whats)
        return self.skipped_template.format(what=what, why=why.rstrip("."))

    def accept(self, command: str) -> str:
        """The command that makes a finding right for its recipient."""
        return self.accept_template.format(command=command)

    def best(self, message: str, points: int, places: int) -> str:
        """The one change that helps most; at so many places."""
        template = self.best_template if places == 1 else self.best_places_template
        return template.format(message=message, points=points, places=places)

    def readability(self, readability: Readability) -> str:
        """How the text reads, in a word and by Flesch."""
        score = round(readability.flesch)
        ease = next((word for lowest, word in self.ease.items() if score >= lowest), self.hardest)
        return self.readability_template.format(ease=ease, score=score)

    def counts(self, tally: Tally) -> str:
        """How many findings of each severity there are; empty if there are none."""
        return ", ".join(
            f"{number} {noun[number != 1]}"
            for number, noun in (
                (tally.errors, self.errors),
                (tally.warnings, self.warnings),
                (tally.suggestions, self.suggestions),
                (tally.unreadable, self.unreadable),
            )
            if number
        )

    def summary(self, tally: Tally) -> str:
        """One sentence on several messages."""
        counts = self.counts(tally) or self.nothing.rstrip(".").lower()
        return self.summary_template.format(number=tally.messages, counts=counts)


def in_(ui_language: str) -> Words:
    """The words of a language, English where it is not German."""
    return GERMAN if ui_language == "de" else ENGLISH


GERMAN = Words(
    source="Standardeingabe",
    subject="Betreff",
    profile="Profil",
    better="Besser",
    nothing="Nichts zu verbessern.",
    severity={Severity.ERROR: "Fehler", Severity.WARNING: "Warnung", Severity.SUGGESTION: "Vorschlag"},
    parts={
        "body": "Text",
        "salutation": "Anrede",
        "closing": "Grußformel",
        "signature": "Signatur",
        "subject": "Betreff",
        "recipients": "Empfänger",
        "quote": "Zitat",
        "attachment": "Anhang",
    },
    grade_template="Note {letter} ({score} von 100)",
    skipped_template="Übersprungen ({what}): {why}.",
    best_template="Das hilft am meisten (+{points} Punkte): {message}",
    best_places_template="Das hilft am meisten (+{points} Punkte, an {places} Stellen): {message}",
    readability_template="Lesbarkeit: {ease} (Flesch {score})",
    ease={80: "sehr leicht", 60: "leicht", 50: "mittel", 30: "schwer"},
    hardest="sehr schwer",
    accept_template="Richtig so? {command}",
    summary_template="{number} Nachrichten geprüft: {counts}.",
    errors=("Fehler", "Fehler"),
    warnings=("Warnung", "Warnungen"),
    suggestions=("Vorschlag", "Vorschläge"),
    unreadable=("nicht lesbar", "nicht lesbar"),
)

ENGLISH = Words(
    source="standard input",
    subject="Subject",
    profile="Profile",
    better="Better",
    nothing="Nothing to improve.",
    severity={Severity.ERROR: "Error", Severity.WARNING: "Warning", Severity.SUGGESTION: "Suggestion"},
    parts={"body": "text"},
    grade_template="Grade {letter} ({score} of 100)",
    skipped_template="Skipped ({what}): {why}.",
    best_template="This helps most (+{points} points): {message}",
    best_places_template="This helps most (+{points} points, in {places} places): {message}",
    readability_template="Readability: {ease} (Flesch {score})",
    ease={80: "very easy", 60: "easy", 50: "fair", 30: "hard"},
    hardest="very hard",
    accept_template="Right as it is? {command}",
    summary_template="{number} messages checked: {counts}.",
    errors=("error", "errors"),
    warnings=("warning", "warnings"),
    suggestions=("suggestion", "suggestions"),
    unreadable=("unreadable", "unreadable"),
)
