"""Which quotations name a program: judged by their own words and by what stands right before and after them.

| cue | example | rule |
|---|---|---|
| a head noun ends the name | ‘골목길 사진 공모전’, '100-Day Recovery Project' | quoted_head |
| a head noun right after | ‘영양 더하기’ 사업, 'Quick Talk' program | quoted_before_head |
| a head noun right before | 소통 플랫폼 ‘말모이’, campaign "Cup Back Home" | quoted_after_head |
| a predicate says what it is | ‘현장 구청장실’은 … 사업이다 | quoted_is_head |
| a verb of running or winning | ‘1일 현장 구청장실’을 운영, the 'Seongsu Line' was launched | quoted_run |
| nothing but the name, which reads as one | 다음은 ‘솔재 하루패스’였다, Then came the 'Reed Garden Basket' | quoted_alone |

Names that are strung together (`‘A’, ‘B’, ‘C’ 프로그램`) share what stands before the first and after the last. Speech,
slogans, bodies (division, team, foundation), places, books and words without anything of their own are no programs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.grammar.programs.program_cues import (
    EN_ARTICLE_BEFORE,
    EN_BODY,
    EN_DEED_FIRST,
    EN_ISSUED,
    EN_MONEY_AFTER,
    EN_NO_NAME_BEFORE,
    EN_RUN_AFTER,
    EN_RUN_BEFORE,
    EN_VISITING_OFFICE,
    KO_BODY,
    KO_MONEY_AFTER,
    KO_NO_NAME_AFTER,
    KO_NO_NAME_BEFORE,
    KO_RUN,
    KO_RUN_BEFORE,
    KO_TOPIC,
    LISTED_BEFORE,
    en_head_after,
    en_head_before,
    en_is_a,
    kind_of,
    ko_head_after,
    ko_head_before,
    ko_is_a,
    ko_paid_head_after,
)
from pipeline.grammar.programs.program_heads import Head, describes, generic, head_ending, head_within
from pipeline.grammar.quotes import Quotation, quotations
from pipeline.grammar.regex import regex

_LONGEST_KO, _LONGEST_EN = 45, 110
# Syllables of quoted shared nouns that are a name all the same: ‘중소기업육성기금’.
_LONG_WORD = 8
# Characters behind the closing mark in which a line may be broken.
_LONGEST_PARTICLE = 4
_MARKS = "‘’“”'\"`「」『』〈〉<>《》[] \t"
_BETWEEN = regex(
    r"['\"’”」』>〉》]?,?['\"’”]?(?:\s?[·/및와과]\s?|,?\s(?:and|&)\s(?:the\s)?|,\s?(?:the\s)?)['\"‘“「『<〈《]?"
)
_HANGUL = regex(r"[가-힣]")
_WORD = regex(r"[가-힣]+|[A-Za-z][\w.’'-]*|\d+")
_KO_SENTENCE = regex(
    r"(?:다|요|죠|까|(?:하|가|보|되|살|놀|걷|리|우|들|키|추|먹|나누)자|라|네|며|면|은|는|(?<![마가])을|를|게|고|지만|[.!?…])\Z"
)
_EN_SENTENCE = regex(r"[.!?…]\s|[!?…]$|\b(?:I|we|We|will|is|are|was|were|must|can|should)\b")
# `'Yellow Tag donation terminal' and 'VR castle tour' were selected`: translated titles of undertakings that won.
_PICKED = regex(
    r"['\"’”]*,?\s(?:was|were|is|are|has\sbeen|have\sbeen)\s(?:also\s|finally\s)?(?:selected|chosen|picked|adopted)\b"
)
# `'Ugly Crab donation box' which took the grand prize`
_WON_A_PRIZE = regex(
    r"['\"’”]*,?\s(?:which\s)?(?:took|won|got|received)\s(?:the\s|a\s)?(?:grand|first|top|gold|silver|excellence)\s(?:prize|award|place)\b"
)
# `for its 'Late Bell Escort'`: what somebody has and runs.
_OF_ITS = regex(
    r"\b(?:for|under|through|via|with|of|into)\s(?:its|their|the\s(?:city|county|district|province|town)['’]s)\s['\"‘“]*\Z"
)
_MOST_WORDS, _TWO, _LINE = 7, 2, 200
# A name in lower case is one where a head noun of money or an undertaking says so at once: `the "second spring" initiative`.
_MOST_LOWER = 5
_BENEFIT = regex(r"(?:allowance|dividend|pension|income|voucher|coupon|subsidy|fund|loan)\Z")
_LOWER_HEAD = regex(
    r"['\"’”]*\s(?:[a-z-]+\s)?(program|programme|project|scheme|initiative|policy|campaign|service|voucher|allowance|fund|festival)s?(?![\w-])"
)
_MARKED = regex(r"[A-Z]{2}|[A-Z]\w*\s[A-Z]")
_CALLED = regex(r"\b(?:called|named|dubbed|titled)\s['\"‘“]*\Z")
# `‘씨앗마을(최대 200만 원)’`
_SUM_INSIDE = regex(r"\s?\([^()]*\d\s?(?:만|억|천)?\s?원[^()]*\)\Z")
_AS = regex(r"\bas(?:\sthe|\sits|\san?)?\s*\Z")
_SMALL = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "nor", "but", "s"]
)
# A note in brackets right behind the closing mark.
_BRACKETS = regex(r"(?<=\A['\"’”」』>〉》])\s?\([^()\n]{1,40}\)|\A\([^()\n]{1,40}\)")
_PRIZE_CUE = regex(r"['’”」』>]*\s?(?:시상|을\s?(?:수상|받)|에서|수상)")
_KO_PARTICLE = regex(
    r"['\"’”」』>〉》]*(?:을|를|이|가|은|는|의|에|에는|에도|에만|에서|에서는|에서도|도|와|과|로|으로|이란|란|이?다|이?었다|였다|뿐|만|까지|부터|이?며|이?라는|이?라고(?=\s(?:이름|부르|불리|명명)))?(?=[\s,.)]|$)"
)
# What stands in quotation marks without any cue reads as a name: words with capitals, or Korean nouns without particles.
_SAYS_EN = regex(
    r"\b(?:said|says?|saying|adds?|added|asks?|asked|tells?|told|wrote|reads?|shouted|translated\sby|calls?\s[^.]{0,30})[,:]?\s*\Z|:\s*\Z"
)
_SAID_EN = regex(r"['\"’”]*,?\s(?:[\w-]+\s){0,3}(?:said|says|asked|added)\b")
# `the 'Rich Village' sector`: a part of a plan.
_FIELD_EN = regex(r"['\"’”]*\s(?:sectors?|fields?|categor|banners?|parts?|goals?)\b")
_CLAUSE_KO = regex(r"(?:[을를이가은는고며면서에게]|[한할던될된]|니다)\s")
_MADE_KO = regex(
    r"['\"’”]*(?:을|를|으로|로)\s(?:[가-힣]+\s){0,2}?(?:만들|이루|이룩|실현|열어|나아가|도약|거듭|완성|향해|향한|가꾸|바꾸|조성하겠|건설하겠|손질)"
)
_TWO_IN_LOWER_CASE = regex(r"(?<![\w'’-])[a-z]{2,}\s[a-z]{2,}(?![\w-])")
_PLACED_EN = regex(r"\s(?:Complex|Roads?|Trails?|Streets?|Houses?|Shops?|Stores?|Cafes?|Rooms?|Hospitals?)\Z")
_CAPITAL = regex(r"[A-Z0-9]|e-[a-zA-Z]")
_FEWEST_SYLLABLES = 5


# `‘우리 마을에 웃음을 심어요’ 시즌2에 3억 원`
_KO_FUNDED = regex(
    r"(?:\s?(?:시즌\s?\d+|\d+(?:호점|기|차|탄)))?(?:에|에는|에도|에만)\s(?:[가-힣]{1,6}\s)?\d[\d,.]*\s?(?:조|억|천만|백만|만)"
)
# `‘물관리 평가’에서 ‘우수기관’에 뽑혔다`
_WON = regex(r"에서[는도]?\s[^\n.]{0,20}?(?:우수|장려|최고|대상|등급|선정|수상)")
# A number of times or things, a grade, a market, somebody's shop.
_NO_KO_NAME = regex(
    r"^(?:최?우수\s?(?:기관|지자체|단체|시군|도시)?|모범기관|장려|[S1-3A가]등급)\Z|^(?:월|주|연|하루|총|약)?\s?\d+\s?(?:회|명|개|건|원|%|곳|번|차례)\Z|^[가-힣]{2,6}시장\Z|\(대표\s"
)


# `‘별내형 새벽배송’`: a town's own kind of something; never a dateline `[별내=온빛뉴스]`.
_OF_A_TOWN = regex(r"[가-힣]{2,3}형\s[가-힣]{2,}")
_DATELINE = regex(r"[가-힣]{2,5}\s?=\s?[가-힣]")
# A line of a broadcast ends in the middle of its sentence, right behind the name: `‘청년 지음’은⏎팀당 …`.
_WRAPPED = regex(r"(?<=[은는이가을를에의도로와과])\n(?=[가-힣\d‘'])")


@dataclass(frozen=True, slots=True)
class Named:
    """A program's name as a rule found it: offsets in the text, the rule, its kind (empty: not said)."""

    start: int
    end: int
    name: str
    rule: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Surroundings:
    before: str
    after: str


def quoted_names(text: str, lang: str) -> tuple[list[Named], list[Quotation]]:
    """The quotations of a text that name programs, and all quotations."""
    quotes = quotations(text)
    headline = text.find("\n")
    return [n for chain in _chains(text, quotes) for n in _judge_chain(text, lang, chain, headline)], quotes


def _chains(text: str, quotes: Sequence[Quotation]) -> Iterator[list[Quotation]]:
    """Short quotations, those strung together in one list."""
    chain: list[Quotation] = []
    for quote in quotes:
        if quote.end - quote.start > _LONGEST_EN:
            continue
        if chain and not (chain[-1].end < quote.start and _BETWEEN.fullmatch(text, chain[-1].end, quote.start)):
            yield chain
            chain = []
        chain.append(quote)
    if chain:
        yield chain


def _judge_chain(text: str, lang: str, chain: list[Quotation], headline: int) -> Iterator[Named]:
    around = _Surroundings(
        text[max(0, chain[0].start - 60) : chain[0].start - 1], text[chain[-1].end + 1 : chain[-1].end + 110]
    )
    # `‘느린발 콜버스’(올해 7억원)를 맡겼다`: the verb stands behind what is in brackets, where no sum decides already.
    after = around.after
    if (wrapped := _WRAPPED.search(after)) and wrapped.start() <= _LONGEST_PARTICLE:
        after = after[: wrapped.start()] + " " + after[wrapped.end() :]
    after = after.partition("\n")[0]
    if not KO_MONEY_AFTER.match(after):
        after = _BRACKETS.sub("", after, count=1)
    around = _Surroundings(around.before.rpartition("\n")[2], after)
    for quote in chain:
        start, end = _trimmed(text, quote)
        name = text[start:end]
        if len(name) < 2 or any(mark in name for mark in "‘“「『<\n"):
            continue
        korean = bool(_HANGUL.search(name)) or (lang == "ko" and _KO_PARTICLE.match(around.after) is not None)
        ruled = _korean(name, around) if korean else _english(name, around)
        if (
            ruled is None
            and quote.shape in ("single", "double")
            and quote.start > headline >= 0
            and _is_in_a_sentence(text, quote, korean)
        ):
            ruled = _alone(name, korean, quote.shape, around)
        # `[온빛 소식] 별마루군, …`: a rubric.
        rubric = text[quote.start - 1] == "[" and text[max(0, quote.start - 2) : quote.start - 1] in ("", "\n")
        if ruled and not (rubric and ruled[0] == "quoted_run"):
            yield Named(start, end, name, *ruled)


def _trimmed(text: str, quote: Quotation) -> tuple[int, int]:
    start, end = quote.start, quote.end
    if note := _SUM_INSIDE.search(text, start, end):
        end = note.start()
    while start < end and text[start] in _MARKS:
        start += 1
    while start < end and (text[end - 1] in _MARKS or text[end - 1] in ",;" or _stray_stop(text, start, end)):
        end -= 1
    return start, end


def _stray_stop(text: str, start: int, end: int) -> bool:
    """American style puts the sentence's full stop inside: `'Everyday Digital Contest.'`."""
    return (
        text[end - 1] == "."
        and _HANGUL.search(text, start, end) is None
        and not text[start].islower()
        and text[end - 3] != "."
    )


def _korean(name: str, around: _Surroundings) -> tuple[str, str] | None:
    if len(name) > _LONGEST_KO or KO_BODY.search(name) or _NO_KO_NAME.search(name) or _DATELINE.match(name):
        return None
    if KO_NO_NAME_AFTER.match(around.after.lstrip("'\"’”」』>")) or KO_NO_NAME_BEFORE.search(around.before):
        return None
    inner = head_ending(name, "ko")
    # Three words in quotation marks are a name, whatever they are, and so is a benefit: ‘출산축하금’.
    words = [word for word in name.split() if not describes(word)]
    apart = told_apart(name, inner, "ko") or (
        inner is not None
        and inner.bare
        and (
            len(words) > 2
            or len(name.replace(" ", "")) >= _LONG_WORD
            or (inner.kind == "finance" and name != inner.word)
        )
    )
    apart = apart or (inner is not None and inner.kind == "finance" and inner.needs == "cue" and len(words) > 1)
    after = ko_head_after().match(around.after) or ko_paid_head_after().match(around.after)
    if after:
        return ("quoted_before_head", _kind(after.group(1), inner, "ko")) if apart or len(name) > 3 else None
    if not apart:
        return None
    if _OF_A_TOWN.match(name):
        return "quoted_run", inner.kind if inner else "service"
    if inner and len(_CLAUSE_KO.findall(name)) > _TWO:  # a clause that is said: it only ends like a name
        return None
    if (
        inner
        and inner.needs not in ("cue", "sum")
        and not (inner.word == "대상" and not _PRIZE_CUE.match(around.after))
    ):
        return "quoted_head", inner.kind
    before = ko_head_before().search(around.before)
    if before and _KO_PARTICLE.match(around.after):
        return "quoted_after_head", _kind(before.group(1), inner, "ko")
    is_a = ko_is_a().match(around.after)
    if is_a:
        return "quoted_is_head", _kind(is_a.group(1), inner, "ko")
    after_marks = around.after.lstrip("'\"’”」』>〉》")
    scheme = inner is not None and len(words) > 2 and KO_TOPIC.match(after_marks)
    if not _substantial(name) or " 대신 " in name:  # `공장 대신 숲`: a motto
        return None
    if inner is not None and inner.word == "평가" and _WON.match(after_marks):
        return "quoted_run", inner.kind
    if _KO_FUNDED.match(after_marks):
        # Money is no answer to speech: a sentence that it goes into is what something is called.
        return "quoted_run", inner.kind if inner else ""
    run = (
        scheme or KO_RUN.match(after_marks) or KO_MONEY_AFTER.match(after_marks) or KO_RUN_BEFORE.search(around.before)
    )
    if (run or LISTED_BEFORE.search(around.before)) and not _KO_SENTENCE.search(name):
        return "quoted_run", inner.kind if inner else ""
    return None


def _english(name: str, around: _Surroundings) -> tuple[str, str] | None:
    inner = head_ending(name, "en") or head_within(name)
    apart = told_apart(name, head_ending(name, "en"), "en")
    before = en_head_before().search(around.before)
    # A translated task title keeps lower case: `This initiative, “Sharing footage of parking cameras,” saved …`.
    won = _PICKED.match(around.after) or _WON_A_PRIZE.match(around.after)
    picked = won and name[0].isupper() and name.count(" ") > 1 and _MARKED.match(name)
    if _FIELD_EN.match(around.after):
        return None
    if name.islower():
        return _in_lower_case(name, around, inner, apart)
    if (
        not _titled(name)
        and not picked
        and not (before and (_CALLED.search(around.before) or (name[0].isupper() and name.count(" ") >= 2)))
    ):
        return None
    after = en_head_after().match(around.after)
    # `the 'Warm Road' app` is an app, `the 'Smart Policy Team'` a team.
    if not after and EN_BODY.search(name) and not (EN_VISITING_OFFICE.search(name) or EN_DEED_FIRST.match(name)):
        return None
    # `as the 'Hope Ladder Special Guarantee'`: a head noun of its own outweighs `as`.
    called = None if inner and inner.bare and _AS.search(around.before) else EN_NO_NAME_BEFORE.search(around.before)
    if not before and (called or _EN_SENTENCE.search(name)):
        return None
    if after and (apart or " " in name):
        return "quoted_before_head", _kind(after.group(1), inner, "en")
    if before and (apart or " " in name):
        return "quoted_after_head", _kind(before.group(1), inner, "en")
    # Three capitals of shared words are a name too: 'Wedding Encouragement Project'.
    of_shared = (
        head_ending(name, "en") is not None and name.count(" ") >= _TWO and not EN_ARTICLE_BEFORE.match(name[:2])
    )
    if inner and inner.needs != "cue" and (" " in name if apart else of_shared):
        return "quoted_head", inner.kind
    if not apart:
        return None
    is_a = en_is_a().match(around.after)
    if is_a and not (is_a["aside"] and " " not in name):
        return "quoted_is_head", _kind(is_a["head"], inner, "en")
    if EN_ISSUED.search(around.before):
        return "quoted_run", inner.kind if inner else "finance"
    if " " not in name or EN_ARTICLE_BEFORE.search(around.before):
        return None
    run = EN_RUN_AFTER.match(around.after) or EN_MONEY_AFTER.match(around.after) or EN_RUN_BEFORE.search(around.before)
    run = run or _OF_ITS.search(around.before) or _WON_A_PRIZE.match(around.after)
    return ("quoted_run", inner.kind if inner else "") if run or LISTED_BEFORE.search(around.before) else None


def _is_in_a_sentence(text: str, quote: Quotation, korean: bool) -> bool:
    """Whether a quotation does not stand in a line of capitals, in English."""
    line = text[max(0, quote.start - _LINE) : quote.start].rpartition("\n")[2]
    line += text[quote.end : quote.end + _LINE].partition("\n")[0]
    return korean or _TWO_IN_LOWER_CASE.search(line) is not None


def _alone(name: str, korean: bool, shape: str, around: _Surroundings) -> tuple[str, str] | None:
    """A quotation that reads as a name and is neither said by somebody nor called a slogan, a field or a body."""
    lang = "ko" if korean else "en"
    inner = head_ending(name, lang)
    reads = _reads_as_a_name(name, shape, around) if korean else _is_in_capitals(name, around)
    apart = told_apart(name, inner, lang) or (korean and name.count(" ") >= _TWO)
    return ("quoted_alone", inner.kind if inner else "") if reads and apart else None


def _reads_as_a_name(name: str, shape: str, around: _Surroundings) -> bool:
    after = around.after.lstrip("'\"’”」』>")
    other = (p.search(name) for p in (_KO_SENTENCE, _CLAUSE_KO, KO_BODY, _NO_KO_NAME, _DATELINE))
    said = (KO_NO_NAME_AFTER.match(after), KO_NO_NAME_BEFORE.search(around.before), _MADE_KO.match(after))
    fits = len(name.replace(" ", "")) >= _FEWEST_SYLLABLES and len(name) <= _LONGEST_KO
    return shape == "single" and fits and not any(other) and not any(said) and bool(_KO_PARTICLE.match(around.after))


def _is_in_capitals(name: str, around: _Surroundings) -> bool:
    words = name.split()
    if not (1 < len(words) <= _MOST_WORDS and name[0].isupper() and "," not in name):
        return False
    if EN_BODY.search(name) and not (len(words) > _TWO and _PLACED_EN.search(name)):
        return False
    said = (EN_NO_NAME_BEFORE.search(around.before), _SAYS_EN.search(around.before), _SAID_EN.match(around.after))
    capitals = all(_CAPITAL.match(word) or word in _SMALL for word in words)
    return capitals and not any(said) and not _FIELD_EN.match(around.after) and not _EN_SENTENCE.search(name)


def _in_lower_case(name: str, around: _Surroundings, inner: Head | None, apart: bool) -> tuple[str, str] | None:
    """A name of few words in lower case that a head noun follows or ends, or that is a benefit with its sum."""
    words = name.split()
    if not 1 < len(words) <= _MOST_LOWER or _EN_SENTENCE.search(name) or EN_NO_NAME_BEFORE.search(around.before):
        return None
    after = _LOWER_HEAD.match(around.after)
    if after and apart:
        return "quoted_before_head", _kind(after.group(1), inner, "en")
    if _BENEFIT.search(name) and EN_MONEY_AFTER.match(around.after):
        return "quoted_run", inner.kind if inner else "finance"
    if inner and apart and inner.needs == "words" and EN_RUN_BEFORE.search(around.before):
        return "quoted_head", inner.kind
    return None


def _kind(outer: str, inner: Head | None, lang: str) -> str:
    """The kind that the noun outside the quotation says, unless it says little (사업, program) and the name says more."""
    said = kind_of(outer, lang)
    if inner and not inner.generic and said in ("", "project", "service"):
        return inner.kind
    return said or (inner.kind if inner else "")


def told_apart(name: str, head: Head | None, lang: str) -> bool:
    """Whether anything but the head and words that all programs share is in the name."""
    body = name[: len(name) - len(head.word)] if head and head.lang == "ko" else name
    words = [w.casefold() for w in _WORD.findall(body)]
    if head and head.lang == "en":
        words = words[: len(words) - len(head.word.split())]
    shared = generic(lang)
    return any(not shared_word(w, shared) and not (lang == "ko" and describes(w)) for w in words if w not in _SMALL)


def shared_word(word: str, shared: frozenset[str]) -> bool:
    """Whether a word is shared, or (Korean) two or three shared words written as one: 청년일자리."""
    if word in shared:
        return True
    if not _HANGUL.match(word) or len(word) > 12:
        return False
    return any(word[:cut] in shared and shared_word(word[cut:], shared) for cut in range(2, len(word) - 1))


def _substantial(name: str) -> bool:
    return " " in name or len(name) >= 4


def _titled(name: str) -> bool:
    """Whether most words of an English name that carry meaning begin with a capital or a digit."""
    words = [w for w in name.split() if w.casefold() not in _SMALL]
    return (
        bool(words)
        and (name[0].isupper() or name[0].isdigit())
        and sum(not w[0].islower() for w in words) >= 0.6 * len(words)
    )
