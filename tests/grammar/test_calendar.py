"""Calendar arithmetic and the elected terms."""

from __future__ import annotations

import datetime

import pytest

from pipeline.grammar.dates import calendar, terms


@pytest.mark.parametrize(
    ("period", "start", "end", "edtf"),
    [
        (calendar.month(2024, 2), "2024-02-01", "2024-02-29", "2024-02"),
        (calendar.year(2021), "2021-01-01", "2021-12-31", "2021"),
        (calendar.decade(1990), "1990-01-01", "1999-12-31", "199X"),
        (calendar.quarter(2021, 3), "2021-07-01", "2021-09-30", "2021-35"),
        (calendar.half(2021, 2), "2021-07-01", "2021-12-31", "2021-41"),
        (calendar.season(2020, 4), "2020-12-01", "2021-02-28", "2020-24"),
        (calendar.school_year(2021), "2021-03-01", "2022-02-28", "2021-03-01/2022-02-28"),
        (calendar.week(datetime.date(2021, 5, 30)), "2021-05-24", "2021-05-30", "2021-05-24/2021-05-30"),
        (terms.term(1), "1995-07-01", "1998-06-30", "1995-07-01/1998-06-30"),
        (terms.term(2), "1998-07-01", "2002-06-30", "1998-07-01/2002-06-30"),
        (terms.term(9), "2026-07-01", "2030-06-30", "2026-07-01/2030-06-30"),
        (terms.part_of_term(7, "first_half"), "2018-07-01", "2020-06-30", "2018-07-01/2020-06-30"),
        (terms.part_of_term(8, "first_days", 100), "2022-07-01", "2022-10-08", "2022-07-01/2022-10-08"),
    ],
)
def test_periods(period: calendar.Period, start: str, end: str, edtf: str) -> None:
    assert (period.start.isoformat(), period.end.isoformat(), period.edtf) == (start, end, edtf)


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("chuseok", 2022, "2022-09-10"),
        ("seollal", 2022, "2022-02-01"),
        ("buddha", 2026, "2026-05-24"),
        ("children", 2021, "2021-05-05"),
        ("thanksgiving", 2013, "2013-11-28"),
    ],
)
def test_holidays(name: str, year: int, day: str) -> None:
    found = calendar.holiday(name, year)
    assert found is not None
    assert found.isoformat() == day


def test_the_last_day_of_a_month_stays_its_last_day() -> None:
    assert calendar.add_months(datetime.date(2021, 5, 31), 1) == datetime.date(2021, 6, 30)
    assert calendar.add_months(datetime.date(2024, 3, 31), -1) == datetime.date(2024, 2, 29)


def test_the_nth_weekday_of_a_month() -> None:
    october = calendar.month(2021, 10)
    third = calendar.nth_weekday(october, 5, 3)
    last = calendar.nth_weekday(october, 4, -1)
    assert third is not None
    assert last is not None
    assert (third.start.day, last.start.day) == (16, 29)
    assert calendar.nth_weekday(october, 0, 5) is None


@pytest.mark.parametrize(
    ("period", "part", "edtf"),
    [
        (calendar.month(2024, 8), "late", "2024-08"),
        (calendar.month(2024, 8), "last_day", "2024-08-31"),
        (calendar.year(2024), "early", "2024-01"),
        (calendar.year(2024), "mid", "2024"),
        (calendar.year(2024), "late", "2024-12"),
        (calendar.quarter(2024, 1), "late", "2024-03"),
        (calendar.decade(1990), "late", "199X"),
    ],
)
def test_parts(period: calendar.Period, part: str, edtf: str) -> None:
    assert calendar.part_of(period, part).edtf == edtf
