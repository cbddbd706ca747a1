"""Words and marks between sums and programs, before and after them, that say which sum a program is paid with.

Patterns only; pipeline/funding.py holds the rules. Each is matched on the few dozen characters beside a sum or a program.
"""

from __future__ import annotations

from pipeline.grammar.regex import regex

# A field of an announcement (`○ 사 업 비 : …`) opens no section.
NEXT_SECTION = regex(
    r"\n[^\S\n]*[■▲△▶▷□◇◆◈▣○●◎❍❏<\[【①-⑳#*-](?!\s?(?:[Bb]y\s(?:re)?source|재원별|연도별|대상별))(?!\s?[가-힣][가-힣 ]{1,10}[:：])|\n[^\S\n]*\n(?![○●▷-]?\s?[가-힣][가-힣 ]{1,10}[:：])[^\n]{0,40}\n"
)
# The heading of a part of an article.
HEADING = regex(r"\s*(?:[■◆□◇▣#]|\[[^\]\n]{1,12}\]|【)\s*")
# The next item of a list whose items are lines.
NEXT_LINE = regex(r"\n[^\S\n]*[■▲△▶▷□◇◆◈▣○●◎❍❏•·*-]")
# A paragraph, or a part of a headline, about something else.
TURN = regex(r"\n[^\S\n]*(?:한편|이와\s별도로|이\s?밖에|반면|Meanwhile|In\saddition|Separately|Elsewhere)\b|\.\.\.|…")
# What stands between the name that a line opens with and what the line says of it: `○ ‘A’: …`, `A / … / 3억원`, `A | 3억원`.
LINE_HEAD = regex(r"['\"’”」』>〉》]?\s?(?:\([^()\n]{0,30}\)\s?)?(?:[:：|\t]|/\s|[–—-]\s)")
LINE_MARK = regex(r"\s*(?:[■▲△▶▷□◇○●•·*※-]|\d{1,2}[.)]|[①-⑳가-하][.)]?(?=\s))?\s*['\"‘“「『<〈《]?\Z")
# A row of a table: cells in a line, parted by slashes or bars; or a line that is a sum alone, or a short one without a sentence's end.
ROW_IN_A_LINE = regex(r"\s?(?:\s/\s|[|\t])")
# What ends the item of a list that a sum stands in.
ITEM = regex(r"[▲△▶▷◆◇■□○●①-⑳;\n…]|\.\.\.")
BRACKET = regex(r"\S{0,3}['\"’”」』>〉]?\s?\S{0,8}\s?\((?:약|총|about|올해|내년)?\s*")
# Undertakings at which others are told of: they are no topic.
MEETING = regex(
    r"(?:보고회|설명회|간담회|토론회|세미나|포럼|심포지엄|브리핑|회의|(?:전달|기탁|협약|개소|준공|착공|기공|기념|발대|시상|개막|출범)식|[Bb]riefing|[Mm]eeting|[Ss]eminar|[Ff]orum|[Ss]ymposium)\Z"
)
# `‘A’와 ‘B’에 각각 3억원, 2억원`: as many sums as things, in their order.
EACH_ITS_OWN = regex(r"각각|\brespectively\b")
# What leads from a sum on to the next thing of a list.
NEXT = regex(r"(?:여\s?원)?(?:[을를이가],\s|,|(?:과|와)\s|\s및\s|\sand\s)")
# What leads from one program on to the sum of the next, and from a sum to its program.
ON = regex(r"['\"’”」』>〉》]*(?:,|,?\sand\s|\s?및\s|[와과]\s)\s?")
# A sum that follows its program at once: `‘A’ 3억원`, `‘A’에는 3억원`, `the A (3 billion won)`, `the A of 3 billion won`.
OWN_SUM = regex(
    r"['\"’”」』>〉》]?(?:\s[가-힣]{2,4}?)?(?:에는?|은|는)?\s?(?:\(|of\s|gets\s)?(?:약\s|총\s|about\s|KRW\s|₩)?"
)
# The bracket that a sum stands in ends before the program.
CLOSED = regex(r"[^(]*\)")
FOR = regex(
    r"짜리\s['\"‘“「]?|\s(?:won\s)?(?:via|through|for|to|under|from|in|on|into|of)\s(?:the\s|its\s)?(?:new\s)?['\"‘“]?"
)
# A sum that is put into the program in front of it, whatever the words around say: `‘A’에 3억원`, `A에는 올해 3억원`.
INTO_IT = regex(
    r"['\"’”」』>〉》]?\s?(?:사업)?에(?:는|도|만)?\s(?:(?:올해|내년에?|지난해|모두|총|약|각각|따로|추가로|국비|도비|시비|구비|군비)\s){0,2}"
)
# What goes on as money that is spent.
SPENT = regex(r"[이을]?(?:\s(?:쓰|쓴|투입|배정|들|편성|넣|지원|담|책정)|,)")
# A voucher that something else is paid in: `60만원을 ‘한빛사랑상품권’으로 지급`, `600,000 won is paid in the form of`.
PAID_IN = regex(r"['\"’”」』>〉》]?(?:으로|로)\s(?:\S+\s){0,2}?(?:지급|준다|주는|줬|돌려|받)")
PAID_IN_EN = regex(r"\b(?:paid|given|provided|distributed)\s(?:out\s)?(?:in|as|with)\b")
# `receives 150,000 won a month with the ‘A’`: who gets it is told before, what it is paid in after.
GETS = regex(r"\b(?:receives?|gets?|given|paid|pays?|handed|provided|distributed?)\s(?:[a-z]+\s){0,3}(?:KRW\s|₩)?\Z")
IN_FORM_OF = regex(r"[^.,;\n]{0,40}\s(?:in|as|with|by)\s(?:the\s)?(?:form\sof\s)?['\"‘“]?")
# `; it has paid out`, `, and it costs`: the one that the sentence speaks of.
IT_DOES = regex(
    r"(?:\A|;\s|,\sand\s|[.]\s)[Ii]t\s(?:has|had|will|would|is|was|pays?|paid|gives?|gave|costs?|offers?|refunds?|provides?|covers?|lends?|lent)\b[^,;.\n]{0,40}\Z"
)
# Where something else becomes the subject: `although a greenhouse costs`.
ALTHOUGH = regex(r",\s(?:although|though|whereas|while)\s(?!it\b|they\b|this\b)")
# `, which lends devices to citizens,`: what is said aside between a program and its sum.
ASIDE = regex(
    r",\s(?:which|who|where|under\swhich|that|an?|the)\s[^,.;\n]{5,160},(?=\s(?:was|were|is|are|will|has|have|had|gets?|got|costs?|receive|accounts?|takes?|returns?|runs?))"
)
# Where one sum is spent on something else in the same sentence: `무너진 둑을 고치는 데 3억원`.
INTO = regex(r"(?:는|은|을|를)\s\S{1,12}\s(?:데|일)(?:에|에는|에도|는)?\s(?:[가-힣]{1,4}\s)?\Z")
# The sum in another currency.
GLOSS = regex(r"\A\s?\((?:about\s)?(?:US)?[$€¥₩][\d.,]+[^()]{0,20}\)")
# What says that the program itself gives the sum or is worth it, whatever else the sentence speaks of.
GIVES = regex(
    r"['\"’”,]*\s(?:,?\s?(?:which|that)\s)?(?:is\s)?(?:worth|with|pays?|paying|gives?|offers?|provides?|grants?)\s(?:[a-z-]+\s){0,5}?(?:KRW\s)?"
)
# Between the sums of a row: particles, sources of money and times, no word of another purpose; per head anything short.
ROW = regex(
    r"(?:을|를|이|은|는|으로|에|의)?[\s,·(]*"
    r"(?:(?:사업비|국비|도비|시비|구비|군비|지방비|민자|자부담|교부세|교부금|올해|내년|지난해|20\d\d년|상반기|하반기|총|모두|약|각|와|과|및)[\s,·(]*)*"
)
# `5 million won each, for a combined 200 billion won`
ROW_COMBINED = regex(
    r"(?:\s[a-z]+){0,3},\s(?:for\s)?(?:an?\s)?(?:combined|total|totall?ing)\s(?:of\s)?(?:about\s|KRW\s|₩)?"
)
# `10.5 billion won (originally 18 billion won)`, `3억원(당초 2억원)`
ROW_IN_BRACKETS = regex(r"(?:을|를|이)?\s?\((?:[가-힣·]{0,8}\s?|(?:[a-z]+:?\s){0,4})(?:KRW\s|₩)?")
ROW_OF_SHARES = regex(r"[^.;\n]{0,40}")
# `이번 축제 예산은`, `상품권은`, `this project`: a thing named again by what it is.
AGAIN = {
    "ko": regex(
        r"(?<![가-힣])(?:(?:이번|이|해당|본|동|올해)\s([가-힣]{2,6}?)(?:에|은|는|의|을|를|이|가|에는|에도|으로)?(?=\s)"
        r"|(상품권|지역화폐|[가-힣]{0,4}축제|[가-힣]{0,3}제|쿠폰|[가-힣]{0,4}지원금|장학금|대회|공모전|장터|캠페인|바우처)(?:은|는|이|가|을|를|의|에|에는|에도)(?=\s)|(상품권|지역화폐|바우처|쿠폰)\s(?:국비|도비|시비|군비|예산|발행|판매|재원))"
    ),
    "en": regex(
        r"\b(?:[Tt]he|[Tt]his|[Tt]hese|[Tt]hat)\s(?:same\s|whole\s|year['’]s\s)?(?!(?:city|county|district|province|military|town|state|government|year|month|week)\b)([a-z]+(?:[\s-][a-z]+){0,2})\b"
    ),
}
# What a household or a shop is given, though the words around make a price of it: `may claim up to`, `living costs of up to`.
GIVEN_EN = regex(
    r"\b(?:draw|claim|receives?|received|gets?|given|gives?|grants?|granted|subsid\w+|provid\w+|refund\w*|match\w*|offers?|reimburs\w+|living\s(?:costs?|expenses)|lodging|pa(?:y|ys|ying|id)\s(?:up\sto|out)|hands?\sout|support(?:s|ed)?)\b[^.;\n]{0,40}\Z"
)
# What a sum leads on to, where the one before it led to another thing: `3 billion won for A, 2 billion won for B`.
LEADS_ON = regex(
    r"(?:\s\([^()\n]{1,30}\))?(?:\s(?:is|was|were|will|be|go|goes|went|set|aside|allocated|earmarked|more|makes?|up)){0,4}\s(?:for|to|into|on|towards?|in)\s(?!\d|[A-Z])"
)
# The beginning of a sentence whose program is the subject: `The A`, `Construction of the A`, `Under the A,`.
OPENS_EN = regex(
    r"\s*(?:[-○●▲△*]\s)?(?:(?:Meanwhile|Additionally|Also|First|Separately|In\saddition),?\s)?(?:(?:Construction|Creation|Expansion|The\s(?:first|second|third)\s(?:phase|stage|part)|Work|Design)\s(?:of|on)\s|Under\s)?(?:[Tt]he\s|[Aa]n?\s|[Ii]ts\s|\w+['’]s\s)?(?:new\s)?['\"‘“]?\Z"
)
# Somebody else pays, gets or says in the same sentence.
ANOTHER_EN = regex(
    r"(?:,\s(?:and\s|but\s|while\s)|;\s|\swhile\s|\sbut\s)(?:the\s)?(?!(?:it|its|which|that|this|with|up|about|or|is|was|has|will|gets?|gives?|pays?|provides?|offers?|receives?|supports?|costs?)\b)[A-Za-z][^,;]{0,60}\s(?:is|was|are|were|will|has|have|had|pays?|paid|gets?|gave|gives|receives?|spends?|spent|costs?|contributes?|said|says)\s"
)
# `3 billion won is for the vouchers`; `its 500,000 won moving subsidy`: another benefit's sum.
FOR_THE = regex(r"(?:\s(?:is|was|will|goes|go|set|aside)){0,3}\s(?:for|to|into|on)\sthe\s[a-z]+(?:[\s-][a-z]+){0,2}")
ITS_NOUN = regex(
    r"\s(?P<words>[a-z-]+(?:\s[a-z-]+)?)\s(?:subsidy|allowance|grant|stipend|voucher|program|project|scheme|fund)\b"
)
TAKES_EN = regex(
    r"\b(?:gets?|got|receives?|received|takes?|took|was\sallotted|was\sgiven|at)\s(?:the\slargest\sshare\sat\s|about\s|another\s|only\s|a\sfurther\s)?(?:KRW\s|₩)?\Z"
)
# What a program was called beside its name: `지역화폐인 ‘A’`, `‘A’, the city's local currency`.
CALLED_BEFORE = regex(r"(?P<thing>[가-힣]+?)(?:인)?\s['\"‘“「『<〈《]?\Z")
CALLED_AFTER = regex(
    r"['\"’”]?,\s(?:an?|the|its)\s(?:[\w'’-]+\s){0,3}?(?P<thing>[a-z]+)(?:,|\s(?:which|that|under|in|on|for|run|due|chosen|held)\b)"
)
# What things of a kind are called for short.
THING_OF_KIND = {
    "축제": "event", "행사": "event", "대회": "contest", "공모전": "contest",
    "festival": "event", "event": "event", "contest": "contest", "competition": "contest",
}  # fmt: skip
# `13억원을 들인 이번 축제`: a sum in front of what it was spent on.
SPENT_ON = regex(
    r"(?:을|를|이)\s(?:들인|들여\s\S+|투입한|투입하는|투입된|쏟은|쏟아부은|쓴|쓰는|든|드는|지원한|지원하는)\s(?=(?:이번|이|해당|올해)\s)"
)
# `이를 위해`, `여기에`, `for it`: what was said just before.
ANAPHOR = {
    "ko": regex(r"(?:이를\s위[해한]|여기에는?|이에|같은\s(?:목적|용도|명목)(?:으로|에))\s"),
    "en": regex(r"\b(?:for|into|on|to|in)\s(?:it|this|them)\b"),
}
# By role: names of programs that such money is given to, issued as, lent by.
TAKES = {
    "donation": regex(r"모금|성금|(?<!육성)(?<!대응)기금|장학|캠페인|나눔|모으기|겨울나기|[Ff]und|[Cc]ampaign|[Ss]cholarship|[Dd]onation|[Gg]iving"),
    "voucher": regex(r"(?<!온누리)(?<!온누리 )상품권|화폐|페이|쿠폰|바우처|이용권|[Cc]ertificate|[Vv]oucher|[Cc]oupon|[Cc]urrency|\bPay\b"),
    "loan": regex(r"융자|대출|보증|자금|기금|[Ll]oan|[Gg]uarantee|[Ff]und"),
}  # fmt: skip
# `The Hanbit Public Library will lose`: three capitals open the sentence; a town or a person speaks of what it runs.
OWN_SUBJECT = regex(
    r"\s*(?:The\s)?(?P<name>(?!.{0,40}\b(?:City|County|District|Province|Mayor|Governor|Ministry|Council|Councilor)\b)[A-Z][a-z'’-]+(?:\s(?:of\s|for\s)?[A-Z][a-z'’-]+){2,6})(?:,|\s(?:and|will|is|was|has|had|lost|got)\b)"
)
# What makes the program before it the subject.
SUBJECT = regex(r"['\"’”」』>〉》]?(?:은|는|도)\s")
# A sum of all that was listed before it.
SUMMED_UP = regex(r"(?:등|더해|합쳐|합해)(?:\s(?:이|모두|총|전체))?\s?\Z")
# The words that name what a sum pays for right before it, without what every sum is called.
BRACKET_LABEL = regex(r"(?P<name>[가-힣A-Za-z0-9·]{4,20})\s?\((?:총사업비|사업비|국비|총|약)?\s?\Z")
# `이 가운데 솔숲 물놀이터는 …`: what a sentence opens with is spoken of, by whatever part of its name.
OPENING = regex(
    r"(?:^|[.!?]\s?|\n)\s*(?:(?:이|그)\s(?:가운데|중)\s|먼저\s|우선\s)?(?P<name>[가-힣A-Za-z0-9·]{2,20}?(?:\s[가-힣A-Za-z0-9·]{1,20}?){0,3}?)(?:은|는|에는|도)\s"
)
# `the widening of the Pine Music Hall (1 billion won)`: the capitals of the item that a bracket follows.
BRACKET_LABEL_EN = regex(r"(?:^|,\s|\sand\s|\bamong\s|▲\s?)(?P<item>[^,;()▲\n]{5,100}?)\s\((?:about\s|KRW\s|₩)?\Z")
CAPITALS = regex(r"[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)*")
LABELLED = regex(
    r"(?P<name>[가-힣A-Za-z0-9·]+(?:\s[가-힣A-Za-z0-9·]+){0,3}?)\s?(?:관련\s)?(?:총?사업비|예산안?|지원금|공사비|운영비)(?:은|는|이|가|을|를|으로)?\s(?:약\s?|총\s?|모두\s)?\Z"
)
LABEL_END = regex(r"(?:비|예산안?|지원금)(?:은|는|이|가|을|를|으로)?\s(?:약\s?|총\s?|모두\s)?\Z")
