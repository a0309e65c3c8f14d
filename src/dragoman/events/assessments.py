"""Judgements on how relations between two actors stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dragoman.events.pairs import Pairs
from dragoman.events.states import DEALINGS, TALKS, TIES, is_hoped, state_of
from dragoman.model.claim import Claim, Speech, Turn, Voucher
from dragoman.model.document import Document
from dragoman.model.event import Assessment, Source, State
from dragoman.model.mention import Mention
from dragoman.model.span import Span
from dragoman.model.syntax import Part, Sentence, Token
from dragoman.rules import At, Rule

STRAINS: Final = frozenset(
    "tension row dispute standoff stand-off crisis rift spat feud friction animosity hostility".split()
)
SIDES: Final = frozenset("partner ally friend neighbour neighbor".split())

IMPASSES: Final = frozenset("stalemate impasse deadlock standstill".split())
LOCKED: Final = frozenset({"lock", "embroil", "mire", "involve"})
KEY: Final = frozenset(
    "strong close closest key important valued vital essential critical great good trusted strategic "
    "longstanding reliable enduring".split()
)
RISING: Final = frozenset(
    "rise grow escalate increase mount flare erupt deepen rising growing escalating mounting heightened "
    "increased high increasing".split()
)
NOUNS: Final = TIES | DEALINGS | TALKS | STRAINS | SIDES | IMPASSES | {"progress"}
BOTH: Final = frozenset({"our", "us", "we", "bilateral", "mutual", "their", "two", "both"})
EASING: Final = frozenset("end ease reduce defuse resolve lower avoid settle solve".split())


def _is_state(sentence: Sentence, token: Token, nouns: frozenset[str]) -> bool:
    return token.pos in ("NOUN", "PROPN") and token.lemma.lower() in nouns and state_of(sentence, token) is not None


def _is_side(sentence: Sentence, token: Token) -> bool:
    """ "Lima is a close partner of Quito": a predicate with a subject, and praise."""
    if token.lemma.lower() not in SIDES or _copula(sentence, token) is None:
        return False
    praise = (w for w in sentence.children(token) if w.dep in ("amod", "compound"))
    return token.lemma == "ally" or any(w.text.lower() in KEY for w in praise)


def _copula(sentence: Sentence, token: Token) -> Token | None:
    """The "be" that the noun is a predicate of: "is a partner", "is one of our closest partners"."""
    above = sentence.head(sentence.head(token))
    if token.dep == "pobj" and sentence.head(token).lemma == "of" and above.lemma == "one":
        token = above
    head = sentence.head(token)
    return head if token.dep == "attr" and head.lemma in ("be", "become") and not is_hoped(sentence, head) else None


def _is_no_progress(sentence: Sentence, token: Token) -> bool:
    none = any(c.lemma in ("no", "little") for c in sentence.children(token))
    if token.lemma.lower() != "progress" or token.pos != "NOUN" or not none:
        return False
    return any(w.lemma.lower() in TALKS | TIES | DEALINGS for w in sentence.subtree(token))


def _is_impasse(sentence: Sentence, token: Token) -> bool:
    return token.lemma.lower() in IMPASSES and any(c.lemma in ("between", "with") for c in sentence.children(token))


def _is_strain(sentence: Sentence, token: Token) -> bool:
    if token.lemma.lower() not in STRAINS or token.pos not in ("NOUN", "PROPN"):
        return False
    below = list(sentence.children(token))
    if any(c.lemma in ("between", "with") and c.dep == "prep" for c in below):
        return not any(a.lemma in EASING or is_hoped(sentence, a) for a in sentence.ancestors(token))
    if head_in := _locked(sentence, token):
        return not is_hoped(sentence, head_in)
    head = sentence.head(token)
    rises = head.lemma in RISING and token.dep == "nsubj"
    return token.lemma == "tension" and (rises or any(c.text.lower() in RISING for c in below))


def _locked(sentence: Sentence, token: Token) -> Token | None:
    """The verb of "locked in a dispute"."""
    preposition = sentence.head(token)
    if token.lemma == "crisis" or token.dep != "pobj" or preposition.lemma != "in":
        return None
    return sentence.head(preposition) if sentence.head(preposition).lemma in LOCKED else None


RULES: Final = (
    Rule(
        "assessments.ties",
        State.STEADY,
        At(lambda s, t: _is_state(s, t, TIES)),
        examples=("The strong [partnership] between Oslo and Lima matters .", "Our [relations] have deteriorated ."),
        near_misses=("The partnership between Oslo and Lima matters .", "He praised strong winds ."),
    ),
    Rule(
        "assessments.dealings",
        State.STEADY,
        At(lambda s, t: _is_state(s, t, DEALINGS | TALKS)),
        examples=(
            "They hailed the growing [cooperation] between Oslo and Lima .",
            "The [talks] have stalled .",
            "The [dialogue] is on hold .",
        ),
        near_misses=("They hailed the cooperation between Oslo and Lima .",),
    ),
    Rule(
        "assessments.side",
        State.STEADY,
        At(_is_side),
        examples=("Norway is a close [partner] of Peru .",),
        near_misses=("Norway met a close partner .", "Norway is a partner ."),
    ),
    Rule(
        "assessments.strain",
        State.WORSENING,
        At(_is_strain),
        examples=(
            "Amid [tensions] between Norway and Peru , the envoy left .",
            "[Tensions] rise between Norway and Peru .",
        ),
        near_misses=("They met to ease tensions between Norway and Peru .", "The tension was felt ."),
    ),
    Rule(
        "assessments.no_progress",
        State.STALLED,
        At(_is_no_progress),
        examples=("There is no [progress] in the talks between Norway and Peru .",),
        near_misses=("There is progress in the talks .", "There is no progress in medicine ."),
    ),
    Rule(
        "assessments.impasse",
        State.STALLED,
        At(_is_impasse),
        examples=("Amid a [stalemate] between Norway and Peru , the envoy left .",),
        near_misses=("They left amid a storm between Norway and Peru .",),
    ),
)


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
            if any(span.meets(a.span) for a in found):
                continue
            lemma = token.lemma.lower()
            for pair in pairs.of(sentence, token, span, several=lemma in STRAINS, shared=_is_shared(sentence, lemma)):
                source = _source(span, claims, turns)
                found.append(Assessment(pair, state, source, span, span.of(document.text), (rule,)))
    return tuple(found)


def _judgements(sentence: Sentence) -> Iterator[tuple[Token, str, State]]:
    for token in sentence.tokens:
        if token.lemma.lower() not in NOUNS:
            continue
        rule = next((r for r in RULES if isinstance(r.pattern, At) and r.pattern.holds(sentence, token)), None)
        if rule is not None:
            yield token, rule.name, (state_of(sentence, token) if rule.gives is State.STEADY else None) or rule.gives


def _span(sentence: Sentence, noun: Token) -> Span:
    """The noun phrase, or, where the noun is a predicate or the subject of what judges it, the clause."""
    verb = _copula(sentence, noun) or _locked(sentence, noun)
    if (
        verb is None
        and noun.dep in ("nsubj", "nsubjpass")
        and sentence.head(noun).dep in ("ROOT", "ccomp", "conj", "advcl", "relcl")
    ):
        verb = sentence.head(noun)
    words = [t for t in sentence.subtree(verb or noun) if t.pos != "PUNCT"]
    return Span(words[0].span.start, words[-1].span.end)


def _is_shared(sentence: Sentence, lemma: str) -> bool:
    """Relations that name nobody may be those of the two that the report is about: "bilateral ties", "our talks"."""
    return lemma in TIES or any(t.text.lower() in BOTH for t in sentence.tokens)


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
