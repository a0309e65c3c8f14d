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
NO_ACTOR: Final = "no actor found"
ONE_COUNTRY: Final = "domestic: only one country in play"
NO_ACT: Final = "no act recognised"

WORD: Final = re.compile(
    r"\b(?:visit(?:s|ed|ing)?|talks|summits?|negotiat(?:e[sd]?|ing|ions?|ors?)|treat(?:y|ies)|accords?|pacts?|"
    r"sanction(?:s|ed|ing)?|embargo(?:e[sd])?|ambassadors?|embass(?:y|ies)|envoys?|diplomats?|consulates?|"
    r"delegations?|cease-?fires?|truces?|armistice|invasions?|invade[sd]?|air ?strikes?|extradit(?:e[sd]?|ing|ions?)|"
    r"expel(?:s|led|ling)?|expulsions?|annex(?:e[sd]|ing|ation)?|ratif(?:y|ies|ied|ication)|"
    r"mediat(?:e[sd]?|ing|ion|ors?)|communiqu[eé]s?|denuclear[iy][sz]ation|peacekeepers?|ultimatums?|blockades?|"
    r"tariffs?|repatriat(?:e[sd]?|ing|ion)|hostages?)\b",
    re.IGNORECASE,
)
DIPLOMATIC: Final[Rule[str]] = Rule(
    "gaps.diplomatic_word",
    NO_ACT,
    Words(WORD),
    examples=("The [embassy] gave no details .", "Nobody [ratified] the [treaty] ."),
    near_misses=("He talked to the expeller .", "Doctors treat the wounded ."),
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
    """The sentences with a diplomatic word and no record, and the dates that stay open, in text order.

    `sentences` may be unparsed units. `declined` are the words that the events stage looked at and let go, each with
    its reason; where one stands in a silent sentence, that is the reason given.
    """
    text = document.text
    spoken = [*(a.span for a in acts), *(a.span for a in assessments)]
    found = [
        Gap(t.span, t.span.of(text), f"'{t.span.of(text)}': {t.reason or UNDATED}") for t in times if t.value is None
    ]
    for sentence, word in _first_words(text, sentences):
        if not any(sentence.span.meets(s) for s in spoken):
            reason = _reason(text, sentence.span, word, declined or {}, mentions, statements)
            found.append(Gap(sentence.span, sentence.span.of(text), reason))
    return tuple(sorted(found, key=lambda g: g.span))


def _first_words(text: str, sentences: Sequence[Sentence | Unit]) -> Iterator[tuple[Sentence | Unit, Span]]:
    """Each sentence's first diplomatic word; a word inside a quotation counts for the quotation's own sentence only."""
    owners: dict[Span, Sentence | Unit] = {}
    for sentence in sentences:
        if sentence.part is Part.TEXT:
            owners.update((Span(*m.span()), sentence) for m in WORD.finditer(text, *sentence.span))
    seen: set[int] = set()
    for word, sentence in sorted(owners.items(), key=lambda o: o[0]):
        if sentence.index not in seen:
            seen.add(sentence.index)
            yield sentence, word


def _reason(
    text: str,
    span: Span,
    word: Span,
    declined: Mapping[Span, str],
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
) -> str:
    let_go = [why for where, why in sorted(declined.items()) if span.holds(where)]
    if let_go:
        return "; ".join(let_go)
    countries = {
        e.country for m in mentions if m.part is Part.TEXT and span.meets(m.span) for e in m.entities if e.country
    }
    reason = (NO_ACTOR, f"{ONE_COUNTRY} ({next(iter(countries), '')})", NO_ACT)[min(len(countries), 2)]
    said = any(span.meets(s.span) for s in statements)
    return f"'{word.of(text)}': {reason}{', kept as a statement only' if said else ''}"
