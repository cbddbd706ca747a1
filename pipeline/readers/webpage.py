"""HTML: the main text of a page, and what its meta tags and JSON-LD say of it. Nothing is fetched.

Only what the page states about itself is taken: a date that merely stands somewhere on it is no publication date. Where
no tag tells day or reporter, the byline near the headline may, though the main text leaves it out.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree, html

from pipeline.errors import UnreadableError
from pipeline.grammar.bylines.bylines import byline_of, person
from pipeline.grammar.bylines.datelines import day_of
from pipeline.grammar.regex import regex
from pipeline.readers._decoding import text_of
from pipeline.records import Article, Reject

SUFFIXES = (".html", ".htm", ".xhtml")

_CHARSET = regex(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
# Browsers and lxml agree: EUC-KR pages hold CP949.
_ALIASES = {"euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ksc5601": "cp949", "x-windows-949": "cp949"}

# Where a page says what, the surest first: meta names, properties and itemprops in lower case.
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline"),
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "article:published", "dc.date.issued", "dcterms.issued",
        "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "date", "dc.date", "og:regdate", "regdate", "article_date",
    ),
    "publisher": ("og:site_name", "article:publisher_name", "dc.publisher", "publisher", "application-name", "twitter:creator:name"),
    "reporter": ("author", "article:author", "og:article:author", "dable:author", "dc.creator", "byl", "parsely-author"),
    "url": ("og:url", "twitter:url"),
}  # fmt: skip
_LD = {"title": "headline", "published": "datePublished", "publisher": "publisher", "reporter": "author", "url": "url"}
_LD_TYPES = regex(r"Article|Posting|Report|NewsMedia|WebPage")

# fmt: off
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "br", "caption", "dd", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol",
    "option", "p", "pre", "section", "table", "tbody", "td", "th", "tfoot", "thead", "tr", "ul",
))
_UNSEEN = frozenset((
    "script", "style", "noscript", "template", "svg", "head", "title", "iframe", "object", "button", "select",
    "textarea",
))
# fmt: on
_SPACES = regex(r"[^\S\n]+")
# A main text of a few words is a caption or a notice, not the article.
_SHORTEST_MAIN = 80
# The main-text search takes seconds on pages of this size and more, which are no articles: then all text is kept.
_LARGEST_SEARCHED = 1_000_000
_MOST_TAGS_SEARCHED = 20_000
# Tags as HTML defines them; what looks like one in a comment, a script or a style is none. The parser compares each
# attribute of a tag with all before it: minutes for a tag of 90,000.
_ATTRIBUTE = r"""[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?+"""
_TAG = regex(
    rf"""
      <!--(?:-?>|.*?(?:--!?>|\Z))
    | (?P<tag><(?:(?P<raw>script|style)(?=[\s/>])|[a-z][^\s/>]*+)(?:[\s/=]|{_ATTRIBUTE})*+)
      (?(raw)(?:>.*?(?:</(?P=raw)|\Z))?)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_MOST_ATTRIBUTES = 200
_BYLINE_LINES = 40


def read(data: bytes, source: str) -> Iterator[Article | Reject]:
    """The page as one article: paragraphs as lines. Raises UnreadableError (`no_text`) where it shows nothing."""
    charset = _CHARSET.search(data[:4096])
    hint = charset[1].decode("ascii").lower() if charset else ""
    page = text_of(data, hint=_ALIASES.get(hint, hint))
    if any(_overladen(found["tag"] or "") for found in _TAG.finditer(page)):
        raise UnreadableError("html", f"a tag with more than {_MOST_ATTRIBUTES} attributes; save its text as .txt")
    tree = _tree(page)
    if tree is None:
        raise UnreadableError("no_text", "no HTML in the file; save the page again or name it .txt")
    told = _told(tree)
    seen = _visible(tree)
    text = _main_text(page) or seen
    if not text.strip():
        raise UnreadableError("no_text", "the page shows no text (it may need JavaScript); save it from a browser")
    yield _article(told, text, seen)


def _article(told: Mapping[str, str], text: str, seen: str) -> Article:
    """The article by its tags, then by the byline that stands near the headline but outside of the main text."""
    lines = seen.split("\n")
    title = told["title"]
    start = next((i for i, line in enumerate(lines) if title and title in line), 0)
    byline = byline_of("\n".join(lines[start : start + _BYLINE_LINES]))
    day = day_of(told["published"])
    beside = byline.published if byline.source == "byline" else None
    return Article(
        text,
        title=title,
        publisher=told["publisher"],
        reporter=person(told["reporter"]) or byline.reporter,
        published=day or beside,
        published_source="metadata" if day else "byline" if beside else "none",
        url=told["url"],
        lang="",
    )


def _overladen(tag: str) -> bool:
    return len(tag) > 2 * _MOST_ATTRIBUTES and sum(1 for _ in re.finditer(_ATTRIBUTE, tag)) > _MOST_ATTRIBUTES


def _tree(page: str) -> html.HtmlElement | None:
    # Bytes, since lxml refuses text that names its encoding; what XML cannot hold is left out for the tags' sake only.
    clean = page.encode("utf-8", "ignore").replace(b"\0", b"")
    try:
        parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
        return html.document_fromstring(clean, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _main_text(page: str) -> str:
    """The article without menus, lists of others and footers; empty where none stands out."""
    import trafilatura

    if len(page) > _LARGEST_SEARCHED or page.count("<") > _MOST_TAGS_SEARCHED:
        return ""
    # It complains of every page without a main text; those are told by the empty answer.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = trafilatura.extract(page, include_comments=False, include_tables=True, with_metadata=False)
    except RecursionError:
        return ""
    return found if found and len(found) >= _SHORTEST_MAIN else ""


def _told(tree: html.HtmlElement) -> dict[str, str]:
    """What the tags say: title, published, publisher, reporter, url; empty where they do not."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        for key in ("property", "name", "itemprop"):
            if (name := meta.get(key)) and (content := (meta.get("content") or "").strip()):
                metas.setdefault(name.lower(), content)
    linked = list(_linked(tree))
    told = {
        field: next((metas[name] for name in names if name in metas and not _is_url(field, metas[name])), "")
        or next((value for data in linked if (value := _named(data.get(_LD[field])))), "")
        for field, names in _META.items()
    }
    told["published"] = told["published"] or next(
        (t.get("datetime", "") for t in tree.iter("time") if t.get("itemprop") == "datePublished"), ""
    )
    told["url"] = next((e.get("href", "") for e in tree.iter("link") if e.get("rel") == "canonical"), "") or told["url"]
    told["title"] = told["title"] or _heading(tree, told["publisher"])
    return told


def _is_url(field: str, value: str) -> bool:
    """Whether a page on Facebook stands where a name should."""
    return field != "url" and value.startswith(("http://", "https://"))


def _linked(tree: html.HtmlElement) -> Iterator[dict[str, object]]:
    """The JSON-LD objects that tell of an article; what does not parse is as good as absent."""
    for script in tree.iter("script"):
        if script.get("type", "").strip().lower() != "application/ld+json":
            continue
        try:
            value = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        graph = value.get("@graph") if isinstance(value, dict) else None
        for one in [*_listed(value), *_listed(graph)]:
            if isinstance(one, dict) and _LD_TYPES.search(str(one.get("@type"))):
                yield one


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _named(value: object, depth: int = 4) -> str:
    """A JSON-LD value as text: `{"name": "…"}` its name, a list joined, nothing for what is nested deeper."""
    if isinstance(value, dict):
        value = value.get("name")
    if isinstance(value, list) and depth:
        return ", ".join(name for one in value if (name := _named(one, depth - 1)))
    return value.strip() if isinstance(value, str) else ""


def _heading(tree: html.HtmlElement, publisher: str) -> str:
    """The page's only `h1`, else its title without the paper's name: `Lamps | Hangang Post`."""
    headings = [text for h in tree.iter("h1") if (text := _line(h))]
    if len(set(headings)) == 1:
        return headings[0]
    title = next((_line(t) for t in tree.iter("title")), "")
    head, mark, tail = next(
        (p for s in (" | ", " - ", " :: ", " < ", " – ") if (p := title.rpartition(s))[1]), ("", "", "")
    )
    return head if mark and (tail.strip() == publisher or not publisher) and head else title


def _line(element: html.HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _visible(tree: html.HtmlElement) -> str:
    """All text of the page that a reader sees, a line per block. Walked without recursion: pages may be deep."""
    lines = "".join(_pieces(tree)).split("\n")
    return "\n".join(line for raw in lines if (line := _SPACES.sub(" ", raw).strip()))


def _pieces(tree: html.HtmlElement) -> Iterable[str]:
    unseen = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            unseen += name in _UNSEEN
            if name in _BLOCKS:
                yield "\n"
            if not unseen and element.text:
                yield element.text.replace("\n", " ")
            continue
        unseen -= name in _UNSEEN
        if name in _BLOCKS:
            yield "\n"
        if not unseen and element.tail:
            yield element.tail.replace("\n", " ")
