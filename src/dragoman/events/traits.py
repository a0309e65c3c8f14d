"""What is looked at to give a mention its part in an act, as short readable names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Final

from dragoman.events.scene import Scene, foot, way
from dragoman.events.subjects import Clause, clause_of
from dragoman.model.event import EventType
from dragoman.model.mention import Mention
from dragoman.model.syntax import Part, Sentence, Token

OWNING: Final = frozenset({"poss", "compound", "amod", "nmod"})
DISTANCES: Final = (2, 4, 8, 16)  # words, the upper ends of the steps


class Sight:
    """One act's word with its surroundings, from which mentions are looked at."""

    def __init__(
        self, scene: Scene, sentence: Sentence, trigger: Token, kind: EventType, near: Sequence[Mention]
    ) -> None:
        self.scene, self.sentence, self.trigger, self.kind, self.near = scene, sentence, trigger, kind, near
        self.clause: Clause = clause_of(sentence, trigger)
        self.lemma = trigger.lemma.lower()
        self.governor = sentence.head(trigger).lemma.lower() if trigger.head != trigger.index else "-"
        self.article = next((t.lemma.lower() for t in sentence.children(trigger) if t.dep in ("det", "poss")), "-")
        self.here = sorted((m for m in near if m.sentence == sentence.index), key=lambda m: m.span.start)
        self.left = [m for m in self.here if m.span.start < trigger.span.start]
        self.company = f"{'s' if self.clause.subject is not None else '-'}{min(len(self.here), 3)}"
        below = {t.dep for t in sentence.children(trigger)}
        self.signature = "+".join(d for d in ("nsubj", "nsubjpass", "dobj", "agent", "poss", "dative") if d in below)
        self._verbs = [t.index for t in sentence.tokens if t.pos == "VERB"]
        self._feet = [t and foot(sentence, t).index for t in (self.clause.subject, self.clause.object)]

    def traits(self, mention: Mention) -> list[str]:
        """The mention's traits."""
        through = way(self.scene, self.sentence, self.trigger, mention)
        found = self._ways(mention, through)
        found += self._salience(mention)
        if mention.sentence == self.sentence.index:
            found += self._clause(mention, through)
            found += self._order(mention, through)
        else:
            found += self._afar(mention, through)
        return found

    def _ways(self, mention: Mention, through: str) -> list[str]:
        kind, word, form = self.kind, self.trigger.pos, mention.form
        side = "left" if mention.span.start < self.trigger.span.start else "right"
        first = through.split("/")[0]
        return [
            through,
            f"{kind}|{through}",
            f"{kind}|{word}|{through}",
            f"{self.lemma}|{through}",
            f"{kind}|{self.lemma}|{first}",
            f"{self.governor}|{through}",
            f"{form}|{mention.kind}",
            f"{kind}|{form}|{mention.kind}",
            f"{form}|{through}",
            f"{mention.kind}|{kind}|{through}",
            f"{side}|{word}|{kind}",
            f"{side}|{form}|{first}",
            f"near {self._nearness(mention)}|{kind}",
            f"{self.trigger.dep}|{through}",
        ]

    def _nearness(self, mention: Mention) -> str:
        if mention.part is Part.TITLE:
            return "title"
        if mention.sentence != self.sentence.index:
            return f"{min(abs(self.sentence.index - mention.sentence), 3)} away"
        return f"here of {min(len(self.here), 5)}"

    def _salience(self, mention: Mention) -> list[str]:
        """How much the report speaks of the mention's countries."""
        countries = {e.country for e in mention.entities}
        kind, here = self.kind, mention.sentence == self.sentence.index
        rank = next((n for n, c in enumerate(self.scene.foremost, 1) if c in countries), 3)
        titled = bool(countries & self.scene.headline)
        return [
            f"rank {rank}",
            f"rank {rank}|{kind}|{here}",
            f"titled {titled}|{here}|{kind}",
            f"{min(len(countries), 3)} countries|{kind}|{mention.form}",
            f"IGO {'IGO' in countries}|{kind}",
            f"stateless {None in countries}|{mention.kind}",
            f"stateless {None in countries}|{mention.kind}|{kind}",
        ]

    def _clause(self, mention: Mention, through: str) -> list[str]:
        """Whether the mention is, or belongs to, the subject or object of the act's word."""
        clause, kind = self.clause, self.kind
        stand = self._stand(self.sentence.tokens[mention.head])
        return [
            stand,
            f"{stand}|{kind}",
            f"{stand}|{self.lemma}",
            f"{stand}|{clause.how}",
            f"{stand}|{clause.how}|{kind}",
            f"{stand}|{self.trigger.pos}|{kind}",
            f"{stand}|{mention.form}",
            f"{stand}|{clause.subject is not None}{clause.object is not None}|{through.split('/')[0]}",
        ]

    def _stand(self, token: Token) -> str:
        subject, target = self._feet
        steps = [foot(self.sentence, token), *islice(self.sentence.ancestors(token), 4)]
        for part, wanted in (("subject", subject), ("object", target)):
            for n, step in enumerate(steps):
                if wanted is not None and foot(self.sentence, step).index == wanted:
                    inside = "" if not n else " owner" if steps[n - 1].dep in OWNING else " inside"
                    return f"{part}{inside}"
        return "neither"

    def _order(self, mention: Mention, through: str) -> list[str]:
        """Which one it is among the sentence's mentions, counted from the act's word, and how far away."""
        kind, word, at = self.kind, self.trigger.pos, self.here.index(mention)
        before = at < len(self.left)
        turn = f"{'l' if before else 'r'}{min(len(self.left) - at if before else at - len(self.left) + 1, 4)}"
        low, high = sorted((mention.head, self.trigger.index))
        step = sum(high - low >= d for d in DISTANCES)
        verbs = min(sum(low < v < high for v in self._verbs), 3)
        return [
            f"turn {turn}|{kind}",
            f"turn {turn}|{word}|{through.split('/')[0]}",
            f"turn {turn}|{word}|{bool(self.left)}{len(self.left) < len(self.here)}",
            f"turn {turn}|{self.lemma}",
            f"order {min(at, 4)}/{min(len(self.here), 5)}|{kind}",
            f"step {step}|{before}",
            f"step {step}|{before}|{word}|{mention.form}",
            f"{verbs} verbs|{before}|{kind}",
        ]

    def _afar(self, mention: Mention, through: str) -> list[str]:
        """For a mention of another sentence: its part there, and what the act's own sentence lacks."""
        home = self.scene.sentences[mention.sentence]
        dep = foot(home, home.tokens[mention.head]).dep
        title = mention.part is Part.TITLE
        where = "title" if title else f"{through}{min(abs(self.sentence.index - mention.sentence), 3)}"
        at = next(n for n, m in enumerate(m for m in self.near if m.sentence == mention.sentence) if m is mention)
        kind, word, company = self.kind, self.trigger.pos, self.company
        return [
            f"{where}|{dep}|{kind}",
            f"{where}|{dep}|{company}",
            f"{where}|{min(at, 3)}|{company}",
            f"{where}|{company}|{kind}",
            f"{where}|{company}|{word}|{self.article}",
            f"{where}|{mention.kind}|{word}|{self.article}",
            f"{where}|{self.signature}|{word}",
            f"{where}|{self.clause.how}",
        ]
