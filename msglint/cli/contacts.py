"""`msglint contacts`: what is understood of the user's contacts, and what is known about somebody."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from msglint.cli.book import READING, open_index, told
from msglint.cli.commands import BilingualCommand, BilingualOption, UserError
from msglint.cli.options import config_options, current_ui, load_settings, ui_language_option
from msglint.cli.progress import Bar
from msglint.cli.ui import complain, language_of_locale, write_lines
from msglint.config import LoadedSettings
from msglint.message.model import Relationship
from msglint.paths import shown
from msglint.settings import Settings
from msglint.texts import Text

if TYPE_CHECKING:
    from msglint.contacts.address_book.index import ContactIndex
    from msglint.contacts.address_book.problems import Notes
    from msglint.contacts.book import Contact

TEXT = Text(
    de=(
        "Zeigen, was von den Kontakten verstanden wird, oder was über jemanden bekannt ist.\n\n"
        "Liest die genannten Dateien neu, ohne Angabe die der Konfiguration, und nennt Personen, Adressen, erkannte "
        "Spalten und jede Stelle, die nicht stimmt. Ergebnis: 0, oder 2 bei einer unlesbaren Datei.\n\n"
        "Prüfungen lesen die Kontakte einmal und merken sich Namen und Adressen in einem Index, den nur Sie lesen "
        "können: in ~/.cache/msglint/contacts (macOS: ~/Library/Caches/msglint/contacts, Windows: "
        "%LOCALAPPDATA%\\msglint\\Cache\\contacts). Sie dürfen ihn jederzeit löschen."
    ),
    en=(
        "Show what is understood of the contacts, or what is known about somebody.\n\n"
        "Reads the given files afresh, or those of the configuration, and tells people, addresses, the columns "
        "found and every place that is wrong. Exit status: 0, or 2 if a file cannot be read.\n\n"
        "Checks read the contacts once and keep names and addresses in an index that only you can read: in "
        "~/.cache/msglint/contacts (macOS: ~/Library/Caches/msglint/contacts, Windows: "
        "%LOCALAPPDATA%\\msglint\\Cache\\contacts). You may delete it at any time."
    ),
)
UNREADABLE = 2
PERSON, PEOPLE = Text("{count} Person", "{count} person"), Text("{count} Personen", "{count} people")
ADDRESS, ADDRESSES = Text("{count} Adresse", "{count} address"), Text("{count} Adressen", "{count} addresses")
ALL = Text(de="Zusammen, ohne Dubletten", en="In total, without duplicates")
LEFT_OUT = Text(de="Einträge ohne Namen einer Person: {count}", en="entries without a person's name: {count}")
WRONG = Text(de="Was nicht stimmt:", en="What is wrong:")
MORE = Text(de="… und {count} weitere Stellen", en="… and {count} more")
SHARED = Text(
    de="Adressen mehrerer Personen, die beim Prüfen für niemanden gelten: {count} ({emails})",
    en="addresses of several people, which count for nobody in checks: {count} ({emails})",
)
SHARED_SHOWN = 5
INDEX = Text(
    de="Index für Prüfungen: {file} (nur für Sie lesbar; Sie dürfen ihn löschen)",
    en="Index for checks: {file} (only you can read it; you may delete it)",
)
NO_ONES = Text(
    de="{email} gehört mehreren oder einer Funktion und gilt beim Prüfen für niemanden.",
    en="{email} belongs to several people or to a function, and counts for nobody in checks.",
)
MORE_PEOPLE = Text(de="… und {count} weitere", en="… and {count} more")
NOBODY = Text(de="„{wanted}“ steht nicht in den Kontakten.", en="'{wanted}' is not in the contacts.")
SAID = (
    ("organisation", Text(de="Firma", en="organisation")),
    ("nicknames", Text(de="auch", en="also")),
    ("emails", Text(de="Adressen", en="addresses")),
    ("form", Text(de="Anredeform", en="form of address")),
    ("relationship", Text(de="Beziehung", en="relationship")),
    ("source", Text(de="steht in", en="found in")),
)
RELATIONSHIPS = {
    Relationship.NONE: Text(de="none (kennt man noch nicht)", en="none (not known yet)"),
    Relationship.EXISTING: Text(de="existing (kennt man)", en="existing (known)"),
}


def contacts(files: tuple[str, ...], find: str | None, **parameters: Any) -> None:
    """Print the summary, or the people that are asked for."""
    loaded = load_settings({**parameters, "contacts": files}, current_ui())
    loaded = loaded._replace(settings=_each_once(loaded.settings))
    settings = loaded.settings
    language = settings.ui_language or language_of_locale(os.environ)
    if not settings.contacts:
        raise UserError(
            "Es sind keine Kontakte angegeben; zum Beispiel „msglint contacts kontakte.csv“, oder in der "
            "Konfiguration „contacts: kontakte.csv“.",
            "No contacts are given; for example 'msglint contacts contacts.csv', or 'contacts: contacts.csv' in the "
            "configuration.",
        )
    if find is not None:
        write_lines(_found(find, _to_look_in(loaded, language, keep=not files), language))
        return
    click.get_current_context().exit(_summary(loaded, language))


def _each_once(settings: Settings) -> Settings:
    return replace(settings, contacts=tuple(dict.fromkeys(settings.contacts)))


def _summary(loaded: LoadedSettings, language: str, *, complete: bool = True) -> int:
    """Print what the files hold; the exit status. One file that cannot be read hides no other."""
    from msglint.contacts.address_book.index import read_afresh
    from msglint.contacts.address_book.problems import ContactsError

    settings = loaded.settings
    try:
        with Bar(READING.in_(language)) as bar:
            book = read_afresh(settings.contacts, settings.contact_columns, watch=bar.reach)
    except ContactsError as error:
        complain(told(error, loaded).in_(language))
        rest = tuple(path for path in settings.contacts if path != error.problem.path)
        if rest:
            _summary(loaded._replace(settings=replace(settings, contacts=rest)), language, complete=False)
        return UNREADABLE
    write_lines(_lines(book, settings.contacts, language))
    if complete:
        write_lines(_index(settings, language))
    book.close()
    return 0


def _index(settings: Settings, language: str) -> Iterator[str]:
    """Where checks keep what they have read: it holds names and addresses of people, and the user should know."""
    from msglint.contacts.address_book.index import index_file

    file = index_file(settings.contacts, settings.contact_columns)
    if file is not None:
        yield ""
        yield INDEX.in_(language).format(file=file)


def _lines(book: ContactIndex, paths: Sequence[Path], language: str) -> Iterator[str]:
    people = addresses = 0
    for path in paths:
        notes = [note for note in book.notes if note.path == path or path in note.path.parents]
        here = sum(note.people for note in notes), sum(note.addresses for note in notes)
        people, addresses = people + here[0], addresses + here[1]
        yield f"{shown(path)}: {_counted(*here, language)}"
        yield from (f"  {line}" for line in _of_file(notes, language))
    if len(paths) > 1 or (people, addresses) != book.count():
        yield f"{ALL.in_(language)}: {_counted(*book.count(), language)}"
    if shared := book.shared():
        emails = ", ".join(shared[:SHARED_SHOWN]) + ", …" * (len(shared) > SHARED_SHOWN)
        yield SHARED.in_(language).format(count=len(shared), emails=emails)
    if book.problems is not None and book.problems.count:
        yield ""
        yield WRONG.in_(language)
        yield from (f"  {problem.text(language)}" for problem in book.problems.kept)
        if book.problems.more:
            yield f"  {MORE.in_(language).format(count=book.problems.more)}"


def _counted(people: int, addresses: int, language: str) -> str:
    first = (PERSON if people == 1 else PEOPLE).in_(language).format(count=people)
    second = (ADDRESS if addresses == 1 else ADDRESSES).in_(language).format(count=addresses)
    return f"{first}, {second}"


def _of_file(notes: Sequence[Notes], language: str) -> Iterator[str]:
    for field, headers in notes[0].columns.items() if len(notes) == 1 else ():
        yield f"{field}: {', '.join(headers)}"
    if left_out := sum(note.left_out for note in notes):
        yield LEFT_OUT.in_(language).format(count=left_out)


def _to_look_in(loaded: LoadedSettings, language: str, *, keep: bool) -> ContactIndex:
    """The index; of files that are only looked at once, none is left behind."""
    if keep:
        return open_index(loaded, language)
    from msglint.contacts.address_book.index import read_afresh
    from msglint.contacts.address_book.problems import ContactsError

    try:
        with Bar(READING.in_(language)) as bar:
            return read_afresh(loaded.settings.contacts, loaded.settings.contact_columns, watch=bar.reach)
    except ContactsError as error:
        raise UserError(error.text("de"), error.text("en")) from None


def _found(wanted: str, book: ContactIndex, language: str) -> Iterator[str]:
    people = book.everyone_at(wanted) if "@" in wanted else book.called(wanted)
    if not people:
        yield NOBODY.in_(language).format(wanted=wanted)
    for contact in people:
        yield from _person(contact, language)
    if "@" in wanted:
        if people and book.at(wanted) is None:
            yield NO_ONES.in_(language).format(email=wanted)
    elif (more := book.count_called(wanted) - len(people)) > 0:
        yield MORE_PEOPLE.in_(language).format(count=more)


def _person(contact: Contact, language: str) -> Iterator[str]:
    person = contact.person
    yield " ".join(filter(None, (person.honorific, *person.titles, person.full)))
    for attribute, label in SAID:
        value = getattr(contact, attribute)
        if attribute == "source":
            value = _place(value)
        if isinstance(value, Relationship):
            value = RELATIONSHIPS[value].in_(language)
        if value:
            yield f"  {label.in_(language)}: {value if isinstance(value, str) else ', '.join(value)}"


def _place(source: str) -> str:
    """File and line, the file as the user knows it."""
    file, _, line = source.rpartition(":")
    return f"{shown(Path(file))}:{line}"


command = BilingualCommand(
    "contacts",
    text=TEXT,
    callback=contacts,
    params=[
        click.Argument(["files"], nargs=-1, metavar="[FILE...]"),
        BilingualOption(
            "--find",
            metavar="ADDRESS-OR-NAME",
            text=Text(
                de="Zeigen, was über eine Adresse oder einen Namen bekannt ist.",
                en="Show what is known about an address or a name.",
            ),
        ),
        ui_language_option(),
        *config_options(),
    ],
)
