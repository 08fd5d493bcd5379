"""Ids exchanged, parts of a sentence lost, signs turned round, links cut: what reads well and is wrong."""

from __future__ import annotations

import random
import re

from tests.mutation.book import Entry, entries
from tests.mutation.sheet import Sheet, Spot, sheets
from tests.mutation.slip import Files, Slip, kind

GROUP = "spoken"
ACTS = ("action", "condition", "basis", "purpose")
_PARTS = re.compile(", | and ")
_SIGN = re.compile("[\u4e00-\u9fff]")


def _exchange(sheet: Sheet, one: Spot, other: Spot) -> Slip | None:
    if one.text is None or other.text is None or one.text == other.text:
        return None
    first, second = sorted((one, other), key=lambda spot: spot.start)
    between = sheet.text[first.end : second.start]
    new = (
        f"{sheet.text[: first.start]}{sheet.raw(second)}{between}{sheet.raw(first)}{sheet.text[second.end :]}"
    )
    return sheet.slip(new, first.line, also=(second.line,))


@kind("ids: of two duties exchanged", GROUP)
def duty_ids(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice(sheets(files, "duties/*.yml"))
    spots = [spot for spot in sheet.spots if spot.key == "id" and len(spot.trail) == 2]
    return _exchange(sheet, *dice.sample(spots, 2))


@kind("ids: of two open questions exchanged", GROUP)
def question_ids(dice: random.Random, files: Files) -> Slip | None:
    sheet = sheets(files, "open-questions.yml")[0]
    spots = [spot for spot in sheet.spots if spot.key == "id" and len(spot.trail) == 2]
    return _exchange(sheet, *dice.sample(spots, 2))


@kind("step: duties of two steps exchanged", GROUP)
def step_duties(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice(sheets(files, "procedures/*.yml"))
    spots = [
        spot
        for spot in sheet.spots
        if spot.key == "duty" and spot.trail[0] == "steps" and len(spot.trail) == 3
    ]
    return _exchange(sheet, *dice.sample(spots, 2))


@kind("meeting: questions of two points exchanged", GROUP)
def point_questions(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice(sheets(files, "meetings/*.yml"))
    spots = [spot for spot in sheet.spots if spot.key == "question"]
    return _exchange(sheet, *dice.sample(spots, 2))


def _acts(files: Files, language: str) -> list[tuple[Entry, Spot]]:
    return [
        (entry, spot)
        for entry in entries(files, "duties")
        for key in ACTS
        if (spot := entry.at(key, language)) is not None and spot.text
    ]


@kind("English: the last part of what a duty does lost", GROUP)
def last_part(dice: random.Random, files: Files) -> Slip | None:
    entry, spot = dice.choice(_acts(files, "en"))
    cut = [match.start() for match in _PARTS.finditer(spot.text or "")][-1]
    return entry.sheet.say(spot, (spot.text or "")[:cut])


@kind("English: Chinese in its place in an open question", GROUP)
def untranslated(dice: random.Random, files: Files) -> Slip | None:
    sheet = sheets(files, "open-questions.yml")[0]
    spot = dice.choice([one for one in sheet.spots if one.key == "en" and one.text])
    return sheet.say(spot, sheet.by_trail[(*spot.trail[:-1], "zh")].text or "")


@kind("Chinese: the first or last sign of what a duty does lost", GROUP)
def edge_sign(dice: random.Random, files: Files) -> Slip | None:
    entry, spot = dice.choice(_acts(files, "zh"))
    text = spot.text or ""
    return entry.sheet.say(spot, text[1:] if dice.random() < 0.5 else text[:-1]) if len(text) > 4 else None


@kind("Chinese: another sign in what a duty does", GROUP)
def other_sign(dice: random.Random, files: Files) -> Slip | None:
    (entry, spot), (_, other) = dice.sample(_acts(files, "zh"), 2)
    text, sign = spot.text or "", dice.choice(_SIGN.findall(other.text or ""))
    at = dice.choice([match.start() for match in _SIGN.finditer(text)])
    return entry.sheet.say(spot, text[:at] + sign + text[at + 1 :])


@kind("party: a counterpart deleted", GROUP)
def counterpart(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice([one for one in entries(files, "duties") if one.value.get("counterparts")])
    spot = entry.at("counterparts")
    several = entry.value["counterparts"]
    if spot is None or not any(one.get("roles") for one in several):
        return None
    one = entry.at("counterparts", dice.randrange(len(several))) if len(several) > 1 else spot
    return entry.sheet.delete(one) if one else None


@kind("step: another document", GROUP)
def step_document(dice: random.Random, files: Files) -> Slip | None:
    ids = [entry.value["id"] for entry in entries(files, "documents")]
    sheet = dice.choice(sheets(files, "procedures/*.yml"))
    spot = dice.choice([one for one in sheet.spots if one.key == "document" and one.trail[0] == "steps"])
    return sheet.say(spot, dice.choice([id for id in ids if id != spot.text]))


@kind("term: does not lead to what bears its name", GROUP)
def term_link(dice: random.Random, files: Files) -> Slip | None:
    linked = [
        (entry, spot)
        for entry in entries(files, "terms")
        for key in ("role", "meeting", "document")
        if (spot := entry.at(key)) is not None and entry.value["id"] == spot.text
    ]
    entry, spot = dice.choice(linked)
    return entry.sheet.delete(spot)
