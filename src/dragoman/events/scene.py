"""Where an act's parts are looked for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.events.paths import path
from dragoman.model.event import Place
from dragoman.model.mention import Mention
from dragoman.model.syntax import Part, Sentence, Token

BACK: Final = 2  # sentences before the act's own


@dataclass(frozen=True, slots=True)
class Scene:
    """A report's sentences and mentions, by sentence index; the two countries it names most; those its title names.

    Absent: `setting`, where the report itself is set ("here"), is None if it does not say.
    """

    sentences: Mapping[int, Sentence]
    mentions: Mapping[int, Sequence[Mention]]
    titles: tuple[int, ...]
    foremost: tuple[str, ...]
    headline: frozenset[str]
    setting: Place | None = None

    def near(self, sentence: Sentence) -> list[Mention]:
        """The mentions with an entity: of the sentence, of the one it is quoted in, of those before, of the title."""
        here = [sentence.index]
        if sentence.outer is not None:
            here.append(sentence.outer)
        before = range(sentence.index - 1, sentence.index - BACK - 1, -1)
        here += [n for n in before if n not in here and n in self.sentences]
        here += [n for n in self.titles if n not in here]
        return [m for n in here for m in self.mentions.get(n, ()) if m.entities]


def scene_of(sentences: Sequence[Sentence], mentions: Sequence[Mention], setting: Place | None = None) -> Scene:
    """The report's scene."""
    grouped: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        grouped[mention.sentence].append(mention)
    titles = tuple(s.index for s in sentences if s.part is Part.TITLE)
    counts = Counter(e.country for m in mentions for e in m.entities if e.country)
    headline = frozenset(e.country for n in titles for m in grouped.get(n, ()) for e in m.entities if e.country)
    foremost = tuple(country for country, _ in counts.most_common(2))
    return Scene({s.index: s for s in sentences}, grouped, titles, foremost, headline, setting)


def way(scene: Scene, sentence: Sentence, trigger: Token, mention: Mention) -> str:
    """The way from the act's word to the mention: through the parse, or "title", "around", "before", "after"."""
    home = scene.sentences[mention.sentence]
    if home.part is Part.TITLE and sentence.part is Part.TEXT:
        return "title"
    if home.index == sentence.index:
        return path(sentence, trigger, home.tokens[mention.head])
    if sentence.outer is not None and sentence.outer in (home.index, home.outer):
        return "around"
    return "before" if mention.span.start < trigger.span.start else "after"


def foot(sentence: Sentence, token: Token) -> Token:
    """The first word of the coordination or apposition that the word belongs to."""
    while token.dep in ("conj", "appos") and token.head != token.index:
        token = sentence.head(token)
    return token
