"""A text in another language is known as such; no English text is taken for one."""

from __future__ import annotations

import pytest

from dragoman.sources.language import find_language, language_name

FOREIGN = {
    "de": "Der Außenminister traf sich am Dienstag mit seiner Kollegin aus Wien, um über die Lage zu sprechen.",
    "fr": "Le ministre des Affaires étrangères s'est rendu mardi à Moscou pour des entretiens avec son homologue.",
    "es": "El presidente viajará el martes a Bruselas para reunirse con los líderes de la Unión Europea.",
    "it": "Il presidente della Repubblica ha incontrato martedì il suo omologo francese per discutere della crisi.",
    "pt": "O presidente viajou na terça-feira para Lisboa para se reunir com o primeiro-ministro e falar dos acordos.",
    "nl": "De minister van Buitenlandse Zaken sprak dinsdag met zijn collega over het conflict en de gevolgen.",
    "da": "Udenrigsministeren mødte tirsdag sin svenske kollega for at drøfte situationen og den nye aftale.",
    "pl": "Minister spraw zagranicznych spotkał się we wtorek w Warszawie z premierem, aby omówić sytuację na granicy.",
    "tr": "Dışişleri Bakanı salı günü Ankara'da mevkidaşı ile bir araya geldi ve sınırdaki durum için görüştü.",
    "ru": "Министр иностранных дел встретился во вторник в Москве с коллегой, чтобы обсудить выборы.",
    "uk": "Міністр закордонних справ зустрівся у вівторок у Києві з колегою.",
    "zh": "外交部长星期二在北京会见了俄罗斯外长。",
    "ja": "外務大臣は火曜日に東京でロシアの外相と会談した。",
    "ko": "외교부 장관은 화요일 서울에서 러시아 외무장관과 회담했다.",
    "ar": "التقى وزير الخارجية يوم الثلاثاء نظيره الروسي في القاهرة.",
    "fa": "وزیر امور خارجه روز سه‌شنبه در تهران با همتای روس خود گفت‌وگو کرد.",
}
ENGLISH = [
    "Gunmen abduct Iraq's deputy trade minister Ammar al-Rawi near Al-Kut.",
    "San Salvador's Los Pinos summit: El Salvador, Panama and Costa Rica sign the treaty of La Libertad.",
    "Der Spiegel and Le Monde say that the talks in Den Haag are over.",
    "The minister (министр иностранных дел) met 王毅 in Beijing and said that the talks were useful.",
    "Kim visits Moscow",
    "",
    "\ud800 \x00 12 !!!",
]


@pytest.mark.parametrize("code", FOREIGN)
def test_other_languages_are_known(code: str) -> None:
    assert find_language(FOREIGN[code]) == code
    assert language_name(code) != code


@pytest.mark.parametrize("text", ENGLISH)
def test_english_with_foreign_names_is_not_taken_for_another_language(text: str) -> None:
    assert find_language(text) in ("en", "")


def test_a_language_without_a_word_list_is_at_least_not_english() -> None:
    text = "Ministarka e punetëve jashtëm arriti dje mbrëma " * 5
    assert find_language(text) not in ("en", "")
