"""request.naked-ping: "Hallo, kurze Frage?", "Are you there?" and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.model import Channel, Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.rules.request.asking import has_topic
from msglint.texts import Text

_LONGEST = 200
_MOST_WORDS = 30

_FILLER_DE = (
    r"(?:(?:du|sie|ihr|mal|kurz|eben|schnell|gerade|grad|vielleicht|bitte|heute|jetzt|später|nochmal|da|denn)\s+)*"
)
_HELLO = (
    r"(?:(?:hallo|hallöchen|hi|hey|hej|moin(?:\s+moin)?|servus|guten\s+(?:tag|morgen|abend)|morgen|mahlzeit|na|huhu|hello|"
    r"good\s+(?:morning|afternoon|evening)|dear)(?:\s+(?:zusammen|there|again|nochmal|(?!(?-i:du|Sie|ich|kurze|wann)\b)"
    r"(?-i:[A-ZÄÖÜ])[\w.-]+)){0,3}|wie\s+geht['’]?s(?:\s+(?:dir|ihnen))?|wie\s+geht\s+es\s+(?:dir|ihnen)|"
    r"how\s+are\s+you(?:\s+doing)?|alles\s+gut(?:\s+bei\s+(?:dir|ihnen))?|sorry|entschuldigung|"
    r"sorry\s+to\s+bother\s+you|sorry\s+für\s+die\s+störung)"
)
_PING = (
    r"(?:(?:ich\s+)?(?:hätte|habe|hab)\s+(?:ich\s+)?(?:da\s+)?(?:mal\s+)?|nur\s+|ganz\s+|mal\s+)*(?:eine?\s+|ne\s+)?"
    r"(?:(?:ganz\s+)?(?:kurze|schnelle|kleine|dringende|wichtige)\s+)?(?:frage|rückfrage|(?<=eine\s)bitte)(?:\s+an\s+(?:dich|sie|euch))?",
    r"(?:ich|wir)\s+(?:hätten?|haben?|hab|brauche?n?|bräuchten?|benötigen?)\s+(?:da\s+)?(?:mal\s+)?(?:kurz\s+)?(?:etwas|was|ein\s+(?:kleines\s+)?"
    r"(?:anliegen|problem)|(?:deine|ihre|eure|etwas|ein\s+bisschen)\s+(?:hilfe|rat|unterstützung|meinung)|eine\s+(?:kleine\s+)?(?:bitte|sache))"
    r"(?:\s+(?:zu\s+besprechen|auf\s+dem\s+herzen|an\s+(?:dich|sie|euch)))?",
    r"(?:ich|wir)\s+(?:müssten?|muss|würden?|möchten?|wollten?)\s+(?:(?:gerne?|mal|kurz|eben|etwas|was|dringend|mit|dir|dich|ihnen|sie|"
    r"euch)\s+)*(?:sprechen|reden|fragen|telefonieren|besprechen)",
    r"wir\s+(?:müssen|müssten|sollten)\s+(?:uns\s+)?(?:mal\s+|kurz\s+|dringend\s+|bald\s+)*(?:reden|sprechen|telefonieren|unterhalten)",
    r"(?:es|das|ist|geht)\s+(?:(?:dauert|geht|ist|wirklich|auch|nur|ganz|sicher|bestimmt)\s+)*(?:nicht\s+lange|schnell|kurz|(?:zwei|fünf|2|5|eine|ein\s+paar)\s+"
    r"minuten?|nichts\s+schlimmes)",
    r"(?:dürfte|darf|kann|könnte)\s+ich\s+(?:(?:dir|dich|ihnen|sie|die|eine|kurz|mal)\s+)*(?:stellen|stören|sprechen|"
    r"anrufen|behelligen|durchklingeln)",
    r"wann\s+(?:hast|hättest|haben|hätten)\s+(?:du|sie|ihr)\s+(?:denn\s+|mal\s+|kurz\s+)*zeit(?:\s+für\s+(?:mich|uns|ein\s+(?:kurzes\s+)?(?:gespräch|telefonat)))?",
    r"meld(?:e|en)?\s+(?:dich|sie\s+sich)(?:\s+(?:doch|bitte|mal|kurz|eben|gerne?))*(?:\s+bei\s+(?:mir|uns))?",
    r"(?:kannst|könntest|können|könnten)\s+(?:du|sie)\s+(?:bitte\s+|mal\s+|kurz\s+|eben\s+)*(?:rum|rüber|vorbei|her|zu\s+mir|in\s+mein\s+büro)\s*kommen",
    rf"(?:hast|hättest|haben|hätten)\s+(?:du|sie|ihr)\s+{_FILLER_DE}(?:(?:einen?|ein|ne|5|fünf|zehn|zwei|2|ein\s+paar|kurz)\s+)*"
    r"(?:zeit|moment|minuten?|minütchen|augenblick|sekunde|ohr|luft|kapazität(?:en)?)(?:\s+(?:für\s+(?:mich|uns|eine\s+(?:kurze\s+)?frage|ein\s+"
    r"(?:kurzes\s+)?(?:gespräch|telefonat))|zeit))?(?:\s+(?:heute|jetzt|nachher|später))?",
    rf"(?:darf|dürfte|kann|könnte)\s+ich\s+(?:dich|sie|ihnen|dir)?\s*{_FILLER_DE}(?:was|etwas|eine?\s+(?:kurze\s+)?frage)\s+"
    r"(?:fragen|stellen)",
    r"(?:bist\s+du|sind\s+sie|seid\s+ihr)\s+(?:(?:noch|gerade|grad|schon|heute|jetzt)\s+)*(?:da|online|erreichbar|"
    r"am\s+platz|im\s+büro|verfügbar)",
    rf"(?:können|könnten|wollen|lass\s+uns|sollen)\s+(?:wir\s+|sie\s+)?{_FILLER_DE}(?:telefonieren|sprechen|reden|quatschen|"
    r"schnacken|uns\s+(?:kurz\s+)?(?:hören|austauschen))",
    rf"(?:kannst|könntest|können|könnten)\s+(?:du|sie)\s+(?:mir\s+)?{_FILLER_DE}(?:helfen|behilflich\s+sein)",
    r"(?:ist\s+)?jemand\s+(?:da|hier)|stör(?:e|st?)\s+ich(?:\s+(?:dich|sie|gerade))?|ping",
    r"(?:(?:just\s+)?(?:a\s+)?(?:quick|short|brief)\s+(?:question|one|call|chat|favou?r)|(?:i\s+(?:have|had|got)\s+)?"
    r"(?:a|one)\s+(?:quick\s+)?question(?:\s+for\s+you)?)",
    r"(?:are\s+)?(?:you|u)\s+(?:there|around|free|online|available|busy)(?:\s+(?:now|today|at\s+the\s+moment|for\s+a\s+"
    r"(?:quick\s+)?(?:call|chat)))?",
    r"(?:do\s+you\s+have|have\s+you\s+got|got|you\s+got)\s+(?:a\s+)?(?:quick\s+)?(?:minute|moment|min|sec|second|time|five\s+"
    r"minutes)(?:\s+(?:to\s+(?:talk|chat)|for\s+a\s+(?:quick\s+)?(?:call|chat)|for\s+me|now|today))?",
    r"(?:can|could|may)\s+i\s+(?:just\s+)?(?:ask|bother)\s+(?:you\s+)?(?:something|a\s+(?:quick\s+)?question|for\s+a\s+"
    r"(?:minute|second|moment))",
    r"(?:can|could)\s+we\s+(?:just\s+|please\s+)?(?:talk|chat|speak|have\s+a\s+(?:quick\s+)?(?:call|chat))(?:\s+(?:today|now|"
    r"later|for\s+a\s+(?:minute|moment)))?",
    r"(?:can|could)\s+you\s+(?:please\s+)?help\s+me(?:\s+(?:out|please|with\s+something))?|any(?:one|body)\s+(?:there|here|around)",
    r"(?:can|could|may|might)\s+i\s+(?:just\s+|quickly\s+)?(?:have\s+a\s+(?:quick\s+)?word|pick\s+your\s+brains?|run\s+something\s+(?:by|past)\s+you|"
    r"put\s+(?:it|one)\s+to\s+you|ask\s+it|call\s+you|ring\s+you)(?:\s+with\s+you)?(?:\s+(?:now|today|later|sometime))?",
    r"(?:do\s+you\s+)?mind\s+if\s+i\s+ask\s+(?:you\s+)?(?:something|a\s+(?:quick\s+)?question)|"
    r"(?:i|we)\s+(?:just\s+)?(?:need|want|wanted|would\s+like|have|had|['’]d\s+like)\s+(?:to\s+)?(?:(?:speak|talk)\s+(?:to|with)\s+you|(?:ask|tell)\s+you\s+"
    r"something|your\s+(?:help|advice|opinion|input)|something\s+to\s+(?:ask|tell|discuss(?:\s+with)?)(?:\s+you)?|a\s+(?:quick\s+)?(?:favou?r|word)"
    r"(?:\s+(?:to\s+ask|with\s+you))?)(?:\s+(?:with\s+something|about\s+something|today|urgently))?",
    r"we\s+(?:need|have|ought)\s+to\s+(?:talk|speak)|i['’]ve\s+(?:got\s+)?(?:a|one)\s+(?:quick\s+|small\s+)?(?:question|favou?r\s+to\s+ask)(?:\s+for\s+you)?",
    r"(?:it|this)(?:\s+will|['’]ll|\s+won['’]t|\s+should(?:n['’]t)?)\s+(?:only\s+)?(?:not\s+)?take\s+(?:long|(?:just\s+)?(?:a|one|two|five)\s+(?:minutes?|moment|sec(?:ond)?))",
    r"when\s+(?:are|would)\s+you\s+(?:be\s+)?(?:free|available)|(?:give\s+me\s+a\s+shout|ping\s+me)(?:\s+when\s+you(?:['’]re|\s+are)\s+(?:free|around))?",
)
_MARKS = r"[\s,!.?:…;)(–-]*"
_NAKED = lazy(
    rf"\W*(?:{_HELLO}\b{_MARKS})*(?:(?:{'|'.join(_PING)})\b{_MARKS}(?:(?:bitte|please|danke|thanks)\b{_MARKS})?)+",
    re.IGNORECASE,
)
_GREETING = lazy(rf"\W*{_HELLO}\W*", re.IGNORECASE)
_PING_HINT = lazy(
    r"frage|bitte|zeit|moment|minute|augenblick|sekunde|fragen|da\b|online|erreichbar|telefonieren|sprechen|reden|helfen|"
    r"hören|jemand|störe|stör|ping|question|quick|there|around|free|available|busy|\bmin\b|\bsec|time|talk|chat|call|help|"
    r"bother|something|platz|büro|verfügbar|quatschen|schnacken|austauschen|anyone|anybody|stellen|ohr\b|luft|kapazität|anliegen|"
    r"problem|hilfe|rat\b|besprechen|meld|kommen|word|brain|favou?r|advice|speak|unterhalten|shout",
    re.IGNORECASE,
)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """One hit, if the whole own text asks for leave to ask, or, in a chat with one person, only says hello."""
    own = message.parts.own
    if not own or sum(len(span) for span in own) > 4 * _LONGEST or message.is_reply or _has_files(message):
        return
    if has_topic(message.headers.subject) and message.channel is not Channel.MESSENGER:
        return
    span = _place(message)
    if span is None:
        return
    yield Hit(span=span, part="body", confidence=0.9, suggestions=_questions(span, message, context))


def _has_files(message: Message) -> bool:
    return any(not file.inline for file in message.attachments or ())


def _place(message: Message) -> Span | None:
    """Where the ping stands, if there is nothing besides."""
    parts = message.parts
    if not parts.body:
        return _bare_greeting(message)
    span = Span(parts.body[0].start, parts.body[-1].end)
    text = span.of(parts.body_text)
    if len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or _PING_HINT.search(text) is None:
        return None
    return span if _NAKED.fullmatch(" ".join(text.split())) else None


def _bare_greeting(message: Message) -> Span | None:
    """`Hallo Anna` to one person in a chat; in a group channel `Moin` greets everybody and wants nothing."""
    parts = message.parts
    salutation = parts.salutation
    if message.channel is not Channel.MESSENGER or salutation is None or salutation.group or parts.closing:
        return None
    if len(message.headers.recipients) != 1:
        return None
    text = " ".join(parts.own_text.split())
    return salutation.span if _GREETING.fullmatch(text) else None


def _questions(span: Span, message: Message, context: Context) -> tuple[Suggestion, ...]:
    if message.base_language == "en":
        text = "What would I like to know or have, in one sentence? By when do I need the answer?"
    elif context.thread.form_of_address == "du":
        text = "Was möchte ich von dir wissen oder haben, in einem Satz? Bis wann brauche ich die Antwort?"
    else:
        text = "Was möchte ich von Ihnen wissen oder haben, in einem Satz? Bis wann brauche ich die Antwort?"
    return (Suggestion(text, span),)


RULE = Rule(
    id="request.naked-ping",
    languages=frozenset({"de", "en"}),
    severity=Severity.WARNING,
    title=Text("Anklopfen ohne Anliegen", "a ping without a matter"),
    message=Text("Die Nachricht fragt nur, ob sie fragen darf.", "The message only asks whether it may ask."),
    why=Text(
        "Der Leser unterbricht seine Arbeit, antwortet „Ja?“ und wartet. Steht die Frage gleich da, kann er sie beantworten, wann es ihm passt.",
        "The reader stops working, answers “yes?” and waits. With the question right there it can be answered when it suits.",
    ),
    source="nohello.net",
    check=check,
    limits=Text(
        "Sieht nicht, was im Chat als Nächstes kommt. Grüße an eine Gruppe, Wünsche, Antworten, Nachrichten mit Anhang oder sprechendem Betreff bleiben unbeachtet.",
        "Does not see what follows in a chat. Greetings to a group, wishes, replies, and messages with a file or a telling subject are left alone.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example("Hallo, kurze Frage?", flagged="kurze Frage?", channel=Channel.MESSENGER, language="de"),
                Example("Hast du kurz Zeit?", flagged="Hast du kurz Zeit?", channel=Channel.MESSENGER),
                Example(
                    "Hallo Anna,\n\nkönnen wir mal telefonieren?\n\nViele Grüße\nTom",
                    flagged="können wir mal telefonieren?",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndarf ich Sie etwas fragen?\n\nMit freundlichen Grüßen\nTom Weiß",
                    flagged="darf ich Sie etwas fragen?",
                    subject="Kurze Frage",
                    headers=True,
                    from_="Tom Weiß <t.weiss@example.com>",
                    to=("Anna Meyer <a.meyer@example.org>",),
                ),
                Example(
                    "Moin Anna",
                    flagged="Moin Anna",
                    channel=Channel.MESSENGER,
                    language="de",
                    to=("Anna Meyer <a.meyer@example.com>",),
                ),
                Example("Hallo Anna,\n\nhast du mal kurz ein Ohr für mich?\n\nViele Grüße\nTom", subject="Nachricht"),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nich hätte da mal eine Frage an Sie, es dauert nicht lange. Dürfte ich Ihnen die stellen?\n\nMit freundlichen Grüßen\nTom Weiß",
                    subject="Kurze Frage",
                ),
                Example("Hallo Anna,\n\nwir müssen reden.\n\nViele Grüße\nTom"),
            ),
            good=(
                Example("Hallo Anna, kurze Frage: Ist der Raum am Montag noch frei?", channel=Channel.MESSENGER),
                Example("Moin zusammen!", channel=Channel.MESSENGER, language="de"),
                Example("Moin", channel=Channel.MESSENGER, language="de"),
                Example("Hallo Anna, alles Gute zum Geburtstag!", channel=Channel.MESSENGER),
                Example("Frohe Weihnachten, Anna!", channel=Channel.MESSENGER, language="de"),
                Example(
                    "Hallo Anna,\n\nhast du kurz Zeit?\n\nViele Grüße\nTom",
                    subject="Abrechnung Messe Kassel",
                    headers=True,
                ),
                Example("Ja, bin da. Hast du kurz Zeit?", channel=Channel.MESSENGER, answered="Bist du heute im Büro?"),
                Example(
                    "Hallo Anna,\n\nkönnen wir wegen der Abrechnung morgen um zehn telefonieren?\n\nViele Grüße\nTom"
                ),
                Example("Hallo Anna,\n\nwir müssen reden, wie wir den Stand am Samstag besetzen.\n\nViele Grüße\nTom"),
                Example("Hallo Anna,\n\nhast du ein Ohr für Schumann? Am Samstag spielt Jana.\n\nViele Grüße\nTom"),
                Example("Hallo Anna,\n\nkannst du mal kurz rüberkommen? Der Drucker klemmt.\n\nViele Grüße\nTom"),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nmelden Sie sich bitte beim Empfang, dort liegt der Schlüssel.\n\nMit freundlichen Grüßen\nTom Weiß"
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example("Hi Anna, quick question", flagged="quick question", channel=Channel.MESSENGER, language="en"),
                Example("Hello, are you there?", flagged="are you there?", channel=Channel.MESSENGER, language="en"),
                Example("Hi Anna,\n\ndo you have a minute?\n\nBest regards,\nTom", flagged="do you have a minute?"),
                Example(
                    "Hi Anna,\n\nCan we talk?\n\nBest regards,\nTom",
                    flagged="Can we talk?",
                    subject="Quick question",
                    headers=True,
                ),
                Example("Hi Anna,\n\nCan I pick your brain?\n\nBest wishes,\nTom"),
                Example("Hi Anna,\n\nCould I have a quick word with you? It won't take long.\n\nBest wishes,\nTom"),
                Example("Hi Anna,\n\nWe need to talk.\n\nBest wishes,\nTom"),
            ),
            good=(
                Example("Hi Anna, quick question: is the room still free on Monday?", channel=Channel.MESSENGER),
                Example("Happy birthday, Anna!", channel=Channel.MESSENGER, language="en"),
                Example("Good morning everyone", channel=Channel.MESSENGER, language="en"),
                Example(
                    "Hi Anna,\n\nCan we talk?\n\nBest regards,\nTom", subject="Budget for the Leeds fair", headers=True
                ),
                Example(
                    "Yes, I am. Do you have a minute?",
                    channel=Channel.MESSENGER,
                    answered="Are you in the office today?",
                    language="en",
                ),
                Example("Hi Anna,\n\nCould I have a word with you about the lease?\n\nBest wishes,\nTom"),
                Example("Hi Anna,\n\nWe need to talk about the roof before the rain comes.\n\nBest wishes,\nTom"),
                Example("Hi Anna,\n\nWhen are you free? I would like to show you the plans.\n\nBest wishes,\nTom"),
            ),
        ),
    },
)
