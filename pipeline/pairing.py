"""A Korean article and its English version that came as two documents: found by what they are called, then joined.

| the two share | example |
|---|---|
| their file's name but for the language | news/042.ko.txt and news/042.en.txt, ko/042.txt and en/042.txt |
| the address but for the language | https://city.example/ko/news/7 and https://city.example/en/news/7 |
| the record's id | {"id": "7", "lang": "ko"} and {"id": "7", "lang": "en"} in one file, or in two so named |
| title and day of publication | two rows of one table |

One must be Korean and the other English throughout. The English document then is the translation: its mentions are linked with the
original's (`translates`), officials and programs take the original's ids, so that one entity carries both names, and what
differs is reported.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeAlias

from pipeline.grammar.programs.program_pairs import Place, Placed, pairs
from pipeline.grammar.regex import regex
from pipeline.meaning import Side, keys_of
from pipeline.records import Document, Extraction, Finding, Mention
from pipeline.rows import mention_id
from pipeline.translation import compare, side_of

# Language, kind and name.
Name: TypeAlias = tuple[str, str, str]

# The kinds of names, the surest first.
_KINDS = ("id", "source", "url", "title")
_LANGUAGE = r"(?:kor?|korean|kr|eng?|english|국문|영문|한글|한국어|영어)"
_IN_NAME = regex(rf"(?<=[._\-\s(\[]){_LANGUAGE}(?=[._\-\s)\]]|\Z)|\A{_LANGUAGE}(?=[._\-\s])", re.IGNORECASE)
_IN_FOLDERS = regex(rf"(?<=/){_LANGUAGE}(?=/)|\A{_LANGUAGE}(?=/)", re.IGNORECASE)
_IN_ADDRESS = regex(rf"(?<=[/=.?&]){_LANGUAGE}(?=[/&.]|\Z)|(?<=//){_LANGUAGE}(?=\.)", re.IGNORECASE)


class Pairs:
    """Takes what documents are called, and tells at the end which are halves of a pair, whatever the order they came in."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        database.execute("CREATE TABLE _names (kind TEXT, name TEXT, lang TEXT, place INTEGER, doc_id TEXT)")

    def add(self, doc_id: str, place: int, names: Iterable[Name]) -> None:
        """A document, its place in the order of the input, and its `names`."""
        rows = [(kind, name, lang, place, doc_id) for lang, kind, name in names]
        self._database.executemany("INSERT INTO _names VALUES (?, ?, ?, ?, ?)", rows)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """The ids of a Korean and an English document that are called the same, each document in one pair at most."""
        halves: set[str] = set()
        for kind in _KINDS:
            reading = self._database.cursor()
            reading.execute("SELECT name, lang, doc_id FROM _names WHERE kind = ? ORDER BY name, place", (kind,))
            for _, group in groupby(reading, key=itemgetter(0)):
                of: dict[str, list[str]] = {"ko": [], "en": []}
                for _, lang, doc_id in group:
                    if doc_id not in halves:
                        of[lang].append(doc_id)
                for pair in zip(of["ko"], of["en"], strict=False):
                    halves.update(pair)
                    yield pair


def names(found: Extraction) -> tuple[Name, ...]:
    """What a document shares with its translation: (its language, kind, name); none where it is not of one language."""
    lang = _language(found)
    return tuple((lang, kind, name) for kind, name in _names(found.document)) if lang in ("ko", "en") else ()


def _language(found: Extraction) -> str:
    """`ko` or `en` where all of it is."""
    languages = {segment.lang for segment in found.segments}
    return next(iter(languages)) if len(languages) == 1 else ""


def _names(document: Document) -> Iterator[tuple[str, str]]:
    """What a document shares with its translation, by kind."""
    path, _, number = document.source.partition("#")
    folders, _, file = path.rpartition("/")
    plain = f"{_IN_FOLDERS.sub('', folders + '/')}{_IN_NAME.sub('', file)}"
    if document.record_id:
        yield "id", f"{plain} {document.record_id}"
    elif not number and plain != f"{folders}/{file}":
        yield "source", plain
    if document.url and (address := _IN_ADDRESS.sub("", document.url)) != document.url:
        yield "url", address
    if document.title and document.published:
        yield "title", f"{document.published} {document.title}"


def joined(korean: Extraction, english: Extraction) -> tuple[Extraction, Extraction]:
    """Both with one id for one thing; the English one with the relations to the original and the findings."""
    english = replace(english, original=korean.document.doc_id)
    korean, english = _with_one_id(korean, english)
    sides: list[Side] = [side_of(one.document, one.segments, one.mentions) for one in (korean, english)]
    compared = compare(*sides)
    ids = {m: mention_id(korean.document.doc_id, m) for m in korean.mentions}
    relations = [replace(r, object=ids[r.object]) for r in compared.relations if isinstance(r.object, Mention)]
    findings = [_across(f, ids) for f in compared.findings]
    return korean, replace(english, relations=[*english.relations, *relations], findings=[*english.findings, *findings])


def _across(finding: Finding, ids: Mapping[Mention, str]) -> Finding:
    a, b = (ids.get(m, m) if isinstance(m, Mention) else m for m in (finding.mention_a, finding.mention_b))
    return replace(finding, mention_a=a, mention_b=b)


def _with_one_id(korean: Extraction, english: Extraction) -> tuple[Extraction, Extraction]:
    """Officials and programs of both documents with the original's ids and both names."""
    rows_ko: dict[str, dict[str, Any]] = {}
    rows_en: dict[str, tuple[str, dict[str, Any]]] = {}
    for k, e in [*_officials(korean, english), *_programs(korean, english)]:
        rows_ko.setdefault(k.entity_id, {"name_en": k.row.name_en or e.row.name_en})
        both = {"name_ko": k.row.name_ko or e.row.name_ko, "district_code": k.row.district_code}
        both |= {"entity_id": k.entity_id} if k.type == "official" else {"name": k.row.name}
        rows_en.setdefault(e.entity_id, (k.entity_id, both))
    ids = {old: new for old, (new, _) in rows_en.items()}
    told = {
        m: _renamed(m, rows_ko.get(m.entity_id, {}), m.entity_id) for m in korean.mentions if m.entity_id in rows_ko
    }
    retold = {
        m: _renamed(m, rows_en[m.entity_id][1], rows_en[m.entity_id][0]) for m in english.mentions if m.entity_id in ids
    }
    retold |= {
        m: replace(m, row=replace(m.row, program_id=ids[m.row.program_id]))
        for m in english.mentions
        if m.type == "amount" and m.row is not None and m.row.program_id in ids
    }
    return _with(korean, told, {}), _with(english, retold, ids)


def _renamed(mention: Mention, changes: Mapping[str, Any], entity_id: str) -> Mention:
    row = replace(mention.row, **changes) if mention.row is not None else None
    return replace(mention, row=row, entity_id=entity_id, value=row.canonical if row is not None else mention.value)


def _with(found: Extraction, mentions: Mapping[Mention, Mention], ids: Mapping[str, str]) -> Extraction:
    """An extraction with other mentions and ids in all its parts."""

    def end(one: Any) -> Any:
        return mentions.get(one, one) if isinstance(one, Mention) else ids.get(one, one)

    return replace(
        found,
        mentions=[end(m) for m in found.mentions],
        relations=[replace(r, subject=end(r.subject), object=end(r.object)) for r in found.relations],
        findings=[replace(f, mention_a=end(f.mention_a), mention_b=end(f.mention_b)) for f in found.findings],
    )


def _officials(korean: Extraction, english: Extraction) -> Iterator[tuple[Mention, Mention]]:
    """First mentions of people whose names agree and who hold one post."""
    here = [m for m in korean.mentions if m.type == "official" and m.row is not None and m.entity_id]
    for e in english.mentions:
        if e.type == "official" and e.row is not None and e.entity_id:
            same = (k for k in here if keys_of(k) & keys_of(e) and k.row.post == e.row.post)
            if (k := next(same, None)) is not None:
                yield k, e


def _programs(korean: Extraction, english: Extraction) -> Iterator[tuple[Mention, Mention]]:
    """First mentions of programs that are one by kind, place, sums, dates and sound."""
    sides = []
    for found, segment, original in ((korean, 0, None), (english, 1, 0)):
        side = side_of(found.document, found.segments, found.mentions)
        placed: dict[str, list[Placed]] = {}
        for mentions in side.by_sentence:
            signs = frozenset(m.value for m in mentions if m.type in ("amount", "date") and m.value)
            for m in mentions:
                if m.type == "program" and m.row is not None and m.entity_id:
                    place = Place(segment, original, m.start / max(1, len(found.document.text)), signs)
                    placed.setdefault(m.entity_id, []).append(Placed(m.row.name, m.row.kind, place))
        sides.append(placed)
    first: dict[str, Mention] = {}
    for m in (*korean.mentions, *english.mentions):
        if m.type == "program" and m.row is not None:
            first.setdefault(m.entity_id, m)
    return ((first[k], first[e]) for k, e in pairs(*sides))
