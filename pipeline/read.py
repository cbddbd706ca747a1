"""Files → documents: walks folders, unpacks, hands each file to its reader and completes what it says of itself.

A format is one module under `readers/` that ends in `SUFFIXES` and `read(data, source)`; the same suffix with `.gz`
comes with it. What cannot be read is a Reject; nothing but a missing input stops a run.
"""

from __future__ import annotations

import codecs
import datetime
import gzip
import hashlib
import importlib
import os
import pkgutil
import stat
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import chain
from pathlib import Path, PurePath

from pipeline import readers, remote
from pipeline.errors import PipelineError, SettingsError, UnreadableError
from pipeline.grammar.bylines.bylines import byline_of
from pipeline.grammar.bylines.datelines import day_in_name, day_in_url
from pipeline.grammar.regex import regex
from pipeline.readers._decoding import kind_of, text_of
from pipeline.records import PAIR, Article, Document, Reject

MAX_BYTES = 64 * 1024 * 1024
_DEEPEST = 64
_LIKE_RECORD = regex(rb"#(?=\d+\Z)")
# A file of gzip may be many in a row; of empty ones 64 MiB hold three million. Block-wise writers make one per 64 KiB.
_MEMBER = b"\x1f\x8b\x08"
_MOST_MEMBERS = 100_000
# Records of fewer bytes than a word each are no articles, and each is a row of rejects.
_MOST_RECORDS = 1_000_000


@dataclass(frozen=True, slots=True)
class _File:
    """A file to read. `source`: the path as given, `/` between its parts. `problem`: why it is not to be opened."""

    source: str
    path: Path
    problem: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class _Reader:
    """A format. `records`: its files hold records, so that even a single one is numbered. `lines`: one to a line, so that a
    large file can be read piece by piece (`read` then takes the numbers of records and lines before the piece)."""

    read: Callable[..., Iterator[Article | Reject]]
    records: bool
    lines: bool


def list_files(paths: Iterable[Path | str]) -> list[Path]:
    """Every file that `read` would look at, in its order. Raises PipelineError naming the inputs that do not exist."""
    return [file.path for file in _files(paths)]


def read(paths: Iterable[Path | str], max_bytes: int = MAX_BYTES, encoding: str = "") -> Iterator[Document | Reject]:
    """The articles of files and folders, sorted by source whatever the order of the arguments.

    A folder is walked; hidden files are left out, and each file is read once. max_bytes: the most a file may hold,
    also when unpacked. encoding: of all text files; empty: told from each file. Raises PipelineError before anything is
    read where an input does not exist or the encoding is unknown.
    """
    if encoding:
        try:
            codecs.lookup(encoding)
        except LookupError as error:
            raise SettingsError(f"unknown encoding {encoding!r}; use a name such as utf-8 or cp949") from error
    return _documents(_files(paths), max_bytes, encoding)


def read_text(
    text: str,
    *,
    published: datetime.date | str | None = None,
    title: str = "",
    publisher: str = "",
    reporter: str = "",
    url: str = "",
    lang: str = "",
    source: str = "text",
) -> Document:
    """A text as a document, its byline read; what the caller says of it wins over what it says of itself.

    published: a date, ISO text (a time behind the day is left out) or None. Raises ValueError for other text.
    """
    day = published or None
    if isinstance(day, str):
        day = datetime.date.fromisoformat(day[:10])
    elif isinstance(day, datetime.datetime):
        day = day.date()
    article = Article(text, title, publisher, reporter, day, "metadata" if day else "none", url, lang)
    return _document(article, source, "", Counter())


def _documents(files: Iterable[_File], max_bytes: int, encoding: str) -> Iterator[Document | Reject]:
    seen: Counter[str] = Counter()
    for file in files:
        try:
            yield from _read_file(file, max_bytes, encoding, seen)
        except UnreadableError as error:
            yield Reject(file.source, error.reason, error.detail)
        except OSError as error:
            yield Reject(
                file.source, "unreadable", f"{error.strerror or error}; check that the file is there and may be read"
            )


def _read_file(file: _File, max_bytes: int, encoding: str, seen: Counter[str]) -> Iterator[Document | Reject]:
    if file.problem:
        raise UnreadableError(*file.problem)
    name = PurePath(file.source).name
    packed = name.lower().endswith(".gz")
    suffix = PurePath(name[:-3] if packed else name).suffix.lower()
    reader = all_readers().get(suffix)
    if reader is None:
        known = ", ".join(sorted(all_readers()))
        raise UnreadableError(
            "unsupported", f"no reader for {suffix or 'a name without suffix'}; there are {known}, each also as .gz"
        )
    if reader.lines and not packed and _size(file.path) > max_bytes:
        yield from _read_lines(file, reader, max_bytes, encoding, seen)
        return
    data = _bytes(file.path, max_bytes)
    data = _unpacked(data, max_bytes) if packed else data
    if not data.strip():
        raise UnreadableError("empty", "the file holds nothing; remove it or fetch it again")
    if encoding and not kind_of(data):
        data = text_of(data, encoding=encoding).encode("utf-8", "surrogatepass")
    items = reader.read(data, file.source)
    first = list(_take(items, 2))
    numbered = reader.records or len(first) > 1
    if not first:
        raise UnreadableError("empty", "the file holds no records; remove it or fetch it again")
    number = 0
    for item in chain(first, items):
        # What is said of the file as a whole, as of a table's header, is no record.
        number += not (isinstance(item, Reject) and item.source == file.source)
        if number > _MOST_RECORDS:
            raise UnreadableError(
                "too_large", f"more than {_MOST_RECORDS:,} records; those after them are left out: split it"
            )
        source = f"{file.source}#{number}" if numbered else file.source
        yield _finished(item, source, "" if numbered else name, seen)


def _finished(item: Article | Reject, source: str, name: str, seen: Counter[str]) -> Document | Reject:
    if isinstance(item, Article) and not item.text.strip():
        return Reject(source, "empty", "the article's text is empty")
    return item if isinstance(item, Reject) else _document(item, source, name, seen)


def _read_lines(
    file: _File, reader: _Reader, max_bytes: int, encoding: str, seen: Counter[str]
) -> Iterator[Document | Reject]:
    """A large file with a record to a line, of which some lines at a time are in memory."""
    number = lines = 0
    for piece in _pieces(file.path, max_bytes):
        data = text_of(piece, encoding=encoding).encode("utf-8", "surrogatepass") if encoding else piece
        for item in reader.read(data, file.source, number, lines):
            number += 1
            yield _finished(item, f"{file.source}#{number}", "", seen)
        lines += piece.count(b"\n")


def _pieces(path: Path, max_bytes: int) -> Iterator[bytes]:
    """Whole lines, at most so many bytes at a time. Raises UnreadableError where a line is longer, or not of single bytes."""
    rest = b""
    with path.open("rb") as handle:
        while block := handle.read(max_bytes - len(rest)):
            if block.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                _bounded(block + handle.read(1), max_bytes, "the file, which is UTF-16 and read as one,")
            whole, end, rest = (rest + block).rpartition(b"\n")
            if whole or end:
                yield whole + end
            elif len(rest) >= max_bytes:
                raise UnreadableError(
                    "too_large",
                    f"a line holds more than {max_bytes:,} bytes; it and what follows are left out: mend it",
                )
    if rest:
        yield rest


def _size(path: Path) -> int:
    return 0 if remote.address(path) else path.stat().st_size


def _take(items: Iterator[Article | Reject], most: int) -> Iterator[Article | Reject]:
    for _ in range(most):
        if (item := next(items, None)) is not None:
            yield item


def _bytes(path: Path, max_bytes: int) -> bytes:
    if where := remote.address(path):
        return _bounded(remote.content(where, max_bytes + 1), max_bytes, "the file")
    # A pipe or a device would block or never end, so it is never opened.
    if not stat.S_ISREG(path.stat().st_mode):
        raise UnreadableError("unreadable", "not a regular file (a pipe, socket or device); remove it from the folder")
    with path.open("rb") as handle:
        data = handle.read(max_bytes + 1)
    return _bounded(data, max_bytes, "the file")


def _unpacked(data: bytes, max_bytes: int) -> bytes:
    if data.count(_MEMBER) > _MOST_MEMBERS:
        raise UnreadableError("gzip", f"more than {_MOST_MEMBERS:,} archives in one; unpack it and pack it again")
    try:
        with gzip.GzipFile(fileobj=BytesIO(data)) as handle:
            unpacked = handle.read(max_bytes + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableError("gzip", f"does not unpack ({error}); fetch it again") from error
    return _bounded(unpacked, max_bytes, "the unpacked file")


def _bounded(data: bytes, max_bytes: int, what: str) -> bytes:
    if len(data) > max_bytes:
        raise UnreadableError(
            "too_large", f"{what} holds more than {max_bytes:,} bytes; split it or raise max_file_bytes"
        )
    return data


def _document(article: Article, source: str, name: str, seen: Counter[str]) -> Document:
    """The article as a document. `seen` counts texts met before, so that twins get ids of their own."""
    byline = byline_of(article.text)
    days = (
        (article.published, article.published_source),
        (byline.published if byline.source == "byline" else None, "byline"),
        (day_in_name(PurePath(name).stem) if name else None, "filename"),
        (day_in_url(article.url) if article.url else None, "url"),
        (byline.published, byline.source),
    )
    published, published_source = next(((day, where) for day, where in days if day), (None, "none"))
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    seen[digest[:12]] += 1
    twin = seen[digest[:12]]
    return Document(
        doc_id=digest[:12] if twin == 1 else f"{digest[:12]}-{twin}",
        source=source,
        text=article.text,
        title=_whole(article.title or byline.title),
        publisher=_whole(article.publisher or byline.publisher),
        reporter=_whole(article.reporter or byline.reporter),
        published=published,
        published_source=published_source,
        url=_whole(article.url),
        lang=article.lang if article.lang == PAIR else _whole(article.lang)[:2].lower(),
        sha256=digest,
        record_id=_whole(article.record_id),
    )


def _whole(text: str) -> str:
    """Metadata without lone surrogates, which no gazetteer can be searched for."""
    return text.encode("utf-8", "replace").decode() if not text.isascii() else text


@cache
def all_readers() -> Mapping[str, _Reader]:
    """Readers by suffix. Modules whose name begins with `_` are shared by readers and are none themselves."""
    found: dict[str, _Reader] = {}
    for module in sorted(pkgutil.iter_modules(readers.__path__), key=lambda m: m.name):
        if module.name.startswith("_"):
            continue
        format = importlib.import_module(f"{readers.__name__}.{module.name}")
        for suffix in format.SUFFIXES:
            if suffix in found:
                raise SettingsError(f"two readers for {suffix}; the second is {format.__name__}")
            found[suffix] = _Reader(format.read, getattr(format, "RECORDS", False), getattr(format, "LINES", False))
    return found


def _files(paths: Iterable[Path | str]) -> list[_File]:
    """All files, sorted by source, each real file once (under its first source)."""
    given = [Path(path) for path in paths]
    missing = [path for path in given if not (os.path.lexists(path) or remote.address(path))]
    if missing:
        raise PipelineError(f"no such file or folder: {', '.join(map(str, missing))}; check the path")
    found = sorted({file.source: file for path in given for file in _under(path)}.values(), key=lambda f: f.source)
    real: set[str] = set()
    return [file for file in found if file.problem or not _met(file.path, real)]


def _met(path: Path, real: set[str]) -> bool:
    here = os.path.realpath(path)
    met = here in real
    real.add(here)
    return met


def _under(given: Path) -> Iterator[_File]:
    if where := remote.address(given):
        yield from (_File(one, Path(one)) for one in remote.files(where))
        return
    if not _known(given.is_dir):
        yield _File(_shown(given), given)
        return
    root = os.path.realpath(given)
    folders = [(given, 0)]
    while folders:
        folder, depth = folders.pop()
        try:
            entries = [path for path in folder.iterdir() if not path.name.startswith(".")]
        except OSError as error:
            yield _File(_shown(folder), folder, ("unreadable", f"{error.strerror}; the folder cannot be listed"))
            continue
        for path in entries:
            if _known(path.is_symlink) and (problem := _link_problem(path, root)):
                yield _File(_shown(path), path, problem)
            elif not _known(path.is_dir):
                yield _File(_shown(path), path)
            elif depth < _DEEPEST:
                folders.append((path, depth + 1))
            else:
                yield _File(
                    _shown(path), path, ("too_deep", f"more than {_DEEPEST} folders deep; give this folder itself")
                )


def _link_problem(path: Path, root: str) -> tuple[str, str] | None:
    """Links are followed to files inside the folder only, so that no walk leaves it or goes round in circles."""
    target = Path(os.path.realpath(path))
    if not _known(target.exists):
        return "link", "the link leads nowhere, or where one may not look; remove it"
    if _known(target.is_dir):
        return "link", "links to folders are not followed; give the folder itself"
    if not target.is_relative_to(root):
        return "link", "the link leads out of the folder; give its target itself"
    return None


def _known(question: Callable[[], bool]) -> bool:
    """Whether a path is something; False too where one may not look, which is told when it is read."""
    try:
        return question()
    except OSError:
        return False


def _shown(path: Path) -> str:
    """The path as text that any table can hold, another for each path: bytes that are no UTF-8, the backslash itself, and
    an end that reads like the number of a record (`#2`) are written as `\\x..`."""
    name = os.fsencode(path.as_posix()).replace(b"\\", rb"\x5c")
    return _LIKE_RECORD.sub(rb"\\x23", name).decode("utf-8", "backslashreplace")
