"""Currencies: which written forms stand after or before a number, and the patterns over them.

The forms are rows of resources/currencies.csv: `place` after (`20만 달러`, `3 million euros`) or before (`$5`, `KRW 10
billion`), `factor` what one unit is of the currency (a cent is 0.01), `not_before` a pattern of what may not follow
the form because it makes another word (`위안부`, `엔진`, `36만 원주시민`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from pipeline.resources import table

# The scales of English, spelt out or short; the short ones count only beside a currency.
SCALES = ("hundred", "thousand", "million", "billion", "trillion")
SCALE_WORDS = f"(?:{'|'.join(SCALES)})"
_SCALE_FORMS = rf"(?=[ -]?[A-Za-z]) (?: [ -]? (?:{SCALE_WORDS}|[mb]l?n|t[rl]?n) | [kmbt] ) (?![A-Za-z])"

# What may stand between digits and the scale of a Korean number, and between its groups.
_KOREAN_TAIL = r"""
    (?: [ ]{0,2} (?:여[ ]?)? [십백천만억조경]
      | (?<=[십백천만억조경]) [ ]{0,2} (?: \d++ (?:,\d++)*+ (?:\.\d++)?+ | [일이삼사오육칠팔구] )
        (?= [ ]{0,2} (?:여[ ]?)? (?:[십백천만억조] | UNIT) )
      | (?<=[만억조경]) \d{1,4}+ (?![\d,.]\d)
    ){1,24}+
"""

# A number that goes on with a smaller scale: `29 trillion and 652.5 billion`.
_SMALLER_SCALE = r"""
    (?: (?: (?<=trillion) (?= [ ](?:and[ ])?[\d,.]++[ ][mb]illion ) | (?<=billion) (?= [ ](?:and[ ])?[\d,.]++[ ](?:million|thousand) )
          | (?<=million) (?= [ ](?:and[ ])?[\d,.]++[ ]thousand ) )
        [ ](?:and[ ])? [\d,.]++ [ ] [a-z]++ ){0,2}+
"""

# A number that a digit leads, with its currency on either side, or with a Korean scale and no currency at all.
_DIGIT_LED = r"""
    \d (?<!\d\d) (?<!\d[.,]\d)
    (?P<signed> (?<=[SIGNS]\d) | (?<=[SIGNS][ ]\d)
              | (?<=[A-Zo]\d) (?: (?<=[A-Z]{3}\d) | (?<=W\d) | (?<=euro\d) )
              | (?<=[A-Zwdno][ ]\d) (?: (?<=[A-Z]{3}[ ]\d) | (?<=[kK]rw[ ]\d) | (?<=usd[ ]\d) | (?<=(?:[Ww]on|uro)[ ]\d) ) )?+
    \d*+ (?:,\d++)*+ (?:\.\d++)?+
    (?P<korean> TAIL )?+
    (?P<english> (?: SCALES )++ SMALLER )?+
    (?: (?P<few> [ ]?여 )?+ [ ]? (?=[FIRST]) (?P<unit> UNIT )
      | [ -]{0,2} (?=[A-Za-z]) (?P<word> WORD )
      | [ ]? \( (?P<bracket> [십백천만억조]{0,2} ) 원 \)
      | (?(signed) | (?(korean) | (?!) ) ) )
"""

# A number in Hangul alone, from its last scale on; what leads up to it is read backwards.
_HANGUL_LED = r"""
    [십백천만억조경] (?<![십백천만억조경][십백천만억조경]) (?<!원[십백천만억조경]) (?P<tail> [십백천만억조경]*+ (?: [ ]? [일이삼사오육칠팔구] )?+ ) (?P<few> [ ]?여 )?+ [ ]{0,2} (?=[FIRST]) (?P<unit> UNIT | 대(?=[ ]) )
"""


@dataclass(frozen=True, slots=True)
class Currency:
    """What a form means: the ISO code, and how much of the currency one unit is."""

    code: str
    factor: Decimal


@dataclass(frozen=True)
class Lexicon:
    """The forms by place, and the compiled patterns made of them.

    after, before: form (lower case, without spaces) → Currency. `prefix` finds a form at the end of what stands before
    a number; `english` the currency words that follow a number in words.
    """

    after: dict[str, Currency]
    before: dict[str, Currency]
    digit_led: re.Pattern[str]
    hangul_led: re.Pattern[str]
    prefix: re.Pattern[str]
    english: re.Pattern[str]

    def follows(self, form: str) -> Currency:
        """The currency of a form found after a number; a sign may stand there too (`100€`)."""
        return self.after.get(_key(form)) or self.before[_key(form)]

    def precedes(self, form: str) -> Currency:
        """The currency of a form found before a number."""
        return self.before[_key(form)]


@cache
def lexicon() -> Lexicon:
    """The table of currencies with its patterns, read on first use."""
    rows = table("currencies")
    place = {
        side: {_key(r["form"]): Currency(r["currency"], Decimal(r["factor"])) for r in rows if r["place"] == side}
        for side in ("after", "before")
    }
    hangul = sorted((r for r in rows if r["lang"] == "ko"), key=lambda r: -len(r["form"]))
    korean = "(?:" + "|".join(_korean_form(r["form"], r["not_before"]) for r in hangul) + ")"
    signs = sorted(r["form"] for r in rows if r["place"] == "before" and not r["form"][-1].isalpha())
    sign_class = re.escape("".join(sorted({s[-1] for s in signs})))
    words = [r["form"] for r in rows if r["lang"] == "en"]
    english = _alternatives(re.escape(w).replace(r"\ ", "[ -]") for w in words) + r"(?![A-Za-z\d]|[ ]\d+[.,]|['’]t)"
    unit = f"(?:{korean}|[₩￦$€£](?![ ]?\\d))"
    first = "".join(sorted({r["form"][0] for r in rows if r["lang"] == "ko"})) + "₩￦$€£"

    def compiled(pattern: str) -> re.Pattern[str]:
        pattern = (
            pattern.replace("TAIL", _KOREAN_TAIL)
            .replace("SCALES", f"(?i:{_SCALE_FORMS})")
            .replace("SMALLER", f"(?i:{_SMALLER_SCALE})")
            .replace("SIGNS", sign_class)
        )
        pattern = pattern.replace("FIRST", first)
        return re.compile(pattern.replace("UNIT", unit).replace("WORD", f"(?i:{english})"), re.VERBOSE)

    forms = [r["form"] for r in rows if r["place"] == "before"]
    letters = _alternatives(re.escape(f) for f in forms)
    prefix = re.compile(rf"(?<![A-Za-z])(?:{letters}|krw|Krw|usd|won)[ ]?\Z")
    return Lexicon(
        place["after"],
        place["before"],
        compiled(_DIGIT_LED),
        compiled(_HANGUL_LED),
        prefix,
        re.compile(f"(?i:{english})"),
    )


def _key(form: str) -> str:
    return re.sub(r"[ -]", "", form).lower()


def _korean_form(form: str, not_before: str) -> str:
    """A form, its spaces optional, with what may not follow it; spaces are written out for the verbose patterns."""
    pattern = re.escape(form).replace(r"\ ", "[ ]?")
    return f"{pattern}(?!{not_before.replace(' ', '[ ]')})" if not_before else pattern


def _alternatives(patterns: Iterable[str]) -> str:
    """One group of all, longest first, so that `HK$` is tried before `$`."""
    return "(?:" + "|".join(sorted(patterns, key=lambda p: (-len(p), p))) + ")"
