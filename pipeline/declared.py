"""Extractors that are declared in a TOML file, without code: a list, patterns, words around them, a value.

```toml
doc = "numbered roads"                          # what a row of the table is

[patterns]
numbered = '(?P<kind>국도|지방도) ?(?P<number>\\d{1,4})호선'   # a rule's name = a regular expression

[list]
file = "roads.csv"                              # its first column is looked for, the others are captured like groups

[context]
words = ["공사", "개통"]                          # one of them must stand in the sentence

[value]
template = "{kind} {number}호선"                 # made of what was captured; without it the text itself

[columns]
number = { doc = "its number", type = "integer" }
```

`{rule}` in the template, or a column called rule, is the name of the pattern that fitted. The file's name is the type (`road.toml`: type road, table roads). What a rule captured is a column; a column that no
rule captured is empty.
"""

from __future__ import annotations

import csv
import re
import string
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, make_dataclass
from pathlib import Path
from typing import Any

from pipeline.contract import Context, Extractor, Match, column
from pipeline.errors import SettingsError
from pipeline.records import Mention
from pipeline.resources import parsed
from pipeline.schema import RESERVED
from pipeline.view import View

_KEYS: dict[str, type | tuple[str, ...]] = {
    "doc": str,
    "patterns": dict,
    "list": ("file",),
    "context": ("words", "unless"),
    "value": ("template",),
    "columns": dict,
}
_TYPES: dict[str, Callable[[str], Any]] = {
    "string": str,
    "integer": lambda text: int(re.sub(r"[,\s]", "", text)),
    "number": lambda text: float(re.sub(r"[,\s]", "", text)),
}
_HINTS = {"string": str, "integer": int | None, "number": float | None}
_LIST_RULE = "listed"


@dataclass(frozen=True, slots=True)
class _Rule:
    name: str
    pattern: re.Pattern[str]


def load(path: Path) -> Extractor:
    """The extractor that a TOML file declares; raises SettingsError naming file and line where it is wrong."""
    text = path.read_text(encoding="utf-8-sig")
    wrong = _Wrong(path, text)
    told = parsed(text, str(path))
    _check_keys(told, wrong)
    rules = [_compiled(name, pattern, wrong) for name, pattern in told.get("patterns", {}).items()]
    entries = _entries(path, told["list"], wrong) if "list" in told else {}
    if not rules and not entries:
        raise wrong("patterns", "there is nothing to look for; add [patterns] or [list]")
    captured = dict.fromkeys([g for rule in rules for g in rule.pattern.groupindex])
    captured |= (
        {"rule": None}
        if "{rule}" in told.get("value", {}).get("template", "") or "rule" in told.get("columns", {})
        else {}
    )
    captured |= dict.fromkeys(key for entry in entries.values() for key in entry)
    for name in RESERVED & captured.keys():
        raise wrong(
            next(iter(told.get("patterns", {"list": 0}))), f"every table has a column {name}; call yours otherwise"
        )
    columns = {name: _column(name, spec, captured, wrong) for name, spec in told.get("columns", {}).items()}
    columns = {name: columns.get(name, ("as captured", "string")) for name in captured}
    template = told.get("value", {}).get("template", "")
    for _, field, _, _ in string.Formatter().parse(template):
        if field is not None and field not in captured:
            raise wrong("template", f"{{{field}}} is captured by no pattern; there are {', '.join(captured) or 'none'}")
    row = _row(path.stem, told.get("doc", ""), columns)
    return Extractor(
        type=path.stem,
        find=_finder(rules, entries, told.get("context", {})),
        normalise=_normaliser(row, template, columns),
        row=row,
    )


class _Wrong:
    """Makes the error that a key is wrong, with its line."""

    def __init__(self, path: Path, text: str) -> None:
        self._path, self._lines = path, text.splitlines()

    def __call__(self, key: str, message: str) -> SettingsError:
        at = re.compile(rf"\s*(?:\[\s*)?[\"']?{re.escape(key)}[\"']?\s*(?:\]|=)|.*[{{,]\s*{re.escape(key)}\s*=")
        line = next((n for n, line in enumerate(self._lines, start=1) if at.match(line)), 1)
        return SettingsError(f"{self._path} line {line}: {message}")


def _check_keys(told: Mapping[str, Any], wrong: _Wrong) -> None:
    for key, value in told.items():
        if key not in _KEYS:
            raise wrong(key, f"{key!r} is not known; there are {', '.join(_KEYS)}")
        want = _KEYS[key]
        if want is str:
            if not isinstance(value, str):
                raise wrong(key, f"{key} is {value!r}; write it in quotation marks")
        elif not isinstance(value, dict):
            raise wrong(key, f"{key} is {value!r}; write it as a table: [{key}]")
        elif isinstance(want, tuple):
            for inner in value:
                if inner not in want:
                    raise wrong(inner, f"[{key}] has no {inner!r}; there are {', '.join(want)}")
                if key == "context" and not _texts(value[inner]):
                    raise wrong(inner, f'{inner} is {value[inner]!r}; write a list of words: ["공사", "개통"]')


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) and word for word in value)


def _compiled(name: str, pattern: Any, wrong: _Wrong) -> _Rule:
    if not isinstance(pattern, str):
        raise wrong(name, f"the pattern {name} is {pattern!r}; write it in single quotation marks")
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise wrong(name, f"the pattern {name} does not compile: {error.msg} at position {error.pos}") from error
    if compiled.fullmatch(""):
        raise wrong(name, f"the pattern {name} fits an empty text; let it ask for one character at least")
    return _Rule(name, compiled)


def _entries(path: Path, told: Mapping[str, Any], wrong: _Wrong) -> dict[str, dict[str, str]]:
    """The list: text → its other cells."""
    file = path.parent / str(told.get("file", ""))
    try:
        reader = csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines())
        rows = [(reader.line_num, row) for row in reader]
    except (OSError, UnicodeDecodeError) as error:
        raise wrong("file", f"{file} cannot be read ({error}); give the name of a CSV file beside this one") from error
    first = (reader.fieldnames or [""])[0]
    found = {}
    for line, row in rows:
        if None in row or None in row.values() or not row[first].strip():
            raise SettingsError(f"{file} line {line}: wants {len(reader.fieldnames or [])} cells, the first not empty")
        found[row[first].strip()] = {key: value.strip() for key, value in row.items()}
    if not found:
        raise SettingsError(f"{file} line 1: the list is empty; give a line of column names and a line per thing")
    return found


def _column(name: str, spec: Any, captured: Mapping[str, None], wrong: _Wrong) -> tuple[str, str]:
    doc, kind = (spec, "string") if isinstance(spec, str) else (spec.get("doc", ""), spec.get("type", "string"))
    if name in RESERVED:
        raise wrong(name, f"every table has a column {name}; call yours otherwise")
    if name not in captured:
        raise wrong(name, f"the column {name} is captured by no pattern; there are {', '.join(captured) or 'none'}")
    if kind not in _TYPES:
        raise wrong(name, f"the column {name} is of type {kind!r}; want {', '.join(_TYPES)}")
    return doc or "as captured", kind


def _row(type: str, doc: str, columns: Mapping[str, tuple[str, str]]) -> Any:
    """The dataclass of the table. It is known to this module by its name, so that workers can send rows of it."""
    fields: list[tuple[str, Any, Any]] = [("value", str, column(doc or "what was found, as the file declares it"))]
    fields += [(name, _HINTS[kind], column(doc)) for name, (doc, kind) in columns.items() if name != "value"]
    row = make_dataclass("Declared_" + type, fields, frozen=True, slots=True)
    row.__module__ = __name__
    setattr(sys.modules[__name__], row.__name__, row)
    return row


def _finder(
    rules: Sequence[_Rule], entries: Mapping[str, Mapping[str, str]], context: Mapping[str, Any]
) -> Callable[[View], Iterator[Match]]:
    listed = _Rule(_LIST_RULE, _any_of(entries)) if entries else None
    words, unless = (_any_of(context.get(key, ())) for key in ("words", "unless"))

    def find(view: View) -> Iterator[Match]:
        for rule in [*rules, *([listed] if listed else [])]:
            for match in rule.pattern.finditer(view.text):
                sentence = view.text[slice(*view.sentence_at(match.start()))]
                wanted = not context.get("words") or words.search(sentence)
                if match.end() > match.start() and wanted and not (context.get("unless") and unless.search(sentence)):
                    captured = entries[match.group()] if rule is listed else match.groupdict()
                    yield Match(match.start(), match.end(), rule.name, {"rule": rule.name, **captured})

    return find


def _any_of(words: Any) -> re.Pattern[str]:
    """Any of some words, at the beginning of a word; particles may follow."""
    longest = sorted(map(str, words), key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![\w])(?:{'|'.join(map(re.escape, longest))})(?![A-Za-z0-9])")


def _normaliser(row: Any, template: str, columns: Mapping[str, tuple[str, str]]) -> Callable[[Mention, Context], Any]:
    def normalise(mention: Mention, context: Context) -> Any:
        captured = {name: (mention.data.get(name) or "").strip() for name in columns}
        cells = {name: _cell(captured[name], kind) for name, (_, kind) in columns.items()}
        value = template.format(**captured) if template else captured.get("value") or mention.text
        return row(**{**cells, "value": " ".join(value.split())})

    return normalise


def _cell(text: str, kind: str) -> Any:
    """The cell's value; of a number that is none, nothing."""
    try:
        return _TYPES[kind](text)
    except ValueError:
        return None
