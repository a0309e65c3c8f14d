"""The commands that ask the record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any, Final, TypeVar

import rich_click as click

from dragoman.model.relation import Standing
from dragoman.model.thread import Outcome
from dragoman.views.options import DATE, day
from dragoman.views.place import STORE

if TYPE_CHECKING:
    from pathlib import Path

    from dragoman.views.desk import Desk

Command = TypeVar("Command", bound=Callable[..., Any])


def _date(name: str, help: str) -> Callable[[Command], Command]:
    return click.option(name, type=DATE, callback=day, metavar="DATE", help=help)


FEW: Final = 10  # meetings, and statements, of somebody
QUOTES: Final = click.option("--quotes", "with_quotes", is_flag=True, help="Show the sentences behind each line.")
LIMIT: Final = click.option("--limit", type=click.IntRange(min=1), metavar="N", help="How many lines at most.")
SINCE: Final = _date("--since", "Nothing before this day (YYYY-MM-DD).")
UNTIL: Final = _date("--until", "Nothing after this day (YYYY-MM-DD).")
ABOUT: Final = click.argument("about", nargs=-1, metavar="[WHO] [WHOM]")


def _question(command: Callable[..., int]) -> Any:
    """A command with what every question has: the store, the day, and JSON."""

    @STORE
    @_date("--as-of", "Only what had been published by this day (YYYY-MM-DD); today without it.")
    @click.option("--json", "as_json", is_flag=True, help="One JSON object instead of tables.")
    @wraps(command)
    def asked(*args: Any, store: Path, as_of: date | None, as_json: bool, **options: Any) -> int:
        from dragoman.views.desk import Desk

        with Desk(store, as_of or date.today(), as_json) as desk:
            return command(desk, *args, **options)

    return asked


def _few(about: tuple[str, ...]) -> tuple[str, ...]:
    if len(about) > 2:
        raise click.UsageError(f"name one or two actors, not {len(about)}: put a name of several words in quotes")
    return about


@click.command()
@ABOUT
@click.option("--due", is_flag=True, help="Those still to come.")
@click.option("--overdue", is_flag=True, help="Those whose day has passed with nothing heard.")
@click.option("--outcome", type=click.Choice([o.value for o in Outcome]), multiple=True, help="Those that became so.")
@SINCE
@LIMIT
@QUOTES
@_question
def plans(
    desk: Desk, about: tuple[str, ...], due: bool, overdue: bool, outcome: tuple[str, ...], since: date | None,
    limit: int | None, with_quotes: bool,
) -> int:  # fmt: skip
    """What was planned, and what became of it.

    WHO and WHOM are countries or persons: one, two, or none. For one country or none, plans heard of in the last year.
    """
    from dragoman.follow.questions.names import find_subject
    from dragoman.follow.questions.plans import plans
    from dragoman.views.answers.acts import show_plans

    wanted = {Outcome(one) for one in outcome} | ({Outcome.DUE} if due else set())
    wanted |= {Outcome.OVERDUE} if overdue else set()
    answer = plans(
        desk.store, find_subject(desk.store, _few(about), desk.as_of), as_of=desk.as_of, outcomes=wanted, since=since,
        limit=desk.rows(limit), quotes=with_quotes,
    )  # fmt: skip
    return desk.answer(answer, show_plans)


@click.command()
@click.argument("one")
@click.argument("other")
@QUOTES
@_question
def pair(desk: Desk, one: str, other: str, with_quotes: bool) -> int:
    """How two countries stand, how it came there, and the sentences behind it.

    ONE and OTHER are an ISO code, a name, a capital: RUS, Russia, Moscow.
    """
    from dragoman.follow.questions.names import find_pair
    from dragoman.follow.questions.pair import pair
    from dragoman.views.answers.relations import show_pair

    answer = pair(desk.store, *find_pair(one, other), as_of=desk.as_of, quotes=with_quotes)
    return desk.answer(answer, show_pair)


@click.command()
@click.argument("country", required=False, default="")
@click.option("--standing", type=click.Choice([s.value for s in Standing]), help="Those that stand so.")
@LIMIT
@_question
def pairs(desk: Desk, country: str, standing: str | None, limit: int | None) -> int:
    """How all pairs of countries stand, or those of one COUNTRY; the last changed first."""
    from dragoman.follow.questions.names import find_country
    from dragoman.follow.questions.pairs import pairs
    from dragoman.views.answers.relations import show_pairs

    answer = pairs(
        desk.store, as_of=desk.as_of, country=find_country(country).id if country else None,
        standing=Standing(standing) if standing else None, limit=desk.rows(limit),
    )  # fmt: skip
    return desk.answer(answer, show_pairs)


@click.command()
@click.argument("one")
@click.argument("other", required=False, default="")
@SINCE
@UNTIL
@LIMIT
@QUOTES
@_question
def timeline(
    desk: Desk, one: str, other: str, since: date | None, until: date | None, limit: int | None, with_quotes: bool
) -> int:
    """What ONE did, or ONE and OTHER with each other, day by day; the latest where there are many."""
    from dragoman.follow.questions.names import find_subject
    from dragoman.follow.questions.timeline import timeline
    from dragoman.views.answers.acts import show_timeline

    about = find_subject(desk.store, filter(None, (one, other)), desk.as_of)
    answer = timeline(
        desk.store, about, as_of=desk.as_of, since=since, until=until, limit=desk.rows(limit), quotes=with_quotes
    )
    return desk.answer(answer, show_timeline)


@click.command()
@click.argument("name")
@LIMIT
@QUOTES
@_question
def who(desk: Desk, name: str, limit: int | None, with_quotes: bool) -> int:
    """Who NAME is: its spellings and why they are one, its offices, whom it met and what it said."""
    from dragoman.follow.questions.names import find_actor
    from dragoman.follow.questions.who import who
    from dragoman.views.answers.people import show_who

    few = limit or (None if desk.as_json else FEW)
    actor = find_actor(desk.store, name, desk.as_of)
    answer = who(desk.store, actor, as_of=desk.as_of, limit=few, with_quotes=with_quotes)
    return desk.answer(answer, show_who)


@click.command()
@click.option("--by", required=True, metavar="NAME", help="Who said it.")
@click.option("--about", default="", metavar="WORDS", help="Only what names this; a country under any of its names.")
@LIMIT
@_question
def quotes(desk: Desk, by: str, about: str, limit: int | None) -> int:
    """What somebody is reported to have said, the latest first."""
    from dragoman.follow.questions.names import find_actor
    from dragoman.follow.questions.quotes import quotes
    from dragoman.views.answers.people import show_quotes

    actor = find_actor(desk.store, by, desk.as_of)
    answer = quotes(desk.store, actor, as_of=desk.as_of, about=about, limit=desk.rows(limit))
    return desk.answer(answer, show_quotes)


@click.command()
@ABOUT
@SINCE
@LIMIT
@_question
def conflicts(desk: Desk, about: tuple[str, ...], since: date | None, limit: int | None) -> int:
    """Where reports of one act disagree: both sentences side by side.

    WHO and WHOM are countries or persons: one, two, or none. For one country or none, acts heard of in the last year.
    """
    from dragoman.follow.questions.conflicts import conflicts
    from dragoman.follow.questions.names import find_subject
    from dragoman.views.answers.acts import show_conflicts

    subject = find_subject(desk.store, _few(about), desk.as_of)
    answer = conflicts(desk.store, subject, as_of=desk.as_of, since=since, limit=desk.rows(limit))
    return desk.answer(answer, show_conflicts)


@click.command()
@click.argument("one")
@click.argument("other")
@QUOTES
@_question
def agreements(desk: Desk, one: str, other: str, with_quotes: bool) -> int:
    """What two countries have agreed, signed, put in force, opened or suspended."""
    from dragoman.follow.questions.agreements import agreements
    from dragoman.follow.questions.names import find_pair
    from dragoman.views.answers.agreed import show_agreements

    answer = agreements(desk.store, *find_pair(one, other), as_of=desk.as_of, quotes=with_quotes)
    return desk.answer(answer, show_agreements)


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="TEXT")
@LIMIT
@_question
def search(desk: Desk, words: tuple[str, ...], limit: int | None) -> int:
    """The reports that hold all words of TEXT, the best first; "in quotes" they must stand together."""
    from dragoman.follow.questions.search import search
    from dragoman.views.answers.people import show_found

    return desk.answer(search(desk.store, " ".join(words), as_of=desk.as_of, limit=limit or 20), show_found)


@click.command()
@click.argument("id")
@_question
def show(desk: Desk, id: str) -> int:
    """Whatever has this ID, or is the only one whose ID begins so: a report, event, act, statement, actor, ..."""
    from dragoman.follow.questions.show import show
    from dragoman.views.answers.things import show_thing

    return desk.answer(show(desk.store, id, as_of=desk.as_of), show_thing)


COMMANDS: Final = (plans, pair, pairs, timeline, who, quotes, conflicts, agreements, search, show)
