"""What a translation says differently, in sentences that belong together.

| finding | when | severity |
|---|---|---|
| amount_mismatch | a sum on each side that the other side has nowhere | error |
| date_mismatch | a day on each side whose written numbers differ | error, warning where it is no day |
| official_mismatch | another person in the same sentence | error with the same post, else warning |
| post_mismatch | the same person with another post | warning |
| district_mismatch | another area of the same level | error |
| missing_in_translation, added_in_translation | a sum or person that the other side has nowhere | warning, info where the sentence is left out |
| missing_in_translation | a town that the translation has nowhere | info |

A sum counts as said where the other side has its number without a currency, a person where the other side has the name in any
spelling. Precision comes before recall: what might be a difference of wording is not reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.grammar.dates.words_en import MONTHS
from pipeline.grammar.numerals import parse_digits, parse_english, parse_korean
from pipeline.grammar.people.names import is_word, split_hangul
from pipeline.grammar.places import gazetteer
from pipeline.grammar.regex import regex
from pipeline.grammar.romanise import spelling_distance
from pipeline.meaning import Keys, Side, keys_of, names_in, people_in, same_meaning
from pipeline.records import Finding, Mention

_NUMBER_KO = regex(r"\d[\d,.]*(?:\s?(?:조|억|만|천|백)\s?(?:\d[\d,.]*)?)*")
_NUMBER_EN = regex(r"\d[\d,.]*(?:\s?(?:trillion|billion|million|thousand)(?:\s(?:and\s)?\d[\d,.]*)?)*", re.IGNORECASE)
_STRONG_NAME = regex(
    r"(?<![가-힣])(([가-힣]{2}[^\W은는이가을를의도과와에로])(|은|는|이|가|을|를|의|도|과|와|씨))(?![가-힣])"
)
_NUMBER_OF_KO = regex(r"(\d{1,2})\s?(월?)(?!\d|년)")
_NUMBER_OF_EN = regex(r"\b(" + "|".join(MONTHS) + r")[a-z]*|(?<!\d)(\d{1,2})(?!\d)", re.IGNORECASE)
# Digits in which two sums may differ that are taken for one.
_ALIKE = 2
# A ratio of the values and what most likely was misread.
_MISREAD = {
    Decimal("0.01"): ("억 (100 million) read as million", "억을 million으로 옮김"),
    Decimal("0.1"): (
        "a digit dropped, or 만 (10 thousand) read as thousand",
        "자릿수를 빠뜨렸거나 만을 thousand로 옮김",
    ),
    Decimal("0.001"): (
        "조 (trillion) read as billion, or a scale too small",
        "조를 billion으로 옮기는 등 한 단위 작음",
    ),
    Decimal("0.0001"): ("억 (100 million) read as 만 (10 thousand)", "억을 만으로 옮김"),
    Decimal("10"): ("억 (100 million) read as billion, or a digit added", "억을 billion으로 옮겼거나 자릿수가 늘어남"),
    Decimal("100"): ("만 (10 thousand) read as million", "만을 million으로 옮김"),
    Decimal("1000"): ("a scale too large", "한 단위 큼"),
    Decimal("10000"): ("만 (10 thousand) read as 억 (100 million)", "만을 억으로 옮김"),
}


def _not_told_by(mentions: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    """The mentions but the ranges whose ends others tell one by one, and the ends of a range that is told."""
    told = {key for m in others for key in keys_of(m)}
    ranges = [keys_of(m) for m in others if len(keys_of(m)) > 1]
    here = {key for m in mentions for key in keys_of(m)}
    return [
        m
        for m in mentions
        if not (
            len(keys_of(m)) > 1
            and keys_of(m) <= told
            and all(len(keys_of(o)) < 2 for o in others if keys_of(o) & keys_of(m))
        )
        and not any(keys_of(m) < whole <= here for whole in ranges)
    ]


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that belong together: mentions of one type on both sides, their words, and the whole texts."""

    korean: list[Mention]
    english: list[Mention]
    words_ko: str
    words_en: str
    original: Side
    translation: Side

    def left(self) -> tuple[list[Mention], list[Mention]]:
        """The mentions of both sides that are left when each has been paired with one of the other that means the same."""
        korean, english = list(self.korean), []
        for mention in self.english:
            same = next((k for k in korean if same_meaning(k, mention)), None)
            if same is None:
                english.append(mention)
            else:
                korean.remove(same)
        return _not_told_by(korean, english), _not_told_by(english, korean)

    def bare_numbers(self) -> tuple[set[Decimal], set[Decimal]]:
        """The numbers of both sides that are no sums."""
        words_ko, words_en = self.words_ko, self.words_en
        for m in self.korean:
            words_ko = words_ko.replace(m.text, " ", 1)
        for m in self.english:
            words_en = words_en.replace(m.text, " ", 1)
        return _numbers(words_ko, "ko"), _numbers(words_en, "en")

    def new(self, mention: Mention) -> bool:
        """Whether a mention means something that the other text says nowhere."""
        other = self.translation if mention.lang == "ko" else self.original
        return not keys_of(mention) <= other.keys(mention.type)


def _amounts(bead: Bead) -> Iterator[Finding]:
    if not bead.korean and not bead.english:
        return
    korean, english = bead.left()
    numbers_ko, numbers_en = bead.bare_numbers()
    for e in [e for e in english if e.row.currency != "KRW"]:
        english.remove(e)
        elsewhere = (k for k in bead.original.mentions if k.type == "amount" and k.row is not None and bead.new(k))
        k = next((k for k in (*korean, *elsewhere) if k.row.value_krw == e.row.value), None)
        if k is not None:
            korean = [one for one in korean if one is not k]
            yield _mismatch("amount_mismatch", "error", k, e, _said, *_cause(k, e))
    korean = [k for k in korean if k.row.currency == "KRW" and not _values(k) & numbers_en]
    english = [e for e in english if not _values(e) & numbers_ko or any(bead.new(k) for k in korean)]
    for e in english:
        near = [k for k in korean if bead.new(k) or bead.new(e)]
        if not near and bead.new(e):
            sums = [k for k in bead.original.mentions if k.type == "amount" and keys_of(k) and k.row.currency == "KRW"]
            near = [k for k in sums if _misread(k, e) or _strangeness(k, e) < _ALIKE]
        if near:
            nearest = min(near, key=lambda k: (_strangeness(k, e), not bead.new(k)))
            korean = [k for k in korean if k is not nearest]
            yield _mismatch("amount_mismatch", "error", nearest, e, _said, *_cause(nearest, e))
        elif bead.words_ko and bead.new(e):
            message_ko = f"원문에 {e.text}에 해당하는 금액이 없음"
            yield Finding("added_in_translation", "warning", f"the original has no {e.text}", e, None, message_ko)
    yield from (_missing(k, bead, "warning") for k in korean if bead.new(k) and not _aside(k, bead))


def _aside(korean: Mention, bead: Bead) -> bool:
    """Whether a sum in won only converts the foreign one before it: `500유로(약 80만원)`."""
    before = bead.original.text[max(0, korean.start - 4) : korean.start]
    foreign = (m for m in bead.korean if m.row.currency != "KRW" and 0 <= korean.start - m.end < 5)
    return "(" in before and next(foreign, None) is not None


def _mismatch(
    kind: str,
    severity: str,
    korean: Mention,
    english: Mention,
    said: Callable[[Mention], str],
    cause: str = "",
    cause_ko: str = "",
) -> Finding:
    here, there = said(korean), said(english)
    message = f"the original says {here}, the translation {there}{cause}"
    return Finding(kind, severity, message, korean, english, f"원문: {here}, 번역: {there}{cause_ko}")


def _missing(mention: Mention, bead: Bead, severity: str) -> Finding:
    """severity: where the sentence is translated; that a sentence is left out is for information."""
    severity = severity if bead.words_en else "info"
    message_ko = f"{mention.text}에 해당하는 말이 번역에 없음"
    message = f"{mention.text} has no counterpart in the translation"
    return Finding("missing_in_translation", severity, message, mention, None, message_ko)


def _dates(bead: Bead) -> Iterator[Finding]:
    korean, english = bead.left()
    for e in list(english):
        # One end of a range that is told; the other may stand beside it unread.
        whole = next((k for k in korean if keys_of(e) < keys_of(k)), None)
        days = [] if whole is None else [str(int(key[-2:])) for key in keys_of(whole) - keys_of(e)]
        if whole is not None and all(re.search(rf"(?<!\d){day}(?!\d)", bead.words_en) for day in days):
            english.remove(e)
    for e in english:
        near = [k for k in korean if bead.new(k) or bead.new(e)]
        if bead.new(e):
            near += [k for k in bead.original.mentions if k.type == "date" and keys_of(k) and bead.new(k)]
        near = [k for k in near if k.row.granularity == e.row.granularity and _written_apart(k, e)]
        if near:
            korean = [k for k in korean if k is not near[0]]
            severity = "error" if e.row.granularity == "day" else "warning"
            yield _mismatch("date_mismatch", severity, near[0], e, lambda m: f"{m.text} ({m.value})")


def _officials(bead: Bead) -> Iterator[Finding]:
    if not bead.words_ko or not bead.words_en:
        return
    for k in bead.korean:
        for e in bead.english:
            if keys_of(k) & keys_of(e) and k.row.post != e.row.post and "other_public" not in (k.row.post, e.row.post):
                yield _mismatch("post_mismatch", "warning", k, e, lambda m: f"{m.row.canonical}, {m.row.post_text}")
    korean, english = bead.left()
    korean = [k for k in korean if not keys_of(k) & frozenset(names_in(bead.words_en, "en"))]
    for e in english:
        if not bead.new(e) or keys_of(e) & bead.original.people or not keys_of(e):
            continue
        if korean:
            other_one = min(korean, key=lambda k: k.row.post != e.row.post)
            korean.remove(other_one)
            severity = "error" if other_one.row.post == e.row.post else "warning"
            yield _mismatch("official_mismatch", severity, other_one, e, lambda m: m.text)
        elif other := next(
            (name for name in _strong_names(bead.words_ko) if not _keys(name) & bead.translation.people), ""
        ):
            yield _other_person(other, e.text, e)
        else:
            message_ko = f"원문에 {e.text}에 해당하는 사람이 없음"
            yield Finding("added_in_translation", "warning", f"the original has no {e.text}", e, None, message_ko)
    for k in korean:
        if not bead.new(k) or keys_of(k) & bead.translation.people:
            continue
        people = (name for name, keys in people_in(bead.words_en) if "-" in name and not keys & bead.original.people)
        other = next(people, "")
        if other:
            yield _other_person(k.text, other, k)
        else:
            # Names of foreigners are spelt beyond recognition.
            yield _missing(k, bead, "warning" if k.row.district_code else "info")


def _other_person(korean: str, english: str, mention: Mention) -> Finding:
    message = f"the original says {korean}, the translation {english}"
    return Finding("official_mismatch", "error", message, mention, None, f"원문: {korean}, 번역: {english}")


def _strong_names(text: str) -> Iterator[str]:
    """Hangul of three syllables that is a name by its shape and no common word."""
    for word, name, _ in _STRONG_NAME.findall(text):
        split = split_hangul(name)
        if split is not None and len(split.given) == 2 and not is_word(name) and not is_word(word):
            yield name


def _keys(name: str) -> Keys:
    return frozenset(names_in(name, "ko"))


def _districts(bead: Bead) -> Iterator[Finding]:
    korean, english = bead.left()
    areas = gazetteer.areas()
    for e in english:
        here = areas[e.entity_id]
        if not bead.new(e) or here.name_ko[:-1] in bead.original.text:
            continue
        near = [k for k in korean if areas[k.entity_id].level == here.level and not _spelt(k, bead.words_en)]
        if near:
            korean.remove(near[0])
            yield _mismatch("district_mismatch", "error", near[0], e, lambda m: m.text)
    named = (k for k in korean if areas[k.entity_id].level == "sigungu" and bead.words_en and bead.new(k))
    yield from (_missing(k, bead, "info") for k in named if not _spelt(k, bead.translation.text))


def _spelt(mention: Mention, text: str) -> bool:
    """Whether an area's English name, without its unit, stands in a text."""
    stem = re.split(r"-(?:gu|si|gun|do|dong|eup|myeon)", gazetteer.areas()[mention.entity_id].name_en)[0]
    return re.search(rf"\b{re.escape(stem)}", text, re.IGNORECASE) is not None


DIFFERENCES: dict[str, Callable[[Bead], Iterator[Finding]]] = {
    "amount": _amounts,
    "date": _dates,
    "official": _officials,
    "district": _districts,
}


def _values(mention: Mention) -> set[Decimal]:
    row = mention.row
    return {Decimal(v) for v in (row.value, row.value_krw, row.value_max_krw) if v is not None}


def _numbers(text: str, lang: str) -> set[Decimal]:
    """All numbers of a text, with or without a unit behind them."""
    pattern, parse = (_NUMBER_KO, parse_korean) if lang == "ko" else (_NUMBER_EN, parse_english)
    found: set[Decimal] = set()
    for match in pattern.finditer(text):
        written = match.group().strip(" ,.")
        value = parse_digits(written)
        value = parse(written.replace(" ", "") if lang == "ko" else written) if value is None else value
        if value is not None:
            found.add(Decimal(value))
    return found


def _digits(mention: Mention) -> set[str]:
    """The first digits as written: `12억5000만원` and `$1.25 billion` share 125."""
    plain = "".join(re.findall(r"\d", re.sub(r"(?<=\d),(?=\d)", "", mention.text)))
    return {plain.rstrip("0")} - {""}


def _said(mention: Mention) -> str:
    value = mention.row.value_krw
    return f"{mention.text} ({value:,} won)" if value is not None else mention.text


def _strangeness(korean: Mention, english: Mention) -> float:
    """How unlike two sums are written: their digits first."""
    a, b = (next(iter(_digits(m)), "") for m in (korean, english))
    return spelling_distance(a, b)


def _misread(korean: Mention, english: Mention) -> tuple[str, str] | None:
    """How a sum became another by its ratio, in English and Korean."""
    a, b = korean.row.value_krw, english.row.value_krw
    return _MISREAD.get(Decimal(b) / Decimal(a)) if a and b else None


def _cause(korean: Mention, english: Mention) -> tuple[str, str]:
    if english.row.currency != korean.row.currency:
        return f": won called {english.row.currency}", f" (원을 {english.row.currency}로 옮김)"
    misread = _misread(korean, english)
    return (f": {misread[0]}", f" ({misread[1]})") if misread else ("", "")


def _written_apart(korean: Mention, english: Mention) -> bool:
    """Whether two dates differ as they are written, not only as they are understood."""
    here = [(bool(m[2]), int(m[1])) for m in _NUMBER_OF_KO.finditer(re.sub(r"\d{4}", "", korean.text))]
    there = [(bool(m[1]), MONTHS[m[1].lower()] if m[1] else int(m[2])) for m in _NUMBER_OF_EN.finditer(english.text)]
    months, days = (
        [{n for is_month, n in side if is_month is wanted} for side in (here, there)] for wanted in (True, False)
    )
    return bool(all(days) and days[0] != days[1]) or bool(all(months) and months[0] != months[1])
