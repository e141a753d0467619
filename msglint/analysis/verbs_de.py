"""German closed word classes and verb forms, in lower case."""

from __future__ import annotations

from typing import Final


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
# Certain only in lower case, at the start or beside a subject: elsewhere they have another reading.
CERTAIN_LOWER: Final = _words("war will sei wart wollte wollten wolltest weiß")
# Nouns when capitalised at the start, unless a subject stands beside them.
CAPITAL_NOUNS: Final = _words("macht stand haut tat")
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
SUBJECT_PRONOUNS: Final = _words(
    "ich du er es wir ihr man sie wer das dies jemand niemand keiner jeder alle beide"
)
OBJECT_PRONOUNS: Final = _words(
    "mich mir dich dir ihn ihm ihnen uns euch sich es ihr das dem den die der ihren ihre ihr meine deine"
)
POLITE_WORDS: Final = _words("bitte pls plz büdde")
LEADING: Final = _words(
    """
    ja nein ok okay gut danke super hallo hi hey moin und aber oder also dann doch bitte pls plz so ach ah
    na prima perfekt klar gerne gern sorry leider heute morgen nun jetzt kurz schnell einfach nur noch auch
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
    sammel google check skype chatt maile mail klick druck lös lösch speicher starte teste lieb lach setz
    führ spar schaff merk pfleg kehr hänge hang pass klapp stimm streik feier fürcht speis scann formulier
    klingel wechsel deck tausch markier start test folg lieg nutz wähl
    """
_IRREGULAR_FIRST: Final = """
    komme gehe rufe nehme gebe sehe lese schreibe spreche treffe helfe weiß bringe denke finde fahre bleibe
    halte lasse stehe liege schlafe esse trinke bekomme beginne übernehme verstehe vergesse verspreche
    empfehle entscheide erhalte fange biete ziehe verbinde unterschreibe bitte tue tu heiße kenne nenne
    sitze trage werde habe bin könnte würde möchte hätte wäre lade leihe fliege laufe gebe schließe werfe
    gewinne singe verliere überweise weise versende sende schneide hebe gehe rate befürchte komm geh ruf
    schreib find bleib lauf denk fahr bring sitz versteh bekomm
    """
_IMPERATIVES: Final = """
    komm geh ruf gib nimm lies schreib sprich triff hilf bring denk sieh fahr bleib halt lass laß steh iss
    trink vergiss fang zieh tu sei warte antworte rede arbeite achte öffne schlag lauf probier informier
    trag versuch bestell lade lad wirf versprich empfiehl unterschreib schließ kommt geht lest nehmt gebt
    schreibt lasst sagt schickt ruft seht macht sende entscheide finde biete melde sorge
    """
FIRST_PERSON: Final = frozenset(f"{stem.removesuffix('e')}e" for stem in _REGULAR.split()) | _words(
    _IRREGULAR_FIRST
)
IMPERATIVES: Final = frozenset(_REGULAR.split()) | _words(_IMPERATIVES)
# Also nouns, adjectives or particles: at the start only with a pronoun or an article after them.
NOUN_LIKE: Final = _words(
    """
    frage frag suche such rede plane plan reise reis liebe lieb dank danke bitte bitt folge folg lage sage
    ende end kost buche buch acht achte miete miet mail maile lade lad lauf laufe halt halte fang fahre park
    pack teile teil fehl fehle druck drucke start starte test teste tausch wechsel stimme stimm deck decke
    küche kaufe kauf antwort arbeit rate hang hänge schlag räume sorge trage wähle bring setze spiel feier
    kopie sende sitze pass passe schließ lache führe lieg liege tritt check google skype klick regel regele
    sammel kehre merke weise leihe zahle zahl koch pflege esse spare träume träum wünsche probe singe
    schneide kriech steh komme hebe zeichne ordne weiß sammele biete ziehe macht geht sitz fahr trink
    """
) - _words(
    "komme bring trage sitze führe ziehe weise kaufe esse teste wähle biete steh fahr drucke geht hänge zahle"
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
    beschließt verschiebt erhebt ergreift entnimmt vernimmt unternimmt verdirbt
    """
)
