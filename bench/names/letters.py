"""Neutral letters around a greeting, in German with Sie or du, in English; no names in them but the sender's."""

from __future__ import annotations

import random

FORMAL, FAMILIAR, SEVERAL, ENGLISH = "Sie", "du", "ihr", "en"

BODIES = {
    FORMAL: (
        "vielen Dank für Ihre Nachricht vom Montag. Die Unterlagen liegen uns jetzt vollständig vor. Wir melden uns "
        "bis Freitag mit einem Angebot bei Ihnen.",
        "wie besprochen schicken wir Ihnen die Muster in der kommenden Woche. Bitte teilen Sie uns kurz mit, ob die "
        "Lieferung an das Lager gehen soll.",
        "unser Termin im Werk hat sich um eine Stunde verschoben. Passt Ihnen auch 14 Uhr? Sonst finden wir gern einen "
        "anderen Tag.",
    ),
    FAMILIAR: (
        "danke für deine Nachricht von gestern. Ich habe mir die Zahlen angesehen und zwei Fragen dazu. Hast du morgen "
        "Vormittag kurz Zeit?",
        "die neue Fassung liegt im gemeinsamen Ordner. Schau sie dir bitte bis Mittwoch an und schreib mir, was fehlt.",
        "der Zug hatte Verspätung, deshalb komme ich erst gegen elf. Fang bitte ohne mich an, ich lese später nach.",
    ),
    SEVERAL: (
        "danke für eure Rückmeldung. Ich habe die Vorschläge verbunden. Schaut bitte bis Freitag, ob etwas fehlt.",
        "der Raum ist für Donnerstag gebucht. Bringt bitte die Muster mit, damit wir sie vergleichen können.",
    ),
    ENGLISH: (
        "thank you for your message. We have received all the documents and will send you our offer by Friday.",
        "the samples will leave our warehouse next week. Could you let us know which address they should go to?",
        "our meeting has moved by one hour. Does two o'clock suit you as well? Otherwise we can look for another day.",
    ),
}
CLOSINGS = {
    FORMAL: ("Mit freundlichen Grüßen", "Freundliche Grüße"),
    FAMILIAR: ("Viele Grüße", "Herzliche Grüße"),
    SEVERAL: ("Viele Grüße", "Beste Grüße"),
    ENGLISH: ("Kind regards,", "Best regards,"),
}


def letter(greeting: str, sender: str, form: str, *, comma: bool, rng: random.Random) -> str:
    """The whole text of a draft. In German the text after a comma goes on in lower case."""
    body = rng.choice(BODIES[form])
    if form == ENGLISH or not comma:
        body = body[0].upper() + body[1:]
    return f"{greeting}\n\n{body}\n\n{rng.choice(CLOSINGS[form])}\n{sender}\n"
