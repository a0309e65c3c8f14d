"""Pronouns and descriptions: whom they mean, by who was spoken of last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from dragoman.mentions.found import Found, Line
from dragoman.mentions.offices import means, office_words
from dragoman.model.mention import Entity, Form, Kind
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule

HE: Final = frozenset(("he", "him", "his", "himself"))
SHE: Final = frozenset(("she", "her", "hers", "herself"))
IT: Final = frozenset(("it", "its", "itself"))
THEY: Final = frozenset(("they", "them", "their", "theirs", "themselves"))
FIRST: Final = frozenset(("i", "me", "my", "mine", "myself"))
SECOND: Final = frozenset(("you", "your", "yours", "yourself"))
FIRST_MANY: Final = frozenset(("we", "us", "our", "ours", "ourselves"))
ONE: Final = HE | SHE | FIRST | SECOND
SUBJECTS: Final = frozenset(("nsubj", "nsubjpass"))
EMPTY_IT: Final = frozenset("be seem appear take become happen remain look".split())
REACH: Final = 4  # sentences back that a pronoun may point

STATES: Final = frozenset(
    "sides countries nations states parties governments capitals neighbours neighbors powers allies".split()
)
LEADERS: Final = frozenset(
    "leaders presidents ministers premiers diplomats men statesmen counterparts officials secretaries envoys "
    "negotiators chancellors".split()
)
COUNTRY: Final = frozenset(("country", "nation", "state"))
UNPLACED: Final = frozenset(
    ("mentions.pronoun", "mentions.pair", "mentions.country", "mentions.speaker", "mentions.addressee")
)
NUMBERS: Final = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5}


def is_pronoun(sentence: Sentence, token: Token) -> bool:
    """A personal or possessive pronoun that can name an actor."""
    word = token.text.lower()
    if word == "it":
        verb = sentence.head(token)
        return verb.lemma not in EMPTY_IT and not (token.dep == "nsubjpass" and sentence.child(verb, "ccomp"))
    if word in IT:
        return True
    return word in HE or word in SHE or word in THEY


def is_pair(sentence: Sentence, token: Token) -> bool:
    """The noun of "both sides", "the two countries", "the two leaders", "the sides"."""
    word = token.text.lower()
    if word not in STATES and word not in LEADERS:
        return False
    before = {t.text.lower() for t in sentence.children(token)}
    if any(t.dep in ("prep", "amod", "compound", "poss") for t in sentence.children(token)):
        return False
    return bool(before & NUMBERS.keys()) or ("the" in before and (word == "sides" or word in LEADERS))


RULES: Final = (
    Rule(
        name="mentions.pronoun",
        gives=Form.PRONOUN,
        pattern=At(is_pronoun),
        examples=("The minister said [he] would go.", "Spain recalled [its] envoy."),
        near_misses=("It is cold in Oslo.", "It is believed that many left.", "This changed little."),
    ),
    Rule(
        name="mentions.pair",
        gives=Form.PRONOUN,
        pattern=At(is_pair),
        examples=("Both [sides] signed.", "The two [countries] share a border.", "The [leaders] shook hands."),
        near_misses=("Many countries signed.", "Its sides were painted."),
    ),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """An actor as it stood in a sentence already read."""

    at: int
    token: int
    entity: Entity
    subject: bool
    plural: bool
    gender: str = ""


@dataclass(slots=True)
class Scene:
    """Who has been spoken of so far, latest last."""

    actors: list[Seen] = field(default_factory=list)

    def enter(self, line: Line, at: int, found: Found, entity: Entity, gender: str) -> None:
        """Somebody is named."""
        token = line.tokens[found.head]
        while token.dep == "conj" and token.head != token.index:
            token = line.tokens[token.head]
        self.actors.append(Seen(at, found.head, entity, token.dep in SUBJECTS, found.plural, gender))

    def person(self, line: Line, at: int, token: Token, gender: str) -> Entity | None:
        """The person that "he" or "she" means."""
        closest: Seen | None = None
        verb = token.head if token.dep in ("dobj", "dative") else -1
        for seen in reversed(self.actors):
            if at - seen.at > REACH:
                break
            if seen.entity.kind is not Kind.PERSON or seen.plural or (seen.gender and seen.gender != gender):
                continue
            if seen.at == at and (seen.token >= token.index or line.tokens[seen.token].head == verb):
                continue
            if closest is not None and seen.at < closest.at:
                break
            if seen.subject:
                return seen.entity
            closest = closest or seen
        return closest.entity if closest is not None else None

    def holder(self, office: frozenset[str], country: str | None, general: bool) -> Entity | None:
        """The last person of this office and country; a `general` word ("representative") fits any office."""
        for seen in reversed(self.actors):
            entity = seen.entity
            if entity.kind is not Kind.PERSON or country not in (None, entity.country):
                continue
            if (general and country is not None) or means(office, office_words(entity.office or "")):
                return entity
        return None

    def thing(self, at: int, token: Token) -> Entity | None:
        """The country or body that "it" or "its" means."""
        closest: Seen | None = None
        for seen in reversed(self.actors):
            if at - seen.at > 2:
                break
            if seen.entity.kind not in (Kind.COUNTRY, Kind.ORGANISATION) or (
                seen.at == at and seen.token >= token.index
            ):
                continue
            if closest is not None and seen.at < closest.at:
                break
            if seen.subject:
                return seen.entity
            closest = closest or seen
        return closest.entity if closest is not None else None

    def several(self, at: int, token: Token) -> tuple[Entity, ...]:
        """Those whom "they" means: subjects named together, a group, those who met, else a body or government."""
        before = [s for s in self.actors if at - s.at <= 2 and (s.at < at or s.token < token.index)]
        for sentence in sorted({s.at for s in before}, reverse=True):
            here = [s for s in before if s.at == sentence]
            chosen = (
                _together([s for s in here if s.subject]) or _met(here) or _together([s for s in here if s.plural][-1:])
            )
            if chosen:
                return chosen
        return ()

    def states(self, number: int, names: Mapping[str, str], speaker: str | None) -> tuple[Entity, ...]:
        """The states that "both sides" means: the last that were named, the speaker's own among them."""
        chosen = [speaker] if speaker is not None else []
        for seen in reversed(self.actors):
            country = seen.entity.country
            if (
                country is not None
                and country not in chosen
                and (country != "IGO" or seen.entity.kind is Kind.ORGANISATION)
            ):
                chosen.append(country)
            if len(chosen) == number:
                return tuple(Entity(names[c], Kind.COUNTRY, c) for c in reversed(chosen) if c in names)
        return ()

    def leaders(self, at: int, number: int) -> tuple[Entity, ...]:
        """The persons that "the two leaders" or (number 0) "the leaders" means: those named together last."""
        chosen: dict[Entity, int] = {}
        for seen in reversed(self.actors):
            if seen.entity.kind is Kind.PERSON and not seen.plural:
                if not number and len(chosen) > 1 and seen.at not in chosen.values():
                    break
                chosen.setdefault(seen.entity, seen.at)
            if (number and len(chosen) == number) or at - seen.at > REACH:
                break
        return tuple(reversed(chosen)) if len(chosen) >= max(number, 2) else self._party(at, number)

    def _party(self, at: int, number: int) -> tuple[Entity, ...]:
        """As many as wanted that one phrase named: "the foreign ministers of Norway and Peru"."""
        latest = next((s for s in reversed(self.actors) if s.plural and at - s.at <= REACH), None)
        if latest is None:
            return ()
        named = tuple(s.entity for s in self.actors if (s.at, s.token) == (latest.at, latest.token))
        return named if len(named) == number or (not number and len(named) > 1) else ()

    def country(self, at: int) -> str | None:
        """The country that "the country" means: the last named, or that whose ministry is the sentence's subject."""
        last = (
            s
            for s in reversed(self.actors)
            if at - s.at <= REACH and (s.entity.kind is Kind.COUNTRY or (s.at == at and _speaks_for_state(s)))
        )
        return next((s.entity.country for s in last if s.entity.country), None)


def _speaks_for_state(seen: Seen) -> bool:
    entity = seen.entity
    return seen.subject and entity.kind is Kind.ORGANISATION and entity.country not in (None, "IGO")


def _together(seen: list[Seen]) -> tuple[Entity, ...]:
    """Several of one kind, or one that is many."""
    entities = tuple(dict.fromkeys(s.entity for s in seen))
    if len(entities) > 1 and len({e.kind for e in entities}) == 1:
        return entities
    many = [s.entity for s in seen if s.plural or s.entity.kind is not Kind.PERSON]
    return tuple(many[-1:])


def _met(seen: list[Seen]) -> tuple[Entity, ...]:
    """The persons of a sentence whose only subject is one of them: "she met him", "he wrote to her and to me"."""
    persons = tuple(dict.fromkeys(s.entity for s in seen if s.entity.kind is Kind.PERSON and not s.plural))
    leads = [s for s in seen if s.subject]
    return persons if 2 <= len(persons) <= 3 and (not leads or any(s.entity in persons for s in leads)) else ()


def find_pronouns(line: Line) -> list[Found]:
    """The pronouns, pairs and first persons of the sentence, in text order."""
    found = []
    for i, word in enumerate(line.words):
        if line.owner[i] is not None and line.owner[i].rule == "mentions.person":  # type: ignore[union-attr]
            continue
        token = line.tokens[i]
        if word in FIRST or word in FIRST_MANY:
            if line.tokens[i].tag in ("PRP", "PRP$") and not (word == "us" and token.text == "US"):
                found.append(_one(line, i, Form.SPEAKER, "mentions.speaker", word in FIRST_MANY))
        elif word in SECOND:
            found.append(_one(line, i, Form.PRONOUN, "mentions.addressee", False))
        elif token.pos == "PRON" and is_pronoun(line.sentence, token):
            found.append(_one(line, i, Form.PRONOUN, "mentions.pronoun", word in THEY))
        elif (word in STATES or word in LEADERS) and is_pair(line.sentence, token):
            found.append(_one(line, i, Form.PRONOUN, "mentions.pair", True))
        elif word in COUNTRY and line.word(i - 1) in ("the", "that", "this") and line.owner[i] is None:
            found.append(_one(line, i, Form.DESCRIPTION, "mentions.country", False))
    return found


def _one(line: Line, i: int, form: Form, rule: str, plural: bool) -> Found:
    start = i
    if rule in ("mentions.pair", "mentions.country"):
        start = min([t.index for t in line.sentence.children(line.tokens[i]) if t.index < i] or [i])
    kind = Kind.PERSON if line.words[i] in ONE else Kind.COUNTRY if rule != "mentions.pronoun" else Kind.GROUP
    return Found(start, i + 1, i, line.span(start, i + 1), form, kind, line.phrase(start, i + 1), rule, plural=plural)
