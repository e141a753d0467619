"""German closed word classes and verb forms, in lower case."""

from __future__ import annotations

from typing import Final

from msglint.analysis import irregular_de


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CERTAIN: Final = _words(
    """
    ist bin bist sind seid warst waren wär wäre wären wärst hat habe hab hast habt hatte hatten hattest
    hattet hätte hätten hättest hättet wird wirst wurde wurden wurdest würde würden würdest würdet kann
    kannst könnt konnte konnten könnte könnten könntest könntet muss muß musst müsst musste mussten müsste
    müssten müsstest soll sollst sollte sollten solltest solltet darf darfst dürft durfte durften dürfte
    dürften dürftest mag magst möchte möchten möchtest möchtet mochte gibt gab gäbe geht ging gingen kommt
    kam kamen passt paßt klappt klappte klingt klang bleibt blieb stimmt läuft lief liegt lag steht stand
    sieht heißt heisst hieß gilt galt fehlt fehlte freut hilft half braucht findet fand nimmt nahm liest las
    spricht sprach trifft traf weißt wusste wussten tut tat hält ließ lässt fährt fuhr hängt hing sagt sagte
    meint dauert kostet reicht schickt schickte ruft rief schreibt schrieb bringt brachte is denkt dachte
    glaubt glaubte wünscht scheint schien schaut wartet funktioniert kriegt macht machte haut
    """
)
# Of these nobody takes any for an English word.
IN_ENGLISH: Final = _words(
    """
    ist sind wird wurde würde kann könnte muss müssen geht passt klappt kommt gibt macht habe haben wäre hätte
    läuft bleibt stimmt reicht fehlt steht liegt schaut klingt braucht
    """
)
# Certain only in lower case, at the start or beside a subject: elsewhere they have another reading.
CERTAIN_LOWER: Final = _words("war will sei wart wollte wollten wolltest weiß")
# Nouns when capitalised at the start, unless a subject stands beside them.
CAPITAL_NOUNS: Final = _words("macht stand haut tat")
# After a capitalised "Macht" at the start these speak for the verb.
VERBAL_FOLLOWERS: Final = _words(
    """
    weiter mal bitte doch nichts nix sich das es euch uns mir ihm ihnen viel schon schnell einfach fertig
    spaß sinn keinen keine
    """
)
# So do these separable prefixes at the clause's end ("Macht mit!", "Haut ab").
VERBAL_PREFIXES: Final = _words("mit ab rein rum auf zu an aus")
# Finite beside their own subject only, otherwise infinitives.
PLURAL_AUXILIARIES: Final = _words("haben werden können müssen sollen wollen dürfen mögen seien")
NEVER: Final = _words(
    """
    danke dank bitte siehe vgl gruß grüße gruss grüsse anbei laut trotz statt wegen sorry hallo gerne gern
    lieber liebe bis kurz genau heute morgen gestern leider schade anhang servus moin tschüss ciao gell halt
    eben mal weil falls wenn ok okay klar fast bereits rechts links bzw. ca. fyi asap hi hey mfg lg vg alles
    beste besten plus minus je meine spitze super prima
    """
)
NOMINATIVE_PRONOUNS: Final = _words("ich du er es wir man jemand niemand keiner")
SUBJECT_PRONOUNS: Final = _words("ich du er es wir ihr man sie wer das dies jemand niemand keiner jeder alle beide")
OBJECT_PRONOUNS: Final = _words(
    "mich mir dich dir ihn ihm ihnen uns euch sich es ihr das dem den die der ihren ihre ihr meine deine"
)
POLITE_WORDS: Final = _words("bitte pls plz büdde please")
# Infinitives that are participles as well.
LIKE_PARTICIPLES: Final = _words(
    "vergessen behalten verlassen erhalten empfangen betreten beraten enthalten unterlassen"
)
IMPERATIVE_PARTICLES: Final = _words("mal doch ruhig")
# A noun phrase after these is an object, or its article cannot follow a noun.
OBJECT_STARTS: Final = _words(
    """
    den dem die das ein eine einen mein meine meinen dein deine deinen ihren seine seinen unser unsere unseren
    eure euren alle alles diese dieses diesen keine keinen beide mich mir dich dir uns euch ihn ihm ihnen es
    """
)
VERB_AND_PREPOSITION: Final = frozenset({("pass", "auf"), ("such", "nach"), ("halt", "durch"), ("plan", "um")})
# After a noun none of these can stand.
ACCUSATIVES: Final = _words("mich dich ihn")
# Prefixes that end a clause: nouns before "ab", "an", "aus", "zu", "weg" and the like tell a state ("Licht aus").
STRANDED_PREFIXES: Final = _words("ein vor nach mit bei um durch rein rüber hinzu vorbei bescheid teil")
STATUS_FOLLOWERS: Final = _words("heute jetzt gestern vom von der des dezember mai juni juli märz april januar")
ADJECTIVES_IN_EN: Final = _words("offen eben trocken selten zufrieden eigen golden seiden bescheiden frei")
# Participle and third person alike, but nobody says the participle alone.
STATIVE_THIRD: Final = _words("genügt existiert resultiert")
LEADING: Final = _words(
    """
    ja nein ok okay gut danke super hallo hi hey moin und aber oder also dann doch bitte pls plz so ach ah
    please just na prima perfekt klar gerne gern sorry leider heute morgen nun jetzt kurz schnell einfach nur noch auch
    mal denn
    """
)
DETERMINERS: Final = _words(
    """
    der die das den dem des ein eine einen einem einer mein meine meinen dein deine deinen sein seine seinen
    ihr ihre ihren unser unsere unseren unserer euer eure euren dieser diese dieses diesen diesem jeder jede
    jedes kein keine keinen jener jene alle beide viele manche einige welche mehrere
    """
)
_REGULAR: Final = """
    sag mach frag meld schick schau guck klär prüf hör hol stell leg zeig kauf such brauch glaub lern spiel
    wohn fühl füll zahl fehl dreh plan buch pack park reis rechn schenk wünsch dank träum wart antwort
    arbeit red bitt miet heirat acht öffn ordn zeichn end kost dauer freu kümmer änder erinner verbesser
    bezahl bestell bestätig erledig erklär erzähl verkauf versuch besuch benutz besorg bedank verschick
    überleg überprüf übersetz ergänz storn telefonier reservier notier informier organisier korrigier kopier
    probier reparier installier aktualisier funktionier akzeptier unterstütz beantrag benötig begleit
    berechn beacht bearbeit verzicht vermut bedauer lad hoff koch putz räum teil lös schließ kriech regel
    sammel krieg beeil bewerb reinig google check skype chatt maile mail klick druck lösch speicher starte
    teste lieb lach setz führ spar schaff merk pfleg kehr hänge hang pass klapp stimm streik feier fürcht
    speis scann formulier klingel wechsel deck tausch markier start test folg lieg nutz wähl
    streich füg häng trenn tipp nenn kenn schätz liefer sperr wiederhol verwend verlänger verteil veranlass
    vervollständig vergleich verknüpf verlink verarbeit vertrau entfern ermittel erfass erstell ersetz erneuer
    erwart erhöh bereinig berücksichtig beauftrag befolg begründ bewert beschränk beschleunig durchsuch entscheid
    entschuldig entsorg unterricht überarbeit übermittel verlass verschieb verzeih verpack verpass vermerk
    vermeid verlang verleg vertröst verwahr verwalt zitier zähl stöber stopp sortier signier schalt scroll
    registrier recherchier protokollier präsentier pausier optimier dokumentier definier analysier archivier
    aktivier deaktivier abonnier blockier exportier importier formatier ignorier kalkulier kommentier kontaktier
    kontrollier terminier validier update upload download forwarde faxe hefte hinterleg kreuz kürz lager leer
    mahn misch parke poste reduzier stempel steuer stopf trockn wasch weck wisch zerleg lob
    """
_IRREGULAR_FIRST: Final = """
    komme gehe rufe nehme gebe sehe lese schreibe spreche treffe helfe weiß bringe denke finde fahre bleibe
    halte lasse stehe liege schlafe esse trinke bekomme beginne übernehme verstehe vergesse verspreche
    empfehle entscheide erhalte fange biete ziehe verbinde unterschreibe bitte tue tu heiße kenne nenne
    sitze trage werde habe bin könnte würde möchte hätte wäre lade leihe fliege laufe gebe schließe werfe
    gewinne singe verliere überweise weise versende sende schneide hebe gehe rate befürchte komm geh ruf
    sammle klingle ermittle wechsle handle übermittle verschiebe verzeihe vermeide beziehe bestehe besitze
    vergleiche verlasse vertrete schlage empfinde entnehme entlasse streiche steige springe schiebe
    schreib find bleib lauf denk fahr bring sitz versteh bekomm
    """
_IMPERATIVES: Final = """
    komm geh ruf reich gib nimm lies schreib sprich triff hilf bring denk sieh fahr bleib halt lass laß steh iss
    trink vergiss fang zieh tu sei warte antworte rede arbeite achte öffne schlag lauf probier informier
    trag versuch bestell lade lad wirf versprich empfiehl unterschreib schließ kommt geht lest nehmt gebt
    schreibt lasst sagt schickt ruft seht macht sende entscheide finde biete melde sorge
    """
FIRST_PERSON: Final = frozenset(f"{stem.removesuffix('e')}e" for stem in _REGULAR.split()) | _words(_IRREGULAR_FIRST)
REGULAR_STEMS: Final = frozenset(_REGULAR.split())
IMPERATIVES: Final = frozenset(_REGULAR.split()) | _words(_IMPERATIVES)
# Also nouns, adjectives or particles: at the start only with a pronoun or an article after them.
NOUN_LIKE: Final = _words(
    """
    frage frag suche such rede plane plan reise reis liebe lieb dank danke bitte bitt folge folg lage sage
    ende end kost buche buch acht achte miete miet mail maile lade lad lauf laufe halt halte fang fahre park
    pack teile teil fehl fehle druck drucke start starte test teste tausch wechsel stimme stimm deck decke
    küche kaufe kauf antwort arbeit rate hang hänge schlag räume sorge trage wähle bring setze spiel feier
    kopie sende sitze pass passe schließ lache führe lieg liege tritt check google skype klick regel regele
    sammel kehre merke weise leihe krieg streik besuch versuch verkauf speicher klingel speise fliege
    kriege besuche versuche zahle zahl koch pflege esse spare träume träum wünsche probe singe
    schneide kriech steh komme hebe zeichne ordne weiß sammele biete ziehe macht geht sitz fahr trink
    schätze sperre vergleich vergleiche liefer lager lagere lob lobe tipp tippe update upload download unterricht
    steuer stempel stempele streich streiche kreuz kreuze stopp stoppe stopf leer leere verlass scroll hefte faxe
    leiste handle parke poste stelle spiele fülle kürze dauer heirat verzicht verzichte putz
    """
) - _words(
    "komme bring trage sitze führe ziehe weise kaufe esse teste wähle biete steh fahr drucke geht hänge zahle frag "
    "stimm lad bitt schließ klick merke sage"
)
# Endings of adjectives that look like a third person.
ADJECTIVE_ENDINGS: Final = (
    "ent",
    "ant",
    "ekt",
    "akt",
    "echt",
    "eicht",
    "icht",
    "att",
    "utt",
    "aut",
    "est",
    "ist",
    "art",
)

# Weak forms with an inseparable prefix or in -iert are participle and third person alike; these are strong.
STRONG_THIRD: Final = _words(
    """
    bekommt erhält enthält behält gefällt beginnt verliert entscheidet entsteht besteht versteht gewinnt
    verbindet empfiehlt betrifft verspricht vergisst verlässt beweist unterscheidet erscheint entspricht
    ergibt erfährt geschieht gelingt verschwindet genießt übernimmt übergibt unterschreibt überweist bezieht
    verbleibt verweist vertritt verbietet beträgt verläuft verfällt unterhält vergeht entfällt betreibt
    vertreibt verbringt berät erfindet befindet bespricht verbirgt begreift bewirbt betritt übertrifft
    widerspricht unterliegt übersieht versieht verzieht entzieht umgibt überfährt zerbricht erschließt
    bedeutet beschließt verschiebt erhebt ergreift entnimmt vernimmt unternimmt verdirbt
    """
)
# Of strong verbs and of the mixed ones; with "ge".
STRONG_PARTICIPLES: Final = frozenset(
    form if form.startswith("ge") else f"ge{form}"
    for _, _, cell in irregular_de.STRONG.values()
    for form in cell.split("/")
)
# Nominative and accusative plural look alike; with these at its start a noun phrase is no dative.
PLURAL_DETERMINERS: Final = _words(
    """
    die diese alle viele beide manche einige mehrere wenige unsere meine deine seine ihre eure keine welche
    solche sämtliche weitere andere jene zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hunderte tausende
    leute
    """
)
NOMINATIVE_DETERMINERS: Final = _words(
    """
    der das die ein eine unser unsere mein meine dein deine sein seine ihr ihre euer eure dieser diese dieses
    jeder jede jedes kein keine
    """
)
OBLIQUE_DETERMINERS: Final = _words(
    """
    den dem des einen einem eines meinen meinem deinen deinem seinen seinem ihren ihrem unseren unserem eurem
    euren diesen diesem keinen keinem jeden jedem allen vielen beiden herrn
    """
)
# These open a subordinate clause if its subject follows at once ("wie die Profis arbeiten").
CLAUSE_OPENERS: Final = _words("wie wo was wann warum welche damit bis während da seit dass daß das ob weil wenn")
NO_CLAUSE_OPENERS: Final = _words("um ohne statt anstatt als wie")
# Verbs without an accusative object: a plural noun before their plural form is its subject.
INTRANSITIVE: Final = _words(
    """
    abstürzen altern applaudieren arbeiten atmen aussterben auswandern auftauchen bangen beben beginnen
    bellen bleiben blinken blühen bluten boomen brennen brummen bröckeln bummeln debattieren demonstrieren
    divergieren dominieren drohen entfallen entstehen entweichen duften einbrechen eskalieren existieren
    explodieren fallen faulen fehlen fiebern flackern fliegen fliehen fließen flimmern flirten florieren
    flüchten frieren frohlocken funkeln funktionieren gehören gelten geraten geschehen glühen glänzen
    grübeln gähnen haften hageln haken hapern harren hinken hoffen hungern husten irren jammern jubeln
    kapitulieren keimen kentern klaffen klagen klappen klappern klemmen klettern klingeln klingen knarren
    knistern kollabieren kollidieren kommen konkurrieren kooperieren kriseln kursieren kämpfen lachen lahmen
    landen lauern leben leiden leuchten liegen lächeln lärmen mangeln meckern meutern murren musizieren
    nachlassen nagen nerven niesen nörgeln passen passieren pausieren pendeln platzen pleitegehen pochen
    prallen profitieren protestieren pulsieren purzeln qualmen quaken quietschen quillen randalieren
    rauschen reagieren rebellieren reichen reifen rosten rotieren ruhen rumoren rutschen scheitern schimmeln
    schlafen schmelzen schmerzen schnarchen schneien schrumpfen schuften schwanken schwatzen schweben
    schweigen schwimmen schwinden schwitzen schwächeln siegen sinken sitzen spotten spuken staunen
    stagnieren stehen steigen sterben stimmen stinken stocken stolpern stottern strahlen straucheln streiken
    streiten strömen stürzen stöhnen tagen tanzen tauen taugen telefonieren tendieren toben trauern trödeln
    triumphieren turnen verblassen verblühen verdunsten verfallen verfaulen vergehen verhandeln verrosten
    versagen verschwinden versickern verstummen verzweifeln wachsen wackeln wandern warnen warten weinen
    folgen genügen enden erscheinen
    welken wiehern wimmeln wirken wohnen wuchern wüten zanken zaudern zittern zweifeln zögern
    zusammenbrechen überleben übernachten
    """
)
# As the plan of a list item these take their noun as the object ("Unterlagen prüfen").
TASKS: Final = _words(
    """
    ablegen archivieren aktualisieren analysieren anfragen bauen backen bewegen erziehen fördern
    kennenlernen empfangen bewirten beantragen beantworten bearbeiten beauftragen befüllen begleichen
    beheben bereinigen beschaffen besichtigen besorgen besprechen bestellen bestätigen bewerten bezahlen
    binden bohren braten brauen buchen bügeln definieren digitalisieren drucken eröffnen ergänzen erhalten
    erfassen erinnern erledigen ermitteln ernten erstellen erneuern essen etikettieren falten faxen
    festlegen filmen finden formatieren formulieren fotografieren fragen freigeben frankieren füllen füttern
    gießen gestalten halten heften heizen holen importieren exportieren informieren installieren kalkulieren
    kaufen kehren klären kleben kochen kontaktieren kontrollieren konfigurieren kopieren korrigieren
    kündigen laden laminieren leeren leihen lernen lesen liefern lochen löschen lösen mahnen malen markieren
    melden messen mieten mischen mähen migrieren notieren nutzen nähen öffnen ölen ordnen organisieren
    packen parken pflanzen pflegen planen posten präsentieren protokollieren prüfen putzen recherchieren
    reinigen renovieren reparieren reservieren räumen sammeln säubern säen scannen schicken schieben
    schleifen schließen schneiden schreddern schreiben schälen senden setzen sichern sichten skizzieren
    sortieren speichern spülen sperren staubsaugen stapeln starten stempeln stellen stornieren streichen
    suchen tanken tauschen teilen testen tippen treffen trinken trocknen üben überarbeiten übergeben
    übermitteln übernehmen überprüfen übersetzen übertragen überweisen unterschreiben unterzeichnen
    verbuchen vereinbaren verfassen verlegen verlängern verkaufen vermieten verpacken verschicken
    verschieben versenden verteilen veröffentlichen vorbereiten wählen waschen wechseln wiegen wischen
    zeichnen zeigen zählen ziehen zusagen zubereiten
    """
)
# Verbs whose object is often a person: "Die Kollegen informieren" is a plan.
PERSON_OBJECT: Final = _words(
    """
    befragen begrüßen benachrichtigen beraten besuchen bezahlen bitten einarbeiten entlassen erinnern fragen
    finden füttern informieren interviewen kontaktieren loben melden mahnen schulen suchen treffen
    unterstützen verabschieden verständigen vertreten warnen beauftragen wählen danken
    """
)
PERSONS: Final = _words(
    """
    anwalt arzt chef chefin direktor eltern experte fachkraft frau freund geschwister handwerker helfer herr
    händler jurist kind kollege kollegin kunde kundin lehrer leiter leute lieferant makler mann meister mensch
    mieter mitarbeiter mitglied nachbar nachbarin partner patient pilot politiker polizist praktikant
    profi schüler student teilnehmer techniker team trainer vermieter verkäufer vorstand azubi bürger fahrer
    forscher gast nutzer anwohner berater beamter gewerkschaft ärztin chefs mama papa
    """
)
# Weak verbs whose bare participle hardly speaks of a person: after a name the form is the third person.
AGENTIVE: Final = _words(
    """
    überzeugen begeistern enttäuschen überraschen entscheiden bezahlen berichten erklären erzählen
    verhandeln verzichten reklamieren kassieren gratulieren kandidieren pausieren moderieren diskutieren
    überlegen verdienen existieren explodieren kollidieren pendeln protestieren reagieren recherchieren
    resultieren stagnieren telefonieren profitieren musizieren applaudieren demonstrieren eskalieren
    debattieren beharren verweilen zögern übernachten überwiegen triumphieren investieren studieren
    buchstabieren vermuten behaupten übertreiben
    """
)
# Of these no passive exists, so whatever stands before them is the subject.
NO_PASSIVE: Final = _words(
    """
    existieren explodieren kollidieren protestieren reagieren resultieren stagnieren telefonieren profitieren
    demonstrieren eskalieren beharren verzichten pausieren kandidieren applaudieren triumphieren gratulieren
    """
)
# As participles these describe a person or a thing: "Das Personal bemüht".
ADJECTIVAL: Final = _words(
    """
    bemühen engagieren motivieren renovieren sanieren modernisieren überfordern informieren sortieren
    interessieren organisieren bedienen überarbeiten möblieren überfüllen verschmutzen vermieten verkaufen
    bestellen bestätigen bezahlen überteuern übersetzen reparieren besetzen beleuchten beheizen verrauchen
    versalzen verspäten erledigen reservieren installieren konfigurieren klimatisieren frustrieren
    irritieren qualifizieren spezialisieren strukturieren ausverkaufen verletzen beschädigen begrenzen
    """
) - _words("bezahlen informieren")
PRONOUN_SUBJECTS: Final = _words("die alle beide viele manche einige welche mehrere andere diese jene wenige")
