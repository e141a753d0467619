"""attachment.type-mismatch: the text promises a PDF, and a Word file is attached."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.model import Attachment, Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Span
from msglint.rules.attachment.wording import ENCLOSED, KINDS, enclosed_files, ending_of, sentence_at
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_SAID = lazy(
    r"\b(?:(?P<PDF>pdf)|(?P<Word>word|docx?)|(?P<Excel>excel|xlsx?)|(?P<PowerPoint>power-?\s?point|pptx?))"
    r"(?:-?(?:dateien|datei|dokumente?|dokuments|tabellen?|format|version|fassung|präsentation\w*|listen?|files?|"
    r"documents?|sheets?|spreadsheets?|presentations?|s))?(?!\w)",
    re.IGNORECASE,
)
_WORD_ALONE = lazy(
    r"(?:-\s?(?:datei\w*|dokument\w*|format|version|fassung)|\s+(?:files?|documents?|format|version)|datei\w*|dokument\w*)"
)
_AS_A_FORMAT = lazy(r"\b(?:als|as\s+an?|in|im|as)\s+$", re.IGNORECASE)
_NOT_SURE = lazy(
    r"\b(?:nicht|kein\w*|statt\w*|anstatt|sondern|folgt|folgen|später|nachreichen|zurück\w*|umwand\w*|umgewandelt|"
    r"aus\s+de[mr]|auch|wahlweise|oder|lieber|möglich\w*|"
    r"(?:ihr|dein|eu)(?:e[rnms]?)?\s+(?:pdf|word|excel|power)|(?:senden|schicken|fügen)\s+sie|bitte\s+(?:als|im)|"
    r"kannst|können\s+sie|könn\w*|brauch\w*|hätte\w*|möchte\w*|"
    r"not|no|instead|rather|later|will\s+(?:send|follow)|convert\w*|from\s+the|also|or|return|send\s+(?:it|us|me|them)|"
    r"your|can|could|need|would|without|in\s+other\s+words?)\b",
    re.IGNORECASE,
)


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the kind that the text promises, if every file's kind is known and none of them is of that kind."""
    files = enclosed_files(message)
    if not files:
        return
    kinds = {_kind_of(ending_of(file)) for file in files}
    if "" in kinds:
        return
    body = message.searchable("body").unquoted
    for match in _SAID.finditer(body):
        said = match.lastgroup or ""
        sentence = sentence_at(body, *match.span())
        if said in kinds or not _is_promised(body, match, sentence):
            continue
        yield Hit(
            span=Span(*match.span()),
            values={"said": match.group(), "files": ", ".join(file.filename for file in files[:3])},
            confidence=0.8,
        )
        return


def _kind_of(ending: str) -> str:
    return next((kind for kind, endings in KINDS.items() if ending in endings), "")


def _is_promised(body: str, match: re.Match[str], sentence: str) -> bool:
    """Said beside a word for an enclosure, of one kind only, and without a word that turns it round."""
    if not ENCLOSED.search(sentence) or _NOT_SURE.search(sentence):
        return False
    if len({found.lastgroup for found in _SAID.finditer(sentence)}) > 1:
        return False
    if match.lastgroup != "Word" or match.group().lower() != "word":
        return True
    before = body[max(0, match.start() - 8) : match.start()]
    return match.group() == "Word" and (
        _AS_A_FORMAT.search(before) is not None or _WORD_ALONE.match(body, match.end()) is not None
    )


RULE = Rule(
    id="attachment.type-mismatch",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("anderer Dateityp als angekündigt", "another kind of file than promised"),
    message=Text(
        "Der Text kündigt „{said}“ an, im Anhang ist aber: {files}.",
        "The text promises “{said}”, but the attachment is: {files}.",
    ),
    why=Text(
        "Der Leser fragt sich, ob er die falsche Datei bekommen hat, und traut ihr nicht.",
        "The reader wonders whether this is the wrong file, and does not trust it.",
    ),
    source="own observation: the working file is attached in place of the one that was meant to go out",
    check=check,
    limits=Text(
        "Nur bei Mails, deren Anhänge bekannt sind, und nur, wenn von jeder Datei die Art feststeht.",
        "Only for mails whose attachments are known, and only where the kind of every file is clear.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nanbei das Angebot als PDF.\n\nMit freundlichen Grüßen\nTom Weiß",
                    attachments=(Attachment("Angebot.docx", "application/msword"),),
                    flagged="PDF",
                ),
                Example(
                    "Hallo Anna,\n\nim Anhang ist die Excel-Tabelle mit den Zahlen.\n\nViele Grüße\nTom",
                    attachments=(Attachment("Zahlen.pdf", "application/pdf"),),
                    flagged="Excel-Tabelle",
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nanbei das Angebot als PDF.\n\nMit freundlichen Grüßen\nTom Weiß",
                    attachments=(Attachment("Angebot.PDF", "application/octet-stream"),),
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nanbei das Formular. Bitte senden Sie es als PDF zurück.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß",
                    attachments=(Attachment("Formular.docx", "application/msword"),),
                ),
                Example(
                    "Hallo Anna,\n\nanbei der Text nicht als PDF, sondern zum Bearbeiten.\n\nViele Grüße\nTom",
                    attachments=(Attachment("Text.docx", "application/msword"),),
                ),
                Example(
                    "Hallo Anna,\n\nim Anhang sind alle PDFs gepackt.\n\nViele Grüße\nTom",
                    attachments=(Attachment("alle.zip", "application/zip"),),
                ),
                Example("Hallo Anna,\n\nich schicke dir anbei das Angebot als PDF.\n\nViele Grüße\nTom"),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nplease find attached the offer as a PDF.\n\nKind regards,\nTom White",
                    attachments=(Attachment("offer.docx", "application/msword"),),
                    flagged="PDF",
                ),
                Example(
                    "Hi Anna,\n\nthe figures are in the attached Excel sheet.\n\nBest regards,\nTom",
                    attachments=(Attachment("figures.pdf", "application/pdf"),),
                ),
            ),
            good=(
                Example(
                    "Hi Anna,\n\nin a word, the attached offer is too high.\n\nBest regards,\nTom",
                    attachments=(Attachment("offer.pdf", "application/pdf"),),
                ),
                Example(
                    "Dear Ms Parker,\n\nI attach the form; please return it as a PDF.\n\nKind regards,\nTom White",
                    attachments=(Attachment("form.docx", "application/msword"),),
                ),
                Example(
                    "Dear Ms Parker,\n\nplease find attached the offer as a PDF.\n\nKind regards,\nTom White",
                    attachments=(Attachment("offer.pdf", "application/pdf"),),
                ),
            ),
        ),
    },
)
