"""The words that tell whether a small `sie` is the reader, in lower case."""

from __future__ import annotations

from typing import Final

from msglint.message.patterns import lazy


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES: Final = _words("der die das den dem deren dessen denen")
ME: Final = _words("mir mich uns")
POLITE: Final = _words("bitte pls plz")
LEADING: Final = _words(
    """
    und oder aber also dann so doch nun bitte daher deshalb darum dazu ja nein gerne gern falls denn jedoch auch
    danach anschließend einfach ansonsten sonst herzlich
    """
)
ASKS: Final = _words(
    """
    was wann wie wo wer warum weshalb wieso welche welchen welches welcher wohin woher womit wofür worauf wozu
    wem wen ab bis für mit bei auf in an von zu
    """
)
JOIN: Final = _words("und oder sondern aber sowie bzw")
ACCUSATIVE_PREPOSITIONS: Final = _words("für an auf über um gegen ohne durch")
THANKS: Final = lazy(
    r"dank\w*|bedank\w*|freu\w*|gefreut|schön|nett|lieb|toll|super|prima|hilfreich|dankbar|hoff\w*|bitte[tn]?|gebeten|"
    r"entschuldig\w*|verzeih\w*|leid|schade|verbunden|bedauer\w*|wünsch\w*|gespannt|interessier\w*|wissen|mitteil\w*"
)
ADDRESSING_VERBS: Final = _words(
    """
    bitte bitten gebeten einladen eingeladen einzuladen lade laden informieren informiere informiert erinnern
    erinnere ersuche ersuchen kontaktieren kontaktiere kontaktiert erreichen erreiche erreicht anrufen angerufen
    anzurufen rufe rufen kennenlernen kennenzulernen begrüßen begrüße grüße grüßen empfangen beraten stören
    belästigen benachrichtigen benachrichtige verständigen beglückwünschen frage fragen gefragt hinweisen
    hinzuweisen weise weisen aufmerksam laufenden überzeugen überzeugt verstehe verstehen unterstützen
    enttäuschen enttäuscht zurückrufen zurückzurufen treffen besuchen sprechen zu-sprechen einbinden auffordern
    fordere fordern wiedersehen wiederzusehen verbleibe merke vormerken vorgemerkt sehe sehen erwarte erwarten
    treffe abhole abholen abzuholen
    """
)
STAND: Final = _words("stehe stehen steht")
ASKING_VERBS: Final = _words(
    """
    bitte bitten gebeten einladen einzuladen eingeladen informieren informiere ersuche ersuchen hinweisen
    hinzuweisen erinnern fragen auffordern fordere wende wenden kontaktiere kontaktieren anrufen benachrichtigen
    grüße begrüßen
    """
)
GIVING_VERBS: Final = _words(
    """
    sende senden gesendet zusenden zuzusenden zugesendet schicke schicken geschickt zuschicken zuzuschicken
    zugeschickt übersende übersenden übersandt leite leiten weiterleiten weiterzuleiten weitergeleitet maile
    mailen gebe geben gegeben teile teilen mitteilen mitzuteilen mitgeteilt danke danken gedankt wünsche
    wünschen gratuliere gratulieren biete bieten anbieten anzubieten angeboten empfehle empfehlen empfohlen
    bestätige bestätigen bestätigt versichere versichern verspreche versprechen erkläre erklären erklärt zeige
    zeigen gezeigt helfe helfen geholfen behilflich sage sagen gesagt schreibe schreiben geschrieben schrieb
    antworte antworten geantwortet überlasse überlassen nachreichen nachzureichen reiche bringe bringen liefere
    liefern geliefert stelle stellen schulde glaube glauben schlage schlug vorschlagen vorzuschlagen
    vorgeschlagen erzähle erzählen erzählt lege zurücksenden zurückzusenden zurückschicken zurückzuschicken
    überweise überweisen überwiesen zukommen zugehen lasse entgegenkommen bedanke bedanken melde melden gemeldet
    gesprochen telefoniert telefonieren verkaufen abkaufen vorstellen vorzustellen ermöglichen ersparen beweisen
    dankbar verbunden bezüglich treffen sprechen getroffen
    """
)
WILL: Final = _words("möchten wollen wünschen mögen benötigen brauchen bräuchten hätten würden könnten sollten")
MATTERS: Final = _words(
    """
    fragen frage rückfragen rückfrage interesse lust zeit wünsche anregungen einverstanden bedarf anmerkungen
    unklarheiten verständnis gelegenheit bescheid zweifel ideen
    """
)
SUITS: Final = _words("möglich recht passt passen passte lieber gelegen ausmacht zusagt gefällt hilft weiterhilft")
THINGS_TOO: Final = _words(
    """
    verstehen verstehe unterstützen rufe rufen lade laden besuchen sprechen überzeugen überzeugt weise weisen
    sehe sehen erwarte erwarten merke abhole abholen abzuholen
    """
)
ADVICE: Final = _words("besten gern gerne jederzeit einfach notfalls bitte")
CONDITIONS: Final = _words("wenn falls sofern sollten sobald solange")
SAYING: Final = _words(
    """
    sagt sagte sagten gesagt meint meinte gemeint behauptet erklärt erklärte erzählt schreibt schrieb hieß
    berichtet
    """
)
CAUSES: Final = _words("weil da nachdem obwohl denn während indem obgleich")
AS_YOU: Final = lazy(
    r"wissen|sehen|merken|erkennen|lesen|entnehmen|wünschen|meinen|möchten|woll(?:t)?en|schreiben|sagen|erwähnen|"
    r"vorschlagen|"
    r"gewünscht|gesagt|geschrieben|erwähnt|vorgeschlagen|gemeint|gebeten"
)
ASKED_FOR: Final = lazy(
    r"ange(?:fordert|fragt|boten|kündigt)|bestellt|gewünscht|ge(?:schickt|sendet|sandt|kauft|nannt|schrieben|stellt|"
    r"macht|mietet|"
    r"bucht)|zugesandt|zugeschickt|übersandt|erwähnt|vorgeschlagen|erworben|reserviert|gebucht|benötigen|brauchen|"
    r"suchen|wünschen"
)
SEEN: Final = _words("finden erhalten bekommen sehen entnehmen ersehen empfangen lesen erreichen")
WHERE: Final = _words(
    """
    anhang anbei hier unter beiliegend beigefügt anlage attachment link hiermit unten nachstehend nachfolgend
    daraus daran homepage website webseite internet darin dort anbeigefügt jederzeit gerne gern hierzu
    """
)
TELLING: Final = _words(
    """
    weiß hoffe denke glaube vermute schätze finde meine fürchte befürchte sehe hoffen glauben denken ahne sage
    nehme höre dachte hoffte glaubte wusste
    """
)
_THINGS_OF_READERS: Final = (
    "absage abteilung adresse amt angebot angebote anliegen anmeldung anmerkungen annonce anregung anruf anschrift "
    "ansprechpartner antwort anzeige arbeit artikel aufenthalt auffassung aufmerksamkeit auftrag aufträge auskunft "
    "auskünfte ausschreibung auto bankverbindung bearbeitung bedarf bedenken bedürfnisse begleitung behörde beitrag "
    "bemühung beratung bescheid beschwerde besuch beteiligung betreuung betrieb bewerbung blick buch buchung büro "
    "chef computer daten dienste dokumente einladung einsatz einschätzung einwand einwilligung eltern engagement "
    "entscheidung entschuldigung erfahrung erlaubnis ermessen erwartungen fahrzeug familie filiale firma flug "
    "forderung forschung frage freigabe freundlichkeit funktion garten gattin geburtstag gedanken geduld gemeinde "
    "genehmigung gerät geschäft gespräch gesundheit großzügigkeit grüße guthaben gutschein haus hause hilfe hinweis "
    "hinweise homepage hotel hund iban idee info information institut institution interesse internetauftritt jubiläum "
    "kanzlei katalog kauf kenntnis kenntnisnahme kind kinder klausur kollege kollegin kommen kommentar kommentare "
    "konditionen konto kooperation korrektur kritik kurs kurse kündigung laden lager leben legitimation leistungen "
    "lieferung lob mahnung mann meinung messenger mitarbeiter mühe nachricht name newsletter nummer paket passwort "
    "pflichten planung position praktikum praxis preisliste produkt produkte projekt prospekt prüfung rat ratschlag "
    "rechner rechnung rechte reise reklamation reservierung rückmeldung rückruf rückäußerung schreiben schule seite "
    "seminar sendung shop sicht sohn sortiment spende stelle stellung stellungnahme studie studium stunde team "
    "teilnahme telefonat termin termine text texte ticket tipp tochter treue unterlagen unternehmen unterstützung "
    "urlaub veranstaltung verein verfügung verständnis vertrag vertrauen verzicht vorlesung vorschlag vorschläge "
    "vorstellungen vortrag wagen ware website werkstatt wohl wohlbefinden wohnung worte wunsch wünsche zahlung "
    "zeichen zeit ziele zimmer zugang zukunft zusage zuschrift zustimmung zwecke änderungen überweisung"
)
READERS_THINGS: Final = lazy(rf"(?:e-?)?mails?|\w*(?:{'|'.join(_THINGS_OF_READERS.split())})(?:en|es|s|n|e)?")
"""What one has who is written to, also at the end of longer words."""
FORMULA: Final = lazy(
    r"(?:dank\w*|bedank\w*|freu\w*|gefreut|bezug|bezugnehmend|bezüglich|warte\w?|bitte[nt]?|entschuldig\w*|hoffe\w?|"
    r"erwartung|"
    r"gemäß|laut|betreff\w*|erbitte\w?|antwort\w*|hinsichtlich|anlässlich|verbunden|wegen|eingegangen|erhalten|"
    r"bekommen)"
)
FORMULA_PREPOSITIONS: Final = _words(
    """
    für auf zu um in von über an wegen bezüglich gemäß laut hinsichtlich betreffend per mit
    """
)
PLURAL_SUBJECT_ARTICLES: Final = _words(
    """
    die alle viele einige mehrere beide manche unsere meine diese ihre zwei drei sämtliche seine eine mein unser
    """
)


QUANTITY: Final = lazy(
    r"\d+|eine[rs]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|viele|einige|manche|mehrere|keine[rs]?|"
    r"jede[rs]?|"
    r"wenige|beide|alle|teil|bruchteil|hälfte|niemand|jemand|wer|welche[rs]?|die meisten|etliche|meisten"
)
NO_ADJECTIVES: Final = _words(
    """
    ein eine einen einem einer eines der die das den dem des mein meine meinen meiner unsere unseren sie ihre
    ihren diese diesen dieser alle keine keinen viele gerne leider bitte heute morgen gestern habe haben hatte
    konnte möchte würde wurde werde werden können sollte nicht noch auch dann denn jetzt seine seinen
    """
)
