"""Korean compound nouns that name a program without quotation marks: `약수시장 지중화 사업`, `서초사랑상품권`.

A head noun (사업, 축제, 상품권 …) that ends a word is followed to the left over nouns, with Kiwi's tags. Town, ministry and
words of time before the name are left outside. What remains must tell the program apart: a proper noun, a place
with its kind (시장, 역, 천, 고개), a number or Latin letters; for heads that are seldom generic two nouns of its own do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from pipeline import resources
from pipeline.grammar.places.gazetteer import bare_names
from pipeline.grammar.programs.known_names import known_names
from pipeline.grammar.programs.program_cues import KO_BODY
from pipeline.grammar.programs.program_heads import (
    Head,
    alternatives,
    describes,
    generic,
    head_ending,
    heads,
    is_technique,
    paid_alternatives,
)
from pipeline.grammar.programs.quoted_names import Named, shared_word
from pipeline.grammar.programs.short_names import short_names
from pipeline.grammar.regex import regex

Morphemes = Sequence[tuple[int, int, str]]

_WORD = regex(r"\S+")
_WINDOW = 48
_MOST_WORDS = 6
_WORDS_OF_WORKS = 3
# `서초사랑상품권`: Kiwi reads it as one noun; `불꽃축제` is any town's.
_COINED_LENGTH = 4
# Words and nouns of its own, together, that make a name without a proper noun: 농산물 종합가공기술 지원사업.
_ENOUGH_WORDS = 4
# Words, and their syllables, of a scheme called by whom it helps and how: 다자녀 가정 등록금 지원사업.
_MANY_WORDS, _ENOUGH_LONG = 3, 9
# Syllables of one word that names a scheme by what it does: 일반농산어촌개발사업; and of a body with its sum in brackets.
_ENOUGH_SYLLABLES, _ENOUGH_PAID = 7, 4
# Whom a payment helps, or at what turn of life: with its sum it is one scheme (`소상공인 위로금 50만원`).
_HELPED = regex(
    r"소상공인|청년|신혼부부|다자녀|농업인|어업인|농어업인|예술인|임산부|산모|대학생|신입생|수험생|유공자|보훈|출산|입학|결혼|전입|이사|입영|귀농|귀어|귀촌|육아|육아휴직"
    r"|난임|장례|월세|전세|난방비|창업|취업|구직|면접|장수|경로"
)
# Syllables of shared words before a head that names by its sum: 농어촌버스 무료화.
_ENOUGH_SHARED = 5
# `육아드림센터 건립 사업`: what is built, in as many syllables of its own.
_BUILT = regex(r"건립|조성|리모델링|신축|증축|복원|구축|지중화|현대화")
_ENOUGH_BUILT = 6

_PARTICLES = (
    r"(?:은|는|이|가|을|를|의|에|에서|에는|에도|에게|와|과|도|만|로|으로|으로는|이나|까지|부터|에서는|이며|이고|이다|인|이란|이라는|라는|이라고|등|보다"
    r"|였다|이었다|입니다|처럼|만큼|에서도|에만|다(?=[.\s]))?(?![가-힣A-Za-z0-9])"
)
_TOWNS_OWN = regex(
    r"(?<![가-힣])(?P<name>(?P<town>[가-힣]{2,3})형 (?P<what>[가-힣]{2,8}?))(?:은|는|이|가|을|를|의|에|에서|와|과|도|로|으로)(?![가-힣])"
)
_STOP = regex(
    r"[,.()\[\]<>〈〉《》「」『』‘’“”'\"`!?…:;=→▲△▶▷◆◇■□○●①-⑳\n]|[-–—*·※•∙](?<!\S.)|·(?<=[억만원]·)|·(?<=(?:사업|축제|설치|정비|조성|개선)·)"
)
# What a word is called too, in brackets right behind it, with the name going on: `사물인터넷(IoT) 활용 사업`.
_NOTE = regex(r"(?<=[가-힣A-Za-z])\([가-힣A-Za-z][가-힣A-Za-z ·.-]{1,20}\)(?=\s[가-힣])")
# A sum, and no number of heads or trees: `숲길에 3만 명`.
_SUM = r"\d[\d,.]*\s?(?:조|억|천만|백만|만)(?![\d,]*\s?여?\s?(?:명|그루|송이|포기|마리|가구|㎡|톤))"
# A sum right behind a name: `농촌협약(656억)`, `행복마을 가꿈 사업 30억 원`; what is paid for is told apart with fewer words.
_PAID = regex(
    r"(?:에|에는|은|는|비)?\s?\(?(?:약|총|사업비|총사업비|국비)?\s?"
    + _SUM
    + r"|[와과]\s[^,.\n\d]{2,40}에[도는]?\s각각\s(?:약\s)?"
    + _SUM
    + r"|[을를]\s위[한해]\s(?:[가-힣]{1,6}\s){0,2}"
    + _SUM
)
# What tracks and roads, and policies without a scheme's head, get some words later: `솔뫼 광역철도 1단계는 정부안에 30억원`.
_PAID_LATER = regex(
    r"(?:에|에는|에도|은|는|이|가|을|를|의|로)?\s?\(?(?:(?:[가-힣]{1,6}|\d단계)\s){0,3}(?:약|총|사업비|총사업비|국비)?\s?"
    + _SUM
    + r"|\s(?:[가-힣]{1,4}\s)?(?:보전|재정지원|지원|운영|건설|개설)(?:비|비용|금)?(?:에|에는|을|를)?\s(?:[가-힣]{1,6}\s){0,2}"
    + _SUM
)
# `…을 사업`, but `햇살마을 사업`.
# `‘숲속의 전남’ 만들기 공모사업` is named by its quotation.
_GOES_ON = regex(r"[’'”\"」』]\s\Z")
_CLAUSE_END = regex(r"(?:[은는를]|(?<![마가노고])을)\Z")
_YEAR_BEFORE = regex(r"(?:19|20)\d\d년(?:도)?\Z")
_NOUN_TAGS = frozenset(
    ("NNG", "NNP", "NR", "SN", "SL", "SH", "XPN", "XSN", "XR", "SW", "SO", "NNB", "SSO", "SSC", "W_HASHTAG")
)
_ORDINANCE_LINKS = frozenset(("및", "관한", "위한", "대한"))
# `찾아가는`, `함께하는` open many names and are no clause there.
_NAME_ADNOMINALS = frozenset(("찾아가는", "찾아오는", "함께하는", "움직이는"))
_LEFT_OUT = regex(
    r"(?:[가-힣]+(?:(?<!부)부|처|청|공단|공사|재단|위원회|협회|의회|은행|진흥원)"
    r"|서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|전북|전남|경북|경남|제주|올해|지난해|내년|내달|이달|다음달|금년|오는|이번|최근|총|약|매년|현재|또|또한|특히|한편|이후"
    r"|그사이|그동안|요즘|가운데|이가운데|그중|이전기사|다음기사|규모|상당|대상|위해|통해|따라|각종|모든|및|등|사상|향후|앞으로|이어|다음|지난|우리|달간|개월간|주간|일간|동안|이상|이하|미만"
    r"|반면|대신|반대로|별도로|다만|단|당초|애초|원래|역시|물론|게다가|여기에|아울러|더불어|나아가|우선|먼저|그러나|하지만|그리고|그래서|결국|실제로?|예컨대|마지막으로|끝으로|이에|오히려|무엇보다|당장|이미|작년|지난달|새해|전년|전년도|내년도|올해도|금년도|그밖에|이밖에|이외에|그외|나머지|최소|최대|무려|고작|겨우|각각"
    r"|\S*원씩|어치|일원|일괄|주관|주최|(?:이틀|사흘|나흘|닷새|엿새|열흘)간|\d+일간)\Z"
)
# Common nouns that end like a ministry or an agency.
_KEPT = regex(r"[동서남북]{1,2}부$|[가-힣]*부부$|(?:내|공|일|기|전|어|농|부)부$|(?:요|신)청$|[대상출]처\Z")
_COUNT = regex(
    r"(?:(?:\d[\d,.~∼-]*(?:여)?(?:개|건|종|곳|명|억|만|조|천|원|가지|차례|회|일|월|년|년도|분기|여)+){1,3}|\d[\d,.]*)[가-힣]{0,3}\Z"
)
_NUMBERED = regex(r"제?\d+(?:회|기|차)$|^(?:19|20)\d\d(?:년|년도)?\Z")
_MARKED = regex(r"[A-Z]{2}|\d|찾아가는")
# `서울형`, `서울형혁신`
_TYPE = regex(r"([가-힣]{2,3})형(?:\Z|[가-힣]{2})")
# `지방도 306호선 …` begins with its road.
_ROAD = regex(r"(?:지방도|국지도|국도|군도|시도|구도|농어촌도로) \d+호선\Z")
# `솔재~별마루 지방도 306호선 …`: with the section that is built.
_SECTION = regex(r"[가-힣\d]{2,10}[~∼～][가-힣\d]{2,10}\Z")
# `차 없는 거리`, `걷고 싶은 길`, `살기 좋은 마을`: a clause that is part of many names.
_CALLED_BY_CLAUSE = regex(
    r"[가-힣]+ 없는 (?:거리|마을|도시|학교|골목|길|놀이터|섬)|[가-힣]+고 싶은 [가-힣]{1,4}|[가-힣]+기 좋은 [가-힣]{1,4}"
)
_SMALL_PLACE = regex(r"[가-힣]+\d?(?:리|읍|면|동)\Z")
# `가면`, `보면` are words too.
_SHORTEST_TOWN = 2
# What money is printed on or loaded to: `모바일 온빛상품권`.
_FORMS = frozenset(("모바일", "종이", "지류", "지류형", "카드형", "모바일형", "충전식"))
_LEADING_PARTICLE = regex(r"(?:과|와|은|는|이|가|을|를|의|에|도|로|으로|및|등)\s")
_LISTED_PLACES = regex(r"[가-힣\d]+·[가-힣\d·]*(?:리|읍|면|동|시|군|구)\Z")
_DATED = regex(r"^(?:(?:19|20)\d\d|제?\d+회)\S*\s.*[가-힣]{2}|^\d+일의\s")
_PLACE = regex(
    r"[가-힣]{2,}(?:시장|고개|마을|공원|거리|계곡|해변|포구|저수지|터미널|고분군|(?<!위험)(?<!개선)(?<!정비)(?<!사업)(?<!보전)(?<!관리)(?<!취약)지구|유적지?|산성|읍성|서원|향교|생가|해수욕장|대교|터널|[역천산교항동읍면리섬숲길로])\Z"
)


# `길손의 짐을 대신 날라 주는 …`, `가장 큰 것은 …`: a clause that says what it does, or that it is the one meant.
_EXPLAINED = regex(
    r"[을를]\s(?:[가-힣]+\s){0,2}?[가-힣]+(?<![은들나])는\s(?=(?:[가-힣\d]+\s)?[가-힣\d]+\Z)|것은\s(?=(?:[가-힣\d]+\s)?[가-힣\d]+\Z)"
)


# `신속집행 평가에서도 우수기관에 올라`: an evaluation is an award where it was won.
_WON = regex(
    r"(?<=[가-힣\s])(평가)(?:에서[는도]?|\s?결과)\s[^.\n]{0,20}?(?:(?:우수|장려|최고|모범)\s?(?:기관|지자체|단체|시군구?|자치구|도시|등급|상)|대상|[S1-3A가]등급|선정|수상)"
)


def compound_names(text: str, taken: Callable[[int], bool], read: Callable[[int, int], Morphemes]) -> Iterator[Named]:
    """Unquoted names of a Korean text. taken: offsets that belong to a quotation; read: Kiwi's reading of `[start:end]`."""
    yield from _of_a_town(text, taken)
    yield from short_names(text, taken)
    paid_later = (m for m in _paid_head().finditer(text) if _PAID_LATER.match(text, m.end()))
    for match in (*_head_at_word_end().finditer(text), *_WON.finditer(text), *paid_later):
        head = heads("ko")[match.group(1)]
        end = match.end() if head.needs == "sum" else match.end(1)
        if taken(match.start()) or text.startswith("문제", match.start() - 1):  # `오염 문제도`
            continue
        start = _window_start(text, match.start())
        if start < match.start() and _may_be_named(text[start : match.end(1)], head):
            paid = (
                _WON.match(text, match.start()) is not None or head.needs == "sum" or _PAID.match(text, end) is not None
            )
            found = _leftwards(text, start, match.end(1), head, read(start, match.end(1)), paid)
            if (
                found is None
                and head.generic
                and (explained := _EXPLAINED.search(text, max(0, match.start() - _WINDOW), match.end(1)))
            ):
                found = _leftwards(text, explained.end(), match.end(1), head, read(explained.end(), match.end(1)), True)
                found = found if found == explained.end() else None
            if found is not None and head.needs == "sum" and _is_short(text, text[found:end]):
                continue
            if found is not None and not taken(found) and not _GOES_ON.search(text, max(0, found - 2), found):
                yield Named(found, end, text[found:end], "compound", head.kind)


def _of_a_town(text: str, taken: Callable[[int], bool]) -> Iterator[Named]:
    """A town's own kind of something, which needs no head: `서울형 키즈카페`; not `서울형 모델`."""
    for match in _TOWNS_OWN.finditer(text):
        town, what = match["town"], match["what"]
        no_name = shared_word(what, generic("ko")) or head_ending(what, "ko") or KO_BODY.search(what)
        if town in bare_names() and not no_name and not taken(match.start()):
            yield Named(*match.span("name"), match["name"], "compound", "service")


@cache
def _head_at_word_end() -> re.Pattern[str]:
    return re.compile(rf"({alternatives('ko')})(?!(?<=사업)가)(?:{_PARTICLES}|(?<=\s사업)비(?=\s?\d))")


def _is_short(text: str, name: str) -> bool:
    """Whether the text names the scheme in full elsewhere: `솔재시장 살리기` of `솔재시장 살리기 사업`."""
    return f"{name}사업" in text or f"{name} 사업" in text


@cache
def _paid_head() -> re.Pattern[str]:
    """A head that names by its sum alone, with the phase that is built: `솔뫼 광역철도 1단계`."""
    return re.compile(rf"({paid_alternatives()})(?:\s\d단계)?(?=[\s(에은는이가을를의로])")


def _window_start(text: str, at: int) -> int:
    """Where the run of words before a head begins: after the last stop, at a word's edge, at most `_WINDOW` back."""
    start = max(0, at - _WINDOW)
    notes = [m.span() for m in _NOTE.finditer(text, start, at)]
    stops = [m.end() for m in _STOP.finditer(text, start, at) if not any(a <= m.start() < b for a, b in notes)]
    if stops:
        start = stops[-1]
    elif start:
        gap = text.find(" ", start, at)
        start = gap + 1 if gap >= 0 else at
    if particle := _LEADING_PARTICLE.match(text, start, at):  # of what the stop closed: `‘…’과 화산면 …`
        start = particle.end()
    return start + len(text[start:at]) - len(text[start:at].lstrip())


def _may_be_named(window: str, head: Head) -> bool:
    """A look without morphology: something before the head that is neither shared by all programs nor a clause."""
    words = window.split()
    own = words[-1][: -len(head.word)]
    if own and (len(own) >= _ENOUGH_SYLLABLES or not shared_word(own, generic("ko"))):
        return True
    # `…을 사업`, `…은 사업`: the word before is no part of a name.
    before = [
        w
        for w in words[:-1][-_MOST_WORDS:]
        if head.needs == "sum"
        or (head.kind == "finance" and _HELPED.fullmatch(w))
        or (w not in heads("ko") and not shared_word(w, generic("ko")))
    ]
    return bool(before) and (len(words) < 2 or not _CLAUSE_END.search(words[-2]) or words[-2] in _NAME_ADNOMINALS)


def _leftwards(text: str, start: int, end: int, head: Head, read: Morphemes, paid: bool) -> int | None:
    """Where the name that ends at `end` begins, or None where nothing tells it apart. paid: a sum follows."""
    words = [m.span() for m in _WORD.finditer(text[start:end])]
    tags = [[(text[start + at : start + until], tag) for at, until, tag in read if a <= at < b] for a, b in words]
    first = len(words) - 1
    while first > 0 and len(words) - first < _MOST_WORDS and _joins(text, start, words, tags, first - 1, head):
        first -= 1
    while first < len(words) - 1 and _is_left_out(
        text[start + words[first][0] : start + words[first][1]], tags[first], head
    ):
        first += 1
    written = [text[start + a : start + b] for a, b in words]
    # `배달앱 전용 온빛상품권`: where it serves is not of its name.
    closed = (
        i + 1
        for i in range(first, len(words) - 1)
        if (head.needs != "sum" and _closes_a_list(written[i])) or written[i] in ("전용", "대상")
    )
    first = max([first, *closed])
    if (
        first
        and _LISTED_PLACES.match(written[first - 1])
        and first < len(words) - 1
        and _SMALL_PLACE.match(written[first])
    ):
        first += 1
    if _YEAR_BEFORE.match(written[first]) and head.kind != "event" and first < len(words) - 1:
        first += 1  # `2014년 올레길 사업에`: when it was paid; events are held by the year
    roads = [i for i in range(first, len(words) - 1) if _ROAD.match(" ".join(written[i : i + 2]))]
    if roads:
        first = roads[0] - (roads[0] > 0 and _SECTION.match(written[roads[0] - 1]) is not None)
    words[first] = (_after_another(written[first], words[first][0], head), words[first][1])
    name = text[start + words[first][0] : end]
    if name.count("(") != name.count(")"):
        return None
    # Roads are mended everywhere: `강변북로 정비 공사` is no name yet, `서시천 제방 보강 공사` is.
    least = _WORDS_OF_WORKS - paid
    works = head.word == "공사" and (KO_BODY.search(name) or len(name[: -len(head.word)].split()) < least)
    if works:
        return None
    if paid and not head.generic and len(name[: -len(head.word)].replace(" ", "")) >= _ENOUGH_SHARED - 1:
        return start + words[first][0]  # `군민화합 체육대회 1억원`
    if _tells_apart(name, tags[first:], head, paid):
        return start + words[first][0]
    return None


def _after_another(written: str, at: int, head: Head) -> int:
    """Where a name begins that is written to another one: `별뫼특구·달그림자축제` is an event beside something else."""
    another, dot, event = written.rpartition("·")
    own = event[: -len(head.word)]
    if (
        not dot
        or head.kind != "event"
        or not event.endswith(head.word)
        or len(own) < _COINED_LENGTH
        or _is_shared(another)
    ):
        return at
    return at + len(another) + 1


def _joins(
    text: str, start: int, words: list[tuple[int, int]], tags: list[list[tuple[str, str]]], index: int, head: Head
) -> bool:
    """Whether a word belongs to the compound that goes on right of it."""
    word = text[start + words[index][0] : start + words[index][1]]
    following = text[start + words[index + 1][0] : start + words[index + 1][1]]
    if word in _NAME_ADNOMINALS or re.fullmatch(r"\d+호선", word) or _ROAD.match(f"{word} {following}"):
        return True
    if _in_clause(text[start + words[max(0, index - 1)][0] : start + words[min(index + 2, len(words) - 1)][1]], word):
        return True
    if word in _small_towns():  # Kiwi reads some as verbs: `물러면`
        return True
    if word == "등":
        return False
    if head.kind == "ordinance" and (
        word in _ORDINANCE_LINKS or (word.endswith(("에", "을", "를")) and _follows(text, start, words, index))
    ):
        return True
    if _COUNT.match(word) and not _NUMBERED.match(word):
        # `100일의 일상회복 프로젝트` counts inside a name, `12건의 사업` does not.
        return word.endswith("일의")
    inside = [tag for _, tag in tags[index]]
    # Kiwi reads verbs and particles into coined names (`한빛`, `별무리`, `말이산고분군`): the end of the word must be a noun.
    clause = any("+EC" in tag or "+EF" in tag for tag in inside)
    return bool(inside) and not clause and (inside[-1].split("+")[0] in _NOUN_TAGS or "ETN" in inside[-1])


def _in_clause(around: str, word: str) -> bool:
    """Whether a word is of a clause that names a place (`차 없는 거리`); around: it and its neighbours."""
    found = _CALLED_BY_CLAUSE.search(around)
    return found is not None and word in found.group().split()


def _closes_a_list(written: str) -> bool:
    """Whether a word ends a list of places (`구계2리·유평1리`) or is an undertaking itself that says little (`마을축제 …`)."""
    head = head_ending(written, "ko")
    own = written[: -len(head.word)] if head else ""
    return _LISTED_PLACES.match(written) is not None or (len(own) > 1 and shared_word(own, generic("ko")))


def _follows(text: str, start: int, words: list[tuple[int, int]], index: int) -> bool:
    return text[start + words[index + 1][0] : start + words[index + 1][1]] in _ORDINANCE_LINKS


def _is_left_out(word: str, tags: list[tuple[str, str]], head: Head) -> bool:
    """Words before a name that are not of it: town, ministry, time, sums."""
    if _KEPT.match(word) or _NUMBERED.match(word) or word.endswith("일의"):
        return False
    if head.kind == "ordinance" and re.search(r"[시군구도]\Z", word):
        return False
    if head.word == "상품권" and word in _FORMS:
        return True
    return bool(is_issuer(word) or _COUNT.match(word) or word in ("등", "및")) or all(t == "NNB" for _, t in tags)


def _tells_apart(name: str, tags: list[list[tuple[str, str]]], head: Head, paid: bool = False) -> bool:
    """Whether a compound has something of its own; tags: by word, the head's included. paid: a sum follows."""
    body = name[: -len(head.word)].strip()
    words = body.split()
    coined = words[-1] if words and not name[: -len(head.word)].endswith(" ") else ""
    own = [w for w in words if not (_is_shared(w) if w == coined else _says_little(w)) and not _NUMBERED.match(w)]
    # What is built or mended may be a park: `물빛공원정비사업 3억원`.
    mended = paid and head.word.endswith("사업") and len(name) - len("사업") >= _ENOUGH_SYLLABLES
    if len(body.replace(" ", "")) < 2 or (len(words) == 1 and KO_BODY.search(body) and not mended):
        return False
    if paid and head.kind == "finance" and _HELPED.fullmatch(body):
        return True
    if head.needs == "sum":
        return len("".join(own)) > 1 or len("".join(words)) >= _ENOUGH_SHARED
    nouns = _before_head(name, tags, head)
    specific = [s for s, t in nouns if t in ("NNG", "NNP", "XR", "SL", "SH") and not _says_little(s)]
    # Kiwi reads `사천` as a number.
    proper = (
        body in bare_names()
        or (len(words) > 1 and _begins_known(body))
        or any(t == "NNP" and len(s) > 1 and not _says_little(s) for s, t in nouns)
    )
    place = any(_PLACE.match(w) for w in own)
    # `고성 대표 축제`: a town's bare name and shared words.
    if (
        len(own) == 1
        and own[0] == words[0]
        and len(words) > 1
        and (own[0] in bare_names() or (len(own[0]) == 2 and proper))
    ):
        return False
    if head.generic and head.kind == "finance" and coined in own and len(words) > 1 and len(own) == 1:
        return True  # `여성농업인 행복이용권`: whom it helps, and a word of its own
    if len(words) == 1 and mended and coined:
        return True  # `중심상권거리정비사업 3억원`: shared words, but many
    if head.generic and paid and len(words) == 1 and nouns and all(len(s) == 1 for s, _ in nouns):
        return not _says_little(body)  # `승달장학금`: no word that Kiwi knows
    if head.word == "사업" and _BUILT.fullmatch(words[-1]) and len("".join(own)) >= _ENOUGH_BUILT:
        return True
    if head.generic and paid and own and len(body.replace(" ", "")) >= _ENOUGH_PAID:
        return True
    if head.generic and specific and len(words) == 1 and len(body) >= _ENOUGH_SYLLABLES and head.word.endswith("사업"):
        return True
    many = len(words) >= _MANY_WORDS and len(body.replace(" ", "")) >= _ENOUGH_LONG
    if head.generic and many and head.word.endswith(("사업", "서비스", "프로그램")):
        return True
    if head.generic:
        named = proper or place or _is_marked(body) or len(own) + len(specific) > (2 if paid else _ENOUGH_WORDS)
        return bool(specific) and named and (len(words) > 1 or len(body) > (2 if paid else 3))
    if (_DATED.search(body) and own) or any(w in _NAME_ADNOMINALS for w in words):
        return True
    return bool(own) and (
        proper
        or place
        or _is_marked(body)
        or len(specific) > 1
        or len(words) > 1
        or len(own[0]) >= _COINED_LENGTH
        or _coined(words, tags)
    )


def _begins_known(body: str) -> bool:
    """Whether a known scheme's name stands before what is done with it: `한마음구역 보급·확산 사업`."""
    return any(found.start == 0 and found.end < len(body) for found in known_names(body, "ko"))


def _says_little(word: str) -> bool:
    return _is_shared(word) or is_issuer(word)


def _is_shared(word: str) -> bool:
    return shared_word(word, generic("ko")) or describes(word) or is_technique(word) or word in _towns()


def _is_marked(body: str) -> bool:
    """Whether letters, a number or a town's own kind (`서울형`) mark a name."""
    words = [word for word in body.split() if not describes(word) and not _NUMBERED.match(word)]
    if all(_says_little(word) for word in words):
        return False
    types = (_TYPE.match(word) for word in words)
    return any(_MARKED.search(word) for word in words) or any(t is not None and t[1] in bare_names() for t in types)


def is_issuer(word: str) -> bool:
    """Town, its hall, ministry, agency or a word of time: what stands before a name and is not of it."""
    return word in _towns() or (word[-1] == "청" and word[:-1] in _towns()) or _LEFT_OUT.match(word) is not None


@cache
def _towns() -> frozenset[str]:
    """The 시도 and 시군구 as they are written with their suffix."""
    rows = [r for r in resources.table("districts") if r["level"] in ("sido", "sigungu")]
    return frozenset(
        name
        for r in rows
        for name in (r["name_ko"], *r["other_ko"].split("|"))
        if name.endswith(("시", "군", "구", "도"))
    )


@cache
def _small_towns() -> frozenset[str]:
    """The 읍 and 면 as they are written."""
    return frozenset(
        r["name_ko"]
        for r in resources.table("districts")
        if r["level"] == "eupmyeondong" and len(r["name_ko"]) > _SHORTEST_TOWN and r["name_ko"].endswith(("읍", "면"))
    )


def _before_head(name: str, tags: list[list[tuple[str, str]]], head: Head) -> list[tuple[str, str]]:
    """The morphemes that begin before the head; Kiwi may cut the head itself otherwise than the gazetteer."""
    found, at = [], 0
    for surface, tag in (t for word in tags for t in word):
        at = name.find(surface, at)
        if at >= len(name) - len(head.word):
            break
        found.append((surface, tag))
        at += len(surface)
    return found


def _coined(words: list[str], tags: list[list[tuple[str, str]]]) -> bool:
    """Whether a verb or adjective is written into one word with nouns: `참좋은지방자치정책대회`, `컵줍깅 캠페인`."""
    return any(
        len(word) > 2
        and any(t.startswith(("V", "MAG")) for _, t in inside)
        and inside[-1][1].startswith(("N", "ETN", "XS"))
        for word, inside in zip(words, tags, strict=False)
    )
