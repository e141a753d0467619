"""German irregular words, closed classes in lower case (nouns too, compounds by their last part)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _table(text: str) -> Mapping[str, tuple[str, ...]]:
    rows = (line.split() for line in text.strip().splitlines())
    return {row[0]: tuple(row[1:]) for row in rows}


# infinitive, third person singular, past, participle (both with "/" where two are in use)
STRONG: Final = _table(
    """
    backen backt/bäckt backte gebacken
    befehlen befiehlt befahl befohlen
    beginnen beginnt begann begonnen
    beißen beißt biss gebissen
    bergen birgt barg geborgen
    bersten birst barst geborsten
    biegen biegt bog gebogen
    bieten bietet bot geboten
    binden bindet band gebunden
    bitten bittet bat gebeten
    blasen bläst blies geblasen
    bleiben bleibt blieb geblieben
    braten brät briet gebraten
    brechen bricht brach gebrochen
    brennen brennt brannte gebrannt
    bringen bringt brachte gebracht
    denken denkt dachte gedacht
    dreschen drischt drosch gedroschen
    dringen dringt drang gedrungen
    empfangen empfängt empfing empfangen
    empfehlen empfiehlt empfahl empfohlen
    empfinden empfindet empfand empfunden
    erlöschen erlischt erlosch erloschen
    erschrecken erschrickt/erschreckt erschrak/erschreckte erschrocken/erschreckt
    essen isst aß gegessen
    fahren fährt fuhr gefahren
    fallen fällt fiel gefallen
    fangen fängt fing gefangen
    fechten ficht focht gefochten
    finden findet fand gefunden
    flechten flicht flocht geflochten
    fliegen fliegt flog geflogen
    fliehen flieht floh geflohen
    fließen fließt floss geflossen
    fressen frisst fraß gefressen
    frieren friert fror gefroren
    gebären gebiert gebar geboren
    geben gibt gab gegeben
    gedeihen gedeiht gedieh gediehen
    gehen geht ging gegangen
    gelingen gelingt gelang gelungen
    gelten gilt galt gegolten
    genießen genießt genoss genossen
    geschehen geschieht geschah geschehen
    gewinnen gewinnt gewann gewonnen
    gießen gießt goss gegossen
    gleichen gleicht glich geglichen
    gleiten gleitet glitt geglitten
    graben gräbt grub gegraben
    greifen greift griff gegriffen
    halten hält hielt gehalten
    hängen hängt hing/hängte gehangen/gehängt
    heben hebt hob gehoben
    heißen heißt hieß geheißen
    helfen hilft half geholfen
    kennen kennt kannte gekannt
    klimmen klimmt klomm geklommen
    klingen klingt klang geklungen
    kneifen kneift kniff gekniffen
    kommen kommt kam gekommen
    kriechen kriecht kroch gekrochen
    laden lädt lud geladen
    mahlen mahlt mahlte gemahlen
    salzen salzt salzte gesalzen
    spalten spaltet spaltete gespalten
    lassen lässt ließ gelassen
    laufen läuft lief gelaufen
    leiden leidet litt gelitten
    leihen leiht lieh geliehen
    lesen liest las gelesen
    liegen liegt lag gelegen
    lügen lügt log gelogen
    meiden meidet mied gemieden
    messen misst maß gemessen
    misslingen misslingt misslang misslungen
    nehmen nimmt nahm genommen
    nennen nennt nannte genannt
    pfeifen pfeift pfiff gepfiffen
    preisen preist pries gepriesen
    quellen quillt quoll gequollen
    raten rät riet geraten
    reiben reibt rieb gerieben
    reißen reißt riss gerissen
    reiten reitet ritt geritten
    rennen rennt rannte gerannt
    riechen riecht roch gerochen
    ringen ringt rang gerungen
    rinnen rinnt rann geronnen
    rufen ruft rief gerufen
    saufen säuft soff gesoffen
    schaffen schafft schaffte/schuf geschafft/geschaffen
    scheiden scheidet schied geschieden
    scheinen scheint schien geschienen
    scheißen scheißt schiss geschissen
    schieben schiebt schob geschoben
    schießen schießt schoss geschossen
    schlafen schläft schlief geschlafen
    schlagen schlägt schlug geschlagen
    schleichen schleicht schlich geschlichen
    schleifen schleift schliff/schleifte geschliffen/geschleift
    schließen schließt schloss geschlossen
    schlingen schlingt schlang geschlungen
    schmeißen schmeißt schmiss geschmissen
    schmelzen schmilzt schmolz geschmolzen
    schneiden schneidet schnitt geschnitten
    schreiben schreibt schrieb geschrieben
    schreien schreit schrie geschrien
    schreiten schreitet schritt geschritten
    schweigen schweigt schwieg geschwiegen
    schwellen schwillt schwoll geschwollen
    schwimmen schwimmt schwamm geschwommen
    schwinden schwindet schwand geschwunden
    schwingen schwingt schwang geschwungen
    schwören schwört schwor geschworen
    sehen sieht sah gesehen
    senden sendet sandte/sendete gesandt/gesendet
    singen singt sang gesungen
    sinken sinkt sank gesunken
    sinnen sinnt sann gesonnen
    sitzen sitzt saß gesessen
    spinnen spinnt spann gesponnen
    sprechen spricht sprach gesprochen
    sprießen sprießt spross gesprossen
    springen springt sprang gesprungen
    stechen sticht stach gestochen
    stehen steht stand gestanden
    stehlen stiehlt stahl gestohlen
    steigen steigt stieg gestiegen
    sterben stirbt starb gestorben
    stinken stinkt stank gestunken
    stoßen stößt stieß gestoßen
    streichen streicht strich gestrichen
    streiten streitet stritt gestritten
    tragen trägt trug getragen
    treffen trifft traf getroffen
    treiben treibt trieb getrieben
    treten tritt trat getreten
    trinken trinkt trank getrunken
    trügen trügt trog getrogen
    verderben verdirbt verdarb verdorben
    vergessen vergisst vergaß vergessen
    verlieren verliert verlor verloren
    verzeihen verzeiht verzieh verziehen
    wachsen wächst wuchs gewachsen
    wägen wägt wog gewogen
    waschen wäscht wusch gewaschen
    weichen weicht wich gewichen
    weisen weist wies gewiesen
    wenden wendet wandte/wendete gewandt/gewendet
    werben wirbt warb geworben
    werfen wirft warf geworfen
    wiegen wiegt wog gewogen
    winden windet wand gewunden
    wringen wringt wrang gewrungen
    ziehen zieht zog gezogen
    zwingen zwingt zwang gezwungen
    """
)
# Look like a prefix and a strong verb, but are weak.
WEAK_VERBS: Final = _words(
    """
    bereiten begleiten geleiten handhaben beinhalten umringen bevorraten heiraten erweichen einweichen
    aufweichen beschaffen verschaffen anschaffen abschaffen verwenden gewichten bewegen verwahrlosen
    haushalten ratschlagen beratschlagen übernachten bedingen speisen
    """
)
# Look like a separable verb, but have no prefix.
UNDIVIDED: Final = _words("annotieren antizipieren abonnieren antworten")
# Look like verbs, but are adjectives.
LIKE_VERBS: Final = _words("bescheiden angemessen vermessen gelegen erhaben gediegen")
# Subjunctives that no rule gives.
SUBJUNCTIVES: Final[Mapping[str, str]] = {
    "helfen": "hülfe",
    "sterben": "stürbe",
    "stehen": "stünde",
    "werben": "würbe",
    "werfen": "würfe",
    "bringen": "brächte",
    "denken": "dächte",
    "brauchen": "bräuchte",
}
# Whole paradigms: slot and forms, "/" between forms that are both in use.
WHOLE: Final[Mapping[str, Mapping[str, str]]] = {
    "sein": {
        "1s": "bin", "2s": "bist", "3s": "ist", "1p": "sind", "2p": "seid", "past": "war", "past2s": "warst",
        "pastp": "waren", "past2p": "wart", "part": "gewesen", "~k1": "sei", "~k1p": "seien", "~k2": "wäre",
        "~k2-2s": "wärst/wärest", "~k2p": "wären", "~k2-2p": "wärt/wäret", "~imp": "sei", "~imp-p": "seid",
    },
    "haben": {
        "1s": "habe", "2s": "hast", "3s": "hat", "1p": "haben", "2p": "habt", "past": "hatte", "past2s": "hattest",
        "pastp": "hatten", "past2p": "hattet", "part": "gehabt", "~k2": "hätte", "~k2-2s": "hättest",
        "~k2p": "hätten", "~k2-2p": "hättet",
    },
    "werden": {
        "1s": "werde", "2s": "wirst", "3s": "wird", "1p": "werden", "2p": "werdet", "past": "wurde",
        "past2s": "wurdest", "pastp": "wurden", "past2p": "wurdet", "part": "geworden/worden", "~k2": "würde",
        "~k2-2s": "würdest", "~k2p": "würden", "~k2-2p": "würdet",
    },
    "tun": {
        "1s": "tue/tu", "2s": "tust", "3s": "tut", "1p": "tun", "2p": "tut", "past": "tat", "past2s": "tatst/tatest",
        "pastp": "taten", "past2p": "tatet", "part": "getan", "~k2": "täte", "~k2-2s": "tätest", "~k2p": "täten",
        "~k2-2p": "tätet",
    },
    "wissen": {
        "1s": "weiß", "2s": "weißt", "3s": "weiß", "1p": "wissen", "2p": "wisst", "past": "wusste",
        "past2s": "wusstest", "pastp": "wussten", "past2p": "wusstet", "part": "gewusst", "~k1": "wisse",
        "~k2": "wüsste", "~k2-2s": "wüsstest", "~k2p": "wüssten", "~k2-2p": "wüsstet",
    },
    "können": {
        "1s": "kann", "2s": "kannst", "3s": "kann", "1p": "können", "2p": "könnt", "past": "konnte",
        "past2s": "konntest", "pastp": "konnten", "past2p": "konntet", "part": "gekonnt", "~k1": "könne",
        "~k2": "könnte", "~k2-2s": "könntest", "~k2p": "könnten", "~k2-2p": "könntet",
    },
    "müssen": {
        "1s": "muss/muß", "2s": "musst/mußt", "3s": "muss/muß", "1p": "müssen", "2p": "müsst", "past": "musste/mußte",
        "past2s": "musstest", "pastp": "mussten/mußten", "past2p": "musstet", "part": "gemusst", "~k1": "müsse",
        "~k2": "müsste", "~k2-2s": "müsstest", "~k2p": "müssten", "~k2-2p": "müsstet",
    },
    "sollen": {
        "1s": "soll", "2s": "sollst", "3s": "soll", "1p": "sollen", "2p": "sollt", "past": "sollte",
        "past2s": "solltest", "pastp": "sollten", "past2p": "solltet", "part": "gesollt", "~k1": "solle",
    },
    "wollen": {
        "1s": "will", "2s": "willst", "3s": "will", "1p": "wollen", "2p": "wollt", "past": "wollte",
        "past2s": "wolltest", "pastp": "wollten", "past2p": "wolltet", "part": "gewollt", "~k1": "wolle",
    },
    "dürfen": {
        "1s": "darf", "2s": "darfst", "3s": "darf", "1p": "dürfen", "2p": "dürft", "past": "durfte",
        "past2s": "durftest", "pastp": "durften", "past2p": "durftet", "part": "gedurft", "~k1": "dürfe",
        "~k2": "dürfte", "~k2-2s": "dürftest", "~k2p": "dürften", "~k2-2p": "dürftet",
    },
    "mögen": {
        "1s": "mag", "2s": "magst", "3s": "mag", "1p": "mögen", "2p": "mögt", "past": "mochte", "past2s": "mochtest",
        "pastp": "mochten", "past2p": "mochtet", "part": "gemocht", "~k1": "möge", "~k2": "möchte",
        "~k2-2s": "möchtest", "~k2p": "möchten", "~k2-2p": "möchtet",
    },
}  # fmt: skip
INSEPARABLE: Final = tuple("be emp ent er ge miss ver zer".split())
# Inseparable but for the verbs named.
MOSTLY_INSEPARABLE: Final[Mapping[str, frozenset[str]]] = {
    "über": _words("gehen leiten kochen laufen schwappen treten setzen stülpen"),
    "unter": _words("bringen gehen kommen ordnen tauchen haken stellen rühren"),
    "hinter": frozenset(),
    "wider": _words("spiegeln hallen"),
    "voll": _words("tanken laden laufen machen schreiben stopfen pumpen packen"),
}
# Separable but for the verbs named.
MOSTLY_SEPARABLE: Final[Mapping[str, frozenset[str]]] = {
    "um": _words("fassen geben gehen armen schreiben fahren kreisen rahmen ringen werben mauern zingeln fliegen"),
    "durch": _words("suchen queren dringen leben laufen brechen leuchten forsten blicken denken schauen kreuzen"),
    "wieder": _words("holen"),
}
# Of these both are in use, with different meanings ("umgegangen", "umgangen").
BOTH: Final = _words(
    "umgehen umschreiben umfahren durchlaufen durchbrechen durchdringen durchsuchen durchdenken wiederholen "
    "übergehen übersetzen übertreten unterstellen überlaufen"
)
SEPARABLE: Final = _words(
    """
    ab an auf aus bei da dar ein fest fort frei gegenüber gleich her hin hoch los mit nach nieder statt teil vor
    weg weiter wahr zu zurück zusammen bereit bekannt bevor dabei daher dahin daneben davon dazu dazwischen
    durcheinander auseinander aufeinander aneinander entgegen entlang empor fehl fern fertig gut heim herab heran
    herauf heraus herbei herein herum herunter hervor herüber hinab hinauf hinaus hinein hinterher hinunter hinweg
    hinzu hinüber inne instand kaputt kennen klar kund kurz lahm leicht nahe näher offen preis rein raus ran rauf
    rum runter rüber schief schwer sicher still stand tot übel überein übrig umher umhin voran voraus vorbei
    vorher vorweg vorwärts vorüber wach wett wiederher wiederauf zufrieden zugrunde zugute zunichte zurecht
    zustande zuteil zutage zuvor gegen gegeneinander heim irre ernst wiedergut locker richtig scharf down
    urauf aufrecht verloren dicht geheim rück
    """
)
UMLAUT_COMPARISON: Final = _words(
    "alt arm groß hart hoch jung kalt klug kurz lang nah scharf schwach schwarz stark warm gesund krank dumm grob"
)
# positive stem, comparative, superlative stem
ADJECTIVES: Final = _table(
    """
    gut gut besser best
    hoch hoh höher höchst
    nah nah näher nächst
    groß groß größer größt
    teuer teur teurer teuerst
    sauer saur saurer sauerst
    integer integr integrer integerst
    """
)
# Adjectives and adverbs that never take an ending.
INVARIABLE: Final = _words(
    "prima super lila rosa orange extra egal klasse spitze okay top live online offline pleite anbei asap"
)

# Nouns: plural in -er, with umlaut where there can be one.
PLURAL_ER: Final = _words(
    """
    amt bad bild blatt brett buch dach dorf gott ei fach fass feld geld gehalt geist gesicht gewand glas glied grab gut
    haus holz horn huhn kind kleid korn kraut lamm land licht lied loch mann maul mund nest rad rind schild
    schloss schwert tal tuch volk wald wort weib wurm
    """
)
# ... in -e with umlaut, as far as HanTa's stems may miss them.
PLURAL_UMLAUT: Final = _words(
    """
    anhang zusammenhang überhang ablauf ablass absatz abschluss abstand anfang anlass ansatz anschluss anspruch
    antrag anzug arzt aufwand auftrag ausdruck ausfluss ausschuss ausgang bach ball bart baum bestand betrag block
    brauch bruch damm druck duft eindruck einfluss eingang einsatz einwand entwurf fall fluss fuß gang gast
    gegenstand grund grundsatz gruß hut kampf kauf klang kopf kuss lauf markt pass plan platz rang rat raum sack
    satz schatz schlag schluss schrank schwung schuss sohn spaß sprung spruch stab stall stand stoß strang strom
    stuhl sturm sturz tanz ton topf traum turm umfang umstand umsatz umzug vertrag vorgang vorhang vorrat
    vorschlag vorstand vorwand vorzug wunsch wurf zaun zoll zug zusatz zustand zwang überschuss rückstand
    rückschlag zufall
    """
)
FEMININE_UMLAUT: Final = _words(
    """
    stadt hand kraft macht nacht wand wurst kunst luft nuss brust braut faust frucht gans haut kuh maus bank angst
    auskunft einkunft unterkunft ankunft zusammenkunft zukunft kluft zunft not sucht naht
    """
)
# Feminine with plural in -en, no ending in the singular.
FEMININE_EN: Final = _words(
    """
    zeit arbeit zahl frau tat pflicht sicht form welt schrift antwort uhr tür art bahn fahrt wahl last post jagd
    schuld person burg spur gefahr gebühr nachricht absicht aussicht übersicht rücksicht ansicht einsicht vorschrift
    unterschrift anschrift zuschrift frist vollmacht fracht schicht furcht flucht tugend jugend heimat
    haft saat wut glut flut norm reform plattform farm kur mail e-mail email tour agentur
    zutat kost last saison
    """
)
FEMININE_N: Final = _words(
    """
    nummer feder regel schulter mauer steuer tafel formel klausel vokabel kartoffel insel schachtel schüssel zwiebel
    wurzel gabel ampel kapsel oper faser ader dauer feier kammer ziffer klammer leiter schwester mutter tochter
    butter trauer folter marter floskel
    """
)
# Masculine with -n in every case but the nominative singular, whatever their ending suggests.
WEAK_NOUNS: Final = _words(
    """
    kunde kollege experte zeuge erbe junge bote gatte neffe pate gefährte genosse geselle insasse riese laie
    herr mensch bär held prinz fürst graf narr nachbar bauer kamerad soldat kandidat diplomat demokrat bürokrat
    automat advokat architekt prokurist student präsident patient klient konsument kontrahent interessent referent
    assistent agent dozent abonnent konkurrent produzent absolvent rezipient delinquent adressat satellit
    planet komet pilot idiot chaot
    """
)
# Like "Name": -n in the plural and -ns in the genitive.
LIKE_NAME: Final = _words("name gedanke wille glaube friede haufe buchstabe same funke")
# Neuter or masculine in -e: genitive in -s.
NEUTER_E: Final = _words(
    "ende auge interesse prestige image college genre gelände gebäude gewerbe gefälle gemüse getreide regime"
)
# Plural in -en (-n), genitive in -s.
MIXED_NOUNS: Final = _words("staat schmerz strahl nerv bett hemd ohr insekt see ende auge interesse typ motor herz")
# nominative plural of nouns that no rule gives ("/": both in use)
PLURALS: Final[Mapping[str, str]] = {
    "firma": "firmen",
    "thema": "themen",
    "schema": "schemata/schemas",
    "dilemma": "dilemmas/dilemmata",
    "agenda": "agenden/agendas",
    "konto": "konten/kontos",
    "risiko": "risiken",
    "saldo": "salden",
    "porto": "portos/porti",
    "villa": "villen",
    "zentrum": "zentren",
    "datum": "daten",
    "studium": "studien",
    "gremium": "gremien",
    "kriterium": "kriterien",
    "ministerium": "ministerien",
    "medium": "medien",
    "territorium": "territorien",
    "prinzip": "prinzipien",
    "material": "materialien",
    "praktikum": "praktika",
    "maximum": "maxima",
    "minimum": "minima",
    "forum": "foren",
    "museum": "museen",
    "visum": "visa",
    "album": "alben",
    "quantum": "quanten",
    "podium": "podien",
    "jubiläum": "jubiläen",
    "basis": "basen",
    "praxis": "praxen",
    "krisis": "krisen",
    "analysis": "analysen",
    "status": "status",
    "fokus": "fokusse",
    "bonus": "boni/bonusse",
    "modus": "modi",
    "zyklus": "zyklen",
    "rhythmus": "rhythmen",
    "virus": "viren",
    "campus": "campus",
    "konsens": "konsense",
    "mutter": "mütter",
    "tochter": "töchter",
    "vater": "väter",
    "bruder": "brüder",
    "apfel": "äpfel",
    "mangel": "mängel",
    "vogel": "vögel",
    "nagel": "nägel",
    "garten": "gärten",
    "hafen": "häfen",
    "laden": "läden",
    "ofen": "öfen",
    "schaden": "schäden",
    "boden": "böden",
    "faden": "fäden",
    "graben": "gräben",
    "kasten": "kästen",
    "bogen": "bögen/bogen",
    "hammer": "hämmer",
    "kloster": "klöster",
    "acker": "äcker",
    "mantel": "mäntel",
    "sattel": "sättel",
    "schnabel": "schnäbel",
    "generalist": "generalisten",
    "leute": "leute",
    "ausland": "ausland",
    "inland": "inland",
    "phänomen": "phänomene",
    "charakter": "charaktere",
    "indiz": "indizien",
    "problem": "probleme",
    "system": "systeme",
    "saal": "säle",
    "lexikon": "lexika",
    "bau": "bauten",
    "bus": "busse",
    "bank": "banken/bänke",
    "wort": "wörter/worte",
    "land": "länder",
    "kaufmann": "kaufleute/kaufmänner",
    "fachmann": "fachleute/fachmänner",
    "herz": "herzen",
    "chance": "chancen",
    "atlas": "atlanten",
    "index": "indizes/indexe",
    "appendix": "appendizes",
    "matrix": "matrizen",
    "mail": "mails",
    "e-mail": "e-mails",
    "email": "emails",
}
FEMININE_PLURALS: Final = _words("firma agenda villa bank matrix mutter tochter chance mail e-mail email")
