"""What slips need to know of the rules: provisions, names, duties, and what covers which words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.mutation.sheet import Sheet, Spot, all_sheets, sheets
from tests.mutation.slip import Files

COLLECTIONS = {
    "duties": "duties/*.yml",
    "roles": "roles.yml",
    "meetings": "meetings/*.yml",
    "documents": "documents.yml",
    "procedures": "procedures/*.yml",
    "terms": "terms.yml",
    "open_questions": "open-questions.yml",
}


@dataclass(frozen=True, eq=False)
class Entry:
    """A statement with an id, in the file it stands in."""

    sheet: Sheet
    trail: tuple[str | int, ...]
    value: Any

    @property
    def spot(self) -> Spot | None:
        return self.sheet.by_trail.get(self.trail)

    def at(self, *trail: str | int) -> Spot | None:
        return self.sheet.by_trail.get((*self.trail, *trail))

    def below(self) -> Iterator[Spot]:
        depth = len(self.trail)
        return (
            spot for spot in self.sheet.spots if spot.trail[:depth] == self.trail and spot.trail != self.trail
        )


def entries(files: Files, collection: str) -> list[Entry]:
    """Return the statements of a collection."""
    out = []
    for sheet in sheets(files, COLLECTIONS[collection]):
        if isinstance(sheet.value, list):
            out += [Entry(sheet, (index,), value) for index, value in enumerate(sheet.value)]
        elif isinstance(sheet.value, dict):
            out.append(Entry(sheet, (), sheet.value))
    return out


def text_sheet(files: Files) -> Sheet:
    return sheets(files, "text/*.yml")[-1]


def provisions(files: Files) -> dict[str, str]:
    return dict(text_sheet(files).value)


def text_line(files: Files, provision: str) -> tuple[tuple[str, int], ...]:
    """Return where a provision stands in the text, for a slip's `aside`."""
    sheet = text_sheet(files)
    spot = sheet.by_trail.get((provision,))
    return ((sheet.path, spot.line + 1),) if spot else ()


def article(provision: str) -> str:
    return provision.partition("__")[0]


@dataclass(frozen=True, eq=False)
class Quote:
    sheet: Sheet
    spot: Spot
    at: str
    """The provision the quote is said to stand in."""
    top: str
    """`duties`, `roles` …: where it stands."""


def quotes(files: Files) -> list[Quote]:
    """Return every quote of every statement."""
    out = []
    for sheet in all_sheets(files):
        top = sheet.path.split("/")[2].removesuffix(".yml") if sheet.path.count("/") > 1 else ""
        for spot in sheet.spots:
            if spot.text is None:
                continue
            if "words" in spot.trail:
                at = spot.trail[spot.trail.index("words") + 1 :][:1]
                if at and (len(spot.trail) < 3 or spot.key != "occurrence"):
                    out.append(Quote(sheet, spot, str(at[0]), top))
            elif top == "coverage" and spot.key == "quote":
                out.append(Quote(sheet, spot, sheet.value[spot.trail[0]]["at"], top))
    return out


def covers(quote: Quote) -> bool:
    """Tell whether a quote counts as covering the words it quotes."""
    trail = quote.spot.trail
    if quote.top == "coverage":
        return True
    if quote.top == "duties":
        return trail[1] in ("words", "rhythm")
    if quote.top == "meetings":
        return trail[0] != "words"
    return quote.top == "documents" and trail[1] != "words"


def bare_without(files: Files, left_out: Iterable[Spot]) -> dict[str, str]:
    """Return the words of articles that nothing covers once these quotes are gone."""
    gone = {id(spot) for spot in left_out}
    texts = provisions(files)
    counts = {at: [0] * len(words) for at, words in texts.items()}
    for quote in quotes(files):
        start = texts.get(quote.at, "").find(quote.spot.text or "")
        if start >= 0 and covers(quote) and id(quote.spot) not in gone:
            for index in range(start, start + len(quote.spot.text or "")):
                counts[quote.at][index] += 1
    out = {}
    for at, count in counts.items():
        bare = "".join(letter for letter, n in zip(texts[at], count, strict=True) if not n)
        bare = "".join(re.findall(r"[\u4e00-\u9fffA-Za-z0-9]", bare))
        if at.startswith("art_") and bare:
            out[at] = bare
    return out


def names(files: Files) -> dict[str, str]:
    """Return the id of each role and meeting by its Chinese name."""
    out = {}
    for collection in ("roles", "meetings"):
        for entry in entries(files, collection):
            out[re.sub("（.*）", "", entry.value["name"]["zh"])] = entry.value["id"]
    out["机构部"] = "department"
    return out


def named(files: Files, text: str) -> set[str]:
    """Return the roles and meetings a text names, longer names first: 副主任 is no 主任."""
    known = names(files)
    masks = {entry.value["name"]["zh"]: "" for entry in entries(files, "terms")}
    found = set()
    for name in sorted({**masks, **known}, key=len, reverse=True):
        if name in text:
            found.add(known.get(name, ""))
            text = text.replace(name, "・")
    return found - {""}


def words_of(value: Any) -> list[tuple[str, str]]:
    """Return provision and quote of a statement's own words."""
    out = []
    for at, several in (value.get("words") or {}).items():
        for quote in several if isinstance(several, list) else [several]:
            out.append((at, quote["quote"] if isinstance(quote, dict) else quote))
    return out


def quoted(value: Any) -> str:
    return "／".join(quote for _, quote in words_of(value))
