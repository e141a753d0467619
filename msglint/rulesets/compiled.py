"""A compiled entry of a pack: what a check needs, as `json` reads it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Compiled = Mapping[str, Any]
