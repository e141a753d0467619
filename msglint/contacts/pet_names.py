"""German short forms of first names, as adults use them; English ones come from the nicknames package."""

from __future__ import annotations

from functools import cache

_TABLE = """
adolf: dolf
alexander: sascha sandro lex xandi
alexandra: sascha sandra lexi
andreas: andi andy anderl
angelika: geli angi
annegret: anne gretel
anton: toni
antonia: toni
barbara: babsi baerbel
benedikt: bene
brigitte: gitte gitti biggi
christiane: chris jane nane
christina: chrissi tina
christine: chrissi tine tini stine
cornelia: conny nele
dieter: didi
dietrich: dieter
eberhard: ebbe hardy
edeltraud: traudl
eleonore: lore nora
elisabeth: lisa lisl elli sissi betty liesel lisbeth else elsa bettina
ernst: erni
ferdinand: ferdi ferdl
franz: franzl ferdl
friederike: rike fritzi
friedrich: fritz fred freddy
gabriele: gabi gaby
georg: schorsch joerg
gerhard: gerd gert hardy
gertrud: trude traudl gerti
gottfried: friedl
hannelore: hanne lore
heinrich: heinz heiner henrik heini
helena: leni lena
helene: leni lena nele
henriette: jette henni
hildegard: hilde hildi
ignaz: naz
isabella: bella isa
jakob: jascha joggi
joachim: jochen jogi achim jo
johann: hans hannes hansi
johanna: hanna hanni jo
johannes: hans hannes jo joe hansi
josef: sepp jupp beppo pepi seppi
joseph: sepp jupp joe pepi
juergen: jogi
karoline: lina karo
katharina: kathi kati kaethe nina katja trina
korbinian: korbi
kornelia: conny nele
leopold: poldi
lorenz: lenz
ludwig: lutz wiggerl
magdalena: lena leni magda
margarete: grete gretel greta gitta margit rita
margarethe: grete gretel greta
mathias: hias matze
matthias: hias matze
maximilian: max maxi
mechthild: mecki
michael: michi michel micha mike
nikolaus: klaus niko nick
regina: gina
reinhard: reini hardy
rosa: rosi
rosemarie: rosi romy
rudolf: rudi rolf
sabine: bine bini
sebastian: basti wastl bastian
stefan: steff steffen
susanne: susi sanne suse
therese: resi
theresia: resi thesi
thomas: tom tommy
ulrich: uli ulli
ulrike: uli ulli rike ricky
ursula: uschi ulla ursel ursi
valentin: valle
verena: vreni
veronika: vroni vreni
viktoria: vicky
vinzenz: zenz
walburga: burgi
walter: walli
waltraud: traudl traudi
wilhelm: willi willy bill
"""


@cache
def german_pet_names() -> dict[str, frozenset[str]]:
    """Pet names by full name, both folded (ä = ae)."""
    rows = (line.partition(":") for line in _TABLE.strip().splitlines())
    return {name: frozenset(pets.split()) for name, _, pets in rows}
