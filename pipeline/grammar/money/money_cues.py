"""How the words around a sum limit it and which year they tie it to: `qualifier_of`, `year_of`.

`before` is the text that ends where the sum starts, `after` the text that begins where it ends, both cut at the sentence.
"""

from __future__ import annotations

import re

from pipeline.grammar.regex import regex

QUALIFIERS = ("exact", "about", "over", "at_least", "under", "at_most", "vague")
# Between a qualifier and its sum there may be the basis or a total: `최대 1인당 50만원`, `약 총 3억`, `up to a total of`.
_PADDING = r"(?:[ ]?(?:총|월|연|매월|매년|각|1?(?:인|명|가구|세대|업체|건)당))*[ ]?\Z"
_PADDING_EN = r"[ ](?:a[ ]|an[ ]|the[ ]|total[ ]|of[ ]|another[ ]|additional[ ]|some[ ]|KRW[ ])*\Z"

_QUALIFIER_BEFORE = [
    ("at_most", regex(rf"(?:최대|최고|많게는|최장)(?:로|인)?{_PADDING}")),
    ("at_most", regex(r"(?<![가-힣])[가-힣]{0,4}한도[는가를도]?[ ][^.,]{0,24}$|\blimit[ ][^.,]{0,30}\Z", re.I)),
    ("at_least", regex(rf"(?:최소|적어도|적게는|못해도|최저|하한)(?:한)?{_PADDING}")),
    ("about", regex(rf"(?:약|대략|얼추|거의|어림잡아|대충|줄잡아){_PADDING}")),
    ("at_most", regex(
        rf"\b(?:up[ ]to|at[ ]most|no[ ]more[ ]than|not[ ](?:exceeding|more[ ]than|to[ ]exceed)|as[ ]much[ ]as|(?:a[ ])?maximum(?:[ ]of)?"
        rf"|max\.?|capped[ ]at|limit(?:ed)?[ ](?:of|to)|ceiling[ ]of|cap[ ]of){_PADDING_EN}", re.I)),
    ("at_least", regex(
        rf"\b(?:at[ ]least|(?:no|not)[ ]less[ ]than|(?:a[ ])?minimum(?:[ ]of)?|as[ ]little[ ]as){_PADDING_EN}", re.I)),
    ("over", regex(
        rf"\b(?:over|more[ ]than|in[ ]excess[ ]of|exceed(?:s|ed|ing)?|above|upwards?[ ]of|surpass(?:es|ed|ing)?|topp(?:ed|ing)|tops"
        rf"|beyond|well[ ]over|greater[ ]than){_PADDING_EN}", re.I)),
    ("under", regex(rf"\b(?:under|less[ ]than|below|lower[ ]than|fewer[ ]than){_PADDING_EN}", re.I)),
    ("about", regex(
        rf"\b(?:about|around|approximately|approx\.|roughly|some|nearly|almost|close[ ]to|(?:an[ ])?estimated|estimated[ ]at|circa"
        rf"|near|or[ ]so){_PADDING_EN}", re.I)),
]  # fmt: skip

_LETTER = regex(r"[A-Za-z]")
# Those that a text in one script can hold: the first four begin with Korean words, the second with either, the others English.
_QUALIFIER_BEFORE_IN = {
    "": _QUALIFIER_BEFORE,
    "ko": _QUALIFIER_BEFORE[:4],
    "en": [_QUALIFIER_BEFORE[1], *_QUALIFIER_BEFORE[4:]],
}

_RISEN = r"(?:을|이|를|가)?[ ]?(?:훌쩍[ ]|크게[ ]|조금[ ]|약간[ ])?"
_QUALIFIER_AFTER = [
    ("at_least", regex(r"[ ]?(?:이상|or[ ](?:more|above|higher)\b|and[ ](?:above|up)\b)", re.I)),
    ("at_most", regex(r"[ ]?(?:씩[ ]?)?(?:이하|이내|한도|범위|까지|or[ ](?:less|under|below|lower)\b)", re.I)),
    ("under", regex(rf"[ ]?미만|{_RISEN}(?:밑돌|못[ ]?미치|에[ ]?못[ ]?미)|에[ ](?:못[ ]?미|미치지[ ]못)")),
    ("over", regex(
        rf"[ ]?초과|[ ]?여(?![가-힣]{2})|{_RISEN}(?:넘[는은을긴겨기어게었]|넘[ ]|웃[도돌돈]|상회|초과|돌파)|[ ]?(?:plus\b|\+)", re.I)),
    ("about", regex(
        r"[ ]?(?:가까이|가량|정도|안팎|내외|남짓|쯤|수준(?=[ ]|이|의|으로)|or[ ]so\b)|대(?![가-힣]{2}|표|학|출|상|회)|[ ]선(?=[ ]|에|이|으|\.)"
        r"|에[ ]?(?:육박|가까운|가깝|근접)", re.I)),
]  # fmt: skip


def qualifier_of(before: str, after: str, few: bool) -> str:
    """The qualifier; `few`: 여, a little more, stands inside the number (약 3억여 원 is about that)."""
    tail = before[-45:]
    script = "en" if tail.isascii() else "" if _LETTER.search(tail) else "ko"
    for qualifier, pattern in _QUALIFIER_BEFORE_IN[script]:
        if pattern.search(tail):
            return qualifier
    for qualifier, pattern in _QUALIFIER_AFTER:
        if pattern.match(after):
            return qualifier
    return "over" if few else "exact"


_YEAR_REACH = 70
_YEAR_BEFORE = regex(
    r"(?P<year>(?:19|20)\d\d)년?도?(?:[ ](?:예산|본예산|당초예산|결산|총|기준|한[ ]?해|[가-힣]{1,4}비)[가-힣]{0,4})*[ ]?(?:은|는|에는|에|도)?[ ]?(?:약[ ]|총[ ])?\Z"
)
_RELATIVE_BEFORE = regex(
    r"(?P<word>내년|올해|금년|지난해|작년|전년|내후년|재작년|새해)도?(?:에는|에|는|의)?(?:[ ](?:[가-힣]{0,3}예산안?|총|약|국비|도비|시비|매출|수입|세입|규모)[가-힣]{0,2})*[ ]?\Z"
)
_YEAR_AFTER = regex(
    r"[ ](?:(?:in|for|during)[ ](?:fiscal[ ]|FY[ ]?)?(?P<year>(?:19|20)\d\d)\b|(?P<word>this|last|next)[ ]year)(?!['’])",
    re.I,
)
_YEAR_BUDGET = regex(
    r"(?:\b(?P<year>(?:19|20)\d\d)|\b(?P<word>this|last|next)[ ]year(?:['’]s)?)(?:[ ][a-z-]+){0,2}[ ]budget(?:[ ][a-z]+){0,3}[ ]\Z",
    re.I,
)
_OFFSETS = {
    "내년": 1, "새해": 1, "올해": 0, "금년": 0, "지난해": -1, "작년": -1, "전년": -1, "내후년": 2, "재작년": -2,
    "this": 0, "last": -1, "next": 1,
}  # fmt: skip


def year_of(before: str, after: str, published_year: int | None) -> int | None:
    """The year that the text ties the sum to; relative ones need the year of publication."""
    near = before[-_YEAR_REACH:]
    for m in (
        _YEAR_BEFORE.search(near),
        _RELATIVE_BEFORE.search(near),
        _YEAR_AFTER.match(after),
        _YEAR_BUDGET.search(near) if "budget" in near.casefold() else None,
    ):
        if m is None:
            continue
        groups = m.groupdict()
        if groups.get("year"):
            return int(groups["year"])
        if groups.get("word") and published_year is not None:
            return published_year + _OFFSETS[groups["word"].lower()]
    return None
