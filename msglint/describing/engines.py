"""The analysis engines: which there are, which are used and why, and what adds those that are missing."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from msglint.analysis.engine_settings import AUTO, HANTA, OFF, SPACY, EngineSettings, LanguageToolSettings
from msglint.analysis.engines import Engines
from msglint.analysis.errors import EngineError
from msglint.analysis.languagetool import installation, server
from msglint.analysis.spacy_pipelines import DOWNLOADS, FoundPipeline, download_command, installed, look_up
from msglint.analysis.spelling import choosing
from msglint.analysis.tagger import MODEL_FILES
from msglint.paths import shown
from msglint.texts import Text

TAGS: Final = Text("Wortarten und Grundformen", "parts of speech and lemmas")
PATTERNS: Final = Text("Regeln mit Wortmustern", "rules that are token patterns")
SPELLING: Final = Text("Rechtschreibung", "spelling")
GRAMMAR: Final = Text("Grammatik, Zeichensetzung und Rechtschreibung", "grammar, punctuation and spelling")

TAGGER, SPELLING_KEY, LANGUAGETOOL = "tagger", "spelling", "languagetool"
INSTALL_BINDING: Final = "pip install 'msglint[spelling]'"
HUNSPELL_PACKAGE, HUNSPELL_MODULE = "chunspell", "hunspell"
LANGUAGES: Final = tuple(MODEL_FILES)
_SWITCHED_OFF: Final = Text("ausgeschaltet", "switched off")


class State(str, Enum):
    """Whether an engine takes part in checks."""

    USED = "used"
    UNUSED = "unused"
    MISSING = "missing"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that is not there.

    Attributes:
        what: its name.
        command: the one command that adds it.
    """

    what: Text
    command: str


@dataclass(frozen=True, slots=True)
class EngineDescription:
    """One engine, as it is on this machine and under these settings.

    Attributes:
        name: as people know it.
        does: what it is for.
        languages: which it serves, or would.
        state: whether checks use it.
        why: why so.
        setting: the key of the configuration that decides; empty = nothing does.
        version: empty where it is not there or does not say.
        origin: the folder or address, short; empty where it is not there.
        missing: what would have to be added, each with its command.
    """

    name: str
    does: Text
    languages: Sequence[str]
    state: State
    why: Text
    setting: str = ""
    version: str = ""
    origin: str = ""
    missing: tuple[Missing, ...] = ()


def describe_engines(settings: EngineSettings) -> tuple[EngineDescription, ...]:
    """All engines. Pipelines that are wanted are loaded, to tell whether they work; nothing is started."""
    problems: dict[str, EngineError] = {}
    taggers = _taggers(settings, problems)
    return (
        _hanta(taggers),
        _spacy(),
        *_pipelines(settings, taggers, problems),
        *(_hunspell(language, settings) for language in LANGUAGES),
        _languagetool(settings.languagetool),
    )


def short(path: Path) -> str:
    """The path as people know it, with `~` for the user's own folder."""
    text = shown(path)
    home = os.path.expanduser("~")  # noqa: PTH111 - Path.home raises where nobody knows it
    inside = text.removeprefix(home + os.sep)
    return text if inside == text else os.path.join("~", inside)  # noqa: PTH118


def _package(module: str) -> str:
    """Where a package lies."""
    spec = find_spec(module)
    folders = list(spec.submodule_search_locations or ()) if spec is not None else []
    return short(Path(folders[0])) if folders else ""


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return ""


# Taggers


def _taggers(settings: EngineSettings, problems: dict[str, EngineError]) -> Mapping[str, str]:
    """The tagger of each language that has one; what fails is added to the problems."""
    if settings.taggers == (HANTA,):
        return dict.fromkeys(LANGUAGES, HANTA)
    from msglint.analysis.spacy_tagger import SpacyTagger

    engines, taggers = Engines(settings), {}
    for language in LANGUAGES:
        try:
            tagger = engines.tagger(language)
        except EngineError as error:
            problems[error.engine] = error
            continue
        taggers[language] = tagger.name if isinstance(tagger, SpacyTagger) else HANTA
    return taggers


def _hanta(taggers: Mapping[str, str]) -> EngineDescription:
    left = tuple(language for language in LANGUAGES if taggers.get(language) == HANTA)
    if not left:
        why = Text("für jede Sprache ist eine spaCy-Pipeline gewünscht", "a spaCy pipeline is wanted for each language")
    elif left != LANGUAGES:
        why = Text("für die Sprachen ohne spaCy-Pipeline", "for the languages without a spaCy pipeline")
    else:
        why = Text("keine spaCy-Pipeline tritt an seine Stelle", "no spaCy pipeline takes its place")
    return EngineDescription(
        name="HanTa",
        does=TAGS,
        languages=left or LANGUAGES,
        state=State.USED if left else State.UNUSED,
        why=why,
        setting=TAGGER,
        version=_version("HanTa"),
        origin=_package("HanTa"),
    )


def _spacy() -> EngineDescription:
    return EngineDescription(
        name="spaCy",
        does=PATTERNS,
        languages=LANGUAGES,
        state=State.USED,
        why=Text(
            "geladen, sobald eine Nachricht die Wörter eines Musters enthält",
            "loaded once a message holds the words of a pattern",
        ),
        version=_version("spacy"),
        origin=_package("spacy"),
    )


def _pipelines(
    settings: EngineSettings, taggers: Mapping[str, str], problems: dict[str, EngineError]
) -> Iterator[EngineDescription]:
    """The pipelines that the settings name, those that are installed, and one for each language that has none."""
    found = {pipeline.name: pipeline for pipeline in installed()}
    for entry in settings.taggers:
        if entry not in (HANTA, SPACY):
            try:
                pipeline = look_up(entry)
                found.setdefault(pipeline.name, pipeline)
            except EngineError as error:
                problems[error.engine] = error
    for pipeline in found.values():
        yield _pipeline(pipeline, taggers, settings, problems.pop(pipeline.name, None))
    for problem in problems.values():
        yield _unusable(problem)
    for language, name in DOWNLOADS.items():
        if name not in problems and all(pipeline.language != language for pipeline in found.values()):
            yield _no_pipeline(language, name, settings)


def _pipeline(
    pipeline: FoundPipeline, taggers: Mapping[str, str], settings: EngineSettings, problem: EngineError | None
) -> EngineDescription:
    state, why = State.UNUSED, _why_unused(pipeline, taggers, settings)
    if problem is not None:
        state, why = State.BROKEN, problem.sentence
    elif taggers.get(pipeline.language) == pipeline.name:
        state, why = State.USED, Text("tritt an die Stelle von HanTa", "takes the place of HanTa")
    return EngineDescription(
        name=pipeline.name,
        does=TAGS,
        languages=(pipeline.language,),
        state=state,
        why=why,
        setting=TAGGER,
        version=pipeline.version,
        origin=short(pipeline.folder),
    )


def _why_unused(pipeline: FoundPipeline, taggers: Mapping[str, str], settings: EngineSettings) -> Text:
    other = taggers.get(pipeline.language)
    if other not in (None, HANTA):
        return Text(f"{other} dient dieser Sprache", f"{other} serves this language")
    if settings.taggers == (HANTA,):
        return Text(
            f"nur HanTa ist gewünscht; mit „tagger: {pipeline.name}“ gilt sie",
            f"only HanTa is wanted; 'tagger: {pipeline.name}' makes it count",
        )
    return Text("nicht gewünscht", "not wanted")


def _unusable(error: EngineError) -> EngineDescription:
    """A pipeline that is wanted and cannot be found."""
    command = download_command(error.engine)
    name = error.engine
    known = tuple(language for language in LANGUAGES if name.startswith(f"{language}_"))
    return EngineDescription(
        name=name,
        does=TAGS,
        languages=known,
        state=State.MISSING if command else State.BROKEN,
        why=error.sentence,
        setting=TAGGER,
        missing=(Missing(Text(name, name), command),) if command else (),
    )


def _no_pipeline(language: str, name: str, settings: EngineSettings) -> EngineDescription:
    command = download_command(name)
    with_de, with_en = f" mit „tagger: {SPACY}“", f" with 'tagger: {SPACY}'"
    if SPACY in settings.taggers:
        with_de = with_en = ""
    return EngineDescription(
        name=name,
        does=TAGS,
        languages=(language,),
        state=State.MISSING,
        why=Text(
            f"nicht nötig, HanTa genügt; gilt{with_de}, sobald sie da ist",
            f"not needed, HanTa will do; counts{with_en} once it is there",
        ),
        setting=TAGGER,
        missing=(Missing(Text(name, name), command),) if command else (),
    )


# Spelling


def _hunspell(language: str, settings: EngineSettings) -> EngineDescription:
    missing = tuple(_missing_for_hunspell(language, settings))
    state, why, origin = State.USED, Text("Paket und Wörterbuch sind da", "package and dictionary are there"), ""
    try:
        dictionaries = choosing.make_speller(language, settings).dictionaries
        origin = ", ".join(short(one.words) for one in dictionaries)
    except EngineError as error:
        state, why = State.BROKEN, error.sentence
    if settings.spelling == OFF:
        state, why = State.UNUSED, _SWITCHED_OFF
    elif missing:
        state, why = State.MISSING, _lacks(missing)
    return EngineDescription(
        name="Hunspell",
        does=SPELLING,
        languages=(language,),
        state=state,
        why=why,
        setting=SPELLING_KEY,
        version=_version(HUNSPELL_PACKAGE),
        origin=origin,
        missing=missing,
    )


def _missing_for_hunspell(language: str, settings: EngineSettings) -> Iterator[Missing]:
    if find_spec(HUNSPELL_MODULE) is None:
        yield Missing(Text("das Python-Paket chunspell", "the Python package chunspell"), INSTALL_BINDING)
    if not choosing.has_dictionary(language, settings):
        what = {
            "de": Text("ein deutsches Wörterbuch", "a German dictionary"),
            "en": Text("ein englisches Wörterbuch", "an English dictionary"),
        }
        yield Missing(what[language], dictionary_command(language))


def dictionary_command(language: str) -> str:
    """The command that installs a Hunspell dictionary on this system."""
    if sys.platform == "win32":
        return "winget install TheDocumentFoundation.LibreOffice"
    if sys.platform == "darwin":
        return "brew install --cask libreoffice"
    packages = {
        "dnf": ("sudo dnf install", {"de": "hunspell-de", "en": "hunspell-en"}),
        "pacman": ("sudo pacman -S", {"de": "hunspell-de", "en": "hunspell-en_us"}),
        "zypper": ("sudo zypper install", {"de": "myspell-de_DE", "en": "myspell-en_US"}),
    }
    for program, (command, names) in packages.items():
        if shutil.which(program):
            return f"{command} {names[language]}"
    return f"sudo apt install {({'de': 'hunspell-de-de-frami', 'en': 'hunspell-en-gb hunspell-en-us'})[language]}"


# LanguageTool


def _languagetool(settings: LanguageToolSettings) -> EngineDescription:
    address, found = installation.server_address(settings), installation.find(settings)
    # A folder that is named is wrong rather than missing.
    missing = tuple(
        Missing(one.what, one.command)
        for one in installation.missing(settings)
        if settings.use == AUTO or one.command != installation.INSTALL
    )
    state, why = _languagetool_state(settings, missing)
    return EngineDescription(
        name="LanguageTool",
        does=GRAMMAR,
        languages=LANGUAGES,
        state=state,
        why=why,
        setting=LANGUAGETOOL,
        version=found.version if found is not None else "",
        origin=address or (short(found.folder) if found is not None else ""),
        missing=missing,
    )


def _languagetool_state(settings: LanguageToolSettings, missing: Sequence[Missing]) -> tuple[State, Text]:
    if settings.use == OFF:
        return State.UNUSED, _SWITCHED_OFF
    if missing:
        return State.MISSING, _lacks(missing)
    try:
        if installation.server_address(settings) is not None:
            server.named_or_own(settings, wait=0)  # whether it may be asked; it is not
            return State.USED, Text(
                "der Server, den die Konfiguration nennt", "the server that the configuration names"
            )
        installation.find_or_fail(settings)
    except EngineError as error:
        return State.BROKEN, error.sentence
    running = server.running()
    if running is not None and running.is_ready:
        return State.USED, Text("läuft", "is running")
    return State.USED, Text("startet, sobald eine Prüfung es braucht", "starts once a check needs it")


def _lacks(missing: Sequence[Missing]) -> Text:
    de, en = (", ".join(one.what.in_(language) for one in missing) for language in ("de", "en"))
    return Text(f"es fehlt: {de}", f"missing: {en}")
