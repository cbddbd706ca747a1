"""Where an English date may begin: the triggers of dates_en.

One pattern starts with a figure alone and one with a letter alone, so that the engine can skip to their first
characters; what must follow is looked at there, because a false start costs more than the scan.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from pipeline.grammar.alternatives import one_of
from pipeline.grammar.dates.expressions import by_first_letter
from pipeline.grammar.dates.words_en import CARDINALS, FULL_MONTHS, ORDINALS, SEASONS, SHIFTS, TEENS, TENS, WEEKDAYS
from pipeline.grammar.regex import regex

_AGO_NEXT = r"(?=(?:day|week|month|year|decade)s?(?: (?:ago|from|hence|earlier|before|after|prior)|[.,;]))"
_UNIT_NEXT = (
    r"(?=year|month|week|quarter|half|decade|day|spring|summer|fall|autumn|winter|[JFMASONDTWjfmasondtw][a-z]{2})"
)
_TENS_NEXT = "|".join(word[:3] for word in (*TENS, *TEENS, "oh "))
_ORDINAL_NEXT = r"(?=half|quarter|week|day|of |term|popular|elected|civil|local|municipal|public|[MTWFSmtwfs][a-z]+day|[JFMASOND][a-z]{2})"
DIGIT_START = regex(
    r"""
    [0-9]{1,4} (?: (?<=19\d\d) | (?<=20\d\d)
      | (?= (?:st|nd|rd|th)(?![a-z]) | [-./\s]\s?(?:of\s|day\sof\s)?(?:JAN|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)
        | \s(?:day|week|month|year)s?(?:[.,;]|\s(?:[Aa]go|from|hence|earlier|before|after|prior)) | Q | H\s | s(?![a-z]) | [-–]\s?\d{1,2}\s
        | \s?(?:to|through|and|-|–)\s\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?[JFMASONDjfmasond] ) )
    """,
    re.VERBOSE,
)
NUMERIC_START = regex(r"[0-9](?<![\d.,/-][0-9])[0-9]{0,3}(?=[/.-]\d)")


def _forms(words: Iterable[str], following: str) -> list[str]:
    """Words in lower case and as in titles, before what must follow, one pattern for each letter that they begin with."""
    forms = sorted(form for word in words for form in (word, word.title()))
    return [letter + one_of(form[1:] for form in same) + following for letter, same in groupby(forms, lambda f: f[0])]


# What begins here begins a word; the character before it is matched, because the engine skips to those fastest.
WORD_START = regex(
    r"\W(?=(?:"
    + by_first_letter(
        [f"{name[:3].title()}(?={name[3:]}|t?[^a-z]|$)" for name in FULL_MONTHS if name != "may"]
        + ["May(?![a-z])"]
        + [rf"{name[:3]}(?=(?:{name[3:]}|t)?[\s./-]{{1,2}}(?:of\s)?[\dtfsen])" for name in FULL_MONTHS]
        + [rf"{name[:3].title()}(?=[a-z]*day|[,.]?\s)" for name in WEEKDAYS]
        + list(WEEKDAYS)
        + _forms((word for word in SHIFTS if word not in ("the", "that", "same")), f" {_UNIT_NEXT}")
        + [
            f"{the} (?=(?:day|week|year) (?:of |after |before|starting|beginning|earlier)|day |same day|next |following day)"
            for the in ("the", "The", "that", "That")
        ]
        + ["week (?=of [A-Z\\dt]|starting |beginning |commencing )"]
        + [
            "yesterday",
            "Yesterday",
            "today",
            "Today",
            "tonight",
            "Tonight",
            "tomorrow",
            "Tomorrow",
            "day before y",
            "day after t",
            "on this day",
            "On this day",
        ]
        + [f"{form}[ -]" for word in ("early", "mid", "late") for form in (word, word.title())]
        + [
            "beginning of",
            "Beginning of",
            "start of",
            "middle of",
            "end of",
            "end (?=next|this|last)",
            "end-(?=20\\d\\d)",
            "last day of ",
            "first day of ",
            "year-end",
            "year end",
            "year's end",
            "year’s end",
            "within (?=the |this )",
            "Within (?=the |this )",
            "popularly[ -](?=elected )",
            "civil(?=(?:ly|ian)?[ -]elect)",
            "publicly[ -](?=elected )",
            "elected (?=\\d{1,2}(?:st|nd|rd|th) )",
            "minseon",
            "Minseon",
        ]
        + _forms(ORDINALS, f"[ -]{_ORDINAL_NEXT}")
        + _forms(("nineteen", "twenty"), f"[ -](?={_TENS_NEXT})")
        + ["latter half", "Q[1-4]", "q[1-4]", "H[12] ", "FY", "fiscal ", "Fiscal "]
        + [f"{form} (?=of |19|20|last|this|next)" for word in SEASONS for form in (word, word.title())]
        + _forms(CARDINALS, f" {_AGO_NEXT}")
        + [
            "Chuseok",
            "Seollal",
            "Lunar New",
            "Buddha",
            "Children",
            "Parents",
            "Teachers",
            "Memorial Day",
            "Constitution Day",
            "Liberation Day",
        ]
        + [
            "National Foundation",
            "Hangul Day",
            "Hangeul Day",
            "Labor Day",
            "Senior Citizens",
            "Christmas",
            "christmas",
            "New Year",
            "new year",
        ]
        + ["Thanksgiving", "thanksgiving", "Halloween", "halloween", "lunar new"]
    )
    + r")|['’]\d0s)"
)
