"""Which configuration holds for a sender, and what becomes of the message by it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from shared_clients import BAD, GOOD

from msglint.config import ConfigError
from msglint.hooks.smtp.choosing import EVERYBODY, Setup, Source, domain_for
from msglint.hooks.smtp.judging import Judge, Verdict, hooks_of

DOMAINS = {"": 0, "example.com": 1, "de.example.com": 2}


@pytest.mark.parametrize(
    ("sender", "domain"),
    [
        ("erika@example.com", "example.com"),
        ("erika@EXAMPLE.COM.", "example.com"),
        ("erika@sub.example.com", "example.com"),
        ("erika@a.de.example.com", "de.example.com"),
        ("erika@notexample.com", EVERYBODY),
        ("erika@com", EVERYBODY),
        ("", EVERYBODY),
    ],
)
def test_the_longest_domain_that_fits(sender: str, domain: str) -> None:
    assert domain_for(sender, DOMAINS) == domain


def _source(domain: str = EVERYBODY, config: Path | None = None, **hook: Any) -> Source:
    return Source(domain, str(config) if config else None, config is None, {}, hook)


def _setup(*sources: Source) -> Setup:
    return Setup("proxy", "en", False, sources)


def test_a_setup_goes_through_json() -> None:
    setup = _setup(_source(), _source("example.com", policy="annotate"))
    assert Setup.from_json(json.loads(json.dumps(setup.as_json()))) == setup


def _verdict(setup: Setup, raw: bytes, folder: Path, sender: str = "erika@example.com") -> Verdict:
    return Judge(setup, folder).verdict(raw, sender, ["a.meyer@example.org"])


def test_a_good_message_goes_on_as_it_is(tmp_path: Path) -> None:
    verdict = _verdict(_setup(_source()), GOOD, tmp_path)
    assert (verdict.reply, verdict.lines, verdict.note) == (None, (), "")


def test_a_bad_message_is_refused_and_passes_when_sent_again(tmp_path: Path) -> None:
    setup = _setup(_source())
    assert _verdict(setup, BAD, tmp_path).reply == ("550", "5.7.1")
    assert _verdict(setup, BAD, tmp_path).reply is None


def test_a_verdict_goes_through_json(tmp_path: Path) -> None:
    verdict = _verdict(_setup(_source()), BAD, tmp_path)
    assert Verdict.from_json(json.loads(json.dumps(verdict._asdict()))) == verdict


def test_annotating_refuses_nothing_each_time(tmp_path: Path) -> None:
    setup = _setup(_source(policy="annotate"))
    for _ in range(2):
        verdict = _verdict(setup, BAD, tmp_path)
        assert verdict.reply is None
        assert "grade=" in verdict.note
        assert "salutation.missing" in verdict.note
        assert all(len(line) < 200 for line in verdict.note.splitlines())
    assert not (tmp_path / "blocked").exists()


def test_every_domain_has_its_own_policy(tmp_path: Path) -> None:
    config = tmp_path / "example.yaml"
    config.write_text("hook:\n  policy: annotate\n", encoding="utf-8")
    setup = _setup(_source(), _source("example.com", config))
    assert _verdict(setup, BAD, tmp_path).reply is None
    assert _verdict(setup, BAD, tmp_path, sender="erika@example.net").reply == ("550", "5.7.1")


def test_the_command_line_wins_over_a_domains_file(tmp_path: Path) -> None:
    config = tmp_path / "example.yaml"
    config.write_text("hook:\n  policy: annotate\n  on_error: block\n", encoding="utf-8")
    hook = hooks_of(_setup(_source(), _source("example.com", config, policy="block")))["example.com"]
    assert (hook.policy, hook.on_error) == ("block", "block")


def test_a_wrong_configuration_is_told_at_once(tmp_path: Path) -> None:
    config = tmp_path / "example.yaml"
    config.write_text("hook:\n  policy: shred\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"example\.yaml:2"):
        hooks_of(_setup(_source("example.com", config)))


@pytest.mark.parametrize(("on_error", "reply"), [("send", None), ("block", ("451", "4.3.0"))])
def test_a_configuration_that_broke_later(tmp_path: Path, on_error: str, reply: tuple[str, str] | None) -> None:
    source = _source(EVERYBODY, tmp_path / "gone.yaml", on_error=on_error)
    verdict = _verdict(_setup(source), GOOD, tmp_path)
    assert verdict.reply == reply
    assert " failed " in verdict.log


def test_the_log_line_holds_no_text_and_no_address(tmp_path: Path) -> None:
    verdict = _verdict(_setup(_source()), BAD, tmp_path)
    assert "blocked findings" in verdict.log
    for word in ("kontaktpflege", "Meyer", "@", "Gespraech"):
        assert word not in verdict.log
    assert (tmp_path / "log").read_text(encoding="utf-8").strip() == verdict.log


def test_only_the_one_writer_of_this_machine_sees_the_last_refusal(tmp_path: Path) -> None:
    shared, own = tmp_path / "shared", tmp_path / "own"
    _verdict(_setup(_source()), BAD, shared)
    _verdict(_setup(_source())._replace(personal=True), BAD, own)
    assert not (shared / "last.json").exists()
    assert (own / "last.json").exists()


def test_recipients_whom_no_header_names_count(tmp_path: Path) -> None:
    judge = Judge(_setup(_source()), tmp_path)
    refused = ("550", "5.7.1")
    assert judge.verdict(BAD, "erika@example.com", ["a.meyer@example.org"]).reply == refused
    # With one more recipient it is another message.
    assert judge.verdict(BAD, "erika@example.com", ["a.meyer@example.org", "hidden@example.net"]).reply == refused
    assert judge.verdict(BAD, "erika@example.com", ["a.meyer@example.org"]).reply is None
