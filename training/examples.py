"""Gold readings as training examples: windows with a label for every word, and links from acts to other words."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from tokenizers import Tokenizer

from dragoman.events.paths import path
from dragoman.mentions import find_mentions
from dragoman.model.document import Document
from dragoman.model.event import EventType, Status
from dragoman.model.mention import Entity, Kind, Mention
from dragoman.model.span import Span
from dragoman.model.syntax import Part, Sentence
from dragoman.syntax import Parser, split
from dragoman.tagger.labels import MODES, ROLES, TYPES, VOUCHERS, WHENS
from dragoman.tagger.windows import Window, windows
from dragoman.vocab.types import Vocabulary

IGNORE: Final = -1.0
LOOSE: Final = frozenset(
    "he she they him her them his their it its we our us i my you your who which both sides side leader leaders "
    "president minister secretary premier government governments country countries two nations nation "
    "representative counterpart delegation officials".split()
)


@dataclass(slots=True)
class Link:
    """One act (or speech cue) of a window: its word, labels, and per role and word of the window 1, 0 or IGNORE."""

    word: int
    type: int  # index into TYPES; 0 for a speech cue
    status: int = 0
    mode: int = 0
    voucher: int = 0
    when: int = 0
    roles: list[list[float]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Example:
    """One window with its gold."""

    report: str
    window: Window
    types: list[int]  # per word
    cues: list[int]  # per word
    links: list[Link]


def load(folder: Path, names: Sequence[str]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """Reports with their gold, of these files."""
    pairs = []
    for name in names:
        reports = [json.loads(line) for line in (folder / f"{name}.reports.jsonl").open(encoding="utf-8")]
        gold = {g["id"]: g for g in map(json.loads, (folder / f"{name}.gold.jsonl").open(encoding="utf-8"))}
        pairs += [(report, gold[report["id"]]) for report in reports]
    return pairs


def document(report: Mapping[str, Any]) -> Document:
    """The report as the reading sees it."""
    published = date.fromisoformat(report["published"][:10]) if report.get("published") else None
    return Document(report["id"], report["text"], published, report.get("title") or "", report.get("publisher") or "")


def examples(
    pairs: Sequence[tuple[dict[str, Any], dict[str, Any]]], parser: Parser, tokenizer: Tokenizer, vocabulary: Vocabulary
) -> Iterator[Example]:
    """Every window of every report, labelled."""
    names = _country_forms(vocabulary)
    for report, gold in pairs:
        doc = document(report)
        layout = split(doc)
        sentences = parser.parse(doc, layout.units)
        mentions = find_mentions(doc, sentences, vocabulary)
        for window in windows(doc, layout, tokenizer):
            yield Labeller(doc, sentences, mentions, window, names).label(gold)


def _is(entity: Entity, actor: Mapping[str, Any]) -> bool:
    """One name's words all stand in the other's, or both are the same country."""
    if actor.get("kind") == "country":
        return entity.kind is Kind.COUNTRY and entity.country == actor.get("country")
    one, other = set(_words(entity.name)), set(_words(actor["name"] or ""))
    return bool(one and other) and (one <= other or other <= one) and entity.kind is not Kind.COUNTRY


def same_name(one: str, other: str | None) -> bool:
    """One name's words all stand in the other's, or the last words are equal."""
    x, y = _words(one), _words(other or "")
    return bool(x and y) and (x[-1] == y[-1] or set(x) <= set(y) or set(y) <= set(x))


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", plain)


def _country_forms(vocabulary: Vocabulary) -> dict[str, list[list[str]]]:
    forms: dict[str, list[list[str]]] = {}
    for phrase, entry in vocabulary.country_names.items():
        forms.setdefault(entry.iso3, []).append(_words(phrase))
    return forms


class Labeller:
    """Labels one window from the gold of its report."""

    def __init__(
        self,
        doc: Document,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        window: Window,
        forms: Mapping[str, list[list[str]]],
    ) -> None:
        self.doc, self.window, self.forms = doc, window, forms
        self.mentions = [m for m in mentions if m.entities]
        text = {Part.TEXT: doc.text, Part.TITLE: doc.title, None: doc.outlet}
        self.words = ["".join(_words(w.span.of(text[w.part]))) for w in window.words]
        self.sentences = [s for s in sentences if s.part is Part.TEXT]
        self.at: dict[int, Sentence] = {}
        for s in sorted(self.sentences, key=lambda s: s.quotation is not None):
            self.at.update({t.span.start: s for t in s.tokens})

    def label(self, gold: Mapping[str, Any]) -> Example:
        """The window with the gold's acts, cues and links."""
        example = Example(gold["id"], self.window, [0] * len(self.words), [0] * len(self.words), [])
        for event in gold["events"]:
            word = self._word(event["trigger"]["span"][0])
            if word is not None:
                example.types[word] = TYPES.index(EventType(event["type"]))
                example.links.append(self._act(event, word))
        for statement in gold["statements"]:
            word = self._cue(statement)
            if word is not None and not example.cues[word]:
                example.cues[word] = 1
                link = Link(word, 0)
                link.roles = [[IGNORE] * len(self.words) for _ in ROLES]
                link.roles[ROLES.index("speaker")] = self._targets(
                    [statement["speaker"]] if statement["speaker"] else [], word
                )
                link.paths = self.paths(word)
                example.links.append(link)
        return example

    def _word(self, offset: int) -> int | None:
        return next(
            (n for n, w in enumerate(self.window.words) if w.target and w.span.start <= offset < w.span.end), None
        )

    def _cue(self, statement: Mapping[str, Any]) -> int | None:
        """The occurrence of the cue nearest to the statement's span."""
        if not statement.get("cue"):
            return None
        span = statement["span"]
        start, end = (span[0][0], span[-1][1]) if isinstance(span[0], list) else span
        found = [m.start() for m in re.finditer(re.escape(statement["cue"]), self.doc.text)]
        found = [f for f in found if abs(f - start) < 400 or abs(f - end) < 400]
        if not found:
            return None
        return self._word(
            min(found, key=lambda f: min(abs(start - f) if f <= start else 900, abs(f - end) if f >= end else 900))
        )

    def _act(self, event: Mapping[str, Any], word: int) -> Link:
        source = event["source"]
        link = Link(
            word,
            TYPES.index(EventType(event["type"])),
            status=list(Status).index(Status(event["status"])),
            mode=MODES.index(event["mode"]),
            voucher=VOUCHERS.index(source["kind"]),
            when=WHENS.index(self._when(event["time"])),
        )
        speaker = (
            [{"name": source["name"], "country": None, "kind": "person"}]
            if source["kind"] == "named" and source["name"]
            else []
        )
        place = event.get("place")
        where = [{"name": place["name"], "country": None, "kind": "place"}] if place else []
        given = {"actor": event["actors"], "recipient": event["recipients"], "place": where, "source": speaker}
        link.roles = [
            self._targets(given[role], word) if role in given else [IGNORE] * len(self.words) for role in ROLES
        ]
        link.paths = self.paths(word)
        return link

    def _when(self, value: str | None) -> str:
        if value is None:
            return "none"
        return "published" if self.doc.published and value == self.doc.published.isoformat() else "stated"

    def _targets(self, actors: Sequence[Mapping[str, Any]], word: int) -> list[float]:
        """Per word of the window: 1 names one of these actors, 0 does not, IGNORE may."""
        home = self._sentence_words(word)
        sure: set[int] = set()
        loose: set[int] = set()
        for actor in actors:
            mentioned = self._mentioned(actor)
            own, country = sorted({*self._matches(actor), *mentioned}), self._country_words(actor)
            here = [n for n in own if n in home]
            loose |= {*own, *country}
            if here:
                sure |= set(here)
            else:
                sure |= set(self._nearest(own or country, word))
                loose |= {n for n in home if self.words[n] in LOOSE}
        return [1.0 if n in sure else IGNORE if n in loose else 0.0 for n in range(len(self.words))]

    def _mentioned(self, actor: Mapping[str, Any]) -> list[int]:
        """The words of the mentions that the reading itself takes for this actor: pronouns, descriptions, offices."""
        spans = [m.span for m in self.mentions if m.part is Part.TEXT and any(_is(e, actor) for e in m.entities)]
        return [
            n for n, w in enumerate(self.window.words) if w.part is Part.TEXT and any(s.holds(w.span) for s in spans)
        ]

    def _nearest(self, found: Sequence[int], word: int) -> list[int]:
        before = [n for n in found if n <= word]
        if not before:
            return list(found[:1])
        last = before[-1]
        run = [last]
        while run[-1] - 1 in before:
            run.append(run[-1] - 1)
        return run

    def _sentence_words(self, word: int) -> set[int]:
        span = self._home(word)
        return {n for n, w in enumerate(self.window.words) if w.part is Part.TEXT and span.holds(w.span)}

    def _home(self, word: int) -> Span:
        found = self.at.get(self.window.words[word].span.start)
        if found is None:
            return self.window.words[word].span
        outer = next((s for s in self.sentences if found.outer is not None and s.index == found.outer), None)
        return outer.span if outer else found.span

    def _matches(self, actor: Mapping[str, Any]) -> list[int]:
        name = _words(actor["name"] or "")
        found = self._find(name)
        if actor.get("kind") == "country" and actor.get("country"):
            return sorted({*found, *self._country_words(actor)})
        if not found and name and len(name[-1]) > 2:
            found = self._find(name[-1:])
        return found

    def _country_words(self, actor: Mapping[str, Any]) -> list[int]:
        return sorted({n for form in self.forms.get(actor.get("country") or "", ()) for n in self._find(form)})

    def _find(self, name: Sequence[str]) -> list[int]:
        """Indices of the words of every occurrence of the name."""
        if not name:
            return []
        spoken = [n for n, w in enumerate(self.words) if w]
        plain = [self.words[n] for n in spoken]
        hits: list[int] = []
        for start in range(len(plain) - len(name) + 1):
            if plain[start : start + len(name)] == list(name):
                hits += spoken[start : start + len(name)]
        return hits

    def paths(self, word: int) -> list[str]:
        """The way through the parse from the word to every word of the window."""
        return [self._path(word, n) for n in range(len(self.words))]

    def _path(self, word: int, other: int) -> str:
        w, o = self.window.words[word], self.window.words[other]
        if o.part is None:
            return "outlet"
        if o.part is Part.TITLE:
            return "title"
        here, there = self.at.get(w.span.start), self.at.get(o.span.start)
        if here is not None and there is not None and here.index == there.index:
            a, b = here.at(w.span.start), here.at(o.span.start)
            if a is not None and b is not None:
                return path(here, a, b)
        if (
            here is not None
            and there is not None
            and (
                here.outer == there.index
                or there.outer == here.index
                or (here.outer is not None and here.outer == there.outer)
            )
        ):
            return "around"
        return "before" if o.span.start < w.span.start else "after"
