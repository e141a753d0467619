"""English irregular words, in lower case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final


def _table(text: str) -> Mapping[str, tuple[str, ...]]:
    rows = (line.split() for line in text.strip().splitlines())
    return {row[0]: tuple(row[1:]) for row in rows}


# base, past, participle ("/" where two are in use)
VERBS: Final = _table(
    """
    arise arose arisen
    awake awoke awoken
    bear bore borne/born
    beat beat beaten
    become became become
    begin began begun
    bend bent bent
    bet bet bet
    bid bid bid
    bind bound bound
    bite bit bitten
    bleed bled bled
    blow blew blown
    break broke broken
    breed bred bred
    bring brought brought
    broadcast broadcast broadcast
    build built built
    burn burned/burnt burned/burnt
    burst burst burst
    buy bought bought
    cast cast cast
    catch caught caught
    choose chose chosen
    cling clung clung
    come came come
    cost cost cost
    creep crept crept
    cut cut cut
    deal dealt dealt
    dig dug dug
    do did done
    draw drew drawn
    dream dreamed/dreamt dreamed/dreamt
    drink drank drunk
    drive drove driven
    eat ate eaten
    fall fell fallen
    feed fed fed
    feel felt felt
    fight fought fought
    find found found
    fit fitted/fit fitted/fit
    flee fled fled
    fly flew flown
    forbid forbade forbidden
    forecast forecast forecast
    foresee foresaw foreseen
    forget forgot forgotten
    forgive forgave forgiven
    freeze froze frozen
    get got got/gotten
    give gave given
    go went gone
    grind ground ground
    grow grew grown
    hang hung/hanged hung/hanged
    have had had
    hear heard heard
    hide hid hidden
    hit hit hit
    hold held held
    hurt hurt hurt
    input input input
    keep kept kept
    kneel knelt knelt
    know knew known
    lay laid laid
    lead led led
    lean leaned/leant leaned/leant
    leap leaped/leapt leaped/leapt
    learn learned/learnt learned/learnt
    leave left left
    lend lent lent
    let let let
    lie lay/lied lain/lied
    light lit/lighted lit/lighted
    lose lost lost
    make made made
    mean meant meant
    meet met met
    mislead misled misled
    mistake mistook mistaken
    misunderstand misunderstood misunderstood
    offset offset offset
    outdo outdid outdone
    output output output
    overcome overcame overcome
    override overrode overridden
    oversee oversaw overseen
    overtake overtook overtaken
    overthrow overthrew overthrown
    pay paid paid
    prove proved proved/proven
    put put put
    quit quit quit
    read read read
    rebuild rebuilt rebuilt
    redo redid redone
    rend rent rent
    reset reset reset
    rethink rethought rethought
    rewrite rewrote rewritten
    rid rid rid
    ride rode ridden
    ring rang rung
    rise rose risen
    run ran run
    say said said
    see saw seen
    seek sought sought
    sell sold sold
    send sent sent
    set set set
    shake shook shaken
    shed shed shed
    shine shone/shined shone/shined
    shoot shot shot
    show showed shown/showed
    shrink shrank shrunk
    shut shut shut
    sew sewed sewn/sewed
    sow sowed sown/sowed
    spit spat spat
    fling flung flung
    overhear overheard overheard
    uphold upheld upheld
    repay repaid repaid
    dwell dwelt/dwelled dwelt/dwelled
    saw sawed sawn
    sing sang sung
    sink sank sunk
    sit sat sat
    sleep slept slept
    slide slid slid
    sling slung slung
    smell smelled/smelt smelled/smelt
    speak spoke spoken
    speed sped/speeded sped/speeded
    spell spelled/spelt spelled/spelt
    spend spent spent
    spill spilled/spilt spilled/spilt
    spin spun spun
    split split split
    spoil spoiled/spoilt spoiled/spoilt
    spread spread spread
    spring sprang sprung
    stand stood stood
    steal stole stolen
    stick stuck stuck
    sting stung stung
    stink stank stunk
    stride strode stridden
    strike struck struck
    string strung strung
    strive strove/strived striven/strived
    swear swore sworn
    sweep swept swept
    swell swelled swollen/swelled
    swim swam swum
    swing swung swung
    take took taken
    teach taught taught
    tear tore torn
    tell told told
    think thought thought
    throw threw thrown
    thrust thrust thrust
    undergo underwent undergone
    understand understood understood
    undertake undertook undertaken
    undo undid undone
    upset upset upset
    wake woke woken
    wear wore worn
    weave wove woven
    weep wept wept
    win won won
    wind wound wound
    withdraw withdrew withdrawn
    withhold withheld withheld
    withstand withstood withstood
    wring wrung wrung
    write wrote written
    """
)
BE: Final[Mapping[str, str]] = {
    "base": "be",
    "1s": "am",
    "third": "is",
    "plural": "are",
    "past": "was",
    "past-plural": "were",
    "participle": "been",
    "ing": "being",
}
MODALS: Final[Mapping[str, str]] = {
    "can": "can could",
    "will": "will would",
    "shall": "shall should",
    "may": "may might",
}
PLURALS: Final[Mapping[str, str]] = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people/persons",
    "foot": "feet",
    "tooth": "teeth",
    "mouse": "mice",
    "goose": "geese",
    "analysis": "analyses",
    "basis": "bases",
    "crisis": "crises",
    "thesis": "theses",
    "hypothesis": "hypotheses",
    "synopsis": "synopses",
    "diagnosis": "diagnoses",
    "criterion": "criteria",
    "phenomenon": "phenomena",
    "index": "indexes/indices",
    "appendix": "appendices/appendixes",
    "matrix": "matrices/matrixes",
    "datum": "data",
    "medium": "media/mediums",
    "memorandum": "memoranda/memorandums",
    "addendum": "addenda",
    "stimulus": "stimuli",
    "life": "lives",
    "knife": "knives",
    "shelf": "shelves",
    "leaf": "leaves",
    "half": "halves",
    "wife": "wives",
    "self": "selves",
    "thief": "thieves",
    "wolf": "wolves",
    "loaf": "loaves",
    "calf": "calves",
    "hero": "heroes",
    "potato": "potatoes",
    "tomato": "tomatoes",
    "echo": "echoes",
    "veto": "vetoes",
}
DEGREES: Final = _table(
    """
    good better best
    bad worse worst
    far farther/further farthest/furthest
    little less least
    """
)
# Stressed on the last syllable, so the last consonant is doubled.
DOUBLING: Final = frozenset(
    """
    acquit admit allot annul befit distil embed enrol fulfil instil begin commit compel concur confer control
    defer deter dispel emit equip excel expel forbid forget format handicap incur infer input kidnap occur
    offset omit output patrol permit prefer program propel rebut recap rebel recur refer regret remit repel
    rerun reset submit transfer transmit unwrap upset worship zigzag
    """.split()
)
# Both "travelling" and "traveling".
DOUBLING_BRITISH: Final = frozenset(
    "cancel channel counsel dial focus fuel label level model panel signal total travel tunnel benefit bias".split()
)
