"""attachment.link-missing: the text sends its reader to a link, and there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.message.lines import masked
from msglint.message.model import Channel, Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Span
from msglint.rules.attachment.wording import sentence_at
from msglint.rules.base import Context, Example, Examples, Hit, Rule
from msglint.texts import Text

_SIGNS = ("link", "klick", "click", "url")
_PROMISES = lazy(
    r"\b(?:(?:unter|über|auf|mit|via|per)\s+(?:dem\s+)?(?:folgende[mn]|nachfolgende[mn]|nachstehende[mn]|"
    r"untenstehende[mn]|unten\s+stehende[mn])\s+(?:\w+-?)?(?:link|url)\b"
    r"|(?:folgende[nr]?|nachfolgende[nr]?|untenstehende[nr]?)\s+(?:\w+-?)?links?\b|(?:den|der|dem)\s+link\s+unten\b"
    r"|(?:bitte\s+)?hier\s+klicken|klick(?:en\s+sie|e|t)?\s+(?:bitte\s+|dazu\s+|einfach\s+)*hier\b"
    r"|(?:via|at|use|click|follow|see|through|using|from)\s+(?:on\s+)?the\s+(?:following\s+link|link\s+below)"
    r"|the\s+following\s+(?:url|links?)|the\s+links?\s+below|(?:please\s+)?click(?:ing)?\s+(?:on\s+)?here)\b",
    re.IGNORECASE,
)
_NO_PROMISE = lazy(
    r"\b(?:nicht|kein\w*|ohne|funktionier\w*|fehlt\w*|vermisse|wo\s+ist|muss(?:t|te)?|dann|menü|knopf|button|schaltfläche|"
    r"seite|website|webseite|homepage|portal|not|no|without|broken|works?|working|missing|menu|then|page|site)\b",
    re.IGNORECASE,
)
_LINK = lazy(
    r"\w{2,}://|www\.|\\\\\w|<<[^<>]+>>|\b[\w-]+(?:\.[\w-]+)*\.(?:de|com|org|net|eu|at|ch|io|info|app|co|uk|edu|gov|"
    r"example|cloud|me|ly|gl|be|dev|tv|biz|shop|online|us|fr|it|nl)\b(?!@)|\b[a-z]:\\|\w/\w+/\w",
    re.IGNORECASE,
)
_LINK_IN_SIGNATURE = lazy(r"(?:\w{2,}://|www\.|\b[\w-]+\.[a-z]{2,8})[^\s/]*/[\w?#=-]{2,}", re.IGNORECASE)
_LINK_FILES = (".url", ".webloc", ".html", ".htm", ".desktop")


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the words that point to a link, if the mail is plain text and holds no link, path or file of one."""
    body = message.parts.body_text
    lowered = body.lower()
    if not any(sign in lowered for sign in _SIGNS) or message.channel is Channel.WEB_FORM or _may_hide_links(message):
        return
    promise = _PROMISES.search(message.searchable("body").unquoted)
    if promise is None or _has_link(message):
        return
    if _NO_PROMISE.search(sentence_at(body, *promise.span())):
        return
    yield Hit(span=Span(*promise.span()), values={"words": " ".join(promise.group().split())}, confidence=0.85)


def _may_hide_links(message: Message) -> bool:
    """HTML shows a word and links it; of several parts the reader may see another than the one that was read."""
    kind = message.headers.raw.get("content-type", "").lower()
    files = (file.filename.lower() for file in message.attachments or ())
    return message.html or kind.startswith("multipart/") or any(name.endswith(_LINK_FILES) for name in files)


def _has_link(message: Message) -> bool:
    """Anywhere but in an address of the firm's home page that stands under every mail."""
    signature = message.parts.signature
    if signature is None:
        return _LINK.search(_without_mail_addresses(message.text)) is not None
    text = message.text
    outside = masked(text, (Span(0, signature.start), Span(signature.end, len(text))))
    return (
        _LINK.search(_without_mail_addresses(outside)) is not None
        or _LINK_IN_SIGNATURE.search(signature.of(text)) is not None
    )


def _without_mail_addresses(text: str) -> str:
    return re.sub(r"\S+@\S+", " ", text)


RULE = Rule(
    id="attachment.link-missing",
    languages=frozenset({"de", "en"}),
    severity=Severity.WARNING,
    title=Text("Link fehlt", "link missing"),
    message=Text(
        "Der Text verweist auf einen Link („{words}“), es steht aber keiner da.",
        "The text points to a link (“{words}”), but there is none.",
    ),
    why=Text(
        "Der Leser sucht den Link, zweifelt an seinem Mailprogramm und muss nachfragen.",
        "The reader looks for the link, doubts the mail program and has to ask back.",
    ),
    source="own observation: a link that was lost on the way from a web page or another mail",
    check=check,
    limits=Text(
        "Nur in reinem Text: In HTML kann sich hinter jedem Wort ein Link verbergen. Die Adresse der Startseite in "
        "der Signatur zählt nicht als der angekündigte Link.",
        "In plain text only: in HTML any word may hide a link. The home page in the signature does not count as the "
        "link that was promised.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndie Anmeldung ist unter folgendem Link bis Freitag möglich.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß",
                    flagged="unter folgendem Link",
                ),
                Example(
                    "Hallo Anna,\n\num dich anzumelden, bitte hier klicken. Ich freue mich auf dich.\n\n"
                    "Viele Grüße\nTom",
                    flagged="bitte hier klicken",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nüber den folgenden Link erreichen Sie das Formular.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß\nBeispiel GmbH\nwww.example.com",
                    flagged="folgenden Link",
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\ndie Anmeldung ist unter folgendem Link möglich:\n"
                    "https://example.com/tagung\n\nMit freundlichen Grüßen\nTom Weiß",
                ),
                Example(
                    "Hallo Anna,\n\nauf der Seite der Bank musst du dann hier klicken: oben rechts auf Konto.\n\n"
                    "Viele Grüße\nTom"
                ),
                Example(
                    "Hallo Anna,\n\nunter folgendem Link liegen die Fotos: \\\\server\\fotos\n\nViele Grüße\nTom",
                ),
                Example("Hallo Anna,\n\nder Link unten funktioniert bei mir nicht, bei dir?\n\nViele Grüße\nTom"),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nyou can register via the link below until Friday.\n\nKind regards,\nTom White",
                    flagged="via the link below",
                ),
                Example(
                    "Dear Ms Parker,\n\nto see the programme, please click here. We look forward to your visit.\n\n"
                    "Kind regards,\nTom White",
                    flagged="please click here",
                ),
            ),
            good=(
                Example(
                    "Dear Ms Parker,\n\nyou can register via the link below until Friday.\n\n"
                    "https://example.com/register\n\nKind regards,\nTom White",
                ),
                Example("Hi Anna,\n\nthe link below is broken, could you look into it?\n\nBest regards,\nTom"),
                Example("Hi Anna,\n\nthe missing link between the two is trust.\n\nBest regards,\nTom"),
            ),
        ),
    },
)
