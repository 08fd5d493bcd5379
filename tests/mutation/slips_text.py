"""Slips in the official text, in its order and in the record of its source."""

from __future__ import annotations

import random
import re

from tests.mutation.book import text_sheet
from tests.mutation.letters import in_traditional, other_character, with_character, without_character
from tests.mutation.sheet import Spot, sheets
from tests.mutation.slip import Files, Slip, kind

GROUP = "text"


def _draw(dice: random.Random, files: Files) -> Spot:
    return dice.choice(text_sheet(files).inside[()])


@kind("text: wrong character", GROUP)
def wrong_character(dice: random.Random, files: Files) -> Slip | None:
    spot, sheet = _draw(dice, files), text_sheet(files)
    new = other_character(dice, spot.text or "", sheet.text)
    return sheet.say(spot, new) if new else None


@kind("text: missing character", GROUP)
def missing_character(dice: random.Random, files: Files) -> Slip | None:
    spot, sheet = _draw(dice, files), text_sheet(files)
    new = without_character(dice, re.sub(r"\s", "", spot.text or ""))
    return sheet.say(spot, new) if new else None


@kind("text: added character", GROUP)
def added_character(dice: random.Random, files: Files) -> Slip | None:
    spot, sheet = _draw(dice, files), text_sheet(files)
    new = with_character(dice, re.sub(r"\s", "", spot.text or ""))
    return sheet.say(spot, new) if new else None


@kind("text: other punctuation", GROUP)
def punctuation(dice: random.Random, files: Files) -> Slip | None:
    spot, sheet = _draw(dice, files), text_sheet(files)
    text = spot.text or ""
    places = [at for at, letter in enumerate(text) if letter in "，。；、：（）"]
    if not places:
        return None
    at = dice.choice(places)
    others = {"，": "、,", "。": "；.", "；": "。;", "、": "，", "：": "：:"[1], "（": "(", "）": ")"}
    return sheet.say(spot, text[:at] + dice.choice(others[text[at]]) + text[at + 1 :])


@kind("text: misprint of the original corrected", GROUP)
def corrected(dice: random.Random, files: Files) -> Slip | None:
    sheet = text_sheet(files)
    mends = {"估,及": "估，及", "OO": "〇〇", "[2003]": "〔2003〕", "实行": "施行", "陈杰": "陈 杰先生"}
    places = [(spot, old) for spot in sheet.inside[()] for old in mends if old in (spot.text or "")]
    spot, old = dice.choice(places)
    return sheet.say(spot, (spot.text or "").replace(old, mends[old], 1))


@kind("text: Traditional character", GROUP)
def traditional(dice: random.Random, files: Files) -> Slip | None:
    spot, sheet = _draw(dice, files), text_sheet(files)
    new = in_traditional(dice, spot.text or "")
    return sheet.say(spot, new) if new else None


@kind("text: two provisions' words exchanged", GROUP)
def exchanged(dice: random.Random, files: Files) -> Slip | None:
    sheet = text_sheet(files)
    one, other = sorted(dice.sample(sheet.inside[()], 2), key=lambda spot: spot.line)
    text = sheet.text
    new = (
        text[: one.start]
        + sheet.raw(other)
        + text[one.end : other.start]
        + sheet.raw(one)
        + text[other.end :]
    )
    return sheet.slip(new, one.line, also=(other.line,))


@kind("text: two provisions swapped in order", GROUP)
def out_of_order(dice: random.Random, files: Files) -> Slip | None:
    sheet = text_sheet(files)
    at = dice.choice(sheet.inside[()][:-1]).line
    lines = sheet.lines
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    return sheet.slip("\n".join(lines), at, also=(at + 1,))


@kind("text: provision deleted", GROUP)
def deleted(dice: random.Random, files: Files) -> Slip | None:
    return text_sheet(files).delete(_draw(dice, files))


@kind("text: provision added", GROUP)
def added(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = text_sheet(files), _draw(dice, files)
    id = _next_free(sheet.value, str(spot.key))
    if id is None:
        return None
    last = max(one.line for one in sheet.inside[()] if _stem(str(one.key)) == _stem(id))
    new = dice.choice(["其他事项。", "本条自印发之日起执行。", str(spot.text)])
    return sheet.insert(last + 1, f"{id}: {new}")


@kind("text: provision renumbered", GROUP)
def renumbered(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = text_sheet(files), _draw(dice, files)
    id = _next_free(sheet.value, str(spot.key))
    return sheet.rename(spot, id) if id else None


@kind("text: two provisions joined in one", GROUP)
def joined(dice: random.Random, files: Files) -> Slip | None:
    sheet = text_sheet(files)
    spots = sheet.inside[()]
    at = dice.randrange(len(spots) - 1)
    one, other = spots[at], spots[at + 1]
    if _stem(str(one.key)) != _stem(str(other.key)):
        return None
    lines = sheet.lines
    lines[one.line] += other.text or ""
    del lines[other.line]
    return sheet.slip("\n".join(lines), one.line)


@kind("text: a provision split in two", GROUP)
def split(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = text_sheet(files), _draw(dice, files)
    id, text = _next_free(sheet.value, str(spot.key)), spot.text or ""
    cuts = [at + 1 for at, letter in enumerate(text[:-2]) if letter in "。，；"]
    last = max(one.line for one in sheet.inside[()] if _stem(str(one.key)) == _stem(str(spot.key)))
    if id is None or not cuts or spot.line != last:
        return None
    cut = dice.choice(cuts)
    lines = sheet.lines
    lines[spot.line : spot.line + 1] = [f"{spot.key}: {text[:cut]}", f"{id}: {text[cut:]}"]
    return sheet.slip("\n".join(lines), spot.line + 1)


@kind("source: a character changed", GROUP)
def source_changed(dice: random.Random, files: Files) -> Slip | None:
    path = dice.choice([path for path in files if "/source/" in path])
    text = files[path]
    at = dice.choice([at for at, letter in enumerate(text) if "\u4e00" <= letter <= "\u9fff"])
    line = text.count("\n", 0, at)
    head = sheets(files, "rulebook.yml")[0]
    hashes = tuple((head.path, spot.line + 1) for spot in head.spots if spot.key == "sha256")
    return Slip(path, line + 1, {path: text[:at] + "错" + text[at + 1 :]}, aside=hashes)


@kind("source: SHA-256 changed", GROUP)
def hash_changed(dice: random.Random, files: Files) -> Slip | None:
    head = sheets(files, "rulebook.yml")[0]
    spot = dice.choice([spot for spot in head.spots if spot.key == "sha256"])
    text = spot.text or ""
    at = dice.randrange(len(text))
    return head.say(spot, text[:at] + dice.choice("0123456789abcdef".replace(text[at], "")) + text[at + 1 :])


def _stem(id: str) -> str:
    return re.sub(r"\d+$", "", id)


def _next_free(known: dict[str, str], id: str) -> str | None:
    """Return the id that would follow the last sibling."""
    numbers = [int(one[len(_stem(id)) :]) for one in known if _stem(one) == _stem(id) and one != "title"]
    return f"{_stem(id)}{max(numbers) + 1}" if numbers and id != "title" else None
