"""What the words around a sum say it is for: whether it can pay for an undertaking, and whether it has a purpose of its own.

| words | example | says |
|---|---|---|
| printed, buying limit, base of a rate | 5천원짜리 쿠폰, 월 50만원까지 구매, 1억원당 | pays for nothing |
| effect, visitors' spending | 직접효과 549억원, 방문객이 220억원을 쓴 것으로 | pays for nothing |
| a town's budget | 추경안은 443억원, 8946억원이던 예산 | pays for the town |
| a group | ‘달빛 산책’ 등 7개 사업에 2억원 | pays for several |
| a label of its own | 환경 조사 예산 7억원, the amount of damage is | its own |
| a target of its own | 신호등 교체에 3억원, 3 billion won for repairs | its own |
| a cost | 총사업비는 86억원, the total cost is | of what is spoken of |

The lists are closed and set by hand from local-government news.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pipeline import resources
from pipeline.grammar.regex import regex

CLAUSE = regex(r"[;▲△▶▷◆◇■□○●①-⑳\n]|(?<=[며고])\s|,\s+(?:and|while|but|whereas)\s|(?<=[가-힣]),\s")
# Where one part of a headline ends.
_ASIDE = regex(r"…|[.]{2,}")
# Characters around a sum that are looked at.
_BEFORE, _LEAD = 60, 200

_NO_COST_AFTER = regex(
    r"\s?(?:짜리|권(?![가-힣])|당\s|이상이면\s|(?:하|이)던\s|에\s내놓|(?:이상|넘게)\s(?:사|쓰|구매|결제)(?:면|하면)|(?:임대료|임차료|이용료|관람료|입장료|참가비|요금|회비)(?:로|에|만)\s|(?:을|를)\s(?:거둬들|추징|징수)|(?:,\s?(?:연간|연|월|1인당)?\s?\d[\d,만천억]*원)?(?:이|가)?\s?한도(?:다|이|로)"
    r"|(?:까지만?|이하로?|한도로|한도\s?내)\s?(?:만\s)?(?:할인\s)?(?:구매|구입|충전|살\s|산다|사고|판다|팔\s)"
    r"|(?:을|를)\s(?:물어\s?[주준줬내낸냈]|배상)|(?:(?:이|을)\s넘는|가량의?|정도의|의)?\s(?:재산\s)?(?:피해|손실|손해)[가를이을]\s|(?:어치)?(?:을|를)?\s(?:다\s)?(?:팔면|팔아도|사면|쓰면|결제하면|구매하면|충전하면)|이던\s(?:구매|구입|보유)\s?한도|(?:을|를|의\s(?:임차료|임대료|사용료|이용료|참가비|수강료|입장료|관람료|요금)(?:를|을)?)?(?:만)?\s(?:내면|내야|내고\s(?:이용|입장|참여|빌|타|탈)))"
)
_NO_COST_BEFORE = regex(
    r"(?=[입관참수이사체임보부살구충결\dbcmprlhsvtguaey])(?:(?:입장료|관람료|참가비|수강료|이용료|사용료|체험료|임차료|임대료|보증금|부담금)(?:는|은|가|이|를|을)?\s(?:약\s|1인당\s|기본\s|1?\d시간\s){0,2}|\d시간(?:당)?\s(?:기본\s)?|\d분(?:마다|당)\s|(?:살|구매할|구입할|충전할|보유할)\s수\s있는[^.\n]{0,50}|(?:구매|구입|보유|결제|충전)\s?한도\S{0,3}\s(?:(?!액은|액이)[^.\n]){0,30}|\b(?:buy|purchase)\s(?:up\sto|at\smost)\s|\b(?:may|can)\s(?:buy|purchase|hold|charge)\s(?:KRW\s|₩)?|\b(?:monthly|purchase|buying|charging)\s(?:purchase\s)?(?:ceiling|cap|limit)\sof\s|\b(?:buy|purchase|ride|rent)\b[^.\n]{0,40}\sfor\s|\blimit\sof\suse\sis\s"
    r"|\b(?:(?:supplementary|extra|annual|yearly|main|entire|total|20\d\d)\s(?:spending\s)?budget|spending\sbill)(?:\s(?:bill|plan|proposal))?(?:\s(?:of|for)\sthe\syear)?,?\s(?:of|worth|totall?ing|amounting\sto|to)\s(?:about\s|some\s)?(?:KRW\s|₩)?"
    r"|\b(?:bills?|rent|costs|burden|prices?)\sby\s(?:about\s|around\s|some\s|up\sto\s)?(?:KRW\s|₩)?"
    r"|\b(?:visitors|tourists|guests|riders|users)\s(?:have\s|will\s)?spen[dt]\s(?:about\s)?|\brents?\s(?:[a-z]+\s){0,3}(?:for|at)\s(?:about\s)?|\bspending\s(?:of|by)\s(?:the\s)?(?:visitors|tourists|guests)\b[^.\n]{0,50}|\bhold\s(?:no\smore\sthan|up\sto|at\smost)\s|\bspend(?:ing)?\b[^.\n]{0,40}\s(?:from|to)\s(?:KRW\s?)?|\b(?:purchase|buying|holding)\slimit\b[^.]{0,40})\Z"
)
_EFFECT_BEFORE = regex(r"(?:효과|매출|판매액|수입|effect|sales)(?:[은는가]|\sof)?\s(?:약\s|about\s)?\Z")
_EFFECT_AFTER = regex(r"[^.\n]{0,80}?효과(?:를|에|가)\s")
_SPENT_AFTER = regex(r"(?:을|를|이|가)?\s(?:들|투입|투자|지원|써|쏟)")
_VISITORS_BEFORE = regex(r"(?:방문객|관광객|손님|명이|1인당|사람|다녀가|찾아)(?:[^.\n]|[.](?=\d)){0,60}\Z")
# `손님이 쓰고 간 돈은 7억원`, `1인당 지출은 4.2만원, 모두`
_SPENDING = regex(
    r"(?:(?:유치한\s투자액|투자\s?유치액|투자\s?유치\s(?:실적|규모|금액))(?:은|이)|(?:방문객|관광객|손님|이용객|입장객)(?:들?이)?\s[^.\n]{0,16}(?:쓴|쓰고\s간|뿌린|뿌리고\s간)\s(?:돈|금액)(?:은|이)"
    r"|(?:1인당|방문객|관광객)\s(?:평균\s)?(?:지출|소비)액?(?:은|이))\s(?:[^.\n]|[.](?=\d)){0,30}\Z"
)
_VISITORS_AFTER = regex(r"[^.\n]{0,24}?(?:쓴\s것|썼|(?<=[을를])\s써\s|지출)")

_TOWN_BEFORE = regex(
    r"(?:추경(?:\s?예산)?안?|추가경정예산안?|본예산|예산안|기정예산|당초예산|일반회계|특별회계|총예산|전체\s예산|[시군구도](?:의|청의?)?\s(?:내년도?|올해|새해|20\d\d년도?)\s?(?:전체\s|총\s?)?예산)(?:은|는|이|가|보다|에서|을|의)?\s(?:총|모두|약)?\s?\Z"
    r"|\b(?:annual|yearly)\sbudget\sof\s(?:about\s)?\Z"
)
_TOWN_AFTER = regex(
    r"[^.\n]{0,40}?(?:추경|추가경정예산|예산안|본예산|이던\s예산)|\s?(?:(?:first|second|third|extra|main|whole|annual|supplementary)\s)*(?:budget|spending\sbill)\b"
)
_BUDGET = regex(
    r"(?:추경|추가경정)\s?(?:예산)?안?\s(?:총\s|규모|\d)|\d\S*\s?원?\s규모(?:의|로)\s[^.\n]{0,20}(?:추경|추가경정|본예산)|일반회계|특별회계|(?:본|당초|기정|최종)\s?예산(?:보다|\s?\d|\s대비|액)|총\s?예산|살림\s?규모|(?:새해|올해|내년|한\s?해|나라)\s살림(?:은|을|이)\s"
    r"|\b(?:general|special)\saccounts?\b|\bsupplementary\sbudget\sof\b|\bmain\sbudget\b"
)
_GROUP = regex(
    r"(?=[aefnst\d등비포사축과공행대시마읍])(?:(?:사업|과제|시설|마을|시·군|읍면동?)마다\s\Z|(?<=\s)등(?:에|의|을|에는)?\s(?:총\s?|모두\s|약\s?)?\Z|\betc\b|\d[\d,]*여?\s?(?:건(?:을|이)?\s(?:따내|따낸|선정|뽑)|(?:개|건|종|가지)(?:의)?\s?(?:[가-힣·]{2,4}\s)?(?:사업|과제|공모|축제|행사)|건(?:에|에서|,)?\s(?:(?:국[·‧]?도?비|사업비|총사업비|총|모두)\s){0,2}\Z)|(?:등(?:의|에|에는)?|비롯[해한]|포함[해한])(?:\s[가-힣]{2,8}){0,2}\s?\d[\d,]*여?\s?(?:개|건|곳|종)|(?:사업|축제|과제|공모|행사|대회)\s\d[\d,]*여?\s?(?:개|건|종|곳)(?:에|에는|을)?\s\Z|\band\sothers\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s(?:[a-z-]+\s){0,4}(?:projects|programs|contests)\b)"
)
# `국비 2억 원, 군비 3억 원 등 5억 원`: where one sum comes from.
_SOURCES = regex(
    r"(?:국비|도비|시비|구비|군비|지방비|교부세)(?:[와과,]|에)?\s(?:[가-힣]{2,8}\s|\d[\d,.조억천백만 ]*원\s?)?등(?:\s(?:모두|총|약))?\s\Z"
)
_COST = {
    "ko": regex(
        r"(?:사업비|공사비|예산|재원|상금|지원금|투자비|투자액|규모|총액|모금액|목표액|성금|국비|도비|시비|구비|군비|민자|출연금|보조금)"
        r"(?:은|는|이|가|을|를|도|으로|만)?\s(?:약|총|모두)?\s?\Z"
    ),
    "en": regex(r"\b(?:costs?|budget|expenses|funds|funding)\b", re.IGNORECASE),
}

_TARGET = regex(r"(?P<word>\S+?)(?:에|에는|에도|데|데는|데에|데에는|위해|위한|용으로|명목으로)")
# Targets that are a time, a place, a budget or the undertaking itself.
_NO_TARGET = regex(
    r"\S*\d\S*|원|[시군구도읍면동]|\S*[시군구도]청|.*(?:추경|예산안?|여기|이|그|앞|몫|해|올해|내년|작년|때|후|뒤|(?<!안)전|중|간|일|월|년|초|말|현재|대상|사업"
    r"|기준|동안|가운데|이번|과정|경우|덕분|안|시설|상반기|하반기|까지|전국|가구|세대|농가|업체|기업|보증재단|보증기금|은행|팀|곳|채|호|사람|가정|점포|단체|개소|부부|둘레|일대|일원|인근|부지|주변|지역|지구|구역|권역|[가-힣]항|[가-힣]리|마을|포구|해변)"
)
_COUNTED = regex(
    r"\S*\d\S*(?<![을를])|약|총|모두|각각?|최대|연|월|매년|매월|매달|연간|평균|한|끼|전체|무려|등|최근|동안|간|[가-힣]{1,3}당|올해만?"
)
# Another undertaking that the clause speaks of: `돌봄수당은 월 15만원`.
_OTHER = regex(
    r"(?P<word>[가-힣]{2,}(?:수당|연금|급여|장려금|지원금|장학금|바우처|이용권|사업|축제))(?:은|는|에는|으로|로)"
)
_LABEL = regex(r"(?P<label>.*[비금액료산원모채값])(?:은|는|이|가|을|를|도|으로[만는]?|로[만는]?|의)?")
_GENERIC_LABEL = regex(
    r"\S*\d\S*|올해|내년|작년|지난해|이번|이|그|해당|당초|초기|매달|매월|전체|나머지|가운데|이듬해|첫해|대상|우승|준우승|입상|최우수상?|우수상?|장려상?|추경|추가경정|본예산|관련|전액|순수"
    r"|(?:총|전체|관련)?(?:사업|공사|투자|보상|설계|용역|시설|지원|시상|상|보조|건립|조성|운영|발행|융자|대출|보증|출연|행사|국|도|시|구|군|국[·‧ㆍ]?도|도[·‧ㆍ]?[시군]|지방|축제|대회|설치|추진|소요)?"
    r"(?:비|금|액|금액|돈|예산|예산안|재원|규모|기금|한도|비용|자금)"
    r"|(?:긴급|특별)?(?:경영|경영안정|시설|설비|시설설비|운전|창업)자금|(?:개인\s)?(?:모금|기부|목표|상한|한도)액|목표|발행|지원|지급|투입|확보|편성|집행|장학기?금|성금|후원금|기부금|기탁금|민자|자부담|보조|교부세|교부금|특별교부세|특별교부금|특별조정교부금|구는|시는|군은|도는"
)
_PARTICLES = regex(r".*(?:면|러|려|니|은|는|이|가|을|를|에|의|로|와|과|며|고|서|도|한|된|할|던|게|인|씩)")
# `▲긴급 돌봄비 10억원`, `큰길 유지보수(6억원)`: the item that a sum stands in says what it is for.
_MARKED_ITEM = regex(r"[▲△▶▷◆◇■□○●•①-⑳]\s?(?P<item>[^▲△▶▷◆◇■□○●•①-⑳\n]*?)\s?\(?\s?\Z")
_BRACKETED_ITEM = regex(r"(?P<item>(?:[가-힣A-Za-z·]+\s){0,2}[가-힣A-Za-z·]+)\s?\((?:총사업비|사업비|국비|약|총)?\s?\Z")
_SHORTEST_ITEM = 4
# A phrase without particle right before the sum that ends in a deed or a place is its label: `제설 장비 구입 3억원`.
_DEED = regex(
    r".*(?:지원|구입|구매|매입|설치|관리|발행|보수|구축|조성|건립|보조|접종|정비|확충|개선|교체|보급|조사|용역|육성|활성화|재생|수리|청소|센터|청사|회관|도서관|체육관|공원|시설|시스템|단지)"
)
_PART = regex(
    r"(?:부지|토지|용지|건물|실시|기본|설계|공사|감리|보상|매입|조사|용역|운영|지원|설치|관리|사업|시설|인건|장비|구입|및|등)+비?"
)
_SHORTEST_DEED = 5
# Money from above for several things; and what a sum is given as: `250만원의 장학금`.
_GRANT = regex(r"특별(?:조정)?교부[세금](?:을|를|은|는|이|가)?\s(?:약|총|모두|추가로)?\s?\Z")
# `또 골목 상권 회복을 위해 3억원을`: a further thing, told with its aim.
_ANOTHER_AIM = regex(
    r"(?:\A|\n)\s*(?:또한?|아울러|이와\s(?:함께|별도로)|이\s?밖에도?|더불어)[ ,](?:(?!이를|이\s)[^.\n]){4,60}[을를]\s위[해한]\s(?:[가-힣]{1,4}\s)?\Z"
)
# `특별교부금은 …`: what is told is of the money's source; `시 장학회는 … 장학금 3억원을 줬다`: of a scholarship.
_SOURCE_SUBJECT = regex(r"\s*(?:특별(?:조정)?교부[세금]|보통교부세|재난관리기금|조정교부금)(?:은|는)\s")
_STIPEND = regex(r"장학금\s(?:약\s|총\s)?\Z")
_FOR_SCHOLARS = regex(r"장학|인재|학생|대학|교육|기금|모금|나눔|등록금")
# `50만원의 산후조리비가 지원된다`: a help by its own name.
_HELP = regex(
    r"(?:의|\s?상당의)\s(?P<word>(?!사업|공사|지원|운영|국|도|시|구|군|행사|활동)[가-힣]{2,6}[비료])(?:가|를)?\s(?:지원|지급|준|주|받)"
)
# `곧 동날 것으로 예상함에 따라`: why, not what for.
_AS_IT_IS = regex(r"\S+[함됨]에\s따라\s")
_GIVEN_AS = regex(
    r"(?:의|상당의)\s(?P<word>특별교부세|특교세|특별교부금|특별조정교부금|장학금|성금|성품|후원금|기부금|물품|과태료|임대료)"
)
# A list of what one thing pays: `보장은 △사망 1000만원 △…`.
_BENEFITS = regex(
    r"(?:보장|지급액?|지원금?|지원\s내용|지원\s금액|상금|시상금|혜택|종류별|연도별)\S{0,3}(?:은|는|로는|으로는|:)\s*\Z"
)
_FIRST_MARK = regex(r"[▲△▶▷◆◇■□○●•①-⑳]")
_TARGET_EN = regex(
    r"\s[^.;]{0,40}?\b(?:to|for|on|towards?|into)\s"
    r"(?!(?:maximum|minimum|it|this|these|them|that|be|each|every|per|an?\sperson|residents|households|famil|couples|parents|students|farmers|shops|stores|merchants|people|those|young|youths?|seniors|children|women|applicants|recipients|participants|workers|20\d\d|last|next|\d"
    r"|an?\s(?:combined|total)\b|(?:an?|the|their)\s(?:first|second|third|fourth)\s(?:child|baby|birth)|(?:an?|one|two|three|four|five|six|seven|eight|ten|the\s(?:next|first))\s(?:\w+\s)?(?:years?|months?|weeks?|days?)"
    r"|(?:the|this)\s(?:project|program|plan|work|business|first|second|third|supplementary|budget|year))\b)[a-zA-Z]"
)
# Another name in quotation marks right before the sum.
_QUOTED = regex(r"[‘'“\"](?P<name>[^‘’'“”\"\n]{2,40})[’'”\"](?:[가-힣]{1,2})?\s(?:약\s|총\s|about\s|KRW\s|₩)?\Z")
_LABEL_EN = regex(
    r"\b(?:damages?|loss(?:es)?|sales|debts?|prices?|fees?|rent|profits?|revenues?|incomes?|tax(?:es)?|bills|(?:power|gas|water|heating|electricity|spending)\sbill|fines?|deposit|interest\s(?:fell|rose|went|of|is|was))\b"
)


@lru_cache(1024)
def may_pay(text: str, start: int, end: int) -> bool:
    """Whether the sum at `[start, end)` can pay for an undertaking at all."""
    before = text[max(0, start - _BEFORE) : start]
    effect = _EFFECT_AFTER.match(text, end) and not _SPENT_AFTER.match(text, end)
    visitors = _VISITORS_AFTER.match(text, end) and _VISITORS_BEFORE.search(before)
    if effect or visitors or _EFFECT_BEFORE.search(before) or _SPENDING.search(before):
        return False
    works = "억" in text[start:end] and text.startswith("짜리", end)  # 25억원짜리 정비사업
    return (works or not _NO_COST_AFTER.match(text, end)) and not _NO_COST_BEFORE.search(before)


def of_a_town(text: str, start: int, end: int) -> bool:
    """Whether the sum at `[start, end)` is a town's budget as a whole."""
    return bool(_TOWN_BEFORE.search(text[max(0, start - 30) : start]) or _TOWN_AFTER.match(text, end))


def of_a_budget(sentence: str) -> bool:
    """Whether a sentence tells what a town has to spend as a whole."""
    return _BUDGET.search(sentence) is not None


def of_a_group(lead: str) -> bool:
    """Whether what stands before a sum counts several undertakings."""
    return _GROUP.search(_SOURCES.sub("", lead)) is not None


def is_cost(text: str, lang: str) -> bool:
    """Whether the words before a sum (Korean), or its sentence (English), call it a cost."""
    return _COST[lang].search(text) is not None


def is_generic(label: str) -> bool:
    """Whether a label says nothing of what a sum is for: `총사업비`, `2024년 예산`."""
    return all(_GENERIC_LABEL.fullmatch(word) for word in label.split())


def has_purpose(text: str, lang: str, begin: int, start: int, end: int, topic: str) -> bool:
    """Whether the sum at `[start, end)` of the sentence that begins at `begin` is said to be for something but the topic."""
    quoted = _QUOTED.search(text, max(begin, start - _BEFORE), start)
    if quoted and topic and quoted["name"] not in topic and topic not in quoted["name"]:
        return True
    if lang == "en":
        label = _LABEL_EN.search(text, max(begin, start - _BEFORE), start)
        return label is not None or _TARGET_EN.match(text, end, end + _LEAD) is not None
    lead = text[max(begin, start - _LEAD) : start]
    given = _GIVEN_AS.match(text, end)
    if (
        _ANOTHER_AIM.search(lead)
        or _SOURCE_SUBJECT.match(lead)
        or (_STIPEND.search(lead) and not _FOR_SCHOLARS.search(topic))
    ):
        return True
    if _GRANT.search(lead) or (given and given["word"] not in topic):
        return True
    if (help_ := _HELP.match(text, end)) and help_["word"] not in topic:
        return True
    return _is_item(lead, topic) or _korean_purpose(_ASIDE.split(CLAUSE.split(lead)[-1])[-1], topic)


def _is_item(lead: str, topic: str) -> bool:
    """Whether the sum behind `lead` belongs to an item of a list or to what its bracket follows, and that is not the topic."""
    found = _MARKED_ITEM.search(lead) or _BRACKETED_ITEM.search(lead)
    if found is None or _BENEFITS.search(_FIRST_MARK.split(lead, maxsplit=1)[0]):
        return False
    item = re.sub(r"(?<![가-힣])([가-힣])\s(?=[가-힣](?![가-힣]))", r"\1", found["item"])  # 사 업 비
    words = re.findall(r"[^\s:：(]+", item)
    while any(_PARTICLES.fullmatch(w) for w in words[:-1]):
        words = words[1:]
    words = [w for w in words if not _COUNTED.fullmatch(w) and not _GENERIC_LABEL.fullmatch(w)]
    own = [w for w in words if w not in topic and not _is_no_target(w)]
    return len("".join(own)) >= _SHORTEST_ITEM


def _is_no_target(word: str) -> bool:
    return _NO_TARGET.fullmatch(word) is not None or word in _places()


@cache
def _places() -> frozenset[str]:
    """The names of all areas, as written with their suffix: 3억원 in them is not 3억원 for them."""
    rows = resources.table("districts")
    return frozenset(name for row in rows for name in (row["name_ko"], *row["other_ko"].split("|")))


@cache
def _undertaking() -> re.Pattern[str]:
    """A word that ends as the names of programs do: `육성사업`, `진입도로`."""
    heads = {row["head"] for row in resources.table("program_heads") if row["lang"] == "ko"}
    return re.compile(rf".+(?:{'|'.join(sorted(map(re.escape, heads)))}|도로|공사)")


def _korean_purpose(clause: str, topic: str) -> bool:
    """By the label right before the sum, `환경 조사 예산 7억원`, or a target before it, `신호등 교체에 3억원`."""
    words = _AS_IT_IS.sub("", clause).split()
    while words and _COUNTED.fullmatch(words[-1]):
        words.pop()
    labels: list[str] = []
    phrase: list[str] = []
    for word in reversed(words):
        if _PARTICLES.fullmatch(word) and not _DEED.fullmatch(word) and not _undertaking().fullmatch(word):
            break
        phrase.append(word)
    own = [w for w in phrase if not _PART.fullmatch(w) and not _GENERIC_LABEL.fullmatch(w) and w not in topic]
    deed = phrase and (_DEED.fullmatch(phrase[0]) or _undertaking().fullmatch(phrase[0]))
    if deed and own and len("".join(phrase)) >= _SHORTEST_DEED:
        return True
    if words and (label := _LABEL.fullmatch(words[-1])):
        labels.append(label["label"])
        words.pop()
        while words and not _PARTICLES.fullmatch(words[-1]):
            labels.append(words.pop())
    targets = [match["word"] for word in words if (match := _TARGET.fullmatch(word))]
    if any((other := _OTHER.fullmatch(word)) and other["word"] not in topic for word in words):
        return True
    own_label = any(not _GENERIC_LABEL.fullmatch(word) and word not in topic for word in labels)
    return own_label or any(not _is_no_target(word) and word not in topic for word in targets)
