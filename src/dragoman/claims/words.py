"""Verbs and nouns of communication, with the complements that hold what is communicated."""

from __future__ import annotations

from enum import Flag, auto
from typing import Final


class Takes(Flag):
    """How a cue word carries its content."""

    THAT = auto()  # "said (that) talks would resume", "..., he said"
    TO = auto()  # "promised to pay", "urged them to stop": the infinitive
    OF = auto()  # "accused them of cheating", "warned of a war", "complained about the delay"
    FOR = auto()  # "called for a halt", "blamed them for the raid"
    OBJECT = auto()  # "announced plans", "reiterated its support"
    AS = auto()  # "described the raid as reckless", "called it a mistake"
    QUOTE = auto()  # only with quotation marks: "'...', he laughed"


def _table(*rows: tuple[Takes, str]) -> dict[str, Takes]:
    table: dict[str, Takes] = {}
    for takes, words in rows:
        for word in words.split():
            table[word] = table.get(word, Takes(0)) | takes
    return table


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


VERBS: Final = _table(
    (
        Takes.THAT | Takes.QUOTE,
        "say state claim announce report warn declare confirm deny insist argue add note stress emphasize "
        "emphasise underscore underline reiterate reaffirm affirm allege assert maintain suggest acknowledge "
        "admit concede reveal disclose explain complain contend predict promise pledge vow threaten swear "
        "assure inform tell remind notify tweet write testify recall observe remark comment reply respond "
        "answer conclude estimate caution indicate mention point proclaim pronounce boast charge repeat "
        "retort signal speculate urge recommend demand request advise hint imply refute stipulate highlight "
        "lament joke quip post publish clarify reassure counter elaborate cite accuse agree protest forecast "
        "object reconfirm decry vouch rule alert advocate ask believe fear apologize apologise concur",
    ),
    (Takes.THAT, "show find propose appeal"),
    (
        Takes.TO,
        "urge ask tell call order advise warn promise pledge vow threaten swear request instruct implore beg "
        "appeal remind demand exhort entreat recommend caution alert claim",
    ),
    (Takes.TO, "expect believe think consider"),
    (Takes.OF, "accuse warn complain speak boast notify assure"),
    (Takes.FOR, "call appeal press plead ask blame condemn criticize criticise denounce"),
    (
        Takes.OBJECT,
        "announce demand report deny allege cite reiterate reaffirm affirm underscore underline stress "
        "emphasize emphasise highlight acknowledge note claim reconfirm threaten urge question express voice "
        "expect rule",
    ),
    (
        Takes.AS,
        "describe call label brand denounce dismiss characterize characterise hail condemn refer term dub decry",
    ),
    (Takes.QUOTE, "quote begin laugh shout cry read thank go welcome praise hail slam blast continue"),
)

STRESSING: Final = _words(
    "reiterate reaffirm affirm underscore underline stress emphasize emphasise highlight acknowledge note "
    "cite reconfirm question express voice"
)
"""What these verbs take as their object is given: "underscored the strength of the alliance"."""
JUDGING: Final = _words(
    "criticize criticise condemn denounce blame decry describe label brand dismiss characterize characterise "
    "refer term dub hail"
)
"""What these verbs judge is given too, though the judgement is somebody's statement."""
HELD: Final = _words("expect believe think consider")
"""Their infinitive is a claim only where the text says whose: "is expected by analysts to resign"."""
SILENT: Final = _words("order pledge show believe fear propose instruct expect think consider")
"""With these somebody vouches, and yet nobody's words are reported."""
WORDLESS: Final = _words("threaten urge rule")
"""The same where they have an object or a gerund: "threatened sanctions", "ruled out talks"."""
SPEAKABLE: Final = {
    "claim": _words("responsibility credit"),
    "express": _words(
        "desire hope readiness willingness confidence concern belief wish intention intent fear opposition"
    ),
    "voice": _words("hope concern confidence fear opposition support objection"),
}
"""What these must have for their object to be speech at all ("claimed responsibility", not "claimed lives")."""

NOUNS: Final = _words(
    "statement claim report announcement allegation warning accusation assertion suggestion admission "
    "declaration complaint promise pledge threat assurance prediction denial revelation remark comment demand "
    "vow rumour rumor charge confirmation reassurance insistence concern"
)
"""Nouns that carry a clause: "the claim that ..."."""
RUMOURS: Final = _words("report revelation rumour rumor allegation")
"""Nouns that shift who vouches, without words of anybody's."""

HIDDEN: Final = _words(
    "source official observer insider analyst expert witness spokesman spokesperson spokeswoman aide diplomat "
    "adviser advisor critic"
)
"""Heads of phrases that describe somebody without naming him: a claim of theirs is unnamed."""
NOBODY: Final = _words(
    "report rumour rumor allegation news revelation accusation claim suggestion some many one spokesman "
    "spokesperson spokeswoman aide"
)
"""Heads of phrases that do not even describe a speaker."""
PAPERS: Final = _words(
    "report statement study cable resolution document letter tweet editorial lawsuit motion communique ruling "
    "survey filing memo estimate declaration"
)
"""Things that speak for whoever wrote them: "a NATO report says"."""
OFFICES: Final = _words(
    "president premier minister chancellor secretary general ambassador king queen emir sultan leader "
    "chairman chairwoman chair head chief governor representative commissioner envoy director speaker senator "
    "pope prince ayatollah commander monitor coordinator"
)
"""Heads of phrases that a name follows: "the president of Peru Jane Roe"."""

HEARSAY: Final = _words("reportedly allegedly supposedly purportedly apparently")
HEARSAY_ADJECTIVES: Final = _words("alleged suspected purported supposed reported rumoured rumored")
BELIEF: Final = _words("believe think suspect rumour rumor understand suppose allege say report presume reveal")
