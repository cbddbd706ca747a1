"""Sums of money in running text: where they stand, in which currency, and how much they are.

`sums(text)` gives every sum in reading order. Three readers look for numbers (led by a digit, in Hangul alone, in
English words) and never start from what is frequent; ranges are joined, numbers without a currency are kept only
where the words around make them money (money_bare), and tables under `(단위: 천원)` are scaled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.grammar.money.currencies import SCALE_WORDS, SCALES, Lexicon, lexicon
from pipeline.grammar.numerals import (
    ENGLISH_ONES,
    ENGLISH_TENS,
    Number,
    exact,
    parse_english,
    parse_korean,
)
from pipeline.grammar.regex import regex


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum as `[start, end)` of the text. `currency`: ISO code, empty while it is not known to be money.

    low: the number in the currency, None where it is vague (`수억원`); high: the upper end of a range. `few`: whether
    여 stands in the number (`2,600여만 원`). `number_start`: where the digits begin, after a sign.
    """

    start: int
    end: int
    currency: str
    low: Number | None
    rule: str
    high: Number | None = None
    few: bool = False
    number_start: int = 0


# What may follow 원 where the number has no scale: particles and words of quantity. Anything else is another word
# (`5원칙`, `12원형`), which scaled numbers meet too rarely to ask for it.
_AFTER_PLAIN_WON = regex(
    r"""
    [을은의에과] | 이(?![사론]) | 으로 | 로(?![가-힣]) | 까지 | 부터 | 보다 | 도(?![가-힣]) | 만(?![가-힣]) | 씩 | 대 | 짜리 | 가(?![가-힣])
    | 가량 | 정도 | 안팎 | 미만 | 초과 | 상당 | 규모 | 선 | 어치 | 권(?![가-힣]{2}) | 뿐 | 쯤 | 내외 | 남짓 | 였 | 정(?![가-힣]) | 여
    | 꼴 | 밖에 | 이란 | 입니다 | 인(?![가-힣]) | 하[던는고] | 당 | 오[르른] | 내[린려] | 인[상하] | 할인 | 지[급원]
    """,
    re.VERBOSE,
)
# `won` as a verb: what it wins follows, or a year or a numbered team goes before.
_VERB_AFTER = regex(
    r"[ ](?:the|an?(?![ ](?:person|day|month|year|week|head|night|hour|ride|cup|ton|kilo|litre|liter|piece|plate|box|bag|bowl|meal|bottle|pack|glass|ticket))|\d"
    r"|his|her|its|their|our|first|second|third|gold|silver|bronze|by|against|in[ ]a)\b",
)
_VERB_BEFORE = regex(r"(?:\b(?:in|since|of|by|during|season|team|group|no\.|district|class|seed|and)[ ])\Z", re.I)
_FULL_HOUSE = regex(r"[ ]?(?:버스|관중|사례|열차|전철|지하철|행렬|관객|전동차|을 이[뤄뤘룬루])")
# `교실이 만원이다`, `버스는 출근길마다 만원이다`: full.
_FULL_BEFORE = regex(
    r"(?:버스|열차|전철|지하철|교실|객실|객석|좌석|관중석|병실|식당|극장|구장|경기장|공연장|행사장|주차장|캠핑장|휴양림|강당|강의실|체육관"
    r"|호텔|숙소|보호소|엘리베이터|장내|자리)(?:마다|이|가|은|는|도|들이|들은)?[ ](?:(?:연일|매일|늘|항상|이미|벌써|모두|온통|일찌감치|\S{1,4}마다)[ ])?\Z"
)
_FULL_AFTER = regex(r"이[다었라고며]|입니다")
_VAGUE = regex(r"(?:십?수|몇|여러)[ ]?[십백천]*[만억조]?")
_GLUED_BEFORE = regex(r"(?:일금|금|약|총|각|월|연|매월|단돈|최대|최고|최소|현금|상금|성금|부상|당|무려|거의)\Z")
_UNIT_OF_TABLE = regex(r"(?:단위[ ]*[:：]?[ ]*|\()\Z")
_ONLY_SCALES = regex(r"[십백천만억조]+")
_PLAIN_NUMBER = regex(r"\d+(?:,\d+)*(?:\.\d+)?")
_MINUS = regex(r"(?<![^\s(])[-−]\Z")
_WON_COUNTS = regex(r"[ ](?:votes?|seats?|medals?|awards?|people|points?|games?)\b")
_SUM_ENDS = regex(r"\s*(?:$|[^A-Za-z\d\s]|(?:in|for|from|to|of|and|as|by|over|this|last|was|were|is|has|will|would)\b)")
_DIGIT_BEFORE = regex(r"\d[ -]?\Z")
_LETTERS = regex(r"[A-Za-z]+")
_LONGEST_RUN = 40
_HANGUL_NUMBER = frozenset("일이삼사오육륙칠팔구십백천만억조경수몇 ")

_COUNT_WORDS = frozenset(
    [
        *ENGLISH_ONES,
        *ENGLISH_TENS,
        "a",
        "an",
        "half",
        "and",
        "of",
        "point",
        "several",
        "few",
        "many",
        "multi",
        "tens",
        "dozens",
    ]
    + [f"{many}{scale}{plural}" for scale in SCALES for many in ("", "multi") for plural in ("", "s")]
)
_WORDS_AND_GAPS = regex(r"[A-Za-z]+|[^A-Za-z]")
_LONGEST_COUNT = 70
_VAGUE_WORDS = regex(rf"several|few|many|multi|tens|dozens|{SCALE_WORDS}s", re.IGNORECASE)


def numbers(text: str) -> list[Sum]:
    """Everything that may be a sum, in reading order, without overlaps; ranges are not joined yet."""
    words = lexicon()
    found = [*_digit_led(text, words), *_hangul_led(text, words), *_in_words(text, words)]
    found.sort(key=lambda s: (s.start, -s.end))
    kept: list[Sum] = []
    for candidate in found:
        if not kept or candidate.start >= kept[-1].end:
            kept.append(candidate)
    return kept


def _digit_led(text: str, words: Lexicon) -> Iterator[Sum]:
    for m in words.digit_led.finditer(text):
        number_end = max(m.end("korean"), m.end("english"))
        if number_end < 0:
            plain = _PLAIN_NUMBER.match(text, m.start())
            number_end = plain.end() if plain else m.end()
        form = m["unit"] or m["word"]
        sign = _sign(text, m, number_end, words)
        before = words.precedes(sign.group().strip()) if sign else None
        after = words.follows(form) if form else None
        if before and after and before.code != after.code:  # `$10 million won the case`
            after, form = None, None
        if not _is_sum(text, m, number_end, form, before is not None):
            continue
        number = _value(text, number_end, m, elided=form is None)
        if number is None:
            continue
        start, value = number
        factor = after.factor if after else Decimal(parse_korean(m["bracket"]) or 1) if m["bracket"] else Decimal(1)
        value = exact(value * factor) if factor != 1 else value
        first = sign.start() if sign and start == m.start() else start
        if _MINUS.search(text, max(0, first - 2), first) and "," in text[start:number_end] and not m["korean"]:
            first, value = first - 1, -value
        currency = before or after
        code = currency.code if currency else "KRW" if m["bracket"] is not None else ""
        few = m["few"] is not None or "여" in text[start:number_end]
        end = m.end() if form or m["bracket"] is not None else number_end
        yield Sum(first, end, code, value, "sign" if sign else "number" if code else "bare", None, few, start)


def _is_sum(text: str, m: re.Match[str], number_end: int, form: str | None, signed: bool) -> bool:
    """Whether a number with what stands beside it can be money at all: not `5원칙`, not `in 2019 won`, not `$` lost."""
    if form is None:
        return signed or m["bracket"] is not None or m["korean"] is not None
    if form == "원" and m["korean"] is None:
        following = text[m.end() : m.end() + 1]
        return not _is_hangul(following) or _AFTER_PLAIN_WON.match(text, m.end()) is not None
    return signed or form.lower() != "won" or not _is_verb(text, m.start(), number_end, m.end())


def _sign(text: str, m: re.Match[str], number_end: int, words: Lexicon) -> re.Match[str] | None:
    """The sign or code before the number; W, Won and the backslash only before what is written like a sum."""
    if m["signed"] is None:
        return None
    sign = words.prefix.search(text, max(0, m.start() - 8), m.start())
    if sign is None:
        return None
    form = sign.group().strip()
    written_like_a_sum = "," in text[m.start() : number_end] or not text[number_end - 1].isdigit()
    if form == "won":  # `about won 1.2 trillion`; else the verb
        return sign if m["english"] and _SUM_ENDS.match(text, number_end) else None
    if form in ("W", "Won"):
        return sign if written_like_a_sum and not _WON_COUNTS.match(text, number_end) else None
    return sign if form != "\\" or written_like_a_sum else None


def _value(text: str, end: int, m: re.Match[str], elided: bool) -> tuple[int, Number] | None:
    """The number that ends at `end` and where it starts: later if the whole is no number (`3억 5억원`), earlier if
    Hangul leads up to the digits (`십억 6십만 5원`)."""
    start = m.start()
    if m["english"]:
        value = parse_english(text[start:end])
        return (start, value) if value is not None else None
    starts = [start, *(i + 1 for i in range(start, end) if text[i] in " ," and text[i + 1 : i + 2].isdigit())]
    if not elided and text[start - 1 : start] in ("만", "억", "조", " ") and start > 1:
        starts = [*(i for i in _hangul_starts(text, start) if not _is_hangul(text[i - 1 : i])), *starts]
    for at in starts:
        value = parse_korean(text[at:end], elided)
        if value is not None:
            return at, value
    return None


def _hangul_starts(text: str, end: int) -> list[int]:
    """Where words of nothing but Hangul numerals start in the run of them that ends at `end`, leftmost first."""
    first = end
    while first > max(0, end - _LONGEST_RUN) and text[first - 1] in _HANGUL_NUMBER:
        first -= 1
    return [i for i in range(first, end) if text[i] != " " and (i == first or text[i - 1] == " ")]


def _is_verb(text: str, start: int, number_end: int, end: int) -> bool:
    """Whether `won` after a number is the verb: `In 2019 won the prize`, `Team 3 won 2-0`."""
    if not text[number_end - 1].isdigit():
        return False
    if _VERB_AFTER.match(text, end):
        return True
    digits = text[start:number_end]
    return (
        "," not in digits
        and (len(digits) < 3 or ("1900" <= digits <= "2099" and len(digits) == 4))
        and bool(_VERB_BEFORE.search(text, max(0, start - 12), start))
    )


def _hangul_led(text: str, words: Lexicon) -> Iterator[Sum]:
    for m in words.hangul_led.finditer(text):
        end, level = m.end("tail"), m["unit"] == "대"  # `수십억대`
        starts = _hangul_starts(text, end)
        if text[starts[0] - 1 : starts[0]].isdigit():
            continue
        for start in starts:
            piece = text[start:end]
            vague = _VAGUE.fullmatch(piece) is not None and not _is_hangul(text[start - 1 : start])
            value = parse_korean(piece, elided=False) if not level and _is_whole_number(text, start, end) else None
            if piece == "만" and _is_full(text, start, m.end()):
                break
            if vague or value is not None:
                code = "KRW" if level else words.follows(m["unit"]).code
                rule = "vague" if vague else "hangul"
                yield Sum(
                    start,
                    end if level else m.end(),
                    code,
                    None if vague else value,
                    rule,
                    None,
                    m["few"] is not None,
                    start,
                )
                break


def _is_full(text: str, start: int, end: int) -> bool:
    """Whether 만원 says that a place is full."""
    if _FULL_HOUSE.match(text, end):
        return True
    return _FULL_AFTER.match(text, end) is not None and _FULL_BEFORE.search(text, max(0, start - 25), start) is not None


def _is_whole_number(text: str, start: int, end: int) -> bool:
    """Whether a Hangul numeral stands alone: no word runs into it, and it is no unit of a table (`단위: 백만원`)."""
    piece = text[start:end]
    if piece in ("억", "조", "경") or (piece[1:2] == " " and piece[0] not in "만천백십"):
        return False
    if _is_hangul(text[start - 1 : start]):
        return bool(_GLUED_BEFORE.search(text, max(0, start - 4), start))
    return not (_ONLY_SCALES.fullmatch(piece) and _UNIT_OF_TABLE.search(text, max(0, start - 6), start))


def _is_hangul(character: str) -> bool:
    return "가" <= character <= "힣"


# The last words of a number, and the currencies that a small number stands before; without the first letter, which
# may be a capital. `won` is no anchor: after a small number (`the first two won gold`) it is the verb.
_SCALE_ANCHORS = ("illion", "housand", "undred")
_CURRENCY_ANCHORS = ("ollar", "uro", "yen", "yuan")
_LONGEST_NATION = 14


def _in_words(text: str, words: Lexicon) -> Iterator[Sum]:
    """English sums whose number is in words, found from their last word, which is rare."""
    for anchor in _SCALE_ANCHORS + _CURRENCY_ANCHORS:
        at = text.find(anchor)
        while at >= 0:
            end = at + len(anchor)
            if anchor in _CURRENCY_ANCHORS:
                end = max(text.rfind(gap, max(0, at - _LONGEST_NATION), at) for gap in " -")
            yield from _words_before(text, end, words)
            at = text.find(anchor, at + len(anchor))


def _words_before(text: str, end: int, words: Lexicon) -> Iterator[Sum]:
    end += text[end : end + 1].lower() == "s"
    last = text[max(0, end - _LONGEST_NATION) : max(0, end)].replace("-", " ").rpartition(" ")[2]
    if last.lstrip("(“‘\"'[").lower() not in _COUNT_WORDS:
        return
    of = 4 if text[end : end + 4].lower() == " of " else 1
    unit = words.english.match(text, end + of) if end > 0 and text[end : end + 1] in " -" else None
    first = _count_start(text, end) if unit else end
    if unit is None or first == end or _DIGIT_BEFORE.search(text, max(0, first - 2), first):
        return
    code = words.follows(unit.group()).code
    for start in (w.start() for w in _LETTERS.finditer(text, first, end)):
        piece = text[start:end].strip()
        if piece.split()[0].lower() in ("and", "of", "point"):
            continue
        if _VAGUE_WORDS.search(piece):
            yield Sum(start, unit.end(), code, None, "vague", None, False, start)
            return
        value = parse_english(piece)
        if value is not None and (of == 1 or " of" not in piece):
            factor = words.follows(unit.group()).factor
            yield Sum(start, unit.end(), code, exact(value * factor), "words", None, False, start)
            return


def _count_start(text: str, end: int) -> int:
    """Where the run of number words that ends at `end` starts; `end` if there is none."""
    first = at = end
    for piece in reversed(_WORDS_AND_GAPS.findall(text, max(0, end - _LONGEST_COUNT), end)):
        at -= len(piece)
        if piece.lower() in _COUNT_WORDS:
            first = at
        elif piece not in (" ", "-"):
            break
    return first
