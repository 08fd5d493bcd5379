"""Slips in how YAML is written: indents, quotes, brackets, signs that mean something."""

from __future__ import annotations

import random
import re

from tests.mutation.sheet import Sheet, Spot, all_sheets, same_meaning
from tests.mutation.slip import Files, Slip, kind

GROUP = "form"


def _sheet(dice: random.Random, files: Files) -> Sheet:
    return dice.choice(all_sheets(files))


def _line(dice: random.Random, files: Files, wanted: str) -> tuple[Sheet, int, str] | None:
    """Draw a line that a pattern matches."""
    sheet = _sheet(dice, files)
    found = [at for at, line in enumerate(sheet.lines) if re.search(wanted, line)]
    if not found:
        return None
    at = dice.choice(found)
    return sheet, at, sheet.lines[at]


def _changed(sheet: Sheet, at: int, *new: str, also: tuple[int, ...] = ()) -> Slip | None:
    lines = sheet.lines
    lines[at : at + 1] = new
    text = "\n".join(lines)
    return None if same_meaning(text, sheet.text) else sheet.slip(text, at, also=also)


def _prose(dice: random.Random, files: Files, least: int = 12) -> tuple[Sheet, Spot]:
    while True:
        sheet = _sheet(dice, files)
        spots = [
            s
            for s in sheet.spots
            if s.text and len(s.text) >= least and not s.braces and isinstance(s.key, str)
        ]
        if spots:
            return sheet, dice.choice(spots)


@kind("form: tab instead of spaces", GROUP)
def tab(dice: random.Random, files: Files) -> Slip | None:
    found = _line(dice, files, "^  ")
    if found is None:
        return None
    sheet, at, line = found
    lines = sheet.lines
    lines[at] = dice.choice(["\t" + line[2:], line.replace(": ", ":\t", 1), line + "\t"])
    return sheet.slip("\n".join(lines), at)


@kind("form: one space more or less before a line", GROUP)
def indent(dice: random.Random, files: Files) -> Slip | None:
    found = _line(dice, files, "^ *[a-z-]")
    if found is None:
        return None
    sheet, at, line = found
    return _changed(sheet, at, dice.choice([" " + line, line[1:] if line.startswith(" ") else " " + line]))


@kind("form: a level too deep or too shallow", GROUP)
def level(dice: random.Random, files: Files) -> Slip | None:
    found = _line(dice, files, "^ +[a-z_]+:")
    if found is None:
        return None
    sheet, at, line = found
    return _changed(sheet, at, dice.choice(["  " + line, line[2:]]))


@kind("form: no space after a colon", GROUP)
def colon(dice: random.Random, files: Files) -> Slip | None:
    found = _line(dice, files, "^[^#]*[a-z0-9_]: ")
    return _changed(found[0], found[1], found[2].replace(": ", ":", 1)) if found else None


@kind("form: full-width colon after a key", GROUP)
def wide_colon(dice: random.Random, files: Files) -> Slip | None:
    found = _line(dice, files, "^[^#{]*[a-z0-9_]: ")
    return (
        _changed(found[0], found[1], found[2].replace(": ", dice.choice(["：", "： "]), 1)) if found else None
    )


@kind("form: no space after a dash, or no dash", GROUP)
def dash(dice: random.Random, files: Files) -> Slip | None:
    found = _line(dice, files, "^ *- ")
    return (
        _changed(found[0], found[1], found[2].replace("- ", dice.choice(["-", "  ", "－ ", "– "]), 1))
        if found
        else None
    )


@kind("form: colon deleted", GROUP)
def no_colon(dice: random.Random, files: Files) -> Slip | None:
    found = _line(dice, files, "^[^#{]*[a-z0-9_]:( |$)")
    return _changed(found[0], found[1], re.sub("([a-z0-9_]):", r"\1", found[2], count=1)) if found else None


@kind("form: text folded over two lines", GROUP)
def folded(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = _prose(dice, files)
    text, raw = sheet.text, sheet.raw(spot)
    cut = dice.randrange(3, len(raw) - 3)
    pad = "\n" + " " * (spot.column + 2)
    way = dice.randrange(3)
    if way == 0 and raw[0] != '"':
        new = f"{dice.choice('>|')}{pad}{raw}"
    else:
        new = raw[:cut].rstrip() + pad + raw[cut:].lstrip()
    return sheet.slip(text[: spot.start] + new + text[spot.end :], spot.line)


@kind("form: colon and space in unquoted text", GROUP)
def unquoted(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = _prose(dice, files)
    raw = sheet.raw(spot)
    if raw[0] == '"':
        new = raw[1:-1]
        return sheet.put(spot, new) if ": " in new or new.endswith(":") else None
    cut = dice.randrange(3, len(raw) - 3)
    return sheet.put(spot, raw[:cut].rstrip() + ": " + raw[cut:].lstrip())


@kind("form: # in unquoted text swallows the rest", GROUP)
def swallowed(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = _prose(dice, files)
    raw = sheet.raw(spot)
    if raw[0] == '"' or spot.key == "id":
        return None
    cut = dice.randrange(len(raw) // 3, len(raw) - 3)
    return sheet.put(spot, raw[:cut].rstrip() + " #" + raw[cut:].lstrip())


@kind("form: text that begins with a sign", GROUP)
def sign(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = _prose(dice, files)
    raw = sheet.raw(spot)
    return (
        None
        if raw[0] == '"'
        else sheet.put(spot, dice.choice(["*", "&", "!", "@", "`", "%", "[", "{", "|", "> "]) + raw)
    )


@kind("form: prose with a comma in braces", GROUP)
def braces(dice: random.Random, files: Files) -> Slip | None:
    sheet = _sheet(dice, files)
    spots = [
        s
        for s in sheet.spots
        if isinstance(s.value, dict) and set(s.value) == {"zh", "en"} and "," in s.value["en"]
    ]
    spots = [
        s for s in spots if isinstance(s.key, str) and '"' not in sheet.raw(s) and ": " not in s.value["en"]
    ]
    if not spots:
        return None
    spot = dice.choice(spots)
    first, end = sheet.extent(spot)
    lines = sheet.lines
    lines[first:end] = [f"{lines[first]} {{zh: {spot.value['zh']}, en: {spot.value['en']}}}"]
    return sheet.slip("\n".join(lines), first)


@kind("form: unclosed quote", GROUP)
def quote(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = _prose(dice, files)
    raw = sheet.raw(spot)
    if raw[0] == '"':
        return sheet.put(spot, dice.choice([raw[:-1], raw[1:]]))
    return sheet.put(
        spot, dice.choice(['"' + raw, "'" + raw, '"' + raw[: len(raw) // 2] + '"' + raw[len(raw) // 2 :]])
    )


@kind("form: unclosed bracket", GROUP)
def bracket(dice: random.Random, files: Files) -> Slip | None:
    found = _line(dice, files, r"[\]}]$")
    if found is None:
        return None
    sheet, at, line = found
    signs = [n for n, letter in enumerate(line) if letter in "[]{}"]
    cut = dice.choice(signs)
    return _changed(sheet, at, line[:cut] + line[cut + 1 :])


@kind("form: full-width sign in braces", GROUP)
def wide_sign(dice: random.Random, files: Files) -> Slip | None:
    found = _line(dice, files, r"\{roles: .*, ")
    if found is None:
        return None
    old, new = dice.choice([(", ", "，"), (", ", "、"), (": ", "："), ("{", "｛"), ("]", "］")])
    return _changed(found[0], found[1], found[2].replace(old, new, 1))


@kind("form: Python tag", GROUP)
def tag(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = _prose(dice, files)
    tags = [
        "!!python/object/apply:os.system ",
        "!!python/name:os.system ",
        "!include ",
        "!!binary ",
        "!!str ",
    ]
    return sheet.put(spot, dice.choice(tags) + sheet.raw(spot))


@kind("form: anchor and alias", GROUP)
def anchor(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = _prose(dice, files)
    return sheet.put(spot, dice.choice(["&same " + sheet.raw(spot), "*same"]))


@kind("form: merge key", GROUP)
def merge_key(dice: random.Random, files: Files) -> Slip | None:
    sheet, spot = _prose(dice, files, 1)
    if sheet.lines[spot.line][: spot.column].strip():
        return None
    return sheet.insert(spot.line, " " * spot.column + "<<: {zh: 一, en: one}")


@kind("form: second document", GROUP)
def document(dice: random.Random, files: Files) -> Slip | None:
    sheet = _sheet(dice, files)
    at = dice.choice([spot.line for spot in sheet.inside[()]][1:] or [len(sheet.lines) - 1])
    slip = sheet.insert(at, dice.choice(["---", "..."]))
    return None if same_meaning(str(slip.files[sheet.path]), sheet.text) else slip
