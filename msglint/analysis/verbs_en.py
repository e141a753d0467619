"""English closed word classes and verb forms, in lower case."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CERTAIN: Final = _words(
    """
    is are was were has does did had would could should shall might 'm 're 've 'll 'd n't isnt arent wasnt
    werent hasnt havent hadnt dont doesnt didnt cant wont couldnt wouldnt shouldnt aint isn aren wasn doesn
    didn don im ive youre youve youll theyre theyve theyll weve hes shes thats whats wheres heres theres
    whos hows lets gonna gotta idk dunno wanna cannot itll thatll iam
    """
)
# Finite unless an article or a possessive before them makes them a noun.
MODALS: Final = _words("can will must may")
NOUN_MARKERS: Final = _words(
    """
    a an the my your his her our their this that free absolute definite good at in of own
    """
)
AFTER_MODAL: Final = _words(
    """
    be have not also i we you they he she it do get go see need want n't still only even
    """
)
MONTH_MARKERS: Final = _words(
    """
    in of by since until from early late mid for last next this on during before after
    """
)
BASE_AUXILIARIES: Final = _words("have do")
NO_SUBJECT_AGREEMENT: Final = _words("anyone anybody someone somebody everyone everybody")
SUBJECTS: Final = _words("i we they he she who u")
ANY_SUBJECTS: Final = SUBJECTS | _words(
    """
    it you this that these those there what which everything nothing something everybody everyone nobody
    somebody someone all both most some others none
    """
)
CONTRACTION_HOSTS: Final = _words(
    "it he she that what where who there here how when why let this everything everyone nobody something"
)
OBJECTS: Final = _words(
    """
    me him her us them it this that these those the a an my your his our their its everything something
    anything nothing one some all you everyone everybody both each another
    """
)
POLITE_WORDS: Final = _words("please pls plz plss kindly pleas")
LEADING: Final = POLITE_WORDS | _words(
    """
    ok okay yes no yeah yep sure thanks thx hi hello hey so then and but or also just now well great fine
    always never first next finally simply again therefore otherwise alternatively oh ah however maybe
    perhaps definitely really still already only even quickly instead
    """
)
THIRD_PERSON_STARTS: Final = _words(
    """
    sounds looks works seems makes feels depends means helps goes gets takes needs wants comes costs serves
    stays keeps says appears tastes smells fits suits beats happens remains turns gives shows hurts sucks
    rocks includes applies allows requires begins starts ends runs opens closes
    """
)
STANDALONE_THIRD: Final = _words("depends works helps fits sucks rocks happens hurts")
# Past forms that are not past participles too.
PAST_ONLY: Final = _words(
    """
    went took gave wrote drove ate began chose drew flew forgot froze grew knew rang ran sang sank shook
    stole swam threw tore woke wore became arose awoke blew came saw spoke broke fell hid got mistook
    undertook overtook swore shrank sprang stank strove withdrew forgave overcame foresaw oversaw
    """
)
# Past form and participle alike.
IRREGULAR_BOTH: Final = _words(
    """
    sent made found kept left lost met paid put read said sold spent stood taught thought told understood
    won brought bought built caught cut felt fought heard held hit hurt laid led lent meant quit set shut
    slept sat split spread struck stuck swept wound rent bent bet bound bred cost dealt dug fed fled hung
    knelt lit sought shot slid spun swung wept misunderstood let
    """
)
# At the start of a message these tell what the writer did; as participles they hardly stand alone.
INTRANSITIVE_PAST: Final = _words(
    """
    talked worked waited stayed lied tried looked arrived retired listened checked asked called went slept
    walked lived loved enjoyed liked wanted hoped wished seemed happened stopped started thought met felt
    heard left sat stood tested googled searched wondered forgot visited ordered decided helped answered
    replied emailed mailed phoned texted pinged chatted spoke moved came failed laughed cried followed
    finished read drove
    """
)
_PURE_VERBS: Final = """
    send ask let give tell keep add attach bring take make find get go come choose ensure remember forget
    ignore confirm advise see say think know write read speak meet consider include remove delete select
    enter avoid allow provide contact discuss explain learn believe understand accept agree appreciate
    assume bear become begin buy carry collect compare complete continue create decide describe develop
    discover eat enjoy examine expect feel follow forgive grab hear hire imagine improve inform insert
    install introduce invite join listen look maintain mention notify obtain pay prepare prevent proceed
    protect provide pull push put receive recommend reduce refer relax replace resend respond retain rewrite
    save sell serve set settle sit solve stand stay submit subscribe suggest tag throw tick translate treat
    trust try turn type use verify wait walk wear welcome wish do be have beware hop retire deal speak spend
    stick become apply approve arrange assign click correct cancel guess hope love thank need leave hold
    mind lose excuse pick pass wonder want like prefer disregard disagree seem mean upload download google
    unsubscribe fill finish fix drop
    """
_NOUN_LIKE: Final = """
    call report test change work help request reply copy plan offer visit review update check note order
    book need hope offer love look talk start stop drop cut run show sign move print answer call clean close
    comment cook count cover design draw drink drive email mail mix fax file fix focus forward guess hand
    head hold hurry ignore lead leave link list mark mind name open park pick place plant play point post
    press promise question quote rate record release rest return ring search share ship shop skip sleep sort
    sound state store study support surf swap switch tap taste text tip touch train transfer travel vote
    wash watch google like click view process access budget welcome schedule phone ping hit do want set
    break love mean cancel download upload pass pay drop fill finish
    """
NOUN_LIKE: Final = _words(_NOUN_LIKE)
BASE_VERBS: Final = _words(_PURE_VERBS) | NOUN_LIKE
# Stative: with a question mark and no subject the finite "do you" is left out.
STATIVES: Final = _words("want need like feel mind have know think")
PHASE_VERBS: Final = _words("start stop avoid keep")
# After a word that is noun and verb these speak for the noun ("report on"), but for the verbs below.
NOUN_PREPOSITIONS: Final = _words("for from on")
PREPOSITIONAL_VERBS: Final = _words(
    """
    look search focus click head hope wait check watch stop ask vote start shop
    """
)
REACHING_VERBS: Final = _words("call email mail phone text ping visit help google watch")
NOUNS_WITH_TO: Final = _words("note copy visit answer change update link access order offer")
RELATIVE_VERBS: Final = BASE_VERBS | _words("last live exist happen matter")
WISH_ADJECTIVES: Final = _words("best good warm warmest kind kindest")
# These stand before nouns too: "which shared calendar".
DETERMINER_SUBJECTS: Final = _words("which what all both some most this that these those")
# Without a passive, so never a bare participle after a noun.
INTRANSITIVE_ONLY: Final = _words(
    "crashed failed arrived happened disappeared occurred died existed appeared remained seemed worked stayed"
)
COPULAR_PAST: Final = _words("smelled tasted looked sounded seemed felt remained stayed")
