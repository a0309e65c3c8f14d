"""What looks like a date and is none: lengths, ages, anniversaries, repetitions, and numbers in names."""

from __future__ import annotations

from typing import Final

from dragoman.dates.moment import Phrase, Reader
from dragoman.dates.terms import DASH, words
from dragoman.rules import Rule

RULES: Final[tuple[Rule[Reader | None], ...]] = (
    Rule(
        "dates.not.document",
        None,
        Phrase(
            words(
                r"\b(?:[Rr]esolutions?|UNSCR|Agenda|Vision|Articles?|Act|Flight|Boeing|Airbus|Section|Order|Nos?\.|[Nn]umber|"
                r"[Rr]oom|Route|Highway|Euro|Expo|Apollo|Division|Squadron|Unit|COP|[Pp]age)"
                r"(?: (?:No\.|number))? \d{1,4}(?:/\d+)?"
            )
        ),
        ("under [Resolution 1718] all trade stops", "the [Agenda 2030] goals"),
        ("the resolution of 1718",),
    ),
    Rule(
        "dates.not.age",
        None,
        Phrase(words(rf"\b\d{{1,3}}{DASH}year{DASH}olds?\b|\baged \d{{1,3}}\b|\b\d{{1,3}} years old\b")),
        ("a [22-year-old] soldier fled", "a man [aged 15] was held"),
        ("22 years of age it was",),
    ),
    Rule(
        "dates.not.anniversary",
        None,
        Phrase(
            words(
                r"\b(?i:\d{1,3}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) "
                r"(?i:anniversary|birthday|session|round)\b"
            )
        ),
        ("they marked the [80th anniversary] of victory",),
        ("the anniversary of 1980",),
    ),
    Rule(
        "dates.not.repetition",
        None,
        Phrase(
            words(
                r"\b(?i:every|each|per) (?:other )?(?i:day|week|month|year|spring|summer|autumn|winter|"
                r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
            )
        ),
        ("they meet [every year] in the hills",),
        ("everyone this year",),
    ),
)
