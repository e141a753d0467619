"""Packs: rules and phrase lists that are data, in `rulesets/` and wherever a house keeps its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from msglint.paths import rulesets_folder, shown
from msglint.rules import CODED_RULES
from msglint.rules.base import Examples, PhraseFinder, Rule
from msglint.rulesets.assembling import assemble, missing_of
from msglint.rulesets.cache import read_cached, read_shipped, stamps_of, write_cached
from msglint.rulesets.compiled import Compiled
from msglint.rulesets.errors import RulesetError
from msglint.rulesets.searching import Searcher
from msglint.version import __version__

LANGUAGES = ("de", "en")
__all__ = ["LANGUAGES", "RulesetError", "Rulesets", "load_rulesets", "pack_files", "shipped_folder"]

Examined = Mapping[tuple[str, str], Examples]
"""The examples by rule id and language."""


@dataclass(frozen=True)
class Rulesets:
    """All packs that are in use.

    Attributes:
        packs: compiled, in the order in which they were named.
        examples: of the rules, where they were asked for.
        failures: what is wrong with packs that cannot be used at all.
    """

    packs: tuple[Compiled, ...]
    examples: Examined
    failures: tuple[RulesetError, ...] = ()

    @cached_property
    def entries(self) -> Mapping[str, list[Compiled]]:
        """What the packs say of each rule, by its id; what cannot be used left out."""
        return {rule_id: entries for rule_id, entries in self._by_id.items() if rule_id not in self._faults}

    @cached_property
    def _by_id(self) -> Mapping[str, list[Compiled]]:
        by_id: dict[str, list[Compiled]] = {}
        for pack in self.packs:
            for entry in pack["entries"]:
                others = by_id.setdefault(entry["id"], [])
                if all(other["language"] != entry["language"] for other in others):
                    others.append(entry)
        return by_id

    @cached_property
    def _faults(self) -> Mapping[str, RulesetError]:
        return {
            rule_id: _lacks(entries[0], missing)
            for rule_id, entries in self._by_id.items()
            if (missing := missing_of(entries)) is not None
        }

    @cached_property
    def problems(self) -> tuple[RulesetError, ...]:
        """What is wrong with packs and rules that are left out because of it."""
        told = (RulesetError(*pair) for pack in self.packs for pair in pack["problems"])
        return (*self.failures, *told, *self._faults.values(), *self._doubled())

    def _doubled(self) -> Iterable[RulesetError]:
        seen: dict[tuple[str, str], Compiled] = {}
        for pack in self.packs:
            for entry in pack["entries"]:
                first = seen.setdefault((entry["id"], entry["language"]), entry)
                if first is not entry:
                    yield _exists(entry, first)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that are data, the entries of all languages under one id."""
        return tuple(
            assemble(entries, {language: found for (of, language), found in self.examples.items() if of == rule_id})
            for rule_id, entries in self.entries.items()
        )

    def phrases(self, name: str, language: str) -> PhraseFinder:
        """What finds the phrases of the list called `name` in texts of that language.

        The shipped packs come first: a list of the same name in another pack is that pack's own.

        Raises:
            KeyError: if no pack has such a list.
        """
        for pack in self.packs:
            if pack["language"] == language and name in pack["lists"]:
                return Searcher(pack["lists"][name])
        raise KeyError(name)


def shipped_folder() -> Path:
    """Where the rulesets are: inside the installed package, or at the top of a checkout."""
    return rulesets_folder()


def load_rulesets(
    folders: Sequence[Path] = (),
    *,
    shipped: Path | None = None,
    with_examples: bool = False,
    started: Callable[[Path], None] | None = None,
    origins: Mapping[Path, str] | None = None,
) -> Rulesets:
    """The shipped packs and those in more folders or files.

    Args:
        folders: folders of packs, or single packs.
        shipped: in place of the shipped folder.
        with_examples: read the examples too; takes longer.
        started: is told of every file that is about to be compiled.
        origins: what the user calls a folder, where that is not its path.
    """
    packs: list[Compiled] = []
    failures: list[RulesetError] = []
    examples: dict[tuple[str, str], Examples] = {}
    shipped_entries: dict[str, Compiled] = {}
    own = shipped or shipped_folder()
    for folder in (own, *folders):
        try:
            compiled = _compiled(folder, trusted=folder is own, started=started)
        except RulesetError as error:
            failures.append(error)
            continue
        if folder is own:
            shipped_entries = {entry["id"]: entry for pack in compiled for entry in pack["entries"]}
        else:
            origin = (origins or {}).get(folder) or shown(folder)
            compiled = [_from_elsewhere(pack, origin, shipped_entries) for pack in compiled]
        packs += compiled
        if with_examples:
            examples.update(_examples(pack_files(folder)))
    return Rulesets(tuple(packs), examples, tuple(failures))


def pack_files(folder: Path) -> tuple[Path, ...]:
    """The packs in a folder: by language and on their own; or the file itself.

    Raises:
        RulesetError: if there is no such folder or file.
    """
    if folder.is_file():
        return (folder,)
    if not folder.is_dir():
        raise RulesetError(
            f"{shown(folder)}: Das Regelpaket gibt es nicht; gebraucht wird ein Ordner oder eine YAML-Datei.",
            f"{shown(folder)}: there is no such pack; a folder or a YAML file is needed.",
        )
    places = (*(folder / language for language in LANGUAGES), folder)
    files = (file for place in places for suffix in ("yaml", "yml") for file in sorted(place.glob(f"*.{suffix}")))
    return tuple(file for file in files if not file.name.startswith("."))  # the settings of some tool


def _compiled(folder: Path, *, trusted: bool, started: Callable[[Path], None] | None) -> Sequence[Compiled]:
    """The packs of a folder, from what was kept of them or compiled now."""
    if trusted and (kept := read_shipped(folder, __version__)) is not None:
        return kept
    files = pack_files(folder)
    try:
        stamps = stamps_of((*files, *_compiler_files()))
    except OSError:
        stamps = []
    kept = read_cached(folder.absolute(), __version__, stamps)
    if kept is not None:
        return [_as_called_now(pack, shown(file)) for pack, file in zip(kept, files, strict=True)]
    packs = compile_packs(files, trusted=trusted, started=started)
    write_cached(folder.absolute(), __version__, stamps, packs)
    return packs


def _as_called_now(pack: Compiled, path: str) -> Compiled:
    """The pack with its path as one knows it in this working folder; it may have been compiled from another."""
    before = pack["path"]
    if before == path:
        return pack
    return {
        **pack,
        "path": path,
        "entries": [{**entry, "place": [path, entry["place"][1]]} for entry in pack["entries"]],
        "problems": [[sentence.replace(before, path, 1) for sentence in problem] for problem in pack["problems"]],
    }


def _compiler_files() -> Iterable[Path]:
    """What compiles: when it changes, what it made before is not to be used."""
    here = Path(__file__).parent
    return (*here.glob("*.py"), *(here.parent / "analysis").glob("*.py"))


def compile_packs(
    files: Iterable[Path], *, trusted: bool, started: Callable[[Path], None] | None = None
) -> list[Compiled]:
    """Read and compile packs; a broken rule or pack leaves the others alone."""
    from msglint.rulesets.compiling import Compiler

    compiler = Compiler(trusted=trusted)
    packs = []
    for file in files:
        if started is not None:
            started(file)
        packs.append(compiler.pack(file))
    return packs


def _examples(files: Iterable[Path]) -> Examined:
    from msglint.rulesets.reading import read_pack

    found: dict[tuple[str, str], Examples] = {}
    for file in files:
        try:
            pack = read_pack(file)
        except RulesetError:
            continue  # told when it was compiled
        for entry in pack.entries:
            found.setdefault((entry.id, entry.language), Examples(entry.bad, entry.good))
    return found


def _from_elsewhere(pack: Compiled, origin: str, shipped: Mapping[str, Compiled]) -> Compiled:
    """The pack of somebody else, who is named in its entries, without rules that msglint has itself."""
    problems = [_taken(entry, shipped) for entry in pack["entries"]]
    return {
        **pack,
        "entries": [
            {**entry, "origin": origin}
            for entry, problem in zip(pack["entries"], problems, strict=True)
            if problem is None
        ],
        "problems": [*pack["problems"], *([problem.de, problem.en] for problem in problems if problem is not None)],
    }


def _taken(entry: Compiled, shipped: Mapping[str, Compiled]) -> RulesetError | None:
    if entry["id"] in shipped:
        return _exists(entry, shipped[entry["id"]])
    return _exists(entry, {"place": ["msglint", None]}) if entry["id"] in CODED_RULES else None


def _lacks(entry: Compiled, key: str) -> RulesetError:
    place = ":".join(str(part) for part in entry["place"] if part)
    return RulesetError(
        f"{place}: Regel „{entry['id']}“: „{key}“ fehlt.", f"{place}: rule '{entry['id']}': '{key}' is missing."
    )


def _exists(entry: Compiled, first: Compiled) -> RulesetError:
    place, other = (":".join(str(part) for part in which["place"] if part) for which in (entry, first))
    return RulesetError(
        f"{place}: Die Regel „{entry['id']}“ gibt es schon ({other}); bitte einen anderen Namen wählen.",
        f"{place}: there is a rule '{entry['id']}' already ({other}); please choose another name.",
    )
