"""What the words around a noun of relations say about how those relations stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dragoman.model.event import State
from dragoman.model.syntax import Sentence, Token

TIES: Final = frozenset("relation relationship tie bond partnership alliance friendship rapport".split())
DEALINGS: Final = frozenset(
    "cooperation co-operation dialogue dialog link contact engagement collaboration coordination exchange "
    "interaction trust trade".split()
)
TALKS: Final = frozenset("talk negotiation process dialogue dialog discussion consultation".split())
RELATING: Final = TIES | DEALINGS | TALKS

WORDS: Final[Mapping[State, frozenset[str]]] = {
    State.ADVANCING: frozenset(
        "growing deepening expanding improving warming warmed burgeoning blossoming evolving developing flourishing "
        "thriving strengthening grow deepen improve expand develop blossom flourish thrive intensify advance progress "
        "strengthen thaw normalise normalize increasingly underway dynamic burgeon prosper broaden rebound "
        "advancing progressing accelerate elevate upgrade".split()
    ),
    State.STEADY: frozenset(
        "strong close good excellent warm enduring robust deep solid longstanding long-standing friendly stable "
        "special steadfast unbreakable constructive vibrant durable unshakeable unshakable ironclad cordial lasting "
        "vital remain continue endure persist rock-solid unwavering time-tested time-honoured time-honored long-term "
        "intact harmonious amicable healthy unbroken standing".split()
    ),
    State.STALLED: frozenset(
        "stalled frozen deadlocked suspended stagnant moribund stall deadlock freeze stagnate failed stuck paused "
        "halted pause dormant fruitless stagnating gridlocked falter faltering lapse stymied".split()
    ),
    State.WORSENING: frozenset(
        "strained tense troubled deteriorating worsening souring sour soured chilly frosty cool deteriorate worsen "
        "strain chill poor bad fraught rocky complicated difficult uneasy frayed hostile damaged fragile complicate "
        "damage harm icy plummet fray unravel decline sink crumble cooling fraying declining acrimonious "
        "turbulent shaky testy stormy toxic suffer embittered erode".split()
    ),
    State.BROKEN: frozenset(
        "severed broken ruptured sever nonexistent non-existent collapsed collapse rupture dead".split()
    ),
}
STATES: Final[Mapping[str, State]] = {word: state for state, words in WORDS.items() for word in words}
BETTER: Final = frozenset(
    "stronger closer better deeper warmer productive substantive positive fruitful encouraging promising".split()
)
DENSER: Final = frozenset("frequent intensive active dynamic regular intense".split())  # after "more"
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
AIMING: Final = frozenset("seek want need pursue desire promote build forge establish create".split())
HAVING: Final = frozenset({"have", "enjoy", "share"})
SENDING: Final = frozenset("plunge push throw send lead drag drive".split())
DIM: Final = frozenset("dim bleak slim remote poor distant low".split())
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
    **dict.fromkeys("breakthrough result".split(), State.ADVANCING),
    **dict.fromkeys("low nadir bottom turn crisis setback strain".split(), State.WORSENING),
}  # what relations make, reach, gain, hit or come to
GAINING: Final = frozenset(
    "make reach gain hit come gather bear take show suffer face meet see run grind enter produce yield bring "
    "achieve".split()
)
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
    "among": dict.fromkeys("close strong good".split(), State.STEADY),
    "amongst": dict.fromkeys("close strong good".split(), State.STEADY),
    "under": dict.fromkeys("strain pressure threat stress".split(), State.WORSENING),
}
LEVELS: Final = frozenset({"point", "level", "state"})  # "at their lowest point", "at its highest level"
LOWEST: Final = frozenset({"lowest", "worst", "low", "poor", "bad"})
HIGHEST: Final = frozenset({"highest", "best", "high", "unprecedented", "new", "closest"})
COURSES: Final[Mapping[str, State]] = {
    **dict.fromkeys(
        "improvement warming thaw rapprochement development deepening progress strengthening breakthrough expansion "
        "growth momentum thawing".split(),
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


def name_of(sentence: Sentence, noun: Token) -> str:
    """The noun's lemma; for the "that" of "that with Peru", the lemma of the noun it takes up."""
    after = [t.lemma for t in sentence.tokens[noun.index + 1 : noun.index + 2]]
    if noun.text.lower() not in ("that", "those") or after not in (["with"], ["between"]):
        return noun.lemma.lower()
    before = (t.lemma.lower() for t in reversed(sentence.tokens[: noun.index]) if t.pos == "NOUN")
    return next((lemma for lemma in before if lemma in RELATING), noun.lemma.lower())


def state_of(sentence: Sentence, noun: Token) -> State | None:
    """What the words on and above a noun of relations say about their state; None if they say nothing."""
    if (aimed := _done_to(sentence, noun) or _course(sentence, noun)) is not None:
        return aimed
    if noun.lemma == "trade" and noun.dep != "nsubj":
        return None
    below = list(sentence.children(noun))
    if any(c.text.lower() in BETTER and sentence.child(c, "prep") for c in below if c.tag in ("JJR", "RBR")):
        return State.ADVANCING  # a headline: "Ties closer than ever"
    if (stands := _stands(sentence, below)) is not None:
        return stands
    found = [s for w in _judging(sentence, noun) if (s := _word_state(w))]
    if noun.dep in ("nsubj", "nsubjpass") and name_of(sentence, noun) in RELATING:
        found += [state for state in (_predicated(sentence, noun),) if state]
    name = name_of(sentence, noun)
    if name in TALKS:  # talks that collapse are not relations that do
        found = [State.STALLED if s is State.BROKEN else s for s in found]
    if name not in TIES or (
        noun.dep == "dobj" and sentence.head(noun).lemma in AIMING and not _is_past(sentence, noun)
    ):
        found = [s for s in found if s is not State.STEADY]
    if _is_kept(sentence, noun) or _is_continued(sentence, noun):
        found.append(State.STEADY)
    return next((s for s in found if s is not State.STEADY), found[0] if found else None)


def _word_state(word: Token) -> State | None:
    return None if word.tag in ("JJR", "RBR") else STATES.get(word.text.lower()) or STATES.get(word.lemma.lower())


def _done_to(sentence: Sentence, noun: Token) -> State | None:
    """What a verb does to the relations that are its object: "complicates ties", "has deepened cooperation"."""
    verb = sentence.head(noun)
    name = name_of(sentence, noun)
    if noun.dep != "dobj" or name not in TIES | DEALINGS:
        return None
    above = [verb, *sentence.ancestors(verb)]
    mood = {c.text.lower() for c in sentence.children(verb) if c.dep == "aux"}
    if verb.lemma in TOUCHING and is_negated(sentence, verb):
        foreseen = mood & FORESEEN and name in TIES
        return State.STEADY if foreseen and not any(a.lemma in BARRED for a in above) else None
    if any(is_negated(sentence, a) for a in above):
        return None
    if verb.lemma in SENDING:
        into = [c.lemma for p in sentence.children(verb) if p.lemma == "into" for c in sentence.children(p)]
        return next((GAINS[w] for w in into if w in GAINS), None)
    if verb.lemma in HARMING:
        return None if mood & OWED or any(a.lemma in BARRED for a in above) else State.WORSENING
    built = verb.lemma == "build" and any(c.lemma == "up" for c in sentence.children(verb))
    return State.ADVANCING if (built or verb.lemma in FURTHERING | MENDING) and _is_told(sentence, verb) else None


def _is_told(sentence: Sentence, verb: Token) -> bool:
    """The verb says what is or was, not what should be: "deepened", "has deepened", ", deepening ..."."""
    return (
        verb.tag in FINITE or (verb.tag == "VBG" and verb.dep in ("ROOT", "advcl", "acl", "ccomp"))
    ) and not is_hoped(sentence, verb)


def _is_past(sentence: Sentence, noun: Token) -> bool:
    return sentence.head(noun).tag in ("VBD", "VBN") and not is_hoped(sentence, sentence.head(noun))


def _is_kept(sentence: Sentence, noun: Token) -> bool:
    """ "Norway maintains its ties with Peru", "has a strategic partnership with it", "is committed to the alliance"."""
    verb = sentence.head(noun)
    if noun.lemma.lower() not in TIES:
        return False
    if noun.dep == "pobj" and verb.lemma == "to" and sentence.head(verb).text == "committed":
        return not is_hoped(sentence, sentence.head(verb))
    strategic = verb.lemma in HAVING and any(c.lemma == "strategic" for c in sentence.children(noun))
    told = verb.tag in FINITE and not is_hoped(sentence, verb)
    return noun.dep == "dobj" and (verb.lemma in KEEPING or strategic) and told


def _is_continued(sentence: Sentence, noun: Token) -> bool:
    """ "The dialogue continues"."""
    verb = sentence.head(noun)
    told = verb.tag in FINITE and not is_hoped(sentence, verb)
    lasting = {"nsubj": LASTING, "dobj": frozenset({"continue"})}.get(noun.dep, frozenset())
    return name_of(sentence, noun) in DEALINGS and verb.lemma in lasting and told


def _course(sentence: Sentence, noun: Token) -> State | None:
    """ "The deterioration of relations", as long as nobody merely hopes for it."""
    preposition = sentence.head(noun)
    if noun.dep != "pobj" or preposition.lemma not in ("of", "in", "for"):
        return None
    course = sentence.head(preposition)
    if course.lemma == "make":  # "made progress in their talks"
        course = sentence.child(course, "dobj") or course
    below = {c.lemma.lower() for c in sentence.children(course)}
    if course.lemma == "prospect":
        judged = {c.lemma for c in sentence.children(sentence.head(course))} if course.dep == "nsubj" else set()
        return State.STALLED if (judged | below) & (DIM | {"no"}) else None
    if preposition.lemma == "for":
        return None
    if course.lemma == "history" and below & {"long", "proud", "rich"} and noun.lemma.lower() in TIES:
        return State.STEADY
    if "no" in below or any(a.lemma in WISHES for a in sentence.ancestors(course)):
        return None
    if course.lemma.lower() in NEW and below & {"new", "quantum", "great", "historic"}:
        return State.ADVANCING
    return COURSES.get(course.lemma.lower())


def _stands(sentence: Sentence, below: Sequence[Token]) -> State | None:
    """Where relations stand: "on hold", "at an impasse", "at their lowest point", "back on track"."""
    back = [c for b in below if b.lemma == "back" for c in sentence.children(b)]
    for preposition in (c for c in (*below, *back) if c.dep == "prep" and c.lemma in STANDS):
        place = sentence.child(preposition, "pobj")
        if place is None:
            continue
        words = {c.text.lower() for c in sentence.children(place)} | {place.text.lower()}
        if place.lemma in LEVELS or (preposition.lemma == "at" and place.text.lower() in LOWEST | HIGHEST):
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
    direct = [c for c in below if c.dep in ("acomp", "oprd", "attr", "advmod")]
    compared = {w.text.lower() for c in direct for w in (c, *sentence.children(c)) if w is c or w.dep == "conj"}
    if compared & DENSER and any(w.lemma == "more" for c in direct for w in sentence.children(c)):
        compared = compared | {"closer"}
    if any(c.lemma == "never" for c in below):
        return State.ADVANCING if compared & BETTER else State.WORSENING if compared & WORSE else None
    if "unlikely" in compared:
        return State.STALLED if name_of(sentence, noun) in TALKS else None
    if not is_hoped(sentence, head) and (stands := _stands(sentence, below)) is not None:
        return stands
    if head.lemma in LASTING and not is_negated(sentence, head):
        return State.STEADY
    if head.lemma in ENDING and is_negated(sentence, head):
        return State.STEADY
    if is_hoped(sentence, head):
        return None
    if head.lemma in ("go", "come") and any(w.lemma in ("strength", "way") for w in sentence.subtree(head)):
        return State.ADVANCING
    if head.lemma in REACHING and any(c.dep == "dobj" and c.lemma in NEW for c in below):
        return State.ADVANCING
    if _failed(sentence, head):
        return State.STALLED
    if compared & WORSE:
        return State.WORSENING
    return _gained(sentence, head) or _goes(head, compared) or (State.ADVANCING if compared & BETTER else None)


def _failed(sentence: Sentence, verb: Token) -> bool:
    """ "Broke down", "ended without agreement"."""
    if verb.lemma == "break":
        return any(c.lemma == "down" for c in sentence.children(verb))
    after = (w.lemma for w in sentence.subtree(verb) if w.index > verb.index)
    return verb.lemma in ENDING and not {"no", "without"}.isdisjoint(after)


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
    onto = [
        c
        for p in sentence.children(verb)
        if p.dep == "prep" and p.lemma in ("to", "into")
        for c in sentence.children(p)
    ]
    for gain in (*direct, *onto):
        state = GAINS.get(gain.lemma)
        if state is not None and any(c.lemma in ("no", "little") for c in sentence.children(gain)):
            return State.STALLED if state is State.ADVANCING else None
        if state is not None:
            return state
    return None


def _judging(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """The words that judge the noun: its attributes, its predicate, a finite verb it is the subject of."""
    yield from _attributes(sentence, noun)
    if noun.dep == "conj" and sentence.child(noun, "amod") is None:  # "close cooperation and friendship"
        yield from (c for c in sentence.children(sentence.head(noun)) if c.dep == "amod")
    head = sentence.head(noun)
    if noun.dep in ("nsubj", "nsubjpass") and not is_hoped(sentence, head):
        yield head
        for child in sentence.children(head):
            if child.dep in ("acomp", "attr", "oprd", "advmod", "xcomp"):
                yield child
                yield from (c for c in sentence.children(child) if c.dep in ("conj", "amod", "advmod"))


def _attributes(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """The words that hang on the noun itself, also in a headline without a verb: "Dialogue with Lima progressing"."""
    for child in sentence.children(noun):
        if child.lemma in FURTHERING | LASTING and child.tag in ("VBN", "JJ"):
            continue  # "improved relations" and "continued engagement" are aims
        if child.dep in ("amod", "compound", "nmod", "acomp"):
            yield child
            yield from (c for c in sentence.children(child) if c.dep in ("conj", "amod", "advmod"))
        elif child.dep in ("relcl", "acl") and not is_hoped(sentence, child):
            yield child
        elif child.dep == "prep" and child.lemma in ("with", "between"):
            yield from (
                c for c in sentence.children(child) if c.dep == "pobj" and c.text.lower().endswith(("ing", "ed"))
            )
