"""Asks a real LanguageTool for the answers that tests/languagetool_client needs, and keeps them in recorded.json.

    python bench/languagetool/record.py http://localhost:8081

To be run again when an example of a rule, or what is sent of a message, has changed.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))

from languagetool_client.fake_server import RECORDED
from languagetool_client.messages import every_message

from msglint.analysis.engine_settings import LanguageToolSettings
from msglint.analysis.languagetool.answer import Match
from msglint.analysis.languagetool.kinds import Kind, kind_of
from msglint.analysis.languagetool.library import client_for
from msglint.analysis.languagetool.request import usual_request
from msglint.analysis.languagetool.sent_text import sent_text
from msglint.analysis.languagetool.transport import Deadline, Server, fetch
from msglint.analysis.languagetool.varieties import languages_of
from msglint.contacts.names.unsent import UnsentNames
from msglint.contacts.thread import Thread

PATIENCE = 300.0
MOST_REPLACEMENTS = 6


def main() -> None:
    server = Server(sys.argv[1].rstrip("/"))
    entries: dict[tuple[str, str], Any] = {}
    for message in every_message():
        text = sent_text(message, UnsentNames(Thread(message)).hold).text
        languages = languages_of(message)
        entries[languages[0], text] = asked(server, languages[0], text)
        words = misspelled(entries[languages[0], text], text)
        for language in languages[1:] if words else ():
            listed = "\n\n".join(words)
            entries[language, listed] = asked(server, language, listed)
    listing = [
        {"language": language, "text": text, "answer": answer} for (language, text), answer in sorted(entries.items())
    ]
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in listing)
    RECORDED.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    print(f"{len(listing)} answers")


def asked(server: Server, language: str, text: str) -> Any:
    """The answer as it came, but for replacements by the dozen, an advertisement, and where the sentences end."""
    request = usual_request(language, LanguageToolSettings())
    client_for(server, request, Deadline(PATIENCE))
    body = fetch(server, "/v2/check", {**request.fields, "text": text}, Deadline(PATIENCE))
    answer = json.loads(body)
    for name in ("sentenceRanges", "extendedSentenceRanges"):
        del answer[name]
    del answer["software"]["premiumHint"]
    for match in answer["matches"]:
        del match["replacements"][MOST_REPLACEMENTS:]
    return answer


def misspelled(answer: Any, text: str) -> list[str]:
    """The words that another kind of English is asked about."""
    words = []
    for entry in answer["matches"]:
        match = Match(
            rule_id=entry["rule"]["id"],
            category=entry["rule"]["category"]["id"],
            issue_type=entry["rule"]["issueType"],
            message=entry["message"],
            start=entry["offset"],
            end=entry["offset"] + entry["length"],
            replacements=tuple(replacement["value"] for replacement in entry["replacements"]),
        )
        if kind_of(match, text) is Kind.MISSPELLED:
            words.append(text[match.start : match.end])
    return list(dict.fromkeys(words))


if __name__ == "__main__":
    main()
