"""Whose words a transcript or a signed release holds, turn by turn."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dragoman.mentions.cast import name_words
from dragoman.mentions.offices import HEADS, means, office_words
from dragoman.mentions.persons import tenures_at
from dragoman.model.claim import Turn
from dragoman.model.document import Document
from dragoman.model.mention import Entity, Form, Kind, Mention
from dragoman.model.span import Span
from dragoman.model.syntax import Part, Sentence
from dragoman.rules import Rule, Words
from dragoman.vocab.load import fold
from dragoman.vocab.types import Vocabulary

LABEL: Final = Rule(
    name="mentions.turn",
    gives=Form.SPEAKER,
    pattern=Words(
        re.compile(
            r"^[ \t]*(?P<read>[A-Z][A-Z.'’\-]*[A-Z][.,]?(?: [A-Z][A-Za-z.'’\-]*){0,5}(?:,?(?: [A-Z.'’\-]+){1,9})?|PM|Q"
            r"|(?:(?:Mr|Ms|Mrs|Dr)\.?|Secretary|President|Prime Minister|Foreign Minister)(?: [A-Z][\w'’\-]+){1,3}"
            r"|Prime Minister|Question|Journalist)[ \t]*(?:\([^)\n]{1,40}\))?[ \t]*:",
            re.M,
        )
    ),
    examples=("[PRIME MINISTER]: Good morning.", "[MS PSAKI]: Good afternoon.", "[QUESTION]: Will you go?"),
    near_misses=("He said: we shall see.", "The question: who pays?"),
)
ASKED: Final = Rule(
    name="mentions.turn.asked",
    gives=Form.SPEAKER,
    pattern=Words(re.compile(r"^(?P<read>Q)[ \t\u00a0]+(?=[A-Z“])", re.M)),
    examples=("[Q] Will you go to Lima?",),
    near_misses=("Q fever has come back.", "The Q was Long."),
)
RULES: Final = (LABEL, ASKED)
ASKS: Final = frozenset(
    "question journalist q reporter host compere presenter interviewer moderator participant".split()
)
NAMELESS: Final = frozenset("aide staff staffer interpreter translator voice audience member source".split())
PLAIN: Final = frozenset(("mr", "ms", "mrs", "dr"))
PUBLISHERS: Final = (["pm"], ["prime", "minister"])
NOT_LABELS: Final = frozenset(
    "subject date venue location topics topic e&oe transcript contact re note title media fact sheet".split()
)
OFFICIAL: Final = ("minister", "ministry", "department", "white house", "government", "embassy", "president", "kremlin")
PUBLISHER: Final = re.compile(
    r"^(?P<office>[A-Z][A-Za-z ]+?) of (?P<country>[A-Z][A-Za-z ]+?) \((?P<last>[^,()]+), (?P<first>[^()]+)\)$"
)
SIGNED: Final = re.compile(
    r"^\W*(?P<name>[A-Z][\w.'’\- ]+?), "
    r"(?P<office>(?=[A-Z])[A-Za-z ]*"
    r"(?:Secretary|Minister|President|Ambassador|Envoy|Spokes(?:person|man|woman))[A-Za-z ]*)\s*$",
    re.M,
)
VESTED: Final = re.compile(
    r"\bvested in me as (?P<office>President|Prime Minister)\b"
    r"|\bI, [A-Z][\w.,’' -]{3,40}, (?P<own>President|Prime Minister) of\b"
)
STATEMENT: Final = re.compile(
    r"\b(?:Statement|Remarks|Speech|Address|Message|Letter|Op-Ed)\b.{0,12}\b(?:by|from|of) (?P<who>[^,:\n]+)", re.I
)
RELEASED: Final = re.compile(
    r"^The (?:text of the )?following (?:joint )?(?:statement|communiqu[ée]|declaration) (?:was|has been) "
    r"(?:released|issued|adopted|agreed) by .+$",
    re.M,
)
JOINT: Final = re.compile(
    r"^Joint (?:Statement|Declaration|Communiqu[ée]) of the (?P<who>(?:[A-Z][\w-]+|of|the|and| )+)"
)
OURSELVES: Final = re.compile(r"\bWe, (?:the )?(?P<who>[A-Z][\w.’'-]*(?:,? (?:[A-Z][\w.’'-]*|of|the|and))+)")
WE: Final = re.compile(r"\b[Ww]e\b")
FIRST_PERSON: Final = re.compile(r"\b(?:I|I'm|I’m|my|My|me)\b")
FIRST_PLURAL: Final = re.compile(r"\b(?:we|our|us|We|Our)\b")
HEADING: Final = 400  # characters at the top in which a signature stands
QUOTED: Final = re.compile(r"[“\"«][^”\"»\n]{0,2000}[”\"»]")


def home_of(document: Document, vocabulary: Vocabulary) -> str | None:
    """The country whose government publishes the report, None for other outlets."""
    words = document.outlet.replace("(", " ").split()
    lower = document.outlet.lower()
    if not any(word in lower for word in OFFICIAL):
        return None
    for size in (3, 2, 1):
        for i in range(len(words) - size + 1):
            entry = vocabulary.country_names.get(fold(" ".join(words[i : i + size])))
            if entry is not None:
                return entry.iso3
    return None


def publisher_of(document: Document, vocabulary: Vocabulary) -> Entity | None:
    """The office holder in whose name the outlet publishes: "Prime Minister of Australia (Howard, John)"."""
    match = PUBLISHER.match(document.outlet)
    if match is None:
        return None
    country = vocabulary.country_names.get(fold(match["country"]))
    return Entity(f"{match['first']} {match['last']}", Kind.PERSON, country.iso3 if country else None, match["office"])


def find_turns(
    document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention], vocabulary: Vocabulary
) -> tuple[Turn, ...]:
    """The report's turns in text order; empty for a report in the third person."""
    labels = find_labels(document.text)
    publisher = publisher_of(document, vocabulary)
    people = _people(mentions)
    if labels:
        home = home_of(document, vocabulary)
        voices = Voices(people, publisher, home, holders(home, document, vocabulary), vocabulary, document.published)
        ends = [span.start for _, span in labels[1:]] + [len(document.text)]
        turns = [
            Turn(Span(s.end, end), voices.of(label), LABEL.name) for (label, s), end in zip(labels, ends, strict=True)
        ]
        return _opened(document, turns, labels[0][1].start, publisher)
    speaker = _signer(document, people) or _vested(document, vocabulary) or _together(document, mentions)
    if speaker is None and publisher is not None and _is_own(document.text, publisher):
        speaker = publisher
    return (Turn(Span(0, len(document.text)), speaker, "mentions.signed"),) if speaker is not None else ()


def _opened(document: Document, turns: list[Turn], start: int, publisher: Entity | None) -> tuple[Turn, ...]:
    """A speech before the first question belongs to the publisher."""
    if publisher is not None and start > 600 and _says(FIRST_PERSON, document.text[:start]):
        turns.insert(0, Turn(Span(0, start), publisher, "mentions.signed"))
    return tuple(turns)


def find_labels(text: str) -> list[tuple[str, Span]]:
    """The names before each turn of a transcript, with where they stand, colon included."""
    labels = []
    for match in LABEL.pattern.regex.finditer(text):  # type: ignore[attr-defined]
        label = " ".join(match["read"].split())
        first = label.lower().split()[0]
        if first not in NOT_LABELS and not (
            len(label.split()) > 4 and not any(w.lower() in HEADS for w in label.split())
        ):
            labels.append((label, Span(match.start("read"), match.end())))
    if labels:  # only beside labels is a bare "Q" one
        asked = ASKED.pattern.regex.finditer(text)  # type: ignore[attr-defined]
        labels.extend((m["read"], Span(*m.span("read"))) for m in asked)
        labels.sort(key=lambda found: found[1])
    return labels


def _people(mentions: Sequence[Mention]) -> dict[str, Entity]:
    """Persons of the report by the words of their names, the first of each."""
    people: dict[str, Entity] = {}
    for mention in mentions:
        for entity in mention.entities:
            if entity.kind is Kind.PERSON and mention.form is Form.NAME:
                for word in name_words(entity.name):
                    people.setdefault(word, entity)
    return people


@dataclass(frozen=True, slots=True)
class Voices:
    """Everybody whom a transcript's labels can mean."""

    people: Mapping[str, Entity]
    publisher: Entity | None
    home: str | None
    ours: Mapping[frozenset[str], Entity]
    vocabulary: Vocabulary
    published: date | None

    def of(self, label: str) -> Entity | None:
        """Whom a label names; None for somebody who only asks, or whom nothing names."""
        words = [w for w in fold(label.split(",")[0]).replace(".", "").split() if w != "the"]
        if not words or words[0] in ASKS:
            return None
        publisher = self.publisher
        if publisher is not None and (words in PUBLISHERS or words[-1] in fold(publisher.name).split()):
            return publisher
        known = self.people.get(words[-1]) or self.people.get(words[max(len(words) - 2, 0)])
        held = office_words(" ".join(words))
        return known or self.ours.get(held) or self._holder(held) or self._stranger(words)

    def _holder(self, office: frozenset[str]) -> Entity | None:
        """The only person of the report who holds this office: "FOREIGN MINISTER:"."""
        found = {p for p in self.people.values() if p.office and means(office, office_words(p.office))}
        return found.pop() if len(found) == 1 else None

    def _stranger(self, words: list[str]) -> Entity | None:
        """Somebody whom the report names nowhere else: by tenure, or by the label's own words."""
        tenures = tenures_at(self.vocabulary.tenures.get(words[-1], ()), self.published)
        if tenures and len({t.name for t in tenures}) == 1:
            return Entity(tenures[0].name, Kind.PERSON, tenures[0].country, tenures[0].office)
        if len(words) > 1 and (words[0] in PLAIN or words[0] in HEADS):
            name = " ".join(w.title() for w in words[1:])
            return Entity(name, Kind.PERSON, self.home if words[0] in PLAIN else None)
        if words[-1] in HEADS or words[-1] in NAMELESS:
            return None
        return Entity(" ".join(w.title() for w in words), Kind.PERSON)


def holders(home: str | None, document: Document, vocabulary: Vocabulary) -> dict[frozenset[str], Entity]:
    """Who holds which office of the publishing government at the report's date, by the words of the office."""
    ours: dict[frozenset[str], Entity] = {}
    day = document.published
    if home is None or day is None:
        return ours
    short: dict[tuple[frozenset[str], bool], set[Entity]] = defaultdict(set)
    outlet = office_words(document.outlet)
    for t in vocabulary.posts.get(home, ()):
        if t.since <= day and (t.until is None or day <= t.until):
            post, _, field = t.office.partition(" of ")
            entity = Entity(t.name, Kind.PERSON, home, t.office)
            ours[office_words(t.office)] = entity
            short[office_words(post), not (field and office_words(field) <= outlet)].add(entity)
    for (post_words, _), entities in sorted(short.items(), key=lambda item: item[0][1]):
        if len(entities) == 1:
            ours.setdefault(post_words, next(iter(entities)))
    publisher = publisher_of(document, vocabulary)
    if publisher is not None:
        ours[office_words(publisher.office or "")] = publisher
    return ours


def _signer(document: Document, people: dict[str, Entity]) -> Entity | None:
    """Who signs the whole text: "Statement by ..." in the title of one that says "I", or name and office above it."""
    match = STATEMENT.search(document.title)
    if match is not None and _says(FIRST_PERSON, document.text):
        for word in reversed(name_words(match["who"])):
            if word in people:
                return people[word]
    signed = SIGNED.search(document.text)
    if signed is None or signed.start() > HEADING:
        return None
    if "Spokes" in signed["office"] and not _says(WE, document.text):  # news that he only hands out
        return None
    words = name_words(signed["name"])
    return people.get(words[-1]) or Entity(signed["name"].strip(), Kind.PERSON, None, signed["office"].strip())


def _vested(document: Document, vocabulary: Vocabulary) -> Entity | None:
    """Who proclaims or orders by the authority of an office: "vested in me as President"."""
    match = VESTED.search(document.text)
    if match is None:
        return None
    office = office_words(match["office"] or match["own"])
    return holders(home_of(document, vocabulary), document, vocabulary).get(office)


def _together(document: Document, mentions: Sequence[Mention]) -> Entity | None:
    """Who speaks as "we" in a joint statement: the group it names, else the first person of its heading."""
    heading = RELEASED.search(document.text[: 2 * HEADING])
    if heading is None or not _says(WE, document.text[heading.end() :]):
        return None
    if (group := JOINT.search(document.title) or OURSELVES.search(document.text, heading.end())) is not None:
        return Entity(group["who"].strip(" ,"), Kind.GROUP)
    span = Span(*heading.span())
    named = [e for m in mentions if m.part is Part.TEXT and span.holds(m.span) for e in m.entities]
    return next((e for e in named if e.kind is Kind.PERSON), named[0] if named else None)


def _is_own(text: str, publisher: Entity) -> bool:
    """The text speaks as its publisher: it says "I", or says "we" and speaks of the publisher nowhere."""
    if _says(FIRST_PERSON, text):
        return True
    last = publisher.name.rsplit(" ", 1)[-1]
    named = last in text or f"the {publisher.office}".lower() in text.lower()
    return not named and _says(FIRST_PLURAL, text)


def _says(words: re.Pattern[str], text: str) -> bool:
    return words.search(QUOTED.sub(" ", text)) is not None
