"""What gave no record, and why."""

from __future__ import annotations

from dragoman.events.gaps import NO_ACT, NO_ACTOR, ONE_COUNTRY, SAID, UNDATED, UNSURE, find_gaps
from dragoman.model.act import Act
from dragoman.model.claim import Speech
from dragoman.model.document import Document
from dragoman.model.event import EventType, Statement
from dragoman.model.mention import Entity, Form, Kind, Mention
from dragoman.model.span import Span
from dragoman.model.syntax import Unit
from dragoman.model.time import Time
from dragoman.syntax import split

TEXT = "The treaty pleased nobody. Oslo liked the weather. Oslo and Lima spoke of the embassy."


def units(text: str) -> tuple[Unit, ...]:
    return split(Document("r", text)).units


def mention(text: str, name: str, country: str) -> Mention:
    start = text.index(name)
    entity = Entity(name, Kind.COUNTRY, country)
    return Mention(0, Span(start, start + len(name)), 0, 0, Form.NAME, Kind.COUNTRY, (entity,))


def act_at(text: str, word: str) -> Act:
    start = text.index(word)
    return Act(0, 0, Span(start, start + len(word)), EventType.CONSULT)


def test_a_silent_sentence_with_a_diplomatic_word_is_a_gap() -> None:
    found = find_gaps(Document("r", TEXT), units(TEXT), ())
    assert [g.quote for g in found] == ["The treaty pleased nobody.", "Oslo and Lima spoke of the embassy."]
    assert found[0].reason == f"'treaty': {NO_ACTOR}"
    assert all(g.quote == g.span.of(TEXT) for g in found)


def test_a_sentence_with_an_act_is_no_gap() -> None:
    assert (
        find_gaps(
            Document("r", "Oslo left the talks."),
            units("Oslo left the talks."),
            (act_at("Oslo left the talks.", "left"),),
        )
        == ()
    )


def test_the_countries_in_play_give_the_reason() -> None:
    text = "In Oslo the embassy was painted. "
    home = find_gaps(Document("r", text), units(text), (), mentions=[mention(text, "Oslo", "NOR")])
    assert [g.reason for g in home] == [f"'embassy': {ONE_COUNTRY} (NOR)"]
    text = "Oslo and Lima spoke of the embassy."
    both = [mention(text, "Oslo", "NOR"), mention(text, "Lima", "PER")]
    assert [g.reason for g in find_gaps(Document("r", text), units(text), (), mentions=both)] == [
        f"'embassy': {NO_ACT}"
    ]


def test_what_the_events_stage_let_go_is_the_reason() -> None:
    start = TEXT.index("treaty")
    reason = "'treaty': probability 0.31 of an act, 0.50 needed"
    found = find_gaps(Document("r", TEXT), units(TEXT), (), declined={Span(start, start + 6): reason})
    assert found[0].reason == f"{UNSURE}: {reason}"


def test_a_word_let_go_is_a_gap_without_a_diplomatic_word_where_two_countries_are_in_play() -> None:
    text = "Oslo welcomed Lima. The rain welcomed Lima."
    both = [mention(text, "Oslo", "NOR"), mention(text, "Lima", "PER")]
    declined = {Span(at, at + 8): "'welcomed': probability 0.41 of an act, 0.70 needed" for at in (5, 29)}
    found = find_gaps(Document("r", text), units(text), (), mentions=both, declined=declined)
    assert [(g.quote, g.reason) for g in found] == [("Oslo welcomed Lima.", f"{UNSURE}: {declined[Span(5, 13)]}")]


def test_a_statement_is_mentioned() -> None:
    text = "He called the summit a success."
    statement = Statement(None, Speech.INDIRECT, "called", Span(10, 30), text[10:30])
    (found,) = find_gaps(Document("r", text), units(text), (), (statement,))
    assert found.reason == f"'summit': {NO_ACTOR}{SAID}"


def test_a_word_in_a_quotation_counts_once() -> None:
    text = 'He said of the delay: "The summit was never meant for us." Nobody answered.'
    found = find_gaps(Document("r", text), units(text), ())
    assert [g.quote for g in found] == ["The summit was never meant for us."]


def test_a_date_without_publication_date_stays_open() -> None:
    text = "They met last November."
    time = Time(Span(9, 22), 0, None, "dates.last")
    (found,) = find_gaps(Document("r", text), units(text), (), times=[time])
    assert (found.quote, found.reason) == ("last November", f"'last November': {UNDATED}")


def test_a_resolved_date_is_no_gap() -> None:
    text = "They met last November."
    assert find_gaps(Document("r", text), units(text), (), times=[Time(Span(9, 22), 0, "2024-11", "dates.last")]) == ()


def test_an_empty_report_has_no_gaps() -> None:
    assert find_gaps(Document("r", ""), (), ()) == ()
