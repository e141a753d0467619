"""How Acme writes. The packs lie in `de/` and `en/`, profiles in `profiles/`; `RULES` are the rules that need code."""

from __future__ import annotations

from acme_style.order_number import RULE

RULES = (RULE,)
