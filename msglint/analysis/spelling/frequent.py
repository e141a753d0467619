"""The words that every mail is full of: what is one slip away from them is a slip, even if it looks like a name."""

from __future__ import annotations

from typing import Final

SMALL_DE: Final = frozenset(
    "nicht kann kannst können könnt könnte könnten mal viel viele vielen vieles allem allen aller alle alles gut zu "
    "so ist sind bist bin war waren hat habe hast haben hatte hatten gibt gab wird werden wurde wurden will wollen "
    "soll sollte sollten muss müssen müssten möchte möchten würde würden ich du er sie es wir ihr mich dich uns "
    "euch mir dir ihm ihn ihnen der die das den dem des ein eine einen einem einer eines und oder aber auch noch "
    "schon nur dann wenn weil dass ob als wie wo was wer von vom zum zur bei mit für auf an in im am nach vor aus "
    "um über unter durch gegen ohne seit bis kein keine keinen etwas wenig mehr weit lang lange sehr gern gerne nun "
    "hier dort da ja nein doch heute morgen gestern gar immer wieder jetzt sich diese dieser dieses diesem diesen "
    "mein meine meinen dein deine sein seine unser unsere ihre ihrem ihren ihrer bitte danke hallo liebe lieber "
    "guten ganz schnell bald kurz leider vielleicht eigentlich natürlich zusammen zwischen nächste nächsten letzte "
    "letzten neue neuen erst erste ersten andere anderen selbst damit dazu dabei davon daher denn deshalb trotzdem "
    "außerdem".split()
)
NOUNS_DE: Final = frozenset(
    "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Januar Februar März April Juni Juli August "
    "September Oktober November Dezember Frau Herr Herrn Herren Damen Dank Bitte Grüße Grüßen Gruß Termin Termine "
    "Rechnung Rechnungen Angebot Angebote Anhang Anlage Anfrage Auftrag Aufträge Kunde Kunden Woche Wochen Monat "
    "Monate Jahr Jahre Stunde Stunden Minuten Abend Morgen Mittag Vormittag Nachmittag Uhrzeit Euro Zeit Nachricht "
    "Adresse Telefon Nummer Firma Problem Probleme Frage Fragen Antwort Information Informationen Unterlagen Platz "
    "Punkt Anfang Projekt Vertrag Preis Preise Kosten Lieferung Bestellung Rückmeldung Gespräch Besprechung "
    "Unterstützung Entschuldigung Möglichkeit Verfügung Bestätigung Urlaub Arbeit Mitarbeiter Kollegen Team Datei "
    "Liste Seite Beispiel Hilfe Thema Ergebnis Entscheidung Sitzung Meinung Interesse Ihnen Ihre Ihrem Ihren Ihrer "
    "Sie".split()
)
SURNAMES_DE: Final = frozenset(
    "Sontag Freytag Preiss Preis Frey Montagne Sommers Winters Herre Abendroth Dancke Danke".split()
)
"""Names that look like a slip in one of them."""
SMALL_EN: Final = frozenset(
    "the and that have for not with you this but his from they say her she will one all would there their what out "
    "about who get which when make can like time just him know take into your good some could them see other than "
    "then now look only come over think also back after use two how our work first well way even new want because "
    "any these give day most us are was were has had been please thanks thank dear regards let need send sent "
    "before until where here should might must very much many more still again today tomorrow yesterday monday week "
    "month year meeting email call letter report question answer".split()
)
