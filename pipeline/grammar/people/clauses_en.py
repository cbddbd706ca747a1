"""Posts that an English clause tells of a person: `…, who will lead the Welfare Bureau`, `chaired by …`, `… was elected chairman`."""

from __future__ import annotations

import re

from pipeline.grammar.people.posts import title_pattern
from pipeline.grammar.people.titles_en import Title, post_for
from pipeline.grammar.regex import regex

_UNIT = (
    r"(?:[A-Za-z'’&-]+,?\s){0,9}?(?i:bureau|division|department|team|office|headquarters|committee|council|foundation|corporation|agency|authority)"
    r"(?:\sof\s(?:the\s)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)*)?"
)
_WHO_LEADS = regex(
    rf"""\s?,\s who \s (?:(?:will|now|currently|also|has|is|to|had)\s){{0,2}}
        (?:(?P<chair>chair|presid)|lead|head|run|direct|oversee|manag)(?:e?[sd]|ing|es\sover|s\sover)?\s (?P<unit>(?:the\s|its\s)?{_UNIT})""",
    re.VERBOSE,
)
_LED_BY = regex(rf"(?P<unit>{_UNIT})\s?,?\s\(?(?:(?P<chair>chaired|presided\sover)|headed|led|directed)\sby\s\Z")
_MADE = regex(
    r"\s(?:was|has\sbeen|is|had\sbeen)\s(?:newly\s|also\s|re-?)?(?:elected|appointed|named|chosen|selected|inaugurated|sworn\sin)"
    r"\s(?:as\s)?(?:the\s|its\s|a\s)?(?:new\s|next\s)?(?P<phrase>[^.;:!?\n()“”\"]{3,90})"
)
_PHRASE_END = regex(r",?\s(?:on|in|at|by|with|after|to|from|and|who|which|for\sthe\s(?:first|second))\s")
_LONGEST = 110


def title_told(text: str, start: int, end: int) -> Title | None:
    """The post that the clause around a name tells, or None."""
    if m := _WHO_LEADS.match(text, end):
        return _of_unit(text, m)
    left = max(start - _LONGEST, text.rfind("\n", 0, start) + 1)
    if text[left:start].endswith(" by ") and (m := _LED_BY.search(text, left, start)):
        return _of_unit(text, m)
    return _made(text, end)


def _of_unit(text: str, m: re.Match[str]) -> Title | None:
    role = "chair" if m["chair"] else "head"
    post = post_for(role, f"{role} of {m['unit']}", text, m.start())
    return Title(post, m.span("unit"), role) if post else None


def _made(text: str, end: int) -> Title | None:
    """`was elected as the chairman of the Buk-gu Council on the 3rd`: the title must open the phrase."""
    m = _MADE.match(text, end)
    if not m:
        return None
    stop = _PHRASE_END.search(m["phrase"])
    phrase = m["phrase"][: stop.start()] if stop else m["phrase"]
    title = title_pattern("en").search(phrase)
    if not title or len(phrase[: title.start()].split()) > 3:
        return None
    post = post_for(title.group(), phrase, text, end)
    return Title(post, (m.start("phrase"), m.start("phrase") + len(phrase)), phrase.strip()) if post else None
