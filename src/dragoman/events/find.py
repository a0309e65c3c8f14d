"""Acts: the words that name them, with their type, mode, parts and object."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.events.modes import mode_of
from dragoman.events.objects import object_of
from dragoman.events.frames import Frames
from dragoman.events.roles import cast
from dragoman.events.scene import Scene, scene_of
from dragoman.model.act import Act
from dragoman.model.document import Document
from dragoman.model.event import Status
from dragoman.model.mention import Mention
from dragoman.model.span import Span
from dragoman.model.syntax import Part, Sentence, Token
from dragoman.model.tag import Tag, Tagging

THRESHOLD: Final = 0.7  # probability from which a word names an act; set on gold held back from training
WORTH_TELLING: Final = 0.2  # probability from which a declined word is listed among the gaps


@dataclass(frozen=True, slots=True)
class Found:
    """The acts in text order, and the words that were looked at and declined, each with its reason."""

    acts: tuple[Act, ...]
    declined: tuple[tuple[Span, str], ...]


def find_acts(
    document: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    tagging: Tagging,
    frames: Frames,
) -> Found:
    """The acts that the tagger's words name."""
    scene = scene_of(sentences, mentions)
    text = {Part.TEXT: document.text, Part.TITLE: document.title}
    acts: list[Act] = []
    declined: list[tuple[Span, str]] = []
    for tag, sentence, token in _placed(tagging.tags, sentences):
        if tag.probability >= THRESHOLD:
            acts.append(_act(scene, sentence, token, tag, tagging, frames, text))
        elif tag.probability >= WORTH_TELLING:
            declined.append(
                (token.span, f"'{token.text}': probability {tag.probability:.2f} of an act, {THRESHOLD:.2f} needed")
            )
    return Found(tuple(acts), tuple(declined))


def _placed(tags: Sequence[Tag], sentences: Sequence[Sentence]) -> Iterator[tuple[Tag, Sentence, Token]]:
    """Each tag with its word in the innermost sentence that has it."""
    at: dict[int, tuple[Sentence, Token]] = {}
    for sentence in sorted((s for s in sentences if s.part is Part.TEXT), key=lambda s: s.quotation is not None):
        at.update({token.span.start: (sentence, token) for token in sentence.tokens})
    for tag in tags:
        place = at.get(tag.span.start)
        if place is not None:
            yield tag, *place


def _act(
    scene: Scene,
    sentence: Sentence,
    token: Token,
    tag: Tag,
    tagging: Tagging,
    frames: Frames,
    text: Mapping[Part, str],
) -> Act:
    kind, share = max(tag.types, key=lambda t: t[1])
    parts = cast(scene, sentence, token, kind, tagging, frames, text)
    return Act(
        sentence=sentence.index,
        token=token.index,
        span=token.span,
        type=kind,
        mode=mode_of(token, kind, tag),
        actors=parts.actors,
        recipients=parts.recipients,
        place=parts.place,
        object=object_of(sentence, token, kind, text[Part.TEXT]),
        statuses=tag.statuses,
        vouchers=tag.vouchers,
        whens=tag.whens,
        status=max(tag.statuses, key=lambda s: s[1])[0] if tag.statuses else Status.OCCURRED,
        because=(f"tagger {kind} {share:.2f}",),
    )
