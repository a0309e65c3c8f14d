"""Which time an act gets; the day of publication is Wednesday, 2 April 2025."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.dates import choose_times, find_times

from .conftest import act

DAY = "2025-04-02"


@pytest.mark.parametrize(
    ("text", "word", "type", "status", "value"),
    [
        # the act's own expression
        ("Norway's king met the Latvian president on Tuesday.", "met", "CONSULT", "occurred", "2025-04-01"),
        ("The king will visit Riga in May.", "visit", "CONSULT", "planned", "2025-05"),
        ("The palace said on Monday that the king will visit Riga in May.", "visit", "CONSULT", "planned", "2025-05"),
        ("Norway condemns last month's attack on its ship.", "attack", "ASSAULT", "occurred", "2025-03"),
        ("Fishermen regret Norway's Monday decision to close a port.", "close", "SANCTION", "occurred", "2025-03-31"),
        ("Fishing resumes six years after Latvia seized a trawler.", "seized", "COERCE", "occurred", "2019"),
        ("Two guards have been held since 12 March.", "held", "COERCE", "ongoing", "2025-03-12/.."),
        # not somebody else's expression
        ("The palace announced on Monday that the king will visit Riga.", "visit", "CONSULT", "planned", None),
        ("Norway condemns last month's attack on its ship.", "condemns", "ACCUSE", "occurred", DAY),
        ("Norway names its first envoy to Latvia since 1991.", "names", "SUPPORT", "occurred", DAY),
        # the chronicle's present tense
        ("Norway expels three Latvian diplomats.", "expels", "SANCTION", "occurred", DAY),
        ("Norway recalls its envoy, accusing Latvia of spying.", "accusing", "ACCUSE", "occurred", DAY),
        ("The two leaders hold talks in Riga.", "talks", "CONSULT", "occurred", DAY),
        ("We thank our friends in Latvia.", "thank", "SUPPORT", "occurred", DAY),
        ("Norway rejects a Latvian proposal.", "proposal", "REQUEST", "occurred", None),
        ("Norway is angry because Latvia had expelled its envoy.", "expelled", "SANCTION", "occurred", None),
        ("Norway plans to expel three diplomats.", "expel", "SANCTION", "planned", None),
        # called off: the day it was to be, not the day it was called off
        ("The king on Tuesday cancelled his visit to Riga.", "visit", "CONSULT", "cancelled", None),
        ("On Tuesday he cancelled a visit that was set for May 4.", "visit", "CONSULT", "cancelled", "2025-05-04"),
        ("The king cancels his visit to Riga next month.", "visit", "CONSULT", "cancelled", "2025-05"),
        # lengths and purposes
        ("The king begins a three-day visit to Latvia.", "visit", "CONSULT", "ongoing", "2025-04-02/2025-04-04"),
        ("The king ends a three-day visit to Latvia.", "visit", "CONSULT", "occurred", "2025-03-31/2025-04-02"),
        ("The king arrives in Riga for talks with ministers.", "talks", "CONSULT", "planned", DAY),
    ],
)  # fmt: skip
def test_an_act_gets_its_time(choose, text: str, word: str, type: str, status: str, value: str | None) -> None:
    (found,) = choose(text, (word, type, status))
    assert (found.time.value if found.time else None) == value
    assert bool(found.because) is (value is not None)


def test_a_planned_visit_s_dates_cover_what_is_done_on_it(choose) -> None:
    text = "The king will travel to Latvia from May 4 to May 7. He will meet the president. Ministers will join him."
    trip, meeting = choose(text, ("travel", "CONSULT", "planned"), ("meet", "CONSULT", "planned"))
    assert trip.time
    assert trip.time.value == "2025-05-04/2025-05-07"
    assert meeting.time == trip.time
    assert meeting.because == ("dates.episode",)


def test_a_journey_keeps_the_date_the_report_gave_it(parse) -> None:
    text = "The king will travel to Latvia in 2026. Preparations are under way for his journey."
    document, sentences = parse(text)
    wanted = (("travel", "CONSULT", "planned"), ("journey", "CONSULT", "planned"))
    acts = [replace(act(sentences, *w), mode="visit") for w in wanted]
    trip, journey = choose_times(document, acts, find_times(document, sentences), sentences)
    assert [a.time.value if a.time else None for a in (trip, journey)] == ["2026", "2026"]
    assert journey.because == ("dates.same_plan",)


def test_what_was_said_at_a_dated_meeting_has_its_date(choose) -> None:
    text = "The king met the Latvian president on Monday. They agreed to build a bridge, and praised the old treaty."
    wanted = ("met", "CONSULT"), ("agreed", "AGREE"), ("build", "COOPERATE", "planned")
    met, agreed, build = choose(text, *wanted)
    assert met.time
    assert met.time.value == "2025-03-31"
    assert agreed.time == met.time
    assert build.time is None


def test_a_meeting_of_other_countries_is_another_episode(choose) -> None:
    text = "The king met the Latvian president on Monday. Chile thanked Peru."
    met, thanked = choose(text, ("met", "CONSULT"), ("thanked", "SUPPORT", "occurred", ("CHL", "PER")))
    assert met.time
    assert thanked.time is None


def test_without_publication_date_the_present_tense_has_no_time(choose) -> None:
    (found,) = choose("Norway expels three diplomats.", ("expels", "SANCTION"), published=None)
    assert found.time is None
