"""Words a salutation that can be sent, from what is known about the recipient."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msglint.contacts.personal import is_personal, sounds_familiar
from msglint.contacts.thread import Thread
from msglint.message.model import Channel
from msglint.message.name_words import NOBILITY, PARTICLES
from msglint.message.person import Person

_GERMAN_TITLES = {
    "prof": "Professor",
    "prof.": "Professor",
    "professor": "Professor",
    "professorin": "Professorin",
}
_MALE = frozenset({"Herr", "Mr"})
_TO_ENGLISH = {"Herr": "Mr", "Frau": "Ms"}
_TO_GERMAN = {"Mr": "Herr", "Mrs": "Frau", "Ms": "Frau", "Miss": "Frau"}
_MAX_NAMED = 2


def greeting_for(thread: Thread, language: str) -> str:
    """A whole salutation with its mark, in the language of the message.

    "Sehr geehrter Herr …" only where header or thread say Herr or Frau; otherwise the neutral "Guten Tag Anna Meyer,".

    Args:
        thread: the people around the message.
        language: `de`, `de-AT`, `de-CH` or `en`.
    """
    people = [person for person in thread.recipients if person.evident]
    swiss = language == "de-CH"
    if language.startswith("de"):
        words = _german(thread, people)
        return words if swiss else f"{words},"
    return f"{_english(thread, people)},"


def _german(thread: Thread, people: Sequence[Person]) -> str:
    if not people:
        familiar = sounds_familiar(thread) or is_personal(thread) or _takes_leave_warmly(thread)
        return "Hallo" if familiar else _german_to_nobody(thread)
    if len(people) > _MAX_NAMED:
        return "Hallo zusammen" if thread.is_familiar else "Guten Tag zusammen"
    honorifics = [thread.honorific_of(person) for person in people]
    # Known for one and not for the other, it would rank them: then the neutral form for both.
    known = all(honorifics)
    pieces = [
        german_greeting(person, honorific if known else "", familiar=thread.is_familiar)
        for person, honorific in zip(people, honorifics, strict=True)
    ]
    pieces = list(dict.fromkeys(pieces))
    return ", ".join([pieces[0], *(piece[0].lower() + piece[1:] for piece in pieces[1:])])


def _takes_leave_warmly(thread: Thread) -> bool:
    """`Liebe Grüße` under a message that does not say Sie."""
    closing = thread.message.parts.closing
    words = closing.span.of(thread.message.text).lower() if closing is not None else ""
    return thread.form_of_address is None and words.startswith(("lieb", "ganz lieb", "lg", "glg", "bussi"))


def _german_to_nobody(thread: Thread) -> str:
    from msglint.message.addresses import is_role_address

    to = thread.message.headers.to
    return "Sehr geehrte Damen und Herren" if to and all(is_role_address(entry) for entry in to) else "Guten Tag"


def german_greeting(person: Person, honorific: str, *, familiar: bool) -> str:
    """The greeting of one person, without mark."""
    if familiar and _first_name(person):
        return f"Hallo {_first_name(person)}"
    honorific = _TO_GERMAN.get(honorific, honorific)
    title = german_title(person)
    if honorific in ("Herr", "Frau") and person.family:
        adjective = "Sehr geehrter" if honorific in _MALE else "Sehr geehrte"
        if honorific == "Frau" and title == "Professor":
            title = "Professorin"
        return _noble(person) or " ".join(word for word in (adjective, honorific, title, surname_of(person)) if word)
    if not person.family or not (person.given or title) or not person.is_latin:
        return "Guten Tag"  # one word may be a surname, and a surname alone would be curt
    return " ".join(word for word in ("Guten Tag", title, person.full) if word)


_COUNTS = {"graf": "Sehr geehrter Graf", "gräfin": "Sehr geehrte Gräfin"}


def _noble(person: Person) -> str:
    """`Sehr geehrter Graf Bismarck`: the title of a count stands in place of Herr, and von is dropped behind it."""
    first, _, rest = person.family.partition(" ")
    name = " ".join(word for word in rest.split() if word.lower() not in PARTICLES)
    return f"{_COUNTS[first.lower()]} {name}" if first.lower() in _COUNTS and name else ""


def surname_of(person: Person) -> str:
    """The surname as a salutation says it: a Freiherr von Thurner is called Herr von Thurner."""
    first, _, rest = person.family.partition(" ")
    return rest if rest and first.lower() in NOBILITY else person.family


def german_title(person: Person) -> str:
    """Only the highest title: `Professor` is written out, `Dr.` is not."""
    lowered = [title.lower() for title in person.titles]
    for title in lowered:
        if title in _GERMAN_TITLES or title.startswith(("univ.-prof", "ao.univ", "ass.-prof")):
            return _GERMAN_TITLES.get(title, "Professor")
    return "Dr." if any(title.startswith(("dr", "ddr")) for title in lowered) else ""


def _first_name(person: Person) -> str:
    """What friends would call; empty where there is only an initial."""
    first = person.given.split()[0] if person.given else ""
    return first if len(first.strip(".")) > 1 and "." not in first and person.is_latin else ""


def _english(thread: Thread, people: Sequence[Person]) -> str:
    relaxed = thread.is_familiar or thread.message.is_internal or thread.message.channel is Channel.MESSENGER
    if not people:
        return "Hi" if relaxed else "Hello"
    if len(people) > _MAX_NAMED:
        return "Hi all" if relaxed else "Dear all"
    names = [_english_name(person, thread.honorific_of(person), relaxed=relaxed) for person in people]
    return f"{'Hi' if relaxed else 'Dear'} {' and '.join(names)}"


def _english_name(person: Person, honorific: str, *, relaxed: bool) -> str:
    if relaxed and _first_name(person):
        return _first_name(person)
    honorific = _TO_ENGLISH.get(honorific, honorific)
    title = "Professor" if any(title.lower().startswith("prof") for title in person.titles) else ""
    title = title or (english_doctor(person.titles) if any(map(_is_doctor, person.titles)) else "")
    if person.family and (title or honorific):
        return f"{title or honorific} {surname_of(person)}"
    return person.full if person.given else "Sir or Madam"


def _is_doctor(title: str) -> bool:
    return title.lower().startswith("dr")


def english_doctor(titles: Iterable[str]) -> str:
    """`Dr` or `Dr.`: the British leave the point out, and the title tells how its bearer writes it."""
    return "Dr" if "Dr" in titles else "Dr."
