"""The report page: what stands in it, and what a real headless Chromium makes of it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import quote

import pandas as pd
import pytest

import pipeline
from pipeline.errors import PipelineError
from pipeline.report import write

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
browser = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium: install it (apt-get install chromium) to test the page"
)
HOSTILE = (
    "<script>document.title='hacked'</script> <img src=x onerror=\"document.title='hacked'\"> </textarea></script><!-- "
    "{{script}} {{articles}} 유성구는 ‘<b>달빛</b> 산책’ 축제에 3억원을 쓴다. &lt;script&gt; \u2028 𝟜 김하늘 유성구청장은 5월 3일 웃었다."
)


@pytest.fixture(scope="session")
def page(processed: Path) -> Path:
    return write(processed)


def opened(
    page: Path, fragment: str = "", query: str = "lang=en&theme=light", folder: Path | None = None
) -> tuple[str, list[str]]:
    """The page's DOM in headless Chromium, and what it wrote to the console."""
    assert CHROMIUM is not None
    command = [
        *(
            CHROMIUM,
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-sync",
        ),
        *("--disable-background-networking", "--disable-component-update", "--enable-logging=stderr", "--v=0"),
        *(f"--user-data-dir={folder or page.parent / 'browser'}", "--virtual-time-budget=6000", "--dump-dom"),
        f"file://{quote(str(page))}?{query}{fragment}",
    ]
    found = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return found.stdout, [line for line in found.stderr.splitlines() if "CONSOLE" in line]


def data_of(page: Path) -> dict[str, object]:
    found = re.search(
        r'<script type="application/json" id="data">(.*?)</script>', page.read_text(encoding="utf-8"), re.DOTALL
    )
    assert found is not None
    data: dict[str, object] = json.loads(found[1])
    return data


def test_it_is_one_file_that_asks_for_nothing(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert sorted(path.name for path in page.parent.iterdir() if path.is_file()) == ["index.html"]
    markup = re.sub(r"<script[^>]*>.*?</script>", "<script>", text, flags=re.DOTALL)
    assert not re.search(r"<(?:link|img|iframe|object)\b|\bsrc=|@import|url\(", markup)
    assert "default-src 'none'" in text


def test_the_same_tables_make_the_same_page(page: Path, processed: Path) -> None:
    before = page.read_bytes()
    assert write(processed).read_bytes() == before


def test_without_tables_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="run `dongne run` first"):
        write(tmp_path)


def test_every_row_and_article_is_in_it(page: Path, processed: Path) -> None:
    tables = data_of(page)["tables"]
    assert isinstance(tables, dict)
    for name in ("documents", "officials", "programs", "amounts", "dates", "findings", "rejects"):
        assert len(tables[name]["rows"]) == len(pd.read_parquet(processed / f"{name}.parquet")), name
    text = page.read_text(encoding="utf-8")
    assert text.count('id="article-') == len(tables["documents"]["rows"])


@browser
@pytest.mark.parametrize("query", ["lang=en&theme=light", "lang=ko&theme=dark"])
def test_it_opens_from_a_file_without_a_word_on_the_console(page: Path, query: str) -> None:
    dom, console = opened(page, query=query)
    assert console == []
    assert dom.count("<figure>") == 7
    assert dom.count("<svg") >= 7
    assert ("사업별 금액" if "ko" in query else "Won by programme") in dom


@browser
def test_a_filter_narrows_the_rows(page: Path) -> None:
    dom, console = opened(page, "#/amounts?filter=" + quote("장수사랑상품권"))
    rows = re.search(r"<tbody>(.*?)</tbody>", dom, re.DOTALL)
    assert rows is not None
    found = rows[1].split("<tr>")[1:]
    assert 0 < len(found) < 20
    assert all("장수사랑상품권" in row for row in found)
    assert console == []


@browser
def test_a_row_leads_to_its_characters(page: Path, processed: Path) -> None:
    amount = pd.read_parquet(processed / "amounts.parquet").iloc[3]
    dom, _ = opened(page, "#/amounts?filter=" + quote(amount.text))
    assert f'href="#mention-{amount.mention_id}"' in dom
    dom, console = opened(page, f"#mention-{amount.mention_id}")
    marked = re.search(r'<mark class="amount here"[^>]*>(.*?)</mark>', dom)
    assert marked is not None
    assert marked[1] == amount.text
    assert 'role="tooltip"' in dom
    assert console == []


@browser
def test_nothing_in_an_article_runs(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "<img src=x onerror=alert(1)>.txt").write_text(HOSTILE, encoding="utf-8")
    pipeline.run([tmp_path / "in"], tmp_path / "out")
    page = write(tmp_path / "out")
    doc_id = pd.read_parquet(tmp_path / "out" / "documents.parquet").doc_id[0]
    dom, console = opened(page, f"#/article/{doc_id}")
    assert console == []
    assert "<title>Dongne</title>" in dom
    main = dom[dom.index("<main") : dom.index("</main>")]
    assert "<script" not in main
    assert "<img" not in main
    assert "&lt;script&gt;document.title" in main
    assert re.search(r'<mark class="amount"[^>]*>3억원</mark>', main)  # behind a character of two code units
    assert re.search(r'<mark class="date"[^>]*>5월 3일</mark>', main)


@browser
def test_two_thousand_articles_open_in_three_seconds(tmp_path: Path, samples: Path) -> None:
    """The page's own clock, from navigation to the first view; the tables are those of the samples, told often."""
    pipeline.run([samples], tmp_path / "out")
    page = write(tmp_path / "out")
    text = page.read_text(encoding="utf-8")
    articles = re.findall(r'<script type="application/json" id="article-.*?</script>', text, re.DOTALL)
    many = "\n".join(articles[i % len(articles)].replace('id="article-', f'id="article-{i}-', 1) for i in range(2000))
    page.write_text(text.replace("\n".join(articles), many), encoding="utf-8")
    dom, _ = opened(page)
    ready = re.search(r'data-ready="(\d+)"', dom)
    assert ready is not None
    assert int(ready[1]) < 3000
