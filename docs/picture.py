"""Draws the picture in the README from what msglint really prints.

pip install rich && python docs/picture.py
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parent.parent
DRAFT = "examples/04-falscher-name.eml"
COMMAND = ["check", DRAFT, "examples/01-kontaktanfrage.txt", "--isolated", "--ui-language", "de"]
COLUMNS = 84


def main() -> None:
    """Write `docs/images/check.svg`."""
    environment = {**os.environ, "FORCE_COLOR": "1", "COLUMNS": str(COLUMNS - 4)}
    run = subprocess.run(
        [sys.executable, "-m", "msglint", *COMMAND],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text(f"$ msglint {' '.join(COMMAND[:3])}\n"))
    console.print(Text.from_ansi(run.stdout))
    target = ROOT / "docs" / "images" / "check.svg"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(_without_remote_fonts(console.export_svg(title="msglint")), encoding="utf-8")


def _without_remote_fonts(svg: str) -> str:
    """A picture that fetches nothing: the viewer's own monospaced font will do."""
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = re.sub(r"\s*<!--.*?-->", "", svg, flags=re.DOTALL)
    return re.sub(r"font-family: Fira Code, monospace", "font-family: 'DejaVu Sans Mono', Consolas, monospace", svg)


if __name__ == "__main__":
    main()
