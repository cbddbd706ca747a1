"""spaCy pipelines by language, each built once on first use."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


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
