"""Departures from the house's form, which leave the meaning as it is: order, spaces, line ends."""

from __future__ import annotations

import random

from tests.mutation.sheet import Sheet, all_sheets, sheets
from tests.mutation.slip import Files, Slip, kind

GROUP = "house"


def _moved(dice: random.Random, sheet: Sheet) -> Slip | None:
    """Exchange two entries that follow one another."""
    spots = sheet.inside[()]
    if len(spots) < 2:
        return None
    at = dice.randrange(len(spots) - 1)
    (first, end), (second, last) = sheet.extent(spots[at]), sheet.extent(spots[at + 1])
    lines = sheet.lines
    new = lines[:first] + lines[second:last] + lines[end:second] + lines[first:end] + lines[last:]
    return sheet.slip("\n".join(new), first, also=(first + (last - second) + (second - end),))


@kind("order: duties of an article", GROUP)
def duties(dice: random.Random, files: Files) -> Slip | None:
    return _moved(dice, dice.choice(sheets(files, "duties/*.yml")))


@kind("order: translations", GROUP)
def translations(dice: random.Random, files: Files) -> Slip | None:
    return _moved(dice, dice.choice(sheets(files, "translations/*.yml")))


@kind("order: headings", GROUP)
def headings(dice: random.Random, files: Files) -> Slip | None:
    return _moved(dice, dice.choice(sheets(files, "headings.yml")))


@kind("order: excuses", GROUP)
def excuses(dice: random.Random, files: Files) -> Slip | None:
    return _moved(dice, dice.choice(sheets(files, "coverage.yml")))


@kind("order: keys of an entry", GROUP)
def keys(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice(all_sheets(files))
    holders = [spots for spots in sheet.inside.values() if _swappable(sheet, spots)]
    if not holders:
        return None
    spots = dice.choice(holders)
    at = dice.randrange(1, len(spots) - 1)
    (first, end), (second, last) = sheet.extent(spots[at]), sheet.extent(spots[at + 1])
    lines = sheet.lines
    new = lines[:first] + lines[second:last] + lines[end:second] + lines[first:end] + lines[last:]
    return sheet.slip("\n".join(new), first, also=(first + last - second,))


def _swappable(sheet: Sheet, spots: list) -> bool:  # type: ignore[type-arg]
    keys = [spot.key for spot in spots]
    in_block = not any(spot.braces for spot in spots) and all(isinstance(key, str) for key in keys)
    return in_block and len(keys) > 2 and keys[0] in ("id", "kind", "duty", "zh", "role", "to")


@kind("spaces: at the end of a line", GROUP)
def trailing(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice(all_sheets(files))
    at = dice.randrange(len(sheet.lines) - 1)
    lines = sheet.lines
    lines[at] += " " * dice.randint(1, 3)
    return sheet.slip("\n".join(lines), at)


@kind("spaces: three or four for two", GROUP)
def deeper(dice: random.Random, files: Files) -> Slip | None:
    """Indent everything below a key too far, which YAML reads the same."""
    sheet = dice.choice(all_sheets(files))
    spots = [s for s in sheet.spots if s.text is None and not s.braces and isinstance(s.key, str)]
    spots = [s for s in spots if sheet.raw(s)[:1] not in "[{"]
    if not spots:
        return None
    spot = dice.choice(spots)
    first, end = sheet.extent(spot)
    lines = sheet.lines
    more = " " * dice.randint(1, 2)
    lines[first + 1 : end] = [more + line if line else line for line in lines[first + 1 : end]]
    return sheet.slip("\n".join(lines), first + 1)


@kind("spaces: two inside a text", GROUP)
def inner(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice(all_sheets(files))
    spots = [s for s in sheet.spots if s.key == "en" and " " in (s.text or "")]
    if not spots:
        return None
    spot = dice.choice(spots)
    text = spot.text or ""
    at = dice.choice([at for at, letter in enumerate(text) if letter == " "])
    return sheet.say(spot, text[:at] + " " + text[at:])


@kind("lines: some end with CRLF", GROUP)
def line_ends(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice(all_sheets(files))
    at = dice.randrange(len(sheet.lines) - 1)
    lines = sheet.lines
    lines[at] += "\r"
    return sheet.slip("\n".join(lines), at)


@kind("lines: no line end at the end of the file", GROUP)
def last_line(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice(all_sheets(files))
    text = sheet.text.rstrip("\n")
    return sheet.slip(text, text.count("\n"))


@kind("punctuation: half-width in editorial Chinese", GROUP)
def half_width(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice([one for one in all_sheets(files) if "/translations/" not in one.path])
    spots = [s for s in sheet.spots if s.key == "zh" and s.text and set(s.text) & set("，；：（）")]
    if not spots:
        return None
    spot = dice.choice(spots)
    text = spot.text or ""
    at = dice.choice([at for at, letter in enumerate(text) if letter in "，；：（）"])
    return sheet.say(
        spot, text[:at] + dict(zip("，；：（）", ",;:()", strict=True))[text[at]] + text[at + 1 :]
    )


@kind("lines: a blank one inside an entry", GROUP)
def blank_inside(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice(all_sheets(files))
    lines = sheet.lines
    ats = [at for at, line in enumerate(lines) if line.startswith(" ")]
    if not ats:
        return None
    at = dice.choice(ats)
    return sheet.slip("\n".join([*lines[:at], "", *lines[at:]]), at)


@kind("lines: no blank one between two entries", GROUP)
def no_blank(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice(all_sheets(files))
    lines = sheet.lines
    ats = [at for at, line in enumerate(lines[:-1]) if not line]
    if len(ats) < 2:
        return None
    at = dice.choice(ats)
    return sheet.slip("\n".join([*lines[:at], *lines[at + 1 :]]), at)


@kind("marks: needless or single", GROUP)
def marks(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice(all_sheets(files))
    spots = [s for s in sheet.spots if s.text and not set(s.text) & set("'\"\\") and not s.braces]
    if not spots:
        return None
    spot = dice.choice(spots)
    mark = "'" if sheet.raw(spot)[:1] == '"' else dice.choice("'\"")
    return sheet.put(spot, f"{mark}{spot.text}{mark}")
