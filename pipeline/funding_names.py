"""Which program the words beside a sum call by what it is, or by a part of its name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from pipeline.grammar.money.funding_words import (
    AGAIN,
    BRACKET_LABEL,
    BRACKET_LABEL_EN,
    CALLED_AFTER,
    CALLED_BEFORE,
    CAPITALS,
    LABEL_END,
    LABELLED,
    THING_OF_KIND,
)
from pipeline.grammar.programs.program_heads import heads
from pipeline.records import Mention
from pipeline.view import View

_SHORTEST_FORM = 3
# Characters before a name in which the word for what it is begins.
_CALLED_REACH = 12
# Words with a capital that call a program by a part of its name.
_ENOUGH_CAPITALS = 2
_OPENERS = {"The", "For", "In", "This", "Of", "To", "And"}


def named_again(view: View, text: str, programs: Collection[Mention]) -> Mention | None:
    """The last program that is the thing which the text names by what it is."""
    told = [*AGAIN[view.lang].finditer(text)]
    latest = (
        [(p, view.text[p.view_start : p.view_end].casefold(), _called(view, p)) for p in programs][::-1] if told else []
    )
    things = [
        (thing, again[1], others)
        for again in reversed(told)
        for thing, others in _things(next(filter(None, again.groups())).casefold(), view.lang)
    ]
    for thing, deictic, others in things:
        kind = THING_OF_KIND.get(thing) if deictic else None
        known = [each for each in latest if all(word in each[1] for word in others)]
        found = (
            [p for p, name, _ in known if name.endswith(thing)]
            or [p for p, _, called in known if called == thing]
            or [p for p, *_ in known if p.row.kind == kind]
        )
        if found:
            return found[0]
    return None


def _things(phrase: str, lang: str) -> Iterator[tuple[str, Sequence[str]]]:
    """What a phrase may call a program: its first word, and in English a head noun of it, with the words in front of that."""
    words = phrase.replace("-", " ").split() if lang == "en" else [phrase]
    yield words[0], ()
    for index, word in enumerate(words):
        if lang == "en" and word in heads("en"):
            yield heads("en")[word].word, words[:index]


def _called(view: View, program: Mention) -> str:
    """What the words beside a name say that it is: `지역화폐인 ‘A’`, `‘A’, the city's local currency`."""
    if view.lang == "en":
        called = CALLED_AFTER.match(view.text, program.view_end)
    else:
        called = CALLED_BEFORE.search(view.text, max(0, program.view_start - _CALLED_REACH), program.view_start)
    return called["thing"] if called else ""


def in_short(lead: str, programs: Sequence[Mention]) -> Mention | None:
    """The program that the label of the sum calls by the end of its name (`등불 축제 예산 6억`, of 온빛 등불 축제) or, in front of a
    bracket, by its beginning (`농촌빛살리기(40억)`, of 농촌빛살리기사업), wherever it is named."""
    if label := BRACKET_LABEL.search(lead[-30:]):
        found = {p.entity_id: p for p in reversed(programs) if p.text.replace(" ", "").startswith(label["name"])}
        if len(found) == 1:
            return next(iter(found.values()))
    label = LABELLED.search(lead) if LABEL_END.search(lead[-12:]) else None
    words = label["name"].split() if label else []
    for first in range(len(words)):
        form = "".join(words[first:])
        if len(form) >= _SHORTEST_FORM:
            found = {p.entity_id: p for p in reversed(programs) if p.text.replace(" ", "").endswith(form)}
            if len(found) == 1:
                return next(iter(found.values()))
    return None


def _capitals_before(lead: str) -> set[str]:
    """The words with a capital of the item whose bracket a sum opens."""
    label = BRACKET_LABEL_EN.search(lead[-120:])
    capitals = CAPITALS.findall(label["item"]) if label else []
    if label and capitals and label["item"].startswith(capitals[0]) and " " not in capitals[0]:
        del capitals[0]  # any word has one that opens a sentence
    return {word for run in capitals for word in run.split()}


def is_called(lead: str) -> bool:
    """Whether the English item whose bracket a sum opens has capitals enough to call a program."""
    return len(_capitals_before(lead)) >= _ENOUGH_CAPITALS


def by_its_capitals(lead: str, programs: Sequence[Mention]) -> Mention | None:
    """The one program whose name holds all the capitals of the item that the sum stands behind in brackets."""
    words = _capitals_before(lead)
    if len(words) < _ENOUGH_CAPITALS:
        return None
    found = {p.entity_id: p for p in reversed(programs) if words <= {*p.text.split()}}
    return next(iter(found.values())) if len(found) == 1 else None


def by_a_part(lead: str, programs: Sequence[Mention]) -> Mention | None:
    """The one program that a run of capitals in the sentence calls by a part of its name: `Lantern Hall is built with`."""
    names = {p.entity_id: (p, {*p.text.split()}) for p in reversed(programs)}
    for run in reversed(CAPITALS.findall(lead)):
        words = {*run.split()} - _OPENERS
        if len(words) >= _ENOUGH_CAPITALS:
            found = [program for program, name in names.values() if words <= name]
            if len(found) == 1:
                return found[0]
    return None
