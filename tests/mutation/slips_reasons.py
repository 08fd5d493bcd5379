"""Slips in what a duty or another statement gives as qualifier, condition, question, note or inference."""

from __future__ import annotations

import random
import re

from tests.mutation.book import Entry, quoted
from tests.mutation.sheet import Sheet, Spot, all_sheets, flow
from tests.mutation.slip import Files, Slip, kind
from tests.mutation.slips_duties import duties

GROUP = "reasons"
MARKS = {
    "in-principle": "原则上", "as-needed": "需要", "promptly": "及时", "beforehand": "事先",
    "regularly": "定期", "mainly": "主要",
}  # fmt: skip


def _qualified(dice: random.Random, files: Files) -> Entry:
    return dice.choice([one for one in duties(files) if one.value.get("qualifiers")])


@kind("qualifier: deleted", GROUP)
def qualifier_deleted(dice: random.Random, files: Files) -> Slip | None:
    entry = _qualified(dice, files)
    spot, found = entry.at("qualifiers"), list(entry.value["qualifiers"])
    if spot is None:
        return None
    if len(found) == 1:
        return entry.sheet.delete(spot)
    found.remove(dice.choice(found))
    return entry.sheet.put(spot, flow(found))


@kind("qualifier: added", GROUP)
def qualifier_added(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice(duties(files))
    wrong = [name for name, mark in MARKS.items() if mark not in quoted(entry.value)]
    found, spot = entry.value.get("qualifiers"), entry.at("qualifiers")
    if found and spot:
        return entry.sheet.put(spot, flow([*found, dice.choice(wrong)]))
    after = entry.at("category")
    return entry.sheet.insert(after.line + 1, f"  qualifiers: [{dice.choice(wrong)}]") if after else None


@kind("qualifier: another one", GROUP)
def qualifier_other(dice: random.Random, files: Files) -> Slip | None:
    entry = _qualified(dice, files)
    spot, found = entry.at("qualifiers"), list(entry.value["qualifiers"])
    wrong = [name for name, mark in MARKS.items() if mark not in quoted(entry.value)]
    found[dice.randrange(len(found))] = dice.choice(wrong)
    return entry.sheet.put(spot, flow(found)) if spot else None


@kind("condition: deleted", GROUP)
def condition(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice([one for one in duties(files) if one.value.get("condition")])
    spot = entry.at("condition")
    marked = re.search("如|凡|因故|后|时", quoted(entry.value))
    return entry.sheet.delete(spot) if spot and marked else None


@kind("basis or purpose: deleted", GROUP)
def basis(dice: random.Random, files: Files) -> Slip | None:
    name = dice.choice(["basis", "purpose"])
    entry = dice.choice([one for one in duties(files) if one.value.get(name)])
    said = entry.value[name]["zh"]
    spot = entry.at(name)
    # Where something is done as needed, the qualifier says so too.
    return entry.sheet.delete(spot) if spot and said in quoted(entry.value) and "需要" not in said else None


@kind("question: deleted where one is needed", GROUP)
def question(dice: random.Random, files: Files) -> Slip | None:
    found = [(sheet, spot) for sheet in all_sheets(files) for spot in sheet.spots if spot.key == "question"]
    found = [(sheet, spot) for sheet, spot in found if _needed(sheet, spot)]
    sheet, spot = dice.choice(found)
    if not spot.braces:
        return sheet.delete(spot)
    party = sheet.by_trail[spot.trail[:-1]]
    return sheet.put(party, flow({key: value for key, value in party.value.items() if key != "question"}))


def _needed(sheet: Sheet, spot: Spot) -> bool:
    """Tell whether the statement says nothing else, or says itself that something is open."""
    holder = sheet.by_trail.get(spot.trail[:-1])
    value = holder.value if holder else sheet.value
    if not isinstance(value, dict):
        return False
    unstated = value.get("relation") == "unstated" or value.get("kind") == "unsettled"
    bearer = value.get("bearer") or {}
    unsettled = value.get("bearer_source") == "unsettled" and not bearer.get("question")
    group = value.get("kind") == "group" and not value.get("members")
    return unstated or unsettled or group or set(value) == {"question"}


@kind("inferred: its note deleted", GROUP)
def note_deleted(dice: random.Random, files: Files) -> Slip | None:
    sheet, holder = _inferred(dice, files)
    spot = sheet.by_trail.get((*holder.trail, "note"))
    return sheet.delete(spot) if spot else None


@kind("inferred: deleted, its note left", GROUP)
def inferred_deleted(dice: random.Random, files: Files) -> Slip | None:
    sheet, holder = _inferred(dice, files)
    spot = sheet.by_trail.get((*holder.trail, "inferred"))
    bare = (
        not holder.value.get("words") and not holder.value.get("every") and not holder.value.get("question")
    )
    return sheet.delete(spot) if spot and bare else None


@kind("inferred: added without a note", GROUP)
def inferred_added(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice(all_sheets(files))
    found = [
        spot
        for spot in sheet.spots
        if spot.key == "words" and not _beside(sheet, spot, "note") and not _beside(sheet, spot, "inferred")
    ]
    if not found:
        return None
    spot = dice.choice(found)
    line = sheet.lines[spot.line]
    if line[: spot.column].strip():
        return None
    return sheet.insert(spot.line, " " * spot.column + "inferred: true")


@kind("inferred: bearer without a note", GROUP)
def bearer_note(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice([one for one in duties(files) if one.value["bearer_source"] == "inferred"])
    spot = entry.at("note")
    return entry.sheet.delete(spot) if spot else None


def _beside(sheet: Sheet, spot: Spot, key: str) -> bool:
    return (*spot.trail[:-1], key) in sheet.by_trail


def _inferred(dice: random.Random, files: Files) -> tuple[Sheet, Spot]:
    found = [
        (sheet, sheet.by_trail[spot.trail[:-1]])
        for sheet in all_sheets(files)
        for spot in sheet.spots
        if spot.key == "inferred" and spot.trail[:-1] in sheet.by_trail
    ]
    return dice.choice(found)
