"""Slips in ids: a reference that names nothing, a definition whose id no longer fits its references."""

from __future__ import annotations

import random

from tests.mutation.book import COLLECTIONS, entries
from tests.mutation.letters import typo
from tests.mutation.sheet import Sheet, Spot, all_sheets, sheets
from tests.mutation.slip import Files, Maker, Slip, kind

GROUP = "ids"
NAMED_BY = {
    "duties": ("duty", "duties"),
    "roles": ("role", "roles"),
    "meetings": ("meeting", "meetings"),
    "documents": ("document", "documents"),
    "procedures": ("procedure", "procedures"),
    "terms": ("terms",),
    "open_questions": ("question", "open_questions"),
}


def references(files: Files, collection: str) -> list[tuple[Sheet, Spot]]:
    """Return where the members of a collection are named."""
    one, *several = NAMED_BY[collection]
    out = []
    for sheet in all_sheets(files):
        for spot in sheet.spots:
            if spot.text is None:
                continue
            item = isinstance(spot.key, int) and len(spot.trail) > 1 and spot.trail[-2] in (one, *several)
            if item or (spot.key == one != "terms"):
                out.append((sheet, spot))
    return out


def _dangling(collection: str) -> Maker:
    def make(dice: random.Random, files: Files) -> Slip | None:
        found = references(files, collection)
        if not found:
            return None
        sheet, spot = dice.choice(found)
        new = typo(dice, spot.text or "")
        known = {entry.value["id"] for entry in entries(files, collection)}
        return None if new in known else sheet.say(spot, new)

    return make


def _definition(collection: str) -> Maker:
    def make(dice: random.Random, files: Files) -> Slip | None:
        named: dict[str | None, list[tuple[Sheet, Spot]]] = {}
        for sheet, one in references(files, collection):
            named.setdefault(one.text, []).append((sheet, one))
        found = [entry for entry in entries(files, collection) if entry.value["id"] in named]
        if not found:
            return None
        entry = dice.choice(found)
        spot = entry.at("id")
        new = typo(dice, entry.value["id"])
        known = {one.value["id"] for one in entries(files, collection)}
        if new in known or spot is None:
            return None
        # Of two names that differ, no one can tell which is the misspelt one; of three or more, one can.
        others = named[entry.value["id"]]
        only = [(sheet.path, one.line + 1) for sheet, one in others] if len(others) == 1 else []
        also = [line - 1 for path, line in only if path == entry.sheet.path]
        return entry.sheet.say(spot, new, also=also, aside=only)

    return make


for _collection in COLLECTIONS:
    kind(f"reference: typo in the name of one of {_collection}", GROUP)(_dangling(_collection))
    kind(f"definition: typo in the id of one of {_collection}", GROUP)(_definition(_collection))


@kind("reference: category that is not there", GROUP)
def category(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice(entries(files, "duties"))
    spot = entry.at("category")
    return entry.sheet.say(spot, typo(dice, entry.value["category"])) if spot else None


@kind("definition: typo in the id of a category", GROUP)
def category_id(dice: random.Random, files: Files) -> Slip | None:
    sheet = sheets(files, "rulebook.yml")[0]
    spot = dice.choice([spot for spot in sheet.spots if spot.key == "id" and spot.trail[0] == "categories"])
    return sheet.say(spot, typo(dice, spot.text or ""))


@kind("reference: provision that is not there", GROUP)
def provision(dice: random.Random, files: Files) -> Slip | None:
    found = [
        (sheet, spot)
        for sheet in all_sheets(files)
        for spot in sheet.spots
        if spot.text and len(spot.trail) > 1 and spot.trail[-2] == "provisions"
    ]
    if not found:
        return None
    sheet, spot = dice.choice(found)
    return sheet.say(spot, dice.choice(["art_23", "art_23__para_1", typo(dice, spot.text or "")]))


@kind("definition: typo in a translation's or heading's provision", GROUP)
def translated_provision(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice(sheets(files, "translations/*.yml") + sheets(files, "headings.yml"))
    spot = dice.choice(sheet.inside[()])
    key = str(spot.key)
    new = dice.choice([key + "9", key.replace("_", "-", 1), key.replace("art_", "art"), typo(dice, key)])
    return None if new in sheet.value or new == key else sheet.rename(spot, new)


@kind("reference: exception for something that is not there", GROUP)
def exception(dice: random.Random, files: Files) -> Slip | None:
    found = sheets(files, "exceptions.yml")
    spots = [(sheet, spot) for sheet in found for spot in sheet.spots if spot.key in ("of", "code")]
    if not spots:
        return None
    sheet, spot = dice.choice(spots)
    return sheet.say(spot, typo(dice, spot.text or ""))


@kind("definition: id of another sort", GROUP)
def not_an_id(dice: random.Random, files: Files) -> Slip | None:
    collection = dice.choice(sorted(COLLECTIONS))
    entry = dice.choice(entries(files, collection))
    spot, id = entry.at("id"), entry.value["id"]
    forms = [id.replace("-", "_"), id.replace("-", " "), id.title(), f"{id}-", f"1-{id}", id.upper()]
    new = dice.choice([form for form in forms if form != id])
    return entry.sheet.say(spot, new) if spot else None
