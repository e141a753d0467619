"""What a server answers, believed only as far as it has been looked at."""

from __future__ import annotations

import json
import re
from typing import Any, Final, NamedTuple

from msglint.analysis.languagetool import failures

MOST_MATCHES: Final = 5_000


class Match(NamedTuple):
    """One thing that LanguageTool says; offsets in the text that was sent.

    Attributes:
        rule_id: LanguageTool's name for its rule.
        category: of the rule, as LanguageTool names it.
        issue_type: likewise: `misspelling`, `style`, …
        message: LanguageTool's own words, in the language of the text.
        replacements: best first.
    """

    rule_id: str
    category: str
    issue_type: str
    message: str
    start: int
    end: int
    replacements: tuple[str, ...] = ()


def read_languages(body: bytes, url: str) -> list[dict[str, Any]]:
    """What `/v2/languages` says.

    Raises:
        EngineError: if that is not what LanguageTool says there.
    """
    languages = _json(body, url)
    if not isinstance(languages, list) or not languages:
        raise failures.nonsense(url)
    for language in languages:
        if not isinstance(language, dict) or not _has_strings(language, "code", "longCode"):
            raise failures.nonsense(url)
    return languages


def read_check(body: bytes, length: int, url: str) -> dict[str, Any]:
    """What `/v2/check` says of a text of that length.

    Raises:
        EngineError: if that is not what LanguageTool says there, or if the server is too old.
    """
    answer = _json(body, url)
    if not isinstance(answer, dict):
        raise failures.nonsense(url)
    _check_version(answer, url)
    matches = answer.get("matches")
    if not isinstance(matches, list) or len(matches) > MOST_MATCHES:
        raise failures.nonsense(url)
    if not all(_is_match(match, length) for match in matches):
        raise failures.nonsense(url)
    return answer


def _json(body: bytes, url: str) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise failures.nonsense(url) from None


def _check_version(answer: dict[str, Any], url: str) -> None:
    software = answer.get("software")
    version = software.get("version") if isinstance(software, dict) else None
    # "6.8", "6.9-SNAPSHOT"
    found = re.match(r"(\d{1,4})\.(\d{1,4})", version) if isinstance(version, str) else None
    if found is None:
        raise failures.nonsense(url)
    if (int(found[1]), int(found[2])) < failures.OLDEST:
        raise failures.too_old(url, found.group())


def _is_match(match: Any, length: int) -> bool:
    """Whether everything that is read later is there, of the right kind, and inside the text."""
    if not isinstance(match, dict) or not _has_strings(match, "message", "sentence"):
        return False
    return _is_inside(match, length) and _has_rule(match) and _has_context(match) and _has_replacements(match)


def _is_inside(match: dict[str, Any], length: int) -> bool:
    start, size = match.get("offset"), match.get("length")
    # A bool is an int to Python.
    return type(start) is int and type(size) is int and start >= 0 and 0 < size <= length - start


def _has_rule(match: dict[str, Any]) -> bool:
    rule = match.get("rule")
    if not isinstance(rule, dict) or not _has_strings(rule, "id", "issueType"):
        return False
    category = rule.get("category")
    return isinstance(category, dict) and _has_strings(category, "id")


def _has_context(match: dict[str, Any]) -> bool:
    context = match.get("context")
    return isinstance(context, dict) and _has_strings(context, "text") and type(context.get("offset")) is int


def _has_replacements(match: dict[str, Any]) -> bool:
    replacements = match.get("replacements")
    return isinstance(replacements, list) and all(
        isinstance(entry, dict) and _has_strings(entry, "value") for entry in replacements
    )


def _has_strings(entry: dict[str, Any], *names: str) -> bool:
    return all(isinstance(entry.get(name), str) for name in names)
