"""Speech whose cue only the tagger knows: verbs and nouns that no rule reads, and cues that the parser tore off."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from dragoman.claims.clauses import kept, trimmed
from dragoman.claims.reported import Report
from dragoman.model.span import Span
from dragoman.model.syntax import Sentence, Token

MARKED: Final = "claims.marked"
HEARD: Final = 0.5  # the tagger's probability from which a word is taken for a cue
CUES: Final = frozenset({"VERB", "NOUN"})
SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})


def find_marked(sentence: Sentence, heard: Mapping[int, float], read: Collection[int]) -> Iterator[Report]:
    """The cues of the sentence that no rule has read, each with what follows it, or else with what stands before it.

    Offsets: `heard` gives for the start of a word the tagger's probability that it marks speech; `read` are the starts
    of the cues that the rules have read.
    """
    for token in sentence.tokens:
        start = token.span.start
        if token.pos not in CUES or start in read or heard.get(start, 0.0) < HEARD:
            continue
        if content := _after(sentence, token) or _before(sentence, token):
            yield Report(token, content, MARKED)


def _after(sentence: Sentence, cue: Token) -> Span | None:
    """What hangs on the cue and follows it, without who speaks ("by Roe")."""
    by = [t for t in sentence.children(cue) if t.dep == "agent" or (t.dep == "prep" and t.text in ("by", "from"))]
    speaking = {t.index for word in by for t in sentence.subtree(word)}
    words = [t for t in sentence.subtree(cue) if t.index > cue.index and t.index not in speaking]
    return trimmed(kept(sentence, words, cue)) if len(words) > 1 else None


def _before(sentence: Sentence, cue: Token) -> Span | None:
    """What a comma parts from the cue's subject: "The road is open, | the consul says"."""
    subject = sentence.child(cue, *SUBJECTS)
    start = sentence.subtree(subject)[0].index if subject is not None and subject.index < cue.index else 0
    if start < 2 or sentence.tokens[start - 1].text != ",":
        return None
    return trimmed(list(sentence.tokens[: start - 1]))
