"""Checks business messages before they are sent, the way the recipient will read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from msglint.config.errors import ConfigError as ConfigError
    from msglint.linter import Linter as Linter
    from msglint.message.errors import UnreadableMessageError as UnreadableMessageError
    from msglint.message.model import Message as Message
    from msglint.report import Finding as Finding
    from msglint.report import Grade as Grade
    from msglint.report import Report as Report
    from msglint.rulesets import RulesetError as RulesetError
    from msglint.version import __version__ as __version__

__all__ = [
    "ConfigError",
    "Finding",
    "Grade",
    "Linter",
    "Message",
    "Report",
    "RulesetError",
    "UnreadableMessageError",
    "__version__",
]

_HOMES = {
    "Linter": "msglint.linter",
    "Message": "msglint.message.model",
    "Finding": "msglint.report",
    "Grade": "msglint.report",
    "Report": "msglint.report",
    "ConfigError": "msglint.config.errors",
    "RulesetError": "msglint.rulesets",
    "UnreadableMessageError": "msglint.message.errors",
    "__version__": "msglint.version",
}


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that `import msglint` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
