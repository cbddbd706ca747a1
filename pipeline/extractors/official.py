"""Officials: a named person with a public post, under any spelling, with the post, the area's code and the status.

| form                                                  | mention       | value                                |
|-------------------------------------------------------|---------------|--------------------------------------|
| 정용래 유성구청장, 유성구(청장 정용래)                   | 정용래        | district_mayor, 3020000000           |
| 전 서울시장 오세훈 · 이도윤 시장 당선인                  | 오세훈        | former · elect                       |
| Jung Yong-rae, Mayor of Yuseong-gu                    | Jung Yong-rae | the same official as 정용래           |
| 정 구청장, Mayor Jung, Chung                           | all of it     | joins the person named in full       |
| Kim Min-ho, the city's Planning Officer               | Kim Min-ho    | bureau_head of the article's city    |

Korean: `정용래 유성구청장은 축사를 했다.` → 정용래. English: `Mayor Jung Yong-rae spoke.` → Jung Yong-rae.
Not officials: reporters, professors, company people, residents, historical people, posts without a name.
A short form whose person is not named in full stays a mention without an id.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.contract import Context, Extractor, Match, column, seen_most
from pipeline.grammar.dates.terms import term_on
from pipeline.grammar.people import people_en, people_ko
from pipeline.grammar.people.persons import Person, persons_of
from pipeline.grammar.people.posts import ELECTED, POSTS, STATUSES
from pipeline.grammar.people.sightings import Sighting
from pipeline.records import Mention
from pipeline.view import View


@dataclass(frozen=True, slots=True)
class Official:
    """What one mention says of its official, completed from the other mentions of the person in the document."""

    name_ko: str = column("Name in Hangul; empty where the document gives none")
    name_en: str = column("Name in Latin letters as written; empty where the document gives none")
    post: str = column("Post by the vocabulary", enum=POSTS)
    post_text: str = column("Title as written")
    district_code: str | None = column(
        "Code of the jurisdiction in force on the article's date; empty for national posts and where it is not known",
        references="districts",
    )
    organisation: str = column("Ministry, council, office or corporation as written; empty where none is named")
    status: str = column("Whether the person holds the post", enum=STATUSES)
    elected_term: int | None = column(
        "Elected term (민선 N기) on the article's date, for posts of local elections", default=None
    )
    entity_id: str = column("official_id; empty where the person is not named in full", default="")
    confidence: float = column("how sure, 0 to 1", default=1.0)

    @property
    def canonical(self) -> str:
        """The name in Hangul, else in Latin letters."""
        return self.name_ko or self.name_en


@dataclass(frozen=True, slots=True)
class OfficialEntity:
    """One person in one post and jurisdiction."""

    official_id: str = column("Id made from jurisdiction, post and a name key that all spellings share")
    name_ko: str = column("Name in Hangul; empty where no document gives it")
    name_en: str = column("Most frequent spelling in Latin letters; empty where no document gives one")
    post: str = column("Post by the vocabulary", enum=POSTS)
    post_text: str = column("Most frequent title as written")
    district_code: str | None = column("Code of the jurisdiction; empty for national posts", references="districts")
    organisation: str = column("Ministry, council, office or corporation; empty where none is named")
    status: str = column("Whether the person holds the post", enum=STATUSES)
    elected_term: int | None = column(
        "Elected term (민선 N기) in which the person is first named in the post; empty where no article has a date",
        default=None,
    )


def find(view: View) -> Iterator[Match]:
    """The places where officials are named, by the patterns of the view's language."""
    seen = people_ko.find_officials(view) if view.lang == "ko" else people_en.find_officials(view)
    for s in seen:
        yield Match(s.start, s.end, s.rule, s, s.confidence)


def normalise(mention: Mention, context: Context) -> Official | None:
    """The official that the mention names, as the whole document tells; None for a name that no post could be given."""
    person = context.once(_persons).get((mention.segment, mention.view_start))
    if person is None or not person.post:
        return None
    return Official(
        *(
            person.name_ko,
            person.name_en,
            person.post,
            person.post_text,
            person.code,
            person.organisation,
            person.status,
        ),
        elected_term=_term(person, context),
        entity_id=_official_id(person) if person.named else "",
        confidence=mention.confidence * (1.0 if person.named else 0.6),
    )


def link(mentions: Sequence[Mention]) -> OfficialEntity:
    """Of the rows of one official the most frequent names and titles; ties go to the longest, then by the alphabet."""
    rows: list[Official] = [m.row for m in mentions]
    return OfficialEntity(
        mentions[0].entity_id,
        *(
            seen_most(r.name_ko for r in rows),
            seen_most(r.name_en for r in rows),
            rows[0].post,
            seen_most(r.post_text for r in rows),
        ),
        *(rows[0].district_code, seen_most(r.organisation for r in rows), seen_most(r.status for r in rows)),
        elected_term=min((r.elected_term for r in rows if r.elected_term is not None), default=None),
    )


def _persons(context: Context) -> dict[tuple[int, int], Person]:
    """The persons of the document by where each is mentioned: `(segment, view offset)`."""
    seen: list[tuple[int, Sighting, str]] = [(m.segment, m.data, m.text) for m in context.of("official")]
    return persons_of(seen, context.of("district"), [view.text for view in context.views])


def _term(person: Person, context: Context) -> int | None:
    """The elected term of who holds an elected local post; terms of those who held or seek it are not known."""
    elected = person.post in ELECTED and person.status in ("incumbent", "acting")
    return term_on(context.document.published) if elected and context.document.published else None


def _official_id(person: Person) -> str:
    evidence = f"{person.code or ''}|{person.post}|{person.key}"
    return "off-" + hashlib.sha1(evidence.encode(), usedforsecurity=False).hexdigest()[:12]


EXTRACTOR = Extractor(
    type="official",
    find=find,
    normalise=normalise,
    row=Official,
    link=link,
    entity=OfficialEntity,
    after=("district",),
    nests=False,
)
