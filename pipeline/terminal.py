"""What the commands print for people: progress, an article in colour, scores, changes, the state of a machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING
from zlib import crc32

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from pipeline.remote import address

if TYPE_CHECKING:
    from pipeline.diff import Diff
    from pipeline.doctor import Check
    from pipeline.records import Extraction, Mention
    from pipeline.run import Summary
    from pipeline.score import Result

_COLOURS = {
    "official": "bold magenta",
    "district": "bold green",
    "amount": "bold yellow",
    "date": "bold cyan",
    "program": "underline blue",
}
# For other types, by name: a type keeps its colour whatever others there are.
_MORE = ("bold blue", "bold red", "bold bright_cyan", "bold bright_magenta", "bold bright_green", "bold bright_yellow")
# Control characters, which move a terminal's cursor or change its title, as pictures of the same length; C1 has none.
_PICTURES = {code: 0x2400 + code for code in range(32) if chr(code) not in "\n\t"} | {0x7F: 0x2421}
_PICTURES |= dict.fromkeys(range(0x80, 0xA0), 0xFFFD)


def visible(text: str) -> str:
    """Text of an article or a name of a file for a terminal: nothing in it is obeyed."""
    return text.translate(_PICTURES)


@contextmanager
def progress() -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal; nothing in a log."""
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("files", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def summary(done: Summary) -> None:
    """What a run has made."""
    out = address(done.out) or done.out
    mentions = ", ".join(f"{count} {type}s" for type, count in sorted(done.mentions.items()))
    if done.unchanged:
        print(f"{out} is up to date: nothing to do. ({done.documents} documents: {mentions})")
    else:
        print(f"{done.documents} documents in {done.seconds:.1f} s: {mentions}")
        print(f"tables in {out}, {done.findings} findings")
    for sentence in done.unused:
        print(visible(sentence))
    if done.rejects:
        inputs = "input" if done.rejects == 1 else "inputs"
        print(f"{done.rejects} {inputs} could not be read: see {out}/rejects.csv")


def article(found: Extraction) -> None:
    """An article in colour, with what was found in it and by which rule."""
    console = Console(highlight=False)
    document = found.document
    published = f"  published: {document.published or 'unknown'} ({document.published_source})"
    console.print(Text.assemble((visible(document.source), "bold"), published), soft_wrap=True)
    console.print(_coloured(found), soft_wrap=True)
    table = Table("type", "text", "value", "rule", "sure", box=None, pad_edge=False)
    for mention in found.mentions:
        table.add_row(
            _label(mention),
            Text(visible(mention.text)),
            Text(visible(mention.value or "?")),
            mention.rule,
            f"{mention.confidence:.2f}",
        )
    console.print(table)
    for finding in found.findings:
        console.print(
            Text.assemble((finding.severity, "bold red"), f" {finding.kind}: {visible(finding.message)}"),
            soft_wrap=True,
        )


def _label(mention: Mention) -> Text:
    return Text(mention.type, style=_colour(mention.type))


def _colour(type: str) -> str:
    return _COLOURS.get(type) or _MORE[crc32(type.encode()) % len(_MORE)]


def _coloured(found: Extraction) -> Text:
    """The raw text with noise dim and struck through and each mention in its type's colour."""
    text = Text(visible(found.document.text))
    for noise in found.noise:
        if noise.kind != "unicode":
            text.stylize("dim strike", noise.start, noise.end)
    for mention in sorted(found.mentions, key=lambda m: m.start - m.end):  # the shorter over the longer that holds it
        text.stylize(_colour(mention.type), mention.start, mention.end)
    return text


def scores(result: Result, show: bool) -> None:
    """Precision, recall and F1 per type; with `show` every missed and wrong item."""
    table = Table("", "precision", "recall", "F1", "right", "wrong", "missed", box=None)
    for kind, s in result.scores.items():
        shares = (f"{share:.3f}" for share in (s.precision, s.recall, s.f1))
        table.add_row(kind, *shares, *map(str, (s.right, len(s.wrong), len(s.missed))))
    console = Console(highlight=False)
    console.print(table)
    for name, (right, of) in result.shares.items():
        console.print(f"{name}: {right} of {of} right")
    if show:
        for kind, s in result.scores.items():
            for label, items in (("missed", s.missed), ("wrong", s.wrong)):
                for source, words in items:
                    console.print(visible(f"{kind} {label}  {source}: {words}"), soft_wrap=True, markup=False)


def diff(found: Diff) -> None:
    """What changed between two runs."""
    if not found.changes:
        print("nothing changed")
        return
    console = Console(highlight=False)
    by_rule = {f"{kind} {rule}": counts for (kind, rule), counts in found.rules.items()}
    for title, counted in (("table", found.counts), ("mentions by rule", by_rule)):
        table = Table(title, "added", "removed", "changed", box=None)
        for name, c in counted.items():
            table.add_row(Text(name), str(c.added), str(c.removed), str(c.changed))
        if counted:
            console.print(table)
    for label, sources in (("added", found.documents_added), ("removed", found.documents_removed)):
        for source in sources:
            console.print(visible(f"article {label}: {source}"), soft_wrap=True, markup=False)
    for change in found.changes:
        if change.change.startswith("column"):
            console.print(f"{change.change}: {change.table}.{change.column}", soft_wrap=True, markup=False)


def doctor(found: Sequence[Check]) -> None:
    """What a machine can do, and what to do where it cannot."""
    signs = {
        True: Text("ok", style="green"),
        None: Text("hint", style="yellow"),
        False: Text("wrong", style="bold red"),
    }
    table = Table(box=None, pad_edge=False, show_header=False)
    for check in found:
        said = f"{check.found}: {check.advice}" if check.advice else check.found
        table.add_row(signs[check.ok], check.name, Text(said))
    Console(highlight=False).print(table)
