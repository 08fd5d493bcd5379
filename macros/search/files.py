"""The files of the index, scripts that hand their data over: a page opened from a disk may not fetch.

A small handbook's index is two files, and the browser counts for itself. A large one's lies in shards: texts
in bundles, tables of tokens, sounds, initials and English words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from macros.derive import links
from macros.model import Handbook
from macros.model.base import Bilingual
from macros.search import shards, signs
from macros.search.tokens import STOP
from macros.search.units import KINDS, Group, groups

FOLDER = "search"
WHOLE = 400
"""Groups up to which the index is loaded whole; the longest text then weighs about as much as a picture."""
BUNDLE_BYTES, SHARD_BYTES = 3_000, 8_000
"""About how much one file of texts, or of a table, holds."""
_SHORT = {"zh": 6, "en": 24}
"""Longer phrases of the glossary are questions, not names to put in the place of another."""


def files(handbook: Handbook, whole: int = WHOLE) -> Iterator[tuple[str, bytes]]:
    """Yield the path of each file, from the site's root, and its content."""
    found = groups(handbook)
    roles = sorted({role for group in found for unit in group.units for role in unit.roles})
    names = {id: _pair(role.name) for book in handbook.rulebooks.values() for id, role in book.roles.items()}
    numbers = {role: number for number, role in enumerate(roles)}
    books = {book: number for number, book in enumerate(handbook.rulebooks)}
    records = [_record(group, books, numbers) for group in found]
    counted = shards.count(found, {book.id: book.head.title.zh for book in handbook.rulebooks.values()})
    sounds = signs.sounds(_chinese(found))
    tables: dict[str, Mapping[str, object]] = {}
    bundle = max(1, len(found))
    if len(found) > whole:
        tables = _tables(found, counted, sounds)
        bundle = max(1, round(BUNDLE_BYTES * len(records) / len(_json(records).encode())))
    counts = {name: max(1, round(len(_json(table).encode()) / SHARD_BYTES)) for name, table in tables.items()}
    core = {
        "kinds": KINDS, "paths": links.PATHS, "groups": len(found), "bundle": bundle, "shards": counts,
        "fields": shards.FIELDS, "lengths": counted.lengths, "stop": " ".join(sorted(STOP)),
        "roles": [{"id": role, "name": names[role]} for role in roles],
        "rulebooks": list(_books(handbook, found)),
        "variants": "".join(f"{sign}{form}" for sign, form in signs.variants(_chinese(found)).items()),
        "sounds": "|".join(f"{syllable}:{all}" for syllable, all in sounds.items()),
        "everyday": list(_everyday(handbook)),
    }  # fmt: skip
    yield _script("core", core)
    for first in range(0, len(records), bundle):
        yield _script(f"texts-{first // bundle}", [first, records[first : first + bundle]])
    for name, table in tables.items():
        for number, entries in enumerate(shards.spread(table, counts[name])):
            yield _script(f"{name}-{number}", entries)


def _tables(
    found: Sequence[Group], counted: shards.Counted, sounds: Mapping[str, str]
) -> dict[str, Mapping[str, object]]:
    grams = shards.postings(counted)
    names = [
        line for group in found for unit in group.units for line in _names(unit.kind, unit.title, unit.names)
    ]
    english = (text for group in found for unit in group.units for text in (unit.title[1], unit.text[1]))
    return {
        "grams": grams,
        "sounds": shards.sounding(grams, sounds),
        "initials": shards.initials(names, sounds),
        "words": shards.vocabulary((*english, *(group.heading[1] for group in found))),
    }


def _names(kind: str, title: Sequence[str], names: Sequence[str]) -> Iterator[str]:
    if kind in ("role", "meeting", "document", "term", "procedure"):
        yield title[0]
        yield from names[0].split("\n")


def _books(handbook: Handbook, found: Sequence[Group]) -> Iterator[dict[str, object]]:
    """Yield each rulebook: its names, the number of its first group, and which articles its groups are."""
    first = 0
    for id, own in groupby(found, key=lambda group: group.rulebook):
        heads = [int(group.id.removeprefix("art_")) if group.id[:4] == "art_" else 0 for group in own]
        head = handbook.rulebooks[id].head
        yield {"id": id, "title": _pair(head.title), "short": _pair(head.short_title), "first": first,
               "articles": _runs(heads)}  # fmt: skip
        first += len(heads)


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """Write article numbers as runs [first, how many]; a group that is no article has number 0."""
    out: list[list[int]] = []
    for number in numbers:
        if out and out[-1][0] and number == out[-1][0] + out[-1][1]:
            out[-1][1] += 1
        else:
            out.append([number, 1])
    return out


def _chinese(found: Iterable[Group]) -> Iterator[str]:
    for group in found:
        yield group.heading[0]
        for unit in group.units:
            yield from (unit.title[0], unit.text[0], unit.names[0])


def _record(group: Group, books: Mapping[str, int], roles: Mapping[str, int]) -> list[Any]:
    units = [
        [
            KINDS.index(unit.kind),
            unit.id,
            unit.title,
            unit.text,
            unit.names,
            [roles[role] for role in unit.roles],
        ]
        for unit in group.units
    ]
    return [books[group.rulebook], group.id, group.label, group.heading, units, group.asked]


def _everyday(handbook: Handbook) -> Iterator[list[Sequence[str]]]:
    for entry in handbook.everyday:
        yield [entry.say.zh, entry.say.en, entry.means.zh, entry.means.en]
    for rulebook in handbook.rulebooks.values():
        for term in rulebook.terms.values():
            zh = [one for one in (*term.synonyms.zh, *term.asked_as.zh) if len(one) <= _SHORT["zh"]]
            en = [one for one in (*term.synonyms.en, *term.asked_as.en) if len(one) <= _SHORT["en"]]
            if zh or en:
                yield [zh, en, [term.name.zh], [term.name.en]]


def _pair(text: Bilingual) -> list[str]:
    return [text.zh, text.en]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _script(name: str, value: object) -> tuple[str, bytes]:
    """Write a call that takes JSON; what HTML or an old script reader trips over is escaped."""
    text = _json(value).replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"{FOLDER}/{name}.js", f'handbookSearch.take("{name}",{text});\n'.encode()
