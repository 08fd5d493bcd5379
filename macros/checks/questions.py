"""No open question is asked twice; what names one is what it touches, and has to do with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from macros.checks._tools import clip, heads_of, walked
from macros.checks.phrases import share
from macros.checks.vocabulary import touches_anything
from macros.derive.effective import citations
from macros.model import Citation, Code, Element, Finding, OpenQuestion, Place, Rulebook, walk
from macros.model.provision import head_of

TWICE = Code("asked-twice", "error", "两个未决事项问的一样", "Two open questions say the same")
TOUCHES = Code(
    "touches-something-else", "warning", "未决事项牵涉的像是别的事", "An open question touches something else"
)

BACK = Code(
    "question-does-not-touch",
    "warning",
    "未决事项没有写明牵涉这里",
    "An open question does not say that it touches what names it",
)

UNNAMED = Code(
    "touched-without-naming",
    "warning",
    "术语或文书没有写明牵涉它的未决事项",
    "A term or document does not name the open question that touches it",
)

CODES = (TWICE, TOUCHES, BACK, UNNAMED)

_NAMING = ("duties", "roles", "meetings", "documents", "procedures", "terms")
_TOUCHED = ("duties", "documents", "meetings", "procedures", "terms")
_SPOKEN_OF = 0.2
"""How much of a thing's name stands in a question that cites another article; ours have 0.23 and more."""

Cited = dict[str, dict[str, set[str]]]
"""The articles that things cite, by collection and id, as far as they were asked for."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Compare the questions with one another, then with what they touch."""
    yield from _twice(rulebook)
    yield from _back(rulebook)
    yield from _unnamed(rulebook)
    cited: Cited = {collection: {} for collection in _TOUCHED}
    for question in rulebook.open_questions.values():
        yield from _touches(rulebook, question, cited)


def _twice(rulebook: Rulebook) -> Iterator[Finding]:
    known: dict[tuple[str, tuple[str, ...]], OpenQuestion] = {}
    for question in rulebook.open_questions.values():
        for language in ("zh", "en"):
            for name, several in (("asks", (question.asks,)), ("readings", question.readings)):
                texts = tuple(one.of(language) for one in several)
                other = known.setdefault((f"{name}.{language}", texts), question)
                if texts and other is not question:
                    said = (f"“{other.id}”也是这样写的", f'"{other.id}" says the same')
                    hint = ("一件事只问一次，或写出区别", "ask a thing once, or say how the two differ")
                    yield TWICE.at(several[0].place(language), *said, hint)
                    again = getattr(other, name)
                    first = again if name == "asks" else again[0]
                    back = (f"“{question.id}”也是这样写的", f'"{question.id}" says the same')
                    yield TWICE.at(first.place(language), *back, hint)


def _back(rulebook: Rulebook) -> Iterator[Finding]:
    """What names a question stands in its `touches`: either may be wrong, so both are told."""
    told: set[tuple[str, str, str]] = set()
    saying = {one.id for one in rulebook.open_questions.values() if touches_anything(one)}
    if 2 * len(saying) > len(rulebook.open_questions):
        saying = set(rulebook.open_questions)  # else those without are left to what names them
    for collection, top, _, model in walked(rulebook):
        question = rulebook.open_questions.get(getattr(model, "question", None) or "")
        id = getattr(top, "id", None)
        if question is None or question.id not in saying or collection not in _NAMING or id is None:
            continue
        if id in getattr(question.touches, collection):
            continue
        said = (
            f"“{question.id}”的 touches 里没有“{id}”",
            f'"{id}" is not among what "{question.id}" touches',
        )
        hint = (
            f"核对是哪一个未决事项；确是它的，在它的 touches 的 {collection} 里写上 {id}",
            f"which question is meant? If it is this one, add {id} to the {collection} that it touches",
        )
        if isinstance(model, Element):
            yield BACK.at(model.place("question"), *said, hint)
        if (collection, id, question.id) not in told:
            told.add((collection, id, question.id))
            yield BACK.at(_touching(question, collection), *said, hint)


def _unnamed(rulebook: Rulebook) -> Iterator[Finding]:
    """A term names what touches it; so does a document, unless a duty does for it."""
    naming: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for collection, top, _, model in walked(rulebook):
        naming[getattr(model, "question", None) or ""].add((collection, getattr(top, "id", "")))
    for question in rulebook.open_questions.values():
        by_duty = any(collection == "duties" for collection, _ in naming[question.id])
        for collection in ("terms", "documents"):
            known = getattr(rulebook, collection)
            for id in getattr(question.touches, collection):
                free = by_duty and collection == "documents"
                if id in known and not free and (collection, id) not in naming[question.id]:
                    said = (f"这里没有写明“{question.id}”", f'this does not name "{question.id}"')
                    hint = (
                        f"在说到这件事的地方写 question: {question.id}，或把它从 touches 里删去",
                        f"write question: {question.id} where it is spoken of, or delete it from touches",
                    )
                    yield UNNAMED.at(known[id].place(), *said, hint)


def _touching(question: OpenQuestion, collection: str) -> Place | None:
    """Return where a question says what it touches, or where it would say so."""
    touches = question.touches
    return touches.place(collection) or touches.place() or question.place("review") or question.place()


def _touches(rulebook: Rulebook, question: OpenQuestion, cited: Cited) -> Iterator[Finding]:
    own = heads_of(question.words) | {head_of(at) for at in question.touches.provisions}
    texts = [question.asks, *question.readings, question.stakes]
    asked = "\n".join(text.zh for text in texts)
    for collection in _TOUCHED:
        for index, id in enumerate(getattr(question.touches, collection)):
            thing = getattr(rulebook, collection).get(id)
            if thing is None or not own:
                continue
            if id not in cited[collection]:
                cited[collection][id] = _cited(rulebook, thing)
            if cited[collection][id] & own:
                continue
            called = (thing.action if collection == "duties" else thing.name).zh
            names = any(getattr(model, "question", None) == question.id for _, model in walk(thing))
            if names or share(called, asked) >= _SPOKEN_OF or (collection == "meetings" and len(own) > 2):
                continue
            said = (f"“{clip(called)}”与这个问题无关", f'this question does not speak of "{id}"')
            hint = ("核对所牵涉的是哪一个", "which one is touched?")
            yield TOUCHES.at(question.touches.place(collection, index), *said, hint)


def _cited(rulebook: Rulebook, thing: Element) -> set[str]:
    """Return the articles that a thing cites, with those of the duties its steps name."""
    found: set[str] = {head_of(model.at) for _, model in walk(thing) if isinstance(model, Citation)}
    steps: tuple[Any, ...] = getattr(thing, "steps", ())
    return found | {head_of(one.at) for step in steps for one in citations(step, rulebook)}
