"""Chinese signs typed for others that sound alike: 主认 for 主任, 携商 for 协商.

A sign that stands beside its neighbours only here, between two signs between which another of the same
sound usually stands, was likely chosen wrongly from an input method's list.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from macros.checks._tools import written
from macros.model import Code, Finding, Rulebook

LIKELY = Code(
    "sign-that-sounds-alike", "warning", "像是同音字打错了", "A sign looks like another of the same sound"
)

CODES = (LIKELY,)

_NOT_SIGNS = re.compile("[^\u4e00-\u9fff]+")
EDGE = "^"
"""Stands before and behind a run of signs."""
_USUAL = 2
"""Times that the other sign stands beside each of the neighbours."""
_SMALL_WORDS = frozenset("那哪的地得他她它在再")
_PARTICLES = frozenset("地得")

Named = dict[tuple[str, int], list[tuple[str, int]]]
"""Names and a place in each, by a sign beside that place and the side it stands on (1 behind, -1 before)."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every rare sign of every Chinese text that editors wrote."""
    texts = [(runs_of(one.text.zh), one.zh_place) for one in written(rulebook)]
    runs = [run for several, _ in texts for run in several]
    pairs = Counter(run[at : at + 2] for run in runs for at in range(len(run) - 1))
    between: dict[str, set[str]] = defaultdict(set)
    for run in runs:
        for at in range(1, len(run) - 1):
            between[run[at - 1] + run[at + 1]].add(run[at])
    names = _names(rulebook)
    for several, place in texts:
        for run in several:
            for at in range(1, len(run) - 1):
                before, sign, after = run[at - 1], run[at], run[at + 1]
                if sign in _PARTICLES and _should_be_of(before, sign, after, pairs):
                    wrong, right = f"{before}{sign}{after}", f"{before}的{after}"
                    yield LIKELY.at(place, *_said(wrong, right))
                if sign in _SMALL_WORDS or pairs[before + sign] > 1 or pairs[sign + after] > 1:
                    continue
                likely = (
                    other
                    for other in sorted(between[before + after] - {sign})
                    if min(pairs[before + other], pairs[other + after]) >= _USUAL
                )
                meant = next((other for other in likely if _sounds(sign) & _sounds(other)), None)
                around = tuple(f"{before}{one}{after}".replace(EDGE, "") for one in (sign, meant))
                slip = around if meant else _named(run, at, names)
                # Last, since the table of words takes longest to read.
                if slip and not (is_word(before + sign) or is_word(sign + after)):
                    wrong, right = slip
                    yield LIKELY.at(place, *_said(wrong, right))


def _said(wrong: str, right: str) -> tuple[str, str, tuple[str, str]]:
    hint = (f"是不是“{right}”？", f'did you mean "{right}"?')
    return f"“{wrong}”像是“{right}”打错了", f'"{wrong}" looks like "{right}" mistyped', hint


def _should_be_of(before: str, sign: str, after: str, pairs: Counter[str]) -> bool:
    """Tell whether 的 belongs where 地 or 得 stands: both neighbours have it elsewhere, and this nowhere."""
    alone = pairs[before + sign] == 1 and pairs[sign + after] == 1
    usual = pairs[before + "的"] and pairs["的" + after]
    return bool(alone and usual) and not (is_word(before + sign) or is_word(sign + after))


def _names(rulebook: Rulebook) -> Named:
    """Return the names that texts speak of, with each place in them, by a sign that stands beside it."""
    things = (rulebook.roles, rulebook.meetings, rulebook.documents, rulebook.terms)
    several = (_NOT_SIGNS.split(one.name.zh.strip("《"))[0] for named in things for one in named.values())
    beside: Named = defaultdict(list)
    for name in sorted({name for name in several if len(name) > 1}):
        for at in range(len(name)):
            step = 1 if at + 1 < len(name) else -1
            beside[name[at + step], step].append((name, at))
    return beside


def _named(run: str, at: int, names: Named) -> tuple[str, str] | None:
    """Return what stands here and the name that it is but for one sign of the same sound."""
    found = []
    for name, inside in (*names.get((run[at + 1], 1), ()), *names.get((run[at - 1], -1), ())):
        start = at - inside
        here = run[max(start, 0) : start + len(name)]
        same = here == name[:inside] + run[at] + name[inside + 1 :] and start > 0
        if same and name[inside] != run[at] and _sounds(name[inside]) & _sounds(run[at]):
            found.append((name, here))
    if not found:
        return None
    name, here = min(found)
    return here, name


def runs_of(zh: str) -> list[str]:
    """Return the runs of signs of a text, each between two edges."""
    return [f"{EDGE}{run}{EDGE}" for run in _NOT_SIGNS.split(zh) if run]


def _table(name: str) -> dict[str, Any]:
    """Read a table of pypinyin's, whose package takes longer to import than a check to run."""
    found = find_spec("pypinyin")
    folders = found.submodule_search_locations if found else None
    path = Path(next(iter(folders))) / f"{name}.json" if folders else None
    return json.loads(path.read_text(encoding="utf-8")) if path and path.exists() else {}


@cache
def _readings() -> dict[str, Any]:
    """Return the readings of each sign by its code point."""
    return _table("pinyin_dict")


def is_word(signs: str) -> bool:
    """Tell whether signs are a word that there is: 同义 is not 同意 mistyped."""
    return signs in _words()


@cache
def _words() -> dict[str, Any]:
    """Return words that there are, as far as pypinyin lists them."""
    return _table("phrases_dict")


@cache
def _sounds(sign: str) -> frozenset[str]:
    return frozenset(_readings().get(str(ord(sign)), "").split(",")) - {""}
