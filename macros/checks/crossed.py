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
_FEW = 50
"""Texts of which every two are compared; of more it would take too long."""
_WELL = 0.6
_POORLY = 0.35
"""How well a text fits that is not looked at further: in one file, and among all open questions."""
LONGEST = 60
"""Signs of a text that is learnt from: in long ones everything stands with everything."""
_TELLING = 6
"""Signs that a text needs at least to be compared with those of other open questions."""
_FOLDERS = ("documents", "meetings", "procedures", "roles", "terms")
_RUN = re.compile("[一-鿿]+")
_NOT_EN = re.compile(r"\b(?:not?|neither|nor|none|without|fewer|less|below|un\w+)\b", re.IGNORECASE)
_NOT = "¬"
_ASKS = "？?"


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Compare the texts of one file two and two, and those of one open question."""
    groups = list(_groups(rulebook))
    fits = Fits(text for group, _ in groups for text in group)
    for group, enough in groups:
        some = [text for text in group if len(group) <= _FEW or fits.own(text) < enough]
        different = list({(text.zh, text.en): text for text in some}.values())
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
            yield CROSSED.at(other.place("en"), *said, hint)


def _groups(rulebook: Rulebook) -> Iterator[tuple[list[Bilingual], float]]:
    """Yield texts that may be exchanged, and the fit from which on one is surely its own."""
    by_file: dict[str, list[Bilingual]] = defaultdict(list)
    across: dict[str, list[Bilingual]] = defaultdict(list)
    by_file["headings"] = [one.heading for one in rulebook.provisions.values() if one.heading is not None]
    for collection, top, trail, model in walked(rulebook):
        if not isinstance(model, Bilingual) or not model.en or not 1 < len(model.zh) <= LONGEST:
            continue
        place = model.place("en")
        if collection in _FOLDERS and place:
            by_file[place.path].append(model)
        elif isinstance(top, OpenQuestion):
            by_file[f"{collection} {top.id}"].append(model)
            if len(model.zh) >= _TELLING:
                across["asks" if trail == ("asks",) else "answers"].append(model)
    yield from ((group, _WELL) for group in by_file.values())
    yield from ((group, _POORLY) for group in across.values())


class Fits:
    """How well an English text fits a Chinese one, from 0 to 1."""

    def __init__(self, texts: Iterable[Bilingual]) -> None:
        pairs = {(_signs(text.zh), _words(text.en)) for text in texts}
        signs = Counter(sign for some, _ in pairs for sign in some)
        words = Counter(word for _, some in pairs for word in some)
        both = Counter((sign, word) for some, others in pairs for sign in some for word in others)
        self._of_sign: dict[str, dict[str, float]] = defaultdict(dict)
        self._of_word: dict[str, dict[str, float]] = defaultdict(dict)
        for (sign, word), times in both.items():
            if times > 1:
                share = 2 * times / (signs[sign] + words[word])
                self._of_sign[sign][word] = self._of_word[word][sign] = share
        self._best: dict[frozenset[str], dict[str, float]] = {}

    def own(self, text: Bilingual) -> float:
        """Return how well a text's English fits its own Chinese."""
        return self._fit(text.zh, text.en)

    def crossed(self, one: Bilingual, other: Bilingual) -> float:
        """Return by how much two texts would fit better if their English were exchanged."""
        straight = self.own(one) + self.own(other)
        return self._fit(one.zh, other.en) + self._fit(other.zh, one.en) - straight

    def tie(self, zh: str, word: str) -> float:
        """Return how closely an English stem belongs to any sign pair of a Chinese text."""
        ties = self._of_word.get(word, {})
        return max((ties.get(pair, 0.0) for pair in _signs(zh)), default=0.0)

    def _fit(self, zh: str, en: str) -> float:
        signs, words = _signs(zh), _words(en)
        if not signs or not words:
            return 0
        to_words, to_signs = self._shares(signs, self._of_sign), self._shares(words, self._of_word)
        by_words = sum(to_words.get(word, 0.0) for word in words) / len(words)
        return (by_words + sum(to_signs.get(sign, 0.0) for sign in signs) / len(signs)) / 2

    def _shares(self, some: frozenset[str], table: dict[str, dict[str, float]]) -> dict[str, float]:
        """Return the greatest share that each sign or word of the other language has with one of these."""
        best = self._best.get(some)
        if best is None:
            best = self._best[some] = {}
            for one in some:
                for other, share in table.get(one, {}).items():
                    if share > best.get(other, 0.0):
                        best[other] = share
        return best


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
