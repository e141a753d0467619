"""What msglint says about a draft, held against what is true of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from drafts import CLEAN, MISMATCH, MISSPELLED, Draft

from msglint import Finding, Linter, Message
from msglint.contacts.book import Contact
from msglint.settings import Settings

MISSPELLED_RULE, MISMATCH_RULE = "recipient.misspelled", "recipient.mismatch"


@dataclass(frozen=True)
class Outcome:
    """A draft and the findings about names in it."""

    draft: Draft
    findings: tuple[Finding, ...]
    text: str = field(repr=False)

    @property
    def rules(self) -> frozenset[str]:
        return frozenset(finding.rule for finding in self.findings)

    @property
    def right(self) -> bool:
        """Whether msglint says what is true: the slip found, the clean draft left alone, the stranger called one."""
        return {
            MISSPELLED: MISSPELLED_RULE in self.rules,
            CLEAN: not self.rules,
            MISMATCH: self.rules == {MISMATCH_RULE},
        }[self.draft.kind]

    @property
    def suggestion(self) -> str | None:
        """The text after the first suggestion of the misspelt name; None if there is none."""
        for finding in self.findings:
            if finding.rule == MISSPELLED_RULE and finding.suggestions:
                text, span, _ = finding.suggestions[0]
                return self.text[: span.start] + text + self.text[span.end :]
        return None

    @property
    def rightly_mended(self) -> bool:
        """Whether the first suggestion gives back exactly the name that the slip was made in."""
        return self.suggestion == self.draft.right_text


class BookOfOneDraft:
    """An address book that holds the people of the draft at hand only; whom else it knew would change the answer."""

    def __init__(self) -> None:
        self.contacts: tuple[Contact, ...] = ()

    def at(self, email: str) -> Contact | None:
        """The person at that address."""
        return next((contact for contact in self.contacts if email.lower() in contact.emails), None)

    def called(self, name: str) -> tuple[Contact, ...]:
        """The people of that name."""
        wanted = name.casefold()
        return tuple(
            contact for contact in self.contacts if wanted in (word.casefold() for word in contact.person.words)
        )


class Judge:
    """Runs msglint over drafts."""

    def __init__(self) -> None:
        self._book = BookOfOneDraft()
        self._linter = Linter(Settings(select=("recipient",)), ui_language="en", contacts=self._book)

    def judge(self, draft: Draft) -> Outcome:
        """What msglint says about the draft."""
        self._book.contacts = draft.contacts
        message: Message = draft.message()
        findings = (
            finding
            for finding in self._linter.check(message).findings
            if finding.rule in (MISSPELLED_RULE, MISMATCH_RULE)
        )
        return Outcome(draft, tuple(findings), message.text)
