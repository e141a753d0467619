"""body.hard-to-read names what makes the text hard, and leaves alone what other rules or readers need not hear."""

from __future__ import annotations

import pytest

from msglint import Linter
from msglint.message.model import Audience, Channel, Message
from msglint.report import Finding
from msglint.rules.body.hard_to_read import RULE
from msglint.settings import Settings

ID = "body.hard-to-read"
LONG_WORDS = RULE.examples["de"].bad[0].text
LONG_SENTENCES = RULE.examples["de"].bad[1].text
ENGLISH_WORDS = RULE.examples["en"].bad[0].text
PLAIN = RULE.examples["de"].good[0].text


def found(text: str, ui_language: str = "en", audience: Audience | None = None, **settings: object) -> list[Finding]:
    linter = Linter(Settings(**settings), ui_language=ui_language)  # type: ignore[arg-type]
    report = linter.check(Message.from_text(text).with_(audience=audience))
    return [finding for finding in report.findings if finding.rule in (ID, "body.long-sentence")]


def test_long_words_are_named_in_the_order_of_the_text() -> None:
    (finding,) = found(LONG_WORDS, ui_language="de")

    assert finding.message == (
        "Der Text liest sich schwer (Flesch -5), vor allem wegen langer Wörter: "
        "Unterhaltsverpflichtungen, Mitwirkungsbereitschaft, zuständigkeitshalber."
    )
    assert finding.excerpt == "Unterhaltsverpflichtungen"
    assert finding.severity.label == "suggestion"


def test_long_sentences_are_named_by_the_longest() -> None:
    (finding,) = found(LONG_SENTENCES)

    assert finding.message == (
        "The text is hard to read (Flesch 27), mostly because of long sentences; this one has 40 words."
    )
    assert finding.excerpt.startswith("da die Ersatzteile") and finding.excerpt.endswith("überdenken.")


def test_names_are_no_long_words_in_english() -> None:
    text = ENGLISH_WORDS.replace("the regional authority", "Massachusetts Internationalization Incorporated")

    (finding,) = found(text)

    assert "Internationalization" not in finding.message


def test_where_one_sentence_is_far_too_long_only_that_is_told() -> None:
    text = LONG_SENTENCES.replace("überdenken. Weil", "überdenken, weil")

    assert [finding.rule for finding in found(text)] == ["body.long-sentence"]


def test_where_sentences_have_no_plain_end_nothing_is_told() -> None:
    text = LONG_SENTENCES.replace(", ", " ;-) ")

    assert found(text, options={"body.long-sentence": {"max-words": 500}}) == []


@pytest.mark.parametrize(
    ("text", "options"),
    [
        (LONG_WORDS, {"min-words": 117}),
        (LONG_SENTENCES, {"min-flesch-de": 27}),
        (ENGLISH_WORDS, {"min-flesch-en": -50}),
    ],
)
def test_the_limits_can_be_set(text: str, options: dict[str, int]) -> None:
    assert found(text) != []
    assert found(text, options={ID: options}) == []


def test_they_can_be_stricter_too() -> None:
    assert found(PLAIN) == []
    assert [finding.rule for finding in found(PLAIN, options={ID: {"min-flesch-de": 70}})] == [ID]


@pytest.mark.parametrize("audience", [Audience.COLLEAGUE, Audience.AUTHORITY])
def test_readers_who_use_the_same_words_need_not_hear_of_it(audience: Audience) -> None:
    assert found(LONG_WORDS, audience=audience) == []
    assert found(LONG_WORDS, audience=Audience.CUSTOMER) != []


def test_chats_and_letters_among_friends_are_left_alone() -> None:
    friends = LONG_WORDS.replace("Sehr geehrte Frau Meyer", "Liebe Anna").replace("Ihre", "deine")

    assert found(LONG_WORDS, channel=Channel.MESSENGER) == []
    assert found(friends.replace("Mit freundlichen Grüßen", "Liebe Grüße"), profile="default") == []
