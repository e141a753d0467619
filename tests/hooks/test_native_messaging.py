"""What Thunderbird's extension asks and what msglint answers: frames, messages, decisions."""

from __future__ import annotations

import io
import json
import struct
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shared_clients import Home, make_home, msglint_program

from msglint.hooks import native_messaging
from msglint.hooks.compose_details import message_of, raw_of
from msglint.hooks.control import is_off
from msglint.hooks.gate import Decision, Reason
from msglint.hooks.native_messaging import LONGEST_ANSWER, LONGEST_QUESTION, QuestionError, framed, serve
from msglint.hooks.native_reply import reply_of
from msglint.linter import Linter
from msglint.message.errors import UnreadableMessageError
from msglint.message.model import Mark
from msglint.settings import HookSettings, Settings

LENGTH = struct.Struct("=I")

BAD = {
    "type": "new",
    "from": "Erika Muster <erika@example.com>",
    "to": ["Dr. Anna Meyer <a.meyer@example.org>"],
    "cc": [],
    "subject": "Bericht",
    "isPlainText": False,
    "body": "<!DOCTYPE html><html><body><p>Hallo Frau Mayer,</p><p>anbei der Bericht, den Frau Mayer wollte.</p>"
    "<p>MfG<br>Erika</p></body></html>",
    "plainTextBody": "Hallo Frau Mayer,\n\nanbei der Bericht, den Frau Mayer wollte.\n\nMfG\nErika",
    "customHeaders": [],
}
"""Details as Thunderbird 153 gives them."""

REPLY_BODY = (
    '<html><head></head><body><div class="moz-cite-prefix">On 11/17/26 09:00, Dr. Anna Meyer wrote:<br></div>'
    '<blockquote type="cite" cite="mid:abc@example.org"><pre wrap="" class="moz-quote-pre">Guten Tag,\n\n'
    "anbei der Plan.\n</pre></blockquote>{own}"
    '<pre class="moz-signature" cols="72">-- \nErika Muster\nMuster GmbH</pre></body></html>'
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def asked(*questions: object) -> bytes:
    bodies = [json.dumps(question).encode() for question in questions]
    return b"".join(LENGTH.pack(len(body)) + body for body in bodies)


def answers_in(stream: bytes) -> list[Any]:
    found = []
    while stream:
        (length,) = LENGTH.unpack(stream[:4])
        assert len(stream) >= 4 + length
        found.append(json.loads(stream[4 : 4 + length]))
        stream = stream[4 + length :]
    return found


def served(stream: bytes) -> list[Any]:
    target = io.BytesIO()
    serve(io.BytesIO(stream), target, lambda question: {"said": question}, lambda error: {"wrong": error.en})
    return answers_in(target.getvalue())


def question(**details: object) -> dict[str, Any]:
    return {"v": 1, "details": {**BAD, **details}, "attachments": [], "ui_language": "en"}


# Frames


def test_answers_one_question_after_the_other() -> None:
    assert served(asked({"a": "ä"}, [1], None)) == [{"said": {"a": "ä"}}, {"said": [1]}, {"said": None}]


@pytest.mark.parametrize("rest", [b"", b"\x05", b"\x05\x00\x00", LENGTH.pack(5), LENGTH.pack(5) + b"[1", b"\xff" * 4])
def test_ends_where_the_stream_ends(rest: bytes) -> None:
    assert served(asked(1) + rest) == [{"said": 1}]


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b"Traceback"])
def test_what_is_no_json_is_refused_and_the_next_question_answered(body: bytes) -> None:
    first, second = served(LENGTH.pack(len(body)) + body + asked(2))
    assert first == {"wrong": "What Thunderbird has sent is not JSON."}
    assert second == {"said": 2}


def test_what_is_too_long_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(native_messaging, "LONGEST_QUESTION", 100)
    first, second = served(asked("x" * 200, 2))
    assert first == {"wrong": f"The message is longer than {LONGEST_QUESTION // 1_000_000} MB."}
    assert second == {"said": 2}


@given(st.binary(max_size=60))
def test_any_bytes_are_survived(stream: bytes) -> None:
    assert all(set(answer) <= {"said", "wrong"} for answer in served(stream))


def test_an_answer_that_is_too_long_loses_findings_and_no_more() -> None:
    findings = [{"message": "ä" * 1000} for _ in range(400)]
    reply = {"v": 1, "block": True, "findings": findings, "text": "t"}
    frame = framed(reply)
    (answer,) = answers_in(frame)
    assert len(frame) <= LONGEST_ANSWER + 4
    assert answer["block"] is True
    assert 0 < len(answer["findings"]) < len(findings)


def test_half_a_sign_is_answered() -> None:
    assert answers_in(framed({"text": "\ud83d"})) == [{"text": "\ud83d"}]


def test_nobody_listening_ends_it() -> None:
    class Closed(io.BytesIO):
        def write(self, _: Any) -> int:
            raise BrokenPipeError

    serve(io.BytesIO(asked(1, 2)), Closed(), lambda _: {}, lambda _: {})


# Messages


def test_html_is_read_as_its_reader_sees_it() -> None:
    message = message_of(question())
    assert message.text == "Hallo Frau Mayer,\n\nanbei der Bericht, den Frau Mayer wollte.\n\nMfG\nErika"
    assert message.html
    assert message.headers.subject == "Bericht"
    assert message.headers.from_ is not None
    assert message.headers.from_.name == "Erika Muster"
    assert [one.email for one in message.headers.to] == ["a.meyer@example.org"]
    assert message.attachments == ()
    assert not message.headers.in_reply_to


def test_plain_text_is_taken_where_the_message_is_plain() -> None:
    message = message_of(question(isPlainText=True, body="<p>something else</p>"))
    assert message.text.startswith("Hallo Frau Mayer,\n\nanbei")
    assert not message.html


def test_what_is_below_a_quote_is_the_writers_own() -> None:
    body = REPLY_BODY.format(own="<p>Hallo Frau Mayer,</p><p>anbei das Angebot.</p>")
    message = message_of(question(type="reply", relatedMessageId=1, body=body))
    own = "".join(span.of(message.text) for span in message.parts.own)
    assert "Hallo Frau Mayer,\n\nanbei das Angebot." in own
    assert "Plan" not in own
    assert message.parts.signature is not None
    assert message.parts.signature.of(message.text).endswith("Muster GmbH")


def test_the_message_that_is_answered_is_known() -> None:
    body = REPLY_BODY.format(own="<p>Danke.</p>")
    related = {"author": '"Meyer, Anna" <a.meyer@example.org>', "date": "2026-11-17T09:00:00.000Z", "subject": "Plan"}
    message = message_of({**question(type="reply", relatedMessageId=1, body=body), "related": related})
    assert message.headers.in_reply_to
    assert message.answers is not None
    assert message.answers.headers.from_ is not None
    assert message.answers.headers.from_.name == "Meyer, Anna"
    assert message.answers.written_on.isoformat() == "2026-11-17"
    assert "anbei der Plan" in message.answers.text


def test_a_message_that_is_handed_on_answers_nobody() -> None:
    related = {"author": "a.meyer@example.org"}
    message = message_of({**question(type="forward", relatedMessageId=1), "related": related})
    assert message.answers is None
    assert not message.headers.in_reply_to


@pytest.mark.parametrize(
    ("to", "people"),
    [
        ("a@example.org", [("", "a@example.org")]),
        (['"Meyer, Anna" <a@example.org>', "b@example.org"], [("Meyer, Anna", "a@example.org"), ("", "b@example.org")]),
        ([{"name": 'Anna "Ann" Meyer', "email": "a@example.org"}], [('Anna "Ann" Meyer', "a@example.org")]),
        ([{"id": "1", "type": "contact"}, None, 3], []),
        (None, []),
    ],
)
def test_recipients_in_every_shape(to: object, people: list[tuple[str, str]]) -> None:
    assert [(one.name, one.email) for one in message_of(question(to=to)).headers.to] == people


def test_no_field_can_add_a_header() -> None:
    message = message_of(
        question(subject="Bericht\r\nX-Msglint: off\n\nHallo", customHeaders=[{"name": "Bcc", "value": "x@y"}])
    )
    assert message.headers.subject == "Bericht X-Msglint: off Hallo"
    assert not message.headers.bcc
    assert not is_off(raw_of(question(subject="Bericht\nX-Msglint: off")))


def test_the_writers_own_headers_are_heard() -> None:
    headers = [{"name": "X-Msglint", "value": "off"}, {"name": "X-Msglint-Ignore", "value": "closing"}]
    assert is_off(raw_of(question(customHeaders=headers)))
    assert message_of(question(customHeaders=headers)).headers.ignores == ("closing",)


def test_a_picture_in_the_text_is_not_read() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 11_000_000}">'
    message = message_of(question(body=f"<p>{picture}Hallo Frau Meyer,</p>"))
    assert message.text == "Hallo Frau Meyer,"
    assert message.note is None


def test_attachments_are_known_by_their_names() -> None:
    attachments = [{"name": "Bericht.pdf", "size": 3}, {"name": "x", "contentType": "image/png"}, {}, 1]
    found = message_of({**question(), "attachments": attachments}).attachments
    assert found is not None
    assert [(one.filename, one.content_type) for one in found[:2]] == [
        ("Bericht.pdf", "application/pdf"),
        ("x", "image/png"),
    ]


@pytest.mark.parametrize("is_plain", [True, False])
def test_the_signature_of_the_account_is_one_without_a_separator(is_plain: bool) -> None:
    signature = "Muster GmbH\nGeschäftsführung: kontaktpflege"
    identity = {
        "name": "Erika Muster",
        "signature": signature if is_plain else "<p>Muster GmbH<br>Geschäftsführung: kontaktpflege</p>",
        "signatureIsPlainText": is_plain,
    }
    text = f"Hallo Frau Meyer,\n\nalles Gute.\n\n{signature}"
    asking = {**question(isPlainText=True, plainTextBody=text, **{"from": "erika@example.com"}), "identity": identity}
    message = message_of(asking)
    (stretch,) = message.marked
    assert stretch.mark is Mark.SIGNATURE
    assert stretch.span.of(message.text) == signature
    assert message.headers.from_ is not None
    assert message.headers.from_.name == "Erika Muster"


@given(JSON, JSON, JSON, JSON)
def test_any_question_is_read_or_refused(details: object, identity: object, related: object, files: object) -> None:
    some = {**BAD, **details} if isinstance(details, dict) else details
    try:
        message_of({"details": some, "identity": identity, "related": related, "attachments": files})
    except (QuestionError, UnreadableMessageError):
        return


@given(st.dictionaries(st.sampled_from(sorted(BAD)), JSON))
def test_any_field_may_be_anything(fields: Mapping[str, object]) -> None:
    try:
        message_of(question(**fields))
    except UnreadableMessageError:
        return


# Answers


def test_the_answer_says_where_a_suggestion_belongs() -> None:
    report = Linter(Settings(), ui_language="en").check(message_of(question()))
    reply = reply_of(Decision(True, Reason.FINDINGS, report), HookSettings(), "text", "en")
    by_rule = {finding["rule"]: finding for finding in reply["findings"]}
    assert by_rule["recipient.misspelled"]["severity"] == "error"
    assert by_rule["recipient.misspelled"]["suggestions"] == [
        {"text": "Meyer", "original": "Mayer", "before": "Hallo Frau ", "after": ",", "safe": True}
    ]
    (better,) = by_rule["closing.abbreviated"]["suggestions"]
    assert (better["original"], better["before"], better["after"], better["safe"]) == ("MfG", "", "", True)
    assert [finding["severity"] for finding in reply["findings"]] == sorted(
        (finding["severity"] for finding in reply["findings"]), key=["error", "warning", "suggestion"].index
    )
    assert reply["grade"] == {"letter": report.grade.letter, "score": report.grade.score} if report.grade else None


# The program


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return make_home(tmp_path / "home")


def run(home: Home, stream: bytes, *options: str) -> list[Any]:
    command = [str(msglint_program()), "native-host", *options, "--", "/a/manifest.json", "msglint@msglint.de"]
    done = subprocess.run(command, input=stream, env=home.environ, capture_output=True, check=False, timeout=120)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    return answers_in(done.stdout)


def log(home: Home) -> list[list[str]]:
    return [line.split()[1:4] for line in (home.state / "log").read_text().splitlines()]


def test_a_bad_message_is_blocked_the_second_time_sent_and_another_switched_off(home: Home) -> None:
    off = [{"name": "X-Msglint", "value": "off"}]
    stream = asked(question(), question(), question(subject="Neu", customHeaders=off), {"v": 1, "off": True})
    replies = run(home, stream)
    assert [(reply["block"], reply["reason"]) for reply in replies] == [
        (True, "findings"),
        (False, "again"),
        (False, "off"),
        (False, "off"),
    ]
    assert replies[0]["text"].startswith("msglint: not sent.")
    assert replies[0]["again_minutes"] == 5
    assert log(home) == [
        ["thunderbird", "blocked", "findings"],
        ["thunderbird", "passed", "again"],
        ["thunderbird", "passed", "off"],
        ["thunderbird", "passed", "off"],
    ]


def test_answers_in_thunderbirds_language_unless_another_is_configured(home: Home) -> None:
    german = {**question(), "ui_language": "de-AT"}
    (reply,) = run(home, asked(german))
    assert (reply["ui_language"], reply["findings"][0]["message"][:9]) == ("de", "Der Name ")
    (reply,) = run(home, asked({**german, "details": {**BAD, "subject": "Neu"}}), "--ui-language", "en")
    assert reply["ui_language"] == "en"


def test_says_which_version_it_is_and_what_the_user_wants_when_it_fails(home: Home) -> None:
    from msglint.version import __version__

    (reply,) = run(home, asked({"v": 1, "ping": True}), "--on-error", "block")
    assert reply == {"v": 1, "version": __version__, "on_error": "block"}


@pytest.mark.parametrize(("on_error", "blocked"), [("send", False), ("block", True)])
@pytest.mark.parametrize(
    "wrong", [{"v": 2}, [1], {"v": 1}, {"v": 1, "details": "x"}], ids=["v2", "list", "none", "text"]
)
def test_what_cannot_be_checked_is_decided_as_the_user_wants(
    home: Home, on_error: str, blocked: bool, wrong: object
) -> None:
    (reply,) = run(home, asked(wrong), "--on-error", on_error)
    assert reply["block"] is blocked
    assert reply["reason"] == "failed"
    assert reply["trouble"]


def test_what_the_user_has_set_in_the_extension_wins(home: Home) -> None:
    (reply,) = run(home, asked({"v": 1, "on_error": "block"}))
    assert (reply["block"], reply["on_error"]) == (True, "send")
    (reply,) = run(home, asked({"v": 1, "on_error": "send"}), "--on-error", "block")
    assert (reply["block"], reply["on_error"]) == (False, "block")


def test_a_wrong_configuration_is_reported_and_does_not_hold_the_message(home: Home) -> None:
    folder = home.path / ".config/msglint"
    folder.mkdir(parents=True)
    (folder / "config.yaml").write_text("profil: x\n", encoding="utf-8")
    (reply,) = run(home, asked(question()))
    assert reply["block"] is False
    assert "config.yaml" in reply["trouble"]


def test_the_extension_says_how_long_it_waits(home: Home) -> None:
    (reply,) = run(home, asked({**question(body="<p>Hallo</p>" * 50_000), "time_budget": 0.1}))
    assert (reply["block"], reply["reason"]) == (False, "late")
