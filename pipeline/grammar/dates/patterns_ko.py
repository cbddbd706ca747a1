"""Korean date words and patterns: the data that dates_ko reads with.

A point is read from its coarsest word to its finest (`지난해 12월 3일(금)`), each by a pattern of its own; the triggers
say where one may begin.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.grammar.regex import regex

YEAR_WORDS = {
    "올해": 0, "올": 0, "금년": 0, "금년도": 0, "이번해": 0, "당해연도": 0,
    "지난해": -1, "지난 한해": -1, "지난한해": -1, "작년": -1, "작년도": -1, "전년": -1, "전년도": -1, "재작년": -2, "지지난해": -2, "재재작년": -3,
    "내년": 1, "내년도": 1, "명년": 1, "다음해": 1, "이듬해": 1, "내후년": 2, "후년": 2,
}  # fmt: skip
# Years that count from the one named before them in the sentence: `2019년 12억원이던 예산이 이듬해 …`, `전년 대비`.
FROM_NAMED = frozenset({"전년", "전년도", "다음해", "이듬해"})
MONTH_WORDS = {
    "이달": 0, "이번달": 0, "금월": 0, "지난달": -1, "저번달": -1, "전월": -1, "지지난달": -2,
    "다음달": 1, "내달": 1, "익월": 1, "다다음달": 2,
}  # fmt: skip
WEEK_WORDS = {"이번": 0, "금": 0, "내": 1, "지난": -1, "저번": -1, "지지난": -2, "다음": 1, "다다음": 2, "차": 1}
DAY_WORDS = {
    "오늘": 0, "금일": 0, "어제": -1, "어저께": -1, "작일": -1, "그제": -2, "그저께": -2, "엊그제": -2, "그끄저께": -3, "내일": 1, "명일": 1,
    "모레": 2, "내일모레": 2, "글피": 3, "전날": -1, "전일": -1,
}  # fmt: skip
SAME_DAY = {"이날": 0, "같은날": 0, "다음날": 1, "이튿날": 1}
DIRECTIONS = {"지난": -1, "저번": -1, "오는": 1, "다가오는": 1, "돌아오는": 1, "다음": 1}
WEEKDAYS = "월화수목금토일"
SEASONS = {"봄": 1, "여름": 2, "가을": 3, "겨울": 4}
PARTS = {
    "초": "early", "초순": "early", "상순": "early", "초반": "early", "중": "mid", "중순": "mid", "중반": "mid",
    "말": "late", "하순": "late", "후반": "late", "말일": "last_day", "마지막날": "last_day", "첫날": "first_day",
}  # fmt: skip
ORDINALS = {"첫": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "넷": 4, "네": 4, "다섯": 5, "마지막": -1}
COUNTS = {
    "한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10,
    "일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9, "십": 10,
}  # fmt: skip
DAY_COUNTS = {
    "하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9, "열흘": 10,
    "보름": 15, "일주일": 7,
}  # fmt: skip
UNITS = {"년": "year", "해": "year", "개월": "month", "달": "month", "주일": "week", "주": "week", "일": "day"}
HOLIDAYS = {
    "추석": "chuseok", "한가위": "chuseok", "설날": "seollal", "설": "seollal", "부처님오신날": "buddha",
    "석가탄신일": "buddha", "신정": "new_year", "삼일절": "independence", "3·1절": "independence", "3.1절": "independence",
    "근로자의날": "labour", "어린이날": "children", "어버이날": "parents", "스승의날": "teachers", "현충일": "memorial",
    "제헌절": "constitution", "광복절": "liberation", "노인의날": "seniors", "개천절": "foundation", "한글날": "hangul",
    "크리스마스이브": "christmas_eve", "크리스마스": "christmas", "성탄절": "christmas",
}  # fmt: skip


def _any(words: Mapping[str, int | str]) -> str:
    """An alternation of words, longest first, in which a space may stand before 달, 날, 해."""
    longest = sorted(words, key=len, reverse=True)
    return "|".join(re.sub(r"(?<=.)(?=달$|날$|해$|모레$|이브$)", r"\\s?", re.escape(word)) for word in longest)


# Particles and words that may cling to `3일`; anything else makes another word of it (`3일간`, `5일장`, `1일교사`).
_CLINGS = (
    r"(?![가-힣])|(?=에(?!\s?한\s?번)|부터|까지|을|은|이(?!상|하|내)|의|과|와|로|께|쯤|경|밤|새벽|아침|저녁|낮|오전|오후|인|도(?!로)|엔|하고|"
    r"나|보다|입니다|임|생|기준|였|자|현재|개최|개막|열린|날)"
)
# What after `3일` says that days are counted.
_COUNTED = r"(?!\s?(?:간(?![가-힣])|간의|째|차(?:(?![가-힣])|(?=(?:인|를|은|의|에)\s)(?!에\s치))|만에|만(?![가-힣])|동안|이상|이하|이내|미만|정도|가량|연속|내내|분량|안에|씩|마다|코스|치(?![가-힣])|짜리)|여)"
# What after a bare `1일` says that it means one day.
ONE_DAY = regex(
    r"""
    \s?(?: 평균|최대|최소|명예|체험|생활권|이용|방문|강사|교사|교실|[가-힣]{0,5}(?:구청장|시장|군수|동장|의원|위원|관장|청장)(?![은는이가])|특강|카페
      |찻집|\d{1,6}\s?[회명건톤시만차잔개]|기준|섭취|처리|생산|수출|교통량|관광|여행|투어|클래스|나들이|권|당|확진|발생|운행|유동|총|약\s )
    """,
    re.VERBOSE,
)
_DASH = r"\s?(?:[~∼〜～–―-])\s?"
_PAIR = r"(?:\s?[~∼〜～–―∙·-]\s?)"

MOD = regex(r"(지난|저번|오는|다가오는|돌아오는)\s?(?=[0-9’‘']|[월화수목금토일]요일)")
YEAR = regex(
    rf"""
    (?: (?P<year0>(?:1\d|20)\d\d) \s?년?도? {_PAIR} )?
    (?: (?<!\d)(?<!\d[.,]) (?P<year>[1-9]\d\d\d|[2-9]\d\d(?!\s?년\s?(?:전(?![가-힣])|역사|전통|된|넘|세월|가까))) \s? (?P<school>학년도|년\s?학년도)?
        (?: (?<=학년도) | 회계\s?연도 | 년도? (?P<decade>대)? (?!\s?(?:간|째|동안|만에|생(?![가-힣])|근)) )
      | [’‘'] (?P<short>\d\d) (?: \s?년도? (?!대) | (?=\.\s?\d) )
      | (?<![\d.,]) (?P<bare>\d\d) \s?년 (?: 도(?!\s?(?:안|전|채|넘)) (?P<decade2>)? | 대(?!생) | (?=\s?\d{{1,2}}\s?월\s?(?!\s|형|을|이|간)) )
    )
    (?:\s?회계\s?연도)?
    """,
    re.VERBOSE,
)
# `2024~27년`: the century is said once.
YEARS_SHORT = regex(r"(?P<year0>(?:19|20)\d\d)\s?년?\s?[~∼〜～–-]\s?[’']?(?P<year>\d\d)\s?년(?!\s?\d|\s?째)")
# A month or a day begins here, no year.
NO_YEAR = regex(r"\d{1,2}\s?[월일]")
YEAR_WORD = regex(
    rf"""
    (?P<word>{_any(YEAR_WORDS)}) (?: (?<!올) | (?=\s?(?:상반기|하반기|[1-4]\s?/?4?분기|[봄여가겨]|연말|연초|초|중반|말|한\s?해|들어|\d{{1,2}}월)) )
    (?P<school>\s?학년도)? (?:도|\s?회계\s?연도|\s?한\s?해)? (?!들이|지다)
    """,
    re.VERBOSE,
)
PART_OF_YEAR = regex(
    rf"""
    \s?의?\s? (?: (?P<half>상|하)반기
      | (?: (?P<quarter0>[1-4]){_PAIR} )? (?P<quarter>[1-4]) \s? (?:/\s?4\s?|사)? 분기 (?!점)
      | (?P<season>봄|여름|가을|겨울) 철? (?=[에의은는이과와을도엔부까]|방학|휴가|[^가-힣]|$)
      | (?P<edge>첫날|마지막\s?날) | 연?(?P<part>말|초반|초|중반|후반) (?=[^가-힣]|$|까지|부터|에|쯤|께|경|의|이면|이후|보다)
    )
    """,
    re.VERBOSE,
)
MONTH = regex(
    rf"""
    \s?의?\s? (?: (?: (?P<month0>1[0-2]|0?[1-9]) \s?월? {_PAIR} )? (?P<month>1[0-2]|0?[1-9]) \s? 월
        (?!\s?(?:평균|요일|\d+\s?회|호|령|형|드)) (?![가-힣](?<![에의은는을이과와도로부까말초중하상께쯤경엔한나간경호첫둘셋넷한달분자마]))
      | (?P<word>{_any(MONTH_WORDS)}) (?!리|라|러|콤) )
    """,
    re.VERBOSE,
)
DAY = regex(
    rf"""
    [\s의-]{{0,2}} (?: (?P<day0>3[01]|[12]\d|0?[1-9]) \s?일? {_PAIR} )? (?P<day>3[01]|[12]\d|0?[1-9]) \s? 일
    {_COUNTED} (?:(?P<effective>자(?![가-힣])|자로)|부)? (?:{_CLINGS}|(?<=자로))
    """,
    re.VERBOSE,
)
# `3·10·17일`, `8, 9일`: days of one month.
LISTED = regex(r"[\s의-]{0,2}(?P<day>\d{1,2})(?:\s?일?\s?[·∙ㆍ,]\s?\d{1,2}){1,6}\s?일(?!간|째|차|장)")
JOINTS = frozenset("·∙ㆍ,")
LIST_BEFORE = regex(r"\d{1,2}일?(?:\s?[·∙ㆍ,]\s?\d{1,2}일?){0,2}\s?[·∙ㆍ,]\s?\Z")
NUMBER = regex(r"\d{1,2}")
JOINT = regex(r"(?:과|와|,|\s?및)\s")
THAT_IS = regex(r"인\s(?=\d)")
WEEKDAY = regex(r"\s?[(（]\s?([월화수목금토일])(?:요일)?[^)）\n]{0,6}[)）]|,?\s?([월화수목금토일])요일")
PART = regex(
    r"""\s?의?\s?(?:(초순|상순|초반|중순|중반|하순|후반|말일|마지막\s?날|첫날)|(초|말)(?=[^가-힣]|$|까지|부터|에|쯤|께|경|의|이면|이후))""",
    re.VERBOSE,
)
NTH = regex(
    r"""
    \s?의?\s? (?P<nth>첫|둘|두|셋|세|넷|네|다섯|마지막|[1-5](?=\s?번?\s?째)) \s?(?:번\s?)?째?
    (?: (?P<week>\s?주) (?![가-힣](?<![에의은는])) (?:의?\s?(?P<day>[월화수목금토일])요일)? | \s?(?P<only>[월화수목금토일])요일 )
    """,
    re.VERBOSE,
)
# `2021. 5. 31.(월)`, `2021/05/31`, `21.5.31`, `'21. 5월`, `2024. 9월`, `5.31.(월)`, `10/2`
NUMERIC = regex(
    r"""
    (?<![\d.,/-]) (?: (?P<year>(?:19|20)\d\d) | [’‘']?(?P<short>[0-4]\d|[89]\d) ) (?P<dash>\s?[./-]\s?) (?P<month>1[0-2]|0?[1-9])
    (?: (?P=dash) (?P<day>3[01]|[12]\d|0?[1-9]) (?!\d|[.-]\d) \.?일? | \s?월 | (?(year)\.?(?=\s?[~∼)])|(?!)) )
    """,
    re.VERBOSE,
)
NUMERIC_NEXT = regex(r"[’‘']?\d{1,4}\s?[./-]")
# The other end of `2021.6~2022.12`.
NUMERIC_MONTH = regex(r"(?P<year>(?:19|20)\d\d)\s?[./-]\s?(?P<month>1[0-2]|0?[1-9])(?![\d.])")
NUMERIC_DAY = regex(
    r"""
    (?<![\d.,/:-]) (?P<month>1[0-2]|0?[1-9]) \s?[./]\s? (?P<day>3[01]|[12]\d|0?[1-9]) (?!\d|[./-]\d) \.?
    (?= \s?[(（]\s?[월화수목금토일]\s?[)）요,·] | \s?(?:부터|까지) | \s?[~∼–-]\s?(?:1[0-2]|0?[1-9])\.\s?(?:3[01]|[12]\d|0?[1-9])\.?\s?(?:[(（]|까지|에|$) | (?<=/\d\d)에 | (?<=[12]\d/\d)에 )
    """,
    re.VERBOSE,
)
# After the year of the first end: `2021. 6. 14.(월) ~ 6. 25.(금)`.
NUMERIC_REST = regex(
    r"(?:(?P<month>1[0-2]|0?[1-9])\s?[./]\s?)?(?P<day>3[01]|[12]\d|0?[1-9])(?!\d|[./]\d|\s?[개명년월시])\.?일?"
)
WEEK = regex(
    r"""
    (지난|저번|지지난|이번|다음|다다음|금(?=주)|차(?=주)|내(?=주)) \s? 주
    (?: \s?(말) (?=[^가-힣]|$|에|인|의|까지|부터|동안|과|와|은|이) | \s?(초|중반|후반) (?=[^가-힣]|$|에|까지|부터|께|쯤)
      | \s?([월화수목금토일])요일 | (?![가-힣]) | (?=에|부터|까지|의(?!회)|는|도|엔|중(?!하)|께|간|보다|가(?!조)|와|를|내로) )
    """,
    re.VERBOSE,
)
SEASON = regex(r"(지난|이번|오는|다가오는)\s?(봄|여름|가을|겨울)철?(?=[에의은는이과와을도엔부까]|방학|휴가|[^가-힣]|$)")
QUARTER_WORD = regex(r"(지난|이번|다음)\s?분기(?!점)")
WEEKEND = regex(r"(지난|이번|다음|다다음)\s?주?\s?주말")
BARE_WEEKDAY = regex(r"([월화수목금토일])요일(?!마다|별|제|\s?[·,~∼]\s?[월화수목금토일])")
DAY_WORD = regex(
    rf"(?P<day>{_any(DAY_WORDS)})(?!날|의집|배움|채움|센터|키움|저축|희망|로의|꿈|(?<=내일)[을의]|야|서|품|부터내)|(?P<same>이날|같은\s?날|다음\s?날|이튿날)(?!씨)"
)
TURN_OF_YEAR = regex(r"연(?:(?P<part>말|초)(?=[^가-힣]|$|까지|부터|에|쯤|께|이면)|내(?=[^가-힣]|$|까지|에|로))")
BACK = regex(
    rf"""
    (?: (?P<n>\d{{1,3}}|{"|".join(c for c in COUNTS if c not in "일이삼사오육칠팔구십")})\s?(?P<unit>개월|달|주일?|일|년|해) | (?P<days>{"|".join(DAY_COUNTS)}) )
    \s? (?P<way>전|후|뒤) (?: (?![가-힣]) | (?=에|부터|의|까지|만\s|보다|과|인|이|쯤|께|로|에는|면|가) )
    (?: \s?(?P<weekday>[월화수목금토일])요일 )?
    """,
    re.VERBOSE,
)
# `1년 전보다`, `10년 전에 비해`: a comparison, not a point on the calendar.
COMPARED = regex(
    r"보다|(?:에|과|와|에\s?[는도])?\s(?:비[하해교]|비교|견[주줘]|대비|달리|비슷|같은)|이나\s지금|과\s(?:다|달)"
)
LONGEST_MEMORY = 50  # years; what is counted in more is an age
HOLIDAY_MOD = regex(r"(지난|오는|다가오는|이번|올)\s(?!\d)")
WEEKDAY_MOD = regex(r"(지난|이번|오는|다가오는|다음|돌아오는)\s(?=[월화수목금토일]요일)")
# `설` is a surname, a given name and a rumour, `신정` a place: as feasts they stand with words of feasts.
_SEOL = (
    r"설(?=\s?(?:연휴|명절|당일|대목|차례|선물|성수품|맞이|특별|상여|떡값|귀성|전[에후까]|이[전후]|앞두)|[을를]\s(?:맞|앞|쇠|지내|전후)"
    r"|에(?:는|도)?\s(?!따르|의하|대[한해]|휩|휘|불)|까지|부터|이\s(?:다가|코앞|지나)|과\s추석|[·,]\s?추석)"
)
_SINJEONG = r"신정(?=\s?(?:연휴|당일)|을\s(?:맞|쇠|앞)|에(?:는|도)?\s)"
NAME_BEFORE = regex(r"(?:^|[^가-힣])(?!올|새|이|그|첫)[가-힣]\s\Z")
HOLIDAY = regex(
    rf"(?P<name>{_any({name: 0 for name in HOLIDAYS if name not in ('설', '신정')})}|{_SEOL}|{_SINJEONG})(?:(?![가-힣])|(?=에|까지|부터|의|을\s?(?:맞|앞)|를\s?(?:맞|앞)|인|은|과|와|\s?연휴|\s?당일|이브))(?:\s?연휴)?"
)
HANGUL_DATE = regex(
    r"""
    (?: (?P<year>[일이삼구천][일이삼사오육칠팔구천백십영공]{1,8})\s?년 \s?)?
    (?: (?P<month>십[일이]?|시|유|[일이삼사오육칠팔구])월 (?: \s?(?P<day>(?:이|삼)?십[일이삼사오육칠팔구]?|[일이삼사오육칠팔구])일(?=[^가-힣]|$|에|부터|까지|은|이|의|로|날) )? )?
    """,
    re.VERBOSE,
)

TIME = regex(r"(?:\s?(?:오전|오후|낮|밤|새벽|아침|저녁|정오|자정))?(?:\s?\d{1,2}(?::\d\d|시(?:\s?\d{1,2}분|\s?반)?))?")
# Whether anything after a point may go on with it.
TAIL = regex(
    r"\s?(?:[부까에이사안내전~∼〜～–―,-]|[과와및]\s|오[전후]|낮|밤|새벽|아침|저녁|정오|자정|\d{1,2}[:시]|\s?[가-힣]{2,6}(?:\s[가-힣]{2,6})?\s(?:때|전)까지)"
)
RANGE = regex(r"\s?(?:부터|에서)\s?(?:오는\s)?|\s?[~∼〜～–―-]\s?")
BETWEEN = regex(r"(?:과|와)\s")
COUNTED = regex(
    r"부터\s(?:약\s|총\s)?(?:(\d{1,3}|한|두|세|네)\s?(일|주일?|개월|달|년)|(이틀|사흘|나흘|닷새|열흘|보름|일주일))\s?(?:간|동안)"
)
# `까지` after a time of day, `보궐선거 때까지`; `안에` after what is longer than a day (else `3일 안에` counts).
DEADLINE = regex(
    rf"""
    (?:{TIME.pattern})? \s? (?:전\s?)? (?:까지|이전) (?!만)
    | (?:\s[가-힣]{{2,6}}){{1,2}}\s(?:때|전)까지
    | \s?(?:안에|안으로|이내에?|내에?(?=[^가-힣]|$|로))
    """,
    re.VERBOSE,
)
WITHIN = regex(r"(?:안에|안으로|내에?)\Z")
# What stands before or after its day, past or coming.
RELATED = ("이전", "이후", "이래")
SINCE = regex(r"(?:\s?(?:오전|오후|낮|밤|새벽|아침|저녁))?\s?(?:부터|이후|이래)")
UNTIL = regex(r"\s?까지|\s?사이")
# What before a number says that it is counted, recurs, or belongs to another thing.
NOT_BEFORE = regex(
    r"(?:매월|매달|매주|매년|매해|격월|(?<![가-힣])(?:주|연|총)|(?<![가-힣\d])월|최대|최소|최장|최단|\d박|개월|개월\s|[^오]제|제\s?|만\s|(?<![가-힣])각\s?|각각|하루|한\s달에|\d년|\d년\s|첫째|둘째)\s?\Z"
)
# The last characters of those words: most dates need no closer look.
NOT_BEFORE_LAST = frozenset("월달주년해연총대소장단박제만각루에째")
NOT_BEFORE_WEEK = regex(r"(?:매월|매달|매주|매년|격주|[월화수목금토일][·,~∼]|주\s?\d회)\s?\Z")
# `출범 1년 후` counts from the noun before it, not from the article's day.
NOUN_BEFORE = regex(r"[가-힣]\s?$(?<![은는이가을를에로의도만약며고 ]\s)(?<![은는이가을를에로의도만약며고])")
