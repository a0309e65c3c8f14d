"""What the words around a noun of relations say about how those relations stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from dragoman.model.event import State
from dragoman.model.syntax import Sentence, Token

TIES: Final = frozenset("relation relationship tie bond partnership alliance friendship rapport".split())
DEALINGS: Final = frozenset(
    "cooperation co-operation dialogue dialog link contact engagement collaboration trade coordination exchange "
    "interaction".split()
)
TALKS: Final = frozenset("talk negotiation process dialogue dialog discussion consultation".split())
RELATING: Final = TIES | DEALINGS | TALKS

WORDS: Final[Mapping[State, frozenset[str]]] = {
    State.ADVANCING: frozenset(
        "growing deepening expanding improving warming warmed burgeoning blossoming evolving developing flourishing thriving "
        "strengthening grow deepen improve expand develop blossom flourish thrive intensify advance progress "
        "strengthen thaw normalise normalize increasingly underway dynamic burgeon prosper broaden rebound "
        "advancing progressing accelerate".split()
    ),
    State.STEADY: frozenset(
        "strong close good excellent warm enduring robust deep solid longstanding long-standing friendly stable special "
        "steadfast unbreakable constructive vibrant durable unshakeable unshakable ironclad cordial lasting vital "
        "remain continue endure persist rock-solid unwavering time-tested time-honoured time-honored long-term "
        "intact harmonious amicable healthy unbroken".split()
    ),
    State.STALLED: frozenset(
        "stalled frozen deadlocked suspended stagnant moribund stall deadlock freeze stagnate failed stuck paused "
        "halted pause dormant fruitless stagnating gridlocked falter faltering lapse stymied".split()
    ),
    State.WORSENING: frozenset(
        "strained tense troubled deteriorating worsening souring sour soured chilly frosty cool deteriorate worsen "
        "strain chill poor bad fraught rocky complicated difficult uneasy frayed hostile damaged fragile complicate "
        "damage harm icy plummet fray unravel decline sink crumble cooling fraying declining acrimonious "
        "turbulent shaky testy stormy toxic suffer embittered".split()
    ),
    State.BROKEN: frozenset("severed broken ruptured sever nonexistent non-existent collapsed collapse rupture".split()),
}
STATES: Final[Mapping[str, State]] = {word: state for state, words in WORDS.items() for word in words}
BETTER: Final = frozenset({"stronger", "closer", "better", "deeper", "warmer", "productive", "substantive", "positive"})
WORSE: Final = frozenset({"worse", "tenser", "cooler", "colder", "weaker"})
HARMING: Final = frozenset(
    "complicate harm damage strain sour poison hurt undermine chill worsen jeopardise jeopardize test fray".split()
)
TOUCHING: Final = frozenset("affect impact influence change impair end break weaken alter overshadow".split()) | HARMING
FURTHERING: Final = frozenset(
    "strengthen deepen expand enhance improve intensify broaden consolidate cement bolster".split()
)
MENDING: Final = frozenset("normalise normalize mend repair thaw rekindle".split())
FINITE: Final = frozenset({"VBZ", "VBP", "VBD", "VBN"})
KEEPING: Final = frozenset("maintain retain preserve uphold sustain enjoy".split())
LASTING: Final = frozenset("continue remain endure last persist survive".split())
ENDING: Final = frozenset({"end", "conclude", "finish"})
NEW: Final = frozenset("era chapter phase stage level height page high peak milestone leap".split())
REACHING: Final = frozenset("reach enter attain achieve open hit turn take gain scale begin".split())
WISHES: Final = frozenset("hope wish want need seek call urge support for towards toward".split())
BARRED: Final = frozenset("allow let avoid prevent lest fear".split())
HOPING: Final = frozenset({"to", "will", "would", "could", "should", "may", "might", "must", "can"})
FORESEEN: Final = frozenset({"will", "wo", "did", "has", "have"})
OWED: Final = frozenset({"should", "must", "shall", "would"})

GAINS: Final[Mapping[str, State]] = {
    **dict.fromkeys("progress momentum headway strength pace fruit".split(), State.ADVANCING),
    **dict.fromkeys("impasse deadlock stalemate standstill snag end wall halt".split(), State.STALLED),
    **dict.fromkeys("low nadir bottom turn crisis setback strain".split(), State.WORSENING),
}  # what relations make, reach, gain, hit or come to
GAINING: Final = frozenset("make reach gain hit come gather bear take show suffer face meet see run grind enter".split())
STANDS: Final[Mapping[str, Mapping[str, State]]] = {
    "on": {
        **dict.fromkeys("pause hold ice hiatus".split(), State.STALLED),
        **dict.fromkeys("rise track upswing mend trajectory course".split(), State.ADVANCING),
        **dict.fromkeys("footing foundation basis".split(), State.STEADY),
        **dict.fromkeys("brink rock edge".split(), State.WORSENING),
    },
    "at": {
        **dict.fromkeys("standstill impasse halt deadlock stalemate".split(), State.STALLED),
        **dict.fromkeys("low nadir bottom ebb breaking".split(), State.WORSENING),
        **dict.fromkeys("high height peak".split(), State.ADVANCING),
    },
    "in": {
        **dict.fromkeys("limbo deadlock stalemate freeze doldrum impasse".split(), State.STALLED),
        **dict.fromkeys("crisis decline turmoil jeopardy tatter trouble".split(), State.WORSENING),
        **dict.fromkeys("shape".split(), State.STEADY),
        **dict.fromkeys("ruin".split(), State.BROKEN),
    },
    "under": dict.fromkeys("strain pressure threat stress".split(), State.WORSENING),
}
LEVELS: Final = frozenset({"point", "level", "state"})  # "at their lowest point", "at its highest level"
LOWEST: Final = frozenset({"lowest", "worst", "low", "poor", "bad"})
HIGHEST: Final = frozenset({"highest", "best", "high", "unprecedented", "new", "closest"})
COURSES: Final[Mapping[str, State]] = {
    **dict.fromkeys(
        "improvement warming thaw rapprochement development deepening progress strengthening breakthrough expansion growth momentum thawing".split(),
        State.ADVANCING,
    ),
    **dict.fromkeys("deterioration souring worsening chill downturn decline cooling strain".split(), State.WORSENING),
    **dict.fromkeys("strength durability resilience depth".split(), State.STEADY),
    **dict.fromkeys("breakdown deadlock stalemate impasse stagnation freeze pause".split(), State.STALLED),
    **dict.fromkeys("rupture severing collapse absence lack".split(), State.BROKEN),
}


def is_hoped(sentence: Sentence, verb: Token) -> bool:
    """The verb is negated, or stands in a mood that says what should or might be."""
    return any(c.dep == "neg" or (c.dep == "aux" and c.text.lower() in HOPING) for c in sentence.children(verb))


def is_negated(sentence: Sentence, verb: Token) -> bool:
    """The verb has a "not", "never" or "no longer" of its own."""
    return any(c.dep == "neg" for c in sentence.children(verb))


def state_of(sentence: Sentence, noun: Token) -> State | None:
    """What the words on and above a noun of relations say about their state; None if they say nothing."""
    if (aimed := _done_to(sentence, noun) or _course(sentence, noun)) is not None:
        return aimed
    if (stands := _stands(sentence, sentence.children(noun))) is not None:
        return stands
    found = [s for w in _judging(sentence, noun) if (s := _word_state(w))]
    if noun.dep in ("nsubj", "nsubjpass") and noun.lemma.lower() in RELATING:
        found += [state for state in (_predicated(sentence, noun),) if state]
    if noun.lemma.lower() not in TIES:
        found = [s for s in found if s is not State.STEADY]
    elif _is_kept(sentence, noun):
        found.append(State.STEADY)
    return next((s for s in found if s is not State.STEADY), found[0] if found else None)


def _word_state(word: Token) -> State | None:
    return None if word.tag in ("JJR", "RBR") else STATES.get(word.text.lower()) or STATES.get(word.lemma.lower())


def _done_to(sentence: Sentence, noun: Token) -> State | None:
    """What a verb does to the relations that are its object: "complicates ties", "has deepened cooperation"."""
    verb = sentence.head(noun)
    if noun.dep != "dobj" or noun.lemma.lower() not in TIES | DEALINGS:
        return None
    above = [verb, *sentence.ancestors(verb)]
    mood = {c.text.lower() for c in sentence.children(verb) if c.dep == "aux"}
    if verb.lemma in TOUCHING and is_negated(sentence, verb):
        foreseen = mood & FORESEEN and noun.lemma.lower() in TIES
        return State.STEADY if foreseen and not any(a.lemma in BARRED for a in above) else None
    if any(is_negated(sentence, a) for a in above):
        return None
    if verb.lemma in HARMING:
        return None if mood & OWED or any(a.lemma in BARRED for a in above) else State.WORSENING
    return State.ADVANCING if verb.lemma in FURTHERING | MENDING and _is_told(sentence, verb) else None


def _is_told(sentence: Sentence, verb: Token) -> bool:
    """The verb says what is or was, not what should be: "deepened", "has deepened", ", deepening ..."."""
    return (verb.tag in FINITE or (verb.tag == "VBG" and verb.dep in ("ROOT", "advcl", "ccomp"))) and not is_hoped(sentence, verb)


def _is_kept(sentence: Sentence, noun: Token) -> bool:
    """ "Norway maintains its ties with Peru"."""
    verb = sentence.head(noun)
    return noun.dep == "dobj" and verb.lemma in KEEPING and verb.tag in FINITE and not is_hoped(sentence, verb)


def _course(sentence: Sentence, noun: Token) -> State | None:
    """ "The deterioration of relations", as long as nobody merely hopes for it."""
    preposition = sentence.head(noun)
    if noun.dep != "pobj" or preposition.lemma not in ("of", "in"):
        return None
    course = sentence.head(preposition)
    below = {c.lemma.lower() for c in sentence.children(course)}
    if "no" in below or any(a.lemma in WISHES for a in sentence.ancestors(course)):
        return None
    if course.lemma.lower() in NEW and below & {"new", "quantum", "great", "historic"}:
        return State.ADVANCING
    return COURSES.get(course.lemma.lower())


def _stands(sentence: Sentence, below: Iterator[Token]) -> State | None:
    """Where relations stand: "on hold", "at an impasse", "at their lowest point"."""
    for preposition in (c for c in below if c.dep == "prep" and c.lemma in STANDS):
        place = sentence.child(preposition, "pobj")
        if place is None:
            continue
        words = {c.text.lower() for c in sentence.children(place)} | {place.text.lower()}
        if place.lemma in LEVELS or place.text.lower() in LOWEST | HIGHEST:
            state = State.WORSENING if words & LOWEST else State.ADVANCING if words & HIGHEST else None
        else:
            state = STANDS[preposition.lemma].get(place.lemma)
        if state is not None:
            return state
    return None


def _predicated(sentence: Sentence, noun: Token) -> State | None:
    """What only a predicate can say: "are productive", "broke down", "are on hold", "ended without agreement"."""
    head = sentence.head(noun)
    below = list(sentence.children(head))
    compared = {c.text.lower() for c in below if c.dep in ("acomp", "oprd", "attr", "advmod")}
    if any(c.lemma == "never" for c in below):
        return State.ADVANCING if compared & BETTER else State.WORSENING if compared & WORSE else None
    if head.lemma in LASTING and not is_negated(sentence, head):
        return State.STEADY
    if head.lemma in ENDING and is_negated(sentence, head):
        return State.STEADY
    if is_hoped(sentence, head):
        return None
    if head.lemma == "go" and any(w.lemma == "strength" for w in sentence.subtree(head)):
        return State.ADVANCING
    if head.lemma in REACHING and any(c.dep == "dobj" and c.lemma in NEW for c in below):
        return State.ADVANCING
    if head.lemma == "break" and any(c.lemma == "down" for c in below):
        return State.STALLED
    if head.lemma in ENDING and any(
        w.lemma in ("no", "without") for w in sentence.subtree(head) if w.index > head.index
    ):
        return State.STALLED
    if compared & WORSE:
        return State.WORSENING
    return (
        _gained(sentence, head)
        or _stands(sentence, iter(below))
        or _goes(head, compared)
        or (State.ADVANCING if compared & BETTER else None)
    )


def _goes(verb: Token, ways: set[str]) -> State | None:
    """ "The talks are going well", "relations go nowhere"."""
    if verb.lemma not in ("go", "develop", "proceed", "move"):
        return None
    if ways & {"nowhere", "badly", "poorly"}:
        return State.STALLED if "nowhere" in ways else State.WORSENING
    return State.ADVANCING if ways & {"well", "smoothly", "ahead", "forward"} else None


def _gained(sentence: Sentence, verb: Token) -> State | None:
    """What relations make or reach: "make progress", "hit an impasse", "come to a standstill"."""
    if verb.lemma not in GAINING:
        return None
    direct = [c for c in sentence.children(verb) if c.dep == "dobj"]
    onto = [c for p in sentence.children(verb) if p.dep == "prep" and p.lemma in ("to", "into") for c in sentence.children(p)]
    for gain in (*direct, *onto):
        state = GAINS.get(gain.lemma)
        if state is not None and any(c.lemma in ("no", "little") for c in sentence.children(gain)):
            return State.STALLED if state is State.ADVANCING else None
        if state is not None:
            return state
    return None


def _judging(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """The words that judge the noun: its attributes, its predicate, a finite verb it is the subject of."""
    for child in sentence.children(noun):
        if child.lemma in FURTHERING and child.tag in ("VBN", "JJ"):
            continue  # "improved relations" are an aim
        if child.dep in ("amod", "compound", "nmod", "acomp"):
            yield child
            yield from (c for c in sentence.children(child) if c.dep in ("conj", "amod", "advmod"))
        elif child.dep == "relcl" and not is_hoped(sentence, child):
            yield child
        elif child.dep == "acl" and child.tag in ("VBG", "VBN"):
            yield child
    head = sentence.head(noun)
    if noun.dep in ("nsubj", "nsubjpass") and not is_hoped(sentence, head):
        yield head
        for child in sentence.children(head):
            if child.dep in ("acomp", "attr", "oprd", "advmod", "xcomp"):
                yield child
                yield from (c for c in sentence.children(child) if c.dep in ("conj", "amod", "advmod"))
