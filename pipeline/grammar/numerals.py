"""Numbers as Korean and English news write them, read exactly: an int where whole, else a Decimal, never a float.

Korean mixes digits, Sino-Korean numerals and scales, with or without spaces: `1조 2,345억`, `3천500억`, `7십팔만 6천`,
`2,567백만`, `십이억오천만`. The last scale may be left out: `2억5천` is 250,000,000 (만 is understood), because nobody
speaks of 200,005,000 that way. English mixes digits, words and scales: `1.5 billion`, `four hundred sixty billion`,
`half a million`, `10-billion`, `7.5bn`, `one point seven trillion`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.grammar.regex import regex

Number = int | Decimal

DIGITS = {"영": 0, "공": 0, "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "륙": 6, "칠": 7, "팔": 8, "구": 9}
SMALL_SCALES = {"십": 10, "백": 100, "천": 1000}
LARGE_SCALES = {"만": 10**4, "억": 10**8, "조": 10**12, "경": 10**16}

_KOREAN_TOKEN = regex(
    r"""
    (?P<digits> \d+ (?:,\d+)* (?:\.\d+)? )
    | (?P<one> [영공일이삼사오육륙칠팔구] )
    | (?P<small> [십백천] )
    | (?P<large> [만억조경] )
    | (?P<rest> [ \u00a0여]+ )           # `14억 2800여 만`: 여, a little more, leaves the number as it is
    """,
    re.VERBOSE,
)
_GROUPED = regex(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
# Of digits in a row: a run of more is no number that anyone writes, and Python refuses one of 4,300.
_LONGEST = 100

_UP_TO_NINETEEN = """
    zero one two three four five six seven eight nine ten
    eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ENGLISH_ONES = {word: value for value, word in enumerate(_UP_TO_NINETEEN.split())}
ENGLISH_TENS = dict(zip(_TENS.split(), range(20, 100, 10), strict=True))
ENGLISH_SCALES = {
    "thousand": 10**3,
    "k": 10**3,
    "million": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "bln": 10**9,
    "b": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
    "trn": 10**12,
    "tln": 10**12,
    "t": 10**12,
}
_ENGLISH_TOKEN = regex(r"\d[\d,]*(?:\.\d+)?|[a-z]+")
_DIGIT_WORDS = "|".join(list(ENGLISH_ONES)[:10])
_POINT = regex(rf"\b(?P<whole>{'|'.join(ENGLISH_ONES)}) point (?P<places>(?:{_DIGIT_WORDS})(?: (?:{_DIGIT_WORDS}))*)\b")


def exact(number: Number) -> Number:
    """The number as an int where it is whole, otherwise a Decimal without trailing zeros."""
    if isinstance(number, int):
        return number
    return int(number) if number == number.to_integral_value() else Decimal(f"{number.normalize():f}")


def parse_digits(text: str) -> Number | None:
    """`1,234.5` → Decimal; None where the commas do not stand at thousands (`3,5` is a list, not a number), or for a
    run of more than 100 digits.
    """
    if len(text) > _LONGEST or not _GROUPED.fullmatch(text):
        return None
    plain = text.replace(",", "")
    return exact(Decimal(plain)) if "." in plain else int(plain)


def parse_korean(text: str, elided: bool = True) -> Number | None:
    """The number that the whole text writes, or None.

    `elided`: whether a last group without its scale takes the one that is understood (`2억5천`, `44억3000`). Pass False
    where a unit follows and so says that nothing is left out (`1억 5천원`).
    """
    total: Number = 0
    last = 10**20  # the large scale before: each must be smaller than the one before it
    group = _Group()
    at = 0
    while at < len(text):
        token = _KOREAN_TOKEN.match(text, at)
        if token is None:
            return None
        at = token.end()
        word = token.group()
        if token.lastgroup == "rest":
            continue
        if token.lastgroup == "large":
            scale = LARGE_SCALES[word]
            if scale >= last or (group.empty and last < 10**20 and scale != 10**4):
                return None
            total += group.value(1) * scale
            last, group = scale, _Group()
        elif not group.add(token.lastgroup or "", word):
            return None
    if group.empty:
        return exact(total) if last < 10**20 else None
    rest = group.value(0)
    if elided and 10**4 < last < 10**20 and (group.scaled or rest >= 100):
        rest *= last // 10**4
    return exact(total + rest) if rest < last else None


class _Group:
    """The part of a Korean number below one large scale: `3천500`, `칠십팔`, `2,567백`. State is real: it reads on."""

    def __init__(self) -> None:
        self.sum: Number = 0
        self.pending: Number | None = None
        self.small = 10**20
        self.empty = True
        self.scaled = False

    def add(self, kind: str, word: str) -> bool:
        """Reads one token; False where it does not continue the number."""
        if kind == "small":
            scale = SMALL_SCALES[word]
            coefficient = 1 if self.pending is None else self.pending
            if scale >= self.small:
                return False
            self.sum += coefficient * scale
            self.pending, self.small = None, scale
            self.empty, self.scaled = False, True
            return True
        value = parse_digits(word) if kind == "digits" else DIGITS[word]
        if value is None or self.pending is not None or value >= self.small:
            return False
        self.pending, self.empty, self.scaled = value, False, False
        return True

    def value(self, bare: int) -> Number:
        """The group's number; `bare` is what a scale without a coefficient counts (만원 is 1 × 만)."""
        return bare if self.empty else self.sum + (self.pending or 0)


def parse_english(text: str) -> Number | None:
    """The number that the whole text writes (any case, hyphens as spaces), or None."""
    total: Number = 0
    current: Number | None = None
    last = 10**20
    words = _POINT.sub(_with_point, text.lower().replace("-", " "))
    if re.sub(r"[a-z\d,.\s]", "", words):
        return None
    tokens = _ENGLISH_TOKEN.findall(words)
    for index, word in enumerate(tokens):
        value = _english_value(word)
        if word in ("and", "a", "an", "of"):
            if word in ("a", "an") and current is None:
                current = 1
        elif word == "half":
            current = (current or 0) + Decimal("0.5")
            # `half a million`: the article that follows is no `one`
        elif word == "hundred":
            current = (1 if current is None else current) * 100
        elif word in ENGLISH_SCALES:
            scale = ENGLISH_SCALES[word]
            if scale < last:
                total, last = total + (1 if current is None else current) * scale, scale
            else:  # `two hundred thousand million`
                total = (total + (current or 0)) * scale
            current = None
        elif value is None or (current is not None and not _continues(current, value, tokens[index - 1])):
            return None
        else:
            current = (current or 0) + value
    if current is None and not total:
        return None
    return exact(total + (current or 0))


def _with_point(m: re.Match[str]) -> str:
    """`one point seven five` → `1.75`."""
    return f"{ENGLISH_ONES[m['whole']]}.{''.join(str(ENGLISH_ONES[word]) for word in m['places'].split())}"


def _english_value(word: str) -> Number | None:
    if word[0].isdigit():
        return parse_digits(word)
    return ENGLISH_ONES.get(word, ENGLISH_TENS.get(word))


def _continues(current: Number, value: Number, before: str) -> bool:
    """Whether a value may follow what was read: `twenty` `five`, `four hundred` `sixty`, `a hundred and` `five`."""
    if before in ENGLISH_TENS:
        return 0 < value < 10
    return before in ("hundred", "and") and current >= 100 and value < 100
