"""The pronouns that are written small, with what speaks for the reader and how much it would take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from types import MappingProxyType
from typing import Final, NamedTuple

from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.message.sentences import sentences_of
from msglint.report import Span
from msglint.rules.register.address import Stretch
from msglint.rules.register.clauses import PREPOSITIONS, Place, is_singular_verb, words_of
from msglint.rules.register.meant import SURE, Said, said_by
from msglint.rules.register.spoken_of import Kind, SpokenOf

SMALL: Final = lazy(r"(?<![\w@./-])(?:sie|ihnen|ihr(?:e[rnms]?)?|ihrerseits|ihretwegen)(?![\w@]|-\w|\.\w)")
_MOST: Final = 60
_MOST_TRIED: Final = 400
_WORDS_NEAR: Final = 60
_PARAGRAPH: Final = lazy(r"\n[^\S\n]*\n\s*\Z")
_NEAR: Final = 40
_A_HABIT: Final = 2
_MORE: Final = MappingProxyType({"sie": 2, "ihnen": 3})
"""How much more it takes where others have just been spoken of; a possessive takes the most."""


class Small(NamedTuple):
    """A small pronoun.

    Attributes:
        said: what speaks for the reader.
        needed: how many points it takes.
        place: where it stands in its sentence.
    """

    span: Span
    said: Said
    needed: int
    place: Place

    @property
    def is_reader(self) -> bool:
        """Whether enough speaks for the reader."""
        return self.said.points >= self.needed

    @property
    def is_sure(self) -> bool:
        """Whether more than enough does."""
        return self.is_reader and (self.said.points > self.needed or self.said.points >= SURE)


def may_mean_reader(message: Message) -> bool:
    """Whether there is a small pronoun at all of which that could be said: in most letters there is none."""
    body = message.searchable("body")
    if SMALL.search(body.text) is None:
        return False
    places = (place for sentence in body.sentences for place in _places(body.text, sentence))
    return any(said_by(place) is not None for place in islice(places, _MOST_TRIED))


def small_in(stretch: Stretch) -> tuple[Small, ...]:
    """The small pronouns that may mean the reader."""
    found = tuple(islice(_small_in(stretch), _MOST))
    if stretch.capitals or sum(one.is_reader for one in found) < _A_HABIT:
        return found
    # Who has written the reader small more than once, and never large, does so throughout.
    return tuple(one._replace(needed=max(1, one.needed - 1)) for one in found)


def small_requests(stretch: Stretch) -> tuple[Span, ...]:
    """Those that mean the reader whatever else is said: `bitte senden sie mir …`."""
    if SMALL.search(stretch.text) is None:
        return ()
    return tuple(one.span for one in small_in(stretch) if one.is_reader and one.said.points >= SURE)


def _small_in(stretch: Stretch) -> Iterator[Small]:
    text = stretch.text
    spoken_of: SpokenOf | None = None
    starts = [0, 0]
    for sentence in sentences_of(text):
        if _PARAGRAPH.search(text, max(0, sentence.start - _NEAR), sentence.start):
            starts = [sentence.start, sentence.start]
        before: list[Small] = []
        for place in _places(text, sentence):
            said = said_by(place)
            if said is not None:
                spoken_of = spoken_of or SpokenOf(text, stretch.names)
                needed = _needed(said, place, starts[-2], spoken_of, stretch) + _after(before, place)
                before.append(Small(place.word.span, said, needed, place))
        yield from before
        starts.append(sentence.start)


def _after(before: Sequence[Small], place: Place) -> int:
    """How much more it takes after pronouns of the same sentence: they all mean the same, as a rule.

    Not so in one clause: `ich schicke sie ihnen`.
    """
    if not before:
        return 0
    last = before[-1].place.word
    if last.clause == place.word.clause and {last.low, place.word.low} == {"sie", "ihnen"}:
        return 0
    return -1 if before[-1].is_reader else 2


def _places(text: str, sentence: Span) -> Iterator[Place]:
    starts = {match.start() for match in SMALL.finditer(text, sentence.start, sentence.end)}
    if not starts:
        return
    words = words_of(text, sentence)
    is_question = sentence.of(text).rstrip(' )"').endswith("?")
    for at, word in enumerate(words):
        if word.start in starts:
            # No clause is longer, but a text without any marks may be one sentence.
            first = max(0, at - _WORDS_NEAR)
            yield Place(words[first : at + _WORDS_NEAR], at - first, is_question)


def _needed(said: Said, place: Place, since: int, spoken_of: SpokenOf, stretch: Stretch) -> int:
    """How much must speak for the reader: more where others are spoken of, and where the writer knows the capitals."""
    here, sentence = place.word.start, place.words[0].start
    wanted = Kind.PLURAL | Kind.FEMININE if said.feminine else Kind.PLURAL
    needed = 1 + (stretch.capitals > 0) + _beside_capital(place)
    until = _subject_start(place) if place.word.low == "ihnen" else here
    people = spoken_of.people_between(sentence, until) | spoken_of.people_between(since, sentence, Kind.NAME)
    if people & wanted:
        return needed + _MORE.get(place.word.low, 4) + (said.feminine and place.word.low == "sie")
    if said.thing and spoken_of.things_between(since, here) & wanted:
        return needed + (2 if place.word.low in _MORE else 3)
    return needed + bool(spoken_of.people_between(0, until, Kind.NAME) & wanted)


def _beside_capital(place: Place) -> bool:
    """`Ich bitte Sie, ihnen …`: who has just written it large does not mean the same by the small one."""
    large = {"sie": ("Sie", "Ihnen"), "ihnen": ("Sie",)}.get(place.word.low, ())
    return any(word.text in large for word in place.words[1 : place.at])


def _subject_start(place: Place) -> int:
    """Where the clause begins if its subject stands first: `Die Technik baut ihnen …` would be `sich`, were it they."""
    before = place.before
    verb = next((at for at, word in enumerate(before) if at and is_singular_verb(word)), 0)
    joined = any(word.low in ("und", "oder", "sondern") for word in before[verb:])
    if not verb or joined or not before[verb - 1].is_capital or before[0].low in PREPOSITIONS:
        return place.word.start
    return before[0].start
