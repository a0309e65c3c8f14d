"""Words that, with what they act on, can mean one thing only: to recall an ambassador, to lift sanctions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from dragoman.model.event import EventType
from dragoman.model.syntax import Sentence, Token
from dragoman.rules import At, Rule

Holds = Callable[[Sentence, Token], bool]

PAPERS: Final = frozenset(
    "agreement accord deal treaty pact memorandum protocol contract convention declaration communique".split()
)
PENALTIES: Final = frozenset("sanction embargo blockade ban restriction tariff curfew siege".split())
ENVOYS: Final = frozenset("ambassador diplomat envoy attache attaché consul".split())
TROOPS: Final = frozenset("troop force soldier army military unit tank peacekeeper contingent".split())
MISSILES: Final = frozenset("missile rocket satellite warhead torpedo".split())
CAPTIVES: Final = frozenset("prisoner hostage detainee captive soldier journalist activist sailor crew pilot".split())
ARMS: Final = frozenset(
    "weapon weaponry arm ammunition missile tank helicopter jet vaccine dose food medicine blanket tent".split()
)
MISSIONS: Final = frozenset("embassy consulate mission".split())
BORDERS: Final = frozenset("border crossing airspace".split())
RELATIONS: Final = frozenset("relation tie relationship".split())
BODIES: Final = PAPERS | frozenset("talk negotiation council organization organisation union".split())
OFFICES: Final = frozenset("president minister premier secretary counterpart delegation leader king envoy".split())
HARMS: Final = frozenset(
    "impose retaliate punish strike destroy attack annihilate bomb suspend shoot sanction expel withhold".split()
)
ROUTES: Final = frozenset(
    "service flight route train railway rail line road highway bridge link ferry crossing pipeline corridor".split()
)
LINKING: Final = frozenset(
    "restore resume reopen open launch start begin build construct establish resumption restoration reopening opening "
    "construction".split()
)
SPANNING: Final = frozenset({"between", "across", "over", "from"})
VEHICLES: Final = frozenset("train flight plane ferry bus convoy".split())
RUNNING: Final = frozenset("arrive depart leave land run".split())
SCHEDULED: Final = frozenset("first regular direct passenger commercial scheduled freight cargo inaugural".split())
NUCLEAR: Final = frozenset("weapon arsenal missile warhead program programme enrichment".split())
JOURNEYS: Final = {
    **dict.fromkeys(("travel", "fly", "head", "journey"), frozenset({"to"})),
    **dict.fromkeys(("arrive", "land"), frozenset({"in", "at"})),
}  # a verb, and the prepositions that lead to where it ends
ELSEWHERE: Final = frozenset({"at", "into", "toward", "towards", "against", "on"})


def _objects(sentence: Sentence, token: Token) -> Iterator[Token]:
    """What the verb acts on, or the noun is the act on ("withdrawal of troops", "troop withdrawal")."""
    for child in sentence.children(token):
        if child.dep in ("dobj", "nsubjpass") or (token.pos == "NOUN" and child.dep == "compound"):
            yield child
        elif token.pos == "NOUN" and child.dep == "prep" and child.lemma == "of":
            yield from (t for t in sentence.children(child) if t.dep == "pobj")


def _prepositions(sentence: Sentence, token: Token) -> set[str]:
    return {c.lemma.lower() for c in sentence.children(token) if c.dep == "prep"}


def _acts_on(words: str, objects: frozenset[str]) -> Holds:
    lemmas = frozenset(words.split())
    return lambda s, t: t.lemma in lemmas and any(o.lemma.lower() in objects for o in _objects(s, t))


def _is_withdrawal_from(sentence: Sentence, token: Token) -> bool:
    """Out of a treaty or a body: not out of a place."""
    if token.lemma not in ("withdraw", "withdrawal", "pull", "exit"):
        return False
    origins = (c for c in sentence.children(token) if c.dep == "prep" and c.lemma == "from")
    return any(t.lemma.lower() in BODIES for o in origins for t in sentence.children(o) if t.dep == "pobj")


def _is_welcome(sentence: Sentence, token: Token) -> bool:
    """A person is welcomed: received, not approved of."""
    if token.lemma not in ("welcome", "receive", "greet", "host") or token.pos != "VERB":
        return False
    return any(o.entity == "PERSON" or o.lemma.lower() in OFFICES for o in _objects(sentence, token))


def _is_link(sentence: Sentence, token: Token) -> bool:
    """A route that leads from one place to another is opened, built or taken up again."""
    routes = [o for o in _objects(sentence, token) if o.lemma.lower() in ROUTES]
    if token.lemma not in LINKING or not routes:
        return False
    holders = (token, *routes, *(c for r in routes for c in sentence.children(r) if c.dep == "appos"))
    return any(c.dep == "prep" and c.lemma in SPANNING for h in holders for c in sentence.children(h))


def _is_service(sentence: Sentence, token: Token) -> bool:
    """The first train, or a regular one, arrives from another place: a route is in use."""
    vehicle = sentence.child(token, "nsubj")
    if token.lemma not in RUNNING or vehicle is None or vehicle.lemma.lower() not in VEHICLES:
        return False
    below = list(sentence.children(vehicle))
    if not any(c.lemma.lower() in SCHEDULED for c in below):
        return False
    ways = (w for w in (*below, *sentence.children(token)) if w.dep == "prep" and w.lemma in ("from", "between"))
    return any(t.entity == "GPE" for way in ways for t in sentence.children(way) if t.dep == "pobj")


def _is_invited(sentence: Sentence, token: Token) -> bool:
    """What somebody is invited to do together: "an invitation to discuss the treaty", "invited her to meet"."""
    if token.lemma not in ("discuss", "meet", "talk", "visit") or not any(
        c.dep == "aux" and c.lemma == "to" for c in sentence.children(token)
    ):
        return False
    return sentence.head(token).lemma in ("invitation", "invite")


def _is_journey(sentence: Sentence, token: Token) -> bool:
    """A person or an office holder travels to a named place."""
    if token.pos != "VERB":
        return False
    subject = sentence.child(token, "nsubj")
    if subject is None or not (subject.entity == "PERSON" or subject.lemma.lower() in OFFICES):
        return False
    if token.lemma in ("visit", "tour"):
        return any(o.entity == "GPE" for o in _objects(sentence, token))
    leads = (c for c in sentence.children(token) if c.dep == "prep" and c.lemma in JOURNEYS.get(token.lemma, ()))
    return any(t.entity == "GPE" for lead in leads for t in sentence.children(lead) if t.dep == "pobj")


def _is_missile_test(sentence: Sentence, token: Token) -> bool:
    if token.lemma not in ("test", "launch", "fire", "firing", "launching") or token.dep == "compound":
        return False
    return not _prepositions(sentence, token) & ELSEWHERE and any(
        o.lemma.lower() in MISSILES for o in _objects(sentence, token)
    )


def _is_threatening_promise(sentence: Sentence, token: Token) -> bool:
    return token.lemma in ("promise", "vow", "pledge", "swear") and any(
        c.dep in ("xcomp", "ccomp") and c.lemma in HARMS for c in sentence.children(token)
    )


def _is_call(sentence: Sentence, token: Token) -> bool:
    """By telephone: a telephone call, or somebody called with nothing asked of and no name given to him."""
    children = list(sentence.children(token))
    if token.lemma != "call":
        return False
    if token.pos == "NOUN":
        return any(c.dep in ("compound", "amod") and c.lemma.lower() in ("phone", "telephone") for c in children)
    if any(c.dep in ("oprd", "xcomp", "ccomp", "prt") for c in children):
        return False
    return not _prepositions(sentence, token) & {"for", "on", "upon", "in"} and any(
        c.dep == "dobj" and c.entity == "PERSON" for c in children
    )


def _is_joint_exercise(sentence: Sentence, token: Token) -> bool:
    if token.lemma.lower() not in ("exercise", "drill", "manoeuvre", "maneuver") or token.pos != "NOUN":
        return False
    joint = any(c.dep == "amod" and c.lemma.lower() in ("joint", "bilateral") for c in sentence.children(token))
    return joint or "with" in _prepositions(sentence, token)


RULES: Final[tuple[Rule[EventType], ...]] = (
    Rule(
        "events.links",
        EventType.COOPERATE,
        At(_is_link),
        examples=(
            "Train service between Oslo and Malmö was [resumed] .",
            "Both states want to [build] a bridge across the river .",
            "The [resumption] of flights from Oslo was welcomed .",
            "They announced the [construction] of their first road link , a bridge over the river .",
        ),
        near_misses=("The soldiers opened fire on the train .", "Oslo resumed its ferry service ."),
    ),
    Rule(
        "events.service",
        EventType.COOPERATE,
        At(_is_service),
        examples=("The first train from Oslo [arrived] in Malmö .", "A direct flight from Peru [landed] on Monday ."),
        near_misses=("The train arrived in Oslo .", "The first train from the coast arrived late ."),
    ),
    Rule(
        "events.invited",
        EventType.CONSULT,
        At(_is_invited),
        examples=("Oslo accepted an invitation to [discuss] the treaty .", "She invited him to [visit] Peru ."),
        near_misses=("They met to discuss the treaty .", "The invitation to the ball came late ."),
    ),
    Rule(
        "events.journey",
        EventType.CONSULT,
        At(_is_journey),
        examples=(
            "Foreign Minister Anna Lind may [travel] to Peru in May .",
            "President Arce [arrived] in Lima .",
            "Prime Minister John Smith [visited] Norway .",
        ),
        near_misses=("Goods travel to Peru by ship .", "John Smith visited a school .", "The refugees fled to Peru ."),
    ),
    Rule(
        "events.gives_up_arms",
        EventType.RETREAT,
        At(_acts_on("abandon abandonment dismantle dismantling relinquish renounce renunciation", NUCLEAR)),
        examples=("They hope for the [abandonment] of nuclear weapons .", "Oslo [dismantled] its missiles ."),
        near_misses=("The crew abandoned the ship .",),
    ),
    Rule(
        "events.recalls_envoy",
        EventType.SANCTION,
        At(_acts_on("recall withdraw expel", ENVOYS)),
        examples=("Oslo [recalled] its ambassador .", "Two diplomats were [expelled] ."),
        near_misses=("Oslo recalled the old days .", "The ambassador recalled the war ."),
    ),
    Rule(
        "events.summons_envoy",
        EventType.ACCUSE,
        At(_acts_on("summon", ENVOYS)),
        examples=("Oslo [summoned] the ambassador .",),
        near_misses=("The court summoned a witness .",),
    ),
    Rule(
        "events.breaks_relations",
        EventType.SANCTION,
        At(_acts_on("cut sever break suspend freeze", RELATIONS)),
        examples=("Oslo [severed] all ties with Lima .",),
        near_misses=("Oslo severed the cable .",),
    ),
    Rule(
        "events.shuts_mission",
        EventType.SANCTION,
        At(_acts_on("close shut", MISSIONS | BORDERS)),
        examples=("Oslo [closed] its border .",),
        near_misses=("The shop closed its doors .",),
    ),
    Rule(
        "events.quits",
        EventType.SANCTION,
        At(_is_withdrawal_from),
        examples=("Oslo [withdrew] from the treaty .",),
        near_misses=("The army withdrew from the town .",),
    ),
    Rule(
        "events.imposes_penalty",
        EventType.SANCTION,
        At(_acts_on("impose extend tighten reimpose", PENALTIES)),
        examples=("Oslo [imposed] sanctions .", "New tariffs were [imposed] ."),
        near_misses=("Oslo imposed order .",),
    ),
    Rule(
        "events.lifts_penalty",
        EventType.CONCEDE,
        At(_acts_on("lift ease end remove relax waive loosen", PENALTIES)),
        examples=("Oslo [lifted] the embargo .",),
        near_misses=("Oslo lifted the anchor .",),
    ),
    Rule(
        "events.frees",
        EventType.CONCEDE,
        At(_acts_on("release free pardon", CAPTIVES)),
        examples=("Oslo [released] two prisoners .",),
        near_misses=("Oslo released a report .",),
    ),
    Rule(
        "events.signs",
        EventType.SUPPORT,
        At(_acts_on("sign ratify initial", PAPERS)),
        examples=("They [signed] a treaty .",),
        near_misses=("They signed the guest book .",),
    ),
    Rule(
        "events.opens_mission",
        EventType.SUPPORT,
        At(_acts_on("open reopen", MISSIONS)),
        examples=("Oslo [reopened] its embassy .",),
        near_misses=("Oslo opened a school .",),
    ),
    Rule(
        "events.restores_relations",
        EventType.SUPPORT,
        At(_acts_on("restore resume normalize normalise establish renew", RELATIONS)),
        examples=("Oslo [restored] relations with Lima .",),
        near_misses=("Oslo restored the church .",),
    ),
    Rule(
        "events.pulls_out_troops",
        EventType.RETREAT,
        At(_acts_on("withdraw pull withdrawal pullout drawdown", TROOPS)),
        examples=("Oslo [withdrew] its troops .", "The [withdrawal] of the troops began ."),
        near_misses=("Oslo withdrew the offer .",),
    ),
    Rule(
        "events.tests_missile",
        EventType.MOBILIZE,
        At(_is_missile_test),
        examples=("Oslo [tested] a missile .", "The [launch] of a rocket alarmed Lima ."),
        near_misses=("Oslo launched a rocket at the harbour .", "Oslo launched a website ."),
    ),
    Rule(
        "events.supplies",
        EventType.AID,
        At(_acts_on("send deliver provide supply donate ship delivery shipment donation", ARMS)),
        examples=("Oslo [donated] vaccines .", "The [delivery] of the tanks began ."),
        near_misses=("Oslo delivered a speech .",),
    ),
    Rule(
        "events.joint_exercise",
        EventType.COOPERATE,
        At(_is_joint_exercise),
        examples=("They held a joint [exercise] .", "Oslo began [drills] with Lima ."),
        near_misses=("The fleet held an exercise .",),
    ),
    Rule(
        "events.welcomes_person",
        EventType.CONSULT,
        At(_is_welcome),
        examples=("The king [welcomed] the president to Oslo .",),
        near_misses=("The king welcomed the decision .",),
    ),
    Rule(
        "events.telephones",
        EventType.CONSULT,
        At(_is_call),
        examples=("They spoke in a telephone [call] .",),
        near_misses=("Oslo called for talks .", "The call was heard ."),
    ),
    Rule(
        "events.promises_harm",
        EventType.THREATEN,
        At(_is_threatening_promise),
        examples=("Oslo [vowed] to retaliate .",),
        near_misses=("Oslo vowed to help .",),
    ),
)
