"""Letters among friends, and people who are on first-name terms without saying du."""

from __future__ import annotations

from msglint.contacts.thread import Thread
from msglint.message.greeted import Tone

_WARM = ("lieb", "my dear", "dearest", "hallo ihr lieben", "ihr lieben")
_CASUAL = ("hallo", "halo", "hi", "hey", "hei", "hej", "huhu", "moin", "servus", "hoi", "hallöchen")


def is_personal(thread: Thread) -> bool:
    """`Liebe Anna,` and du, or a note among friends: such a letter may be as long and as winding as it likes."""
    salutation = thread.message.parts.salutation
    if thread.message.is_internal:
        return False
    warm = salutation is not None and salutation.opening.lower().startswith(_WARM)
    if warm and sounds_familiar(thread):
        return True
    from msglint.message.private import is_private

    return is_private(thread.message)


def sounds_familiar(thread: Thread) -> bool:
    """Nobody says Sie, and du, the plural `euch` or a greeting as among people on first-name terms is there."""
    if thread.is_familiar:
        return True
    if thread.form_of_address == "Sie" or thread.message.base_language != "de":
        return False
    if thread.form_of_address == "du":
        return True
    salutation = thread.message.parts.salutation
    if salutation is None:
        return bool(thread.message.searchable("own").addressing.ihr)
    if salutation.tone is Tone.FORMAL or any(person.honorific for person in salutation.greeted):
        return False
    casual = salutation.opening.lower().startswith(_CASUAL) and not salutation.greeted and not salutation.faceless
    return casual or bool(thread.message.searchable("own").addressing.ihr)
