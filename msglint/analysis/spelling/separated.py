"""German verbs that somebody has written in two words: `zurück schicken`, `nach zu denken`, `durcheinander bringt`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msglint.analysis.spelling.slips import Kind, Slip
from msglint.analysis.spelling.speller import Speller
from msglint.message.patterns import lazy
from msglint.message.proofreading import Word
from msglint.message.sentences import begins_sentence
from msglint.report import Span

_ALWAYS_JOINED: Final = frozenset(
    "zurück durcheinander auseinander heraus herein herunter herauf herüber herbei hervor hinaus hinein hinunter "
    "hinauf hinüber vorüber vorbei voran voraus zurecht raus rauf runter rüber".split()
)
"""What stands before a verb and is one word with it, whatever is meant; not `wieder`, `weiter`, `zusammen`, `fest`."""
_JOINED_WITH_ZU: Final = _ALWAYS_JOINED | frozenset("ab an auf aus bei ein nach vor durch teil".split())
"""Before `zu` and an infinitive also these can be nothing else: `nach zu denken`; not `um zu denken`."""
_JOINED_WITH_PARTICIPLE: Final = frozenset("ab an aus bei durch".split())
"""Right before a participle that ends the clause or has its auxiliary behind it: `durch genommen haben`.

Not `nach`, which often stands behind what it belongs to: `der Größe nach geordnet`.
"""
_ENDS_STRETCH: Final[Mapping[str, frozenset[str]]] = {
    "an": frozenset("von vom ab".split()),
    "aus": frozenset("von vom".split()),
    "ab": frozenset("von vom".split()),
    "durch": frozenset("ganze ganzen".split()),
}
"""Anywhere before it in its sentence these make something else of it: `vom Tag an`, `die ganze Nacht durch`."""
_PAIRED: Final = frozenset("und oder an auf zu".split())
"""Right before it: `an und aus`, `auf aus gestellt`."""
_ONLY_WITH: Final[Mapping[str, frozenset[str]]] = {
    "näher": frozenset("bringen bringt bringe gebracht".split()),
    "zusammen": frozenset("fassen stellen gefasst".split()),
    "teil": frozenset("nehmen nimmt nehme genommen".split()),
    "mit": frozenset({"teilen"}),
}
"""Others are joined with certain verbs only: `näherbringen`, but `näher kommen`."""
_ONLY_WITH_ZU: Final = frozenset({"zusammen", "mit"})
_LIVE_APART: Final = frozenset(
    "sein ist sind bin bist war waren wäre wären gewesen is haben habe hast hat habt hatte hatten hätte hätten gehabt "
    "werden werde wirst wird wurde wurden würde würden worden".split()
)
_MODALS: Final = frozenset(
    "kann kannst können könnte könnten konnte muss musst müssen musste will willst wollen wollte darf dürfen durfte "
    "möchte möchten soll sollen sollte".split()
)
_AFTER_INFINITIVES: Final = _MODALS | frozenset("werden werde wird würde würden lassen".split())
_CONJUNCTIONS: Final = frozenset({"und", "oder", "aber"})
_CIRCLED: Final[Mapping[str, frozenset[str]]] = {
    "heraus": frozenset("aus von".split()),
    "hinaus": frozenset("über darüber zum zur aus".split()),
    "hinein": frozenset("bis in tief".split()),
    "herunter": frozenset("von vom".split()),
    "vorbei": frozenset("an am daran".split()),
    "aus": frozenset("von vom".split()),
    "an": frozenset("von vom".split()),
    "ab": frozenset("von vom".split()),
    "auf": frozenset("von vom".split()),
    "voraus": frozenset({"im"}),
    "zurück": frozenset({"hin"}),
}
"""Behind these it closes a phrase: `über das Ziel hinaus`, `von hier aus zu sehen`."""
_FIRST_OF_TWO: Final = frozenset("hin nach ab auf ein vor".split())
"""`hin und zurück`, `nach und nach`."""
_DATIVES: Final = frozenset(
    "der dem den meiner deiner seiner ihrer Ihrer unserer ihrem Ihrem seinem meinem deinem unserem allem".split()
)
"""`der Größe nach zu sortieren`."""
_FAR, _FARTHEST = 5, 15
"""So many words back."""
_JOURNEY: Final = lazy(
    r"(?:Weg|Reise|Fahrt|Flug|Schritt|Blick|Zug|Bus)(?:e|es|s)?$|(?:weg|reise|fahrt|flug)(?:e|es|s)?$"
)
_PARTICIPLE: Final = lazy(r"ge[a-zäöüß]{3,}(?:t|en)")
_ENDS_CLAUSE: Final = lazy(r"\s*(?:[,.;:!?)]|\Z|\n\s*\n)")
_CLAUSE_MARK: Final = lazy(r"[,;:()–]")
_PLAIN_GAPS: Final = frozenset({" ", "\n", "\u00a0"})


class Separated:
    """Looks for verbs in two words.

    Args:
        text: of the message.
        words: of its prose.
        speller: of German.
    """

    def __init__(self, text: str, words: Sequence[Word], speller: Speller) -> None:
        self._text = text
        self._words = words
        self._speller = speller

    def slips(self) -> Iterator[Slip]:
        """All of them, in the order of the text."""
        for at, first in enumerate(self._words):
            if first.text in _JOINED_WITH_ZU or first.text in _ONLY_WITH:
                slip = self._with_zu(at) or self._as_one(at)
                if slip is not None:
                    yield slip

    def _with_zu(self, at: int) -> Slip | None:
        """`nach zu denken`."""
        first, verb = self._words[at].text, self._word(at + 2)
        if self._word(at + 1) != "zu" or not self._is_near(at, at + 2):
            return None
        if self._closes_phrase(at) or self._belongs_before(at):
            return None
        if not verb.islower() or not verb.endswith("n") or not self._goes_with(first, verb):
            return None
        return self._slip(at, at + 2, f"{first}zu{verb}")

    def _as_one(self, at: int) -> Slip | None:
        """`zurück geschickt`, `wenn ich zurück will,`."""
        first, verb = self._words[at].text, self._word(at + 1)
        is_candidate = first in _ALWAYS_JOINED or (first in _ONLY_WITH and first not in _ONLY_WITH_ZU)
        is_candidate = is_candidate or (first in _JOINED_WITH_PARTICIPLE and self._is_participle(at + 1))
        if not is_candidate or not verb.islower() or not self._is_near(at, at + 1) or self._closes_phrase(at):
            return None
        if not self._goes_with(first, verb) or not self._is_form(at + 1, verb):
            return None
        return self._slip(at, at + 1, first + verb)

    def _is_participle(self, at: int) -> bool:
        """Whether it is one for sure: it ends the clause, or its auxiliary follows."""
        if not _PARTICIPLE.fullmatch(self._word(at)):
            return False
        ends = _ENDS_CLAUSE.match(self._text, self._words[at].span.end) is not None
        return (ends or self._word(at + 1) in _LIVE_APART) and not self._ends_stretch(at - 1)

    def _ends_stretch(self, at: int) -> bool:
        """`von der Abnahme an`, `an und aus`, `die ganze Nacht durch`."""
        if self._word(at - 1) in _PAIRED:
            return True
        openers = _ENDS_STRETCH.get(self._words[at].text, frozenset())
        for before in reversed(self._words[max(0, at - _FARTHEST) : at]):
            if before.text.lower() in openers:
                return True
            if begins_sentence(self._text, before.span.start):
                return False
        return False

    def _is_form(self, at: int, verb: str) -> bool:
        """Whether it stands as a verb does behind its first part, and does not begin what comes: zurück fahren wir."""
        if _PARTICIPLE.fullmatch(verb) or _ENDS_CLAUSE.match(self._text, self._words[at].span.end):
            return True
        if not self._is_near(at, at + 1):
            return False
        after = self._word(at + 1)
        return after in _CONJUNCTIONS or (verb.endswith("n") and after in _AFTER_INFINITIVES)

    def _goes_with(self, first: str, verb: str) -> bool:
        """Whether the dictionary has the two as one verb."""
        if verb in _LIVE_APART:
            return False
        if first in _ONLY_WITH:
            return verb in _ONLY_WITH[first]
        if verb in _MODALS:
            return first == "zurück"
        return self._is_verb_with(first, verb)

    def _closes_phrase(self, at: int) -> bool:
        """`von hier aus`, `auf dem Weg zurück`, `hin und zurück`, `der Größe nach`."""
        first, before = self._words[at].text, self._word(at - 1)
        if not before or _JOURNEY.search(before):
            return True
        if before in ("und", "oder", "noch") and self._word(at - 2) in _FIRST_OF_TWO:
            return True
        if first == "nach" and before[0].isupper() and _DATIVES.intersection(map(self._word, range(at - 4, at))):
            return True
        near = (word.text.lower() for word in self._words[max(0, at - _FAR) : at])
        return any(word in _CIRCLED.get(first, ()) for word in near)

    def _belongs_before(self, at: int) -> bool:
        """`ich fange morgen an zu lesen`, `er schlug vor zu gehen`: it goes with a verb before it in its clause."""
        first, follows = self._words[at].text, self._words[at].span.start
        if first in _ALWAYS_JOINED:
            return False
        for before in reversed(self._words[max(0, at - _FARTHEST) : at]):
            if _CLAUSE_MARK.search(self._text, before.span.end, follows):
                return False
            begins = begins_sentence(self._text, before.span.start)
            is_free = before.text.lower() in _LIVE_APART and first != "vor"
            if (begins or before.text.islower()) and not is_free and self._is_verb_with(first, before.text):
                return True
            if begins:
                return False
            follows = before.span.start
        return False

    def _is_verb_with(self, first: str, verb: str) -> bool:
        low = verb.lower()
        return self._speller.knows(low) and any(stem.startswith(first) for stem in self._speller.stems(first + low))

    def _word(self, at: int) -> str:
        return self._words[at].text if 0 <= at < len(self._words) else ""

    def _is_near(self, first: int, last: int) -> bool:
        """Whether nothing but blanks stands between the words."""
        if last >= len(self._words):
            return False
        places = range(first, last)
        return all(
            self._text[self._words[at].span.end : self._words[at + 1].span.start] in _PLAIN_GAPS for at in places
        )

    def _slip(self, first: int, last: int, whole: str) -> Slip:
        span = Span(self._words[first].span.start, self._words[last].span.end)
        return Slip(span, " ".join(span.of(self._text).split()), Kind.JOINED, (whole,))
