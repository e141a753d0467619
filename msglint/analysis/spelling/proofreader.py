"""Proofreads one message: its prose, and the fixed words of salutation and closing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from msglint.analysis.errors import EngineError
from msglint.analysis.spelling.english import English
from msglint.analysis.spelling.frame import frame_slips, greetings_with_ss, group_slips
from msglint.analysis.spelling.german import German
from msglint.analysis.spelling.prose_reader import MOST_WORDS, ProseReader
from msglint.analysis.spelling.slips import Kind, Slip
from msglint.analysis.spelling.speller import Speller, Spellers
from msglint.analysis.spelling.word_lists import ENGINE
from msglint.message.model import Message
from msglint.message.proofreading import Prose, SubjectLine
from msglint.message.subject import is_own_subject

_LONGEST_SUBJECT: Final = 500
"""In code points; more of a subject nobody reads."""
_NOT_IN_SUBJECT: Final = frozenset({Kind.SMALL, Kind.START})
"""A subject may have more capitals than a sentence, and begin small behind a mark."""


class Proofreader:
    """Looks for misspelled words in one message.

    Args:
        message: in German or English.
        speller: of its language.
        other: gives the speller of the other language, None where there is none; asked only if a word is in doubt.
        is_name: whether a word names somebody or something around the message.
    """

    def __init__(
        self, message: Message, speller: Speller, other: Callable[[], Speller | None], is_name: Callable[[str], bool]
    ) -> None:
        spellers = Spellers(speller, other)
        self._message = message
        self._is_name = is_name
        self._grammar = English(speller) if message.base_language == "en" else German(spellers)
        self._spellers = spellers
        self._reader = ProseReader(Prose(message), spellers, self._grammar, is_name)

    def slips(self) -> Iterator[Slip]:
        """The misspelled words."""
        yield from frame_slips(self._message, self._is_word, self._is_name)
        yield from group_slips(self._message, self._spellers.main.is_full_word, self._is_name)
        yield from greetings_with_ss(self._message)
        yield from self._reader.slips()

    def subject_slips(self) -> Iterator[Slip]:
        """The misspelled words of the subject, where it is the writer's own; spans into the subject."""
        subject = (self._message.headers.subject or "")[:_LONGEST_SUBJECT]
        if not subject or not is_own_subject(subject):
            return
        line = SubjectLine(Message(text=subject, given_language=self._message.language))
        for slip in ProseReader(line, self._spellers, self._grammar, self._is_name).slips():
            if slip.sure and slip.kind not in _NOT_IN_SUBJECT:
                yield slip

    def _is_word(self, word: str) -> bool:
        return self._spellers.know(word) or self._grammar.is_word(word) or self._grammar.is_compound(word)

    def tell_if_cut(self) -> None:
        """Tell that a message was too long.

        Raises:
            EngineError: if only its beginning was read.
        """
        if self._reader.is_cut:
            raise EngineError(
                ENGINE,
                f"Nur die ersten {MOST_WORDS} Wörter wurden auf Tippfehler gelesen.",
                f"Only the first {MOST_WORDS} words were proofread.",
            )
