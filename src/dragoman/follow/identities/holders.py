"""Which leader that the vocabulary knows a name or an office means, on the day it was published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from dragoman.follow.identities.bodies import without_country
from dragoman.follow.identities.names import alike
from dragoman.follow.identities.words import Name, is_description, take_apart
from dragoman.mentions.offices import means, office_words
from dragoman.mentions.persons import tenures_at
from dragoman.model.event import Actor
from dragoman.vocab.load import fold
from dragoman.vocab.types import Tenure, Vocabulary

FIRST_KEYED: Final = frozenset("PRK CHN KOR TWN HKG".split())  # tenures are found there by the first word of a name
HEADS: Final = frozenset(
    (
        "president",
        "prime minister",
        "king",
        "queen",
        "chancellor",
        "supreme leader",
        "premier",
        "emir",
        "sultan",
        "pope",
    )
)
Asked = tuple[str, str | None, str | None, date | None]


@dataclass(slots=True)
class Holders:
    """The leaders, by name and day; what was asked once is kept."""

    vocabulary: Vocabulary
    asked: dict[Asked, Tenure | None] = field(default_factory=dict)
    offices: dict[tuple[str, frozenset[str]], list[Tenure]] = field(default_factory=dict)

    def find(self, actor: Actor, day: date | None) -> Tenure | None:
        """The leader whom the name means; None where the vocabulary knows nobody such, or several."""
        taken = None if is_description(actor.name) else take_apart(actor.name, actor.country)
        certain = taken is not None and not taken.bare
        key = (actor.name, actor.country, actor.office, None if certain else day)
        if key not in self.asked:
            self.asked[key] = self._holder(actor, day) if taken is None else self._named(actor, taken, day)
        return self.asked[key]

    def knows(self, name: str, country: str) -> bool:
        """A leader of that country has exactly this name."""
        return any(t.country == country for t in self.vocabulary.tenures.get(fold(name), ()))

    def _named(self, actor: Actor, taken: Name, day: date | None) -> Tenure | None:
        if taken.bare:
            if actor.country is None:
                return None
            held = tenures_at(self._of_country(actor.country, " ".join(taken.words)), day)
            return _one(held) or _one(t for t in held if _in_office(actor, t)) or _head(actor, held)
        found = [t for t in self._same_family(actor, taken) if _is_name_of(actor.name, t)]
        exact = [t for t in found if fold(actor.name) in map(fold, (t.name, *t.aliases))]
        return _one(found) or _one(exact) or _one(t for t in found if _in_office(actor, t))

    def _of_country(self, country: str, key: str) -> tuple[Tenure, ...]:
        return tuple(t for t in self.vocabulary.tenures.get(key, ()) if t.country == country)

    def _same_family(self, actor: Actor, taken: Name) -> dict[Tenure, None]:
        """All tenures under one of the name's words, or under the whole."""
        words = (*taken.words[1:], taken.words[0]) if actor.country in FIRST_KEYED else taken.words[1:]
        keys = (fold(actor.name), " ".join(taken.words), *words)
        named = (t for key in keys for t in self.vocabulary.tenures.get(key, ()))
        return dict.fromkeys(t for t in named if actor.country in (None, t.country))

    def _holder(self, actor: Actor, day: date | None) -> Tenure | None:
        """Who alone held the office that the words describe: "the Russian president"."""
        if actor.country is None or day is None:
            return None
        words = without_country(fold(actor.name).split(), actor.country, self.vocabulary)
        wanted = office_words(" ".join(words)) - {"republic", "country", "state's"}
        held = self._offices().get((actor.country, wanted), [])
        return _one(t for t in held if t.since <= day and (t.until is None or day <= t.until))

    def _offices(self) -> dict[tuple[str, frozenset[str]], list[Tenure]]:
        if not self.offices:
            for tenure in dict.fromkeys(t for held in self.vocabulary.tenures.values() for t in held):
                self.offices.setdefault((tenure.country, office_words(tenure.office)), []).append(tenure)
        return self.offices


def who(tenure: Tenure) -> tuple[str, str]:
    """The person whose tenure it is."""
    return tenure.country, tenure.name


def _one(tenures: Iterable[Tenure]) -> Tenure | None:
    """One of the tenures where all are one person's."""
    people = {who(t): t for t in tenures}
    return next(iter(people.values())) if len(people) == 1 else None


def _in_office(actor: Actor, tenure: Tenure) -> bool:
    return means(office_words(actor.office or ""), office_words(tenure.office))


def _head(actor: Actor, held: Iterable[Tenure]) -> Tenure | None:
    """Whom a family name alone means where several in office bear it: the head of state or government."""
    return None if actor.office else _one(t for t in held if t.office.lower() in HEADS)


def _is_name_of(name: str, tenure: Tenure) -> bool:
    found = (alike(name, known, tenure.country) for known in (tenure.name, *tenure.aliases))
    return any(f is not None and not f.partial for f in found)
