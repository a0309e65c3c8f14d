"""Bodies: organisations that the vocabulary or the model knows, and ministries, armies and parties by their words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from dragoman.mentions.found import Found, Line
from dragoman.mentions.gazetteer import Hit
from dragoman.model.mention import Form, Kind
from dragoman.model.syntax import Token
from dragoman.rules import At, Rule
from dragoman.vocab.types import Organisation

STATE: Final = frozenset("government authorities regime administration leadership junta cabinet governments".split())
BODY: Final = frozenset(
    "ministry department army navy military parliament embassy consulate party committee council court agency "
    "force police legislature senate congress forces troops coalition opposition intelligence militia militias "
    "airforce marines jets warplanes aircraft fighters rebels militants insurgents separatists gunmen insurgency "
    "bank company union federation assembly commission guard guards media newspaper television tv mission "
    "ministries delegation delegations team faction factions group groups battalion brigade warships ships "
    "submarine submarines fleet authority office presidency judiciary institute university association "
    "organisation organization peacekeepers paratroopers commandos airline embassies bureau tribunal chamber "
    "squadron helicopters drones news service services premiership monarchy bloc movement front alliance".split()
)
GROUPED: Final = frozenset("delegation delegations team group groups faction factions".split())
ARTICLES: Final = frozenset("the a an this that these those its their his her our both all some any no".split())


NO_BODIES: Final = frozenset(  # last words of what the model takes for organisations, and are none
    "war crisis conflict treaty agreement act talks plan deal resolution peace covid-19 covid brexit covenant accord "
    "accords protocol declaration convention visa strait sea ocean process pact".split()
)
LOCAL: Final = STATE | frozenset(
    "police opposition parliament rebels insurgents insurgency separatists judiciary presidency".split()
)


def is_body(token: Token) -> bool:
    """The noun names a body when a country stands with it: "army", "ministry"."""
    return token.pos in ("NOUN", "PROPN") and (token.text.lower() in BODY or token.text.lower() in STATE)


RULES: Final = (
    Rule(
        name="mentions.body",
        gives=Kind.ORGANISATION,
        pattern=At(lambda s, t: is_body(t)),
        examples=("The Peruvian [navy] sailed.", "Their [government] fell."),
        near_misses=("The policemen left.", "They militate against it."),
    ),
)


def read_body(line: Line, hit: Hit, entry: Organisation) -> Found:
    """A body that the vocabulary knows."""
    head = line.top(hit.start, hit.end)
    kind = Kind.GROUP if entry.kind == "group" else Kind.ORGANISATION
    written = line.phrase(hit.start, hit.end)
    name = entry.name if len(written.replace(".", "")) <= 2 else written
    return Found(
        hit.start,
        hit.end,
        head,
        line.span(hit.start, hit.end),
        Form.NAME,
        kind,
        name,
        "mentions.body",
        entry.country,
        usual=entry.name,
    )


def read_outlet(line: Line, hit: Hit, country: str) -> Found | None:
    """A medium that the vocabulary knows, or None where the words are part of another name."""
    tokens = line.tokens
    longer = hit.end < len(tokens) and tokens[hit.end].entity and not tokens[hit.end].begins
    if tokens[hit.start].entity not in ("ORG", "PRODUCT", "WORK_OF_ART") or longer or not tokens[hit.start].begins:
        return None
    head = line.top(hit.start, hit.end)
    name = line.phrase(hit.start, hit.end)
    return Found(
        hit.start,
        hit.end,
        head,
        line.span(hit.start, hit.end),
        Form.NAME,
        Kind.ORGANISATION,
        name,
        "mentions.outlet",
        country or None,
        usual=name,
    )


def find_model_bodies(line: Line) -> Iterator[tuple[int, int]]:
    """The names that the model takes for organisations, without article and possessive."""
    start: int | None = None
    tokens = line.tokens
    for i in range(len(tokens) + 1):
        inside = i < len(tokens) and tokens[i].entity == "ORG"
        if start is not None and (not inside or tokens[i].begins):
            first, last = start, i
            while first < last and line.words[first] in ARTICLES:
                first += 1
            while last > first and (
                line.words[last - 1] in ("'s", "’s", "'", "’") or tokens[last - 1].pos in ("PUNCT", "ADP", "CCONJ")
            ):
                last -= 1
            if first < last:
                yield first, last
            start = None
        if inside and start is None:
            start = i


def place_model_body(line: Line, start: int, end: int) -> None:
    """An organisation that only the model knows, with the country inside or before its name."""
    held = [line.owner[i] for i in range(start, end)]
    known = list(dict.fromkeys(f for f in held if f is not None))
    if any(f.kind in (Kind.PERSON, Kind.ORGANISATION) or f.start < start or f.end > end for f in known):
        return
    if all(f is not None for f in held) or not line.capital(start) or start in line.taken or line.shouted:
        return
    if (line.words[end - 1] in STATE and known) or line.words[end - 1] in NO_BODIES:
        return
    country = next((f.country for f in known if f.country), None) or owner_of(line, start, end)[1]
    head = line.top(start, end)
    line.place(
        Found(
            start,
            end,
            head,
            line.span(start, end),
            Form.NAME,
            Kind.ORGANISATION,
            line.phrase(start, end),
            "mentions.organisation",
            country,
        )
    )


def owner_of(line: Line, start: int, end: int) -> tuple[int, str | None]:
    """Where a phrase begins once its owner before it is taken in, and the owner's country: "Israel's new army"."""
    k = start - 1
    while k >= 0 and start - k < 6:
        found = line.owner[k]
        if found is not None:
            if (
                found.kind is Kind.PERSON
                or found.country is None
                or (found.form is Form.PLACE and line.word(found.end) not in ("'s", "’s"))
            ):
                return start, None
            return found.start, found.country
        if (
            line.words[k] in ("'s", "’s", "'", "’")
            or (line.tokens[k].text == "-" and line.word(k + 1) in ("led", "’s"))
            or (line.tokens[k].pos in ("ADJ", "NOUN", "PROPN", "NUM") and k < line.tokens[k].head < end)
            or (
                line.tokens[k].tag in ("VBN", "VBG")
                and line.words[k]
                in (
                    "led",
                    "armed",
                    "ruling",
                    "governing",
                    "united",
                    "allied",
                )
            )
        ):
            k -= 1
        else:
            break
    return start, None


def find_bodies(line: Line) -> None:
    """Puts bodies named by a noun and a country on the line: "the Russian Foreign Ministry", "government of Peru"."""
    for i, token in enumerate(line.tokens):
        if line.owner[i] is None and is_body(token) and not _is_modifier(line, i):
            _place(line, i)


def _is_modifier(line: Line, i: int) -> bool:
    token = line.tokens[i]
    return (
        token.dep in ("compound", "amod", "nmod")
        and token.head > i
        and line.tokens[token.head].pos in ("NOUN", "PROPN")
    )


def _place(line: Line, i: int) -> None:
    start = modified(line, i, i)
    first, country = owner_of(line, start, i + 1)
    if country is not None and first < start:
        start = modified(line, i, first)
    end = i + 1
    if country is None:
        end, country = of_phrase(line, i + 1)
    word = line.words[i]
    bearer = line.owner[start - 1] if country is None and start else None
    if bearer is not None and (bearer.kind is not Kind.PERSON or word not in LOYAL):
        bearer = None
    if bearer is not None:
        start = bearer.end
    elif country is None and word not in STATE and not line.capital(i) and word not in STANDING:
        return
    kind = Kind.COUNTRY if word in STATE else Kind.GROUP if word in GROUPED else Kind.ORGANISATION
    sender = _sender(line, i, end) if word in GROUPED else None
    line.place(
        Found(
            start,
            end,
            i,
            line.span(start, end),
            Form.NAME if country else Form.DESCRIPTION,
            sender.kind if sender else kind,
            sender.name if sender else line.phrase(bearer.start if bearer is not None else start, end),
            "mentions.body",
            country,
            stated=country is not None,
            bearer=bearer,
        )
    )


def _sender(line: Line, i: int, end: int) -> Found | None:
    """The body that a delegation is from: it acts through its delegation."""
    owners = (line.owner[n] for n in range(i + 1, end))
    return next((o for o in owners if o is not None and o.kind is Kind.ORGANISATION), None)


LOYAL: Final = STATE | frozenset("forces troops military army loyalists".split())
STANDING: Final = frozenset(  # bodies that act without their country being said: it is the report's own
    "army navy military parliament police troops forces rebels militants insurgents separatists gunmen opposition "
    "delegation delegations coalition junta militia militias fighters peacekeepers media".split()
)


def full_names(founds: Iterable[Found]) -> dict[str, str]:
    """For each body by its usual name, the fullest way in which the report writes it."""
    names: dict[str, str] = {}
    for found in founds:
        if found.usual and len(found.name) > len(names.get(found.usual, "")):
            names[found.usual] = found.name
    return names


def fullest(found: Found, names: Mapping[str, str]) -> str:
    """The body's name in the report: an abbreviation, or a shorter form with the same last word, is written out."""
    full = names.get(found.usual, found.name)
    return full if found.name.isupper() or full.rsplit(" ", 1)[-1] == found.name.rsplit(" ", 1)[-1] else found.name


def modified(line: Line, i: int, start: int) -> int:
    """Where the phrase of the noun at `i` begins, left of `start`: adjectives, numbers and compounds."""
    while start > 0:
        token = line.tokens[start - 1]
        if (
            line.owner[start - 1] is not None
            or token.head > i
            or token.head < start - 1
            or line.words[start - 1] in ARTICLES
            or line.word(start - 2) == "-"
        ):
            break
        if token.pos not in ("ADJ", "NOUN", "PROPN", "NUM") and not (
            token.tag in ("VBN", "VBG") and token.dep == "amod"
        ):
            break
        start -= 1
    return start


def of_phrase(line: Line, at: int) -> tuple[int, str | None]:
    """The end and the country of an "of the ..." phrase that begins at this word."""
    if line.word(at) not in ("of", "from"):
        return at, None
    first = at + 1 + (line.word(at + 1) == "the")
    found = line.owner[first] if first < len(line.words) else None
    if found is None or found.country is None or found.kind is Kind.PERSON or line.word(found.end) in ("'s", "’s"):
        return at, None
    return found.end, found.country
