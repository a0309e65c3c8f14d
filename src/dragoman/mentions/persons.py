"""Persons: the words of a name, whose they are, and the office stated beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from dragoman.mentions import offices, titles
from dragoman.mentions.found import Found, Line
from dragoman.model.mention import Form, Kind
from dragoman.model.syntax import Part
from dragoman.vocab.load import fold
from dragoman.vocab.types import Tenure

PARTICLES: Final = frozenset(
    "bin ibn al el de von van der den da la abu ben du di dos del le y af ul - ' ’ al- el-".split()
)
FAMILY_FIRST: Final = frozenset("CHN PRK KOR TWN HKG SGP VNM KHM JPN HUN MMR".split())
SUFFIXES: Final = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
LONGEST: Final = 7  # words in a name
TOLERANCE: Final = timedelta(days=730)  # a tenure also names somebody this long before and after it
OFFICIAL: Final = frozenset(
    "deputy vice former foreign prime defence defense state and crown first grand interior".split()
)
LABELS: Final = frozenset(("PERSON", "ORG", "GPE", "NORP", "PRODUCT", "FAC", "WORK_OF_ART", "LOC"))
NO_NAMES: Final = frozenset(
    "i we he she they it the a an this that monday tuesday wednesday thursday friday saturday sunday january "
    "february march april may june july august september october november december mr. mr ms mrs inaudible applause "
    "question government administration council committee house senate congress parliament court ministry "
    "department thank thanks covid internet twitter facebook christmas easter ramadan parliamentary party ecosystem "
    "islam muslim".split()
)


def tenures_at(tenures: tuple[Tenure, ...], published: date | None) -> tuple[Tenure, ...]:
    """Those in office at the date, else those near it, latest first; all of them where there is no date."""
    if published is None:
        return tenures
    exact = tuple(t for t in tenures if t.since <= published and (t.until is None or published <= t.until))
    if exact:
        return exact
    near = (
        t for t in tenures if t.since - TOLERANCE <= published and (t.until is None or published <= t.until + TOLERANCE)
    )
    return tuple(sorted(near, key=lambda t: t.since, reverse=True))


def find_persons(line: Line) -> None:
    """Puts every person named in the sentence on the line: by the model's names, by tenures, after an office."""
    for start, end in _model_names(line):
        start, end = _trim(line, start, end)
        if start < end and _is_name(line, start, end) and not (line.shouted and not _is_shouted_name(line, start, end)):
            _place(line, start, end)
    for i in range(len(line.words)):
        if line.owner[i] is None and line.capital(i) and line.words[i] not in NO_NAMES:
            end = _run(line, i)
            if not any(offices.is_head(line, k) for k in range(i, end)) and (
                _after_office(line, i) or _by_tenure(line, i, end) or _by_apposition(line, i, end)
            ):
                _place(line, i, end)


def surnames(lines: Iterable[Line]) -> frozenset[str]:
    """The words by which the report may name again those whom it has named in full."""
    found: set[str] = set()
    for line in lines:
        for person in line.found():
            words = person.name.lower().split()
            if person.kind is Kind.PERSON and len(words) > 1:
                kept = [w for w in words if w not in SUFFIXES]
                found.add(kept[0] if person.country in FAMILY_FIRST and len(kept) > 2 else kept[-1])
    return frozenset(found)


def find_surnames(line: Line, names: frozenset[str]) -> None:
    """Puts persons named by their family name alone on the line."""
    for i, word in enumerate(line.words):
        if word in names and line.owner[i] is None and line.tokens[i].tag == "NNP" and i not in line.taken:
            _place(line, i, i + 1)


def _model_names(line: Line) -> Iterator[tuple[int, int]]:
    start = None
    for i, token in enumerate(line.tokens):
        inside = token.entity == "PERSON"
        if start is not None and (not inside or token.begins):
            yield start, i
            start = None
        if inside and start is None:
            start = i
    if start is not None:
        yield start, len(line.tokens)


def _trim(line: Line, start: int, end: int) -> tuple[int, int]:
    """The name without honorifics, offices, nationality, and a possessive or stray mark at its end."""
    while start < end:
        found = line.owner[start]
        if (
            line.words[start] in offices.HONORIFICS
            or offices.is_head(line, start)
            or line.tokens[start].text[0] in "-'’.,[("
        ):
            start += 1
        elif found is not None and found.end < end and _is_adjective(found):
            start = found.end
        elif start + 1 < end and line.words[start] in OFFICIAL and line.words[end - 1] not in offices.HEADS:
            start += 1
        else:
            break
    while (
        0 < start < end
        and _is_initial(line.words[start])
        and line.capital(start - 1)
        and line.owner[start - 1] is None
        and (line.tokens[start - 1].tag == "NNP" and not offices.is_head(line, start - 1))
    ):
        start -= 1
    while end > start and (
        line.words[end - 1] in offices.POSSESSIVE
        or line.tokens[end - 1].pos in ("PUNCT", "DET", "ADP", "CCONJ")
        or line.words[end - 1] in offices.AFTER_NAME
    ):
        end -= 1
    if start < end and line.capital(start) and not line.shouted and not offices.is_head(line, end - 1):
        end = max(end, _run(line, start))
    return start, max(end, _suffixed(line, end)) if start < end else end


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[1] == "."


def _is_adjective(found: Found) -> bool:
    return found.form is Form.ADJECTIVE or found.rule in ("mentions.adjective", "mentions.people")


def _suffixed(line: Line, end: int) -> int:
    if line.word(end) in SUFFIXES:
        return end + 1
    return end + 2 if line.word(end) == "," and line.word(end + 1) in SUFFIXES else end


def _is_name(line: Line, start: int, end: int) -> bool:
    """Not a place or a body that the vocabulary knows better than the model does."""
    if end - start > LONGEST or (not line.capital(start) and line.words[start] not in PARTICLES):
        return False
    if line.words[end - 1] in offices.HEADS and line.words[start] in OFFICIAL:
        return False
    if any(line.words[i] in NO_NAMES for i in range(start, end)) and end - start == 1:
        return False
    if any(c.isdigit() or c in "&/@_" for i in range(start, end) for c in line.words[i]):
        return False
    held = [line.owner[i] for i in range(start, end)]
    known = [f for f in held if f is not None]
    if not known:
        return True
    if titles.before(line, start) is not None and end - start > 1:
        return True
    if all(f is not None for f in held):
        return len(set(known)) > 1 and end - start == 2 and not any(_is_adjective(f) for f in known)
    return all(
        f.rule in ("mentions.city", "mentions.capital", "mentions.name") and f.start >= start and f.end <= end
        for f in known
    )


def _is_shouted_name(line: Line, start: int, end: int) -> bool:
    """In a line of capitals, where every word looks like a name, only somebody the vocabulary knows."""
    return fold(line.phrase(start, end)) in line.vocabulary.tenures


def _after_office(line: Line, i: int) -> bool:
    """A capitalised word right after an office or an honorific: "President Whipps", "Mr Skate"."""
    previous = line.word(i - 1)
    if line.tokens[i].pos not in ("PROPN", "NOUN", "ADJ", "X") or line.shouted:
        return False
    if previous in ("mr", "mr.", "mrs", "mrs.", "ms", "ms.", "sir", "dr", "dr."):
        return not offices.is_head(line, i) and line.words[i] not in ("deputy", "vice", "prime", "foreign")
    if _after_complement(line, i):
        return True
    if i == 0 or not offices.is_head(line, i - 1) or not line.capital(i - 1) or offices.is_head(line, i):
        return False
    if previous not in offices.CALLED or (line.sentence.part is Part.TITLE and line.tokens[i].entity != "PERSON"):
        return False  # in a headline every word may have a capital
    return line.tokens[i].tag in ("NNP", "NNPS") and line.tokens[i].entity not in (
        "DATE",
        "NORP",
        "GPE",
        "EVENT",
        "LAW",
    )


def _after_complement(line: Line, i: int) -> bool:
    """A capitalised word right after an office of a country: "President of Palau Whipps"."""
    found = line.owner[i - 1] if i else None
    if found is None or found.kind is not Kind.COUNTRY or line.tokens[i].tag != "NNP" or offices.is_head(line, i):
        return False
    link = found.start - 1 if line.word(found.start - 1) != "the" else found.start - 2
    return line.word(link) == "of" and offices.is_head(line, link - 1)


def _by_apposition(line: Line, i: int, end: int) -> bool:
    """Two names or more beside an office and a comma, whatever the model takes them for."""
    if end - i < 2 or line.tokens[i].tag != "NNP" or line.shouted or line.capital(i - 1):
        return False
    if line.word(i - 1) == ",":
        return titles.before(line, i) is not None
    head = line.tokens[line.top(i, end)]
    office = titles.after(line, end)
    return office is not None and office.country is not None and line.tokens[office.head].head == head.index


def _by_tenure(line: Line, i: int, end: int) -> bool:
    token = line.tokens[i]
    if token.entity not in LABELS and token.tag != "NNP":
        return False
    tenures = line.vocabulary.tenures
    if end - i > 1:
        return fold(line.phrase(i, end)) in tenures
    known = tenures.get(fold(token.text))
    return bool(known) and token.entity in LABELS and bool(tenures_at(known or (), line.published))


def _run(line: Line, start: int) -> int:
    """Where the name that begins here ends."""
    end = start + 1
    limit = min(len(line.words), start + LONGEST)
    while end < limit:
        if line.owner[end] is not None and line.owner[end].form is not Form.PLACE:  # type: ignore[union-attr]
            break
        if line.words[end] in offices.AFTER_NAME or offices.is_head(line, end):
            break
        if (
            line.capital(end)
            and line.tokens[end].pos in ("PROPN", "NOUN", "X", "ADJ")
            and line.words[end] not in NO_NAMES
        ):
            end += 1
        elif (
            line.words[end] in PARTICLES
            and end + 1 < limit
            and line.word(end + 1).isalpha()
            and (line.capital(end + 1) or line.words[end + 1] in PARTICLES or line.words[end] == "-")
        ):
            end += 2
        else:
            break
    return _suffixed(line, end)


def _place(line: Line, start: int, end: int) -> None:
    """The person with the office and the country that stand beside the name."""
    head = line.top(start, end)
    pre = titles.before(line, start)
    post = None if pre is not None else titles.after(line, end)
    office = pre or post
    country = office.country if office is not None else None
    if country is None:
        country = _beside(line, start, end, pre is None)
    found = Found(
        start,
        end,
        head,
        line.span(start, end),
        Form.NAME,
        Kind.PERSON,
        line.phrase(start, end),
        "mentions.person",
        country,
        (office.text or None) if office is not None else None,
    )
    line.place(found)
    if office is not None:
        _consume(line, office)
    elif start > 0:
        nation = line.owner[start - 1]
        if nation is not None and nation.form is Form.ADJECTIVE:
            line.drop(nation)


def _consume(line: Line, office: offices.Office) -> None:
    """The country and the bodies inside somebody's own office are no mentions of their own."""
    for i in range(office.start, office.end):
        inner = line.owner[i]
        if inner is not None and inner.kind is not Kind.PERSON:
            link = line.word(inner.start - 1) if line.word(inner.start - 1) != "the" else line.word(inner.start - 2)
            if link != "to":
                line.drop(inner)
        line.taken.add(i)


def _beside(line: Line, start: int, end: int, bare: bool) -> str | None:
    """The country of "Canadian Michael Kovrig", "President el-Sisi of Egypt"."""
    nation = line.owner[start - 1] if start and bare else None
    if nation is not None and nation.form is Form.ADJECTIVE:
        return nation.country
    if line.word(end) == "of":
        at = end + 1 + (line.word(end + 1) == "the")
        owner = line.owner[at] if at < len(line.words) else None
        if owner is not None and owner.kind in (Kind.COUNTRY, Kind.ORGANISATION):
            return owner.country
    return None
