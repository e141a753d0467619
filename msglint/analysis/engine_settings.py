"""Which engines a user wants, as plain data; where it is set is the business of `msglint.config`."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

AUTO: Final = "auto"
OFF: Final = "off"
HANTA: Final = "hanta"
SPACY: Final = "spacy"


class LanguageToolSettings(NamedTuple):
    """How LanguageTool is used, where it is.

    Attributes:
        use: `auto` = a server that msglint runs, where LanguageTool is installed; `off`; the address of a server; or a
            folder with LanguageTool in it.
        allow_remote: the server may be on another machine. The writer's text is sent there.
        time_budget: seconds that one message may wait for it.
        idle_minutes: a server that msglint runs stops when nobody has asked it for so long.
        memory: heap of a server that msglint runs, as Java writes it (`1g`).
        picky: also what LanguageTool itself calls picky.
        enable: ids of LanguageTool's rules to run besides those that are on.
        disable: ids of LanguageTool's rules not to run.
    """

    use: str | Path = AUTO
    allow_remote: bool = False
    time_budget: float = 5.0
    idle_minutes: int = 30
    memory: str = "1g"
    picky: bool = False
    enable: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()


class EngineSettings(NamedTuple):
    """The engines to use.

    Attributes:
        taggers: `hanta`, `spacy` (any pipeline that is installed), names of pipelines, or folders with one. Each serves
            the language it is made for; HanTa serves the rest.
        spelling: `auto` = Hunspell where it and a dictionary are installed, or `off`.
        dictionaries: word lists and Hunspell dictionaries besides the system's, absolute.
        languagetool: how LanguageTool is used.
    """

    taggers: tuple[str | Path, ...] = (HANTA,)
    spelling: str = AUTO
    dictionaries: tuple[Path, ...] = ()
    languagetool: LanguageToolSettings = LanguageToolSettings()


BUILT_IN: Final = EngineSettings(spelling=OFF, languagetool=LanguageToolSettings(use=OFF))
"""Nothing but what msglint brings along, whatever else is on the machine."""
