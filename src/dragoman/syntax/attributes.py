"""What spaCy's attribute ruler gives a word, looked up once for all words alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, MorphAnalysis, Token

ASKED: Final = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})  # what a pattern may ask of a word that is remembered
Look = tuple[int, int, int]  # tag, relation, and the word itself where some pattern names it (else 0)


class Given(NamedTuple):
    """Part of speech, morphology and lemma (0 for none) that the ruler gives."""

    pos: int
    morph: MorphAnalysis
    lemma: int


class Attributes:
    """The ruler, asked only about words that were not seen before.

    Its patterns look at one word nearly always, and there is only a handful of different words to them. A sentence
    with a new one, with a space, or with a word that may begin a longer pattern goes through the ruler itself.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler = ruler
        entries: Any = ruler.patterns
        patterns: list[list[dict[str, Any]]] = [pattern for entry in entries for pattern in entry["patterns"]]
        words = [word for pattern in patterns for word in pattern]
        lowers = [word["LOWER"] for word in words if "LOWER" in word]
        asked: list[dict[str, Any]] = [ask if isinstance(ask, dict) else {"IN": [ask]} for ask in lowers]
        self._can = all(word.keys() <= ASKED for word in words) and all(ask.keys() <= {"IN", "REGEX"} for ask in asked)
        self._named = {name for ask in asked for name in ask.get("IN", ())}
        self._regex = re.compile("|".join(ask["REGEX"] for ask in asked if "REGEX" in ask) or "(?!)")
        self._longer = Matcher(ruler.vocab)
        if longer := [pattern[:1] for pattern in patterns if len(pattern) > 1]:
            self._longer.add("longer", longer)
        self._words: dict[int, int] = {}
        self._given: dict[Look, Given] = {}

    def pipe(self, docs: Iterable[Doc], *, batch_size: int) -> Iterator[Doc]:
        """The documents with what the ruler gives their words."""
        for doc in docs:
            looks = [self._look(token) for token in doc]
            given = [self._given[look] for look in looks if look in self._given]
            if len(given) < len(looks):
                self._ask(doc, looks)
            else:
                for token, (pos, morph, lemma) in zip(doc, given, strict=True):
                    token.pos, token.morph = pos, morph
                    if lemma:
                        token.lemma = lemma
            yield doc

    def _look(self, token: Token) -> Look:
        word = self._words.get(token.lower)
        if word is None:
            text = token.lower_
            word = token.lower if text in self._named or token.is_space or self._regex.search(text) else 0
            self._words[token.lower] = word
        return token.tag, token.dep, word

    def _ask(self, doc: Doc, looks: list[Look]) -> None:
        """Let the ruler speak, and remember what it says of the words if no longer pattern can be among its reasons."""
        learns = self._can and not self._longer(doc, allow_missing=True)
        self._ruler(doc)
        for token, look in zip(doc, looks, strict=True):
            if learns and not token.is_space:
                self._given[look] = Given(token.pos, token.morph, token.lemma)
