"""The format for people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from msglint.formats import renderer
from msglint.formats.display import columns
from msglint.formats.excerpt import excerpt
from msglint.report import BestChange, Readability, Report, Severity, Skipped, Span

from .reports import TEXT, finding, report, unreadable


def rendered(*reports: Report, ui_language: str = "en", colour: bool = False, width: int = 80) -> str:
    return "".join(renderer("text")(reports, ui_language=ui_language, colour=colour, width=width))


def test_a_message_at_a_glance() -> None:
    shown = rendered(
        report(
            finding(text=TEXT, suggestions=("Sehr geehrte Frau Meyer",)),
            finding(
                marked="MfG",
                rule="closing.abbreviated",
                severity=Severity.WARNING,
                part="closing",
                message="The closing is abbreviated.",
                suggestions=("Mit freundlichen Grüßen\nTom Weiß",),
            ),
            best=BestChange("recipient.misspelled", 32),
        )
    )

    assert shown == (
        "draft.eml  Grade D (60 of 100)  1 error, 1 warning\n"
        "\n"
        "  Error: The name is spelt wrong. [recipient.misspelled]\n"
        "    1 | Sehr geehrte Frau Meier,\n"
        "      |                   ^^^^^\n"
        "    Nobody likes to read their own name misspelt.\n"
        "    → Better: Sehr geehrte Frau Meyer\n"
        "\n"
        "  Warning: The closing is abbreviated. [closing.abbreviated]\n"
        "    5 | MfG\n"
        "      | ^^^\n"
        "    Nobody likes to read their own name misspelt.\n"
        "    → Better: Mit freundlichen Grüßen\n"
        "              Tom Weiß\n"
        "\n"
        "  This helps most (+32 points): The name is spelt wrong.\n"
    )


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "This helps most (+20 points, in 2 places): The name is spelt wrong."),
        ("de", "Das hilft am meisten (+20 Punkte, an 2 Stellen): The name is spelt wrong."),
    ],
)
def test_what_helps_most_tells_in_how_many_places(language: str, told: str) -> None:
    twice = report(finding(), finding(marked="MfG"), best=BestChange("recipient.misspelled", 20))

    assert " ".join(rendered(twice, ui_language=language).split()).endswith(told)


def test_in_german() -> None:
    shown = rendered(report(finding(suggestions=("Meyer",))), ui_language="de")

    assert "draft.eml  Note D (60 von 100)  1 Fehler\n" in shown
    assert "  Fehler: The name" in shown
    assert "→ Besser: Meyer" in shown


def test_the_most_severe_comes_first() -> None:
    shown = rendered(
        report(
            finding(rule="a.a", severity=Severity.SUGGESTION),
            finding(marked="MfG", rule="b.b", severity=Severity.ERROR),
            finding(marked="MfG", rule="c.c", severity=Severity.WARNING),
        )
    )

    assert shown.index("[b.b]") < shown.index("[c.c]") < shown.index("[a.a]")


def test_a_clean_message_is_one_line() -> None:
    assert rendered(report()) == "draft.eml  Grade A (100 of 100)  Nothing to improve.\n"


@pytest.mark.parametrize(
    ("flesch", "german", "english"),
    [
        (101.2, "sehr leicht (Flesch 101)", "very easy (Flesch 101)"),
        (79.6, "sehr leicht (Flesch 80)", "very easy (Flesch 80)"),
        (60.0, "leicht (Flesch 60)", "easy (Flesch 60)"),
        (59.4, "mittel (Flesch 59)", "fair (Flesch 59)"),
        (49.0, "schwer (Flesch 49)", "hard (Flesch 49)"),
        (-4.9, "sehr schwer (Flesch -5)", "very hard (Flesch -5)"),
    ],
)
def test_how_a_longer_text_reads(flesch: float, german: str, english: str) -> None:
    measured = report(readability=Readability(100, 8, 12.5, flesch, None))

    assert rendered(measured) == f"draft.eml  Grade A (100 of 100)  Nothing to improve.  Readability: {english}\n"
    assert f"Nichts zu verbessern.  Lesbarkeit: {german}\n" in rendered(measured, ui_language="de")


def test_how_it_reads_stands_last_and_dim() -> None:
    measured = replace(report(readability=Readability(100, 8, 12.5, 55.0, None)), profile="customer")

    assert rendered(measured, colour=True).endswith(
        "  \x1b[2mProfile: customer\x1b[0m  \x1b[2mReadability: fair (Flesch 55)\x1b[0m\n"
    )


def test_how_a_short_text_reads_is_not_worth_a_word() -> None:
    assert "Readability" not in rendered(report(readability=Readability(99, 8, 12.4, 55.0, None)))


def test_standard_input_has_a_name() -> None:
    assert rendered(report(path="-")).startswith("standard input  Grade A")
    assert rendered(report(path=None), ui_language="de").startswith("Standardeingabe")


def test_what_was_skipped_is_told() -> None:
    skipped = (Skipped("body", "verschlüsselter Text"),)

    assert "  Übersprungen (Text): verschlüsselter Text.\n" in rendered(report(skipped=skipped), ui_language="de")


def test_several_rules_left_out_for_one_person_are_told_in_one_line() -> None:
    why = "accepted for anna@example.com"
    skipped = (
        Skipped("recipient.misspelled", why),
        Skipped("closing.missing", "accepted for @example.org"),
        Skipped("salutation.generic", why),
    )

    shown = rendered(report(skipped=skipped))

    assert "  Skipped (recipient.misspelled, salutation.generic): accepted for\n  anna@example.com.\n" in shown
    assert "  Skipped (closing.missing): accepted for @example.org.\n" in shown


def test_what_is_about_a_persons_name_ends_with_the_way_to_accept_it() -> None:
    found = finding(recipient="anna@example.com", suggestions=("Meyer",))

    shown = rendered(report(found), ui_language="de")

    assert (
        "    → Besser: Meyer\n    Richtig so? msglint accept recipient.misspelled --for anna@example.com --name Meier\n"
        in shown
    )
    assert "\x1b[2m    Right as it is? msglint accept" in rendered(report(found), colour=True)


def test_nothing_else_ends_so() -> None:
    nobody = finding()
    another_family = finding(rule="salutation.generic", recipient="anna@example.com")

    assert "msglint accept" not in rendered(report(nobody, another_family))


def test_an_odd_address_is_quoted_for_the_shell_and_cannot_steer_the_terminal() -> None:
    shown = rendered(report(finding(recipient="$(id)\x1b[2J@example.com")))

    assert "--for '$(id)\ufffd[2J@example.com' --name Meier\n" in shown


def test_the_command_is_not_broken_on_a_narrow_page() -> None:
    shown = rendered(report(finding(recipient="anna@example.com")), width=40)

    assert "msglint accept recipient.misspelled --for anna@example.com --name Meier\n" in shown


def test_an_unreadable_message_is_told_elsewhere_and_counted() -> None:
    assert rendered(unreadable()) == ""
    assert rendered(unreadable(), report()).endswith("\n2 messages checked: 1 unreadable.\n")


def test_several_messages_end_with_a_summary() -> None:
    shown = rendered(report(finding()), report(), unreadable())

    assert shown.endswith("\n\n3 messages checked: 1 error, 1 unreadable.\n")
    assert rendered(report(), report(), ui_language="de").endswith("\n2 Nachrichten geprüft: nichts zu verbessern.\n")


def test_clean_messages_stand_close_together() -> None:
    assert rendered(report(path="a"), report(path="b")).startswith(
        "a  Grade A (100 of 100)  Nothing to improve.\nb  Grade A"
    )


def test_no_line_is_wider_than_the_page() -> None:
    text = "wort " * 100 + "hier " + "wort " * 100
    long = finding(text=text, marked="hier", message="ein langer Satz " * 20, suggestions=("noch ein Satz " * 20,))

    for width in (40, 60, 80):
        shown = rendered(report(long, text=text), width=width)
        assert all(columns(line) <= width for line in shown.splitlines())
        assert "^^^^" in shown


def test_colour_only_where_it_is_wanted() -> None:
    plain = rendered(report(finding(suggestions=("x",))))
    coloured = rendered(report(finding(suggestions=("x",))), colour=True)

    assert "\x1b" not in plain
    assert "\x1b[1;31mError\x1b[0m" in coloured
    assert "\x1b[2m[recipient.misspelled]\x1b[0m" in coloured


def test_a_place_in_the_subject_is_shown_in_the_subject() -> None:
    found = finding(text="ANGEBOT", marked="ANGEBOT", part="subject", rule="subject.shouting")

    shown = rendered(report(found, subject="ANGEBOT", text="Guten Tag,"))

    assert "    Subject | ANGEBOT\n            | ^^^^^^^\n" in shown


def test_the_recipients_are_not_a_place_in_the_text() -> None:
    assert " | " not in rendered(report(finding(part="recipients")))


def test_a_suggestion_of_a_sign_is_shown_with_what_stands_around_it() -> None:
    text = "Guten Tag Frau Meyer\nich komme"
    found = finding(text=text, marked="\n", suggestions=(",\n",))

    assert "→ Better: Guten Tag Frau Meyer,ich komme" in rendered(report(found, text=text))


def test_a_suggestion_that_goes_on_in_the_message_says_so() -> None:
    text = "Vielen Dank für das Angebot."
    found = finding(text=text, marked="Vielen", suggestions=("Guten Tag Anna Meyer,\n\nvielen",))

    shown = rendered(report(found, text=text))

    assert "→ Better: Guten Tag Anna Meyer,\n\n              vielen …\n" in shown


def test_control_characters_do_not_reach_the_terminal() -> None:
    text = "Hallo \x1b[31mrot\x07 \u202eneb"
    found = finding(text=text, marked="rot", message="odd: \x1b]0;x\x07", suggestions=("\x1b[2J weg",))

    shown = rendered(report(found, text=text, path="a\x1b[1m.eml"))

    assert all(char.isprintable() or char == "\n" for char in shown)


@pytest.mark.parametrize(
    ("line", "marked", "blanks", "marks"),
    [
        ("Hallo Welt", "Welt", 6, 4),
        ("\tHallo Welt", "Hallo", 4, 5),
        ("日本 Welt", "Welt", 5, 4),
        ("日本 Welt", "本", 2, 2),
        ("e\u0301cole Welt", "Welt", 6, 4),
        ("zero\u200bwidth Welt", "Welt", 10, 4),
        ("a\u0301", "a\u0301", 0, 1),
    ],
)
def test_the_marks_stand_below_the_place(line: str, marked: str, blanks: int, marks: int) -> None:
    start = line.index(marked)

    shown = excerpt(f"davor\n{line}\ndanach", Span(6 + start, 6 + start + len(marked)), 70)

    assert shown is not None
    assert (shown.blanks, shown.marks) == (blanks, marks)


def at_columns(line: str, blanks: int, marks: int) -> tuple[str, str]:
    """What stands over the blanks, and over the marks."""
    before = next(line[:end] for end in range(len(line), -1, -1) if columns(line[:end]) == blanks)
    place = next(line[len(before) : end] for end in range(len(line), -1, -1) if columns(line[:end]) == blanks + marks)
    return before, place


def test_an_empty_span_is_a_place_too() -> None:
    shown = excerpt("Hallo", Span(5, 5), 70)

    assert shown is not None
    assert (shown.line, shown.blanks, shown.marks) == ("Hallo", 5, 1)


def test_a_blank_line_is_not_shown() -> None:
    assert excerpt("", Span(0, 0), 70) is None
    assert excerpt("a\n\nb", Span(2, 2), 70) is None


def test_a_place_over_several_lines_is_marked_in_the_first() -> None:
    shown = excerpt("eins zwei\ndrei", Span(5, 14), 70)

    assert shown is not None
    assert (shown.line, shown.blanks, shown.marks) == ("eins zwei", 5, 4)


@pytest.mark.parametrize("width", [20, 33, 70])
@pytest.mark.parametrize("start", [0, 10, 150, 395])
@pytest.mark.parametrize("letter", ["x", "日", "e\u0301"])
def test_a_long_line_is_cut_around_the_place(width: int, start: int, letter: str) -> None:
    line = letter * 400
    start *= len(letter)

    shown = excerpt(line, Span(start, start + 5 * len(letter)), width)

    assert shown is not None
    assert columns(shown.line) <= width
    before, place = at_columns(shown.line, shown.blanks, shown.marks)
    assert place == (letter * 5)[: len(place)]
    assert before.startswith("…") == (before.count(letter) < start / len(letter))


def test_messages_are_rendered_one_by_one() -> None:
    asked = []

    def reports() -> Iterator[Report]:
        for number in range(3):
            asked.append(number)
            yield report(path=str(number))

    pieces = renderer("text")(reports(), ui_language="en", colour=False, width=80)
    next(pieces)

    assert asked == [0]
