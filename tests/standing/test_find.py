"""How acts stand: by their sentence, by the report, by the tagger."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from dragoman.model.act import Act
from dragoman.model.document import Document
from dragoman.model.event import EventType, Status
from dragoman.model.syntax import Sentence
from dragoman.standing.find import RULES, set_standing
from dragoman.syntax import Parser, split

MARKED = re.compile(r"\[([^\]]+)\]")
Tagged = tuple[tuple[Status, float], ...]

OCCURRED, PLANNED, POSSIBLE = Status.OCCURRED, Status.PLANNED, Status.POSSIBLE


@cache
def parser() -> Parser:
    return Parser()


def acts_in(marked: str, *types: EventType, statuses: Tagged = ()) -> tuple[Document, list[Act], tuple[Sentence, ...]]:
    """The report without its brackets, and an act for each bracketed word, in text order."""
    text = MARKED.sub(r"\1", marked)
    document = Document("r", text)
    sentences = parser().parse(document, split(document).units)
    offsets = [match.start() - 2 * number for number, match in enumerate(MARKED.finditer(marked))]
    acts = []
    for number, offset in enumerate(offsets):
        sentence = next(s for s in sentences if s.span.start <= offset < s.span.end)
        token = sentence.at(offset)
        assert token is not None
        kind = types[min(number, len(types) - 1)] if types else EventType.CONSULT
        acts.append(Act(sentence.index, token.index, token.span, kind, statuses=statuses))
    return document, acts, sentences


def standing(marked: str, *types: EventType, statuses: Tagged = ()) -> list[Act]:
    document, acts, sentences = acts_in(marked, *types, statuses=statuses)
    return list(set_standing(document, acts, sentences))


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("The Norwegian minister [visited] Lima on Friday.", OCCURRED),
        ("Norway has [recalled] its ambassador from Lima.", OCCURRED),
        ("Norway left the treaty in response to the [raid].", OCCURRED),
        ("The ministers spoke about the recent [talks].", OCCURRED),
        ("I want to [thank] the minister for his help.", OCCURRED),
        ("The two presidents will [meet] in Lima in June.", PLANNED),
        ("The [summit] will take place in Lima.", PLANNED),
        ("The minister is to [visit] Lima next week.", PLANNED),
        ("Norway and Peru agreed to [hold] joint exercises.", PLANNED),
        ("Preparations for the [visit] began on Monday.", PLANNED),
        ("The police closed two streets ahead of the [summit].", PLANNED),
        ("The envoy flew to Lima for [talks] with the president.", PLANNED),
        ("We look forward to [hosting] the president.", PLANNED),
        ("The [talks] are scheduled for June.", PLANNED),
        ("The minister spoke about next week's [summit].", PLANNED),
        ("Norway announced a [visit] of its minister to Lima.", PLANNED),
        ("Preparations were underway for a [visit] to Lima by the minister.", PLANNED),
        ("Plans are underway for the minister to [visit] Lima.", PLANNED),
        ("There are plans to start a ferry [service].", PLANNED),
        ("Preparations are underway to [build] a bridge.", PLANNED),
        ("Peru accepted an invitation to [visit] Oslo.", PLANNED),
        ("Norway stated that the [summit] would take place in Lima.", PLANNED),
        ("She is the first minister to [visit] Lima in ten years.", OCCURRED),
        ("The president ended her [visit] to Lima.", OCCURRED),
        ("Norway has been able to [help] Peru with vaccines.", OCCURRED),
        ("The [resumption] of the ferry service remains on the agenda.", POSSIBLE),
        ("They agreed to resume talks on [reopening] the port.", POSSIBLE),
        ("A [visit] is not out of the question.", POSSIBLE),
        ("Norway reserved the right to [close] the border.", POSSIBLE),
        ("There are no prospects for [negotiations].", Status.RULED_OUT),
        ("Norway sees no prospects for [talks].", Status.RULED_OUT),
        ("The [resumption] of the ferry service has been taken off the agenda.", Status.RULED_OUT),
        ("The question of a [summit] has been removed from the agenda.", Status.RULED_OUT),
        ("The [summit] is no longer on the table.", Status.RULED_OUT),
        ("Norway denied that it would [recognise] the new government.", Status.RULED_OUT),
        ("There may be [talks], but Norway is unlikely to pursue them.", Status.UNLIKELY),
        ("A [summit] is possible, although Norway is unlikely to agree to it.", Status.UNLIKELY),
        ("The [visit] was planned for May but did not take place.", Status.DID_NOT_OCCUR),
        ("Norway threatens Peru with [sanctions] if the shelling goes on.", Status.CONDITIONAL),
        ("In case of an attack Norway will [send] its ships.", Status.CONDITIONAL),
        ("Norway suspended its [talks] with Peru.", Status.CANCELLED),
        ("Norway sent Peru an invitation to a [summit].", Status.PROPOSED),
        ("Norway would like Peru to [sell] copper.", Status.PROPOSED),
        ("Norway urged Peru to [release] the sailors.", Status.PROPOSED),
        ("Norway called for [talks] with Peru.", Status.PROPOSED),
        ("Norway is ready to [hold] talks with Peru.", Status.PROPOSED),
        ("Norway demands an [apology] from Peru.", Status.PROPOSED),
        ("The two presidents may [meet] in June.", POSSIBLE),
        ("Norway is considering [sending] a ship to Peru.", POSSIBLE),
        ("They discussed the possibility of a [summit].", POSSIBLE),
        ("Norway threatened to [close] its ports.", POSSIBLE),
        ("The president is expected to [visit] Lima in May.", Status.EXPECTED),
        ("The president is unlikely to [visit] Lima.", Status.UNLIKELY),
        ("Norway will [lift] the embargo if Peru frees the sailors.", Status.CONDITIONAL),
        ("Norway cancelled the [visit] of its minister to Lima.", Status.CANCELLED),
        ("The [summit] was called off on Monday.", Status.CANCELLED),
        ("The [visit] was postponed until autumn.", Status.POSTPONED),
        ("Norway put off the [talks] with Peru.", Status.POSTPONED),
        ("Norway ruled out [talks] with Peru.", Status.RULED_OUT),
        ("The president refused to [meet] the envoy.", Status.RULED_OUT),
        ("Norway will not [recognise] the new government.", Status.RULED_OUT),
        ("Norway does not plan to [impose] sanctions.", Status.RULED_OUT),
        ("Norway rejected a proposal to [reduce] the sanctions.", Status.RULED_OUT),
        ("The president did not [meet] the envoy.", Status.DID_NOT_OCCUR),
        ("The envoys failed to [agree] on a text.", Status.DID_NOT_OCCUR),
        ("Norway has yet to [sign] the treaty.", Status.DID_NOT_OCCUR),
        ("Norway denies that its ships [shelled] the port.", Status.DID_NOT_OCCUR),
        ("The two sides are [holding] talks in Lima.", Status.ONGOING),
        ("The two sides started [talks] on Monday.", Status.ONGOING),
        ("Norway continues to [support] the mission.", Status.ONGOING),
        ("It is wonderful to be [here] in Lima.", Status.ONGOING),
    ],
)
def test_the_sentence_decides(marked: str, expected: Status) -> None:
    (act,) = standing(marked)
    assert act.status is expected
    assert act.because[-1] != "standing.tense"


@pytest.mark.parametrize(
    "marked",
    [
        "Norway does not rule out [talks] with Peru.",
        "Norway may cancel the [visit].",
        "Norway did not postpone the [visit].",
        "Norway voted against taking the [visit] off the agenda.",
    ],
)
def test_what_is_not_certain_is_not_called_off(marked: str) -> None:
    (act,) = standing(marked)
    assert act.status not in (Status.RULED_OUT, Status.CANCELLED, Status.POSTPONED)


def test_light_verbs_carry_their_noun_through_every_embedding() -> None:
    acts = standing("Norway agreed to [hold] a third [round] of [talks] with Peru.")
    assert [a.status for a in acts] == [PLANNED] * 3


def test_a_finite_verb_after_before_or_once_is_not_told_as_done() -> None:
    (act,) = standing("The port will reopen after the ships [leave].", EventType.RETREAT)
    assert act.because[-1] != "standing.told"


def test_a_threat_in_the_future_tense_is_uttered_now() -> None:
    (act,) = standing("Norway will [retaliate] with force.", EventType.THREATEN)
    assert (act.status, act.because[-1]) == (OCCURRED, "standing.uttered")


def test_a_rule_overrules_the_tagger() -> None:
    (act,) = standing("The two presidents will [meet] in June.", statuses=((OCCURRED, 0.9), (PLANNED, 0.1)))
    assert act.status is PLANNED


def test_the_tagger_decides_where_no_rule_speaks() -> None:
    (act,) = standing("A [visit] of the minister.", statuses=((PLANNED, 0.7), (OCCURRED, 0.3)))
    assert act.status is PLANNED
    assert act.because == ("tagger: planned 0.70",)


@pytest.mark.parametrize(
    ("probability", "expected"),
    [(0.95, OCCURRED), (0.7, PLANNED)],
)
def test_what_is_not_told_as_done_needs_a_sure_tagger(probability: float, expected: Status) -> None:
    statuses = ((OCCURRED, probability), (PLANNED, 1 - probability))
    (act,) = standing("Norway changed its law to [admit] the refugees.", EventType.AID, statuses=statuses)
    assert act.status is expected


def test_a_divided_tagger_does_not_report_a_plan_as_done() -> None:
    (act,) = standing("A [visit] of the minister.", statuses=((OCCURRED, 0.45), (PLANNED, 0.4), (POSSIBLE, 0.15)))
    assert act.status is PLANNED


def test_the_visit_stands_as_the_visit_announced_before() -> None:
    acts = standing("The minister will pay a [visit] to Lima. The [visit] is a first for the minister.")
    assert [a.status for a in acts] == [PLANNED, PLANNED]
    assert acts[1].because == ("standing.named_before",)


@pytest.mark.parametrize(
    ("published", "expected"),
    [(date(2024, 6, 3), PLANNED), (date(2024, 6, 20), OCCURRED), (None, OCCURRED)],
)
def test_a_date_after_that_of_the_report_is_still_to_come(published: date | None, expected: Status) -> None:
    document, acts, sentences = acts_in("They wrote about the June 14 [summit] in Lima.")
    (act,) = set_standing(replace(document, published=published), acts, sentences)
    assert act.status is expected


@pytest.mark.parametrize(("probability", "expected"), [(0.92, PLANNED), (0.99, OCCURRED)])
def test_in_a_report_that_announces_meetings_only_a_certain_tagger_calls_one_done(
    probability: float, expected: Status
) -> None:
    statuses = ((OCCURRED, probability), (PLANNED, 1 - probability))
    text = "The minister will [visit] Lima. He will [meet] the mayor. A [reception] by the governor of Callao."
    assert standing(text, statuses=statuses)[-1].status is expected


def test_part_of_what_will_be_done_needs_a_sure_tagger() -> None:
    statuses = ((OCCURRED, 0.7), (PLANNED, 0.3))
    (act,) = standing("Norway will announce a [donation].", EventType.AID, statuses=statuses)
    assert (act.status, act.because[0]) == (PLANNED, "standing.within_plan")


def test_without_rule_and_tagger_tense_decides() -> None:
    (act,) = standing("A [visit] of the minister.")
    assert (act.status, act.because) == (OCCURRED, ("standing.tense",))


def test_acts_keep_their_order_and_what_made_them() -> None:
    document, acts, sentences = acts_in("Norway will [host] the talks. Peru [condemned] the raid.")
    turned = set_standing(document, acts[::-1], sentences)
    assert [a.span for a in turned] == [a.span for a in acts[::-1]]
    assert set_standing(document, acts, sentences) == turned[::-1]


def test_no_acts_no_standing() -> None:
    assert set_standing(Document("r", ""), [], []) == ()


def test_rules_have_names_of_their_own() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    assert all(name.startswith("standing.") for name in names)
