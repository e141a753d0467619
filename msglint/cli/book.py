"""Opens the user's contacts for a command: with a bar while they are read, and a word on what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msglint.cli.commands import UserError
from msglint.cli.progress import Bar
from msglint.cli.ui import complain
from msglint.config import COMMAND_LINE, LoadedSettings
from msglint.contacts.book import NO_CONTACTS, ContactBook
from msglint.texts import Text

if TYPE_CHECKING:
    from msglint.contacts.address_book.index import ContactIndex
    from msglint.contacts.address_book.problems import ContactsError, Problems

SHOWN = 5
"""So many problems are told where the user asked for something else."""
READING = Text(de="Kontakte lesen", en="Reading contacts")
MORE = Text(
    de="Kontakte: noch {count} solche Stellen; „msglint contacts“ zeigt sie.",
    en="contacts: {count} more like these; see 'msglint contacts'.",
)


def open_book(loaded: LoadedSettings, ui_language: str) -> ContactBook:
    """The contacts that the settings name.

    Raises:
        UserError: if a file cannot be read.
    """
    return open_index(loaded, ui_language) if loaded.settings.contacts else NO_CONTACTS


def open_index(loaded: LoadedSettings, ui_language: str) -> ContactIndex:
    """The index of the contacts; it is made where there is none or the files have changed.

    Raises:
        UserError: if a file cannot be read.
    """
    from msglint.contacts.address_book.index import open_contacts
    from msglint.contacts.address_book.problems import ContactsError

    try:
        settings = loaded.settings
        with Bar(READING.in_(ui_language)) as bar:
            book = open_contacts(settings.contacts, settings.contact_columns, watch=bar.reach)
    except ContactsError as error:
        sentence = told(error, loaded)
        raise UserError(sentence.de, sentence.en) from None
    if book.problems is not None:
        _tell(book.problems, ui_language)
    return book


def told(error: ContactsError, loaded: LoadedSettings) -> Text:
    """The error; where a file is missing that the configuration or a variable names, also where it does."""
    origin = loaded.origin.get("contacts", COMMAND_LINE)
    text = Text(error.text("de"), error.text("en"))
    if not error.is_missing or origin == COMMAND_LINE:
        return text
    if origin.startswith("MSGLINT_"):
        return Text(f"{text.de} So steht es in {origin}.", f"{text.en} It is named in {origin}.")
    return Text(
        f"{text.de} So steht es in {origin} unter „contacts“.", f"{text.en} It is named in {origin}, 'contacts'."
    )


def _tell(problems: Problems, ui_language: str) -> None:
    for problem in problems.kept[:SHOWN]:
        complain(problem.text(ui_language))
    if problems.count > SHOWN:
        complain(MORE.in_(ui_language).format(count=problems.count - SHOWN))
