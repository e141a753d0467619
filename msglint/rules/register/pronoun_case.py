"""register.pronoun-case: `ihnen` for `Ihnen`, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msglint.message.model import Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.rules.register.address import Stretch, stretches_of
from msglint.rules.register.meant import SURE
from msglint.rules.register.small import SMALL, may_mean_reader, small_in
from msglint.rules.register.written_large import may_be_written_large, written_large
from msglint.texts import Text

_CAPITAL: Final = lazy(r"(?<=[a-zäöüß,;)\n] )[A-ZÄÖÜ]\w{2,}|\w\n[A-ZÄÖÜ]\w{2,}")
_FEW_WORDS: Final = 15


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on every small pronoun that means the reader, and on every large one that does not."""
    is_small = context.thread.form_by_contacts != "du" and may_mean_reader(message)
    is_large = may_be_written_large(message)
    if not is_small and not is_large:
        return
    for stretch in stretches_of(message, context.thread):
        if is_large:
            yield from _large_hits(stretch)
        if is_small and SMALL.search(stretch.text):
            yield from _small_hits(stretch)


def _large_hits(stretch: Stretch) -> Iterator[Hit]:
    for span in written_large(stretch):
        written = span.of(stretch.text)
        right = written[0].lower() + written[1:]
        yield Hit(
            span=span,
            values={"right": right, "written": written},
            message=_LARGE_TEXT,
            why=_LARGE_WHY,
            confidence=0.85,
            suggestions=(Suggestion(right, span),),
        )


def _small_hits(stretch: Stretch) -> Iterator[Hit]:
    if stretch.is_du:
        return
    found = small_in(stretch)
    if not stretch.is_sie and not any(one.is_reader and one.said.points >= SURE for one in found):
        return
    told = [one for one in found if one.is_reader]
    throughout = _is_small_throughout(stretch.text)
    for one in told[:1] if throughout else told:
        written = one.span.of(stretch.text)
        right = written[0].upper() + written[1:]
        yield Hit(
            span=one.span,
            values={"right": right, "written": written},
            severity=None if one.is_sure and not throughout else Severity.SUGGESTION,
            confidence=0.95 if one.is_sure else 0.85,
            suggestions=(Suggestion(right, one.span, safe=one.is_sure),),
        )


def _is_small_throughout(text: str) -> bool:
    """Whether the writer uses no capital letters at all."""
    return _CAPITAL.search(text) is None and len(text.split()) >= _FEW_WORDS


_LARGE_TEXT: Final = Text(
    "Groß meint „{written}“ den Leser; wer hier gemeint ist, wird „{right}“ geschrieben.",
    "With a capital, “{written}” is the reader; those who are meant here are “{right}”.",
)
_LARGE_WHY: Final = Text(
    "Der Leser bezieht es auf sich und stutzt erst, wenn der Satz nicht mehr aufgeht.",
    "The reader takes it to mean him, and stumbles when the sentence no longer adds up.",
)
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
