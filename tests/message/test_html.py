"""HTML as mail programs write it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msglint.message.html import MAX_TAGS, read_html
from msglint.message.model import Mark

OUTLOOK = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!--
p.MsoNormal {margin:0cm;} --></style><!--[if gte mso 9]><xml><o:shapedefaults/></xml><![endif]--></head>
<body lang=DE><div class=WordSection1><p class=MsoNormal>Sehr geehrte Frau Dr. Meyer,<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>vielen Dank f&uuml;r Ihre
Nachricht. Anbei&nbsp;das Angebot:<o:p></o:p></p>
<p class=MsoListParagraph><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Erstens<o:p></o:p></p>
<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>
<![endif]>Dann</p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>Menge</p></td><td><p class=MsoNormal>Preis</p></td></tr>
<tr><td><p class=MsoNormal>3</p></td><td><p class=MsoNormal>12&nbsp;€</p></td></tr></table>
<p class=MsoNormal>Mit freundlichen Gr&uuml;&szlig;en<o:p></o:p></p><p class=MsoNormal>Jan Weber<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm'>
<p class=MsoNormal><b>Von:</b> Anna Meyer &lt;a@example.com&gt;<br><b>Gesendet:</b> Dienstag, 3. März 2026<br>
<b>An:</b> Jan Weber<br><b>Betreff:</b> Angebot</p></div></div><p class=MsoNormal>Guten Tag Herr Weber,</p></div>"""

OUTLOOK_TEXT = """Sehr geehrte Frau Dr. Meyer,

vielen Dank für Ihre Nachricht. Anbei das Angebot:
- Erstens
2. Dann
Menge\tPreis
3\t12 €
Mit freundlichen Grüßen
Jan Weber

Von: Anna Meyer <a@example.com>
Gesendet: Dienstag, 3. März 2026
An: Jan Weber
Betreff: Angebot
Guten Tag Herr Weber,"""

GMAIL_QUOTE = (
    '<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">Am Mo., 2. März 2026 um'
    ' 10:00&nbsp;Uhr schrieb Anna &lt;<a href="mailto:a@example.com">a@example.com</a>&gt;:<br></div>'
    '<blockquote class="gmail_quote" style="border-left:1px solid">Wann?<blockquote class="gmail_quote">alt'
    "</blockquote></blockquote></div>"
)


def marks(html: str) -> list[tuple[Mark, str]]:
    rendered = read_html(html)
    return [(stretch.mark, stretch.span.of(rendered.text)) for stretch in rendered.marked]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("Hallo  \n Welt", "Hallo Welt"),
        ("<p>eins</p><p>zwei</p>", "eins\n\nzwei"),
        ("<div>eins</div><div>zwei</div>", "eins\nzwei"),
        ("<div>eins</div><div><br></div><div>zwei</div>", "eins\n\nzwei"),
        ("<div>eins</div><div>&nbsp;</div><div>zwei</div>", "eins\n\nzwei"),
        ("eins<br>zwei<br><br>drei", "eins\nzwei\n\ndrei"),
        ("<div>eins<br></div><div>zwei</div>", "eins\nzwei"),
        ('<p class="MsoNormal">eins</p><p class="MsoNormal">zwei</p>', "eins\nzwei"),
        ('<p style="margin:0">eins</p><p style="margin-top: 0px">zwei</p>', "eins\nzwei"),
        ("a <b>b</b>c &amp; J&uuml;rgen&nbsp;M", "a bc & Jürgen M"),
        ("<span>a&nbsp;</span></div><div>b</div>", "a\nb"),
        ("<ul><li>eins</li><li>zwei<ol><li>innen</li></ol></li></ul>", "- eins\n- zwei\n  1. innen"),
        ('<ol start="3"><li><p>drei</p></li><li>vier</li></ol>', "3. drei\n4. vier"),
        ("<table><tr><td>a</td><td></td><td>b</td></tr><tr><th>c</th><td>d</td></tr></table>", "a\tb\nc\td"),
        ("<table><tr><td><img></td><td>Name<br>Telefon</td><td>x</td></tr></table>", "Name\nTelefon\nx"),
        ("<pre>eins\n  zwei\n\ndrei</pre>", "eins\n  zwei\n\ndrei"),
        ('<div style="white-space: pre-wrap">eins\nzwei</div>', "eins\nzwei"),
        ('a<img src="x" alt="Logo">b', "ab"),
        ("a<script>x</script><style>y</style><!-- z -->b", "ab"),
        ("<head><title>Titel</title></head><body>a</body>", "a"),
        ('<div style="display:none;max-height:0">Vorspann</div>a', "a"),
        ('<div style="max-height:0px;overflow:hidden">Vorspann</div>a', "a"),
        ('<td style="font-size:0px"><div style="font-size:13px">a</div></td>', "a"),
        ("<p>\ufeffa</p>", "a"),
        ("<frameset></frameset>", ""),
    ],
)
def test_text(html: str, text: str) -> None:
    assert read_html(html).text == text


@pytest.mark.parametrize("padding", ["", "<br>" * 300])
def test_outlook_on_the_desktop(padding: str) -> None:
    rendered = read_html(OUTLOOK + padding)
    assert rendered.text == OUTLOOK_TEXT
    assert marks(OUTLOOK + padding) == [(Mark.QUOTE, OUTLOOK_TEXT[OUTLOOK_TEXT.index("Von:") :])]


def test_outlook_on_the_web() -> None:
    html = (
        '<body dir="ltr"><div class="elementToProof">Hallo Anna,</div><div><br></div><div>ja.</div>'
        '<div id="Signature"><div>Viele Grüße</div><div>Jan</div></div><div id="appendonsend"></div>'
        '<hr style="display:inline-block;width:98%"><div id="divRplyFwdMsg" dir="ltr"><b>Von:</b> Anna<br>'
        "<b>Gesendet:</b> Montag</div><div>Hallo Jan,</div></body>"
    )
    assert marks(html) == [
        (Mark.SIGNATURE, "Viele Grüße\nJan"),
        (Mark.QUOTE, "Von: Anna\nGesendet: Montag\nHallo Jan,"),
    ]


def test_new_mail_in_outlook_on_the_web_has_no_quote() -> None:
    assert marks('<div>Hallo</div><div id="appendonsend"></div><div>Text</div>') == []


def test_outlook_on_the_phone() -> None:
    html = (
        "<div>Ja.</div><div id='ms-outlook-mobile-signature'>Outlook für iOS</div>"
        "<div id='mail-editor-reference-message-container'><div style='border-width: 1pt medium medium; border-style:"
        " solid none none'><b>Von: </b>Anna<br><b>Datum: </b>Montag</div><p>Gut?</p></div>"
    )
    assert marks(html) == [
        (Mark.SIGNATURE, "Outlook für iOS"),
        (Mark.QUOTE, "Von: Anna\nDatum: Montag\n\nGut?"),
    ]


def test_gmail() -> None:
    html = (
        '<div dir="ltr">Hallo<div><span class="gmail_signature_prefix">-- </span><br><div class="gmail_signature"'
        f' data-smartmail="gmail_signature">Jan<br>ACME</div></div></div><br>{GMAIL_QUOTE}'
    )
    assert marks(html) == [
        (Mark.SIGNATURE, "-- \nJan\nACME"),
        (Mark.QUOTE, "Am Mo., 2. März 2026 um 10:00 Uhr schrieb Anna <a@example.com>:\n\nWann?\n\nalt"),
    ]


def test_answers_written_into_a_quote_in_gmail_are_no_quote() -> None:
    html = (
        '<div class="gmail_quote"><div class="gmail_attr">On Monday Anna wrote:<br></div>'
        '<blockquote class="gmail_quote">One?<blockquote>old</blockquote></blockquote><div>Yes.</div>'
        '<blockquote class="gmail_quote">Two?</blockquote><div>No.</div></div>'
    )
    assert marks(html) == [
        (Mark.QUOTE, "On Monday Anna wrote:\n\nOne?\n\nold"),
        (Mark.QUOTE, "Two?"),
    ]


def test_an_indented_paragraph_in_gmail_is_no_quote() -> None:
    html = 'Hallo<blockquote style="margin:0 0 0 40px;border:none;padding:0px">eingerückt</blockquote>'
    assert marks(html) == []
    assert read_html(html).text == "Hallo\neingerückt"


@pytest.mark.parametrize("line", ["Forwarded message", "Weitergeleitete Nachricht"])
def test_a_forward_in_gmail(line: str) -> None:
    html = (
        f'FYI<br><div class="gmail_quote"><div class="gmail_attr">---------- {line} ---------<br>Von: Anna</div>'
        "<div>Inhalt</div></div>"
    )
    assert marks(html) == [(Mark.FORWARD, f"---------- {line} ---------\nVon: Anna\nInhalt")]


def test_apple_mail() -> None:
    html = (
        '<body>danke!<br id="lineBreakAtBeginningOfMessage"><div><br><blockquote type="cite"><div>Am 02.03.2026 um'
        ' 10:00 schrieb Anna:</div><br class="Apple-interchange-newline"><div>Text</div></blockquote></div></body>'
    )
    assert marks(html) == [(Mark.QUOTE, "Am 02.03.2026 um 10:00 schrieb Anna:\n\nText")]


def test_iphone() -> None:
    html = (
        '<body dir="auto">Passt.<br><br id="lineBreakAtBeginningOfSignature"><div dir="ltr">Von meinem iPhone'
        ' gesendet</div><div dir="ltr"><br><blockquote type="cite">Am Montag schrieb Anna:<br><br></blockquote></div>'
        '<blockquote type="cite"><div>Frage?</div></blockquote></body>'
    )
    assert marks(html) == [
        (Mark.SIGNATURE, "Von meinem iPhone gesendet"),
        (Mark.QUOTE, "Am Montag schrieb Anna:\n\nFrage?"),
    ]


@pytest.mark.parametrize("line", ["Anfang der weitergeleiteten Nachricht:", "Begin forwarded message:"])
@pytest.mark.parametrize("inside", [True, False])
def test_a_forward_in_apple_mail(line: str, inside: bool) -> None:
    first, second = ("", f"<div>{line}</div><br>") if inside else (f"<div>{line}</div><br>", "")
    html = f'siehe unten<br><br>{first}<blockquote type="cite">{second}<b>Von: </b>Anna<br>Text</blockquote>'
    assert [mark for mark, _ in marks(html)] == [Mark.FORWARD]
    assert marks(html)[0][1].startswith(line)


def test_thunderbird() -> None:
    html = (
        '<p>ja, gern.<br></p><div class="moz-cite-prefix">Am 02.03.2026 schrieb Anna:<br></div>'
        '<blockquote type="cite" cite="mid:x@example.com"><pre class="moz-quote-pre" wrap="">Kommen Sie?\n</pre>'
        '</blockquote>Noch etwas.<pre class="moz-signature" cols="72">-- \nJan Weber\nACME</pre>'
    )
    assert marks(html) == [
        (Mark.QUOTE, "Am 02.03.2026 schrieb Anna:\n\nKommen Sie?"),
        (Mark.SIGNATURE, "-- \nJan Weber\nACME"),
    ]


def test_a_forward_in_thunderbird() -> None:
    html = (
        '<p>FYI</p><div class="moz-forward-container"><br>-------- Weitergeleitete Nachricht --------<table'
        ' class="moz-email-headers-table"><tr><th>Von: </th><td>Anna</td></tr></table><p>Text</p></div>'
    )
    assert marks(html) == [
        (Mark.FORWARD, "-------- Weitergeleitete Nachricht --------\nVon:\tAnna\n\nText"),
    ]


def test_gmx_and_web_de() -> None:
    html = (
        '<div>Danke.</div><div class="signature">Jan</div><div>&nbsp;<div name="quote" style="border-left:2px solid">'
        "<b>Gesendet:</b>&nbsp;Montag<br/><b>Von:</b>&nbsp;Anna<div>Wie geht's?</div></div></div>"
    )
    assert marks(html) == [
        (Mark.SIGNATURE, "Jan"),
        (Mark.QUOTE, "Gesendet: Montag\nVon: Anna\nWie geht's?"),
    ]


def test_yahoo() -> None:
    html = '<div>ok.</div><div id="ydp1" class="ydp1yahoo_quoted_1">Am Montag schrieb Anna:<div>Text</div></div>'
    assert marks(html) == [(Mark.QUOTE, "Am Montag schrieb Anna:\nText")]


def test_the_line_that_announces_a_quote_belongs_to_it() -> None:
    html = '<p>Ja.</p><p>Am 2. März schrieb Anna:</p><blockquote type="cite">Gut?</blockquote>'
    assert marks(html) == [(Mark.QUOTE, "Am 2. März schrieb Anna:\n\nGut?")]


def test_own_quotation_marks_and_lists_carry_no_marks() -> None:
    assert marks("<p>Von: heute an</p><div style='border:1px solid'>Von: wegen</div><ul><li>a</li></ul>") == []


EVIL = {
    "deep": "<div>",
    "hidden in comments": "<div><!--</div>-->",
    "hidden in code": "<script></div></script><div>",
    "hidden in attributes": '<div title="</div>">',
    "hidden in broken attributes": '<br "><div ">',
    "closed where it does not count": "<div><table><tr><td></div></table>",
    "formatting without end": "<b><p><i id=x></b>",
    "drawings": "<svg><style><div></style>",
    "nested quotes": "<div class=gmail_quote><blockquote type=cite>",
    "many quotes": "<blockquote type=cite>x</blockquote>y",
    "many borders": "<div style='border:solid'>",
    "cells": "<table><tr><td>x",
    "open tags": "<",
    "open attributes": '<a "',
}


@pytest.mark.parametrize("piece", EVIL.values(), ids=EVIL.keys())
def test_time_grows_with_length_only(piece: str) -> None:
    html = piece * (400_000 // len(piece))
    start = time.perf_counter()
    read_html(html)
    assert time.perf_counter() - start < 8


def test_html_with_very_many_tags_keeps_its_lines_but_no_marks() -> None:
    html = (
        "<style>x</style><!-- <p>y --><p>Hallo&nbsp;<b>Anna</b>,</p><p>eins<br>a < b</p><div>zwei</div><div>drei</div>"
        "<blockquote type=cite>alt</blockquote>"
    )
    rendered = read_html(html + "<i></i>" * MAX_TAGS)
    assert rendered.text == "Hallo Anna,\n\neins\na < b\n\nzwei\ndrei\nalt"
    assert rendered.marked == ()


def test_formatting_without_end_does_not_multiply() -> None:
    html = "<p>" + "".join(f"<i id={number}>" for number in range(10_000)) + "<p>x" * 10_000
    assert read_html(html).text.count("x") == 10_000


@given(st.lists(st.sampled_from([*EVIL.values(), "</div>", "</td>", "<pre>", "\n", "&nbsp;", "a ", "<li>"])))
def test_marks_lie_inside_the_text(pieces: list[str]) -> None:
    rendered = read_html("".join(pieces))
    assert all(stretch.span.end <= len(rendered.text) for stretch in rendered.marked)
    rendered.text.encode()
