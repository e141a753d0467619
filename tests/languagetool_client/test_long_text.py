"""A message longer than what is sent: its beginning goes, in whole sentences, also where it is one paragraph."""

from __future__ import annotations

from msglint.analysis.languagetool.sent_text import LONGEST, sent_text
from msglint.message.model import Message

SENTENCE = "Wir liefern die Schrauben am Montag in den Hof. "


def test_of_one_endless_paragraph_the_beginning_is_sent() -> None:
    text = "Guten Tag Frau Meyer,\n\n" + SENTENCE * 1_000 + "\n\nViele Grüße\nTom Weiß"
    sent = sent_text(Message.from_text(text), lambda word: False)
    assert LONGEST - 2 * len(SENTENCE) < len(sent.text) <= LONGEST + 2
    assert sent.text.rstrip().endswith("Hof.")
