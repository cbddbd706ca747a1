"""Whether `의원`, `위원장`, `Assembly member` at a place are of a local council or of the National Assembly.

The words of the place's own paragraph decide, where they speak of one of the two only; else those of the whole text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.grammar.regex import regex

_COUNCIL = regex(
    r"""[가-힣][시군구도]의회 | (?<![가-힣])[시군구도]?의회(?=[는가에의]?\s) | 행정사무감사 | 행감 | 5분\s?(?:자유)?\s?발언 | 정례회 | 제\d+회\s임시회
      | [시군구도]정\s?질문 | [시군구도]의원(?![가-힣]*회관) | [가-힣]선거구 | 조례안
      | (?i: (?:city|district|county|provincial|metropolitan|-gu|-gun|-si|-do)\scouncil )""",
    re.VERBOSE,
)
_NATIONAL = regex(
    r"국회(?!의원\s?선거)|국정감사|국감|대정부\s?질문|법사위|행안위|국토위|기재위|원내대표|(?i:National Assembly)",
    re.VERBOSE,
)


def speaks_of_council(text: str, at: int) -> bool:
    """Whether the paragraph at an offset, or failing that the text, speaks of a local council rather than the 국회."""
    first, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    local, national = _counts(text[first : end if end >= 0 else len(text)])
    if bool(local) != bool(national):
        return local > 0
    local, national = _counts(text)
    return local > 0 and local >= 2 * national


@lru_cache(maxsize=256)
def _counts(text: str) -> tuple[int, int]:
    return len(_COUNCIL.findall(text)), len(_NATIONAL.findall(text))
