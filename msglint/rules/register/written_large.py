"""`Sie` and `Ihnen` in mid-sentence that mean others: `die Kollegen fragen, ob Sie dir helfen können`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msglint.message.sentences import sentences_of
from msglint.report import Span
from msglint.rules.register.address import Stretch
from msglint.rules.register.clauses import OTHER_SUBJECTS, SINGULAR, Place, Word, is_plural_verb, words_of
from msglint.rules.register.meant import owns_readers_thing
from msglint.rules.register.spoken_of import Kind, SpokenOf

_LARGE: Final = frozenset({"Sie", "Ihnen", "Ihre", "Ihren", "Ihrem", "Ihrer", "Ihres"})
_RECIPROCAL: Final = frozenset("sich untereinander gegenseitig einander selbst eigenen eigene".split())
_BOTH: Final = frozenset("möchte sollte".split())
_POLITE: Final = frozenset("bitte pls".split())
_PREPOSITIONS: Final = frozenset("für an auf über um gegen ohne durch als wie".split())
_MOST_LARGE: Final = 2
_NEAR: Final = 200


def written_large(stretch: Stretch) -> tuple[Span, ...]:
    """The pronouns with a capital letter that cannot mean the reader."""
    forms = {form.start for form in stretch.addressing.sie}
    if not forms:
        return ()
    spoken_of = SpokenOf(stretch.text, stretch.names)
    found = []
    starts = [0, 0]
    for sentence in sentences_of(stretch.text):
        if any(sentence.start <= form < sentence.end for form in forms):
            words = words_of(stretch.text, sentence)
            for at, word in enumerate(words):
                if word.start in forms and _is_other(Place(words, at), starts[-1], stretch, spoken_of):
                    found.append(word.span)
        starts.append(sentence.start)
    return tuple(found)


def surely_readers(stretch: Stretch) -> tuple[Span, ...]:
    """`Ihre Freigabe`, with a capital letter: a thing that a reader has, and nobody is spoken of who could have it."""
    forms = [form for form in stretch.addressing.sie if form.of(stretch.text) not in ("Sie", "Ihnen")]
    if not forms:
        return ()
    spoken_of = SpokenOf(stretch.text, stretch.names)
    return tuple(
        form
        for form in forms
        if owns_readers_thing(stretch.text, form)
        and not spoken_of.people_between(max(0, form.start - _NEAR), form.start, Kind.FIRM | Kind.NAME)
    )


def _is_other(place: Place, since: int, stretch: Stretch, spoken_of: SpokenOf) -> bool:
    if place.word.text == "Sie" and _is_she(place):
        near = spoken_of.people_between(since, place.word.start) | spoken_of.things_between(since, place.word.start)
        return bool(near & Kind.FEMININE)
    if place.word.text not in _LARGE or not _may_be_they(stretch):
        return False
    sentence = place.words[0].start
    people = spoken_of.people_between(sentence, place.word.start) & Kind.PLURAL
    if place.word.text not in ("Sie", "Ihnen"):
        # "dass die Schüler sich Ihre Texte vorstellen"
        people = people if place.near(_RECIPROCAL) else Kind.NOTHING
    return bool(people) and not _asks_reader(place)


def _may_be_they(stretch: Stretch) -> bool:
    """Nothing but a pronoun or two says Sie to a reader who is du otherwise."""
    if len(stretch.addressing.sie) > _MOST_LARGE or stretch.formality or stretch.known == "Sie":
        return False
    return bool(stretch.addressing.du or stretch.addressing.ihr or stretch.known == "du")


def _is_she(place: Place) -> bool:
    """The verb is singular, and nothing else can be its subject."""
    before, behind = place.before, place.behind
    if not behind or place.previous in _PREPOSITIONS:
        return False
    if place.opener:
        last = behind[-1]
        between = (*before[1:], *behind[:-1])
        return last.low in SINGULAR - _BOTH and not any(map(_may_be_subject, _without_prepositions(between)))
    joint = not before or place.previous in ("und", "denn", "aber", "oder")
    if not joint or behind[0].low not in SINGULAR - _BOTH:
        return False
    return len(behind) < 2 or not (_may_be_subject(behind[1]) or behind[1].low in _NOMINATIVES)


def _may_be_subject(word: Word) -> bool:
    return word.is_capital or word.low in OTHER_SUBJECTS or word.low in ("es", "das", "dies")


def _without_prepositions(words: tuple[Word, ...]) -> Iterator[Word]:
    """The words but those that a preposition takes along: `mit dem Zug`."""
    taken = False
    for word in words:
        if word.low in _TAKING:
            taken = True
        elif taken and word.is_capital:
            taken = False
        elif not taken:
            yield word


_NOMINATIVES: Final = frozenset("der die ein eine mein meine unser unsere kein keine sein seine ihr ihre jeder".split())
_TAKING: Final = frozenset(
    "mit bei von zu aus nach in im am an auf für über um unter durch ohne gegen wegen seit vor bis beim vom zum zur ins".split()
)


def _asks_reader(place: Place) -> bool:
    """`bitte melden Sie sich`, `Haben Sie Zeit?`."""
    before = place.before
    if any(word.low in _POLITE for word in (*before, *place.behind)):
        return True
    if not before or not is_plural_verb(before[-1]):
        return False
    return not any(word.low in OTHER_SUBJECTS for word in place.words[: place.at])
