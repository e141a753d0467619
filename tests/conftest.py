"""What holds for all tests."""

from __future__ import annotations

import pytest

# An assertion in a shared test says what differed, as one in a test file does.
pytest.register_assert_rewrite("shared_mutt", "shared_postfix", "shared_sending", "shared_smtp", "shared_thunderbird")
