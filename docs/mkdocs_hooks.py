"""Writes the pages that rules and profiles generate, while mkdocs builds, and builds the German site with the English.

English lies at the root of the site, German in `de/`; each is built for itself, so that search and menus know one
language each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import overviews
from rule_pages import rule_page

from msglint.describing.describe import describe
from msglint.describing.words import family_title
from msglint.linter import Linter
from msglint.rulesets import shipped_folder
from msglint.settings import Settings
from msglint.texts import Text

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from msglint.describing.description import Description
    from msglint.profiles.model import Profile

HERE = Path(__file__).parent
GERMAN = HERE.parent / "mkdocs.de.yml"
MATRIX = "<!-- matrix -->"
PROFILES = "<!-- profiles -->"
NUMBER = "<!-- number of rules -->"

RULES = Text("Regeln", "Rules")
ALL_RULES = Text("Alle Regeln", "All rules")
BY_SEVERITY = Text("Nach Schwere", "By severity")
BY_PROFILE = Text("Nach Profil", "By profile")
OVERVIEW = Text("Überblick", "Overview")
PROFILE_PAGES = Text("Profile", "Profiles")


class Catalogue:
    """The rules and profiles that ship, described in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._linter = Linter(Settings(), ui_language=language)

    @cached_property
    def rules(self) -> Sequence[Description]:
        """The rules, those of one family together."""
        described = list(describe(self._linter.rules, self._linter))
        return [rule for members in overviews.families(described).values() for rule in members]

    @cached_property
    def profiles(self) -> Sequence[Profile]:
        """The profiles."""
        return tuple(self._linter.profiles)

    def pages(self) -> Iterator[tuple[str, str]]:
        """All generated pages: path and Markdown."""
        rules, profiles, language = self.rules, self.profiles, self.language
        known = frozenset(rule.id for rule in rules)
        yield "rules/index.md", overviews.rules_index(rules, language)
        yield "rules/by-severity.md", overviews.by_severity(rules, language)
        yield "rules/by-profile.md", overviews.by_profile(rules, profiles, language)
        for family, members in overviews.families(rules).items():
            yield f"rules/{family}/index.md", overviews.family_page(family, members, language)
        for rule in rules:
            yield f"rules/{rule.family}/{rule.name}.md", rule_page(rule, known)
        for profile in profiles:
            yield f"profiles/{profile.name}.md", overviews.profile_page(profile, profiles, rules, language)

    def menu(self) -> list[dict[str, Any]]:
        """The entries of the menu for the generated pages."""
        language = self.language
        return [
            {
                RULES.in_(language): [
                    {ALL_RULES.in_(language): "rules/index.md"},
                    {BY_SEVERITY.in_(language): "rules/by-severity.md"},
                    {BY_PROFILE.in_(language): "rules/by-profile.md"},
                    *(self._family(family, rules) for family, rules in overviews.families(self.rules).items()),
                ]
            },
            {
                PROFILE_PAGES.in_(language): [
                    {OVERVIEW.in_(language): "profiles.md"},
                    *({one.title.in_(language): f"profiles/{one.name}.md"} for one in self.profiles),
                ]
            },
        ]

    def _family(self, family: str, rules: Sequence[Description]) -> dict[str, Any]:
        overview = {OVERVIEW.in_(self.language): f"rules/{family}/index.md"}
        pages = [{rule.id: f"rules/{rule.family}/{rule.name}.md"} for rule in rules]
        return {family_title(family, self.language): [overview, *pages]}

    def filled(self, markdown: str) -> str:
        """A page written by hand, with what only the rules know."""
        if MATRIX in markdown:
            markdown = markdown.replace(MATRIX, overviews.matrix(self.rules, self.profiles, self.language))
        if PROFILES in markdown:
            markdown = markdown.replace(PROFILES, overviews.profiles_list(self.profiles, self.language))
        return markdown.replace(NUMBER, str(len(self.rules))) if NUMBER in markdown else markdown


@cache
def catalogue(language: str) -> Catalogue:
    """The one catalogue of that language: describing all rules takes some seconds."""
    return Catalogue(language)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the generated pages into the menu, in front of what was written by hand about the inside."""
    written = list(config.nav or ())
    first = config.extra["written_first"]
    config.nav = [*written[:first], *catalogue(config.extra["language"]).menu(), *written[first:]]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages, the pictures, and the schemas that editors ask for."""
    from mkdocs.structure.files import File

    for path, content in catalogue(config.extra["language"]).pages():
        files.append(File.generated(config, path, content=content))
    for picture in sorted((HERE / "images").glob("*.*")):
        files.append(File.generated(config, f"images/{picture.name}", abs_src_path=str(picture)))
    if config.extra["language"] == "en":
        for schema in sorted(shipped_folder().glob("*.schema.json")):
            files.append(File.generated(config, f"schemas/{schema.name}", abs_src_path=str(schema)))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill in what only the rules know."""
    return catalogue(config.extra["language"]).filled(markdown)


def on_post_build(config: MkDocsConfig) -> None:
    """Build the German site into that of the English one."""
    if config.extra["language"] != "en":
        return
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    german = load_config(str(GERMAN), site_dir=str(Path(config.site_dir, "de")), strict=config.strict)
    german.plugins.on_startup(command="build", dirty=False)
    build(german)
