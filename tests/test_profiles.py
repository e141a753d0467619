"""Profiles: how they are read, which one is chosen, and what it does to a check."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from msglint import Linter, Message
from msglint.contacts.book import Contact, NoContacts
from msglint.message.model import Audience, Channel, Relationship
from msglint.message.person import Person
from msglint.profiles.choice import choose
from msglint.profiles.errors import ProfileError
from msglint.profiles.model import DEFAULT, Profile, Profiles
from msglint.profiles.plan import profile_options, unknown_rules
from msglint.profiles.reader import load_profiles
from msglint.profiles.shipped import shipped_names, shipped_profiles
from msglint.report import Report, Severity
from msglint.settings import Settings

HEAD = "title: {de: A, en: B}\nabout: {de: C, en: D}\n"
DRAFT = "Das Angebot ist fertig, ich schicke es Ihnen morgen.\n"


def profile_folder(folder: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (folder / f"{name.replace('_', '-')}.yaml").write_text(HEAD + text, encoding="utf-8")
    return folder


def profiles_of(folder: Path, **texts: str) -> Profiles:
    return load_profiles(profile_folder(folder, **texts))


def sentence(folder: Path, text: str, *, ui_language: str = "en", head: str = HEAD) -> str:
    (folder / "mine.yaml").write_text(head + text, encoding="utf-8")
    with pytest.raises(ProfileError) as caught:
        load_profiles(folder)
    found = caught.value.text(ui_language)
    assert "\n" not in found
    return found.replace(str(folder), "")


def message(text: str = DRAFT, **given: object) -> Message:
    changes = {name: given.pop(name) for name in ("audience", "given_relationship") if name in given}
    return Message.from_text(text, **given).with_(**changes)  # type: ignore[arg-type]


def rules_of(report: Report) -> dict[str, Severity]:
    return {finding.rule: finding.severity for finding in report.findings}


# The shipped ones


def test_the_shipped_profiles_name_only_what_there_is() -> None:
    rules = {rule.id: rule for rule in Linter().rules}
    profiles = shipped_profiles()

    assert [problem.en for problem in unknown_rules(profiles, rules)] == []
    for profile in profiles:
        for rule in rules.values():
            profile_options(profile, rule)


def test_the_shipped_profiles_are_those_in_the_folder() -> None:
    names = set(shipped_profiles().data)
    expected = (
        "business-letter first-contact customer colleague supplier contact-request messenger application reminder "
        "private"
    )

    assert names == set(shipped_names())
    assert names >= {DEFAULT, *expected.split()}
    assert next(iter(shipped_profiles().data)) == DEFAULT


@pytest.mark.parametrize("profile", list(shipped_profiles()), ids=lambda profile: profile.name)
def test_every_shipped_profile_says_for_which_messages_it_is(profile: Profile) -> None:
    assert profile.about.de.endswith(".")
    assert profile.about.en.endswith(".")
    assert bool(profile.conditions) or profile.name in (DEFAULT, "everything")


def test_the_data_survive_being_kept_as_json() -> None:
    profiles = shipped_profiles()
    assert Profiles(json.loads(json.dumps(profiles.data))) == profiles


# Which one is chosen


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({}, "default"),
        ({"channel": "letter"}, "business-letter"),
        ({"channel": "messenger", "audience": Audience.CUSTOMER}, "messenger"),
        ({"channel": "contact-request", "given_relationship": Relationship.NONE}, "contact-request"),
        ({"given_relationship": Relationship.NONE}, "first-contact"),
        ({"audience": Audience.CUSTOMER}, "customer"),
        ({"audience": Audience.CUSTOMER, "given_relationship": Relationship.NONE}, "first-contact"),
        ({"audience": Audience.SUPPLIER}, "supplier"),
        ({"audience": Audience.AUTHORITY, "given_relationship": Relationship.NONE}, "authority"),
        ({"audience": Audience.COLLEAGUE}, "colleague"),
        ({"from_": "tom@firma.example", "to": ["anna@firma.example"]}, "colleague"),
        ({"from_": "tom@gmail.com", "to": ["anna@gmail.com"]}, "default"),
        (
            {"from_": "tom@firma.example", "to": ["anna@firma.example"], "subject": "Bewerbung als Leiterin"},
            "colleague",
        ),
        ({"subject": "Bewerbung als Controllerin"}, "application"),
        ({"subject": "BEWERBUNG – Kennziffer 12"}, "application"),
        ({"subject": "Initiativbewerbung"}, "application"),
        ({"subject": "Application for the position of editor"}, "application"),
        ({"subject": "AW: Bewerbung als Controllerin"}, "default"),
        ({"subject": "Ihre Bewerbung"}, "default"),
        ({"subject": "Termin für das Bewerbungsgespräch"}, "default"),
        ({"subject": "Mahnung"}, "reminder"),
        ({"subject": "Muster GmbH: 2. Mahnung"}, "reminder"),
        ({"subject": "Zahlungserinnerung zu Rechnung 12", "audience": Audience.CUSTOMER}, "reminder"),
        ({"subject": "Erinnerung: Rechnung 4711"}, "reminder"),
        ({"subject": "Payment reminder"}, "reminder"),
        ({"subject": "Ihre Mahnung vom 3. März"}, "default"),
        ({"subject": "Erinnerung: Termin am Montag"}, "default"),
        ({"subject": "AW: Zahlungserinnerung"}, "default"),
    ],
)
def test_the_profile_is_chosen_by_what_is_known(given: dict[str, object], name: str) -> None:
    found = message(**given)

    assert choose(shipped_profiles(), found) == name
    assert Linter().check(found).profile == name


NOTE = "na du,\n\nwie wars in wien? ich hab echt lachen müssen, haha :)\n\nbis bald"


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ({}, "private"),
        ({"from_": "tom@gmail.com", "to": ["anna@gmx.at"]}, "private"),
        ({"from_": "tom@gmail.com", "to": ["anna@gmx.at"], "subject": "Mahnung"}, "reminder"),
        ({"from_": "tom@firma.example", "to": ["anna@firma.example"]}, "colleague"),
        ({"from_": "tom@firma.example", "to": ["anna@kunde.example"]}, "default"),
        ({"audience": Audience.CUSTOMER}, "customer"),
        ({"given_relationship": Relationship.NONE}, "first-contact"),
        ({"channel": "messenger"}, "messenger"),
    ],
)
def test_a_private_note_is_known_by_its_tone_where_nothing_else_is_known(given: dict[str, object], name: str) -> None:
    assert Linter().check(message(NOTE, **given)).profile == name


def test_a_private_note_needs_no_frame_but_must_be_right() -> None:
    linter, named = Linter(), Linter(Settings(profile="default"))
    slip = message(NOTE.replace("wie wars", "das Foto ist im Anhang. wie wars")).with_(attachments=())

    assert rules_of(linter.check(message(NOTE))) == {}
    assert set(rules_of(linter.check(slip))) == {"attachment.missing"}
    abrupt = message(NOTE.replace("na du,\n\n", ""))
    assert rules_of(linter.check(abrupt)) == {}
    assert "salutation.missing" in rules_of(named.check(abrupt))


def test_a_profile_may_be_for_what_is_not_private(tmp_path: Path) -> None:
    profiles = profiles_of(tmp_path, office="for: {private: false}\n", home="for: {private: true}\n")

    assert choose(profiles, message(NOTE)) == "home"
    assert choose(profiles, message()) == "office"


def test_what_the_settings_say_of_all_messages_counts() -> None:
    assert Linter(Settings(channel=Channel.LETTER)).check(message()).profile == "business-letter"
    assert Linter(Settings(audience=Audience.SUPPLIER)).check(message()).profile == "supplier"

    sisters = message(from_="tom@firma.example", to=["anna@firma.test"])
    assert Linter().check(sisters).profile == "default"
    assert Linter(Settings(own_domains=("firma.example", "firma.test"))).check(sisters).profile == "colleague"


def test_what_the_contacts_say_counts() -> None:
    class Strangers(NoContacts):
        def at(self, email: str) -> Contact | None:
            return Contact(Person(given="Anna", family="Meyer"), (email,), relationship=Relationship.NONE)

    linter = Linter(contacts=Strangers())

    assert linter.check(message(to=["anna@kunde.example"])).profile == "first-contact"


def test_a_named_profile_is_used_as_it_stands() -> None:
    report = Linter(Settings(profile="messenger"), ui_language="de").check(message(channel="letter"))
    assert (report.profile, report.profile_title) == ("messenger", "Messenger")


def test_of_those_that_fit_the_weightiest_condition_decides(tmp_path: Path) -> None:
    profiles = profiles_of(
        tmp_path,
        by_subject="for: {subject: [Angebot]}\n",
        by_much="for: {channel: [letter], audience: [customer], reply: false}\n",
        by_channel="for: {channel: [letter]}\n",
        never="",
    )

    assert choose(profiles, message(channel="letter")) == "by-channel"
    assert choose(profiles, message(channel="letter", audience=Audience.CUSTOMER)) == "by-much"
    assert choose(profiles, message(channel="letter", audience=Audience.CUSTOMER, subject="Angebot 3")) == "by-subject"
    assert choose(profiles, message(subject="Angebote")) == DEFAULT


@pytest.mark.parametrize(
    ("phrase", "fitting", "others"),
    [
        ("Offerte", ["Unsere Offerte!", "OFFERTE"], ["Offerten", "Topofferte", ""]),
        ("Offerte*", ["Die Offerten"], ["Topofferte"]),
        ("^2. Offerte", ["2. Offerte", " – 2. offerte: Holz"], ["Die 2. Offerte", "12. Offerte"]),
        ("Offerte Holz", ["Offerte: Holz", "offerte   holz"], ["Offerte für Holz"]),
    ],
)
def test_words_of_the_subject(tmp_path: Path, phrase: str, fitting: list[str], others: list[str]) -> None:
    profiles = profiles_of(tmp_path, mine=f"for:\n  subject: ['{phrase}']\n")

    assert {choose(profiles, message(subject=subject)) for subject in fitting} == {"mine"}
    assert {choose(profiles, message(subject=subject)) for subject in others} == {DEFAULT}


def test_there_is_always_a_default(tmp_path: Path) -> None:
    profiles = load_profiles(tmp_path)
    assert profiles.named(choose(profiles, message())).runs("closing.missing")


# What it does


def test_it_leaves_rules_out_and_weighs_them() -> None:
    linter = Linter()
    plain = rules_of(linter.check(message()))
    letter = rules_of(linter.check(message(channel="letter")))

    assert (plain["closing.missing"], letter["closing.missing"]) == (Severity.WARNING, Severity.ERROR)
    assert "closing.missing" not in rules_of(linter.check(message(channel="contact-request")))


def test_the_severity_of_the_profile_decides_the_price() -> None:
    linter = Linter(Settings(select=("closing.missing",)))
    plain, letter = (linter.check(message(channel=channel)).grade for channel in ("email", "letter"))

    assert plain is not None
    assert letter is not None
    assert letter.score < plain.score


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (Settings(profile="contact-request", select=("closing.missing",)), Severity.WARNING),
        (Settings(profile="contact-request", select=("closing",)), Severity.WARNING),
        (Settings(profile="contact-request", select=("all",)), None),
        (Settings(profile="contact-request", select=("all", "closing.missing")), Severity.WARNING),
        (Settings(profile="contact-request", severity={"closing": Severity.ERROR}), None),
        (Settings(profile="business-letter", ignore=("closing",)), None),
        (Settings(profile="business-letter", severity={"all": Severity.SUGGESTION}), Severity.SUGGESTION),
        (Settings(profile="business-letter"), Severity.ERROR),
    ],
)
def test_what_the_user_sets_wins(settings: Settings, expected: Severity | None) -> None:
    report = Linter(settings).check(Message.from_text(f"Sehr geehrte Frau Meyer,\n\n{DRAFT}"))
    assert rules_of(report).get("closing.missing") == expected


def test_options_of_the_profile_hold_and_those_of_the_user_win(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = profiles_of(tmp_path, default="options: {body.verbless: {max-words: 2}}\n")
    monkeypatch.setattr("msglint.linter.shipped_profiles", lambda: own)
    found = message("Bericht Brunnen vier fertig\n")

    assert "body.verbless" not in rules_of(Linter().check(found))
    louder = Settings(options={"body.verbless": {"max-words": 8}})
    assert "body.verbless" in rules_of(Linter(louder).check(found))


def test_threads_share_a_linter() -> None:
    linter = Linter()
    drafts = [message(channel=channel.value) for channel in Channel] * 8

    with ThreadPoolExecutor(4) as pool:
        found = [report.profile for report in pool.map(linter.check, drafts)]

    assert found == [Linter().check(draft).profile for draft in drafts]


def test_a_profile_that_does_not_exist() -> None:
    with pytest.raises(ProfileError) as caught:
        Linter(Settings(profile="colleage")).check(message())
    assert caught.value.en == "there is no profile 'colleage'; did you mean 'colleague'?"
    assert caught.value.de == "Das Profil „colleage“ gibt es nicht; gemeint ist wohl „colleague“."


def test_rules_lists_what_a_profile_leaves_out() -> None:
    settings = Settings(profile="messenger")
    assert {rule.id for rule in Linter(settings).rules} == {rule.id for rule in Linter().rules}


# One profile on top of another


def test_a_profile_changes_the_one_it_is_based_on(tmp_path: Path) -> None:
    profiles = profiles_of(
        tmp_path,
        low="ignore: [closing, tone.shouting]\nseverity: {salutation.missing: error, body: warning}\n"
        "options: {body.verbless: {max-words: 3}}\nfor: {channel: [letter]}\n",
        middle="based-on: low\nselect: [closing.missing]\nseverity: {salutation: suggestion}\n",
        high="based-on: middle\nignore: closing.missing\noptions: {body.verbless: {max-words: 5}}\n",
    )
    low, middle, high = (profiles.named(name) for name in ("low", "middle", "high"))

    assert [profile.runs("closing.missing") for profile in (low, middle, high)] == [False, True, False]
    assert [profile.runs("closing.unsigned") for profile in (low, middle, high)] == [False, False, False]
    assert low.severity("salutation.missing") == (Severity.ERROR, "low.yaml:4")
    assert high.severity("salutation.missing") == (Severity.SUGGESTION, "middle.yaml:5")
    assert high.severity("body.verbless") == (Severity.WARNING, "low.yaml:4")
    assert high.severity("subject.missing") is None
    assert [profile.options("body.verbless")["max-words"].value for profile in (low, middle, high)] == [3, 3, 5]
    assert high.conditions == {}


def test_a_severity_that_is_off_leaves_the_rule_out(tmp_path: Path) -> None:
    profile = profiles_of(tmp_path, mine="severity: {tone: off, tone.shouting: error}\n").named("mine")

    assert not profile.runs("tone.curt")
    assert profile.runs("tone.shouting")
    assert profile.severity("tone.curt") is None


def test_the_later_folder_wins(tmp_path: Path) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    for folder in (first, second):
        folder.mkdir()
    profile_folder(first, default="", customer="based-on: default\nignore: [tone]\n")
    profile_folder(second, customer="", house="based-on: default\n")
    profiles = load_profiles(first, second)

    assert list(profiles.data) == ["default", "customer", "house"]
    assert profiles.named("customer").runs("tone.shouting")


# What a wrong one is told


@pytest.mark.parametrize(
    ("text", "english", "german"),
    [
        (
            "ignroe: [tone]\n",
            "/mine.yaml:3: there is no key 'ignroe'; did you mean 'ignore'?",
            "gemeint ist wohl „ignore“",
        ),
        (
            "for: {chanel: [letter]}\n",
            "mine.yaml:3: there is no condition 'chanel'; did you mean 'channel'?",
            "Bedingung",
        ),
        ("for:\n  channel: [fax]\n", "mine.yaml:4: 'channel' cannot be 'fax'; it may be email, ", "möglich ist email"),
        ("for: {private: much}\n", "'private' needs a value: true or false.", "„private“ braucht einen Wert"),
        (
            "for: {internal: maybe}\n",
            "'internal' needs a value: true or false.",
            "braucht einen Wert: true oder false.",
        ),
        ("for: {subject: ['^']}\n", "'subject' needs a value: a list of words.", "eine Liste von Wörtern"),
        ("for: letter\n", "'for' needs a value: lines of the form 'name: value'.", "Zeilen der Form „name: wert“"),
        ("based-on: elsewhere\n", "mine.yaml:3: there is no profile 'elsewhere'", "Profil „elsewhere“ gibt es nicht"),
        ("based-on: mine\n", "cannot be based on itself (mine → mine).", "nicht auf sich selbst beruhen"),
        ("based-on: [a, b]\n", "'based-on' needs a value: a profile's name.", "der Name eines Profils"),
        (
            "severity: {tone: eror}\n",
            "'severity: tone' cannot be 'eror'; it may be error, ",
            "gemeint ist wohl „error“",
        ),
        ("severity: {tone: }\n", "'severity: tone' needs a value: error, ", "braucht einen Wert: error, "),
        ("severity: [tone]\n", "'severity' needs a value: lines of the form", "„severity“ braucht einen Wert"),
        ("ignore: {a: b}\n", "'ignore' needs a value: a list of rules.", "eine Liste von Regeln"),
        ("options: {a.b: 3}\n", "'options: a.b' needs a value: lines of the form", "„options: a.b“ braucht einen Wert"),
        ("options: {a.b: {c: }}\n", "'options: a.b: c' needs a value: a value.", "einen Wert"),
    ],
)
def test_a_wrong_profile_is_told_where_and_what_is_right(tmp_path: Path, text: str, english: str, german: str) -> None:
    assert english in sentence(tmp_path, text)
    assert german in sentence(tmp_path, text, ui_language="de")


@pytest.mark.parametrize(
    ("head", "english"),
    [
        ("about: {de: a, en: b}\n", "mine.yaml: 'title' is missing: a text, or one for 'de' and one for 'en'."),
        ("title: [A]\nabout: {de: a, en: b}\n", "mine.yaml:1: 'title' needs a value: a text, or one for 'de'"),
        ("title: {de: a, en: b}\nabout: {de: a}\n", "mine.yaml:2: 'about' needs a value"),
        ("- title\n", "mine.yaml:1: lines of the form 'title: …' are needed here."),
        ("", "mine.yaml: lines of the form 'title: …' are needed here."),
        ("title: [\n", "this is not valid YAML"),
    ],
)
def test_what_every_profile_must_have(tmp_path: Path, head: str, english: str) -> None:
    assert english in sentence(tmp_path, "", head=head)


@pytest.mark.parametrize("name", ["auto", "Mine", "my_own"])
def test_what_a_profile_cannot_be_called(tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.yaml").write_text(HEAD, encoding="utf-8")
    with pytest.raises(ProfileError, match=f"a profile cannot be called '{name}'"):
        load_profiles(tmp_path)


def test_a_circle_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"cannot be based on itself \((one → two → one|two → one → two)\)"):
        profiles_of(tmp_path, one="based-on: two\n", two="based-on: one\n")


def test_a_name_that_fits_no_rule_is_told_and_breaks_nothing(tmp_path: Path) -> None:
    profiles = profiles_of(tmp_path, mine="ignore: [closing, closnig.missing]\nseverity: {tone.shout: error}\n")
    problems = [problem.en for problem in unknown_rules(profiles, ("closing.missing", "tone.shouting"))]

    assert problems == [
        "mine.yaml:3: there is no rule 'closnig.missing'; did you mean 'closing.missing'?",
        "mine.yaml:4: there is no rule 'tone.shout'; did you mean 'tone.shouting'?",
    ]
    assert not profiles.named("mine").runs("closing.missing")


@pytest.mark.parametrize(
    ("options", "english"),
    [
        (
            "body.verbless: {max-word: 3}",
            "the rule 'body.verbless' has no option 'max-word'; did you mean 'max-words'?",
        ),
        ("body.verbless: {max-words: many}", "'body.verbless: max-words' needs a whole number."),
        ("body.verbless: {max-words: true}", "'body.verbless: max-words' needs a whole number."),
        ("salutation.missing: {x: 3}", "the rule 'salutation.missing' has no options, and so no 'x'."),
    ],
)
def test_an_option_that_a_rule_does_not_have(tmp_path: Path, options: str, english: str) -> None:
    profile = profiles_of(tmp_path, mine=f"options: {{{options}}}\n").named("mine")
    rules = {rule.id: rule for rule in Linter().rules}

    with pytest.raises(ProfileError) as caught:
        profile_options(profile, rules[options.partition(":")[0]])
    assert caught.value.en == f"mine.yaml:3: {english}"
