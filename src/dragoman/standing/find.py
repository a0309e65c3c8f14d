"""How every act stands: the table of rules, then the tagger, then tense."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dragoman.model.act import Act
from dragoman.model.document import Document
from dragoman.model.event import EventType, Status
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule
from dragoman.standing import (
    cancelled,
    carried,
    coming,
    conditional,
    doubtful,
    expected,
    negated,
    occurred,
    ongoing,
    planned,
    possible,
    postponed,
    proposed,
    ruled_out,
)

RULES: Final[tuple[Rule[Status], ...]] = (
    *cancelled.RULES,
    *postponed.RULES,
    *ruled_out.RULES,
    *negated.RULES,
    *expected.RULES,
    *conditional.RULES,
    *possible.RULES,
    *proposed.RULES,
    *planned.RULES,
    *ongoing.RULES,
    *occurred.RULES,
)

UTTERED: Final = frozenset({EventType.THREATEN, EventType.REJECT})
SPOKEN: Final = UTTERED | {EventType.REQUEST, EventType.AGREE, EventType.ACCUSE}
NEEDING: Final = frozenset({"need", "have", "must", "should", "ought"})  # "will need to" asks now
FUTURE: Final = frozenset({"standing.will", "standing.will_not"})
SURE: Final = 0.9
LIKELY: Final = 0.5
FIRM: Final = 0.8  # from which the tagger is believed against another meeting of the report
CERTAIN: Final = 0.97  # from which a meeting is done even in a report that announces meetings
LEAN: Final = 4.0  # how much a doubt raises the status that it speaks for


def set_standing(document: Document, acts: Sequence[Act], sentences: Sequence[Sentence]) -> tuple[Act, ...]:
    """The acts in their order, each with its status and with what decided it added to `because`."""
    by_index = {s.index: s for s in sentences}
    found: dict[int, Act] = {}
    told: list[tuple[Act, Token]] = []
    for place, act in sorted(enumerate(acts), key=lambda a: a[1].span):
        sentence = by_index[act.sentence]
        token = sentence.tokens[act.token]
        decided = _by_rule(act, sentence, token) or _by_date(document, act, sentence, token)
        if decided is not None:
            found[place] = decided
            told.append((decided, token))
    announces = carried.announces([a for a, _ in told])
    for place, act in enumerate(acts):
        if place not in found:
            sentence = by_index[act.sentence]
            token = sentence.tokens[act.token]
            undecided = _by_report(act, sentence, told) or _by_doubt(act, sentence, token)
            found[place] = _announced(undecided) if announces else undecided
    return tuple(found[place] for place in range(len(acts)))


def _announced(act: Act) -> Act:
    """In a report that announces meetings, one that only the tagger takes for done is one of those announced."""
    if act.type is not EventType.CONSULT or act.status is not Status.OCCURRED:
        return act
    if dict(act.statuses).get(Status.OCCURRED, 0.0) >= CERTAIN:
        return act
    return replace(act, status=Status.PLANNED, because=(*act.because, "standing.announced"))


def _by_rule(act: Act, sentence: Sentence, token: Token) -> Act | None:
    rule = next(answers(sentence, token), None)
    if rule is None:
        return None
    uttered = act.type in UTTERED or (act.type is EventType.REQUEST and token.lemma in NEEDING)
    if uttered and rule.name in FUTURE:
        return replace(act, status=Status.OCCURRED, because=(*act.because, "standing.uttered"))
    return replace(act, status=rule.gives, because=(*act.because, rule.name))


def _by_date(document: Document, act: Act, sentence: Sentence, token: Token) -> Act | None:
    if act.type in SPOKEN or not coming.is_coming(sentence, token, document.text, document.published):
        return None
    return replace(act, status=Status.PLANNED, because=(*act.because, coming.RULES[0].name))


def _by_report(act: Act, sentence: Sentence, told: Sequence[tuple[Act, Token]]) -> Act | None:
    """By what the report said before of the same meeting; of another one only against a tagger that is not sure."""
    found = carried.earlier(act, sentence, told)
    if found is None:
        return None
    status, same = found
    if not same and max((p for s, p in act.statuses if s is not status), default=0.0) >= FIRM:
        return None
    return replace(act, status=status, because=(*act.because, carried.RULES[0].name))


def _by_doubt(act: Act, sentence: Sentence, token: Token) -> Act:
    doubt = None if act.type in SPOKEN else next((r for r in doubtful.RULES if _speaks(r, sentence, token)), None)
    if act.statuses:
        return _by_tagger(act, doubt)
    if doubt is not None:
        return replace(act, status=doubt.gives, because=(*act.because, doubt.name))
    return replace(act, status=_by_tense(act, sentence, token), because=(*act.because, "standing.tense"))


def _by_tagger(act: Act, doubt: Rule[Status] | None) -> Act:
    """The tagger's best; where the sentence leaves it open, "occurred" must be as good as certain."""
    chances = dict(act.statuses)
    best = max(chances, key=chances.__getitem__)
    weighed = {s: p * LEAN if doubt and s is doubt.gives else p for s, p in chances.items()}
    if chances.get(Status.OCCURRED, 0.0) < (SURE if doubt else LIKELY):
        weighed[Status.OCCURRED] = 0.0
    else:
        weighed[Status.OCCURRED] = 1.0
    status = max(weighed, key=weighed.__getitem__)
    probability = chances[status]
    names = act.because if status is best else (*act.because, doubt.name if doubt else "standing.unsure")
    return replace(act, status=status, because=(*names, f"tagger: {status} {probability:.2f}"))


def answers(sentence: Sentence, token: Token) -> Iterator[Rule[Status]]:
    """The rules that speak for this word, in the table's order."""
    return (r for r in RULES if _speaks(r, sentence, token))


def _speaks(rule: Rule[Status], sentence: Sentence, token: Token) -> bool:
    return isinstance(rule.pattern, At) and rule.pattern.holds(sentence, token)


def _by_tense(act: Act, sentence: Sentence, token: Token) -> Status:
    if act.type in SPOKEN:
        return Status.OCCURRED
    children = list(sentence.children(token))
    helps = {c.text.lower() for c in children if c.dep in ("aux", "auxpass")}
    if "to" in helps or helps & {"will", "shall"}:
        return Status.PLANNED
    if token.tag == "VBG" and helps & {"is", "are", "am"}:
        return Status.ONGOING
    return Status.OCCURRED
