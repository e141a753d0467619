"""The `[tool.msglint]` part of a TOML file, with lines."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping

from msglint.documents.errors import DocumentError
from msglint.documents.located import Located, Place, locate

if sys.version_info >= (3, 11):
    import tomllib
else:  # pragma: no cover
    import tomli as tomllib

TABLE = ("tool", "msglint")

Path = tuple[str, ...]


def read_toml(text: str, name: str) -> Mapping[str, Located] | None:
    """The settings under `[tool.msglint]`; None where there is no such table.

    Raises:
        DocumentError: if it is not TOML.
    """
    try:
        node: object = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise _no_toml(error, name) from None
    for key in TABLE:
        if not isinstance(node, dict) or key not in node:
            return None
        node = node[key]
    lines = dict(_lines(text))
    if not isinstance(node, dict):
        place = Place(name, lines.get(TABLE))
        raise DocumentError(
            f"{place}: „tool.msglint“ muss eine Tabelle sein.", f"{place}: 'tool.msglint' must be a table."
        )
    return {key: _located(value, (*TABLE, key), lines, Place(name, lines.get(TABLE))) for key, value in node.items()}


def _no_toml(error: Exception, name: str) -> DocumentError:
    line = re.search(r"at line (\d+)", str(error))
    place = Place(name, int(line[1]) if line else None)
    problem = re.sub(r" \(at .*", "", str(error)) if line else type(error).__name__
    return DocumentError(
        f"{place}: Das ist kein gültiges TOML ({problem}).", f"{place}: this is not valid TOML ({problem})."
    )


def _located(value: object, path: Path, lines: Mapping[Path, int], outer: Place) -> Located:
    place = Place(outer.source, lines.get(path, outer.line))
    if isinstance(value, dict):
        return Located({key: _located(item, (*path, key), lines, place) for key, item in value.items()}, place)
    return locate(value, place)


def _lines(text: str) -> Iterator[tuple[Path, int]]:
    """Where each key stands, which TOML readers do not tell. What is missed has the line of its table."""
    table: Path = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if header := re.match(r"\s*\[([^\[\]]+)\]\s*(?:#|$)", line):
            table = _keys(header[1])
            yield table, number
        elif key := re.match(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""", line):
            path = (*table, *_keys(key[1]))
            for depth in range(len(table) + 1, len(path) + 1):
                yield path[:depth], number


def _keys(dotted: str) -> Path:
    return tuple(part[0] or part[1] or part[2] for part in re.findall(r"""([\w-]+)|"([^"]*)"|'([^']*)'""", dotted))
