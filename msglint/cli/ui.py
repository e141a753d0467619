"""The user's language and terminal: which texts to show, whether in colour, how wide, and writing them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TextIO

import click

from msglint.formats.display import visible
from msglint.texts import UI_LANGUAGES, Text

OPTION = "--ui-language"
VARIABLE = "MSGLINT_UI_LANGUAGE"
WIDTH = 80
PLAIN_SIGNS = str.maketrans({"→": "->", "…": "...", "„": '"', "“": '"', "–": "-", "·": "-"})


class Ui:
    """What is known of the user before any command runs.

    Attributes:
        asked: language given by `--ui-language`, before or after the command.
    """

    def __init__(self, asked: str | None = None) -> None:
        self.asked = asked

    @classmethod
    def from_arguments(cls, arguments: Sequence[str]) -> Ui:
        """Look for `--ui-language` before click does, which needs the language for its own errors; the last wins."""
        return cls(next((value for value in reversed([*_option_values(arguments)]) if value in UI_LANGUAGES), None))

    @cached_property
    def language(self) -> str:
        """`de` or `en`: as asked, else as configured, else after the locale."""
        return self.asked or _configured() or language_of_locale(os.environ)

    def say(self, text: Text) -> str:
        """The text in the user's language."""
        return text.in_(self.language)


def ui_of(ctx: click.Context) -> Ui:
    """The Ui of a running command."""
    return ctx.find_object(Ui) or Ui()


def _option_values(arguments: Sequence[str]) -> Iterator[str]:
    for position, argument in enumerate(arguments):
        if argument == "--":
            return
        name, _, value = argument.partition("=")
        if name == OPTION:
            yield value if value else "".join(arguments[position + 1 : position + 2])


def _configured() -> str | None:
    """The configured language. A broken configuration is told by the commands that need it, not here."""
    from msglint.config import ConfigError, load
    from msglint.rulesets import RulesetError

    try:
        return load().settings.ui_language
    except (ConfigError, RulesetError):
        value = os.environ.get(VARIABLE)
        return value if value in UI_LANGUAGES else None


def language_of_locale(environ: Mapping[str, str]) -> str:
    """The language that gettext would choose from the variables; English if that is not German."""
    locale = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    if not locale and sys.platform == "win32":
        locale = _windows_locale()
    if locale.partition(".")[0] in ("", "C", "POSIX"):
        return "en"
    wanted = [*environ.get("LANGUAGE", "").split(":"), locale]
    known = (name[:2] for name in wanted if name[:2] in UI_LANGUAGES)
    return next(known, "en")


def _windows_locale() -> str:  # pragma: no cover
    import ctypes
    import locale

    windll = getattr(ctypes, "windll")  # noqa: B009 - exists on Windows only
    return locale.windows_locale.get(windll.kernel32.GetUserDefaultUILanguage(), "")


def wants_colour(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Whether to write in colour. NO_COLOR wins over FORCE_COLOR, which wins over what the stream is."""
    if environ.get("NO_COLOR"):
        return False
    forced = environ.get("FORCE_COLOR", "")
    if forced:
        return forced not in ("0", "false")
    return is_terminal(stream) and environ.get("TERM") != "dumb"


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person looks at the stream, or types into it."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def width_of(stream: TextIO) -> int:
    """The columns to use: the terminal's where it is narrower than 80, 80 elsewhere."""
    if not is_terminal(stream):
        return WIDTH
    try:
        return min(os.get_terminal_size(stream.fileno()).columns or WIDTH, WIDTH)
    except (OSError, ValueError):
        return WIDTH


class Output:
    """Standard output, whatever its encoding."""

    def __init__(self, *, machine: bool = False, err: bool = False) -> None:
        """Args:
        machine: the text is for programs, and UTF-8 whatever the locale says.
        err: write to standard error.
        """
        stream = sys.stderr if err else sys.stdout
        self.colour = wants_colour(stream, os.environ)
        self.width = width_of(stream)
        self._err = err
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and machine:
            # In JSON, \\udc80 is how a lone surrogate (a file name that is not UTF-8) is written.
            reconfigure(encoding="utf-8", errors="backslashreplace")
        elif reconfigure is not None:
            reconfigure(errors="replace")
        self._is_unicode = machine or _is_unicode(stream)

    def write(self, text: str) -> None:
        """Write the text as it is, and at once."""
        shown = text if self._is_unicode else text.translate(PLAIN_SIGNS)
        click.echo(shown, nl=False, err=self._err, color=self.colour)


def write_line(line: str) -> None:
    """One line for people on standard output, whatever the text in it holds."""
    write_lines([line])


def write_lines(lines: Iterable[str]) -> None:
    """Lines for people on standard output, whatever the text in them holds."""
    output = Output()
    for line in lines:
        output.write(f"{visible(line)}\n")


def complain(sentence: str) -> None:
    """One sentence on standard error, in one line whatever the file is called."""
    tell(f"msglint: {sentence}")


def tell(sentence: str) -> None:
    """What was done, in one line on standard error."""
    text = visible(sentence)
    if not _is_unicode(sys.stderr):
        encoding = getattr(sys.stderr, "encoding", None) or "ascii"
        text = text.translate(PLAIN_SIGNS).encode(encoding, "replace").decode(encoding)
    click.echo(text, err=True)


def _is_unicode(stream: TextIO | None) -> bool:
    encoding = getattr(stream, "encoding", None) or "utf-8"
    return encoding.lower().replace("_", "-").startswith(("utf-8", "utf8", "utf-16"))
