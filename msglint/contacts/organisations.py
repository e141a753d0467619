"""The firm that a recipient writes for, as far as headers, address book and signature name it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msglint.contacts.signed import last_lines
from msglint.contacts.thread import Thread
from msglint.message.patterns import lazy
from msglint.message.spellings import fold

LEGAL_FORMS = (
    r"GmbH(?:\s*&\s*Co\.?\s*KG(?:aA)?)?|gGmbH|AG|SE|KG(?:aA)?|OHG|UG|GbR|mbH|e\.\s?V\.|e\.\s?K\.|eG|S\.?A\.?|"
    r"Ltd\.?|Inc\.?|LLC|plc|Corp\.?|LLP|B\.?V\.?|N\.?V\.?|A/S|S\.?r\.?l\.?|Sàrl|GesmbH|Ges\.\s?m\.\s?b\.\s?H\."
)
_LEGAL_FORM = lazy(rf"\s(?:{LEGAL_FORMS})(?!\w)")
_LONGEST_LINE = 120
_MOST_WORDS = 4
_LEGAL_FORM_AT_END = lazy(rf"[\s,]+(?:{LEGAL_FORMS})\s*$")
_TELLING = 4
_FIRM_ALONE = lazy(r"[^\W\d_a-zäöüß][\w'’&+ -]{3,60}")
_BESIDE_NAME = lazy(r"[(|]\s*(?P<name>[^()|]{3,60}?)\s*(?:[)|]|$)")


def organisations_of(thread: Thread) -> Iterator[str]:
    """The names of the recipients' firms, without their legal form."""
    for address in thread.message.headers.to:
        contact = thread.contact_at(address)
        if contact is not None and contact.organisation:
            yield _LEGAL_FORM_AT_END.sub("", contact.organisation).strip()
        for found in _BESIDE_NAME.finditer(address.name):
            if _LEGAL_FORM_AT_END.search(found["name"]) or _is_in_domain(found["name"], address.domain):
                yield _LEGAL_FORM_AT_END.sub("", found["name"]).strip()
    yield from _in_signature(thread)


def _is_in_domain(name: str, domain: str) -> bool:
    """`Luise Kempf | Stiftung Auwald <…@stiftung-auwald.example>`; a department is not in the domain."""
    words = [fold(word) for word in re.findall(r"\w+", name)]
    return any(len(word) >= _TELLING and word in domain for word in words)


def _in_signature(thread: Thread) -> Iterator[str]:
    answered = thread.answered
    if answered is None:
        return
    signature = answered.parts.signature
    lines = signature.of(answered.text).split("\n") if signature else last_lines(answered)
    domains = [address.domain for address in thread.message.headers.to]
    for line in map(str.strip, lines):
        if len(line) > _LONGEST_LINE or re.search(r"[@:]", line):
            continue
        match = _LEGAL_FORM.search(line)
        words = line[: match.start()].split() if match is not None else []
        if 0 < len(words) <= _MOST_WORDS and all(word[0].isupper() or word == "&" for word in words):
            yield " ".join(words)
        elif _FIRM_ALONE.fullmatch(line) and any(_is_all_in_domain(line, domain) for domain in domains):
            yield line


def _is_all_in_domain(name: str, domain: str) -> bool:
    """`Fairweather & Lyons` at fairweatherlyons.example; the writer's own name in the domain is no firm."""
    words = [fold(word) for word in re.findall(r"\w{3,}", name)]
    return len(words) > 1 and all(word in domain for word in words)
