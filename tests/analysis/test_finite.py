"""Finite verbs in one-line answers: held-out examples per class, German and English."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import pytest

from msglint.analysis.finite import finite_verbs, has_finite_verb
from msglint.analysis.tagger import HantaTagger, Token, split_sentences, tokenise

# fmt: off
FINITE_DE: Final = (
    # elided subjects
    "Passt.", "Passt mir gut.", "passt mir gut", "Mache ich.", "mach ich", "Geht klar.", "Komme morgen.",
    "Bin dabei.", "Bin schon unterwegs", "Klingt gut!", "klingt super 👍", "Hab ich erledigt.",
    "Wird gemacht.", "Reicht mir am Montag.", "Sehe ich genauso.", "Schaue ich mir an.",
    "Weiß ich leider nicht.", "Freut mich sehr!", "Tut mir leid.", "Melde mich gleich.",
    "melde mich morgen nochmal", "Muss ich prüfen.", "Kann ich gerne übernehmen.", "Stimmt.", "stimmt so",
    "Gilt weiterhin.", "Dauert noch etwas.", "Rufe später zurück.", "Gebe ich weiter.",
    "Kläre ich mit Herrn Vogt.", "Kommt heute noch.", "Funktioniert leider nicht.", "Läuft.",
    "läuft bei uns", "Gefällt mir.", "Hängt vom Preis ab.", "Steht im Kalender.", "Lag am Server.",
    "War mein Fehler.", "Hatte ich übersehen.",
    # imperatives
    "Ruf mich bitte an.", "Bitte prüfen.", "Bitte prüfen Sie das.", "Bitte um 9 Uhr anrufen.",
    "Schick mir die Datei.", "Schicken Sie mir bitte den Entwurf.", "Sag Bescheid!",
    "sag einfach Bescheid", "Gib mir kurz Rückmeldung.", "Bitte bis Freitag freigeben.",
    "Bitte nicht weiterleiten.", "Lass uns telefonieren.", "Komm einfach vorbei.",
    "Nimm den Zug um acht.", "Warte noch kurz.", "Schauen Sie mal rein.", "Frag doch Petra.",
    "Bitte beachten!", "Melde dich bei mir.",
    # full clauses
    "Das Angebot kommt heute.", "Die Rechnung liegt bei.", "Der Kunde bestätigt den Termin.",
    "Ich bestätige den Termin.", "Wann treffen wir uns?", "Wer übernimmt das?",
    "Wo finde ich die Vorlage?", "Warum fehlt die Anlage?", "Petra kümmert sich darum.",
    "Wir liefern am Dienstag.", "Die Heizung brummt seit gestern.", "Der Drucker streikt.",
    "Unser Büro schließt um 16 Uhr.", "Er verspätet sich.", "Anna und Tom fahren mit.",
    "Ihr Paket wartet in der Filiale.", "Nachher treffen wir den Architekten.",
    "Dann nehmen wir Variante B.", "Gestern fiel der Strom aus.", "Trotzdem schrieb niemand zurück.",
    "Alle stimmten zu.", "das kostet 40 €", "die anlage fehlt noch", "wir sehen uns montag",
    "ich schau mal", "geht's auch früher?", "Hab's gesehen.", "Wie geht’s?", "ok, ich übernehme das",
    "Ja, das klappt.", "Nein, leider verhindert uns der Umzug.", "Danke, das hilft mir sehr!",
    "Super, freue mich 😊", "Hallo Jan, die Folien fehlen.", "Gerne, ich buche den Raum.",
    "DAS GEHT NICHT", "Falls es brennt: Notruf wählen.", "Wie besprochen schicke ich die Unterlagen.",
    "Vielen Dank, ich prüfe es.", "Der Vertrag endet im Mai.", "Firma Huber liefert die Fenster.",
    "Kd. wünscht Rückruf",
)

NO_FINITE_DE: Final = (
    # participles and adjectives
    "Erledigt.", "erledigt ✅", "Schon erledigt.", "Wie besprochen.", "Wie gestern besprochen",
    "Verstanden.", "Alles verstanden, danke.", "Termin bestätigt.", "Rechnung bezahlt.",
    "Paket verschickt.", "Bereits bestellt", "Noch nicht geklärt.", "Gesehen und notiert.", "Abgelehnt.",
    "Leider verhindert.", "Einverstanden.", "Gut gelaunt zurück aus dem Urlaub", "Gebucht!",
    "Vertrag unterschrieben.", "Angebot abgelaufen", "Gerade verschickt", "Termin ok", "Alles klar",
    "alles gut", "Sehr gut!", "Super!", "Perfekt, danke", "Leider nein.", "Noch offen.", "Nicht möglich.",
    "Genau richtig.", "ok", "OK 👍", "Passend.",
    # thanks, greetings, closings
    "Danke!", "Vielen Dank", "Vielen Dank für die schnelle Antwort!", "Besten Dank vorab", "Danke dir!",
    "danke schön", "Bitte", "Bitte!", "Bitte sehr.", "Bitte schön!", "Gern geschehen", "Gruß",
    "Gruß Thomas", "Viele Grüße", "Mit freundlichen Grüßen", "LG Sabine", "VG", "Schönes Wochenende!",
    "Guten Morgen zusammen", "Hallo Frau Weber", "Bis morgen!", "Bis dann", "Gute Besserung!",
    "Herzlichen Glückwunsch zum Geburtstag!", "Frohe Ostern", "Liebe Kolleginnen und Kollegen,",
    "Sehr geehrte Damen und Herren", "Gute Reise 🚆", "Entschuldigung", "Sorry!", "Willkommen im Team!",
    # set phrases
    "Siehe Anhang.", "siehe unten", "Siehe Mail von gestern", "s. u.", "Vgl. Anlage 3", "z. K.",
    "Zur Info.", "zur Kenntnis", "FYI", "Anbei die Rechnung.", "Anbei wie gewünscht die Unterlagen",
    "Im Anhang die Datei", "z. B. am Montag", "d. h. ohne Aufpreis", "u. a. wegen der Kosten",
    # nominal answers, headlines, list items
    "Am Montag um 10 Uhr.", "Montag, 14:30", "Zwei Stück.", "Herr Maier aus Köln", "Raum 3.14", "Ja.",
    "Nein!", "Ja, gerne.", "Gerne.", "Klar.", "Auf keinen Fall", "Keine Ahnung.", "Kein Problem!",
    "Nächste Woche lieber.", "Besser am Freitag", "Für mich bitte auch.", "Bitte ohne Zucker.",
    "Bitte um Rückmeldung", "Bitte um Rückruf.", "Neue Preise ab Januar", "Umzug der Abteilung Einkauf",
    "Fragen zum Vertrag", "Protokoll vom 3. Mai", "- Kosten für Hardware", "1. Angebot der Firma Huber",
    "Absage Meeting", "Einladung zur Besprechung", "Kaffee und Kuchen im dritten Stock",
    "Große Nachfrage nach Wohnungen", "der neue drucker", "morgen um acht", "lieber später",
    "Telefon: 0221 123456", "www.example.org", "max@example.org", "Leider ohne Ergebnis", "Ohne mich!",
    "Wann genau?", "Wie viele?", "Und der Preis?", "Warum nicht?", "Noch Fragen?", "Schade.",
    "Schade um die Zeit", "Nur zu empfehlen", "Um das zu klären", "Zum Mitnehmen", "👍", "🙈🙈", ":-)",
    "Viel Erfolg beim Lernen!", "Zahlen für März", "Essen um zwölf?", "Treffen am Dienstag",
    "Angebot schicken", "Müller, Vertrieb", "Kopie an Frau Lang", "Rückfragen an die Zentrale",
    "Wasser oder Saft", "Von 9 bis 12 Uhr geöffnet", "Keine Einwände",
)

FINITE_EN: Final = (
    # elided subjects
    "Sounds good.", "sounds great 👍", "Works for me", "works for me!", "Looks fine.", "Will do.",
    "will check", "Got it.", "Got it, thanks!", "Makes sense.", "Hope this helps.",
    "Hope to see you there", "Agree.", "Agreed to the changes yesterday, I think.", "Can do.",
    "Talked to Maria.", "Spoke with the client today.", "Went home early.", "Sent it this morning.",
    "Called them twice.", "Fixed the typo.", "Forgot the file, sorry!", "Saw your message.",
    "Thought so.", "Wish you luck.", "Appreciate it!", "Doesn't matter.", "Don't know yet.",
    "Didn't work.", "Seems ok", "Feels right.", "Depends on the price.", "Guess so.", "Love it!",
    "Looking forward to it means a lot.", "Need more time.", "Just saw this.",
    "Asked him about the budget.",
    # missing apostrophes, chat
    "its fine", "its ok with me", "dont worry", "im in", "Im on my way", "thats right", "ill call you",
    "cant make it", "wont work", "lets go", "u r right", "pls call me", "plz send the file", "whats up",
    "i think so", "we ship monday", "idk what he means", "gonna be late, he said", "didnt get it",
    "youre right",
    # imperatives
    "Please call me.", "Call me tomorrow.", "Send the report by Friday.", "Please review.",
    "Please advise.", "See attached.", "See below", "Let me know.", "let me check", "Let's meet at noon.",
    "Let’s talk.", "Check the second page.", "Feel free to ask.", "Take your time.", "Never mind.",
    "Hold on.", "Kindly confirm receipt.", "Just ignore him.", "Don't forget the slides.",
    "Have a nice day!", "Stay safe!", "Thank you!", "Forward this to Anna.", "Ask Peter.", "Wait for me",
    "Go ahead.", "Enjoy your weekend!", "Be careful", "Keep me posted.", "Note the new address.",
    "Come in!", "Also add the totals.", "Click here",
    # full clauses
    "I'm fine.", "It's done.", "We meet on Monday.", "The printer broke.", "Who pays the bill?",
    "When does it start?", "The store closes at six.", "Our boss likes the idea.", "He left.",
    "She quit.", "They agreed.", "The plan worked.", "Peter called.", "Two packages arrived yesterday.",
    "The customer wants a refund.", "Where's the key?", "That'll be all.", "You'd better ask.",
    "Thanks, that helps a lot!", "Ok, I will.", "Yes, we can.", "As discussed, I moved the meeting.",
    "Hi Tom, the slides look great.", "Prices rise again", "Council approves new bridge",
    "ROADS REMAIN CLOSED", "The invoice shows the wrong sum.", "We shipped your order.", "Nobody knows.",
    "Everything went well.", "I put it on your desk", "Cats sleep a lot.", "We've got time.",
    "My phone died.",
)

NO_FINITE_EN: Final = (
    # participles, adjectives
    "Done.", "done ✅", "As discussed.", "As requested", "As agreed yesterday.", "Agreed.", "Noted.",
    "Noted, thanks!", "Understood.", "Confirmed.", "Approved by the board", "Posted by Karen on Monday",
    "Highly recommended!", "Much appreciated.", "Not yet decided.", "Sent from my phone", "Attached.",
    "Invoice attached.", "File attached", "Meeting cancelled.", "Tickets booked.",
    "Mission accomplished!", "Already paid", "Copied from the old contract", "Based on your notes",
    "Interested?", "Closed on Sundays", "Looking forward to it.", "Working on it.", "Going home now",
    "Just checking.", "Running late, sorry", "Great!", "Perfect, thanks", "Sounds and colours",
    "Very friendly staff.", "All good", "all set", "Fine with me.", "Too late.", "Not sure.",
    "not really", "Sure thing!", "Absolutely.", "OK 👍", "Sorry!", "Sorry about that.",
    "Sorry for the delay", "Fair enough.", "So far so good",
    # thanks, greetings
    "Thanks!", "Thanks a lot", "Many thanks for your help", "Thanks for the update.", "thx", "Hi Tom,",
    "Hello everybody", "Good morning!", "Dear Ms Brown,", "Best regards", "Kind regards, Anna", "Cheers",
    "Yours sincerely", "Happy birthday!", "Congratulations on the new job!", "Good luck",
    "Welcome aboard!", "Welcome to the team", "Bye for now", "See you tomorrow", "see you",
    "Talk to you soon", "Please", "Yes please", "Please!",
    # set phrases, nominal answers, headlines, list items
    "FYI", "fyi", "For your information.", "ASAP", "No problem.", "No idea", "No worries!", "Not at all.",
    "On Monday at ten.", "Monday, 2:30 pm", "Two boxes of paper", "Room 3.14", "Yes.", "Nope",
    "Yes, of course.", "Maybe next week", "Better on Friday.", "Any news?", "Any questions?",
    "What about lunch?", "How about Friday?", "Why not?", "When exactly?", "How many?", "And the price?",
    "What a mess!", "The new printer", "the other problem", "New prices from January",
    "Minutes of the May meeting", "Questions about the contract", "- cost of hardware",
    "1. Offer from ACME", "How to reset a password", "To sum up", "A place to stay", "Nothing to add.",
    "Ready to go", "Hard to say.", "Nice to meet you", "Happy to help.", "Phone: +44 20 7946 0000",
    "www.example.org", "anna@example.org", "https://example.org/see?is=1", "👍", "🙈🙈", ":-)",
    "Call for papers", "Work in progress", "Change of plans", "Request for comments",
    "Test results for March", "Plan B", "Report on sales", "Help desk", "Open issues", "Copy to Ms Long",
    "Tea or coffee", "From 9 to 12", "John Smith, Sales", "Reply by Friday at the latest? No chance.",
    "its price", "Its colour and size", "No objections", "Same here", "Me too!", "Only for adults",
    "Cars for sale", "Lots of room for parking", "Great food, friendly staff",
    "My favourite place to eat",
)

# A second set, written after the rules.
LATER_FINITE_DE: Final = (
    "Schau ich mir heute Abend an.", "Der Aufzug steckt fest.", "kriegst du morgen",
    "Unterschreib das mal bitte.", "Wird schon.", "Würde mich freuen!", "Bitte Raum 5 reservieren",
    "Bitte die Tür abschließen!", "Kannst haben.", "Sende dir gleich den Link.",
    "Sobald wir Neues hören, melden wir uns.", "Die Katze schläft.", "Zwei Leute fehlen.",
    "Haben wir schon bezahlt?", "Nein, das glaube ich nicht", "Dein Paket kam an.",
    "Deine Mail landete im Spam.", "Stell dir vor!", "Vergiss es.", "Bezahlt das die Versicherung?",
    "Meinst du Dienstag?", "hört sich gut an", "wäre toll", "Jan fragt nach dem Schlüssel.",
    "Gehe davon aus.", "Leite ich weiter, danke!", "Trifft sich gut.", "Ihr Angebot überzeugt uns.",
    "Ich bedanke mich herzlich.", "Wir bedauern den Vorfall", "Bestätigen Sie bitte den Empfang.",
    "Aktien steigen wieder", "Bahn erhöht Preise", "Regierung plant neue Steuer", "Betrifft uns nicht.",
    "Sieht gut aus", "Lief super!", "Sind unterwegs 🚗", "Erreichst du ihn?", "Nimm Platz.",
    "könnte klappen", "Antworte ihm bitte.", "Wundert mich nicht.", "Alles hat geklappt.", "Denke schon.",
    "Denk dran!",
)

LATER_NO_FINITE_DE: Final = (
    "Ab sofort verfügbar.", "Unverändert.", "Wie immer zu spät", "Freigegeben.",
    "Kostenlos und unverbindlich", "Rechnung Nr. 4711 vom 2. April", "Noch kein Termin.",
    "Bislang unbeantwortet", "Treffpunkt Haupteingang", "In Ordnung.", "in ordnung, danke dir",
    "Natürlich!", "Auf jeden Fall 😀", "Bis gleich in Raum 7", "Herzliche Grüße aus Bonn",
    "Rückruf erbeten", "Eintritt frei", "Tagesordnung für Montag", "Aus gesundheitlichen Gründen.",
    "Per Post.", "Zu teuer.", "Viel zu spät dran", "Mit Milch, ohne Zucker", "Vertraulich!",
    "Verschoben auf Mai", "Heute geschlossen", "Zimmer mit Blick auf den See", "Verlorene Schlüssel",
    "Gefunden!", "Alle Angaben ohne Gewähr", "Ergebnisse der Umfrage", "Ein voller Erfolg",
    "Keine Rückmeldung bisher", "Stand: 4. Juni", "Lieferung nächste Woche", "Wegen Krankheit abgesagt",
    "Nicht nötig, danke", "Abgemacht!", "Toll gemacht!", "Gut zu wissen", "Schön zu hören!",
    "Kein Interesse", "Tausend Dank 🙏", "Frau Dr. Klein, Zimmer 12", "Parken im Hof", "Notruf: 112",
)

LATER_FINITE_EN: Final = (
    "Heard back from Tom.", "Reach me at home.", "The lift is stuck.",
    "Try again later.", "Bring snacks!", "Turn left at the church.", "Nobody answered.",
    "Sales fell sharply.", "Court rejects appeal", "Please do.", "Pls resend", "You know why.",
    "This explains everything.", "i agree", "we met him", "they said no", "Don’t.", "Looks like rain.",
    "Would love to.", "Should be fine.", "Might take a while", "Wasn't me!", "cant open the file",
    "Finished the draft.", "Left you a voicemail.", "Ordered new chairs yesterday.",
    "My flight leaves at six.", "What happened?", "Who told you?", "Which one works?", "Anyone can join.",
    "Dinner starts at eight", "Tom loves it", "Rates went up.", "Ring me", "Read the manual.",
    "Remember to lock the door.", "Save the date!", "Trust me.", "Check your inbox 📬",
    "Thank you so much!", "Water boils at 100 degrees.", "Your parcel arrived.", "Ann wrote the report.",
    "Speak up",
)

LATER_NO_FINITE_EN: Final = (
    "Out of office", "Available from June", "Rejected.", "Sold out", "Lost and found", "Free of charge",
    "Nothing new.", "Same as last year", "Too many errors", "A pleasure working with you",
    "Glad to hear that.", "Next steps", "Agenda for Tuesday", "Terms and conditions", "Broken link",
    "Written confirmation required", "Late again?", "Price per unit", "Handmade in Wales", "Well done!",
    "Nicely done", "Much better", "With or without milk", "Paid in full", "Delivered yesterday",
    "Payment received.", "Order shipped", "Approved", "Not for sale", "Room 12, second floor",
    "Two more weeks", "In progress", "Under review", "Best of luck 🍀", "Sincerely yours,", "Hey Anna!",
    "Good point.", "My bad", "Almost there", "Long time no see", "More details below",
    "Question about invoice 17", "Opening hours", "Update on the project", "Delayed until further notice",
    "Support team",
)
LIST_INFINITIVES_DE: Final = ("Kataloge ausdrucken", "Stühle hinstellen", "Termine absagen")
# fmt: on

CASES: Final = tuple(
    pytest.param(text, language, expected, id=f"{language}-{expected}-{text}")
    for language, expected, texts in (
        ("de", True, FINITE_DE + LATER_FINITE_DE),
        ("de", False, NO_FINITE_DE + LATER_NO_FINITE_DE + LIST_INFINITIVES_DE),
        ("en", True, FINITE_EN + LATER_FINITE_EN),
        ("en", False, NO_FINITE_EN + LATER_NO_FINITE_EN),
    )
    for text in texts
)
# Nouns and verbs that only the meaning tells apart.


class NoTagger:
    """Fails when it is asked: for texts that a closed class decides."""

    def tag(self, text: str) -> tuple[Token, ...]:
        """Raise, whatever `text` is."""
        raise AssertionError(f"tagger asked for {text!r}")


@pytest.fixture(scope="module")
def taggers() -> dict[str, HantaTagger]:
    return {"de": HantaTagger("de"), "en": HantaTagger("en")}


@pytest.mark.parametrize(("text", "language", "expected"), CASES)
def test_one_liner(taggers: dict[str, HantaTagger], text: str, language: str, expected: bool) -> None:
    assert has_finite_verb(text, language, taggers[language]) is expected
    assert bool(finite_verbs(text, language, taggers[language])) is expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Das ist gut.", "de"),
        ("Passt.", "de"),
        ("Wird gemacht", "de"),
        ("Bin dabei", "de"),
        ("Hab's gesehen.", "de"),
        ("I'm in.", "en"),
        ("We don't know.", "en"),
        ("Let’s go", "en"),
        ("It is late.", "en"),
        ("dont worry", "en"),
    ],
)
def test_closed_classes_need_no_tagger(text: str, language: str) -> None:
    assert has_finite_verb(text, language, NoTagger())


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    "text", ["", " ", "\n", "...", "?", "'", "’s", "1.", "👍🏽", "\u200b", "a" * 300, "don't'", "@", "://"]
)
def test_odd_texts_do_not_break(taggers: dict[str, HantaTagger], text: str, language: str) -> None:
    assert isinstance(has_finite_verb(text, language, taggers[language]), bool)


def test_finite_verbs_point_into_the_text(taggers: dict[str, HantaTagger]) -> None:
    text = "👍 Passt mir, ich komme morgen. Gruß Jan"
    found = finite_verbs(text, "de", taggers["de"])
    assert [token.text for token in found] == ["Passt", "komme"]
    assert all(text[token.start : token.end] == token.text for token in found)


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("I don't know", "en", ["I", "do", "n't", "know"]),
        ("It’s Anna's, let's go", "en", ["It", "’s", "Anna", "'s", ",", "let", "'s", "go"]),
        ("Geht's? Hab’s!", "de", ["Geht", "'s", "?", "Hab", "’s", "!"]),
        ("s. u. z. B. Dr. Lang", "de", ["s. u. z. B.", "Dr.", "Lang"]),
        ("um 9:30 Uhr am 3. Mai", "de", ["um", "9:30", "Uhr", "am", "3.", "Mai"]),
        (
            "see https://a.example/b?c=1, or a.b@c.example.",
            "en",
            ["see", "https://a.example/b?c=1", ",", "or", "a.b@c.example", "."],
        ),
        ("E-Mail an Müller-Lang 👍", "de", ["E-Mail", "an", "Müller-Lang", "👍"]),
    ],
)
def test_tokenise(text: str, language: str, words: list[str]) -> None:
    tokens = tokenise(text, language)
    assert [token.text for token in tokens] == words
    assert all(text[token.start : token.end] == token.text for token in tokens)


def test_sentences_end_at_marks_line_breaks_and_emoji() -> None:
    text = "Ja. Gut!\nBis dann 👍 Jan"
    sentences = split_sentences(text, tokenise(text, "de"))
    assert [sentence[0].text for sentence in sentences] == ["Ja", "Gut", "Bis", "Jan"]


def test_the_model_loads_late() -> None:
    code = (
        "import sys\n"
        "from msglint.analysis.tagger import HantaTagger\n"
        "assert not any(name.startswith('HanTa') for name in sys.modules)\n"
        "assert HantaTagger('de').tag('Qwertzung brimselt.')\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])


def test_one_tagger_serves_many_threads() -> None:
    tagger = HantaTagger("en")
    texts = ["The printer broke.", "Great food", "We ship monday"] * 8
    with ThreadPoolExecutor(max_workers=6) as pool:
        together = list(pool.map(tagger.tag, texts))
    assert together == [tagger.tag(text) for text in texts]
