"""Why a name is left as it is, in sentences for people."""

from __future__ import annotations

from msglint.texts import BilingualError


class CannotFixError(BilingualError):
    """The file must stay as it is. One sentence without the file name, which the caller knows."""


def no_name(name: str) -> CannotFixError:
    """What the recipient is said to be called has signs in it that no name has."""
    return CannotFixError(
        f"„{name}“ sieht nicht wie ein Name aus.",
        f"'{name}' does not look like a name.",
    )


def no_slip(old: str, new: str) -> CannotFixError:
    """Too much would be different for a slip of the hand."""
    return CannotFixError(
        f"„{old}“ und „{new}“ unterscheiden sich um mehr als einen Tippfehler.",
        f"'{old}' and '{new}' are further apart than a slip.",
    )


def wrong_length() -> CannotFixError:
    """Apple's format: the number on the first line is not the length of the mail."""
    return CannotFixError(
        "Die Länge auf der ersten Zeile stimmt nicht; die Datei ist beschädigt.",
        "The length on the first line is wrong; the file is damaged.",
    )


def damaged() -> CannotFixError:
    """The bytes of the name cannot be told for sure."""
    return CannotFixError(
        "Die Datei ist beschädigt; wo der Name in ihr steht, ist nicht sicher.",
        "The file is damaged; where the name stands in it is not certain.",
    )


def signed() -> CannotFixError:
    """A signature holds for the text as it is."""
    return CannotFixError(
        "Die Nachricht ist signiert; eine Änderung würde die Signatur ungültig machen.",
        "The message is signed; a change would make the signature invalid.",
    )


def unencodable(name: str, charset: str) -> CannotFixError:
    """The charset of the text lacks a letter of the name."""
    return CannotFixError(
        f"„{name}“ lässt sich im Zeichensatz des Textes ({charset}) nicht schreiben.",
        f"'{name}' cannot be written in the charset of the text ({charset}).",
    )


def only_seven_bits(name: str) -> CannotFixError:
    """The part says that there are only ASCII bytes in it."""
    return CannotFixError(
        f"Die Mail ist in 7 Bit kodiert; „{name}“ lässt sich darin nicht schreiben.",
        f"The mail is encoded in 7 bits; '{name}' cannot be written in it.",
    )


def scattered(name: str) -> CannotFixError:
    """The characters of the name do not stand side by side in the source."""
    return CannotFixError(
        f"„{name}“ steht in der Datei nicht an einem Stück, sondern auf Zeilen oder HTML-Elemente verteilt.",
        f"'{name}' does not stand in one piece in the file but is divided over lines or HTML elements.",
    )


def only_in_one_version(name: str) -> CannotFixError:
    """The mail says the same in two formats, and only one of them could be changed."""
    return CannotFixError(
        f"Text- und HTML-Fassung der Mail haben „{name}“ nicht an derselben Stelle der Anrede.",
        f"The text version and the HTML version of the mail do not have '{name}' in the same place of the salutation.",
    )


def would_read_differently() -> CannotFixError:
    """Read again, something beside the name would be different."""
    return CannotFixError(
        "Nach der Änderung wäre in der Nachricht mehr anders als der Name.",
        "After the change, more than the name would be different in the message.",
    )


def changed_meanwhile() -> CannotFixError:
    """Somebody else has written to the file."""
    return CannotFixError(
        "Die Datei wurde seit der Prüfung geändert; bitte noch einmal prüfen.",
        "The file has changed since it was checked; please check it again.",
    )
