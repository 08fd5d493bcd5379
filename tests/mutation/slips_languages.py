"""Slips in texts that stand in both languages: left over, lost, or not alike in the two."""

from __future__ import annotations

import random
import re

from tests.mutation.letters import IDEOGRAPH, in_traditional
from tests.mutation.sheet import Sheet, Spot, all_sheets, scalar
from tests.mutation.slip import Files, Slip, kind

GROUP = "languages"
EXPLAINS = {"note", "readings", "stakes", "asks", "background", "synonyms", "asked_as"}
"""Keys whose English may quote Chinese, and the other way round."""
NUMERALS = "零一二三四五六七八九"


def pairs(files: Files) -> list[tuple[Sheet, Spot, Spot]]:
    """Return every text that stands in both languages, one below the other."""
    out = []
    for sheet in all_sheets(files):
        for spot in sheet.spots:
            other = sheet.by_trail.get((*spot.trail[:-1], "en"))
            if spot.key == "zh" and spot.text is not None and other is not None and other.text is not None:
                out.append((sheet, spot, other))
    return out


def editorial(files: Files) -> list[tuple[Sheet, Spot, Spot]]:
    return [one for one in pairs(files) if "/translations/" not in one[0].path]


@kind("languages: zh and en swapped", GROUP)
def swapped(dice: random.Random, files: Files) -> Slip | None:
    sheet, zh, en = dice.choice(pairs(files))
    text = sheet.text
    if zh.start > en.start:
        return None
    new = text[: zh.start] + scalar(en.text or "") + text[zh.end : en.start] + scalar(zh.text or "")
    return sheet.slip(new + text[en.end :], zh.line, also=(en.line,))


@kind("languages: only one left", GROUP)
def only_one(dice: random.Random, files: Files) -> Slip | None:
    sheet, zh, en = dice.choice(pairs(files))
    return sheet.delete(dice.choice([zh, en, en]))


@kind("languages: Chinese left in the English", GROUP)
def chinese_left(dice: random.Random, files: Files) -> Slip | None:
    sheet, zh, en = dice.choice(pairs(files))
    if EXPLAINS & set(zh.trail):
        return None
    text = en.text or ""
    word = "".join(IDEOGRAPH.findall(zh.text or ""))[: dice.randint(1, 4)]
    spaces = [at for at, letter in enumerate(text) if letter == " "]
    at = dice.choice(spaces or [len(text)])
    way = dice.randrange(3)
    new = (
        text[:at] + " " + word + text[at:] if way == 0 else text[:at] + dice.choice("，；：、（") + text[at:]
    )
    return sheet.say(en, (zh.text or "") if way == 2 else new)


@kind("languages: English left in the Chinese", GROUP)
def english_left(dice: random.Random, files: Files) -> Slip | None:
    sheet, zh, en = dice.choice(editorial(files))
    if EXPLAINS & set(zh.trail) or re.search("[A-Za-z]", zh.text or ""):
        return None
    text = zh.text or ""
    word = dice.choice(re.findall("[A-Za-z]{4,}", en.text or "") or ["Director"])
    at = dice.randrange(1, len(text)) if len(text) > 1 else 1
    return sheet.say(zh, text[:at] + word + text[at + 1 :])


@kind("languages: Traditional character in editorial Chinese", GROUP)
def traditional(dice: random.Random, files: Files) -> Slip | None:
    sheet, zh, _ = dice.choice(editorial(files))
    new = in_traditional(dice, zh.text or "")
    return sheet.say(zh, new) if new else None


@kind("languages: a word twice in the English", GROUP)
def doubled(dice: random.Random, files: Files) -> Slip | None:
    sheet, _, en = dice.choice(pairs(files))
    text = en.text or ""
    found = list(re.finditer(r"\b(the|of|and|to|in|for|on|is)\b ", text))
    if not found:
        return None
    match = dice.choice(found)
    return sheet.say(en, text[: match.end()] + match.group() + text[match.end() :])


@kind("languages: a bracket or quotation mark lost", GROUP)
def unbalanced(dice: random.Random, files: Files) -> Slip | None:
    sheet, zh, en = dice.choice(editorial(files))
    spot, marks = dice.choice([(zh, "“”（）《》"), (en, "()")])
    text = spot.text or ""
    places = [at for at, letter in enumerate(text) if letter in marks]
    if not places:
        return None
    at = dice.choice(places)
    return sheet.say(spot, text[:at] + text[at + 1 :])


@kind("languages: punctuation twice", GROUP)
def twice(dice: random.Random, files: Files) -> Slip | None:
    sheet, zh, en = dice.choice(editorial(files))
    spot = dice.choice([zh, en])
    text = spot.text or ""
    places = [at for at, letter in enumerate(text) if letter in "，；、。,;"]
    if not places:
        return None
    at = dice.choice(places)
    return sheet.say(spot, text[: at + 1] + text[at] + text[at + 1 :])


@kind("languages: another article or number in the English", GROUP)
def number(dice: random.Random, files: Files) -> Slip | None:
    sheet, zh, en = dice.choice(editorial(files))
    text, chinese = en.text or "", zh.text or ""
    found = list(re.finditer(r"(?<=Article )\d+|(?<=Articles )\d+|\b(?:19|20)\d\d\b", text))
    found = [
        match for match in found if f"第{_numeral(int(match.group()))}" in chinese or match.group() in chinese
    ]
    if not found:
        return None
    match = dice.choice(found)
    new = int(match.group()) + dice.choice([1, 2, 10])
    if str(new) in text or f"第{_numeral(new)}" in chinese:
        return None
    return sheet.say(en, text[: match.start()] + str(new) + text[match.end() :])


def _numeral(number: int) -> str:
    if number > 99:
        return str(number)
    tens, ones = divmod(number, 10)
    begin = ("" if tens == 1 else NUMERALS[tens]) + "十" if tens else ""
    return begin + (NUMERALS[ones] if ones else "")
