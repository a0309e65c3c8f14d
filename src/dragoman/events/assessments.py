"""Judgements on how relations between two actors stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from dragoman.events import nearness, strains
from dragoman.events.pairs import Pairs
from dragoman.events.states import DEALINGS, TALKS, TIES, is_hoped, name_of, state_of
from dragoman.model.claim import Claim, Speech, Turn, Voucher
from dragoman.model.document import Document
from dragoman.model.event import Assessment, Source, State
from dragoman.model.mention import Mention
from dragoman.model.span import Span
from dragoman.model.syntax import Part, Sentence, Token
from dragoman.rules import At, Rule

SIDES: Final = frozenset("partner ally friend neighbour neighbor".split())
KEY: Final = frozenset(
    "strong stronger strongest close closer closest key important valued vital essential critical great good trusted "
    "strategic longstanding long-standing reliable enduring steadfast staunch lasting standing".split()
)
REGARDING: Final = frozenset("regard consider view see describe value treat".split())
CLOSER: Final = frozenset({"closest", "closer", "stronger"})
BOTH: Final = frozenset({"our", "us", "we", "bilateral", "mutual", "their", "two", "both"})
CLAUSES: Final = ("ROOT", "ccomp", "conj", "advcl", "relcl")
APART: Final = ("advcl", "conj", "parataxis")  # clauses beside the one that judges


def _is_ties(sentence: Sentence, token: Token) -> bool:
    return _is_state(sentence, token, TIES)


def _is_dealings(sentence: Sentence, token: Token) -> bool:
    return _is_state(sentence, token, DEALINGS | TALKS)


def _is_state(sentence: Sentence, token: Token, nouns: frozenset[str]) -> bool:
    nominal = token.pos in ("NOUN", "PROPN", "PRON", "DET") and name_of(sentence, token) in nouns
    return nominal and state_of(sentence, token) is not None


def _is_side(sentence: Sentence, token: Token) -> bool:
    """ "Lima is a close partner of Quito": a predicate with a subject, and praise."""
    if token.lemma.lower() not in SIDES or _copula(sentence, token) is None:
        return False
    praise = (w for w in sentence.children(token) if w.dep in ("amod", "compound"))
    return token.lemma == "ally" or any(w.text.lower() in KEY for w in praise) or sentence.head(token).lemma == "endure"


def _side_state(sentence: Sentence, token: Token) -> State | None:
    """Who has become a closer ally has drawn near."""
    closer = any(c.text.lower() in CLOSER for c in sentence.children(token))
    return State.ADVANCING if closer and sentence.head(token).lemma == "become" else None


def _copula(sentence: Sentence, token: Token) -> Token | None:
    """The "be" that the noun is a predicate of: "is a partner", "is one of our closest partners"."""
    above = sentence.head(sentence.head(token))
    if token.dep == "pobj" and sentence.head(token).lemma in ("of", "among") and above.lemma in ("one", "be"):
        token = above if above.lemma == "one" else token
    head = sentence.head(token)
    if token.dep == "pobj" and head.lemma == "as" and sentence.head(head).lemma in REGARDING:
        return sentence.head(head) if not is_hoped(sentence, sentence.head(head)) else None
    if token.dep == "dobj" and head.lemma == "endure":  # "are enduring allies" looks like a verb to the parser
        return head
    being = head.lemma in ("be", "become", "remain")
    return head if token.dep == "attr" and being and not is_hoped(sentence, head) else None


RULES: Final = (
    *strains.RULES,
    Rule(
        "assessments.ties",
        State.STEADY,
        At(_is_ties),
        examples=(
            "The strong [partnership] between Oslo and Lima matters .",
            "Our [relations] have deteriorated .",
            "The raid will not affect Norway 's [relations] with Peru .",
            "[Ties] with Lima are at their lowest point .",
            "Our [partnership] will continue .",
        ),
        near_misses=(
            "The partnership between Oslo and Lima matters .",
            "He praised strong winds .",
            "The row should not harm relations .",
        ),
    ),
    Rule(
        "assessments.dealings",
        State.STEADY,
        At(_is_dealings),
        examples=(
            "They hailed the growing [cooperation] between Oslo and Lima .",
            "The [talks] have stalled .",
            "The [dialogue] is on hold .",
            "[Negotiations] have reached a deadlock .",
        ),
        near_misses=("They hailed the cooperation between Oslo and Lima .",),
    ),
    Rule(
        "assessments.side",
        State.STEADY,
        At(_is_side),
        examples=("Norway is a close [partner] of Peru .", "Norway and Peru are enduring [allies] ."),
        near_misses=("Norway met a close partner .", "Norway is a partner ."),
    ),
    *nearness.RULES,
)
READ: Final[Mapping[str, Callable[[Sentence, Token], State | None]]] = {
    "assessments.ties": state_of,
    "assessments.dealings": state_of,
    "assessments.side": _side_state,
    "assessments.place": nearness.state_at,
    "assessments.idiom": nearness.state_at,
}  # the rules whose words decide between states; the others always give their own
NOUNS: Final = TIES | DEALINGS | TALKS | SIDES | {"that", "those"} | strains.NOUNS | nearness.NOUNS


def find_assessments(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    claims: Sequence[Claim],
    turns: Sequence[Turn] = (),
) -> tuple[Assessment, ...]:
    """The judgements on relations in the report, in text order, each with the pair it judges; none without a pair."""
    pairs = Pairs(mentions, turns)
    found: list[Assessment] = []
    for sentence in sentences:
        if sentence.part is Part.TITLE:
            continue
        for token, rule, state in _judgements(sentence):
            span = _span(sentence, token)
            source = _source(span, claims, turns)
            for pair in pairs.of(sentence, token, span, shared=_is_shared(sentence, token)):
                if not any(span.meets(a.span) and a.pair == pair for a in found):
                    found.append(Assessment(pair, state, source, span, span.of(document.text), (rule,)))
    return tuple(found)


def _judgements(sentence: Sentence) -> Iterator[tuple[Token, str, State]]:
    for token in sentence.tokens:
        if token.lemma.lower() not in NOUNS:
            continue
        rule = next((r for r in RULES if isinstance(r.pattern, At) and r.pattern.holds(sentence, token)), None)
        if rule is not None:
            read = READ.get(rule.name)
            yield token, rule.name, (read(sentence, token) if read else None) or rule.gives


def _span(sentence: Sentence, noun: Token) -> Span:
    """The noun phrase, or, where the noun is a predicate or the subject of what judges it, the clause."""
    verb = _copula(sentence, noun) or strains.locked(sentence, noun) or nearness.verb_of(sentence, noun)
    if verb is None and noun.dep in ("nsubj", "nsubjpass") and sentence.head(noun).dep in CLAUSES:
        verb = sentence.head(noun)
    top = verb or noun
    beside = {w.index for c in sentence.children(top) if verb and c.dep in APART for w in sentence.subtree(c)}
    words = [t for t in sentence.subtree(top) if t.pos != "PUNCT" and t.index not in beside]
    return Span(words[0].span.start, words[-1].span.end)


def _is_shared(sentence: Sentence, noun: Token) -> bool:
    """Relations that name nobody may be those of the two that the report is about: "bilateral ties", "our talks"."""
    near = noun.lemma.lower() in TIES or any(
        c.lemma in ("the", "this", "that", "such") for c in sentence.children(noun)
    )
    return near or any(t.text.lower() in BOTH for t in sentence.tokens)


def _source(span: Span, claims: Sequence[Claim], turns: Sequence[Turn]) -> Source:
    """Who vouches for the words of the span: the innermost claim, else who has the floor, else the author."""
    first = Span(span.start, span.start + 1)
    holding = [c for c in claims if c.holds(first)]
    if holding:
        inner = min(holding, key=lambda c: c.span.end - c.span.start)
        name = inner.speaker.name if inner.speaker else None
        cue, where = inner.cue or (None, None)
        return Source(inner.kind, name, cue, inner.form is Speech.DIRECT, where)
    turn = next((t for t in turns if t.span.holds(first)), None)
    if turn is None:
        return Source()
    return Source(Voucher.NAMED, turn.speaker.name) if turn.speaker else Source(Voucher.UNNAMED)
