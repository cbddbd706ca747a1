"""Any sum and any date in any form, written into a sentence and read back to the same value, in both languages."""

from __future__ import annotations

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from writing import (
    DAYS_ENGLISH,
    DAYS_KOREAN,
    PERIODS,
    RANGES_ENGLISH,
    RANGES_KOREAN,
    STYLES,
    SUMS_ENGLISH,
    SUMS_KOREAN,
    write_day,
    write_english,
    write_korean,
    write_period,
)

import pipeline
from pipeline.extractors import amount, date

SENTENCES = {
    "ko": ["구는 {}을 들여 공원을 넓힌다고 밝혔다.", "예산 {}(구비)", "이 사업에는 모두 {}이 든다.", "{}"],
    "en": [
        "The district set aside {} for a park.",
        "Its budget ({}) was passed.",
        "It will spend {}, officials said.",
        "{}",
    ],
}
DATED = {"ko": "공사는 {} 끝났다고 한다.", "en": "The work was finished {} by the city."}
EXACT = settings(max_examples=200, deadline=None)
LANGUAGES = st.sampled_from(["ko", "en"])


def sums(text: str) -> list[tuple[str, int | None, int | None]]:
    mentions = pipeline.process(text, extractors=[amount.EXTRACTOR]).mentions
    return [(m.text, m.row.value_krw, m.row.value_max_krw) for m in mentions]


def dates(text: str) -> list[str]:
    return [m.value for m in pipeline.process(text, published="2021-05-31", extractors=[date.EXTRACTOR]).mentions]


@EXACT
@given(st.integers(1000, 10**15), st.sampled_from(STYLES), st.sampled_from(["", " "]), st.sampled_from(SENTENCES["ko"]))
def test_any_korean_number(n: int, style: str, gap: str, sentence: str) -> None:
    written = f"{write_korean(n, style, gap)}{gap}원"
    assert sums(sentence.format(written)) == [(written, n, None)]


@EXACT
@given(st.integers(1, 999), st.data(), LANGUAGES)
def test_any_sum_in_any_form(n: int, data: st.DataObject, lang: str) -> None:
    form, unit = data.draw(st.sampled_from(SUMS_KOREAN if lang == "ko" else SUMS_ENGLISH))
    if unit == 1:
        n *= 1000
    elif "{n}" in form and "(" not in form and unit > 10**4:
        n = data.draw(st.sampled_from([n, n / 2 if n % 2 else n, n / 10 if n % 10 else n]))
    written = form.format(n=f"{n:,}", w=write_english(int(n), hyphens=True))
    sentence = data.draw(st.sampled_from(SENTENCES[lang]))
    assert sums(sentence.format(written)) == [(written, round(n * unit), None)]


@EXACT
@given(st.integers(1, 998), st.data(), LANGUAGES)
def test_any_range_of_sums(low: int, data: st.DataObject, lang: str) -> None:
    high = data.draw(st.integers(low + 1, 999))
    form, unit = data.draw(st.sampled_from(RANGES_KOREAN if lang == "ko" else RANGES_ENGLISH))
    if unit == 1:
        low, high = low * 1000, high * 1000
    ((_, *bounds),) = sums(data.draw(st.sampled_from(SENTENCES[lang])).format(form.format(a=low, b=high)))
    assert bounds == [low * unit, high * unit]


@EXACT
@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from([" ", " and "]), st.sampled_from(SENTENCES["en"]))
def test_any_english_sum_of_two_scales(trillions: int, billions: int, link: str, sentence: str) -> None:
    written = f"{trillions} trillion{link}{billions} billion won"
    assert sums(sentence.format(written)) == [(written, trillions * 10**12 + billions * 10**9, None)]


DAYS = st.dates(datetime.date(1990, 1, 1), datetime.date(2048, 12, 31))  # a short year is read as one of 1950 to 2049


@EXACT
@given(DAYS, st.data(), LANGUAGES)
def test_any_day_in_any_form(day: datetime.date, data: st.DataObject, lang: str) -> None:
    form = data.draw(st.sampled_from(DAYS_KOREAN if lang == "ko" else DAYS_ENGLISH))
    on = "on " if lang == "en" and not form.startswith("the") else ""
    assert dates(DATED[lang].format(on + write_day(form, day))) == [day.isoformat()]


@EXACT
@given(DAYS, st.integers(1, 360), st.data(), LANGUAGES)
def test_any_range_of_days(start: datetime.date, length: int, data: st.DataObject, lang: str) -> None:
    end = start + datetime.timedelta(days=length)
    form = data.draw(st.sampled_from(DAYS_KOREAN if lang == "ko" else DAYS_ENGLISH))
    link = data.draw(
        st.sampled_from(
            ["{}부터 {}까지", "{} ~ {}", "{}∼{}"] if lang == "ko" else ["from {} to {}", "from {} through {}"]
        )
    )
    written = link.format(write_day(form, start), write_day(form, end))
    assert dates(DATED[lang].format(written)) == [f"{start.isoformat()}/{end.isoformat()}"]


@EXACT
@given(st.integers(1995, 2040), st.integers(1, 9), st.integers(1, 12), st.sampled_from(PERIODS), LANGUAGES)
def test_any_period(year: int, years: int, month: int, forms: tuple[str, str, str], lang: str) -> None:
    written, edtf = write_period(forms, lang, year, year + years, month)
    assert dates(DATED[lang].format(written)) == [edtf]
