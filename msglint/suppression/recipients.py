"""What the configuration sets and leaves out for recipients and domains: `"@example.com": {ignore: [tone]}`.

An address counts before its domain. Of a message to several, only that holds which holds for each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, TypeVar

from msglint.message.model import Message
from msglint.report import Finding
from msglint.rules import fits
from msglint.settings import ForRecipient
from msglint.suppression.source import Check
from msglint.texts import Text

T = TypeVar("T")
_REASON: Final = Text(
    de="in der Konfiguration für {recipients} ausgenommen", en="left out for {recipients} by the configuration"
)


def agreed(entries: Iterable[ForRecipient], message: Message, value: Callable[[ForRecipient], T | None]) -> T | None:
    """What is set for everybody in To alike; None if that is nothing."""
    entries = tuple(entries)
    values = {_first(_for_address(entries, address.email), value) for address in message.headers.to}
    return values.pop() if len(values) == 1 else None


class IgnoredForRecipients:
    """What is ignored where everybody in To is named by address or domain.

    What is about one recipient is ignored by what holds for that one.
    """

    def __init__(self, entries: Sequence[ForRecipient]) -> None:
        self._entries = entries

    def reasons(self, check: Check) -> Sequence[Text | None]:
        """For whom each rule is left out; None where it is not."""
        return [self._reason(finding, check.message) for finding in check.findings]

    def remarks(self, check: Check) -> Iterator[tuple[str, Text]]:
        """Nothing: what is ignored for a whole house need not come up in every message."""
        yield from ()

    def _reason(self, finding: Finding, message: Message) -> Text | None:
        addresses = (finding.recipient,) if finding.recipient else [address.email for address in message.headers.to]
        found = [self._ignoring(finding.rule, address) for address in addresses]
        if not found or None in found:
            return None
        recipients = ", ".join(dict.fromkeys(entry.recipient for entry in found if entry is not None))
        return Text(*(text.format(recipients=recipients) for text in _REASON))

    def _ignoring(self, rule: str, address: str) -> ForRecipient | None:
        entries = _for_address(self._entries, address)
        return next((entry for entry in entries if any(fits(prefix, rule) for prefix in entry.ignore)), None)


def _for_address(entries: Iterable[ForRecipient], address: str) -> list[ForRecipient]:
    """Those that mean the address, the one that names it before the one with its domain."""
    address = address.lower()
    domain = "@" + address.rpartition("@")[2] if "@" in address else None
    meaning = (entry for entry in entries if entry.recipient in (address, domain))
    return sorted(meaning, key=lambda entry: entry.recipient.startswith("@"))


def _first(entries: Iterable[ForRecipient], value: Callable[[ForRecipient], T | None]) -> T | None:
    return next((found for entry in entries if (found := value(entry)) is not None), None)
