"""Names in lists with marks: `… selected as the best projects: ▲ Mobile care service for seniors ▲ Alley lights project`.

Only where the words before the list say that undertakings follow, and only items that read like names: English ones
that begin with a capital, Korean ones that end in a head noun. Items that hold a quotation are left to that quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.grammar.programs.program_cues import EN_BODY, KO_BODY
from pipeline.grammar.programs.program_heads import head_ending
from pipeline.grammar.programs.quoted_names import Named, told_apart

_MARK = re.compile(r"[▲△▶▷◆■○●①-⑳]\s*")
_ITEM_END = re.compile(r"[,.;:?]?\s*(?:and\s*)?\Z")
_KO_TAIL = re.compile(
    r"\s(?:등|까지)(?=[\s,.(의을이도]).*|(?:(?<![마가고노])을|를|이다|으로|에서)\s.*|\([^)]*\)?(?:\s등.*|\W*)\Z",
    re.DOTALL,
)
_EN_TAIL = re.compile(r",?\samong\sothers.*|\s?\([^)]*\)?$|[.?!](?=\s|$).*", re.DOTALL)
_EN_SUM = re.compile(
    r"(?<!\sto)(?<!\sfrom)(?<!\sof)(?<!\sby)(?<!\s-)(?:\swith)?\s?\(?(?:[a-z ]{0,24}:\s?)?(?:about\s|KRW\s?|₩)?\d[\d.,]*\s?(?:trillion|billion|million|won|KRW)(?:\swon|\sKRW)?\)?\W*(?:and\s*)?\Z",
    re.IGNORECASE | re.DOTALL,
)
# `Period: October 11`, `Place: …`: what an announcement lists.
_EN_FIELD = re.compile(r"[A-Z]\w+(?:\s\w+)?\s?:\s")
_EN_LEAD = re.compile(
    r"\b(?:projects?|programs?|programmes?|policies|initiatives|events|services|contests|festivals|campaigns|changes|tasks)\b",
    re.IGNORECASE,
)
_KO_LEAD = re.compile(r"사업|정책|프로그램|프로젝트|시책|축제|행사|서비스|공모|과제")
_EN_CLAUSE = re.compile(
    r"\d{3,}\Z|\b(?:to|from|by|of|with|for|in|at|on)\Z|\b[a-z]+ed\b|\A(?:Up|No|More|All|Only)\s|\b(?:is|are|was|were|will|has|have|can|said)\b|[‘“\"]|\s'"
)
_KO_CLAUSE = re.compile(r"(?:하는|있는|되는|주는|[한할된를을로에외]|과|와)\s")
_LINE = re.compile(r"[^\n]+")
# Where each item has a line of its own, the lead is the line before the list.
_SHORTEST_LEAD = 5
# Syllables before the head of an item written as one word: 고향올래사업.
_SHORTEST_COINED = 4
# Sums and notes behind a name at most: `with 3 billion won (total cost 9 billion won), among others`.
_MOST_TAILS = 3
_LEAD, _LONGEST_EN, _LONGEST_KO = 200, 110, 40


def listed_names(text: str, lang: str) -> Iterator[Named]:
    """The items of marked lists that name programs."""
    lead = ""
    for line in _LINE.finditer(text):
        marks = list(_MARK.finditer(text, *line.span()))
        if not marks or marks[0].start() - line.start() > _SHORTEST_LEAD:
            lead = text[
                max(line.start(), (marks[0].start() if marks else line.end()) - _LEAD) : marks[0].start()
                if marks
                else line.end()
            ]
        for number, mark in enumerate(marks):
            end = marks[number + 1].start() if number + 1 < len(marks) else line.end()
            item = text[mark.end() : min(end, mark.end() + 2 * _LONGEST_EN)]
            named = _korean(item, lead) if lang == "ko" else _english(item, lead)
            if named:
                name, kind = named
                yield Named(mark.end(), mark.end() + len(name), name, "listed", kind)


def _english(item: str, lead: str) -> tuple[str, str] | None:
    name, paid = item, False
    for _ in range(_MOST_TAILS):
        paid = paid or _EN_SUM.search(name) is not None
        name = _ITEM_END.sub("", _EN_TAIL.sub("", _EN_SUM.sub("", name)))
    name = name.partition(" including ")[0]
    if (
        _EN_FIELD.match(name)
        or not (paid or _EN_LEAD.search(lead))
        or not name[:1].isupper()
        or name.count(" ") < (1 if paid else 2)
    ):
        return None
    if len(name) > _LONGEST_EN or (EN_BODY.search(name) and not paid) or _EN_CLAUSE.search(name):
        return None
    head = head_ending(name, "en")
    return (name, head.kind if head else "") if told_apart(name, head, "en") else None


def _korean(item: str, lead: str) -> tuple[str, str] | None:
    name = _ITEM_END.sub("", _KO_TAIL.sub("", item))
    head = head_ending(name, "ko")
    if head is None or len(name) > _LONGEST_KO or not (_KO_LEAD.search(lead) or head.word.endswith("사업")):
        return None
    if " " not in name and len(name) - len(head.word) < _SHORTEST_COINED:
        return None
    # Festivals are called by whole phrases: `노래가 흐르는 샘골 축제`.
    phrase = head.kind != "event" and (_KO_CLAUSE.search(name) or "," in name)
    if KO_BODY.search(name) or phrase or any(mark in name for mark in "‘“「'\"<") or not told_apart(name, head, "ko"):
        return None
    return name, head.kind
