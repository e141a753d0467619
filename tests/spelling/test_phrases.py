"""Known words that are wrong where they stand: verbs in two words, fixed phrases, capitals, nouns in two words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from shared_hunspell import real_hunspell

from msglint import Message
from msglint.analysis.spelling.dictionaries import Dictionary
from msglint.analysis.spelling.proofreader import Proofreader
from msglint.analysis.spelling.speller import HunspellSpeller

from .conftest import write_dictionary

__all__ = ["real_hunspell"]

LETTER = "Guten Tag Frau Meyer,\n\n{}\n\nViele Grüße\nTom Weiß"
ENTRIES = (
    "und Frau Tag guten viele Grüße zurückgeschickt zurückschicken zurückfahren zurückkommt geschickt schicken fahren "
    "kommt fragen lesen bringen gebracht nachfragen auslesen durchlesen anlesen anfange anfangen vorhat vorkommen "
    "kommen hinausgehen gehen wichtigste vorschlagen vorhanden leider in an alle beide alles Bestellung "
    "Planungsteam Theaterteam Planung Theater Team Thema Kurs Seminar durch nach vor aus teilnehmen nehmen zu "
    "abgeschickt angebracht ausgebracht ausgebrachten durchgeschickt beigelegt gelegt geben gut schön/A neu/A "
    "klein/A soweit so weit mal"
).split()
ADJECTIVES = "SFX A Y 5\nSFX A 0 e .\nSFX A 0 em .\nSFX A 0 en .\nSFX A 0 er .\nSFX A 0 es .\n"
Found = list[tuple[str, str]]


def found(tmp_path: Path, text: str, unknown: str = "") -> Found:
    """What is wrong where the dictionary has every word of the text as it stands, but not those that are `unknown`."""
    words = {word for word in re.findall(r"[^\W\d_]+", text) if word not in unknown.split()}
    inflected = {entry.partition("/")[0] for entry in ENTRIES if "/" in entry}
    known = words - {f"{stem}{end}" for stem in inflected for end in ("", "e", "em", "en", "er", "es")}
    path = write_dictionary(tmp_path / "dictionaries", "de_DE", [*ENTRIES, *sorted(known)], rules=ADJECTIVES)
    return slips(text, Dictionary(path.parent, path.stem))


def slips(text: str, *dictionaries: Dictionary) -> Found:
    """What a proofreader with these dictionaries finds."""
    message = Message.from_text(text).with_(given_language="de")
    proofreader = Proofreader(message, HunspellSpeller(dictionaries), lambda: None, lambda _: False)
    return [(slip.span.of(text), slip.better[0]) for slip in proofreader.slips()]


pytestmark = pytest.mark.usefixtures("needs_hunspell")


@pytest.mark.parametrize(
    ("sentence", "wrong", "right"),
    [
        ("Wir haben die Ware zurück geschickt.", "zurück geschickt", "zurückgeschickt"),
        ("Ich rufe an, sobald der Brief zurück kommt und stimmt.", "zurück kommt", "zurückkommt"),
        ("Am Montag wollen wir zurück fahren.", "zurück fahren", "zurückfahren"),
        ("Ich weiß nicht, ob ich zurück will.", "zurück will", "zurückwill"),
        ("Es lohnt sich, beim Amt nach zu fragen.", "nach zu fragen", "nachzufragen"),
        ("Bitte denken Sie daran, den Plan durch zu lesen.", "durch zu lesen", "durchzulesen"),
        ("Es ist schön, wenn Sie daran teil nehmen.", "teil nehmen", "teilnehmen"),
        ("Der Film soll das Fach allen näher bringen.", "näher bringen", "näherbringen"),
        ("Der Brief ist gestern ab geschickt.", "ab geschickt", "abgeschickt"),
        ("Der Plan ist fertig und die Liste bei gelegt.", "bei gelegt", "beigelegt"),
        ("Wir wissen, dass die Ware an gebracht wurde und hält.", "an gebracht", "angebracht"),
    ],
)
def test_a_verb_in_two_words(sentence: str, wrong: str, right: str, tmp_path: Path) -> None:
    assert found(tmp_path, LETTER.format(sentence)) == [(wrong, right)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Wir wissen, wie wir hin und zurück fahren.",
        "Von dort zurück fahren wir mit dem Bus.",
        "Ich weiß nicht, woher der Bus zurück kommt.",
        "Wir freuen uns, wieder zurück zu sein.",
        "Ich war zurück und hatte Zeit.",
        "Wir wollen über das Ziel hinaus gehen.",
        "Ich fange morgen an zu lesen.",
        "Dann fange ich an zu lesen.",
        "Er hat heute vor zu kommen.",
        "Das ist dem Namen nach zu fragen.",
        "Wir gehen nach und nach zu fragen über.",
        "Wir fahren durch zu enge Gassen.",
        "Das Wort ist vom Turm aus zu lesen.",
        "Das Haus ist von hier aus gebracht.",
        "Das gilt vom Tag der Feier im Saal an gebracht.",
        "Die Lampe wird an und aus gebracht.",
        "Der Brief ist die ganze Nacht durch geschickt.",
        "Der Brief ist der Größe nach geschickt.",
        "Der Raum wurde durch geschickt gestellte Türen groß.",
        "Das ist aus gebrachten Teilen.",
    ],
)
def test_two_words_that_are_no_verb(sentence: str, tmp_path: Path) -> None:
    assert found(tmp_path, LETTER.format(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "wrong", "right"),
    [
        ("Um so mehr freuen wir uns.", "Um so", "Umso"),
        ("Es stört uns um so weniger.", "um so", "umso"),
        ("Der Chef ist zur zeit krank.", "zur zeit", "zurzeit"),
    ],
)
def test_one_word(sentence: str, wrong: str, right: str, tmp_path: Path) -> None:
    assert found(tmp_path, LETTER.format(sentence)) == [(wrong, right)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Wir fangen früh an, um so mehr Zeit zu haben.",
        "Um so schneller voranzukommen, fangen wir früh an.",
        "Um so schneller\nauf den Plan zu kommen, fangen wir früh an.",
        "Um so leichter (z. B. mobil) zu sein, fangen wir früh an.",
        "Um so besser Muster anzufordern, rufen wir an.",
        "Wir fangen früh an, um so schneller fertig.",
        "Zur Zeit des Umbaus war das anders.",
    ],
)
def test_two_words_of_their_own(sentence: str, tmp_path: Path) -> None:
    assert found(tmp_path, LETTER.format(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "closing", "wrong"),
    [
        ("Am Montag schließen wir.", "Viele Grüsse", ["Grüsse"]),
        ("Am Montag schließen wir.", "Mit freundlichen Grüssen", ["Grüssen"]),
        ("Am Montag schliessen wir.", "Viele Grüsse", []),
        ("Am Montag kommt Tom Weiß in die Hauptstraße 5.", "Viele Grüsse", []),
        ("Am Montag schließen wir.", "Viele Grüße\nTom Gruss", []),
        ("Die Strasse ist gesperrt.", "Viele Grüsse", []),
        ("Die Straße ist gesperrt.", "Viele Grüße", []),
    ],
)
def test_who_writes_sharp_s_writes_it_in_the_closing(
    sentence: str, closing: str, wrong: list[str], tmp_path: Path
) -> None:
    text = f"Guten Tag Frau Meyer,\n\n{sentence}\n\n{closing}\nTom Huber"
    assert found(tmp_path, text) == [(word, word.replace("ss", "ß")) for word in wrong]


@pytest.mark.parametrize(
    ("sentence", "wrong", "right"),
    [
        ("Soweit so gut, der Rest folgt morgen.", "Soweit so gut", "So weit, so gut"),
        ("Der Umbau ist soweit fertig.", "soweit", "so weit"),
        ("Am Montag ist es soweit.", "soweit", "so weit"),
        ("Wir rufen an, wenn es soweit ist.", "soweit", "so weit"),
        ("Soweit der Stand aus der Werkstatt.", "Soweit", "So weit"),
    ],
)
def test_so_far(sentence: str, wrong: str, right: str, tmp_path: Path) -> None:
    assert found(tmp_path, LETTER.format(sentence)) == [(wrong, right)]


@pytest.mark.parametrize(
    "sentence",
    [
        "So weit, so gut.",
        "Soweit ich weiß, ist der Plan fertig.",
        "Soweit der Stand bekannt ist, zahlen wir.",
        "Wir zahlen, soweit alles in Ordnung ist.",
        "Der Umbau ist so weit fertig.",
    ],
)
def test_the_conjunction_is_one_word(sentence: str, tmp_path: Path) -> None:
    assert found(tmp_path, LETTER.format(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "wrong", "right"),
    [
        ("Hier steht, was es noch schönes gibt.", "schönes", "Schönes"),
        ("Der Bote hat wenig neues erzählt.", "neues", "Neues"),
        ("Wir werden alle unser bestes geben und Anna auch.", "bestes", "Bestes"),
        ("Du bist die erste, die das sagt, Anna.", "erste", "Erste"),
        ("Schön, dass du die einzige von uns bist, Anna.", "einzige", "Einzige"),
    ],
)
def test_what_stands_for_a_noun(sentence: str, wrong: str, right: str, tmp_path: Path) -> None:
    assert found(tmp_path, LETTER.format(sentence)) == [(wrong, right)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Wir sahen, was uns neues Werkzeug kostet, und was es schönes und neues Werkzeug gibt.",
        "Wir haben wenig neues Werkzeug und viel schönes, neues Holz.",
        "Wir geben unser bestes Pferd nicht her.",
        "Ich bin die erste Frau im Amt.",
        "Das Haus war das erste, das brannte.",
    ],
)
def test_what_stands_before_a_noun(sentence: str, tmp_path: Path) -> None:
    assert found(tmp_path, LETTER.format(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "wrong", "right"),
    [
        ("Das war für uns das Wichtigste Werkzeug.", "Wichtigste", "wichtigste"),
        ("Ich würde Vorschlagen, dass wir am Montag reden.", "Vorschlagen", "vorschlagen"),
        ("Es kann sein, dass keine Bilder Vorhanden sind.", "Vorhanden", "vorhanden"),
        ("Der Plan liegt bei (Leider ohne Maße) und gilt.", "Leider", "leider"),
        ("Wart ihr schon mal In Lübeck am Hafen?", "In", "in"),
        ("Das gilt für uns Alle.", "Alle", "alle"),
        ("Wir danken euch Beiden für das Geschenk.", "Beiden", "beiden"),
    ],
)
def test_a_capital_too_many(sentence: str, wrong: str, right: str, tmp_path: Path) -> None:
    assert found(tmp_path, LETTER.format(sentence), unknown=wrong) == [(wrong, right)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Das Wichtigste ist fertig.",
        "Wir haben das Für und Wider gehört.",
        "Er ist mein Ein und Alles.",
        "Wir waren schon mal da. In Lübeck war es schön.",
        "Die Firma Vorhanden ist neu.",
        "Der Film heißt für uns Alle Jahre wieder.",
    ],
)
def test_capitals_in_their_place(sentence: str, tmp_path: Path) -> None:
    assert found(tmp_path, LETTER.format(sentence), unknown="Wichtigste Alle Vorhanden") == []


@pytest.mark.parametrize(
    ("salutation", "wrong", "right"),
    [
        ("Hallo an Alle,", "Alle", "alle"),
        ("Hallo Alle,", "Alle", "alle"),
        ("Hallo liebes Theater Team,", "Theater Team", "Theaterteam"),
        ("Liebes IT Team,", "IT Team", "IT-Team"),
    ],
)
def test_a_group_in_the_salutation(salutation: str, wrong: str, right: str, tmp_path: Path) -> None:
    text = f"{salutation}\n\ndie Bestellung ist da und der Plan auch.\n\nViele Grüße\nTom Weiß"
    assert found(tmp_path, text) == [(wrong, right)]


@pytest.mark.parametrize(
    "salutation", ["Hallo an alle,", "Liebe Alle,", "Liebes Team,", "Hallo liebes Tortenhof Team,", "Liebes Anna Team,"]
)
def test_a_group_that_is_greeted_well(salutation: str, tmp_path: Path) -> None:
    text = f"{salutation}\n\ndie Bestellung ist da und der Plan auch.\n\nViele Grüße\nTom Weiß"
    assert found(tmp_path, text) == []


def test_an_article_that_does_not_go_with_the_first_of_two_nouns(tmp_path: Path) -> None:
    assert found(tmp_path, LETTER.format("Ich spreche mit dem Planung Team darüber.")) == [
        ("Planung Team", "Planungsteam")
    ]
    assert found(tmp_path, LETTER.format("Wir haben nach der Planung Team und Thema gewechselt.")) == []


def test_a_phrase_run_together(tmp_path: Path) -> None:
    sentence = "Das ist gut. Ehrlichgesagt weiß ich das nicht."
    words = LETTER.format(f"{sentence} Ehrlich gesagt nicht.")
    assert found(tmp_path, words, unknown="Ehrlichgesagt") == [("Ehrlichgesagt", "Ehrlich gesagt")]


@pytest.mark.parametrize("mark", ["„{}“", "'{}'", "`{}`"])
def test_what_is_quoted_is_left_alone(mark: str, tmp_path: Path) -> None:
    sentence = f"Im Buch steht {mark.format('soweit so gut')} an drei Stellen."
    assert found(tmp_path, LETTER.format(sentence)) == []


@pytest.mark.hunspell
@pytest.mark.parametrize(
    "sentence",
    [
        "Ich biete Ihnen gern an zu liefern.",
        "Er lehnte es ab zu zahlen, und sie schlug vor zu warten.",
        "Wir laden Sie herzlich ein zu kommen, und ich höre damit auf zu fragen.",
        "Ich habe das Thema Klausur und das Fach Seminar gelesen.",
        "Am Montag haben wir in der Schule Training, im Winter Prüfung.",
        "Die Kosten gehen um drei Prozent zurück, sagt der Bericht.",
        "Sie sind der Größe nach zu sortieren und von hier aus zu sehen.",
        "Soweit alles klar geregelt ist, gilt der Vertrag.",
    ],
)
def test_real_german_is_silent(sentence: str, real_hunspell: dict[str, tuple[Dictionary, ...]]) -> None:
    assert slips(LETTER.format(sentence), *real_hunspell["de"]) == []
