"""Names in lists with marks: `… selected as the best projects: ▲ Mobile care service for seniors ▲ Alley lights project`.

Only where the words before the list say that undertakings follow, and only items that read like names: English ones
that begin with a capital, Korean ones that end in a head noun. Items that hold a quotation are left to that quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.grammar.programs.program_cues import EN_BODY, EN_IMPERATIVE, KO_BODY
from pipeline.grammar.programs.program_heads import describes, generic, head_ending, head_within, heads
from pipeline.grammar.programs.quoted_names import Named, shared_word, told_apart
from pipeline.grammar.regex import regex

_MARK = regex(r"[▲△▶▷◆■○●①-⑳]\s*")
_ITEM_END = regex(r"[,.;:?]?\s*(?:and\s*)?\Z")
_KO_TAIL = regex(
    r"\s(?:등|까지)(?=[\s,.(의을이도]).*|(?:(?<![마가고노])을|를|이다|으로|에서)\s.*|\([^)]*\)?(?:\s등.*|\W*)\Z",
    re.DOTALL,
)
_EN_TAIL = regex(r",?\s(?:among\sothers|and\sso\s(?:on|forth))\b.*|\s?\([^)]*\)?$|(?<!\bNo)[.?!](?=\s|$).*", re.DOTALL)
# A sum in brackets ends the item, whatever the sentence goes on with.
_EN_PAID_END = regex(
    r"\s\((?:[a-z ]{0,24}:?\s?)?(?:KRW\s?|₩)?\d[\d.,]*\s?(?:trillion|billion|million)[^()]{0,30}\),\s(?:for\s|in\s|a\s)?total.*",
    re.DOTALL,
)
_EN_SUM = regex(
    r"(?<!\sto)(?<!\sfrom)(?<!\sof)(?<!\sby)(?<!\s-)(?:\swith)?\s?(?:\((?:[a-z ]{0,24}:\s?)?|:\s?)?(?:about\s|KRW\s?|₩)?\d[\d.,]*\s?(?:trillion|billion|million|won|KRW)(?:\swon|\sKRW)?\)?\W*(?:and\s*)?\Z",
    re.IGNORECASE | re.DOTALL,
)
# `Period: October 11`, `Place: …`: what an announcement lists.
_EN_FIELD = regex(r"[A-Z]\w+(?:\s\w+)?\s?:\s")
_EN_LEAD = regex(
    r"\b(?:projects?|programs?|programmes?|policies|initiatives|events|services|contests|festivals|campaigns|changes|tasks)\b",
    re.IGNORECASE,
)
# Items of a machine translation keep lower case; where money comes from is none.
_EN_TRANSLATED = regex(
    r"[a-z][a-z'’-]+(?:\s[\w'’-]+){0,6}\s(?:business|project|program|agreement|festival|fund|contest|service|support|construction|creation|development|improvement|maintenance|installation)"
)
_EN_SOURCE = regex(r"\b(?:expenses?|cost|costs|budget)\b")
# `Welfare, traffic, etc`: several undertakings.
_EN_SEVERAL = regex(r"\betc\b|\band\sothers\b")
_KO_LEAD = regex(r"사업|정책|프로그램|프로젝트|시책|축제|행사|서비스|공모|과제")
_EN_CLAUSE = regex(
    r"\d{3,}\Z|\b(?:to|from|by|of|with|for|in|at|on)\Z|\b[a-z]+ed\b|\A(?:Up|No|More|All|Only)\s|\b(?:is|are|was|were|will|has|have|can|said)\b|[‘“\"]|\s'"
)
_KO_CLAUSE = regex(r"(?:하는|있는|되는|주는|[한할된를로에외]|(?<![마가노고])을|과|와)\s")
# An item of a budget by the sum in brackets behind it: `솔섬지구 배수개선(9억원)`; and items that are a field or a kind of money.
_KO_SUM = regex(
    r"\s?\((?:총사업비|사업비|국비|약|총)?\s?\d[\d,.]*\s?(?:조|억|천만|백만|만)[\d,조억천백만 ]*원?[^()\n]{0,20}\).*\Z",
    re.DOTALL,
)
# The same without brackets, where the words before the list or behind the sum speak of a budget: `▲솔섬 악단 연주회 녹화 2천만원 삭감`.
_KO_BUDGET = regex(r"예산|추경|삭감|증액|편성|반영|교부[세금]|특교세")
_KO_BARE_SUM = regex(r"(?:(?<=[가-힣])에[는도]?)?\s(?:약|총)?\s?\d[\d,.]{0,12}\s?(?:조|억|천만|백만|만|천|백)")
_KO_RECEIVER = regex(r"\d\s?(?:명|인|팀|개|곳|건)|[첫둘셋넷]째|(?:월|연|최대)\Z")
_KO_FIELD = regex(
    r"(?:분야|부문|예산|회계|계정|수입|재원|인건비|경비|운영비|관리비|[가-힣]세|교부[세금]|국비|도비|시비|구비|군비|융자|해결|철폐|폐지|확대|강화|지정)\Z"
)
# A sentence ends inside, or its subject ends the item: no item.
_KO_SENTENCE = regex(r"[.?!]\s|[가-힣]{2}[세금][가이]\Z")
# `Bright Pass for Elders: residents over 70 ride free`: what a head noun ends before a colon is the name.
_EXPLAINED = {
    "ko": regex(r"(?P<name>[가-힣A-Za-z0-9][^:：,.\n‘“「'\"]{2,30}?)\s?[:：]\s"),
    "en": regex(r"(?P<name>[A-Z0-9][^:,.\n‘“\"]{5,60}):\s"),
}
# `사업명: …`, `주요 내용: …`: a field of an announcement, whose value is told elsewhere.
_KO_LABEL = regex(r"[가-힣]{2,4}(?:\s?[가-힣]{2,4})?\s?[:：]\s")
_LINE = regex(r"[^\n]+")
# Where each item has a line of its own, the lead is the line before the list.
_SHORTEST_LEAD = 5
# Syllables before the head of an item written as one word: 고향올래사업.
_SHORTEST_COINED = 4
# Syllables of an item that its sum alone makes a name.
_SHORTEST_PAID = 6
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
            named = _explained(item, lang) or (_korean(item, lead) if lang == "ko" else _english(item, lead))
            if named:
                name, kind = named
                yield Named(mark.end(), mark.end() + len(name), name, "listed", kind)


def _explained(item: str, lang: str) -> tuple[str, str] | None:
    """The name of an item that tells behind a colon what it is."""
    found = _EXPLAINED[lang].match(item)
    if found is None:
        return None
    name = found["name"]
    if (EN_BODY if lang == "en" else KO_BODY).search(name) or name.count("(") != name.count(")"):
        return None
    if lang == "ko":
        head = head_ending(name, "ko")
        fits = head is not None and not _KO_CLAUSE.search(name) and told_apart(name, head, "ko")
    else:
        whole, _, whom = name.partition(" for ")
        head = head_ending(whole, "en")
        words = [w for w in name.split() if w not in ("for", "of", "and", "the", "in", "to")]
        own = [w for w in whole.split() if w.casefold() not in generic("en") and w.casefold() not in heads("en")]
        fits = (
            head is not None
            and bool(own or whom)
            and len(words) > 1
            and all(w[0].isupper() or w[0].isdigit() for w in words)
        )
    return (name, head.kind) if fits and head is not None and head.needs != "cue" else None


def _english(item: str, lead: str) -> tuple[str, str] | None:
    name = _EN_PAID_END.sub("", item)
    paid = name != item
    for _ in range(_MOST_TAILS):
        paid = paid or _EN_SUM.search(name) is not None
        name = _ITEM_END.sub("", _EN_TAIL.sub("", _EN_SUM.sub("", name)))
    name = name.partition(" including ")[0]
    if (
        _EN_FIELD.match(name)
        or EN_IMPERATIVE.match(name)
        or not (paid or _EN_LEAD.search(lead))
        or not (name[:1].isupper() or (paid and _translated(name)))
        or name.count(" ") < (1 if paid else 2)
    ):
        return None
    if len(name) > _LONGEST_EN or (EN_BODY.search(name) and not paid) or _EN_CLAUSE.search(name):
        return None
    head = head_ending(name, "en") or head_within(name)
    if _EN_SEVERAL.search(name) or (
        head is None and not re.search(r"\s(?:[A-Z]|\d)", name) and not _EN_LEAD.search(lead)
    ):
        return None
    return (name, head.kind if head else "") if told_apart(name, head_ending(name, "en"), "en") else None


def _translated(name: str) -> bool:
    """Whether an item in lower case is one of a machine translation that ends in what a town undertakes: `bridge repair business`."""
    return _EN_TRANSLATED.fullmatch(name) is not None and not _EN_SOURCE.search(name)


def _korean(item: str, lead: str) -> tuple[str, str] | None:
    name = _ITEM_END.sub("", _KO_TAIL.sub("", item))
    if _KO_SUM.search(item) and (paid := _paid(_KO_SUM.sub("", item))):
        return paid
    bare = _KO_BARE_SUM.search(item)
    if bare and _KO_BUDGET.search(lead + item[bare.end() :]) and (paid := _paid(item[: bare.start()])):
        return None if _KO_RECEIVER.search(paid[0]) else paid
    head = head_ending(name, "ko")
    if _KO_LABEL.match(name):
        return None
    if head is None or len(name) > _LONGEST_KO or not (_KO_LEAD.search(lead) or head.word.endswith("사업")):
        return None
    if " " not in name and len(name) - len(head.word) < _SHORTEST_COINED:
        return None
    # Festivals are called by whole phrases: `노래가 흐르는 샘골 축제`.
    phrase = head.kind != "event" and (_KO_CLAUSE.search(name) or "," in name)
    if KO_BODY.search(name) or phrase or any(mark in name for mark in "‘“「'\"<") or not told_apart(name, head, "ko"):
        return None
    return name, head.kind


def _paid(name: str) -> tuple[str, str] | None:
    """An item of several words with its sum in brackets, which says where a name ends whatever noun that is."""
    words = name.split()
    own = [w for w in words if not shared_word(w, generic("ko")) and not describes(w)]
    enough = len(words) > 1 and len("".join(words)) >= _SHORTEST_PAID and len(name) <= _LONGEST_KO
    # What is built is found by its works; a clause and a field of the budget are no names.
    if not enough or not own or _KO_CLAUSE.search(name) or _KO_FIELD.search(name) or KO_BODY.search(name):
        return None
    if any(mark in name for mark in "‘“「'\"<,") or _KO_SENTENCE.search(name):
        return None
    head = head_ending(name, "ko")
    return name, head.kind if head else "project"
