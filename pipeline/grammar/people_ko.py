"""Officials in Korean text: names beside titles in either order, surnames with titles, and the names again alone.

From each title the words before it are walked leftwards over organisations, areas and status words to the first word that
is a name (`정용래 대전 유성구청장`); failing that, the name may follow (`시장 오세훈`, `유성구(청장 정용래)`, `▲총무과장 박정수`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from pipeline.grammar import names
from pipeline.grammar.names import Name
from pipeline.grammar.names_ko import foreign_at, is_common, listed_before, name_at
from pipeline.grammar.posts import is_organisation, is_place, is_public_body, title_pattern
from pipeline.grammar.sightings import Sighting, settle
from pipeline.grammar.titles_ko import (
    ENDING,
    PARTICLE,
    STATUS,
    Title,
    level_in,
    organisation_in,
    post_for,
    titles,
)
from pipeline.view import View

# Words that stand between a name and its title, or between a status and a title, and are neither.
_FILLERS = re.compile(
    r"현|現|현직|신임|초대|역대|차기|제?\d{1,3}대|초선|재선|[3-9삼사오]선|다선|최다선|전반기|후반기|겸|소속|무소속|당시|정무|행정|경제"
    r"|제?[12]|대리|이상|및|[시구군도]"
)
_BULLETS = "▲△▶▷◇◆■□●○◎◦-–·:=("
_CORE = re.compile(r"[가-힣A-Za-z0-9OX○-]+$")
_RIGHT = re.compile(r"[ \t\u3000]{1,2}(?P<run>[가-힣]{2,8}|[가-힣]{1,2}(?:OO|○○))")
_BRACKETED = re.compile(r"(?<![가-힣])(?P<name>[가-힣]{2,4})\s?\($")
# What follows a name in a list of appointments: the next bullet, bracket or line.
_LIST_GOES_ON = re.compile(r"\s*(?:[▲△▶▷◇◆■□●○◎◦·,)]|\n|$)")
_FORMER_BEFORE = re.compile(r"(?:전|前|전직)\s?$")
_NO_OFFICIAL = re.compile(r"\s?(?:기자|교수|대표|회장|작가|감독|선수|변호사|특파원|논설|앵커|아나운서|시인|박사)")
_NEXT_WORD = re.compile(r"\s[가-힣]{0,8}")
_RUNNING = re.compile(r"\s?(당선인|당선자|예비후보|후보)")
_CHUNK = re.compile(r"[^,.;:!?“”‘’\"'\n▲△◇■▷]{0,28}$")
# Surnames that are a status or an area when they stand alone before a title.
_AMBIGUOUS = frozenset("전현시구군도제")
# Surnames that are words before a title (`이 시장` is this market): they need someone of that surname in the text.
_WORDLIKE = frozenset("전현신한구주양고각모본제도시군남여동부우원당금명인위기국반상왕간차예두피편음범용태")
_WORDLIKE_BEFORE = dict.fromkeys(("시장", "의장", "과장", "실장", "국장", "팀장"), _WORDLIKE | frozenset("이장선나하"))
# Titles that are glued to a name; before titles of offices stands the office (정보화기획관).
_GLUED = frozenset(
    {"대통령", "총리", "장관", "의원", "지사", "도지사", "시장", "구청장", "군수", "의장", "교육감", "위원장"}
)
# Titles that a name may follow in running text though nothing is glued before them.
_TITLE_FIRST = frozenset({"국회의원", "도지사", "대통령", "구청장", "군수"})
_MOST_WORDS = 8

_Span = tuple[int, int, Name]


def find_officials(view: View) -> list[Sighting]:
    """The officials of a Korean view in reading order."""
    found = [sighting for title in titles(view.text) for sighting in _beside(view, title)]
    full = [s for s in found if s.form == "full"]
    known = {s.name.surname for s in full}
    sure = [s for s in found if s.form != "short" or s.confidence == 1.0 or s.name.surname in known]
    return settle([*sure, *_names_again(view.text, full), *_surnames_again(view.text, full)])


def _beside(view: View, title: Title) -> list[Sighting]:
    # `▲전 총무과장 박정수`: a status may stand between the bullet and the title.
    before = _FORMER_BEFORE.sub("", view.text[max(0, title.word - 4) : title.word].rstrip(" "))[-1:]
    if before and before in _BULLETS and (found := _right(view, title, sure=True)):
        return found
    return _left(view, title) or _right(view, title, sure=False) or _in_brackets(view, title)


def _left(view: View, title: Title) -> list[Sighting]:
    """The name before the title, with those listed before it; or the surname alone."""
    text = view.text
    if glued := _glued(view, title):
        return _seen(view, title, [glued], "ko_name_glued")
    status = STATUS.get(title.prefix, "")
    between: list[str] = []
    for start, end in _words_before(text, title.word):
        word = text[start:end]
        core = _CORE.search(word)
        if not word.startswith("("):
            if not core:
                break
            start, word = start + core.start(), core.group()
            if word not in STATUS and (name := name_at(view, start, end)):
                return _seen(view, title, [(start, end, name), *listed_before(view, start)], "ko_name_title", status)
            if _is_surname(word, title, between, status):
                return _short(view, title, start, word, status)
            if word in STATUS:
                status = status or STATUS[word]
            elif not _may_stand_between(word, between):
                foreign = foreign_at(view, start, end) if title.abroad else None
                if foreign:
                    return _seen(view, title, [foreign], "ko_foreign_title", status)
                break
            if core.start() and text[start - 1] in _BULLETS:
                break
        between.append(word)
    # Nothing but a status word was there: `전 시장`, if someone is called 전.
    if between and between[-1] in ("전", "현") and not title.prefix:
        return _short(view, title, text.rfind(between[-1], 0, title.word), between[-1], "")
    return []


def _may_stand_between(word: str, between: list[str]) -> bool:
    """Whether a word may stand between a name and its title. A title just before another one ends the phrase."""
    if not between and word.endswith("장") and title_pattern("ko").search(word):
        return False
    return bool(_FILLERS.fullmatch(word)) or is_organisation(word) or is_place(word)


def _is_surname(word: str, title: Title, between: list[str], status: str) -> bool:
    alone = not title.prefix and all(b in STATUS for b in between)
    return alone and word in names.surnames() and (word not in _AMBIGUOUS or bool(status))


def _glued(view: View, title: Title) -> _Span | None:
    """`박원순시장`: a name that is glued to its title. Areas and offices are glued far more often."""
    if len(title.prefix) != 3 or title.title not in _GLUED or is_organisation(title.prefix):
        return None
    name = name_at(view, title.word, title.start)
    if name is None or not names.is_strong(name) or is_common(view, title.word, title.start):
        return None
    return title.word, title.start, name


def _right(view: View, title: Title, sure: bool) -> list[Sighting]:
    """The name after the title. Unless a bracket or bullet stands before the title, it must be beyond doubt."""
    text = view.text
    m = _RIGHT.match(text, title.after)
    if not m or not (sure or title.prefix or title.title in _TITLE_FIRST or _follows_body(text, title.word)):
        return []
    at, length = m.start("run"), len(m["run"])
    for size in (3, 4, 2) if sure else (3,):
        if length < size or (size == 2 and length > 2) or not ENDING.match(text, at + size):
            continue
        name = name_at(view, at, at + size)
        if name is None and sure and _LIST_GOES_ON.match(text, at + size) and not names.is_word(m["run"][:size]):
            name = names.split_hangul(m["run"][:size])
        if name is None or _NO_OFFICIAL.match(text, at + size):
            continue
        if not sure and not _beyond_doubt(view, name, at, at + size, length):
            continue
        former = _FORMER_BEFORE.search(text, max(0, title.word - 4), title.word)
        return _seen(view, title, [(at, at + size, name)], "ko_title_name", "former" if former else "")
    return []


def _follows_body(text: str, at: int) -> bool:
    """Whether the word before is a public body: `한국도로공사 사장 함진우`."""
    return any(is_public_body(text[start:end]) for start, end in islice(_words_before(text, at), 1))


def _beyond_doubt(view: View, name: Name, start: int, end: int, run: int) -> bool:
    """Whether a name after a title is its holder's: no title of its own follows, and it is no common word."""
    following = _NEXT_WORD.match(view.text, end)
    if not names.is_strong(name) or (following and title_pattern("ko").search(view.text, end, following.end())):
        return False
    return run > end - start or not is_common(view, start, end)


def _in_brackets(view: View, title: Title) -> list[Sighting]:
    """`박정수(안전총괄과장)`: the title in brackets after the name."""
    if view.text[title.after : title.after + 1] not in (")", ","):
        return []
    m = _BRACKETED.search(view.text, max(0, title.word - 7), title.word)
    name = name_at(view, *m.span("name")) if m else None
    return _seen(view, title, [(*m.span("name"), name)], "ko_name_brackets") if m and name else []


def _seen(view: View, title: Title, spans: list[_Span], rule: str, status: str = "") -> list[Sighting]:
    """Sightings of names that share a title, if it is a public one here."""
    text = view.text
    first = min(start for start, _, _ in spans)
    chunk = _CHUNK.search(text, max(0, first - 28), first)
    near = (min(chunk.start() if chunk else first, title.word), title.end)
    phrase = text[near[0] : near[1]]
    post = post_for(title, phrase, text)
    if post is None or (spans[0][2].foreign and not post.abroad):
        return []
    held = text[min(spans[0][1], title.word) if rule != "ko_title_name" else title.word : title.end]
    return [
        Sighting(
            *(start, end, rule, "full", name, near),
            post=post.post,
            level=level_in(post, phrase),
            post_text=" ".join(re.sub(r"\([^()]*\)", " ", held).split()).strip("( )"),
            status=title.status or status,
            organisation=organisation_in(phrase),
            confidence=0.99 if names.is_strong(name) else 0.9,
        )
        for start, end, name in spans
    ]


def _short(view: View, title: Title, start: int, surname: str, status: str) -> list[Sighting]:
    """`정 구청장`: the whole short form. Sure by itself only where the surname is no word."""
    text = view.text
    post = post_for(title, text[start : title.end], text)
    if post is None or (start > 0 and text[start - 1].isalnum()):
        return []
    wordlike = surname in _WORDLIKE_BEFORE.get(title.title, _WORDLIKE) and not status
    return [
        Sighting(
            *(start, title.end, "ko_surname_title", "short", Name(surname), (start, title.end)),
            post=post.post,
            level=post.level,
            post_text=title.title,
            status=title.status or status,
            confidence=0.5 if wordlike else 1.0,
        )
    ]


def _names_again(text: str, full: list[Sighting]) -> Iterator[Sighting]:
    """The names of the same people further on, without a title."""
    written = {s.name.written: s.name for s in full}
    if not written:
        return
    alternatives = "|".join(map(re.escape, sorted(written, key=lambda w: (-len(w), w))))
    for m in re.finditer(f"(?<![가-힣])(?:{alternatives})", text):
        if _NO_OFFICIAL.match(text, m.end()) or not ENDING.match(text, m.end()):
            continue
        running = _RUNNING.match(text, m.end())
        status = STATUS[running.group(1)] if running else ""
        yield Sighting(m.start(), m.end(), "ko_name_again", "name", written[m.group()], status=status)


def _surnames_again(text: str, full: list[Sighting]) -> Iterator[Sighting]:
    """`노 후보`, `김 당선인` of people named in full: these words say no post by themselves."""
    surnames = sorted({s.name.surname for s in full if not s.name.foreign})
    if not surnames:
        return
    pattern = f"(?<![가-힣])({'|'.join(surnames)}) (당선인|당선자|예비후보|후보)(?={PARTICLE}(?![가-힣]))"
    for m in re.finditer(pattern, text):
        yield Sighting(
            *(m.start(), m.end(), "ko_surname_status", "short", Name(m.group(1)), (m.start(), m.end())),
            post_text=m.group(2),
            status=STATUS[m.group(2)],
        )


def _words_before(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Words and bracketed groups leftwards from `end` on the same line."""
    at, least = end, max(0, end - 90)
    for _ in range(_MOST_WORDS):
        while at > least and text[at - 1] in " \t\u3000":
            at -= 1
        if at <= least or text[at - 1] == "\n":
            return
        start = at
        if text[at - 1] == ")":
            start = text.rfind("(", least, at)
        else:
            while start > least and text[start - 1] not in " \t\u3000\n()":
                start -= 1
        if start < 0 or start == at:
            return
        yield start, at
        at = start
