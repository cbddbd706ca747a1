"""Writers of sums and dates: every form in which Korean and English news write a value that is known, for tests that read it back."""

from __future__ import annotations

import datetime

from pipeline.grammar.numerals import ENGLISH_ONES, ENGLISH_TENS

LARGE = [(10**12, "조"), (10**8, "억"), (10**4, "만"), (1, "")]
SMALL = [(1000, "천"), (100, "백"), (10, "십"), (1, "")]
HANGUL = "영일이삼사오육칠팔구"
STYLES = ["digits", "grouped", "hangul", "hangul_ones", "mixed"]


def write_group(n: int, style: str) -> str:
    """A number below 10,000: `2345`, `2,345`, `이천삼백사십오`, `2천345`, `2천3백4십5`."""
    if style == "digits":
        return str(n)
    if style == "grouped":
        return f"{n:,}"
    if style == "mixed":
        thousands, rest = divmod(n, 1000)
        return (f"{thousands}천" if thousands else "") + (str(rest) if rest else "")
    written = ""
    for scale, name in SMALL:
        digit = n // scale % 10
        if digit:
            one = digit == 1 and name and style == "hangul"
            written += ("" if one else HANGUL[digit]) + name
    return written


def write_korean(n: int, style: str, gap: str) -> str:
    """Any whole number up to 경, in groups of four digits with their scales, `gap` between the groups."""
    groups = []
    for scale, name in LARGE:
        group = n // scale % 10**4
        if group:
            groups.append(write_group(group, style) + name)
    return gap.join(groups) or "0"


def write_english(n: int, hyphens: bool) -> str:
    """Any whole number below a quadrillion, in words."""
    ones, tens = list(ENGLISH_ONES), list(ENGLISH_TENS)

    def below_thousand(m: int) -> str:
        words = [f"{ones[m // 100]} hundred"] if m >= 100 else []
        m %= 100
        if m >= 20:
            words.append(tens[m // 10 - 2] + (("-" if hyphens else " ") + ones[m % 10] if m % 10 else ""))
        elif m:
            words.append(ones[m])
        return " ".join(words)

    scales = [(10**12, " trillion"), (10**9, " billion"), (10**6, " million"), (10**3, " thousand"), (1, "")]
    return " ".join(below_thousand(n // s % 1000) + name for s, name in scales if n // s % 1000) or "zero"


# Sums: each form is (template, unit in won): the number n counts units. `{n}` is grouped, `{w}` in words.
SUMS_ENGLISH = [
    *(
        ("{n} won", 1),
        ("{n}-won", 1),
        ("KRW {n}", 1),
        ("KRW{n}", 1),
        ("₩{n}", 1),
        ("{n} KRW", 1),
        ("{n} Korean won", 1),
    ),
    *((f"{form}", 10**9) for form in ("{n} billion won", "{n}-billion-won", "KRW {n} billion", "₩{n} billion")),
    *((f"{form}", 10**9) for form in ("{n}bn won", "W{n}bn", "Won {n} billion", "{n} billion KRW", "KRW{n}bn")),
    *(
        ("{n} million won", 10**6),
        ("{n}-million won", 10**6),
        ("{n} trillion won", 10**12),
        ("KRW {n} trillion", 10**12),
    ),
    *(("{w} won", 1), ("{w} million won", 10**6), ("{w}-billion-won", 10**9)),
]
SUMS_KOREAN = [
    *(("{n}원", 1), ("{n} 원", 1), ("₩{n}", 1), ("{n}천원", 10**3), ("{n}백만원", 10**6), ("{n}(백만원)", 10**6)),
    *(
        ("{n}만원", 10**4),
        ("{n}만 원", 10**4),
        ("{n}억원", 10**8),
        ("{n} 억 원", 10**8),
        ("{n}조 원", 10**12),
        ("₩{n}억", 10**8),
    ),
]
RANGES_ENGLISH = [
    ("between {a} and {b} million won", 10**6),
    ("from {a} million to {b} million won", 10**6),
    ("{a}-{b} billion won", 10**9),
    ("{a} to {b} billion won", 10**9),
    ("{a:,} to {b:,} won", 1),
    ("KRW {a} to {b} million", 10**6),
    ("{a} billion won to {b} billion won", 10**9),
]
RANGES_KOREAN = [
    *(("{a}억~{b}억원", 10**8), ("{a}∼{b}억 원", 10**8), ("{a}만∼{b}만 원", 10**4)),
    *(("{a}억 원 ~ {b}억 원", 10**8), ("{a}백만~{b}백만원", 10**6), ("{a:,}원~{b:,}원", 1)),
]

MONTHS = [datetime.date(2000, n, 1).strftime("%B") for n in range(1, 13)]
DAYS_KOREAN = [
    *("{d.year}년 {d.month}월 {d.day}일", "{d.year}년{d.month}월{d.day}일", "{d.year}. {d.month}. {d.day}.", "{d.year}.{d.month:02}.{d.day:02}"),
    *("{d.year}-{d.month:02}-{d.day:02}", "{d.year}/{d.month:02}/{d.day:02}", "’{yy:02}년 {d.month}월 {d.day}일", "{d.year}년 {d.month:02}월 {d.day:02}일"),
    *("{d.year}년 {d.month}월 {d.day}일({w})", "{d.year}. {d.month}. {d.day}.({w})", "{d.year}년 {d.month}월 {d.day}일 {w}요일"),
]  # fmt: skip
DAYS_ENGLISH = [
    *("{m} {d.day}, {d.year}", "{m} {d.day} {d.year}", "{d.day} {m} {d.year}", "{s} {d.day}, {d.year}", "{m} {o}, {d.year}", "the {o} of {m} {d.year}"),
    *("{d.year}-{d.month:02}-{d.day:02}", "{d.month:02}/{d.day:02}/{d.year}", "{e}, {m} {d.day}, {d.year}", "{d.day} {s} {d.year}", "the {o} of {m}, {d.year}"),
]  # fmt: skip
# What is not a day: (Korean form, English form, EDTF); h: half, q: quarter, y: year, m and M: month.
PERIODS = [
    ("{y}년 {m}월", "{M} {y}", "{y}-{m:02}"),
    ("{y}년", "in {y}", "{y}"),
    ("{y}년 {half_ko}", "the {half_en} half of {y}", "{y}-{half_edtf}"),
    ("{y}년 {q}분기", "the {q_en} quarter of {y}", "{y}-{q_edtf}"),
    ("{y}년 {q}/4분기", "Q{q} {y}", "{y}-{q_edtf}"),
    ("{y}년부터", "since {y}", "{y}/.."),
    ("{y}년까지", "by {y}", "../{y}"),
    ("{y}년 {m}월까지", "by {M} {y}", "../{y}-{m:02}"),
    ("{y}년 {m}월부터", "since {M} {y}", "{y}-{m:02}/.."),
    ("{y}~{z}년", "{y}-{z}", "{y}/{z}"),
    ("{y}년부터 {z}년까지", "from {y} to {z}", "{y}/{z}"),
]


def write_day(form: str, d: datetime.date) -> str:
    """A day in one of the forms above."""
    ordinal = f"{d.day}" + ("th" if 11 <= d.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(d.day % 10, "th"))
    month = MONTHS[d.month - 1]
    short = month if len(month) < 5 else month[:3] + "."
    weekday = "월화수목금토일"[d.weekday()]
    return form.format(d=d, yy=d.year % 100, w=weekday, m=month, s=short, o=ordinal, e=d.strftime("%A"))


def write_period(forms: tuple[str, str, str], lang: str, year: int, later: int, month: int) -> tuple[str, str]:
    """A period in one of the forms above, and its EDTF."""
    half, quarter = (month + 5) // 6, (month + 2) // 3
    values = {"y": year, "z": later, "m": month, "M": MONTHS[month - 1], "q": quarter, "q_edtf": 32 + quarter}
    halves = {"half_ko": "상하"[half - 1] + "반기", "half_en": ["first", "second"][half - 1], "half_edtf": 39 + half}
    values |= halves | {"q_en": ["first", "second", "third", "fourth"][quarter - 1]}
    return forms[0 if lang == "ko" else 1].format(**values), forms[2].format(**values)
