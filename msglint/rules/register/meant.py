"""Who is meant by a `sie`, `ihnen` or `ihr` that is written small: what speaks for the reader, in points."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from msglint.report import Span
from msglint.rules.register.clauses import (
    FIRST_PERSONS,
    OPENERS,
    OTHER_SUBJECTS,
    PLURAL_MODALS,
    THINGS_DO,
    Place,
    Word,
    is_plural_verb,
    is_singular_verb,
    words_of,
)
from msglint.rules.register.vocabulary import (
    ACCUSATIVE_PREPOSITIONS,
    ADDRESSING_VERBS,
    ADVICE,
    ARTICLES,
    AS_YOU,
    ASKED_FOR,
    ASKING_VERBS,
    ASKS,
    CAUSES,
    CONDITIONS,
    FORMULA,
    FORMULA_PREPOSITIONS,
    GIVING_VERBS,
    JOIN,
    LEADING,
    MATTERS,
    ME,
    NO_ADJECTIVES,
    PLURAL_SUBJECT_ARTICLES,
    POLITE,
    QUANTITY,
    READERS_THINGS,
    SAYING,
    SEEN,
    STAND,
    SUITS,
    TELLING,
    THANKS,
    THINGS_TOO,
    WHERE,
    WILL,
)

SURE: Final = 4
"""So many points leave no doubt."""


_ADJECTIVE_ENDINGS: Final = ("e", "en", "es", "er", "em", "sehr", "ig", "lich", "t")
_NO_OWNER: Final = frozenset({"lieben", "beiden", "zwei", "alle", "alles"})
_FAR: Final = 5
_SHORT: Final = 4
_DISPOSAL: Final = frozenset({"verfügung"})
_AHEAD: Final = 60


class Said(NamedTuple):
    """What a pronoun says about the reader.

    Attributes:
        points: how much speaks for the reader.
        thing: it may stand for things as well as for people.
        feminine: it may stand for one woman or one thing as well as for several.
    """

    points: int
    thing: bool
    feminine: bool = False


def said_by(place: Place) -> Said | None:
    """What speaks for the reader; None if somebody else is meant, or that cannot be known."""
    low = place.word.low
    if low == "sie":
        return _said_by_sie(place)
    if low == "ihnen":
        return _said_by_ihnen(place)
    if low in ("ihrerseits", "ihretwegen"):
        thanked = any(THANKS.fullmatch(word.low) for word in (*place.before, *place.behind))
        return Said(SURE + 2 * thanked, thing=False, feminine=True)
    return _said_by_possessive(place)


def _said_by_sie(place: Place) -> Said | None:
    before, behind = place.before, place.behind
    if any(word.text == "Sie" for word in before):
        return None  # "Sie können sie abholen"
    if place.previous in ACCUSATIVE_PREPOSITIONS:
        return _behind_preposition(place)
    if (before and is_plural_verb(before[-1]) and not before[-1].is_capital) or _opens_with_verb(place):
        return _said_behind_verb(place)
    if behind and behind[0].low in PLURAL_MODALS and _tells_before(place):
        return _as_subject(place, 2)
    if place.opener:
        return _said_in_subordinate(place)
    if behind and not place.near(FIRST_PERSONS) and is_singular_verb(behind[0]):
        return None
    if behind and _is_verb_second(place):
        return _goes_on(place)
    return _as_object(place)


def _behind_preposition(place: Place) -> Said:
    """`für sie`, `an sie`: things have `dafür` and `daran`."""
    is_first = place.previous in ("an", "für") or place.near(FIRST_PERSONS | ME)
    return Said(1 + is_first, thing=place.previous in ("ohne", "um", "über", "gegen", "durch"), feminine=True)


def _is_verb_second(place: Place) -> bool:
    """`und sie teilen mir mit`, `sie haben`: nothing but a joint stands before."""
    joint = not place.before or (place.previous in JOIN | {"denn"} and not _has_other_subject(place.before[-3:]))
    return joint and is_plural_verb(place.behind[0])


def _goes_on(place: Place) -> Said:
    """Things go on as `sie` as well as people do: `die Drucker sind bestellt, sie kommen morgen`."""
    return _as_subject(place, 1)._replace(thing=True)


def _tells_before(place: Place) -> bool:
    """`ich hoffe sie haben …`, without the comma."""
    return bool({word.low for word in (place.before or place.clause_before)[-3:]} & TELLING)


def _opens_with_verb(place: Place) -> bool:
    """`Melden sie sich`: a verb with a capital letter, because a sentence begins with it."""
    before = place.before
    return len(before) == 1 and place.at == 1 and is_plural_verb(before[0])


def _said_behind_verb(place: Place) -> Said | None:
    verb = place.before[-1]
    front = [word for word in place.before[:-1] if word.low not in LEADING]
    if _has_other_subject(front):
        return _as_object(place)
    if _is_plural_subject(front) and verb.low not in SEEN | PLURAL_MODALS:
        return _as_object(place)
    if front and place.is_question and front[0].low in ASKS:
        return _as_request(place)
    if front and verb.low in PLURAL_MODALS:
        return _as_subject(place, 2)
    if front:
        where = place.near(WHERE) and verb.low in SEEN
        advised = not ADVICE.isdisjoint(word.low for word in front)
        return _as_subject(place, 3 if where else 1 + advised)
    joins = bool(place.before[:-1]) and place.before[-2].low in JOIN
    if joins and not _is_request(place, within=False):
        if _has_other_subject(place.words[: place.at]):
            return _as_object(place)
        if not _follows_request(place):
            return _as_subject(place, 0)
    return _as_request(place)


def _as_request(place: Place) -> Said:
    """The verb comes first: a request, a question or a condition."""
    verb = place.before[-1].low
    if _is_request(place) or (verb == "haben" and place.next in ("vielen", "herzlichen", "besten", "dank")):
        return Said(SURE, thing=False)
    thing = any(THINGS_DO.fullmatch(word.low) for word in (*place.before, *place.behind))
    if place.is_question:
        points = 2 if verb in ("haben", "sind", "werden", "wurden", "waren") else 3
        return Said(points + (place.near(ME) or place.near(MATTERS)), thing=thing)
    if _is_subordinate(place.clause_before):
        return Said(2 + place.near(ME) + place.near(MATTERS), thing=thing)
    if verb in ("sollten", "möchten", "benötigen", "wünschen", "brauchen", "hätten"):
        return Said(3, thing=thing)
    if verb in PLURAL_MODALS:
        return Said(1 + place.near(ME) + place.near(MATTERS), thing=thing)
    return Said(3, thing=False)


def _is_subordinate(clause: Sequence[Word]) -> bool:
    """`Wenn Kinder dabei sind, brauchen sie …`: the verb does not come first after all."""
    return bool(clause) and clause[0].low in OPENERS - ARTICLES


def _is_request(place: Place, *, within: bool = True) -> bool:
    """`Bitte` before the verb or behind the pronoun."""
    leading = [word.low for word in place.before[:-1]]
    if POLITE & set(leading):
        return True
    behind = [word.low for word in place.behind[:4]]
    return within and bool(POLITE & set(behind)) and place.before[-1].low not in FIRST_PERSONS


def _follows_request(place: Place) -> bool:
    """`Bitte prüfen Sie die Daten und geben sie mir Bescheid`."""
    earlier = place.words[: place.at][:-1]
    return any(
        one.low in POLITE or (is_plural_verb(one) and other.low == "sie" and other.start < place.word.start)
        for one, other in zip(earlier, (*earlier[1:], place.word), strict=True)
    )


def _said_in_subordinate(place: Place) -> Said | None:
    """The verb comes last: its number tells whether she, they or neither is the subject."""
    between = place.before[1:]
    if _has_other_subject(between) or place.opener == "wer" or _is_plural_subject(between):
        return _as_object(place)
    verb = _last_verb(place.behind)
    if verb is None:
        return _as_subject(place, 0) if not place.behind else None
    if _has_late_subject(place.behind):
        return _as_object(place)
    if is_singular_verb(verb) and not is_plural_verb(verb):
        return None
    return _as_subject(place, 1)


def _has_late_subject(behind: Sequence[Word]) -> bool:
    """`wenn sie jemand fragt`: a subject behind its object."""
    return any(word.low in ("jemand", "niemand", "keiner", "jeder") for word in behind)


def _last_verb(behind: Sequence[Word]) -> Word | None:
    """The finite verb of a subordinate clause."""
    if behind and is_plural_verb(behind[0]) and not (len(behind) > 1 and _ends(behind[1])):
        return behind[0]
    joint = (at for at, word in enumerate(behind) if at and word.low in JOIN and _ends(behind[at - 1]))
    verbs = [word for word in behind[: next(joint, len(behind))] if _ends(word)]
    return verbs[-1] if verbs else None


def _ends(word: Word) -> bool:
    return not word.is_capital and (is_plural_verb(word) or is_singular_verb(word))


def _as_subject(place: Place, points: int) -> Said:
    opener = place.opener
    points += place.near(ME) + place.near(MATTERS) + place.near(WILL)
    points += opener in CONDITIONS
    points -= opener in CAUSES
    if opener and SAYING & {word.low for word in place.clause_before} and not _has_first_person_before(place):
        points -= 1  # "Ihr Kollege sagt, dass sie …"
    if opener == "wie" and any(AS_YOU.fullmatch(word.low) for word in place.behind):
        points += 2
    elif (opener in ("die", "das", "den") and any(ASKED_FOR.fullmatch(word.low) for word in place.behind)) or (
        opener and any(THANKS.fullmatch(word.low) for word in place.clause_before)
    ):
        points += 1
    does = place.behind if opener else (*place.before, *place.behind)
    return Said(points, thing=any(THINGS_DO.fullmatch(word.low) for word in does))


def _as_object(place: Place) -> Said | None:
    """`ich möchte sie bitten`: said to the reader, if it is what one does to people one writes to."""
    if not place.near(FIRST_PERSONS | ME) and not _has_first_person_before(place):
        return None
    near = [word.low for word in place.before[-2:]]
    if {"bitte", "ersuche", "fordere"} & set(near) and (place.near(FIRST_PERSONS) or "und" in near):
        return Said(SURE + 2, thing=False, feminine=True)
    verbs = {word.low for word in (*place.before, *place.behind) if not word.is_capital} & ADDRESSING_VERBS
    if not verbs:
        return None
    return Said(3 if verbs & ASKING_VERBS else 2, thing=verbs <= THINGS_TOO, feminine=True)


def _said_by_ihnen(place: Place) -> Said | None:
    before = place.before
    if place.previous == "von" and len(before) > 1 and QUANTITY.fullmatch(before[-2].low):
        return None  # "fünf von ihnen"
    if any(word.text == "Sie" for word in before):
        return None  # "klingeln Sie bei ihnen": for oneself it would be "sich"
    among = place.previous in ("mit", "unter", "zwischen", "in", "aus")
    return Said(_points_of_ihnen(place), thing=among and not place.near(FIRST_PERSONS | ME))


def _points_of_ihnen(place: Place) -> int:
    words = (*place.before, *place.behind)
    if place.near(STAND) and place.near(_DISPOSAL):
        return SURE
    if place.opener in CONDITIONS | {"ob"} and place.near(SUITS):
        return SURE
    first = place.near(FIRST_PERSONS | ME)
    giving = any(word.low in GIVING_VERBS for word in words)
    if place.is_question and any(word.low in ("geht", "ginge", "passt", "gefällt", "gehts") for word in place.before):
        return 3
    if giving and (first or _opens_with_first_person(place)):
        return 3
    if any(THANKS.fullmatch(word.low) for word in words) or first:
        return 3 if giving else 2
    return 1 if place.opener in CAUSES or place.opener in ("der", "die", "das") else 2


def _opens_with_first_person(place: Place) -> bool:
    """`Sende ihnen …`, `anbei schicke ich`: the subject may be missing."""
    return bool(place.before) and place.before[0].low in GIVING_VERBS


def owns_readers_thing(text: str, span: Span) -> bool:
    """Whether a noun follows that one has who is written to: `Ihre Freigabe`."""
    words = words_of(text, Span(span.start, min(len(text), span.end + _AHEAD)))
    noun = _owned(Place(words, 0)) if words else None
    return noun is not None and READERS_THINGS.fullmatch(noun.low) is not None


def _said_by_possessive(place: Place) -> Said | None:
    noun = _owned(place)
    if noun is None:
        return None
    is_readers = READERS_THINGS.fullmatch(noun.low) is not None
    is_capital = _has_capital_reader(place)
    points = 1 + place.near(FIRST_PERSONS | ME) + 2 * is_readers + 2 * is_capital
    if _is_formula(place):
        points += 1 + is_readers
    owned = _owner_acts(place) if is_readers or is_capital else _owner_may_precede(place)
    return Said(points, thing=owned, feminine=True)


def _owned(place: Place) -> Word | None:
    """The noun behind `ihr`, perhaps behind adjectives; None where `ihr` is no possessive."""
    if place.next in _NO_OWNER:
        return None
    for at, word in enumerate(place.behind[:_FAR]):
        if word.is_capital:
            return word
        # "ihr Blumen schicken" has no adjective, "ihr sehr nettes und günstiges Angebot" has two.
        if not (at and word.low == "und") and not _is_adjective(word):
            return None
    return None


def _is_adjective(word: Word) -> bool:
    return word.low not in NO_ADJECTIVES and word.low.endswith(_ADJECTIVE_ENDINGS)


def _owner_may_precede(place: Place) -> bool:
    """`die Anlage mit ihren Teilen`, `die Marke und ihre Kunden`, `Die Straße hat ihren Namen von …`."""
    if place.before and place.before[-1].is_capital and len(place.before) <= _SHORT:
        return False  # "Die Werte ihrer Probe …"
    return place.previous in ("mit", "und", "samt", "sowie") or not place.near(FIRST_PERSONS | ME)


def _owner_acts(place: Place) -> bool:
    """`unsere Auszubildende schreibt ihre Prüfung`: the owner is the subject before the verb."""
    before = place.before
    if place.near(FIRST_PERSONS | ME) or not before or before[0].low not in PLURAL_SUBJECT_ARTICLES | ARTICLES:
        return False
    verbs = [
        at for at, word in enumerate(before) if not word.is_capital and (is_singular_verb(word) or is_plural_verb(word))
    ]
    return bool(verbs) and any(word.is_capital for word in before[: verbs[0]]) and not _has_capital_reader(place)


def _is_formula(place: Place) -> bool:
    """`Vielen Dank für ihre …`, `ich freue mich auf ihr …`."""
    words = [word.low for word in place.before]
    if not words or words[-1] not in FORMULA_PREPOSITIONS:
        return False
    return any(FORMULA.fullmatch(word) for word in words)


def _has_capital_reader(place: Place) -> bool:
    """The reader is named in the same clause, with a capital letter: `Sollten Sie auf ihren Forderungen …`."""
    before = place.before
    for at, word in enumerate(before):
        if word.text not in ("Sie", "Ihnen"):
            continue
        behind = (*before[at + 1 :], place.word)
        if at or word.clause or place.near(ME) or word.text == "Ihnen":
            return not is_singular_verb(behind[0])
    return False


def _has_other_subject(words: Sequence[Word]) -> bool:
    return any(word.low in OTHER_SUBJECTS for word in words)


def _has_first_person_before(place: Place) -> bool:
    return any(word.low in FIRST_PERSONS for word in place.clause_before)


def _is_plural_subject(words: Sequence[Word]) -> bool:
    """`die Kollegen`, at the beginning of a clause and without a preposition."""
    return len(words) > 1 and words[0].low in PLURAL_SUBJECT_ARTICLES and any(word.is_capital for word in words[1:])
