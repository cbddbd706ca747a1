"""Amounts: sums of money in Korean and English, with what they are for.

| form | example | value |
|---|---|---|
| digits and scales | `44억3000만원`, `1조 2,345억 원`, `3천500억원`, `302,230억원` | won, exactly |
| Hangul alone | `십이억오천만 원`, `일금 오백만원정`, `7십팔만 6천원` | won, exactly |
| 원 left out | `추경 230억 편성`, `예산 1,000억 시대`, `3억, 5억원`, `2억5천` | money only by the words around |
| signs and codes | `₩500,000`, `KRW 10 billion`, `W10bn`, `Won 3.2 trillion`, `US$1.2 million` | the sign's currency |
| English | `1.5 billion won`, `10-billion-won`, `four hundred sixty billion won`, `24.2 billion KRW` | won, exactly |
| range, one mention | `10∼20억 원`, `between 3 and 5 million won` | value_krw to value_max_krw |
| vague | `수억원`, `수십억 원대`, `tens of billions of won` | empty, qualifier vague |
| other currencies | `20만 달러`, `30억 엔`, `€2 million` | value in the currency, value_krw empty |
| unit elsewhere | `2,567(백만원)`, table cells under `(단위: 천원)` | scaled |

The span holds the number with its unit, sign and currency, without 약, 총, about, over. 여 inside a number stays in
the span and makes it `over` (a little more). Not amounts: counts (`80억 인구`, `3만 명`), `won` the verb, 원 in another word.

>>> import pipeline
>>> [m.value for m in pipeline.process("총사업비 6억 4,009만 원", extractors=[EXTRACTOR]).mentions]
['640090000']
>>> [m.value for m in pipeline.process("It cost $2.5 million.", extractors=[EXTRACTOR]).mentions]
['USD 2500000']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.contract import Context, Extractor, Match, column
from pipeline.grammar.money.money import Sum, numbers
from pipeline.grammar.money.money_bare import settle, tables
from pipeline.grammar.money.money_basis import BASES, basis_of
from pipeline.grammar.money.money_cues import QUALIFIERS, qualifier_of, year_of
from pipeline.grammar.money.money_range import join_ranges
from pipeline.grammar.money.money_roles import ROLES, roles_of
from pipeline.grammar.numerals import Number
from pipeline.records import Mention
from pipeline.view import View

_REACH = 140
# A sum without a word of its own takes the role of the sum before it when no more than this stands between them.
_INHERITS = 250


@dataclass(frozen=True, slots=True)
class Amount:
    """One sum of money. `value` is exact: an int where whole, else a Decimal; None where the sum is vague."""

    currency: str = column("ISO 4217 code")
    value: Number | None = column("the sum in its currency (of a range the lower end), empty if vague")
    value_krw: int | None = column("the sum in won, empty for other currencies and vague sums")
    value_max_krw: int | None = column("the upper end of a range in won, empty if there is none")
    qualifier: str = column("how the text limits the sum", enum=QUALIFIERS)
    basis: str = column("what one such sum is for", enum=BASES)
    role: str = column("what kind of money it is, by the words around it", enum=ROLES)
    program_id: str = column("the program that the sum belongs to", default="", references="programs")
    district_code: str = column("the district that the sum belongs to", default="", references="districts")
    year: int | None = column("the year that the text ties the sum to", default=None)

    @property
    def canonical(self) -> str:
        """Won as digits, another currency with its code, empty where the sum is vague."""
        if self.value is None:
            return ""
        return str(self.value_krw) if self.currency == "KRW" else f"{self.currency} {self.value}"


def find(view: View) -> Iterator[Match]:
    """Every sum of money; `data` is its `Sum`."""
    text = view.text
    found = settle(text, join_ranges(text, numbers(text)))
    taken = {position for s in found for position in (s.start, s.end - 1)}
    cells = [s for s in tables(text) if s.start not in taken and s.end - 1 not in taken]
    for s in sorted([*found, *cells], key=lambda s: s.start):
        yield Match(s.start, s.end, s.rule, s)


def normalise(mention: Mention, context: Context) -> Amount:
    """The typed row: value by the grammar, qualifier, basis, role and year by the words around."""
    found: Sum = mention.data
    before, after = _around(mention, context)
    krw = found.currency == "KRW"
    published = context.document.published
    role, basis = context.once(_purposes)[mention.segment, mention.view_start]
    return Amount(
        currency=found.currency,
        value=found.low,
        value_krw=round(found.low) if krw and found.low is not None else None,
        value_max_krw=round(found.high) if krw and found.high is not None else None,
        qualifier="vague" if found.low is None else qualifier_of(before, after, found.few),
        basis=basis,
        role=role,
        year=year_of(before, after, published.year if published else None),
    )


def _around(mention: Mention, context: Context) -> tuple[str, str]:
    """What stands before and after the mention in its sentence."""
    start, end = context.sentence(mention)
    start, end = min(start, mention.view_start), max(end, mention.view_end)
    before = context.before(mention, min(_REACH, mention.view_start - start))
    return before, context.after(mention, min(_REACH, end - mention.view_end))


def _purposes(context: Context) -> dict[tuple[int, int], tuple[str, str]]:
    """Role and basis of every amount of the document, by segment and view offset."""
    mentions = context.of("amount")
    roles = _roles(mentions, context)
    purposes: dict[tuple[int, int], tuple[str, str]] = {}
    for _, group in groupby(mentions, key=lambda m: (m.segment, context.sentence(m))):
        sums = list(group)
        told = [roles[m.segment, m.view_start] for m in sums]
        for mention, basis in zip(sums, _bases(sums, told, context), strict=True):
            key = mention.segment, mention.view_start
            purposes[key] = roles[key], basis
    return purposes


def _roles(mentions: Sequence[Mention], context: Context) -> dict[tuple[int, int], str]:
    """The role of every amount, by its sentence, else by what leads up to that.

    One that nothing near it tells has the role of the last told before it, else of the next.
    """
    roles: dict[tuple[int, int], str] = {}
    last: Mention | None = None
    for (segment, sentence), group in groupby(mentions, key=lambda m: (m.segment, context.sentence(m))):
        sums = list(group)
        spans = [(m.view_start, m.view_end) for m in sums]
        whole = min(sentence[0], spans[0][0]), max(sentence[1], spans[-1][1])
        near = last is not None and _near(last, sums[0])
        before = (roles[last.segment, last.view_start], _won(last)) if last and near else ("", None)
        text, values = context.views[segment].text, [_won(m) for m in sums]
        told = roles_of(text, whole, spans, values, before)
        if not all(told):
            wider = max(0, whole[0] - _REACH), whole[1]
            told = [
                role or beyond for role, beyond in zip(told, roles_of(text, wider, spans, values, before), strict=True)
            ]
        roles.update(zip(((m.segment, m.view_start) for m in sums), told, strict=True))
        last = sums[-1]
    keys = list(roles)
    for order in (keys, keys[::-1]):
        role = ""
        for key in order:
            role = roles[key] = roles[key] or role
    return {key: role or "other" for key, role in roles.items()}


def _bases(mentions: list[Mention], roles: list[str], context: Context) -> list[str]:
    """The basis of each amount of one sentence."""
    bases: list[str] = []
    last: tuple[str, str, Number | None] = ("", "total", None)
    for mention, role in zip(mentions, roles, strict=True):
        value = _won(mention)
        bases.append(basis_of(*_around(mention, context), role, value, last))
        last = (role, bases[-1], value)
    return bases


def _won(mention: Mention) -> Number | None:
    found: Sum = mention.data
    return found.low if found.currency == "KRW" else None


def _near(left: Mention, right: Mention) -> bool:
    return left.segment == right.segment and right.view_start - left.view_end <= _INHERITS


EXTRACTOR = Extractor(type="amount", find=find, normalise=normalise, row=Amount, nests=False)
