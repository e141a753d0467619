"""English short forms of first names that the nicknames package does not know."""

from __future__ import annotations

from functools import cache

_TABLE = """
adelaide: addie
alan: al
albert: bertie
alexander: lex xander
alexandra: lexi
alison: ally ali
alonzo: lonnie
andrea: andie
angela: ange
anne: nancy
antonia: toni tonya
barbara: barb babs
barry: baz bazza
beatrix: trixie
bernadette: bernie
callum: cal
caroline: caz
cassandra: cass cassie
catherine: kate cate
charles: chaz chas
charlotte: charlie
cheryl: cheri
christopher: topher
clinton: clint
darren: daz
deirdre: dee
derek: del
desmond: des desi
dorothea: thea
dwight: ike
eleanor: nell elle
elizabeth: ellie elsie
emmanuel: manny
evelyn: evie
fergus: fergie
fiona: fi
gabrielle: gab gabby
gary: gaz
gavin: gav
georgina: georgie gina
gerard: gerry
gillian: jill gill
harold: hal harry
harriet: hatty
harry: hazza
henrietta: hetty
holly: hols
isabel: izzy
isabella: izzy
isabelle: izzy
jason: jase jay
jasmine: jazz
jeremy: jem jez jerry
jerome: jerry
jocelyn: joss
katherine: kat katie
katrina: trina
kristina: kris kristy
laura: lori
lillian: lily
linda: lyn
lorraine: lori
lucy: lu lulu
maddison: maddie
madeleine: maddie
margaret: greta
matilda: mattie
maureen: mo
melanie: mel
michelle: shell mich
mildred: millie
mohammed: mo
moses: moe
natalie: nat
natasha: tash
nicola: nicky
nigel: nige
olivia: liv livvy
oswald: oz
philippa: pip pippa
quentin: quin
rachel: rae rach
rajesh: raj
robert: robbie robin bertie
jonathan: johnny
dominic: nick dom
james: hamish
rosalind: roz rosie
rosemary: rosie
roxanne: roxy
ruth: ruthie
samantha: sam
sebastian: bastian
sharon: shaz sherry
simon: si
sophie: soph
stacey: stace
stanley: stan
stephen: stevie
stewart: stu stew
susan: sukie suzy
sydney: syd
tamara: tam tammy
teresa: terri
theresa: terri
thomasina: tamsin
trevor: trev
tyler: ty
tyrone: ty
valentine: val
vanessa: ness
vernon: vern
vivienne: viv
wilfred: wilf
william: sonny
winifred: win una
zachary: zee
"""


@cache
def more_english_pet_names() -> dict[str, frozenset[str]]:
    """Pet names by full name, in lower case."""
    rows = (line.partition(":") for line in _TABLE.strip().splitlines())
    return {name: frozenset(pets.split()) for name, _, pets in rows}
