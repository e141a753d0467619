"""`msglint native-host`: what Thunderbird's extension asks before a message is sent."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any, Final

import click

from msglint.cli.commands import BilingualCommand
from msglint.cli.deciding import Prepared, deciding_options, prepare_in_any_case
from msglint.cli.options import config_options, settings_options
from msglint.hooks import folders, told
from msglint.hooks.again import Memory
from msglint.hooks.compose_details import message_of, raw_of
from msglint.hooks.control import is_off
from msglint.hooks.gate import Gate
from msglint.hooks.native_messaging import PROTOCOL, QuestionError, own_streams, serve
from msglint.hooks.native_reply import reply_of
from msglint.settings import BLOCK, SEND
from msglint.texts import UI_LANGUAGES, Text
from msglint.version import __version__

CLIENT: Final = "thunderbird"
LEAST_TIME: Final = 0.1

TEXT = Text(
    de=(
        "Für Thunderbird: beantwortet, was die Erweiterung von msglint vor dem Absenden fragt.\n\n"
        "Thunderbird ruft das selbst auf; „msglint hook install thunderbird“ richtet es ein."
    ),
    en=(
        "For Thunderbird: answers what msglint's extension asks before a message is sent.\n\n"
        "Thunderbird runs this itself; 'msglint hook install thunderbird' sets it up."
    ),
)
OTHER_PROTOCOL: Final = QuestionError(
    "Die Erweiterung in Thunderbird passt nicht zu diesem msglint; „msglint hook install thunderbird“ bringt beide auf "
    "denselben Stand.",
    "The extension in Thunderbird does not fit this msglint; 'msglint hook install thunderbird' updates both.",
)


def native_host(arguments: tuple[str, ...], **parameters: Any) -> None:
    """Answer until Thunderbird hangs up."""
    del arguments  # The manifest's path and the extension's id: whoever may call is up to Thunderbird.
    with own_streams() as (source, target):
        serve(
            source,
            target,
            lambda question: _answer(question, parameters),
            lambda error: _judged({}, parameters, error),
        )


def _answer(question: object, parameters: Mapping[str, Any]) -> dict[str, Any]:
    asked = question if isinstance(question, dict) else {}
    if asked.get("v") != PROTOCOL:
        return _judged({}, parameters, OTHER_PROTOCOL)
    if asked.get("ping") is True:
        return {"v": PROTOCOL, "version": __version__, "on_error": prepare_in_any_case(parameters).hook.on_error}
    return _judged(asked, parameters, None)


def _judged(asked: Mapping[str, Any], parameters: Mapping[str, Any], error: QuestionError | None) -> dict[str, Any]:
    started = time.monotonic()
    configured = prepare_in_any_case(parameters)
    prepared = _as_asked(configured, asked)._replace(trouble=error or configured.trouble)
    hook, language = prepared.hook, prepared.ui_language
    folder = folders.state_folder()
    gate = Gate(prepared.linter, hook, Memory(folder, hook.again_minutes))
    decision = gate.decide(lambda: message_of(asked), off=asked.get("off") is True or _is_switched_off(asked))
    seconds = time.monotonic() - started
    text = told.leave(decision, hook, client=CLIENT, ui_language=language, seconds=seconds, folder=folder)
    return {**reply_of(decision, hook, text, language), "on_error": configured.hook.on_error}


def _as_asked(configured: Prepared, asked: Mapping[str, Any]) -> Prepared:
    """What holds for this question: what the user has set in the extension counts more than the configuration."""
    # The extension shows what was found; a notification would say it twice.
    hook = configured.hook._replace(notify=False)
    if asked.get("on_error") in (SEND, BLOCK):
        hook = hook._replace(on_error=asked["on_error"])
    budget = asked.get("time_budget")
    if isinstance(budget, int | float) and not isinstance(budget, bool):
        hook = hook._replace(time_budget=max(LEAST_TIME, min(hook.time_budget, budget)))
    written = configured.settings.ui_language if configured.settings else None
    return configured._replace(hook=hook, ui_language=written or _language(asked) or configured.ui_language)


def _language(asked: Mapping[str, Any]) -> str | None:
    """The language that Thunderbird speaks, if msglint speaks it, too."""
    name = str(asked.get("ui_language", "")).partition("-")[0].lower()
    return name if name in UI_LANGUAGES else None


def _is_switched_off(asked: Mapping[str, Any]) -> bool:
    try:
        return is_off(raw_of(asked))
    except QuestionError:
        return False


command = BilingualCommand(
    "native-host",
    text=TEXT,
    callback=native_host,
    params=[
        click.Argument(["arguments"], nargs=-1, type=click.UNPROCESSED, metavar="[MANIFEST EXTENSION]"),
        *deciding_options(),
        *settings_options(),
        *config_options(),
    ],
)
