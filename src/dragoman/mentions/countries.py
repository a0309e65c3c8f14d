"""Countries: by name, adjective, people, capital and metonym; and whether a town stands for a government or a place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.mentions.found import Found, Line
from dragoman.mentions.gazetteer import Hit
from dragoman.model.mention import Form, Kind
from dragoman.model.span import Span
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule
from dragoman.vocab.load import fold
from dragoman.vocab.types import City, CountryName

AT_PLACE: Final = frozenset(
    "in at near outside inside around into through throughout via across above over off towards toward within".split()
)
MOVING: Final = frozenset("to from of".split())
TOLD: Final = frozenset(
    "appeal letter message warning threat offer proposal call signal ultimatum answer response demand request note "
    "say tell write appeal respond belong sell hand deliver turn listen speak give offer send loyal close hostile "
    "ally friend relation relations policy support concession pressure protest demand government side".split()
)
GOES: Final = frozenset(
    "visit leave reach enter tour attack bomb shell hit strike depart evacuate besiege capture retake seize rock "
    "surround quit tour host shake storm occupy liberate flee".split()
)
CONTINENTAL: Final = frozenset(("north", "south", "latin", "central", "pan", "inter"))
PACTS: Final = frozenset(
    "agreement agreements accord accords protocol protocols treaty convention declaration pact".split()
)
BEFORE_NAME: Final = frozenset(("pro", "anti", "non", "ex", "un"))  # "pro-Russian", "anti-American": not that country


def is_place(sentence: Sentence, token: Token) -> bool:
    """A town or a building named as where something is, and not for the government that sits there."""
    before = sentence.tokens[token.index - 1].text.lower() if token.index else ""
    governor = sentence.head(token)
    if token.dep == "pobj" or before in AT_PLACE or before in MOVING:
        preposition = governor.text.lower() if token.dep == "pobj" else before
        if preposition in AT_PLACE:
            return True
        return preposition in MOVING and sentence.head(governor).lemma.lower() not in TOLD
    if token.dep == "conj" and governor.pos == "PROPN" and governor.index != token.index:
        return is_place(sentence, governor)
    if token.dep in ("dobj", "nsubjpass"):
        return governor.lemma.lower() in GOES
    if token.dep == "appos" and governor.entity in ("GPE", "LOC", "FAC"):
        return True
    return token.dep in ("compound", "nmod", "npadvmod")


PLACE: Final = Rule(
    name="mentions.place",
    gives=Form.PLACE,
    pattern=At(lambda s, t: t.entity in ("GPE", "LOC", "FAC") and is_place(s, t)),
    examples=("The envoys met in [Vienna] on Monday.", "She flew to [Doha] for the talks."),
    near_misses=("Paris condemned the raid.", "Relations with Ankara are cool."),
)
RULES: Final = (PLACE,)


def read_country(line: Line, hit: Hit, entry: CountryName) -> Found | None:
    """The country, or None where the word is part of another: "pro-Russian", "Latin American", "Minsk Protocol"."""
    start, end = hit.start, hit.end
    if line.word(start - 1) == "-" and line.word(start - 2) in BEFORE_NAME:
        return None
    if line.word(start - 1) in CONTINENTAL and line.words[start].startswith("american"):
        return None
    if line.word(end) in PACTS and line.capital(end):
        return None
    head = line.top(start, end)
    token = line.tokens[head]
    span = line.span(start, end)
    country = entry.iso3
    if entry.form == "people" and (_is_noun(token) or token.text.endswith("s")):
        return Found(
            start,
            end,
            head,
            span,
            Form.NAME,
            Kind.GROUP,
            line.phrase(start, end),
            "mentions.people",
            country,
            plural=True,
        )
    if entry.form in ("capital", "metonym"):
        form = Form.PLACE if _stands_as_place(line, head, entry.form) else Form.METONYM
        name = entry.name if entry.form == "capital" else line.phrase(start, end)
        return Found(start, end, head, span, form, Kind.COUNTRY, name, f"mentions.{entry.form}", country)
    adjective = entry.form == "adjective" or _modifies(line, token, end)
    form = Form.ADJECTIVE if adjective else Form.NAME
    return Found(start, end, head, span, form, Kind.COUNTRY, entry.name, f"mentions.{form}", country)


def read_city(line: Line, hit: Hit, cities: tuple[City, ...], country: str) -> Found:
    """A town in one country."""
    head = line.top(hit.start, hit.end)
    return Found(
        hit.start,
        hit.end,
        head,
        line.span(hit.start, hit.end),
        Form.PLACE,
        Kind.COUNTRY,
        line.vocabulary.countries[country].name if country in line.vocabulary.countries else cities[0].name,
        "mentions.city",
        country or None,
    )


def find_parts(line: Line) -> Iterator[Found]:
    """Countries and bodies inside one word of the parse: "U.N.-brokered", and the first of "North and South Korea"."""
    names = line.vocabulary.country_names
    for i, token in enumerate(line.tokens):
        text = token.text
        if (
            line.words[i] in ("north", "south", "east", "west")
            and line.word(i + 1) in ("and", "or")
            and line.owner[i] is None
        ):
            twin = line.owner[i + 2] if i + 2 < len(line.words) else None
            entry = (
                names.get(fold(f"{text} {line.word(twin.end - 1)}")) if twin is not None and twin.end > i + 3 else None
            )
            if entry is not None:
                yield Found(
                    i,
                    i + 1,
                    i,
                    token.span,
                    Form.NAME,
                    Kind.COUNTRY,
                    entry.name,
                    "mentions.name",
                    entry.iso3,
                )
        elif "-" in text[1:-1] and text[0].isupper() and line.owner[i] is None:
            yield from _first_part(line, i)


def _first_part(line: Line, i: int) -> Iterator[Found]:
    token = line.tokens[i]
    part = token.text.split("-", 1)[0]
    if len(part) <= 3 and not part.isupper():
        return
    entry = line.vocabulary.country_names.get(fold(part))
    body = line.vocabulary.organisations.get(fold(part)) if entry is None else None
    span = Span(token.span.start, token.span.start + len(part))
    if entry is not None:
        yield Found(
            i,
            i + 1,
            i,
            span,
            Form.ADJECTIVE,
            Kind.COUNTRY,
            entry.name,
            "mentions.adjective",
            entry.iso3,
        )
    elif body is not None:
        yield Found(i, i + 1, i, span, Form.ADJECTIVE, Kind.ORGANISATION, body.name, "mentions.body", body.country)


def _stands_as_place(line: Line, head: int, form: str) -> bool:
    token = line.tokens[head]
    if form == "metonym" and token.dep in ("compound", "nmod"):
        return False
    if token.dep in ("compound", "nmod", "npadvmod") and line.word(head + 1) in ("'s", "’s", "-"):
        return False
    return is_place(line.sentence, token)


def _is_noun(token: Token) -> bool:
    return token.dep not in ("amod", "compound", "nmod")


def _modifies(line: Line, token: Token, end: int) -> bool:
    """A name that stands before its noun like an adjective: "US sanctions", "the Russia-China talks"."""
    if token.dep in ("compound", "amod", "nmod"):
        return token.head >= end
    return line.word(end) in ("-", "–") and end + 1 < len(line.words)
