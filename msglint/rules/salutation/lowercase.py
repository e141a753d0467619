"""Words that German writes small, also at the beginning of the text after "Sehr geehrte Frau Meyer,"."""

from __future__ import annotations

import re

# Only words that can be no noun and no form of address: everything else stays as it is written.
SMALL_WORDS = frozenset(
    "ich wir es er man mein meine meinen meinem meiner unser unsere unseren unserem unserer der die das den dem des "
    "ein eine einen einem einer dieser diese dieses diesen diesem jeder jede jedes "
    "und oder aber denn doch auch als wie wenn weil da dass daß ob obwohl nachdem bevor während sobald falls damit "
    "indem seit bis "
    "in im an am auf aus bei beim mit nach von vom vor zu zum zur für über unter um durch gegen ohne wegen trotz "
    "zwischen laut gemäß bezüglich bezugnehmend anlässlich hinsichtlich "
    "vielen herzlichen besten lieben danke dankeschön anbei hiermit hier heute gestern morgen gerade gern gerne "
    "leider bitte wunschgemäß wieder noch nun jetzt schon nur sehr so dann daher deshalb "
    "somit zunächst zuerst erst eben ebenso endlich entschuldige entschuldigen verzeihen natürlich "
    "selbstverständlich eigentlich übrigens vielleicht hoffentlich wahrscheinlich ja nein ok okay "
    "haben habe hatte hätte hätten können könnte könnten könntest könntet würdest hättest hättet magst möchtest "
    "willst solltest dürfte dürfen dürften also kann sind bin ist war wäre wären werden wird würde würden wollen "
    "will möchte möchten soll sollte sollten darf dürfen muss müssen "
    "freut freuen hoffe hoffen wünsche wünschen sende senden schicke schicken teile teilen melde bedanke beziehe "
    "erlaube komme habt hast hab kannst könnt wollte wollten "
    "was wer wo wann warum wieso weshalb welche welcher welches womit "
    "alle alles alles, alles viele einige mehrere beide nachfolgend folgende folgendes beigefügt beiliegend "
    "wunderbar super toll prima gut schön schade ehrlich kurz kein keine keinen "
    "aufgrund angesichts entsprechend bereits immer oft manchmal letzte letzten letztes nächste nächsten nächstes "
    "vor vorab eventuell evtl selten".split()
)
_FIRST_WORD = re.compile(r"\s*(?P<word>[^\W\d_]+)")


def first_word(text: str, start: int) -> tuple[int, str]:
    """Offset and spelling of the first word at or behind `start`; an empty word where something else comes first."""
    match = _FIRST_WORD.match(text, start)
    return (match.start("word"), match["word"]) if match else (start, "")


def lowered_first_word(text: str, start: int) -> tuple[str, str]:
    """The first word as it stands and as it is written after a salutation with a comma; two empty strings where nothing changes."""
    at, word = first_word(text, start)
    if at != start or not word[:1].isupper() or word.lower() not in SMALL_WORDS:
        return "", ""
    return word, word[0].lower() + word[1:]
