"""Which of a sentence's time expressions belongs to which act: by the parse, and by what the act's status allows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from dragoman.dates.publication import is_news
from dragoman.dates.tense import VERBS
from dragoman.dates.values import bounds
from dragoman.model.act import Act
from dragoman.model.event import EventType, Status
from dragoman.model.syntax import Sentence, Token
from dragoman.model.time import Time

AHEAD: Final = frozenset(
    {Status.PLANNED, Status.PROPOSED, Status.EXPECTED, Status.POSSIBLE, Status.CONDITIONAL, Status.UNLIKELY}
)
CALLING_OFF: Final = frozenset("cancel call postpone delay scrap shelve".split())
CALLED_OFF: Final = frozenset({Status.CANCELLED, Status.POSTPONED})
BEHIND: Final = frozenset({Status.OCCURRED, Status.DID_NOT_OCCUR})
UTTERED: Final = frozenset(
    {
        EventType.SUPPORT,
        EventType.ACCUSE,
        EventType.REQUEST,
        EventType.REJECT,
        EventType.THREATEN,
        EventType.AGREE,
    }
)
FAR: Final = 99
DAYS_BACK: Final = 10  # what the chronicle's present tense can reach back to
LONGEST: Final = 14  # days: what is longer is no date of an uttered act

MODIFIERS: Final = frozenset({"amod", "nummod", "compound", "poss", "nmod", "case"})
CARRIES: Final = frozenset("dobj nsubj nsubjpass attr xcomp conj acomp oprd prt aux advmod agent ROOT appos".split())
PLACES: Final = frozenset("in at during on for with as by within through".split())
INSIDE: Final = frozenset("in at during".split())
REACHES: Final = PLACES | {"to", "of", "from", "between"}
BACKGROUND: Final = frozenset(
    "condemn reject criticize criticise denounce discuss deny blame protest oppose accept cite mention recall "
    "commemorate mark celebrate investigate follow".split()
)


def own_time(
    sentence: Sentence, act: Act, times: Sequence[Time], published: date | None, triggers: frozenset[int]
) -> Time | None:
    """The nearest expression of the sentence that modifies the act's word or the clause it belongs to, or None.

    `triggers` are the words of the sentence that name acts, this one included.
    """
    word = sentence.tokens[act.token]
    if act.status in CALLED_OFF and word.pos == "NOUN":
        was_to_be = _within(sentence, word, times)
        if was_to_be or sentence.head(word).lemma in CALLING_OFF:
            return was_to_be or _still_ahead(times, published)
    ranked = []
    for time in times:
        if time.value is None or not fits(time.value, act.status, published):
            continue
        far = _distance(sentence, word, time, triggers)
        if far < FAR and _suits(sentence, act, word, time, far, published):
            ranked.append((far, abs(time.span.start - act.span.start), time))
    return min(ranked, default=(0, 0, None), key=lambda r: r[:2])[2]


def _within(sentence: Sentence, noun: Token, times: Sequence[Time]) -> Time | None:
    """The day it was to be, told with the act itself: "cancelled on Monday the summit that was set for June"."""
    reach = sentence.reach(noun)
    return next((t for t in times if t.value is not None and reach.holds(t.span)), None)


def _still_ahead(times: Sequence[Time], published: date | None) -> Time | None:
    """The first day after publication: what is past is when it was called off."""
    ahead = ((t, bounds(t.value)[0]) for t in times if t.value is not None)
    return next((t for t, first in ahead if published and first and first > published), None)


def fits(value: str, status: Status, published: date | None) -> bool:
    """What took place does not lie ahead of publication, and a plan neither lies behind it nor began before."""
    first, last = bounds(value)
    if published is None:
        return True
    if status in BEHIND:
        return first is None or first <= published
    if status in AHEAD:
        running = value.endswith("/..") and first is not None and first < published
        return (last is None or last >= published) and not running
    return True


def _suits(sentence: Sentence, act: Act, word: Token, time: Time, far: int, published: date | None) -> bool:
    """The expression goes with the act: "since 2001" with what goes on, days with what was said or is news."""
    value = time.value or ""
    first, last = bounds(value)
    if published is None or act.status in AHEAD:
        return True
    if value.endswith("/..") and act.status is not Status.ONGOING:
        return any(c.dep == "aux" and c.lemma == "have" for c in sentence.children(word))
    length = (last - first).days if first and last else LONGEST + 1
    if act.type in UTTERED and length > LONGEST and far > 1:
        return word.tag == "VBD" and word.dep in ("advcl", "relcl", "ROOT") and far == 2
    if act.status is not Status.OCCURRED or not is_news(sentence, word, act.type):
        return True
    if word.pos in VERBS:
        return length <= LONGEST and last is not None and (published - last).days <= DAYS_BACK
    return not (first and last and length > LONGEST and first <= published <= last)


def _distance(sentence: Sentence, act: Token, time: Time, triggers: frozenset[int]) -> int:
    """Steps of the tree from the act's word to the one that the expression hangs on; FAR if it is not the act's."""
    words = [w for w in sentence.within(time.span) if w.pos != "PUNCT"]
    inside = {w.index for w in words}
    if act.index in inside:
        return 0
    top = next((w for w in words if w.head not in inside or w.head == w.index), None)
    if top is None:
        return FAR
    if time.rule == "dates.units_after":
        return _of_complement(sentence, act, inside)
    if top.dep in MODIFIERS and sentence.head(top).pos in ("NOUN", "PROPN", "VERB"):
        return _of_noun(sentence, act, sentence.head(top), triggers)
    return _of_clause(sentence, act, top, triggers)


def _of_noun(sentence: Sentence, act: Token, noun: Token, triggers: frozenset[int]) -> int:
    """ "Last week's summit", "Friday's decision to leave": the noun's own date, and that of an act in, at or to it."""
    if noun is act:
        return 1
    if act.head == noun.index and act.dep in ("acl", "compound") and act.tag != "VBN":
        return 2
    if noun.index in triggers:
        head = sentence.head(noun)
        return 4 if head.dep == "prep" and head.text.lower() in INSIDE and sentence.head(head) is act else FAR
    word = noun
    for steps in range(2, 7):
        head = sentence.head(word)
        if head is word or word.dep not in ("compound", "nmod", "pobj", "prep", "dobj", "attr", "appos", "poss"):
            return FAR
        if word.dep == "prep" and word.text.lower() not in INSIDE | {"of"}:
            return FAR
        word = head
        if word is act:
            return steps
        if word.index in triggers:
            return FAR
    return FAR


def _of_complement(sentence: Sentence, act: Token, inside: set[int]) -> int:
    """ "Six years after they quarrelled": the date of what stands after the words."""
    word, last = act, max(inside)
    for steps in range(1, 4):
        head = sentence.head(word)
        if word.index < last or head is word:
            return FAR
        if head.index in inside or (word.dep == "advcl" and any(c.index in inside for c in sentence.children(word))):
            return steps
        if not _passes(sentence, word, head):
            return FAR
        word = head
    return FAR


def _of_clause(sentence: Sentence, act: Token, top: Token, triggers: frozenset[int]) -> int:
    """The expression hangs on a verb or noun by a preposition, or bare: that word's date, and its arguments'."""
    word, steps, nouns = top, 0, 0
    while word.head != word.index:
        word = sentence.head(word)
        if word is act:
            return 1 + steps
        if word.index in triggers or word.pos in VERBS:
            break
        steps += word.pos not in ("ADP", "SCONJ")
        nouns += word.pos == "NOUN"
        if nouns > 1 or (word.pos == "ADP" and nouns and word.text.lower() not in REACHES):
            return FAR
    return steps + _down(sentence, act, word, triggers)


def _down(sentence: Sentence, act: Token, top: Token, triggers: frozenset[int]) -> int:
    """Steps from the dated word down to the act, along arguments only; reported and subordinate clauses are not its."""
    word, steps = act, 2
    while word is not top:
        head = sentence.head(word)
        if head is word or steps > 8 or not _passes(sentence, word, head):
            return FAR
        steps += 2 if head is not top and head.index in triggers and head.pos in VERBS else 1
        word = head
    return steps


def _passes(sentence: Sentence, word: Token, head: Token) -> bool:
    """A date on the head also dates this word."""
    if word.dep in ("dobj", "nsubjpass", "pobj") and head.lemma in BACKGROUND:
        return False
    if word.dep == "prep":
        return word.text.lower() in PLACES
    if word.dep == "advcl":
        return word.tag == "VBG" and not any(c.dep == "mark" for c in sentence.children(word))
    return word.dep in ("pobj", "pcomp") or word.dep in CARRIES
