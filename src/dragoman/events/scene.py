"""Where an act's parts are looked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.model.mention import Mention
from dragoman.model.syntax import Part, Sentence

BACK: Final = 2  # sentences before the act's own


@dataclass(frozen=True, slots=True)
class Scene:
    """A report's sentences and mentions, by sentence index."""

    sentences: Mapping[int, Sentence]
    mentions: Mapping[int, Sequence[Mention]]
    titles: tuple[int, ...]

    def near(self, sentence: Sentence) -> list[Mention]:
        """The mentions with an entity: of the sentence, of the one it is quoted in, of those before, of the title."""
        here = [sentence.index]
        if sentence.outer is not None:
            here.append(sentence.outer)
        here += [n for n in range(sentence.index - 1, sentence.index - BACK - 1, -1) if n not in here and n in self.sentences]
        here += [n for n in self.titles if n not in here]
        return [m for n in here for m in self.mentions.get(n, ()) if m.entities]


def scene_of(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Scene:
    """The report's scene."""
    grouped: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        grouped[mention.sentence].append(mention)
    titles = tuple(s.index for s in sentences if s.part is Part.TITLE)
    return Scene({s.index: s for s in sentences}, grouped, titles)
