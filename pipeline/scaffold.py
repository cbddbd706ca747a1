"""A new extractor to start from: a commented module and its test, which pass as they are."""

from __future__ import annotations

import re
from pathlib import Path

from pipeline import registry
from pipeline.errors import PipelineError

_MODULE = '''"""{title}: what counts and what does not. Say it here, with an example of each (주민 370명, 370 residents: 370)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline import Context, Extractor, Match, View, column
from pipeline.records import Mention

# What is looked for, in the cleaned text. Name the parts that `normalise` needs; say what must not stand around it.
{CONSTANT} = re.compile(r"(?<![\\d.,])(?P<count>\\d{{1,3}}(?:,\\d{{3}})+|\\d+)\\s?(?:명|(?:people|residents|persons)\\b)")


@dataclass(frozen=True, slots=True)
class {Name}:
    """A row of {table}.csv: each field is a column; its type is str, int, float, Decimal or date, or one of them | None."""

    count: int = column("how many")


def find(view: View) -> Iterator[Match]:
    """Every place where it stands. `view.text` is one run of one language; `view.lang` is ko or en."""
    for match in {CONSTANT}.finditer(view.text):
        # The rule's name is shown by `dongne explain`; what was captured goes to `normalise` as `mention.data`.
        yield Match(match.start(), match.end(), rule="counted", data=match["count"])


def normalise(mention: Mention, context: Context) -> {Name} | None:
    """The row of a mention, or None where its value cannot be known.

    `context.document.published` is the article's day, `context.of("district")` its other mentions of a type,
    `context.before(mention)` and `context.after(mention)` the words around it.
    """
    return {Name}(count=int(mention.data.replace(",", "")))


EXTRACTOR = Extractor(type="{name}", find=find, normalise=normalise, row={Name})
'''

_TEST = '''"""{title}: what is found, and what only looks like it."""

import pytest
from {module} import EXTRACTOR

import pipeline

FOUND = [
    ("주민 370명이 왔다.", "370명", 370),
    ("군민 1,234명이 서명했다.", "1,234명", 1234),
    ("Some 370 residents came.", "370 residents", 370),
]
# Sentences in which nothing must be found: put here all that fooled it.
NOT_FOUND = ["명절에 문을 연다.", "The hall has 370 peopled rooms."]


@pytest.mark.parametrize(("sentence", "text", "count"), FOUND)
def test_found(sentence: str, text: str, count: int) -> None:
    mentions = pipeline.process(sentence, extractors=[EXTRACTOR]).mentions
    assert [(m.text, m.row.count) for m in mentions] == [(text, count)]


@pytest.mark.parametrize("sentence", NOT_FOUND)
def test_not_found(sentence: str) -> None:
    assert not pipeline.process(sentence, extractors=[EXTRACTOR]).mentions
'''


def new_extractor(name: str, folder: Path, built_in: bool = False) -> list[Path]:
    """Writes the module and its test, and gives their paths; raises PipelineError where the name will not do.

    built_in: into this project's own `pipeline/extractors/` and `tests/extractors/`, instead of `folder`.
    """
    if not registry.NAME.fullmatch(name) or name + "s" in registry.RESERVED:
        raise PipelineError(f"{name!r} cannot name a type; write a singular noun of a-z and _, such as phone_number")
    if any(extractor.type == name for extractor in registry.all_extractors()):
        raise PipelineError(f"there is an extractor of type {name!r} already; choose another name")
    if built_in and not Path("pipeline/extractors").is_dir():
        raise PipelineError("pipeline/extractors is not here; run it in a clone of Dongne, or without --built-in")
    module = Path("pipeline/extractors" if built_in else folder) / f"{name}.py"
    test = Path("tests/extractors" if built_in else folder) / f"test_{name}.py"
    words = {
        "name": name,
        "table": name + "s",
        "title": name.replace("_", " ").capitalize(),
        "Name": re.sub(r"_?([a-z])([a-z]*)", lambda m: m[1].upper() + m[2], name),
        "CONSTANT": "_" + name.upper(),
        "module": f"pipeline.extractors.{name}" if built_in else name,
    }
    for path, template in ((module, _MODULE), (test, _TEST)):
        if path.exists():
            raise PipelineError(f"{path} is there already; nothing was written")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(template.format(**words), encoding="utf-8")
    return [module, test]
