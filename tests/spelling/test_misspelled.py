"""spelling.misspelled: what is called misspelled, and what is not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from shared_hunspell import real_hunspell

from msglint import Message
from msglint.analysis.spelling.dictionaries import Dictionary
from msglint.analysis.spelling.speller import HunspellSpeller
from msglint.config import load
from msglint.linter import Linter
from msglint.report import Report, Severity

from .conftest import linter_for, write_dictionary

__all__ = ["real_hunspell"]

LETTER_DE = "Sehr geehrte Frau Meyer,\n\n{}\n\nMit freundlichen Grüßen\nTom Weiß"
LETTER_EN = "Dear Ms Meyer,\n\n{}\n\nKind regards\nTom White"
Found = list[tuple[str, list[str]]]


def check(linter: Linter, sentence: str, letter: str = LETTER_DE, to: Sequence[str] = ()) -> Report:
    language = "de" if letter is LETTER_DE else "en"
    return linter.check(Message.from_text(letter.format(sentence), to=to).with_(given_language=language))


def found_in(report: Report) -> Found:
    return [(finding.excerpt, [one.text for one in finding.suggestions]) for finding in report.findings]


def found(linter: Linter, sentence: str, letter: str = LETTER_DE, to: Sequence[str] = ()) -> Found:
    report = check(linter, sentence, letter, to)
    assert report.skipped == ()
    return found_in(report)


def in_subject(linter: Linter, subject: str) -> Found:
    message = Message.from_text(LETTER_DE.format("der Termin ist am Montag."), subject=subject)
    found = [finding for finding in linter.check(message).findings if finding.part == "subject"]
    assert [finding.span.of(subject) for finding in found] == [finding.excerpt for finding in found]
    return [(finding.excerpt, [one.text for one in finding.suggestions]) for finding in found]


# What is wrong, and what was meant.


@pytest.mark.parametrize(
    ("sentence", "wrong", "right"),
    [
        ("anbei die Rechnug für den Auftrag.", "Rechnug", "Rechnung"),
        ("wir kommen vieleicht am Montag.", "vieleicht", "vielleicht"),
        ("das ist gut. Vielleciht kommt der Zug.", "Vielleciht", "Vielleicht"),
        ("die Rechnung liegt im garten.", "garten", "Garten"),
        ("das ist garnicht gut.", "garnicht", "gar nicht"),
        ("das ist gut. Garnicht neu ist der Preis.", "Garnicht", "Gar nicht"),
        ("wir sehen uns am Freitag Abend.", "Freitag Abend", "Freitagabend"),
        ("wir sind beim lesen der Liste.", "lesen", "Lesen"),
        ("wir fragen am Montag. der Vertrag ist neu.", "der", "Der"),
        ("der 20jährige Vertrag ist gut.", "20jährige", "20-jährige"),
        ("bitte prüfen Sie den VErtrag.", "VErtrag", "Vertrag"),
    ],
)
def test_a_slip_in_german(sentence: str, wrong: str, right: str, linter: Linter) -> None:
    assert found(linter, sentence) == [(wrong, [right])]


@pytest.mark.parametrize(
    ("sentence", "wrong", "right"),
    [
        ("we have recieved your letter.", "recieved", "received"),
        ("we will not send the lettre.", "lettre", "letter"),
        ("I have a meeting on monday.", "monday", "Monday"),
        ("alot of letter is new.", "alot", "a lot"),
    ],
)
def test_a_slip_in_english(sentence: str, wrong: str, right: str, linter: Linter) -> None:
    assert found(linter, sentence, LETTER_EN) == [(wrong, [right])]


def test_the_fixed_words_of_salutation_and_closing(linter: Linter) -> None:
    text = "Sehr gehrte Frsu Meyer,\n\nanbei die Rechnung.\n\nMit freundlichen Güßen\nTom Weiß"
    report = linter.check(Message.from_text(text).with_(given_language="de"))
    assert found_in(report) == [("gehrte", ["geehrte"]), ("Frsu", ["Frau"]), ("Güßen", ["Grüßen"])]


@pytest.mark.parametrize(
    ("subject", "wrong", "right"),
    [
        ("Rechnnung für den Auftrag", "Rechnnung", "Rechnung"),
        ("Termin am Montag und die besprechung", "besprechung", "Besprechung"),
        ("Neue Unterlagen, vielleihct am Montag", "vielleihct", "vielleicht"),
    ],
)
def test_a_slip_in_the_subject(subject: str, wrong: str, right: str, linter: Linter) -> None:
    assert [(word, better[0]) for word, better in in_subject(linter, subject)] == [(wrong, right)]


@pytest.mark.parametrize(
    "subject",
    [
        "Rechnung für den Auftrag",
        "AW: Rechnnung für den Auftrag",
        "WG: Fwd: Rechnnung für den Auftrag",
        "rechnung für den auftrag",
        "RECHNNUNG",
        "Angebot HX-4711b für Krczal, KW 14, Rechnnung_2026.pdf",
        "Das Wort „Rechnnung“",
        "Mitarbeiter*innen-Fest und Mitarbeiter:innenbefragung",
        "neu: Unterlagen für Montag. bitte lesen",
        "",
    ],
)
def test_a_subject_that_is_left_alone(subject: str, linter: Linter) -> None:
    assert in_subject(linter, subject) == []


def test_a_finding_stands_where_the_word_does_also_behind_an_emoji(linter: Linter) -> None:
    report = check(linter, "das ist gut 😀😀, anbei die Rechnug.")
    (finding,) = report.findings
    assert finding.span.of(report.text) == "Rechnug"
    assert finding.suggestions[0].span == finding.span


def test_a_finding_speaks_the_users_language(machine: None) -> None:
    told = {
        language: check(linter_for(ui_language=language), "anbei die Rechnug und die liste.").findings
        for language in ("de", "en")
    }
    assert [finding.message for finding in told["de"]] == [
        "„Rechnug“ ist falsch geschrieben; gemeint ist wohl „Rechnung“.",
        "„liste“ schreibt man hier groß: „Liste“.",
    ]
    assert [finding.message for finding in told["en"]] == [
        "“Rechnug” is misspelled; “Rechnung” is meant, it seems.",
        "“liste” has a capital here: “Liste”.",
    ]
    assert {finding.severity for finding in told["de"]} == {Severity.WARNING}


def test_what_is_not_sure_is_a_suggestion(linter: Linter) -> None:
    (finding,) = check(linter, "wir kommen vuelleacht am Montag.").findings
    assert finding.severity is Severity.SUGGESTION
    assert finding.message == "No dictionary has “vuelleacht”; perhaps “vielleicht” is meant."


def test_every_place_is_told(linter: Linter) -> None:
    assert [word for word, _ in found(linter, "anbei die Rechnug, und die Rechnug ist neu.")] == ["Rechnug"] * 2


def test_hunspell_is_asked_what_was_meant_only_for_what_is_reported(
    linter: Linter, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    suggest = HunspellSpeller.suggest

    def note(self: HunspellSpeller, word: str) -> tuple[str, ...]:
        asked.append(word)
        return suggest(self, word)

    monkeypatch.setattr(HunspellSpeller, "suggest", note)
    sentence = "Herr Brzenkowitsch liest die Datei rechnugen_2024.pdf, und das ist vuelleacht lang."
    assert [word for word, _ in found(linter, sentence)] == ["vuelleacht"]
    assert set(asked) == {"vuelleacht"}


# Names.


@pytest.mark.parametrize(
    "sentence",
    [
        "bitte fragen Sie Herrn Werkzueg.",
        "Frau Dr. Schlüssle kommt am Montag.",
        "Herr von Werkzueg kommt am Montag.",
        "Lena Werkzueg kommt am Montag.",
        "die Werkzueg GmbH ist neu.",
        "wir kommen nach 34117 Werkzueg.",
        "Tino Giesenbrauk kommt nach Obertrubingen.",
    ],
)
def test_what_stands_in_the_place_of_a_name(sentence: str, linter: Linter) -> None:
    assert found(linter, sentence) == []


@pytest.mark.parametrize(
    "to",
    ["Anna Werkzueg <a@example.com>", "anna.werkzueg@example.com", "Info <info@werkzueg.example>"],
)
@pytest.mark.parametrize("sentence", ["das Werkzueg ist neu.", "das ist mein Werkzuegs."])
def test_the_names_of_recipients(to: str, sentence: str, linter: Linter) -> None:
    assert found(linter, sentence) != []
    assert found(linter, sentence, to=[to]) == []


def test_the_names_of_contacts(machine: None, tmp_path: Path) -> None:
    book = tmp_path / "contacts.csv"
    book.write_text("First Name,Last Name,E-mail Address\nAnna,Werkzueg,a@example.com\n", encoding="utf-8")
    assert found(linter_for(), "das Werkzueg ist neu.") != []
    assert found(linter_for(contacts=(book,)), "das Werkzueg ist neu.") == []


def test_what_others_have_written_in_the_thread(linter: Linter) -> None:
    sentence = "das Werkzueg ist neu.\n\nAm 3. Mai 2024 schrieb Anna Meyer:\n> Was ist mit dem Werkzueg?"
    assert found(linter, "das Werkzueg ist neu.") == [("Werkzueg", ["Werkzeug"])]
    text = f"Sehr geehrte Frau Meyer,\n\n{sentence}"
    assert found_in(linter.check(Message.from_text(text).with_(given_language="de"))) == []


def test_the_names_in_salutation_and_signature(linter: Linter) -> None:
    text = (
        "Sehr geehrte Frau Werkzueg,\n\nder Schlüssle kommt, Frau Werkzueg, am Schlüssle.\n\nMit freundlichen Grüßen\n"
        "Tom Schlüssle\n\n-- \nSchlüssle Werkzueg GmbH\n"
    )
    assert found_in(linter.check(Message.from_text(text).with_(given_language="de"))) == []


def test_a_word_that_comes_again_and_again_is_a_term(linter: Linter) -> None:
    assert found(linter, "das Werkzueg ist neu, das Werkzueg ist gut.") != []
    assert found(linter, "das Werkzueg ist neu, ein Werkzueg ist gut, und das Werkzueg gilt.") == []


# What is right though no dictionary has it.


@pytest.mark.parametrize(
    "sentence",
    [
        "das Gartenhaus ist neu.",
        "der Arbeitsvertrag gilt am Montag.",
        "die Kundenbesprechung ist lang.",
        "die Auftrags-Liste ist neu.",
        "fuer das Gespraech moechten wir Ihnen danken, die Tuer ist gross.",
        "die Strasse ist gross.",
        "wir fragen alle Kund*innen und Kunden heute.",
        "das ist sooo gut, hmmm.",
        "wir lesen heute den letter und das new book.",
        "die PDF ist neu.",
    ],
)
def test_right_words_that_no_dictionary_has(sentence: str, linter: Linter, german: Path) -> None:
    with_more = [*german.read_text(encoding="utf-8").split()[1:], "Arbeits", "Kundinnen", "so", "alle"]
    write_dictionary(german.parent, "de_DE", with_more)
    assert found(linter, sentence) == []


def test_a_whole_mail_as_the_swiss_write_it(linter: Linter) -> None:
    text = "Sehr geehrte Frau Meyer,\n\ndie Strasse ist gross, anbei die Rechnug.\n\nFreundliche Grüsse\nTom Weiss"
    for language in ("de", "de-CH"):
        report = linter.check(Message.from_text(text).with_(given_language=language))
        assert found_in(report) == [("Rechnug", ["Rechnung"])]


def test_a_compound_without_its_letter_is_wrong(linter: Linter, german: Path) -> None:
    words = [*german.read_text(encoding="utf-8").split()[1:], "Gitarrentasche"]
    write_dictionary(german.parent, "de_DE", words)
    assert found(linter, "die neue Gitarretasche ist gut.") == [("Gitarretasche", ["Gitarrentasche"])]


@pytest.mark.parametrize(
    "sentence",
    [
        "das Wort „Rechnug“ ist neu.",
        'das Wort "Rechnug" ist neu.',
        "das liegt in rechnug.pdf und in der Rechnug.docx.",
        "das steht auf www.rechnug.example und https://example.com/Rechnug.",
        "bitte fragen Sie rechnug@example.com.",
        "das steht in /home/rechnug/vertrga und in C:\\Rechnug\\Vertrga.",
        "das heute: `rechnug = vertrga`",
        "bitte lesen Sie #Rechnug und @Vertrga.",
        "Ihr Auftrag RECHNUG-2024 ist neu, Rechnug_neu auch.",
        "der {{rechnug}} und [Rechnug] sind neu.",
        "das ist gut.\n\n> anbei die Rechnug\n\nvielen Dank.",
    ],
)
def test_what_is_no_prose(sentence: str, linter: Linter) -> None:
    assert found(linter, sentence) == []


def test_a_text_that_the_dictionary_is_not_for(linter: Linter) -> None:
    words = "blorgte frumste knirpte schlonzte wumpfte gnarzte plirste zwonkte"
    assert found(linter, f"wir lesen vieleicht {words} und kommen.") == []


def test_who_writes_everything_small_is_not_told_of_capitals(linter: Linter) -> None:
    text = "hallo anna,\n\nanbei die rechnung. der vertrag liegt im haus. vieleicht kommt der zug.\n\nviele grüße\ntom"
    words = [word for word, _ in found_in(linter.check(Message.from_text(text).with_(given_language="de")))]
    assert words == ["vieleicht"]


def test_only_the_beginning_of_an_endless_mail_is_read_and_that_is_told(
    linter: Linter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("msglint.analysis.spelling.prose_reader.MOST_WORDS", 10)
    report = check(linter, "anbei die Rechnug für Sie. " + "Wir sehen die Liste. " * 5 + "Anbei die Rechnug für Sie.")
    assert len(report.findings) == 1
    assert [note.what for note in report.skipped] == ["spelling"]


# The user's own lists.


def test_the_list_of_a_firm(machine: None, tmp_path: Path) -> None:
    firm = tmp_path / "firm.txt"
    firm.write_text("# ours\nWerkzueg\n", encoding="utf-8")
    assert found(linter_for(firm), "das Werkzueg und ein Werkzuegs sind neu.") == []


def test_the_users_own_words_need_no_setting(machine: None, tmp_path: Path) -> None:
    own = tmp_path / "xdg" / "msglint" / "words.txt"
    own.parent.mkdir(parents=True)
    own.write_text("Werkzueg # right\n", encoding="utf-8")
    environ = {"XDG_CONFIG_HOME": str(tmp_path / "xdg")}
    assert load(start=tmp_path, environ=environ).settings.engines.dictionaries == (own,)
    assert load(start=tmp_path, environ=environ, isolated=True).settings.engines.dictionaries == ()


def test_what_hunspell_has_been_taught(machine: None, bare_machine: Path) -> None:
    assert found(linter_for(), "das Werkzueg ist neu.") != []
    (bare_machine / ".hunspell_de_DE").write_text("Werkzueg\n", encoding="utf-8")
    assert found(linter_for(), "das Werkzueg ist neu.") == []


# What fails.


def with_others(*lists: Path, ui_language: str = "en") -> Linter:
    return linter_for(*lists, ui_language=ui_language, select=("spelling.misspelled", "spelling.slip"))


def failed(report: Report) -> list[tuple[str, str]]:
    """The notes, of a check that found what other rules find."""
    assert [finding.rule for finding in report.findings] == ["spelling.slip"]
    return [(note.what, note.why) for note in report.skipped]


def test_a_list_with_a_wrong_line(machine: None, tmp_path: Path) -> None:
    firm = tmp_path / "firm.txt"
    firm.write_text("Quorbit\n= 3\n", encoding="utf-8")
    (note,) = failed(check(with_others(firm), "wir kommen vieleicht."))
    assert note == ("spelling", "firm.txt:2: '=' is no word; a line holds one word, and a comment behind #.")
    ((_, german_note),) = failed(check(with_others(firm, ui_language="de"), "wir kommen vieleicht."))
    assert german_note.startswith("firm.txt:2: „=“ ist kein Wort;")


def test_a_list_that_is_missing(machine: None, tmp_path: Path) -> None:
    ((what, why),) = failed(check(with_others(tmp_path / "firm.txt"), "wir kommen vieleicht."))
    assert (what, why.partition(" (")[0]) == ("spelling", "firm.txt: the dictionary cannot be read")


def test_a_broken_dictionary(machine: None, german: Path) -> None:
    german.write_bytes(b"\x00\xff" * 100)
    linter = with_others()
    for _ in range(2):
        ((what, why),) = failed(check(linter, "wir kommen vieleicht."))
        assert what == "spelling"
        assert why.endswith("the dictionary does not even know 'und'; please install it again.")


# Without a speller.


def loaded_by(spelling: str, folder: Path | None = None) -> list[str]:
    """Whether a check in a process of its own tells anything, and what it imports; `folder` = where de_DE lies."""
    dictionaries = f"(Dictionary(Path({str(folder)!r}), 'de_DE'),)" if folder else "()"
    script = f"""
import sys
from pathlib import Path
from msglint import Linter, Message
from msglint.analysis.engine_settings import EngineSettings, LanguageToolSettings
from msglint.analysis.spelling import choosing
from msglint.analysis.spelling.dictionaries import Dictionary
from msglint.settings import Settings
choosing.find_dictionaries = lambda language: {dictionaries} if language == "de" else ()
engines = EngineSettings(spelling={spelling!r}, languagetool=LanguageToolSettings(use="off"))
report = Linter(Settings(engines=engines)).check(Message.from_text({LETTER_DE.format("der Vertrga ist neu.")!r}))
assert report.language == "de", report
print(any(finding.rule == "spelling.misspelled" for finding in report.findings), len(report.skipped))
print(*sorted(name for name in sys.modules if name == "hunspell" or name.endswith(("proofreader", "prose_reader"))))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_switched_off_nothing_is_told_and_nothing_is_loaded(german: Path) -> None:
    loaded = ["hunspell", "msglint.analysis.spelling.proofreader", "msglint.analysis.spelling.prose_reader"]
    # With it, so that the test could fail.
    assert loaded_by("auto", german.parent) == ["True 0", " ".join(sorted(loaded))]
    assert loaded_by("off", german.parent) == ["False 0", ""]


def test_without_a_dictionary_nothing_is_told_and_nothing_is_loaded() -> None:
    assert loaded_by("auto") == ["False 0", ""]


def test_without_hunspell_the_rule_is_left_out(machine: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hunspell", None)
    assert found(linter_for(), "der Vertrga ist neu.") == []


def test_a_dictionary_of_another_language_is_none_of_this(english: Path) -> None:
    assert found(linter_for(english), "der Vertrga ist neu.") == []
    assert found(linter_for(english), "we have recieved the letter.", LETTER_EN) != []


def test_threads_share_a_linter(linter: Linter) -> None:
    sentences = ["anbei die Rechnug.", "der Vertrga ist neu.", "die Liste ist neu.", "wir kommen vieleicht."] * 10
    one_by_one = [found(linter, sentence) for sentence in sentences]
    fresh = linter_for()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda sentence: found(fresh, sentence), sentences)) == one_by_one


# With the dictionaries of the machine.


@pytest.fixture(scope="module")
def real_linter(real_hunspell: dict[str, tuple[Dictionary, ...]], tmp_path_factory: pytest.TempPathFactory) -> Linter:
    """One for all tests: the dictionaries are large. It finds them on the first message of a language."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
        patch.setattr(
            "msglint.analysis.spelling.choosing.find_dictionaries",
            lambda language: real_hunspell[language.partition("-")[0]],
        )
        real = linter_for()
        assert found(real, "wir haben recieved.") + found(real, "we have recieved.", LETTER_EN)
    return real


@pytest.mark.hunspell
def test_real_german(real_linter: Linter) -> None:
    assert found(
        real_linter, "könnten Sie mir die Unterlagen vieleicht nächste Woche schicken? Anbei die Rechnug."
    ) == [("vieleicht", ["vielleicht"]), ("Rechnug", ["Rechnung"])]


@pytest.mark.hunspell
def test_real_english(real_linter: Linter) -> None:
    sentence = "we have recieved your report, and the colour and the color are fine."
    assert found(real_linter, sentence, LETTER_EN) == [("recieved", ["received", "relieved"])]


@pytest.mark.hunspell
@pytest.mark.parametrize(
    "sentence",
    [
        "die Donaudampfschifffahrtsgesellschaft und der Wartungsvertragsentwurf sind wichtig.",
        "wir haben das Meeting rescheduled, die Slides kommen nach dem Kick-off-Termin.",
        "fuer das Gespraech am Montag moechten wir Ihnen danken, die Strasse ist gross.",
        "Herr Brzenk und Frau Dr. Weyrauther kommen nach Obertrubingen.",
        "gibts Neues? Ich hab noch nix gehört.",
    ],
)
def test_real_german_is_silent(sentence: str, real_linter: Linter) -> None:
    assert found(real_linter, sentence) == []


@pytest.mark.hunspell
def test_real_german_knows_letters_that_it_cannot_write(real_linter: Linter) -> None:
    assert found(real_linter, "wir fahren mit Herrn Łukasz nach Łódź, das kostet 5 €, 😀 und Привет.") == []


@pytest.mark.hunspell
def test_what_is_reported_is_something_the_dictionary_knows(
    real_linter: Linter, real_hunspell: dict[str, tuple[Dictionary, ...]]
) -> None:
    speller = HunspellSpeller(real_hunspell["de"], proof="und")
    reported = found(real_linter, "bitte bestätigne Sie die Lieferugn.")
    assert [word for word, _ in reported] == ["bestätigne", "Lieferugn"]
    assert all(speller.knows(one) for _, suggested in reported for one in suggested)
