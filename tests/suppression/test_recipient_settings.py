"""What the configuration sets for single recipients and domains."""

from __future__ import annotations

from pathlib import Path

import pytest

from msglint import Linter, Message
from msglint.config import ConfigError, LoadedSettings, load
from msglint.message.model import Audience, Relationship
from msglint.report import Report
from msglint.settings import ForRecipient, Settings

ANNA, TOM = "anna@example.com", "tom@example.org"
TEXT = "Sehr geehrte Damen und Herren,\n\nwir freuen uns auf den Termin am Dienstag!!!\n\nMfG\nTom Weiß\n"


def loaded(
    folder: Path, text: str, name: str = ".msglint.yaml", overrides: dict[str, object] | None = None, **environ: str
) -> LoadedSettings:
    (folder / ".git").mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return load(start=folder, environ={"XDG_CONFIG_HOME": str(folder / "none"), **environ}, overrides=overrides)


# Reading


def test_every_key_with_its_line(tmp_path: Path) -> None:
    result = loaded(
        tmp_path,
        'recipients:\n  "@Example.com":\n    ignore: [tone, closing]\n    profile: colleague\n'
        f"  {ANNA}: {{audience: customer, relationship: existing}}\n",
    )

    assert result.settings.recipients == (
        ForRecipient("@example.com", ignore=("tone", "closing"), profile="colleague"),
        ForRecipient(ANNA, audience=Audience.CUSTOMER, relationship=Relationship.EXISTING),
    )
    assert result.origin["recipients.@example.com.profile"].endswith(".msglint.yaml:4")
    assert result.shown["recipients.@example.com.ignore"] == "tone, closing"
    assert "recipients" not in result.shown


def test_in_toml(tmp_path: Path) -> None:
    text = f'[tool.msglint.recipients."{ANNA}"]\nignore = ["tone"]\nprofile = "colleague"\n'

    result = loaded(tmp_path, text, "pyproject.toml")

    assert result.settings.recipients == (ForRecipient(ANNA, ignore=("tone",), profile="colleague"),)
    assert result.origin[f"recipients.{ANNA}.profile"].endswith("pyproject.toml:3")


def test_a_nearer_file_wins_key_by_key(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    loaded(tmp_path, f"recipients: {{{ANNA}: {{profile: colleague, ignore: [tone]}}}}\n")
    (inner / ".msglint.yaml").write_text(f"recipients: {{{ANNA.upper()}: {{ignore: [closing]}}}}\n", encoding="utf-8")

    result = load(start=inner, environ={"XDG_CONFIG_HOME": str(tmp_path / "none")})

    assert result.settings.recipients == (ForRecipient(ANNA, ignore=("closing",), profile="colleague"),)


@pytest.mark.parametrize(
    ("below", "english", "german"),
    [
        ("anna: {ignore: [tone]}", "2: 'anna' is no address; anna@example.com or", "2: „anna“ ist keine Adresse"),
        (f"{ANNA}: {{ignor: [tone]}}", "2: there is no key 'ignor'; did you mean 'ignore'?", "2: Den Schlüssel"),
        (f"{ANNA}: {{ignore: [tone.shoting]}}", "2: there is no rule 'tone.shoting'; did you", "2: Die Regel"),
        (f"{ANNA}: {{profile: coleague}}", f"2: 'recipients.{ANNA}.profile': there is no profile 'coleague'", "2: „re"),
        (f"{ANNA}: {{audience: friend}}", f"2: 'recipients.{ANNA}.audience' cannot be 'friend'; it may be", "2: „rec"),
        (f"{ANNA}: {{relationship: []}}", f"2: 'recipients.{ANNA}.relationship' needs a value: none,", "2: „recipi"),
        (f"{ANNA}: [tone]", f"2: 'recipients.{ANNA}' needs a value: lines of the form 'name: value'", "2: „recipie"),
        ("@example.com: {ignore: [tone]}", "2: an address that begins with @ needs quotation marks", "2: Eine Adr"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(tmp_path: Path, below: str, english: str, german: str) -> None:
    with pytest.raises(ConfigError) as caught:
        loaded(tmp_path, f"recipients:\n  {below}\n")

    assert f".msglint.yaml:{english}" in caught.value.text("en")
    assert f".msglint.yaml:{german}" in caught.value.text("de")
    assert "\n" not in caught.value.text("en")


def test_the_command_line_and_the_environment_win(tmp_path: Path) -> None:
    text = f"profile: customer\nrecipients: {{{ANNA}: {{profile: colleague, ignore: [tone], audience: customer}}}}\n"
    by_option = loaded(tmp_path, text, overrides={"profile": "supplier", "ignore": ["closing"]}).settings
    by_variable = loaded(tmp_path, text, MSGLINT_AUDIENCE="authority").settings

    assert by_option.recipients == (ForRecipient(ANNA, ignore=("tone",), audience=Audience.CUSTOMER),)
    assert by_variable.recipients == (ForRecipient(ANNA, ignore=("tone",), profile="colleague"),)


# What is left out


def checked(*entries: ForRecipient, to: str | tuple[str, ...] = ANNA, settings: Settings | None = None) -> Report:
    settings = settings or Settings(recipients=entries, select=("tone.shouting", "closing"))
    message = Message.from_text(TEXT, to=to, subject="Termin am Dienstag")
    return Linter(settings, ui_language="en").check(message)


@pytest.mark.parametrize(
    ("recipient", "address", "is_left_out"),
    [
        (ANNA, ANNA, True),
        (ANNA, f"Anna Meyer <{ANNA.title()}>", True),
        ("@example.com", ANNA, True),
        ("@example.com", "anna@sub.example.com", False),
        ("@example.com", "x@notexample.com", False),
        ("@example.com", "anna@example.com.org", False),
        (ANNA, "xanna@example.com", False),
        (ANNA, TOM, False),
        ("@example.com", "Anna Meyer", False),
    ],
)
def test_whom_an_entry_means(recipient: str, address: str, is_left_out: bool) -> None:
    report = checked(ForRecipient(recipient, ignore=("tone",)), to=address)

    left = ["closing.abbreviated"] if is_left_out else ["tone.shouting", "closing.abbreviated"]
    assert [finding.rule for finding in report.findings] == left
    told = (("tone.shouting", f"left out for {recipient} by the configuration"),)
    assert report.skipped == (told if is_left_out else ())
    assert report.grade is not None
    assert report.grade.score == (88 if is_left_out else 76)


def test_of_several_recipients_each_must_be_meant() -> None:
    anna, house = ForRecipient(ANNA, ignore=("tone",)), ForRecipient("@example.org", ignore=("tone.shouting",))

    assert len(checked(anna, to=(ANNA, TOM)).findings) == 2
    assert checked(anna, house, to=(ANNA, TOM)).skipped == (
        ("tone.shouting", f"left out for {ANNA}, @example.org by the configuration"),
    )


def test_the_address_and_its_domain_add_up() -> None:
    report = checked(ForRecipient("@example.com", ignore=("tone",)), ForRecipient(ANNA, ignore=("closing",)))

    assert report.findings == ()


def test_nobody_is_nobody() -> None:
    assert len(checked(ForRecipient(ANNA, ignore=("tone",)), to=()).findings) == 2


# What is set


def profile_for(*entries: ForRecipient, to: str | tuple[str, ...] = ANNA, profile: str = "auto") -> str:
    return checked(to=to, settings=Settings(recipients=entries, profile=profile)).profile


def test_the_profile() -> None:
    colleague = ForRecipient("@example.com", profile="colleague")

    assert profile_for(colleague) == "colleague"
    assert profile_for(colleague, profile="customer") == "colleague"
    assert profile_for(colleague, to=TOM, profile="customer") == "customer"


def test_the_address_counts_before_its_domain() -> None:
    house, anna = ForRecipient("@example.com", profile="colleague"), ForRecipient(ANNA, profile="customer")

    assert profile_for(house, anna) == profile_for(anna, house) == "customer"
    assert profile_for(house, anna, to="eve@example.com") == "colleague"
    assert profile_for(house, anna, to=(ANNA, "eve@example.com")) not in ("colleague", "customer")


def test_audience_and_relationship_choose_the_profile() -> None:
    assert profile_for(ForRecipient(ANNA, audience=Audience.SUPPLIER)) == "supplier"
    assert profile_for(ForRecipient(ANNA, relationship=Relationship.NONE)) == "first-contact"


def test_what_the_message_says_itself_wins() -> None:
    settings = Settings(recipients=(ForRecipient(ANNA, audience=Audience.SUPPLIER),))
    message = Message.from_text(TEXT, to=ANNA).with_(audience=Audience.CUSTOMER)

    assert Linter(settings).check(message).profile == "customer"
