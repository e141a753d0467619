"""The pipeline: choose the rules, run them, settle what they say, grade it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from msglint.analysis.engines import Engines
from msglint.contacts.book import NO_CONTACTS, ContactBook
from msglint.contacts.thread import Thread
from msglint.grade import PRICES, Priced, grade
from msglint.message.lines import position_of
from msglint.message.model import CUT, Channel, Message, Relationship
from msglint.profiles.choice import choose
from msglint.profiles.model import AUTO, Profiles
from msglint.profiles.plan import Plan, plan
from msglint.profiles.shipped import shipped_profiles
from msglint.report import Finding, Report, Severity, Skipped
from msglint.rules import coded_rules, fits, rank
from msglint.rules.base import Context, Hit, Need, PhraseFinder, Rule
from msglint.rulesets import Rulesets, load_rulesets
from msglint.rulesets.errors import TooSlowError
from msglint.settings import Settings
from msglint.skips import reason_text

if TYPE_CHECKING:
    from msglint.suppression import Suppression

MOST_HITS = 50
"""More findings of one rule in one message help nobody."""

HELP_URL = "https://msglint.readthedocs.io/rules/{family}/{name}/"


class Linter:
    """Checks messages. Make one and keep it: it loads each engine once, and threads may share it.

    Args:
        settings: what holds for all messages.
        ui_language: `de` or `en`, in place of what the settings say.
        contacts: the address book; by default the one in the files that the settings name.
        rulesets: the packs of rules; by default the shipped ones.

    Raises:
        msglint.config.ConfigError: if a file of contacts that the settings name cannot be read.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        ui_language: str | None = None,
        contacts: ContactBook | None = None,
        rulesets: Rulesets | None = None,
    ) -> None:
        self.settings = settings or Settings()
        self.contacts: ContactBook = _contacts(self.settings) if contacts is None else contacts
        self.ui_language = ui_language or self.settings.ui_language or "en"
        self._given_rulesets = rulesets
        self._engines = Engines()
        self._phrase_lists: dict[tuple[str, str], PhraseFinder] = {}
        self._plans: dict[str, Plan] = {}

    @classmethod
    def from_config(cls, start: Path | None = None, *, ui_language: str | None = None) -> Linter:
        """A linter with the configuration that holds in the folder `start`, the working folder by default.

        Raises:
            msglint.config.ConfigError: if a configuration file is wrong or a file of contacts cannot be read; its text
                says where and what would be right.
        """
        from msglint.config import load

        return cls(load(start=start).settings, ui_language=ui_language)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that the settings choose; a profile may leave some of them out for a message."""
        return tuple(rule for rule in (*coded_rules(), *self._rulesets.rules) if self._chosen(rule.id))

    @cached_property
    def _rulesets(self) -> Rulesets:
        return load_rulesets() if self._given_rulesets is None else self._given_rulesets

    def check(self, message: Message) -> Report:
        """What the recipient of `message` would stumble over, with a grade."""
        message = self._with_settings(message)
        reason = _reason_to_leave_alone(message)
        if reason is not None:
            return self._left_alone(message, reason)
        profile_plan = self._plan(message)
        cut_off: list[Skipped] = []
        hits = list(self._hits(message, profile_plan, cut_off))
        settled = _settled([(rule, hit, _severity(rule, hit, profile_plan)) for rule, hit in hits])
        found = [
            Priced(self._finding(message, rule, hit, severity), _price(rule, hit, severity))
            for rule, hit, severity in settled
        ]
        priced, accepted = self._without_accepted(message, found)
        reasons = [message.note] if message.note else []
        if message.base_language == "other":
            reasons.append("language")
        unread = tuple(Skipped("body", reason_text(reason, self.ui_language)) for reason in reasons)
        return Report(
            path=message.path,
            language=message.language,
            channel=message.channel.value,
            profile=profile_plan.profile,
            grade=grade(priced),
            findings=tuple(item.finding for item in priced),
            skipped=(*unread, *accepted, *cut_off),
            text=message.text,
            subject=message.headers.subject,
            profile_title=profile_plan.title.in_(self.ui_language),
        )

    @cached_property
    def _profiles(self) -> Profiles:
        return shipped_profiles()

    def _plan(self, message: Message) -> Plan:
        """What the message's profile and the settings come to: worked out once per profile."""
        name = self.settings.profile
        if name == AUTO:
            name = choose(self._profiles, message)
        if name not in self._plans:
            self._plans[name] = plan(self._profiles.named(name), self.settings, self.rules)
        return self._plans[name]

    @cached_property
    def _suppression(self) -> Suppression:
        from msglint.suppression import Suppression

        return Suppression(self.settings.accepted)

    def _without_accepted(
        self, message: Message, found: Sequence[Priced]
    ) -> tuple[Sequence[Priced], tuple[Skipped, ...]]:
        """What is left without that which the user has found right, and a word on each rule that is left out."""
        if not self.settings.accepted:
            return found, ()
        from msglint.suppression import skipped

        covered = [(item, self._suppression.covering(item.finding, message)) for item in found]
        kept = [item for item, entries in covered if not entries]
        left_out = [skipped(item.finding, entries, self.ui_language) for item, entries in covered if entries]
        return kept, tuple(dict.fromkeys(left_out))

    def _with_settings(self, message: Message) -> Message:
        changes: dict[str, object] = {}
        if self.settings.language and not message.given_language:
            changes["given_language"] = self.settings.language
        if self.settings.channel and message.channel is Channel.EMAIL:
            changes["channel"] = self.settings.channel
        if self.settings.audience and not message.audience:
            changes["audience"] = self.settings.audience
        if self.settings.relationship and not message.given_relationship:
            changes["given_relationship"] = self.settings.relationship
        elif not message.given_relationship and (known := self._relationship_known(message)):
            changes["given_relationship"] = known
        if self.settings.own_domains:
            changes["own_domains"] = self.settings.own_domains
        return message.with_(**changes) if changes else message

    def _relationship_known(self, message: Message) -> Relationship | None:
        """What the contacts say, where all recipients are among them: at least that one knows them."""
        contacts = [self.contacts.at(address.email) for address in message.headers.to if address.email]
        if not contacts or len(contacts) < len(message.headers.to) or None in contacts:
            return None
        is_stranger = any(contact and contact.relationship is Relationship.NONE for contact in contacts)
        # Who has written is no stranger any more.
        return Relationship.NONE if is_stranger and not message.is_reply else Relationship.EXISTING

    def _left_alone(self, message: Message, reason: str) -> Report:
        return Report(
            path=message.path,
            language=None,
            channel=message.channel.value,
            profile=self.settings.profile,
            grade=None,
            skipped=(Skipped("body", reason_text(reason, self.ui_language)),),
            text=message.text,
            subject=message.headers.subject,
        )

    def _hits(self, message: Message, profile_plan: Plan, cut_off: list[Skipped]) -> Iterator[tuple[Rule, Hit]]:
        thread = Thread(message, self.contacts)
        language = message.base_language
        missing = _missing(message)
        for rule in profile_plan.rules:
            if not rule.runs_on(language) or rule.needs & missing:
                continue
            context = Context(
                profile_plan.options[rule.id],
                thread,
                self._engines,
                self._phrases,
                self.ui_language,
            )
            try:
                for hit in islice(rule.check(message, context), MOST_HITS):
                    yield rule, hit
            except TooSlowError:
                cut_off.append(Skipped(rule.id, reason_text("slow", self.ui_language)))

    def _phrases(self, name: str, language: str) -> PhraseFinder:
        if (name, language) not in self._phrase_lists:
            self._phrase_lists[name, language] = self._rulesets.phrases(name, language)
        return self._phrase_lists[name, language]

    def _chosen(self, rule_id: str) -> bool:
        """The longest prefix that fits decides; of equals, `ignore` wins. Nothing selected means everything."""
        selected = max(
            (rank(prefix) for prefix in self.settings.select if fits(prefix, rule_id)),
            default=None if self.settings.select else 0,
        )
        ignored = max((rank(prefix) for prefix in self.settings.ignore if fits(prefix, rule_id)), default=-1)
        return selected is not None and selected > ignored

    def _finding(self, message: Message, rule: Rule, hit: Hit, severity: Severity) -> Finding:
        text = message.headers.subject or "" if hit.part == "subject" else message.text
        name = rule.id.partition(".")[2]
        return Finding(
            rule=rule.id,
            severity=severity,
            confidence=hit.confidence,
            part=hit.part or message.parts.part_at(hit.span.start),
            span=hit.span,
            start=position_of(text, hit.span.start),
            end=position_of(text, hit.span.end),
            excerpt=hit.span.of(text),
            message=(hit.message or rule.message).in_(self.ui_language).format_map(hit.values),
            why=(hit.why or rule.why).in_(self.ui_language).format_map(hit.values),
            help_url=HELP_URL.format(family=rule.family, name=name),
            suggestions=hit.suggestions,
            recipient=hit.recipient,
            fixable=_is_fixable(rule, hit),
        )


def _contacts(settings: Settings) -> ContactBook:
    if not settings.contacts:
        return NO_CONTACTS
    from msglint.config import ConfigError
    from msglint.contacts.address_book.index import open_contacts
    from msglint.contacts.address_book.problems import ContactsError

    try:
        return open_contacts(settings.contacts, settings.contact_columns)
    except ContactsError as error:
        raise ConfigError(error.text("de"), error.text("en")) from None


def _missing(message: Message) -> set[Need]:
    """What rules may need and this message does not have."""
    missing = set() if message.headers.known else {Need.HEADERS}
    return missing | {Need.WHOLE_TEXT} if message.note == CUT else missing


def _is_fixable(rule: Rule, hit: Hit) -> bool:
    return rule.fixable_from is not None and hit.confidence >= rule.fixable_from and bool(hit.suggestions)


def _reason_to_leave_alone(message: Message) -> str | None:
    if message.leave_alone:
        return message.leave_alone
    if message.parts.is_bare_forward:
        return "forward"
    return None


def _severity(rule: Rule, hit: Hit, profile_plan: Plan) -> Severity:
    return profile_plan.severity.get(rule.id) or hit.severity or rule.severity


def _price(rule: Rule, hit: Hit, severity: Severity) -> int:
    """What the finding costs: the hit's or the rule's own price, unless the user has changed how much it weighs."""
    if severity is not (hit.severity or rule.severity):
        return PRICES[severity]
    if hit.price is not None:
        return hit.price
    return rule.price if rule.price is not None and severity is rule.severity else PRICES[severity]


def _settled(found: Sequence[tuple[Rule, Hit, Severity]]) -> list[tuple[Rule, Hit, Severity]]:
    """What says less about a place is dropped; the rest in the order of the text, the weightier first."""
    speaking = [item for item in found if item[0].supersedes]
    kept = [item for item in found if not any(_says_more(other, item) for other in speaking)]
    return sorted(kept, key=lambda item: (item[1].part != "subject", item[1].span.start, -item[2], item[1].span.end))


def _says_more(one: tuple[Rule, Hit, Severity], other: tuple[Rule, Hit, Severity]) -> bool:
    return other[0].id in one[0].supersedes and (one[1].span.overlaps(other[1].span) or not len(other[1].span))
