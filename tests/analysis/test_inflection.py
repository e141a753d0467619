"""Forms from lemmas: what must be there, and what must not."""

from __future__ import annotations

import pytest

from msglint.analysis.inflection import counterpart, forms

# lemma, forms that must be there, forms that must not
GERMAN = [
    ("nehmen", "nehme nimmst nimmt nehmt nahm nahmen nähme nimm genommen genommene", "namen nehm nahme genehm genehmt"),
    ("geben", "gebe gibst gibt gab gaben gäbe gib gegeben", "gebt-ab gabe gaben-los gebung"),
    (
        "übersenden",
        "übersende übersendet übersandte übersandt übersendet übersandten",
        "geübersendet übergesandt sende",
    ),
    ("erhalten", "erhalte erhältst erhält erhielt erhielten erhaltenen", "gehalten hält erhaltet-uns geerhalten"),
    ("enthalten", "enthält enthielt enthaltene", "entgehalten gehalten"),
    ("finden", "finde findest findet fand fanden gefunden fänden", "findling fund gefindet"),
    (
        "zurückkommen",
        "zurückkomme zurückkommt zurückkam zurückzukommen zurückgekommen",
        "kommen komme zurück kam gekommen",
    ),
    ("abholen", "abhole abholt abholte abzuholen abgeholt abgeholten", "holen holt geabholt zuabholen"),
    ("anerkennen", "anerkannt anzuerkennen anerkennt", "angeerkannt angekannt"),
    ("vorbereiten", "vorbereitet vorzubereiten vorbereitete", "vorgeritten vorritt vorgebereitet"),
    ("committen", "committe committet committete committed gecommittet", "committing"),
    ("challengen", "challenge challenged challengt gechallenged gechallengt", "challenger"),
    ("finalisieren", "finalisiere finalisiert finalisierte finalisierten finalisierter", "gefinalisiert finale final"),
    ("verfügen", "verfüge verfügt verfügte verfügten", "verfügung verfügbar geverfügt"),
    ("stehen", "stehe steht stand standen gestanden stünde", "stehlen gestehen standes"),
    ("sein", "bin bist ist sind seid war waren wäre wären gewesen sei", "seine seinen seiner ihr"),
    ("haben", "habe hast hat habt hatte hatten hätte gehabt", "hab-gut habgier haft"),
    ("werden", "werde wirst wird wurde wurden würde geworden worden", "wert wir würdig"),
    ("können", "kann kannst könnt konnte konnten könnte könnten gekonnt", "kenne kannte kanne"),
    ("müssen", "muss muß musst musste müsste müssten", "muße gemüse"),
    ("wissen", "weiß weißt wusste gewusst wüsste weiss", "weiße wissens gewissen"),
    ("sprechen", "spreche spricht sprach sprachen gesprochen sprich", "sprache spruch gesprecht"),
    ("freuen", "freue freut freute gefreut", "freude freunde"),
    ("sammeln", "sammle sammelt sammelte gesammelt", "sammel-los versammelt sammlung"),
    ("öffnen", "öffne öffnet öffnete geöffnet", "offen öffnt geöffnt"),
    ("beantragen", "beantragt beantragte beantrage", "beantrug beangetragen beanträgt"),
    ("begleiten", "begleitet begleitete", "beglitten beglitt"),
    ("beugen", "beugt gebeugt beugte", "beugung"),
    ("einloggen", "einloggt eingeloggt einzuloggen", "geeinloggt loggen"),
    ("rückmelden", "rückgemeldet rückzumelden rückmelde", "rückmeldung melden"),
    ("updaten", "updatet geupdatet upgedatet", "upzudaten"),
    ("annotieren", "annotiert annotierte", "angenotiert anzunotieren"),
    ("antizipieren", "antizipiert antizipierte", "antizipierung angetizipiert"),
    ("antworten", "antwortet antwortete geantwortet", "angetwortet antworteten-los"),
    ("umgehen", "umgeht umging umgangen umgegangen umzugehen", "umgehend umgegeht"),
    ("entsprechen", "entspricht entsprach entsprochen", "entsprechend entsprechende entgesprochen"),
    ("fahren", "fahre fährt fuhr gefahren", "führe fahrt führt"),
    ("hinweisen", "hinweist hinwies hingewiesen hinzuweisen", "hinweise hinweis gewiesen"),
    ("angeben", "angibt angegeben anzugeben angab", "angaben angabe"),
    ("schaffen", "schafft schaffte geschafft geschaffen schuf", "geschäft schaft"),
    ("anhängen", "anhängt angehängt anzuhängen", "anhang hängt"),
    ("verwenden", "verwendet verwendete verwendeten", "verwandten wenden geverwendet"),
    ("lassen", "lasse lässt ließ gelassen läßt liess", "last lässig"),
    ("zielführend", "zielführende zielführenden zielführender zielführendes zielführendem", "zielführung führend"),
    ("ganzheitlich", "ganzheitliche ganzheitlichen ganzheitlicher", "ganz ganze ganzheit"),
    ("zeitnah", "zeitnahe zeitnahen zeitnaher zeitnahes", "nahe zeit zeitnächste-woche"),
    ("spannend", "spannende spannenden spannender spannendste", "spannen spannt"),
    ("flexibel", "flexible flexiblen flexibler", "flexibele flexibilität"),
    ("groß", "große großen größer größte grosse", "größe großeltern"),
    ("gut", "gute guten gutes besser beste besten", "güte güter"),
    ("offen", "offene offenen offenes", "offe öffnet offst"),
    ("verschieden", "verschiedene verschiedenen", "verschiede verschied"),
    ("natürlich", "natürliche natürlichen", "natur"),
    ("gerne", "", "gernen gerner gernes"),
    ("Synergie", "synergien", "synergies synergisch energie"),
    ("Mehrwert", "mehrwerts mehrwertes mehrwerte mehrwerten", "wert mehr mehrwertsteuer"),
    ("Schnittstelle", "schnittstellen", "stelle schnittstelles stellen"),
    ("Kontaktpflege", "", "kontaktpfleges pflege kontakte"),
    ("Rückfrage", "rückfragen", "frage rückfragt rückfrages"),
    ("Verfügung", "verfügungen", "verfügungs verfügen verfügt"),
    ("Paradigmenwechsel", "paradigmenwechsels paradigmenwechseln", "wechsel paradigmen"),
    ("Vertrag", "vertrags vertrages verträge verträgen", "vertragen verträgt"),
    ("Instanz", "instanzen", "instänze instanzs"),
    ("Prozess", "prozesse prozesses prozessen prozeß", "prozesss"),
    ("Anhang", "anhangs anhänge anhängen", "anhange"),
    ("Verbleib", "verbleibs", "verbleiber verbleibt"),
    ("Raum", "raums räume räumen", "räumt raume-auf"),
    ("Buch", "buchs buches bücher büchern", "buchen buche"),
    ("Kunde", "kunden", "kundes kund"),
    ("Mitarbeiterin", "mitarbeiterinnen", "mitarbeiter mitarbeiterins"),
    ("Ergebnis", "ergebnisse ergebnisses ergebnissen", "ergebnise ergeben"),
    ("Thema", "themas themen", "thematik"),
    ("Zentrum", "zentrums zentren", "zentrumen zentral"),
    ("Mechanismus", "mechanismen", "mechanismusse mechanisch"),
    ("Deadline", "deadlines", "deadlinen"),
    ("Reis", "", "reise reisen"),
    ("Start", "starts", "starten startet"),
    ("Handel", "handels", "handeln händler"),
]
ENGLISH = [
    ("leverage", "leverages leveraged leveraging", "lever beverage leveraginging"),
    ("utilize", "utilizes utilized utilizing", "utility utilizeing"),
    ("take", "takes took taken taking", "taked taker"),
    ("write", "writes wrote written writing", "writed writ"),
    ("be", "am is are was were been being", "bes bee begin"),
    ("have", "has had having", "haves haved haven"),
    ("do", "does did done doing", "dos doed"),
    ("go", "goes went gone going", "goed"),
    ("reach", "reaches reached reaching", "reachs preach"),
    ("touch", "touches touched touching", "touchs touchy"),
    ("circle", "circles circled circling", "circleing circular"),
    ("commence", "commences commenced commencing", "commencement"),
    ("facilitate", "facilitates facilitated facilitating", "facility"),
    ("commit", "commits committed committing", "commited commiting"),
    ("stop", "stops stopped stopping", "stoped"),
    ("visit", "visits visited visiting", "visitted"),
    ("travel", "travels travelled traveled travelling traveling", "travell"),
    ("try", "tries tried trying", "trys tryed"),
    ("apply", "applies applied applying", "apple applys"),
    ("lie", "lies lay lain lying lied", "lieing"),
    ("put", "puts putting", "putted"),
    ("onboard", "onboards onboarded onboarding", "board"),
    ("synergy", "synergies", "synergys synergied"),
    ("stakeholder", "stakeholders", "stakeholdering holder"),
    ("deliverable", "deliverables", "deliver deliverabled"),
    ("bandwidth", "bandwidths", "bandwidthes bandwidthing"),
    ("analysis", "analyses", "analysises analysed"),
    ("person", "people persons", "personal"),
    ("seamless", "", "seamlesses seam seamlessing"),
    ("robust", "", "robusts robusting"),
    ("easy", "easier easiest", "ease easyer"),
    ("big", "bigger biggest", "biger"),
    ("good", "better best", "gooder"),
    ("holistic", "", "holistics holisticer"),
]


@pytest.mark.parametrize(("lemma", "there", "absent"), GERMAN, ids=[row[0] for row in GERMAN])
def test_german_forms(lemma: str, there: str, absent: str) -> None:
    made = forms(lemma, "de")
    assert {lemma.lower(), *there.split()} - made == set()
    assert made & set(absent.split()) == set()


@pytest.mark.parametrize(("lemma", "there", "absent"), ENGLISH, ids=[row[0] for row in ENGLISH])
def test_english_forms(lemma: str, there: str, absent: str) -> None:
    made = forms(lemma, "en")
    assert {lemma, *there.split()} - made == set()
    assert made & set(absent.split()) == set()


@pytest.mark.parametrize(("lemma", "language"), [("und", "de"), ("prima", "de"), ("seamless", "en")])
def test_a_word_without_endings_has_only_itself(lemma: str, language: str) -> None:
    assert forms(lemma, language) == {lemma}


@pytest.mark.parametrize("lemma", ["zurückkommen", "Vertrag", "groß", "tun"])
def test_forms_are_single_words_in_lower_case(lemma: str) -> None:
    made = forms(lemma, "de")
    assert len(made) > 3
    assert all(form.isalpha() and form == form.lower() for form in made)


@pytest.mark.parametrize("lemma", ["ü", "x", "e-mail", "E-Mail", "C-Level", "n", "Ö", "en", "öko", "1", "geb", "ern"])
@pytest.mark.parametrize("language", ["de", "en"])
def test_odd_lemmas_have_at_least_themselves(lemma: str, language: str) -> None:
    assert lemma.lower() in forms(lemma, language)


@pytest.mark.parametrize(
    ("form", "lemma", "other", "result"),
    [
        ("finalisiert", "finalisieren", "beenden", "beendet"),
        ("finalisierte", "finalisieren", "beenden", "beendete"),
        ("Finalisieren", "finalisieren", "beenden", "beenden"),
        ("finalisierter", "finalisieren", "abschließen", "abgeschlossener"),
        ("abzuholen", "abholen", "mitnehmen", "mitzunehmen"),
        ("durchzuführen", "durchführen", "machen", "zu machen"),
        ("durchgeführt", "durchführen", "machen", "gemacht"),
        ("zielführende", "zielführend", "hilfreich", "hilfreiche"),
        ("zielführend", "zielführend", "hilfreich", "hilfreich"),
        ("Rückantwort", "Rückantwort", "Antwort", "Antwort"),
        ("Rückantworten", "Rückantwort", "Antwort", "Antworten"),
        # finite form or participle: "schließt ab" or "abgeschlossen"
        ("finalisiert", "finalisieren", "abschließen", None),
        ("kommuniziert", "kommunizieren", "sagen", None),
        # with "zu" before it: "abzuschließen"
        ("finalisieren", "finalisieren", "abschließen", None),
        # another gender would need another article
        ("Synergie", "Synergie", "Vorteil", None),
        # "mit Vorteilen", but "die Vorteile"
        ("Synergien", "Synergie", "Vorteil", None),
        ("finalisieren", "finalisieren", "Abschluss", None),
        ("finalisiert", "finalisieren", "zu Ende bringen", None),
        ("unbekannt", "finalisieren", "beenden", None),
    ],
)
def test_german_counterparts(form: str, lemma: str, other: str, result: str | None) -> None:
    assert counterpart(form, lemma, other, "de") == result


@pytest.mark.parametrize(
    ("form", "lemma", "other", "result"),
    [
        ("utilized", "utilize", "use", "used"),
        ("Utilizing", "utilize", "use", "using"),
        ("utilizes", "utilize", "use", "uses"),
        ("leveraging", "leverage", "use", "using"),
        ("leverage", "leverage", "use", "use"),
        ("commencing", "commence", "begin", "beginning"),
        ("synergies", "synergy", "advantage", "advantages"),
        ("robust", "robust", "strong", "strong"),
        # past or participle: "began" or "begun"
        ("commenced", "commence", "begin", None),
        ("utilized", "utilize", "make use of", None),
        ("synergy", "synergy", "together", None),
    ],
)
def test_english_counterparts(form: str, lemma: str, other: str, result: str | None) -> None:
    assert counterpart(form, lemma, other, "en") == result
