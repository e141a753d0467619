"""What of a message is proofread."""

from __future__ import annotations

import pytest

from msglint.message.model import Message
from msglint.message.proofreading import Prose, prose_of

LETTER = "Guten Tag Frau Meyer,\n\n{}\n\nMit freundlichen Grüßen\nTom Weiß\n\n-- \nWeiß GmbH, Kassel\n"


def message(body: str, letter: str = LETTER) -> Message:
    return Message.from_text(letter.format(body)).with_(given_language="de")


def words(body: str, letter: str = LETTER) -> list[str]:
    return [word.text for word in Prose(message(body, letter)).words()]


def prose(body: str) -> list[str]:
    written = message(body)
    return [span.of(written.text) for span in prose_of(written)]


def test_salutation_closing_and_signature_are_none() -> None:
    assert prose("wir kommen am Montag.\n\nDas Haus ist neu.") == ["wir kommen am Montag.", "Das Haus ist neu."]


def test_a_message_without_prose() -> None:
    empty = Prose(Message.from_text(""))
    assert (list(empty.words()), empty.spans, empty.masked) == ([], (), ())


@pytest.mark.parametrize(
    "block",
    [
        "> Wie geht es Ihnen?",
        "| Ware | Preis |\n| Haus | 3 |",
        "Ware\tPreis",
        "Ware     Preis     Summe",
        "==========",
    ],
)
def test_quoted_lines_and_tables_are_none(block: str) -> None:
    assert prose(f"wir kommen.\n{block}\nBis dann.") == ["wir kommen.", "Bis dann."]


def test_several_lines_of_code_are_none() -> None:
    assert prose("wir kommen.\n\nfoo = bar;\nprint(foo);\n\nBis dann.") == ["wir kommen.", "Bis dann."]
    assert prose("wir kommen heute;\nbis dann.") == ["wir kommen heute;\nbis dann."]


def test_a_message_that_is_answered_below() -> None:
    body = "wir kommen.\n\nAm 3. Mai 2024 schrieb Anna Meyer:\n> Kommen Sie?\n> Anna"
    assert words(body, "Guten Tag Frau Meyer,\n\n{}") == ["wir", "kommen"]


def test_a_paragraph_in_another_language_is_none() -> None:
    english = "Please send the report to us before the end of the week, and thank you very much for your help."
    assert prose(f"wir kommen am Montag zu Ihnen.\n\n{english}") == ["wir kommen am Montag zu Ihnen."]


@pytest.mark.parametrize(
    "left_out",
    [
        "https://example.com/Weg?ort=Haus",
        "www.haus.example",
        "haus.example",
        "info@haus.example",
        "info (at) haus.example",
        "@haus",
        "#haus",
        "haus_2024.pdf",
        "Haus.Plan.docx",
        "C:\\Haus\\Plan",
        "\\\\server\\Haus",
        "/home/haus/plan",
        "~/haus/plan.txt",
        "`Haus Plan`",
        "```\nHaus\nPlan\n```",
        "haus_plan",
        "plan()",
        "RE-2024/HAUS",
        "{{haus}}",
        "%haus%",
        "<Haus>",
        "[Haus]",
        "«haus»",
        "„Haus im Garten“",
        '"Haus im Garten"',
        "'Haus'",
        "&nbsp;",
    ],
)
def test_what_is_no_word_is_left_out(left_out: str) -> None:
    assert words(f"wir sehen {left_out} heute.") == ["wir", "sehen", "heute"]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("geht’s", ["geht's"]),
        ("geht´s", ["geht's"]),
        ("Kick‑off", ["Kick-off"]),
        ("Rech\u00adnung", ["Rechnung"]),
        ("Kund*innen", ["Kund*innen"]),
        ("Kund:innen", ["Kund:innen"]),
        ("Haus/Garten", ["Haus", "Garten"]),
        ("z.B.", ["z.B"]),
        ("20jährige", ["20jährige"]),
        ("Haus.Garten", ["Haus", "Garten"]),
        ("ﬁn", ["ﬁn"]),
    ],
)
def test_what_one_word_is(written: str, found: list[str]) -> None:
    assert words(f"wir {written} heute.") == ["wir", *found, "heute"]


def test_words_stand_where_the_text_has_them_also_behind_emojis() -> None:
    written = message("wir 😀👩‍💻 sehen „das“ Haus von a@b.example in Rech\u00adnung.")
    for word in Prose(written).words():
        assert word.span.of(written.text).replace("\u00ad", "") == word.text


def test_what_is_masked_lies_inside_the_prose() -> None:
    written = message("wir sehen „das“ Haus.\n\nBitte an a@b.example schreiben.")
    proofread = Prose(written)
    assert [mask.of(written.text) for mask in proofread.masked] == ["„das“", "a@b.example"]
    assert all(any(span.contains(mask) for span in proofread.spans) for mask in proofread.masked)


@pytest.mark.parametrize("sign", ["a", "/", ".", "a.", "`", "[", "'", "<", "A1-", "@", "\\"])
def test_a_line_without_end_is_read_to_its_end(sign: str) -> None:
    assert words(f"{sign * 20_000}\nheute")[-1:] in (["heute"], [])
