"""Configuration: where it is found, what wins, and what is said about a wrong one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from msglint.config import COMMAND_LINE, DEFAULT, ConfigError, LoadedSettings, keys, load
from msglint.documents.located import Place, locate
from msglint.message.model import Channel, Relationship
from msglint.report import Severity
from msglint.settings import Settings

RULE = "salutation.missing"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder that is the root of a repository, so that nothing above it counts."""
    (tmp_path / ".git").mkdir()
    return tmp_path


def loaded(start: Path, **environ: str) -> LoadedSettings:
    return load(start=start, environ={"XDG_CONFIG_HOME": str(start / "nowhere"), **environ})


def config(folder: Path, text: str, name: str = ".msglint.yaml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def sentence(folder: Path, ui_language: str = "en", **environ: str) -> str:
    with pytest.raises(ConfigError) as caught:
        loaded(folder, **environ)
    text = caught.value.text(ui_language)
    assert "\n" not in text
    return text


# What holds


def test_without_any_configuration_the_defaults_hold(project: Path) -> None:
    result = loaded(project)

    assert result.settings.fail_on is Severity.ERROR
    assert set(result.origin.values()) == {DEFAULT}
    assert not any(searched.used for searched in result.searched)


def test_all_keys_are_read(project: Path) -> None:
    config(
        project,
        "profile: default\nui-language: de\nlang: de-CH\nchannel: contact-request\naudience: prospect\n"
        "relationship: none\nselect: [salutation, closing]\nignore: closing.unsigned, tone\n"
        "fail-on: warning\n"
        "min-grade: B\noutput-format: json\nown-domains: [Example.com, '@firma.de']\n"
        "severity:\n  salutation: error\n",
    )

    settings = loaded(project).settings

    assert (settings.profile, settings.ui_language, settings.language) == ("default", "de", "de-CH")
    assert settings.channel is Channel.CONTACT_REQUEST
    assert settings.relationship is Relationship.NONE
    assert settings.select == ("salutation", "closing")
    assert settings.ignore == ("closing.unsigned", "tone")
    assert settings.fail_on is Severity.WARNING
    assert (settings.min_grade, settings.output_format) == ("B", "json")
    assert settings.own_domains == ("example.com", "firma.de")
    assert settings.severity == {"salutation": Severity.ERROR}


def test_fail_on_never(project: Path) -> None:
    config(project, "fail-on: never\n")

    assert loaded(project).settings.fail_on is None


def test_the_nearest_file_wins_and_the_others_fill_in(project: Path) -> None:
    config(project, "min-grade: B\nlang: en\nseverity: {salutation: error}\n")
    config(project / "a" / "b", "lang: de\nseverity: {closing: warning}\n")

    result = loaded(project / "a" / "b")

    assert (result.settings.language, result.settings.min_grade) == ("de", "B")
    assert result.settings.severity == {"salutation": Severity.ERROR, "closing": Severity.WARNING}


def test_nothing_above_the_root_of_the_repository_counts(project: Path) -> None:
    config(project, "lang: en\n")
    (project / "inner" / ".git").mkdir(parents=True)

    assert loaded(project / "inner").settings.language is None


def test_pyproject_counts_where_it_has_a_table_for_msglint(project: Path) -> None:
    config(project, '[project]\nname = "x"\n\n[tool.msglint]\nmin-grade = "C"\n', "pyproject.toml")

    result = loaded(project)

    assert result.settings.min_grade == "C"
    assert re.search(r"pyproject\.toml:5$", result.origin["min-grade"])


def test_the_yaml_file_wins_over_the_pyproject_beside_it(project: Path) -> None:
    config(project, '[tool.msglint]\nlang = "en"\nmin-grade = "C"\n', "pyproject.toml")
    config(project, "lang: de\n")

    settings = loaded(project).settings

    assert (settings.language, settings.min_grade) == ("de", "C")


def test_a_broken_pyproject_of_others_is_not_our_business(project: Path) -> None:
    config(project, "[broken\n", "pyproject.toml")

    assert loaded(project).settings.language is None


def test_user_file_then_project_then_environment_then_command_line(project: Path) -> None:
    config(
        project / "home" / "msglint",
        "lang: en\nmin-grade: A\nchannel: letter\naudience: partner\n",
        "config.yaml",
    )
    config(project, "min-grade: B\nchannel: messenger\naudience: supplier\n")

    result = load(
        start=project,
        environ={
            "XDG_CONFIG_HOME": str(project / "home"),
            "MSGLINT_CHANNEL": "web-form",
            "MSGLINT_AUDIENCE": "colleague",
        },
        overrides={"audience": "customer", "lang": None, "select": ()},
    )

    assert result.settings.audience is not None
    assert (result.settings.language, result.settings.min_grade) == ("en", "B")
    assert (result.settings.channel, result.settings.audience.value) == (Channel.WEB_FORM, "customer")
    assert result.origin["lang"].endswith("config.yaml:1")
    assert result.origin["min-grade"].endswith(".msglint.yaml:1")
    assert result.origin["channel"] == "MSGLINT_CHANNEL"
    assert result.origin["audience"] == COMMAND_LINE
    assert result.origin["profile"] == DEFAULT


def test_lists_in_the_environment_stand_between_commas(project: Path) -> None:
    assert loaded(project, MSGLINT_SELECT="salutation, closing").settings.select == ("salutation", "closing")


def test_an_empty_variable_is_not_set(project: Path) -> None:
    assert loaded(project, MSGLINT_LANG="").settings.language is None


def test_a_given_file_replaces_the_search(project: Path) -> None:
    config(project, "lang: en\n")
    given = config(project / "other", "min-grade: A\n", "rules.yaml")

    by_argument = load(start=project, environ={}, config_file=given)
    by_variable = loaded(project, MSGLINT_CONFIG=str(given))

    for result in (by_argument, by_variable):
        assert (result.settings.language, result.settings.min_grade) == (None, "A")
        assert [searched.path for searched in result.searched] == [given]


def test_isolated_looks_at_nothing_but_the_command_line(project: Path) -> None:
    config(project, "lang: en\nmin-grade: A\n")

    result = load(start=project, environ={"MSGLINT_CHANNEL": "letter"}, isolated=True, overrides={"min-grade": "B"})

    assert (result.settings.language, result.settings.channel, result.settings.min_grade) == (None, None, "B")
    assert result.searched == ()


def test_a_rule_may_be_on_in_a_family_that_is_off(project: Path) -> None:
    config(project, "severity:\n  salutation: off\n  salutation.missing: error\n")

    result = loaded(project)

    assert "salutation.generic" in result.settings.ignore
    assert RULE not in result.settings.ignore
    assert result.settings.severity == {RULE: Severity.ERROR}
    assert result.shown["severity.salutation"] == "off"
    assert result.origin["severity.salutation"].endswith(":2")


def test_a_quoted_off_is_off_too(project: Path) -> None:
    config(project, "severity: {tone: 'off'}\n")

    assert "tone.shouting" in loaded(project).settings.ignore


def test_options_of_a_rule(project: Path) -> None:
    config(project, "options:\n  body.verbless:\n    max-words: 8\n")

    result = loaded(project)

    assert result.settings.options == {"body.verbless": {"max-words": 8}}
    assert result.origin["options.body.verbless.max-words"].endswith(":3")


@pytest.mark.parametrize("value", ["8.5", "yes", "many", "[8]", "'8'", ""])
def test_an_option_must_have_the_type_of_its_default(project: Path, value: str) -> None:
    config(project, f"options:\n  body.verbless:\n    max-words: {value}\n")

    assert sentence(project).endswith(":3: 'options.body.verbless.max-words' needs a value: a whole number.")


@pytest.mark.parametrize(
    ("default", "value", "read"),
    [
        (True, False, False),
        (1.5, 2, 2.0),
        ("a", "b", "b"),
        (("a",), ["b", "c"], ("b", "c")),
        (("a",), "b, c", ("b", "c")),
    ],
)
def test_every_type_of_option(default: object, value: object, read: object) -> None:
    assert keys._option("key", locate(value, Place("x")), default).value == read


@pytest.mark.parametrize(
    ("default", "value"), [(True, "on"), (True, 1), (1.5, True), (1.5, "x"), ("a", []), (("a",), [[]])]
)
def test_every_type_of_option_refuses_others(default: object, value: object) -> None:
    with pytest.raises(ConfigError, match="needs a value"):
        keys._option("key", locate(value, Place("x")), default)


def test_an_option_that_does_not_exist(project: Path) -> None:
    config(project, "options:\n  body.verbless:\n    max-word: 8\n")

    assert "there is no option 'max-word'; did you mean 'max-words'?" in sentence(project)


def test_rules_that_are_data_are_rules_too(project: Path) -> None:
    config(project, "select: boilerplate.default-invite\nseverity: {boilerplate: 'off'}\n")

    assert "boilerplate.default-invite" in loaded(project).settings.ignore


# What is wrong


@pytest.mark.parametrize(
    ("text", "english", "german"),
    [
        (
            "lang: de\nprofil: default\n",
            ".msglint.yaml:2: there is no key 'profil'; did you mean 'profile'?",
            ".msglint.yaml:2: Den Schlüssel „profil“ gibt es nicht; gemeint ist wohl „profile“.",
        ),
        (
            "fail_on: error\n",
            ":1: there is no key 'fail_on'; did you mean 'fail-on'?",
            "gemeint ist wohl „fail-on“.",
        ),
        (
            "fail-on: eror\n",
            "cannot be 'eror'; it may be error, warning, suggestion or never; did you mean 'error'?",
            "gemeint ist wohl „error“.",
        ),
        (
            "profile: formel\n",
            "'profile': there is no profile 'formel'; see msglint profiles.",
            "„profile“: Das Profil „formel“ gibt es nicht; „msglint profiles“ zeigt alle.",
        ),
        ("lang:\n", "'lang' needs a value: de, de-AT, de-CH or en.", "„lang“ braucht einen Wert"),
        ("lang: [de]\n", "'lang' needs a value", "braucht einen Wert"),
        ("select: {a: b}\n", "'select' needs a value: a list.", "eine Liste"),
        ("select:\n  - salutation\n  - [closing]\n", ":3: 'select' needs", "eine Liste"),
        (
            "ignore: [salutation.mising]\n",
            "there is no rule 'salutation.mising'; did you mean 'salutation.missing'?",
            "Die Regel „salutation.mising“ gibt es nicht; gemeint ist wohl „salutation.missing“.",
        ),
        (
            "severity:\n  salutatoin: off\n",
            ":2: there is no rule 'salutatoin'; did you mean 'salutation'?",
            "Zeile",
        ),
        (
            "severity:\n  salutation: fatal\n",
            ":2: 'severity.salutation' cannot be 'fatal'",
            "kann nicht „fatal“ sein",
        ),
        ("severity: error\n", "'severity' needs a value: lines of the form", "Zeilen der Form"),
        (
            "options:\n  salutation.missing:\n    strict: true\n",
            ":3: the rule 'salutation.missing' has no options, and so no 'strict'.",
            "hat keine Einstellungen",
        ),
        (
            "options:\n  salutation:\n    a: 1\n",
            ":2: there is no rule 'salutation'",
            "Die Regel „salutation“",
        ),
        ("lang: de\nlang: en\n", ":2: 'lang' is already set in line 1.", "steht schon in Zeile 1"),
        ("- de\n", ":1: lines of the form 'profile: default' are needed here.", "Hier gehören Zeilen"),
        ("just words\n", ":1: lines of the form", "Hier gehören Zeilen"),
        ("lang: [de\n", "this is not valid YAML", "kein gültiges YAML"),
        ("lang: 'de\n", "this is not valid YAML", "kein gültiges YAML"),
        ("lang: de\n\tx: y\n", ":2: please indent with spaces", "mit Leerzeichen statt Tabulator"),
        ('title: "a" b\n', "quotation marks around all of it", "gehört ganz in Anführungszeichen"),
        ("lang: [a/b] c\n", "quotation marks around all of it", "gehört ganz in Anführungszeichen"),
        ("lang: a: b\n", "a text with a colon needs quotation marks", "Text mit Doppelpunkt"),
        ('lang: "\\d"\n', "can only stand in single quotation marks", "nur in einfachen Anführungszeichen"),
        ("lang: @x\n", "begins with @, % or ` needs quotation marks", "mit @, % oder ` anfängt"),
        ("a:\n  - x\n  y: z\n", "not indented like the others", "anders eingerückt"),
        ("lang: \x07\n", "this is not valid YAML", "kein gültiges YAML"),
        ("? [a]\n: b\n", "this is not valid YAML", "kein gültiges YAML"),
        ("lang: de\n---\nlang: en\n", "this is not valid YAML", "kein gültiges YAML"),
        ("lang: *unknown\n", ":1: '*unknown' refers to something", "verweist auf etwas"),
        (
            "severity: &a\n  tone: *a\n",
            ":2: '*a' refers to something that is not complete",
            "nicht abgeschlossen",
        ),
    ],
)
def test_a_wrong_file_is_told_in_a_sentence(project: Path, text: str, english: str, german: str) -> None:
    config(project, text)

    assert english in sentence(project)
    assert german == "Zeile" or german in sentence(project, "de")


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "- - ? "])
def test_deep_nesting_ends_in_a_sentence(project: Path, opening: str) -> None:
    config(project, opening * 100_000)

    assert ".msglint.yaml" in sentence(project)


def test_aliases_do_not_multiply(project: Path) -> None:
    levels = [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]" for level in range(1, 40)]
    config(project, "\n".join(["a0: &a0 [x]", *levels]))

    assert "there is no key 'a0'" in sentence(project)


def test_a_huge_file_is_not_read(project: Path) -> None:
    config(project, "# padding\n" * 200_000)

    assert "larger than 1 MB" in sentence(project)


def test_a_flood_of_values_is_not_read(project: Path) -> None:
    config(project, "select:\n" + "- a\n" * 60_000)

    assert "too large" in sentence(project)


def test_a_file_in_another_encoding(project: Path) -> None:
    (project / ".msglint.yaml").write_bytes("lang: de\n# für\n".encode("latin-1"))

    assert ".msglint.yaml:2: not written in UTF-8" in sentence(project)


def test_a_byte_order_mark_is_no_mistake(project: Path) -> None:
    (project / ".msglint.yaml").write_bytes("lang: de\n".encode("utf-8-sig"))

    assert loaded(project).settings.language == "de"


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n", "---\n...\n"])
def test_an_empty_file_sets_nothing(project: Path, text: str) -> None:
    config(project, text)

    assert loaded(project).settings.language is None


def test_a_folder_in_place_of_the_file(project: Path) -> None:
    (project / ".msglint.yaml").mkdir()

    assert "is a folder where a file is needed" in sentence(project)


def test_a_given_file_that_is_not_there(project: Path) -> None:
    with pytest.raises(ConfigError, match="there is no such file"):
        load(start=project, environ={}, config_file=project / "none.yaml")


def test_a_given_toml_without_a_table_for_msglint(project: Path) -> None:
    given = config(project, "[tool.other]\n", "pyproject.toml")

    with pytest.raises(ConfigError, match=r"no \[tool\.msglint\]"):
        load(start=project, environ={}, config_file=given)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (
            "[tool.msglint]\nprofile = 'default'\nmin_grade = 'A'\n",
            ":3: there is no key 'min_grade'; did you mean 'min-grade'?",
        ),
        (
            "[tool.msglint.severity]\n'salutation.missing' = 'off'\ntone = 'loud'\n",
            ":3: 'severity.tone' cannot be 'loud'",
        ),
        ("[tool]\nmsglint = 3\n", ":2: 'tool.msglint' must be a table."),
        ("[tool.msglint\n", ":1: this is not valid TOML"),
        ("[tool.msglint]\nlang = 1979-05-27\n", ":2: 'lang' cannot be '1979-05-27'"),
        ("[tool.msglint]\nlang = " + "[" * 50_000, "this is not valid TOML"),
    ],
)
def test_a_wrong_pyproject_is_told_in_a_sentence(project: Path, text: str, english: str) -> None:
    config(project, text, "pyproject.toml")

    assert english in sentence(project)


def test_a_wrong_variable_names_itself(project: Path) -> None:
    assert sentence(project, MSGLINT_FAIL_ON="eror").startswith("MSGLINT_FAIL_ON cannot be 'eror'")
    assert "did you mean 'MSGLINT_PROFILE'?" in sentence(project, MSGLINT_PROFIL="x")


def test_a_variable_of_another_tool_is_not_our_business(project: Path) -> None:
    assert loaded(project, MSGLINT_INSTALL_DIR="/opt", MSGLINT_DEBUG="1").settings.profile == "auto"


def test_a_wrong_option_names_itself(project: Path) -> None:
    with pytest.raises(ConfigError, match=r"^--lang cannot be 'fr'"):
        load(start=project, environ={}, overrides={"lang": "fr"})


def test_a_wrong_value_is_told_even_where_a_better_one_wins(project: Path) -> None:
    config(project, "lang: fr\n")

    with pytest.raises(ConfigError, match="'lang' cannot be 'fr'"):
        load(start=project, environ={}, overrides={"lang": "de"})


@pytest.mark.parametrize("value", ["0", "-3"])
def test_a_number_below_one_is_told(project: Path, value: str) -> None:
    (project / ".msglint.yaml").write_text(f"options: {{body.verbless: {{max-words: {value}}}}}\n", encoding="utf-8")
    with pytest.raises(ConfigError) as error:
        load(start=project, environ={})
    assert error.value.text("en").endswith("needs a value: a number from 1.")
    assert error.value.text("de").endswith("braucht einen Wert: eine Zahl ab 1.")


def test_all_is_a_prefix_everywhere_and_ranks_lowest() -> None:
    from msglint.linter import Linter
    from msglint.rules import fits, rank

    assert fits("all", "tone.shouting")
    assert fits("tone", "tone.shouting")
    assert fits("tone.", "tone.shouting")
    assert not fits("ton", "tone.shouting")
    assert rank("all") < rank("a") < rank("a.b")
    ids = {rule.id for rule in Linter(Settings(select=("all",), ignore=("tone",))).rules}
    assert "tone.shouting" not in ids
    assert "body.empty" in ids
    only = Linter(Settings(select=("tone",), ignore=("all",))).rules
    assert "tone.shouting" in {rule.id for rule in only}
    assert {rule.family for rule in only} == {"tone"}
