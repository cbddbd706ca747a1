"""Acts, decrees and ordinances with the article that is cited, in Korean and English.

    「지방자치법」 제28조 제1항에 따라        → 지방자치법, 28, 1
    같은 법 제30조는                       → the act that was cited last, 30
    Article 28 of the Local Autonomy Act  → Local Autonomy Act, 28

An act without an article counts where it stands in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline import Context, Extractor, Match, View, column
from pipeline.records import Mention

_ARTICLE = r"제\s?(?P<article>\d+조(?:의\s?\d+)?)(?:\s?제\s?(?P<paragraph>\d+)항)?"
_KIND = r"(?:법률|법|시행령|시행규칙|조례|규칙)"
_RULES = {
    "ko": {
        "bracketed": re.compile(rf"[「『](?P<act>[가-힣A-Za-z0-9 ·ㆍ]{{1,60}}{_KIND})[」』](?:\s?{_ARTICLE})?"),
        "same": re.compile(rf"(?<![가-힣])(?P<act>같은 법|동법|이 법)\s?{_ARTICLE}"),
        "cited": re.compile(rf"(?<![가-힣·「『])(?P<act>[가-힣·]{{1,30}}{_KIND})\s?{_ARTICLE}"),
    },
    "en": {
        "cited": re.compile(
            r"\bArticle\s(?P<article>\d+(?:-\d+)?)(?:,?\s(?:Paragraph|paragraph)\s(?P<paragraph>\d+),?)?\sof\sthe\s"
            r"(?P<act>(?:[A-Z][\w-]+\s(?:(?:of|on|and|for|the)\s){0,2}){1,8}?(?:Act|Ordinance|Decree|Law))\b"
        ),
    },
}


@dataclass(frozen=True, slots=True)
class LegalAct:
    """A row of legal_acts.csv."""

    act: str = column("the act's name; for `같은 법` the one cited before; empty: none was")
    article: str = column("the article: 28, or 28의2; empty: the act as a whole")
    paragraph: int | None = column("the paragraph; empty: none is cited")


def find(view: View) -> Iterator[Match]:
    """Every citation; where two rules hit the same words the longer one is kept by the runner."""
    for rule, pattern in _RULES[view.lang].items():
        for match in pattern.finditer(view.text):
            yield Match(match.start(), match.end(), rule, match.groupdict())


def normalise(mention: Mention, context: Context) -> LegalAct:
    """The row, with the act that `같은 법` means: the last one before it."""
    act = mention.data["act"]
    if mention.rule == "same":
        named = [m for m in context.of("legal_act") if m.start < mention.start and m.rule != "same"]
        act = named[-1].data["act"] if named else ""
    paragraph = mention.data["paragraph"]
    article = (mention.data["article"] or "").replace("조", "").replace(" ", "")
    return LegalAct(act, article, int(paragraph) if paragraph else None)


EXTRACTOR = Extractor(type="legal_act", find=find, normalise=normalise, row=LegalAct)
