"""Slips in keys, ids and closed lists: doubled, misspelt, missing, empty or not in the list."""

from __future__ import annotations

import random

from tests.mutation.book import COLLECTIONS, Entry, entries
from tests.mutation.letters import typo
from tests.mutation.sheet import Sheet, Spot, all_sheets, flow, sheets
from tests.mutation.slip import Files, Slip, kind

GROUP = "keys"
REQUIRED = {
    "duties": ("id", "bearer_source", "modality", "category", "action"),
    "roles": ("id", "name", "kind", "holders", "pool"),
    "meetings": ("id", "name", "rhythm", "convener", "chair", "quorum", "agenda", "vote", "record"),
    "documents": ("id", "kind", "name"),
    "procedures": ("id", "name", "entry", "steps"),
    "terms": ("id", "name"),
    "open_questions": ("id", "kind", "asks", "readings", "stakes"),
}
LISTS = (
    "modality",
    "bearer_source",
    "relation",
    "capacity",
    "kind",
    "holders",
    "pool",
    "reason",
    "event",
    "state",
)
SYNONYMS = {
    "must": "shall", "must-not": "shall-not", "may": "can", "declared": "statement", "task": "duty",
    "stated": "explicit", "elided": "implied", "one-of": "any-of", "all-of": "all", "each": "every",
    "unstated": "unknown", "responsible": "accountable", "chairs": "chair", "decides": "approves",
    "informed": "notified", "participates": "attends", "addressed": "addressee", "exclusive": "decision",
    "task-": "step", "parallel": "fork", "end": "finish", "post": "position", "unit": "department",
    "group": "team", "inside": "internal", "outside": "external", "several": "many", "one": "single",
    "ambiguity": "ambiguous", "silence": "gap", "undefined": "unclear", "purpose": "aim",
}  # fmt: skip
TWICE_LISTS = ("roles", "meetings", "qualifiers", "duties", "procedures", "documents", "terms", "provisions")


def _any(dice: random.Random, files: Files) -> tuple[str, Entry]:
    collection = dice.choice(sorted(COLLECTIONS))
    return collection, dice.choice(entries(files, collection))


@kind("key: id of another entry", GROUP)
def duplicate_id(dice: random.Random, files: Files) -> Slip | None:
    collection, entry = _any(dice, files)
    others = [one for one in entries(files, collection) if one.value["id"] != entry.value["id"]]
    spot, twin = entry.at("id"), dice.choice(others)
    where = twin.at("id")
    if spot is None or where is None:
        return None
    # Which of the two is the wrong one, no one can tell.
    return entry.sheet.say(
        spot,
        twin.value["id"],
        also=[where.line] if twin.sheet is entry.sheet else (),
        aside=[(twin.sheet.path, where.line + 1)] if twin.sheet is not entry.sheet else (),
    )


@kind("key: entry copied and its id left", GROUP)
def copied(dice: random.Random, files: Files) -> Slip | None:
    _, entry = _any(dice, files)
    if entry.spot is None:
        return None
    first, end = entry.sheet.extent(entry.spot)
    return entry.sheet.insert(end, "", *entry.sheet.lines[first:end]) if first else None


@kind("key: written twice", GROUP)
def duplicate_key(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice(all_sheets(files))
    spots = [s for s in sheet.spots if isinstance(s.key, str) and s.text and not s.braces]
    spot = dice.choice(spots)
    line = sheet.lines[spot.line]
    return sheet.insert(spot.line + 1, " " * spot.column + line[spot.column :])


@kind("list: item twice", GROUP)
def duplicate_item(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice(all_sheets(files))
    spots = [s for s in sheet.spots if s.key in TWICE_LISTS and isinstance(s.value, list) and s.value]
    spots = [s for s in spots if sheet.raw(s).startswith("[")]
    if not spots:
        return None
    spot = dice.choice(spots)
    items = list(spot.value)
    items.insert(dice.randrange(len(items) + 1), dice.choice(items))
    return sheet.put(spot, flow(items))


@kind("list: line twice", GROUP)
def duplicate_line(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice(all_sheets(files))
    items = ("agenda", "contents", "fallback", "carries_out", "members", "acts_as", "counterparts", "origin")
    spots = [s for s in sheet.spots if isinstance(s.key, int) and len(s.trail) > 1 and s.trail[-2] in items]
    if not spots:
        return None
    spot = dice.choice(spots)
    first, end = sheet.extent(spot)
    return sheet.insert(end, *sheet.lines[first:end])


@kind("key: required one deleted", GROUP)
def required(dice: random.Random, files: Files) -> Slip | None:
    collection, entry = _any(dice, files)
    spot = entry.at(dice.choice(REQUIRED[collection]))
    return entry.sheet.delete(spot) if spot else None


@kind("key: required one deleted, deeper down", GROUP)
def required_inside(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice(
        sheets(files, "procedures/*.yml") + sheets(files, "rulebook.yml") + sheets(files, "coverage.yml")
    )
    spots = [s for s in sheet.spots if not s.braces and len(s.trail) > 1 and _needed(s)]
    return sheet.delete(dice.choice(spots))


def _needed(spot: Spot) -> bool:
    if spot.key in ("kind", "id") and "steps" in spot.trail:
        return True
    return spot.key in ("to", "event", "sha256", "source", "date", "at", "quote", "reason")


@kind("key: review deleted", GROUP)
def review(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = _scalar(dice, files, ("review",))
    return sheet.delete(spot)


@kind("key: reviewed without a date", GROUP)
def reviewed(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = _scalar(dice, files, ("review",))
    return sheet.say(spot, "reviewed") if spot.text == "draft" else None


@kind("key: misspelt", GROUP)
def misspelt(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice(all_sheets(files))
    spots = [s for s in sheet.spots if isinstance(s.key, str) and "words" not in s.trail[:-1]]
    spots = [s for s in spots if "__" not in str(s.key) and not str(s.key).startswith("art_")]
    if not spots:
        return None
    spot = dice.choice(spots)
    key = str(spot.key)
    new = dice.choice([typo(dice, key), typo(dice, key), key.capitalize(), key.replace("_", "-")])
    return sheet.rename(spot, new)


@kind("value: not of the closed list", GROUP)
def not_listed(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = _scalar(dice, files, LISTS)
    word = spot.text or ""
    new = SYNONYMS.get(word, "") if dice.random() < 0.5 else ""
    return sheet.say(spot, new or typo(dice, word))


@kind("value: empty", GROUP)
def empty(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice(all_sheets(files))
    spots = [s for s in sheet.spots if isinstance(s.key, str) and s.text and not s.braces]
    spot = dice.choice(spots)
    return sheet.put(spot, dice.choice(["", '""', "''"]))


@kind("value: empty list or null", GROUP)
def empty_list(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice(all_sheets(files))
    spots = [
        s for s in sheet.spots if s.key in ("roles", "meetings", "readings", "words", "members", "steps")
    ]
    spots = [s for s in spots if s.text is None and sheet.raw(s)[:1] in "[{"]
    others = {"roles": "meetings", "meetings": "roles"}
    spots = [s for s in spots if (*s.trail[:-1], others.get(str(s.key), "")) not in sheet.by_trail]
    if not spots:
        return None
    spot = dice.choice(spots)
    return sheet.put(spot, dice.choice(["[]", "null", "~"]))


@kind("value: yes instead of true", GROUP)
def flag(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = _scalar(dice, files, ("inferred",))
    return sheet.say(spot, dice.choice(["yes", "True", "1", "ture", "on"]))


def _scalar(dice: random.Random, files: Files, keys: tuple[str, ...]) -> tuple[Sheet, Spot]:
    found = [(sheet, s) for sheet in all_sheets(files) for s in sheet.spots if s.key in keys and s.text]
    return dice.choice(found)
