"""English closed word classes and verb forms, in lower case."""

from __future__ import annotations

from collections.abc import Mapping
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
# Of these nobody takes any for a German word.
IN_GERMAN: Final = _words(
    """
    are were does did would could should 'm 're 've 'll n't isnt arent dont doesnt didnt cant wont couldnt wouldnt
    shouldnt thats theres lets gonna ive youre theyre let can
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
CLOSED: Final = CERTAIN | MODALS | BASE_AUXILIARIES
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
POLITE_WORDS: Final = _words("please pls plz plss kindly pleas bitte")
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
    finished read drove ended turned landed
    """
)
_PURE_VERBS: Final = """
    mow defrost warn cc bcc dial log escalate circulate proceed reschedule postpone
    send ask let give tell keep add attach bring take make find get go come choose ensure remember forget
    ignore confirm advise see say think know write read speak meet consider include remove delete select
    enter avoid allow provide contact discuss explain learn believe understand accept agree appreciate
    assume bear become begin buy carry collect compare complete continue create decide describe develop
    discover eat enjoy examine expect feel follow forgive grab hear hire imagine improve inform insert
    install introduce invite join listen look maintain mention notify obtain pay prepare prevent proceed
    protect provide pull push put receive recommend reduce refer relax replace resend respond retain rewrite
    save sell serve set settle sit solve stand stay submit subscribe suggest tag throw tick translate treat
    trust try turn type use verify wait walk wear welcome wish do be have beware hop retire speak spend
    stick become apply approve arrange assign click correct cancel guess hope love thank need leave hold
    mind lose excuse pick pass wonder want like prefer disregard disagree seem mean upload download google
    unsubscribe fill finish fix drop wrap shout chill stick pray laugh cry bake boil fry stir pour lend borrow
    attend encourage investigate evaluate convert organize organise arrange hang swim sing dance chew knock
    pack unpack print reset reboot restart reinstall upgrade schedule rename resize restore rinse scan sweep
    unplug untie vacuum renew repair return resolve rewrite reserve
    """
_NOUN_LIKE: Final = """
    call report test change work help request reply copy plan offer visit review update check note order
    book need hope love look talk start stop drop cut run show sign move print answer clean close comment
    cook count cover design draw drink drive email mail mix fax file fix focus forward guess hand head hold
    hurry ignore lead leave link list mark mind name open park pick place plant play point post press
    promise question quote rate record release rest return ring search share ship shop skip sleep sort sound
    state store study support surf swap switch tap taste text tip touch train transfer travel vote wash
    watch google like click view process access budget welcome schedule phone ping hit do want set break
    mean cancel download upload pass pay fill finish wrap deal trim cry laugh hang dance knock pack reset
    reboot restart upgrade scan repair charge reserve contact complete correct project approach
    feed
    draft type chair host brief water double lower wire staple bill back aim head demand
    request format loop sync sum match press chase count
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
    look search focus click head hope wait check watch stop ask vote start shop aim
    """
)
REACHING_VERBS: Final = _words("call email mail phone text ping visit help google watch note")
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
# At the start before a noun without an article these are imperatives ("Check email"), unless the noun
# is one that makes a compound with them ("Check list").
BARE_OBJECT: Final = _words(
    """
    call check book order email mail phone text update review print fix pay cancel charge move file ship test
    wrap visit copy drop fill pick watch upload download schedule scan pack return reserve contact upgrade
    renew finish reset restart reboot feed skip google trim repair approach sign
    """
)
# Of these only a plural, a name or a listed noun is the object: "Watch battery" is a thing.
PLURAL_OBJECT: Final = _words(
    "watch return reserve phone approach schedule wrap pick drop charge pack finish move sign trim"
)
COMPOUND_HEADS: Final = _words(
    """
    backlog copies copy address addresses administrator agent agents analyst announcement app area assistant
    attachment back bill board book books box boxes button cabinet call calls card cards case cases center
    centers centre centres chain change changes clerk client club clubs code codes committee company
    conditions confirmation counter cover crew cut cuts cycle damage data date dates day deadline deadlines
    department desk details director drive editor engine environment error errors fee fees field file files
    folder form format forms gap group head history hotline hours house id info information intro issue
    issues job jobs keeper label language law length letter level limit limits line lines link links list
    lists log logs machine management manager mark market marks material materials meeting meetings message
    messages method minutes mode name names note notes notice number numbers office officer operator option
    options order orders package packages page pages paper pattern person persons phase pilot plan plans
    point points policy post price prices procedure process quality quantity queue quote raise rate rates
    reason reasons receipt record records recommendation recommendations reference report request requests
    result results review reviews rise room rooms run scale score script section sector series server
    service services set sheet shop shops sign signature site size slip slot software speed staff standard
    standards state statement station status step steps store stores strategy stub subject suite summary
    system systems table target team teams technician template text thread time times title tool tools topic
    total tracking type types unit value version volume waiting week window work worker workers works year
    years zone
    """
)
# With these nouns the compound is rare or speaks of an act: "Check order", "Fix error", "Pay bill".
PLAIN_OBJECTS: Final[Mapping[str, frozenset[str]]] = {
    "check": _words("address client order orders data date status numbers price prices room server times work"),
    "fix": _words("errors error issues issue links link bug bugs price prices table"),
    "pay": _words("bill bills fee fees staff tax taxes"),
    "file": _words("report reports taxes"),
    "cancel": _words("order orders meeting meetings package service"),
    "book": _words("room rooms tables table meeting"),
    "print": _words("label labels form forms letter letters list pages page"),
    "update": _words("address client records list links software price prices system website"),
    "review": _words("plan plans numbers paper report text"),
    "call": _words("office client agent hotline staff"),
    "email": _words("client staff team agent"),
    "copy": _words("files file"),
    "upload": _words("files file report data"),
    "download": _words("file files app data report"),
    "order": _words("books paper boxes labels materials"),
    "move": _words("desk desks files file boxes meeting"),
    "charge": _words("laptop battery batteries"),
    "pack": _words("lunch"),
    "sign": _words("contract lease form forms letter letters order orders policy"),
    "contact": _words("office client staff service agent team"),
}
ADJECTIVES_TOO: Final = _words("complete correct clean clear open free perfect direct separate")
# Third persons that are plural nouns as well.
NOUN_THIRDS: Final = frozenset(
    f"{word}es" if word.endswith(("s", "sh", "ch", "x")) else f"{word}s" for word in _NOUN_LIKE.split()
) | _words(
    """
    controls risks bugs smiles sighs laughs replies copies queries supplies tries flies cries studies
    parties permits needs wants waits works talks walks deals sales operations systems results claims grants
    funds costs checks plans reports shows moves calls changes reviews votes signs rises drops cuts wins
    stops starts
    """
)
VERBAL_STARTS_ONLY: Final = _words("looks works sounds shows turns plays runs rocks")
# Plural nouns that stand before other nouns: "sales plan".
PLURAL_MODIFIERS: Final = _words(
    """
    sales sports systems savings operations communications resources accounts news goods arms works customs
    earnings benefits results services claims rights jobs futures women men affairs relations facilities
    electronics economics logistics materials payments admissions parts years weeks days months hours minutes
    """
)
TIME_WORDS: Final = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday tonight morning
    afternoon evening noon midnight january february march april june july august september october november
    december last next this early late week month year daily weekly
    """
)
MONTHS_AND_DAYS: Final = TIME_WORDS - _words("last next this early late")
# Past forms of change, motion and speech: after a noun hardly ever a passive.
ACTIVE_PAST: Final = INTRANSITIVE_ONLY | _words(
    """
    agreed replied tripled doubled quadrupled improved slowed jammed collapsed expired resigned morphed
    evolved emerged vanished escaped landed departed laughed smiled complained apologized apologised voted
    struggled hesitated lasted behaved ended continued rained snored slipped stalled jumped soared plunged
    plummeted tumbled surged slumped dipped rallied climbed crumbled faded flickered froze mattered promised
    responded reacted wondered yelled screamed cried died lied coughed sneezed relaxed refused insisted
    proposed hoped grinned nodded sighed shrugged waited talked barked bloomed exploded erupted melted
    rusted leaked overheated focused threatened decided managed attempted pledged vowed relied
    resulted depended consisted belonged
    """
)
STATE_PARTICIPLES: Final = _words(
    """
    closed found cleaned mopped sold fixed solved attached received sent booked signed approved delivered paid
    shipped declined missed opened cancelled canceled lost sealed painted washed repaired installed locked
    """
)
# Without ending these are plural present and participle alike.
BASE_PARTICIPLES: Final = _words("come become run put set quit hurt shut spread cut hit let cost beat read")
PARTICIPLE_STARTS: Final = _words("put set cut shut split left")
CALL_WORDS: Final = _words("a an your now today more details information prices our free")
PLURAL_ACTS: Final = _words("sleep smell smile hurt cheer bark sing shine grow fly swim laugh cry sigh bloom play")
QUANTIFIERS: Final = _words("many few several some more no all these those most any")
QUANTITY_STARTS: Final = _words("half most none both many several some all")
ACTS_AT_END: Final = _words("quit hurt")
BARE_PLURAL_ACTS: Final = _words("sing bark cheer grow shine swim laugh cry")
SPEECH_FOLLOWERS: Final = _words("about that how why whether")
# Third persons that are plural nouns as well, but after a singular subject hardly ever.
VERBAL_THIRDS: Final = _words(
    """
    works needs helps means costs suits fits leaks jams lands flies starts ends opens closes runs stays leaves
    rings rises falls hurts matters lasts burns smells tastes sticks hangs freezes crashes lags counts signs
    rules sinks shuts stops sleeps waits comes goes knows says wants pays presses prints lapses drips
    """
)
# With nothing after them these are a whole statement.
COMPLETE_THIRDS: Final = _words(
    """
    works helps suits fits leaks jams flies starts ends opens closes stays leaves rings rises falls hurts
    matters lasts burns smells crashes lags counts stops sleeps waits comes goes knows pays presses sticks lapses
    drips freezes runs sinks
    """
)
NOUN_COMPOUNDS: Final = frozenset(
    pair
    for heads, noun in (
        ("road public steel water gas iron fire art ground building maintenance", "works"),
        ("customer client user training staff business special data storage market energy", "needs"),
        ("shipping running labour labor travel production delivery energy staff parking fuel total unit", "costs"),
        ("test trial training ski print", "runs"),
        ("annual sick parental", "leaves"),
        ("price wage pay rent salary", "rises"),
        ("road street stop warning danger traffic", "signs"),
        ("house office company ground work safety grammar", "rules"),
        ("word page body head", "counts"),
        ("bus truck rest tram", "stops"),
        ("water", "falls"),
        ("split loose dead", "ends"),
        ("paper traffic log", "jams"),
        ("job false head flying", "starts"),
        ("gas water oil data roof pipe", "leaks"),
        ("car plane system stock market server browser", "crashes"),
        ("wedding key", "rings"),
        ("job price hiring wage", "freezes"),
        ("holiday", "lets"),
        ("time jet", "lags"),
    )
    for pair in ((head, noun) for head in heads.split())
)
# People and those who act like people; after them a past form is what they did.
AGENTS: Final = _words(
    """
    accountant accountants accounting administrator agency agent architect assistant auditor auditors author
    authority bank board boss brother builder builders buyer candidate caretaker ceo cfo chairman cleaner client
    clients colleague colleagues committee company consultant contractor contractors council courier court
    customer customers daughter dentist designer developer developers director doctor driver editor electrician
    employee employees engineer engineers engineering father finance firm fitter friend friends guest guests
    guy guys hr husband insurer janitor judge kids landlord lawyer lawyers legal logistics mail-man man manager
    management marketing mechanic members ministry mother neighbor neighbors neighbour neighbours nurse owner
    owners painter painters parents participants partner partners passenger patient people plumber police
    president procurement purchasing receptionist secretary security seller somebody someone son speaker staff
    student students sub-contractor subcontractor supervisor supplier suppliers support surveyor teacher team
    technician tenant tenants tester translator user users vendor vendors visitor visitors wife woman women
    workers everyone everybody nobody
    """
)
PLURAL_AGENTS: Final = frozenset(word for word in AGENTS if word.endswith("s") and word != "sales") | _words(
    "banks firms"
)
# What is done to a service or a firm: "Plumber ordered", "Company sold".
ORDERED: Final = _words(
    "ordered booked sold acquired founded dissolved merged arranged organised organized hired found closed liquidated"
)
CHANGED: Final = _words("changed moved stopped cracked")
THINGS: Final = _words("nothing everything something anything")
# What is done to people more often than by them: "Client informed", "Tom promoted".
DONE_TO_PEOPLE: Final = _words(
    """
    informed notified contacted invited trained hired fired promoted appointed elected injured arrested warned
    reminded briefed interviewed assigned introduced added removed included excused delayed stuck registered
    satisfied impressed annoyed confused interested involved affected concerned delighted disappointed pleased
    worried relieved tired excited married engaged retired booked needed wanted required requested scheduled
    replaced chosen selected identified updated set seated confirmed allowed permitted expected supposed
    experienced qualified skilled certified based located named lost found hurt shocked surprised thrilled
    prepared bored unimpressed overworked understaffed overpaid underpaid motivated dedicated educated talented
    mannered sized priced aged gifted told led cut put let
    """
)
# After these a name is the one it was done to: "Told Tom already".
TOLD_SOMEBODY: Final = _words(
    "told added asked called emailed mailed invited informed texted reminded contacted copied phoned messaged"
)
# With a measure or a direction after them these tell a change: "Sales dropped again".
MEASURED_PAST: Final = _words("dropped increased decreased declined rallied slowed shifted")
ERRANDS: Final = _words(
    "sign return print scan copy reply forward send review check drop cut stop open close fill pick wash"
)
VERB_PAIRS: Final = frozenset(
    {
        ("work", "from"), ("count", "on"), ("sort", "by"), ("press", "enter"), ("press", "start"), ("press", "ok"),
        ("loop", "in"), ("sync", "with"), ("park", "in"), ("park", "behind"), ("drop", "by"), ("stop", "by"),
    }
)  # fmt: skip
# These need no object before a day: "Call tomorrow", but not "Quote tomorrow".
MAY_STAND_ALONE: Final = _words("call stop start wait visit ring phone reply answer work travel help drive rest text")
# Before these a word that is noun and verb is a noun.
NOUN_ONLY_PREPOSITIONS: Final = _words("without of between among despite per than")
IMPERATIVE_ADVERBS: Final = _words("here again back twice immediately carefully")
# These, if nothing comes after them.
IMPERATIVE_ENDS: Final = _words("early well hard fast soon north south east west home together alone later first")
# Before adjectives: what stands before them is a noun.
DEGREES: Final = _words("too very quite still already not much really rather far less more most")
# After these an article or a pronoun does not make a verb of the first word.
NOT_ASKING: Final = _words("bit little lot few joke mess must shame disgrace pain plus disaster no bargain steal")
OBJECT_STARTS: Final = _words(
    "the a an my your his her our their me him them us it this that these those yourself everyone everybody"
)
TIME_UNITS: Final = _words("minutes hours days weeks months years minute hour day week month year")
SOLD_TWO: Final = _words("bought found made got lost met read won kept sold")
AFTER_COSTS: Final = _words("extra more less nothing too around about only roughly us me you him them much")
SENSE: Final = _words("sounds looks works makes seems")
GOOD: Final = _words("good great fine perfect fair nice ok okay wonderful lovely reasonable right")
# Given names that are everyday nouns: "Bill paid" is about money.
NAMES_AND_NOUNS: Final = _words(
    "bill grant rose art grace hope faith joy dawn chance page case van miles penny iris ivy lily summer sterling "
    "price chase mark ruby olive ginger crystal amber april may june august"
)
AFTER_WOULD: Final = _words("like love be need prefer appreciate rather have want")
GERUND_ACTS: Final = _words("costs helps takes pays works hurts saves needs matters makes means")
