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

# A third set: one half written before the rules for plurals, clauses and bare objects, one half while they grew.
WIDER_FINITE_DE: Final = (
    "Die Fluglotsen streiken", "Lehrer und Ärzte protestieren", "Tests und Builds scheitern",
    "Die Nachbarn grillen heute.", "Die Kollegen meckern schon", "Unsere Lieferanten zögern.",
    "Alle Server laufen wieder.", "Viele Kunden beschweren sich.", "Die Preise steigen",
    "Die Zahlen stimmen.", "Hund und Katze schlafen", "Mieten und Zinsen sinken",
    "Die Unterlagen fehlen noch.", "Meine Eltern kommen am Samstag.", "Drei Plätze bleiben frei.",
    "Die Fristen laufen Freitag ab.", "Die Gäste warten unten", "Herr Kern und Frau Abel übernehmen.",
    "Beide Varianten funktionieren", "Nutzer klagen über Ausfälle", "Gewerkschaften drohen mit Streik",
    "Forscher warnen vor Hitze", "Schade, dass die Pläne nicht stimmen",
    "Schade, das die Fotos nicht angezeigt werden.", "Gut, dass wir das geklärt haben.",
    "Schön, dass Sie da waren.", "Nur damit alle Bescheid wissen", "Hoffentlich, weil die Leute warten.",
    "Die Liste, die wir brauchen", "Alles, was wir noch haben", "Wie die Profis arbeiten",
    "Falls noch Fragen aufkommen", "Solange die Vorräte reichen", "Sobald die Zahlen vorliegen.",
    "Macht weiter so!", "Schickt mir das", "Kommt bitte vorbei", "Probiert es einfach aus.",
    "Denkt an die Stundenzettel!", "Meldet euch bei Fragen.", "Füllt das Formular bis Montag aus.",
    "Ladet die Datei hoch", "Seid pünktlich!", "Habt Geduld.", "Haltet durch!",
    "Stellt die Tassen in die Spülmaschine", "Bleibt gesund!", "Passt auf euch auf",
    "Klickt auf den Link", "Bringt Hunger mit.", "Teilt mir eure Wünsche mit", "Sprich mit Jonas.",
    "Öffne das Dokument", "Überleg es dir.", "Beeil dich!", "Verlass dich drauf.", "Anna überzeugt!",
    "Der Server streikt", "Jonas verspätet sich", "Lena übernimmt.", "Das Team gewinnt",
    "Der Kunde reklamiert.", "Das Konzept begeistert.", "Frau Seidel verhandelt noch.",
    "Der Chef entscheidet", "Das neue Modell überzeugt", "Die Bahn informiert", "Miriam bezahlt",
    "Unser Anwalt prüft das.", "Ein Kollege vertritt mich.", "Die Lieferung verzögert sich",
    "Der Aufwand lohnt.", "Das Mikro rauscht.", "Der Akku schwächelt", "Sagt Bescheid, wenn es eng wird.",
    "Warten wir's ab.", "Nehmen wir den früheren Zug", "Machen Sie sich keine Sorgen.",
    "Wissen wir noch nicht.", "Müssen noch warten.", "Können wir gern so machen", "Dürfen Hunde mit?",
    "Werden pünktlich liefern", "Haben noch Zeit.", "Soweit ich weiß, ja.", "Erledige ich gleich",
    "Liegt schon bei Ihnen im Postfach", "Krieg ich hin", "Da schau ich noch mal nach.",
    "Zum Glück regnet es nicht.", "Morgen früh tagt der Beirat.", "Ab Montag gelten neue Zeiten",
    "Im Keller brennt noch Licht.", "Leider antwortet keiner.", "Vor Ort helfen zwei Techniker.",
    "Trifft nicht zu", "Rechnet bitte mit Verzögerungen", "Kaum zu glauben, aber wir liegen vorn",
    "Ohne Strom geht nichts.", "Niemand ahnte etwas", "Gestern verschob das Amt den Termin.",
    "Stadt sperrt Brücke", "Konzern streicht Stellen", "Ministerin besucht Werk", "Frist endet morgen",
    "Weg da, hier wird gearbeitet!", "Bedeutet was genau?", "Bitte Fenster schließen",
    "Türen bitte geschlossen halten.", "Bitte Termin machen", "Gerne, wir melden uns dann.",
    "Hätte ich nicht gedacht", "Wünsche dir einen guten Start!", "Drücke die Daumen",
    "Ich drück dir die Daumen", "Vertraut uns.", "Verteilt die Flyer", "Besucht uns am Stand",
    "Bewerbt euch bis Ende Juni", "Die Teilnehmer stimmten zu.", "Beide Seiten einigten sich",
    "Eilt! Nein, Scherz beiseite", "Bitte nicht stören", "Die Preise sind fair",
    "Die Kellner lächeln nie.", "Die Gäste loben das Essen.", "Die Ärzte nehmen sich Zeit",
    "Mitarbeiter und Chef bemühen sich sehr", "Unsere Kinder lieben das Bad.",
    "Wartezeiten entstehen nicht.", "Die Musik nervt", "Das Personal bemüht sich.",
    "Die Küche überrascht.", "Das Hotel enttäuscht", "Der Film langweilt", "Maria schweigt", "Peter lügt",
    "Opa schnarcht!", "Weil die Nachbarn feiern.", "Ich hoffe, dass alle mitmachen",
    "Seitdem die Kinder schlafen, herrscht Ruhe", "Nimmt jemand Milch mit?", "Stellt euch vor!",
    "Geht doch!", "Lasst euch überraschen", "Esst mehr Obst", "Weitersagen, Leute, es lohnt sich!",
    "Arbeitgeber und Gewerkschaft streiten weiter", "Die Kurse fallen", "Frauen verdienen weniger",
    "Zeugen gesucht: wer sah den Unfall?", "Polizisten retten Hund", "Die Gemeinden zahlen drauf",
    "Hausbesitzer zahlen mehr", "Die Verhandlungen dauern an.", "Die Bäume blühen schon.",
    "Bienen sterben", "Ampeln und Züge fallen aus", "Erzählt mal!", "Bestellt euch ein Taxi",
    "Versucht es später noch einmal", "Trinkt genug!", "Zwei Kollegen kündigen", "Da die Läden schließen",
    "Die Bedienung war genervt", "Die Kinder lachen", "Experten rechnen mit mehr Regen.",
    "Mein Sohn bezahlt.", "Der Hund bellt", "Unsere Pläne scheitern am Geld", "Die Kassen klingeln.",
    "Die Azubis lernen schnell", "Die Reifen quietschen", "Meine Knie schmerzen.", "Vögel singen",
    "Die Kunden loben uns.", "Die Handwerker kommen", "Tom und Eva streiten",
    "Frau Roth und Herr Lenz verhandeln", "Vater und Sohn schweigen", "Strom und Gas bleiben teuer",
    "Das Update nervt.", "Der Plan gefällt", "Eva gewinnt!", "Tom verzichtet.", "Der Aufzug klemmt",
    "Die Chefin bezahlt", "Der Lieferant reagiert nicht", "Macht das bitte", "Macht schnell!", "Haut ab!",
    "Räumt bitte auf", "Ruft Eva an", "Sendet mir die Liste", "Prüft das bitte.", "Wartet auf mich",
    "Gut, dass alle mitkommen wollen", "Schade, das wir absagen müssen", "Während die Kinder spielen",
    "Bis die Pakete ankommen", "Wenn Gäste kommen", "Ob die Zahlen stimmen?", "Was die Leute reden!",
    "Die einen lachen, die anderen weinen", "Krieg ich noch eine Antwort?", "Beeilt euch!",
    "Zwei Lampen flackern", "Mehrere Server fallen aus", "Die Händler zögern noch", "Preise explodieren",
    "Die Mieter klagen", "Die Handwerker trödeln", "Chef und Kunde streiten", "Deine Unterlagen fehlen",
    "Aufträge brechen weg", "Der Drucker klemmt wieder", "Lisa reagiert nicht", "Lisa berichtet morgen.",
    "Das Wetter begeistert!", "Der Vermieter blockiert", "Hört bitte zu!", "Tragt euch ein",
    "Zeigt mir den Entwurf", "Holt Milch", "Vergesst die Jacken nicht",
    "Dass die Lieferanten warten müssen", "Gut, wenn alle mitmachen.", "Schade, das keine Plätze bleiben",
    "Wo die Schlüssel liegen, weiß Lisa", "Nachbarn beschweren sich", "Zwei Züge entfallen",
    "Die Kinder malen", "Umsätze brechen ein", "Meine Augen brennen", "Kriegst du das hin?",
    "Niemand fragt", "Nur Lisa fehlt", "Darum kümmert sich Lisa", "Öffnet sich nicht",
)
WIDER_NO_FINITE_DE: Final = (
    "Unterlagen prüfen", "Rechnungen ablegen", "Pflanzen gießen", "Müll rausbringen",
    "Milch und Brot kaufen", "Folien überarbeiten und Zahlen prüfen", "Frau Reuter zurückrufen",
    "Die Verträge prüfen", "Alle Rechnungen buchen", "Zwei Angebote einholen",
    "Mit dem Vermieter sprechen", "Noch mal mit Tom reden", "Neue Tonerkartuschen bestellen",
    "Meine Überstunden eintragen", "Um pünktlich zu liefern", "Ohne groß nachzudenken", "Zum Ausdrucken",
    "Essen und Trinken", "Radfahren lernen", "Sommerfest organisieren", "Die nächsten Schritte",
    "Die Kosten im Überblick", "Die drei größten Fehler", "Neue Kollegen im Vertrieb",
    "Kollegen und Freunde", "Türen und Fenster", "Der Mann fürs Grobe", "Anna Schmidt", "Familie Becker",
    "Peter Macht", "Gut überlegt!", "Sehr überzeugend", "Überzeugt!", "Bestätigt.",
    "Schon unterschrieben", "Konto gesperrt", "Antrag abgelehnt", "Vertrag verlängert bis Juni",
    "Termin verschoben", "Meeting verlegt auf Mittwoch", "Anna verhindert, Tom krank", "Ware retourniert",
    "Datei aktualisiert", "Strecke gesperrt", "Alle Plätze belegt", "Gestern bezahlt",
    "Von Hand unterschrieben", "Ungelesen und ungeöffnet", "Frisch gestrichen!", "Reserviert",
    "Gut besucht", "Nicht bestellt, nicht geliefert", "Selbst gemacht", "Zwei Zimmer gebucht",
    "Fehler behoben", "Unterlagen erhalten, danke", "Post erhalten", "Lieferung erhalten am 3.5.",
    "Ticket 4711 geschlossen", "Wunschgemäß im Anhang", "Mehr dazu nächste Woche", "Nichts Neues.",
    "Nichts zu danken!", "Alles beim Alten", "Alles bestens", "Ganz deiner Meinung",
    "Meinerseits keine Einwände.", "Volle Zustimmung", "Von mir aus gern", "Mir egal", "Mir recht",
    "Uns ebenso", "Ebenso, danke!", "Gleichfalls", "Auch von mir alles Gute!",
    "Glückwunsch, tolles Ergebnis", "Hut ab!", "Chapeau!", "Weiter so!", "Los!", "Ab nach Hause",
    "Vorsicht, Stufe!", "Achtung: neue Adresse", "Kurze Frage zum Budget",
    "Betreff: Ihre Anfrage vom Montag", "Montags bis donnerstags", "Ab 18 Uhr, Raum Wien",
    "Treffpunkt um acht am Bahnhof", "Stundenzettel Mai", "Einkaufsliste: Eier, Mehl, Zucker",
    "Rabatt von 15 Prozent auf alles", "Mehr Lohn für Pflegekräfte", "Streik bei der Bahn",
    "Brand in Lagerhalle", "Lange Staus auf der A3", "Zwei Verletzte nach Unfall",
    "Höhere Preise, weniger Kunden", "Ende der Debatte", "Start frei für die neue App",
    "Kauf eines Druckers", "Halt in Kassel", "Druck auf die Branche", "Suche nach Lösungen",
    "Antwort der Bank", "Lauf durch den Wald", "Plan für Mai", "Bericht der Geschäftsführung",
    "Wohnung gesucht", "Putzkraft für zwei Tage gesucht", "Kein Anschluss unter dieser Nummer",
    "Trotz allem ein schöner Tag", "Wegen Umbau zu", "Je früher, desto besser", "Lieber spät als nie",
    "Entweder Montag oder gar nicht", "Weder noch", "Eher nicht, sorry", "Tschüss und bis Montag",
    "Hochachtungsvoll", "Mit besten Grüßen aus Wien", "Mahnung, zweite Stufe",
    "Wie vereinbart die Preise in Euro", "Drei Fragen an Herrn Wirth", "Fahrt nach Köln",
    "Fahrten und Kosten", "Gesucht und gefunden", "Verstanden, danke euch",
    "Das Essen gut, die Bedienung überfordert", "Die Zimmer renoviert und sauber",
    "Das Personal immer bemüht.", "Ein Haus mit Garten", "Die Wände frisch tapeziert",
    "Das Bad komplett saniert", "Der Chef sehr engagiert", "Die Küche gut sortiert",
    "Unser Ansprechpartner stets informiert", "Die Mitarbeiter kompetent und motiviert",
    "Der Service schnell und unkompliziert", "Alles wie erwartet", "Sehr gut beraten und bedient",
    "Die Preise fair", "Absolut begeistert", "Ein Ort zum Wohlfühlen", "Das beste Eis der Stadt",
    "Kleine Portionen, hohe Preise", "Gerne wieder!", "Immer wieder gern", "Nur zu empfehlen!",
    "Eine Stadt, drei Brücken", "Geboren 1950 in Graz", "Die Idee: gemeinsam essen und reden",
    "Der Weg zum Glück", "Die Kunst zu schweigen", "Das Recht zu arbeiten", "Keine Zeit zu warten",
    "Kinder und Arbeiten", "Vom Warten und Hoffen", "Leben und Arbeiten in Wien",
    "Die Angst vorm Scheitern", "Endlich wieder tanzen!", "Gemeinsam feiern und lachen",
    "Zusammen wohnen im Alter", "Ruhig schlafen", "Mit Kindern wandern",
    "Früher aufstehen, mehr schaffen", "Stand: Juni 2021", "Stand der Technik", "Macht und Ohnmacht",
    "Die Macht der Gewohnheit", "Rund um die Uhr betreut", "Freundlich, schnell, kompetent",
    "Lob und Kritik willkommen", "Nächster Halt: Hauptbahnhof", "Erst denken, dann reden",
    "Jacken waschen und trocknen", "Zwei Wochen Urlaub", "Die Chance, alles sehen zu können",
    "Schön, das Meer sehen zu können", "Besuche im Museum", "Kriege und Krisen",
    "Das Haus der Familie Lang, erbaut 1890 und 1950 erweitert", "Ein Verein mit Sitz in Ulm",
    "Der 1901 gegründete Verband", "Der Ort, bekannt für Wein", "Die Kirche wiederhergestellt 1950",
    "Sehr nette Leute, gut ausgebildet", "Das Geld bezahlt, die Ware nie erhalten",
    "Die Rechnung bezahlt und weg", "Ware bezahlt, nie erhalten",
    "Tolle Beratung, gute Preise, Termine kurzfristig", "Ein Dank an alle Beteiligten",
    "Die Ausstattung modern, die Lage zentral", "Drei Tore in zehn Minuten", "Neue Wege gehen",
    "Kinder erziehen, Alte pflegen", "Menschen bewegen", "Gäste empfangen und bewirten",
    "Alle Menschen willkommen", "Frauen fördern", "Zwei Brüder gegen den Rest",
    "Der König tot, das Volk ratlos", "Was tun?", "Wie Kosten senken?", "Warum lange warten?",
    "Mehr als nur arbeiten", "Viel zu lange warten müssen", "Lange auf die Post warten müssen",
    "Nie wieder frieren müssen", "Dort nichts zu essen bekommen", "Eine Stunde auf die Suppe gewartet",
    "Kaum angekommen, schon bedient", "Freunde treffen, gut essen, lachen", "Mit Freunden feiern",
    "Fenster putzen lassen", "Haare schneiden lassen", "Die Seele baumeln lassen", "Sich wohl fühlen",
    "Sich einfach fallen lassen", "Schöne Räume zum Feiern und Tanzen", "Die besten Lehrer",
    "Keine Lust mehr zu kochen", "Auto abgeholt, repariert, gebracht", "Die Kinder begeistert, wir auch",
    "Alle begeistert", "Macht des Geldes", "Stand am Abend", "Umzug nach Bonn geplant",
    "Der Antrag abgelehnt, die Frist vorbei", "Sitzung vertagt", "Alle Rechnungen bezahlt",
    "Die meisten Kollegen krank", "Die Frage nach dem Preis", "Zwei Stunden gewartet",
    "Ein Platz zum Sitzen", "Die Lust zu reisen", "Drei Monteure vor Ort", "Eltern informieren",
    "Kunden zurückrufen", "Gäste begrüßen", "Nachbarn fragen", "Teilnehmer einladen",
    "Die Lieferanten mahnen", "Azubis einarbeiten", "Tür und Fenster abdichten",
    "Strom und Wasser ablesen", "Kaffee und Tee kochen", "Reifen wechseln lassen",
    "Alte Akten schreddern", "Nächste Woche Fenster putzen", "Vor der Abreise Fenster schließen",
    "Besser heute als morgen", "Herr Thoma, Einkauf", "Wie letztes Jahr, nur größer",
    "Trotz Regen gut besucht", "Sonderangebote für Mitglieder", "Maria beurlaubt", "Thomas erkrankt",
    "Schlüssel verloren", "Frau Wolf verreist", "Strom abgestellt, Heizung aus", "Krieg der Sterne",
    "Besuch der Messe", "Versuch einer Antwort", "Speicher voll", "Fliege mit Punkten",
    "Der Preis inklusive Versand", "Das Formular ausgefüllt und unterschrieben", "Rechnung April",
    "Neue Adresse ab Juli", "Angebot überarbeitet", "Kunde informiert", "Lisa informiert, Tom auch",
    "Die Unterlagen sortieren", "Drei Stühle reparieren", "Gardinen waschen", "Mit Lisa telefonieren",
    "Schrank und Regal aufbauen", "Essen für zwölf Leute kochen", "Der Kuchen von gestern",
    "Die Eltern von Max", "Heute frei, morgen im Büro", "Leider verspätet", "Die Kaffeemaschine defekt",
    "Gegen Mittag bei Ihnen", "Eltern und Kinder willkommen", "Nie wieder!", "Nach langem Warten",
    "Wie lange noch?", "Bitte recht freundlich", "Zimmer reserviert auf Krause", "Mieter und Vermieter",
    "Sonne und Regen", "Gerne auch telefonisch", "Suche Wohnung", "Die neuen Preise: siehe Anhang",
)
WIDER_FINITE_EN: Final = (
    "Call support", "Call Canon", "Check email", "Send invoice", "Call for a catalog now!",
    "Check voicemail", "Book flights", "Order toner", "Email Susan", "Update spreadsheet",
    "Review contract before noon", "Print handouts", "Buy milk", "Fix printer", "Pay rent",
    "Cancel gym membership", "Contact Brenda in payroll.", "Ask around", "Visit Lisbon", "Test backups",
    "Wrap gifts", "Charge laptop", "Replace batteries", "Move desk to room 4", "Sign papers",
    "File taxes", "Ship samples to Denver", "Winston smiles.", "Tom reports that sales are flat",
    "Martha works from home.", "Peter plans a party", "Anna hopes so", "Greg answers the phones",
    "Linda calls the shots.", "Karen checks the figures on Friday", "Bob needs help", "Sue says hi",
    "Microsoft changes course", "Quality and service come first", "They own it, of course",
    "We put safety first", "Prices come down in May", "Both teams put effort into it",
    "My parents come over on Sundays.", "You set the pace.", "Orders come in daily",
    "Parents own the house", "Customers come first.", "What if Google morphed into a bank?",
    "Web site improved a lot", "Exxon released new figures", "Denise moved to Berlin", "Sales improved",
    "Profits tripled last year", "Tom replied", "Karen ordered two desks.", "Susan invited us",
    "Ben called twice.", "IBM acquired a small firm", "Boss agreed to the plan", "Printer jammed again",
    "Server crashed overnight", "Train got delayed", "Traffic slowed to a crawl.",
    "Somebody locked the door.", "Got to love it", "I better pass", "You better hurry.", "Got to go",
    "Got no idea", "Better safe than sorry, he said", "Never heard of it.", "Must dash",
    "Happy to help, just shout", "Beats me.", "Says who?", "Go for it", "Go figure", "Shut the door",
    "Put it on my desk", "Set the alarm", "Read page four", "Come and see us.", "Drop by any time",
    "Bring a friend", "Mind the gap", "Hurry up!", "Chill", "Relax!", "Don't panic.",
    "Stop by the office", "Pick me up at six", "Drive safely", "Watch out!", "Hang in there",
    "Fingers crossed it works.", "No one cares", "Everyone loves cake.", "Lunch starts at noon",
    "The kids sleep", "Our suppliers charge more now", "Some users report errors.",
    "The lights keep flickering.", "Costs keep rising", "Two staff members quit.",
    "Half the team called in sick", "Nothing works", "Mayor opens new library", "Bank cuts rates",
    "Fire destroys warehouse", "Police arrest two men", "Strike hits airports", "Fans cheer", "Who knows",
    "Why do it twice?", "If you say so", "When pigs fly", "As you like", "Whatever works",
    "Wherever you go", "That said, we like it", "Email Greg", "Call Hendricks about the lease",
    "Visit Spain", "Order pizza", "Book hotel for Tuesday", "Test printer", "Update firmware",
    "Upload photos", "Ship parcels", "Convert files", "Evaluate proposals", "Attend meeting",
    "Water the plants", "Greg sighs.", "Paul laughs.", "Laura plans to move", "Emma reports a leak.",
    "Steve calls it a day.", "Prices and wages rise", "Kids come free", "Guests put shoes outside",
    "Our neighbors visit often", "My kids love this place", "The rooms smell", "These shoes hurt",
    "The waiters smile", "Sales doubled", "Rents tripled overnight", "Shares slipped", "Talks collapsed",
    "Nokia launched a phone", "Dad snored all night", "Mom agreed", "Kevin promised",
    "The board met on Monday", "Paul apologized.", "The landlord ignored us", "Staff ignored us",
    "The manager laughed at us", "Service improved", "Food arrived cold", "Waiter brought wrong order",
    "Ended up elsewhere.", "Loved the soup!", "Go there!", "Skip the fish", "Beware of the dog",
    "Ask for Tina", "Stick to water", "Bring cash", "Thank-you for the ride!",
    "Come hungry, leave happy!", "You get what you pay for", "Trains run late", "Birds sing", "Dogs bark",
    "Half of them left early", "Better call ahead", "No wonder people complain", "Hope all goes well",
    "Scan passports", "Return keys", "Repair fence", "Contact Luis", "Schedule interviews", "Phone Dad",
    "Text Rosa", "Move chairs", "Sign lease", "Copy Rosa on it", "Watch TV", "Pick colors",
    "Review drafts", "Pack lunch", "Tina reports back on Monday", "Rosa waits outside", "Luis signs.",
    "Ralph cut the cake", "Rosa quit.", "The dogs bark", "Our guests love it",
    "Apples and pears grow here", "Nails and screws come separately", "Costs doubled", "Demand slumped",
    "Talks stalled", "The deal collapsed", "Nora explained everything", "Luis fixed the sink",
    "Dell cancelled our order", "Half of us left early", "Most of them agreed", "Better leave now",
    "Bake a cake", "Return to sender", "Waiting costs money", "Reading helps", "What if Rosa refused?",
    "Luis asked around", "Two people complained", "Accidents happen", "Shipping takes ages", "Call Rosa",
    "Email invoices", "Check tires", "Order lunch", "Book taxi", "Update passwords", "Review slides",
    "Test microphones", "Copy files", "Pay deposit", "Fix shelf", "Cancel taxi", "Defrost freezer",
    "Mow lawn", "Rosa nods.", "Luis plans ahead", "Rosa drives to work", "Food and drinks cost extra",
    "Kids come along", "Neighbors complained", "Rents climbed", "Rosa renamed the folder",
    "Bosch repaired it", "The guests complain", "Our tenants pay late", "Share prices fell", "Got to run",
    "You better ask Rosa", "Deadline slipped again",
)
WIDER_NO_FINITE_EN: Final = (
    "Call center", "Check list", "Invoice attached", "Meeting cancelled", "Report sent", "As discussed",
    "As promised, the slides", "Risk Controls Manager", "too many bugs", "Contact details",
    "Email address", "Order number 5567", "Book club on Thursday", "Test plan", "Review board",
    "Print shop", "Move date: June 4", "Sign language", "File format", "Ship date", "Update status",
    "Copy editor", "Cover letter", "Change request", "Support hotline", "Help page",
    "Project plans for next year", "Sales reports", "Monthly reports and plans", "Phone calls",
    "Credit checks", "Customer needs", "Office moves", "Stock prices", "Two more calls",
    "Lots of changes", "Late fees", "Quick tips", "Weekend plans?", "Any thoughts?",
    "Kind thoughts from all of us", "Login problems", "Human Resources Manager", "Accounts payable",
    "Head of Operations and Plans", "VP, Systems and Controls", "Payment declined",
    "Flight delayed until noon", "Call missed", "Contract signed and returned", "Offer accepted",
    "Office closed for renovation", "Deposit refunded", "Reservation made", "Room booked under Hale",
    "Draft enclosed", "Bill paid", "Keys found", "Door locked", "Car sold", "Problem solved!",
    "Case closed.", "Lesson learned", "Enough said", "Message received", "Order placed on Tuesday",
    "Price reduced", "Documents scanned and filed", "Windows cleaned, floors mopped", "Improved version",
    "Released in May", "Moved to Friday", "Put off until Monday", "Set in stone", "Cut in half",
    "Made in Italy", "Left over from lunch", "Sold by weight", "Known issues", "Used car", "Fixed price",
    "Lost luggage", "Locked out again", "Snowed under", "Delighted to meet you",
    "Thrilled about the news!", "Tired but happy", "Worried sick", "Better late than never",
    "Better luck next time", "Easier said than done", "Quality and service", "Salt and pepper",
    "Name and date", "Research and development", "Own brand", "A house of my own", "Set of three",
    "Come-and-go event", "Put option", "Open house on Sunday", "Clean room", "Free drinks", "Light lunch",
    "Express delivery", "Delivery by Friday", "Visit to Lisbon", "Call with Tom at 3", "Lunch with Susan",
    "Drinks after work?", "Trip to Rome", "Answers to your questions", "Notes from Monday",
    "Works council", "Works of art", "Looks department", "Sounds from next door", "Love from all of us",
    "Hope and glory", "Need for speed", "Plans for May", "Stop sign", "Start button", "Run time",
    "Point of sale", "Google account", "Microsoft Office", "Tom and Anna", "Anna Brooks", "Tom Waits",
    "Winston Woods", "Peter's plans", "Your call", "My thoughts exactly", "Not a problem at all",
    "Nothing but trouble", "More of the same", "Same time, same place", "Cash only", "No thanks",
    "Not yet, sorry", "Sort of", "Kind of late", "Up to you", "None of the above", "Neither of them",
    "Whatever.", "Whichever color", "Where to?", "What now?", "So what?", "Then what?", "What else?",
    "Which of the two?", "Whose turn?", "How so?", "If possible", "If not, tomorrow",
    "When in doubt, red", "While in town", "Two weeks from today", "The sooner the better",
    "The same old story", "Off to lunch", "Back at two", "On it", "In a meeting until 4",
    "Out sick today", "Down with flu", "Call log", "Call quality", "Email thread from Monday",
    "Order confirmation", "Order form attached", "Check number 55", "Print quality", "File cabinet",
    "Ship crew", "Review of the contract", "Update from Karen", "Book review", "Test environment",
    "Visit report", "Support staff", "Contact person", "Sales calls", "Karen's reports", "Budget reports",
    "Budget checks and balances", "Staff changes", "Team moves and changes", "Three calls from Tom",
    "Missed calls", "New plans for us", "Old friends, new plans", "Vacation plans",
    "Project Plans Manager", "Director of Sales and Changes", "Invoice corrected", "Address updated",
    "Claim rejected", "Deal signed Tuesday", "Report filed last week", "Payment made by wire",
    "Goods returned", "Refund issued", "Ticket closed", "Room cleaned daily", "Food overpriced",
    "Overpriced and overrated", "Worn out", "Put simply", "Set menu for two", "Pay day",
    "Pay rise for nurses", "Complete mess", "Clean towels", "Clear signs", "Open bar", "Wasted trip",
    "Best service ever", "Staff polite and quick", "Rude staff", "Worth every penny!", "Not worth it",
    "Never again", "Google maps", "Friday lunch", "March reports", "Tuesday calls", "Great place to work",
    "Friends and family", "Plus tax", "In short, a mess", "Tom, your turn", "Reports due Friday",
    "Better food elsewhere", "Phone number", "Phone interview with Kim", "Approach road", "Return flight",
    "Return policy", "Reserve wine", "Contract talks", "Trade talks in Geneva", "Wage demands",
    "Travel requests", "Karen's calls", "Test drive", "Book signing", "Pay slip for May", "Finish line",
    "Check-in desk", "Watch battery", "Watch repair", "Copy machine", "Pick of the week", "Drop box",
    "Scan results", "Charge card", "Wrap party", "Schedule changes", "Pack of wolves",
    "Staff trained and certified", "Room service slow", "Tests finished", "Case dismissed",
    "Wine included", "Pets allowed", "Batteries included", "No pets allowed", "No strings attached",
    "Items damaged in transit", "Flights overbooked", "Half price", "Half of the budget",
    "Most of the staff", "Some old chairs", "All rooms booked", "Both tickets paid", "Two chairs broken",
    "The sales plan", "Three work permits", "Set lunch at noon", "Hurt feelings", "Split screen",
    "Better weather", "Better call quality", "Plain talk about money", "Our plans for June",
    "My notes about the trip", "Staff only", "Cut flowers", "Dr. Anna Rivers", "Mark Rose", "Grace Banks",
    "Bill Wells", "Mark, Sales", "Grant approved", "Call history", "Check-out time", "Booking confirmed",
    "Order backlog", "Email policy", "Print error", "Review copy", "Test score", "Fix list",
    "Move-in day", "Team photo", "Lunch ordered", "Wall painted, shelves mounted", "Contracts and offers",
    "Two late arrivals", "Supply problems", "Salary reviews in May", "Design changes", "Some minor fixes",
    "Rosa Banks", "Deputy Facilities Manager", "Account frozen", "Fresh towels daily",
    "Doors closed at ten", "Very impressed!", "Rather disappointed", "Stuck in traffic",
    "Great views from the roof",
)
# fmt: on

CASES: Final = tuple(
    pytest.param(text, language, expected, id=f"{language}-{expected}-{text}")
    for language, expected, texts in (
        ("de", True, FINITE_DE + LATER_FINITE_DE + WIDER_FINITE_DE),
        ("de", False, NO_FINITE_DE + LATER_NO_FINITE_DE + WIDER_NO_FINITE_DE + LIST_INFINITIVES_DE),
        ("en", True, FINITE_EN + LATER_FINITE_EN + WIDER_FINITE_EN),
        ("en", False, NO_FINITE_EN + LATER_NO_FINITE_EN + WIDER_NO_FINITE_EN),
    )
    for text in texts
)


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
