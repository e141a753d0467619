"""Closings that can be sent, written out, in the register of the message."""

from __future__ import annotations

from msglint.message.greeted import Tone
from msglint.message.model import Message
from msglint.rules.base import Context

_WRITTEN_OUT = {
    "mfg": "Mit freundlichen Grüßen",
    "lg": "Liebe Grüße",
    "vg": "Viele Grüße",
    "bg": "Beste Grüße",
    "hg": "Herzliche Grüße",
    "vlg": "Viele liebe Grüße",
    "sg": "Schöne Grüße",
    "rgds": "Kind regards",
    "regs": "Kind regards",
    "brgds": "Best regards",
    "br": "Best regards",
    "kr": "Kind regards",
    "best": "Best regards",
    "thx": "Thank you",
    "tnx": "Thank you",
    "thnx": "Thank you",
    "tks": "Thank you",
    "ty": "Thank you",
}


def written_out(formula: str, language: str) -> str:
    """What an abbreviated closing stands for, in its words; "" where that is not known."""
    letters = "".join(char for char in formula.lower() if char.isalpha()).removeprefix("danke")
    if letters.endswith("lgs"):
        letters = letters.removesuffix("s")
    if letters.endswith("lg") and set(letters) <= {"g", "l"}:
        words = "Ganz liebe Grüße" if letters != "lg" else _WRITTEN_OUT["lg"]
    elif letters.startswith(("mitfreundl", "freundl")):
        words = "Mit freundlichen Grüßen"
    elif letters.startswith(("herzl", "lieb", "viele", "best", "schöne")) and letters.endswith("gr"):
        words = {
            "he": "Herzliche Grüße",
            "li": "Liebe Grüße",
            "vi": "Viele Grüße",
            "be": "Beste Grüße",
            "sc": "Schöne Grüße",
        }[letters[:2]]
    else:
        words = _WRITTEN_OUT.get(letters.removesuffix("s") if letters not in _WRITTEN_OUT else letters, "")
    return _regional(words, language)


def closing_for(message: Message, context: Context) -> str:
    """A closing that fits salutation and form of address, without a name."""
    salutation = message.parts.salutation
    if message.base_language == "en":
        familiar = salutation is not None and salutation.opening.lower().startswith(("hi", "hey", "hello"))
        return "Best regards," if familiar or message.is_internal else "Kind regards,"
    formal = salutation is not None and salutation.tone is Tone.FORMAL
    if formal and not context.thread.is_familiar:
        return _regional("Mit freundlichen Grüßen", message.language)
    return _regional("Viele Grüße", message.language)


def signature_name(message: Message, context: Context) -> str:
    """The sender's name as it would stand under this message; "" where it is not known for sure."""
    sender = context.thread.sender
    if sender is None or not sender.certain:
        return ""
    relaxed = context.thread.is_familiar or (message.is_internal and message.base_language == "en")
    return sender.given.split()[0] if relaxed and sender.given else sender.full


def _regional(words: str, language: str) -> str:
    return words.replace("ß", "ss") if language == "de-CH" else words
