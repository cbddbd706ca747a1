"""Dates: expressions that place something on the calendar, in Korean and English, with the days they mean.

    form                      example                                 value (published 2021-05-31)
    explicit                  2021년 5월 31일(월), May 31, 2021         2021-05-31
    partial                   31일, on the 22nd, 9월                    2021-05-31, 2021-05-22, 2021-09
    relative                  지난해 12월, next month, 다음 주 금요일      2020-12, 2021-06, 2021-06-11
    range                     12~13일, September 23-24                 2021-05-12/2021-05-13
    counted                   7월 25일부터 2주간, two weeks from July 25  2021-07-25/2021-08-07
    counted from a day        3주 뒤 수요일, two weeks before May 3     2021-06-23, 2021-04-19
    since, deadline           2011년부터, by March                      2011/.., ../2021-03
    part of the year          내년 상반기, the third quarter of 2020      2022-40, 2020-35
    elected term              민선7기, the first half of the 7th term    2018-07-01/2022-06-30, …/2020-06-30
    holiday, season           추석, this summer                         2021-09-21, 2021-22

A part of a month named vaguely (`8월 말`, `중순`, `mid-May`) is that month. The end of a year, half or quarter
(`작년 말`, `at the end of the year`) is its last month, its beginning (`내년 초`, `early 2024`) the first: what readers of
news plan by; but a limit at such an end (`2019년 말까지`, `by the end of 2019`) bounds all of it, as `연내` and `within the
year` do. Days that follow each other are one range (`28·29일`, `the 8th and 9th`), others a mention each (`May 3, 10
and 17`). A distance in years (`10년 전`, `two years ago`) is that year, unless it compares (`1년 전보다`) or is past memory
(`500년 전`); the page's own date stamps are left out. Weeks run Monday to Sunday. A deadline or a start keeps the bounds
of the period it names. `이날` is the last day named before it.

>>> import pipeline
>>> [m.value for m in pipeline.process("시는 31일 회의를 열었다.", published="2021-06-01", extractors=[EXTRACTOR]).mentions]
['2021-05-31']
>>> [m.value for m in pipeline.process("It opens by March.", published="2021-01-05", extractors=[EXTRACTOR]).mentions]
['../2021-03']
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.contract import Context, Extractor, Match, column
from pipeline.grammar.dates import dates_en
from pipeline.grammar.dates.anchors import anchor_of
from pipeline.grammar.dates.calendar import DAY, GRANULARITIES, Period, add_months
from pipeline.grammar.dates.expressions import KINDS, Expression
from pipeline.grammar.dates.moments import FUTURE, PAST, Moment, Reference, Resolved
from pipeline.grammar.dates.resolving import resolve
from pipeline.grammar.dates.stamps import is_stamp
from pipeline.grammar.dates.tense import is_announced, is_report, tense
from pipeline.records import Mention
from pipeline.view import View

RESOLUTIONS = ("explicit", "relative", "inherited", "term", "unresolved")


@dataclass(frozen=True, slots=True)
class Date:
    """One date mention. `start` and `end` are empty when the article gives no way to know them."""

    edtf: str = column("what is known, as EDTF (ISO 8601-2): 2021-05-31, 2021-05, XXXX-XX-02, 2011/.., ../2021-03")
    start: datetime.date | None = column("first day of the period named, ISO; empty when unknown")
    end: datetime.date | None = column("last day of the period named, inclusive, ISO; empty when unknown")
    granularity: str = column("the unit that the words name", enum=GRANULARITIES)
    kind: str = column("a point or whole period, a range or part of a term, its start or its limit", enum=KINDS)
    anchor: str = column("ISO date that the value was completed from; empty when none was needed or known")
    resolution: str = column("how the value was known", enum=RESOLUTIONS)

    @property
    def canonical(self) -> str:
        return self.edtf


def find(view: View) -> Iterator[Match]:
    """Matches whose data is their Expression; the article's byline dates are left out."""
    for reader in _readers(view.lang):
        for expression in reader(view.text):
            if not is_stamp(view.text, expression):
                yield Match(expression.start, expression.end, expression.rule, expression)


def _readers(lang: str) -> Iterator[Callable[[str], Iterable[Expression]]]:
    """Korean dates have many patterns, which an English text need not load."""
    if lang != "en":
        from pipeline.grammar.dates import dates_ko

        yield dates_ko.find
    if lang != "ko":
        yield dates_en.find


def normalise(mention: Mention, context: Context) -> Date:
    return context.once(_resolved)[mention.segment, mention.view_start]


def _resolved(context: Context) -> dict[tuple[int, int], Date]:
    """The rows of all the document's dates together: later ones lean on those named before them."""
    mentions = context.of("date")
    around = [(m.data, context.before(m, 60), m.text + context.after(m, 40)) for m in mentions]
    texts = (*(view.text for view in context.views), context.document.text)  # addresses are not in the views
    anchor, precision = anchor_of(context.document.published, around, texts)
    rows: dict[tuple[int, int], Date] = {}
    near: Period | None = None
    named_year: int | None = None
    last_day: datetime.date | None = None
    known: list[datetime.date] = []
    sentence: tuple[int, int, int] = (-1, 0, 0)
    for mention in mentions:
        at = (mention.segment, *context.sentence(mention))
        if at != sentence:
            near, named_year, sentence = None, None, at
        if mention.segment != sentence[0]:
            last_day = None
        view = context.views[mention.segment]
        span = (at[1], at[2])
        reference = Reference(
            anchor=anchor,
            precision=precision,
            tense=_tense(mention, view, span),
            near=near,
            named_year=named_year,
            last_day=last_day,
            known=known,
            patience=14 if mention.data.last is not None else 21,
            report=view.lang == "ko" and is_report(view.text, mention.view_end),
            announced=view.lang == "ko" and is_announced(view.text, mention.view_start, mention.view_end, span),
        )
        row, period = _row(mention.data, reference)
        rows[mention.segment, mention.view_start] = row
        if period is not None and row.resolution != "term":
            near = period
            if row.kind == "point":
                named_year = period.start.year
            if row.granularity == "day" and row.kind == "point":
                last_day = period.start
                if not mention.data.first.bare_day:
                    known.append(period.start)
    return rows


def _tense(mention: Mention, view: View, sentence: tuple[int, int]) -> int:
    """What the form of the expression or, before that, its clause says of past and future."""
    lean: int = mention.data.lean
    if lean == PAST:
        return PAST
    lang = view.lang or "en"
    clause = tense(view.text, mention.view_start, mention.view_end, sentence, lang, plan=lean == FUTURE)
    return clause or lean


def _row(expression: Expression, reference: Reference) -> tuple[Date, Period | None]:
    """The row, and the period that what follows may lean on."""
    first = resolve(_bounded(expression), reference)
    last = first
    kind = expression.kind
    if expression.last is not None:
        last = _end_of_range(expression.first, expression.last, first, reference)
        if first.period and last.period and first.period.start > last.period.start:
            first = _start_of_range(expression.first, last.period, first)
        if first.period and last.period and first.period.start > last.period.start:
            last = first
    elif expression.count is not None and first.period is not None:
        last = _counted(first, expression.count)
    period, until = first.period, last.period
    anchored = first.how in ("relative", "inherited") or last.how in ("relative", "inherited")
    resolved = period is not None and until is not None
    row = Date(
        edtf=_edtf(kind, first, last, expression),
        start=period.start if resolved and period else None,
        end=until.end if resolved and until else None,
        granularity=_granularity(expression, period),
        kind=kind,
        anchor=reference.anchor.isoformat() if reference.anchor and anchored and resolved else "",
        resolution=first.how if resolved else "unresolved",
    )
    return row, until if resolved else None


def _bounded(expression: Expression) -> Moment:
    """The first moment. A limit at the end of a year, half or quarter bounds all of it: `by the end of 2019`."""
    moment = expression.first
    return replace(moment, part="") if expression.kind == "deadline" and moment.part == "late" else moment


def _granularity(expression: Expression, period: Period | None) -> str:
    if expression.first.part and period is not None and expression.first.unit not in ("month", "term"):
        return period.granularity
    if expression.first.term is not None and period is not None:
        return period.granularity
    return expression.last.unit if expression.last is not None else expression.first.unit


def _end_of_range(first: Moment, last: Moment, resolved: Resolved, reference: Reference) -> Resolved:
    """The far end leans on the near one: `28일부터 6월 3일`, `12월부터 2월`."""
    if resolved.period is None:
        return resolve(last, reference)
    start = resolved.period.start
    last = replace(last, direction=0)
    end = (
        resolve(last, replace(reference, near=resolved.period, anchor=start, precision="day", tense=1, report=False))
        if (last.floats and last.back is None and last.day_shift is None and last.week_shift is None)
        else resolve(last, reference)
    )
    if end.period and end.period.start < start and last.floats and last.month not in (None, first.month):
        moved = resolve(replace(last, year=start.year + 1), reference)
        return replace(moved, how=resolved.how) if moved.period else end
    return end


def _start_of_range(first: Moment, end: Period, resolved: Resolved) -> Resolved:
    """A start that came out after its end lies a month or a year before: `28일부터 다음 달 8일까지` read in May."""
    assert resolved.period is not None
    # `from the 26th to March 8`: the first day was taken for March's.
    monthly = first.bare_day or resolved.period.start.month == end.start.month
    start = add_months(resolved.period.start, -1 if monthly else -12)
    if first.year is not None or start > end.start:
        return resolved
    reference = Reference(anchor=start, precision="day", tense=PAST)
    return replace(
        resolve(replace(first, year=start.year, month=start.month if monthly else first.month), reference),
        how=resolved.how,
    )


def _counted(first: Resolved, count: tuple[int, str]) -> Resolved:
    """The end of n days, weeks, months or years counted from the first day, which is one of them."""
    assert first.period is not None
    n, unit = count
    start = first.period.start
    if unit in ("day", "week"):
        end = start + (n * (7 if unit == "week" else 1) - 1) * DAY
    else:
        end = add_months(start, n * (12 if unit == "year" else 1)) - DAY
    return replace(first, period=Period(start, end, "day", end.isoformat()), edtf=end.isoformat())


def _edtf(kind: str, first: Resolved, last: Resolved, expression: Expression) -> str:
    if kind == "since":
        return f"{first.edtf.split('/')[0]}/.."
    if kind == "deadline":
        return f"../{first.edtf.split('/')[-1]}"
    if expression.last is not None or expression.count is not None:
        return f"{first.edtf.split('/')[0]}/{last.edtf.split('/')[-1]}"
    return first.edtf


EXTRACTOR = Extractor(type="date", find=find, normalise=normalise, row=Date, nests=False)
