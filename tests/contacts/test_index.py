"""The address book on disk: who is found, and what the index survives."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from msglint import ConfigError, Linter, Message
from msglint.contacts.address_book.index import ContactIndex, cache_folder, open_contacts, read_afresh
from msglint.contacts.address_book.problems import MOST_PROBLEMS, ContactsError
from msglint.contacts.address_book.store import MOST_EMAILS, MOST_NICKNAMES, MOST_OWNERS
from msglint.contacts.book import Contact
from msglint.message.model import Relationship
from msglint.settings import Settings

HEADERS = "Anrede;Vorname;Nachname;E-Mail;Spitzname;Anredeform;Beziehung;Firma"
ANNA = "Frau Dr.;Anna;Müller;a.mueller@example.com;Anni;Sie;;ACME"


def write(folder: Path, *rows: str, name: str = "k.csv") -> Path:
    path = folder / name
    path.write_text("\n".join([HEADERS, *(row + ";" * (7 - row.count(";")) for row in rows), ""]), encoding="utf-8")
    return path


def book_of(folder: Path, *rows: str) -> ContactIndex:
    return read_afresh([write(folder, *rows)])


def problems_in(book: ContactIndex) -> list[str]:
    assert book.problems is not None
    return [problem.text("en").rpartition("k.csv:")[2] for problem in book.problems.kept]


def indexes(cache: Path) -> list[Path]:
    return sorted(cache.glob("*"))


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "contacts"


# Who is found


def test_at_an_address(tmp_path: Path) -> None:
    contact = book_of(tmp_path, ANNA).at(" A.Mueller@Example.COM ")

    assert contact is not None
    assert (contact.person.given, contact.person.family, contact.person.email) == (
        "Anna",
        "Müller",
        "a.mueller@example.com",
    )
    assert (contact.person.honorific, contact.person.titles) == ("Frau", ("Dr.",))
    assert (contact.nicknames, contact.form, contact.relationship) == (("Anni",), "Sie", None)
    assert (contact.organisation, contact.source) == ("ACME", f"{tmp_path / 'k.csv'}:2")


def test_nobody_at_an_address(tmp_path: Path) -> None:
    book = book_of(tmp_path, ANNA)

    assert book.at("b@example.com") is None
    assert book.at("") is None


@pytest.mark.parametrize("name", ["Müller", "MUELLER", "muller", "Anna", "Anni", "Anna Müller", "Muller Anna"])
def test_called(tmp_path: Path, name: str) -> None:
    book = book_of(tmp_path, ANNA, ";Tom;Groß;t@example.com")

    assert [contact.person.full for contact in book.called(name)] == ["Anna Müller"]


@pytest.mark.parametrize("name", ["Miller", "Anna Groß", "", "von", "!", "M"])
def test_nobody_is_called_so(tmp_path: Path, name: str) -> None:
    assert book_of(tmp_path, ANNA, ";Tom;Groß;t@example.com").called(name) == ()


def test_parts_of_double_names_and_names_with_particles(tmp_path: Path) -> None:
    book = book_of(tmp_path, ";Hans-Jürgen;von der Heide;h@example.com")

    for name in ("Jürgen", "Hans", "Hans-Juergen", "Heide", "von der Heide", "Hans-Jürgen von der Heide"):
        assert len(book.called(name)) == 1, name


def test_no_more_than_a_few(tmp_path: Path) -> None:
    book = book_of(
        tmp_path, *(f";Anna{'abcdefghijklmnopqrstuvwxyz'[n % 26]};Meyer;a{n}@example.com" for n in range(80))
    )

    assert 1 <= len(book.called("Meyer")) <= 20


# The same person twice


def test_the_same_person_twice_is_one(tmp_path: Path) -> None:
    book = book_of(
        tmp_path,
        ";Anna;Müller;a@example.com,am@example.com",
        "Frau Dr.;Anna Maria;Mueller;a@example.com,x@example.com;Anni;du;existing;ACME",
    )

    assert (book.count(), problems_in(book)) == ((1, 3), [])
    contact = book.at("x@example.com")
    assert contact == book.at("am@example.com")
    assert contact is not None
    assert (contact.person.full, contact.person.honorific, contact.person.titles) == ("Anna Müller", "Frau", ("Dr.",))
    assert (contact.nicknames, contact.form, contact.relationship) == (("Anni",), "du", Relationship.EXISTING)
    assert [one.person.full for one in book.called("Anni")] == ["Anna Müller"]


@pytest.mark.parametrize("order", [1, -1])
def test_one_address_of_several_people_is_nobodys(tmp_path: Path, order: int) -> None:
    rows = (";Anna;Meyer;a@b.de", ";Tom;Groß;a@b.de,t@b.de", ";Ida;Falk;a@b.de")[::order]
    book = book_of(tmp_path, *rows)

    assert book.at("a@b.de") is None
    second = book.at("t@b.de")
    assert second is not None
    assert second.person.full == "Tom Groß"
    assert {contact.person.full for contact in book.everyone_at("A@b.de")} == {"Anna Meyer", "Tom Groß", "Ida Falk"}
    assert [contact.emails for contact in book.called("Anna Meyer")] == [("a@b.de",)]
    assert (book.shared(), book.count(), problems_in(book)) == (("a@b.de",), (3, 2), [])


def test_initials_are_the_same_person(tmp_path: Path) -> None:
    book = book_of(tmp_path, ";A.;Meyer;a@b.de", ";Anna;Meyer;a@b.de")

    contact = book.at("a@b.de")
    assert contact is not None
    assert (contact.person.full, book.count()) == ("Anna Meyer", (1, 1))


@pytest.mark.parametrize("email", ["info@b.de", "Team@b.de", "support@b.de"])
def test_a_mailbox_of_a_function_is_nobodys(tmp_path: Path, email: str) -> None:
    book = book_of(tmp_path, f";Anna;Meyer;{email},a@b.de", f";Anna;Groß;{email}", f";Anna;;{email}")

    assert book.at(email) is None
    assert book.at("a@b.de") is not None
    assert {contact.person.full for contact in book.called("Anna")} == {"Anna Meyer", "Anna Groß", "Anna"}
    assert book.shared() == ()


def test_what_one_person_may_have_is_limited(tmp_path: Path) -> None:
    nicknames = [f";Anna;Meyer;a@b.de;Nick{number}" for number in range(200)]
    chain = [f";Tom;Groß;t{number}@b.de,t{number + 1}@b.de" for number in range(200)]
    book = book_of(tmp_path, *nicknames, *chain)

    (anna,), (tom,) = book.called("Meyer"), book.called("Groß")
    assert (len(anna.nicknames), len(tom.emails)) == (MOST_NICKNAMES, MOST_EMAILS)
    assert book.at("t200@b.de") == tom
    assert len(book.called("Nick3")) == 1
    assert book.called("Nick150") == ()


def test_owners_of_one_address_are_limited(tmp_path: Path) -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    book = book_of(tmp_path, *(f";Anna;Me{one}{other};a@b.de" for one in letters for other in letters[:4]))

    assert len(book.everyone_at("a@b.de")) == MOST_OWNERS
    assert book.at("a@b.de") is None
    assert len(book.called("Mezd")) == 1


def test_all_who_are_called_so_are_counted(tmp_path: Path) -> None:
    book = book_of(tmp_path, *(f";Anna;Meyer;a{number}@b.de" for number in range(90)))

    assert (len(book.called("Meyer")), book.count_called("Meyer"), book.count_called("Groß")) == (20, 90, 0)


def test_fillers_are_told_in_one_sentence(tmp_path: Path) -> None:
    write(tmp_path, ";Unknown;Meyer;a@b.de", name="a.csv")
    write(tmp_path, ";N/A;Groß;b@b.de", ";[not Provided];Falk;c@b.de", name="b.csv")
    book = read_afresh([tmp_path / "a.csv", tmp_path / "b.csv"])

    assert book.problems is not None
    assert [problem.text("de").partition(": ")[2] for problem in book.problems.kept] == [
        "„Unknown“ ist kein Name; 3 Angaben dieser Art wurden ausgelassen."
    ]


def test_a_mapped_header_that_no_file_has(tmp_path: Path) -> None:
    paths = [write(tmp_path, ANNA, name=name) for name in ("a.csv", "b.csv")]
    paths[0].write_text("Vorname;Nachname;Draht\nAnna;Meyer;a@b.de\n", encoding="utf-8")

    book = read_afresh(paths, {"email": ("Draht",), "form": ("Tonn",)})

    assert book.problems is not None
    (problem,) = book.problems.kept
    assert "'Tonn', which contact-columns.form names, is in none of the 2 CSV files; " in problem.text("en")
    assert "dort stehen: Vorname, Nachname, Draht, Anrede, E-Mail, " in problem.text("de")


def test_problems_are_counted_when_there_are_too_many(tmp_path: Path) -> None:
    book = book_of(tmp_path, *(f";A;B{n};keine" for n in range(130)))

    assert book.problems is not None
    assert (len(book.problems.kept), book.problems.count) == (MOST_PROBLEMS, 130)


# The index on disk


def test_it_is_made_once(tmp_path: Path, cache: Path) -> None:
    path = write(tmp_path, ANNA)

    first = open_contacts([path], folder=cache)
    (file,) = indexes(cache)
    made = file.stat()
    second = open_contacts([path], folder=cache)

    assert first.problems is not None
    assert second.problems is None
    assert indexes(cache) == [file]
    assert (file.stat().st_ino, file.stat().st_mtime_ns) == (made.st_ino, made.st_mtime_ns)
    assert second.at("a.mueller@example.com") == first.at("a.mueller@example.com")


def test_it_is_the_owners_only(tmp_path: Path, cache: Path) -> None:
    before = os.umask(0)
    try:
        open_contacts([write(tmp_path, ANNA)], folder=cache)
    finally:
        os.umask(before)

    assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    assert [stat.S_IMODE(file.stat().st_mode) for file in indexes(cache)] == [0o600]


def test_it_is_made_again_when_a_file_changes(tmp_path: Path, cache: Path) -> None:
    path = write(tmp_path, ANNA)
    open_contacts([path], folder=cache)

    write(tmp_path, ANNA, ";Tom;Groß;t@example.com")

    assert open_contacts([path], folder=cache).at("t@example.com") is not None


def test_it_is_made_again_when_only_the_time_differs(tmp_path: Path, cache: Path) -> None:
    path = write(tmp_path, ANNA)
    open_contacts([path], folder=cache)
    os.utime(path, ns=(1, 1))

    assert open_contacts([path], folder=cache).problems is not None


def test_it_is_made_again_when_size_and_time_are_the_same(tmp_path: Path, cache: Path) -> None:
    path = write(tmp_path, ANNA)
    times = path.stat()
    open_contacts([path], folder=cache)

    other = write(tmp_path, ANNA.replace("Anna", "Inge"), name="other.csv")
    os.utime(other, ns=(times.st_atime_ns, times.st_mtime_ns))
    other.replace(path)

    assert [contact.person.given for contact in open_contacts([path], folder=cache).called("Müller")] == ["Inge"]


def test_other_columns_have_an_index_of_their_own(tmp_path: Path, cache: Path) -> None:
    path = write(tmp_path, ANNA)
    for _ in range(2):
        first, second = (open_contacts([path], columns, folder=cache) for columns in (None, {"given": ("Vorname",)}))

    assert (first.problems, second.problems) == (None, None)
    assert len(indexes(cache)) == 2


def test_the_folder_of_all_caches_is_the_owners_only(tmp_path: Path) -> None:
    cache = tmp_path / "msglint" / "contacts"
    before = os.umask(0)
    try:
        open_contacts([write(tmp_path, ANNA)], folder=cache)
    finally:
        os.umask(before)

    assert stat.S_IMODE(cache.parent.stat().st_mode) == 0o700


def test_it_is_made_again_when_a_card_comes_to_a_folder(tmp_path: Path, cache: Path) -> None:
    cards = tmp_path / "cards" / "work"
    cards.mkdir(parents=True)
    card = "BEGIN:VCARD\nVERSION:3.0\nN:{0};Anna\nEMAIL:{0}@b.de\nEND:VCARD\n"
    (cards / "1.vcf").write_text(card.format("x"), encoding="utf-8")
    assert open_contacts([tmp_path / "cards"], folder=cache).at("y@b.de") is None

    (cards / "2.vcf").write_text(card.format("y"), encoding="utf-8")

    assert open_contacts([tmp_path / "cards"], folder=cache).at("y@b.de") is not None


def test_it_is_made_again_when_columns_are_mapped(tmp_path: Path, cache: Path) -> None:
    path = tmp_path / "k.csv"
    path.write_text("Vorname;Nachname;E-Mail;Ton\nAnna;Meyer;a@b.de;du\n", encoding="utf-8")
    open_contacts([path], folder=cache)

    contact = open_contacts([path], {"form": ("Ton",)}, folder=cache).at("a@b.de")

    assert contact is not None
    assert contact.form == "du"


def test_a_damaged_index_is_made_again(tmp_path: Path, cache: Path) -> None:
    path = write(tmp_path, ANNA)
    open_contacts([path], folder=cache)
    (file,) = indexes(cache)

    for damaged in (b"", b"no database", file.read_bytes()[:3000]):
        file.write_bytes(damaged)
        assert open_contacts([path], folder=cache).at("a.mueller@example.com") is not None


def test_damage_that_shows_late_does_not_break_a_check(tmp_path: Path, cache: Path) -> None:
    path = write(tmp_path, ANNA)
    open_contacts([path], folder=cache)
    (file,) = indexes(cache)
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TABLE addresses")
    connection.close()

    assert open_contacts([path], folder=cache).at("a.mueller@example.com") is not None
    again = open_contacts([path], folder=cache)
    assert again.problems is None
    assert again.at("a.mueller@example.com") is not None


def test_where_nothing_can_be_written_it_is_made_in_memory(tmp_path: Path, cache: Path) -> None:
    cache.parent.mkdir()
    cache.write_text("a file where the folder should be", encoding="utf-8")

    assert open_contacts([write(tmp_path, ANNA)], folder=cache).at("a.mueller@example.com") is not None


def test_what_was_left_behind_is_cleared_away(tmp_path: Path, cache: Path) -> None:
    cache.mkdir(parents=True)
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    gone = ended.pid
    days = {
        "killed.tmp": 2,
        "working.tmp": 0.01,
        "gone.tmp": 0.05,
        f"{os.getpid()}-mine.tmp": 0.01,
        f"{gone}-dead.tmp": 0.01,
        "forgotten.sqlite": 100,
        "other.sqlite": 20,
        "notes.txt": 1000,
    }
    for name, age in days.items():
        (cache / name).touch()
        then = time.time() - age * 86_400
        os.utime(cache / name, (then, then))

    open_contacts([write(tmp_path, ANNA)], folder=cache)

    assert {"working.tmp", f"{os.getpid()}-mine.tmp", "other.sqlite", "notes.txt"} < {
        file.name for file in indexes(cache)
    }
    assert not {"killed.tmp", "gone.tmp", f"{gone}-dead.tmp", "forgotten.sqlite"} & {
        file.name for file in indexes(cache)
    }


def test_an_error_leaves_nothing_behind(tmp_path: Path, cache: Path) -> None:
    path = tmp_path / "k.csv"
    path.write_text("Wer;Draht\nAnna;a@b.de\n", encoding="utf-8")

    with pytest.raises(ContactsError):
        open_contacts([path], folder=cache)

    assert indexes(cache) == []


def test_many_processes_at_once(tmp_path: Path, cache: Path) -> None:
    path = write(tmp_path, *(f";Anna;Meyer;a{number}@example.com" for number in range(2000)))
    code = (
        "import sys; from pathlib import Path; from msglint.contacts.address_book.index import open_contacts\n"
        "for _ in range(3):\n"
        "    book = open_contacts([Path(sys.argv[1])], folder=Path(sys.argv[2]))\n"
        "    assert book.at('a1999@example.com') and book.count() == (2000, 2000)\n"
        "    book.close()\n"
    )
    command = [sys.executable, "-W", "error", "-c", code, str(path), str(cache)]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(5)]

    assert [process.communicate(timeout=120)[1] for process in running] == [b""] * 5
    assert [process.returncode for process in running] == [0] * 5
    assert [file.suffix for file in indexes(cache)] == [".sqlite"]


def test_threads_share_one(tmp_path: Path, cache: Path) -> None:
    path = write(tmp_path, *(f";Anna;Meyer;a{number}@example.com" for number in range(300)))
    book = open_contacts([path], folder=cache)

    def look(number: int) -> Contact | None:
        assert book.called("Meyer")
        return book.at(f"a{number}@example.com")

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(look, range(300)))

    assert [contact.emails for contact in found if contact] == [(f"a{number}@example.com",) for number in range(300)]


def test_progress_reaches_its_end(tmp_path: Path) -> None:
    rows = [f";Anna;Meyer;a{number}@example.com" for number in range(5000)]
    paths = [write(tmp_path, *rows, name=name) for name in ("1.csv", "2.csv")]
    seen: list[tuple[int, int]] = []

    read_afresh(paths, watch=lambda done, total: seen.append((done, total)))

    total = sum(path.stat().st_size for path in paths)
    assert {whole for _, whole in seen} == {total}
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert len(seen) > 4
    assert seen[-1][0] == total


def test_the_cache_lies_where_the_user_wants_it(tmp_path: Path) -> None:
    assert cache_folder({"XDG_CACHE_HOME": str(tmp_path)}) == tmp_path / "msglint" / "contacts"
    relative = cache_folder({"XDG_CACHE_HOME": "here"})
    assert relative is None or relative.is_absolute()


# What cannot be read at all


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ContactsError) as caught:
        open_contacts([tmp_path / "nope.csv"])

    assert caught.value.text("en") == f"{tmp_path / 'nope.csv'}: there is no such file or folder of contacts."
    assert (
        caught.value.text("de")
        == f"{tmp_path / 'nope.csv'}: Diese Datei oder diesen Ordner mit Kontakten gibt es nicht."
    )


def test_a_folder_without_cards_is_an_empty_book(tmp_path: Path) -> None:
    book = read_afresh([tmp_path])

    assert book.count() == (0, 0)
    assert book.problems is not None
    assert [problem.text("en").partition(": ")[2] for problem in book.problems.kept] == [
        "there is no vCard (.vcf) in this folder."
    ]


def test_a_broken_file_in_a_folder_costs_no_other(tmp_path: Path) -> None:
    (tmp_path / "1.vcf").write_bytes(b"\x89PNG\0\0\0\0\0")
    (tmp_path / "2.vcf").write_text("BEGIN:VCARD\nN:Meyer;Anna\nEND:VCARD\n", encoding="utf-8")

    book = read_afresh([tmp_path])

    assert len(book.called("Meyer")) == 1
    assert book.problems is not None
    assert [problem.path.name for problem in book.problems.kept] == ["1.vcf"]


def test_a_folder_that_cannot_be_read_costs_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("closed", "open"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "1.vcf").write_text("BEGIN:VCARD\nN:Meyer;Anna\nEND:VCARD\n", encoding="utf-8")
    scandir = os.scandir

    def closed(path: str) -> object:
        if path.endswith("closed"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    book = read_afresh([tmp_path])

    assert len(book.called("Meyer")) == 1
    assert book.problems is not None
    (problem,) = book.problems.kept
    assert (problem.path, problem.de) == (tmp_path / "closed", "lässt sich nicht lesen: es fehlen die Rechte.")


@pytest.mark.parametrize(
    ("name", "de"),
    [
        ("x" * 5000, "der Name ist zu lang."),
        ("loop", "die Verknüpfungen führen im Kreis."),
        ("a\0b", "der Name enthält ein Nullbyte."),
    ],
)
def test_why_a_file_cannot_be_read(tmp_path: Path, name: str, de: str) -> None:
    if name == "loop":
        (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(ContactsError) as caught:
        open_contacts([tmp_path / name])

    assert caught.value.text("de").endswith(f": lässt sich nicht lesen: {de}")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(ContactsError) as caught:
        open_contacts([tmp_path / "pipe"])

    assert caught.value.text("en").endswith("is neither a file nor a folder.")


# The linter


STRANGERS = "Frau;Anna;Meyer;a@b.de;;;none", ";Tom;Groß;t@b.de", ";Ida;Falk;i@b.de;;;existing"
REQUEST = "Guten Tag Anna Meyer,\n\nich möchte Sie gern in mein Netzwerk aufnehmen.\n\nViele Grüße\nPetra Wollweber\n"


def relationship_of(folder: Path, *to: str, settings: Settings | None = None, reply: bool = False) -> Relationship:
    linter = Linter(settings, contacts=book_of(folder, *STRANGERS))
    answers = Message.from_text("Hallo") if reply else None
    message = Message.from_text(REQUEST, to=list(to), answers=answers)
    return linter._with_settings(message).relationship


def test_known_contacts_have_a_relationship(tmp_path: Path) -> None:
    assert relationship_of(tmp_path, "t@b.de", "Ida <I@b.de>") is Relationship.EXISTING
    assert relationship_of(tmp_path, "a@b.de", "t@b.de") is Relationship.NONE
    assert relationship_of(tmp_path, "t@b.de", "x@b.de") is Relationship.UNKNOWN
    assert relationship_of(tmp_path, "t@b.de", "Ida") is Relationship.UNKNOWN
    assert relationship_of(tmp_path) is Relationship.UNKNOWN


def test_who_has_written_is_no_stranger(tmp_path: Path) -> None:
    assert relationship_of(tmp_path, "a@b.de", reply=True) is Relationship.EXISTING


def test_what_the_user_says_wins_over_the_contacts(tmp_path: Path) -> None:
    settings = Settings(relationship=Relationship.NONE)

    assert relationship_of(tmp_path, "t@b.de", settings=settings) is Relationship.NONE


def test_from_config_opens_the_contacts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    write(tmp_path, ANNA)
    (tmp_path / ".msglint.yaml").write_text("contacts: k.csv\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert Linter.from_config().contacts.at("a.mueller@example.com") is not None

    (tmp_path / ".msglint.yaml").write_text("contacts: weg.csv\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        Linter.from_config()
    assert caught.value.text("en") == "weg.csv: there is no such file or folder of contacts."
