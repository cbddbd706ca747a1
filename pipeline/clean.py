"""Raw text → view: takes away what is not the article and writes down each character it took.

Passes, each on the view the last one left: characters (Unicode forms, widths, spaces, line ends, markup), lines
(site chrome, bylines, captions, copyright, link lists, repeated lines), repeated sentences, phrases inside lines
(translation litter) and names of areas that a machine split or spelt anew, with the
spellings of `resources/spellings.csv`. The patterns of lines and phrases are rows of
`resources/noise.toml`. The raw text never changes.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from pipeline import resources
from pipeline.errors import SettingsError
from pipeline.grammar.places.respelt import respelt
from pipeline.grammar.regex import regex
from pipeline.records import NOISE_KINDS, Noise
from pipeline.view import View


@dataclass(frozen=True, slots=True)
class Edit:
    """One change in view offsets, with the kind and rule of the noise it is."""

    start: int
    end: int
    replacement: str
    kind: str
    rule: str


@dataclass(frozen=True, slots=True)
class NoisePattern:
    """A row of noise.toml. scope: `line` (a whole line), `phrase` (inside a line), `list` (a heading and its links), `mark`
    (inside a line, written down with what it stands for; the view keeps it). evidence: what must stand in the text too;
    unless: what must not. needs: every hit holds one of these, so that a text without them need not be searched."""

    name: str
    kind: str
    scope: str
    pattern: re.Pattern[str]
    replacement: str
    example: str
    source: str
    evidence: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    needs: tuple[str, ...] = ()

    def may_hit(self, text: str) -> bool:
        """Whether searching the text for the pattern can find any."""
        return not self.needs or any(needed in text for needed in self.needs)

    def applies(self, text: str) -> bool:
        """Whether the text holds the evidence and nothing that speaks against it."""
        if self.evidence is not None and not self.evidence.search(text):
            return False
        return self.unless is None or not self.unless.search(text)


_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f"
_CHARACTERS = regex(
    rf"""
      (?P<line_end> \r\n? | [\x0b\x0c\x85\u2028\u2029] )
    | (?P<space> [{_SPACES}] )
    | (?P<invisible> [{_INVISIBLE}]+ )
    | (?P<width> [\uff01-\uff5e] )
    | (?P<case> (?-i:[ſıİ]) )
    | (?P<surrogate> [\ud800-\udfff] )
    | (?P<entity> &(?:\#\d{{1,6}}|\#[xX][0-9a-fA-F]{{1,6}}|[a-zA-Z]{{2,8}}); )
    | (?P<markup> </?(?:a|b|br|center|div|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img|li|ol|p|script|span|strong|style|
                   sub|sup|table|tbody|td|th|thead|tr|u|ul)
                   (?: \s+[a-z][\w:-]*\s?=[^<>]{{0,2000}} | \s{{0,3}}/? )> )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What any of them begins with: the engine skips to these at once.
_UNUSUAL = regex(rf"[\r\x0b\x0c\x85\u2028\u2029{_SPACES}{_INVISIBLE}\uff01-\uff5e\ud800-\udfff&<ſıİ]")
# Patterns that ignore case take them for s and i, but no dictionary of words does.
_CASE = {"ſ": "s", "ı": "i", "İ": "I"}
_BLOCK_TAG = regex(r"</?(?:br|center|div|figcaption|figure|h[1-6]|hr|li|ol|p|table|tr|ul)\b")
_KINDS = {
    "line_end": "unicode",
    "space": "unicode",
    "invisible": "unicode",
    "width": "unicode",
    "case": "unicode",
    "surrogate": "encoding",
}

# Longer runs of combining marks are an attack: sorting them takes quadratic time.
_LONGEST_CLUSTER = 32
_LINE = regex(r"[^\n]+")
# Items of a list may say the same of several things (- 지원금액: 1인당 월 30만원).
_LISTED = regex(r"[^\w\s\[“\"‘'<「『(]")
_SENTENCE_LIKE = regex(r"[.!?。]['\"”’)\]]*\s*\Z")
# Headlines are shorter than a paragraph: of 61 titles of samples and real articles one is longer (127).
_LONGEST_HEADLINE = 110
_SHORTEST_REPEAT = 15
_SHORTEST_SENTENCE = 30
_SCOPES = ("line", "phrase", "list", "mark")


def clean(raw: str) -> tuple[View, list[Noise]]:
    """The cleaned view of a raw text, and every character taken away or replaced (raw offsets, in order)."""
    view = View.of(raw)
    noise: list[Noise] = []
    for rule in (_compositions, _characters, _lines, _sentences, _phrases, _names):
        edits = list(rule(view))
        noise += _merged(Noise(*_raw_of(raw, view, e), e.replacement, e.kind, e.rule) for e in edits)
        view = view.replace((e.start, e.end, e.replacement) for e in edits)
    noise += (Noise(*_raw_of(raw, view, e), e.replacement, e.kind, e.rule) for e in _marks(view))
    # Two pieces of what one character stands for (`㈜`) may be taken away apart: that is one row.
    once = {(row.start, row.end, row.rule): row for row in noise}
    return view, sorted(once.values(), key=lambda n: (n.start, n.end, n.kind))


def _raw_of(raw: str, view: View, edit: Edit) -> tuple[int, int, str]:
    start, end = view.raw_span(edit.start, edit.end)
    return start, end, raw[start:end]


def _merged(noise: Iterable[Noise]) -> Iterator[Noise]:
    """Neighbours of one rule as one row: a page in decomposed Hangul is not a row per syllable."""
    together: list[Noise] = []
    for row in noise:
        if together and (together[-1].end, together[-1].rule) != (row.start, row.rule):
            yield _joined(together)
            together = []
        together.append(row)
    if together:
        yield _joined(together)


def _joined(rows: list[Noise]) -> Noise:
    first = rows[0]
    text, replacement = ("".join(parts) for parts in zip(*((r.text, r.replacement) for r in rows), strict=True))
    return replace(first, end=rows[-1].end, text=text, replacement=replacement)


def _compositions(view: View) -> Iterator[Edit]:
    """Canonical composition (NFC), one edit per composed cluster, so that offsets stay as fine as the raw text's."""
    if unicodedata.is_normalized("NFC", view.text):
        return
    joining = _joining()
    at, length = 0, len(view.text)
    while at < length:
        end = at + 1
        while end < length and end - at < _LONGEST_CLUSTER and view.text[end] in joining:
            end += 1
        cluster = view.text[at:end]
        if (composed := unicodedata.normalize("NFC", cluster)) != cluster:
            yield Edit(at, end, composed, "unicode", "nfc")
        at = end


@cache
def _joining() -> frozenset[str]:
    """Characters that composition may join to the one before: marks, and second halves of canonical pairs."""
    # No plane but the first two holds any, nor do the ideographs and the syllables of Hangul.
    characters = list(map(chr, (*range(0x3400), *range(0xA000, 0xAC00), *range(0xD7B0, 0x20000))))
    marks = {c for c in characters if unicodedata.combining(c)}
    jamo = {chr(c) for c in [*range(0x1160, 0x1200), *range(0xD7B0, 0xD800)]}
    parts = (unicodedata.decomposition(c).split() for c in characters)
    seconds = {chr(int(pair[1], 16)) for pair in parts if len(pair) == 2 and not pair[0].startswith("<")}
    return frozenset(marks | jamo | seconds)


def _characters(view: View) -> Iterator[Edit]:
    """Widths, spaces, line ends, invisible characters, entities and tags; one edit per character where one stands for one, so that
    offsets stay as fine as the raw text's."""
    at = 0
    for first in _UNUSUAL.finditer(view.text):
        match = _CHARACTERS.match(view.text, first.start()) if first.start() >= at else None
        if match is None:
            continue
        at = match.end()
        rule, found = match.lastgroup or "", match.group()
        replacement = _character(rule, found)
        if replacement != found:
            yield Edit(match.start(), match.end(), replacement, _KINDS.get(rule, "markup"), rule)


def _character(rule: str, found: str) -> str:
    if rule == "line_end":
        return "\n"
    if rule == "space":
        return " "
    if rule == "width":
        return unicodedata.normalize("NFKC", found)
    if rule == "case":
        return _CASE[found]
    if rule == "surrogate":
        return "\ufffd"
    if rule == "entity":
        # What an entity stands for may itself be a space or invisible.
        plain = html.unescape(found)
        return plain if plain == found else _CHARACTERS.sub(lambda m: _character(m.lastgroup or "", m.group()), plain)
    if rule == "markup":
        return "\n" if _BLOCK_TAG.match(found.lower()) else ""
    return ""


def _lines(view: View) -> Iterator[Edit]:
    """Lines that are not the article, and lines that were there before."""
    patterns, headings = (
        [p for p in noise_patterns() if p.scope == scope and p.may_hit(view.text)] for scope in ("line", "list")
    )
    seen: set[str] = set()
    lengths: set[int] = set()
    links: NoisePattern | None = None
    lines = [line for line in _LINE.finditer(view.text) if line.group().strip()]
    if len(lines) < 2:
        # A text of one line is the article, whatever it looks like.
        return
    for line in lines:
        text = line.group().strip()
        start = line.start() + line.group().index(text[0])
        heading = next((p for p in headings if p.pattern.fullmatch(text)), None)
        if links is not None and heading is None and _ends_links(text):
            links = None
        links = heading or links
        hit = links or next((p for p in patterns if p.pattern.fullmatch(text)), None)
        if hit is not None:
            yield Edit(start, start + len(text), "", hit.kind, hit.name)
        elif repeated := _repeated(text, seen, lengths):
            yield Edit(start, start + repeated, "", "duplicate", "repeated_line")
        if len(text) >= _SHORTEST_REPEAT and not _LISTED.match(text):
            seen.add(text)
            lengths |= {len(text)} if len(text) <= _LONGEST_HEADLINE else set()


def _ends_links(text: str) -> bool:
    """Whether a line under a heading of links is the article again: prose, or a list's own heading or item."""
    return len(text) > _LONGEST_HEADLINE or bool(_SENTENCE_LIKE.search(text)) or text[0] in "■□▲△▶◇◆○"


def _repeated(text: str, seen: set[str], lengths: set[int]) -> int:
    """How many characters at the start of a line repeat a whole earlier line (a title set again over its caption)."""
    if text in seen:
        return len(text)
    return max((n for n in lengths if n < len(text) and not text[n].isalnum() and text[:n] in seen), default=0)


def _sentences(view: View) -> Iterator[Edit]:
    """Sentences that were there before, word for word, in another line."""
    seen: dict[str, int] = {}
    line = 0
    at = 0
    for start, end in view.sentences:
        line += view.text.count("\n", at, start)
        at = start
        sentence = view.text[start:end]
        whole = end - start >= _SHORTEST_SENTENCE and _SENTENCE_LIKE.search(sentence) and not _LISTED.match(sentence)
        if whole and seen.setdefault(sentence, line) != line:
            yield Edit(start, end, "", "duplicate", "repeated_sentence")


def _phrases(view: View) -> Iterator[Edit]:
    """Litter inside lines; where two patterns want the same characters the first in the text wins."""
    return _hits(view, "phrase")


def _marks(view: View) -> Iterator[Edit]:
    """What is wrong but stays in the view, with what it stands for."""
    return _hits(view, "mark")


def _hits(view: View, scope: str) -> Iterator[Edit]:
    matches = [
        (p, list(p.pattern.finditer(view.text))) for p in noise_patterns() if p.scope == scope and p.may_hit(view.text)
    ]
    hits = [
        Edit(start, end, m.expand(p.replacement), p.kind, p.name)
        for p, found in matches
        if found and p.applies(view.text)
        for m in found
        for start, end in _taken(m)
        if end > start
    ]
    at = 0
    for edit in sorted(hits, key=lambda e: (e.start, -e.end)):
        if edit.start >= at:
            yield edit
            at = edit.end


def _names(view: View) -> Iterator[Edit]:
    """Known misspellings; and names of areas that were split or spelt anew (`Yoo Seong-gu`), where the text gives their own
    name too."""
    edits = [Edit(start, end, name, "mt_name", "respelt_area") for start, end, name in respelt(view.text)]
    meant = _spellings()
    for match in _written().finditer(view.text) if any(word in view.text for word in meant) else ():
        edits.append(Edit(*match.span(), meant[match.group()], "mt_name", "spelling"))
    at = 0
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        if edit.start >= at:
            yield edit
            at = edit.end


@cache
def _spellings() -> dict[str, str]:
    """What is written → what is meant."""
    return {row["written"]: row["meant"] for row in resources.table("spellings")}


@cache
def _written() -> re.Pattern[str]:
    words = sorted(_spellings(), key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?![A-Za-z0-9])")


def _taken(match: re.Match[str]) -> list[tuple[int, int]]:
    """The spans of the groups named `cut_…`, or of the whole match where its pattern has none."""
    cuts = [name for name in match.re.groupindex if name.startswith("cut")]
    return [match.span(name) for name in cuts] if cuts else [match.span()]


def _compiled(pattern: str | None) -> re.Pattern[str] | None:
    return None if pattern is None else re.compile(pattern, re.VERBOSE)


@cache
def noise_patterns() -> tuple[NoisePattern, ...]:
    """The rows of noise.toml, compiled; raises SettingsError naming the row that is broken."""
    rows = []
    for name, row in resources.settings("noise").items():
        try:
            rows.append(
                NoisePattern(
                    name,
                    row["kind"],
                    row["scope"],
                    re.compile(row["pattern"], re.VERBOSE),
                    row.get("replacement", ""),
                    row["example"],
                    row["source"],
                    evidence=_compiled(row.get("evidence")),
                    unless=_compiled(row.get("unless")),
                    needs=tuple(row.get("needs", ())),
                )
            )
        except KeyError as error:
            raise SettingsError(f"{resources.line_of('noise', name)}: {error.args[0]} is missing; add it") from error
        except re.error as error:
            where = resources.line_of("noise", name)
            raise SettingsError(f"{where}: a pattern does not compile: {error.msg} at position {error.pos}") from error
        if rows[-1].pattern.fullmatch(""):
            raise SettingsError(f"{resources.line_of('noise', name)}: the pattern fits an empty text")
        for key, known in (("scope", _SCOPES), ("kind", NOISE_KINDS)):
            if row[key] not in known:
                where = resources.line_of("noise", name)
                raise SettingsError(f"{where}: {key} is {row[key]!r}; want one of {', '.join(known)}")
    return tuple(rows)
