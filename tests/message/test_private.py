"""Notes among friends and in the family, and what must not be taken for one."""

from __future__ import annotations

import pytest

from msglint import Message
from msglint.message.model import Audience, Relationship
from msglint.message.private import is_private

NOTE = "hey du,\n\nbin schon am bahnhof :) bringst du noch bier mit? haha\n\nlg kathi"

PRIVATE = [
    # Family
    "Hallo Mama,\n\nich komm am Samstag erst gegen acht, der Zug davor war voll.\n\nBis dann, Jonas",
    "Servus Papa,\n\nhast du die Leiter noch? Ich bräuchte sie am Wochenende.\n\nBussi, Vroni",
    "Liebe Oma,\n\ndanke für den Kuchen, der war in zehn Minuten weg.\n\nKüsschen von uns allen, Lena",
    "Ich hab den Film auch nie gesehen, frag mal deinen Bruder.\n\nMama",
    "Liebe Tante Ilse,\n\ndie Karte ist heute gekommen, wir haben uns alle sehr gefreut.\n\nDicke Umarmung und Bussis!",
    "Lieber Felix,\n\ndanke für deinen Anruf. Wir drücken dir fest die Daumen für die Prüfung.\n\nOma und Opa",
    "Mein Schatz,\n\nder Arzt sagt, es ist nichts. Ich bin um sechs daheim, koch schon mal Wasser auf :*",
    # Friends
    NOTE,
    "Hallo du,\n\nhast du die Bücher schon? Meld dich einfach :-)\n\nglg",
    "Oh man :D\nDas ist so krass, ich hab echt gelacht. Sag mal Bescheid, wann du da bist!",
    "Und du?\nBin seit gestern wieder da und hab noch nix ausgepackt. Kommst du am Freitag ins Kino?",
    "ok, Lust hätte ich schon.",
    "ja voll gern! hab eh noch nix vor. wann gehts los? bring einfach wen mit :)",
    "Naja, eh klar, dass der wieder nicht kommt. Hätt mich auch gewundert ;-) Ciao, bis später",
    "na du,\n\nwie wars in wien? erzähl mal. hier is alles beim alten.\n\nlg mo",
    "Ich muss dir was sagen: Er hat angerufen!!! Sooo süß, haha. Mehr heut Abend, ich platze sonst :D",
    "Heute geht's bei mir leider nimmer, bin total platt. Morgen dann aber echt, ja? Bussi",
    "Hey,\n\ntut mir total leid, dass i mi erst jetzt meld. War net so leicht die Woche, jetzt gehts wieder.\n\nBussi",
    "Liebe Caro,\n\nwas für ein Abend! Ich hab heute noch Muskelkater vom Tanzen, haha :D Die Fotos schick ich dir, "
    "sobald ich wieder zu Hause bin. Ihr seid echt super!\n\nHab dich lieb, Nina",
    # Fellow students
    "Hallo :)\n\nDie Punkte sind online, habts ihr schon geschaut? Ich hab 39, so cool!\n\nGlg",
    "das is alles, was bis morgen zum lernen is. seite drei kannst weglassen, hab ich noch nicht fertig. viel spaß lol",
    "Puh, keine Ahnung, ich hab bei der vier auch was Krummes raus ^^ Frag mal Jule, die hat's eh immer richtig.",
    "Du, ich glaub, wir haben beide den falschen Text gelesen, haha. Wie machen wir's jetzt? Treffen um drei vor der "
    "Bib? Hab dann bis fünf frei :)",
    # English
    "hey dude,\n\nyou gonna make it tonight? we're at the bar till ten.\n\nlater, Mike",
    "Hi Mom,\n\nwe got home fine, the kids slept the whole way. Thanks for everything!\n\nLove you, Jen",
    "haha yeah i know, he's so weird. are u coming on saturday? i'll bring the beer",
    "Hey sweetie,\n\nI'm stuck in traffic, start dinner without me. Miss you!\n\nxoxo",
    "lol that's awesome!! We had so much fun at the lake, you should have seen the dog :)",
    "yeah sure, wanna grab a beer after the game? haven't seen you guys in ages. i'm free after six, i really need it",
    "Hi Grandma,\n\nthe sweater fits, and the cookies are gone already. Hugs and kisses from all of us!\n\nLucy",
]

NOT_PRIVATE = [
    # Business du
    "Hallo Anna,\n\nkannst du bitte das Angebot bis Freitag prüfen?\n\nLG Tom",
    "Hallo Anna, kannst du bitte das Angebot bis Freitag prüfen? LG Tom",
    "Hi Tom,\n\ncool, hab die Unterlagen bekommen, danke dir! :)\n\nLG Anna",
    "Hey Lea,\n\ndas Deployment ist durch, schaust du bitte noch mal auf die Logs? :)\n\nLG, Tim",
    "Danke dir, Anna, das hilft mir sehr weiter.\n\nViele Grüße\nTom",
    "Hi Jan, super, dann machen wir das so. Ich schicke dir die Folien bis Mittag. Bis später, Kim",
    "Moin zusammen,\n\nder Termin morgen fällt aus, haha, wer hätte das gedacht. Bis Montag :)\n\nLG Ole",
    "Ja, passt, danke dir. Ich gebe dem Team Bescheid.",
    "Ok, machen wir so. Die Rechnung kommt morgen, haha :)",
    "Kannst du mir bitte die Zahlen für das zweite Quartal schicken? Danke dir!",
    "Hallo Ben,\n\nhast du kurz Zeit? Ich bräuchte deine Freigabe für den Entwurf.\n\nlg Mia",
    "Liebe Kolleginnen und Kollegen,\n\nder Kuchen steht in der Küche, greift zu :) Echt lecker, haha!\n\nBussi, Eva",
    "Hi Nora,\n\nder Kunde hat eben angerufen, er ist voll begeistert :D Mega, oder? Hab dir die Mail gleich "
    "weitergeleitet.\n\nlg Max",
    "Hallo Paul,\n\nkommst du heute mit in die Kantine? Ich hätte Hunger. Wir gehen um zwölf los.\n\nLG Kai",
    "na endlich, der server läuft wieder :) hab das ticket zugemacht. sagst du dem team bescheid?",
    "Hallo Jens,\n\nwie war dein Urlaub? Hier ist alles gut gelaufen, die Liste liegt bereit.\n\nViele Grüße\nIda",
    # Sie
    "Ich hab Ihnen den Text schon geschickt, haha, da haben wir uns überschnitten :)",
    "ja gern, schicken Sie es mir einfach. bin eh bis sechs da :) lg",
    "Hallo Frau Berger,\n\nes geht uns eh gut, danke :) Die Mama ist wieder daheim.\n\nlg Resi",
    "Sehr geehrter Herr Professor Lang,\n\nich hab leider die Prüfung verpasst :( Gibt's noch einen Termin?\n\nlg Leo",
    "Guten Tag Herr Wolf,\n\nich komm morgen erst um neun, mein Zug hat echt immer Verspätung :)\n\nBis dann\nTom Weiß",
    "Hallo liebes Team,\n\nich hätte total Lust auf den Kurs :) Ist noch was frei? Freu mich mega!\n\nBussi, Sophie",
    # Signs of a firm
    "Hey Uli,\n\nhaha, das war ein Abend! Bis bald :D\n\nlg Sepp\n\nHuber Holzbau GmbH\nTel. 0512 345678",
    "hallo karl,\n\nhier der link, echt super :) haha\n\nlg edi\n\nEdi Moser (Handy: 0664/1234567)\nSozialarbeiter",
    "Hey Pia,\n\nmega, freu mich :D\n\nlg\nMag. Eva Stern\nInstitut für Physik",
    "Hey,\n\nbin leider krank :( Meine Krankmeldung und die Matrikelnummer schick ich noch. Bussi",
    "Hallo liebe Vermieter,\n\nbei uns tropft's im Bad, voll blöd :( Könnt ihr wen schicken? Die Kaution reicht.\n\nlg",
    # Hardly anything to tell by
    "Danke!",
    "Vielen Dank.\n\nSchönen Tag noch",
    "Anbei die Datei.",
    "Entschuldige, dass ich so spät dran bin!\n\nLiebe Grüße\nPia",
    "",
    # English
    "Hi Anna,\n\ncan you review the proposal by Friday? Thanks!\n\nTom",
    "Hey Tom, thanks for the draft, looks cool. I'll send comments tomorrow.\n\nBest,\nAnna",
    "Hey guys,\n\nthe meeting moved to three, sorry about that. See you there :)\n\nJim",
    "yeah, the client signed, awesome :) i'll send the contract later, i'm on the train",
    "Dear Ms Parker,\n\nhaha, that was fun. See you soon :)\n\nLove, Jen",
    "Thanks Mike, sounds good.\n\nBest regards,\nJen",
    "Ok, will do. Can you send me the spreadsheet again?",
    # Neither language
    "Ciao mamma, ci vediamo domani sera, un bacio grande a tutti e due :) haha",
]


@pytest.mark.parametrize("text", PRIVATE, ids=lambda text: text[:30])
def test_a_note_among_those_who_are_close(text: str) -> None:
    assert is_private(Message.from_text(text))


@pytest.mark.parametrize("text", NOT_PRIVATE, ids=lambda text: text[:30])
def test_what_is_no_private_note(text: str) -> None:
    assert not is_private(Message.from_text(text))


@pytest.mark.parametrize(
    "given",
    [
        {"from_": "Kathi <kathi@gmx.at>", "to": "mo@gmail.com"},
        {"subject": "Samstag"},
        {"subject": "AW: bahnhof"},
        {"to": "Mo Berg <mo@web.de>", "subject": ""},
    ],
)
def test_what_may_be_known_of_a_private_note(given: dict[str, str]) -> None:
    assert is_private(Message.from_text(NOTE, **given))


@pytest.mark.parametrize(
    "given",
    [
        {"from_": "kathi@firma.example", "to": "mo@gmail.com"},
        {"from_": "kathi@gmail.com", "to": "mo@firma.example"},
        {"from_": "kathi@gmail.com", "to": "info.bahnhof@gmail.com"},
        {"to": "mo@gmail.com", "cc": "team@firma.example"},
        {"subject": "Rechnung 12"},
        {"subject": "Unser Angebot"},
        {"channel": "messenger"},
        {"channel": "letter"},
    ],
)
def test_what_is_known_beside_the_text_speaks_against_it(given: dict[str, str]) -> None:
    assert not is_private(Message.from_text(NOTE, **given))


@pytest.mark.parametrize(
    "given",
    [
        {"audience": Audience.CUSTOMER},
        {"audience": Audience.COLLEAGUE},
        {"given_relationship": Relationship.NONE},
        {"own_domains": ("firma.example",)},
    ],
)
def test_what_the_user_says_speaks_against_it(given: dict[str, object]) -> None:
    assert not is_private(Message.from_text(NOTE).with_(**given))


def test_people_who_know_each_other_may_be_close() -> None:
    assert is_private(Message.from_text(NOTE).with_(given_relationship=Relationship.EXISTING))


def test_only_the_author_s_own_words_count() -> None:
    answer = "Passt, bis morgen um neun.\n\nTom\n\n"
    quoted = "\n".join(f"> {line}" for line in NOTE.split("\n"))

    assert not is_private(Message.from_text(answer + quoted))
    assert is_private(
        Message.from_text(f"{NOTE}\n\n> Sehr geehrte Frau Berger,\n> anbei die Rechnung der Muster GmbH.")
    )


def test_a_business_word_counts_wherever_it_stands_in_a_long_note() -> None:
    long = NOTE.replace("\n\nlg", f" {'und dann war da noch was. ' * 120}\n\nlg")

    assert is_private(Message.from_text(long))
    assert not is_private(Message.from_text(long.replace("und dann war da noch was", "im vertrag steht es", 60)))


A_LINE = "Dann komme ich danach kurz zu dir. Danke!\n\nLG, Oskar"


def test_a_line_that_says_du_comes_from_a_talk_where_nothing_else_is_known() -> None:
    assert is_private(Message.from_text(A_LINE))
    assert not is_private(Message.from_text(A_LINE, to="Anna Meyer <a.meyer@gmail.com>"))
    assert not is_private(Message.from_text(A_LINE.replace("zu dir", "zu Ihnen")))
    assert not is_private(Message.from_text(A_LINE.replace("danach", "mit der Rechnung")))
    assert not is_private(Message.from_text(f"Hallo Anna,\n\n{A_LINE}"))
