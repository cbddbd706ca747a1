"""English date words and what they stand for."""

from __future__ import annotations

import re

FULL_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTHS = {name[:3]: number for number, name in enumerate(FULL_MONTHS, start=1)}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
CARDINALS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "twenty": 20, "hundred": 100,
}  # fmt: skip
ONES_CARDINAL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ONES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
ORDINALS = (
    {word: n for n, word in enumerate(ONES, start=1)}
    | {"tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15}
    | {"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30}
    | {f"twenty-{word}": 20 + n for n, word in enumerate(ONES, start=1)}
    | {"thirty-first": 31, "last": -1, "final": -1}
)
SHIFTS = {
    "last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "the": 0, "that": 0, "same": 0,
    "next": 1, "coming": 1, "following": 1, "upcoming": 1,
}  # fmt: skip
PARTS = {
    "early": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid", "late": "late", "end": "late",
    "first day": "first_day", "last day": "last_day",
}  # fmt: skip
SEASONS = {"spring": 1, "summer": 2, "fall": 3, "autumn": 3, "winter": 4}
DAY_WORDS = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2,
    "the day after tomorrow": 2, "day before yesterday": -2, "day after tomorrow": 2,
}  # fmt: skip
HOLIDAYS = {
    "chuseok": "chuseok", "seollal": "seollal", "lunar new year": "seollal", "lunar new year's day": "seollal",
    "buddha's birthday": "buddha", "children's day": "children", "parents' day": "parents", "teachers' day": "teachers",
    "memorial day": "memorial", "constitution day": "constitution", "liberation day": "liberation",
    "national foundation day": "foundation", "hangul day": "hangul", "hangeul day": "hangul", "labor day": "labour",
    "senior citizens day": "seniors", "senior citizens' day": "seniors", "christmas eve": "christmas_eve",
    "christmas day": "christmas", "christmas": "christmas", "new year's eve": "new_year_eve", "new year's day": "new_year",
    "thanksgiving day": "thanksgiving", "thanksgiving": "thanksgiving", "halloween": "halloween",
}  # fmt: skip


def cardinal(word: str) -> int | None:
    return int(word) if word.isdigit() else CARDINALS.get(word.lower())


def ordinal(word: str) -> int | None:
    """`2nd`, `23`, `second`, `twenty-third` as a number."""
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else ORDINALS.get(word.lower())


def weekday(word: str | None) -> int | None:
    if not word:
        return None
    return next(i for i, name in enumerate(WEEKDAYS) if name.startswith(word[:3].lower()))


def month_number(word: str) -> int:
    return MONTHS[word[:3].lower()]


def spelled_year(century: str, rest: str) -> int:
    """The year of `nineteen` and `ninety-eight`, `twenty` and `oh nine`."""
    first, _, last = rest.lower().replace(" ", "-").partition("-")
    units = ONES_CARDINAL.index(last) + 1 if last else 0
    tens = (TENS.index(first) + 2) * 10 if first in TENS else TEENS.index(first) + 10 if first in TEENS else 0
    return (1900 if century.lower() == "nineteen" else 2000) + tens + units
