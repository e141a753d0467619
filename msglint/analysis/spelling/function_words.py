"""Small German words: those that stand by themselves, and those that stand before verbs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

FUNCTION_WORDS: Final = frozenset(
    "nicht kann kannst können könnt konnte mal viel viele vielen vieles allem allen aller alle gut zu so ist sind "
    "bist bin war waren hat habe hast haben hatte hatten gibt gab wird werden wurde will wollen soll sollte muss "
    "müssen möchte würde ich du er sie es wir ihr mich dich uns euch mir dir ihm ihn der die das den dem des ein "
    "eine einen einem einer und oder aber auch noch schon nur dann wenn weil dass ob als wie wo was wer von vom zum "
    "zur bei mit für auf an in im am nach vor aus um über unter durch gegen ohne seit bis kein keine keinen etwas "
    "wenig wenige weniger mehr weit lang lange sehr gern gerne nun eben hier dort da ja nein doch heute morgen "
    "gestern gar sowas immer wieder".split()
)
VERB_PREFIXES: Final = tuple(
    "ab an auf aus bei da daher dahin dar davon dazu durch ein empor entgegen entlang fehl fern fest fort frei gegen "
    "gegenüber gleich heim her herab heran herauf heraus herbei herein herüber herum herunter hervor hin hinab "
    "hinauf hinaus hinein hinter hinterher hinüber hinunter hinweg hinzu hoch los mit nach neben nieder raus ran "
    "rauf rein rüber rum runter sonst statt teil tot über um umher unter vor voran voraus vorbei vorher vorüber weg "
    "weiter wieder zu zurecht zurück zusammen zuvor zwischen kaputt klar krank kurz lahm lieb quer richtig ruhig "
    "sauber schön schwer still trocken voll wahr warm wett durcheinander auseinander aneinander aufeinander "
    "beieinander drauf drüber drunter dran drin dabei dagegen gegeneinander miteinander nebeneinander ineinander "
    "selbst rück".split()
)
_FINITE: Final = frozenset(
    "kann kannst können könnt konnte könnte ist sind war waren hat habe hast haben hatte gibt gab wird werden wurde "
    "will wollen soll sollte muss müssen möchte würde".split()
)
_FIRST_OF_TWO: Final = (FUNCTION_WORDS - frozenset(VERB_PREFIXES)) | {"zu", "vor"}
_SHORTEST_BEFORE_VERB: Final = 4


_RUN_TOGETHER: Final = {
    "aufeinmal": "auf einmal",
    "aufjedenfall": "auf jeden Fall",
    "ausversehen": "aus Versehen",
    "desöfteren": "des Öfteren",
    "ehrlichgesagt": "ehrlich gesagt",
    "imvoraus": "im Voraus",
    "inordnung": "in Ordnung",
    "nachwievor": "nach wie vor",
    "offengesagt": "offen gesagt",
    "zumbeispiel": "zum Beispiel",
}


def is_run_together(word: str) -> bool:
    """Whether it is a phrase that is often written as one word: ehrlichgesagt."""
    return word.lower() in _RUN_TOGETHER


def divided(word: str, knows: Callable[[str], bool]) -> str:
    """The two words that somebody has written as one, empty where it is not clear: garnicht, Vorallem, haltenkann."""
    if together := _RUN_TOGETHER.get(word.lower()):
        return together[0].upper() + together[1:] if word[0].isupper() else together
    for at in range(2, len(word) - 1):
        first, second = word[:at], word[at:]
        are_small = first.lower() in _FIRST_OF_TWO and second in FUNCTION_WORDS
        if are_small or (at >= _SHORTEST_BEFORE_VERB and second in _FINITE and knows(first)):
            return f"{first} {second}"
    return ""
