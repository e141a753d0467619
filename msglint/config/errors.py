"""What is wrong with a configuration, as a sentence for people."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from msglint.documents.errors import DocumentError


class ConfigError(DocumentError):
    """A configuration that cannot be used, as one sentence: file, line, key, what is wrong and what right."""


@contextmanager
def as_config_error() -> Iterator[None]:
    """Whatever is wrong with a file that is read within is wrong with the configuration."""
    try:
        yield
    except DocumentError as error:
        raise error if isinstance(error, ConfigError) else ConfigError(error.de, error.en) from None
