"""The pipeline: choose the rules, run them, settle what they say, grade it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msglint.analysis.engines import Engines
from msglint.analysis.errors import EngineError
from msglint.contacts.book import NO_CONTACTS, ContactBook
from msglint.contacts.thread import Thread
from msglint.grade import PRICES, Priced, grade
from msglint.message.lines import position_of
from msglint.message.model import CUT, Channel, Message, Relationship
from msglint.profiles.choice import choose
from msglint.profiles.model import AUTO, Profiles
from msglint.profiles.plan import Plan, plan
from msglint.profiles.shipped import extended_profiles, shipped_profiles
from msglint.report import Finding, Report, Severity, Skipped
from msglint.rules import CODED_RULES, coded_rules
from msglint.rules.base import Context, Hit, Need, PhraseFinder, Rule
from msglint.rulesets import Rulesets, load_rulesets
from msglint.rulesets.errors import TooSlowError
from msglint.settings import Settings
from msglint.skips import reason_text

if TYPE_CHECKING:
    from msglint.documents.errors import DocumentError
    from msglint.message.template_reading import Reading
    from msglint.profiles.errors import ProfileError
    from msglint.rulesets.sharing import Extended
    from msglint.settings import ForRecipient
    from msglint.suppression.baseline import Templates
    from msglint.suppression.source import Check, Source

T = TypeVar("T")

MOST_HITS = 50
"""More findings of one rule in one message help nobody."""

HELP_URL = "https://msglint.readthedocs.io/{folder}rules/{family}/{name}/"


class Linter:
    """Checks messages. Make one and keep it: it loads each engine once, and threads may share it.

    Args:
        settings: what holds for all messages.
        ui_language: `de` or `en`, in place of what the settings say.
        contacts: the address book; by default the one in the files that the settings name.
        rulesets: the packs of rules; by default the shipped ones and those that the settings extend.

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
        self._engines = Engines(self.settings.engines)
        self._phrase_lists: dict[tuple[str, str], PhraseFinder] = {}
        self._plans: dict[str, Plan] = {}
        self._by_language: dict[tuple[str, str], tuple[Rule, ...]] = {}

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
        extended = self._extended.coded if self._extended is not None else ()
        everything = (*coded_rules(), *self._rulesets.rules, *extended)
        return tuple(rule for rule in everything if self.settings.chooses(rule.id))

    @property
    def problems(self) -> tuple[DocumentError, ...]:
        """What is wrong with packs, packages, profiles and templates left out because of it; the others work."""
        packs = self._rulesets.problems if self._extended is None else self._extended.problems
        templates = self._templates.problems if self.settings.baseline else ()
        return (*packs, *self._profiles_and_problems[1], *templates)

    @cached_property
    def _rulesets(self) -> Rulesets:
        if self._extended is not None:
            return self._extended.rulesets
        return load_rulesets() if self._given_rulesets is None else self._given_rulesets

    @cached_property
    def _extended(self) -> Extended | None:
        """What the settings extend; None where that is nothing."""
        if not self.settings.extends:
            return None
        from msglint.rulesets.sharing import load_extended

        return load_extended(self.settings.extends, rulesets=self._given_rulesets)

    def check(self, message: Message) -> Report:
        """What the recipient of `message` would stumble over, with a grade."""
        if message.template:
            return self._check_template(message)
        message = self._with_settings(message)
        reason = _reason_to_leave_alone(message)
        if reason is not None:
            return self._left_alone(message, reason)
        profile_plan = self._plan(message)
        cut_off: list[Skipped] = []
        found = self._found(message, profile_plan, cut_off)
        priced, suppressed = self._without_suppressed(message, profile_plan, found)
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
            skipped=(*unread, *suppressed, *cut_off),
            text=message.text,
            subject=message.headers.subject,
            profile_title=profile_plan.title.in_(self.ui_language),
            readability=message.readability,
        )

    def _check_template(self, message: Message) -> Report:
        """What recipients of the messages made from a template would stumble over."""
        from msglint.message.template_reading import merged, readings_of

        readings = ((reading, reading.reading) for reading in readings_of(message))
        return merged([way.restored(self.check(reading)) for reading, way in readings if way])

    def _found(
        self, message: Message, profile_plan: Plan, cut_off: list[Skipped], only: Collection[str] | None = None
    ) -> list[Priced]:
        """All that the rules find, nothing suppressed; `only` = by these rules alone."""
        hits = self._hits(message, profile_plan, cut_off, only)
        if message.reading is not None:
            hits = _without_stand_ins(hits, message.reading)
        settled = _settled([(rule, hit, _severity(rule, hit, profile_plan)) for rule, hit in hits])
        return [
            Priced(self._finding(message, rule, hit, severity), _price(rule, hit, severity))
            for rule, hit, severity in settled
        ]

    @property
    def profiles(self) -> Profiles:
        """The profiles that there are."""
        return self._profiles_and_problems[0]

    @cached_property
    def _profiles_and_problems(self) -> tuple[Profiles, tuple[ProfileError, ...]]:
        folders = self._extended.profile_folders if self._extended is not None else ()
        if not folders:
            return shipped_profiles(), ()
        problems: list[ProfileError] = []
        return extended_profiles(*folders, problems=problems), tuple(problems)

    def _plan(self, message: Message) -> Plan:
        """What the message's profile and the settings come to: worked out once per profile."""
        name = self._for_recipients(message, lambda entry: entry.profile) or self.settings.profile
        if name == AUTO:
            name = choose(self.profiles, message)
        if name not in self._plans:
            self._plans[name] = plan(self.profiles.named(name), self.settings, self.rules)
        return self._plans[name]

    @cached_property
    def _suppressed_by_settings(self) -> tuple[Source, ...]:
        """What the settings say is right, whatever the rules say."""
        from msglint.suppression.accepted import AcceptedForRecipients
        from msglint.suppression.baseline import Baseline
        from msglint.suppression.recipients import IgnoredForRecipients

        sources: list[Source] = []
        if self.settings.accepted:
            sources.append(AcceptedForRecipients(self.settings.accepted))
        if self.settings.recipients:
            sources.append(IgnoredForRecipients(self.settings.recipients))
        if self.settings.baseline:
            sources.append(Baseline(self._templates.templates, self._findings))
        return tuple(sources)

    @cached_property
    def _templates(self) -> Templates:
        from msglint.suppression.baseline import read_templates

        return read_templates(self.settings.baseline)

    def _findings(self, message: Message, profile_plan: Plan) -> list[Finding]:
        """All that is found in a template, also behind the first of a kind."""
        from msglint.suppression.behind import behind

        found = self._found(message, profile_plan, [])
        more = behind(message, found, partial(self._found_by, profile_plan))
        return [item.finding for items in (found, *more) for item in items]

    def _found_by(self, profile_plan: Plan, message: Message, rules: Collection[str]) -> list[Priced]:
        return self._found(message, profile_plan, [], rules)

    def _without_suppressed(
        self, message: Message, profile_plan: Plan, found: Sequence[Priced]
    ) -> tuple[Sequence[Priced], tuple[Skipped, ...]]:
        """What is left without that which the user has found right, and a word on what is left out."""
        sources = self._suppressed_by_settings if self._has_suppressed else ()
        if message.headers.ignores:
            from msglint.suppression.header import IgnoredByHeader

            sources = (IgnoredByHeader(message.headers.ignores, self._rule_ids), *sources)
        if not sources:
            return found, ()
        from msglint.suppression.source import Check, settle

        ran = frozenset(rule.id for rule in self._running(message, profile_plan))
        check = Check(message, profile_plan, ran, [item.finding for item in found])
        settled = settle(check, sources, self.ui_language)
        left = [found[at] for at in settled.kept]
        if self.settings.baseline and len(left) < len(found):
            left = sorted([*left, *self._behind(check, found, left, sources)], key=_place)
        return left, settled.skipped

    def _behind(
        self, check: Check, found: Sequence[Priced], left: Sequence[Priced], sources: Sequence[Source]
    ) -> Iterator[Priced]:
        """What rules find elsewhere of which nothing is left."""
        from msglint.suppression.behind import behind
        from msglint.suppression.source import kept

        speaking = {item.finding.rule for item in left}
        silent = [item for item in found if item.finding.rule not in speaking]
        for more in behind(check.message, silent, partial(self._found_by, check.plan)):
            new = [item for item in more if item.finding.rule not in speaking]
            still = kept(check._replace(findings=[item.finding for item in new]), sources)
            speaking.update(new[at].finding.rule for at in still)
            yield from (new[at] for at in still)

    @property
    def _has_suppressed(self) -> bool:
        return bool(self.settings.accepted or self.settings.recipients or self.settings.baseline)

    @cached_property
    def _rule_ids(self) -> tuple[str, ...]:
        """The ids of all rules, whatever the settings choose."""
        extended = self._extended.coded if self._extended is not None else ()
        return (*CODED_RULES, *(rule.id for rule in (*self._rulesets.rules, *extended)))

    def _with_settings(self, message: Message) -> Message:
        changes: dict[str, object] = {}
        if self.settings.language and not message.given_language:
            changes["given_language"] = self.settings.language
        if self.settings.channel and message.channel is Channel.EMAIL:
            changes["channel"] = self.settings.channel
        audience = self._for_recipients(message, lambda entry: entry.audience) or self.settings.audience
        relationship = self._for_recipients(message, lambda entry: entry.relationship) or self.settings.relationship
        if audience and not message.audience:
            changes["audience"] = audience
        if relationship and not message.given_relationship:
            changes["given_relationship"] = relationship
        elif not message.given_relationship and (known := self._relationship_known(message)):
            changes["given_relationship"] = known
        if self.settings.own_domains:
            changes["own_domains"] = self.settings.own_domains
        return message.with_(**changes) if changes else message

    def _for_recipients(self, message: Message, value: Callable[[ForRecipient], T | None]) -> T | None:
        """What the settings set for everybody in To; None if that is nothing."""
        if not self.settings.recipients:
            return None
        from msglint.suppression.recipients import agreed

        return agreed(self.settings.recipients, message, value)

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

    def _hits(
        self, message: Message, profile_plan: Plan, cut_off: list[Skipped], only: Collection[str] | None = None
    ) -> Iterator[tuple[Rule, Hit]]:
        thread = Thread(message, self.contacts)
        for rule in self._running(message, profile_plan):
            if only is not None and rule.id not in only:
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
                    if rule.origin:
                        # What cannot be shown fails here, where it ends this rule and not the check.
                        self._finding(message, rule, hit, rule.severity)
                    yield rule, hit
            except Exception as error:
                note = self._ended(rule, error)
                if note is None:
                    raise
                # One engine serves several rules: what is wrong with it is told once.
                if note not in cut_off:
                    cut_off.append(note)

    def _ended(self, rule: Rule, error: Exception) -> Skipped | None:
        """What to tell of a rule that did not get to its end; None if that must not be."""
        if isinstance(error, EngineError):
            return Skipped(error.engine, error.text(self.ui_language))
        if isinstance(error, TooSlowError):
            return Skipped(rule.id, reason_text("slow", self.ui_language))
        return self._failed(rule, error) if rule.origin else None

    def _running(self, message: Message, profile_plan: Plan) -> Iterator[Rule]:
        """The rules of the plan that can run on the message."""
        missing = _missing(message) | self._missing_engines(message.language)
        for rule in self._rules_for(message.base_language, profile_plan):
            if not rule.needs & missing:
                yield rule

    def lacks(self, rule: Rule, language: str) -> frozenset[Need]:
        """The engines that a rule needs to do all it can for messages in a language, and that are not there."""
        return rule.needs & self._absent_engines(language)

    def _missing_engines(self, language: str) -> set[Need]:
        """What rules may need and this machine does not have for messages in the language."""
        absent = self._absent_engines(language)
        # LanguageTool knows words too.
        return absent if Need.LANGUAGETOOL in absent else absent - {Need.SPELLING}

    def _absent_engines(self, language: str) -> set[Need]:
        missing = set() if self._engines.has_speller(language) else {Need.SPELLING}
        return missing if self._engines.has_languagetool else missing | {Need.LANGUAGETOOL}

    def _rules_for(self, language: str, profile_plan: Plan) -> tuple[Rule, ...]:
        """The rules that work on the language: worked out once per profile."""
        key = (profile_plan.profile, language)
        if key not in self._by_language:
            self._by_language[key] = tuple(rule for rule in profile_plan.rules if rule.runs_on(language))
        return self._by_language[key]

    def _failed(self, rule: Rule, error: Exception) -> Skipped:
        """Of a rule that is not msglint's own."""
        from msglint.rulesets.sharing import failed_at

        return Skipped(rule.id, f"{reason_text('failed', self.ui_language)} ({failed_at(error)})")

    def _phrases(self, name: str, language: str) -> PhraseFinder:
        if (name, language) not in self._phrase_lists:
            self._phrase_lists[name, language] = self._rulesets.phrases(name, language)
        return self._phrase_lists[name, language]

    def _finding(self, message: Message, rule: Rule, hit: Hit, severity: Severity) -> Finding:
        text = message.headers.subject or "" if hit.part == "subject" else message.text
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
            help_url="" if rule.origin else help_url(rule.id, self.ui_language),
            suggestions=hit.suggestions,
            recipient=hit.recipient,
            fixable=_is_fixable(rule, hit),
        )


def help_url(rule_id: str, ui_language: str) -> str:
    """The page on a rule of msglint's own, in the user's language."""
    family, _, name = rule_id.partition(".")
    return HELP_URL.format(folder="de/" if ui_language == "de" else "", family=family, name=name)


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
    is_open = message.note == CUT or (message.reading is not None and message.reading.open_end)
    return missing | {Need.WHOLE_TEXT} if is_open else missing


def _without_stand_ins(hits: Iterator[tuple[Rule, Hit]], reading: Reading) -> Iterator[tuple[Rule, Hit]]:
    """The hits less those on words that stand for the placeholders of a template."""
    for rule, hit in hits:
        if not reading.hides(hit.span, in_subject=hit.part == "subject", family=rule.family):
            yield rule, hit


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


def _place(item: Priced) -> tuple[bool, int, int, int]:
    """Findings in the order of the text, the weightier first."""
    finding = item.finding
    return finding.part != "subject", finding.span.start, -finding.severity, finding.span.end


def _says_more(one: tuple[Rule, Hit, Severity], other: tuple[Rule, Hit, Severity]) -> bool:
    if other[0].id not in one[0].supersedes or (one[1].part == "subject") != (other[1].part == "subject"):
        return False
    return one[1].span.overlaps(other[1].span) or not len(other[1].span)
