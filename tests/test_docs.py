"""The pages: every rule has one in both languages, every link leads somewhere, and the guide's examples work."""

from __future__ import annotations

import json
import posixpath
import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from types import ModuleType
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft7Validator
from shared_packages import Install, install

from msglint.examining.examination import examination_of_packs
from msglint.linter import Linter, help_url
from msglint.profiles.reader import load_profiles
from msglint.rules.base import Need, Rule
from msglint.rulesets import load_rulesets, shipped_folder

__all__ = ["install"]

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
LANGUAGES = ("de", "en")
MARKDOWN_LINK = re.compile(r"\]\(([^()\s]+)\)")
FENCED_YAML = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
FENCED_PYTHON = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:home|work|root|tmp|Users|var|opt|usr)/|[A-Z]:\\\\")


@pytest.fixture(scope="module")
def modules() -> Iterator[dict[str, ModuleType]]:
    """The modules that write the pages, which lie beside them and not in the package."""
    sys.path.insert(0, str(DOCS))
    try:
        yield {name: import_module(name) for name in ("mkdocs_hooks", "rule_pages")}
    finally:
        sys.path.remove(str(DOCS))


@pytest.fixture(scope="module")
def rules() -> tuple[Rule, ...]:
    return Linter().rules


Pages = dict[str, dict[str, str]]


@pytest.fixture(scope="module")
def pages(modules: dict[str, ModuleType]) -> Pages:
    """Generated and hand-written pages by language and path, as mkdocs gets them."""
    found: Pages = {}
    for language in LANGUAGES:
        catalogue = modules["mkdocs_hooks"].catalogue(language)
        written = {path.name: catalogue.filled(path.read_text("utf-8")) for path in (DOCS / language).glob("*.md")}
        found[language] = {**dict(catalogue.pages()), **written}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_has_a_page_with_all_sections(
    language: str, pages: Pages, rules: tuple[Rule, ...], modules: dict[str, ModuleType]
) -> None:
    described = {rule.id: rule for rule in modules["mkdocs_hooks"].catalogue(language).rules}
    assert set(described) == {rule.id for rule in rules}

    for rule in described.values():
        page = pages[language][f"rules/{rule.family}/{rule.name}.md"]
        for heading in modules["rule_pages"].sections(rule):
            assert f"## {heading}\n" in page, rule.id
        assert page.count('class="draft bad"') == sum(len(examples.bad) for examples in rule.examples)
        assert page.count('class="draft good"') == sum(len(examples.good) for examples in rule.examples)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_bad_example_shows_what_is_said_about_it(
    language: str, modules: dict[str, ModuleType], rules: tuple[Rule, ...]
) -> None:
    linter = Linter()
    untold = {rule.id for rule in rules if any(linter.lacks(rule, lang) for lang in rule.languages)}
    assert untold <= {rule.id for rule in rules if rule.needs & {Need.SPELLING, Need.LANGUAGETOOL}}
    for rule in modules["mkdocs_hooks"].catalogue(language).rules:
        if rule.id in untold:
            continue  # what it needs is not on this machine
        for examples in rule.examples:
            assert [example.text for example in examples.bad if not example.finding] == [], rule.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_link_of_a_finding_leads_to_the_page(language: str, pages: Pages, rules: tuple[Rule, ...]) -> None:
    folder = "de/" if language == "de" else ""
    for rule in rules:
        url = help_url(rule.id, language)
        path = url.removeprefix(f"https://msglint.readthedocs.io/{folder}").rstrip("/")
        assert f"{path}.md" in pages[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_indexes_name_every_rule(language: str, pages: Pages, rules: tuple[Rule, ...]) -> None:
    for index in ("rules/index.md", "rules/by-severity.md"):
        assert [rule.id for rule in rules if f"[`{rule.id}`](" not in pages[language][index]] == []
    by_profile = pages[language]["rules/by-profile.md"]
    for profile in Linter().profiles:
        page = pages[language][f"profiles/{profile.name}.md"]
        for rule in rules:
            if not profile.runs(rule.id):
                assert f"[`{rule.id}`](" in page
                assert f"[`{rule.id}`](" in by_profile


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_between_pages_leads_somewhere(language: str, pages: Pages) -> None:
    others = {"images/check.svg", "schemas/pack.schema.json", "schemas/profile.schema.json"}
    for path, page in pages[language].items():
        for link in MARKDOWN_LINK.findall(page):
            target = urlsplit(link)
            if target.scheme or not target.path:
                continue
            found = posixpath.normpath(posixpath.join(posixpath.dirname(path), target.path))
            assert found in pages[language] or found in others, f"{path}: {link}"


def test_both_languages_have_the_same_pages(pages: Pages) -> None:
    assert set(pages["de"]) == set(pages["en"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_names_a_place_on_a_machine(language: str, pages: Pages) -> None:
    for path, page in pages[language].items():
        assert MACHINE_PATH.findall(page) == [], path


def blocks(language: str, page: str = "packs.md") -> list[str]:
    return FENCED_YAML.findall((DOCS / language / page).read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pack_of_the_guide_passes_the_test(language: str, tmp_path: Path) -> None:
    [pack] = [block for block in blocks(language) if "language:" in block]
    path = tmp_path / "pack.yaml"
    path.write_text(pack, encoding="utf-8")

    examination = examination_of_packs([path], ())

    assert (examination.problems, len(examination.rules)) == ((), 3)
    assert list(examination.remarks()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_other_rules_of_the_guide_can_be_used(language: str, tmp_path: Path) -> None:
    rules = [block for block in blocks(language) if block.startswith("- id:")]
    path = tmp_path / "pack.yaml"
    path.write_text(f"language: {language}\nrules:\n{''.join(rules)}", encoding="utf-8")

    rulesets = load_rulesets([path])

    assert rulesets.problems == ()
    assert {rule.id for rule in rulesets.rules if rule.origin} == {
        line.split()[-1] for block in rules for line in block.splitlines() if line.startswith("- id:")
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rule_in_python_of_the_guide_passes_the_test(language: str, install: Install) -> None:
    [code] = FENCED_PYTHON.findall((DOCS / language / "packs.md").read_text(encoding="utf-8"))
    install("acme", files={"{module}/__init__.py": code})

    examination = examination_of_packs(["acme"], ())

    assert (examination.problems, examination.examples) == ((), 4)
    assert list(examination.remarks()) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_profile_of_the_guide_can_be_used(language: str, tmp_path: Path) -> None:
    [profile] = [block for block in blocks(language) if block.startswith("title:")]
    (tmp_path / "acme-letter.yaml").write_text(profile, encoding="utf-8")

    known = load_profiles(shipped_folder() / "profiles", tmp_path)

    assert known.named("acme-letter").based_on == "business-letter"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_names_every_key_and_condition(language: str) -> None:
    guide = (DOCS / language / "packs.md").read_text(encoding="utf-8")
    schema = json.loads((shipped_folder() / "pack.schema.json").read_text(encoding="utf-8"))
    Draft7Validator.check_schema(schema)
    definitions = schema["definitions"]
    names = {
        *schema["properties"],
        *definitions["rule"]["properties"],
        *definitions["example"]["properties"],
        *definitions["token"]["properties"],
        *(name for name in definitions["conditions"]["properties"] if not name.startswith("not-")),
    }

    assert [name for name in sorted(names) if f"`{name}`" not in guide and f"{name}:" not in guide] == []


class Links(HTMLParser):
    """Where a page of the site leads to, what it fetches, and what can be led to."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "a" and values.get("href"):
            self.links.append(values["href"] or "")
        is_fetched = tag in ("script", "img", "iframe", "source") or (
            tag == "link" and values.get("rel") != "canonical"
        )
        self.fetched += [values[name] or "" for name in ("src", "href") if is_fetched and values.get(name)]
        self.anchors |= {values["id"] or ""} if "id" in values else set()


def test_the_site_is_whole_and_fetches_nothing_from_elsewhere(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs")
    import subprocess

    site = tmp_path / "site"
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert (run.returncode, run.stdout) == (0, ""), run.stderr

    parsed: dict[Path, Links] = {}
    for path in site.rglob("*.html"):
        parsed[path] = Links()
        parsed[path].feed(path.read_text(encoding="utf-8"))
    assert {site / "index.html", site / "de/index.html", site / "de/rules/salutation/missing/index.html"} <= set(parsed)
    for path, page in parsed.items():
        if path.name == "404.html":
            continue  # it is shown anywhere, so its links are whole addresses
        assert [address for address in page.fetched if urlsplit(address).netloc] == [], path
        for link in page.links:
            target = urlsplit(link)
            if target.scheme or target.netloc:
                continue
            place = (path.parent / unquote(target.path)).resolve() if target.path else path
            place = place / "index.html" if place.is_dir() else place
            assert place.is_file(), f"{path.relative_to(site)}: {link}"
            if target.fragment and place in parsed:
                assert unquote(target.fragment) in parsed[place].anchors, f"{path.relative_to(site)}: {link}"
