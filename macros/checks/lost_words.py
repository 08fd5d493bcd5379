"""A duty and the translation of its article use the same English words; what one lacks may be lost."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks._english import stems
from macros.checks._tools import words_around
from macros.checks.phrases import share
from macros.model import Code, Duty, Finding, Provision, Rulebook
from macros.model.base import TODO
from macros.model.provision import head_of

LOST = Code(
    "words-lost-in-translation",
    "warning",
    "译文里没有职责所说的",
    "A translation lacks what a duty of its article says",
)

CODES = (LOST,)

_LONG = 4
_ROOT = 4
"""Letters by which a word is known through its endings: decide, decision."""
_OWN_WORDS = 0.8
"""How much of an act is in the article's own Chinese; what is borrowed from another has other English."""
# Words an act needs because the text says it with a noun, or not at all.
_LIGHT = frozenset(
    [
        "that",
        "this",
        "them",
        "thes",
        "thos",
        "other",
        "which",
        "such",
        "make",
        "take",
        "keep",
        "hold",
        "give",
        "have",
        "let",
        "put",
        "one",
        "use",
        "set",
    ]
)


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every duty whose provisions are translated."""
    roots: dict[str, set[str]] = {}
    for provision in rulebook.provisions.values():
        words = stems(provision.text.en) if provision.text else ()
        roots.setdefault(head_of(provision.id), set()).update(word[:_ROOT] for word in words)
    for duty in rulebook.duties.values():
        provisions = [rulebook.provisions[one.at] for one in duty.words if one.at in rulebook.provisions]
        if not provisions or any(not one.text or TODO in one.text.en for one in provisions):
            continue
        known = set().union(*(roots[head_of(one.id)] for one in provisions))
        yield from _lost(rulebook, duty, known, provisions)


def _lost(rulebook: Rulebook, duty: Duty, roots: set[str], provisions: list[Provision]) -> Iterator[Finding]:
    if share(duty.action.zh, words_around(rulebook, duty.words)) < _OWN_WORDS:
        return
    # A condition has its own way to begin: where, whoever.
    for phrase in (one for one in duty.phrases if one is not duty.condition):
        lost = [
            word
            for word in stems(phrase.en)
            if len(word) >= _LONG and word not in _LIGHT and word[:_ROOT] not in roots
        ]
        if not lost:
            continue
        holding = max(provisions, key=lambda one: share(phrase.zh, one.zh))
        places = (phrase.place("en"), holding.places.get("translation"))
        said = (
            f"“{duty.id}”说的 {', '.join(lost)}，译文里没有",
            f'"{duty.id}" says {", ".join(lost)}, the translation of its article does not',
        )
        hint = ("把译漏的补上，或用译文的词", "translate what is missing, or use the translation's words")
        for place in places:
            yield LOST.at(place, *said, hint)
