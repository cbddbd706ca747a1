"""The tense of the clause that a date stands in: it decides which month or year a bare date lies in.

Korean verbs end their clause, so the first verb after the date governs it (`31일 열린`, `31일 열린다`); English verbs stand
before their date (`will be held on the 3rd`) or after a date that opens the sentence. Patterns over endings are enough
here and cost a hundredth of a morphological analysis.
"""

from __future__ import annotations

import re

from pipeline.grammar.dates.moments import FUTURE, PAST, UNKNOWN
from pipeline.grammar.regex import regex

_WINDOW = 160
_SUBJECT = 50
# Every syllable that ends in ㅆ, in ㄴ and in ㄹ: Hangul syllables run 28 finals to a vowel.
_SS = "".join(chr(c) for c in range(0xAC00, 0xD7A4) if (c - 0xAC00) % 28 == 20 and chr(c) not in "있겠")
_N = "".join(chr(c) for c in range(0xAC00, 0xD7A4) if (c - 0xAC00) % 28 == 4)

_L = "".join(chr(c) for c in range(0xAC00, 0xD7A4) if (c - 0xAC00) % 28 == 8)

# Nouns that 한 and 된 make past (`착공한 도로`); after others the same endings make adjectives (`필요한 도로`).
_DONE = (
    "개최|마련|체결|진행|실시|발표|시작|출범|취임|방문|참석|참여|참가|공개|발생|제출|접수|선정|준공|개통|개장|개관|통과|시행|지정|착공|완공|개소|설립|건립|도입"
    "|조성|확정|의결|편성|제정|개정|선포|구성|완료|결성|발족|임명|당선|선출|확보|수상|착수|발간|출간|발행|배포|설치|신설|폐지|결정|합의|지급|전달|기부|기탁|공고|등록"
)
# What is over at a limit named before it: `20일까지 신고된 피해`, `13일 오전까지 내린 비`; a few words may stand between.
_KO_UNTIL_NOW = regex(
    rf"""
    \s(?:[가-힣\d,.%]{{1,8}}\s){{0,2}}
    (?: [가-힣]{{2,6}}(?<!예정)(?<!계획)(?<!예상)(?<!우려)(?<!안정)(?<!관련)(?<!전망)된
      | (?:{_DONE}|집계|기록|마감|신고|모금|판매|처리|징수|집행|운영|추진|납부|신청|채용|조사|파악|검사|접종|투입|사용|발굴|모집)한
      | 내린|모인|걷힌|들어온|팔린|나온|쓴|쓰인|낸|받은|찾은|다녀간|거둔|이룬|쌓인|들인|벌인|이어진|숨진|다친|잃은|입은|뽑힌|맺은|지은|늘어난
      | 줄어든|넘긴|마친|모은|걷은|보낸|일어난|잠긴|무너진|끊긴|거친|치른|다녀온|찍은|열린
    ) (?=\s|$)
    """,
    re.VERBOSE,
)
_KO = regex(
    rf"""
    (?P<report> (?:밝혔|전했|말했|설명했|강조했|덧붙였|당부했|예상했|내다봤|약속했|전망했|다짐했|요청했)(?=다|으|고|지|는|던|습) )
    | (?P<open> 고\s있 )
    | (?P<past> [{_SS}](?=다|으|고|지|는|던|을|기|습) | 있었
      | (?:(?:{_DONE})[한된]|열린|가진|치른|치러진|문을\s연|막을\s내린|숨진|태어난|끝난|내린|밝힌)(?=\s)
      | 개최(?=해\s|하고\s) )
    | (?P<future> [{_N}](?=다(?![가-힣])|다고|다는|다며) | 예정|계획(?!을\s?(?:발표|밝)) | 방침 | 전망 | 목표(?=로\s|다|이다) | 겠(?=다|습|고|지)
      | 기로\s?(?=했|한|하|합|결정|뜻|약속|돼|되) | [할될릴질갈올칠낼](?=\s(?:예정|계획|방침|것|수))
      | [{_L}](?=게(?![가-힣])|게요|래요|까요|\s?거[야예]|\s겁니다|\s?것이)
      | (?:열릴|열리는|여는|펼쳐지는|시작하는|시작되는|개최[할될하되]는?|시행[할될]|앞두|하면\s?된|접수하면|신청하면|제출하면|까지\s받) | [다](?=음\s달) )
    """,
    re.VERBOSE,
)
_KO_REPORT = regex(
    r"\s?(?:오전|오후)?\s?(?:이같이|이렇게|이처럼)?\s?(?:밝혔|밝힌|전했|말했|발표했|발표한|설명했|강조했|보도했|알렸|공시했|전해졌|알려졌)"
)
# A topic right before the date and an announcing verb at the end: `시는 12일 … 한다고 밝혔다`.
_KO_TOPIC = regex(r"(?:[가-힣]|\))[은는이가]\s\Z")
_KO_ANNOUNCED = regex(
    r"[다라]고\s(?:(?:지난\s)?\d{1,2}일\s)?(?:밝혔|전했|말했|발표했|설명했|덧붙였)|(?:밝혔|전했|말했|발표했)다"
)
_OWN_REPORT_DAY = regex(r"\d{1,2}일\s?(?:밝혔|밝힌|전했|말했|발표했)")

_EN = regex(
    r"""\b(?=[a-z])(?: (?P<future>will|would|shall|(?:have|has|need|needs)\sto|plans?|planned|scheduled|expected|set\sto|slated|to\sbe|upcoming|going\sto
        |intends?|aims?|is\sto|are\sto|due|takes\s(?:place|effect)|closes|opens|begins|starts|runs|meets|kicks\soff
        |(?<!been\s)(?<!was\s)(?<!were\s)(?:close|open|begin|meet|gather|take\splace)(?=\s(?:on|from|in|at|until)\s))
      | (?P<past>was|were|had|has|have|held|said|met|took|began|saw|gave|won|made|came|went|became|led|rose|fell|grew|sent|built|ran|drew|[a-z]{2,}(?<!ne)ed|visited|announced) )\b""",
    re.VERBOSE | re.IGNORECASE,
)


def tense(text: str, start: int, end: int, sentence: tuple[int, int], lang: str, plan: bool = False) -> int:
    """PAST, FUTURE or UNKNOWN for the expression `[start, end)` of a sentence. A `plan` (`9월까지`, `by September`)
    lies ahead in the clause of an announcement, whose own verb is past."""
    if lang == "ko":
        return _korean(text, start, end, sentence, plan)
    return _english(text, start, end, sentence, plan)


def is_report(text: str, end: int) -> bool:
    """Whether the day is that of the announcement: `31일 밝혔다`."""
    return _KO_REPORT.match(text, end) is not None


def is_announced(text: str, start: int, end: int, sentence: tuple[int, int]) -> bool:
    """Whether the day may be that of the announcement which the sentence ends in: `시는 31일 … 연다고 밝혔다`."""
    return (
        start - sentence[0] < _SUBJECT
        and _KO_TOPIC.search(text, sentence[0], start) is not None
        and _KO_ANNOUNCED.search(text, end, sentence[1]) is not None
        and _OWN_REPORT_DAY.search(text, end, sentence[1]) is None
    )


def _korean(text: str, start: int, end: int, sentence: tuple[int, int], plan: bool) -> int:
    if is_report(text, end) and not plan:
        return PAST
    if plan and _KO_UNTIL_NOW.match(text, end):
        return PAST
    m = _KO.search(text, end, min(sentence[1], end + _WINDOW))
    if m is None or m["open"] or (plan and m["report"]):
        return UNKNOWN
    return FUTURE if m["future"] else PAST


def _english(text: str, start: int, end: int, sentence: tuple[int, int], plan: bool) -> int:
    before = list(_EN.finditer(text, max(sentence[0], start - _WINDOW), start))
    m = before[-1] if before else _EN.search(text, end, min(sentence[1], end + _WINDOW))
    if m is None:
        return UNKNOWN
    if plan and any(verb["future"] for verb in before):
        return FUTURE  # `will have the ordinance passed by`
    if before and not m["future"] and m[0].lower() in ("announced", "said"):
        return UNKNOWN if plan else PAST
    if before and m["past"] and len(before) > 1 and before[-2]["future"] and m.start() - before[-2].end() < 12:
        return FUTURE  # `will be held on`: the participle follows its auxiliary
    return FUTURE if m["future"] else PAST
