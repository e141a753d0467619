"""Syllables as they are read aloud; every word is divided by hand."""

from __future__ import annotations

import pytest

from msglint.message.syllables import syllables_of

GERMAN = """
    a·ber I·dee I·de·en be·en·den ge·ehr·te be·ur·tei·len ge·impft Bei·trag Geist Beu·te Beet ü·ber freu·en
    Bau·er teu·er Mai Mai·land Bay·ern Re·gion na·tio·nal Sta·tion Ma·te·rial so·zial Di·a·gno·se Li·nie
    Li·nien E·ner·gi·en ak·tu·ell Fe·bru·ar Mu·se·um Ko·o·pe·ra·tion ko·or·di·niert Qua·li·tät Quit·tung Yacht
    Typ Sys·tem The·o·rie Cha·os Vi·de·o Team i·de·al on·line Soft·ware Wa·re Home·page E-·Mail
    E-·Mail-·A·dres·se Nord-·Ost fuer Gruess moech·te wae·re
"""
ENGLISH = """
    a·ble ta·ble trou·bled called hand·led asked need·ed want·ed mak·er make makes pag·es box·es wish·es
    of·fice of·fic·es safe·ly state·ment im·ple·ment im·ple·ment·ed use·ful wire·less ness re·ly the she
    be·ing do·ing stud·y·ing cre·ate cre·at·ed crea·ture please a·re·a i·de·a re·al·i·ty qui·et cli·ent
    pa·tient ear·li·er sup·plies sci·ence ac·tion re·gion pre·vi·ous mil·lion spe·cial ma·te·ri·al
    ap·pre·ci·ate an·nu·al lan·guage con·tin·u·ous u·nique queue league ar·gue em·ploy·ee an·y·one yes year
    be·yond some·thing some·times ev·ery·one busi·ness busi·ness·es tour·is·m did·n't don't they're we've
    peo·ple's well-·known
"""


def divided(words: str) -> list[tuple[str, int]]:
    return [(word.replace("·", ""), word.count("·") + 1) for word in words.split()]


@pytest.mark.parametrize(("word", "syllables"), divided(GERMAN))
def test_german(word: str, syllables: int) -> None:
    assert syllables_of(word, "de") == syllables


@pytest.mark.parametrize(("word", "syllables"), divided(ENGLISH))
def test_english(word: str, syllables: int) -> None:
    assert syllables_of(word, "en") == syllables


@pytest.mark.parametrize(("word", "syllables"), [("PDF", 3), ("USA", 3), ("IT", 2), ("GmbH", 4), ("Nr", 2), ("I", 1)])
def test_what_cannot_be_spoken_is_read_letter_by_letter(word: str, syllables: int) -> None:
    assert syllables_of(word, "de") == syllables_of(word, "en") == syllables


def test_a_longer_word_in_capitals_is_a_word() -> None:
    assert (syllables_of("BITTE", "de"), syllables_of("PLEASE", "en")) == (2, 1)


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_word_has_one(language: str) -> None:
    assert [syllables_of(word, language) for word in ("q", "e", "y", "ß", "é", "Ж")] == [1] * 6
