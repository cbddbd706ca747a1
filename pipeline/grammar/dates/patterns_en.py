"""English date patterns: the data that dates_en and its readers match with."""

from __future__ import annotations

import re

from pipeline.grammar.dates.moments import FUTURE, PAST
from pipeline.grammar.dates.words_en import (
    HOLIDAYS,
    ONES_CARDINAL,
    ORDINALS,
    TEENS,
    TENS,
)
from pipeline.grammar.regex import regex

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)(?![A-Za-z])\.?"
)
_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?(?![a-z])\.?"
_YEAR = r"(?:1[1-9]|20)\d\d(?!\d|[.,]\d|%)"
_ORDINAL = (
    r"(?:twenty-\w+|thirty-first|" + "|".join(w for w in ORDINALS if "-" not in w and w not in ("last", "final")) + r")"
)
_DAY = rf"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[:.,]\d|%|\s?[ap]\.?m|\s?percent|\s?won)|{_ORDINAL}(?!-|\s\w+\sof))"
_SHIFT = r"(?:last|previous|past|this|current|next|coming|following|upcoming)"

YEAR_TAIL = regex(
    rf"(?:(?:\s*,)?\s*|-(?=\d))(?:of\s+|in\s+)?(?:(?P<year>{_YEAR})|(?:the\s+)?(?P<shift>{_SHIFT}|the|same)\s+year)(?![A-Za-z-])",
    re.IGNORECASE,
)
MONTH_FIRST = regex(
    rf"(?:(?P<weekday>{_WEEKDAY})(?:\s(?:morning|afternoon|evening|night))?,?\s+)?(?P<month>{_MONTH})[\s-]*(?:/|the\s+)?(?:(?P<day0>{_DAY})\s?(?:[-–~]|to|through|thru)\s?(?:the\s)?)?"
    rf"(?P<day>{_DAY})(?!\s?[-–/]\d|\d)(?![A-Za-z])",
    re.IGNORECASE,
)
DAY_FIRST = regex(
    rf"(?:(?P<weekday>{_WEEKDAY}),?\s+)?(?:the\s+)?(?<![\d.,:])(?:(?P<day0>{_DAY})\s?(?:[-–~]|to|through|(?P<and>and))\s?(?:the\s)?)?(?P<day>{_DAY})(?:\sday)?[\s.-]+(?:of\s+)?"
    rf"(?:(?P<month>{_MONTH})|(?P<shift>this|last|next|the|previous|following)\s+month)(?![A-Za-z])",
    re.IGNORECASE,
)
MONTH = regex(rf"(?P<month>{_MONTH})", re.IGNORECASE)
# Words before a bare month that make it one; May and March are verbs and names too.
MONTH_AFTER = regex(
    r"(?:\b(?:in|by|since|until|till|from|of|during|to|through|and|or|between|early|late|mid|last|this|next|before|after|for|as|around|starting|beginning"
    r"|each|until|through|late|end of|on)\s+|mid-|[-–]\s?|,\s)\Z",
    re.IGNORECASE,
)
NAME_AFTER = regex(r"\s+[A-Z][a-z]+(?![a-z])|-[a-z]")
ISO = regex(
    r"(?<![\d.,/-])(?P<year>(?:19|20)\d\d)(?P<dash>[-/.])\s?(?P<month>1[0-2]|0?[1-9])(?P=dash)\s?(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)"
)
SLASHED = regex(
    r"(?<![\d.,/-])(?P<a>\d{1,2})(?P<dash>[/.-])(?P<b>\d{1,2})(?P=dash)(?P<year>(?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)"
)
MONTH_DAY = regex(r"(?<![\d.,/-])(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12]\d|0?[1-9])(?![\d/%]|[.,]\d)")
# The attacks of 2001, always written so; a day of one's own article is `on 9/11`.
NINE_ELEVEN = regex(r"(?<!on )(?<!by )(?<!from )(?<!to )(?<![\d.,/-])9/11(?![\d/%]|[.,]\d|\s?[(~])")
YEAR_MONTH = regex(r"(?<![\d.,/-])(?P<year>(?:19|20)\d\d)[-/](?P<month>1[0-2]|0[1-9])(?![\d/-])")
ORDINAL_NEXT = regex(r"\d{1,3}(?:st|nd|rd|th)", re.IGNORECASE)
ORDINAL_DAY = regex(
    r"(?:the\s)?(?:(?P<day0>3[01]|[12]?\d)(?:st|nd|rd|th)?\s?[-–~]\s?(?:the\s)?)?(?P<day>3[01]|[12]?\d)(?:st|nd|rd|th)(?![A-Za-z-])"
)
ORDINAL_BEFORE = regex(
    r"\b(?:on|from|by|until|till|since|to|through|of|before|after|between|and|as of|for|starting|morning of|afternoon of|evening of)\s+the\s+$|\b(?:on|until|till)\s$|[-–]\s?$|\(\s?\Z",
    re.IGNORECASE,
)
# What may follow `the 2nd` as a day; a noun makes it an ordinal (`the 2nd floor`).
ORDINAL_AFTER = regex(
    r"""\s*(?:$|[.,;:)'"’”\n–-]|\s(?:and|at|in|that|to|with|for|by|as|the|during|through|until|after|when|while|from|on|it|its|a|an|he|she
    |they|we|will|would|is|was|were|has|had|have|this|about|over|under|due|via|against|where|which|who|if|because|followed|along|also|following
    |morning|afternoon|evening|night|or|before|since|came|rose|fell|stood|were|[a-z]+ed|held|met|said|saw|took|began|of(?=\s(?:this|last|next|the)\s+month|\sthe\smonth))\b)""",
    re.VERBOSE,
)
# More days of the month just named: `May 3, 10 and 17`, `the 8th and 9th`. A noun after the last makes it a count.
LISTED = regex(
    r"(?P<middle>(?:,\s(?:the\s)?(?:3[01]|[12]?\d)(?:st|nd|rd|th)?){0,6}),?\s(?:and|&)\s(?:the\s)?(?P<last>3[01]|[12]?\d)(?:st|nd|rd|th)?(?![\w%:]|[.,-]\d|\s[ap]\.?m)"
)
LISTED_DAY = regex(r"\d{1,2}(?=(?:st|nd|rd|th)?(?:\D|$))")
RELATIVE = regex(
    rf"(?P<the>the\s)?(?P<shift>{_SHIFT})\s+(?:(?P<unit>year|month|week|weekend|quarter|half|decade)|(?P<season>spring|summer|fall|autumn|winter)"
    rf"|(?P<weekday>{_WEEKDAY}))s?(?![A-Za-z-])",
    re.IGNORECASE,
)
SHIFTED_MONTH = regex(
    rf"(?P<shift>last|this|next|past|coming|this past|this coming)\s+(?P<month>{_MONTH})", re.IGNORECASE
)
THE_UNIT = regex(
    r"(?:(?P<shift>the|this|last|next|previous|coming|following)\s+)?(?P<unit>year|month|week)(?![A-Za-z-])",
    re.IGNORECASE,
)
DAY_WORD = regex(
    r"(?<!\bof\s)(?<!\bto\s)(?<!tter\s)(?<!hter\s)(?P<day>the day (?:before yesterday|after tomorrow)|yesterday|today|tonight|tomorrow|day (?:before yesterday|after tomorrow))(?![a-z])",
    re.IGNORECASE,
)
SAME_DAY = regex(
    r"(?:(?:on\s)?(?:this|that|the same) day|(?P<next>the (?:next|following) day))(?![a-z])", re.IGNORECASE
)
WEEKDAY = regex(
    r"(?P<weekday>(?i:monday|tuesday|wednesday|thursday|friday|saturday|sunday))(?![A-Za-z]|\sof\s(?:each|every)\s)"
)
WEEKDAY_NOT = regex(r"\b(?:every|each|good|black|on|ash|easter|palm)\s$|[-–/(]\s?\Z", re.IGNORECASE)
WEEKDAY_OF = regex(
    rf"(?P<weekday>{_WEEKDAY})\s(?:of\s)?(?P<shift>last|this|next)\sweek(?![a-z])|(?P<shift2>last|this|next)\sweek(?:\son)?\s(?P<weekday2>{_WEEKDAY})",
    re.IGNORECASE,
)
WEEKDAY_DAY = regex(
    rf"(?P<weekday>{_WEEKDAY}),?\s(?:the\s)?(?P<day>3[01]|[12]?\d)(?:st|nd|rd|th)(?![A-Za-z-])", re.IGNORECASE
)
NTH = regex(
    rf"(?:the\s)?(?P<nth>first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th)\s(?:(?P<weekend>weekend)|week|(?P<weekday>{_WEEKDAY}))\s(?:of|in)\s(?:the\s)?(?={_MONTH}|(?:this|last|next)\s(?:month|year)|month|(?:19|20)\d\d)",
    re.IGNORECASE,
)
_COUNT = r"(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)"
AGO = regex(
    rf"{_COUNT}\s+(?P<unit>day|week|month|year|decade)s?\s+(?P<way>ago|from now|hence|earlier(?=\s*[.,;)]))(?![a-z])",
    re.IGNORECASE,
)
# So far from a day that follows: `two weeks before Christmas`, `three days from tomorrow`, `the day after May 3`.
OFFSET = regex(
    rf"(?:{_COUNT}|the)\s(?P<unit>day|week|month|year)s?\s(?P<way>before|after|prior\sto|from(?=\s(?:today|tomorrow)\b))\s(?:the\s)?",
    re.IGNORECASE,
)
# `the week of April 10`, `the week starting the 18th`.
WEEK_OF = regex(r"(?:the\s)?week\s(?:of|starting|beginning|commencing)(?:\son)?\s(?=(?:the\s)?\d|[A-Z])", re.IGNORECASE)
# `in two weeks`, where the clause looks ahead and stops there; else a length (`built in two weeks`).
IN_TIME = regex(
    rf"{_COUNT}\s(?P<unit>day|week|month|year)s?(?=[.,;])",
    re.IGNORECASE,
)
IN_TIME_BEFORE = regex(
    r"\b(?:will|to|due|(?:open|close|begin|start|return|resume|end|come|arrive|follow|leave|meet|expire)s?)\b[^.!?\n]{0,40}\sin\s\Z",
    re.IGNORECASE,
)
PART = regex(
    r"(?:the\s)?(?P<part>early|mid|late|beginning|start|middle|end|(?:first|last)\sday(?=\sof\s))(?:\s+of)?[\s-]+(?:in\s)?",
    re.IGNORECASE,
)
YEAR_END = regex(r"(?:the\s)?year(?:['’]s)?[- ]end(?![a-z])", re.IGNORECASE)
WITHIN = regex(r"within\s(?:the|this)\s(?P<unit>year|month|week)(?!\sof\s|[a-z-])", re.IGNORECASE)
HALF = regex(r"(?:the\s)?(?P<n>first|second|latter|1st|2nd|last)\s+half\s+of(?:\s+the)?(?=\s)", re.IGNORECASE)
HALF_ALONE = regex(
    r"(?:the\s)?(?P<n>first|second|latter)\shalf(?=\s*(?:[.,;:)\n]|$)|\s(?:and|to|with|at|by|after|when|as|for|it|they|we)\s)",
    re.IGNORECASE,
)
HALF_BEFORE = regex(r"\b(?:in|during|from|by|for|into|until|before|within)\s(?:the\s)?\Z", re.IGNORECASE)
GAME = regex(r"goal|score|match|half-?time|minutes|penalt|striker|kick|game|team", re.IGNORECASE)
HALF_CODE = regex(r"(?:H(?P<a>[12])|(?P<b>[12])H)\s+(?:of\s+)?(?=\d{4})")
QUARTER = regex(
    r"(?:the\s)?(?P<n>first|second|third|fourth|1st|2nd|3rd|4th|last|final)[\s-]+quarter(?![a-z-])(?P<of>\s+of)?",
    re.IGNORECASE,
)
QUARTER_CODE = regex(
    r"(?:(?P<year>(?:19|20)\d\d)\s?)?(?:Q(?P<a>[1-4])|(?P<b>[1-4])Q)(?![A-Za-z\d])(?:\s+(?:of\s+)?(?=\d{4}|last|this|next))?",
    re.IGNORECASE,
)
SEASON = regex(
    r"(?:the\s)?(?P<season>spring|summer|fall|autumn|winter)(?:\s+of)?(?=\s+(?:19|20)\d\d|\s+(?:of\s+)?(?:last|this|next)\s+year)",
    re.IGNORECASE,
)
# `the year before`, where a clause ends.
YEAR_BESIDE = regex(r"the\syear\s(?P<way>before|earlier|after)(?=\s*[.,;:)\n]|$)", re.IGNORECASE)
# A year that stands before its month, as in Korean: `2024 August`, `2022 October 8`.
YEAR_LEADS = regex(
    rf"(?P<year>20[0-4]\d)[ ,]{{1,2}}(?P<month>{_MONTH})(?:\s(?P<day>{_DAY}))?(?!\s?,?\s?(?:19|20)\d\d)(?![\d-])"
)
FISCAL = regex(
    r"(?:FY\s?(?P<short>['’]?\d\d(?!\d))?|fiscal(?:\s+year)?\s+)(?P<year>(?:19|20)\d\d)?(?![\d])", re.IGNORECASE
)
DECADE = regex(r"(?:(?P<full>(?:1[5-9]|20)\d0)|[’'](?P<short>\d0))[’']?s(?![a-z])")
YEAR = regex(
    r"(?<![\w.,$₩€£/#-])(?:(?P<year0>19[5-9]\d|20[0-6]\d)\s?[-–~]\s?)?(?P<year>(?:19\d\d|20[0-6]\d)(?![\d’']|[.,]\d|%|-\d|/\d|:\d|s\b)(?!-\w))(?P<short>[-–]\d\d(?!\d|-))?"
)
SPELLED_YEAR = regex(
    rf"(?P<century>nineteen|twenty)[\s-](?P<rest>(?:{'|'.join(TENS)})(?:[\s-](?:{'|'.join(ONES_CARDINAL)}))?|{'|'.join(TEENS)}|oh[\s-](?:{'|'.join(ONES_CARDINAL)}))(?![a-z-])",
    re.IGNORECASE,
)
YEAR_NUMBER = regex(r"(?:19|20)\d\d(?!\d|[.,]\d|s)")
YEAR_RANGE_SHORT = regex(r"(?<![\w.,$₩/-])(?P<year0>19[5-9]\d|20[0-6]\d)[-–~/](?P<year>\d\d)(?![\d-])")
YEAR_NOT_BEFORE = regex(
    r"(?:\b(?:No\.?|room|version|ISO|model|over|about|approximately|nearly|some|than|total of|around|KRW|USD|won|phone|ext\.?|building|lot|dong|of)\s|\bof\s\w+\s)\Z",
    re.IGNORECASE,
)
COUNT_NOUN = regex(
    r"\s?(?:won|people|residents|households?|units|persons?|students|members|seniors|items|cases|copies|seats|places|volunteers|citizens|visitors|participants|"
    r"employees|workers|trees|companies|families|children|cars|vehicles|buildings|square|km|m|kg|meters?|tons|tonnes|hours|days|years|points|million|billion|times|"
    r"votes|tickets|houses|homes|apartments|jobs|books|sheets|dollars|sets|spectators|applicants|officials|soldiers)(?![a-z])",
    re.IGNORECASE,
)
HOLIDAY = regex(
    r"(?P<name>"
    + "|".join(sorted((re.escape(h).replace("'", "['’]?") for h in HOLIDAYS), key=len, reverse=True))
    + r")(?![A-Za-z])(?:\s+(?:of\s+)?(?=\d{4}))?",
    re.IGNORECASE,
)
RANGE = regex(r"\s?(?:[-–—~])\s?|,?\s+(?:to|through|until|till|thru)\s+", re.IGNORECASE)
AND = regex(r"\s+and\s+(?:the\s)?")
FOR = regex(
    r"\s+for\s+(?P<n>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+(?P<unit>day|week|month|year)s?(?![a-z])"
)
COUNT_FROM = regex(
    r"(?:for\s)?\b(?P<n>\d{1,3}|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s(?P<unit>day|week|month|year)s?\s(?:starting\s)?from\s(?:the\s)?\Z",
    re.IGNORECASE,
)
BEFORE = regex(
    r"""\b(?: (?P<deadline>by|until|till|through|before|no\slater\sthan|within|not\slater\sthan|prior\sto)
      | (?P<since>since|after|starting(?:\s(?:on|from|in|with))?|beginning(?:\s(?:on|from|in))?|from|as\searly\sas)
      | (?P<between>between) | (?P<at>on|in|during|at|as\sof|for|effective|around) ) [^\S\n] (?:the\s)? \Z""",
    re.VERBOSE | re.IGNORECASE,
)
# The last words of what BEFORE and COUNT_FROM match.
LEADING = frozenset(
    [
        "by",
        "until",
        "till",
        "before",
        "within",
        "through",
        "than",
        "to",
        "since",
        "after",
        "starting",
        "on",
        "from",
        "in",
        "with",
        "beginning",
        "as",
        "between",
        "during",
        "at",
        "of",
        "for",
        "effective",
        "around",
        "the",
    ]
)
# Which way the words before a date look.
LEANS = {
    "by": FUTURE,
    "until": FUTURE,
    "till": FUTURE,
    "through": FUTURE,
    "within": FUTURE,
    "starting": FUTURE,
    "beginning": FUTURE,
    "from": FUTURE,
    "since": PAST,
}
# What says, before `from last year`, that the year is compared with.
CHANGED = regex(
    r"%|percent|\b(?:up|down|ris|rose|increas|decreas|fell|fall|drop|jump|grew|grow|declin|higher|lower|more|less|fewer|chang|differ|improv|doubl|tripl|gain|climb|surg|soar|cut|won)",
    re.IGNORECASE,
)
IN_THE = regex(r"\b(?:in|during|for) the \Z")
DAY_NUMBER = regex(r"(?:the\s)?(\d{1,2})(?:st|nd|rd|th)?(?![\d:/]|[.,]\d|\s?[ap]\.?m|\s[a-z]+s\b)")
YEAR_BEFORE = regex(
    r"(?:^|\b(?:in|since|by|until|of|from|to|between|and|during|for|through|the|late|early|mid)\s)\Z", re.IGNORECASE
)
