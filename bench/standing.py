"""Whether the ribbons turn where relations are known to have turned: `standing.tsv` against real reports.

With `--readings` the reports are those that `dragoman read --json` wrote; else the chronicle and the diplomatic reports
that name both states of a pair are read, which takes some ten minutes.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from dragoman.archive.record import from_json
from dragoman.archive.sightings import judgements, sightings
from dragoman.follow.refresh import derive
from dragoman.follow.ribbons import standing_on
from dragoman.model.document import Document
from dragoman.model.event import Reading
from dragoman.model.kept import Judgement, Report, Sighting
from dragoman.model.relation import Ribbon, Standing
from dragoman.reading import Tools, read
from dragoman.vocab.load import load_countries

POINTS: Final = Path(__file__).with_suffix(".tsv")
LATER: Final = "# From here on"  # the points that were written when the rules stood
APART: Final = timedelta(29)  # from one window to the next where chance is measured
RIGHT: Final[Mapping[str, frozenset[Standing]]] = {
    "advancing": frozenset({Standing.ADVANCING}),
    "worsening": frozenset({Standing.WORSENING}),
    "cooling": frozenset({Standing.WORSENING, Standing.ON_PAUSE}),
}
WRONG: Final[Mapping[str, frozenset[Standing]]] = {
    "advancing": frozenset({Standing.WORSENING, Standing.ON_PAUSE}),
    "worsening": frozenset({Standing.ADVANCING}),
    "cooling": frozenset({Standing.ADVANCING}),
}


@dataclass(frozen=True, slots=True)
class Point:
    """A turning point: the pair, the first and last day on which it should show, the direction, and what happened.

    `later` tells that it was written when the rules stood.
    """

    pair: tuple[str, str]
    first: date
    last: date
    direction: str
    what: str
    later: bool


@dataclass(frozen=True, slots=True)
class Result:
    """Days in the right and in the opposite direction; `chance` is the share of equally long windows at other times
    that would have counted as right too."""

    point: Point
    right: int
    wrong: int
    chance: float

    @property
    def verdict(self) -> str:
        """More days right than wrong, as many or more wrong, or neither."""
        if self.right > self.wrong:
            return "right"
        return "wrong" if self.wrong else "none"


def table(shared: Path, tools: Tools, readings: Sequence[Path]) -> str:
    """Each turning point with what the ribbons say, and the shares over the first and the later ones."""
    known = points()
    read_out = stored(readings) if readings else (read(d, tools) for d in chosen(shared, {p.pair for p in known}))
    seen, judged = lines(read_out)
    by_pair = {ribbon.pair: ribbon for ribbon in derive(seen, judged, ()).ribbons}
    results = [measure(by_pair.get(point.pair), point) for point in known]
    head = ["| pair | from | direction | what | days right | days wrong | verdict |", "|---|---|---|---|---|---|---|"]
    rows = [
        f"| {' '.join(r.point.pair)} | {r.point.first} | {r.point.direction} | {r.point.what} | {r.right} | {r.wrong} "
        f"| {r.verdict} |"
        for r in results
    ]
    first = [r for r in results if not r.point.later]
    later = [r for r in results if r.point.later]
    return "\n".join([*head, *rows, "", summary("first", first), summary("later", later), summary("all", results)])


def summary(name: str, results: Sequence[Result]) -> str:
    """How many are right, and how many would be by chance."""
    counts = {kind: sum(r.verdict == kind for r in results) for kind in ("right", "wrong", "none")}
    chance = sum(r.chance for r in results) / len(results)
    return (
        f"{name}: {counts['right']} of {len(results)} right ({counts['right'] / len(results):.2f}), {counts['wrong']} "
        f"wrong, {counts['none']} without a turn; windows at other times would count as right {chance:.2f} of the time"
    )


def points(path: Path = POINTS) -> tuple[Point, ...]:
    """The turning points of the table."""
    found, later = [], False
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            later = later or line.startswith(LATER)
            continue
        pair, first, last, direction, what, _source = line.split("\t")
        one, other = pair.split()
        window = date.fromisoformat(first), date.fromisoformat(last)
        found.append(Point((one, other), *window, direction, what, later))
    return tuple(found)


def measure(ribbon: Ribbon | None, point: Point) -> Result:
    """What the ribbon says of the point's days, and of others."""
    if ribbon is None:
        return Result(point, 0, 0, 0.0)
    right, wrong = days(ribbon, point, point.first)
    return Result(point, right, wrong, chance(ribbon, point))


def days(ribbon: Ribbon, point: Point, first: date) -> tuple[int, int]:
    """Days in the right and in the opposite direction, in a window that is as long as the point's."""
    right = wrong = 0
    for n in range((point.last - point.first).days + 1):
        stretch = standing_on(ribbon, first + timedelta(n))
        right += stretch is not None and stretch.standing in RIGHT[point.direction]
        wrong += stretch is not None and stretch.standing in WRONG[point.direction]
    return right, wrong


def chance(ribbon: Ribbon, point: Point) -> float:
    """The share of windows away from the point's that have more days right than wrong."""
    length, first = point.last - point.first, ribbon.stretches[0].start
    counted = fitting = 0
    while first + length <= ribbon.stretches[-1].start:
        if first > point.last or first + length < point.first:
            right, wrong = days(ribbon, point, first)
            counted, fitting = counted + 1, fitting + (right > wrong)
        first += APART
    return fitting / counted if counted else 0.0


def stored(paths: Iterable[Path]) -> Iterator[Reading]:
    """The readings of these files, each report once."""
    seen = set()
    for path in paths:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            reading = from_json(line, f"{path.name}:{number}")
            if reading.id not in seen:
                seen.add(reading.id)
                yield reading


def chosen(shared: Path, pairs: Iterable[tuple[str, str]]) -> Iterator[Document]:
    """The chronicle's reports that name both states of one of the pairs, and all the diplomatic ones."""
    pairs = set(pairs)
    names = patterns({code for pair in pairs for code in pair})
    with gzip.open(shared / "news" / "chronicle_2002_2018.jsonl.gz", "rt", encoding="utf-8") as chronicle:
        for row in map(json.loads, chronicle):
            named = {code for code, pattern in names.items() if pattern.search(row["text"])}
            if any(one in named and other in named for one, other in pairs):
                yield _document(row)
    for line in (shared / "news" / "diplomacy.jsonl").read_text("utf-8").splitlines():
        yield _document(json.loads(line))


def _document(row: Mapping[str, str]) -> Document:
    return Document(row["id"], row["text"], date.fromisoformat(row["published"][:10]), row["title"], row["publisher"])


def patterns(codes: Iterable[str]) -> dict[str, re.Pattern[str]]:
    """What finds each country by any of its names."""
    forms: dict[str, list[str]] = {code: [] for code in codes}
    for folded, name in load_countries()[1].items():
        if name.iso3 in forms:
            forms[name.iso3].append(re.escape(folded))
    return {code: re.compile(rf"\b(?:{'|'.join(names)})\b", re.IGNORECASE) for code, names in forms.items()}


def lines(readings: Iterable[Reading]) -> tuple[list[Sighting], list[Judgement]]:
    """The events and judgements of the readings, as a store would have them."""
    seen: list[Sighting] = []
    judged: list[Judgement] = []
    for r in readings:
        published = date.fromisoformat(r.published[:10]) if r.published else None
        added = datetime(2026, 1, 1, tzinfo=UTC)
        report = Report(r.id, r.id, 1, published, r.title, r.outlet, r.url, "en", "", added)
        seen.extend(sightings(r, report))
        judged.extend(judgements(r, report))
    return seen, judged
