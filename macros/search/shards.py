"""The tables of a large index, each in files of which a query needs but a few.

A token's entry is how many groups hold it, in base 36, then the groups: the step from the one before, in base
36, and how strongly it is held there, A to I. Long lists keep the groups that hold the token most.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from macros.search import tokens
from macros.search.signs import is_han
from macros.search.units import Group

FIELDS: dict[str, tuple[float, float]] = {
    "heading": (3, 0.3),
    "names": (1.6, 0.2),
    "text": (1.3, 0.5),
    "rest": (0.4, 0.4),
    "title": (1.5, 0.4),
    "book": (0.3, 0),
}
"""How much a match in each field counts, and how much the field's length tells against it (BM25F)."""

LONGEST = 1500
"""Groups that a token's entry names at most."""
LONGEST_NAME, MOST_WAYS = 16, 32
"""Signs of a name that can be asked for by initials, and how many ways to read them are kept."""
_SATURATION = 1.1
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass
class Counted:
    """How often each token stands in each field of each group, and how long the fields are on average."""

    groups: list[dict[str, Counter[str]]]
    lengths: dict[str, float]


def count(groups: Sequence[Group], titles: Mapping[str, str]) -> Counted:
    """Count the tokens of all groups; `titles` are the rulebooks', by id."""
    counted = [_fields(group, titles[group.rulebook]) for group in groups]
    lengths = {
        name: max(1.0, round(sum(each[name].total() for each in counted) / max(1, len(counted)), 2))
        for name in ("heading", "names", "text", "rest", "book")
    }
    return Counted(counted, {**lengths, "title": 12.0})


def _fields(group: Group, title: str) -> dict[str, Counter[str]]:
    texts: dict[str, list[str]] = {"heading": [*group.heading, *group.label], "names": [*group.asked]}
    text: list[str] = []
    rest: list[str] = []
    for unit in group.units:
        texts["names"] += unit.names
        if unit.kind == "provision":
            text += unit.text
        elif unit.kind in ("duty", "question"):
            rest += (*unit.title, *unit.text)
        else:
            texts["names"] += unit.title
            rest += unit.text
    texts |= {"text": text, "rest": rest, "book": [title]}
    return {
        name: Counter(tokens.tokens(tokens.fold("\n".join(filter(None, each)))))
        for name, each in texts.items()
    }


def postings(counted: Counted) -> dict[str, str]:
    """Return the entry of every token."""
    held: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, fields in enumerate(counted.groups):
        strong: dict[str, float] = defaultdict(float)
        for name, counts in fields.items():
            weight, lean = FIELDS[name]
            against = 1 - lean + lean * counts.total() / counted.lengths[name]
            for token, times in counts.items():
                if name != "book":
                    strong[token] += weight * times / against
        for token, sum_ in strong.items():
            held[token].append((number, sum_ / (_SATURATION + sum_)))
    return {token: _entry(found) for token, found in held.items()}


def _entry(found: list[tuple[int, float]]) -> str:
    kept = found
    if len(found) > LONGEST:
        kept = sorted(sorted(found, key=lambda one: (-one[1], one[0]))[:LONGEST])
    out = [_base36(len(found)), ":"]
    before = -1
    for number, strength in kept:
        out.append(_base36(number - before) + "ABCDEFGHI"[min(8, max(0, math.ceil(strength * 9) - 1))])
        before = number
    return "".join(out)


def _base36(number: int) -> str:
    out = ""
    while True:
        number, digit = divmod(number, 36)
        out = _DIGITS[digit] + out
        if not number:
            return out


def sounding(found: Iterable[str], sounds: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the pairs of signs among tokens by how they sound: `bu wu` → 部务."""
    readings: dict[str, list[str]] = defaultdict(list)
    for syllable, signs in sounds.items():
        for sign in signs:
            readings[sign].append(syllable)
    out: dict[str, list[str]] = defaultdict(list)
    for token in sorted(found):
        if len(token) == 2 and is_han(token[0]):
            for first in readings.get(token[0], ()):
                for second in readings.get(token[1], ()):
                    out[f"{first} {second}"].append(token)
    return dict(out)


def initials(names: Iterable[str], sounds: Mapping[str, str]) -> dict[str, list[str]]:
    """Return whole names by the first letters of their syllables: bwh → 部务会, and bwk, for 会 has two."""
    letters: dict[str, set[str]] = defaultdict(set)
    for syllable, signs in sounds.items():
        for sign in signs:
            letters[sign].add(syllable[0])
    out: dict[str, list[str]] = defaultdict(list)
    for name in sorted(set(names)):
        if 1 < len(name) <= LONGEST_NAME and all(sign in letters for sign in name):
            for written in islice(product(*(sorted(letters[sign]) for sign in name)), MOST_WAYS):
                out["".join(written)].append(name)
    return dict(out)


def vocabulary(texts: Iterable[str]) -> dict[str, list[str]]:
    """Return the English words of texts by their first letter."""
    out: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for word in tokens.words(tokens.fold(text)):
            if len(word) > 2:
                out[word[0]].add(word)
    return {letter: sorted(found) for letter, found in sorted(out.items())}


def spread(table: Mapping[str, object], count: int) -> Iterator[dict[str, object]]:
    """Yield the entries of each of `count` files of a table."""
    out: list[dict[str, object]] = [{} for _ in range(count)]
    for key in sorted(table):
        out[_hash(key) % count][key] = table[key]
    yield from out


def _hash(key: str) -> int:
    """FNV-1a over the key's 16-bit units; docs/assets/search/tables.js has the same."""
    value = 0x811C9DC5
    encoded = key.encode("utf-16-le")
    for at in range(0, len(encoded), 2):
        value = ((value ^ int.from_bytes(encoded[at : at + 2], "little")) * 0x01000193) & 0xFFFFFFFF
    return value
