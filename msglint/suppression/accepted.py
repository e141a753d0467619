"""Which findings are left out because the user has found right what they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msglint.message.model import Message
from msglint.report import Finding, Skipped
from msglint.settings import Accepted
from msglint.texts import Text

REASON = Text(de="für {recipients} als richtig vermerkt", en="accepted for {recipients}")


class Suppression:
    """What has been accepted, found by recipient."""

    def __init__(self, accepted: Iterable[Accepted]) -> None:
        by_recipient: defaultdict[str, list[Accepted]] = defaultdict(list)
        for entry in accepted:
            by_recipient[entry.recipient].append(entry)
        self._by_recipient: Mapping[str, Sequence[Accepted]] = dict(by_recipient)

    def covering(self, finding: Finding, message: Message) -> tuple[Accepted, ...]:
        """The entries that make the finding right; empty if it is not.

        What is about nobody in particular is right only where it is right for everybody in To.
        """
        addresses = (finding.recipient,) if finding.recipient else [address.email for address in message.headers.to]
        entries = [self._entry(finding, address.lower()) for address in addresses]
        covering = [entry for entry in entries if entry is not None]
        return tuple(dict.fromkeys(covering)) if len(covering) == len(entries) else ()

    def _entry(self, finding: Finding, address: str) -> Accepted | None:
        if "@" not in address:
            return None
        candidates = (*self._of(address), *self._of("@" + address.rpartition("@")[2]))
        return next((entry for entry in candidates if entry.covers(finding.rule, finding.excerpt)), None)

    def _of(self, recipient: str) -> Sequence[Accepted]:
        return self._by_recipient.get(recipient, ())


def skipped(finding: Finding, covering: Iterable[Accepted], ui_language: str) -> Skipped:
    """What the report says of a finding that was left out."""
    recipients = ", ".join(dict.fromkeys(entry.recipient for entry in covering))
    return Skipped(finding.rule, REASON.in_(ui_language).format(recipients=recipients))
