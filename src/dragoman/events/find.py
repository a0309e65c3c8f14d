"""Acts: the words that name them, with their type, mode, parts and object."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dragoman.events import presence
from dragoman.events.frames import Frames
from dragoman.events.here import AT_HOME, is_at_home, place_here
from dragoman.events.kinds import Kinds
from dragoman.events.modes import mode_of
from dragoman.events.objects import object_of
from dragoman.events.parties import share_parties
from dragoman.events.roles import cast
from dragoman.events.scene import Scene, scene_of
from dragoman.events.sides import complete_sides
from dragoman.events.weigh import REASONS, SURE, Candidate, Weighed, holding, weigh
from dragoman.model.act import Act
from dragoman.model.document import Document
from dragoman.model.event import Place, Status
from dragoman.model.mention import Mention
from dragoman.model.span import Span
from dragoman.model.syntax import Part, Sentence, Token
from dragoman.model.tag import Tag, Tagging

THRESHOLD: Final = 0.4  # probability in the end from which a word names an act; set on gold held back from training
WORTH_WEIGHING: Final = 0.15  # the tagger's probability from which a word is weighed, and told of when it is declined


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
    kinds: Kinds,
    setting: Place | None = None,
) -> Found:
    """The acts that the tagger's words name, weighed by where they stand, and the visits that only the parse shows."""
    scene = scene_of(sentences, mentions, setting)
    text = {Part.TEXT: document.text, Part.TITLE: document.title}
    acts: list[Act] = []
    declined: list[tuple[Span, str]] = []
    tags = (tag for tag in tagging.tags if tag.probability >= WORTH_WEIGHING)
    found = list(_present(sentences, tagging))
    plain = {w.candidate.token.span for w in found}
    placed = [(tag, s, token) for tag, s, token in _placed(tags, sentences) if token.span not in plain]
    for weighed in (*found, *weigh(placed, len(sentences), mentions, kinds)):
        if weighed.probability >= THRESHOLD:
            acts.append(_act(scene, weighed, tagging, frames, text))
        else:
            declined.append((weighed.candidate.token.span, _reason(weighed)))
    told = share_parties(sorted(acts, key=lambda a: a.span), scene)
    whole = complete_sides(place_here(told, scene), scene)
    at_home = {act.span for act in whole if is_at_home(act, scene)}
    declined += [(span, AT_HOME) for span in sorted(at_home)]
    return Found(tuple(act for act in whole if act.span not in at_home), tuple(declined))


def _present(sentences: Sequence[Sentence], tagging: Tagging) -> Iterator[Weighed]:
    """The visits that only the parse shows, whatever the tagger thinks of the word."""
    for sentence in sentences:
        for token in sentence.tokens:
            if token.lemma == "be" and sentence.part is Part.TEXT:
                rule = next(holding(presence.RULES, sentence, token), None)
                tag = tagging.tag(token.span) if rule else None
                if rule and tag:
                    candidate = Candidate(tag, sentence, token, rule.gives, SURE, rule.name)
                    yield Weighed(candidate, SURE, (rule.name,))


def _reason(weighed: Weighed) -> str:
    """Why the word was let go, in plain words."""
    candidate = weighed.candidate
    told = f"'{candidate.token.text}': probability {weighed.probability:.2f} of an act, {THRESHOLD:.2f} needed"
    reasons = [REASONS[name] for name in weighed.because if name in REASONS]
    return f"{told} ({'; '.join(reasons)})" if reasons else told


def _placed(tags: Iterable[Tag], sentences: Sequence[Sentence]) -> Iterator[tuple[Tag, Sentence, Token]]:
    """Each tag with its word in the innermost sentence that has it."""
    at: dict[int, tuple[Sentence, Token]] = {}
    for sentence in sorted((s for s in sentences if s.part is Part.TEXT), key=lambda s: s.quotation is not None):
        at.update({token.span.start: (sentence, token) for token in sentence.tokens})
    for tag in tags:
        place = at.get(tag.span.start)
        if place is not None:
            yield tag, *place


def _act(scene: Scene, weighed: Weighed, tagging: Tagging, frames: Frames, text: Mapping[Part, str]) -> Act:
    candidate = weighed.candidate
    sentence, token, tag, kind = candidate.sentence, candidate.token, candidate.tag, candidate.kind
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
        because=(_view(candidate), *weighed.because, f"in the end {weighed.probability:.2f}"),
    )


def _view(candidate: Candidate) -> str:
    """What the tagger thought, and what the word's surroundings made of its type."""
    best = max(candidate.tag.types, key=lambda t: t[1])
    told = f"tagger {best[0]} {best[1]:.2f}"
    return told if best[0] is candidate.kind else f"{told}, events.kinds {candidate.kind} {candidate.share:.2f}"
