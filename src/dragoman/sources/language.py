"""Which language a text is in, by its script and its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

SAMPLE: Final = 20_000  # characters looked at
FEWEST: Final = 8  # words: below this only the script can tell
HITS: Final = 3  # common words of another language before a text is taken for it
ODD: Final = 20  # words: from this on, a text (nearly) without English function words is not English
MIXED: Final = 2  # times as many letters of another script, up to which a text is read for its English sentences
UNKNOWN: Final = "und"
READ: Final = frozenset({"", "en"})  # "" is too little text to tell

WORD: Final = re.compile(r"[^\W\d_]{2,}")  # a letter alone may be what stands behind an apostrophe
LATIN: Final = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
SCRIPTS: Final = {
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7af\u1100-\u11ff]"),
    "zh": re.compile(r"[\u4e00-\u9fff\u3400-\u4dbf]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "ar": re.compile(r"[\u0600-\u06ff\u0750-\u077f]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "bn": re.compile(r"[\u0980-\u09ff]"),
    "ta": re.compile(r"[\u0b80-\u0bff]"),
    "th": re.compile(r"[\u0e00-\u0e7f]"),
    "ka": re.compile(r"[\u10a0-\u10ff]"),
    "hy": re.compile(r"[\u0530-\u058f]"),
    "am": re.compile(r"[\u1200-\u137f]"),
}
TELLING: Final = {  # letters that another language of the same script has, and the script's first does not
    "ru": (("uk", "іїєґ"), ("sr", "ђћљњџ"), ("ru", "ыэё"), ("bg", "ъ")),
    "ar": (("ur", "ٹڈڑے"), ("fa", "پچژگ")),
}
ENGLISH_WORDS: Final = (
    "the of and to in that is was for on with as by at from his her their they be has have had will would it its he "
    "she we you this which who not are were but an or about after before into over said says been"
)
ENGLISH: Final = frozenset(ENGLISH_WORDS.split())
OTHERS: Final = {
    "de": "der die das und nicht mit von zu den dem ist auf für sich des ein eine auch nach bei wird im",
    "fr": "le la les des et est dans une pour qui sur pas au du avec par que ce il ont été aux plus",
    "es": "el los las una por con para del que se como más su sus fue ha la de en",
    "it": "il che di della per non sono una gli nel con del si dei le la ha più anche",
    "pt": "os uma por com para do da que não em ao dos das como mais foi são sua pelo",
    "nl": "het een van en dat niet met voor zijn op de aan ook bij door naar werd uit heeft over",
    "sv": "och att det som en på är av för med den till inte har ett om var från kommer",
    "da": "og at det som en på er af for med den til ikke har et om var fra blev den sin",
    "pl": "na się nie we ze aby do że jest po od przez jak oraz dla który był za są",
    "cs": "se na že je do pro ve aby by jako také které po při byl",
    "ro": "și în de la cu pe nu din care că pentru este au sunt fost mai ale",
    "hu": "az és hogy nem is egy meg volt ez van már csak mint de el ki azt ha után",
    "fi": "ja on ei että se oli hän ovat joka jotka ollut sekä mutta myös kun sen mukaan ole tai niin jo",
    "tr": "ve bir bu için ile de da olarak çok daha olan gibi sonra kadar ne en olduğu ise",
    "id": "yang dan di dari untuk dengan pada ini itu tidak dalam akan ke oleh juga telah bahwa",
    "vi": "và của là có được trong cho không các với một người những đã này để khi về",
}
COMMON: Final = {language: frozenset(words.split()) for language, words in OTHERS.items()}

NAMES: Final = {
    "am": "Amharic", "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "cs": "Czech", "da": "Danish or Norwegian",
    "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "ka": "Georgian", "ko": "Korean", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sr": "Serbian", "sv": "Swedish", "ta": "Tamil", "th": "Thai", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese", UNKNOWN: "another language",
}  # fmt: skip


def language_name(code: str) -> str:
    """The language's English name, or the code itself where it is not known here."""
    return NAMES.get(code, code)


def is_read(language: str) -> bool:
    """A text in this language (ISO 639-1, "" unknown) is read; others are kept unread."""
    return language in READ


def find_language(text: str) -> str:
    """ISO 639-1 code of the language that the text is in.

    Absent: "" is too little to tell; "und" is some language other than English.
    """
    sample = text[:SAMPLE]
    script = _script(sample)
    if script:
        return script
    words = Counter(WORD.findall(sample.casefold()))
    total = words.total()
    english = sum(words[word] for word in ENGLISH)
    if total < FEWEST:
        return ""
    hits = {language: sum(words[word] for word in common) for language, common in COMMON.items()}
    best = max(hits, key=hits.__getitem__)
    if hits[best] >= HITS and hits[best] > english and hits[best] >= total * 0.1:
        return best
    if total >= ODD and english < total * 0.03:
        return UNKNOWN
    return "en" if english >= total * 0.1 else ""


def _script(sample: str) -> str:
    """The language of a text that is nearly all in another script than Latin, else ""."""
    alone = "".join(filter(str.isalpha, sample))
    counts = {language: len(letters.findall(alone)) for language, letters in SCRIPTS.items()}
    if sum(counts.values()) <= MIXED * len(LATIN.findall(alone)):
        return ""
    best = max(counts, key=counts.__getitem__)
    if best == "zh" and counts["ja"] * 10 > counts["zh"]:
        return "ja"
    folded = sample.casefold()
    return next((language for language, letters in TELLING.get(best, ()) if any(c in folded for c in letters)), best)
