"""mutt, in batch mode and in a terminal."""

from __future__ import annotations

import pytest
from shared_mutt import SendsLikeMutt

pytestmark = pytest.mark.client


class TestMutt(SendsLikeMutt):
    client = "mutt"
    config_name = ".muttrc"
