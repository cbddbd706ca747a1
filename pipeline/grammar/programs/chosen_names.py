"""English names in lower case that no sum proves: by who runs the undertaking, or by towns that are chosen for it.

| form | example |
|---|---|
| a ministry's or a province's | the Industry Ministry's reed-linked harvest project |
| what towns are chosen for | one of ten towns picked by the ministry for the alley solar rent pilot |

Two words of its own stand before the head, or one beside two shared ones; adjectives of any undertaking (`flagship`, `new`) are none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.grammar.programs.program_cues import EN_TOLD
from pipeline.grammar.programs.program_heads import generic, heads
from pipeline.grammar.programs.quoted_names import Named
from pipeline.grammar.regex import regex

_HEAD = r"(?P<head>project|program|programme|scheme|initiative|pilot|allowance|voucher|subsidy|grant)(?![\w-])(?!\s(?:team|manager|office|director|committee|funds?|cost|costs|budget)\b)"
_WORD = (
    r"(?!(?:the|an?|of|for|to|in|on|at|and|or|by|with|from|that|which|as|is|was|will|are|were)\s)[A-Za-z0-9][\w-]{0,30}"
)
_NAME = rf"(?P<name>(?:{_WORD}\s){{2,6}}?{_HEAD})"
_FORMS = (
    regex(
        rf"(?:Ministry|Province|Commission|Agency|Administration)(?:\sof\s[A-Z]\w{{2,20}}(?:(?:,|\sand|,\sand)\s[A-Z]\w{{2,20}}){{0,3}})?['’]s\s{_NAME}"
    ),
    regex(
        rf"\b(?:picked|selected|chosen|designated|shortlisted)\s(?:(?:by|as|of|in|from)\s[^.;\n]{{1,80}}?\s)?(?:for|under)\s(?:the|an?)\s{_NAME}"
    ),
)
# Words of its own and all words before the head, together: `rural basic income pilot`.
_FEWEST = 3
_ADJECTIVE = regex(
    r"flagship|signature|ambitious|controversial|ongoing|current|previous|upcoming|recent|so-called|long-[a-z]+|large-scale|nationwide|similar|own"
    r"|overall|joint|state-run|state-funded|government-led|five-year|three-year|two-year|multi-year|planned|proposed|separate|broader|wider"
)


def chosen_names(text: str, taken: Callable[[int], bool]) -> Iterator[Named]:
    """Names by who runs them or who is chosen for them. taken: offsets that belong to a quotation."""
    for form in _FORMS:
        for match in form.finditer(text):
            words = match["name"].split()[:-1]
            own = [w for w in words if w.casefold() not in generic("en") and not _ADJECTIVE.fullmatch(w)]
            told = EN_TOLD.fullmatch(words[0])
            if (
                len(own) + len(words) > _FEWEST
                and own
                and not told
                and not _ADJECTIVE.fullmatch(words[0])
                and not taken(match.start("name"))
            ):
                head = heads("en").get(match["head"])
                yield Named(*match.span("name"), match["name"], "funded_run", head.kind if head else "policy")
