"""Two duties never order and forbid the same act; definitions never run in a circle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.model import Code, Duty, Finding, Rulebook

CONTRADICT = Code(
    "duties-contradict", "error", "两项职责互相矛盾", "Two duties order and forbid the same act"
)
CIRCLE = Code(
    "definitions-in-a-circle", "error", "定义互相循环", "Terms are defined by one another in a circle"
)

CODES = (CONTRADICT, CIRCLE)

_NOT_WORDS = re.compile(r"[\W_]+")


_UNLESS = re.compile("擅自|未经|除非|除外|经[^，。；]{1,12}(?:同意|批准|许可)")


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Compare the acts of duties, then the definitions of terms."""
    yield from _duties(rulebook)
    yield from _definitions(rulebook)


def _duties(rulebook: Rulebook) -> Iterator[Finding]:
    allowed: dict[str, Duty] = {}
    for duty in rulebook.duties.values():
        if duty.modality != "must-not":
            allowed.setdefault(_act(duty), duty)
    for duty in rulebook.duties.values():
        other = allowed.get(_act(duty)) if duty.modality == "must-not" else None
        if other is None or not _same_bearer(duty, other) or _allows_exceptions(duty, other):
            continue
        said = (
            f"“{duty.id}”不许的正是“{other.id}”要做的",
            f'"{duty.id}" forbids what "{other.id}" lays down',
        )
        hint = ("核对两处的原文和 modality", "look at the words and the modality of both")
        yield CONTRADICT.at(duty.place("modality"), *said, hint)


def _allows_exceptions(duty: Duty, other: Duty) -> bool:
    """Tell whether one says 不得擅自 and the other 经同意, or either names its own condition."""
    quoted = "".join(citation.quote for citation in (*duty.words, *other.words))
    return bool(duty.condition or other.condition or _UNLESS.search(quoted))


def _act(duty: Duty) -> str:
    return _NOT_WORDS.sub("", duty.action.zh)


def _same_bearer(one: Duty, other: Duty) -> bool:
    if one.bearer is None or other.bearer is None:
        return True
    ids = {*one.bearer.roles, *one.bearer.meetings}
    return bool(ids & {*other.bearer.roles, *other.bearer.meetings})


def _definitions(rulebook: Rulebook) -> Iterator[Finding]:
    uses = {
        term.id: [
            other.id
            for other in rulebook.terms.values()
            if term.definition
            and other.definition
            and other is not term
            and other.name.zh in term.definition.zh
        ]
        for term in rulebook.terms.values()
    }
    told: set[str] = set()
    for start in uses:
        path = _way_back(uses, start)
        if path and start not in told:
            told.update(path)
            ring = " → ".join([*path, start])
            term = rulebook.terms[start]
            said = (f"定义循环：{ring}", f"the definitions run in a circle: {ring}")
            hint = ("其中一个改用未定义的词来说明", "let one of them be explained without the others")
            yield CIRCLE.at(term.place("definition", "zh"), *said, hint)


def _way_back(uses: dict[str, list[str]], start: str) -> list[str]:
    """Return the terms on a way from a definition back to its own term, if there is one."""
    waiting, seen = [[start]], set()
    while waiting:
        path = waiting.pop()
        for following in uses.get(path[-1], ()):
            if following == start:
                return path
            if following not in seen:
                seen.add(following)
                waiting.append([*path, following])
    return []
