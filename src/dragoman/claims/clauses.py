"""Stretches of a sentence: a word's subtree without what only surrounds it."""

from __future__ import annotations

from typing import Final

from dragoman.claims.words import VERBS
from dragoman.model.span import Span
from dragoman.model.syntax import Sentence, Token

EDGE: Final = frozenset(",;:.-–—")
AFTERTHOUGHT: Final = frozenset(
    "as while after following amid despite though although whereas but before since because".split()
)
LATER: Final = frozenset({"after", "following", "amid"})
FINITE: Final = frozenset({"VBZ", "VBD", "VBP"})
QUOTED: Final = frozenset({",", '"', "”", "this"})


def clause(sentence: Sentence, head: Token, *without: Token) -> Span | None:
    """The characters of the word's subtree, without the subtrees of `without` and without the author's afterthoughts.

    Absent: None if nothing but punctuation is left.
    """
    words = sentence.subtree(head)
    if without:
        left_out = {t.index for w in without for t in sentence.subtree(w)}
        words = _run([t for t in words if t.index not in left_out], head)
    return trimmed(kept(sentence, words, head))


def trimmed(words: list[Token]) -> Span | None:
    """From the first to the last of these words, without "that" before them and punctuation around them."""
    start, end = 0, len(words)
    while start < end and (words[start].text in EDGE or (words[start].text == "that" and words[start].tag == "IN")):
        start += 1
    while end > start and words[end - 1].text in EDGE:
        end -= 1
    return Span(words[start].span.start, words[end - 1].span.end) if start < end else None


def kept(sentence: Sentence, words: list[Token], head: Token) -> list[Token]:
    """The words up to the author's afterthought (", as ...", ", saying ...") or to a verb that goes on from the cue."""
    loose = head.tag == "VBG" or (head.tag == "VB" and infinitive_mark(sentence, head) is not None)
    for place, word in enumerate(words):
        if word.index > head.index and (
            _is_afterthought(sentence, word, loose) or _goes_on(sentence, word, head, loose)
        ):
            return words[:place]
    return words


def infinitive_mark(sentence: Sentence, verb: Token) -> Token | None:
    """The "to" of an infinitive."""
    return next((t for t in sentence.children(verb) if t.tag == "TO" and t.dep == "aux"), None)


def _run(words: list[Token], head: Token) -> list[Token]:
    """The unbroken run of words around the head."""
    start = end = words.index(head)
    while start > 0 and words[start - 1].index == words[start].index - 1:
        start -= 1
    while end + 1 < len(words) and words[end + 1].index == words[end].index + 1:
        end += 1
    return words[start : end + 1]


def _is_afterthought(sentence: Sentence, word: Token, loose: bool) -> bool:
    before = sentence.tokens[word.index - 1].text
    if before in QUOTED and word.tag == "VBG" and word.lemma in VERBS:
        return True
    if before != ",":
        return loose and word.text in LATER and word.dep in ("mark", "prep")
    if word.tag == "WDT":  # ", which he said ..."
        above = (t for t in sentence.ancestors(word) if t.dep == "relcl")
        return word.dep in ("nsubj", "dobj") and any(t.lemma in VERBS for t in above)
    return word.text in AFTERTHOUGHT and not (word.text == "as" and _next(sentence, word) in ("well", "such"))


def _goes_on(sentence: Sentence, word: Token, head: Token, loose: bool) -> bool:
    """A verb tied by "and" to the content belongs to the cue: "urged them to wait and | left"."""
    if word.dep != "cc":
        return False
    tied = (t for t in sentence.children(sentence.head(word)) if t.dep == "conj" and t.index > word.index)
    verb = next(tied, None)
    if verb is None or verb.tag not in FINITE or sentence.child(verb, "nsubj", "nsubjpass") is not None:
        return False
    return loose or (verb.lemma in VERBS and verb.tag == sentence.head(head).tag)


def _next(sentence: Sentence, word: Token) -> str:
    return sentence.tokens[word.index + 1].text if word.index + 1 < len(sentence.tokens) else ""
