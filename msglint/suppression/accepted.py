"""What the user has found right for single recipients: `msglint accept`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from msglint.message.model import Message
from msglint.report import Finding
from msglint.rules import ALL
from msglint.settings import Accepted
from msglint.suppression.source import Check
from msglint.texts import Text

_REASON: Final = Text(de="für {recipients} als richtig vermerkt", en="accepted for {recipients}")
_UNUSED: Final = Text(
    de="„{name}“ ist für {recipient} als richtig vermerkt, aber auch so nicht mehr falsch; der Vermerk kann weg",
    en="'{name}' is accepted for {recipient}, but no longer wrong without that; the entry can go",
)


class AcceptedForRecipients:
    """What has been accepted, found by recipient."""

    def __init__(self, accepted: Iterable[Accepted]) -> None:
        by_recipient: defaultdict[str, list[Accepted]] = defaultdict(list)
        for entry in accepted:
            by_recipient[entry.recipient].append(entry)
        self._by_recipient: Mapping[str, Sequence[Accepted]] = dict(by_recipient)

    def reasons(self, check: Check) -> Sequence[Text | None]:
        """For whom each finding is right; None where it is not."""
        return [self._reason(finding, check.message) for finding in check.findings]

    def remarks(self, check: Check) -> Iterator[tuple[str, Text]]:
        """The spellings that stand in the salutation and that no rule minds any more.

        Elsewhere a name may be another person's. Of an entry without a spelling it cannot be told from one message
        whether it will be needed again.
        """
        for address in check.message.headers.to:
            for entry in self._of(address.email.lower()):
                if check.has_run(entry.rule) and _is_unused(entry, check):
                    values = {"name": entry.name, "recipient": entry.recipient}
                    yield entry.rule, Text(*(text.format_map(values) for text in _UNUSED))

    def _reason(self, finding: Finding, message: Message) -> Text | None:
        """What is about nobody in particular is right only where it is right for everybody in To."""
        addresses = (finding.recipient,) if finding.recipient else [address.email for address in message.headers.to]
        entries = [self._entry(finding, address.lower()) for address in addresses]
        if not entries or None in entries:
            return None
        recipients = ", ".join(dict.fromkeys(entry.recipient for entry in entries if entry is not None))
        return Text(*(text.format(recipients=recipients) for text in _REASON))

    def _entry(self, finding: Finding, address: str) -> Accepted | None:
        if "@" not in address:
            return None
        candidates = (*self._of(address), *self._of("@" + address.rpartition("@")[2]))
        return next((entry for entry in candidates if entry.covers(finding.rule, finding.excerpt)), None)

    def _of(self, recipient: str) -> Sequence[Accepted]:
        return self._by_recipient.get(recipient, ())


def _is_unused(entry: Accepted, check: Check) -> bool:
    return bool(entry.name) and _greets_so(entry.name, check.message) and not _is_minded(entry, check.findings)


def _is_minded(entry: Accepted, findings: Iterable[Finding]) -> bool:
    """Whether any rule minds the spelling: one that is not accepted speaks for itself."""
    spelling = replace(entry, rule=ALL)
    return any(spelling.covers(finding.rule, finding.excerpt) for finding in findings)


def _greets_so(name: str, message: Message) -> bool:
    salutation = message.parts.salutation
    if salutation is None:
        return False
    written = salutation.span.of(message.text)
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", written, re.IGNORECASE) is not None
