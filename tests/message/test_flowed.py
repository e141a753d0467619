"""Text of `format=flowed`."""

from __future__ import annotations

import pytest

from msglint.message.flowed import unflow

from .mails import mail


@pytest.mark.parametrize(
    ("flowed", "text"),
    [
        ("ein langer \nAbsatz\nund noch einer", "ein langer Absatz\nund noch einer"),
        (" From gestopft\n  eingerückt", "From gestopft\n eingerückt"),
        ("> zitiert \n> weiter\n>> tiefer \nich", "> zitiert weiter\n> > tiefer \nich"),
        (">> a \n> b", "> > a \n> b"),
        ("Gruß \n-- \nJan \nWeber", "Gruß \n-- \nJan Weber"),
        ("> -- \n> Anna", "> -- \n> Anna"),
        ("Ende ", "Ende "),
        ("", ""),
    ],
)
def test_flowed_text(flowed: str, text: str) -> None:
    assert unflow(flowed) == text
    assert mail(flowed, Content_Type="text/plain; charset=utf-8; format=flowed").text == text


def test_flowed_text_with_deleted_spaces() -> None:
    assert unflow("Donaudampf \nschiff  \nfahrt\n-- \nJan", delete_space=True) == "Donaudampfschiff fahrt\n-- \nJan"
    assert mail("Donau \ndampf", Content_Type="text/plain; format=flowed; delsp=yes").text == "Donaudampf"


def test_text_that_is_not_flowed_keeps_its_lines() -> None:
    assert mail("ein langer \nAbsatz", Content_Type="text/plain").text == "ein langer \nAbsatz"
