"""register.pronoun-case: `ihnen` for `Ihnen`, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msglint.contacts.thread import form_greeted_with
from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.report import Severity
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_SMALL: Final = lazy(r"\b(?:sie|ihnen|ihr)")
_LARGE: Final = lazy(r"(?<=\w)[,;]?\s(?:Sie|Ihnen|Ihre[rnms]?)\b")
_SHE: Final = lazy(
    r"\bSie\b[^.,;:!?\n]{0,80}\b(?:ist|war|wäre|hat|hatte|wird|wurde|würde|kann|konnte|muss|musste|soll|will|wollte|"
    r"darf|mag)\b"
)
_FAMILIAR: Final = lazy(r"\b(?:[Dd](?:u|ir|ich|ein\w{0,2})|[Ee](?:uch|ure?\w{0,2}))\b|\b\w+st\b")


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on every small pronoun that means the reader, and on every large one that does not."""
    is_large = _may_be_large(message)
    if not is_large and _SMALL.search(message.parts.body_text) is None:
        return
    from msglint.rules.register.pronoun_hits import hits_in

    yield from hits_in(message, context, is_large=is_large)


def _may_be_large(message: Message) -> bool:
    """Whether a pronoun with a capital letter may mean others: not so in most letters."""
    body = message.parts.body_text
    if _SHE.search(body):
        return True
    familiar = form_greeted_with(message) == "du" or _FAMILIAR.search(body) is not None
    return familiar and _LARGE.search(body) is not None


_FRAU = "Sehr geehrte Frau Meyer,\n\n{}\n\nMit freundlichen Grüßen\nTom Weiß"
_HERR = "Hallo Herr Groß,\n\n{}\n\nViele Grüße\nTom Weiß"
_ANNA = "Hallo Anna,\n\n{}\n\nViele Grüße\nTom"

RULE = Rule(
    id="register.pronoun-case",
    languages=frozenset({"de"}),
    severity=Severity.WARNING,
    title=Text("sie oder Sie, ihnen oder Ihnen", "sie or Sie, ihnen or Ihnen"),
    message=Text(
        "Klein meint „{written}“ jemand anderen; der Leser wird „{right}“ geschrieben.",
        "In lower case, “{written}” is somebody else; the reader is “{right}”.",
    ),
    why=Text(
        "Der große Anfangsbuchstabe ist die Höflichkeit der Sie-Form. Fehlt er, ist von anderen die Rede, und wer "
        "genau "
        "liest, fühlt sich übergangen.",
        "The capital letter is what makes the polite form polite. Without it the sentence speaks of others, and a "
        "careful "
        "reader feels passed over.",
    ),
    source="Amtliche Regelung der deutschen Rechtschreibung, § 65",
    check=check,
    supersedes=frozenset({"spelling.case", "spelling.confused-word", "grammar.agreement"}),
    limits=Text(
        "Ist von mehreren Leuten, einer Firma oder einer Frau die Rede, können sie gemeint sein; dann genügt nur eine "
        "eindeutige Wendung („bitte melden sie sich“). Wer du sagt, hört davon nichts. Schreibt jemand alles klein, "
        "steht nur ein Hinweis da.",
        "Where several people, a firm or a woman are spoken of, they may be meant; then only a clear phrase will do "
        "(“bitte melden sie sich”). Whoever says du hears nothing of it. Where everything is in lower case there is "
        "one "
        "hint only.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    _FRAU.format("wie besprochen sende ich ihnen die Unterlagen."), flagged="ihnen", better="Ihnen"
                ),
                Example(_FRAU.format("bitte teilen sie uns mit, ob der Termin passt."), flagged="sie", better="Sie"),
                Example(_FRAU.format("vielen Dank für ihre Mühe."), flagged="ihre", better="Ihre"),
                Example(_HERR.format("wenn sie noch Fragen haben, rufen Sie mich gern an."), flagged="sie"),
                Example(_HERR.format("ich danke Ihnen und ihrem Team für die gute Arbeit."), flagged="ihrem"),
                Example(_HERR.format("ich hoffe, sie hatten ein schönes Wochenende."), flagged="sie"),
                Example(_HERR.format("im Anhang finden sie die Rechnung für März."), flagged="sie"),
                Example(_HERR.format("über eine Antwort ihrerseits würde ich mich freuen."), flagged="ihrerseits"),
                Example("Guten Tag,\n\nbitte schicken sie mir einen Katalog.\n\nMfG\nTom Weiß", flagged="sie"),
                Example(
                    "guten tag frau meyer,\n\nich habe ihnen die liste gestern geschickt. bitte prüfen sie die "
                    "zahlen und "
                    "geben sie mir bescheid, ob alles passt.\n\nviele grüße\ntom",
                    flagged="ihnen",
                ),
                Example(
                    _ANNA.format("die Kunden fragen, ob Sie dir helfen können. Hast du morgen Zeit?"),
                    flagged="Sie",
                    better="sie",
                ),
                Example(
                    _FRAU.format("die Lieferung ist unterwegs. Ich hoffe, dass Sie bis Freitag bei Ihnen ist."),
                    flagged="Sie",
                    better="sie",
                ),
            ),
            good=(
                Example(_FRAU.format("die Kollegen haben heute frei; sie melden sich morgen bei Ihnen.")),
                Example(_FRAU.format("Frau Klein kennt ihre Unterlagen und bringt sie mit.")),
                Example(_FRAU.format("Frau Klein hat angerufen. Leider habe ich ihre Nummer nicht notiert.")),
                Example(_FRAU.format("unsere Techniker kommen um acht. Bitte zeigen Sie ihnen den Weg.")),
                Example(_FRAU.format("ich möchte Sie bitten, ihnen den Betrieb zu zeigen.")),
                Example(_FRAU.format("die Rechnung ist da. Ich bin nicht sicher, ob sie stimmt.")),
                Example(_FRAU.format("die Anlage kann ich nicht lesen; wenn ich sie öffne, ist sie leer.")),
                Example(_FRAU.format("die Schlüssel liegen bereit; Sie können sie jederzeit abholen.")),
                Example(_FRAU.format("die Stelle bekam ich nicht, weil sie jemanden aus dem Haus genommen haben.")),
                Example(_FRAU.format("meine Nachbarin hat nach ihrer Operation den Keller geräumt.")),
                Example(_FRAU.format("die Stadt hat ihre Gebühren erhöht, daher wird es teurer.")),
                Example(_FRAU.format("Sie finden die Zeiten im Plan; auf Seite zwei stehen sie noch einmal.")),
                Example(_HERR.format("wenn Kinder dabei sind, brauchen sie einen Ausweis.")),
                Example(_HERR.format("von zwölf Anmeldungen sind fünf bezahlt, drei von ihnen schon länger.")),
                Example(_HERR.format("der Hausmeister und seine Frau wohnen im Haus, klingeln Sie bei ihnen.")),
                Example(_HERR.format("wenn Sie beide Texte lesen, werden Sie sehen, dass sie sich gleichen.")),
                Example(_HERR.format("es freut mich, dass Sie Frau Klein so gut beraten hat.")),
                Example(_HERR.format("ich hoffe, dass für Sie alles in Ordnung ist.")),
                Example(
                    _ANNA.format("hast du die Kunden erreicht? Ich habe ihnen geschrieben, dass sie dich anrufen.")
                ),
                Example(_ANNA.format("die Redaktion braucht deine Freigabe. Hast du ihr schon geschrieben?")),
            ),
        ),
    },
)
