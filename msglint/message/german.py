"""The German words of greeting and leave-taking, as pieces of regular expressions, one formula a line.

Spaces stand for any white space. Letters are matched in either case.
"""

from __future__ import annotations

FORMAL_OPENINGS = (
    r"(?:sehr )?(?:hoch|sehr ?)?ge+hrte?[rsnm]?(?:\(r\)|/-?r|\*r|:r)?",
    r"(?:sehr |hoch)?verehrte[rsn]?",
    r"werte[rs]?",
    r"s\. ?g\.?",
    r"sgh?\.",
    r"sehr(?= (?:frau|herr)\b)",
)
NEUTRAL_OPENINGS = (
    r"(?:einen )?(?:(?:wunder)?schönen )?guten (?:tag|morgen|abend|mittag|nachmittag)",
    r"gr[üu](?:ß|ss) gott",
    r"gr[üu]ezi(?: mitenand)?",
    r"gott zum gru(?:ß|ss)e",
    r"an (?:das|die|den|unsere?n?)(?= [^,.]{3,40}[,:!]?$)",
)
FAMILIAR_OPENINGS = (
    r"(?:halli ?)?hal+o+(?:chen)?",
    r"hallöchen",
    r"hi+",
    r"hey+(?: ho)?",
    r"hei",
    r"hej",
    r"huhu",
    r"hoi",
    r"moin(?:sen)?(?: moin)?",
    r"servus",
    r"dere",
    r"griaß (?:di|eich|enk)",
    r"tach(?:chen)?",
    r"ahoi",
    r"ciao",
    r"salut",
    r"yo",
    r"na(?= (?:du|ihr|liebe))",
    r"mahlzeit",
    r"gr[üu](?:ß|ss)e? (?:dich|euch|di)",
    r"tag(?= (?:herr|frau|zusammen)\b)",
    r"(?:guten )?n?abend(?= \w+[,!]$)",
    r"morgen(?= (?!früh|abend|mittag|vormittag|nachmittag)\w+[,!]$)",
    r"(?:mein(?:e[rs]?)? |aller)?lieb(?:st)?e[rsn]?(?:\(r\)|/-?r|\*r|:r)?",
    r"ihr lieben",
    r"an alle",
)

_GREETINGS = r"gr(?:ü|u|ue)(?:ß|ss|s|sz|b)(?:e[rn]?|chen|erl|le|li|en)?"
_BEFORE_GREETINGS = (
    "mit",
    r"(?:ganz )?viele[nr]?,?",
    "vielen dank und",
    "danke und",
    r"(?:ganze? )?lieb\w*",
    r"herzlich\w*",
    r"best\w*",
    r"schön\w*",
    r"freun\w*",
    r"sonnig\w*",
    r"kollegial\w*",
    r"fröhlich\w*",
    r"nett\w*",
    r"weihnacht\w*",
    r"frühling\w*",
    "tausend",
    r"einen?",
    r"verbleib\w*",
    "und",
    r"\w+lichen?",
    r"\w+ischen?",
    r"\w+e[nr]?",
)
CLOSINGS = (
    rf"(?:(?:{'|'.join(_BEFORE_GREETINGS)}) (?:[^\s,.;:!?]+ ){{0,6}}?)?{_GREETINGS}",
    "hochachtungsvoll",
    "mit (?:vorzüglicher|ausgezeichneter) hochachtung",
    "herzlichst",
    "freundlichst",
    "ergebenst",
    r"(?:in (?:der )?(?:hoffnung|erwartung|vorfreude) [^.!?]{0,60})?verbleiben? (?:ich|wir)\b[^.!?]{0,60}",
    r"(?:es |freundlich |herzlich )?gr(?:ü|ue)(?:ß|ss)t\b[^.!?]{0,40}",
    r"(?:(?:wir|ich) wünschen? (?:ihnen|dir|euch) [^.!?]{3,60} und )?gr(?:ü|ue)(?:ß|ss)en? (?:sie|dich|euch) \w+",
    "auf (?:ein baldiges )?wiedersehen",
    "alles (?:liebe|gute|beste)",
    "(?:die )?(?:aller)?besten? wünsche",
    "mit (?:den )?(?:aller)?(?:besten|herzlichen|guten) wünschen",
)
SHORT_CLOSINGS = (
    r"m\.? ?f\.? ?g\.?",
    r"(?:danke ?[+&] ?)?[gvhs]* ?l\.?g\.?s?",
    r"v\.? ?g\.?",
    r"b\.? ?g\.?",
    r"h\.? ?g\.?",
    r"(?:mit )?(?:freundl|herzl|lieb\w*|viele|besten?|schöne)\.? gr\.",
    r"mit freundl\. gr\S*",
    "sg",
)

_WISHED = (
    "tag|abend|nachmittag|feierabend|wochenende|we|woche|feiertag\\w*|ferien|urlaub|start|zeit|nacht|rutsch|"
    "weihnacht\\w*|ostern|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
)
_WISHED_PREFIX = "(?:(?:rest|pfingst|oster|advents|mai|sommer|winter)-?)?"
_PLEASANT = r"(?:schön|angenehm|gut|toll|erholsam|sonnig|wundervoll|entspannt|ruhig|heiter|wunderschön)\w*"
GOOD_WISHES = (
    rf"(?:einen? )?{_PLEASANT} (?:\S+ )?{_WISHED_PREFIX}(?:{_WISHED})",
    "alles (?:gute|liebe)",
    "viel (?:erfolg|glück|spaß|freude|kraft)",
    "gute (?:besserung|reise|fahrt)",
)
LAST_WORDS = (
    r"(?:vielen|herzlichen|besten|lieben|tausend|schönen) (?:lieben )?dank",
    r"danke(?:schön)?(?: danke)*",
    "merci",
    r"bis (?:bald|dann|denn\w*|dahin|morgen|später|gleich|nächste\w*|zum|montag|dienstag|mittwoch|donnerstag|freitag|"
    r"samstag|sonntag|die tage|demnächst|nachher|heute|voraussichtlich)\b",
    "auf bald",
    r"tschü(?:ss|ß|ssi)?",
    "tschau",
    "tschö",
    "ciao",
    "servus",
    "baba",
    r"pfiat\w* \w+",
    "ade",
    r"(?:dicke\w* )?(?:bussi\w*|bussal|schmatz\w*|kuss|küsse|küsschen|umarmung)",
    r"drück \w+",
    r"habt? \w+ lieb",
    r"umarm\w*",
    r"hab(?:t|e|en sie)? (?:einen |ein )?(?:\w+ )?(?:schön|gut|wundervoll)\w* (?:" + _WISHED + ")",
    r"ich wünsch\w*\b.{0,20}" + _PLEASANT + rf" (?:\S+ )?(?:{_WISHED})",
    rf"(?:und |sonst |also |dann |so )?(?:erst ?mal )?(?:noch )?(?:(?:dir|euch|ihnen) )?(?:auch )?(?:noch )?"
    rf"(?:einen? )?{_PLEASANT} (?:\S+ )?{_WISHED_PREFIX}(?:{_WISHED})",
    r"frohe \w+",
    "gute (?:nacht|besserung|reise|fahrt)",
    "viel (?:erfolg|glück|spaß|freude|vergnügen)",
    "glück auf",
    "petri heil",
    "gott befohlen",
    "vergelt'?s gott",
    r"gesegnete\w* \w+",
    "sc?h?alom",
    "gut holz",
    "bleib(?:t|en sie)? gesund",
    r"mach(?:t|'s|s|en)? (?:es |'s )?gut",
    "häbs guet",
    r"ihre?|deine?|eure?",
    "herzlich",
    "liebst",
    r"[^.!?,]{0,50}\bwünschen? (?:ich|wir|dir|ihnen|euch)\b(?: ihnen| dir| euch)? "
    r"(?:alles gute|viel erfolg|viel glück|nur das beste)",
    "ahoi",
    "man sieht sich",
    "wir sehen uns",
    r"(?:ich |wir )?freu(?:e|en)? (?:mich|uns) (?:auf|über|von|schon)\b",
)

SOCIAL = (
    r"(?:vielen|herzlichen|besten|lieben|tausend|schönen) (?:lieben |herzlichen )?dank",
    "dank",
    r"danke\w*",
    "merci",
    r"(?:(?:ganz )?herzliche[rn]?|meine[nr]?|unsere[nr]?)? ?(?:glückwünsche?\w*|glückwunsch|gratulation\w*|gratuliere)",
    r"(?:frohe|fröhliche|schöne)[sn]?",
    "gute[nrs]? (?:besserung|reise|fahrt|rutsch|nacht|appetit|erholung)",
    "alles (?:gute|liebe)",
    "viel (?:erfolg|glück|spaß|freude|vergnügen)",
    r"einen? (?:schön|gut|erholsam|angenehm)\w+",
    "(?:mein|herzliches) beileid",
    "herzlich willkommen",
    "willkommen|entschuldigung|verzeihung|prost|bravo|kompliment|respekt",
    "kein problem|keine ursache|gern geschehen|nichts zu danken",
)
WISHES = (
    "alles (?:gute|liebe)",
    r"glückw[uü]nsch\w*",
    r"gratul\w+",
    "beileid",
    "gute besserung",
    "viel (?:erfolg|glück)",
)

_WEEKDAYS = "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
ACKNOWLEDGEMENTS = (
    "verstanden|notiert|bestätigt|einverstanden|vermerkt|angekommen",
    "(?:alles |geht )?klar",
    "geht in ordnung|in ordnung|genau so|sehr gern|sehr gerne|jederzeit gerne?|gerne?|passt",
    f"(?:dann )?bis (?:dann|bald|gleich|später|morgen|nachher|dahin|nächste woche|(?:nächsten )?(?:{_WEEKDAYS}))",
    "ja|ok|okay|super|prima|danke|dank|vielen dank|danke dir|danke ihnen",
)
