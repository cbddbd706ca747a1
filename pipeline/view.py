"""View: cleaned text that knows its way back to the raw text.

A view holds for each of its characters the raw span it came from. Cleaning never edits the raw text: it makes a new
view with `replace`. Extractors match on `view.text`; `raw_span` says where that is in the raw text.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.errors import SpanError

if TYPE_CHECKING:
    from spacy.tokens import Doc

# A sentence ends at a line break, or at a full stop (with closing quotes or brackets) before white space, but not
# after an initial, a month or a title: `Sept. 3`, `Rep. Kim`, `No. 5`, `2021. 5. 31`. The character comes first, as the
# engine skips to it, and the look-behinds see it as their last.
_SENTENCE_END = re.compile(
    r"""
    [\n.!?…]
    (?: (?<= \n ) \n*
      | (?<! \b[A-Z]. ) (?<! \b(?:St|Mr|Dr|No|Jr|vs). ) (?<! \b(?:Mrs|Rep|Sen|Gov|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec). )
        (?<! \bSept. ) (?<! [\d\s.!?…]. )
        [.!?…]* ["'”’」』)\]]* (?=\s)
      | (?<= [\d]. ) [.!?…]* ["'”’」』)\]]* (?= \s+ [^\d\s] )
    )
    """,
    re.VERBOSE,
)


class View:
    """The cleaned text of a document or of one segment of it.

    `text`: what patterns see. `lang`: `ko`, `en` or empty where mixed. `starts[i]`, `ends[i]`: the raw span of
    character i (code points). Where one edit wrote several characters, each maps to the whole raw span of the edit.
    `model`: the trained spaCy pipeline that may be asked for `entities`; parts and edits of the view have none.
    """

    def __init__(self, text: str, starts: array[int], ends: array[int], lang: str = "", model: str = "") -> None:
        if not len(text) == len(starts) == len(ends):
            raise SpanError(f"a view of {len(text)} characters with {len(starts)} offsets")
        self.text = text
        self.starts = starts
        self.ends = ends
        self.lang = lang
        self.model = model

    @classmethod
    def of(cls, raw: str, lang: str = "") -> View:
        """The view of a raw text that nothing was cleaned from."""
        return cls(raw, array("I", range(len(raw))), array("I", range(1, len(raw) + 1)), lang)

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, part: slice) -> View:
        """The part `[start:end]` as a view of its own, with the same way back."""
        start, end, step = part.indices(len(self.text))
        if step != 1:
            raise SpanError("a view is sliced without a step")
        return View(self.text[start:end], self.starts[start:end], self.ends[start:end], self.lang)

    def speaking(self, lang: str) -> View:
        """The same view, in a language."""
        return View(self.text, self.starts, self.ends, lang)

    def lent(self, model: str) -> View:
        """The same view, with a trained pipeline to ask."""
        return View(self.text, self.starts, self.ends, self.lang, model)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw `[start, end)` that the view's characters `[start, end)` came from; raises SpanError if empty."""
        if not 0 <= start < end <= len(self.text):
            raise SpanError(f"no text at [{start}, {end}) of a view of {len(self.text)} characters")
        return self.starts[start], self.ends[end - 1]

    def replace(self, edits: Iterable[tuple[int, int, str]]) -> View:
        """A new view with each `(start, end, replacement)` carried out; edits are sorted and do not overlap."""
        text: list[str] = []
        starts: array[int] = array("I")
        ends: array[int] = array("I")
        at = 0
        for start, end, replacement in edits:
            if start < at or end <= start:
                raise SpanError(f"edit [{start}, {end}) is empty or overlaps the one that ends at {at}")
            text += (self.text[at:start], replacement)
            raw_start, raw_end = self.raw_span(start, end)
            starts += self.starts[at:start] + array("I", [raw_start]) * len(replacement)
            ends += self.ends[at:start] + array("I", [raw_end]) * len(replacement)
            at = end
        if at == 0:
            return self
        text.append(self.text[at:])
        return View("".join(text), starts + self.starts[at:], ends + self.ends[at:], self.lang)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The sentences as `(start, end)` in the view, without surrounding white space."""
        cuts = [m.end() for m in _SENTENCE_END.finditer(self.text)]
        spans = []
        for start, end in zip([0, *cuts], [*cuts, len(self.text)], strict=True):
            piece = self.text[start:end]
            stripped = piece.strip()
            if stripped:
                start += piece.index(stripped[0])
                spans.append((start, start + len(stripped)))
        return spans

    def sentence_at(self, at: int) -> tuple[int, int]:
        """The sentence that holds the view offset `at`, or the empty span there."""
        index = bisect_right(self.sentences, (at, len(self.text))) - 1
        if index >= 0 and at < self.sentences[index][1]:
            return self.sentences[index]
        return at, at

    @cached_property
    def doc(self) -> Doc:
        """The text as a spaCy Doc: Kiwi's morphemes for Korean, spaCy's English tokens otherwise. Made on first use.

        Korean costs about 100 times a pattern scan: slice the view to the sentence that needs it. `morphemes` is faster.
        """
        from pipeline.languages import nlp

        return nlp(self.lang or "en")(self.text)

    @property
    def morphemes(self) -> tuple[tuple[int, int, str], ...]:
        """`(start, end, tag)` in the view of each of Kiwi's morphemes, whatever its language; white space is tagged SP."""
        from pipeline.languages import morphemes

        return morphemes(self.text)

    @cached_property
    def entities(self) -> list[tuple[int, int, str]]:
        """`(start, end, kind)` in the view of each `person` and `organisation` that the model marks; empty without one."""
        from pipeline.languages import entities

        return entities(self.model, self.text) if self.model else []
