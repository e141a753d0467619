"""body.hard-to-read: a text far denser than what is written in business mail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from msglint.contacts.personal import is_personal
from msglint.message.model import Channel, Message
from msglint.message.prose import long_sentences_of
from msglint.report import Severity, Span
from msglint.rules.base import Context, Example, Examples, Hit, Option, Rule
from msglint.texts import Text

if TYPE_CHECKING:
    from msglint.message.readability import Sentence, Word

_LONG_WORDS = Text(
    "Der Text liest sich schwer (Flesch {flesch}), vor allem wegen langer Wörter: {words}.",
    "The text is hard to read (Flesch {flesch}), mostly because of long words: {words}.",
)
_SHOWN: Final = 3
_LONG_SENTENCE: Final = 25


class _Usual(NamedTuple):
    """The middle of the business mail in a language, and what a syllable more per word costs in its formula."""

    words_per_sentence: float
    syllables_per_word: float
    points_per_syllable: float


_USUAL: Final[Mapping[str, _Usual]] = {"de": _Usual(14.5, 1.74, 58.5), "en": _Usual(17.5, 1.57, 84.6)}


def check(message: Message, context: Context) -> Iterator[Hit]:
    """One hit on the longest sentence, or on the heaviest word where the words are to blame."""
    readability = message.readability
    if readability is None or readability.words < context.number("min-words"):
        return
    if readability.flesch >= context.number(f"min-flesch-{message.base_language}"):
        return
    if message.channel is Channel.MESSENGER or is_personal(context.thread):
        return
    from msglint.message.readability import counted, sentences_in

    sentences = sentences_in(message)
    counts = counted(sentences)
    usual = _USUAL[message.base_language]
    by_sentences = readability.words_per_sentence - usual.words_per_sentence
    by_words = (counts.syllables / counts.words - usual.syllables_per_word) * usual.points_per_syllable
    flesch = str(round(readability.flesch))
    if by_sentences > by_words:
        yield from _on_sentence(message, flesch)
    else:
        yield from _on_words(_heaviest(sentences, message.base_language), flesch)


def _on_sentence(message: Message, flesch: str) -> Iterator[Hit]:
    """On the longest; nowhere if nobody can say where the long ones end."""
    from msglint.message.readability import running_text_of

    long = long_sentences_of(running_text_of(message), _LONG_SENTENCE)
    longest = max(long, key=lambda sentence: sentence.words, default=None)
    if longest is not None:
        yield Hit(span=longest.span, values={"flesch": flesch, "words": str(longest.words)}, confidence=0.8)


def _on_words(words: Sequence[Word], flesch: str) -> Iterator[Hit]:
    heaviest = max(words, key=_weight)
    yield Hit(
        span=Span(heaviest.start, heaviest.start + len(heaviest.text)),
        values={"flesch": flesch, "words": ", ".join(word.text for word in words)},
        message=_LONG_WORDS,
        confidence=0.8,
    )


def _heaviest(sentences: Sequence[Sentence], language: str) -> Sequence[Word]:
    """The three with the most syllables, each at its first place, in the order of the text."""
    first: dict[str, Word] = {}
    for sentence in sentences:
        for word in sentence.words:
            is_name = language == "en" and word.text[0].isupper() and word != sentence.words[0]
            if not is_name:
                first.setdefault(word.text.lower(), word)
    return sorted(sorted(first.values(), key=_weight)[-_SHOWN:], key=lambda word: word.start)


def _weight(word: Word) -> tuple[int, int, int]:
    return word.syllables, len(word.text), -word.start


_OFFICIAL_DE = (
    "die abschließende Bearbeitung Ihres Antrags auf Kostenerstattung verzögert sich wegen unvollständiger "
    "Unterlagen. Erforderlich sind insbesondere aktuelle Einkommensnachweise sowie eine Bestätigung Ihrer "
    "Krankenversicherung. Eine nachträgliche Berücksichtigung zusätzlicher Unterhaltsverpflichtungen erfolgt "
    "ausschließlich auf schriftliche Benachrichtigung. Hinsichtlich der weiteren Voraussetzungen verweisen wir "
    "auf die beigefügte Verwaltungsvorschrift.\n\n"
    "Die Wiederaufnahme des Verfahrens setzt eine fristgerechte Übermittlung sämtlicher Unterlagen voraus. "
    "Unbeglaubigte Vervielfältigungen bleiben dabei unberücksichtigt. Eine eigenständige Begründung des Antrags "
    "beschleunigt erfahrungsgemäß die Entscheidung. Anderenfalls erfolgt eine Einstellung des Verfahrens wegen "
    "mangelnder Mitwirkungsbereitschaft. Die anschließende Festsetzung der Gebühren übernimmt "
    "zuständigkeitshalber die Bezirksverwaltung. Bei falschen Angaben entfällt die Berechtigung rückwirkend. "
    "Bereits entrichtete Verwaltungsgebühren werden grundsätzlich einbehalten. Anspruchsberechtigte Angehörige "
    "benachrichtigen wir gesondert über das Ergebnis der Prüfung. Rückfragen beantwortet die Geschäftsstelle "
    "während der üblichen Öffnungszeiten."
)
_WINDING_DE = (
    "da die Ersatzteile, die wir im Herbst bei Ihnen bestellt haben und die nach Ihrer Zusage schon vor drei "
    "Wochen hätten eintreffen sollen, trotz mehrerer Erinnerungen noch nicht geliefert wurden, müssen wir die "
    "weitere Zusammenarbeit mit Ihrem Unternehmen leider überdenken. Weil sich dadurch auch Arbeiten verzögern, "
    "die wir unseren eigenen Kunden verbindlich zugesagt haben und für die sie inzwischen zum Teil Schadenersatz "
    "verlangen, benötigen wir bis zum Ende des Monats eine verlässliche Auskunft darüber, wann die Lieferung "
    "wirklich eintrifft. Sollten wir bis dahin nichts von Ihnen hören, würden wir die offenen Bestellungen an "
    "einen anderen Hersteller vergeben, der uns bereits ein Angebot unterbreitet hat, und Ihnen die höheren "
    "Kosten, die dabei entstehen, in voller Höhe in Rechnung stellen. Außerdem bitten wir Sie um eine "
    "nachvollziehbare Erklärung, wie es zu den wiederholten Verspätungen gekommen ist und was Sie unternehmen "
    "werden, damit sich solche Vorfälle, die beiden Seiten nur unnötige Arbeit machen, in Zukunft nicht "
    "wiederholen."
)
_PLAIN_DE = (
    "vielen Dank für Ihren Antrag. Es fehlen noch zwei Unterlagen: der Nachweis über Ihr Einkommen und die Bestätigung "
    "Ihrer Krankenkasse. Bitte schicken Sie uns beides bis zum Monatsende, am besten als beglaubigte Kopie. Danach "
    "entscheiden wir innerhalb von zwei Wochen.\n\n"
    "Wenn Sie inzwischen für weitere Angehörige Unterhalt zahlen, schreiben Sie uns das bitte dazu. Wir rechnen es dann "
    "gleich mit ein. Die Gebühr bleibt in jedem Fall dieselbe, und Sie zahlen sie erst, wenn der Bescheid da ist. Was Sie "
    "sonst noch wissen sollten, steht im beigefügten Merkblatt auf der zweiten Seite. Fehlt Ihnen eine der Unterlagen, "
    "dann rufen Sie uns einfach an; meist finden wir einen anderen Weg. Ihre Angaben behandeln wir vertraulich."
)
_OFFICIAL_EN = (
    "the final processing of your reimbursement application is delayed because of incomplete documentation. "
    "Satisfactory verification of your current income is a necessary condition. Retrospective consideration of "
    "additional obligations requires written notification. Regarding all other requirements, we refer to the "
    "enclosed administrative regulations.\n\n"
    "Resumption of the procedure presupposes timely submission of all outstanding documents. Unauthenticated "
    "copies are generally not considered. An individual explanation usually accelerates the decision. "
    "Insufficient cooperation unfortunately necessitates termination of the application. The subsequent "
    "calculation of administrative expenses is the responsibility of the regional authority. Inaccurate "
    "information invalidates your eligibility retroactively. Previously submitted contributions are generally not "
    "refundable. Participating family members receive separate notification of the evaluation. Preliminary "
    "information does not constitute authorization of any payment. Our representatives are available during the "
    "customary opening hours to answer any additional questions."
)
_WINDING_EN = (
    "because the replacement parts that we ordered from your company in September, and that according to your own "
    "confirmation ought to have arrived three weeks ago, have still not been delivered in spite of several "
    "reminders, we must now reconsider our agreement. Since the delay also affects certain projects that we have "
    "promised to finish for customers of our own, some of whom are already demanding compensation, we require a "
    "definite answer by Friday as to when exactly the delivery can be expected. Should we not receive any "
    "information from you before then, we intend to transfer the remaining orders to another manufacturer who has "
    "already submitted an offer, and to charge your company for every additional expense that results from this "
    "decision. We would also appreciate a detailed explanation of how the repeated delays have come about, and of "
    "the measures that you are going to introduce so that similar situations, which only create unnecessary work "
    "for everybody, can be avoided."
)
_PLAIN_EN = (
    "thank you for your application. Two papers are still missing: proof of what you earn and the letter from your "
    "insurer. Please send us both by the end of the month, if you can as certified copies. We will then decide within "
    "two weeks.\n\n"
    "If you pay maintenance for more people than last year, please tell us so that we can take it into account. The fee "
    "stays the same in any case, and you only pay it when you have our decision. Whatever else you may want to know is on "
    "the second page of the enclosed leaflet. If you cannot get hold of one of the papers, just give us a call, because "
    "we can usually find another way. We will of course treat everything you tell us as confidential."
)


RULE = Rule(
    id="body.hard-to-read",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("schwer lesbarer Text", "a text that is hard to read"),
    message=Text(
        "Der Text liest sich schwer (Flesch {flesch}), vor allem wegen langer Sätze; dieser hat {words} Wörter.",
        "The text is hard to read (Flesch {flesch}), mostly because of long sentences; this one has {words} words.",
    ),
    why=Text(
        "So dicht schreibt in Geschäftspost kaum jemand; wer es eilig hat, überfliegt die Nachricht und versteht nur die "
        "Hälfte. Kürzere Sätze und Verben statt langer Hauptwörter helfen am schnellsten.",
        "Hardly anybody writes so densely in business mail; a reader in a hurry skims it and takes in half. Shorter "
        "sentences, and verbs in place of long nouns, help most.",
    ),
    source="Rudolf Flesch, A new readability yardstick (1948); Toni Amstad, Wie verständlich sind unsere Zeitungen? (1978); the "
    "limits: fewer than one real business mail in a hundred lies below",
    check=check,
    price=2,
    options=(
        Option(
            "min-flesch-de",
            30,
            Text(
                "ab diesem Flesch-Wert (Amstad) ist ein deutscher Text recht",
                "from this Flesch score (Amstad) on a German text is fine",
            ),
        ),
        Option(
            "min-flesch-en",
            25,
            Text(
                "ab diesem Flesch-Wert ist ein englischer Text recht",
                "from this Flesch score on an English text is fine",
            ),
        ),
        Option(
            "min-words",
            100,
            Text(
                "so viele Wörter muss der Fließtext haben, damit er beurteilt wird",
                "so many words the running text must have to be judged",
            ),
        ),
    ),
    limits=Text(
        "Die Formel kennt nur die Länge von Sätzen und Wörtern, nicht den Sinn. Aufzählungen, Tabellen, Zitate, angekündigte "
        "Auszüge und Briefe unter Freunden zählen nicht. Hat ein Satz auch für body.long-sentence zu viele Wörter, spricht "
        "nur diese Regel.",
        "The formula knows nothing but the length of sentences and words, not their meaning. Lists, tables, quotations, "
        "announced excerpts and letters among friends do not count. Where a sentence is too long for body.long-sentence as "
        "well, only that rule speaks.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    f"Sehr geehrte Frau Meyer,\n\n{_OFFICIAL_DE}\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="Unterhaltsverpflichtungen",
                ),
                Example(
                    f"Sehr geehrter Herr Groß,\n\n{_WINDING_DE}\n\nMit freundlichen Grüßen\nAnna Meyer",
                    flagged=_WINDING_DE.partition(". ")[0] + ".",
                ),
            ),
            good=(
                Example(f"Sehr geehrte Frau Meyer,\n\n{_PLAIN_DE}\n\nMit freundlichen Grüßen\nTom Weiß"),
                Example(
                    f"Sehr geehrte Frau Meyer,\n\n{_OFFICIAL_DE.partition(chr(10))[0]}\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
                Example(_OFFICIAL_DE, channel=Channel.MESSENGER),
            ),
        ),
        "en": Examples(
            bad=(
                Example(f"Dear Ms Parker,\n\n{_OFFICIAL_EN}\n\nKind regards,\nTom White"),
                Example(
                    f"Dear Mr Jones,\n\n{_WINDING_EN}\n\nKind regards,\nAnna Parker",
                    flagged=_WINDING_EN.partition(". ")[0] + ".",
                ),
            ),
            good=(
                Example(f"Dear Ms Parker,\n\n{_PLAIN_EN}\n\nKind regards,\nTom White"),
                Example(f"Dear Ms Parker,\n\n{_OFFICIAL_EN.partition(chr(10))[0]}\n\nKind regards,\nTom White"),
            ),
        ),
    },
)
