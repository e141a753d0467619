"""The keys that a configuration may hold, and how their values are read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from msglint.analysis.engine_settings import AUTO, OFF, LanguageToolSettings
from msglint.config.errors import ConfigError
from msglint.config.known import Known
from msglint.documents.errors import hint, listed, nearest
from msglint.documents.located import Located, Place
from msglint.message.model import Audience, Channel, Relationship
from msglint.report import LETTERS, Severity
from msglint.rules import ALL
from msglint.settings import ANNOTATE, BLOCK, SEND, HookSettings
from msglint.texts import Text

LANGUAGES = ("de", "de-AT", "de-CH", "en")
UI_LANGUAGES = ("de", "en")
OUTPUT_FORMATS = ("text", "concise", "json")
SEVERITIES = tuple(severity.label for severity in sorted(Severity, reverse=True))
NEVER = "never"

KeyPath = tuple[str, ...]
"""Where a value belongs: `("lang",)`, `("severity", RULE)`, `("options", RULE, NAME)`, `("recipients", WHO, NAME)`."""


class Read(NamedTuple):
    """A value that has been found right.

    Attributes:
        value: as `Settings` holds it.
        shown: as `msglint config` prints it.
    """

    value: object
    shown: str
    place: Place


Values = Iterator[tuple[KeyPath, Read]]
Reader = Callable[[str, Located, Known], Values]


def read(entries: Mapping[str, Located], known: Known) -> Values:
    """The values of one source, each checked.

    Args:
        entries: by key.
        known: the rules and profiles that there are.

    Raises:
        ConfigError: for the first key or value that is wrong.
    """
    for key, located in entries.items():
        reader = KEYS.get(key)
        if reader is None:
            raise unknown("Schlüssel", "key", key, KEYS, located.place)
        yield from reader(key, located, known)


def unknown(noun_de: str, noun_en: str, word: str, right: Iterable[str], place: Place) -> ConfigError:
    """A key, rule or option that does not exist, with the nearest that does."""
    right = tuple(right)
    near = hint(word, right)
    article = "Die" if noun_de in ("Regel", "Einstellung", "Spalte") else "Den"
    if not near.en and right:
        return ConfigError(
            f"{place}: {article} {noun_de} „{word}“ gibt es nicht; es gibt {listed(right, 'de')}.",
            f"{place}: there is no {noun_en} '{word}'; use {listed(right, 'en')}.",
        )
    end_en = near.en or "."
    return ConfigError(
        f"{place}: {article} {noun_de} „{word}“ gibt es nicht{near.de}.",
        f"{place}: there is no {noun_en} '{word}'{end_en}",
    )


def _choice(words: Sequence[str], make: Callable[[str], object] = str) -> Reader:
    def reader(key: str, located: Located, _: Known) -> Values:
        yield (key,), _chosen(key, located, words, make)

    return reader


def _chosen(key: str, located: Located, words: Sequence[str], make: Callable[[str], object]) -> Read:
    folded = {word.lower(): word for word in words}
    word = folded.get(located.written.lower().replace("_", "-")) if _is_scalar(located) else None
    if word is None:
        raise _wrong(key, located, words)
    return Read(make(word), word, located.place)


def _is_scalar(located: Located) -> bool:
    return located.value is not None and not isinstance(located.value, tuple | dict)


def _wrong(key: str, located: Located, words: Sequence[str]) -> ConfigError:
    if not _is_scalar(located):
        return _needs(key, located.place, listed(words, "de"), listed(words, "en"))
    near = hint(located.written, words)
    where = _where(key, located.place)
    return ConfigError(
        f"{where.de} kann nicht „{located.written}“ sein; möglich ist {listed(words, 'de')}{near.de}.",
        f"{where.en} cannot be '{located.written}'; it may be {listed(words, 'en')}{near.en or '.'}",
    )


def _needs(key: str, place: Place, de: str, en: str) -> ConfigError:
    where = _where(key, place)
    return ConfigError(f"{where.de} braucht einen Wert: {de}.", f"{where.en} needs a value: {en}.")


def _where(key: str, place: Place) -> Text:
    """File and key; an option or a variable says by itself which key it is."""
    if place.is_the_key:
        return Text(de=place.source, en=place.source)
    return Text(de=f"{place}: „{key}“", en=f"{place}: '{key}'")


def _strings(key: str, located: Located) -> Iterator[Located]:
    """The items of a list; a single string may hold several between commas."""
    items = located.value if isinstance(located.value, tuple) else (located,)
    for item in items:
        if not _is_scalar(item):
            raise _needs(key, item.place, "eine Liste", "a list")
        for word in item.written.split(","):
            if word.strip():
                yield Located(word.strip(), item.place, word.strip())


def _rules(key: str, located: Located, known: Known) -> Values:
    words = tuple(_known_prefix(item.written, item.place, known) for item in _strings(key, located))
    yield (key,), Read(words, ", ".join(words), located.place)


def _domains(key: str, located: Located, _: Known) -> Values:
    words = tuple(item.written.lower().lstrip("@") for item in _strings(key, located))
    yield (key,), Read(words, ", ".join(words), located.place)


def _paths(key: str, located: Located, _: Known) -> Values:
    """Files and folders. A relative one lies beside the file that names it; a variable may hold several with commas."""
    items = located.value if isinstance(located.value, tuple) else (located,)
    words = [
        word.strip()
        for item in items
        for word in (_path_text(key, item).split(",") if item.place.is_variable else [_path_text(key, item)])
        if word.strip()
    ]
    paths = tuple(_path(key, word, located.place) for word in words)
    yield (key,), Read(paths, ", ".join(words), located.place)


def _extends(key: str, located: Located, _: Known) -> Values:
    """Folders and files, which are paths or end as packs do, and names of packages."""
    items = located.value if isinstance(located.value, tuple) else (located,)
    for item in items:
        if not _is_scalar(item) or not item.written.strip():
            raise _needs(
                key,
                item.place,
                "ein Ordner, eine Datei oder der Name eines installierten Pakets",
                "a folder, a file or the name of an installed package",
            )
    words = [
        (word.strip(), item.place)
        for item in items
        for word in (item.written.split(",") if item.place.is_variable else [item.written])
        if word.strip()
    ]
    found = tuple(_extension(key, word, place) for word, place in words)
    yield (key,), Read(found, ", ".join(word for word, _ in words), located.place)


def _extension(key: str, word: str, place: Place) -> Path | str:
    where = _where(key, place)
    if not _is_path(word):
        from msglint.rulesets.sharing import installed_names, not_installed

        if word not in installed_names():
            error = not_installed(word)
            raise ConfigError(f"{where.de}: {error.de}", f"{where.en}: {error.en}")
        return word
    path = _path(key, word, place)
    if not os.path.exists(path):  # noqa: PTH110 - Path.exists raises in a folder that is closed to us
        raise ConfigError(
            f"{where.de}: „{word}“ gibt es nicht; gebraucht wird ein Ordner oder eine Datei mit Regeln, "
            "oder der Name eines installierten Pakets.",
            f"{where.en}: there is no '{word}'; a folder or a file of rules is needed, "
            "or the name of an installed package.",
        )
    return path


def _is_path(word: str) -> bool:
    is_written_so = word.startswith((".", "~")) or "/" in word or os.sep in word
    return is_written_so or word.lower().endswith((".yaml", ".yml"))


def _path_text(key: str, located: Located) -> str:
    if located.place.source.startswith("--") and not located.written.strip():
        raise ConfigError("Der Dateiname ist leer.", "The file name is empty.")
    if not _is_scalar(located) or not located.written.strip():
        raise _needs(key, located.place, "eine Datei oder eine Liste von Dateien", "a file or a list of files")
    return located.written


def _path(key: str, word: str, place: Place) -> Path:
    try:
        path = Path(word).expanduser()
    except RuntimeError:
        where = _where(key, place)
        raise ConfigError(
            f"{where.de}: Wessen Ordner „{word}“ ist, lässt sich nicht sagen; bitte den ganzen Pfad angeben.",
            f"{where.en}: it cannot be told whose folder '{word}' is; please give the whole path.",
        ) from None
    if not place.is_the_key:
        path = Path(place.source).parent / path
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links


def _columns(key: str, located: Located, _: Known) -> Values:
    from msglint.contacts.address_book.columns import FIELDS

    for field, item in _entries(key, located):
        if field not in FIELDS:
            raise unknown("Spalte", "column", field, FIELDS, item.place)
        items = item.value if isinstance(item.value, tuple) else (item,)
        if not items or not all(_is_scalar(one) and one.written.strip() for one in items):
            raise _needs(f"{key}.{field}", item.place, "eine Spaltenüberschrift", "the header of a column")
        headers = tuple(one.written for one in items)
        yield (key, field), Read(headers, ", ".join(headers), item.place)


def _entries(key: str, located: Located) -> Iterator[tuple[str, Located]]:
    if located.value is None:
        return
    if not isinstance(located.value, dict):
        raise _needs(key, located.place, "Zeilen der Form „name: wert“", "lines of the form 'name: value'")
    yield from located.value.items()


def _severities(key: str, located: Located, known: Known) -> Values:
    for prefix, item in _entries(key, located):
        _known_prefix(prefix, item.place, known)
        yield (key, prefix), _chosen(f"{key}.{prefix}", item, (*SEVERITIES, OFF), _severity_or_none)


def _severity_or_none(word: str) -> Severity | None:
    return None if word in (NEVER, OFF) else Severity.from_label(word)


def _known_prefix(prefix: str, place: Place, known: Known) -> str:
    """The prefix, if a rule is called or begins so; also one that may belong to a pack that cannot be read."""
    if prefix == ALL or (prefix and (known.has(prefix) or known.is_broken)):
        return prefix
    rules = known.rules
    near = hint(prefix, (*rules, *sorted({rule.partition(".")[0] for rule in rules})))
    raise ConfigError(
        f"{place}: Die Regel „{prefix}“ gibt es nicht{near.de or '; „msglint rules“ zeigt alle'}.",
        f"{place}: there is no rule '{prefix}'{near.en or '; see msglint rules.'}",
    )


def _options(key: str, located: Located, known: Known) -> Values:
    for rule, options in _entries(key, located):
        if rule not in known.rules:
            if known.is_broken:
                continue
            raise unknown("Regel", "rule", rule, known.rules, options.place)
        defaults = known.defaults(rule)
        for name, item in _entries(f"{key}.{rule}", options):
            if name not in defaults:
                raise _unknown_option(rule, name, defaults, item.place)
            yield (key, rule, name), _option(f"{key}.{rule}.{name}", item, defaults[name])


def _unknown_option(rule: str, name: str, defaults: Mapping[str, object], place: Place) -> ConfigError:
    if not defaults:
        return ConfigError(
            f"{place}: Die Regel „{rule}“ hat keine Einstellungen, auch nicht „{name}“.",
            f"{place}: the rule '{rule}' has no options, and so no '{name}'.",
        )
    return unknown("Einstellung", "option", name, defaults, place)


def _option(key: str, located: Located, default: object) -> Read:
    if isinstance(default, tuple):
        words = tuple(item.written for item in _strings(key, located))
        return Read(words, ", ".join(words), located.place)
    if isinstance(default, int | float) and not isinstance(default, bool):
        return Read(_number(key, located, default), located.written, located.place)
    value = located.value
    if isinstance(default, bool):
        if not isinstance(value, bool):
            raise _needs(key, located.place, "true oder false", "true or false")
    else:
        if not _is_scalar(located):
            raise _needs(key, located.place, "ein Text", "a text")
        value = located.written
    return Read(value, located.written, located.place)


def _number(key: str, located: Located, default: float) -> float:
    value = located.value
    if isinstance(default, int):
        if not isinstance(value, int) or isinstance(value, bool):
            raise _needs(key, located.place, "eine ganze Zahl", "a whole number")
    elif not isinstance(value, int | float) or isinstance(value, bool):
        raise _needs(key, located.place, "eine Zahl", "a number")
    if not 1 <= value < float("inf"):
        raise _needs(key, located.place, "eine Zahl ab 1", "a number from 1")
    return value if isinstance(default, int) else float(value)


def _profile(key: str, located: Located, known: Known) -> Values:
    from msglint.profiles.model import AUTO

    names = (AUTO, *known.profiles)
    if not _is_scalar(located) or not located.written:
        raise _needs(key, located.place, listed(names, "de"), listed(names, "en"))
    folded = located.written.lower().replace("_", "-")
    if folded not in names:
        if known.is_broken:
            return
        meant = located.written if nearest(located.written, names) else known.profile_titled(located.written)
        near, where = hint(meant or located.written, names), _where(key, located.place)
        raise ConfigError(
            f"{where.de}: Das Profil „{located.written}“ gibt es nicht{near.de or '; „msglint profiles“ zeigt alle'}.",
            f"{where.en}: there is no profile '{located.written}'{near.en or '; see msglint profiles.'}",
        )
    yield (key,), Read(folded, folded, located.place)


def _recipients(key: str, located: Located, known: Known) -> Values:
    """What holds for one recipient or for everybody at a domain."""
    from msglint.config.accepted import RECIPIENT

    for recipient, entry in _entries(key, located):
        if not RECIPIENT.fullmatch(recipient):
            raise ConfigError(
                f'{entry.place}: „{recipient}“ ist keine Adresse; gebraucht wird anna@example.com oder "@example.com".',
                f"{entry.place}: '{recipient}' is no address; anna@example.com or \"@example.com\" is needed.",
            )
        for name, item in _entries(f"{key}.{recipient}", entry):
            if name not in FOR_RECIPIENT:
                raise unknown("Schlüssel", "key", name, FOR_RECIPIENT, item.place)
            for _, value in FOR_RECIPIENT[name](f"{key}.{recipient}.{name}", item, known):
                yield (key, recipient.lower(), name), value


def _taggers(key: str, located: Located, _: Known) -> Values:
    """`hanta`, `spacy`, names of pipelines, and folders, which are paths."""
    words = [(item.written, item.place) for item in _strings(key, located)]
    found = tuple(_path(key, word, place) if _is_path(word) else word for word, place in words)
    yield (key,), Read(found, ", ".join(word for word, _ in words), located.place)


def _languagetool(key: str, located: Located, _: Known) -> Values:
    """`auto`, `off`, the address of a server, or a folder."""
    word = located.written.strip() if _is_scalar(located) else ""
    # YAML reads a bare `off` as false.
    if located.value is False:
        word = OFF
    if word.lower() in (AUTO, OFF):
        value: str | Path = word.lower()
    elif word.startswith(("http://", "https://")):
        value = word.rstrip("/").removesuffix("/v2")
    elif _is_path(word):
        value = _path(key, word, located.place)
    else:
        raise _needs(
            key,
            located.place,
            "auto, off, die Adresse eines Servers (http://localhost:8081) oder ein Ordner (./LanguageTool-6.8)",
            "auto, off, the address of a server (http://localhost:8081) or a folder (./LanguageTool-6.8)",
        )
    yield (key,), Read(value, word, located.place)


def _languagetool_options(key: str, located: Located, known: Known) -> Values:
    given = LanguageToolSettings()._asdict()
    defaults = {name.replace("_", "-"): default for name, default in given.items() if name != "use"}
    for name, item in _entries(key, located):
        if name not in defaults:
            raise unknown("Einstellung", "option", name, defaults, item.place)
        yield (key, name), _option(f"{key}.{name}", item, defaults[name])


HOOK_CHOICES: Mapping[str, Sequence[str]] = {"on-error": (SEND, BLOCK), "policy": (BLOCK, ANNOTATE)}
FROM_ZERO = "again-minutes"


def _hook(key: str, located: Located, known: Known) -> Values:
    """How hooks behave; `on_error` may be written so, too."""
    defaults = {name.replace("_", "-"): default for name, default in HookSettings()._asdict().items()}
    for written, item in _entries(key, located):
        name = written.replace("_", "-")
        if name not in defaults:
            raise unknown("Einstellung", "option", written, defaults, item.place)
        where = f"{key}.{name}"
        if name in HOOK_CHOICES:
            yield (key, name), _chosen(where, item, HOOK_CHOICES[name], str)
        elif name == FROM_ZERO and item.value in (0, False):
            yield (key, name), Read(0, "0", item.place)
        else:
            yield (key, name), _option(where, item, defaults[name])


def _switch(key: str, located: Located, _: Known) -> Values:
    """`true` or `false`, also as a variable holds it."""
    if located.written.lower() not in ("true", "false"):
        raise _needs(key, located.place, "true oder false", "true or false")
    yield (key,), Read(located.written.lower() == "true", located.written.lower(), located.place)


def _member(enum: type[Enum]) -> tuple[str, ...]:
    return tuple(str(member.value) for member in enum)


FOR_RECIPIENT: Mapping[str, Reader] = {
    "ignore": _rules,
    "profile": _profile,
    "audience": _choice(_member(Audience), Audience),
    "relationship": _choice(_member(Relationship), Relationship),
}
"""What can be set for single recipients."""

KEYS: Mapping[str, Reader] = {
    "extends": _extends,
    "profile": _profile,
    "ui-language": _choice(UI_LANGUAGES),
    "lang": _choice(LANGUAGES),
    "channel": _choice(_member(Channel), Channel),
    "audience": _choice(_member(Audience), Audience),
    "relationship": _choice(_member(Relationship), Relationship),
    "select": _rules,
    "ignore": _rules,
    "fail-on": _choice((*SEVERITIES, NEVER), _severity_or_none),
    "min-grade": _choice(tuple(LETTERS)),
    "output-format": _choice(OUTPUT_FORMATS),
    "severity": _severities,
    "options": _options,
    "own-domains": _domains,
    "recipients": _recipients,
    "baseline": _paths,
    "templates": _switch,
    "contacts": _paths,
    "contact-columns": _columns,
    "tagger": _taggers,
    "spelling": _choice((AUTO, OFF)),
    "dictionaries": _paths,
    "languagetool": _languagetool,
    "languagetool-options": _languagetool_options,
    "hook": _hook,
}
"""Every key, in the order in which `msglint config` prints them."""

MAPS = frozenset({"severity", "options", "recipients", "contact-columns", "languagetool-options", "hook"})
"""The keys that hold maps; only files can set them."""
