"""attachment.unmentioned: a file travels along, and the text does not say what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.lines import trimmed
from msglint.message.model import Attachment, Channel, Message
from msglint.message.patterns import lazy
from msglint.message.spellings import fold
from msglint.message.subject import is_forward_subject
from msglint.report import Severity, Span, Suggestion
from msglint.rules.attachment.wording import ENCLOSED, enclosed_files, stem_of
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_NAMES_A_THING = lazy(
    r"\b(?:datei\w*|dateien|dokument\w*|unterlage\w*|pdfs?|word|excel|powerpoint|zip|foto\w*|bild\w*|scan\w*|"
    r"gescannt\w*|screenshots?|bildschirmfoto\w*|"
    r"\w*rechnung\w*|\w*angebot\w*|\w*vertr[aä]g\w*|\w*bericht\w*|\w*protokoll\w*|\w*liste\w*|\w*pl[aä]n\w*|"
    r"\w*formular\w*|\w*präsentation\w*|folien|tabelle\w*|lebenslauf|\w*zeugnis\w*|\w*entw[uü]rf\w*|"
    r"fassung\w*|version\w*|\w*bestellung\w*|\w*lieferschein\w*|\w*bescheid\w*|\w*bescheinigung\w*|"
    r"\w*bestätigung\w*|\w*einladung\w*|flyer\w*|broschüre\w*|\w*übersicht\w*|\w*vollmacht\w*|\w*kündigung\w*|"
    r"\w*mahnung\w*|\w*gutschrift\w*|\w*antrag\w*|\w*nachweis\w*|\w*karte\w*|\w*skizze\w*|\w*zeichnung\w*|"
    r"wie\s+versprochen|folgend\w*|unten\w*|siehe|as\s+promised|as\s+requested|below|following|"
    r"(?:hier|nachfolgend)\s+(?:ist|sind|ein\w*|leite|die|der|das|mein\w*|unser\w*|noch|kommt|kommen|also|schon)|"
    r"(?:schicke|sende|übersende|maile|schick)\s+(?:ich|dir|ihnen|euch)|(?:sende|schicke|übersende)n\s+wir|"
    r"files?|documents?|docs?|pictures?|photos?|images?|slides?|deck|spreadsheets?|sheets?|invoices?|contracts?|"
    r"agreements?|reports?|minutes|lists?|plans?|forms?|drafts?|versions?|résumé|resume|cv|quotes?|quotations?|"
    r"offers?|memos?|letters?|agenda|schedules?|redlines?|mark-?ups?|copy|copies|brochures?|orders?|receipts?|"
    r"here(?:['’]s|\s+(?:is|are|it|they|you)))\b",
    re.IGNORECASE,
)
_WORD = lazy(r"[^\W\d_]{3,}")
_SHORT_FORWARD = 12
_COMPARED = 4


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the end of the body, if neither body nor subject speak of a file or of what its name says."""
    files = enclosed_files(message)
    if not files or message.channel is Channel.MESSENGER:
        return
    body = message.parts.body_text
    words = body.split()
    subject = message.headers.subject or ""
    if not words or (is_forward_subject(subject) and len(words) <= _SHORT_FORWARD):
        return
    said = f"{subject}\n{message.parts.own_text}"
    if ENCLOSED.search(said) or _NAMES_A_THING.search(said) or any(_is_named(file, said) for file in files):
        return
    end = trimmed(message.text, Span(0, len(body.rstrip()))).end
    yield Hit(
        span=Span(end, end),
        part="body",
        values={"files": ", ".join(f"„{file.filename}“" for file in files[:3])},
        message=_message(files),
        confidence=0.7,
        suggestions=(Suggestion(_sentence(message, context, files), Span(end, end)),),
    )


def _is_named(file: Attachment, said: str) -> bool:
    """A word of the file's name, or its beginning, stands in the text: `Preise_2026.pdf` and `Preisen`."""
    folded = {fold(word)[:_COMPARED] for word in _WORD.findall(said)}
    name = re.sub(r"(?<=[a-zäöüß])(?=[A-ZÄÖÜ])", " ", stem_of(file)).replace("_", " ")
    return any(fold(word)[:_COMPARED] in folded for word in _WORD.findall(name))


def _message(files: tuple[Attachment, ...]) -> Text:
    if len(files) == 1:
        return Text(
            f"„{_shown(files[0])}“ hängt an, der Text erwähnt es nicht.",
            f"“{_shown(files[0])}” is attached, but the text does not mention it.",
        )
    return Text(
        f"{len(files)} Dateien hängen an, der Text erwähnt sie nicht.",
        f"{len(files)} files are attached, but the text does not mention them.",
    )


def _shown(file: Attachment) -> str:
    """The name, safe to stand in a message with placeholders."""
    return file.filename.replace("{", "(").replace("}", ")")


def _sentence(message: Message, context: Context, files: tuple[Attachment, ...]) -> str:
    names = ", ".join(file.filename for file in files)
    if message.base_language == "en":
        return f" I am attaching {names}."
    return f" Im Anhang {'findest du' if context.thread.form_of_address == 'du' else 'finden Sie'} {names}."


RULE = Rule(
    id="attachment.unmentioned",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("Anhang nicht erwähnt", "attachment not mentioned"),
    message=Text("Der Text erwähnt den Anhang nicht.", "The text does not mention the attachment."),
    why=Text(
        "Eine Datei, von der niemand spricht, wird übersehen oder aus Vorsicht nicht geöffnet. Ein halber Satz sagt, "
        "was sie ist und was damit geschehen soll.",
        "A file that nobody speaks of is overlooked, or not opened for caution's sake. Half a sentence says what it "
        "is and what to do with it.",
    ),
    source="own observation: what receivers of mail ask back; advice against opening unannounced files (BSI)",
    check=check,
    limits=Text(
        "Nur bei Mails, deren Anhänge bekannt sind. Visitenkarten, Termine, Signaturen und Logos zählen nicht; eine "
        "Erwähnung der Sache („die Rechnung“) genügt, auch im Betreff.",
        "Only for mails whose attachments are known. Visiting cards, dates, signatures and logos do not count; a "
        "mention of the matter (“the invoice”) is enough, in the subject as well.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nvielen Dank für das freundliche Gespräch am Telefon. Wir kommen am "
                    "Montag um neun.\n\nMit freundlichen Grüßen\nTom Weiß",
                    subject="Unser Telefonat",
                    attachments=(Attachment("Scan_0012.pdf", "application/pdf"),),
                    better=" Im Anhang finden Sie Scan_0012.pdf.",
                ),
                Example(
                    "Hallo Anna,\n\nam Montag komme ich etwas später, fangt bitte schon ohne mich an.\n\n"
                    "Viele Grüße\nTom",
                    subject="Montag",
                    attachments=(Attachment("Budget_2027.xlsx", "application/vnd.ms-excel"),),
                    better=" Im Anhang findest du Budget_2027.xlsx.",
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nanbei, was wir besprochen haben.\n\nMit freundlichen Grüßen\nTom Weiß",
                    attachments=(Attachment("Scan_0012.pdf", "application/pdf"),),
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nbitte zahlen Sie bis zum 4. Mai.\n\nMit freundlichen Grüßen\nTom Weiß",
                    subject="Rechnung 4711",
                    attachments=(Attachment("RE-4711.pdf", "application/pdf"),),
                ),
                Example(
                    "Hallo Anna,\n\nsind die Preise so in Ordnung für dich?\n\nViele Grüße\nTom",
                    attachments=(Attachment("Preise_2027.pdf", "application/pdf"),),
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nwir kommen am Montag um neun.\n\nMit freundlichen Grüßen\nTom Weiß",
                    attachments=(
                        Attachment("image001.png", "image/png"),
                        Attachment("Logo_Weiss.jpg", "image/jpeg"),
                        Attachment("tom.vcf", "text/vcard"),
                        Attachment("smime.p7s", "application/pkcs7-signature"),
                    ),
                ),
                Example(
                    "Hallo Anna,\n\nwas hältst du davon?\n\nViele Grüße\nTom",
                    subject="WG: Zahlen",
                    attachments=(Attachment("Anfrage.pdf", "application/pdf"),),
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nthank you for the friendly talk this morning. We will be there on Monday at "
                    "nine.\n\nKind regards,\nTom White",
                    subject="Our call",
                    attachments=(Attachment("scan0012.pdf", "application/pdf"),),
                    better=" I am attaching scan0012.pdf.",
                ),
                Example(
                    "Hi Anna,\n\nI will be late on Monday, so please start without me.\n\nBest regards,\nTom",
                    attachments=(
                        Attachment("budget.xlsx", "application/vnd.ms-excel"),
                        Attachment("q3.docx", "application/msword"),
                    ),
                ),
            ),
            good=(
                Example(
                    "Hi Anna,\n\nhere is what we talked about.\n\nBest regards,\nTom",
                    attachments=(Attachment("scan0012.pdf", "application/pdf"),),
                ),
                Example(
                    "Dear Ms Parker,\n\nplease pay by 4 May.\n\nKind regards,\nTom White",
                    subject="Invoice 4711",
                    attachments=(Attachment("R-4711.pdf", "application/pdf"),),
                ),
                Example(
                    "Hi Anna,\n\nthe meeting is moved to nine.\n\nBest regards,\nTom",
                    attachments=(Attachment("invite.ics", "text/calendar"), Attachment("logo.png", "image/png")),
                ),
                Example("Hi Anna,\n\nthe meeting is moved to nine.\n\nBest regards,\nTom"),
            ),
        ),
    },
)
