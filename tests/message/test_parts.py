"""Salutation, body, closing, signature, quotes and footers, in the habits of many clients."""

from __future__ import annotations

import pytest

from msglint.message.model import Address, Headers, Mark, Message

ANNA = Address("Anna Meyer", "anna@example.org")


def message(text: str, *, to: str = "", from_: str = "", subject: str | None = None) -> Message:
    return Message.from_text(text, to=[to] if to else [], from_=from_ or None, subject=subject)


def salutation_of(text: str, to: str = "") -> str | None:
    found = message(text, to=to).parts.salutation
    return found.span.of(text) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sehr geehrte Frau Dr. Meyer,\n\nvielen Dank.", "Sehr geehrte Frau Dr. Meyer,"),
        (
            "Sehr geehrter Herr Ass.-Prof. Mag. Dr. Weiß!\nVielen Dank.",
            "Sehr geehrter Herr Ass.-Prof. Mag. Dr. Weiß!",
        ),
        ("S.g. Hr. Weiß,\nanbei.", "S.g. Hr. Weiß,"),
        ("Liebe Anna, lieber Tom,\n\nbis morgen.", "Liebe Anna, lieber Tom,"),
        ("Liebe Anna,\nlieber Tom,\n\nbis morgen.", "Liebe Anna,\nlieber Tom,"),
        ("Liebe Anna, Tom und Eva,\n\nbis morgen.", "Liebe Anna, Tom und Eva,"),
        ("Hallo zusammen!\nBis morgen.", "Hallo zusammen!"),
        ("Hallo, Klaus,\n\nbis morgen.", "Hallo, Klaus,"),
        ("Moin moin\n\nbis morgen.", "Moin moin"),
        ("Grüezi Frau Aebi\n\nMerci.", "Grüezi Frau Aebi"),
        ("Frohe Ostern, liebe Frau Schenk!\n\nAlles Gute.", "Frohe Ostern, liebe Frau Schenk!"),
        ("Hi Marco, hast du die Zahlen?", "Hi Marco,"),
        ("Hey ich hab es dir geschickt", "Hey"),
        ("Guten Abend - ich habe eine Frage.", "Guten Abend -"),
        ("Frau Müller,\n\nder Bericht ist fertig.", "Frau Müller,"),
        ("Danke, Enzo. Ich schaue es mir an.", "Danke, Enzo."),
        (
            "ACME GmbH\nHauptstraße 5\n\nSehr geehrte Damen und Herren,\n\nhiermit kündige ich.",
            "Sehr geehrte Damen und Herren,",
        ),
        ("Dear Ms Parker:\n\nThank you.", "Dear Ms Parker:"),
        ("To whom it may concern,\n\nplease find below.", "To whom it may concern,"),
        ("Good morning Tom\n\nthe room is booked.", "Good morning Tom"),
    ],
)
def test_salutation(text: str, expected: str) -> None:
    assert salutation_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jeff,\n\nthe report is done.", "Jeff,"),
        ("Jeff - the report is done", "Jeff -"),
        ("Jeff:  I will call you on Monday.", "Jeff:"),
        ("Jeff\n\nthe report is done.", "Jeff"),
        ("Jeff this memo is for you.", "Jeff"),
        ("Thanks Jeff - I will try.", "Thanks Jeff -"),
        ("Privileged and confidential\n\nJeff\n\nmany thanks.", "Jeff"),
    ],
)
def test_a_recipients_bare_name_is_a_salutation(text: str, expected: str) -> None:
    assert salutation_of(text, to="Jeff Dole <jeff@example.com>") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Vielen Dank für das Angebot.",
        "Liebe Grüße\nTom",
        "Leider, das muss ich sagen, klappt es nicht.",
        "Update: der Server läuft wieder und alle Dienste sind da.",
        "Note - the report is done and on the drive for everybody.",
        "Termin ok",
        "Hiermit kündige ich.",
        "AN ALLE DIE IMMER VOR DEM TOR PARKEN\n\nHier wird abgeschleppt.",
    ],
)
def test_no_salutation(text: str) -> None:
    assert salutation_of(text) is None


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("Mit freundlichen Grüßen\nTom Weiß", "Mit freundlichen Grüßen"),
        ("mit (noch) freundlichen Grüßen\nTom", "mit (noch) freundlichen Grüßen"),
        ("Freundliche grüsse, Tom", "Freundliche grüsse"),
        ("lg Tom", "lg"),
        ("GLG\nTom", "GLG"),
        ("Bis bald!", "Bis bald"),
        ("Mit vorzüglicher Hochachtung\n\nHans Pfister\nObermeister", "Mit vorzüglicher Hochachtung"),
        ("Hol di munter\nOle", "Hol di munter"),
        ("Das war es, ciao!\nTom", "ciao"),
        ("Best regards,\nTom", "Best regards"),
        ("With sincere condolences,\n\nLionel Frost", "With sincere condolences"),
        ("Please let me know. Thanks. TW", "Thanks"),
        ("Viele Grüße\nTom\n\nPS: Hast du die Zahlen?", "Viele Grüße"),
    ],
)
def test_closing(end: str, expected: str) -> None:
    text = f"Hallo Anna,\n\nder Bericht ist fertig und liegt auf dem Laufwerk.\n\n{end}"
    found = message(text).parts.closing
    assert found is not None
    assert found.span.of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hallo Anna,\n\nich soll dir Grüße von Eva ausrichten, sie ist in Rom.\n\nTom",
        "Dear Anna,\n\nBest Foods has paid the invoice.\n\nTom",
        "Sehr geehrte Frau Meyer,\n\ndas LG Berlin hat entschieden.",
        "Hallo Anna,\n\nvielen Dank für das Paket, das gestern mit der zweiten Lieferung aus dem Lager in Kassel "
        "bei uns ankam.",
    ],
)
def test_no_closing(text: str) -> None:
    assert message(text).parts.closing is None


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("Hallo Anna,\n\nbis morgen.\n\nViele Grüße\nTom", True),
        ("Hallo Anna,\n\nbis morgen.\n\nViele Grüße", False),
        ("Hallo Anna,\n\nich komme um drei zu dir ins Büro.\n\nLiebe Grüße :)", False),
        ("Hi Anna,\n\nsee you there. TW", True),
        ("Hi Anna,\n\nI will be there.\n\nTom White\nACME Ltd\nPhone: 020 1234567", True),
        ("Hi Anna,\n\nI will be there.\n\n-- \nTom White", True),
        ("Hallo Anna,\n\nich komme um drei zu dir ins Büro.\n\nLiebe Grüße von Tom", True),
    ],
)
def test_signed(text: str, signed: bool) -> None:
    assert message(text).parts.signed is signed


QUOTES = {
    "angle brackets": "> Passt Montag?\n> Gruß, Anna",
    "German attribution": "Am 03.03.2026 um 14:12 schrieb Anna Meyer <anna@example.org>:\n> Passt Montag?",
    "wrapped attribution": "Am Di., 3. März 2026 um 14:12 Uhr schrieb Anna Meyer <\nanna@example.org>:\n\n> Passt "
    "Montag?",
    "attribution without brackets": "Am 03.03.2026 um 14:12 schrieb Anna Meyer <anna@example.org>:\n\nPasst Montag?",
    "name first": "Anna Meyer <anna@example.org> schrieb am 03.03.2026 um 14:12:\n> Passt Montag?",
    "English attribution": "On Tue, Mar 3, 2026 at 2:12 PM Anna Meyer <anna@example.org> wrote:\n> Does Monday suit "
    "you?",
    "German Outlook": "-----Ursprüngliche Nachricht-----\nVon: Anna Meyer\nGesendet: Dienstag, 3. März 2026 "
    "14:12\nAn: Tom\nBetreff: Montag\n\nPasst Montag?",
    "Outlook without rule": "Von: Anna Meyer <anna@example.org>\nGesendet: Dienstag, 3. März 2026 14:12\nAn: Tom "
    "Weiß <tom@example.com>\nBetreff: Montag\n\nPasst Montag?",
    "Outlook with line": "________________________________\nFrom: Anna Meyer <anna@example.org>\nSent: Tuesday, "
    "March 3, 2026 2:12 PM\nTo: Tom White\nSubject: Monday\n\nDoes Monday suit you?",
    "web.de": 'Gesendet: Dienstag, 03. März 2026 um 14:12 Uhr\nVon: "Anna Meyer" <anna@web.example>\nAn: '
    "tom@example.com\nBetreff: Montag\n\nPasst Montag?",
    "Lotus Notes": "Anna Meyer\n03/03/2026 02:12 PM\nTo: Tom White/HOU/ACME@ACME\ncc:\nSubject: Monday\n\nDoes "
    "Monday suit you?",
}


@pytest.mark.parametrize("quote", QUOTES.values(), ids=QUOTES.keys())
def test_quote_is_not_the_authors(quote: str) -> None:
    own = "Hallo Anna,\n\nMontag passt mir gut.\n\nGruß\nTom"
    parts = message(f"{own}\n\n{quote}\n").parts
    assert [span.of(parts.text) for span in parts.own] == [own]
    assert [found.span.of(parts.text).strip() for found in parts.quotes] == [quote]
    assert parts.quotes[0].kind is Mark.QUOTE


def test_bottom_and_inline_posting() -> None:
    text = (
        "Am 03.03.26 um 09:41 schrieb Anna Meyer:\n> Passt Montag?\n\nHallo Anna,\n\nja, gern.\n\n> Und der "
        "Raum?\n\nDer ist frei.\n\nGruß\nTom"
    )
    parts = message(text).parts
    assert [span.of(text) for span in parts.own] == ["Hallo Anna,\n\nja, gern.", "Der ist frei.\n\nGruß\nTom"]
    assert parts.salutation is not None
    assert parts.closing is not None
    assert len(parts.own_text) == len(text)


@pytest.mark.parametrize(
    "mark",
    [
        "-------- Weitergeleitete Nachricht --------",
        "---------- Forwarded message ---------",
        "Anfang der weitergeleiteten Nachricht:",
        "---------------------- Forwarded by Anna Meyer/HOU/ACME on 03/03/2026 02:12",
    ],
)
def test_forward_without_own_text(mark: str) -> None:
    text = f"{mark}\nVon: Eva <eva@example.org>\nAn: Tom <tom@example.com>\nBetreff: Plan\n\nHier der Plan."
    parts = message(text).parts
    assert parts.is_bare_forward
    assert parts.quotes[0].kind is Mark.FORWARD


@pytest.mark.parametrize(
    "footer",
    [
        "Von meinem iPhone gesendet",
        "Diese Nachricht wurde von meinem Android Mobiltelefon mit GMX Mail gesendet.",
        "Sent from my iPad",
        "Get Outlook for iOS",
        "Diese E-Mail enthält vertrauliche Informationen und ist nur für den genannten Empfänger bestimmt. Etwaige "
        "Anhänge bitte löschen.",
        "This e-mail is confidential and intended solely for the addressee. If you are not the intended recipient, "
        "delete all attachments.",
    ],
)
def test_footer_is_not_the_authors(footer: str) -> None:
    own = "Hallo Anna,\n\nMontag passt mir gut.\n\nGruß\nTom"
    parts = message(f"{own}\n\n{footer}").parts
    assert [span.of(parts.text) for span in parts.own] == [own]


def test_a_colon_line_about_writing_is_no_attribution() -> None:
    text = "Hallo Anna,\n\nwie Herr Groß neulich schrieb:\nDas Wetter wird besser.\n\nGruß\nTom"
    assert message(text).parts.quotes == ()


def test_masked_text_keeps_every_offset() -> None:
    text = "Hallo Anna,\n\nja.\n\n> Passt Montag?\n\nGruß\nTom"
    own = message(text).parts.own_text
    assert len(own) == len(text)
    assert own.count("\n") == text.count("\n")
    assert own.index("Gruß") == text.index("Gruß")
    assert "Montag" not in own


def test_subject_tells_a_forward_from_a_reply() -> None:
    text = "Zur Ansicht.\n\nVon: Eva <eva@example.org>\nGesendet: Montag\nAn: Tom\nBetreff: Plan\n\nHier."
    forward = Message(text, Headers(known=True, subject="WG: Plan"))
    reply = Message(text, Headers(known=True, subject="AW: Plan"))
    assert forward.parts.quotes[0].kind is Mark.FORWARD
    assert not forward.is_reply
    assert reply.is_reply
