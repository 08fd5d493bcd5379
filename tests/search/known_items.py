"""Questions whose right answer is known: each is made from one article of a collection of laws.

The same ones each time. Phrases are whole clauses, so that a search by words meets no half ones. No other
article holds what is asked for, so that there is one right answer.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import opencc
from pypinyin import lazy_pinyin

from macros.model import ProvisionId
from tests.search.corpus import Law

SEED = 7
SHORTEST, LONGEST = 6, 10
"""Signs of a phrase."""
PIECE = 4
"""Signs of each of two separate pieces, the beginning of a clause and the end of a later one."""
USUAL = 20
"""How often a sign stands in the collection at least, to be typed by mistake for another."""
STATE = "中华人民共和国"
_RUN = re.compile(r"[\u4e00-\u9fff]+")


@dataclass(frozen=True)
class Question:
    """What is typed, and the law (from 0) and article (from 1) it is about."""

    kind: str
    ask: str
    law: int
    article: int


class Source:
    """The articles of the laws, as questions are drawn from them."""

    def __init__(self, laws: Sequence[Law]) -> None:
        self.laws = laws
        self.texts = {
            (law, number): words(article)
            for law, one in enumerate(laws)
            for number, article in enumerate(one.articles, start=1)
        }
        held = Counter(self.texts.values())
        self.keys = [key for key, text in self.texts.items() if held[text] == 1]
        titles = Counter(law.title for law in laws)
        self.named = [key for key in self.keys if titles[laws[key[0]].title] == 1]

    @cached_property
    def alike(self) -> dict[str, list[str]]:
        """The usual signs of the collection by their sound."""
        found: dict[str, list[str]] = defaultdict(list)
        for sign, times in sorted(Counter("".join(self.texts.values())).items()):
            if times >= USUAL and _RUN.match(sign):
                found[lazy_pinyin(sign)[0]].append(sign)
        return found

    def only(self, key: tuple[int, int], *pieces: str) -> bool:
        """Tell whether an article alone holds all the pieces."""
        return not any(
            key != other and all(piece in text for piece in pieces) for other, text in self.texts.items()
        )


def words(article: Sequence[tuple[str, Sequence[str]]]) -> str:
    """Return all that an article says, its paragraphs and points on lines of their own."""
    return "\n".join(line for text, points in article for line in (text, *points))


def questions(laws: Sequence[Law], each: int = 20) -> list[Question]:
    """Draw so many questions of each kind."""
    source = Source(laws)
    return [one for kind, make in KINDS.items() for one in _drawn(kind, make, source, each)]


Maker = Callable[[Source, tuple[int, int], random.Random], "str | None"]


def _drawn(kind: str, make: Maker, source: Source, each: int) -> Iterator[Question]:
    chance = random.Random(f"{SEED} {kind}")
    keys = list(source.named if make is _citation else source.keys)
    chance.shuffle(keys)
    count = 0
    for law, article in keys:
        ask = make(source, (law, article), chance)
        if ask:
            yield Question(kind, ask, law, article)
            count += 1
        if count == each:
            return


def _phrase(source: Source, key: tuple[int, int], chance: random.Random) -> str | None:
    clauses = [run for run in _RUN.findall(source.texts[key]) if SHORTEST <= len(run) <= LONGEST]
    phrase = chance.choice(clauses) if clauses else ""
    return phrase if phrase and source.only(key, phrase) else None


def _pieces(source: Source, key: tuple[int, int], chance: random.Random) -> str | None:
    runs = [run for run in _RUN.findall(source.texts[key]) if len(run) >= PIECE]
    if len(runs) < 2:
        return None
    first, second = sorted(chance.sample(range(len(runs)), 2))
    pieces = (runs[first][:PIECE], runs[second][-PIECE:])
    return " ".join(pieces) if source.only(key, *pieces) else None


def _traditional(source: Source, key: tuple[int, int], chance: random.Random) -> str | None:
    phrase = _phrase(source, key, chance)
    written = opencc.OpenCC("s2t").convert(phrase) if phrase else None
    return written if written != phrase else None


def _pinyin(source: Source, key: tuple[int, int], chance: random.Random) -> str | None:
    phrase = _phrase(source, key, chance)
    return "".join(lazy_pinyin(phrase)) if phrase else None


def _homophone(source: Source, key: tuple[int, int], chance: random.Random) -> str | None:
    phrase = _phrase(source, key, chance)
    if not phrase:
        return None
    sounds = lazy_pinyin(phrase)
    places = list(range(len(phrase)))
    chance.shuffle(places)
    for at in places:
        others = [sign for sign in source.alike[sounds[at]] if sign != phrase[at]]
        if others:
            return phrase[:at] + chance.choice(others) + phrase[at + 1 :]
    return None


def _citation(source: Source, key: tuple[int, int], _chance: random.Random) -> str:
    return source.laws[key[0]].title.removeprefix(STATE) + ProvisionId(2, key[1]).own_label.zh


KINDS: dict[str, Maker] = {
    "a phrase": _phrase,
    "two pieces": _pieces,
    "in Traditional script": _traditional,
    "in pinyin": _pinyin,
    "with a wrong homophone": _homophone,
    "law and number": _citation,
}
