"""What a report holds that could not be read, and why: silence is never the answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dragoman.model.act import Act
from dragoman.model.document import Document
from dragoman.model.event import Assessment, Gap, Statement
from dragoman.model.mention import Mention
from dragoman.model.span import Span
from dragoman.model.syntax import Part, Sentence, Unit
from dragoman.model.time import Time
from dragoman.rules import Rule, Words

UNDATED: Final = "the report has no publication date to count from"
NO_ACTOR: Final = "no country, and nobody who acts for one, was found in the sentence"
ONE_COUNTRY: Final = "domestic: only one country in play"
SAID: Final = "; kept as a statement only"
NO_ACT: Final = "no act recognised"
UNSURE: Final = "perhaps an act, but not surely enough to record"

WORD: Final = re.compile(
    r"(?<![\w/@.#-])(?:visit(?:s|ed|ing)?|talks|summits?|negotiat(?:e[sd]?|ing|ions?|ors?)|treat(?:y|ies)(?! room\b)|"
    r"accords?|pacts?|sanction(?:s|ed|ing)?|embargo(?:e[sd])?|(?:ambassadors?|envoys?)(?! (?-i:[A-Z]))|embass(?:y|ies)|"
    r"diplomats?|consulates?|delegations?|cease-?fires?|truces?|armistice|invasions?|invade[sd]?|air ?strikes?|"
    r"extradit(?:e[sd]?|ing|ions?)|expel(?:s|led|ling)?|expulsions?|annex(?:e[sd]|ing|ation)?|ratif(?:y|ies|ied|ication)|"
    r"mediat(?:e[sd]?|ing|ion|ors?)|communiqu[eé]s?|denuclear[iy][sz]ation|peacekeepers?|ultimatums?|blockades?|"
    r"tariffs?|repatriat(?:e[sd]?|ing|ion))(?![\w/@-])",
    re.IGNORECASE,
)
DIPLOMATIC: Final[Rule[str]] = Rule(
    "gaps.diplomatic_word",
    NO_ACT,
    Words(WORD),
    examples=(
        "The [embassy] gave no details .",
        "Nobody [ratified] the [treaty] .",
        "Peru 's [ambassador] to Norway sang .",
    ),
    near_misses=(
        "He talked to the expeller .",
        "Doctors treat the wounded .",
        "Ambassador Berg sang in the Treaty Room .",
        "See example.org/summit-notes for more .",
    ),
)


def find_gaps(
    document: Document,
    sentences: Sequence[Sentence | Unit],
    acts: Sequence[Act],
    statements: Sequence[Statement] = (),
    assessments: Sequence[Assessment] = (),
    *,
    mentions: Sequence[Mention] = (),
    times: Sequence[Time] = (),
    declined: Mapping[Span, str] | None = None,
) -> tuple[Gap, ...]:
    """The sentences that gave no record though they may hold one, and the dates that stay open, in text order.

    Such a sentence has a diplomatic word, or two countries and a word that the events stage looked at and let go.
    `sentences` may be unparsed units. `declined` are the words let go, each with its reason; where one stands in a
    silent sentence, that is the reason given.
    """
    text = document.text
    declined = declined or {}
    spoken = [*(a.span for a in acts), *(a.span for a in assessments)]
    found = [
        Gap(t.span, t.span.of(text), f"'{t.span.of(text)}': {t.reason or UNDATED}") for t in times if t.value is None
    ]
    words = dict(_first_words(text, sentences))
    for sentence in (s for s in sentences if s.part is Part.TEXT):
        span = sentence.span
        if any(span.meets(s) for s in spoken):
            continue
        countries = _countries(span, mentions)
        let_go = [why for where, why in sorted(declined.items()) if span.holds(where)]
        word = words.get(sentence.index)
        if word is not None or (let_go and len(countries) > 1):
            reason = f"{UNSURE}: {'; '.join(let_go)}" if let_go else _unread(text, word, countries)
            said = any(span.meets(s.span) for s in statements)
            found.append(Gap(span, span.of(text), f"{reason}{SAID if said else ''}"))
    return tuple(sorted(found, key=lambda g: g.span))


def _first_words(text: str, sentences: Sequence[Sentence | Unit]) -> Iterator[tuple[int, Span]]:
    """By sentence, its first diplomatic word; one inside a quotation counts for the quotation's own sentence only."""
    owners: dict[Span, Sentence | Unit] = {}
    for sentence in sentences:
        if sentence.part is Part.TEXT:
            owners.update((Span(*m.span()), sentence) for m in WORD.finditer(text, *sentence.span))
    seen: set[int] = set()
    for word, sentence in sorted(owners.items(), key=lambda o: o[0]):
        if sentence.index not in seen:
            seen.add(sentence.index)
            yield sentence.index, word


def _countries(span: Span, mentions: Sequence[Mention]) -> list[str]:
    """The countries, and bodies of several, that the sentence speaks of."""
    near = (m for m in mentions if m.part is Part.TEXT and span.meets(m.span))
    return sorted({e.country for m in near for e in m.entities if e.country})


def _unread(text: str, word: Span | None, countries: Sequence[str]) -> str:
    reason = (NO_ACTOR, f"{ONE_COUNTRY} ({', '.join(countries)})", NO_ACT)[min(len(countries), 2)]
    return f"'{word.of(text)}': {reason}" if word else reason
