"""Two figures for the dates room: expressions against Recognizers-Text, and the times of acts against gold.

    python bench/dates.py [--shared ../shared] [--gold dev_short]

The first reads the DateTimeModel specs with a date or a range of dates in them (assistant language, not news): span F1,
exact and touching, and the shares of either whose days agree with one of the listed values. The second gives
every act of the gold its own gold type, status and actors, and asks only for the time: the share whose days agree, as
`score.py` counts them.
"""

from __future__ import annotations

import argparse
import calendar
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dragoman.dates import choose_times, find_times
from dragoman.model.act import Act
from dragoman.model.document import Document
from dragoman.model.event import Actor, EventType, Status
from dragoman.model.mention import Kind
from dragoman.model.span import Span
from dragoman.model.syntax import Part, Sentence
from dragoman.syntax import Parser, split

DATES = {"datetimeV2.date", "datetimeV2.daterange"}
DAYS = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def rows(path: Path) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())


def days(value: str | None) -> tuple[str, str] | None:
    """First and last day of an EDTF value, "" for an open end; None for no time."""
    if not value or value == "..":
        return None
    first, _, last = value.partition("/")
    return _end(first, upper=False), _end(last or first, upper=True)


def _end(part: str, upper: bool) -> str:
    found = DAYS.match(part)
    if not found:
        return ""
    year, month = int(found[1]), int(found[2] or (12 if upper else 1))
    length = calendar.monthrange(year, month)[1]
    return f"{year:04d}-{month:02d}-{int(found[3] or (length if upper else 1)):02d}"


def wanted(result: dict[str, Any]) -> set[tuple[str, str]]:
    """The listed values as first and last day; a range's end there is the day after its last."""
    found = set()
    for value in result["values"]:
        if value["type"] == "date" and value.get("value", "").count("-") == 2:
            found.add((value["value"], value["value"]))
        elif value["type"] == "daterange":
            last = value.get("end") or ""
            closed = (date.fromisoformat(last) - timedelta(days=1)).isoformat() if last else ""
            found |= {(value.get("start") or "", closed), (value.get("start") or "", last)}
    return found


def readings(value: str | None) -> set[tuple[str, str]]:
    """The value's days; a range ending with a year or month may also end with its first day, as the specs have it."""
    whole = days(value)
    if value is None or whole is None:
        return set()
    return {whole, (whole[0], _end(value.rpartition("/")[2], upper=False))}


def recognizers(shared: Path, parser: Parser) -> dict[str, float]:
    exact = touching = resolved = resolved_exact = read = gold = 0
    for row in rows(shared / "corpora" / "recognizers_datetime_en.jsonl"):
        kinds = {r["type"] for r in row["results"]}
        if row["group"] != "DateTimeModel" or not row["reference"] or not kinds or not kinds <= DATES:
            continue
        document = Document(row["id"], row["text"], date.fromisoformat(row["reference"][:10]))
        times = [t for t in find_times(document, parser.parse(document, split(document).units)) if t.value]
        read, gold = read + len(times), gold + len(row["results"])
        for result in row["results"]:
            span = Span(result["start"], result["end"])
            exact += any(t.span == span for t in times)
            met = next((t for t in times if t.span.meets(span)), None)
            touching += met is not None
            right = met is not None and bool(readings(met.value) & wanted(result))
            resolved += right
            resolved_exact += right and met is not None and met.span == span
    f1 = {name: 2 * hits / (read + gold) for name, hits in (("span F1 exact", exact), ("span F1 touching", touching))}
    shares = {"resolved of exact": resolved_exact / exact, "resolved of touching": resolved / touching}
    return {"expressions": gold, "read": read, **f1, **shares}


def gold_acts(record: dict[str, Any], sentences: tuple[Sentence, ...]) -> Iterator[tuple[Act, str | None]]:
    """The gold's acts without their times, each with its time beside it."""
    for event in record["events"]:
        start, end = event["trigger"]["span"] if isinstance(event["trigger"], dict) else event["trigger"]
        holders = [s for s in sentences if s.part is Part.TEXT and s.span.start <= start < s.span.end]
        token = holders[-1].at(start) if holders else None
        if token is not None:
            actors, recipients = (tuple(map(_actor, event[key])) for key in ("actors", "recipients"))
            yield Act(
                holders[-1].index, token.index, Span(start, end), EventType(event["type"]), event.get("mode"),
                actors, recipients, status=Status(event["status"]),
            ), event["time"]  # fmt: skip


def _actor(row: dict[str, Any]) -> Actor:
    return Actor(row["name"], row.get("country"), Kind(row["kind"]), row.get("office"))


def times_of_acts(shared: Path, name: str, parser: Parser) -> dict[str, float]:
    records = {row["id"]: row for row in rows(shared / "gold" / f"{name}.gold.jsonl")}
    right = total = 0
    for row in rows(shared / "gold" / f"{name}.reports.jsonl"):
        published = date.fromisoformat(row["published"]) if row.get("published") else None
        document = Document(row["id"], row["text"], published, row.get("title") or "", row.get("publisher") or "")
        sentences = parser.parse(document, split(document).units)
        acts = list(gold_acts(records[row["id"]], sentences))
        read = choose_times(document, [a for a, _ in acts], find_times(document, sentences), sentences)
        pairs = zip(read, (value for _, value in acts), strict=True)
        right += sum(days(act.time.value if act.time else None) == days(value) for act, value in pairs)
        total += len(acts)
    return {"acts": total, "time right": right / total}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, default=Path(__file__).parents[2] / "shared")
    options.add_argument("--gold", nargs="*", default=["dev_short", "dev_long"])
    given = options.parse_args()
    parser = Parser()
    figures = {"recognizers": recognizers(given.shared, parser)}
    figures |= {name: times_of_acts(given.shared, name, parser) for name in given.gold}
    for name, figure in figures.items():
        print(name, "  ".join(f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in figure.items()))


if __name__ == "__main__":
    main()
