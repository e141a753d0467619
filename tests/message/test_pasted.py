"""Text that is pasted under a note is not the note's."""

from __future__ import annotations

import pytest

from msglint.message.pasted import sections_of, without_pasted

BLOCK = "Der Hof war leer, und auf dem Dach saß eine Krähe. " * 8


@pytest.mark.parametrize(
    "note",
    [
        "hier sende ich Ihnen einen Auszug aus meinem Manuskript.",
        "folgenden Text möchten wir aushängen:",
        "die Mail an den Vermieter:",
        "below is the draft of the letter.",
        "so würde ich schreiben.\n-----\n",
        "so würde ich schreiben.\n\nSehr geehrte Frau Groß,\n",
    ],
)
def test_announced_block_is_left_out(note: str) -> None:
    kept = without_pasted(f"{note}\n\n{BLOCK}")
    assert kept.strip() == note.strip()
    assert len(kept) == len(f"{note}\n\n{BLOCK}")


@pytest.mark.parametrize(
    "word",
    "Manuskript Skript Script Auszug Ausschnitt Leseprobe Abstract Excerpt Extract Kapitel Entwurf Entwürfe Artikel "
    "Passage Text E-Mail-Text Draft Chapter Article Mail E-Mails Nachricht Schreiben Anschreiben Brief Letter Message "
    "ANTWORT".split(),
)
def test_whatever_is_announced_is_left_out(word: str) -> None:
    assert not without_pasted(f"folgend {word}:\n\n{BLOCK}").rpartition(":")[2].strip()


@pytest.mark.parametrize(
    "body",
    [
        f"vielen Dank für die Führung.\n\n{BLOCK}",
        "hier sende ich Ihnen einen Auszug aus meinem Manuskript.\n\nPasst er so?",
        f"{BLOCK}\n\n{BLOCK}\n\nhier ist der Text:\n\nBitte schließen Sie die Tür.",
    ],
)
def test_own_words_stay(body: str) -> None:
    assert without_pasted(body) == body


def test_sections_end_at_lines_labels_and_greetings() -> None:
    body = "Frau Weiß schreibt.\n-----\nTitel: Zimmer\n\nDie Nachricht:\nHey Arne,\n\nhast du Zeit?\n-----\nBis bald."
    said = [section.of(body).strip("- \n") for section in sections_of(body)]
    assert said == ["Frau Weiß schreibt.", "Titel: Zimmer", "Die Nachricht:", "Hey Arne,\n\nhast du Zeit?", "Bis bald."]
