"""Letters among friends."""

from __future__ import annotations

from msglint.contacts.thread import Thread

_WARM = ("lieb", "my dear", "dearest", "hallo ihr lieben", "ihr lieben")


def is_personal(thread: Thread) -> bool:
    """`Liebe Anna,` and du, and not within one house: such a letter may be as long and as winding as it likes."""
    salutation = thread.message.parts.salutation
    warm = salutation is not None and salutation.opening.lower().startswith(_WARM)
    return warm and thread.is_familiar and not thread.message.is_internal
