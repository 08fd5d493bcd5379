"""Slips of whole files: bytes that are not text, files cut, emptied, renamed, linked or out of place."""

from __future__ import annotations

import random

from tests.mutation.book import COLLECTIONS, entries, provisions, text_line
from tests.mutation.sheet import Sheet, all_sheets, same_meaning, sheets
from tests.mutation.slip import Files, Link, Slip, kind

GROUP = "files"
NAMED = ("duties/*.yml", "meetings/*.yml", "procedures/*.yml", "text/*.yml")


def _sheet(dice: random.Random, files: Files) -> Sheet:
    return dice.choice(all_sheets(files))


def _put(sheet: Sheet, at: int, added: str | bytes) -> Slip:
    """Put characters or bytes at a place in the text."""
    text, line = sheet.text, sheet.text.count("\n", 0, at) + 1
    if isinstance(added, bytes):
        return Slip(sheet.path, line, {sheet.path: text[:at].encode() + added + text[at:].encode()})
    return Slip(sheet.path, line, {sheet.path: text[:at] + added + text[at:]})


@kind("file: byte order mark", GROUP)
def mark(dice: random.Random, files: Files) -> Slip | None:
    return _put(_sheet(dice, files), 0, "\ufeff")


@kind("file: saved as GBK", GROUP)
def gbk(dice: random.Random, files: Files) -> Slip | None:
    sheet = _sheet(dice, files)
    try:
        content = sheet.text.encode(dice.choice(["gbk", "gb18030"]))
    except UnicodeEncodeError:
        return None
    first = next((at for at, letter in enumerate(sheet.text) if ord(letter) > 127), None)
    return (
        None
        if first is None
        else Slip(sheet.path, sheet.text.count("\n", 0, first) + 1, {sheet.path: content})
    )


@kind("file: saved as UTF-16 or with a broken byte", GROUP)
def broken(dice: random.Random, files: Files) -> Slip | None:
    sheet = _sheet(dice, files)
    if dice.random() < 0.2:
        return Slip(sheet.path, 1, {sheet.path: sheet.text.encode("utf-16")})
    return _put(
        sheet, dice.randrange(len(sheet.text)), dice.choice([b"\xff", b"\xc3\x28", b"\xe4\xb8", b"\xa1\xa1"])
    )


@kind("file: NUL or another control character", GROUP)
def control(dice: random.Random, files: Files) -> Slip | None:
    sheet = _sheet(dice, files)
    return _put(sheet, dice.randrange(len(sheet.text)), dice.choice("\x00\x07\x1b\x7f\x85\u2028"))


@kind("file: lone carriage return", GROUP)
def carriage_return(dice: random.Random, files: Files) -> Slip | None:
    sheet = _sheet(dice, files)
    at = dice.choice(
        [at for at, letter in enumerate(sheet.text) if letter != "\n" and sheet.text[at - 1 : at] != "\n"]
    )
    return _put(sheet, at, "\r")


@kind("file: zero-width or bidirectional character", GROUP)
def zero_width(dice: random.Random, files: Files) -> Slip | None:
    sheet = _sheet(dice, files)
    spots = [spot for spot in sheet.spots if spot.text]
    spot = dice.choice([s for s in spots if s.key in ("id", "duty", "to", "role")] or spots)
    return _put(
        sheet, dice.randrange(spot.start, spot.end), dice.choice("\u200b\u200d\u2060\u202e\u00ad\u200e")
    )


@kind("file: full-width letter or digit in an id or key", GROUP)
def wide(dice: random.Random, files: Files) -> Slip | None:
    sheet = _sheet(dice, files)
    spots = [s for s in sheet.spots if not s.braces and isinstance(s.key, str)]
    spot = dice.choice(spots)
    start, word = (
        (spot.start, spot.text or "") if spot.key in ("id", "duty", "to") else (spot.key_start, str(spot.key))
    )
    letters = [at for at, letter in enumerate(word) if letter.isascii() and letter.isalnum()]
    if not letters:
        return None
    at = start + dice.choice(letters)
    text = sheet.text
    return sheet.slip(text[:at] + chr(ord(text[at]) + 0xFEE0) + text[at + 1 :], text.count("\n", 0, at))


@kind("file: look-alike letter in an id or key", GROUP)
def look_alike(dice: random.Random, files: Files) -> Slip | None:
    """Put a Cyrillic letter, or a capital O for a zero."""
    sheet = _sheet(dice, files)
    spots = [
        s
        for s in sheet.spots
        if isinstance(s.key, str) and s.key not in ("zh", "en") and "words" not in s.trail[:-1]
    ]
    spot = dice.choice(spots)
    id = spot.key in ("id", "duty", "to", "role", "question") and spot.text
    start, word = (spot.start, spot.text or "") if id else (spot.key_start, str(spot.key))
    alike = {"a": "а", "e": "е", "o": "о", "c": "с", "p": "р", "i": "і", "-": "–"}
    letters = [at for at, letter in enumerate(word) if letter in alike]
    if not letters:
        return None
    at = start + dice.choice(letters)
    text = sheet.text
    return sheet.slip(text[:at] + alike[text[at]] + text[at + 1 :], text.count("\n", 0, at))


@kind("file: merge conflict left in", GROUP)
def conflict(dice: random.Random, files: Files) -> Slip | None:
    sheet = _sheet(dice, files)
    at = dice.randrange(len(sheet.lines) - 1)
    line = sheet.lines[at]
    marks = ["<<<<<<< HEAD", line, "=======", line, ">>>>>>> other"]
    return sheet.slip("\n".join([*sheet.lines[:at], *marks, *sheet.lines[at + 1 :]]), at)


@kind("file: one conflict marker left in", GROUP)
def marker(dice: random.Random, files: Files) -> Slip | None:
    sheet = _sheet(dice, files)
    mark = dice.choice(["<<<<<<< HEAD", "=======", ">>>>>>> 1a2b3c4", "||||||| base"])
    return sheet.insert(dice.randrange(len(sheet.lines)), mark)


@kind("file: alias bomb", GROUP)
def bomb(dice: random.Random, files: Files) -> Slip | None:
    sheet = _sheet(dice, files)
    levels = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    levels += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    return Slip(sheet.path, 1, {sheet.path: "\n".join(levels) + "\n"})


@kind("file: nested 100,000 deep", GROUP)
def deep(dice: random.Random, files: Files) -> Slip | None:
    sheet = _sheet(dice, files)
    opening = dice.choice(["[", "{a: ", "- "])
    spot = dice.choice(sheet.inside[()])
    if opening == "- ":
        return Slip(sheet.path, 1, {sheet.path: opening * 100_000 + "x\n"})
    return sheet.put(spot, opening * 100_000)


@kind("file: cut in the middle", GROUP)
def cut(dice: random.Random, files: Files) -> Slip | None:
    sheet = _sheet(dice, files)
    text = sheet.text[: dice.randrange(len(sheet.text) // 4, len(sheet.text) - 3)]
    if text.rstrip("\n") == sheet.text.rstrip("\n") or same_meaning(text, sheet.text):
        return None
    lines = text.rstrip("\n").split("\n")
    rest = sheet.text[len(text) :].split("\n")
    begun = [spot for spot in sheet.inside[()] if spot.line < len(lines)]
    if rest[0].strip() == "" and len(sheet.inside[()]) == len(begun):
        return None
    return sheet.slip(text, len(lines) - 1, also=[begun[-1].line] if begun else [])


@kind("file: empty", GROUP)
def empty(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice([one for one in all_sheets(files) if not _optional(one)])
    return Slip(sheet.path, 1, {sheet.path: dice.choice(["", "\n", "# nothing\n"])})


def _optional(sheet: Sheet) -> bool:
    return sheet.path.endswith("/exceptions.yml")


@kind("file: deleted", GROUP)
def deleted(dice: random.Random, files: Files) -> Slip | None:
    """Take away a file that every rulebook has, or the duties of an article."""
    single = [
        one for one in all_sheets(files) if "/" not in one.path.split("/", 2)[-1] and not _optional(one)
    ]
    sheet = dice.choice(single + sheets(files, "translations/*.yml") + sheets(files, "text/*.yml"))
    if dice.random() < 0.3:
        sheet = dice.choice(sheets(files, "duties/art_*.yml"))
    article = sheet.path.rpartition("/")[2].removesuffix(".yml") + "__"
    bare = [place for at in provisions(files) if at.startswith(article) for place in text_line(files, at)]
    if "/text/" in sheet.path:
        head = sheets(files, "rulebook.yml")[0]
        bare = [(head.path, spot.line + 1) for spot in head.spots if spot.key == "date"]
    return Slip(sheet.path, 1, {sheet.path: None}, aside=tuple(bare))


@kind("file: of the wrong type", GROUP)
def wrong_type(dice: random.Random, files: Files) -> Slip | None:
    sheet = _sheet(dice, files)
    is_list = isinstance(sheet.value, list)
    new = dice.choice(
        ["text\n", "key: value\n" if is_list else "- one\n- two\n", "[]\n" if not is_list else "{}\n"]
    )
    return Slip(sheet.path, 1, {sheet.path: new})


@kind("file: renamed", GROUP)
def renamed(dice: random.Random, files: Files) -> Slip | None:
    sheet = dice.choice([one for pattern in NAMED for one in sheets(files, pattern)])
    folder, _, name = sheet.path.rpartition("/")
    stem = name.removesuffix(".yml")
    wrong = [
        f"{stem}.yaml",
        f"{stem}.yml.bak",
        f"{stem}.txt",
        f"x-{stem}.yml",
        f"{stem} (1).yml",
        name.upper(),
    ]
    new = f"{folder}/{dice.choice(wrong)}"
    return Slip(new, 1, {sheet.path: None, new: sheet.text})


@kind("file: stray", GROUP)
def stray(dice: random.Random, files: Files) -> Slip | None:
    sheet = _sheet(dice, files)
    folder = sheet.path.rpartition("/")[0] or "rulebooks"
    new = f"{folder}/{dice.choice(['notes.txt', 'copy.doc', 'duties.csv', 'Thumbs.db', 'todo', 'old.yaml'])}"
    return Slip(new, 1, {new: "x\n"})


@kind("file: copied beside the original", GROUP)
def copied(dice: random.Random, files: Files) -> Slip | None:
    pattern = dice.choice([COLLECTIONS[c] for c in ("duties", "meetings", "procedures")])
    sheet = dice.choice(sheets(files, pattern))
    new = sheet.path.removesuffix(".yml") + dice.choice([" copy.yml", "-2.yml", "_old.yml"])
    return Slip(new, 1, {new: sheet.text})


@kind("file: link out of the data", GROUP)
def link(dice: random.Random, files: Files) -> Slip | None:
    sheet = _sheet(dice, files)
    up = "../" * (sheet.path.count("/") + 1)
    target = dice.choice([f"{up}outside.yml", "/etc/hostname", f"{up}{up}../../etc/passwd", "/dev/zero"])
    return Slip(sheet.path, 1, {sheet.path: Link(target)})


@kind("file: link to itself or to nothing", GROUP)
def loop(dice: random.Random, files: Files) -> Slip | None:
    sheet = _sheet(dice, files)
    return Slip(sheet.path, 1, {sheet.path: Link(dice.choice([sheet.path.rpartition("/")[2], "gone.yml"]))})


@kind("file: a duty in another article's file", GROUP)
def other_article(dice: random.Random, files: Files) -> Slip | None:
    entry = dice.choice([e for e in entries(files, "duties") if e.spot and len(e.sheet.value) > 1])
    other = dice.choice([one for one in sheets(files, "duties/*.yml") if one.path != entry.sheet.path])
    first, end = entry.sheet.extent(entry.spot)  # type: ignore[arg-type]
    moved = entry.sheet.lines[first:end]
    rest = entry.sheet.delete(entry.spot).files[entry.sheet.path]  # type: ignore[arg-type]
    text = other.text.rstrip("\n") + "\n\n" + "\n".join(moved) + "\n"
    line = other.text.rstrip("\n").count("\n") + 3
    return Slip(other.path, line, {other.path: text, entry.sheet.path: rest})
