"""Words around a name that tell a program from a slogan, an idea or an organisation: Korean and English.

Closed lists of words as patterns; each is matched only on the few dozen characters before or after a name.
"""

from __future__ import annotations

import re
from functools import cache

from pipeline.grammar.programs.program_heads import alternatives, heads
from pipeline.grammar.regex import regex

# `제방 보강 공사`, `지중화공사` are works; a 공사 written to another word (`도시개발공사`) is a public corporation.
_WORKS = (
    *(
        "정비",
        "보강",
        "보수",
        "복구",
        "복원",
        "확장",
        "포장",
        "개량",
        "설치",
        "신축",
        "증축",
        "건립",
        "교체",
        "철거",
        "준설",
    ),
    *("건설", "조성", "이설", "개선", "중화", "굴착", "방수", "건축", "축조", "매설", "개설", "증설", "건조"),
)
_NOT_WORKS = "".join(f"(?<!{work})" for work in _WORKS)
# Bodies, places and books: what ends so is run by someone, or is no undertaking.
KO_BODY = regex(
    rf"(?:(?<=[가-힣]){_NOT_WORKS}공사|(?<![성결효사])(?<=[가-힣])과|[가-힣]팀|(?<![약전])(?<=[가-힣])국|본부"
    r"|위원회|협의회|재단|공단|센터|추진단|기자단|자문단|지원단|봉사단|(?:농구|야구|축구|배구|탁구|육상|씨름|선수|합창|예술|무용|교향악|국악|극)단|원정대|서포터즈|연합회|조합|협회|봉사회|동호회|부녀회|상인회|번영회|향우회|동문회|장학회|장치|설비|기기|대학교|병원"
    r"|도서관|박물관|미술관|체육관|공원|광장|터미널|사업소|사무소|사업단|부서|부문|분야|시청|구청|군청|도청|의회|국회|정부|뉴스|백서|소식지|책자|목록집|안내서|지침|매뉴얼|가이드북)\Z"
)
EN_BODY = regex(
    r"\b(?:Divisions?|Departments?|Teams?|Committees?|Councils?|Bureaus?|Headquarters|Foundations?|Corporations?|Agency|Agencies"
    r"|Associations?|Hospitals?|Part(?:y|ies)|Ministr(?:y|ies)|Institutes?|Unions?|Groups?|Networks?|Cent(?:er|re)s?|Librar(?:y|ies)|Museums?|Parks?"
    r"|Stations?|Task\ Force|Corps|Halls?|Complex|Buildings?|Towers?|Streets?|Roads?|Trails?|Playgrounds?|Rooms?|Houses?|Cafes?"
    r"|Stores?|Shops?|Offices?|Supporters|Reporters|Organizations?|Government|Administration|Consulting|Inc|Co"
    r"|Broadcasting\ (?:System|Service)|(?:Agency|Foundation|Institute|Cent(?:er|re)|Corporation|Association)\ for\ (?:\w+\ ){1,3}?Services?"
    r"|(?:National|Fire|Forest|Tax|Customs|Postal|Weather|Police|Intelligence|Pension|Civil|Heritage|Procurement|Immigration|Correctional|News)\ (?:\w+\ )?Service"
    r"|(?:Elementary|Primary|Middle|High|Technical)\ Schools?|News|Newspaper|Herald|Daily)\Z"
)
# Of these a scheme may be the name, where a noun beside it says so: `the Fair Loaf Shop scheme`.
EN_PREMISES = regex(r"\b(?:Streets?|Roads?|Trails?|Playgrounds?|Rooms?|Houses?|Cafes?|Stores?|Shops?)\Z")
# A verb or an adverb in front of what would be a name in lower case; `reed`, `elderly` and `family` are none.
EN_TOLD = regex(r"(?!elderly\Z|family\Z|assembly\Z|early\Z)[a-z]+(?:(?<!e)ed|ly)")
# What a notice says is done, in front of a name or of what is only counted: `Introduce the`, `Replace 300 old`.
EN_IMPERATIVE = regex(
    r"(?:Introduc|Replac|Expand|Allocat|Creat|Build|Provid|Launch|Reviv|Open|Restor|Repair|Extend|Strengthen|Install|Add|Rais|Giv|Offer|Hold|Host"
    r"|Start|Support|Improv|Promot|Establish|Run|Operat|Fund|Cut|Keep|Mak|Doubl|Widen|Mov|Bring|Plant|Prepar|Develop|Boost|Renovat|Rebuild|Protect|Sav|Attract)e?"
    r"\s(?:(?:the|an?|its|our|all|more|new|old|\d[\d,]{0,9})\s){1,2}"
)
# `찾아가는 구청장실`, `One-Day Field Mayor's Office`: a service though it ends like a body.
EN_VISITING_OFFICE = regex(r"\b(?:field|on-?site|mobile|visiting|one-day)\b.*\bOffices?\Z", re.IGNORECASE)
# `Establishment of a Call Center`: what is done with a body is no body.
EN_DEED_FIRST = regex(
    r"(?:Establishment|Construction|Creation|Operation|Expansion|Relocation|Remodeling|Renovation|Improvement|Installation|Development|Support)\b.*\s(?:of|for)\s"
)

KO_NO_NAME_AFTER = regex(
    r"""\s?(?:이?라(?:고(?!\s(?:이름|부르|불리|명명))|며|면서|는\s?(?:큰\s|것|말|뜻|생각|의미|기조|신념|각오|마음|취지|믿음|소식|주제|슬로건|구호|비전|평가|지적|표현|반응))|고\s|며\s|면서|다는|다고|냐는|자는|란\s말
    |(?:을|를|이|가)?\s?(?:\S{1,8}\s)?(?:슬로건|구호|비전|표어|주제|테마|모토|기치|캐치프레이즈|목표|부제)
    |\s?방식(?:[은이을으]|\s)|(?:을|를)?\s?(?:펴낸|출간|집필|함께\s읽|읽|노래|불렀|불러))""",
    re.VERBOSE,
)
KO_NO_NAME_BEFORE = regex(
    r"(?:슬로건|구호|비전|표어|주제는|테마는|모토|기치|목표는|대표작|소설|시집|저서|책|노래|영화|드라마|곡|신간|부서인|부서|별명)(?:으로|로|인|은|는|인)?\s*\Z"
)
EN_NO_NAME_BEFORE = regex(
    r"""\b(?:slogans?|mottos?|vision|themes?|novels?|books?|songs?|films?|poems?|phrases?|words?|terms?|keywords?|concept|idea|nicknamed?
    |goals?|titles?\ of|mindset|so-called|as)
    (?:\ (?:of|like|such\ as|is|was|called|the))?,?\s*\Z""",
    re.VERBOSE | re.IGNORECASE,
)
# An indefinite article before a name without a head noun: `ushered in a 'Golden Age of Alleys'`.
EN_ARTICLE_BEFORE = regex(r"(?:^|\s)an?\s*\Z", re.IGNORECASE)
# `‘첫만남 응원금’에 27억원`, `'Breath Money' of 1 million won`: what gets money is run.
KO_MONEY_AFTER = regex(
    r"\s?\([^()\n]{0,12}\d[\d,.]*\s?(?:조|억|천만|백만|만|원)|(?:\s?(?:시즌\s?\d+|\d+(?:호점|기|차|탄)))?(?:에|에는|에도|에만|은|는|을|를|도)?\s(?:[^‘“'\".\n]{0,14}\s)?\d[\d,.]*\s?(?:조|억|천만|백만|만)"
    r"|(?:(?:은|는|을|를|으로|로)|\s?[:：])\s[^‘“'\".\n]{0,30}\d\s?(?:조|억|천만|백만|만|천)\s?원"
)
EN_MONEY_AFTER = regex(
    r"['\"’”]*,?\s(?:(?:of|worth|is|for|with|at|costs?|receives?|gets?)\s)?(?:[a-z]+\s){0,2}(?:KRW\s|₩)?\d[\d,.]*\s?(?:million|billion|trillion|won|KRW)"
)
# What a clause in front says of the name: `노인을 돕는 ‘동행매니저’`, `지난해 문을 연 ‘통역콜’`, `광산구의 ‘이웃살핌’`.
KO_RUN_BEFORE = regex(
    r"""(?:(?:운영|추진|시행|개최|지원|제공|실시|진행|시범\s운영)(?:하는|한|\s중인|해\s온)|시작한|문을\s연|선보인|선보이는|마련한|도입한|주는|돕는|여는|열리는|열린
    |개발한|나누는|위한|공약인|이름\s?붙인|지급하는|대여하는|보급하는|[가-힣](?:시|군|구|도)의)\s*['\"‘“「『<〈《]*\Z""",
    re.VERBOSE,
)
LISTED_BEFORE = regex(r"[▲△▶▷◆■○●①-⑳][^▲△▶▷◆■○●①-⑳‘'\"“,]{0,40}['\"‘“「『]*\Z")
KO_RUN = regex(
    r"""\s?(?:을|를|이|가|은|는|도|에|에서|부터|의)?\s[^‘’“”'"\n.]{0,24}?
    (?:운영|추진|개최|선정|시행|발행|참가|참여|연다|열린|열렸|열었|열고|열기로|진행|실시|도입|출시|개설|마련|선보|수상|체결|맺|제정|의결|수립|공모|모집
    |가동|개시|맡[기겼긴]|전했|전하|전달|끝[내냈]|내놓|내놨|나온다|나왔|다닌다|다니|달린다|달렸|보낸다|보냈|빌려|늘[리린렸]|신청|접수|가입|이용|문을\s?[연열]|찾아[가간]|시작|구축|펼치|펼쳐|펼친|벌이|벌인|전개|개발|출범|뽑|출품|성료|막을\s|첫\s?삽|완료|착수|마치|확정|꼽|지급|나눠\s?준|나눠\s?줬|준다|돕는|돕고|도왔|편성|투입|담았|눈에\s띈|확대|공급|판매|보급|할인율|인센티브|캐시백|적립률|(?<=[와과]\s)(?:연계|맞물|결합))""",
    re.VERBOSE,
)
EN_RUN_BEFORE = regex(
    r"""\b(?:operat|launch|hold|held|host|run|ran|issu|introduc|start|began|begin|open|implement|promot|conduct|offer|sign|won|win
    |select|participat|took\ part|join|unveil|organiz|complet|through|via|under|creat|develop|expand|enact|pass|recruit
    |residents\ for|applications\ for|enter|attend|celebrat|approv|propos|prepar|adopt|push|pay|paid|pays|titled|entitled|named|dubbed|provid|distribut|lent|lend|shar|clos|handl|collect|serv|finish|complet|lend|give|gave|deliver|distribut|apply|appl|visit|use)\w*\b[^.!?;\n]{0,28}\Z""",
    re.VERBOSE | re.IGNORECASE,
)
# What is issued and sold needs no second word: `the issue of the "Onnuri"`.
EN_ISSUED = regex(r"\b(?:issu\w*|sales?|selling|charging)\s(?:of\s)?(?:the\s)?['\"‘“]*\Z", re.IGNORECASE)
EN_RUN_AFTER = regex(
    r"""[,’'"”]*\s(?:under\swhich\s|an?\s(?:bundle|package|set|series)\sof|(?:,?\s?(?:which|that)\s)?(?:was|were|is|are|has|have|had|will|to)\s(?:also\s|now\s|been\s|be\s|being\s){0,2}
    (?:held|launch|brought\ (?:in|out)|operat|run|open|introduc|issu|complet|select|pass|enact|sign|implement|start|began|begin|offer|promot|conduct
    |visit|plan|schedul|expand|creat|prepar|host|take\ place|covers?|attract|draw)
    |(?:drew|began|opens?|opened|starts?|started|runs|ran|takes\ place|took\ place|covers?|attracted|received|raised|now\ cover|sessions?|which\ (?:lends|responds|helps|supports|provides)))""",
    re.VERBOSE,
)
# `‘새둥지 월세 이자 지원’은 …`: three words that end in a deed and are spoken of name a scheme.
KO_TOPIC = regex(r"(?:은|는)\s")
EN_APPOSITION = r"[,:]?(?:\ (?:called|named|titled|entitled|dubbed|known\ as|like|such\ as|including))?\s(?:the\s)?['\"‘“「『<〈《]*\Z"


@cache
def ko_head_after() -> re.Pattern[str]:
    """A head right after the closing mark: `’ 사업`, `’ 대국민 캠페인`."""
    return re.compile(
        rf"['\"’”」』>〉》\]]*\s?(?:등\s?(?:총\s)?(?:\d+\S{{0,3}}\s)?)?(?:[가-힣A-Za-z0-9]{{1,8}}\s)?({alternatives('ko')})(?!\s?(?:담당|기자|부서)|단|팀|소|자[를가는])"
    )


@cache
def ko_paid_head_after() -> re.Pattern[str]:
    """A head with its sum in brackets, some words after the closing mark: `’ 정이 넘치는 탐방 프로그램(4천만 원)`."""
    return re.compile(
        rf"['\"’”」』>〉》\]]*\s(?:[가-힣]+\s){{0,3}}(?:[가-힣]{{1,8}})?({alternatives('ko')})(?=\s?\([^()\n]{{0,6}}\d)"
    )


@cache
def ko_head_before() -> re.Pattern[str]:
    """A head right before the opening mark: `플랫폼 ‘`, `공모사업인 ‘`, `사업으로 ‘`."""
    return re.compile(rf"({alternatives('ko')})(?:인|으로|로)?\s?['\"‘“「『<〈《]*\Z")


@cache
def ko_is_a() -> re.Pattern[str]:
    """`‘…’는 주민을 돕는 사업이다`."""
    return re.compile(
        rf"['\"’”」』>〉》]*(?:은|는|이란|란|이라는|라는)\s[^.\n‘“]{{0,70}}?({alternatives('ko')})(?:이다|으로|로|이며|인|다\b|입니다|을\s(?:마련|운영))"
    )


@cache
def en_head_after() -> re.Pattern[str]:
    """A head right after the closing mark: `' program`, `' fundraising campaign`; `' business` is 사업, translated."""
    return re.compile(
        rf"['\"’”」』>]*\s(?:(?!(?:an?|the|its|their|this|of|for|to|in|on|and|by|with|from)\s)[a-z-]+\s){{0,2}}?({alternatives('en')}|business)(?![\w-])",
        re.IGNORECASE,
    )


@cache
def en_head_before() -> re.Pattern[str]:
    """A head right before the opening mark: `campaign "`, `a platform called '`, `events like '`."""
    words = "|".join(
        [
            alternatives("en"),
            "sessions?",
            "movements?",
            "initiatives?",
            "events?",
            "courses?",
            "lecture series",
            "(?:mobile |delivery )applications?",
        ]
    )
    return re.compile(rf"(?<![\w-])({words}){EN_APPOSITION}", re.IGNORECASE)


@cache
def en_is_a() -> re.Pattern[str]:
    """`The '…' is a communication platform where`, `"…", the donation platform`."""
    return re.compile(
        rf"['\"’”]*(?:,?\s(?:is|was)|(?P<aside>,['\"’”]*))\s(?:a|an|the)\s(?:[\w-]+\s){{0,5}}?(?P<head>{alternatives('en')})(?![\w-])"
        r"(?!\s(?:[a-z]+\s)?(?:group|team|network|body|council|committee|organi[sz]ation|center|space))",
        re.IGNORECASE,
    )


def kind_of(word: str, lang: str) -> str:
    """The kind of a head as it was captured; empty for a cue that is no head (`sessions`)."""
    head = heads(lang).get(word.casefold())
    return head.kind if head else ""
