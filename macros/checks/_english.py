"""Reading English as a checker of translations does: words by their stems, names the longest first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from macros.checks._tools import once, walked
from macros.model import Bilingual, Place, Rulebook

_WORD = re.compile(r"[A-Za-z]+")
_SMALL = frozenset(
    {"a", "an", "and", "by", "for", "from", "in", "of", "on", "or", "out", "s", "the", "to", "with"}
)
_FACTS = ("documents", "meetings", "procedures", "terms")
"""What has texts that say what the words say; labels may be shorter."""
_ENDINGS = re.compile(
    r"(?:ations?|at(?:es?|ed|ing)|ments?|ings?|ional|ions?|isation|ies|ied|ers?|ors?|ly|ed|es|s|e|y)$"
)


@cache
def stem(word: str) -> str:
    """Return a word without the endings that bend it: evaluating, evaluation and evaluate agree."""
    out = word.lower()
    while True:
        shorter = _ENDINGS.sub("", out)
        if len(shorter) < 4 or shorter == out:
            return out
        out = shorter


@lru_cache(4096)
def stems(text: str) -> tuple[str, ...]:
    """Return the stems of a text's words, small words left out."""
    return tuple(stem(word) for word in _WORD.findall(text) if word.lower() not in _SMALL)


@lru_cache(16)
def _by_first_word(names: tuple[tuple[str, ...], ...]) -> dict[str, list[tuple[str, ...]]]:
    """Return names by the word they begin with, the longest first."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted({name for name in names if name}, key=lambda name: (-len(name), name)):
        out.setdefault(name[0], []).append(name)
    return out


def counted(text: str, names: list[tuple[str, ...]]) -> Counter[tuple[str, ...]]:
    """Count how often each name (its stems) stands in a text; a longer name takes its words first."""
    words = stems(text)
    found: Counter[tuple[str, ...]] = Counter()
    ordered = _by_first_word(tuple(names))
    at = 0
    while at < len(words):
        for name in ordered.get(words[at], ()):
            if words[at : at + len(name)] == name:
                found[name] += 1
                at += len(name)
                break
        else:
            at += 1
    return found


@dataclass(frozen=True)
class Pair:
    """Chinese and the English beside it."""

    zh: str
    en: str
    place: Place | None
    of_text: bool
    """Whether it is a provision's translation, which has to say all that the text says."""


@once
def pairs(rulebook: Rulebook) -> tuple[Pair, ...]:
    """Return every translation that is not stale, then the texts of duties and facts, and definitions."""
    return tuple(_pairs(rulebook))


def _pairs(rulebook: Rulebook) -> Iterator[Pair]:
    for provision in rulebook.provisions.values():
        if provision.text is not None and provision.text.en and provision.translated_from == provision.zh:
            yield Pair(provision.zh, provision.text.en, provision.places.get("translation"), True)
    for duty in rulebook.duties.values():
        for text in duty.phrases:
            yield Pair(text.zh, text.en, text.place("en"), False)
    for collection, _, trail, model in walked(rulebook):
        if (
            isinstance(model, Bilingual)
            and collection in _FACTS
            and trail[-1:] in (("text",), ("definition",))
        ):
            yield Pair(model.zh, model.en, model.place("en"), False)
