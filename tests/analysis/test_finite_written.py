"""Finite verbs in lines that people write in a hurry: slips, all in one case, no apostrophes, two languages at once."""

from __future__ import annotations

from typing import Final

import pytest

from msglint.analysis.finite import has_finite_verb
from msglint.analysis.finite_slips import mended
from msglint.analysis.sentence import Sentence
from msglint.analysis.tagger import HantaTagger

# fmt: off
APOSTROPHES_NONE_DE: Final = (
    "Aufs Neue", "Ans Lager", "Fürs Protokoll", "Ins Büro", "Nix Neues", "Nichts Besonderes",
    "Mittags im Büro", "Montags immer", "Übers Wochenende", "Herrn Baums Vertrag", "Annas Anmerkungen",
)

APOSTROPHES_FINITE_DE: Final = (
    "Gehts morgen?", "Wie gehts?", "Passts um zehn?", "Hab ichs verpasst?", "Ich habs.", "So gehts.",
    "Wenns passt, gern morgen.", "Ists recht so?", "Wärs auch um elf möglich?", "Machs gut.",
    "Machs doch morgen.", "Gibts was Neues?", "Gibts Neuigkeiten?", "Hats geklappt?", "Wars das?",
    "Kanns losgehen?", "Schaffts ihr bis Freitag?", "Ich schaffs nicht.", "Das nehm ich.",
    "Da fehlts an Geld.", "Wie läufts?", "Ich glaubs nicht", "Was gibts Neues?", "Hats geschmeckt?",
    "Kannst dus schicken?", "Machts wie besprochen", "Sags ihm bitte", "Wos hängt, weiß ich nicht",
    "Ich mags lieber kurz", "Habs erledigt", "Da stehts doch", "Tuts leider nicht",
)

ELIDED_FINITE_DE: Final = (
    "Entscheidet der Chef.", "Reicht morgen.", "Kann erst Montag.", "Bringe ich mit.", "Versuche es.",
    "Erledige ich.", "Sende ich nach.", "Trifft zu.", "Dauert noch.", "Melde mich morgen.",
    "Darf ich fragen, warum?", "Reicht auch Montag.", "Bestätige hiermit.", "Mache ich gleich.",
    "Hab dir was geschickt.", "Geht in Ordnung.", "Gilt auch für Freitag.", "Würde Dienstag nehmen.",
    "Habe nichts gehört.", "Kenne ich nicht.", "Kostet 200 Euro.", "Liegt bei Jens.",
    "Klappt leider nicht.", "Rufe an.", "Bin gleich da.", "Steht im Protokoll.",
    "Warte noch auf Rückmeldung.", "Trage ich ein.", "Kommt morgen.", "Sehe ich auch so.",
    "Verspäte mich.", "Prüfe ich.", "Sieht gut aus.", "Telefoniere gerade.", "Klingt gut.", "Ist raus.",
    "Bin dran.", "Klappt.", "Folgt.", "Wollte nur fragen.", "Hat geklappt.", "Dauert zwei Wochen.",
    "Leite es weiter.", "Verstehe.", "Folgt morgen.",
)

EMOJI_NONE_DE: Final = (
    "Super 👍", "Erledigt ✅", "Termin verschoben 😕", "Morgen um zehn 🙂", "Zur Info 😉", "Keine Zeit :(",
    "Alles bestens 😊", "Rechnung bezahlt ✅", "Alles fertig 🎉", "Leider krank 🤒", "Zug verpasst 😩",
    "Feierabend 🍻",
)

EMOJI_FINITE_DE: Final = (
    "passt 👍", "Passt mir 😊", "Komme gleich 🙂", "Freu mich 😀", "Mach ich :)", "Geht klar ;)",
    "Bin dabei! 🎉", "Der Termin passt mir 👍", "Freut mich 🎉", "Bin krank 🤒", "Komme später 🚗",
    "Der Zug steht 😩",
)

HEADLINES_NONE_DE: Final = (
    "Zugang freigeschaltet", "Lager geräumt", "Unterschrieben.", "Nichts gefunden", "Notiert.",
    "Ohne Gewähr", "Mit der Bitte um Prüfung", "Mit Anhang", "Beides", "Heute verschickt per Post",
    "Protokoll verschickt", "Meeting um zehn abgesagt", "Termin mit Herrn Baum vereinbaren",
    "Im Urlaub bis 12.", "Nur eine kurze Rückfrage", "Zur Unterschrift", "Stromausfall behoben",
    "Techniker unterwegs", "Vertrag unterschrieben", "Kollegin erkrankt", "Die Zahlen aus dem Vorjahr",
    "Hier die Zahlen", "Ja, Dienstag", "Mit Dank zurück", "Auftrag erteilt", "Änderungen in rot",
    "Alles wie gehabt.", "Gerät ersetzt", "Kunde zufrieden", "Eher Donnerstag.",
    "Rechnung bezahlen bis Freitag", "Nein, erst Mittwoch", "In Bearbeitung",
    "Wie telefonisch vereinbart.", "Gutschrift erstellt", "Vor einer Stunde gesendet", "Das zweite",
    "Wie beim letzten Mal", "Lieferzeit zwei Wochen", "Noch nicht da.", "Parkplatz gesperrt",
    "Montag 10 Uhr, Raum 3", "Niemand erreicht", "Kaufvertrag beurkundet", "Drucker kaputt",
)

HEADLINES_FINITE_DE: Final = (
    "Weitere Infos folgen", "Wetter schlecht, Baustelle ruht",
)

IMPERATIVES_FINITE_DE: Final = (
    "Buche bitte den Raum.", "Ersetze Seite zwei", "Entschuldige die Verspätung.", "Reich das weiter",
    "Verzeih die späte Antwort.", "Erklär mir das", "Storniere den Flug.", "Anrufen bitte!",
    "Bringen Sie den Ausweis mit.", "Mach Schluss.", "Nutze den Hintereingang.", "Erinner mich morgen.",
    "Gib Bescheid.", "Trenn die Listen", "Macht weiter so.", "Lass uns reden.",
    "Seien Sie bitte pünktlich.", "Bitte Ruhe bewahren", "Zeigen Sie her.", "Stell die Heizung ab.",
    "Druck das bitte aus.", "Besprich das mit Ute.", "Öffne die Datei.", "Nehmen Sie Platz",
    "Beschreib den Fehler.", "Sprecht das ab.", "Bleib dran.", "Sprich mit ihm.",
    "Prüfe bitte die Zahlen.", "Denkt an die Pässe.", "Drucken Sie es bitte zweimal.", "Gieß die Blumen.",
    "Räum den Keller auf", "Bestell zwanzig Stück.", "Sagt mir Bescheid.", "Wieg die Pakete.",
    "Sprecht mit Ute", "Notier dir den Termin.", "Kommt bitte um acht.", "Ändere bitte den Titel.",
    "Bitte ausfüllen und zurückschicken", "Widersprich ihm nicht.", "Vergleich mal die Preise",
    "Wirf den alten Ordner weg.", "Formatiere die Tabelle.",
)

LOWER_NONE_DE: Final = (
    "siehe anhang", "antwort der bank", "zur info", "besprechung um neun", "bericht zur lage",
    "liste im anhang", "unterlagen prüfen", "rechnung anbei", "schlüssel beim hausmeister",
    "besuch aus köln", "mit freundlichem gruß aus köln", "kein strom im büro", "miete überwiesen",
    "noch nicht fertig", "vertrag unterschrieben", "mail an kunden raus", "gute reise", "kein problem",
    "weiterleitung an frau lang", "vielleicht nächste woche", "frage zur rechnung",
    "druck auf der leitung", "stand heute", "lieferung unvollständig", "der rest morgen",
    "stand von gestern", "drucker kaputt", "antwort bis freitag", "buchung für zwei personen",
    "kosten zu hoch", "angebot zu teuer", "auftrag bestätigt", "arbeit für morgen",
    "reise nach köln genehmigt", "neue adresse ab mai", "keine zeit", "angebot von gestern",
    "ihre anfrage vom montag", "treffen um acht", "morgen um zehn", "vertrag mit der bank",
    "protokoll im anhang", "nächste woche dienstag", "absage vom kunden", "rechnung bezahlt",
)

LOWER_FINITE_DE: Final = (
    "gehts morgen", "passt", "montag passt mir", "ich komm später", "der drucker spinnt wieder",
    "die lieferung kommt morgen", "kannst du mal schauen", "ruf mich an", "schick mir die liste",
    "melde mich morgen", "das machen wir so", "wir treffen uns um acht", "der kunde zahlt nicht",
    "die rechnung stimmt nicht", "hab ich gemacht", "geht das auch dienstag", "mir passt beides",
    "frau meyer weiß bescheid", "frau meyer kümmert sich", "der techniker kommt um zehn",
    "die unterlagen liegen bei", "das paket liegt beim nachbarn", "wir brauchen mehr zeit",
    "alle unterlagen liegen vor", "die kollegen prüfen das", "bitte melden", "bitte anrufen",
    "ich kümmere mich darum", "die firma zahlt nicht", "herr lang ruft zurück", "das angebot ist gut",
    "wir liefern am montag", "mir fehlt die unterschrift", "schau mal rein", "meld dich kurz",
    "kommst du mit", "der plan steht", "dienstag wäre gut", "muss noch einkaufen",
    "hat jemand den schlüssel", "der beamer geht nicht an", "heute fällt der kurs aus",
)

MIXED_NONE_DE: Final = (
    "Meeting approved", "Call um zehn, okay?", "Update zum Projekt", "Deadline Friday",
    "Feedback zum Draft", "Quick Update zum Kickoff", "ASAP bitte", "FYI, wie besprochen",
    "Sorry, leider nein", "Cheers und bis morgen", "Done, danke", "Invoice anbei", "Slides im Anhang",
    "No problem, morgen", "Perfect, danke", "Kickoff verschoben", "Link zum Meeting",
    "Release verschoben auf Montag", "Call cancelled", "Draft im Anhang, thanks", "Invoice bezahlt",
    "Agenda wie discussed", "Sprint verschoben, sorry", "No time, leider", "Termin confirmed",
    "Next week besser", "Workshop ausgebucht", "Reminder: Deadline heute", "Feedback bis EOD",
)

MIXED_FINITE_DE: Final = (
    "Meeting passt, see you", "Call passt mir", "Das ist ein No-Go", "Bitte forwarden",
    "Ich forwarde das gleich", "Ich update das File", "Hab dich added", "Let's do it, passt mir",
    "Das File liegt im Sharepoint", "Der Call startet um zehn", "Can't make it, sorry, morgen gerne",
    "Works for me, danke", "Sounds good, bis morgen", "Will check, melde mich",
    "Just ask Jens, der weiß das", "Passt, thanks", "Call ist um drei", "I'm in, bis dann",
    "Thx, mache ich", "Agenda folgt asap", "Bitte invite schicken", "Ping mich an", "We should reden",
    "Das Feature ist live", "Looks good, danke dir",
)

ONE_WORD_NONE_DE: Final = (
    "Nie.", "Samstag.", "Ute.", "Rechnung?", "Gekauft!", "Verschickt.", "Unklar.", "Dringend.",
    "Ausgebucht.", "Krank.", "Unmöglich.",
)

ONE_WORD_FINITE_DE: Final = (
    "Läuft!", "Mach!", "Komm!",
)

OTHERS_NONE_DE: Final = (
    "Vermögen geerbt", "Ohne Anhang", "Wagen betankt", "Unterschrieben von beiden", "Ware mangelhaft",
    "Nachricht hinterlassen", "Mit Ute gesprochen", "Mailbox besprochen", "Immer gerne", "Hilfe gesucht",
    "Inklusive Versand", "Noch zu klären", "Ende gut, alles gut", "Heute angerufen, niemand da",
    "Nett von dir", "Ganz meinerseits", "Wegen Krankheit geschlossen", "Geplant für Mai",
    "Nicht zu fassen", "Wirklich schön geworden", "Akku leer", "Rechnung schon bezahlt?",
    "Ziemlich gut geworden", "Niemanden erreicht", "Verfahren eingestellt", "Vorgesehen für Herrn Ott",
    "Gut gemacht!", "Ungern", "Zu spät gesehen", "Einladung zum Sommerfest", "Betreffend Ihre Rechnung",
    "Im Auftrag von Herrn Ott", "Schon gesehen?", "Trotz Regen", "Ganz schön teuer", "Wunderbar",
    "Fenster auf", "Licht aus", "Noch da?", "Toll gemacht", "Nichts dabei", "Zu Händen Frau Ott",
    "Zu verkaufen", "Vorhaben gescheitert", "Jederzeit",
)

OTHERS_FINITE_DE: Final = (
    "Da bin ich",
)

STATEMENTS_FINITE_DE: Final = (
    "Der Strom fällt morgen aus.", "Woran liegt das?", "Das Team wuchs auf zwölf Leute.",
    "Der Preis beinhaltet die Lieferung.", "Klar, kein Problem, mache ich.",
    "Die Firma Kern liefert am Freitag.", "Er unterschrieb gestern.", "Die Frist läuft Freitag ab.",
    "Herr Ott vertritt sie.", "Um drei geht's los.", "Die Kosten trägt der Mieter.",
    "Das Formular fehlt noch.", "Der Vermieter erlaubt keine Hunde.", "Der Termin verschiebt sich.",
    "Der Richter vertagte die Sitzung.", "Das Labor meldet sich.", "Um zehn startet der Call.",
    "Ihre Bestellung verlässt heute unser Lager.", "Die Preise steigen.", "Mehr weiß ich auch nicht.",
    "Frau Ott übersetzt den Text.", "Dazu fehlen mir die Zahlen.", "Die Polizei ermittelt.",
    "Weißt du mehr?", "Mein Telefon spinnt.", "Schulze kommt später.", "Meine Nummer kennen Sie.",
    "Gegen acht schließt das Tor.", "Die Lampe flackert.", "So machen wir es.", "Sollten wir absagen?",
    "Meyer unterschreibt.", "Der Entwurf gefällt mir.", "Uns gefällt der Entwurf.",
    "Der Aufzug fährt wieder.", "Wem gehört der Ordner?", "Ihr Paket wartet am Empfang.",
    "Das Angebot liegt bei.", "Meine Chefs wollen das nicht.", "Der Chef entscheidet morgen.",
    "Die Sekretärin kocht Tee.", "Die Leitung rauscht.", "Die Zahlen sprechen für sich.",
    "Bleibt es dabei?", "Das freut mich.",
)

TYPOS_NONE_DE: Final = (
    "Termin vershoben", "Rechung anbei", "zur Ifno", "Siehe Anahng", "kein Prolbem", "Noch nicht fretig",
    "Rechnug bezalt", "leider nicht möglcih", "Budget gnehmigt", "Liferung verspätet", "Alles erldigt",
    "Bestelung eingegangen", "Rechnugn verschickt", "Ales in Ordnung", "Teremin bestätigt",
    "Leider kiene Zeit", "Meting verschoben", "Drigend!", "Bis mrogen um neun", "Wie besprohcen",
)

TYPOS_FINITE_DE: Final = (
    "ich kome morgen", "Der Termin past mir", "Das kostst 200 Euro", "Ich hbae keine Zeit", "Das its gut",
    "wir sehn uns morgen", "Die Lieferung komt morgen", "Könen Sie mich anrufen?", "Kannt du mir helfen?",
    "Das wrid knapp", "Ich mölchte den Termin verschieben", "Das feut mich", "ich shcicke es gleich",
    "der Drucker get nicht", "Das stimt nicht", "Wir müsen reden", "ich wünche einen anderen Termin",
    "das ghet so", "Wri sehen uns morgen", "Der Termin passt nihct", "Ich melde mcih später",
    "Das klapt so", "Bite melden Sie sich", "Konnen wir telefonieren?", "Hast du schon gefraagt?",
    "Das ist mir zu teueer", "Die Ware ist angekomen", "der chef wil das so", "Ich schik dir die Datei",
    "Wir habn noch keine Antwort", "Das dauret zu lange", "Er kommmt später", "Ich bni krank",
    "Unterlagen feheln noch",
)

UPPER_NONE_DE: Final = (
    "TERMIN VERSCHOBEN", "ZUR INFO", "SIEHE ANHANG", "RECHNUNG BEZAHLT", "NEUE ADRESSE",
    "BUDGET GENEHMIGT", "UNTERLAGEN FEHLERHAFT", "DRINGEND: ANTWORT BIS FREITAG", "KEINE ZEIT",
    "MORGEN UM ZEHN", "LIEFERUNG UNVOLLSTÄNDIG", "WICHTIG", "LETZTE MAHNUNG", "KEIN INTERESSE",
    "NUR PER POST", "TERMIN MONTAG 9 UHR",
)

UPPER_FINITE_DE: Final = (
    "KOMMT MORGEN", "BITTE ANRUFEN", "DER DRUCKER GEHT NICHT", "RUF MICH AN", "ICH KOMME SPÄTER",
    "DIE LIEFERUNG KAM NICHT AN", "DER SERVER LÄUFT WIEDER", "MONTAG PASST", "WIR WARTEN NOCH",
    "DAS GEHT SO NICHT", "DAS IST FALSCH", "MELDEN SIE SICH", "WO BLEIBT DIE LIEFERUNG",
    "HEUTE KOMMT NIEMAND", "DIE RECHNUNG FEHLT", "ICH WARTE SEIT MONTAG",
)

APOSTROPHES_FINITE_EN: Final = (
    "hows things", "i dont think so", "whats new", "its done", "its raining", "its on page two",
    "its a deal", "were ready", "shes ill", "theyll call", "youd better ask", "couldnt open it",
    "hasnt arrived", "its sam", "thatll do", "im done",
)

ELIDED_FINITE_EN: Final = (
    "Had a look.", "Cancelled the order.", "Happens.", "Hope so.", "Had no time.", "Booked us a table.",
    "Sent it yesterday.", "Checked the file.", "Paid it this morning.", "Like it.", "Passed it to Sam.",
    "Fits well.", "Saw your note.", "Is done.", "Might be late.", "Knew it.", "Have a look.",
    "Moved it to Friday.", "Added Tom.", "Agree with Tom.", "Don't think so.", "Seems fine.",
    "Hope that helps.", "Found the file.", "Tried that.", "Waiting, call me.",
    "Removed you from the list.", "Will check.", "Doubt it.", "Told him.", "Checked with Tom.",
    "Told Tom already.", "Sent you the file.", "Received it.", "Costs too much.", "Met him yesterday.",
    "Feels wrong.", "Arrived safely.", "Took longer than expected.", "Fixed the bug.", "Got it, thanks.",
    "Fixed it.", "Was fine.", "Can't open it.", "Ordered more paper.",
)

EMOJI_NONE_EN: Final = (
    "Great 👍", "Done ✅", "On my way 🚗", "Perfect :)", "Meeting moved 😕", "Tomorrow at ten 🙂", "No idea 🤷",
    "Order shipped 📦", "All finished 🎉", "Still ill 🤒", "Train missed 😩", "Home time 🍻",
)

EMOJI_FINITE_EN: Final = (
    "Works for me 👍", "Sounds good 😊", "Call me 😀", "Got it 👍", "Tom called :)", "Monday works ;)",
    "Made it 🎉", "Feel awful 🤒",
)

HEADLINES_NONE_EN: Final = (
    "Excellent news", "Yes, Friday", "Test of the new server", "Received with thanks.", "Tom in charge",
    "Those from May", "Mission accomplished", "Sales down by ten percent", "Sales up again",
    "Slides attached", "Sorry about that", "For your information", "Without delay", "Contract renewed",
    "Changes in red", "Available from Monday", "Before Friday", "As per our call", "Lease extended",
    "None so far.", "Change in plans", "Van repaired", "Budget approved by board", "Enclosed.",
    "Quick question", "Point taken", "Machine idle", "Numbers attached", "Position open", "Details below",
    "Team informed", "Everybody happy", "Lunch?", "Confidential", "Of course", "Ready for review",
    "Comments in red", "My comments below", "In the mail", "Complaint resolved", "Wrong file",
    "No, the blue one", "To be discussed", "Same price", "Tom out sick today",
)

IMPERATIVES_FINITE_EN: Final = (
    "Email me the list.", "Work from home", "Carry on", "Press enter.", "Fax me the form", "Cc me.",
    "First save the file.", "Ask Tom.", "Cancel the order.", "Connect me with Jane.", "Pardon the delay.",
    "Lend me a hand", "Look below.", "Add Tom.", "Introduce yourself.", "Call the office.",
    "Then restart the computer.", "Sync with Jane.", "Lock the door.", "Excuse the delay.", "Don't panic",
    "Look at page three.", "Push the green button.", "Draft a reply.", "Click the link.",
    "Pull the cable.", "Simply press start.", "List all items.", "Order more paper.", "Ring me.",
    "Move it to Friday.", "Log out first", "Staple the pages", "Flag it.", "Fetch the parcel",
    "Line up at nine", "Loop in Jane.", "Ask him.", "Please reply", "Name your price", "Place the order",
    "Fix this today.", "Send it.", "Disregard my last message.", "Please shut all windows!",
)

LOWER_NONE_EN: Final = (
    "your request of monday", "tomorrow at ten", "lunch with sam", "will from 1999", "server down",
    "budget approved", "order for tom", "no power in the office", "without me", "two boxes damaged",
    "change of plan", "visit to leeds", "order confirmed", "note from jane", "offer too high",
    "update on the project", "test results attached", "not yet", "report from tom", "link to the file",
    "meeting at nine", "reply to tom attached", "new date monday", "plan for friday",
    "refusal from the client", "contract signed", "work in progress", "tom out sick", "minutes attached",
    "mark from sales", "as discussed", "test results", "price too high", "keys at reception",
    "printer broken", "order shipped", "invoice attached", "copy to sam", "check from the bank",
    "report attached", "may 5", "meeting moved to friday", "no idea", "maybe next week", "its new owner",
)

LOWER_FINITE_EN: Final = (
    "could be worse", "ive sent it", "jane is out", "thats fine", "the parcel arrived", "sounds good",
    "works for me", "my phone died", "ask tom", "well see", "ill send it later", "shes in a meeting",
    "the boss said no", "it doesnt open", "we need more time", "weve paid it", "tom paid", "i sent it",
    "theres a problem", "hows it going", "its tom", "please call", "lets do friday", "theyre late",
    "im on it", "tom sent it", "hes out today", "the van broke down", "tom called", "nobody told me",
    "our supplier raised prices", "lets meet at ten", "its friday", "its too late", "wed like two",
    "call me", "the client paid", "check your mail", "monday works", "tuesday suits me", "its ok",
    "id rather wait", "wheres tom", "its on your desk", "i forgot the keys",
)

MIXED_NONE_EN: Final = (
    "Draft anbei", "Kein problem, see you", "Thanks, bis morgen",
)

MIXED_FINITE_EN: Final = (
    "Bitte call me", "Passt, see you", "Sorry, das geht nicht", "Meeting ist um drei",
)

ONE_WORD_NONE_EN: Final = (
    "Never.", "Saturday.", "Sam.", "Invoice?", "Bought.", "Shipped.", "Unclear.", "Urgent.", "Full.",
    "Ill.", "Impossible.", "Tomorrow?",
)

ONE_WORD_FINITE_EN: Final = (
    "Works.", "Wait!", "Stop!", "Depends.",
)

OTHERS_NONE_EN: Final = (
    "Change in price", "Luggage lost", "Letter from the council", "Only three places left", "Any time",
    "Flat wanted", "You too", "Lack of time", "Wanted: storage room", "Team building",
    "No further questions", "Left out on purpose", "Your order of 3 May", "Closed due to illness",
    "Closed until further notice", "To be clarified", "Works council meeting", "Wonderful",
    "Means of payment", "Tenant list", "Post from the bank", "Company sold", "With whom?",
    "Ends of the line", "Lights out", "Greetings from Leeds", "Mailbox full", "How much?",
    "Prices plus VAT", "For sale", "Everything discussed", "No entry", "Payable within 14 days",
    "Test drive on Monday", "Last chance", "According to plan", "Help wanted", "Without attachment",
    "Well said.", "Still there?", "Despite the rain", "Instead of Tuesday now Wednesday",
    "And when exactly?", "Valid until December", "Car refuelled",
)

OTHERS_FINITE_EN: Final = (
    "Think first, then talk", "Goods arrived faulty", "Arrived yesterday", "Link expired",
    "Hope for the best", "Board approved budget",
)

STATEMENTS_FINITE_EN: Final = (
    "Support replied.", "Both dates work.", "Everyone signed.", "The tax office insists.",
    "The heating failed.", "Details follow.", "The sums match.", "Next week works.", "Two seats remain.",
    "Peter sent the file.", "The money arrived.", "My boss said no.", "They won.", "Lunch comes at noon.",
    "Sam drove the van.", "Anna forgot the keys.", "The certificate expires today.",
    "The lift runs again.", "The builders left at three.", "The toner lasts until Monday.",
    "The intern copies the files.", "It depends.", "Kern delivers Friday.", "Two colleagues resigned.",
    "That concerns everybody.", "Shipping takes a week.", "Tom orders lunch.", "Either works.",
    "Your invoice lacks a number.", "The customer complained.", "Who wants cake?", "His phone rang.",
    "Tom quit.", "Both dates work for us.", "The driver waited an hour.", "The numbers look good.",
    "The file opens fine.", "All agreed.", "The order came.", "The heating stays on.", "Monday works.",
    "The fee lapses.", "No, this falls short.", "The samples arrived.", "Nobody complained.",
)

TYPOS_NONE_EN: Final = (
    "budegt approved", "invioce attached", "not sur yet", "tommorow at ten", "As discused",
    "Contrat signed", "no problme", "Oder shipped", "agred", "Recieved with thanks", "Attachd",
    "Metting cancelled", "Pyament received", "Not possibel", "Invocie paid", "On my wya",
    "Tommorrow morning", "Wrong adress", "Quik question", "Reprot attached", "No repsonse yet",
)

TYPOS_FINITE_EN: Final = (
    "Mondy works", "I wll send it", "thnak you, I got it", "Ther is a problem", "The parcel arived",
    "it wroks", "I cna do it", "plese call me", "Tom snet it", "we shuold talk", "i hvae no time",
    "taht is fine", "he dosnt know", "Its fien", "Cna you call me", "sedn me the file", "Tom caled",
    "this si fine", "We shoudl meet", "It dosen't work", "I wil call you", "Teh file is broken",
    "Plaese send it", "I thnik so", "He sayd yes", "Waht happened?", "Can yuo help?",
    "The metting starts at ten", "They ahve it", "I jsut sent it", "Tom forogt the keys", "Let me knwo",
    "That wokrs",
)

UPPER_NONE_EN: Final = (
    "BUDGET APPROVED", "SERVER DOWN", "NO IDEA", "ORDER SHIPPED", "URGENT", "NEW ADDRESS",
    "MEETING CANCELLED", "INVOICE ATTACHED", "OUT OF OFFICE", "PAYMENT RECEIVED", "DELIVERY INCOMPLETE",
    "IMPORTANT", "FINAL NOTICE", "NOT INTERESTED", "BY POST ONLY", "MEETING MONDAY 9 AM",
)

UPPER_FINITE_EN: Final = (
    "CALL ME", "MONDAY WORKS", "THE SERVER CRASHED", "PLEASE CALL", "SEND IT", "TOM CALLED", "IT WORKS",
    "THE CLIENT PAID", "DO NOT REPLY", "ITS FINE", "THIS IS WRONG", "ANSWER ME", "WHERE IS THE PARCEL",
    "NOBODY CAME TODAY", "THE INVOICE LACKS A DATE", "I HAVE WAITED SINCE MONDAY",
)
# fmt: on

CASES: Final = tuple(
    pytest.param(text, language, expected, id=f"{language}-{expected}-{text}")
    for language, expected, texts in (
        ("de", False, APOSTROPHES_NONE_DE),
        ("de", True, APOSTROPHES_FINITE_DE),
        ("de", True, ELIDED_FINITE_DE),
        ("de", False, EMOJI_NONE_DE),
        ("de", True, EMOJI_FINITE_DE),
        ("de", False, HEADLINES_NONE_DE),
        ("de", True, HEADLINES_FINITE_DE),
        ("de", True, IMPERATIVES_FINITE_DE),
        ("de", False, LOWER_NONE_DE),
        ("de", True, LOWER_FINITE_DE),
        ("de", False, MIXED_NONE_DE),
        ("de", True, MIXED_FINITE_DE),
        ("de", False, ONE_WORD_NONE_DE),
        ("de", True, ONE_WORD_FINITE_DE),
        ("de", False, OTHERS_NONE_DE),
        ("de", True, OTHERS_FINITE_DE),
        ("de", True, STATEMENTS_FINITE_DE),
        ("de", False, TYPOS_NONE_DE),
        ("de", True, TYPOS_FINITE_DE),
        ("de", False, UPPER_NONE_DE),
        ("de", True, UPPER_FINITE_DE),
        ("en", True, APOSTROPHES_FINITE_EN),
        ("en", True, ELIDED_FINITE_EN),
        ("en", False, EMOJI_NONE_EN),
        ("en", True, EMOJI_FINITE_EN),
        ("en", False, HEADLINES_NONE_EN),
        ("en", True, IMPERATIVES_FINITE_EN),
        ("en", False, LOWER_NONE_EN),
        ("en", True, LOWER_FINITE_EN),
        ("en", False, MIXED_NONE_EN),
        ("en", True, MIXED_FINITE_EN),
        ("en", False, ONE_WORD_NONE_EN),
        ("en", True, ONE_WORD_FINITE_EN),
        ("en", False, OTHERS_NONE_EN),
        ("en", True, OTHERS_FINITE_EN),
        ("en", True, STATEMENTS_FINITE_EN),
        ("en", False, TYPOS_NONE_EN),
        ("en", True, TYPOS_FINITE_EN),
        ("en", False, UPPER_NONE_EN),
        ("en", True, UPPER_FINITE_EN),
    )
    for text in texts
)


@pytest.fixture(scope="module")
def taggers() -> dict[str, HantaTagger]:
    return {"de": HantaTagger("de"), "en": HantaTagger("en")}


@pytest.mark.parametrize(("text", "language", "expected"), CASES)
def test_line_in_a_hurry(taggers: dict[str, HantaTagger], text: str, language: str, expected: bool) -> None:
    assert has_finite_verb(text, language, taggers[language]) is expected


def _readings(text: str, language: str, tagger: HantaTagger) -> list[str]:
    sentence = Sentence(tagger.tag(text), question=False, shouted=False, titled=False)
    return list(mended(text, language, (sentence,)))


def test_a_slip_is_tried_as_the_verbs_it_may_be(taggers: dict[str, HantaTagger]) -> None:
    assert "Das wird knapp" in _readings("Das wrid knapp", "de", taggers["de"])
    assert "it works" in _readings("it wroks", "en", taggers["en"])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Rechnung im Anhang", "de"),
        ("danke und bis morgen", "de"),
        ("Angebot von Frau Kowalczyk", "de"),
        ("invoice attached, thanks", "en"),
        ("Notes from Siobhan", "en"),
    ],
)
def test_words_that_are_right_and_names_are_no_slips(taggers: dict[str, HantaTagger], text: str, language: str) -> None:
    assert _readings(text, language, taggers[language]) == []


def test_a_text_full_of_unknown_words_is_left_alone(taggers: dict[str, HantaTagger]) -> None:
    assert _readings("xqrt blarg fnord quux zzyzx", "en", taggers["en"]) == []
