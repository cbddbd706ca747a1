"""Where a Korean date may begin: the triggers of dates_ko. See starts_en on why there are two and why they look ahead."""

from __future__ import annotations

import re

from pipeline.grammar.dates.expressions import by_first_letter
from pipeline.grammar.dates.patterns_ko import COUNTS, DAY_COUNTS, WEEKDAYS
from pipeline.grammar.regex import regex

DIGIT_START = regex(
    r"""
    [0-9]{1,4} (?= \s?(?: [월일년] | (?:개월|주일?|달)\s?[전후뒤] | 해\s?[전후뒤] | 사?분기 | /4\s?분기 | 학년도 | 회계 | [·.]1절
      | [~∼〜～∙·ㆍ–,-]\s?[’']?\d{1,4} (?:\s?[·∙ㆍ,]\s?\d{1,2}){0,5} \s?(?:[월일년] | /?4?\s?분기 | 학년) ) )
    """,
    re.VERBOSE,
)
NUMERIC_START = regex(r"(?<![\d.,/:-])[0-9]{1,4}(?=\s?[./-]\s?\d)")
_UNIT_NEXT = r"(?=\s?(?:[0-9‘’'주달해분겨여봄가월화수목금토일]))"
_WORDS = r"[일이삼사오육칠팔구시십]{0,2}월\s?[일이삼사오육칠팔구십]{1,4}일"
WORD_START = regex(
    by_first_letter(
        [word + _UNIT_NEXT for word in ("지난", "지지난", "저번", "오는", "다가오는", "돌아오는", "이번", "금")]
        + [
            "다음(?=\\s?[주달해날분월화수목금토일])",
            "다다음(?=\\s?[주달])",
            "올(?=해|\\s?[상하연초중한봄여가겨들1-4])",
            "이(?=\\s?달|날|튿날)",
        ]
        + [
            "오늘",
            "어제",
            "어저께",
            "작일",
            "재재작년",
            "이듬해",
            "그제",
            "그저께",
            "그끄저께",
            "엊그제",
            "내일",
            "모레",
            "글피",
            "같은(?=\\s?날)",
            "명일",
            "전(?=[날일월년]|반기)",
        ]
        + [
            "내(?=주[\\s초중말에부까])",
            "지난(?=\\s?한\\s?해)",
            "금년",
            "금일",
            "금월",
            "당해연",
            "작년",
            "재작년",
            "내년",
            "내후년",
            "내달",
            "명년",
            "후년",
            "익월",
        ]
        + [
            "상반기",
            "하반기",
            "연(?=[말초내])",
            "후반기",
            "첫(?=\\s?해)",
            "마지막(?=\\s?(?:해|1년))",
            *(f"{c}(?=째\\s?해|\\s번째\\s해)" for c in "둘셋두세"),
            "민선(?=\\s?[제0-9일이삼사오육칠팔구])",
            "’(?=\\d\\d)",
            "‘(?=\\d\\d)",
            "'(?=\\d\\d)",
        ]
        + [f"{c}요일" for c in WEEKDAYS]
        + [
            "추석",
            "한가위",
            "설(?=날|\\s|연휴|명절|[을에이까부과·,])",
            "부처님",
            "석가탄",
            "신정",
            "삼일절",
            "근로자의",
            "어린이날",
            "어버이날",
            "스승의",
            "현충일",
        ]
        + ["제헌절", "광복절", "노인의", "개천절", "한글날", "크리스마스", "성탄절"]
        + [rf"{word}(?=\s?[전후뒤])" for word in DAY_COUNTS]
        + [rf"{c}(?=\s?(?:달|주일?|개월|년|해)\s?[전후뒤])" for c in COUNTS if len(c) > 1 or c in "한두세석네넉열"]
        + [rf"{c}(?:(?={_WORDS})|(?=[일이삼사오육칠팔구천백십]{{1,8}}년))" for c in "일이삼사오육칠팔구시십유천"]
    )
)
