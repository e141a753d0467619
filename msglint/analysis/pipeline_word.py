"""What a spaCy pipeline says of one word, without spaCy."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


class PipelineWord(NamedTuple):
    """One word as a pipeline sees it; what the pipeline does not say is empty.

    Attributes:
        tag: of the pipeline's own tag set.
        pos: universal part of speech.
        morph: universal features, such as `{"VerbForm": "Fin"}`.
    """

    text: str
    tag: str = ""
    pos: str = ""
    morph: Mapping[str, str] = _NOTHING
    lemma: str = ""

    @property
    def lower(self) -> str:
        """The text in lower case with straight apostrophes, for look-ups."""
        return self.text.lower().replace("’", "'")

    def has(self, feature: str, *values: str) -> bool:
        """Whether the feature has one of the values; spaCy joins several with commas."""
        return not set(values).isdisjoint(self.morph.get(feature, "").split(","))
