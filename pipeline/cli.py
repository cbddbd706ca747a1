"""The command line. Errors are one clear line; exit codes: 0 fine, 1 an error, 2 wrong usage, 3 done with rejects."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipeline import terminal
from pipeline.errors import PipelineError

if TYPE_CHECKING:
    from pipeline.contract import Extractor
    from pipeline.records import Document

app = typer.Typer(
    help="Dongne turns Korean local-government news, in Korean and English, into tables.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
_DONE_WITH_REJECTS = 3
_STOPPED = 130


@app.command()
def run(
    inputs: Annotated[
        list[Path] | None, typer.Argument(help="Files and folders of articles; default data/raw.")
    ] = None,
    out: Annotated[Path, typer.Option("-o", "--out", help="Folder for the tables.")] = Path("data/processed"),
    config: Annotated[Path | None, typer.Option(help="Settings file; default dongne.toml, if there is one.")] = None,
    workers: Annotated[int | None, typer.Option(help="Processes to work in.")] = None,
    engine: Annotated[str | None, typer.Option(help="processes, or dask (pip install 'dongne[dask]').")] = None,
    scheduler: Annotated[
        str | None, typer.Option(help="Address of a dask scheduler, e.g. tcp://host:8786; default a cluster here.")
    ] = None,
    parts: Annotated[
        int | None, typer.Option(help="Write each table as so many Parquet files, for a corpus that no machine holds.")
    ] = None,
    encoding: Annotated[str | None, typer.Option(help="Encoding of text files; default: told from each file.")] = None,
    if_changed: Annotated[bool, typer.Option(help="Do nothing if the tables are up to date.")] = False,
) -> None:
    """Turn articles into tables."""
    from pipeline import settings
    from pipeline.run import run as run_pipeline

    chosen = settings.load(config, workers=workers, engine=engine, scheduler=scheduler, parts=parts, encoding=encoding)
    try:
        with terminal.progress() as progress:
            summary = run_pipeline(inputs or [Path("data/raw")], out, chosen, progress, if_changed)
    except KeyboardInterrupt:
        print("dongne: stopped; the same command goes on from here, the old tables are as they were", file=sys.stderr)
        raise typer.Exit(_STOPPED) from None
    terminal.summary(summary)
    if summary.rejects:
        raise typer.Exit(_DONE_WITH_REJECTS)


@app.command()
def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="An article, or - for standard input.")],
    published: Annotated[str | None, typer.Option(help="Day of publication, e.g. 2021-05-31.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead.")] = False,
) -> None:
    """Show what is found in one article, and by which rule."""
    from dataclasses import replace

    from pipeline import settings
    from pipeline.flow import extraction, load_models
    from pipeline.plain import plain

    chosen = _own_extractors()
    models = load_models(settings.load().models)
    for document in _documents(file):
        day = _day(published)
        dated = replace(document, published=day, published_source="metadata") if day else document
        found = extraction(dated, chosen, models)
        if as_json:
            print(json.dumps(plain(found), ensure_ascii=False))
        else:
            terminal.article(found)


def _own_extractors() -> Sequence[Extractor]:
    """All extractors, with those of the folder that the settings name."""
    from pipeline import settings
    from pipeline.flow import prepared

    return prepared(settings.load())


def _day(text: str | None) -> Any:
    import datetime

    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise PipelineError(f"--published {text!r} is no date; write it as 2021-05-31") from error


def _documents(file: str) -> Iterator[Document]:
    from pipeline.read import read, read_text
    from pipeline.records import Reject

    if file == "-":
        text = sys.stdin.buffer.read().decode("utf-8", "replace")
        if not text.strip():
            raise PipelineError("nothing on standard input; pipe an article into it")
        yield read_text(text)
        return
    for one in read([Path(file)]):
        if isinstance(one, Reject):
            raise PipelineError(f"{one.source}: {one.detail}")
        yield one


@app.command()
def extractors() -> None:
    """List the extractors and the columns of their tables."""
    from pipeline import schema

    for extractor in _own_extractors():
        table = schema.of_extractor(extractor)
        print(f"{extractor.type:10} {extractor.find.__module__:32} {table.name}: {', '.join(table.names)}")


@app.command()
def new_extractor(
    name: Annotated[str, typer.Argument(help="The type: a singular noun of a-z and _, such as phone_number.")],
    built_in: Annotated[bool, typer.Option(help="Write into this clone's own pipeline/extractors/.")] = False,
) -> None:
    """Write a new extractor to start from, and its test."""
    from pipeline import settings
    from pipeline.scaffold import new_extractor as write

    _own_extractors()
    module, test = write(name, Path(settings.load().extensions or settings.EXTENSIONS), built_in)
    print(f"{module}: change what it looks for; its table is {name}s.csv at the next run")
    print(f"{test}: run it with python -m pytest {test}")


@app.command()
def score(
    gold: Annotated[Path, typer.Argument(help="Folder of gold files.")] = Path("tests/gold"),
    processed: Annotated[Path, typer.Option("-p", "--processed", help="Folder of the tables.")] = Path(
        "data/processed"
    ),
    show: Annotated[bool, typer.Option(help="List every missed and wrong item.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead.")] = False,
) -> None:
    """Compare the tables with gold: precision, recall and F1 per type."""
    from pipeline.score import score as compare

    result = compare(processed, gold)
    if as_json:
        figures = {
            kind: {"precision": round(s.precision, 4), "recall": round(s.recall, 4), "f1": round(s.f1, 4)}
            for kind, s in result.scores.items()
        }
        print(json.dumps(figures | {"shares": result.shares}, indent=2))
        return
    terminal.scores(result, show)


@app.command()
def report(
    processed: Annotated[Path, typer.Option("-p", "--processed", help="Folder of the tables.")] = Path(
        "data/processed"
    ),
) -> None:
    """Make the report: one page for a browser, from the tables alone."""
    from pipeline.report import write

    print(f"open {write(processed)} in a browser")


@app.command()
def explore(
    processed: Annotated[Path, typer.Option("-p", "--processed", help="Folder of the tables.")] = Path(
        "data/processed"
    ),
    port: Annotated[int, typer.Option(help="Port on this machine.")] = 8001,
) -> None:
    """Serve the database with Datasette, on this machine alone."""
    import importlib.util
    import subprocess

    from pipeline.explore import write

    if importlib.util.find_spec("datasette") is None:
        raise PipelineError(
            "Datasette is not installed; run `make install`, or without make `pip install 'datasette<1'`"
        )
    about = write(processed, _own_extractors())
    command = [sys.executable, "-m", "datasette", "serve", "--immutable", str(processed / "dongne.sqlite")]
    command += ["--metadata", str(about), "--host", "127.0.0.1", "--port", str(port)]
    print(f"http://127.0.0.1:{port}/dongne (stop with Ctrl-C)")
    raise typer.Exit(subprocess.run(command, check=False).returncode)


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="Folder of tables.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Folder of tables made later or otherwise.")],
    csv: Annotated[Path | None, typer.Option(metavar="FILE", help="Write every change into a CSV file.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead, with every change.")] = False,
) -> None:
    """Show what changed between two folders of tables: rows per table, mentions per rule."""
    from dataclasses import asdict

    from pipeline.diff import diff as compare
    from pipeline.diff import write_csv

    found = compare(old, new)
    if csv is not None:
        write_csv(found, csv)
    if as_json:
        told = asdict(found) | {"rules": [{"type": t, "rule": r} | asdict(c) for (t, r), c in found.rules.items()]}
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        terminal.diff(found)


@app.command()
def doctor() -> None:
    """Check that this machine can make tables, and say what to do where it cannot."""
    from pipeline.doctor import checks

    found = checks()
    terminal.doctor(found)
    if any(check.ok is False for check in found):
        raise typer.Exit(1)


@app.command()
def gold(
    out: Annotated[Path, typer.Argument(help="Folder for the gold files.")] = Path("data/review/gold"),
    processed: Annotated[Path, typer.Option("-p", "--processed", help="Folder of the tables.")] = Path(
        "data/processed"
    ),
) -> None:
    """Write gold files of the articles in which corrections were accepted, to measure with `dongne score`."""
    from pipeline.gold import write

    written = write(processed, out)
    print(f"{len(written)} gold files in {out}")


@app.command()
def codebook() -> None:
    """Print the codebook of the tables as Markdown."""
    from pipeline.codebook import markdown

    print(markdown(), end="")


def main() -> None:
    """The `dongne` command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that cannot show Korean gets escapes, not a traceback.
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except PipelineError as error:
        print(terminal.visible(f"dongne: {error}"), file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
