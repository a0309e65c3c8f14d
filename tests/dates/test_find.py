"""Expressions and their values; the day of publication is Wednesday, 2 April 2025, where nothing else is said."""

from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf

from dragoman.dates import find_times
from dragoman.dates.find import RULES

EXPRESSIONS = [
    # absolute
    ("The envoys met in Oslo on March 21-22.", "March 21-22", "2025-03-21/2025-03-22"),
    ("The envoys met in Oslo on 21 March 2024.", "21 March 2024", "2024-03-21"),
    ("The envoys met in Oslo on 21/22 March.", "21/22 March", "2025-03-21/2025-03-22"),
    ("The king toured Riga from 22 to 27 February.", "22 to 27 February", "2025-02-22/2025-02-27"),
    ("A forum will open on the 12th of June.", "the 12th of June", "2025-06-12"),
    ("A forum will be held in Baku on 12–13 June.", "12–13 June", "2025-06-12/2025-06-13"),
    ("The treaty of July 1, 2020 was renewed.", "July 1, 2020", "2020-07-01"),
    ("They signed on Friday, March 28, in Bern.", "Friday, March 28", "2025-03-28"),
    ("The tour lasted from December 28 to January 3.", "December 28 to January 3", "2024-12-28/2025-01-03"),
    ("The tour lasted from October 31 – 4 November 2016.", "October 31 – 4 November 2016", "2016-10-31/2016-11-04"),
    ("The note is dated 2025-03-21 and unsigned.", "2025-03-21", "2025-03-21"),
    ("The note is dated 21.03.2025 and unsigned.", "21.03.2025", "2025-03-21"),
    ("The pact was reached in late 2019 at home.", "late 2019", "2019"),
    ("Observers stayed there in 2002-2003 only.", "2002-2003", "2002/2003"),
    ("They served there between 2014 and 2016.", "2014 and 2016", "2014/2016"),
    ("A deal was signed in November 2024.", "November 2024", "2024-11"),
    ("A deal is expected by mid-May.", "by mid-May", "../2025-05"),
    # relative
    ("The premier left yesterday.", "yesterday", "2025-04-01"),
    ("The ministers will sign tomorrow morning.", "tomorrow morning", "2025-04-03"),
    ("The premier left this morning.", "this morning", "2025-04-02"),
    ("They quarrelled last week.", "last week", "2025-03-24/2025-03-30"),
    ("They will talk next week.", "next week", "2025-04-07/2025-04-13"),
    ("They will talk early next month.", "early next month", "2025-05"),
    ("They quarrelled earlier this year.", "earlier this year", "2025"),
    ("Shells fell over the weekend.", "over the weekend", "2025-03-29/2025-03-30"),
    ("Ten days ago the border was shut.", "Ten days ago", "2025-03-23"),
    ("Two years ago the border was shut.", "Two years ago", "2023"),
    ("The leaders will meet in three days.", "in three days", "2025-04-05"),
    ("Ships were stopped in the past two weeks.", "the past two weeks", "2025-03-19/2025-04-02"),
    ("Troops will leave within three weeks.", "within three weeks", "2025-04-02/2025-04-23"),
    ("A deal is due by the end of the year.", "by the end of the year", "../2025"),
    # weekdays and months, by tense
    ("The envoy left on Tuesday.", "Tuesday", "2025-04-01"),
    ("The envoy left on Friday.", "Friday", "2025-03-28"),
    ("The envoy will leave on Friday.", "Friday", "2025-04-04"),
    ("Since last Friday nobody has called.", "Since last Friday", "2025-03-28/.."),
    ("They will sign next Thursday.", "next Thursday", "2025-04-10"),
    ("The port was shut from Monday to Wednesday.", "Monday to Wednesday", "2025-03-31/2025-04-02"),
    ("The king came in November.", "November", "2024-11"),
    ("The king will come in November.", "November", "2025-11"),
    ("They reached a pact last November.", "last November", "2024-11"),
    ("The king will come in May this year.", "May this year", "2025-05"),
    # periods and open ends
    ("Trade grew in the first quarter of 2024.", "the first quarter of 2024", "2024-01/2024-03"),
    ("Trade fell last quarter.", "last quarter", "2025-01/2025-03"),
    ("Talks broke down in the spring of 2014.", "the spring of 2014", "2014-03/2014-05"),
    ("They were rivals in the 1990s.", "the 1990s", "1990/1999"),
    ("Places were promised for the next fiscal year.", "the next fiscal year", "2025-10/2026-09"),
    ("Sanctions have been in force since 2018.", "since 2018", "2018/.."),
    ("He stays in Rome until Friday.", "until Friday", "../2025-04-04"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "value"), EXPRESSIONS)
def test_each_expression_is_read_with_its_value(parse, text: str, quote: str, value: str) -> None:
    document, sentences = parse(text)
    found = [(t.span.of(text), t.value) for t in find_times(document, sentences)]
    assert found == [(quote, value)]
    assert parse_edtf(value)


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May flew to Rome and met the pope.",
        "They may march on the palace a second time.",
        "Under Resolution 1718 the sale of arms is banned.",
        "A Boeing 737 brought 2,000 troops and 1800 men.",
        "They marked the 80th anniversary of the victory.",
        "A 22-year-old soldier fled after the G20.",
        "They met for the first time in three years.",
        "The talks lasted three days.",
    ],
)
def test_what_is_no_date_is_left_alone(parse, text: str) -> None:
    assert find_times(*parse(text)) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The king landed on March 10. Two days earlier his envoy had left.", ["2025-03-10", "2025-03-08"]),
        ("The king landed on March 10. Three days later he flew home.", ["2025-03-10", "2025-03-13"]),
        ("The king landed on March 10. The following day he spoke.", ["2025-03-10", "2025-03-11"]),
        ("The king landed on 10 June 2024. In the same month a pact was signed.", ["2024-06-10", "2024-06"]),
        ("The king came on 10 June 2024. He left on the 15th, alone.", ["2024-06-10", "2024-06-15"]),
        ("Fishing resumed six years after a ship was seized.", ["2019"]),
    ],
)
def test_anchored_dates_count_from_the_date_before(parse, text: str, values: list[str]) -> None:
    assert [t.value for t in find_times(*parse(text))] == values


def test_without_publication_date_only_whole_dates_have_values(parse) -> None:
    document, sentences = parse("He left last November and came back on 3 May 2024.", None)
    first, second = find_times(document, sentences)
    assert (first.value, second.value) == (None, "2024-05-03")
    assert "publication date" in first.reason


def test_the_sharper_of_two_expressions_side_by_side_stays(parse) -> None:
    document, sentences = parse("They will sign next Tuesday, April 8, in Bern.")
    assert [t.value for t in find_times(document, sentences)] == ["2025-04-08"]


def test_a_month_that_is_a_name_in_the_report_is_no_month(parse) -> None:
    document, sentences = parse("Theresa May spoke. Critics called May's plan weak. The plan was made in May.")
    assert [t.value for t in find_times(document, sentences)] == ["2024-05"]


def test_dates_in_quotations_are_read_once_and_titles_not_at_all(parse) -> None:
    text = "The minister said: “We will meet our friends on Friday.” He smiled."
    document, sentences = parse(text, title="Talks on Monday")
    assert [t.span.of(text) for t in find_times(document, sentences)] == ["Friday"]


@pytest.mark.parametrize("published", [date.min, date.max, date(2024, 2, 29)])
def test_the_calendar_s_ends_raise_nothing(parse, published: date) -> None:
    text = "It fell 999 decades ago, in two years, yesterday, tomorrow, next week, last month and within 999 decades."
    document, sentences = parse(text, published)
    for time in find_times(document, sentences):
        assert time.value is None or parse_edtf(time.value)
        assert time.value or time.reason


def test_rule_names_are_unique() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
