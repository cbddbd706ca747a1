"""Every pattern of Dongne, and texts made of its own pieces that tempt it to look far or often.

From a pattern's parse: a text that it fits, the same without its end (it nearly fits, again and again), and what it repeats
without limit. Found by walking the modules, so that a new pattern is tempted without a word here.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import re._constants as op  # type: ignore[import-not-found]
import re._parser as sre  # type: ignore[import-not-found]
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from types import ModuleType
from typing import Any

import pipeline
from pipeline.flow import process
from pipeline.grammar.regex import Regex

# Temptations of no single pattern: endless lists, brackets never closed, one letter for ever, a text and its translation.
_BY_HAND = (
    *("1,", "1.", "1~", "1·", "1/", "0", "00,", "억", "만", "천", "십", "3천", "1조2억3만4천5백", "1억 2천만 3백 ", "10억~", "((1억 "),
    *("2021.", "2021-", "5.", "1일", "1월 ", "1일, 2일, ", "3·4·5일 ", "7월 7일부터 ", "일이삼사", "1,000,", "99,999,999"),
    *("지난 ", "오는 ", "부터 ", "까지 ", "민선 ", "7기", "(국비 ", "제", "원", "구", "동", "김", "‘", '"', "▲", "[", " ", "가", "\n", "\n\n"),
    *("1-", "$", "₩", "Won ", "won ", "million ", "two hundred ", "twenty-", "one hundred and ", "between ", "from ", "to ", "May "),
    *("first ", "half of the ", "the of ", "a ", "Mayor ", "Kim ", "-gu ", ", ", ". ", "'", "(", "A", "<b ", "&#1", "김철수 시장, "),
    *("시는 3억 원을 쓴다.\n", "The city spends 300 million won.\n", "시는 3일 3억 원을 쓴다고 밝혔다. 시장은 이를 환영했다.\nOn the 3rd the city said it spends it.\n"),
)  # fmt: skip
# Repeats of fewer are of no harm.
_MANY = 30
# What a class of characters may hold, the likeliest first.
_CHARACTERS = "1가a, A.·-\n(‘\"'~:/%원년월일시군구①▲{[<㈜"
_CLASSES: dict[Any, Callable[[str], bool]] = {
    op.CATEGORY_DIGIT: str.isdigit,
    op.CATEGORY_NOT_DIGIT: lambda c: not c.isdigit(),
    op.CATEGORY_SPACE: str.isspace,
    op.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    op.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    op.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
}


def patterns() -> dict[str, re.Pattern[str]]:
    """Where it stands → pattern, of all modules, with those that are made on first use."""
    process(
        "대전 유성구(구청장 정용래)는 31일 상금 100만원을 기탁했다.\nMayor Kim Min-su of Suwon gave 3 million won on May 3."
    )
    found: dict[str, re.Pattern[str]] = {}
    seen: set[re.Pattern[str]] = set()
    for module in sorted(m.name for m in pkgutil.walk_packages(pipeline.__path__, "pipeline.")):
        if module != "pipeline.korean":  # its analyser is slow to load and has no patterns of ours
            for name, value in sorted(vars(importlib.import_module(module)).items()):
                for place, pattern in _inside(value, f"{module.removeprefix('pipeline.')}.{name}", module):
                    if pattern not in seen:
                        seen.add(pattern)
                        found[place] = pattern
    return found


def temptations() -> dict[str, list[str]]:
    """Piece → the patterns that it is of."""
    told: dict[str, list[str]] = {piece: ["by hand"] for piece in _BY_HAND}
    for name, pattern in patterns().items():
        for piece in tempting(pattern):
            told.setdefault(piece, []).append(name)
    return told


def filled(piece: str, length: int, apart: str = "") -> str:
    """A headline, and under it the piece again and again, English words a space apart, others `apart`; then again between a
    label and a sum, with a word that stands in the way of what looks back from the sum."""
    apart = apart or (" " if re.match(r"[A-Za-z].*[A-Za-z]\Z", piece) else "")
    run = ((piece + apart) * (length // len(piece + apart) + 1))[: length // 2]
    label, end = (
        ("The budget is", " home 3 million won.") if re.search("[A-Za-z]", piece) else ("예산은", " 집 3억원이다.")
    )
    return f"제목\n{run}\n{label} {run}{end}"


def _inside(value: Any, place: str, module: str, depth: int = 0) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns in a value: in containers, in records, and in what a cached function of the module gives."""
    if isinstance(value, re.Pattern | Regex):
        if isinstance(value.pattern, str):
            yield place, re.compile(value.pattern, value.flags)
    elif depth > 4 or isinstance(value, str | ModuleType | type):
        return
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _inside(one, f"{place}[{key}]", module, depth + 1)
    elif isinstance(value, list | tuple):
        for number, one in enumerate(value):
            yield from _inside(one, f"{place}[{getattr(one, 'name', number)}]", module, depth + 1)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _inside(getattr(value, field.name, None), f"{place}.{field.name}", module, depth + 1)
    elif hasattr(value, "cache_info") and value.__module__ == module:
        for given in _given(value):
            yield from _inside(value(*given), f"{place}({', '.join(given)})", module, depth + 1)


def _given(function: Callable[..., Any]) -> list[tuple[str, ...]]:
    """What a cached function may be asked: nothing, or a language."""
    wanted = list(inspect.signature(function).parameters)
    return [()] if not wanted else [("ko",), ("en",)] if wanted == ["lang"] else []


def tempting(pattern: re.Pattern[str]) -> list[str]:
    """Texts to repeat, the one that fits first."""
    tree = sre.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    whole = _fitting(tree)
    bodies = [_fitting(body) for body in _repeated(tree)]
    return [piece for piece in dict.fromkeys([whole, whole[:-1], *bodies]) if piece]


def _fitting(tree: Iterable[tuple[Any, Any]], groups: dict[int, str] | None = None) -> str:
    """A text that a parsed pattern fits: of alternatives the first, of repeats the fewest but one at least."""
    groups = {} if groups is None else groups
    text = ""
    for kind, told in tree:
        if kind is op.LITERAL:
            text += chr(told)
        elif kind in (op.IN, op.NOT_LITERAL, op.ANY):
            text += _character(kind, told)
        elif kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            text += _fitting(told[2], groups) * max(1, told[0])
        elif kind is op.SUBPATTERN:
            inner = _fitting(told[3], groups)
            groups[told[0]] = inner
            text += inner
        elif kind is op.ATOMIC_GROUP:
            text += _fitting(told, groups)
        elif kind is op.BRANCH:
            text += _fitting(told[1][0], groups)
        elif kind is op.GROUPREF:
            text += groups.get(told, "")
        elif kind is op.GROUPREF_EXISTS:
            text += _fitting(told[1], groups)
        elif kind is op.ASSERT and told[0] < 0:
            text += _fitting(told[1], groups) if not text else ""
    ahead = [told[1] for kind, told in list(tree)[-1:] if kind is op.ASSERT and told[0] > 0]
    return text + "".join(_fitting(one, groups) for one in ahead)


def _character(kind: Any, told: Any) -> str:
    """One character of a class; of one that holds none of the likely ones, its first."""
    if kind is op.ANY:
        return "가"
    if kind is op.NOT_LITERAL:
        return next(c for c in _CHARACTERS if c != chr(told))
    negated = told[0][0] is op.NEGATE
    for character in _CHARACTERS:
        if negated != any(_holds(one, character) for one in told):
            return character
    first = told[0][1]
    return chr(first[0] if isinstance(first, tuple) else first) if told[0][0] in (op.LITERAL, op.RANGE) else "가"


def _holds(one: tuple[Any, Any], character: str) -> bool:
    kind, told = one
    if kind is op.LITERAL:
        return bool(ord(character) == told)
    if kind is op.RANGE:
        return bool(told[0] <= ord(character) <= told[1])
    return kind is op.CATEGORY and _CLASSES[told](character)


def _repeated(tree: Iterable[tuple[Any, Any]]) -> Iterator[Any]:
    """The bodies of repeats that go on for long."""
    for kind, told in tree:
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            if told[1] >= _MANY:
                yield told[2]
            yield from _repeated(told[2])
        elif kind is op.SUBPATTERN:
            yield from _repeated(told[3])
        elif kind is op.BRANCH:
            for branch in told[1]:
                yield from _repeated(branch)
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            yield from _repeated(told[1])
