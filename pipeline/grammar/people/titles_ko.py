"""Titles of posts in Korean text: where one stands, what is glued to it, which post and area it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.grammar.people import posts
from pipeline.grammar.people.posts import Post, agency_kinds, has_evidence, post_of, title_pattern
from pipeline.grammar.regex import regex

# What may follow a name or a title in the same word; empty for the end of the word.
PARTICLE = (
    r"(?:님)?(?:들)?(?:은|는|이|가|을|를|의|와|과|도|만|에게(?:서|는|도)?|에겐|에|에서|에는|께서는?|께|으?로(?:서|부터)?|이?나|이며|이자|이다"
    r"|이었다|였다|이?라(?:고|며|는)?|이고|인|처럼|보다|까지|부터|마저|측(?:은|이|의|에|도|에서)?|씨(?:는|가|를|의)?|입니다|이?란|하고|이?랑"
    r"|과의|와의|이지만|이면서|임|및|겸|등)?"
)
ENDING = regex(rf"{PARTICLE}(?![가-힣])")
STATUS = {
    **dict.fromkeys(("당선인", "당선자"), "elect"),
    **dict.fromkeys(("권한대행", "직무대행", "직무대리", "대리"), "acting"),
    **dict.fromkeys(("예비후보", "예비후보자", "후보", "후보자", "내정자", "지명자"), "candidate"),
    **dict.fromkeys(("전", "前", "전직"), "former"),
}
_STATUS_AFTER = regex(
    rf"\s?(?P<word>당선인|당선자|권한대행|직무대행|직무대리|대리|예비후보자?|후보자?|내정자|지명자)(?:\([부정][가-힣]{{1,5}}\))?{PARTICLE}(?![가-힣])"
    r"|\s?\([가-힣 ]{0,8}(?P<acting>권한대행|직무대행)\)"
)
_MARKET = regex(
    r"(?:전통|재래|부동산|주식|금융|증권|해외|국내|세계|수산|농수산물|노동|자본|외환|채권|주택|매매|전세|야|중고차)\Z"
)
_BODY = regex(r"[가-힣]{2,}(?:의회|공사|공단|재단|연구원|진흥원)")
_OWN_AREA = regex(r"(?:^|\s)(시|구|군|도)(?=\s)")
_LEVEL_OF = {"시": "si", "구": "gu", "군": "gun", "도": "do"}
_LONGEST_PREFIX = 24


@dataclass(frozen=True, slots=True)
class Title:
    """A title where it stands: its word `[word, end)` with the `prefix` glued before it; the status that follows it.

    `after` is where the status ends, `end` where there is none.
    """

    word: int
    start: int
    end: int
    title: str
    prefix: str
    status: str
    after: int

    @property
    def abroad(self) -> bool:
        """Whether people of other countries hold such a post in the news."""
        return any(row.abroad for row in posts.titles("ko")[self.title])


def titles(text: str) -> Iterator[Title]:
    """The titles of a text in order, those inside longer words (과장된, 의원급) left out, and those of markets."""
    for m in title_pattern("ko").finditer(text):
        status = _STATUS_AFTER.match(text, m.end())
        if not status and not ENDING.match(text, m.end()):
            continue
        word = m.start()
        while word > max(0, m.start() - _LONGEST_PREFIX) and text[word - 1].isalnum():
            word -= 1
        prefix = text[word : m.start()]
        if m.group() == "시장" and _MARKET.search(prefix or text[max(0, word - 6) : word].rstrip()):
            continue
        held = STATUS[status["word"] or "권한대행"] if status else ""
        yield Title(word, m.start(), m.end(), m.group(), prefix, held, status.end() if status else m.end())


def post_for(title: Title, phrase: str, text: str) -> Post | None:
    """The post of a title within its phrase, or None where it is no public one."""
    if title.title == "시장" and title.prefix not in ("", "전", "前", "현") and not posts.has_mayor(title.prefix):
        return None
    post = post_of(title.title, phrase, text, "ko", title.word)
    return post if post and has_evidence(post, phrase, text) else None


def level_in(post: Post, phrase: str) -> str:
    """The level of the jurisdiction; `시 복지국장`, `구 관계자` say which where the title leaves it open."""
    own = _OWN_AREA.search(phrase)
    if own and post.level in ("local", "council"):
        return _LEVEL_OF[own.group(1)]
    words = re.findall(r"[가-힣A-Za-z]+", phrase)
    councils = [word[0] for word in words if len(word) == 3 and word.endswith("의회")]
    if post.level == "council" and councils and councils[-1] in _LEVEL_OF:
        return _LEVEL_OF[councils[-1]]
    ministry = any(agency_kinds().get(word) in ("ministry", "country") for word in words)
    return "nation" if ministry and post.level == "local" else post.level


def organisation_in(phrase: str) -> str:
    """The ministry, council or public corporation that the phrase names, as written; empty for none."""
    words: list[str] = re.findall(r"[가-힣A-Za-z-]+", phrase)
    for word in words:
        if agency_kinds().get(word) in ("ministry", "corporation", "country") or _BODY.fullmatch(word):
            return word
    return ""
