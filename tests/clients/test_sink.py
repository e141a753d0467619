"""The sink itself: what it is given is what it keeps."""

from __future__ import annotations

import smtplib

import pytest
from shared_clients import BAD, GOOD, Sink, crlf


def test_keeps_what_it_is_given(sink: Sink) -> None:
    with smtplib.SMTP(sink.host, sink.port) as client:
        client.sendmail("erika@example.com", ["a.meyer@example.org", "b@example.org"], crlf(GOOD))
    (received,) = sink.wait()
    assert received.raw == crlf(GOOD)
    assert received.recipients == ("a.meyer@example.org", "b@example.org")


def test_refuses_with_the_answer_that_it_is_told(sink: Sink) -> None:
    sink.answer = "451 4.3.0 later"
    with smtplib.SMTP(sink.host, sink.port) as client, pytest.raises(smtplib.SMTPDataError, match="later"):
        client.sendmail("erika@example.com", ["a.meyer@example.org"], BAD)
    assert not sink.received
