"""Opens the user's contacts for a command: with a bar while they are read, and a word on what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.cli.commands import UserError
from msglint.cli.progress import Bar
from msglint.cli.ui import complain
from msglint.contacts.book import NO_CONTACTS, ContactBook
from msglint.rules.base import Text
from msglint.settings import Settings

if TYPE_CHECKING:
    from msglint.contacts.address_book.problems import Problems

SHOWN = 5
"""So many problems are told where the user asked for something else."""
READING = Text(de="Kontakte lesen", en="Reading contacts")
MORE = Text(
    de="Kontakte: noch {count} solche Stellen; „msglint contacts“ zeigt sie.",
    en="contacts: {count} more like these; see 'msglint contacts'.",
)


def open_book(settings: Settings, ui_language: str) -> ContactBook:
    """The contacts that the settings name.

    Raises:
        UserError: if a file cannot be read.
    """
    if not settings.contacts:
        return NO_CONTACTS
    from msglint.contacts.address_book.index import open_contacts
    from msglint.contacts.address_book.problems import ContactsError

    try:
        with Bar(READING.in_(ui_language)) as bar:
            book = open_contacts(settings.contacts, settings.contact_columns, watch=bar.reach)
    except ContactsError as error:
        raise UserError(error.text("de"), error.text("en")) from None
    if book.problems is not None:
        _tell(book.problems, ui_language)
    return book


def _tell(problems: Problems, ui_language: str) -> None:
    for problem in problems.kept[:SHOWN]:
        complain(problem.text(ui_language))
    if problems.count > SHOWN:
        complain(MORE.in_(ui_language).format(count=problems.count - SHOWN))
