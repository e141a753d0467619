"""Packs from elsewhere: a folder, a file, or an installed package that may also bring rules in Python."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType
from typing import Final

from msglint.documents.errors import hint
from msglint.paths import shown
from msglint.report import Severity
from msglint.rules import CODED_RULES
from msglint.rules.base import Rule
from msglint.rulesets import Rulesets, load_rulesets
from msglint.rulesets.errors import RulesetError
from msglint.texts import Text

GROUP: Final = "msglint.rulesets"
"""The group of entry points under which a package makes its rules known."""

RULES: Final = "RULES"
PROFILES: Final = "profiles"


@dataclass(frozen=True)
class Extended:
    """The shipped packs, and what `extends` brings besides.

    Attributes:
        rulesets: all packs.
        coded: the rules in Python that packages bring.
        profile_folders: folders with profiles, the later before the earlier.
        failures: what is wrong with packages.
    """

    rulesets: Rulesets
    coded: tuple[Rule, ...] = ()
    profile_folders: tuple[Path, ...] = ()
    failures: tuple[RulesetError, ...] = ()

    @property
    def problems(self) -> tuple[RulesetError, ...]:
        """What is wrong with packs, packages and rules that are left out because of it."""
        return (*self.failures, *self.rulesets.problems)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """All rules that are not in msglint's own code."""
        return (*self.rulesets.rules, *self.coded)


@dataclass(frozen=True)
class _Source:
    """What one value of `extends` stands for."""

    name: str
    folder: Path | None = None
    rules: tuple[Rule, ...] = ()
    failures: tuple[RulesetError, ...] = field(default=())


def installed_names() -> tuple[str, ...]:
    """The names under which installed packages offer rules; none of them is imported."""
    return tuple(sorted(entry_points(group=GROUP).names))


def load_extended(extends: Sequence[Path | str], *, rulesets: Rulesets | None = None) -> Extended:
    """The shipped packs and those that are named; only packages that are named are imported.

    Args:
        extends: folders and files as paths, installed packages by name.
        rulesets: in place of the shipped packs and those of the folders.
    """
    sources = [_source(one) for one in dict.fromkeys(extends)]
    folders = {source.folder: source.name for source in sources if source.folder is not None}
    if rulesets is None:
        rulesets = load_rulesets(tuple(folders), origins=folders)
    failures = [failure for source in sources for failure in source.failures]
    coded = _without_taken((rule for source in sources for rule in source.rules), rulesets, failures)
    return Extended(
        rulesets,
        coded,
        tuple(place for folder in folders if (place := folder / PROFILES).is_dir()),
        tuple(failures),
    )


def _source(one: Path | str) -> _Source:
    if isinstance(one, Path):
        return _Source(shown(one), one.absolute())
    try:
        return _installed(one)
    except RulesetError as error:
        return _Source(one, failures=(error,))


def _without_taken(rules: Iterable[Rule], rulesets: Rulesets, failures: list[RulesetError]) -> tuple[Rule, ...]:
    """The rules whose ids no other rule has."""
    taken = dict.fromkeys(CODED_RULES, "msglint")
    taken.update({rule.id: rule.origin or "msglint" for rule in rulesets.rules})
    kept = []
    for rule in rules:
        if rule.id in taken:
            failures.append(
                _wrong(
                    rule.origin,
                    f"Die Regel „{rule.id}“ gibt es schon ({taken[rule.id]}); bitte einen anderen Namen wählen.",
                    f"there is a rule '{rule.id}' already ({taken[rule.id]}); please choose another name.",
                )
            )
            continue
        taken[rule.id] = rule.origin
        kept.append(rule)
    return tuple(kept)


# Installed packages


def _installed(name: str) -> _Source:
    points = entry_points(group=GROUP, name=name)
    if not points:
        raise not_installed(name)
    module = _imported(name, next(iter(points)))
    failures: list[RulesetError] = []
    rules = tuple(_rules(name, module, failures))
    folder = _folder(module)
    if folder is None and not hasattr(module, RULES):
        failures.append(
            _wrong(
                name,
                f"{module.__name__} ist kein Paket mit einem Ordner für Regelpakete und hat kein {RULES}.",
                f"{module.__name__} is no package with a folder for packs, and has no {RULES}.",
            )
        )
    return _Source(name, folder, rules, tuple(failures))


def not_installed(name: str) -> RulesetError:
    """No package offers rules under that name: what would be right."""
    near = hint(name, installed_names())
    return RulesetError(
        f"Kein installiertes Paket bietet Regeln unter dem Namen „{name}“ an"
        f"{near.de or '; ein Ordner oder eine Datei hieße „./' + name + '“'}.",
        f"no installed package offers rules under the name '{name}'"
        f"{near.en or '; a folder or a file would be ' + repr('./' + name) + '.'}",
    )


def _imported(name: str, point: EntryPoint) -> ModuleType:
    if point.attr:
        raise _wrong(
            name,
            f"Der Einstiegspunkt „{point.value}“ muss ein Paket nennen, also „{point.module}“.",
            f"the entry point '{point.value}' must name a package: '{point.module}'.",
        )
    try:
        return import_module(point.module)
    except (Exception, SystemExit) as error:  # whatever somebody else's code does
        reason = f"{type(error).__name__}: {' '.join(str(error).split())}"
        raise _wrong(
            name,
            f"Das Paket {point.module} lässt sich nicht importieren ({reason}).",
            f"the package {point.module} cannot be imported ({reason}).",
        ) from None


def _folder(module: ModuleType) -> Path | None:
    """Where the packs of the package are; a module on its own has none: it lies among those of others."""
    places = list(getattr(module, "__path__", ()))
    if places:
        return Path(places[0])
    return Path(module.__file__).parent if module.__package__ and module.__file__ else None


def _rules(name: str, module: ModuleType, failures: list[RulesetError]) -> Iterator[Rule]:
    rules = getattr(module, RULES, ())
    if not isinstance(rules, tuple | list):
        failures.append(
            _wrong(
                name,
                f"{module.__name__}.{RULES} muss eine Liste von msglint.rules.base.Rule sein.",
                f"{module.__name__}.{RULES} must be a list of msglint.rules.base.Rule.",
            )
        )
        return
    for number, rule in enumerate(rules):
        fault = _fault(rule)
        if fault is None:
            yield replace(rule, origin=name)
        else:
            where = f"{module.__name__}.{RULES}[{number}]"
            failures.append(_wrong(name, f"{where}: {fault.de}", f"{where}: {fault.en}"))


def _fault(rule: object) -> Text | None:
    """What keeps the rule from being used."""
    if not isinstance(rule, Rule):
        found = type(rule).__name__
        return Text(
            f"Gebraucht wird eine msglint.rules.base.Rule, das ist {found}.",
            f"a msglint.rules.base.Rule is needed, this is {found}.",
        )
    from msglint.rulesets.reading import RULE_ID

    if not isinstance(rule.id, str) or not RULE_ID.fullmatch(rule.id):
        return Text(
            f"Die id „{rule.id}“ muss aus Familie und Name bestehen, in kleinen Buchstaben: „acme.order-number“.",
            f"the id '{rule.id}' must be family and name, in small letters: 'acme.order-number'.",
        )
    for one in fields(rule):
        fits, needed = _FIELDS.get(one.name, (_anything, ""))
        if not fits(getattr(rule, one.name)):
            return Text(
                f"Regel „{rule.id}“: „{one.name}“ muss {needed} sein.",
                f"rule '{rule.id}': '{one.name}' must be {needed}.",
            )
    return None


def _anything(_: object) -> bool:
    return True


def _is_text(value: object) -> bool:
    return isinstance(value, Text)


def _is_text_or_none(value: object) -> bool:
    return value is None or isinstance(value, Text)


def _are_languages(value: object) -> bool:
    return isinstance(value, frozenset | set) and value <= {"de", "en"}


_TEXT: Final = "Text(de=…, en=…)"
_FIELDS: Final[Mapping[str, tuple[Callable[[object], bool], str]]] = {
    "languages": (_are_languages, 'frozenset({"de", "en"})'),
    "severity": (lambda value: isinstance(value, Severity), "Severity.WARNING"),
    "title": (_is_text, _TEXT),
    "message": (_is_text, _TEXT),
    "why": (_is_text, _TEXT),
    "limits": (_is_text_or_none, _TEXT),
    "better": (_is_text_or_none, _TEXT),
    "source": (lambda value: isinstance(value, str), "str"),
    "check": (callable, "check(message, context)"),
    "examples": (lambda value: isinstance(value, Mapping), '{"de": Examples(bad=(…), good=(…))}'),
    "needs": (lambda value: isinstance(value, frozenset | set), "frozenset({Need.…})"),
    "options": (lambda value: isinstance(value, tuple | list), "(Option(…),)"),
    "tags": (lambda value: isinstance(value, tuple | list), "(…,)"),
    "supersedes": (lambda value: isinstance(value, frozenset | set), 'frozenset({"…"})'),
}
"""What a rule in Python must have before it is run: a mistake here would be told only by a traceback."""


def _wrong(name: str, de: str, en: str) -> RulesetError:
    return RulesetError(f"{name}: {de}", f"{name}: {en}")


# What goes wrong while such a rule looks at a message

_OWN: Final = str(Path(__file__).parent.parent)


def failed_at(error: BaseException) -> str:
    """The kind of error and where it happened, for the rule's author. Never its text: that may be the message's."""
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    foreign = [frame for frame in frames if not frame.filename.startswith(_OWN)]
    kind = type(error).__name__
    return f"{kind}, {shown(Path(foreign[0].filename))}:{foreign[0].lineno}" if foreign else kind
