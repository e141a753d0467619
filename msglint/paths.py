"""Paths as people know them."""

from __future__ import annotations

from pathlib import Path


def shown(path: Path) -> str:
    """The path as the user knows it: short where it is in the working folder."""
    try:
        return str(path.relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def rulesets_folder() -> Path:
    """Where the rulesets are: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).parent
    inside = package / "shipped_rulesets"
    return inside if inside.is_dir() else package.parent / "rulesets"


def clients_folder() -> Path:
    """Where the parts for mail clients are: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).parent
    inside = package / "shipped_clients"
    return inside if inside.is_dir() else package.parent / "clients"
