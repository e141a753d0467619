"""signature.legal-details: what the law wants to see at the foot of a firm's first mail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from msglint.message.lines import masked
from msglint.message.model import Channel, Message
from msglint.message.patterns import lazy
from msglint.report import Severity, Span
from msglint.rules.base import Context, Example, Examples, Hit, Need, Option, Rule
from msglint.texts import Text


class _Detail(NamedTuple):
    """One thing that must be named, and how it is recognised."""

    name: Text
    pattern: re.Pattern[str]


_COURT = _Detail(
    Text("das Registergericht", "the register court"),
    lazy(
        r"\b(?:amtsgericht|registergericht|handelsregister\w*|genossenschaftsregister\w*|partnerschaftsregister\w*|"
        r"(?:commercial|trade)\s+register|register\s+court|local\s+court|district\s+court)\b|\bAG\s+[A-ZÄÖÜ][\w-]+[ ,:]+HR",
        re.IGNORECASE,
    ),
)
_NUMBER = _Detail(
    Text("die Registernummer (HRB, HRA, GnR, PR)", "the register number (HRB, HRA, GnR, PR)"),
    lazy(r"\b(?:HR\s?[AB]|GnR|PR)[ \t:.-]*(?:Nr\.?|no\.?)?[ \t]*\d", re.IGNORECASE),
)
_SEAT = _Detail(
    Text("der Sitz", "the registered seat"),
    lazy(
        r"\b(?:\w*sitz|niederlassung|registered\s+(?:office|seat)|domicile)\b|\b(?:D[- ])?\d{5}[ \t]+[A-ZÄÖÜ][a-zäöüß]",
        re.IGNORECASE,
    ),
)
_DIRECTORS = _Detail(
    Text("alle Geschäftsführerinnen und Geschäftsführer", "all managing directors"),
    lazy(r"\b(?:geschäftsführ\w+|GF|vertreten\s+durch|managing\s+directors?|ceo)\b", re.IGNORECASE),
)
_BOARD = _Detail(
    Text("der Vorstand mit allen Mitgliedern", "all members of the board"),
    lazy(
        r"\b(?:vorst[aä]nd\w*|(?:executive|management)\s+board|board\s+of\s+(?:management|directors))\b", re.IGNORECASE
    ),
)
_SUPERVISORS = _Detail(
    Text("der Vorsitz des Aufsichtsrats", "the chair of the supervisory board"),
    lazy(r"\b(?:aufsichtsrat\w*|supervisory\s+board)\b", re.IGNORECASE),
)
_UK_PLACE = _Detail(
    Text("der Landesteil der Eintragung („Registered in England and Wales“)", "the part of the UK it is registered in"),
    lazy(
        r"\bregistered\b[^\n]{0,40}\b(?:england|wales|scotland|northern\s+ireland)\b|"
        r"\bcompany\s+registered\s+in\b",
        re.IGNORECASE,
    ),
)
_UK_NUMBER = _Detail(
    Text("die Registernummer („Company No.“)", "the registered number"),
    lazy(
        r"\b(?:company|registration|registered|reg\.?|partnership)\s*(?:no\.?|number|nr\.?)[ \t:.]*(?:[A-Z]{2})?\d{5,8}\b|"
        r"\b(?:(?:England|Wales|Scotland|Ireland)[^\n\d]{0,20}(?:[A-Z]{2})?\d{6,8})\b",
        re.IGNORECASE,
    ),
)
_UK_OFFICE = _Detail(
    Text("die Anschrift des „registered office“", "the address of the registered office"),
    lazy(r"\bregistered\s+(?:office|address)\b", re.IGNORECASE),
)
_OWNER = _Detail(
    Text("der Zusatz „e. K.“ in der Firma", "“e. K.” in the firm’s name"),
    lazy(r"\be\.\s?K(?:fm|fr)?\b|eingetragene[rn]?\s+kauf(?:mann|frau)", re.IGNORECASE),
)

_REGISTERED = (_COURT, _NUMBER, _SEAT)
_REQUIRED = {
    "gmbh": (*_REGISTERED, _DIRECTORS),
    "ug": (*_REGISTERED, _DIRECTORS),
    "ag": (*_REGISTERED, _BOARD, _SUPERVISORS),
    "eg": (*_REGISTERED, _BOARD, _SUPERVISORS),
    "ek": (_OWNER, *_REGISTERED),
    "kg": _REGISTERED,
    "ohg": _REGISTERED,
    "partg": _REGISTERED,
    "gmbhcokg": (*_REGISTERED, _DIRECTORS),
    "ltd": (_UK_PLACE, _UK_NUMBER, _UK_OFFICE),
    "llp": (_UK_PLACE, _UK_NUMBER, _UK_OFFICE),
}


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the signature, if a business mail to the outside lacks what the configured legal form must name."""
    required = _REQUIRED.get(_form(context))
    if not required or not _is_business_letter(message):
        return
    parts, text = message.parts, message.text
    said = masked(text, (*parts.own, *parts.footers))
    missing = [detail.name for detail in required if not detail.pattern.search(said)]
    if not missing:
        return
    end = parts.own[-1].end if parts.own else len(text)
    span = parts.signature if parts.signature is not None and len(parts.signature) else Span(end, end)
    yield Hit(span=span, part="signature", message=_message(missing), confidence=0.8)


def _form(context: Context) -> str:
    """The configured form, however it is written: `e. K.`, `GmbH & Co. KG`."""
    return re.sub(r"[^a-z]", "", str(context.options["legal-form"]).lower())


def _is_business_letter(message: Message) -> bool:
    """A mail or letter that leaves the house and opens the exchange."""
    if message.channel not in (Channel.EMAIL, Channel.LETTER) or message.is_reply or message.is_internal:
        return False
    return bool(message.headers.recipients)


def _message(missing: list[Text]) -> Text:
    return Text(
        f"Von den Pflichtangaben fehlt: {', '.join(name.de for name in missing)}.",
        f"Of the mandatory details these are missing: {', '.join(name.en for name in missing)}.",
    )


_FOOT = "Beispiel GmbH · Sitz: Kassel · Amtsgericht Kassel HRB 12345 · Geschäftsführerin: Anna Weiß"

RULE = Rule(
    id="signature.legal-details",
    languages=frozenset({"de", "en"}),
    severity=Severity.SUGGESTION,
    title=Text("Pflichtangaben in der Signatur", "mandatory details in the signature"),
    message=Text("In der Signatur fehlen Pflichtangaben.", "The signature lacks mandatory details."),
    why=Text(
        "Der Empfänger soll wissen, mit wem er es rechtlich zu tun hat; eine Geschäftsmail gilt dabei wie ein "
        "Geschäftsbrief. Fehlen die Angaben, droht dem Absender ein Zwangsgeld.",
        "The reader is to know whom they deal with in law; a business mail counts as a business letter. Where the "
        "details are missing, the sender may be fined.",
    ),
    source="§ 35a GmbHG, § 80 AktG, § 37a HGB, § 125 HGB (also for KG and partnerships), § 25a GenG; for Ltd and LLP the "
    "UK Names and Trading Disclosures Regulations 2015",
    check=check,
    needs=frozenset({Need.HEADERS}),
    options=(
        Option(
            "legal-form",
            "",
            Text(
                "Rechtsform des Absenders: GmbH, UG, AG, eG, e.K., KG, GmbH & Co. KG, OHG, PartG, Ltd oder LLP; "
                "leer = nicht prüfen",
                "legal form of the sender: GmbH, UG, AG, eG, e.K., KG, GmbH & Co. KG, OHG, PartG, Ltd or LLP; empty = "
                "do not check",
            ),
        ),
    ),
    limits=Text(
        "Nur mit eingestellter Rechtsform, nur nach außen, nicht in Antworten: In einer bestehenden Verbindung sind "
        "die Angaben auf üblichen Vordrucken entbehrlich (§ 80 Abs. 2 AktG, § 35a Abs. 2 GmbHG). Geprüft wird, ob die "
        "Angaben dastehen, nicht, ob sie stimmen. Hängt der Mailserver sie erst an, bleibt die Regel besser aus.",
        "Only with a legal form configured, only to the outside, not in replies: within an existing relation usual "
        "forms may do without the details (§ 80 (2) AktG, § 35a (2) GmbHG). It is checked that the details are there, "
        "not that they are right. Where the mail server adds them, the rule is better left off.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nanbei schicken wir Ihnen unser Angebot für die Regale.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß\nBeispiel GmbH",
                    headers=True,
                    subject="Angebot für die Regale",
                    to=("Anna Meyer <a.meyer@example.org>",),
                    from_="Tom Weiß <tom@example.com>",
                    options={"legal-form": "GmbH"},
                    flagged="Tom Weiß\nBeispiel GmbH",
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nwir haben Ihre Anfrage bekommen und melden uns bis Freitag.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß\nBeispiel AG, Sitz Kassel, Amtsgericht Kassel HRB 12345\n"
                    "Vorstand: Anna Weiß",
                    headers=True,
                    subject="Ihre Anfrage",
                    to=("Anna Meyer <a.meyer@example.org>",),
                    from_="Tom Weiß <tom@example.com>",
                    options={"legal-form": "AG"},
                ),
            ),
            good=(
                Example(
                    "Sehr geehrte Frau Meyer,\n\nwir schicken Ihnen das Angebot bis Freitag.\n\n"
                    f"Mit freundlichen Grüßen\nTom Weiß\n{_FOOT}",
                    headers=True,
                    subject="Angebot für die Regale",
                    to=("Anna Meyer <a.meyer@example.org>",),
                    from_="Tom Weiß <tom@example.com>",
                    options={"legal-form": "GmbH"},
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nwir schicken Ihnen das Angebot bis Freitag.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß\nBeispiel GmbH",
                    headers=True,
                    subject="Angebot für die Regale",
                    to=("Anna Meyer <a.meyer@example.org>",),
                    from_="Tom Weiß <tom@example.com>",
                ),
                Example(
                    "Hallo Anna,\n\nich schicke dir das Angebot bis Freitag.\n\nViele Grüße\nTom",
                    headers=True,
                    subject="Angebot für die Regale",
                    to=("Anna Meyer <a.meyer@example.com>",),
                    from_="Tom Weiß <tom@example.com>",
                    options={"legal-form": "GmbH"},
                ),
                Example(
                    "Sehr geehrte Frau Meyer,\n\nam Montag um neun sind wir bei Ihnen.\n\n"
                    "Mit freundlichen Grüßen\nTom Weiß\nBeispiel GmbH",
                    headers=True,
                    subject="AW: Termin am Montag",
                    to=("Anna Meyer <a.meyer@example.org>",),
                    from_="Tom Weiß <tom@example.com>",
                    options={"legal-form": "GmbH"},
                ),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear Ms Parker,\n\nwe will send you our offer for the shelves by Friday.\n\nKind regards,\nTom White\n"
                    "Example Ltd",
                    headers=True,
                    subject="Offer for the shelves",
                    to=("Eve Parker <e.parker@example.org>",),
                    from_="Tom White <tom@example.com>",
                    options={"legal-form": "Ltd"},
                    flagged="Tom White\nExample Ltd",
                ),
                Example(
                    "Dear Ms Parker,\n\nwe will send you our offer for the shelves by Friday.\n\nKind regards,\nTom White\n"
                    "Beispiel GmbH, Kassel",
                    headers=True,
                    subject="Offer for the shelves",
                    to=("Eve Parker <e.parker@example.org>",),
                    from_="Tom White <tom@example.com>",
                    options={"legal-form": "GmbH"},
                ),
            ),
            good=(
                Example(
                    "Dear Ms Parker,\n\nwe will send you our offer for the shelves by Friday.\n\nKind regards,\nTom White\n"
                    "Example Ltd. Registered in England and Wales, company no. 01234567. Registered office: 1 High "
                    "Street, Leeds",
                    headers=True,
                    subject="Offer for the shelves",
                    to=("Eve Parker <e.parker@example.org>",),
                    from_="Tom White <tom@example.com>",
                    options={"legal-form": "Ltd"},
                ),
                Example(
                    "Dear Ms Parker,\n\nwe will send you our offer for the shelves by Friday.\n\nKind regards,\nTom White\n"
                    "Example Ltd",
                    headers=True,
                    subject="Offer for the shelves",
                    to=("Eve Parker <e.parker@example.org>",),
                    from_="Tom White <tom@example.com>",
                ),
            ),
        ),
    },
)
