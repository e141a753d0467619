"""What LanguageTool finds and msglint does not ask it for, with the reason for each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_OWN_FRAME: Final = "msglint looks at salutation and closing itself, and knows who reads them"
_OWN_DATES: Final = "msglint's date rules know the day on which the message is written"
_OWN_REGISTER: Final = "msglint's register rules know how the reader is addressed"
_OWN_FORM: Final = "msglint's form rules say it, where it is worth saying"
_OWN_LENGTH: Final = "msglint's body rules say it"
_OWN_TONE: Final = "msglint's tone rules say it"
_TASTE: Final = "either way is right; this is taste"
_BOOKS: Final = "made for long texts; in a letter of a few sentences it means nothing"
_TYPESETTING: Final = "a matter of typesetting, which nobody expects of a mail"
_SPACING: Final = "spaces are changed on the way, and by the division into paragraphs"
_COLLOQUIAL: Final = "how colloquial a writer is with this reader is a choice, not a slip"
_GUIDES: Final = "one style guide wants it, another does not"
_FRAGMENTS: Final = "items, headings and lines without a full stop are usual in mails"

RULES: Final[Mapping[str, str]] = {
    # salutation, closing
    "ANREDE_KOMMA": _OWN_FRAME,
    "ANREDE_KOMMA_2": _OWN_FRAME,
    "ANREDE": _OWN_FRAME,
    "GUTEN_TAG_KOMMA": _OWN_FRAME,
    "LIEBER_ANNA": _OWN_FRAME,
    "LIEB_GRUESSE": _OWN_FRAME,
    "MFG": _OWN_FRAME,
    "MIT_FREUNDLICHEN_GRUESSE": _OWN_FRAME,
    "MIT_FREUNDLICHEN_SPELLING_RULE": _OWN_FRAME,
    "MIT_FREUNDLICHEN_CH_SPELLING_RULE": _OWN_FRAME,
    "SEHR_GEEHRTER_NAME": _OWN_FRAME,
    "HOCHACHTUNGSVOLL": _OWN_FRAME,
    "VERBLEIBEN_WIR": _OWN_FRAME,
    "GREETINGS_COMMA": _OWN_FRAME,
    "HEY_THERE_COMMA": _OWN_FRAME,
    # the first word after a salutation
    "UPPERCASE_SENTENCE_START": "German goes on in lower case after a salutation; items begin as they like",
    "DOPPELPUNKT_GROSS": _TASTE,
    # dates
    "DE_DATE_WEEKDAY": _OWN_DATES,
    "DE_DATE_WEEKDAY_CURRENTYEAR": _OWN_DATES,
    "DATUM_WOCHENTAG": _OWN_DATES,
    "DATUM_WOCHENTAG_OHNE_JAHR": _OWN_DATES,
    "DATE_WEEKDAY": _OWN_DATES,
    "DATE_WEEKDAY_WITHOUT_YEAR": _OWN_DATES,
    "EN_DATE_WEEKDAY": _OWN_DATES,
    "EN_DATE_WEEKDAY_CURRENTYEAR": _OWN_DATES,
    "UNGUELTIGES_DATUM": _OWN_DATES,
    "DATE_NEW_YEAR": _OWN_DATES,
    "DE_DATE_NEW_YEAR": _OWN_DATES,
    "DATE_FUTURE_VERB_PAST_US": _OWN_DATES,
    "DEN_DEM": "'am Montag, den 3. März' is as right as 'dem 3. März'",
    # du and Sie
    "DE_DU_UPPER_LOWER": _OWN_REGISTER,
    "IHR_EUCH": _OWN_REGISTER,
    "AUFFORDERUNG_SIE": _OWN_REGISTER,
    "HOEFLICHKEITSFORM_SIE_SIE": _OWN_REGISTER,
    # spaces and form
    "WHITESPACE_RULE": _SPACING,
    "CONSECUTIVE_SPACES": _SPACING,
    "DOPPELTES_LEERZEICHEN": _SPACING,
    "SENTENCE_WHITESPACE": _SPACING,
    "DE_SENTENCE_WHITESPACE": _SPACING,
    "COMMA_PARENTHESIS_WHITESPACE": _OWN_FORM,
    "LEERZEICHEN_VOR_AUSRUFEZEICHEN_ETC": _OWN_FORM,
    "EINHEIT_LEERZEICHEN": _OWN_FORM,
    "WAEHRUNGSANGABEN_KOMMA": _OWN_FORM,
    "WAEHRUNGSANGABEN_CHF": _OWN_FORM,
    "ZAHL_FORMAT_DE_AT": _OWN_FORM,
    "SWISS_GERMAN_NUMBER_FORMAT": _OWN_FORM,
    "ZEITANGABEN": _OWN_FORM,
    "EINHEITEN_METRISCH": "a letter to somebody who thinks in inches may do so too",
    "METRIC_UNITS_EN_US": "a letter to somebody who thinks in inches may do so too",
    "METRIC_UNITS_EN_IMPERIAL": "a letter to somebody who thinks in inches may do so too",
    "METRIC_UNITS_EN_GENERAL": "a letter to somebody who thinks in inches may do so too",
    # tone
    "DOUBLE_PUNCTUATION": _OWN_TONE,
    "DE_DOUBLE_PUNCTUATION": _OWN_TONE,
    "DOPPELTES_AUSRUFEZEICHEN": _OWN_TONE,
    "ALL_UPPERCASE": _OWN_TONE,
    # length, repetition
    "TOO_LONG_SENTENCE": _OWN_LENGTH,
    "TOO_LONG_SENTENCE_DE": _OWN_LENGTH,
    "TOO_LONG_PARAGRAPH": _OWN_LENGTH,
    "GERMAN_WORD_REPEAT_BEGINNING_RULE": _BOOKS,
    "ENGLISH_WORD_REPEAT_BEGINNING_RULE": _BOOKS,
    "DE_REPEATEDWORDS": _BOOKS,
    "EN_REPEATEDWORDS": _BOOKS,
    "DE_WORD_COHERENCY": _TASTE,
    "EN_WORD_COHERENCY": _TASTE,
    "DE_COMPOUND_COHERENCY": _TASTE,
    # punctuation that mails do without
    "PUNCTUATION_PARAGRAPH_END": _FRAGMENTS,
    "DE_UNPAIRED_QUOTES": "quotations are not sent, and paragraphs are taken apart",
    "EN_UNPAIRED_QUOTES": "quotations are not sent, and paragraphs are taken apart",
    "EN_UNPAIRED_BRACKETS": "a) and smileys are no brackets",
    "UNPAIRED_BRACKETS": "a) and smileys are no brackets",
    "FRAGEZEICHEN_STATT_PUNKT": _TASTE,
    "HYPHEN_TO_EN": _TYPESETTING,
    "DASH_RULE": _TYPESETTING,
    "EN_DASH_RULE": _TYPESETTING,
    "DE_DASH_RULE": _TYPESETTING,
    # words
    "NACHDEM_PRAETERITUM": _TASTE,
    "FALSCHER_IMPERATIV": "'Kommst du morgen.' is a question without its mark",
    "HAST_DICH": _COLLOQUIAL,
    "NAJA_NA_JA": "an interjection that nobody minds",
    "ACHTMALVIER": _TASTE,
    "MATHE": _TASTE,
    "OH_MAN": "an interjection that nobody minds",
    "DENN_DEN": "'Bis denn' is a greeting",
    "DANKE_SCHOEN": _TASTE,
    "SO_WEIT": _TASTE,
    "VON_BIS": _TASTE,
    "IST_GESTANDEN": "right in the south",
    "HABE_GESTANDEN": "right in the north",
    "KLEINE_-CHEN": _TASTE,
    "ICH_KOENNT": _COLLOQUIAL,
    "ICH_LIEBS": _COLLOQUIAL,
    "SUBJECT_VERB_AGREEMENT": "wrong wherever it was found in real mails",
    "AKTIVIER_SIND": "found wrongly in what is written in lower case",
    "VERB_FEM_SUBST": "found wrongly in dialect",
    "LEERZEICHEN_NACH_KLAMMER": _SPACING,
    "LEERZEICHEN_VOR_KLAMMER": _SPACING,
    "KLEIN_NACH_PUNKT": _SPACING,
    "LC_AFTER_PERIOD": _SPACING,
    "SUBJUNKTION_KOMMA_2": _FRAGMENTS,
    "QUESTION_MARK": _TASTE,
    "FEHLENDER_PUNKT_BEI_DATUM": _OWN_FORM,
    "DU_DICH": _OWN_REGISTER,
    "EN_WORD_REPEAT_BEGINNING_RULE": _BOOKS,
    # English
    "COMMA_COMPOUND_SENTENCE": _GUIDES,
    "COMMA_COMPOUND_SENTENCE_2": _GUIDES,
    "COMMA_COMPOUND_SENTENCE_3": _GUIDES,
    "SENT_START_CONJUNCTIVE_LINKING_ADVERB_COMMA": _GUIDES,
    "MISSING_COMMA_AFTER_INTRODUCTORY_PHRASE": _GUIDES,
    "MISSING_COMMA_AFTER_WEEKDAY": _GUIDES,
    "MISSING_COMMA_BETWEEN_DAY_AND_YEAR": _GUIDES,
    "MISSING_COMMA_AFTER_YEAR": _GUIDES,
    "MONTH_OF_XXXX": _GUIDES,
    "ARRIVE_NNP": _GUIDES,
    "COMPRISED_OF": _GUIDES,
    "ALL_OF_THE": _GUIDES,
    "SO_AS_TO": _GUIDES,
    "WHETHER": _GUIDES,
    "FIRST_OF_ALL": _GUIDES,
    "SEND_PRP_AN_EMAIL": _GUIDES,
    "WITH_THE_EXCEPTION_OF": _GUIDES,
    "RECOMMENDED_COMPOUNDS": _GUIDES,
    "NODT_DOZEN": "found wrongly in sums of money",
}
"""Ids of rules, one by one."""

CATEGORIES: Final[Mapping[str, str]] = {
    "TYPOGRAPHY": _TYPESETTING,
    "EMPFOHLENE_RECHTSCHREIBUNG": "the dictionary allows both spellings",
    "COLLOQUIALISMS": _COLLOQUIAL,
    "GENDER_NEUTRALITY": "a choice, and every house has its own rules for it",
    "CREATIVE_WRITING": _BOOKS,
    "TEXT_ANALYSIS": _BOOKS,
    "REPETITIONS": _BOOKS,
    "REPETITIONS_STYLE": _BOOKS,
    "CORRESPONDENCE": _OWN_FRAME,
    "AMERICAN_ENGLISH": "which English a writer writes is a choice",
    "AMERICAN_ENGLISH_STYLE": "which English a writer writes is a choice",
    "BRITISH_ENGLISH": "which English a writer writes is a choice",
    "BRE_STYLE_OXFORD_SPELLING": "which English a writer writes is a choice",
    "WIKIPEDIA": "made for articles",
    "MULTITOKEN_SPELLING": "made for names of several words, which it finds in ordinary ones",
    "TON_ACADEMIC": "made for papers",
    "IDIOMS": "idioms are mended at the risk of spoiling a play on words",
}
"""Ids of whole categories."""

WHOLE_SENTENCE: Final = frozenset({"MISSING_VERB", "DE_MISSING_VERB", "SENTENCE_FRAGMENT"})
"""Rules that mark a sentence as a whole. They run where a user enables them, and in a request of their own."""
