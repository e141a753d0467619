"""Drafts as Emacs keeps them: what is read, and where it stands in the buffer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msglint.message.errors import UnreadableMessageError
from msglint.message.message_mode import Buffer, head_of, read_buffer, read_message_mode
from msglint.message.model import Address, Attachment, Mark, Message
from msglint.message.sources import Kind, read_stream

HEADERS = "From: Erika Muster <erika@example.com>\nTo: Dr. Anna Meyer <a.meyer@example.org>\nSubject: Treffen\n"
LINE = "--text follows this line--\n"


def draft(body: str, headers: str = HEADERS, line: str = LINE) -> Message:
    return read_message_mode(f"{headers}{line}{body}".encode())


def buffer(body: str, headers: str = HEADERS) -> tuple[Buffer, str]:
    source = f"{headers}{LINE}{body}"
    return read_buffer(source.encode()), source


def here(found: Buffer, source: str, part: str, offset: int, length: int) -> str:
    start = found.place(part, offset)
    assert start is not None
    return source[start : start + length]


# Headers


def test_headers_are_decoded_already() -> None:
    message = draft(
        "x",
        'From: Jürgen Groß <j@example.com>\nTo: "Meyer, Anna" <a@example.com>,\n\tb@example.com\n'
        "Cc: c@example.com\nBcc: d@example.com\nSubject: Grüße\nGcc: nnml:sent\nFcc: ~/sent\n",
    )
    headers = message.headers
    assert headers.known
    assert headers.from_ == Address("Jürgen Groß", "j@example.com")
    assert headers.to == (Address("Meyer, Anna", "a@example.com"), Address("", "b@example.com"))
    assert [address.email for address in headers.recipients][2:] == ["c@example.com", "d@example.com"]
    assert headers.subject == "Grüße"
    assert headers.raw["gcc"] == "nnml:sent"
    assert message.text == "x"


def test_an_answer() -> None:
    assert draft("x", HEADERS + "In-Reply-To: <1@example.com>\n").is_reply
    assert draft("x", HEADERS + "References: <1@example.com>\n <2@example.com>\n").is_reply
    assert not draft("x").is_reply


def test_what_the_writer_says_to_msglint() -> None:
    assert draft("x", HEADERS + "X-Msglint-Ignore: closing\n").headers.ignores == ("closing",)


def test_an_empty_subject_is_one() -> None:
    assert draft("x", "To: a@example.com\nSubject: \n").headers.subject == ""


@pytest.mark.parametrize("line", ["--- Text ---\n", "\n", "== mail ==\n"])
def test_another_line_between_headers_and_text(line: str) -> None:
    message = draft("Hallo\n", line=line)
    assert message.text == "Hallo\n"
    assert message.headers.subject == "Treffen"


def test_headers_alone() -> None:
    message = read_message_mode(HEADERS.encode())
    assert (message.text, message.headers.subject) == ("", "Treffen")


@pytest.mark.parametrize("raw", [b"", b"Hallo\n", LINE.encode(), b"\n\nx"])
def test_without_headers_it_is_no_draft(raw: bytes) -> None:
    with pytest.raises(UnreadableMessageError):
        read_message_mode(raw)


def test_the_headers_as_they_stand_there() -> None:
    assert head_of((HEADERS + LINE + "X-Msglint: off\n").encode()) == HEADERS.encode()


def test_the_line_in_the_text_belongs_to_the_text() -> None:
    assert draft(f"a\n{LINE}b").text == f"a\n{LINE}b"


# MML


def test_an_attachment() -> None:
    message = draft(
        'Anbei.\n\n<#part type="application/pdf" filename="~/An \\"g\\".pdf" disposition=attachment>\n<#/part>\n'
    )
    assert message.attachments == (Attachment('An "g".pdf', "application/pdf"),)
    assert message.text.split() == ["Anbei."]


def test_attachments_of_other_kinds() -> None:
    message = draft(
        '<#part type=message/rfc822 buffer=" *mm*-1" disposition=attachment description="a > b">\n<#/part>\n'
        "<#part type=image/png filename=/tmp/logo.png disposition=inline>\n<#/part>\n"
        "<#part type=text/x-patch disposition=attachment name=a.patch>\n+ kontaktpflege\n<#/part>\n"
        "<#external type=text/plain name=b.txt url=https://example.com>\n<#/external>\nText"
    )
    assert message.attachments == (
        Attachment("", "message/rfc822"),
        Attachment("logo.png", "image/png", inline=True),
        Attachment("a.patch", "text/x-patch"),
        Attachment("b.txt", "text/plain"),
    )
    assert message.text.split() == ["Text"]


def test_no_attachment_is_none() -> None:
    assert draft("x").attachments == ()


def test_what_is_going_to_be_encrypted_is_still_checked() -> None:
    message = draft("<#secure method=pgpmime mode=encrypt>\nkontaktpflege\n")
    assert message.leave_alone is None
    assert message.text.split() == ["kontaktpflege"]


def test_what_is_encrypted_is_left_alone() -> None:
    assert draft("-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----\n").leave_alone == "encrypted"


def test_an_answer_to_an_invitation_is_left_alone() -> None:
    message = draft('<#part type="text/calendar" method=REPLY>\nBEGIN:VCALENDAR\n<#/part>\n')
    assert message.leave_alone == "calendar"


def test_a_quoted_tag_is_text() -> None:
    message = draft("So geht es: <#!part filename=a.pdf> und <#!secure>\n")
    assert message.attachments == ()
    assert message.text == "So geht es: <#!part filename=a.pdf> und <#!secure>\n"


@pytest.mark.parametrize("text", ["<#part", '<#part filename="a>\n', "<#partly>", "a <# b", "<#" * 50_000])
def test_what_is_no_whole_tag_is_text(text: str) -> None:
    message = draft(text)
    assert (message.attachments, message.text) == ((), text)


def test_of_two_formats_the_plain_one() -> None:
    message = draft(
        "<#multipart type=alternative>\n<#part type=text/plain>\nHallo Welt\n<#part type=text/html>\n<p>Hallo <b>Welt"
        "</b></p>\n<#/multipart>\n"
    )
    assert message.text.split() == ["Hallo", "Welt"]
    assert not message.html


def test_html_alone_is_read_as_html() -> None:
    found, _ = buffer("<#part type=text/html>\n<p>Hallo <b>Welt</b></p>\n<#/part>\n")
    assert found.message.text.split() == ["Hallo", "Welt"]
    assert found.message.html
    assert found.place("body", 0) is None


def test_a_forwarded_message() -> None:
    message = draft(
        "Zur Kenntnis.\n\n<#mml type=message/rfc822 disposition=inline>\nFrom: b@example.com\n"
        "Subject: kontaktpflege\n\n"
        "<#part type=text/plain>\n<#mml type=message/rfc822>\nx\n<#/mml>\nkontaktpflege\n<#/mml>\nDanke\n"
    )
    (marked,) = message.marked
    assert marked.mark is Mark.FORWARD
    assert marked.span.of(message.text).count("kontaktpflege") == 2
    assert message.text[marked.span.end :].split() == ["Danke"]


def test_a_forwarded_message_that_is_not_closed() -> None:
    (marked,) = draft("Siehe unten\n<#mml type=message/rfc822 disposition=inline>\nFrom: b@example.com\n\nx\n").marked
    assert marked.mark is Mark.FORWARD


def test_a_message_that_is_enclosed() -> None:
    message = draft("Anbei\n<#mml type=message/rfc822 disposition=attachment>\nSubject: x\n\nkontaktpflege\n<#/mml>\n")
    assert message.attachments == (Attachment("", "message/rfc822"),)
    assert "kontaktpflege" not in message.text


def test_a_message_forwarded_as_text() -> None:
    message = draft(
        "Zur Kenntnis.\n\n-------------------- Start of forwarded message --------------------\nFrom: b@example.com\n"
        "To: c@example.com\nSubject: x\n\nkontaktpflege\n-------------------- End of forwarded message "
        "--------------------\n"
    )
    assert "kontaktpflege" not in message.parts.body_text


# Places


def test_places_in_the_text() -> None:
    body = "<#secure method=pgpmime mode=sign>\nLieber Jürgen 😀,\r\nkontaktpflege\n"
    found, source = buffer(body)
    offset = found.message.text.index("kontaktpflege")
    assert here(found, source, "body", offset, 13) == "kontaktpflege"


def test_places_in_the_subject() -> None:
    found, source = buffer("x", "To: a@example.com\nSubject: AW: Unser\n\tTreffen asap\n")
    subject = found.message.headers.subject
    assert subject == "AW: Unser Treffen asap"
    assert here(found, source, "subject", subject.index("Unser"), 5) == "Unser"
    assert here(found, source, "subject", subject.index("asap"), 4) == "asap"
    assert found.place("subject", len(subject)) == source.index("asap") + 4


def test_an_encoded_subject_has_its_beginning_as_its_place() -> None:
    found, source = buffer("x", "To: a@example.com\nSubject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?= asap\n")
    assert here(found, source, "subject", 7, 2) == "=?"


def test_no_subject_has_no_place() -> None:
    assert buffer("x", "To: a@example.com\n")[0].place("subject", 0) is None


@given(st.text(st.sampled_from('ab \n\t<#/!">=mpartl\\'), max_size=80))
def test_every_character_keeps_its_place(body: str) -> None:
    found, source = buffer(body)
    text = found.message.text
    start = found.place("body", 0)
    assert start == len(HEADERS + LINE)
    assert len(text) == len(body)
    assert all(sign in (" ", source[start + at]) for at, sign in enumerate(text))


# As a file


def test_is_known_by_its_line() -> None:
    (found,) = read_stream((HEADERS + LINE + "Hallo\n").encode())
    assert found.kind is Kind.MESSAGE_MODE
    assert found.message is not None
    assert found.message.text == "Hallo\n"


def test_a_mail_that_quotes_the_line_is_a_mail() -> None:
    (found,) = read_stream((HEADERS + "\n" + LINE + "Hallo\n").encode())
    assert found.kind is Kind.EML


def test_line_ends_of_windows() -> None:
    (found,) = read_stream((HEADERS + LINE + "Hallo\n").replace("\n", "\r\n").encode())
    assert found.kind is Kind.MESSAGE_MODE
    assert found.message is not None
    assert found.message.headers.subject == "Treffen"
    assert found.message.text.split() == ["Hallo"]
