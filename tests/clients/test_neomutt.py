"""neomutt, in batch mode and in a terminal."""

from __future__ import annotations

import pytest
from shared_mutt import SendsLikeMutt

pytestmark = pytest.mark.client


class TestNeomutt(SendsLikeMutt):
    client = "neomutt"
    config_name = ".config/neomutt/neomuttrc"
