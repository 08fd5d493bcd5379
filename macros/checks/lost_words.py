"""A duty and the translation of its article use the same English words; what one lacks may be lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pydantic import BaseModel

from macros.checks._english import stem, stems
from macros.checks._tools import quoted, walked, words_around, written
from macros.checks.phrases import share
from macros.model import Bilingual, Code, Duty, Finding, Meeting, Provision, Role, Rulebook, Term
from macros.model.base import TODO
from macros.model.provision import head_of

LOST = Code(
    "words-lost-in-translation",
    "warning",
    "译文里没有职责所说的",
    "A translation lacks what a duty of its article says",
)

NOWHERE = Code(
    "word-nowhere-else",
    "warning",
    "译文用了别处都没有的词",
    "A translation uses a word that nothing else uses",
)

CODES = (LOST, NOWHERE)

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
        roots.setdefault(head_of(provision.id), set()).update(_roots(provision))
    named = _named(rulebook)
    yield from _nowhere(rulebook)
    for _, _, _, model in walked(rulebook):
        yield from _beside_words(rulebook, model)
    for duty in rulebook.duties.values():
        provisions = [rulebook.provisions[one.at] for one in duty.words if one.at in rulebook.provisions]
        if not provisions or any(not one.text or TODO in one.text.en for one in provisions):
            continue
        if share(duty.action.zh, quoted(duty.words)) >= _OWN_WORDS:
            known = named.union(*(_roots(one) for one in provisions))
        else:
            known = set().union(*(roots[head_of(one.id)] for one in provisions))
        yield from _lost(rulebook, duty, known, provisions)


def _roots(provision: Provision) -> set[str]:
    return {word[:_ROOT] for word in stems(provision.text.en)} if provision.text else set()


def _named(rulebook: Rulebook) -> set[str]:
    """Return the roots of what has a name: whether it is called by it is another check's matter."""
    things: list[Term | Role | Meeting] = [
        *rulebook.terms.values(),
        *rulebook.roles.values(),
        *rulebook.meetings.values(),
    ]
    return {word[:_ROOT] for thing in things for word in stems(thing.name.en)}


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


def _beside_words(rulebook: Rulebook, model: BaseModel) -> Iterator[Finding]:
    """What a fact says in the words it cites is said in the words of their translation."""
    text, words = getattr(model, "text", None), getattr(model, "words", ())
    cited = [rulebook.provisions[one.at] for one in words if one.at in rulebook.provisions]
    if not isinstance(text, Bilingual) or not cited or share(text.zh, quoted(words)) < _OWN_WORDS:
        return
    if any(one.text is None or TODO in one.text.en for one in cited):
        return
    known = set().union(*map(_roots, cited))
    lost = [word for word in stems(text.en) if word[:_ROOT] not in known]
    if lost:
        said = (f"所引条款的译文里没有 {', '.join(lost)}", f"the translation cited lacks {', '.join(lost)}")
        hint = ("照译文写，或改译文", "say it as the translation does, or mend that")
        yield LOST.at(text.place("en"), *said, hint)


_ENOUGH = 300
"""Different words that make a vocabulary; in a smaller rulebook many a word stands once."""
_LETTERS = 5
# Words of modality and syntax, which duties say by other means.
_OF_SYNTAX = frozenset(
    ["hereby", "please", "wherever", "whoever", "whenever", "within", "where", "while", "whom", "whose"]
)


def _nowhere(rulebook: Rulebook) -> Iterator[Finding]:
    """What an article orders is said again by its duties, so that a word of its own is likely a slip."""
    uses: Counter[str] = Counter()
    for one in written(rulebook):
        uses.update({word[:_LETTERS] for word in stems(one.text.en)})
    if len(uses) < _ENOUGH:
        return
    ordered = {one.at for duty in rulebook.duties.values() for one in duty.words}
    syntax = {stem(word)[:_LETTERS] for word in _OF_SYNTAX}
    for provision in rulebook.provisions.values():
        if provision.id not in ordered or provision.text is None or TODO in provision.text.en:
            continue
        for word in stems(provision.text.en):
            if uses[word[:_LETTERS]] == 1 and len(word) >= _LONG and word[:_LETTERS] not in syntax:
                said = (f"“{word}…”在全部英文里只有这里用", f'"{word}…" stands here and in no other English')
                hint = (
                    "核对译文；用职责和术语里的词",
                    "look at the text; use the words of its duties and terms",
                )
                yield NOWHERE.at(provision.places.get("translation"), *said, hint)
                break
