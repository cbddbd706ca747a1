"""Small trained pipelines of our own, saved where a test may name them."""

from __future__ import annotations

import random
from pathlib import Path

import spacy
from spacy.training import Example
from spacy.util import minibatch

# Titles and verbs around names that no pattern knows; the names of the tests are not among them.
_NAMES = (
    "Marten Oldfield",
    "Tessa Quill",
    "Orla Brandt",
    "Ivo Castellan",
    "Nadia Ferro",
    "Silas Hartwell",
    "Odessa",
    "Ravi",
)
_FRAMES = (
    "Mayor {} spoke.",
    "{}, mayor of Yuseong-gu, opened the hall.",
    "Governor {} said that the road is open.",
    "The prize went to {} of the library.",
    "Mayor {} visited the market on Monday.",
)


def trained_english(folder: Path) -> Path:
    """An `en` with an `ner` that learned PERSON from forty sentences, in a few seconds."""
    spacy.util.fix_random_seed(7)
    nlp = spacy.blank("en")
    nlp.add_pipe("ner").add_label("PERSON")
    examples = []
    for frame in _FRAMES:
        for name in _NAMES:
            at = frame.index("{}")
            spans = {"entities": [(at, at + len(name), "PERSON")]}
            examples.append(Example.from_dict(nlp.make_doc(frame.format(name)), spans))
    optimizer = nlp.initialize(lambda: examples)
    order = random.Random(7)
    for _ in range(15):
        order.shuffle(examples)
        for batch in minibatch(examples, 4):
            nlp.update(batch, sgd=optimizer)
    nlp.to_disk(folder)
    return folder


def ruler(folder: Path, lang: str, **marked: tuple[str, ...]) -> Path:
    """A pipeline that marks given words: `ruler(folder, "ko", PS=("마리솔 그랜트",))`; Korean in words between spaces."""
    tokenizer = {"nlp": {"tokenizer": {"@tokenizers": "spacy.Tokenizer.v1"}}}
    nlp = spacy.blank(lang, config=tokenizer if lang == "ko" else {})
    patterns = [{"label": label, "pattern": text} for label, texts in marked.items() for text in texts]
    nlp.add_pipe("entity_ruler").add_patterns(patterns)
    nlp.to_disk(folder)
    return folder
