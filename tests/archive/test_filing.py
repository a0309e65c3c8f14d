"""Reports in and out again: exactly the same, in revisions, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.archive import filing as filing_module
from dragoman.archive.ids import fingerprint, report_id
from dragoman.archive.sightings import judgements, sightings
from dragoman.archive.store import FeedState, Filing, Store
from dragoman.errors import NotInStore
from dragoman.model.kept import Filed, Problem, Raw
from dragoman.model.span import Quote, Span

MakeFiling = Callable[..., Filing]
ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)
AWKWARD = ("a\0b", "\ud83d\ude00", "x\udfff.", "\U0010fffd", "\U0010fffdd800 \ud800", "é\u0301\u2028", "😀 said.")
TEXTS = ANY_TEXT | st.sampled_from(AWKWARD)


def test_a_new_report_is_filed_and_known_from_then_on(store: Store, filing: MakeFiling) -> None:
    one = filing()
    sha256 = fingerprint(one.document)
    assert store.known(one.key, sha256) is Filed.NEW
    ((report, filed),) = store.file([one])
    assert filed is Filed.NEW
    assert report.id == report_id("report", sha256)
    assert (report.revision, report.current, report.added) == (1, True, datetime(2025, 4, 2, 12, tzinfo=UTC))
    assert store.known(one.key, sha256) is Filed.UNCHANGED
    assert store.known(one.key, "another") is Filed.REVISED
    assert store.report(report.id) == report
    assert list(store.reports()) == [report]


@given(text=TEXTS, title=TEXTS, key=TEXTS, data=st.binary())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_filed_comes_back_exactly(
    store: Store, filing: MakeFiling, text: str, title: str, key: str, data: bytes
) -> None:
    one = replace(filing(text, key, title=title, outlet=title, name=title), raw=Raw(data, "text/html"))
    ((report, filed),) = store.file([one])
    assert store.document(report.id) == one.document
    assert store.reading(report.id) == one.reading
    assert store.report(report.id) == report
    assert (report.title, report.key) == (title, key)
    assert filed is Filed.UNCHANGED or store.raw(report.id) == one.raw
    assert store.revisions(key)[-1] == report or filed is Filed.UNCHANGED


@pytest.mark.parametrize("text", AWKWARD)
def test_offsets_count_code_points_whatever_the_text(store: Store, filing: MakeFiling, text: str) -> None:
    ((report, _),) = store.file([filing(f"{text} Volkova came.", title=text)])
    document, reading = store.document(report.id), store.reading(report.id)
    assert document.text == f"{text} Volkova came."
    assert document.title == reading.title == text
    assert all(span.of(document.text) == quote for quote, span in [event.trigger for event in reading.events])
    (hit,) = store.search("Volkova")
    assert [match.of(document.text) for match in hit.matches] == ["Volkova"]


def test_the_same_report_again_changes_nothing(store: Store, filing: MakeFiling) -> None:
    ((report, _),) = store.file([filing()])
    state = store.state()
    ((again, filed),) = store.file([replace(filing(name="another id"), raw=Raw(b"other bytes", "text/html"))])
    assert (again, filed) == (report, Filed.UNCHANGED)
    assert store.state() == state
    assert store.counts().revisions == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"text": "Anna Volkova left Tashkent."}, {"title": "Volkova leaves"}, {"day": date(2025, 4, 3)},
        {"day": None}, {"outlet": "The Post"},
    ],
)  # fmt: skip
def test_any_change_is_a_revision_and_both_are_kept(
    store: Store, filing: MakeFiling, changes: dict[str, object]
) -> None:
    first, second = filing(), filing(**changes)
    ((one, _),) = store.file([first])
    state = store.state()
    ((two, filed),) = store.file([second])
    assert filed is Filed.REVISED
    assert store.state() != state
    assert store.revisions("report") == [replace(one, current=False), two]
    assert list(store.reports()) == [two]
    assert list(store.reports(current=False)) == [replace(one, current=False), two]
    for report, came in ((one, first), (two, second)):
        assert store.document(report.id) == came.document
        assert store.reading(report.id) == came.reading
        assert store.raw(report.id) == came.raw
    assert {sighting.report for sighting in store.sightings()} == {two.id}
    assert list(store.verify()) == []


def test_an_old_revision_that_comes_again_does_not_come_back(store: Store, filing: MakeFiling) -> None:
    old, new = filing("It was."), filing("It is.")
    store.file([old, new])
    ((report, filed),) = store.file([old])
    assert (filed, report.current) == (Filed.UNCHANGED, False)
    assert [report.revision for report in store.reports()] == [2]


def test_one_batch_may_hold_all_revisions_of_a_report(store: Store, filing: MakeFiling) -> None:
    done = store.file([filing("One."), filing("Two."), filing("Two."), filing("Other.", key="other")])
    assert [filed for _, filed in done] == [Filed.NEW, Filed.REVISED, Filed.UNCHANGED, Filed.NEW]
    assert store.counts().reports == 2


def test_a_batch_is_stored_whole_or_not_at_all(
    store: Store, filing: MakeFiling, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.file([filing()])
    before = (store.counts(), store.state(), store.sightings())
    real, calls = filing_module.add_reading, []

    def failing(*args: object) -> None:
        calls.append(args)
        if len(calls) == 3:
            raise KeyboardInterrupt
        real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(filing_module, "add_reading", failing)
    with pytest.raises(KeyboardInterrupt):
        store.file([filing("Changed."), filing("New.", key="2"), filing("Newer.", key="3")])
    assert (store.counts(), store.state(), store.sightings()) == before
    assert list(store.verify()) == []


def test_an_unread_report_is_stored_and_its_reading_is_empty(store: Store, filing: MakeFiling) -> None:
    one = filing(read=False)
    ((report, _),) = store.file([one])
    reading = store.reading(report.id)
    assert (reading.text, reading.title, reading.version) == (one.document.text, one.document.title, "")
    assert reading.events == reading.gaps == ()
    assert [unread.id for unread in store.outdated("fake 1")] == [report.id]
    assert list(store.verify()) == []


def test_a_later_reading_takes_the_place_of_the_former(store: Store, filing: MakeFiling) -> None:
    one = filing()
    ((report, _),) = store.file([one])
    (before,), state = store.sightings(), store.state()
    assert one.reading
    (event,) = one.reading.events
    store.replace_reading(report.id, one.reading)
    assert store.state() == state, "the same reading again is no change"
    other = replace(event, trigger=Quote.cut(one.document.text, Span(8, 12)))
    later = replace(one.reading, events=(other, replace(event, time="2025")), statements=(), version="fake 2")
    store.replace_reading(report.id, later)
    assert store.reading(report.id) == later
    assert store.state() != state
    assert store.counts().statements == 0
    assert before.id in {sighting.id for sighting in store.sightings()}, "the id stays where the trigger stays"
    assert store.event(before.id)[1].time == "2025"
    assert list(store.outdated("fake 2")) == []
    assert [old.id for old in store.outdated("fake 3")] == [report.id]
    assert list(store.verify()) == []


def test_a_revision_that_was_replaced_can_be_read_again(store: Store, filing: MakeFiling) -> None:
    one = filing("It was.")
    ((old, _), _) = store.file([one, filing("It is.")])
    assert one.reading
    sightings = store.sightings()
    store.replace_reading(old.id, replace(one.reading, version="fake 2"))
    assert store.reading(old.id).version == "fake 2"
    assert store.sightings() == sightings
    assert list(store.verify()) == []


def test_lines_come_in_order_of_publication_not_of_arrival(store: Store, filing: MakeFiling) -> None:
    filings = [
        filing("Fourth.", key="undated", day=None), filing("Third.", key="c", day=date(2025, 3, 1)),
        filing("Second.", key="b", day=date(2025, 2, 1)), filing("First.", key="a", day=date(2025, 2, 1)),
    ]  # fmt: skip
    done = store.file(filings)
    expected = [line for (report, _), one in zip(done, filings, strict=True) for line in _sightings(one, report)]
    judged = [line for (report, _), one in zip(done, filings, strict=True) for line in _judgements(one, report)]
    assert store.sightings() == sorted(expected, key=lambda line: line.order)
    assert store.judgements() == sorted(judged, key=lambda line: line.order)
    assert [line.key for line in store.sightings()] == ["a", "b", "c", "undated"]
    assert [line.key for line in store.sightings(since=date(2025, 2, 2))] == ["c"]


def _sightings(one: Filing, report: object) -> list[object]:
    assert one.reading
    return list(sightings(one.reading, report))  # type: ignore[arg-type]


def _judgements(one: Filing, report: object) -> list[object]:
    assert one.reading
    return list(judgements(one.reading, report))  # type: ignore[arg-type]


def test_reports_may_change_while_they_are_gone_through(store: Store, filing: MakeFiling) -> None:
    store.file([filing(f"Text {n}.", key=str(n)) for n in range(7)])
    seen = []
    for report in store.reports():
        seen.append(report.key)
        store.replace_reading(report.id, replace(store.reading(report.id), version="fake 2"))
    assert seen == [str(n) for n in range(7)]


def test_reports_and_lines_are_found_by_the_beginning_of_their_ids(store: Store, filing: MakeFiling) -> None:
    store.file([filing(f"Text {n}.", key=str(n)) for n in range(60)])
    report = next(store.reports())
    (event,) = [line for line in store.sightings() if line.report == report.id]
    assert store.report(report.id[:9]) == report
    assert store.whole_id(event.id[:9]) == event.id
    assert store.event(event.id[:9]) == (report, store.reading(report.id).events[0])
    assert store.events([event.id, "enothing"]) == {event.id: store.event(event.id)}
    reading = store.reading(report.id)
    ((statement, _, _),) = [line for line in store.statements() if line[1] == report]
    assert store.statement(statement) == (report, reading.statements[0])
    (judged,) = [line.id for line in store.judgements() if line.report == report.id]
    assert store.assessment(judged) == (report, reading.assessments[0])
    assert len(store.events(line.id for line in store.sightings())) == 60


@pytest.mark.parametrize(
    ("ask", "id", "said"),
    [
        (Store.report, "d", "d: several begin so: d"),
        (Store.report, "dzzzzzzzzzz", "dzzzzzzzzzz: there is no such report; check the id"),
        (Store.report, "e", 'e: this is not the id of a report'),
        (Store.event, "", '"": this is not the id of an event'),
        (Store.event, "e~", "e~: there is no such event"),
        (Store.whole_id, "x1", "x1: this is not an id"),
        (Store.reading, "d'; DROP TABLE report", "there is no such report"),
        (Store.problem_raw, "q9", "q9: there is no such problem"),
        (Store.problem_raw, "q" + "9" * 30, "there is no such problem"),
        (Store.close_problem, "", '"": there is no such problem'),
    ],
)
def test_an_id_of_nothing_is_one_line(
    store: Store, filing: MakeFiling, ask: Callable[[Store, str], object], id: str, said: str
) -> None:
    store.file([filing(key="1"), filing(key="2")])
    with pytest.raises(NotInStore) as refused:
        ask(store, id)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_statements_come_newest_first_and_by_speaker(store: Store, filing: MakeFiling) -> None:
    days = (date(2025, 1, 1), date(2025, 3, 1), date(2025, 2, 1), None)
    store.file([filing(f"Text {n}.", key=str(n), day=day) for n, day in enumerate(days)])
    assert [report.key for _, report, _ in store.statements()] == ["1", "2", "0", "3"]
    assert [report.key for _, report, _ in store.statements(until=date(2025, 2, 1))] == ["2", "0"]
    assert [report.key for _, report, _ in store.statements(limit=1)] == ["1"]
    assert len(store.statements(speaker_names=["Anna Volkova", "Nobody"])) == 4
    assert store.statements(speaker_names=["Anna"]) == []


def test_what_could_not_be_read_is_kept_until_it_is(store: Store, filing: MakeFiling) -> None:
    raw = Raw(b"\xff\xfe", "text/plain")
    problem = store.problem("pages/1.txt", "it is not text", "send it again", raw, key="report")
    assert store.problems() == [problem]
    noon = datetime(2025, 4, 2, 12, tzinfo=UTC)
    assert problem == Problem("q1", noon, "pages/1.txt", "it is not text", "send it again")
    assert store.problem_raw("q1") == raw
    again = store.problem("pages/1.txt", "it is still not text", "send it again", key="report")
    other = store.problem("pages/2.txt", "it is empty", "")
    assert store.problems() == [again, other]
    assert store.problem_raw("q2") is None
    store.file([filing()])
    assert store.problems() == [other]
    store.close_problem(other.id)
    assert store.counts().problems == 0
    assert list(store.verify()) == []


def test_feeds_keep_where_they_stand(store: Store) -> None:
    noon, address = datetime(2025, 4, 2, 12, tzinfo=UTC), "https://mail.example/feed"
    assert store.feed(address) is None
    store.set_feed(address, '"one"', "", noon)
    store.set_feed(address, '"two"', "Wed", noon + timedelta(hours=1))
    assert store.feed(address) == FeedState(address, '"two"', "Wed", noon + timedelta(hours=1))


def test_another_process_sees_what_was_filed(store: Store, filing: MakeFiling, place: Path) -> None:
    with Store.open(place, readonly=True) as reader:
        assert list(reader.reports()) == []
        store.file([filing()])
        assert reader.sightings() == store.sightings()
        assert reader.counts() == store.counts()


def test_a_reading_of_another_text_comes_back_with_it(store: Store, filing: MakeFiling) -> None:
    one = filing()
    assert one.reading
    other = replace(one.reading, text="Another text.")
    ((report, _),) = store.file([replace(one, reading=other)])
    assert store.reading(report.id) == other
    assert any("events[0]" in fault for fault in store.verify())


def test_counts_are_those_of_what_was_filed(store: Store, filing: MakeFiling) -> None:
    store.file([filing("A."), filing("B."), filing("C.", key="c"), filing("D.", key="d", read=False)])
    counts = store.counts()
    assert (counts.reports, counts.revisions) == (3, 4)
    assert (counts.events, counts.statements, counts.assessments, counts.gaps) == (2, 2, 2, 2)

