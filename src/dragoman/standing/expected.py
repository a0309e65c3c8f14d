"""What is likely or unlikely in somebody's judgement."""

from __future__ import annotations

from typing import Final

from dragoman.model.event import Status
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule
from dragoman.standing.conditions import called, described, either, governed, helped

LIKELY: Final = frozenset({"expect", "likely", "anticipate", "forecast", "predict"})

IN_DOUBT: Final = either(helped({"may", "might", "could"}), called({"possible", "conceivable"}))
TAKEN_UP: Final = frozenset({"they", "it", "this", "that", "so"})


def _is_doubted_after(sentence: Sentence, token: Token) -> bool:
    """ "There may be talks, but Oslo is unlikely to pursue them": the last word on it is what counts."""
    if token.pos != "NOUN" or not IN_DOUBT(sentence, token):
        return False
    doubts = (t for t in sentence.tokens if t.index > token.index and t.lemma == "unlikely")
    return any(w.pos == "PRON" and w.lemma.lower() in TAKEN_UP for d in doubts for w in sentence.subtree(d))


RULES: Final = (
    Rule(
        "standing.unlikely",
        Status.UNLIKELY,
        At(either(governed({"unlikely"}, "to do", "clause"), called({"unlikely", "doubtful", "improbable"}))),
        examples=("Oslo is unlikely to [meet] the envoy .", "A [summit] is unlikely ."),
        near_misses=("Oslo is likely to meet the envoy .", "A summit is likely ."),
    ),
    Rule(
        "standing.doubted_after",
        Status.UNLIKELY,
        At(_is_doubted_after),
        examples=("There may be [talks] , but Oslo is unlikely to pursue them .",),
        near_misses=(
            "There may be talks , and Oslo is likely to pursue them .",
            "There may be talks , but Oslo is unlikely to pay .",
        ),
    ),
    Rule(
        "standing.not_likely",
        Status.UNLIKELY,
        At(governed(LIKELY, "to do", denied=True)),
        examples=("Oslo is not expected to [meet] the envoy .",),
        near_misses=("Oslo is expected to meet the envoy .",),
    ),
    Rule(
        "standing.may_not",
        Status.UNLIKELY,
        At(helped({"may", "might"}, denied=True)),
        examples=("The [summit] may not [take] [place] in June .", "Oslo may not [meet] the envoy ."),
        near_misses=("Oslo may meet the envoy .", "Oslo did not meet the envoy ."),
    ),
    Rule(
        "standing.expected",
        Status.EXPECTED,
        At(either(governed(LIKELY, "to do", "passive"), called({"likely", "probable", "imminent"}))),
        examples=("Oslo is expected to [meet] the envoy .", "A [visit] is likely ."),
        near_misses=("Oslo is set to meet the envoy .", "Oslo is not expected to meet the envoy ."),
    ),
    Rule(
        "standing.expected_noun",
        Status.EXPECTED,
        At(described({"expected", "anticipated", "likely", "imminent"})),
        examples=("They prepare for the expected [visit] .",),
        near_misses=("They prepare for the unexpected visit .",),
    ),
)
