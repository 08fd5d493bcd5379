"""Two texts side by side whose English looks exchanged, learnt from which words stand with which.

A sign pair and an English stem belong together as often as texts hold both (the Dice coefficient:
L. R. Dice, Measures of the Amount of Ecologic Association Between Species, Ecology 26, 1945). No
dictionary is needed, and a rulebook's own language counts.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations

from macros.checks._english import stems
from macros.checks._tools import walked
from macros.checks.exits import DENIES
from macros.model import Bilingual, Code, Finding, OpenQuestion, Rulebook

CROSSED = Code(
    "english-exchanged", "warning", "两处的英文像是换了位置", "The English of two texts looks exchanged"
)

CODES = (CROSSED,)

_MARGIN = 0.06
"""By how much two texts fit better exchanged; ours do by 0.04 at most."""
_LONGEST = 60
"""Signs of a text that is learnt from: in long ones everything stands with everything."""
_FOLDERS = ("documents", "meetings", "procedures", "roles", "terms")
_RUN = re.compile("[一-鿿]+")
_NOT_EN = re.compile(r"\b(?:not?|neither|nor|none|without|fewer|less|below|un\w+)\b", re.IGNORECASE)
_NOT = "¬"
_ASKS = "？?"


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Compare the texts of one file two and two, and those of one open question."""
    groups = list(_groups(rulebook))
    fits = _Fits(text for group in groups for text in group)
    for group in groups:
        different = list({(text.zh, text.en): text for text in group}.values())
        pairs = [
            (-gain, at, one, other)
            for at, (one, other) in enumerate(combinations(different, 2))
            if one.zh != other.zh and one.en != other.en and (gain := fits.crossed(one, other)) > _MARGIN
        ]
        told: set[str] = set()
        for _, _, one, other in sorted(pairs, key=lambda pair: pair[:2]):
            if told & {one.en, other.en}:
                continue  # a text that stands wrong fits several others better
            told |= {one.en, other.en}
            said = (
                f"“{one.zh}”与“{other.zh}”的英文像是换了位置",
                f'"{one.en}" and "{other.en}" look exchanged',
            )
            hint = ("换回来，或核对译文", "put them back, or look at what they translate")
            yield CROSSED.at(one.place("en"), *said, hint)


def _groups(rulebook: Rulebook) -> Iterator[list[Bilingual]]:
    by_file: dict[str, list[Bilingual]] = defaultdict(list)
    for collection, top, _, model in walked(rulebook):
        if not isinstance(model, Bilingual) or not model.en or not 1 < len(model.zh) <= _LONGEST:
            continue
        place = model.place("en")
        if collection in _FOLDERS and place:
            by_file[place.path].append(model)
        elif isinstance(top, OpenQuestion):
            by_file[f"{collection} {top.id}"].append(model)
    yield from by_file.values()


class _Fits:
    """How well an English text fits a Chinese one, from 0 to 1."""

    def __init__(self, texts: Iterable[Bilingual]) -> None:
        pairs = {(_signs(text.zh), _words(text.en)) for text in texts}
        signs = Counter(sign for some, _ in pairs for sign in some)
        words = Counter(word for _, some in pairs for word in some)
        both = Counter((sign, word) for some, others in pairs for sign in some for word in others)
        self._shares = {
            (sign, word): 2 * times / (signs[sign] + words[word])
            for (sign, word), times in both.items()
            if times > 1
        }
        self._known: dict[tuple[str, str], float] = {}

    def crossed(self, one: Bilingual, other: Bilingual) -> float:
        """Return by how much two texts would fit better if their English were exchanged."""
        straight = self._fit(one.zh, one.en) + self._fit(other.zh, other.en)
        return self._fit(one.zh, other.en) + self._fit(other.zh, one.en) - straight

    def _fit(self, zh: str, en: str) -> float:
        found = self._known.get((zh, en))
        if found is None:
            signs, words = _signs(zh), _words(en)
            share = self._shares.get
            rows = [[share((sign, word), 0.0) for word in words] for sign in signs]
            best = (
                sum(map(max, rows)) / len(rows) + sum(map(max, zip(*rows, strict=True))) / len(words)
                if rows and words
                else 0.0
            )
            found = self._known[zh, en] = best / 2
        return found


@lru_cache(8192)
def _signs(zh: str) -> frozenset[str]:
    runs = _RUN.findall(zh)
    pairs = {run[at : at + 2] for run in runs for at in range(max(len(run) - 1, 1))}
    return frozenset(pairs | _marks(DENIES.search(zh) is not None, zh[-1:] in _ASKS))


@lru_cache(8192)
def _words(en: str) -> frozenset[str]:
    return frozenset({*stems(en)} | _marks(_NOT_EN.search(en) is not None, en[-1:] in _ASKS))


def _marks(denies: bool, asks: bool) -> set[str]:
    """Return what stands for a negation and for a question in either language."""
    return {mark for mark, there in ((_NOT, denies), (_ASKS, asks)) if there}
