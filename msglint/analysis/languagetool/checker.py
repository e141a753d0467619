"""LanguageTool as rules see it: asked once for a message, within its time, and not for a while after a failure."""

from __future__ import annotations

import weakref
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING, Final, NamedTuple

from msglint.analysis.engine_settings import LanguageToolSettings
from msglint.analysis.errors import EngineError
from msglint.analysis.languagetool import failures
from msglint.analysis.languagetool.asking import Asker, Found
from msglint.analysis.languagetool.judging import DOUBTFUL, is_worth_telling
from msglint.analysis.languagetool.kinds import Kind
from msglint.analysis.languagetool.request import HasSpeller
from msglint.analysis.languagetool.sent_text import IsName, SentText, sent_text
from msglint.analysis.languagetool.transport import Deadline
from msglint.analysis.languagetool.varieties import is_dialect, languages_of, writes_small

if TYPE_CHECKING:
    from msglint.analysis.languagetool.answer import Match
    from msglint.message.model import Message
    from msglint.report import Span

PAUSE: Final = 15.0
"""Seconds without a question after a failure: of a thousand messages not every one has to wait in vain."""
_KEPT: Final = 8
_TOLD_ONCE: Final = frozenset({Kind.CASE, Kind.COMPOUND, Kind.PUNCTUATION, Kind.STYLE})
"""Who writes `Email` once, writes it so throughout the message."""


class Slip(NamedTuple):
    """One thing that LanguageTool has found in a message.

    Attributes:
        kind: the sort, named after the msglint rule that tells of it.
        span: into the message text.
        rule_id: LanguageTool's name for its own rule.
        message: LanguageTool's own words, in the language of the text.
        replacements: for `span`, best first.
        is_doubtful: this rule of LanguageTool's is often wrong.
    """

    kind: Kind
    span: Span
    rule_id: str
    message: str
    replacements: tuple[str, ...]
    is_doubtful: bool = False


@dataclass(frozen=True)
class Checked:
    """What became of one message.

    Attributes:
        slips: in the order of the text.
        error: why there is no answer, or what the user must know of the one there is.
    """

    slips: tuple[Slip, ...] = ()
    error: EngineError | None = None

    def of(self, kind: Kind) -> Iterator[Slip]:
        """The slips of one sort.

        Raises:
            EngineError: after the last, if there is something that the user must know.
        """
        yield from (slip for slip in self.slips if slip.kind is kind)
        if self.error is not None:
            raise _anew(self.error)


class LanguageToolChecker:
    """Checks messages with LanguageTool. Safe to share between threads.

    Args:
        settings: where it is, and how it is used.
        has_speller: whether something else looks after the words of a language; LanguageTool is not asked for them
            then, since it takes longer over what it proposes for one of them than over the whole letter.
    """

    def __init__(self, settings: LanguageToolSettings, has_speller: HasSpeller = lambda language: False) -> None:
        self._settings = settings
        self._has_speller = has_speller
        self._asker = Asker(settings, has_speller)
        self._lock = Lock()
        self._checked: deque[tuple[weakref.ref[Message], Checked]] = deque(maxlen=_KEPT)
        self._answers: deque[tuple[bytes, tuple[Found, ...]]] = deque(maxlen=_KEPT)
        self._failure: EngineError | None = None
        self._paused_until = 0.0

    def check(self, message: Message, is_name: IsName) -> Checked:
        """What LanguageTool has to say of a message; asked once, however many rules want to know.

        Args:
            message: the message.
            is_name: tells the names in it, which are not sent.
        """
        with self._lock:
            known = next((checked for ref, checked in self._checked if ref() is message), None)
        if known is not None:
            return known
        checked = self._check(message, is_name)
        with self._lock:
            self._checked.append((weakref.ref(message), checked))
        return checked

    def _check(self, message: Message, is_name: IsName) -> Checked:
        sent = sent_text(message, is_name)
        if not any(char.isalpha() for char in sent.text) or is_dialect(message):
            return Checked()
        spelling = not self._has_speller(message.language)
        try:
            found = self._found(sent.text, languages_of(message), spelling=spelling)
        except EngineError as error:
            return Checked(error=error)
        slips = tuple(_slips(sent, found, message.base_language))
        if writes_small(sent.text):
            slips = tuple(slip for slip in slips if slip.kind is not Kind.CASE)
        return Checked(slips, self._notice(sent))

    def _found(self, text: str, languages: tuple[str, ...], *, spelling: bool) -> tuple[Found, ...]:
        """The answer, from before where the same has been asked; only a digest of the question is kept."""
        digest = blake2b("\0".join((*languages, str(spelling), text)).encode()).digest()
        with self._lock:
            known = next((found for key, found in self._answers if key == digest), None)
            if known is not None:
                return known
            if self._failure is not None and monotonic() < self._paused_until:
                raise _anew(self._failure)
        found = self._asked(text, languages, spelling=spelling)
        with self._lock:
            self._failure = None
            self._answers.append((digest, found))
        return found

    def _asked(self, text: str, languages: tuple[str, ...], *, spelling: bool) -> tuple[Found, ...]:
        try:
            return self._asker.found(text, languages, Deadline(self._settings.time_budget), spelling=spelling)
        except EngineError as error:
            with self._lock:
                self._failure, self._paused_until = error, monotonic() + PAUSE
            raise

    def _notice(self, sent: SentText) -> EngineError | None:
        """What the user must know although all went well."""
        notices = []
        if not sent.whole:
            notices.append(failures.only_beginning())
        host = self._asker.remote_host
        if host:
            notices.append(failures.sent_to(host))
        return failures.together(notices) if notices else None


def _anew(error: EngineError) -> EngineError:
    """The same error without the traceback that grows whenever it is raised, and keeps messages in memory."""
    return EngineError(error.engine, error.de, error.en)


def _slips(sent: SentText, found: tuple[Found, ...], language: str) -> Iterator[Slip]:
    """What stands in the author's own words; what touches a stand-in is LanguageTool's view of our word."""
    told = set()
    for kind, match in found:
        span = sent.span_of(match.start, match.end)
        if span is None or not is_worth_telling(kind, match, sent, language):
            continue
        replacements = _fitted(match, sent)
        key = (match.rule_id, sent.text[match.start : match.end])
        if bool(replacements) is bool(match.replacements) and (kind not in _TOLD_ONCE or key not in told):
            told.add(key)
            yield Slip(kind, span, match.rule_id, match.message, replacements, match.rule_id in DOUBTFUL)


def _fitted(match: Match, sent: SentText) -> tuple[str, ...]:
    """The replacements, without a blank where one stands beside the place, and without nothing at all."""
    following = sent.text[match.end : match.end + 1]
    usual = (better.replace("\u00a0", " ") for better in match.replacements)
    fitted = [better.rstrip() if following == " " else better for better in usual]
    # Of "den neue Vertrag" the writer has chosen the article, and with it the case: "den neuen Vertrag".
    first = sent.text[match.start : match.end].split()[:1]
    fitted.sort(key=lambda better: " " in better and better.split()[:1] != first)
    return tuple(better for better in fitted if better.strip())
