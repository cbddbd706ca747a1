"""Officials in English text: Korean names in either order, with a title before or after, and the names again alone.

Names are found first, by their surname (`Kim Gil-seong`, `Gil-seong Kim`, `Chung, Yong-rae`); then the words to the left
(`Seocho District Mayor …`) and the apposition to the right (`…, Mayor of Yuseong-gu`) are read for a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from pipeline.grammar.people import lent, names
from pipeline.grammar.people.clauses_en import title_told
from pipeline.grammar.people.names import Name
from pipeline.grammar.people.names_en import latin_names, surname_alternatives
from pipeline.grammar.people.sightings import Sighting, settle
from pipeline.grammar.people.titles_en import (
    Title,
    is_turned_down,
    level_in,
    organisation_in,
    post_for,
    status_in,
    title_after,
    title_before,
)
from pipeline.grammar.regex import regex
from pipeline.view import View

# Titles that stand before a surname alone: `Mayor Jung`, `Rep. Kim`. Those of companies too are left out.
_SHORT_TITLES = (
    r"(?:Former\s|Acting\s|District\s|County\s|Vice\s|Deputy\s|Prime\s)?"
    r"(?:Mayor|Governor|Gov\.|President|Minister|Rep\.|Representative|Lawmaker|Assembly(?:man|woman)|Commissioner(?:\sGeneral)?"
    r"|Chair(?:man|woman|person)?|Speaker|Councilor|Superintendent|Director)(?:-elect)?"
)
_STATUS_WORDS = regex(r"^(?:Former|Acting)\s|-elect\Z")
_PLURAL = regex(
    r"(?:members|mayors|governors|heads|directors|councill?ors|representatives|lawmakers|assembly(?:men|women))\Z",
    re.IGNORECASE,
)
_LIST_GOES_ON = regex(r",?\s(?:and\s)?")
_OFFICE_BEFORE = regex(r"(?:[A-Z][\w'’-]*\s(?:and\s|of\s)?){1,5}\Z")
_MORE_OF_A_NAME = regex(r"\s[A-Z][a-z]")
_WORD_BEFORE = regex(r"([\w.-]+)\s\Z")
# Capitalised words after which a sentence's surname stands: elsewhere a capital before makes it part of another name.
_OPENERS = regex(r"But|And|As|When|While|If|In|M[rs]\.|Mrs\.|For|With|Then|However|Also|So|After|According|To")


def find_officials(view: View) -> list[Sighting]:
    """The officials of an English view in reading order."""
    text = view.text
    full: list[Sighting] = []
    alone: list[Sighting] = []
    known = list(latin_names(text))
    from_model = lent.latin(view, known)
    for start, end, name in sorted([*known, *from_model], key=lambda span: span[0]):
        if is_turned_down(text, start):
            if title := title_told(text, start, end):  # `chaired by …` is no byline
                full.append(_titled(text, start, end, name, title, "en_name_clause"))
            continue
        if title := title_before(text, start, end):
            full.append(_titled(text, start, end, name, title, "en_title_name"))
        elif title := title_after(text, end) or title_before(text, start, end, comma=True):
            full.append(_titled(text, start, end, name, title, "en_name_title"))
        elif title := title_told(text, start, end):
            full.append(_titled(text, start, end, name, title, "en_name_clause"))
        elif full and (shared := _shares_title(text, full[-1], start)):
            full.append(replace(shared, start=start, end=end, name=name, rule="en_title_names"))
        else:
            alone.append(Sighting(start, end, "en_name_again", "name", name))
    short = list(_short(text))
    full += _introduced_untitled([s for s in short if s.post], full, alone)
    starts = {start for start, _, _ in from_model}
    full = [lent.marked(s, "en") if s.start in starts else s for s in full]
    titled = {key for s in full for key in s.name.surname_keys}
    short = [s for s in short if s.post or not titled.isdisjoint(s.name.surname_keys)]
    keys = {s.name.key for s in full}
    again = [s for s in alone if s.name.key in keys]
    inside = {i for s in [*full, *alone] for i in range(s.start, s.end)}
    return settle(
        [*full, *again, *short, *_surnames_again(text, {s.name.surname for s in full if not s.name.foreign}, inside)]
    )


def _shares_title(text: str, last: Sighting, start: int) -> Sighting | None:
    """The sighting before, where its title is a plural and only a comma or `and` stands between: `Council members A, B and C`."""
    plural = last.rule in ("en_title_name", "en_title_names") and _PLURAL.search(last.post_text)
    return last if plural and _LIST_GOES_ON.fullmatch(text, last.end, start) else None


def _introduced_untitled(short: list[Sighting], full: list[Sighting], alone: list[Sighting]) -> Iterator[Sighting]:
    """Names without a title that a later `Director Park` gives the post of, where just one person of the text can be meant."""
    titled = {key for s in full for key in s.name.surname_keys}
    for title in short:
        keys = title.name.surname_keys
        own = [s for s in alone if not keys.isdisjoint(s.name.surname_keys) and s.start < title.start]
        if own and titled.isdisjoint(keys) and len({s.name.key for s in own}) == 1:
            titled |= keys
            yield replace(
                own[0], form="full", rule="en_name_short", post=title.post, level=title.level,
                post_text=title.post_text, status=title.status, confidence=0.9,
            )  # fmt: skip


def _titled(text: str, start: int, end: int, name: Name, title: Title, rule: str) -> Sighting:
    phrase = text[slice(*title.near)]
    return Sighting(
        *(start, end, rule, "full", name, title.near),
        post=title.post.post,
        level=level_in(title.post, phrase),
        post_text=" ".join(title.written.split()),
        status=status_in(phrase + " "),
        organisation=organisation_in(phrase),
        confidence=0.98,
    )


@cache
def _short_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?=[ACDFGLMPRSV])(?<![\w-])(?P<title>{_SHORT_TITLES})\s(?P<surname>{surname_alternatives()})(?![\w-])(?!,?\s[A-Z][a-z]+-[A-Za-z])"
    )


def _short(text: str) -> Iterator[Sighting]:
    """`Mayor Jung`, `Rep. Kim`: title and surname. `Director Kim` says no post unless its office does."""
    for m in _short_pattern().finditer(text):
        before = _OFFICE_BEFORE.search(text, max(0, m.start() - 48), m.start())
        phrase = (before.group() if before else "") + m["title"]
        post = post_for(_STATUS_WORDS.sub("", m["title"]), phrase, text, m.start())
        if _MORE_OF_A_NAME.match(text, m.end()):
            continue
        yield Sighting(
            *(m.start(), m.end(), "en_title_surname", "short", Name(m["surname"]), (m.start(), m.start("surname"))),
            post=post.post if post else "",
            level=post.level if post else "",
            post_text=m["title"],
            status=status_in(m["title"] + " "),
        )


def _surnames_again(text: str, surnames: set[str], inside: set[int]) -> Iterator[Sighting]:
    """A surname alone, of someone who is named in full: `Chung believes`. `inside`: offsets inside longer names."""
    usable = sorted(surnames - names.surnames_that_are_words())
    if not usable:
        return
    for m in re.finditer(rf"(?<![\w-])(?:{'|'.join(usable)})(?![\w-])(?!,?\s[A-Z])", text):
        before = _WORD_BEFORE.search(text, max(0, m.start() - 24), m.start())
        of_another = before and before.group(1)[0].isupper() and not _OPENERS.fullmatch(before.group(1))
        if m.start() not in inside and not of_another and not is_turned_down(text, m.start()):
            yield Sighting(m.start(), m.end(), "en_surname_again", "name", Name(m.group()))
