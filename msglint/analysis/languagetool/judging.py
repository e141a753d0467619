"""Which of LanguageTool's findings are worth telling: what reading its output on real mail has shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from msglint.analysis.languagetool.answer import Match
from msglint.analysis.languagetool.kinds import Kind, is_emphasis
from msglint.analysis.languagetool.sent_text import SentText
from msglint.message.patterns import lazy

DOUBTFUL: Final = frozenset({"DE_CASE", "DE_SUBJECT_VERB_AGREEMENT", "EMAIL", "START_UP"})
"""LanguageTool's rules that are right often enough to be asked about, and wrong too often to be believed."""

_VOCABULARY: Final = ("EN_US_SIMPLE_REPLACE", "EN_GB_SIMPLE_REPLACE")
"""Lorry or truck: which English a writer writes is a choice. The ids of these rules end in the word."""
_NEEDS_SUBJECT: Final = "DE_VERBAGREEMENT"
_TWO_GENDERS: Final = frozenset({"PDF", "PDFs", "Blog", "Laptop", "Link", "Packen"})
"""Nouns of which both genders are right, or which LanguageTool takes for another word."""
_PLURALS: Final = frozenset("sind waren haben hatten werden wurden können müssen sollen dürfen wollen".split())
_SUBJECTS: Final = frozenset("ich du er sie es wir ihr man das dies i you he she it we they".split())
_FORMS_OF_TWO_RIGHTS: Final = ("kennen zu lernen", "kennen gelernt")
_BEGINS: Final = lazy(r"(?:^|[.!?…:;)(\]\[\"“”„»«*_^☺]|[-–—]|[:;=8][-o']?[)(DPp\]*/\\|3])[\s*_]*$")
_NEXT_WORD: Final = lazy(r"[\s\"'“„‘’(]*([^\W_]+)")
_NEAR: Final = 40
_SPELLED_OUT: Final = 3

Judge = Callable[[Match, SentText], bool]


def is_worth_telling(kind: Kind, match: Match, sent: SentText, language: str) -> bool:
    """Whether a writer should hear of it before sending.

    Args:
        kind: what sort of slip it is.
        match: what LanguageTool says.
        sent: the text it was found in.
        language: `de` or `en`.
    """
    if match.rule_id.startswith(_VOCABULARY):
        return False
    if match.category == "COMPOUNDING" and kind is Kind.SENTENCE:
        return False  # "Nachhilfe ca. 2 Stunden" is no Nachhilfestunde
    if kind is Kind.COMMA and language == "en":
        return False  # in English nearly every one of them is a matter of style guides
    if not match.replacements and (kind not in _WITHOUT_REPLACEMENT or match.rule_id == _NEEDS_SUBJECT):
        return False
    judge = _JUDGES.get(kind)
    return judge is None or judge(match, sent)


_WITHOUT_REPLACEMENT: Final = frozenset({Kind.MISSPELLED, Kind.SENTENCE, Kind.AGREEMENT, Kind.CONFUSED, Kind.REPEATED})


def _case(match: Match, sent: SentText) -> bool:
    written, better = _written(match, sent), match.replacements[0]
    if better.isupper() and len(better) > 1:
        return False  # fyi, asap: nobody takes them for a slip
    if not (written[:1].isupper() and better[:1].islower()):
        return True
    if _BEGINS.search(sent.text[max(0, match.start - _NEAR) : match.start]):
        return False
    # In den Sozialen Medien, der Reinen Rechtslehre: it may be a name.
    following = _next_word(match, sent)
    return not following[:1].isupper()


def _compound(match: Match, sent: SentText) -> bool:
    written = " ".join(_written(match, sent).lower().split())
    return not written.startswith(_FORMS_OF_TWO_RIGHTS)


def _agreement(match: Match, sent: SentText) -> bool:
    written = _written(match, sent).split()
    if written[-1] in _TWO_GENDERS or _is_beside_stand_in(match, sent):
        return False
    following = _next_word(match, sent)
    if match.rule_id == "DE_SUBJECT_VERB_AGREEMENT":
        # "Zwei Wochenenden war ich dort": the subject comes behind. "Anna und Tom, die eine Gruppe sind": it is longer.
        return following.lower() not in _SUBJECTS and match.replacements[0].lower() in _PLURALS
    if match.rule_id == "EN_A_VS_AN":
        return len(following) > _SPELLED_OUT  # an fyi
    return True


def _sentence(match: Match, sent: SentText) -> bool:
    return not _is_beside_stand_in(match, sent)


def _comma(match: Match, sent: SentText) -> bool:
    # "Vielen Dank, liebe Anna": whom one calls is set off by a comma.
    return not (match.rule_id == "FEHLERHAFTES_KOMMA_ALLG" and "lieb" in _written(match, sent).lower())


def _repeated(match: Match, sent: SentText) -> bool:
    return not is_emphasis(_written(match, sent))


_JUDGES: Final[Mapping[Kind, Judge]] = {
    Kind.CASE: _case,
    Kind.COMPOUND: _compound,
    Kind.AGREEMENT: _agreement,
    Kind.SENTENCE: _sentence,
    Kind.CONFUSED: _sentence,
    Kind.COMMA: _comma,
    Kind.REPEATED: _repeated,
}


def _written(match: Match, sent: SentText) -> str:
    return sent.text[match.start : match.end]


def _next_word(match: Match, sent: SentText) -> str:
    found = _NEXT_WORD.match(sent.text, match.end)
    return found[1] if found is not None else ""


def _is_beside_stand_in(match: Match, sent: SentText) -> bool:
    """Whether the neighbouring word is one of ours: it may have another gender, or begin with another sound."""
    before = len(sent.text[: match.start].rstrip(" \"'“„‘’("))
    after = len(sent.text) - len(sent.text[match.end :].lstrip(" \"'“„‘’("))
    return sent.has_stand_in(before - 1, before) or sent.has_stand_in(after, after + 1)
