"""impersonal.public-recipients: strangers see each other's addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msglint.message.addresses import is_public_provider
from msglint.message.model import Address, Audience, Channel, Message
from msglint.report import Severity, Span
from msglint.rules.base import Context, Example, Examples, Hit, Need, Option, Rule
from msglint.texts import Text


def check(message: Message, context: Context) -> Iterator[Hit]:
    """A hit on the whole message, if more people of several houses outside one's own are in To and Cc than allowed."""
    headers, most = message.headers, context.number("max-recipients")
    entries = headers.to + headers.cc
    if len(entries) <= most or message.channel is not Channel.EMAIL or message.is_reply:
        return
    if message.audience is Audience.COLLEAGUE:
        return
    outside = _outside(message, entries)
    if len(outside) <= most or len({_house_of(entry) for entry in outside}) < 2:
        return
    yield Hit(span=Span(0, 0), part="body", values={"count": str(len(outside))}, confidence=0.85)


def _outside(message: Message, entries: Iterable[Address]) -> tuple[Address, ...]:
    """Each address once, without those of the sender's own house."""
    sender = message.headers.from_.domain if message.headers.from_ else ""
    own = {*message.own_domains} | ({sender} if sender and not is_public_provider(sender) else set())
    by_email = {entry.email.lower(): entry for entry in entries if entry.domain and entry.domain not in own}
    return tuple(by_email.values())


def _house_of(entry: Address) -> str:
    """The domain; at a public provider everybody is a house of their own."""
    return entry.email.lower() if is_public_provider(entry.domain) else entry.domain


_GUESTS_DE = tuple(f"Gast {number} <gast{number}@firma{number}.example>" for number in range(1, 19))
_GUESTS_EN = tuple(f"Guest {number} <guest{number}@firm{number}.example>" for number in range(1, 19))

RULE = Rule(
    id="impersonal.public-recipients",
    languages=frozenset(),
    severity=Severity.WARNING,
    title=Text("viele Adressen für alle sichtbar", "many addresses for all to see"),
    message=Text(
        "{count} Adressen aus verschiedenen Häusern stehen offen in An und Kopie; in Blindkopie (Bcc) sieht sie "
        "niemand sonst.",
        "{count} addresses from different houses stand openly in To and Cc; in Bcc nobody else sees them.",
    ),
    why=Text(
        "Jeder Empfänger gibt seine Adresse an alle anderen weiter, ohne gefragt zu sein, und jede Antwort an alle "
        "geht an Fremde.",
        "Every recipient passes an address on to all the others without being asked, and every reply to all goes to "
        "strangers.",
    ),
    source="Thunderbird's warning about many public recipients (more than 15 in To and Cc); data protection practice",
    check=check,
    needs=frozenset({Need.HEADERS}),
    options=(
        Option(
            "max-recipients",
            15,
            Text(
                "so viele fremde Adressen dürfen in An und Kopie stehen",
                "so many outside addresses may stand in To and Cc",
            ),
        ),
    ),
    limits=Text(
        "Adressen im eigenen Haus zählen nicht; in Antworten sind die Adressen schon bekannt.",
        "Addresses in one's own house do not count; in replies the addresses are known already.",
    ),
    examples={
        "de": Examples(
            bad=(
                Example(
                    "Guten Tag zusammen,\n\nunser Sommerfest ist am 4. Juli im Garten der Firma.\n\nViele Grüße\nTom Weiß",
                    headers=True,
                    subject="Sommerfest am 4. Juli",
                    from_="Tom Weiß <tom@example.com>",
                    to=_GUESTS_DE,
                ),
                Example(
                    "Guten Tag zusammen,\n\ndie Preise gelten ab dem 4. Juli für alle.\n\nViele Grüße\nTom Weiß",
                    headers=True,
                    subject="Preise ab dem 4. Juli",
                    from_="Tom Weiß <tom@example.com>",
                    to=_GUESTS_DE[:4],
                    cc=_GUESTS_DE[4:],
                ),
            ),
            good=(
                Example(
                    "Guten Tag zusammen,\n\nunser Sommerfest ist am 4. Juli.\n\nViele Grüße\nTom Weiß",
                    headers=True,
                    subject="Sommerfest am 4. Juli",
                    from_="Tom Weiß <tom@example.com>",
                    to=("Tom Weiß <tom@example.com>",),
                    bcc=_GUESTS_DE,
                ),
                Example(
                    "Guten Tag zusammen,\n\nunser Sommerfest ist am 4. Juli.\n\nViele Grüße\nTom Weiß",
                    headers=True,
                    subject="Sommerfest am 4. Juli",
                    from_="Tom Weiß <tom@example.com>",
                    to=tuple(f"Gast {number} <gast{number}@example.com>" for number in range(1, 30)),
                ),
                Example(
                    "Guten Tag zusammen,\n\nunser Sommerfest ist am 4. Juli.\n\nViele Grüße\nTom Weiß",
                    headers=True,
                    subject="Sommerfest am 4. Juli",
                    from_="Tom Weiß <tom@example.com>",
                    to=_GUESTS_DE[:12],
                ),
                Example("Guten Tag zusammen,\n\nunser Fest ist am 4. Juli.\n\nViele Grüße\nTom Weiß", to=_GUESTS_DE),
            ),
        ),
        "en": Examples(
            bad=(
                Example(
                    "Dear all,\n\nour summer party is on 4 July in the garden.\n\nKind regards,\nTom White",
                    headers=True,
                    subject="Summer party on 4 July",
                    from_="Tom White <tom@example.com>",
                    to=_GUESTS_EN,
                ),
                Example(
                    "Dear all,\n\nthe prices will change on 4 July.\n\nKind regards,\nTom White",
                    headers=True,
                    subject="Prices from 4 July",
                    from_="Tom White <tom@gmail.com>",
                    to=tuple(f"Guest {number} <guest{number}@gmail.com>" for number in range(1, 20)),
                ),
            ),
            good=(
                Example(
                    "Dear all,\n\nthe minutes are on the drive.\n\nKind regards,\nTom White",
                    headers=True,
                    subject="Re: Minutes of 4 July",
                    from_="Tom White <tom@example.com>",
                    to=_GUESTS_EN,
                ),
                Example(
                    "Dear all,\n\nyour team gets the prices on 4 July.\n\nKind regards,\nTom White",
                    headers=True,
                    subject="Prices from 4 July",
                    from_="Tom White <tom@example.com>",
                    to=tuple(f"Guest {number} <guest{number}@example.net>" for number in range(1, 20)),
                ),
            ),
        ),
    },
)
