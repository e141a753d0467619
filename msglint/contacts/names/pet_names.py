"""German short forms of first names, as adults use them in Germany, Austria and Switzerland.

With them the usual ones of languages often heard in German offices (Kasia, Beppe, Memo). English ones come from the
nicknames package and `pet_names_en`. Two spellings of one name (Stefan and Stephan, Sara and Sarah) are no pet names:
whoever mixes them up has made a slip.
"""

from __future__ import annotations

from functools import cache

_TABLE = """
achim: joachim
adelheid: heidi heide adele
adolf: dolf dolfi adi doelf
adrian: adi ade
agathe: agi
agnes: agi
agnieszka: aga
albert: bert berti albi bertl
albrecht: bert ali
aleksandar: aco sasa aleks
aleksander: alek olek sascha
aleksandra: ola sascha sandra aleks
alessandra: sandra ale
alessandro: sandro ale
alexander: sascha sandro lex xandi alex alec lexi
alexandra: sascha sandra lexi alex xandi xandra sandy
alfons: fonsi fons alf
alfred: fred fredi freddy alf fredl
alfredo: fredo
alois: lois loisl luis
aloisia: loisi
amalie: mali malchen amely
andrea: andi andy rea
andreas: andi andy anderl res drees
andrej: andi
andrzej: andrzejek jedrek
angela: angie angi geli
angelika: geli angi angie gela
angelo: angelino
anita: nita ani
anna: anni anny annerl aennchen aenne annie ania nannerl
annabell: anna bella belle
annegret: anne gretel grete gretl
anneliese: anne liese annelie lissi
annemarie: anne annemie ammi mieke annamirl
annette: netti nette anne
antje: ani
anton: toni tonerl tonio
antonia: toni tonia
antonio: toni tonino nino
antonius: toni anton ton
apollonia: loni
arkadiusz: arek
arnold: arno noldi arni
arthur: arti turi
artur: arti turi
astrid: assi asti
august: gustl gust gusti augi
auguste: gusti guste
augustin: gustl gust
balthasar: balz balzi
barbara: babsi baerbel babs baerbl babette basia wetti
bartholomaeus: barthel bart bartl
bartlomiej: bartek
bartosz: bartek
beata: bea
beate: bea beatchen
beatrice: bea trice trixi
beatrix: bea trixi
benedikt: bene ben benni
benedikta: bene
benjamin: ben benni benny beni
berenike: nike beri
bernadette: berni
bernd: berni berndi
bernhard: bernd hardy berni hardi bern bernie
bernhardine: dina bernie
berta: berti
berthold: bert berti
bertram: bert
bettina: tina betty betti
birgit: biggi gitti bigi gitte
birgitta: gitta biggi gitte
bogdan: bogi boki
bozena: bozenka
branislav: brane bane
brigitta: gitta gitti biggi gitte
brigitte: gitte gitti biggi bigi britt
brunhilde: bruni hilde hildi
burghard: burgi hardy
burkhard: burki buki hardy
caecilia: cilli zilli celia
camilla: milla cami
carl: charly carli kalle
carla: carli
carlheinz: heinz kalle charly
carmen: carmi
carola: caro lola
carolin: caro lina line
carolina: caro lina
caroline: caro lina line carry
carsten: casi carsti
caspar: chaschper
cecilia: cilli celia ceci
charlotte: lotte lotti lotta charly charlie lola
christel: chrissi
christian: chris chrigu chrigel chregi kris chrischi christl chrischan
christiane: chris jane nane chrissi chrischi tiane christl
christina: chrissi tina chris tini christl chrisi stina
christine: chrissi tine tini stine chris christl chrige chrigi tina
christof: chris stoffel stoffi toffi
christoph: chris stoffel stoffi toffi chrigu
christopher: chris stoffel
clara: clari
claudia: claudi clau klaudi
claudio: claudi
claus: clausi
clemens: clemi clem
constantin: consti conny stani
constanze: conny stanzi connie stanze
corinna: cori rinna
cornelia: conny nele neli connie corny nelly lia
cornelius: conny neels corny
czeslaw: czesiek
dagmar: daggi dagi dasa
daniel: dani danny dan dany daenu
daniela: dani danny dany ela
danijel: dani
danijela: dani dana
danuta: danka danusia
dariusz: darek
david: dave dai
deborah: debbie debby debo
dejan: deki
detlef: detti deti
dieter: didi
dietmar: didi dietl
dietrich: dirk dieter dietz didi
domenico: mimmo nico
dominik: domi nik nick dom
dominique: domi
doris: dorli dorle
dorothea: dora dorle dorli thea doro dorthe doerte dorette
dorothee: doro dorle thea dorli
dragan: gagi
dusan: dule
dzenan: dzeno
eberhard: ebbe hardy ebi ebs ewi
eckart: ecki
eckhard: ecki hardy eggi
edeltraud: traudl traudi edel traude edda
edgar: eddi edi
edith: edi ditha
edmund: edi mundl mundi eddi
eduard: edi eddi edu eddy edy
edwin: edi eddi
egidius: egid gidi
ekaterina: katja katya katia
ekkehard: ekki ekke
elena: lena lenka leni
eleonora: nora lore ella
eleonore: lore nora elli ella
elfriede: elfi friedl friedel elfe frieda
elias: eli
elif: eli
elisabeth: lisa lisl elli sissi betty liesel lisbeth else elsa bettina lisi lies liesl lissi beth eli lis sisi
elisabetta: betta lisa elisa
elke: elki
ellen: elli
elzbieta: ela elka
emanuel: manu mani emi
emil: migg miggel emi
emilia: emmi emi mila milli
emilie: emmi milli emi
emma: emmi
emmanuel: manu manni
engelbert: bert engel bertl
enrico: rico
erhard: hardy
erich: eri
erika: eri rika
ernestine: erna tini erni
ernst: erni aschi
erwin: win erwi
esther: esti
eugen: geni oigen genu
eugenie: jenny geni
eva: evi evchen
evelyn: evi evy eve lyn
evgenij: zhenya schenja
ewa: ewka ewunia
fabian: fabi fab fabe
fabienne: fabi fab
fatma: fatos
federico: fede rico
felicitas: feli fee feeli zita
felix: lixi fee fex
felizitas: feli fee zita
ferdinand: ferdi ferdl nandl ferry fernand
ferenc: feri
filip: fipo filipek
filippo: pippo
florian: flo flori florl floh
francesca: franca
francesco: franco ciccio cesco
francisco: paco pancho curro
franciszek: franek
frank: franky fraenky frankie
frantisek: franta
franz: franzl fraenzi franzi fraenzu frenzl
franziska: franzi fanny sissi ziska fraenzi fanni fraenze cissy
franziskus: franz ziskus
fridolin: fridli friedel
friedemann: friedel frieder
friederike: rike fritzi ricky frieda rikchen
friedhelm: friedel helm
friedrich: fritz fred freddy frieder fritzl friedel fredi fritzi fiete fidi
gabriel: gabi gaebu gabe
gabriela: gabi gaby ela
gabriele: gabi gaby
gabriella: gabi gaby ella
genoveva: vevi veferl
georg: schorsch joerg schorschi girgl georgie jerg schorschl
gerald: geri gerry
gerda: gerdi gerti
gerhard: gerd gert hardy geri gerdi gerry hardi
gerlinde: linde gerli lindi
gernot: gerni
gerold: gerry geri
gertraud: traudl traudi gerti traude
gertrud: trude traudl gerti trudi gerda trudel gertie trudy gerdi truedi
gianluca: luca gianlu
gilbert: gil
giovanna: gianna vanna
giovanni: gianni nino vanni gio
gisela: gisi gila gisl gise
giuseppe: beppe pino peppe beppo
giuseppina: pina giusi
goran: gogi
gordana: goca
gottfried: friedl goedi godi friedel goepf goepfi goetz
gotthard: hardy
gregor: gregi greg grischa
grzegorz: grzesiek grzes
gudrun: gudi guddi
guenter: guenni
guenther: guenni
guglielmo: memo
gustav: gustl gusti gust
gyoergy: gyuri
hannelore: hanne lore hanni lorle
harald: harri harry hari
hartmut: hardy harti
hartwig: harti
hedwig: hedi hedy hede hedel hedchen
heidemarie: heidi heide heidemie
heidrun: heidi heide
heike: heiki
heinrich: heinz heiner henrik heini hein henner heiri hinnerk henry heino
heinz: heinzi heini
helena: leni lena hella leny hela
helene: leni lena nele hella leny lene helli
helga: helgi helli
hellmut: helli
helmut: helli helle heli
helmuth: helli
henriette: jette henni henny jetta etta
henrike: rike henni ricky
henryk: heniek
herbert: bert herbi bertl hebbe heri berti
heribert: heri bert
hermann: menne maendu hermi maenni herm harm
hermine: mina mine hermi minchen minna
hieronymus: ronny ronnimus
hilda: hildi
hildegard: hilde hildi hilla hilli gardi
hrvoje: hrvo
hubert: hubi hubsi bert hubs
hubertus: hubi bertus hubsi
hueseyin: hueso
ignaz: naz nazi igi
ilona: ili loni
ingeborg: inge ingi borgi inga ingelein
ingrid: inge ingi inga
irena: irenka
irene: reni irenchen irni
irmgard: irmi irma irmchen irmel gardi
irmtraud: irmi traudl traudi irma
isabel: isa bella isi belle
isabella: bella isa isi
isabelle: isa isi belle
isolde: isi
ivan: ivo ivica
ivana: iva
jacqueline: jacky jacqui schaggi
jakob: jascha joggi jockel jackl koebi koebu jack jaggi jaki
jan: janek
janina: jana nina jani
janko: jani
jaroslav: jarda jaro
jaroslaw: jarek
jennifer: jenny jenni jen
jeremias: jerry jere
jerzy: jurek
jessica: jessi jess
jiri: jirka
joachim: jochen jogi achim jo jochem joe hajo joggi
johann: hans hannes hansi hansl joh hannsi jo jean hanne
johanna: hanna hanni jo hanne hansi joey
johannes: hans hannes jo joe hansi hansl jannes johnny hanno hennes
jolanta: jola
jonas: joni jonny
jonathan: joni jonny jona
josef: sepp jupp beppo pepi seppi seppl josi juppi jos joesi jo peppi seppu
josefa: sefa pepi josi
josefina: josi fina
josefine: josi fine finni pepi fini josie josy
joseph: sepp jupp joe pepi seppi josi jo
josip: joso jozo
jozsef: joska jozsi
juerg: juergi jerry
juergen: jogi juergi jue
julia: juli jule julchen
julian: juli jule jules
juliane: juli jule jane liane
julius: juli jul
justus: just
jutta: juttchen
karin: kari
karl: kalle charly karli charlie carlo karle
karla: karli
karlheinz: kalle heinz charly kalli charlie
karolin: karo lina
karolina: karo lina
karoline: lina karo line lini karolinchen
karsten: karsti
kaspar: kasperl chaschpi chasper
katalin: kati kata
katarina: kata kati katja kat
katarzyna: kasia kaska
katerina: katka kaca katja
katharina: kathi kati kaethe nina katja trina kathy kat rina kaetchen kaethi kathrinchen kathl trine
kathrin: kathi kati kaethe trine kat kaetu kathy
katrin: kati kathi trine kat katja
kazimierz: kazik
kerstin: kersti kessi
kilian: kili kiki
klara: klari
klaudia: klaudi
klaus: klausi
klemens: klemi
konrad: koni kurt conny konni koennu
konstantin: kosta konsti stani kostja
konstantinos: kostas kosta dinos
konstanze: konni stanzi stanze
korbinian: korbi
kornelia: conny nele konni nelly
kresimir: kreso
kreszentia: zenzi
kreszenz: zenzi zenz
kristian: kris chris
kristina: kris tina krissi
kristine: kris tine
krystyna: krysia
krzysztof: krzysiek krzys
kunigunde: gundi gunda kuni
kurt: kurti kuddel
ladislav: lada laci
larissa: lara lari
laszlo: laci
laurenz: lenz lauri
leonard: leo lenny leon
leonardo: leo nardo
leonhard: leo hardl lienhard hartl leni leon hardi
leopold: poldi leo pold poldl
leopoldine: poldi dina
lieselotte: lilo liesel lotte lotti liese lotta
linus: lini
liselotte: lilo lisel lotte lotti lisa lis
ljiljana: ljilja lilli
ljubomir: ljubo
lorenz: lenz lori lorenzl lenzi
lorenzo: renzo enzo
lothar: lotti lodi
lucia: luzi lucy luci
ludger: ludi
ludwig: lutz wiggerl lui luggi ludi wickerl lude wiggi
luigi: gigi gino
luise: lulu liesl lisel
lukas: luki luggi
luzia: luzi
maciej: maciek
magdalena: lena leni magda madlen lenchen lenerl magdi leny
magdalene: lene lena leni magda
malgorzata: gosia malgosia gocha
manfred: manni fred mani fredi maenni mandi freddy manne
manuel: manu mani manni
manuela: manu ela mani
marcel: marci maersu marce
mareike: rike mari
margareta: greta gretl rita marga gitta
margarete: grete gretel greta gitta margit rita marga gretl gretchen gredel margret margot meta griet
margarethe: grete gretel greta marga gretl rita gretchen margret meta
margit: margi gitti gitta
margot: margi
margrit: gritli grit gritta margritli gritt
maria: mia mitzi mizzi ria mari mariele mariedl mimi moidl miezi mariechen marei marile mariandl
marianne: janne mari nanni anne nanne
marie: mia mari mieze miezi mimi mariechen
mario: maro
mariola: mariolka
marion: mari maja
marius: mari
markus: mark marc maex kusi kuesu mak marki
marlene: marla leni lene marli lena
marlies: marli liesl lies
martha: marthi marthl
martin: maertel maddin tinu martl maert mart marti mertel maetu marty
martina: tina tini marti martschi
matej: mata
mateusz: mati
mathias: hias matze matthi mat hiasl mathi matti matz maettu
mathilde: tilda tilde tilli hilde tilly
matthaeus: matz mattes hias
matthias: hias matze mat hiasl matthi matti matz mathi maetthu maettu mattes
mauritius: moritz
max: maxi maxl mexi
maximilian: max maxi maxl mex
maximiliane: maxi liane
mechthild: mecki hilde thilde metti
mehmet: memo mamo
melanie: mel meli melli mella
michael: michi michel micha mike mick michl mischa misch mitch mik mecki
michaela: michi micha ela mischa micky
michal: misa
mieczyslaw: mietek
mihail: misu
mikhail: misha mischa
mikolaj: miki
mirela: mira
miriam: miri mimi mirl
mirjam: miri mimi mirl
miroslav: mirek miro mirko
miroslaw: mirek
mladen: mladjo
mohamed: momo mo hamed
mohammed: momo mo
monika: moni mone monerl mona mo moeni mony
moritz: mo momo moritzl mori
muhammed: momo mo
mustafa: musti mustaf
nadine: nadi dine
natalia: nata natalka talia
natalie: nati nat talie
nathalie: nati nat
nathanael: nathan nat
niccolo: nico
nicole: nici nicki nicky nico niggi nic cole
niklas: nik niki nick klas nicki
niklaus: klaus niggi chlaus nik kloesu nick nigi chlausi
nikola: niko niki
nikolai: kolja niko
nikolaos: nikos niko
nikolaus: klaus niko nick nik klausi niki nico nickel claus
norbert: nobbi bert norbi noebi berti nobby
notburga: burgi burga
oezlem: oezi
oleksandr: sascha sasha
olga: olli olgi
oliver: olli oli olly oliv
ondrej: ondra
oskar: ossi oski oesi
oswald: ossi oswi
ottilie: tilly otti tilli ottl
otto: otti ottl
pasquale: lino pasqualino
patricia: patty tricia pat pati
patrick: pat paddy ricky padi patti
patrizia: patty patti pat
paul: pauli pauly paulchen paeulu
paula: pauli paulchen
pauline: pauli line paulinchen lina
pawel: pawelek
petar: pero
peter: pit piet pete peti peterl pesche pedro petsch
petra: peti petzi
philipp: phil fips lipp pippo phipps
philippine: pine philli
pius: pio
predrag: pedja
przemyslaw: przemek
rafael: rafi raffi raf rafa
raffaele: lele raffa
raimund: mundl raimi mundi ray
rainer: raini
ralf: ralfi
ramona: mona moni
raphael: raphi rafi raffi raph
rebecca: becky becca
rebekka: becky bekka becki
regina: gina regi gine
regine: gine regi gina
regula: regi regeli
reiner: reini
reinhard: reini hardy hardi hartl
reinhild: reini hilde
reinhold: reini rein
renate: reni nate nati rena renatl
ricardo: rico ricky
riccardo: ricky rico ricci
richard: richie ricky richi rick riggi dick hardl ritschi ritsch
robert: bob bert robi rob roby bobby berti roebi robbie roebu
roberto: robi berto
roland: roli rolli rolo
rolf: rolfi roelfu
roman: romi
ronald: ronny ron roni
rosa: rosi rosl roesli rosel roeschen
rosalia: rosi lia rosl
rosemarie: rosi romy rosl rose
rosina: rosi sina
rosmarie: rosi roesli
roswitha: rosi
rudolf: rudi rolf dolf ruedi rudl dolfi rudel ruedu
ruediger: ruedi rudi rudy
rupert: rupp bertl rupi bert
ryszard: rysiek
sabina: bina bini sabi
sabine: bine bini sabi binchen binerl bienchen
salvatore: toto turi salvo
samuel: sam sami sammy saemi saemu samu
sandor: sanyi
sandra: sandy sandi sanni
sara: sari
saskia: sassi kia
sebastian: basti wastl bastian seb bastl baschi wast sebi baestu
sergej: serjoscha serge
sergio: sergi
severin: sevi sevy
sibylle: bille billa sibi
siegfried: siggi sigi friedel fried
sieglinde: linde siggi sigi lindi
siegmund: siggi sigi mundi
siglinde: linde sigi
sigmund: sigi siggi mundl
sigrid: siggi sigi
silke: silki
silvester: vestl silvi
silvia: silvi silvie silvy sylvi
simon: simi simerl sime
simone: simi mone moni simo
slawomir: slawek
slobodan: boban sloba slobo
sofia: sofi fia
sonja: sonni sonnie
sophia: sophi fia sopherl
sophie: sophi fia fietje sopherl
srdjan: srdja
stanislav: stano standa stas
stanislaw: staszek stasiek stach
stefan: steff steffen steve stefo steffl stef steffu stefi
stefanie: steffi steff fanny stef stefi
steffen: steff
stephan: steff steve stef stephi steffl
stephanie: steffi steph steff fanny stef
stjepan: stipe stipo
susanna: susi sanna sanni
susanne: susi sanne suse sanni suzi zusi
svetlana: sveta lana
sybille: bille sibi billa
sylvia: sylvi silvi silvie
szymon: szymek
tadeusz: tadek
tamara: tami mara
tanja: tanni tani
tatiana: tanja tania
tatjana: tanja tani tania
tetiana: tanja tanya
thaddaeus: teddy thadd
theodor: theo teddy theodi
theodora: thea dora theo
theresa: resi thesi resa tess tessa thea terry
therese: resi thesi resl res rese
theresia: resi thesi resl theres
thilo: tilli
thomas: tom tommy thommy tomi toemu thom thoemu
thorsten: totti toto
tiziana: titti
tobias: tobi tobe tobsi tobs toebu
tomas: tom tomy
tomasz: tomek
tomislav: tomo
torsten: totti toto
traugott: traugi
ulrich: uli ulli ueli utz
ulrike: uli ulli rike ricky ulla
urban: urbi
urs: ursli uersu
ursula: uschi ulla ursel ursi uschl ursl urschi urseli
ute: uti
uwe: uwi
vaclav: vasek venca
valentin: valle valli veltin vali velten tino
valentina: vale tina vali
valerie: valli vali val
vanessa: nessa vani nessi
verena: vreni vreneli verenli rena vre
veronika: vroni vreni vero ronni nika
viktor: vicki vik
viktoria: vicky vicki toria ria vickerl
vincent: vince vinz
vincenzo: enzo cenzo
vinzenz: zenz vinz vinzi
vladimir: vlado wowa vova
vojtech: vojta
volker: volki volli folki
walburga: burgi burga wally walli
waldemar: waldi
waldtraut: traudl traudi
walter: walli waldi walti waelti wauti
walther: walli waldi walti
waltraud: traudl traudi wally walli traude
waltraut: traudl traudi traute
wenzel: wenz wenzl
werner: werni werno waerni
wieslaw: wiesiek
wilfried: willi friedel fredi willy
wilhelm: willi willy bill helm helmi willem wim wilm wilko
wilhelmine: minna mina mine helma wilma minchen
winfried: winni friedel winnie fred
wladyslaw: wladek
wojciech: wojtek
wolfgang: wolfi wolf woelfi wolferl wolle
wolfram: wolfi wolf
xaver: xaverl xavi veri
yasemin: yase
yevhen: zhenya
yvonne: vonni yvi yvo
zbigniew: zbyszek zbyszko
zdenek: zdena
zdzislaw: zdzisiek
zofia: zosia
zoltan: zoli
zuzana: zuzka zuza
zuzanna: zuzia zuza
zygmunt: zyga
"""

_DIFFERENT = """
adrian adriane
alexander alexandria
andre andreas
anna annette
anna bryanna
anna hannah
anna johanna
anna roxanna
anna savannah
anna susanna
anton antonia
anton antonio
august augustin
cassandra sandra
daniel daniella
elena helen
ellen helen
ellen helena
elena helena
emil emilia
emil emilie
franz franziska
gabriel gabriella
gabriel gabrielle
georg georgia
georg georgina
hannah susan
hannah susanna
hannah susannah
helen helena
helen lena
ellen lena
jan janina
jan janine
jan janis
jan jannes
jan jannis
johann johannes
johannes jonathan
josef josefina
josef josefine
joseph josephine
julia juliana
julia juliane
lea leander
lea leandra
leon leonie
marc marcel
marc marcella
maria mariah
maria mariana
maria marianne
maria marietta
marian marianne
marian marion
marie marietta
marie mary
mary marion
mary marietta
michel michelle
nathan jonathan
paul paulina
paul pauline
stefan stefania
stefan stefanie
stephan stephanie
viktor viktoria
victor victoria
wilhelm wilhelmina
wilhelm wilhelmine
"""
"""Names that the nicknames package links, or that look like a cut form of each other, but that two people bear."""


@cache
def german_pet_names() -> dict[str, frozenset[str]]:
    """Pet names by full name, both folded (ä = ae)."""
    rows = (line.partition(":") for line in _TABLE.strip().splitlines())
    return {name: frozenset(pets.split()) for name, _, pets in rows}


def are_not_the_same(one: str, other: str) -> bool:
    """Whether two folded first names are known to be different people's, however alike: Anna and Johanna."""
    return frozenset((one, other)) in _different_names()


@cache
def _different_names() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(line.split()) for line in _DIFFERENT.strip().splitlines())
