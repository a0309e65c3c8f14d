"""How likely a word is to name an act, once the parse and the report's countries are known."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from dragoman.events import background, light, telling, veto
from dragoman.events.kinds import Kinds, shares
from dragoman.model.event import EventType
from dragoman.model.mention import Mention
from dragoman.model.syntax import Sentence, Token
from dragoman.model.tag import Tag
from dragoman.rules import At, Rule

# Log odds, set on reports held back from training: the word names an act of this type = ACT * log odds of the tagger's
# probability of any act + TYPE * log odds of the type's share + CONSTANT + the weights of what holds.
ACT: Final = 0.65
TYPE: Final = 0.25
CONSTANT: Final = -1.5
PRESENT: Final = 0.5  # tagger's probability from which another word counts as an act beside this one
CROWD: Final = 3
BRIEF: Final = 8  # sentences: a longer report of one country may be its release on an act with many
INTERNATIONAL: Final = "IGO"
SURE: Final = 0.95  # the type's share where a rule knows it

Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may name an act, with the likeliest type and that type's share among the types.

    `told` is the rule that knows the type, None where the tagger and the weights of `kinds` chose it.
    """

    tag: Tag
    sentence: Sentence
    token: Token
    kind: EventType
    share: float
    told: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a candidate: the other acts of its sentence, and the countries of the report.

    `brief` is whether the report is, `peopled` whether anybody is named in the sentence, or in the one that quotes it.
    """

    others: Sequence[Candidate]
    countries: frozenset[str]
    brief: bool
    peopled: bool


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that makes an act likelier (`weight` above 0, in log odds) or less likely, and why."""

    name: str
    weight: float
    reason: str
    holds: Callable[[Candidate, Setting], bool]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate's probability in the end, and the names of what changed it."""

    candidate: Candidate
    probability: float
    because: tuple[str, ...]


def _is_domestic(_: Candidate, setting: Setting) -> bool:
    return setting.brief and len(setting.countries) <= 1 and INTERNATIONAL not in setting.countries


def _is_unpeopled(_: Candidate, setting: Setting) -> bool:
    return not setting.peopled


def _is_heading(candidate: Candidate, setting: Setting) -> bool:
    """A line that ends without a stop, between the paragraphs of a longer report."""
    return not setting.brief and candidate.sentence.tokens[-1].text[-1].isalnum()


def _repeats(candidate: Candidate, setting: Setting) -> bool:
    above = {t.index for t in candidate.sentence.ancestors(candidate.token)}
    return any(o.kind is candidate.kind and o.token.index in above for o in setting.others)


def _is_crowded(_: Candidate, setting: Setting) -> bool:
    return len(setting.others) >= CROWD


def _is_consultation(candidate: Candidate, _: Setting) -> bool:
    return candidate.kind is EventType.CONSULT


def _is_told(candidate: Candidate, _: Setting) -> bool:
    return candidate.told is not None


CONDITIONS: Final = (
    Condition("events.telling", 1.5, "the word and what it acts on can mean one thing only", _is_told),
    Condition("events.domestic", -2.5, "domestic: only one country in a brief report", _is_domestic),
    Condition("events.unpeopled", -0.4, "the sentence names nobody who could act", _is_unpeopled),
    Condition("events.heading", -2.0, "a heading or an item of a list", _is_heading),
    Condition("events.repeated", -0.9, "a word above it names the same act ('pays a visit')", _repeats),
    Condition("events.crowded", -0.6, "three other words of the sentence name acts", _is_crowded),
    Condition("events.consultation", 0.4, "visits and talks are named by few, clear words", _is_consultation),
)
REASONS: Final = {**{c.name: c.reason for c in CONDITIONS}, **{r.name: r.gives for r in (*veto.RULES, *light.RULES)}}


def weigh(
    placed: Iterable[tuple[Tag, Sentence, Token]], sentences: int, mentions: Sequence[Mention], kinds: Kinds
) -> list[Weighed]:
    """The words in the order given, each weighed; `sentences` is how many the report has."""
    candidates = [_candidate(tag, sentence, token, kinds) for tag, sentence, token in placed]
    beside: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.tag.probability >= PRESENT:
            beside[candidate.sentence.index].append(candidate)
    countries = frozenset(e.country for m in mentions for e in m.entities if e.country)
    peopled = {m.sentence for m in mentions if m.entities}
    brief = sentences <= BRIEF
    return [
        _weighed(c, Setting(_others(c, beside), countries, brief, not peopled.isdisjoint(_homes(c))))
        for c in candidates
    ]


def _others(candidate: Candidate, beside: Mapping[int, Sequence[Candidate]]) -> list[Candidate]:
    return [o for o in beside.get(candidate.sentence.index, ()) if o is not candidate]


def _homes(candidate: Candidate) -> set[int]:
    """The sentence's index, and that of the one it is quoted in."""
    outer = candidate.sentence.outer
    return {candidate.sentence.index} if outer is None else {candidate.sentence.index, outer}


def _candidate(tag: Tag, sentence: Sentence, token: Token, kinds: Kinds) -> Candidate:
    rule = next(holding(telling.RULES, sentence, token), None)
    if rule is not None:
        return Candidate(tag, sentence, token, rule.gives, SURE, rule.name)
    found = shares(kinds, sentence, token, dict(tag.types))
    kind, share = max(found.items(), key=lambda k: k[1])
    return Candidate(tag, sentence, token, kind, share)


def holding(rules: Sequence[Rule[Given]], sentence: Sentence, token: Token) -> Iterator[Rule[Given]]:
    """The rules that speak for the word, in their order."""
    return (r for r in rules if isinstance(r.pattern, At) and r.pattern.holds(sentence, token))


def _weighed(candidate: Candidate, setting: Setting) -> Weighed:
    vetoes = (*veto.RULES, *light.RULES) if candidate.kind is EventType.CONSULT else veto.RULES
    vetoed = next(holding(vetoes, candidate.sentence, candidate.token), None)
    if vetoed is not None:
        return Weighed(candidate, 0.0, (vetoed.name,))
    given = [(c.name, c.weight) for c in CONDITIONS if c.holds(candidate, setting)]
    given += [(r.name, r.gives) for r in holding(background.RULES, candidate.sentence, candidate.token)]
    odds = ACT * _log_odds(candidate.tag.probability) + TYPE * _log_odds(candidate.share) + CONSTANT
    odds += sum(weight for _, weight in given)
    names = (candidate.told, *(n for n, _ in given)) if candidate.told else tuple(n for n, _ in given)
    return Weighed(candidate, 1.0 / (1.0 + math.exp(-odds)), names)


def _log_odds(probability: float) -> float:
    inside = min(max(probability, 0.001), 0.999)
    return math.log(inside / (1.0 - inside))
