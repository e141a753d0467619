"""The words that tell a note between friends from a business message, in lower case."""

from __future__ import annotations

from typing import Final, NamedTuple


class Hints(NamedTuple):
    """The words of one language.

    Attributes:
        kisses: among those who are close, and nobody else.
        laughter: laughing, and a mind to do something together.
        dialect: dialect, and what only chats write like that.
        casual: how people talk who need not mind how they sound; colleagues do so too.
        leisure: what friends do together.
        relatives: a letter to or from one of them is private.
        pet_names: who is greeted like that is close.
        answers: with one of them an answer in a chat begins.
        business: with one of them the message is no private one.
        office: they speak against it, but friends have to do with them too.
    """

    kisses: frozenset[str]
    laughter: frozenset[str]
    dialect: frozenset[str]
    casual: frozenset[str]
    leisure: frozenset[str]
    relatives: frozenset[str]
    pet_names: frozenset[str]
    answers: frozenset[str]
    business: frozenset[str]
    office: frozenset[str]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GERMAN: Final = Hints(
    kisses=_words(
        "bussi bussis bussal bussl busserl bussln küsschen kuss küsse küssen schmatz schmatzer schmatzi "
        "knutscher knuddel knuddler knuddels hdl hdgdl hdmdl xoxo umarme umarmt"
    ),
    laughter=_words("haha hahaha hahahaha hihi hihihi hehe hehehe höhö lol lool rofl omg xd xdd xddd grins seufz lust"),
    dialect=_words(
        "is nimmer bissi bisserl bissl bisl bissal net ned nit wos hob heit mei dei deim nua aba gsehn gmacht "
        "gsagt ghabt gredet gschrieben gschriebn ghalten gheißen gfallt guat kummst kummt schaun habn habts "
        "seids gemma schauma hamma samma simma wemma könnma müssma hörma sehma najo sowos eich jz jez jezt vl "
        "vllt eig iwie iwann nen son ne nee nö jo joa jup jap jep alta oida digga diggi bro moinsen "
        "tschuldige tschuldigung sry thx wtf yolo supi"
    ),
    casual=_words(
        "hab habs glaub werd würd hätt wollt gibts gehts gings wirds wars ists machs hats schauts wies obs "
        "nix naja tja eh echt voll cool coole cooler cooles krass krasse geil geile mega hammer doof doofer "
        "doofes blöd blöde blödes blöder mist scheiße kacke ätzend urlieb urviel übelst irgendwie bisschen "
        "grad grade quatschen tratschen hey hej huhu hallöchen hi hii servus oje ohje ach ah oh aha aja achso "
        "wow juhu yeah hurra juchhu hm hmm na ciao tschüss tschüssi baba glg gglg ggglg vlg liebsten freu"
    ),
    leisure=_words(
        "spaß party feiern feier geburtstag geburtstagsparty grillen grillabend kino konzert kneipe bier "
        "urlaub ferien hochzeit ostern weihnachten silvester fasching trikots training torte kuchen rezept "
        "oma opa mama papa mami papi schwester bruder tante onkel cousin cousine mitbewohner mitbewohnerin "
        "facebook whatsapp insta instagram freundin freunde kumpel schwimmen wandern tanzen film filme"
    ),
    relatives=_words(
        "mama mami mutti mamsch mamutschka papa papi vati paps oma omi omama opa opi opapa großmama großpapa "
        "tante onkel schwesterherz schwesterchen schwesta bruderherz brüderchen bruda sohn sohnemann "
        "töchterchen tochterherz enkel patenkind"
    ),
    pet_names=_words(
        "du man alta alter oida digga schatz schatzi schatzl schätzchen süße süßer süßi süßen maus mausi "
        "mäuschen hase hasi häschen liebling liebste liebster liebstes allerliebste allerliebster herzchen "
        "spatz spatzl ho mädels jungs dicker große großer kleine kleiner"
    ),
    answers=_words(
        "ja jo jaja jap jup jep joa nein nö nee ok okay oki okidoki klar danke und also oh na naja hm hmm ach "
        "achso cool super wow haha hahaha krass passt stimmt genau echt omg boah irgendwann puh sorry"
    ),
    business=_words(
        "angebot angebote angebots angebotes offerte rechnung rechnungen rechnungsnummer rechnungsbetrag "
        "vertrag verträge vertrags mietvertrag arbeitsvertrag bestellung bestellungen bestellnummer bestellen "
        "bestellt auftrag aufträge auftrags kunde kunden kundin kundinnen kundentermin lieferung lieferungen "
        "liefertermin lieferant lieferanten lieferschein gewährleistung reklamation mahnung "
        "zahlungserinnerung kündigung kündigungsfrist vertragsentwurf kostenvoranschlag preisliste preise "
        "einkauf vertrieb buchhaltung rechnungswesen umsatz umsätze budget honorar gehalt gehaltsabrechnung "
        "iban überweisung überweis überweise unterhalt skonto mandant mandantin mandanten vermieter "
        "vermieterin hausverwaltung mieter versicherung versicherungen anzahlung kaution antrag anträge "
        "bewerbung bewerbungsunterlagen bewerbungsgespräch lebenslauf geschäftsführung geschäftsführer "
        "vorstand vorstandssitzung personalabteilung matrikelnummer professor professorin sprechstunde prof "
        "geehrte geehrter geehrtes geehrten mfg hochachtungsvoll releasedatum deployment rollout stakeholder "
        "kick-off kickoff pitch projektplan projektleiter projektleiterin auftraggeber forschungsprojekt "
        "studie korpus forschungszwecke gmbh amtsgericht steuernummer ust-idnr"
    ),
    office=_words(
        "projekt projekte projekts meeting meetings call termine besprechung unterlagen protokoll protokolle "
        "sitzung sitzungen team teams newsletter workshop workshops kollege kollegen kollegin kolleginnen "
        "deadline feedback dokument dokumente formular bericht berichte konferenz abteilung büro mitglied "
        "mitglieder verein präsentation folien entwurf freigabe ticket release server website homepage "
        "release update updates version code branch chef chefin interview publikation redaktion vortrag "
        "beitrag teilnehmer anmeldung liste excel datenbank system sekretariat stellungnahme arbeitsgruppe "
        "statistik quartal quartals zahlen planung lek schüler handout"
    ),
)
"""What German notes are known by."""

ENGLISH: Final = Hints(
    kisses=_words("xoxo xoxoxo xox xx xxx kisses kiss smooches hugs hugz muah mwah luv"),
    laughter=_words("haha hahaha hahahaha hehe hehehe lol lmao rofl omg lolol"),
    dialect=_words(
        "gonna wanna gotta kinda sorta dunno lemme gimme y'all ya u ur cuz coz tho tmrw tmr 2nite tonite pls "
        "plz dude dudes bro bros buddy pal sis mate thx ttyl btw wtf idk jk nite nuttin nothin goin doin "
        "ain't aint"
    ),
    casual=_words(
        "hey yeah yea yep yup nope cool awesome sweet crap damn hell sucks sucked crazy freaking darn gosh "
        "geez wow yay ugh hmm guys folks stuff bunch anyways cya bye byebye hangover drunk bored boring fun "
        "pumped stoked"
    ),
    leisure=_words(
        "beer beers party weekend dinner movie movies kids birthday vacation bar game games tonight mom dad "
        "mum grandma grandpa wedding honeymoon thanksgiving christmas easter church baby golf fishing "
        "barbecue bbq girlfriend boyfriend roommate facebook"
    ),
    relatives=_words(
        "mom mommy mum mummy mama dad daddy papa grandma grandpa granny nana sis auntie aunt uncle hubby "
        "wifey sweetheart"
    ),
    pet_names=_words(
        "dude man bro buddy honey hon babe baby sweetie sweetheart darling dear dearest love girl girlie hun "
        "sugar stranger you pal"
    ),
    answers=_words(
        "yes yeah yea yep yup no nope nah ok okay sure cool thanks hey oh wow haha hahaha lol omg well so "
        "sounds sweet awesome and what man dude sorry hmm"
    ),
    business=_words(
        "invoice invoices contract contracts agreement agreements proposal proposals quote quotes quotation "
        "orders purchase payment payments client clients customer customers supplier suppliers delivery "
        "shipment budget revenue counterparty attorney counsel regards sincerely mr mrs ms sir madam "
        "applicant resume vacancy landlord tenant lease deposit insurance complaint refund warranty inc llc "
        "ltd corp professor dissertation"
    ),
    office=_words(
        "project projects meeting meetings conference report reports presentation deadline team colleague "
        "colleagues office draft document documents spreadsheet schedule agenda review memo deal deals trade "
        "trades trader desk group position positions risk data file files version release server website "
        "staff department manager feedback update attached attachment"
    ),
)
"""What English notes are known by."""
