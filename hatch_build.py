"""Compiles the shipped packs of rules when the wheel is built, so that nobody waits for it at the first check."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledRulesets(BuildHookInterface[Any]):
    """Adds the compiled packs to the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and tell where the result belongs. A checkout that is only linked to compiles for itself."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from msglint.rulesets import compile_packs, pack_files
        from msglint.rulesets.cache import SHIPPED_NAME, write_shipped
        from msglint.version import __version__

        # The places of rules are told from here: no path of the building machine goes into the wheel.
        os.chdir(Path(self.root, "rulesets"))
        try:
            packs = compile_packs(pack_files(Path()), trusted=True)
        finally:
            os.chdir(self.root)
        problems = [problem for pack in packs for _, problem in pack["problems"]]
        if problems:
            raise SystemExit("\n".join(problems))
        folder = Path(tempfile.mkdtemp())
        compiled = write_shipped(folder, __version__, packs)
        build_data["force_include"][str(compiled)] = f"msglint/shipped_rulesets/{SHIPPED_NAME}"
