"""spaCy pipelines by language, each built once on first use, and the trained ones that a user lends."""

from __future__ import annotations

import hashlib
from functools import cache, lru_cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import SettingsError
from pipeline.grammar.regex import regex

if TYPE_CHECKING:
    from spacy.language import Language

# Labels of OntoNotes (English), KLUE (Korean) and of multilingual pipelines.
_KINDS = {
    **dict.fromkeys(("PERSON", "PER", "PS"), "person"),
    **dict.fromkeys(("ORG", "OG"), "organisation"),
}
_LINE = regex(r"[^\n]+")


@cache
def nlp(lang: str) -> Language:
    """A blank spaCy pipeline: `ko` over Kiwi's morphemes (tags and lemmas set), otherwise `en`."""
    import spacy

    if lang != "ko":
        return spacy.blank("en")
    from pipeline import korean

    pipeline = spacy.blank("xx")
    pipeline.tokenizer = korean.KiwiTokenizer(pipeline.vocab)
    return pipeline


@lru_cache(maxsize=1024)
def morphemes(text: str) -> tuple[tuple[int, int, str], ...]:
    """`(start, end, tag)` of Kiwi's morphemes; remembered, because names repeat and the analyser is slow."""
    from pipeline import korean

    return tuple((start, end, tag) for start, end, tag, _ in korean.tokens(text))


@cache
def trained(model: str) -> Language:
    """A trained pipeline by its name or folder. Raises SettingsError where it does not load or marks no persons."""
    import spacy

    _folder(model)
    try:
        pipeline = spacy.load(model)
    except Exception as error:  # whatever a broken or unfitting model raises
        raise SettingsError(f"the spaCy model {model!r} does not load: {error}; install it anew") from error
    labels = {label for of_pipe in pipeline.pipe_labels.values() for label in of_pipe}
    if "person" not in {_KINDS.get(label) for label in labels}:
        raise SettingsError(f"the spaCy model {model!r} marks no persons (PERSON, PER, PS); take one that has an `ner`")
    return pipeline


def entities(model: str, text: str) -> list[tuple[int, int, str]]:
    """`(start, end, kind)` of each person and organisation that a trained pipeline marks, read line by line."""
    pipeline = trained(model)
    pieces = [
        (text[at : min(at + pipeline.max_length, line.end())], at)
        for line in _LINE.finditer(text)
        for at in range(line.start(), line.end(), pipeline.max_length)
    ]
    return [
        (at + span.start_char, at + span.end_char, _KINDS[span.label_])
        for doc, at in pipeline.pipe(pieces, as_tuples=True)
        for span in doc.ents
        if span.label_ in _KINDS
    ]


def identity(model: str) -> str:
    """What tells one state of a trained pipeline from another: its version where installed, else a hash of its files.

    Raises SettingsError where there is none.
    """
    folder = _folder(model)
    if folder is None:
        return metadata.version(model)
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _folder(model: str) -> Path | None:
    """The folder of a trained pipeline; None of an installed one, as spaCy looks for that first."""
    from spacy.util import is_package

    if is_package(model):
        return None
    if not Path(model).is_dir():
        raise SettingsError(
            f"the spaCy model {model!r} is not installed; run `python -m spacy download {model}`,"
            " or give the folder of one under [models] in dongne.toml"
        )
    return Path(model)
