"""Reads single values of a pack, each with a sentence for what may be wrong with it: all raise `RulesetError`."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msglint.documents.errors import hint, listed
from msglint.documents.located import Located
from msglint.rulesets.entry import Written
from msglint.rulesets.errors import RulesetError
from msglint.texts import UI_LANGUAGES, Text

_LARGEST: Final = 1_000_000


def is_scalar(located: Located) -> bool:
    """Whether it is a single value that is not empty."""
    return not isinstance(located.value, tuple | Mapping) and bool(located.written.strip())


def scalar(key: str, located: Located) -> str:
    """A text."""
    if not is_scalar(located):
        raise must_be(key, located, "ein Text sein", "be a text")
    return located.written


def must_be(key: str, located: Located, de: str, en: str) -> RulesetError:
    """The error for a value of the wrong sort."""
    return RulesetError(f"{located.place}: „{key}“ muss {de}.", f"{located.place}: '{key}' must {en}.")


def choice(key: str, located: Located, right: Sequence[str]) -> str:
    """One of a few words."""
    word = located.written if is_scalar(located) else ""
    if not word:
        raise must_be(key, located, f"{listed(right, 'de')} sein", f"be {listed(right, 'en')}")
    if word not in right:
        near = hint(word, right)
        raise RulesetError(
            f"{located.place}: „{key}“ kann nicht „{word}“ sein; möglich ist {listed(right, 'de')}{near.de}.",
            f"{located.place}: '{key}' cannot be '{word}'; it may be {listed(right, 'en')}{near.en or '.'}",
        )
    return word


def flag(key: str, located: Located) -> bool:
    """True or false."""
    if not isinstance(located.value, bool):
        raise must_be(key, located, "true oder false sein", "be true or false")
    return located.value


def number(key: str, located: Located) -> int:
    """A whole number from 0."""
    if isinstance(located.value, bool) or not isinstance(located.value, int) or not 0 <= located.value <= _LARGEST:
        raise must_be(
            key, located, f"eine ganze Zahl von 0 bis {_LARGEST} sein", f"be a whole number from 0 to {_LARGEST}"
        )
    return located.value


def share(key: str, located: Located) -> float:
    """A number between 0 and 1."""
    value = located.value
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise must_be(
            key, located, "eine Zahl zwischen 0 und 1 sein, etwa 0.8", "be a number between 0 and 1, such as 0.8"
        )
    return float(value)


def text_in_both(key: str, located: Located) -> Text:
    """A text for German and one for English; a single one stands for both."""
    if isinstance(located.value, Mapping):
        entries = located.value
        if set(entries) != set(UI_LANGUAGES) or not all(_is_text(entries[name]) for name in entries):
            raise must_be(
                key, located, "einen Text für „de“ und einen für „en“ haben", "have a text for 'de' and one for 'en'"
            )
        return Text(de=entries["de"].written, en=entries["en"].written)
    if isinstance(located.value, tuple) or located.value is None:
        raise must_be(
            key,
            located,
            "ein Text sein oder einer für „de“ und einer für „en“",
            "be a text, or one for 'de' and one for 'en'",
        )
    return Text(de=located.written, en=located.written)


def _is_text(located: Located) -> bool:
    return not isinstance(located.value, tuple | Mapping) and located.value is not None


def texts(key: str, located: Located) -> tuple[str, ...]:
    """A list of texts; a single one is a list of one."""
    return tuple(item.text for item in written_items(key, located))


def written_items(key: str, located: Located, *, may_be_empty: bool = False) -> Iterator[Written]:
    """The items of a list, or the single one, each with its place."""
    items = located.value if isinstance(located.value, tuple) else (located,)
    for item in items:
        if isinstance(item.value, tuple | Mapping) or not (item.written.strip() or may_be_empty):
            raise must_be(key, item, "eine Liste von Texten sein", "be a list of texts")
        yield Written(item.written, item.place)


def expression(written: Written, source: str | None = None) -> Written:
    """A regular expression that compiles; `source` where it is not the text itself."""
    source = written.text if source is None else source
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # `[[:alpha:]]` and the like, which other libraries read in another way
            re.compile(source, re.IGNORECASE)
    except (re.error, RecursionError, OverflowError, Warning) as error:
        raise RulesetError(
            f"{written.place}: fehlerhafter regulärer Ausdruck „{source}“: {_in_german(error)}.",
            f"{written.place}: faulty regular expression '{source}': {error}.",
        ) from None
    return written


_IN_GERMAN: Final = (
    ("missing ),", "eine Klammer „(“ wird nicht geschlossen"),
    ("unbalanced parenthesis", "eine Klammer „)“ ist zu viel"),
    ("unterminated character set", "eine Klammer „[“ wird nicht geschlossen"),
    ("nothing to repeat", "vor *, + oder ? steht nichts, was sich wiederholen ließe"),
    ("multiple repeat", "zwei Wiederholungszeichen stehen hintereinander"),
    ("bad escape", "dieses Zeichen kann nicht hinter \\ stehen"),
    ("look-behind requires", "was in (?<=…) oder (?<!…) steht, muss immer gleich lang sein"),
)


def _in_german(error: BaseException) -> str:
    """What Python says of an expression, where it is one of the usual slips."""
    said = str(error)
    german = next((words for beginning, words in _IN_GERMAN if said.startswith(beginning)), None)
    at = f" (Zeichen {error.pos + 1})" if isinstance(error, re.error) and error.pos is not None else ""
    return f"{german}{at}" if german else said
