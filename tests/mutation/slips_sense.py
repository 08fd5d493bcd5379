"""Statements that say what others say, or less than their words do."""

from __future__ import annotations

import random
import re

from tests.mutation.book import Entry, article, entries
from tests.mutation.sheet import Sheet, Spot, sheets
from tests.mutation.slip import Files, Slip, kind

GROUP = "sense"
_LISTED = re.compile("(?:、|和|及(?!时)|与)[一-鿿]{2,6}$")
_PHRASE = re.compile(r", (?:and )?[a-z][^,;.]{12,}(?=[,;.])")
_MODALS = ("be allowed to", "must", "be required to", "not", "be free to")


def _head(duty: Entry) -> str:
    return article(next(iter(duty.value["words"])))


def _two_of_an_article(dice: random.Random, files: Files) -> tuple[Entry, Entry]:
    one = dice.choice(entries(files, "duties"))
    others = [two for two in entries(files, "duties") if _head(two) == _head(one)
              and two.value["id"] != one.value["id"] and two.sheet.path == one.sheet.path]  # fmt: skip
    return one, dice.choice(others)


def _exchanged(sheet: Sheet, pairs: list[tuple[Spot, Spot]]) -> Slip:
    lines = [*sheet.lines]
    for one, other in pairs:
        lines[one.line], lines[other.line] = lines[other.line], lines[one.line]
    return sheet.slip("\n".join(lines), pairs[0][0].line, also=[spot.line for pair in pairs for spot in pair])


@kind("act: the last of what its words list left out", GROUP)
def listed(dice: random.Random, files: Files) -> Slip | None:
    duties = [one for one in entries(files, "duties") if _LISTED.search(one.value["action"]["zh"])
              and one.value["action"]["zh"] in "".join(map(str, one.value["words"].values()))]  # fmt: skip
    duty = dice.choice(duties)
    spot = duty.at("action", "zh")
    return duty.sheet.say(spot, _LISTED.sub("", duty.value["action"]["zh"])) if spot else None


@kind("act: exchanged with another of the article", GROUP)
def acts(dice: random.Random, files: Files) -> Slip | None:
    one, other = _two_of_an_article(dice, files)
    spots = [(one.at("action", language), other.at("action", language)) for language in ("zh", "en")]
    pairs = [(first, second) for first, second in spots if first and second]
    return _exchanged(one.sheet, pairs) if len(pairs) == 2 else None


@kind("act: the English says must or may", GROUP)
def modal(dice: random.Random, files: Files) -> Slip | None:
    duty = dice.choice(entries(files, "duties"))
    spot = duty.at("action", "en")
    return duty.sheet.say(spot, f"{dice.choice(_MODALS)} {duty.value['action']['en']}") if spot else None


@kind("duty: carries out another main duty", GROUP)
def carried(dice: random.Random, files: Files) -> Slip | None:
    duties = [one for one in entries(files, "duties") if one.value.get("carries_out")]
    ids = sorted({one.value["carries_out"][0]["duty"] for one in duties})
    duty = dice.choice(duties)
    spot = duty.at("carries_out", 0, "duty")
    others = [id for id in ids if id != duty.value["carries_out"][0]["duty"]]
    return duty.sheet.say(spot, dice.choice(others)) if spot else None


@kind("duty: a fallback of another article", GROUP)
def fallback(dice: random.Random, files: Files) -> Slip | None:
    duties = entries(files, "duties")
    duty = dice.choice([one for one in duties if one.value.get("fallback")])
    spot = duty.at("fallback", 0, "duty")
    others = [one.value["id"] for one in duties if _head(one) != _head(duty)]
    return duty.sheet.say(spot, dice.choice(others)) if spot else None


@kind("question: asks what another asks", GROUP)
def asks(dice: random.Random, files: Files) -> Slip | None:
    one, other = dice.sample(entries(files, "open_questions"), 2)
    language = dice.choice(["zh", "en"])
    spot = one.at("asks", language)
    return one.sheet.say(spot, other.value["asks"][language]) if spot else None


@kind("question: touches a duty of another article", GROUP)
def touches(dice: random.Random, files: Files) -> Slip | None:
    questions = [
        one for one in entries(files, "open_questions") if one.value.get("touches", {}).get("duties")
    ]
    question = dice.choice(questions)
    spot = question.at("touches", "duties", 0)
    own = {article(at) for at in question.value["words"]}
    far = [one.value["id"] for one in entries(files, "duties") if _head(one) not in own]
    return question.sheet.say(spot, dice.choice(far)) if spot else None


@kind("translation: a clause lost", GROUP)
def clause(dice: random.Random, files: Files) -> Slip | None:
    sheet = sheets(files, "translations/en.yml")[0]
    spots = [one for one in sheet.spots if one.key == "en" and one.text and _PHRASE.search(one.text)
             and str(one.trail[0]).startswith("art_")]  # fmt: skip
    spot = dice.choice(spots)
    return sheet.say(spot, _PHRASE.sub("", spot.text or "", count=1))


@kind("headings: two exchanged", GROUP)
def headings(dice: random.Random, files: Files) -> Slip | None:
    sheet = sheets(files, "headings.yml")[0]
    one, other = dice.sample(sorted(one for one in sheet.value if one.startswith("art_")), 2)
    spots = [(sheet.by_trail[one, language], sheet.by_trail[other, language]) for language in ("zh", "en")]
    return _exchanged(sheet, spots)
