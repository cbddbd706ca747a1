"""Which paper an article is from and what its headline is, as the top and the bottom of a page say."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from pipeline.grammar.regex import regex

_MARK = r"(?:저작권자|Copyrights?(?:\sholder|\sby)?|COPYRIGHTS?|©|ⓒ|Ⓒ|\([cC]\)|&copy;)"
_RIGHTS = regex(
    r"무단|재배포|전재|All rights|rights reserved|Unauthori[sz]ed|prohibited|Do not|reproduc|redistribut|저작권",
    re.IGNORECASE,
)
_COPYRIGHT = regex(
    rf"""
    (?: ^\W{{0,6}} | (?P<inner> [\[<(·|•]\s? ) ) {_MARK} (?: \s? (?:{_MARK}|by) ){{0,3}} [\s:：.]{{0,4}}
    (?: (?:19|20)\d\d (?:\s?[-–~]\s?(?:19|20)\d\d)? [\s.,]{{0,3}} (?:by\s|{_MARK}\s?)? )?
    (?P<name> [^|\]>\[<\n]{{2,100}} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WITH_ADDRESS = regex(r"([^,.()]{2,60}?)\s?\((?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+/?\)")
# Where the paper's name ends in a copyright line.
_NAME_ENDS = regex(
    r"\s?(?:,|\.(?=\s|$)|\(|\s[-–—|/]\s|\s&\s\S+\.\w|무단|전재|재배포|저작권|All\s+rights|Unauthori[sz]ed|Do\snot|reproduc|redistribut|\bAI\b|(?:19|20)\d\d)",
    re.IGNORECASE,
)
_PERSON = regex(r"기자|특파원|\bReporter\b|\bPhoto|제공|본지|당사")

_OUTLET_KO = r"(?:일보|신문|뉴스|경제|타임즈|타임스|저널|투데이|방송|통신|매일|데일리|미디어|포스트|헤럴드|닷컴|뉴스핌|매거진|내일|TV)"
_OUTLET_EN = r"(?:News|Times|Daily|Herald|Post|Journal|Ilbo|Sinmun|Shinmun|Press|Today|Economy|Weekly|Newswire|Weekender|Tribune|Observer|Gazette)"

# `(서울=연합뉴스)`, `[수원·용인=뉴스핌]`
_DATELINE = regex(
    r"^\W{0,3}[(\[【][가-힣A-Za-z]{2,6}(?:[·,/][가-힣]{2,6}){0,3}\s?=\s?(?P<name>[^\s=()\[\]【】,·/]{2,15})"
)
# `SEOUL, June 3 (Yonhap) --`
_WIRE = regex(
    r"^[A-Z][A-Za-z'-]+(?:,?\s[A-Za-z.'-]+){0,5}(?:,?\s\d{1,2}(?:,\s\d{4})?)?\s\((?P<name>[A-Z][A-Za-z ]{2,30})\)\s?(?:--|—|–|-)"
)
# `[금요저널] 연수구는`, `[아시아경제 박종일 기자]`
_BRACKET_KO = regex(rf"^\W{{0,2}}[\[【](?P<name>[가-힣A-Za-z0-9]{{1,10}}?{_OUTLET_KO})(?=[\]】\s/|])")
# `한국시사경제 오영주 기자 |`, `영동내일 마효린 기자 hrma@…`, `주현태 한국금융신문 기자`, `소백타임즈 | 주예담 기자`
_BESIDE_NAME = regex(
    rf"(?:^|[|/ㅣ\]]\s?)\W{{0,3}}(?:[가-힣]{{2,4}}\s)?(?P<name>[가-힣A-Za-z]{{1,10}}{_OUTLET_KO})\s?[|/ㅣ]?\s?(?:[가-힣]{{2,4}}\s?)?기자(?=\W|$)"
)
# `[동남권리포트 진수민 기자]`: before a name in brackets a word of four syllables is no region but a paper.
_BRACKETED_NAME = regex(
    r"^\W{0,2}[\[【(](?P<name>[가-힣A-Za-z0-9]{4,12})\s(?:[가-힣]{2,10}\s)?[가-힣]{2,4}\s?기자\s?[\]】)]"
)
_BRACKET_EN = regex(r"^\W{0,2}\[(?P<name>[A-Z][^\[\]\n]{1,60}?)\s+Reporters?:?\s+[A-Z][^\[\]\n]{2,60}\]")
_PIPED_EN = regex(r"^\W{0,2}(?P<name>[A-Z][A-Za-z' ]{2,40}?)\s?[|/]\s?(?:Staff\s)?Reporter\s+[A-Z]")
_BY_OUTLET = regex(
    rf"^\W{{0,3}}By\s[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){{1,2}},\s(?P<name>(?:[A-Z][\w'&-]+\s){{0,4}}{_OUTLET_EN})\W{{0,3}}\Z"
)
_DESK = regex(
    r"(?:\s[A-Z]\w+)?(?:\s(?:Reporting|Regional|News))?\s(?:Headquarters|Bureau|Desk|Office|Department|Team)$|\s(?:Staff|Intern|Senior)\Z"
)
# An interview names its own paper: `Chungcheong News met with the mayor`, `주간함양은 군수를 인터뷰했다`.
_INTERVIEWER_EN = regex(
    rf"(?:^|[<.“\"]\s?|\s)(?P<name>(?:The\s)?(?:[A-Z][A-Za-z]+\s){{1,3}}{_OUTLET_EN})\s?>?\s(?:met\swith|interviewed|sat\sdown\swith|spoke\s(?:with|to)|talked\s(?:with|to))\s"
)
_INTERVIEWER_KO = regex(
    rf"(?:^|[<\s])(?P<name>[가-힣]{{1,8}}{_OUTLET_KO}|주간[가-힣]{{2,6}})>?(?:은|는|이|가)\s[^.\n]{{2,80}}(?:인터뷰|만나|만났)"
)

# Site chrome that stands above a headline; whole lines, folded to lower case.
_CHROME = frozenset(
    """본문 바로가기|본문바로가기|주메뉴 바로가기|메뉴 바로가기|바로가기|bar_progress|text size|close|닫기|검색|메뉴|전체메뉴|전체 메뉴|로그인|회원가입|홈|home|menu
    |search|기사 읽어주기|다시듣기|폰트 확대|폰트 축소|글자크기|글자 크기|프린트|프린트하기|인쇄|공유|공유하기|스크랩|댓글|sns 기사보내기|기사공유하기|go to main content|skip to content
    |skip to main content|main menu|share|print|facebook|twitter|kakao|naver|band|rss|뉴스|지역|news|local|national|사회|정치|경제|문화|advertisement|광고|link copied|top|기사검색
    |이 기사를 공유합니다|가|더보기|이전|다음|목록|list|font size settings|font size|dictionary|print dictionary print|en|ko|kor|eng|한국어|english|속보|최신뉴스""".replace(
        "\n", ""
    )
    .replace("    |", "|")
    .split("|")
)
_CRUMBS = regex(
    r"^\W{0,3}(?:Home|HOME|홈|메인)\s?[>›»|]|^[^>]{1,20}\s?[>›»]\s?[^>]{1,20}[>›»]|^Text\s?size|^글자\s?크기",
    re.IGNORECASE,
)
# A menu: four and more short words with wide gaps or bars between them.
_NAVIGATION = regex(r"[^\s|·]{1,12}(?:(?:\s{2,8}|\s?[|·]\s?)[^\s|·]{1,12}){3,40}")
_CAPTION = regex(r"^\W{0,3}[▲△▼◀▶]|사진\s?[=:]|/\s?Photo by|^Photos?\s?[/:]|Provided by\b", re.IGNORECASE)
_PROSE_START = regex(
    r"^\s*[(\[【][^()\[\]【】]{0,60}(?:=|Reporter|기자)[^()\[\]【】]{0,60}[)\]】]\s?\S|^[A-Z]{3,}[A-Za-z, .'-]{0,40}(?:\(|--|—)"
)
_SENTENCE_END = regex(r"(?<![.…])[.。]['\"’”)\]]{0,3}\Z")
_LONGEST_TITLE, _SHORT_SENTENCE = 200, 100
_TITLE_WITHIN = 12


def publisher_of(lines: Sequence[str]) -> str:
    """The paper: its copyright line before its byline, that before an interviewer's name. Empty: not said."""
    for readers, order in (((_copyright,), lines[::-1]), (_BYLINES, lines), (_LAST, lines)):
        for line in order:
            for read in readers:
                if name := read(line):
                    return name
    return ""


def headline(lines: Sequence[str], skip: Collection[int], publisher: str) -> str:
    """The first line that reads like a headline; empty where the text begins in the middle of its prose."""
    for index, line in enumerate(lines[:_TITLE_WITHIN]):
        title = re.sub(r"^[#*\s]{1,8}|[*\s]{1,8}\Z", "", line)
        if index in skip and _PROSE_START.match(line):
            return ""
        if (
            index in skip
            or title.casefold() in _CHROME
            or title == publisher
            or len(re.findall(r"[^\W\d_]", title)) < 2
        ):
            continue
        if _CRUMBS.match(title) or _CAPTION.search(title) or _NAVIGATION.fullmatch(title):
            continue
        prose = _PROSE_START.match(title) or (_SENTENCE_END.search(title) and len(title) > _SHORT_SENTENCE)
        return "" if prose or len(title) > _LONGEST_TITLE else title
    return ""


def _copyright(line: str) -> str:
    piece = line[-300:]
    for found in _COPYRIGHT.finditer(piece):
        short = len(found["name"].strip()) <= 40 and found.end() >= len(piece.rstrip()) - 2
        if not _RIGHTS.search(piece, found.start()) and not short:
            continue
        address = _WITH_ADDRESS.search(found["name"])
        name = address[1] if address else found["name"][: _ends(found["name"])]
        name = re.sub(r"^(?:by|the copyright of)\s|^[\s:,.]+", "", name, flags=re.IGNORECASE).strip(" .,:;-–—'\"“”")
        if 2 <= len(name) <= 60 and not _PERSON.search(name) and re.search(r"[^\W\d_]{2}", name):
            return name
    return ""


def _ends(name: str) -> int:
    end = _NAME_ENDS.search(name)
    return end.start() if end else len(name)


def _matching(pattern: re.Pattern[str], where: slice) -> Callable[[str], str]:
    """A reader of the paper's name in a part of a line; a desk after the paper's name is left out."""

    def read(line: str) -> str:
        found = pattern.search(line[where])
        return _DESK.sub("", found["name"].strip()).strip() if found else ""

    return read


_START = slice(0, 160)
_BYLINES = tuple(
    _matching(pattern, _START)
    for pattern in (_DATELINE, _WIRE, _BRACKET_KO, _BRACKETED_NAME, _BESIDE_NAME, _BY_OUTLET, _PIPED_EN)
)
_LAST = (
    _matching(_BRACKET_EN, _START),
    _matching(_INTERVIEWER_EN, slice(0, 2000)),
    _matching(_INTERVIEWER_KO, slice(0, 400)),
)
