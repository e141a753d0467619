"""What is right for single recipients: the file, changing it, and the findings that are left out."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msglint import Linter, Message
from msglint.config import LoadedSettings, load, locked_file
from msglint.config.accepted import Remembered, parse_accepted
from msglint.config.accepted_text import HEADER, with_entry, without_entries
from msglint.config.errors import ConfigError
from msglint.config.locked_file import change_file
from msglint.report import Report, Severity, Skipped, Span
from msglint.rules.base import Context, Hit, Rule
from msglint.settings import Accepted, Settings
from msglint.texts import Text

ANNA, TOM = "anna@example.com", "tom@example.org"
MISSPELLED = "recipient.misspelled"
NAME = "accepted.yaml"


def entries(text: str) -> list[tuple[str, str, str]]:
    return [(entry.recipient, entry.rule, entry.name) for entry in parse_accepted(text, NAME).entries]


def problems(text: str, ui_language: str = "en") -> list[str]:
    return [problem.text(ui_language) for problem in parse_accepted(text, NAME).problems]


# Reading


@pytest.mark.parametrize(
    "below",
    [
        "\n  - recipient.misspelled: Annah\n  - closing\n",
        "\n- recipient.misspelled: 'Annah'\n- closing\n",
        ": [{recipient.misspelled: [Annah]}, closing]\n".removeprefix(":"),
        "\n  recipient.misspelled: Annah\n  closing:\n",
        "\n  recipient.misspelled:\n    - Annah  # so she writes it\n  closing:\n",
    ],
)
def test_every_way_that_one_would_write_it(below: str) -> None:
    assert entries(f"# ours\nAnna@Example.com:{below}") == [(ANNA, MISSPELLED, "Annah"), (ANNA, "closing", "")]


def test_a_rule_alone_a_domain_and_several_spellings() -> None:
    text = f'{ANNA}: closing\n"@example.org":\n  - {MISSPELLED}: [Annah, "Null", Null, 7]\n'

    assert entries(text) == [
        (ANNA, "closing", ""),
        *[("@example.org", MISSPELLED, n) for n in "Annah Null Null 7".split()],
    ]


@pytest.mark.parametrize("text", ["", "# nothing\n", f"{ANNA}:\n", f"{ANNA}: []\n"])
def test_nothing_is_accepted(text: str) -> None:
    assert parse_accepted(text, NAME).entries == ()
    assert problems(text) == []


@pytest.mark.parametrize(
    ("line", "english", "german"),
    [
        ("anna: [closing]", "2: 'anna' is no address; anna@example.com or", "2: „anna“ ist keine Adresse; gebraucht"),
        (f"x{ANNA}: [[closing]]", "2: a rule is needed here, such as '- recipient", "2: Hier gehört eine Regel hin"),
        (f"x{ANNA}: ['']", "2: a rule is needed here", "2: Hier gehört eine Regel hin"),
        (f"x{ANNA}: [closing: '']", "2: behind 'closing' the right spelling", "2: Hinter „closing“ gehört ein Name"),
        (f"x{ANNA}: [closing: {{a: b}}]", "2: behind 'closing' the right spelling", "2: Hinter „closing“"),
        (
            f"x{ANNA}: [recipient.mispelled]",
            "2: there is no rule 'recipient.mispelled'; did you mean 'recipient.misspelled'?",
            "2: Die Regel „recipient.mispelled“ gibt es nicht; gemeint ist wohl „recipient.misspelled“.",
        ),
    ],
)
def test_a_wrong_line_is_told_and_the_others_count(line: str, english: str, german: str) -> None:
    text = f"{ANNA}: [closing]\n{line}\n{TOM}: [closing]\n"

    assert {(ANNA, "closing", ""), (TOM, "closing", "")} <= set(entries(text))
    (sentence,), (german_sentence,) = problems(text), problems(text, "de")
    assert sentence.startswith(f"{NAME}:{english}")
    assert german_sentence.startswith(f"{NAME}:{german}")


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("- closing\n", ":1: an address with a colon is needed here"),
        ("just words\n", ":1: an address with a colon is needed here"),
        (f"{ANNA}: [closing\n", "not valid YAML"),
        (f"{ANNA}: [closing]\n{ANNA}: [subject]\n", ":2: 'anna@example.com' is already set in line 1."),
        ("@example.com: [closing]\n", ':1: an address that begins with @ needs quotation marks: "@example.com":'),
        (f"{ANNA}:\n  - tone\n@example.com:\n  - closing\n", ":3: an address that begins with @ needs quotation"),
        (f"{ANNA}:\n\t- closing\n", ":2: please indent with spaces, not with tabs."),
        (f"{ANNA}:\n  - tone\n \t- closing\n", ":3: please indent with spaces, not with tabs."),
        (f"{ANNA}:\r\n  closing:\r\n\t- x\r\n", ":3: please indent with spaces, not with tabs."),
    ],
)
def test_a_broken_file_is_told_in_a_sentence(text: str, english: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_accepted(text, NAME)

    assert english in caught.value.text("en")
    assert caught.value.text("de") != caught.value.text("en")


def test_rules_from_packs_are_rules_too() -> None:
    assert problems(f"{ANNA}: [boilerplate.default-invite, all]\n") == []


# Changing the text


def added(text: str, *new: Accepted) -> str:
    for entry in new:
        text = with_entry(text, entry, NAME)
    return text


def test_the_first_entry_comes_below_the_explanation() -> None:
    text = added(HEADER.de, Accepted(ANNA, MISSPELLED, "Annah"), Accepted("@example.org", "closing"))

    assert text == HEADER.de + (f'{ANNA}:\n  - {MISSPELLED}: "Annah"\n"@example.org":\n  - closing\n')


def test_the_explanation_shows_entries_that_are_right() -> None:
    for header in HEADER:
        shown = "\n".join(
            line[2:]
            for line in header.splitlines()
            if line.startswith(("# anna", "#   -", '# "')) and "accept" not in line
        )
        assert entries(shown) == [
            (ANNA, "salutation.generic", ""),
            (ANNA, MISSPELLED, "Annah"),
            ("@example.com", "closing", ""),
        ]
        assert problems(shown) == []


HAND_MADE = f"""\
# my people

# the boss
{ANNA}:
    - {MISSPELLED}: "Annah"   # so she writes it
    # since May
    - closing

# from the pub
{TOM}: [subject, tone]
"""


def test_what_was_written_by_hand_stays() -> None:
    text = added(HAND_MADE, Accepted(ANNA, "salutation"), Accepted("eve@example.com", "tone"))

    assert (
        text
        == HAND_MADE.replace("    - closing\n", "    - closing\n    - salutation\n") + "eve@example.com:\n  - tone\n"
    )
    assert (
        without_entries(
            without_entries(text, [Accepted(ANNA, "salutation")], NAME), [Accepted("eve@example.com", "tone")], NAME
        )
        == HAND_MADE
    )


def test_only_the_lines_of_an_entry_are_removed() -> None:
    text = without_entries(HAND_MADE, [Accepted(ANNA, "closing")], NAME)

    assert text == HAND_MADE.replace("    - closing\n", "")


def test_with_the_last_entry_goes_the_recipient() -> None:
    gone = [Accepted(ANNA, "closing"), Accepted(ANNA, MISSPELLED, "Annah")]

    assert (
        without_entries(HAND_MADE, gone, NAME)
        == f"# my people\n\n# the boss\n\n# from the pub\n{TOM}: [subject, tone]\n"
    )


def test_a_list_in_one_line_is_written_anew_and_nothing_else() -> None:
    start, _, _ = HAND_MADE.partition(f"{TOM}:")

    assert added(HAND_MADE, Accepted(TOM, "closing")) == f"{start}{TOM}:\n  - subject\n  - tone\n  - closing\n"
    assert without_entries(HAND_MADE, [Accepted(TOM, "tone")], NAME) == f"{start}{TOM}:\n  - subject\n"
    assert without_entries(HAND_MADE, [Accepted(TOM, "tone"), Accepted(TOM, "subject")], NAME) == start


def test_a_file_in_one_line_is_written_anew_below_its_comments() -> None:
    text = f"# mine\n{{{ANNA}: [closing], {TOM}: tone}}"

    assert added(text, Accepted(ANNA, "subject")) == f"# mine\n{ANNA}:\n  - closing\n  - subject\n{TOM}:\n  - tone\n"


def test_the_usual_slips_in_german() -> None:
    for text, german in (
        ("@acme.example: [closing]\n", 'Eine Adresse, die mit @ beginnt, braucht Anführungszeichen: "@example.com":'),
        (f"{ANNA}:\n\t- closing\n", "Bitte mit Leerzeichen statt Tabulator einrücken."),
    ):
        with pytest.raises(ConfigError) as caught:
            parse_accepted(text, NAME)
        assert caught.value.text("de").partition(": ")[2] == german


@pytest.mark.parametrize("text", [HAND_MADE, HAND_MADE.rstrip("\n"), f"{ANNA}: [closing]\n", HEADER.de])
def test_line_ends_stay(text: str) -> None:
    windows = text.replace("\n", "\r\n")

    for entry in (Accepted(ANNA, "salutation"), Accepted(TOM, "closing"), Accepted("@example.com", "tone")):
        after = with_entry(windows, entry, NAME)
        assert after == with_entry(text, entry, NAME).replace("\n", "\r\n")
        assert without_entries(after, [entry], NAME) == without_entries(
            with_entry(text, entry, NAME), [entry], NAME
        ).replace("\n", "\r\n")


def test_lines_of_both_kinds_stay_as_they_are() -> None:
    text = f"# one\r\n{ANNA}:\n  - closing\n"

    assert added(text, Accepted(ANNA, "tone")) == text + "  - tone\r\n"


def test_a_missing_end_of_line_is_no_harm() -> None:
    assert entries(added(f"{ANNA}:\n  - closing", Accepted(ANNA, "tone"), Accepted(TOM, "tone"))) == [
        (ANNA, "closing", ""),
        (ANNA, "tone", ""),
        (TOM, "tone", ""),
    ]


def test_a_line_that_is_not_understood_is_not_lost() -> None:
    by_line = f"anna: [closing]\n{TOM}:\n  - closing\n"
    in_the_way = f"{ANNA}: [closing, [tone]]\n"

    assert added(by_line, Accepted(TOM, "tone")) == by_line + "  - tone\n"
    with pytest.raises(ConfigError, match="1: a rule is needed here"):
        added(in_the_way, Accepted(ANNA, "subject"))


def test_an_entry_with_a_rule_that_is_gone_can_be_removed() -> None:
    text = f"{ANNA}:\n  - old.rule\n  - closing\n"

    assert without_entries(text, [Accepted(ANNA, "old.rule")], NAME) == f"{ANNA}:\n  - closing\n"
    assert entries(added(text, Accepted(ANNA, "tone")))[0] == (ANNA, "old.rule", "")


ENTRIES = st.builds(
    Accepted,
    st.sampled_from([ANNA, TOM, "@example.org", "o'neill#1@example.com", "über@example.com"]),
    st.sampled_from([MISSPELLED, "closing", "all"]),
    st.sampled_from(["", "Annah", "null", 'A "B" \\ C', "Ł: #x", "- x", "😀"]),
)


@given(st.lists(st.tuples(st.booleans(), ENTRIES), max_size=12), st.sampled_from(["", HEADER.en, HAND_MADE]))
def test_after_any_changes_the_file_says_what_was_asked_for(changes: list[tuple[bool, Accepted]], text: str) -> None:
    expected = set(parse_accepted(text, NAME).entries)
    for adds, entry in changes:
        if adds and entry not in expected:
            text = with_entry(text, entry, NAME)
            expected.add(entry)
        elif not adds and entry in expected:
            text = without_entries(text, [entry], NAME)
            expected.discard(entry)
        assert set(parse_accepted(text, NAME).entries) == expected


# The file on the disk


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "new" / NAME

    assert change_file(path, lambda text: text + "# x\n")

    assert path.read_text(encoding="utf-8") == "# x\n"
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == [NAME]


@pytest.mark.skipif(os.name != "posix", reason="no modes")
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o600])
def test_the_mode_stays(tmp_path: Path, mode: int) -> None:
    path = tmp_path / NAME
    path.touch()
    path.chmod(mode)

    change_file(path, lambda _: "# x\n")

    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(os.name != "posix", reason="no modes")
def test_a_read_only_file_stays(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_text("# mine\n", encoding="utf-8")
    path.chmod(0o444)

    with pytest.raises(ConfigError, match="is write-protected") as caught:
        change_file(path, lambda _: "# x\n")

    assert "schreibgeschützt" in caught.value.text("de")
    assert path.read_text(encoding="utf-8") == "# mine\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_of_somebody_elses_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / NAME
    path.write_text("# mine\n", encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda *_: False)

    with pytest.raises(ConfigError, match="is write-protected"):
        change_file(path, lambda _: "# x\n")

    assert path.read_text(encoding="utf-8") == "# mine\n"


def test_a_full_disk_is_told_in_the_users_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fsync(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fsync)

    with pytest.raises(ConfigError, match=r"cannot be written \(the disk is full\)\.") as caught:
        change_file(tmp_path / NAME, lambda _: "# x\n")

    assert "lässt sich nicht schreiben (der Datenträger ist voll)." in caught.value.text("de")
    assert list(tmp_path.iterdir()) == []


def test_what_stays_the_same_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / NAME

    assert not change_file(path, str)

    assert list(tmp_path.iterdir()) == []


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "dotfiles").mkdir()
    real, link = tmp_path / "dotfiles" / NAME, tmp_path / NAME
    real.write_text("# mine\n", encoding="utf-8")
    link.symlink_to(real)

    change_file(link, lambda text: text + "# x\n")

    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "# mine\n# x\n"


def test_many_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / NAME

    def add(number: int) -> None:
        change_file(path, lambda text: with_entry(text, Accepted(f"p{number}@example.com", "closing"), NAME))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(40)))

    assert sorted(entries(path.read_text(encoding="utf-8"))) == sorted(
        (f"p{number}@example.com", "closing", "") for number in range(40)
    )


def test_a_lock_that_was_left_behind_keeps_nobody_out(tmp_path: Path) -> None:
    lock = tmp_path / f"{NAME}.lock"
    lock.touch()
    os.utime(lock, (0, 0))

    assert change_file(tmp_path / NAME, lambda _: "x: 1\n")
    assert not lock.exists()


def test_a_lock_that_nobody_opens_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locked_file, "PATIENCE", 0.0)
    lock = tmp_path / f"{NAME}.lock"
    lock.touch()

    with pytest.raises(ConfigError, match="another program is writing") as caught:
        change_file(tmp_path / NAME, lambda _: "x")

    assert str(lock) in caught.value.text("de")
    assert lock.exists()


def test_a_change_that_fails_leaves_all_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_text("# mine\n", encoding="utf-8")

    with pytest.raises(ZeroDivisionError):
        change_file(path, lambda _: str(1 // 0))
    with pytest.raises(UnicodeEncodeError):
        change_file(path, lambda _: "\udc80")

    assert path.read_text(encoding="utf-8") == "# mine\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(ConfigError, match="cannot be written"):
        change_file(tmp_path / "file" / NAME, lambda _: "x")


# Settings


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "msglint"
    folder.mkdir()
    return folder


def loaded(home: Path, **more: bool) -> LoadedSettings:
    return load(start=home, environ={"XDG_CONFIG_HOME": str(home.parent)}, **more)  # type: ignore[arg-type]


def test_settings_hold_what_was_accepted(home: Path) -> None:
    (home / NAME).write_text(f"{ANNA}: [closing]\n", encoding="utf-8")

    assert loaded(home).settings.accepted == (Accepted(ANNA, "closing"),)
    assert loaded(home, isolated=True).settings.accepted == ()


def test_a_broken_file_is_a_note_and_the_settings_hold(home: Path) -> None:
    (home / "config.yaml").write_text("lang: de\n", encoding="utf-8")
    (home / NAME).write_text(f"{ANNA}: [closing\n", encoding="utf-8")

    result = loaded(home)

    assert (result.settings.language, result.settings.accepted) == ("de", ())
    (note,) = result.notes
    assert NAME in note.text("en")


def test_without_a_file_there_is_nothing_to_note(home: Path) -> None:
    assert (loaded(home).settings.accepted, loaded(home).notes) == ((), ())


# Findings that are left out


def rule_about(recipient: str, marked: str = "Anah", rule_id: str = MISSPELLED) -> Rule:
    """A rule that finds one word wrong, for that recipient."""

    def check(message: Message, _: Context) -> Iterator[Hit]:
        start = message.text.find(marked)
        if start >= 0:
            yield Hit(Span(start, start + len(marked)), recipient=recipient)

    text = Text("falsch", "wrong")
    return Rule(rule_id, frozenset(), Severity.ERROR, text, text, text, "", check, {})


Check = Callable[..., Report]


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> Check:
    """Check a mail to Anna with rules that are made up, where some things are accepted."""

    def check(
        *rules: Rule,
        accepted: tuple[Accepted, ...],
        to: tuple[str, ...] = (f"Anna Meyer <{ANNA.title()}>",),
        ui_language: str = "en",
    ) -> Report:
        monkeypatch.setattr("msglint.linter.coded_rules", lambda: rules)
        select = tuple(rule.id for rule in rules)
        linter = Linter(Settings(select=select, accepted=accepted), ui_language=ui_language)
        return linter.check(Message.from_text("Liebe Anah,\n\nbis morgen.\n\nTom", to=to))

    return check


@pytest.mark.parametrize(
    ("accepted", "is_left_out"),
    [
        (Accepted(ANNA, MISSPELLED), True),
        (Accepted(ANNA, "recipient"), True),
        (Accepted(ANNA, "all"), True),
        (Accepted("@example.com", MISSPELLED), True),
        (Accepted(ANNA, MISSPELLED, "ANAH"), True),
        (Accepted(ANNA, MISSPELLED, "Annah"), False),
        (Accepted(ANNA, "recipient.mismatch"), False),
        (Accepted(ANNA, "recip"), False),
        (Accepted(TOM, MISSPELLED), False),
        (Accepted("@example.org", MISSPELLED), False),
        (Accepted("@mple.com", MISSPELLED), False),
    ],
)
def test_what_fits_recipient_rule_and_spelling_is_left_out(check: Check, accepted: Accepted, is_left_out: bool) -> None:
    report = check(rule_about(ANNA), accepted=(accepted,))

    assert report.grade is not None
    assert (report.findings == ()) == is_left_out
    assert (report.grade.letter == "A") == is_left_out
    assert report.skipped == ((Skipped(MISSPELLED, f"accepted for {accepted.recipient}"),) if is_left_out else ())


def test_the_others_in_the_message_are_still_found(check: Check) -> None:
    report = check(
        rule_about(ANNA), rule_about(TOM, "Tom", "recipient.mismatch"), accepted=(Accepted(ANNA, "recipient"),)
    )

    assert [finding.rule for finding in report.findings] == ["recipient.mismatch"]
    assert report.skipped == (Skipped(MISSPELLED, "accepted for anna@example.com"),)


@pytest.mark.parametrize(
    ("to", "recipients", "is_left_out"),
    [
        ((ANNA,), (ANNA,), True),
        ((ANNA, TOM), (ANNA,), False),
        ((ANNA, TOM), (ANNA, TOM), True),
        ((ANNA, "eve@example.com", TOM), ("@example.com", TOM), True),
        ((ANNA, "Tom Weiß"), (ANNA,), False),
        ((), (ANNA,), False),
    ],
)
def test_what_is_about_nobody_must_be_right_for_everybody(
    check: Check, to: tuple[str, ...], recipients: tuple[str, ...], is_left_out: bool
) -> None:
    accepted = tuple(Accepted(recipient, "recipient") for recipient in recipients)

    report = check(rule_about(""), accepted=accepted, to=to)

    assert (report.findings == ()) == is_left_out
    if is_left_out:
        assert report.skipped == (Skipped(MISSPELLED, f"accepted for {', '.join(recipients)}"),)


def test_the_report_tells_it_in_the_users_language(check: Check) -> None:
    report = check(rule_about(ANNA), accepted=(Accepted(ANNA, MISSPELLED),), ui_language="de")

    assert report.skipped == (Skipped(MISSPELLED, "für anna@example.com als richtig vermerkt"),)


def test_a_spelling_is_the_same_however_its_accent_is_encoded() -> None:
    assert Accepted(ANNA, MISSPELLED, "Zoë").covers(MISSPELLED, "zoe\u0308")
    assert not Accepted(ANNA, MISSPELLED, "Zoë").covers(MISSPELLED, "Zoe")


def test_nothing_remembered_is_nothing() -> None:
    assert Remembered().problems == ()
