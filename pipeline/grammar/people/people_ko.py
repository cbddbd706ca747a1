"""Officials in Korean text: names beside titles in either order, surnames with titles, and the names again alone.

From each title the words before it are walked leftwards over organisations, areas and status words to the first word that
is a name (`정용래 대전 유성구청장`); failing that, the name may follow (`시장 오세훈`, `유성구(청장 정용래)`, `▲총무과장 박정수`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pipeline.grammar.people import lent, names
from pipeline.grammar.people.lists_ko import (
    BULLETS,
    NO_OFFICIAL,
    given_post,
    is_former,
    is_in_list,
    is_listed,
    is_moved_to,
    name_after,
    names_following,
    names_in_brackets,
)
from pipeline.grammar.people.names import Name
from pipeline.grammar.people.names_ko import (
    Span,
    foreign_at,
    is_common,
    listed_before,
    name_at,
    spaced_at,
    words_before,
)
from pipeline.grammar.people.posts import STAFF, is_organisation, is_place, title_pattern
from pipeline.grammar.people.sightings import Sighting, settle
from pipeline.grammar.people.titles_ko import (
    ENDING,
    PARTICLE,
    STATUS,
    Title,
    level_in,
    organisation_in,
    post_for,
    titles,
)
from pipeline.grammar.regex import regex
from pipeline.view import View

# Words that stand between a name and its title, or between a status and a title, and are neither.
_FILLERS = regex(
    r"현|現|현직|신임|초대|역대|차기|제?\d{1,3}대|초선|재선|[3-9삼사오]선|다선|최다선|전반기|후반기|겸|소속|무소속|당시|정무|행정|경제"
    r"|제?[12]|대리|이상|및|[시구군도]"
)
# `홍길동 ▷ 총무과장`: a row of a list with the name first.
_ROW = regex(r"[ \t]*[가-힣]{1,2} ?[가-힣]{1,3}[ \t]*[▷▶→⇒:|=>-]")
_MOST_BETWEEN_POSTS = 40
_NEXT_SENTENCE = regex(r"[.!?\n]|[가-힣](?:며|고|지만)\s")
_CORE = regex(r"[가-힣A-Za-z0-9OX○-]+\Z")
_BRACKETED = regex(r"(?<![가-힣])(?P<name>[가-힣]{2,4})\s?\((?:[^()\n]{1,24}(?:→|⇒|▷|->)\s?)?\Z")
# `아베 신조(安倍晋三)`: the same name in Chinese characters.
_HANJA = regex(r"\s?\((?P<name>[一-鿿]{2,4})\)")
_RUNNING = regex(r"\s?(당선인|당선자|예비후보|후보)")
_PRESIDENT_ELECT = regex(
    rf"(?<![가-힣])(?P<surname>[박김이윤노문홍안유정최]) (?P<title>당선인|당선자)(?={PARTICLE}(?![가-힣]))"
)
_PRESIDENCY = regex(r"대통령직|국무총리\s(?:후보자?|지명자|내정자)|대통령\s당선[인자]|청와대")
_CHUNK = regex(r"[^,.;:!?“”‘’\"'\n▲△◇■▷]{0,28}\Z")
# Surnames that are a status or an area when they stand alone before a title.
_AMBIGUOUS = frozenset("전현시구군도제")
# Surnames that are words before a title (`이 시장` is this market): they need someone of that surname in the text.
_WORDLIKE = frozenset("전현신한구주양고각모본제도시군남여동부우원당금명인위기국반상왕간차예두피편음범용태")
_WORDLIKE_BEFORE = dict.fromkeys(("시장", "의장", "과장", "실장", "국장", "팀장"), _WORDLIKE | frozenset("이장선나하"))
# Titles that are glued to a name; before titles of offices stands the office (정보화기획관).
_GLUED = frozenset(
    {"대통령", "총리", "장관", "의원", "지사", "도지사", "시장", "구청장", "군수", "의장", "교육감", "위원장"}
)


def find_officials(view: View) -> list[Sighting]:
    """The officials of a Korean view in reading order."""
    found: list[Sighting] = []
    for title in titles(view.text):
        found += _moved(view, title, found) or _beside(view, title)
    full = [s for s in found if s.form == "full"]
    known = {s.name.surname for s in full}
    sure = [s for s in found if s.form != "short" or s.confidence == 1.0 or s.name.surname in known]
    return settle([*sure, *_names_again(view.text, full), *_surnames_again(view.text, full), *_elect(view.text)])


def _beside(view: View, title: Title) -> list[Sighting]:
    text = view.text
    if is_listed(text, title) and (found := _right(view, title, sure=True)):
        return found
    return (
        _given(view, title)
        or _left(view, title)
        or _right(view, title, sure=is_in_list(text, title))
        or _in_brackets(view, title)
        or _lent(view, title, lent.after_title(view, title.after))
    )


def _moved(view: View, title: Title, found: list[Sighting]) -> list[Sighting]:
    """Who is moved to the post: the person named last before it in the sentence, with the post held till then."""
    last = found[-1] if found and found[-1].form == "full" else None
    if last is None or not 0 <= title.word - last.near[1] <= _MOST_BETWEEN_POSTS:
        return []
    staff = last.post in STAFF
    if not is_moved_to(view.text, title, staff) or _NEXT_SENTENCE.search(view.text, last.near[1], title.word):
        return []
    near = (last.near[1], title.end)
    seen = _seen(view, title, [(last.start, last.end, last.name)], "ko_title_name")
    return [replace(s, near=near, confidence=1.0) for s in seen]


def _left(view: View, title: Title) -> list[Sighting]:
    """The name before the title, with those listed before it; or the surname alone."""
    text = view.text
    if glued := _glued(view, title):
        return _seen(view, title, [glued], "ko_name_glued")
    status = STATUS.get(title.prefix, "")
    between: list[str] = []
    for start, end in words_before(text, title.word):
        word = text[start:end]
        core = _CORE.search(word)
        if not word.startswith("("):
            if not core:
                if between or not _ROW.match(text, text.rfind("\n", 0, start) + 1, start + 1):
                    break
                continue
            start, word = start + core.start(), core.group()
            if word not in STATUS and not _is_double_surname(word) and (name := name_at(view, start, end)):
                return _seen(view, title, [(start, end, name), *listed_before(view, start)], "ko_name_title", status)
            if spaced := spaced_at(text, start, end):
                return _seen(view, title, [spaced, *listed_before(view, spaced[0])], "ko_name_spaced", status)
            known = lent.before_title(view, start, end)
            if known and word not in STATUS and not _may_stand_between(word, between):
                return _lent(view, title, known, status)
            if _is_surname(word, title, between, status):
                return _short(view, title, start, word, status)
            if word in STATUS:
                status = status or STATUS[word]
            elif not _may_stand_between(word, between) and not lent.is_organisation(view, start, end):
                foreign = foreign_at(view, start, end) if title.abroad else None
                if foreign:
                    return _seen(view, title, [foreign], "ko_foreign_title", status)
                break
            if core.start() and text[start - 1] in BULLETS:
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
    alone = not title.prefix and all(b in STATUS or b in ("신임", "초대") for b in between)
    return alone and word in names.surnames() and (word not in _AMBIGUOUS or bool(status))


def _is_double_surname(word: str) -> bool:
    """Whether a word is a surname of two syllables: `선우 시장` is someone of that surname, not 우 of the 선."""
    return len(word) == 2 and word in names.surnames()


def _glued(view: View, title: Title) -> Span | None:
    """`박원순시장`: a name that is glued to its title. Areas and offices are glued far more often."""
    if len(title.prefix) != 3 or title.title not in _GLUED or is_organisation(title.prefix):
        return None
    name = name_at(view, title.word, title.start)
    if name is None or not names.is_strong(name) or is_common(view, title.word, title.start):
        return None
    return title.word, title.start, name


def _right(view: View, title: Title, sure: bool) -> list[Sighting]:
    """The name after the title, or several in brackets."""
    if listed := names_in_brackets(view, title):
        return _seen(view, title, listed, "ko_title_name")
    if found := name_after(view, title, sure):
        more = names_following(view, found[1]) if sure else []
        return _seen(view, title, [found, *more], "ko_title_name", "former" if is_former(view.text, title) else "")
    return []


def _given(view: View, title: Title) -> list[Sighting]:
    """The name of who is given the post; it beats the post that the same person held before."""
    found = given_post(view, title)
    return [replace(s, confidence=1.0) for s in _seen(view, title, [found], "ko_title_name")] if found else []


def _lent(view: View, title: Title, found: Span | None, status: str = "") -> list[Sighting]:
    """A name that only a trained pipeline knows."""
    return [lent.marked(s, "ko") for s in _seen(view, title, [found], "ko_lent_name", status)] if found else []


def _in_brackets(view: View, title: Title) -> list[Sighting]:
    """`박정수(안전총괄과장)`: the title in brackets after the name."""
    if view.text[title.after : title.after + 1] not in (")", ","):
        return []
    m = _BRACKETED.search(view.text, max(0, title.word - 34), title.word)
    if not m:
        return []
    if name := name_at(view, *m.span("name")):
        return _seen(view, title, [(*m.span("name"), name)], "ko_name_brackets")
    return _lent(view, title, lent.before_title(view, *m.span("name")))


def _seen(view: View, title: Title, spans: list[Span], rule: str, status: str = "") -> list[Sighting]:
    """Sightings of names that share a title, if it is a public one here."""
    text = view.text
    first = min(start for start, _, _ in spans)
    chunk = _CHUNK.search(text, max(0, first - 28), first)
    near = (min(chunk.start() if chunk else first, title.word), title.end)
    phrase = text[near[0] : near[1]]
    post = post_for(title, phrase, text)
    if post is None or (rule == "ko_foreign_title" and not post.abroad):
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
    """The names of the same people further on, without a title; those once written with a space with or without it."""
    written = {s.name.written: s.name for s in full}
    written |= {text[s.start : s.end]: s.name for s in full if " " in text[s.start : s.end] and not s.name.foreign}
    if not written:
        return
    alternatives = "|".join(map(re.escape, sorted(written, key=lambda w: (-len(w), w))))
    for m in re.finditer(f"(?<![가-힣])(?:{alternatives})", text):
        if NO_OFFICIAL.match(text, m.end()) or not ENDING.match(text, m.end()):
            continue
        running = _RUNNING.match(text, m.end())
        status = STATUS[running.group(1)] if running else ""
        yield Sighting(m.start(), m.end(), "ko_name_again", "name", written[m.group()], status=status)
    for s in full:
        if hanja := _HANJA.match(text, s.end):
            yield Sighting(*hanja.span("name"), "ko_name_hanja", "name", s.name)


def _surnames_again(text: str, full: list[Sighting]) -> Iterator[Sighting]:
    """`노 후보`, `김 당선인` of people named in full: these words say no post by themselves."""
    surnames = sorted({s.name.surname for s in full if not s.name.foreign})
    if not surnames:
        return
    pattern = (
        f"(?<![가-힣])({'|'.join(surnames)}) (당선인|당선자|예비후보|후보|권한대행|직무대행)(?={PARTICLE}(?![가-힣]))"
    )
    for m in re.finditer(pattern, text):
        yield Sighting(
            *(m.start(), m.end(), "ko_surname_status", "short", Name(m.group(1)), (m.start(), m.end())),
            post_text=m.group(2),
            status=STATUS[m.group(2)],
        )


def _elect(text: str) -> Iterator[Sighting]:
    """`박 당선인` beside the 국무총리 that he picks: someone elected president, who is seldom named in full."""
    for m in _PRESIDENT_ELECT.finditer(text) if _PRESIDENCY.search(text) else ():
        yield Sighting(
            *(m.start(), m.end(), "ko_surname_status", "short", Name(m["surname"]), (m.start(), m.end())),
            post="president",
            level="nation",
            post_text=m["title"],
            status="elect",
            confidence=0.9,
        )
