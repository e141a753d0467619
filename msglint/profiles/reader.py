"""Reads profiles: `<name>.yaml`, one each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from msglint.documents.errors import DocumentError, hint, listed
from msglint.documents.files import read_text
from msglint.documents.located import Located, Place
from msglint.documents.yaml_file import read_yaml
from msglint.message.model import Audience, Channel, Relationship
from msglint.paths import shown
from msglint.profiles.choice import HOLDS, subject_words
from msglint.profiles.errors import ProfileError
from msglint.profiles.model import AUTO, DEFAULT, ProfileData, Profiles, no_such_profile
from msglint.report import Severity
from msglint.rules import fits
from msglint.texts import UI_LANGUAGES, Text

KEYS: Final = ("title", "about", "for", "based-on", "ignore", "select", "severity", "options")
OFF: Final = "off"
SEVERITIES: Final = (*(severity.label for severity in sorted(Severity, reverse=True)), OFF)
NAME: Final = re.compile(r"[a-z][a-z0-9-]*")

Data = dict[str, Any]

NO_CHANGE: Final[Data] = {
    "title": {"de": "Voreinstellung", "en": "Default"},
    "about": {"de": "Wo kein anderes Profil passt.", "en": "Where no other profile fits."},
    "for": {},
    "based-on": None,
    "runs": {},
    "severity": {},
    "options": {},
}
"""What holds where no folder has a profile of the name `default`."""


def load_profiles(*folders: Path, problems: list[ProfileError] | None = None) -> Profiles:
    """The profiles in the folders; of the same name, the one in the later folder.

    Args:
        folders: where they are.
        problems: takes what is wrong with profiles, which are left out then.

    Raises:
        ProfileError: if one of them is not as it must be, and nothing takes the problems.
    """
    told: list[ProfileError] = []
    read = [found for folder in folders for path in profile_files(folder) for found in _read(path, told)]
    while (faulty := _without_base(dict(read), told)) is not None:
        read.remove(faulty)
    if told and problems is None:
        raise told[0]
    if problems is not None:
        problems += told
    profiles = {DEFAULT: NO_CHANGE, **{name: data for name, (data, _) in read}}
    return Profiles({name: profiles[name] for name in sorted(profiles, key=lambda name: (name != DEFAULT, name))})


Written = tuple[Data, Located | None]
"""What a profile says, and where it names the profile it is based on."""


def _read(path: Path, told: list[ProfileError]) -> Iterator[tuple[str, Written]]:
    try:
        yield path.stem, _profile(path)
    except ProfileError as error:
        told.append(error)


def _without_base(profiles: Mapping[str, Written], told: list[ProfileError]) -> tuple[str, Written] | None:
    """The first profile that cannot be based on what it names."""
    found = {name: data for name, (data, _) in profiles.items()}
    for name, (data, base) in profiles.items():
        fault = _fault_of_base(name, base, found) if base is not None else None
        if fault is not None:
            told.append(fault)
            return name, (data, base)
    return None


def profile_files(folder: Path) -> list[Path]:
    """The files with a profile in a folder."""
    return sorted(folder.glob("*.yaml"))


def _profile(path: Path) -> Written:
    name = shown(path)
    try:
        root = read_yaml(read_text(path), name)
    except DocumentError as error:
        raise ProfileError(error.de, error.en) from None
    _check_name(path, name)
    entries = _map(root, name)
    for key, located in entries.items():
        if key not in KEYS:
            near = hint(key, KEYS)
            raise ProfileError(
                f"{located.place}: Den Schlüssel „{key}“ gibt es nicht{near.de or '; es gibt ' + listed(KEYS, 'de')}.",
                f"{located.place}: there is no key '{key}'{near.en or '; use ' + listed(KEYS, 'en') + '.'}",
            )
    base = entries.get("based-on")
    return {
        "title": _text(entries, "title", name),
        "about": _text(entries, "about", name),
        "for": _conditions(entries.get("for")),
        "based-on": None
        if base is None
        else _word(base, "based-on", Text("der Name eines Profils", "a profile's name")),
        "runs": dict(_switches(entries)),
        "severity": {
            prefix: [label, _origin(item.place)]
            for prefix, item in _entries(entries, "severity")
            if (label := _severity(prefix, item)) != OFF
        },
        "options": {rule: dict(_options(rule, item)) for rule, item in _entries(entries, "options")},
    }, base


def _check_name(path: Path, name: str) -> None:
    if path.stem == AUTO or not NAME.fullmatch(path.stem):
        raise ProfileError(
            f"{name}: Ein Profil kann nicht „{path.stem}“ heißen; möglich sind kleine Buchstaben, Ziffern und "
            f"Bindestriche, nur nicht „{AUTO}“.",
            f"{name}: a profile cannot be called '{path.stem}'; use small letters, digits and hyphens, "
            f"but not '{AUTO}'.",
        )


def _map(root: Located | None, name: str) -> Mapping[str, Located]:
    if root is None or not isinstance(root.value, Mapping):
        place = root.place if root is not None else Place(name)
        raise _needs(place, "", Text("Zeilen der Form „title: …“", "lines of the form 'title: …'"))
    return root.value


def _fault_of_base(name: str, base: Located, found: Mapping[str, ProfileData]) -> ProfileError | None:
    if base.written not in found:
        return no_such_profile(base.written, found, f"{base.place}: ")
    chain = [name]
    while (following := found[chain[-1]]["based-on"]) is not None and following in found:
        if following in chain:
            way = " → ".join([*chain, following])
            return ProfileError(
                f"{base.place}: Ein Profil kann nicht auf sich selbst beruhen ({way}).",
                f"{base.place}: a profile cannot be based on itself ({way}).",
            )
        chain.append(following)
    return None


def _text(entries: Mapping[str, Located], key: str, name: str) -> Data:
    located = entries.get(key)
    if located is None:
        raise ProfileError(
            f"{name}: „{key}“ fehlt: ein Text, oder einer für „de“ und einer für „en“.",
            f"{name}: '{key}' is missing: a text, or one for 'de' and one for 'en'.",
        )
    if _is_text(located):
        return dict.fromkeys(UI_LANGUAGES, located.written)
    texts = located.value if isinstance(located.value, Mapping) else {}
    if set(texts) != set(UI_LANGUAGES) or not all(_is_text(text) for text in texts.values()):
        needed = Text("einen Text, oder einen für „de“ und einen für „en“", "a text, or one for 'de' and one for 'en'")
        raise _needs(located.place, key, needed)
    return {language: texts[language].written for language in UI_LANGUAGES}


def _is_text(located: Located) -> bool:
    return _is_scalar(located) and bool(located.written.strip())


def _is_scalar(located: Located) -> bool:
    return not isinstance(located.value, tuple | Mapping)


def _word(located: Located, key: str, needed: Text) -> str:
    if not _is_text(located):
        raise _needs(located.place, key, needed)
    return located.written.strip()


def _words(located: Located, key: str, needed: Text) -> Iterator[tuple[str, Located]]:
    """The items of a list; one word is a list of one."""
    for item in located.value if isinstance(located.value, tuple) else (located,):
        yield _word(item, key, needed), item


def _entries(entries: Mapping[str, Located], key: str) -> Iterator[tuple[str, Located]]:
    located = entries.get(key)
    if located is None or located.value is None:
        return
    if not isinstance(located.value, Mapping):
        raise _needs(located.place, key, Text("Zeilen der Form „name: wert“", "lines of the form 'name: value'"))
    yield from located.value.items()


# When it is chosen


def _conditions(located: Located | None) -> Data:
    entries = dict(_entries({"for": located}, "for")) if located is not None else {}
    for name, item in entries.items():
        if name not in READERS:
            near = hint(name, READERS)
            raise ProfileError(
                f"{item.place}: Die Bedingung „{name}“ gibt es nicht{near.de or '; es gibt ' + listed(READERS, 'de')}.",
                f"{item.place}: there is no condition '{name}'{near.en or '; use ' + listed(READERS, 'en') + '.'}",
            )
    return {name: READERS[name](name, item) for name, item in entries.items()}


def _one_of(*right: str) -> Callable[[str, Located], list[object]]:
    def reader(key: str, located: Located) -> list[object]:
        needed = Text(listed(right, "de"), listed(right, "en"))
        found: list[object] = []
        for word, item in _words(located, key, needed):
            if word not in right:
                raise _cannot_be(item, key, right)
            found.append(word)
        return found

    return reader


def _flag(key: str, located: Located) -> list[object]:
    if not isinstance(located.value, bool):
        raise _needs(located.place, key, Text("true oder false", "true or false"))
    return [located.value]


def _subjects(key: str, located: Located) -> list[object]:
    needed = Text("eine Liste von Wörtern", "a list of words")
    words = list(_words(located, key, needed))
    for word, item in words:
        if not subject_words(word).strip():
            raise _needs(item.place, key, needed)
    return [word for word, _ in words]


READERS: Final[Mapping[str, Callable[[str, Located], list[object]]]] = {
    "subject": _subjects,
    "channel": _one_of(*(channel.value for channel in Channel)),
    "audience": _one_of(*(audience.value for audience in Audience)),
    "relationship": _one_of(*(relationship.value for relationship in Relationship)),
    "private": _flag,
    "internal": _flag,
    "reply": _flag,
}
assert set(READERS) == set(HOLDS)


# What it changes


def _switches(entries: Mapping[str, Located]) -> Iterator[tuple[str, list[object]]]:
    """Which rules run, by prefix. Where a family's severity is `off`, a rule in it that has another one is on."""
    severities = {prefix: (_severity(prefix, item), item.place) for prefix, item in _entries(entries, "severity")}
    off = [prefix for prefix, (label, _) in severities.items() if label == OFF]
    for prefix, (label, place) in severities.items():
        if label == OFF or any(fits(other, prefix) for other in off):
            yield prefix, [label != OFF, _origin(place)]
    for key, is_on in (("select", True), ("ignore", False)):
        located = entries.get(key)
        if located is not None and located.value not in (None, ()):
            for prefix, item in _words(located, key, Text("eine Liste von Regeln", "a list of rules")):
                yield prefix, [is_on, _origin(item.place)]


def _severity(prefix: str, located: Located) -> str:
    if not _is_scalar(located) or located.written not in SEVERITIES:
        raise _cannot_be(located, f"severity: {prefix}", SEVERITIES)
    return located.written


def _options(rule: str, located: Located) -> Iterator[tuple[str, list[object]]]:
    for name, item in _entries({f"options: {rule}": located}, f"options: {rule}"):
        yield name, [_value(f"options: {rule}: {name}", item), _origin(item.place)]


def _value(key: str, located: Located) -> object:
    if isinstance(located.value, tuple):
        return [word for word, _ in _words(located, key, Text("eine Liste von Wörtern", "a list of words"))]
    if isinstance(located.value, bool | int | float):
        return located.value
    return _word(located, key, Text("einen Wert", "a value"))


def _origin(place: Place) -> str:
    """File and line, without the folder: profiles are known by their names."""
    return str(Place(Path(place.source).name, place.line))


def _needs(place: Place, key: str, needed: Text) -> ProfileError:
    if not key:
        return ProfileError(f"{place}: Hier gehören {needed.de} hin.", f"{place}: {needed.en} are needed here.")
    return ProfileError(
        f"{place}: „{key}“ braucht einen Wert: {needed.de}.", f"{place}: '{key}' needs a value: {needed.en}."
    )


def _cannot_be(located: Located, key: str, right: tuple[str, ...]) -> ProfileError:
    if not _is_scalar(located) or not located.written:
        return _needs(located.place, key, Text(listed(right, "de"), listed(right, "en")))
    near = hint(located.written, right)
    return ProfileError(
        f"{located.place}: „{key}“ kann nicht „{located.written}“ sein; möglich ist {listed(right, 'de')}{near.de}.",
        f"{located.place}: '{key}' cannot be '{located.written}'; it may be {listed(right, 'en')}{near.en or '.'}",
    )
