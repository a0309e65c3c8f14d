"""The weights that the package ships, and how whole casts are weighed."""

from __future__ import annotations

from dragoman.events.casting import Candidate, divide, divisions
from dragoman.events.frames import Frames, load_frames, log_odds
from dragoman.model.event import EventType

FRAMES = load_frames()


def candidate(country: str, actor: float, recipient: float, group: int = 0) -> Candidate:
    return Candidate(frozenset({country}), (actor, recipient), (0, group), True)


def sides(*candidates: Candidate, kind: EventType = EventType.ACCUSE) -> tuple[set[str], set[str]]:
    best = divide(candidates, kind, FRAMES.together)
    return {r.country for r in best.actors.rivals}, {r.country for r in best.recipients.rivals}


def test_log_odds_add_up_and_count_a_trait_once() -> None:
    frames = Frames({"": (-1.0, -2.0, -3.0), "nsubj": (2.0, 0.0, -1.0)}, {})
    assert log_odds(frames, ["nsubj", "nsubj", "unheard of"]) == (1.0, -2.0, -4.0)


def test_the_subject_speaks_for_an_actor_and_the_object_for_a_recipient() -> None:
    actor, recipient, _ = log_odds(FRAMES, ["ACCUSE|nsubj", "nsubj"])
    assert actor > recipient
    actor, recipient, _ = log_odds(FRAMES, ["ACCUSE|dobj", "dobj"])
    assert recipient > actor


def test_one_country_on_each_side() -> None:
    assert sides(candidate("PER", 3.0, -3.0, 1), candidate("CHL", -3.0, 3.0, 2)) == ({"PER"}, {"CHL"})


def test_those_joined_by_and_act_together() -> None:
    found = sides(candidate("PER", 3.0, -4.0, 1), candidate("BOL", 1.5, -4.0, 1), candidate("CHL", -4.0, 3.0, 2))
    assert found == ({"PER", "BOL"}, {"CHL"})


def test_one_mention_never_stands_on_both_sides() -> None:
    both = candidate("PER", 3.0, 3.0)
    assert all(not (d.actors.rivals and d.recipients.rivals) for d in divisions([both], EventType.ASSAULT))


def test_nobody_near_means_nobody_in_the_cast() -> None:
    assert sides() == (set(), set())
