"""Named public undertakings: policies, projects, services, events, contests, ordinances, funds, awards, platforms.

| form | example | name |
|---|---|---|
| quoted with a head noun | ‘영양 더하기’ 사업, 'Visiting Talk' program | 영양 더하기, Visiting Talk |
| quoted name that holds its head | ‘골목길 사진 공모전’, '100-Day Recovery Project' | as quoted |
| quoted and run, held, won | ‘현장 구청장실’을 운영, 'Seongsu Line' was launched | as quoted |
| Korean compound | 약수시장 지중화 사업, 서초사랑상품권 | as written |
| English proper-noun run | Seocho Love Gift Certificates, Yuseong refreshment award | as written |
| English run that is launched | the Woori-dongne Doctor service is launched | as written |
| English run that is explained | the Penny Roof, a scheme under which flats are leased | as written |
| works by their place | the Byeolmaru monorail restoration works | as written |
| English run that money goes into | 2 billion won for the Solsum Harbor connection road | as written |
| item with its sum | 반달못 생태공원 조성(30억 원); 솔섬축제 5억원, 별뫼축제 1억원 | the item |
| item behind its sum | KRW 3 billion for reed marsh walkway project, KRW 1 billion for island ferry fare support | the item |
| English run that towns are chosen for | picked for the alley solar rent pilot | as written |
| a scheme known by its name | 농민수당, 고향사랑기부제 | as written |
| item of a list | projects: ▲ Mobile care service for seniors | the item |
| cell of a table | 사업명 ⏎ 사업비 ⏎ 솔재 약수터 단장 ⏎ 3억 원 | the cell |
| in brackets | access control system (KI-PASS) | KI-PASS |

Slogans, speech, bodies, places, books and generic undertakings (일자리 사업, youth policy) are left out; so are facilities.

    구는 ‘달빛 마중’ 사업을 시작했다.            → 달빛 마중, project
    The city launched the 'Quick Talk' program. → Quick Talk, service
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.contract import Context, Extractor, Match, column, seen_most
from pipeline.grammar.places.owners import is_sido, main_area, owner
from pipeline.grammar.programs.apposed_names import apposed_names
from pipeline.grammar.programs.budget_items import budget_items
from pipeline.grammar.programs.chosen_names import chosen_names
from pipeline.grammar.programs.compounds import compound_names
from pipeline.grammar.programs.funded_runs import funded_runs
from pipeline.grammar.programs.known_names import known_names
from pipeline.grammar.programs.launched_runs import launched_runs
from pipeline.grammar.programs.listed_names import listed_names
from pipeline.grammar.programs.paid_items import paid_items
from pipeline.grammar.programs.placed_works import placed_works
from pipeline.grammar.programs.program_groups import Group, Naming, groups, program_id
from pipeline.grammar.programs.program_heads import KINDS
from pipeline.grammar.programs.program_pairs import Place
from pipeline.grammar.programs.proper_runs import proper_runs
from pipeline.grammar.programs.quoted_names import Named, quoted_names
from pipeline.grammar.programs.summed_items import summed_items
from pipeline.grammar.programs.tabled_names import tabled_names
from pipeline.grammar.quotes import Quotation
from pipeline.grammar.regex import regex
from pipeline.records import Mention
from pipeline.view import View

# A quotation longer than a name is speech: names inside it count as those outside do. So is a sentence in double marks.
_LONGEST_QUOTED, _SHORTEST_SPEECH = 45, 20
_SENTENCE = regex(r"(?:[가-힣]다|[.!?])\Z")
_DESCRIBED = regex(r"(?:인|으로|로|,|:)?\s?(?:called\s|named\s)?['\"‘“「『<〈《]+")
_CLOSING = regex(r"(?:['\"’”」』>〉》]|['\"’”]?,['\"’”]?\san?)\s(?:[가-힣]{1,4}[은는한운]\s)?\Z")
# Shorter names are words too: they are not looked for again in the text.
_SHORTEST_AGAIN = 5
_YEAR = regex(r"\A20\d\d년(?:도)?\s")
# An article whose paragraphs open (within so many characters) with so many towns is a round-up.
_OPENING, _ROUND_UP = 4, 3

_CONFIDENCE = {
    "quoted_head": 0.9,
    "quoted_before_head": 0.95,
    "quoted_after_head": 0.85,
    "quoted_is_head": 0.85,
    "quoted_run": 0.7,
    "quoted_alone": 0.6,
    "compound": 0.75,
    "proper_run": 0.75,
    "typed_run": 0.7,
    "proper_run_head": 0.7,
    "launched_run": 0.7,
    "apposed": 0.7,
    "placed_works": 0.6,
    "funded_run": 0.6,
    "bracketed": 0.7,
    "listed": 0.6,
    "paid_item": 0.6,
    "known": 0.8,
    "again": 0.8,
}


@dataclass(frozen=True, slots=True)
class Program:
    """A mention of a program with what its document says of it as a whole."""

    name: str = column("its name: the Korean one where the document has both")
    name_ko: str = column("its Korean name; empty where the document has none")
    name_en: str = column("its English name; empty where the document has none")
    kind: str = column("what it is", enum=KINDS)
    district_code: str = column("area that runs it: 시군구, else 시도; empty where unclear", references="districts")

    @property
    def canonical(self) -> str:
        """The program's name."""
        return self.name

    @property
    def entity_id(self) -> str:
        """The program's id: from its folded name and the area that runs it."""
        return program_id(self.name, self.district_code)


@dataclass(frozen=True, slots=True)
class ProgramEntity:
    """A program over all documents."""

    program_id: str = column("prg- and 12 hexadecimal digits, from the folded name and the area that runs it")
    name: str = column("its name: the Korean one where any document has it")
    name_ko: str = column("its Korean name; empty where none is known")
    name_en: str = column("its English name; empty where none is known")
    kind: str = column("what it is", enum=KINDS)
    district_code: str = column("area that runs it: 시군구, else 시도; empty where unclear", references="districts")


def find(view: View) -> Iterator[Match]:
    """Names of programs; `data` is the grammar's Named."""
    quoted, quotations = quoted_names(view.text, view.lang)
    short = sorted((q.start - 1, q.end + 1) for q in quotations if not _is_speech(view.text, q))
    inside = _Spans(short)
    names = [*quoted, *listed_names(view.text, view.lang), *budget_items(view.text, view.lang, inside.hold)]
    if view.lang == "ko":
        names += compound_names(view.text, inside.hold, lambda start, end: view[start:end].morphemes)
        names += paid_items(view.text, inside.hold)
    else:
        names += proper_runs(view.text, inside.hold)
        known = {n.end for n in names}
        also = (launched_runs, apposed_names, placed_works, funded_runs, summed_items, chosen_names)
        names += (n for rule in also for n in rule(view.text, inside.hold) if n.end not in known)
    names = [n for n in names if n.rule.startswith("quoted") or not _describes(view.text, n, quoted)]
    names += [*tabled_names(view.text, view.lang), *known_names(view.text, view.lang)]
    names += _again(view.text, names)
    for named in names:
        yield Match(named.start, named.end, named.rule, named, _CONFIDENCE[named.rule])


def normalise(mention: Mention, context: Context) -> Program | None:
    """The program that the mention names, decided with all the document's mentions."""
    return context.once(_decide).get((mention.start, mention.end))


def link(mentions: Sequence[Mention]) -> ProgramEntity:
    """One program from its mentions in all documents: the names and kind seen most, ties by the alphabet."""
    rows: list[Program] = [m.row for m in mentions]
    korean, english = seen_most(r.name_ko for r in rows), seen_most(r.name_en for r in rows)
    first = rows[0]
    return ProgramEntity(
        program_id=first.entity_id,
        name=korean or english,
        name_ko=korean,
        name_en=english,
        kind=seen_most(r.kind for r in rows),
        district_code=first.district_code,
    )


def _is_speech(text: str, quote: Quotation) -> bool:
    length = quote.end - quote.start
    sentence = quote.shape == "double" and _SENTENCE.search(text, max(quote.start, quote.end - 2), quote.end)
    return length > _LONGEST_QUOTED or (length >= _SHORTEST_SPEECH and sentence is not None)


class _Spans:
    """Sorted spans that are asked whether they hold an offset."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self._offsets = {at for start, end in spans for at in range(start, end)}

    def hold(self, at: int) -> bool:
        return at in self._offsets


def _describes(text: str, named: Named, quoted: Sequence[Named]) -> bool:
    """Whether an unquoted run only says what the quoted name beside it is: `글쓰기 대회인 ‘임금님께 쓰는 편지’`, `'Star Song'
    Lyrics Contest`."""
    after = _DESCRIBED.match(text, named.end)
    if after is not None and any(q.start == after.end() for q in quoted):
        return True
    before = _CLOSING.search(text, max(0, named.start - 9), named.start)
    return before is not None and any(q.end == before.start() for q in quoted)


def _again(text: str, names: Sequence[Named]) -> Iterator[Named]:
    """Where names that were found with certainty stand again without their cue; Korean ones also spaced otherwise."""
    called = ((form, n.kind) for n in reversed(names) for form in (_YEAR.sub("", n.name), n.name))
    kinds = {form: kind for form, kind in called if len(form) >= _SHORTEST_AGAIN}
    if not kinds:
        return
    by_letters = {"".join(name.split()): kind for name, kind in kinds.items()}
    forms = [r"\s?".join(map(re.escape, letters)) for letters in sorted(by_letters, key=lambda n: (-len(n), n))]
    pattern = re.compile(rf"(?<![\w])(?:{'|'.join(forms)})(?![A-Za-z0-9])")
    found = {(n.start, n.end) for n in names}
    for match in pattern.finditer(text):
        if match.span() not in found:
            kind = by_letters["".join(match.group().split())]
            yield Named(match.start(), match.end(), match.group(), "again", kind)


def _decide(context: Context) -> dict[tuple[int, int], Program]:
    mentions = [m for m in context.of("program") if m.data]
    evidence = _evidence(context) if len({s.lang for s in context.segments}) > 1 else {}
    found: list[Group] = groups([_naming(m, context, evidence) for m in mentions])
    owners = _Owners(context)
    owned: dict[Group, Counter[str]] = {}
    for mention, group in zip(mentions, found, strict=True):
        owned.setdefault(group, Counter())[owners.of(mention)] += 1
    rows = {}
    for mention, group in zip(mentions, found, strict=True):
        codes = owned[group]
        code = min(codes, key=lambda c: (-codes[c], c))
        rows[mention.start, mention.end] = Program(group.name, group.name_ko, group.name_en, group.kind, code)
    return rows


def _evidence(context: Context) -> dict[tuple[int, int], set[str]]:
    """The sums and dates of each sentence that has any, by segment and the sentence's start: equal in translation."""
    found: dict[tuple[int, int], set[str]] = {}
    for mention in (*context.of("amount"), *context.of("date")):
        if mention.value:
            start, _ = context.sentence(mention)
            found.setdefault((mention.segment, start), set()).add(mention.value)
    return found


def _naming(mention: Mention, context: Context, evidence: dict[tuple[int, int], set[str]]) -> Naming:
    start, _ = context.sentence(mention)
    segment = context.segments[mention.segment]
    share = mention.view_start / max(1, len(segment.view))
    signs = frozenset(evidence.get((mention.segment, start), ()))
    place = Place(mention.segment, segment.translation_of, share, signs)
    return Naming(mention.data.name, mention.data.kind, (mention.segment, start), place)


class _Owners:
    """Which area runs what: from the district mentions of a document, once they are resolved."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._places = [m for m in context.of("district") if m.entity_id]
        self._main = main_area([m.entity_id for m in self._places])
        self._headline = "" if self._is_round_up() else _headline_area([m.entity_id for m in self._places])

    def of(self, mention: Mention) -> str:
        """The area named in the mention, else the article's one area, else its paragraph's subject; or empty."""
        inside = [m.entity_id for m in self._places if mention.start <= m.start and m.end <= mention.end]
        if inside:
            # `부산광역시 해운대구 … 조례` is of the 구.
            return owner(next((code for code in inside if not is_sido(code)), inside[0]))
        return self._main or self._of_paragraph(mention)

    def _is_round_up(self) -> bool:
        """Whether paragraphs open with one town after another, as `■ 서구, 낡은 집 …` does."""
        opening = set()
        for mention in self._places:
            text = self._context.views[mention.segment].text
            begun = text.rfind("\n", 0, mention.view_start) + 1
            if mention.view_start - begun <= _OPENING and not is_sido(mention.entity_id):
                opening.add(owner(mention.entity_id))
        return len(opening) >= _ROUND_UP

    def _of_paragraph(self, mention: Mention) -> str:
        """The first 시군구 of the paragraph, else that of the last paragraph before that has one."""
        text = self._context.views[mention.segment].text
        start = text.rfind("\n", 0, mention.view_start) + 1
        end = text.find("\n", mention.view_end)
        here = [m for m in self._places if m.segment == mention.segment]
        own = [m for m in here if start <= m.view_start and (end < 0 or m.view_start < end)]
        earlier = [] if self._headline else [m for m in here if m.view_start < start][::-1]
        for places in (own, earlier):
            code = next((owner(m.entity_id) for m in places if not is_sido(m.entity_id)), "")
            if code:
                return code
        return self._headline or next((owner(m.entity_id) for m in own), "")


def _headline_area(codes: Sequence[str]) -> str:
    """The 시도 that an article opens with and names as often as any of its towns; empty where there is none."""
    towns = Counter(owner(c) for c in codes if not is_sido(c))
    if not codes or not is_sido(codes[0]):
        return ""
    return codes[0] if codes.count(codes[0]) >= max(towns.values(), default=0) else ""


EXTRACTOR = Extractor(
    type="program",
    find=find,
    normalise=normalise,
    row=Program,
    link=link,
    entity=ProgramEntity,
    after=("district", "amount", "date"),
    nests=True,
)
