"""Packs from elsewhere: folders, files and installed packages, and what happens when one of them is broken."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from shared_packages import RULE, Install, install, pack_text, write_all

from msglint import Linter, Message
from msglint.config import ConfigError, LoadedSettings, load, load_extends
from msglint.profiles.errors import ProfileError
from msglint.report import Report
from msglint.rules.base import Rule
from msglint.settings import Settings

__all__ = ["install"]

TEXT = "Hallo Anna,\n\nwie gesagt ist alles fertig, wie besprochen.\n\nViele Grüße\nTom"
PROFILE = "title: {de: A, en: B}\nabout: {de: C, en: D}\n"


def linter(*extends: Path | str, select: tuple[str, ...] = ("acme",), ui_language: str = "en") -> Linter:
    return Linter(Settings(profile="everything", extends=extends, select=select), ui_language=ui_language)


def report(*extends: Path | str, ui_language: str = "en") -> Report:
    return linter(*extends, ui_language=ui_language).check(Message.from_text(TEXT))


def found(*extends: Path | str) -> list[tuple[str, str]]:
    return [(finding.rule, finding.excerpt) for finding in report(*extends).findings]


def problems(*extends: Path | str, ui_language: str = "en") -> list[str]:
    sentences = [problem.text(ui_language) for problem in linter(*extends).problems]
    assert not any("\n" in sentence for sentence in sentences)
    return sentences


def rule(linter: Linter, rule_id: str) -> Rule:
    return next(rule for rule in linter.rules if rule.id == rule_id)


def one_problem(*extends: Path | str, de: str, en: str) -> None:
    """There is one, with these words in each language."""
    for language, words in (("de", de), ("en", en)):
        (sentence,) = problems(*extends, ui_language=language)
        assert words in sentence


# Folders and files


def test_a_folder_and_a_file_bring_rules(tmp_path: Path) -> None:
    write_all(tmp_path, {"house/de/a.yaml": pack_text(), "house/b.yaml": pack_text("acme.other", "alles fertig")})
    write_all(tmp_path, {"more.yaml": pack_text("acme.more", "wie besprochen")})

    assert found(tmp_path / "house", tmp_path / "more.yaml") == [
        ("acme.word", "wie gesagt"),
        ("acme.other", "alles fertig"),
        ("acme.more", "wie besprochen"),
    ]
    assert problems(tmp_path / "house", tmp_path / "more.yaml") == []


def test_the_shipped_rules_are_still_there_and_say_so(tmp_path: Path) -> None:
    write_all(tmp_path, {"more.yaml": pack_text()})
    made = linter(tmp_path / "more.yaml", select=())

    assert rule(made, "acme.word").origin == str(tmp_path / "more.yaml")
    assert {one.origin for one in made.rules if one.id != "acme.word"} == {""}
    assert {one.id for one in made.rules} == {one.id for one in Linter().rules} | {"acme.word"}


def test_what_tools_leave_in_a_folder_is_no_pack(tmp_path: Path) -> None:
    write_all(tmp_path, {"a.yaml": pack_text(), ".msglint.yaml": "extends: .\n"})

    assert found(tmp_path) == [("acme.word", "wie gesagt")]
    assert problems(tmp_path) == []


def test_a_finding_of_a_shared_rule_has_no_page_in_the_manual_of_msglint(tmp_path: Path) -> None:
    write_all(tmp_path, {"a.yaml": pack_text()})

    assert [finding.help_url for finding in report(tmp_path).findings] == [""]


def test_a_broken_pack_says_where_and_the_others_work(tmp_path: Path) -> None:
    write_all(tmp_path, {"a.yaml": pack_text(), "b.yaml": "language: de\nrules:\n  - id: acme.b\n    kind: magic\n"})

    assert found(tmp_path) == [("acme.word", "wie gesagt")]
    one_problem(
        tmp_path,
        de=f"{tmp_path / 'b.yaml'}:4: Regel „acme.b“: „kind“ kann nicht „magic“ sein",
        en=f"{tmp_path / 'b.yaml'}:4: rule 'acme.b': 'kind' cannot be 'magic'",
    )


def test_the_place_is_told_as_one_sees_it_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_all(tmp_path, {"house/b.yaml": "language: de\nrules:\n  - id: acme.b\n    kind: magic\n"})

    for folder, start in (("house", "b.yaml:4: "), (".", "house/b.yaml:4: ")):
        monkeypatch.chdir(tmp_path / folder)
        (sentence,) = problems(tmp_path / "house")
        assert sentence.startswith(start)


def test_a_missing_folder_is_told_and_the_others_work(tmp_path: Path) -> None:
    write_all(tmp_path, {"a.yaml": pack_text()})

    assert found(tmp_path / "none", tmp_path / "a.yaml") == [("acme.word", "wie gesagt")]
    one_problem(tmp_path / "none", de="Das Regelpaket gibt es nicht", en="there is no such pack")


@pytest.mark.parametrize("taken", ["salutation.missing", "boilerplate.default-invite"])
def test_the_id_of_a_shipped_rule_is_taken(tmp_path: Path, taken: str) -> None:
    write_all(tmp_path, {"a.yaml": pack_text(taken, "wie gesagt")})

    one_problem(tmp_path, de=f"Die Regel „{taken}“ gibt es schon", en=f"there is a rule '{taken}' already")
    ids = [one.id for one in linter(tmp_path, select=()).rules]
    assert ids.count(taken) == 1
    assert rule(linter(tmp_path, select=()), taken).origin == ""


def test_of_two_packs_with_one_id_the_first_counts(tmp_path: Path) -> None:
    write_all(tmp_path, {"a.yaml": pack_text(), "b.yaml": pack_text(phrase="wie besprochen")})

    assert found(tmp_path / "a.yaml", tmp_path / "b.yaml") == [("acme.word", "wie gesagt")]
    one_problem(
        tmp_path / "a.yaml", tmp_path / "b.yaml", de="„acme.word“ gibt es schon", en="'acme.word' already"
    )  # fmt: skip


# Installed packages


def test_an_installed_package_brings_packs_profiles_and_rules_in_python(install: Install) -> None:
    install(
        files={
            "{module}/__init__.py": f"{RULE}\nRULES = (rule(),)\n",
            "{module}/de/a.yaml": pack_text(),
            "{module}/profiles/acme-letter.yaml": PROFILE + "severity: {acme.word: error}\n",
        }
    )

    assert found("acme") == [("acme.code", "Hallo"), ("acme.word", "wie gesagt")]
    assert problems("acme") == []
    assert {one.origin for one in linter("acme").rules} == {"acme"}
    made = Linter(Settings(profile="acme-letter", extends=("acme",), select=("acme",)), ui_language="en")
    checked = made.check(Message.from_text(TEXT))
    assert [(one.rule, one.severity.label) for one in checked.findings] == [
        ("acme.code", "warning"),
        ("acme.word", "error"),
    ]
    assert checked.profile == "acme-letter"


def test_a_package_of_packs_alone_needs_no_code(install: Install) -> None:
    install(files={"{module}/de/a.yaml": pack_text()})

    assert found("acme") == [("acme.word", "wie gesagt")]


def test_a_module_alone_brings_rules_and_no_packs_of_its_neighbours(install: Install) -> None:
    install(files={"{module}.py": f"{RULE}\nRULES = [rule()]\n", "de/other.yaml": pack_text()})

    assert found("acme") == [("acme.code", "Hallo")]


def test_a_module_within_a_package_brings_what_lies_beside_it(install: Install) -> None:
    install(value="{module}.inner.code", files={
        "{module}/inner/code.py": f"{RULE}\nRULES = [rule()]\n",
        "{module}/inner/de/a.yaml": pack_text(),
    })  # fmt: skip

    assert found("acme") == [("acme.code", "Hallo"), ("acme.word", "wie gesagt")]


def test_only_packages_that_are_named_are_imported(install: Install) -> None:
    named = install("acme", files={"{module}/__init__.py": f"{RULE}\nRULES = (rule(),)\n"})
    other = install("other", files={"{module}/__init__.py": "raise SystemExit('must not be imported')\n"})

    assert found("acme") == [("acme.code", "Hallo")]
    assert named in sys.modules
    assert other not in sys.modules


@pytest.mark.parametrize(
    ("code", "de", "en"),
    [
        ("import no_such_module", "lässt sich nicht importieren (ModuleNotFoundError: No module", "cannot be imported"),
        ("raise SystemExit(3)", "(SystemExit: 3)", "(SystemExit: 3)"),
        ("1 +", "(SyntaxError: ", "(SyntaxError: "),
        ("RULES = 3", ".RULES muss eine Liste von msglint.rules.base.Rule sein", ".RULES must be a list of msglint."),
        ("RULES = [3]", ".RULES[0]: Gebraucht wird eine msglint.rules.base.Rule, das ist int", "needed, this is int."),
        ("RULES = [rule('acme')]", "Die id „acme“ muss aus Familie und Name bestehen", "the id 'acme' must be family"),
        ("RULES = [rule(3)]", "Die id „3“ muss", "the id '3' must be"),
        ("RULES = [rule(title='x')]", "„title“ muss Text(de=…, en=…) sein", "'title' must be Text(de=…, en=…)."),
        ("RULES = [rule(severity='error')]", "„severity“ muss Severity.W", "'severity' must be Severity.W"),
        ("RULES = [rule(languages=['fr'])]", "„languages“ muss frozenset", "'languages' must be frozenset"),
        ("RULES = [rule(check=None)]", "„check“ muss check(message", "'check' must be check(message, context)."),
        ("RULES = [rule('body.empty')]", "„body.empty“ gibt es schon (msglint)", "rule 'body.empty' already (msglint)"),
        ("RULES = [rule('acme.word')]", "„acme.word“ gibt es schon (", "rule 'acme.word' already ("),
        ("RULES = [rule(), rule()]", "„acme.code“ gibt es schon (acme)", "there is a rule 'acme.code' already (acme)"),
    ],
)
def test_a_broken_package_is_one_sentence_and_the_rest_works(
    install: Install, tmp_path: Path, code: str, de: str, en: str
) -> None:
    install(files={"{module}/__init__.py": f"{RULE}\n{code}\n"})
    write_all(tmp_path, {"a.yaml": pack_text()})

    one_problem("acme", tmp_path / "a.yaml", de=de, en=en)
    assert ("acme.word", "wie gesagt") in found("acme", tmp_path / "a.yaml")


def test_a_broken_rule_leaves_the_other_rules_of_its_package_alone(install: Install) -> None:
    install(files={"{module}/__init__.py": f"{RULE}\nRULES = [rule('acme'), rule()]\n"})

    assert found("acme") == [("acme.code", "Hallo")]


def test_an_entry_point_names_a_package_and_nothing_in_it(install: Install) -> None:
    module = install(value="{module}:RULES", files={"{module}/__init__.py": "RULES = ()\n"})

    one_problem("acme", de=f"muss ein Paket nennen, also „{module}“", en=f"must name a package: '{module}'.")


def test_a_module_that_brings_nothing_says_what_is_missing(install: Install) -> None:
    install(files={"{module}.py": ""})

    one_problem("acme", de="hat kein RULES", en="has no RULES")


def test_a_name_that_no_package_has(install: Install) -> None:
    install("acme-style", files={"{module}/__init__.py": ""})

    one_problem("acme-stlye", de="gemeint ist wohl „acme-style“", en="did you mean 'acme-style'?")
    one_problem("zzz", de="Kein installiertes Paket bietet Regeln unter dem Namen „zzz“ an", en="'./zzz'")


# What goes wrong while a message is checked


@pytest.mark.parametrize(
    "check",
    [
        "raise KeyError(message.text)",
        "return 3",
        "return ['no hit']",
        "return [Hit(Span(0, 5))]",
        "return [Hit(None, values={'word': 'x'})]",
    ],
)
def test_a_shared_rule_that_fails_ends_itself_and_not_the_check(install: Install, check: str) -> None:
    module = install(files={
        "{module}/__init__.py": f"{RULE}\ndef bad(message, context):\n    {check}\nRULES = [rule(check=bad)]\n",
        "{module}/de/a.yaml": pack_text(),
    })  # fmt: skip

    for language, words in (("de", "kommt nicht von msglint"), ("en", "does not come with msglint")):
        checked = report("acme", ui_language=language)
        assert [finding.rule for finding in checked.findings] == ["acme.word"]
        (skipped,) = checked.skipped
        assert skipped.what == "acme.code"
        assert words in skipped.why
        assert "wie gesagt" not in skipped.why
    if "raise" in check:
        assert f"{module}/__init__.py:" in skipped.why
        assert "(KeyError, " in skipped.why


def test_what_a_failing_rule_has_found_before_is_kept(install: Install) -> None:
    late = "def late(message, context):\n    yield from check(message, context)\n    raise ValueError\n"
    install(files={"{module}/__init__.py": f"{RULE}\n{late}\nRULES = [rule(check=late)]\n"})

    checked = report("acme")
    assert [finding.rule for finding in checked.findings] == ["acme.code"]
    assert [skipped.what for skipped in checked.skipped] == ["acme.code"]


def test_a_failure_of_msglints_own_rules_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    from msglint.rules import coded_rules

    def fail(message: Message, context: object) -> list[object]:
        raise ZeroDivisionError

    own = tuple(replace(one, check=fail) for one in coded_rules()[:1])
    monkeypatch.setattr("msglint.linter.coded_rules", lambda: own)
    with pytest.raises(ZeroDivisionError):
        Linter(Settings(profile="everything")).check(Message.from_text(TEXT))


def test_a_catastrophic_expression_of_a_shared_pack_is_cut_off(tmp_path: Path) -> None:
    evil = (
        pack_text("acme.evil")
        .replace("kind: phrase", "kind: regex")
        .replace("phrases: [wie gesagt]", "patterns: ['(?:a|aa)+$']")
    )
    write_all(tmp_path, {"a.yaml": pack_text(), "b.yaml": evil})

    checked = linter(tmp_path).check(Message.from_text(TEXT.replace("fertig", "a" * 60 + "!")))
    assert [finding.rule for finding in checked.findings] == ["acme.word"]
    assert [(skipped.what, "took too long" in skipped.why) for skipped in checked.skipped] == [("acme.evil", True)]


# Profiles


def test_a_broken_profile_is_told_and_the_others_work(tmp_path: Path) -> None:
    write_all(tmp_path, {
        "profiles/acme-good.yaml": PROFILE + "based-on: business-letter\n",
        "profiles/acme-bad.yaml": PROFILE + "severity: {tone: loud}\n",
        "profiles/acme-lost.yaml": PROFILE + "based-on: nowhere\n",
        "profiles/acme-child.yaml": PROFILE + "based-on: acme-lost\n",
    })  # fmt: skip

    names = set(linter(tmp_path).profiles.data)
    assert "acme-good" in names
    assert "customer" in names
    assert not names & {"acme-bad", "acme-lost", "acme-child"}
    sentences = problems(tmp_path)
    assert len(sentences) == 3
    assert f"{tmp_path / 'profiles/acme-bad.yaml'}:3" in sentences[0]
    assert all(isinstance(problem, ProfileError) for problem in linter(tmp_path).problems)


def test_a_broken_profile_leaves_the_shipped_one_of_that_name(tmp_path: Path) -> None:
    write_all(tmp_path, {"profiles/customer.yaml": PROFILE + "based-on: nowhere\n"})

    made = linter(tmp_path)
    assert len(made.problems) == 1
    assert made.profiles.data["customer"] == Linter().profiles.data["customer"]


def test_a_profile_that_changes_is_read_again(tmp_path: Path) -> None:
    for title in ("first", "second title"):
        write_all(tmp_path, {"profiles/acme-letter.yaml": f"title: {{de: x, en: {title}}}\nabout: {{de: C, en: D}}\n"})
        assert linter(tmp_path).profiles.named("acme-letter").title.en == title


# The configuration


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, the root of a repository."""
    folder = tmp_path / "project"
    (folder / ".git").mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder


def configured(
    folder: Path, text: str = "", overrides: dict[str, object] | None = None, **environ: str
) -> LoadedSettings:
    if text:
        write_all(folder, {".msglint.yaml": text})
    return load(start=folder, overrides=overrides, environ={"XDG_CONFIG_HOME": str(folder / "nowhere"), **environ})


def refused(folder: Path, text: str, **environ: str) -> tuple[str, str]:
    with pytest.raises(ConfigError) as caught:
        configured(folder, text, **environ)
    return caught.value.de, caught.value.en


def test_what_is_extended_is_found_from_the_file_that_names_it(project: Path, install: Install) -> None:
    install(files={"{module}/__init__.py": ""})
    write_all(project, {"house/a.yaml": pack_text(), "rules.yaml": pack_text("acme.b"), "sub/x": ""})
    write_all(project, {".msglint.yaml": "lang: de\nextends: [./house, rules.yaml, acme]\n"})

    loaded = configured(project / "sub")

    assert loaded.settings.extends == (project / "house", project / "rules.yaml", "acme")
    assert loaded.origin["extends"].endswith(".msglint.yaml:2")
    assert loaded.shown["extends"] == "./house, rules.yaml, acme"


def test_the_variable_and_the_command_line_win(project: Path) -> None:
    write_all(project, {"a.yaml": pack_text(), "b.yaml": pack_text("acme.b"), "c/x": ""})
    text = "extends: a.yaml\n"

    assert configured(project, text).settings.extends == (project / "a.yaml",)
    by_variable = configured(project, text, MSGLINT_EXTENDS="./b.yaml, ./c")
    assert by_variable.settings.extends == (project / "b.yaml", project / "c")
    given = {"extends": ("./c",)}
    assert configured(project, text, given, MSGLINT_EXTENDS="./b.yaml").settings.extends == (project / "c",)
    environ = {"XDG_CONFIG_HOME": str(project / "nowhere")}
    assert load_extends(overrides=given, environ=environ) == (project / "c",)
    assert load_extends(environ=environ) == (project / "a.yaml",)
    assert load_extends(environ=environ, isolated=True) == ()


def test_the_rules_and_profiles_of_what_is_extended_can_be_set(project: Path) -> None:
    limit = (
        pack_text("acme.count")
        .replace("kind: phrase", "kind: occurrence")
        .replace("phrases: [wie gesagt]", "count: questions\n    more-than: 3")
    )
    write_all(project, {"house/a.yaml": pack_text(), "house/b.yaml": limit, "house/profiles/acme-letter.yaml": PROFILE})
    text = (
        "profile: acme-letter\nselect: [acme, closing]\nignore: acme.word\nseverity: {acme.count: error}\n"
        "options: {acme.count: {more-than: 5}}\nextends: house/\n"
    )

    settings = configured(project, text).settings

    assert (settings.profile, settings.select, settings.ignore) == ("acme-letter", ("acme", "closing"), ("acme.word",))
    assert settings.options == {"acme.count": {"more-than": 5}}
    for language, words in ((0, "gemeint ist wohl „acme.word“"), (1, "did you mean 'acme.word'?")):
        assert words in refused(project, "extends: house/\nselect: acme.wrod\n")[language]
    assert "did you mean 'acme-letter'?" in refused(project, "extends: house/\nprofile: acme-leter\n")[1]


def test_the_file_that_extends_need_not_be_the_one_that_selects(project: Path) -> None:
    write_all(project, {"house.yaml": pack_text(), "sub/.msglint.yaml": "extends: ../house.yaml\n"})
    write_all(project, {".msglint.yaml": "ignore: acme\n"})

    assert configured(project / "sub").settings.ignore == ("acme",)


def test_a_family_of_shared_rules_can_be_switched_off(project: Path) -> None:
    write_all(project, {"house.yaml": pack_text()})

    settings = configured(project, "extends: ./house.yaml\nseverity: {acme: off}\n").settings

    assert "acme.word" in settings.ignore


def test_what_a_broken_pack_may_have_brought_is_no_mistake(project: Path) -> None:
    write_all(
        project, {"house/a.yaml": pack_text(), "house/b.yaml": "language: de\nrules: [{id: acme.b, kind: magic}]\n"}
    )
    text = (
        "extends: ./house\nignore: acme.b\nseverity: {acme.b: error}\noptions: {acme.b: {x: 1}}\nprofile: acme-letter\n"
    )

    loaded = configured(project, text)

    assert (loaded.settings.profile, loaded.settings.options) == ("auto", {})
    assert loaded.origin["profile"] == "default"
    assert len(Linter(loaded.settings).problems) == 1


@pytest.mark.parametrize(
    ("value", "de", "en"),
    [
        ("./none", "„extends“: „./none“ gibt es nicht; gebraucht wird ein Ordner", "'extends': there is no './none'"),
        ("none.yaml", "„none.yaml“ gibt es nicht", "there is no 'none.yaml'; a folder or a file of rules is needed"),
        ("none", "Kein installiertes Paket bietet Regeln unter dem Namen „none“ an", "no installed package offers"),
        ("", "„extends“ braucht einen Wert: ein Ordner", "'extends' needs a value: a folder, a file or the name"),
        ("{a: b}", "„extends“ braucht einen Wert", "'extends' needs a value"),
        ("[[a]]", "„extends“ braucht einen Wert", "'extends' needs a value"),
    ],
)
def test_what_cannot_be_extended_is_told_with_file_line_and_key(project: Path, value: str, de: str, en: str) -> None:
    in_german, in_english = refused(project, f"lang: de\nextends: {value}\n")

    assert in_german.startswith(".msglint.yaml:2: „extends“")
    assert in_english.startswith(".msglint.yaml:2: 'extends'")
    assert de in in_german
    assert en in in_english


def test_a_variable_that_extends_what_is_not_there(project: Path) -> None:
    assert refused(project, "", MSGLINT_EXTENDS="./none")[1].startswith("MSGLINT_EXTENDS: there is no './none'")


def test_what_has_been_accepted_may_be_a_shared_rule(project: Path) -> None:
    write_all(project, {"house.yaml": pack_text(), "xdg/msglint/accepted.yaml": "anna@example.com: [acme.word]\n"})
    environ = {"XDG_CONFIG_HOME": str(project / "xdg")}

    assert len(configured(project, **environ).notes) == 1
    assert configured(project, "extends: ./house.yaml\n", **environ).notes == ()
