"""Attribution without a verb of speaking: "according to X", "in the words of X", "as X put it"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from dragoman.claims.clauses import clause
from dragoman.claims.words import VERBS, Takes
from dragoman.model.span import Span
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule

Finder = Callable[[Sentence, Token], Token | None]
CUES: Final = frozenset({"according", "According", "words", "put", "puts", "as", "As", "announced", ":"})
NAMING: Final = frozenset({"PROPN", "NOUN", "ADJ", "ADP", "DET", "PART", "CCONJ"})
NAME: Final = 12  # words that a name before a colon may have
COLON: Final = 4  # words that must follow the colon, with it


@dataclass(frozen=True, slots=True)
class Attribution:
    """The cue, the word that names who vouches, and what is vouched for."""

    cue: Span
    speaker: Token
    content: Span
    rule: str


def _according(sentence: Sentence, token: Token) -> Token | None:
    if token.text.lower() != "according":
        return None
    to = sentence.child(token, "prep")
    return sentence.child(to, "pobj") if to and to.text == "to" else None


def _in_the_words(sentence: Sentence, token: Token) -> Token | None:
    if token.text != "words" or sentence.head(token).text.lower() != "in":
        return None
    of = sentence.child(token, "prep")
    return sentence.child(of, "pobj") if of and of.text == "of" else sentence.child(token, "poss")


def _as_put(sentence: Sentence, token: Token) -> Token | None:
    thing = sentence.child(token, "dobj") if token.lemma == "put" else None
    if thing is None or thing.text != "it" or not any(t.text.lower() == "as" for t in sentence.children(token)):
        return None
    return sentence.child(token, "nsubj")


def _as_said(sentence: Sentence, token: Token) -> Token | None:
    """The speaker of "as Roe noted", "as announced by Roe"; not "as Roe said that ..."."""
    verb = sentence.head(token)
    if token.text.lower() != "as" or token.dep not in ("mark", "advmod") or verb.dep != "advcl":
        return None
    if not VERBS.get(verb.lemma, Takes(0)) & Takes.THAT or sentence.child(verb, "ccomp", "dobj", "xcomp"):
        return None
    agent = sentence.child(verb, "agent")
    return sentence.child(agent, "pobj") if agent else sentence.child(verb, "nsubj")


def _announced_by(sentence: Sentence, token: Token) -> Token | None:
    """Who made public what the noun names: "the visit, announced by Peru"."""
    if token.dep != "acl" or token.tag != "VBN" or token.lemma != "announce":
        return None
    agent = sentence.child(token, "agent")
    return sentence.child(agent, "pobj") if agent else None


def _before_colon(sentence: Sentence, token: Token) -> Token | None:
    """The name that opens the sentence before a colon: "Consul Jane Roe: the road is open"."""
    if token.text != ":" or not 0 < token.index < NAME or token.index + COLON > len(sentence.tokens):
        return None
    name = sentence.tokens[token.index - 1]
    if name.tag != "NNP" or any(t.pos not in NAMING for t in sentence.tokens[: token.index]):
        return None
    return name if name.entity in ("PERSON", "ORG") else None


def _rule(name: str, find: Finder, examples: tuple[str, ...], near_misses: tuple[str, ...]) -> Rule[Finder]:
    def holds(sentence: Sentence, token: Token) -> bool:
        return find(sentence, token) is not None

    return Rule(f"claims.according.{name}", find, At(holds), examples, near_misses)


RULES: Final = (
    _rule(
        "to",
        _according,
        ("[According] to the consul, the road is open.", "The road is open, [according] to the consul."),
        ("Seats were given out according as they came.",),
    ),
    _rule(
        "words",
        _in_the_words,
        ("The truce is, in the [words] of the envoy, a sham.",),
        ("The envoy chose the words of the treaty with care.",),
    ),
    _rule(
        "put",
        _as_put,
        ("The truce is dead, as the envoy [put] it.",),
        ("The envoy put it on the table.",),
    ),
    _rule(
        "as",
        _as_said,
        ("[As] the envoy noted, the truce is dead.", "The truce ends in May, [as] announced by Peru."),
        ("The crowd cheered as the envoy said that the truce would hold.", "The envoy works as a judge."),
    ),
    _rule(
        "announced",
        _announced_by,
        ("The visit, [announced] by Peru, will last two days.",),
        ("The envoy announced a visit.", "The ship seized by Peru is old."),
    ),
    _rule(
        "colon",
        _before_colon,
        ("Jane Roe[:] the road to the border will stay open.",),
        ("They want one thing: the road to the border must stay open.",),
    ),
)


def find_attributions(sentence: Sentence) -> Iterator[Attribution]:
    """The attributions of the sentence, in text order."""
    for token in sentence.tokens:
        if token.text in CUES:
            yield from _read(sentence, token)


def _read(sentence: Sentence, token: Token) -> Iterator[Attribution]:
    for rule in RULES:
        speaker = rule.gives(sentence, token)
        if speaker is None:
            continue
        if content := _content(sentence, token):
            yield Attribution(Span(token.span.start, _end(sentence, token)), speaker, content, rule.name)


def _content(sentence: Sentence, token: Token) -> Span | None:
    """What the attribution vouches for."""
    if token.text == ":":
        return Span(sentence.tokens[token.index + 1].span.start, sentence.tokens[-1].span.end)
    if token.lemma == "announce":
        head = sentence.head(token)
        return clause(sentence, head, token)
    return _held(sentence, sentence.head(token) if token.text.lower() in ("words", "as") else token)


def _end(sentence: Sentence, token: Token) -> int:
    """Where the cue ends: "according to" is one."""
    after = sentence.tokens[token.index + 1] if token.index + 1 < len(sentence.tokens) else token
    return after.span.end if after.text == "to" else token.span.end


def _held(sentence: Sentence, attribution: Token) -> Span | None:
    """The clause that the attribution stands in, without it."""
    head = sentence.head(attribution)
    if head is attribution:
        return None
    while head.pos not in ("VERB", "AUX") and head.head != head.index:
        head = sentence.head(head)
    return clause(sentence, head, attribution)
