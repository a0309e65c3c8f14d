"""Indirect speech: a verb or noun of communication with its content."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from dragoman.claims import content
from dragoman.claims.words import JUDGING, NOUNS, STRESSING, VERBS
from dragoman.model.span import Span
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule

JUDGED: Final = "claims.reported.judged"
JUDGEMENTS: Final = frozenset({"claims.reported.as", JUDGED})
"""Rules whose content is judged or stressed, and so taken as given."""

Reader = Callable[[Sentence, Token], Span | None]


@dataclass(frozen=True, slots=True)
class Report:
    """A cue word and the content it carries."""

    cue: Token
    content: Span
    rule: str


def _rule(name: str, read: Reader, examples: tuple[str, ...], near_misses: tuple[str, ...]) -> Rule[Reader]:
    def holds(sentence: Sentence, token: Token) -> bool:
        return read(sentence, token) is not None

    return Rule(f"claims.reported.{name}", read, At(holds), examples, near_misses)


RULES: Final = (
    _rule(
        "that",
        content.that_clause,
        ("The minister [said] that talks would resume in May.", "The embassy has closed, the consul [told] reporters."),
        ("The minister wondered whether talks would resume.",),
    ),
    _rule(
        "as",
        content.as_phrase,
        ("The envoy [described] the raid as reckless.", "He [called] the vote a farce."),
        ("He called the minister on Monday.",),
    ),
    _rule(
        "to",
        content.infinitive,
        (
            "Norway [urged] both armies to stop firing.",
            "The president [promised] to pay the debt.",
            "Norway [calls] for nations to stop the war.",
        ),
        ("The convoy stopped to wait.",),
    ),
    _rule(
        "gerund",
        content.gerund,
        ("The minister [recommended] expelling two consuls.",),
        ("The minister kept expelling consuls.",),
    ),
    _rule(
        "of",
        content.of_phrase,
        ("Chad [accused] Libya of arming the rebels.", "The agency [warned] of a famine."),
        ("The delegation consisted of three ministers.",),
    ),
    _rule(
        "for",
        content.for_phrase,
        ("The bloc [called] for an end to the fighting.",),
        ("The minister left for Oslo.",),
    ),
    _rule(
        "object",
        content.object_phrase,
        ("Peru [announced] plans to reopen its embassy.",),
        ("Peru reopened its embassy.",),
    ),
    _rule(
        "noun",
        content.noun_clause,
        ("They dismissed the [claim] that the border was closed.",),
        ("They dismissed the minister that evening.",),
    ),
)


def find_reports(sentence: Sentence) -> Iterator[Report]:
    """The first reading of every cue word, in text order."""
    for token in sentence.tokens:
        if token.lemma in VERBS or token.lemma in NOUNS:
            for rule in RULES:
                if span := rule.gives(sentence, token):
                    yield Report(token, span, _name(rule.name, token))
                    break


def _name(rule: str, cue: Token) -> str:
    """The rule's name, or that of a judgement where the verb takes its content as given."""
    judged = cue.lemma in JUDGING and not rule.endswith((".that", ".to"))
    return JUDGED if judged or (cue.lemma in STRESSING and rule.endswith(".object")) else rule
