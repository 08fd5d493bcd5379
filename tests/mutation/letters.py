"""Slips of the hand in letters: a wrong, missing, added or foreign character, a typo in an id."""

from __future__ import annotations

import random
import re

IDEOGRAPH = re.compile("[\u4e00-\u9fff]")
_PAIRS = (
    "会會机機构構规規则則务務办辦国國关關领領导導应應开開议議员員职職责責处處协協调調发發评評业業级級项項时時为為报報记記录錄"
    "陈陳杰傑电電话話层層实實达達权權对對们們个個样樣种種见見问問题題让讓说說结結经經验驗总總据據进進过過还還这這监監险險"
    "党黨团團体體办辦参參听聽写寫单單难難边邊运運适適选選邮郵长長门門间間闻聞际際陆陸随隨须須顺順预預"
)
TRADITIONAL = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))


def other_character(dice: random.Random, text: str, pool: str) -> str | None:
    """Put another character in place of one that is not at either end."""
    places = [at for at in _inner(text) if IDEOGRAPH.match(text[at])]
    others = IDEOGRAPH.findall(pool)
    if not places or not others:
        return None
    at = dice.choice(places)
    new = dice.choice(others)
    return None if new == text[at] else text[:at] + new + text[at + 1 :]


def without_character(dice: random.Random, text: str) -> str | None:
    places = _inner(text)
    if not places:
        return None
    at = dice.choice(places)
    return text[:at] + text[at + 1 :]


def with_character(dice: random.Random, text: str) -> str | None:
    places = _inner(text)
    if not places:
        return None
    at = dice.choice(places)
    return text[:at] + dice.choice([text[at], "的", "了", "、"]) + text[at:]


def in_traditional(dice: random.Random, text: str) -> str | None:
    places = [at for at, letter in enumerate(text) if letter in TRADITIONAL]
    if not places:
        return None
    at = dice.choice(places)
    return text[:at] + TRADITIONAL[text[at]] + text[at + 1 :]


def typo(dice: random.Random, word: str) -> str:
    """Drop, double or exchange a letter, such that the word is another one."""
    letters = [at for at in range(1, len(word)) if word[at].isalpha()]
    for _ in range(20):
        at = dice.choice(letters or [len(word) - 1])
        way = dice.randrange(4)
        if way == 0 and len(word) > 2:
            new = word[:at] + word[at + 1 :]
        elif way == 1:
            new = word[:at] + word[at] + word[at:]
        elif way == 2 and at > 1:
            new = word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
        else:
            new = word[:at] + dice.choice("aeionrst") + word[at + 1 :]
        if new != word and not new.startswith("-") and not new.endswith("-") and "--" not in new:
            return new
    return word + "s"


def _inner(text: str) -> range:
    return range(1, max(1, len(text) - 1))
