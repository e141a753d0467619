"""The checks of compiled entries: each kind of rule looks in its own way, what it finds becomes hits in one way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final

from msglint.message.model import Message
from msglint.message.searchable import SearchText
from msglint.message.subject import is_own_subject
from msglint.report import Severity, Span, Suggestion
from msglint.rules.base import Context, Hit
from msglint.rulesets.compiled import Compiled
from msglint.rulesets.conditions import hold
from msglint.rulesets.place import Place
from msglint.rulesets.replacing import replacements_of
from msglint.rulesets.searching import Found, Searcher


class EntryCheck:
    """Looks at a message as one entry of a pack says. May be shared between threads."""

    def __init__(self, entry: Compiled) -> None:
        self.entry = entry
        self._searcher = Searcher(entry["seek"]) if entry["kind"] != "tokens" else None
        self._exceptions = Searcher(entry["except"])
        self._needs = Searcher(entry["needs"])
        self._find = _FINDERS[entry["kind"]]
        if entry["kind"] == "tokens":
            from msglint.rulesets.token_matching import TokenSearcher

            self._tokens = TokenSearcher(entry["seek"]["items"], entry["language"])

    def __call__(self, message: Message, context: Context) -> Iterator[Hit]:
        """The hits, at most as many as the entry allows.

        Raises:
            TooSlowError: if an expression of the entry takes too long.
        """
        texts = [message.searchable(part) for part in self._parts(message)]
        found = [(text, places) for text in texts if (places := self._find(self, message, text, context))]
        if not found:
            return
        severity = self._severity(message, context)
        if severity is _SILENT or not hold(self.entry["when"], message, context.thread):
            return
        kept = {
            (text.part == "subject", place.span): (place, text)
            for text, places in found
            for place in self._without_exceptions(places, text)
            if not self._is_right_as_written(place, text, message)
        }
        for place, text in islice(kept.values(), self.entry["most"]):
            yield self._hit(place, text, severity, message)

    def _parts(self, message: Message) -> Iterable[str]:
        """Where to look; what is looked for in the writer's own text is not looked for in somebody else's subject."""
        parts: Sequence[str] = self.entry["parts"]
        if len(parts) == 1 or "own" not in parts or is_own_subject(message.headers.subject or ""):
            return parts
        return [part for part in parts if part != "subject"]

    def _severity(self, message: Message, context: Context) -> Severity | str | None:
        for conditions, label in self.entry["severity_by"]:
            if hold(conditions, message, context.thread):
                return Severity.from_label(label) if label else _SILENT
        return None

    def _without_exceptions(self, places: Iterable[Place], text: SearchText) -> list[Place]:
        places = list(places)
        if not self.entry["in_quotes"]:
            places = [place for place in places if not text.quotes(place.span)]
        if not places or not self.entry["except"]["items"]:
            return places
        taken_back = [found.span for found in self._exceptions.find(text)]
        return [place for place in places if not any(span.overlaps(place.span) for span in taken_back)]

    def _is_right_as_written(self, place: Place, text: SearchText, message: Message) -> bool:
        if self.entry["kind"] != "substitution" or place.found is None:
            return False
        from msglint.rulesets.capitals import is_right_as_written

        return is_right_as_written(place.found, text, message)

    def _hit(self, place: Place, text: SearchText, severity: Severity | str | None, message: Message) -> Hit:
        suggestions = tuple(self._suggestions(place, text, message))
        if message.language == "de-CH":
            suggestions = tuple(one._replace(text=one.text.replace("ß", "ss")) for one in suggestions)
        excerpt = " ".join(place.span.of(text.text).split())
        better = suggestions[0].text if suggestions else self._base_form(place)
        return Hit(
            span=place.span,
            part="subject" if text.part == "subject" else None,
            values={"phrase": excerpt, "better": better, "count": place.number, "limit": place.limit},
            suggestions=suggestions,
            severity=severity if isinstance(severity, Severity) else None,
            confidence=self.entry["confidence"],
            price=self.entry["price"] if severity is None else None,
        )

    def _suggestions(self, place: Place, text: SearchText, message: Message) -> Iterator[Suggestion]:
        if place.found is not None and "replacements" in place.found.item:
            yield from replacements_of(place.found, text.text)
            return
        better = self.entry["texts"]["better"]
        if better is not None:
            wording = better[0] if message.base_language == "de" else better[1]
            yield from replacements_of(Found(place.span, {"replacements": [{"text": wording}]}, ()), text.text)

    @staticmethod
    def _base_form(place: Place) -> str:
        """What stands for a replacement whose form could not be made."""
        if place.found is None or not place.found.item.get("replacements"):
            return ""
        text: str = place.found.item["replacements"][0]["text"]
        return re.sub(r"[<>]", "", text)

    # How each kind looks

    def _phrases(self, message: Message, text: SearchText, context: Context) -> list[Place]:
        assert self._searcher is not None
        return [Place(found.span, found) for found in self._searcher.find(text)]

    def _token_patterns(self, message: Message, text: SearchText, context: Context) -> list[Place]:
        return [Place(span) for span in self._tokens.find(text, context.engines)]

    def _required(self, message: Message, text: SearchText, context: Context) -> list[Place]:
        assert self._searcher is not None
        if not self.entry["seek"]["items"]:
            places = [_end_of(text if text.part == "subject" or text.text.strip() else message.searchable("body"))]
        else:
            places = self._without_exceptions(self._phrases(message, text, context), text)
        if not places or self._needs.find(message.searchable(self.entry["needs_in"])):
            return []
        return places[:1]

    def _occurrence(self, message: Message, text: SearchText, context: Context) -> list[Place]:
        from msglint.rulesets.counting import counted

        option = context.options.get(LIMIT_OPTION[self.entry["limit"][3]])
        limit = option if isinstance(option, int) else self.entry["limit"][2]
        found = self._without_exceptions(self._phrases(message, text, context), text)
        return list(counted(self.entry["limit"], limit, text, found))


def _end_of(text: SearchText) -> Place:
    end = len(text.text.rstrip())
    return Place(Span(end, end))


LIMIT_OPTION: Final = {False: "more-than", True: "fewer-than"}
_SILENT: Final = "silent"

_Finder = Callable[[EntryCheck, Message, SearchText, Context], "list[Place]"]
_FINDERS: Final[Mapping[str, _Finder]] = {
    "phrase": EntryCheck._phrases,
    "substitution": EntryCheck._phrases,
    "regex": EntryCheck._phrases,
    "tokens": EntryCheck._token_patterns,
    "occurrence": EntryCheck._occurrence,
    "required": EntryCheck._required,
}
