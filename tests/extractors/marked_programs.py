"""Running sentences with marked programs: `<program>` must be found, `<maybe>` may be."""

from collections.abc import Sequence

from pipeline.extractors.program import EXTRACTOR
from pipeline.flow import process
from tests.annotated import parse


def measure(cases_ko: Sequence[str], cases_en: Sequence[str]) -> tuple[list[str], int, int, int]:
    """The failing cases with what was found; and over all cases how many names were right, wrong and missed."""
    failed, right, wrong, missed = [], 0, 0, 0
    for lang, cases in (("ko", cases_ko), ("en", cases_en)):
        for case in cases:
            half, maybe = parse(case, "maybe")
            text, expected = parse(half, "program")
            found = [m.text for m in process(text, lang=lang, extractors=[EXTRACTOR]).mentions]
            wanted = [e.text for e in expected]
            extra = [f for f in found if f not in wanted and f not in [m.text for m in maybe]]
            lost = [w for w in wanted if w not in found]
            right, wrong, missed = right + len(wanted) - len(lost), wrong + len(extra), missed + len(lost)
            if extra or lost:
                failed.append(f"{case}\n    extra {extra} missed {lost}")
    return failed, right, wrong, missed
