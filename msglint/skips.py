"""Why a message is left alone, in words for people."""

from __future__ import annotations

from msglint.message.model import CUT
from msglint.texts import Text

REASONS = {
    "automatic": Text("automatisch erzeugte Nachricht", "automatic message"),
    "list": Text("Nachricht an einen Verteiler oder Newsletter", "mailing list or newsletter"),
    "calendar": Text("Termineinladung", "calendar invitation"),
    "patch": Text("Programm-Patch", "patch"),
    "report": Text("Zustell- oder Lesebestätigung", "delivery or read report"),
    "encrypted": Text("verschlüsselter Text", "encrypted text"),
    "forward": Text("Weiterleitung ohne eigenen Text", "forward without own text"),
    CUT: Text(
        "der Text ist zu lang; nur sein Anfang wurde geprüft", "the text is too long; only its beginning was checked"
    ),
    "language": Text(
        "weder Deutsch noch Englisch: nur sprachunabhängige Regeln geprüft",
        "neither German nor English: only language-free rules were run",
    ),
    "failed": Text(
        "diese Regel kommt nicht von msglint und ist gescheitert",
        "this rule does not come with msglint and has failed",
    ),
    "slow": Text(
        "der Ausdruck dieser Regel brauchte zu lange und wurde abgebrochen; „msglint test“ zeigt, welcher es ist",
        "the expression of this rule took too long and was cut off; 'msglint test' shows which one it is",
    ),
}


def reason_text(reason: str, ui_language: str) -> str:
    """The reason called `reason` in the user's language; the key itself where it has no words."""
    text = REASONS.get(reason)
    return text.in_(ui_language) if text else reason
