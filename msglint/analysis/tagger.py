"""Tokens, sentences and the part-of-speech tagger behind them."""

from __future__ import annotations

import gc
import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Protocol

if TYPE_CHECKING:
    from msglint.analysis.documents import Pipeline

MODEL_FILES: Final[Mapping[str, str]] = {"de": "morphmodel_ger.pgz", "en": "morphmodel_en.pgz"}

_ABBREVIATIONS: Final = (
    "abb abs abt adr allg anm ansch aug bd bspw bzgl bzw ca chr corp dept dez dipl dr ehem einschl "
    "etc evtl ext exkl feb ff fig fr gem geb gegr geschl ges ggf ggfs gmbh hr hrn inc incl inkl ing insb "
    "insbes jr kap kd ko ltd mag mio mr mrd mrs ms mtl mwst nachm nov nr okt orig pp prof ref "
    "resp rd sept st std stk str tel tsd usw verh vgl vorm vs vol wg zzgl zzt"
)
_TOKEN: Final = re.compile(
    r"""
    (?P<url>(?:https?://|www\.)[^\s<>"]*[^\s<>".,;:!?)\]'’])
    |(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)*)
    |(?P<smiley>[:;=][-^']?[)(DPp/|\\*](?!\w)|<3|\^\^)
    |(?P<abbr>\b(?:[^\W\d_]\.\s?)+[^\W\d_]\.|\b(?:ABBREVIATIONS)\.)
    |(?P<number>\d+(?:[.,:/-]\d+)*\.(?=\s+[^\W\d_])|\d+(?:[.,:/-]\d+)*(?!\w))
    |(?P<word>[\w&]+(?:[-.@/]\w+)*(?:['’´`]\w+)*|['’´`](?:s|m|re|ve|ll|d|t|ne|n)\b)
    |(?P<mark>\.{2,}|…+|[!?]+|-{2,}|[-.,;:()\[\]{}"'„“”‚‘’«»›‹/–—*•<>|=+_#~%&@^`´\\])
    |(?P<symbol>[€$£§°©®™²³½]|[^\s\w])
    """.replace("ABBREVIATIONS", "|".join(_ABBREVIATIONS.split())),
    re.VERBOSE | re.IGNORECASE,
)
_CLITICS: Final[Mapping[str, re.Pattern[str]]] = {
    "en": re.compile(r"(?<=\w)(?:n['’´`]t|['’´`](?:s|m|re|ve|ll|d))$", re.IGNORECASE),
    "de": re.compile(r"(?<=\w)['’´`](?:s|n|ne|nen|m)$", re.IGNORECASE),
}
_APOSTROPHES: Final = str.maketrans("’´`", "'''")
_SENTENCE_END: Final = re.compile(r"[.!?…]+")
_TITLE_SHARE: Final = 0.7
_LONGEST_WORD: Final = 45


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a text.

    `start` and `end` are code-point offsets into the text the token was read from; `tag` is the tag of the
    language's tag set (STTS as HanTa writes it for German, CLAWS C5 for English), `""` before tagging.
    """

    text: str
    start: int
    end: int
    tag: str = ""
    lemma: str = ""

    @property
    def lower(self) -> str:
        """The text in lower case with straight apostrophes, for look-ups."""
        return self.text.translate(_APOSTROPHES).lower()

    @property
    def is_word(self) -> bool:
        """Whether the token holds a letter or a digit."""
        return any(char.isalnum() for char in self.text)


class Tagger(Protocol):
    """Whatever gives a text's tokens with their tags."""

    def tag(self, text: str) -> tuple[Token, ...]:
        """Return the tagged tokens of `text` in order."""


class DocTagger(Tagger, Protocol):
    """A tagger that spaCy documents can be made with as well."""

    def pipeline(self) -> Pipeline:
        """What fills in spaCy documents; imports spaCy."""


def tokenise(text: str, language: str) -> tuple[Token, ...]:
    """Split `text` into tokens without tags; `language` ("de" or "en") decides which clitics are cut off."""
    return tuple(token for match in _TOKEN.finditer(text) for token in _split_clitic(match, language))


def _split_clitic(match: re.Match[str], language: str) -> Iterator[Token]:
    word, start, end = match.group(), match.start(), match.end()
    clitic = _CLITICS[language].search(word) if match.lastgroup == "word" else None
    if clitic is None:
        yield Token(word, start, end)
        return
    cut = start + clitic.start()
    yield Token(word[: clitic.start()], start, cut)
    yield Token(word[clitic.start() :], cut, end)


def split_sentences(text: str, tokens: Sequence[Token]) -> tuple[tuple[Token, ...], ...]:
    """Group the `tokens` of `text` into sentences, each ended by `.`, `!`, `?`, a line break or an emoji."""
    sentences: list[tuple[Token, ...]] = []
    current: list[Token] = []
    for position, token in enumerate(tokens):
        if current and "\n" in text[tokens[position - 1].end : token.start]:
            sentences.append(tuple(current))
            current = []
        current.append(token)
        if _SENTENCE_END.fullmatch(token.text) or _is_emoji(token.text):
            sentences.append(tuple(current))
            current = []
    if current:
        sentences.append(tuple(current))
    return tuple(sentences)


def _is_emoji(text: str) -> bool:
    return ord(text[0]) >= 0x2600 or bool(re.fullmatch(r"[:;=][-^']?[)(DPp/|\\*]|<3|\^\^", text))


class HantaTagger:
    """The Hanover Tagger for one language; module and model are loaded at the first text, once per instance.

    An instance may be shared between threads: only loading takes the lock, tagging keeps no state.
    """

    def __init__(self, language: str) -> None:
        """Prepare a tagger for `language` ("de" or "en") without loading anything."""
        self._language = language
        self._model_file = MODEL_FILES[language]
        self._lock = threading.Lock()
        self._model: Any = None

    def tag(self, text: str) -> tuple[Token, ...]:
        """Return the tokens of `text` with tags and lemmas, tagged sentence by sentence."""
        tokens = tokenise(text, self._language)
        sentences = split_sentences(text, tokens)
        return tuple(token for sentence in sentences for token in self.tagged(sentence))

    def pipeline(self) -> Pipeline:
        """What fills in spaCy documents by this tagger; imports spaCy."""
        from msglint.analysis.hanta_component import HantaPipeline

        return HantaPipeline(self._language, self)

    def tagged(self, sentence: Sequence[Token]) -> Iterator[Token]:
        """The tokens of one sentence with tags and lemmas."""
        words = [_tagger_form(token, self._language) for token in sentence]
        tagged = self._loaded().tag_sent(words, casesensitive=_case_tells(sentence, self._language))
        for token, (_, lemma, tag) in zip(sentence, tagged, strict=True):
            yield replace(token, tag=tag, lemma=token.text if _is_opaque(token) else lemma)

    def lemma(self, token: Token) -> str:
        """The lemma of a token that somebody else has tagged, with a tag of this tagger's tag set."""
        if _is_opaque(token):
            return token.text
        lemma, _ = self._loaded().analyze(_tagger_form(token, self._language), pos=token.tag)
        return str(lemma)

    def _loaded(self) -> Any:
        with self._lock:
            if self._model is None:
                self._model = load_model(self._model_file)
            return self._model


def _is_opaque(token: Token) -> bool:
    return len(token.text) > _LONGEST_WORD or "@" in token.text or "://" in token.text


def _tagger_form(token: Token, language: str) -> str:
    # The time to guess an unknown word grows with the cube of its length.
    if _is_opaque(token):
        return "Link"
    form = token.text.translate(_APOSTROPHES)
    if language == "de" and form.lower() == "'s":
        return "es"
    return form


def _case_tells(sentence: Sequence[Token], language: str) -> bool:
    """Whether capitals carry information: not in shouted, all-lower or (English) title-case sentences."""
    words = [token.text for token in sentence if token.text[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words[1:])
    if any(word.isupper() and len(word) > 1 for word in words) and not any(word.islower() for word in words):
        return False
    if language == "de":
        return capitals > 0 or any(word[0].isupper() for word in words[:1])
    return capitals > 0 and capitals < _TITLE_SHARE * max(len(words) - 1, 1)


@cache
def load_model(file_name: str) -> Any:
    """The HanTa model in `file_name`; takes a moment, so it is kept for the process."""
    from HanTa import HanoverTagger  # type: ignore[import-untyped]

    with _collector_paused():
        return HanoverTagger.HanoverTagger(file_name)


@contextmanager
def _collector_paused() -> Iterator[None]:
    # Unpickling makes a hundred thousand live objects; the collector would scan them again and again.
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
