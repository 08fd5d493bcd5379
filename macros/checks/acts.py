"""A duty's act says what its own words say and all they list, and leaves the force to the modality."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise

from macros.checks._tools import clip, heads_of, names_of, quoted
from macros.checks.phrases import share
from macros.derive.names import Names
from macros.model import Code, Duty, Finding, Rulebook

LEFT_OUT = Code(
    "listed-act-left-out", "warning", "并列的几项少写了", "An act leaves out part of what its words list"
)
EXCHANGED = Code(
    "acts-exchanged", "warning", "两条职责的内容像是换了位置", "The acts of two duties look exchanged"
)
MODAL = Code(
    "modality-in-act", "warning", "英文的内容里写了力度", "The English of an act says what the modality says"
)

CODES = (LEFT_OUT, EXCHANGED, MODAL)

_STOPS = re.compile("[，。；：（）()]")
_JOINS = re.compile("、|和|与|及(?!时)|以及")
_END = 2
"""Signs by which an item of a list is known: the last before a joint, the first after it."""
_BETTER = 0.1
"""By how much two acts fit each other's words better; ours fit worse, by 0.09 and more."""
_MODAL = re.compile(
    r"(?:be (?:required|allowed|permitted|free|obliged|entitled|bound) to|must|shall|may|should|"
    r"ought to|not|never|need not|if (?:it|he|she|they) (?:wish|like)\w*)\b",
    re.IGNORECASE,
)


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every duty, then at the duties of an article by twos."""
    for duty in rulebook.duties.values():
        modal = _MODAL.match(duty.action.en)
        if modal:
            said = (f"英文里有“{modal.group()}”", f'the act says "{modal.group()}"')
            hint = ("力度只写在 modality 里", "only the modality says whether it must be done")
            yield MODAL.at(duty.action.place("en"), *said, hint)
    duties = [duty for duty in rulebook.duties.values() if duty.words]
    by_provision: defaultdict[str, list[Duty]] = defaultdict(list)
    by_article: defaultdict[str, list[Duty]] = defaultdict(list)
    for duty in duties:
        for at in _cited(duty):
            by_provision[at].append(duty)
        for head in heads_of(duty.words):
            by_article[head].append(duty)
    for duty in duties:
        yield from _left_out(rulebook, duty, [one for at in _cited(duty) for one in by_provision[at]])
    pairs = {(one.id, other.id): (one, other) for several in by_article.values()
             for one, other in combinations(several, 2)}  # fmt: skip
    for one, other in pairs.values():
        yield from _exchanged(one, other)


def _cited(duty: Duty) -> set[str]:
    return {citation.at for citation in duty.words}


def _said(duty: Duty) -> str:
    return "\n".join(phrase.zh for phrase in duty.phrases)


def _left_out(rulebook: Rulebook, duty: Duty, beside: list[Duty]) -> Iterator[Finding]:
    said = _said(duty)
    others = "\n".join(_said(one) for one in beside if one is not duty)
    for citation in duty.words:
        for clause in _STOPS.split(citation.quote):
            item = _lost(clause, said, names_of(rulebook))
            # What another duty of the provision says is said.
            if item and item not in others:
                told = (
                    f"引文并列了“{clip(item)}”，内容里没有",
                    f'the words list "{clip(item)}", the act does not',
                )
                hint = ("把这一项写上，或少引几个字", "add it, or quote fewer words")
                yield LEFT_OUT.at(duty.action.place("zh"), *told, hint)
                return


def _lost(clause: str, said: str, names: Names) -> str | None:
    """Return an item of a list that is not spoken of though its neighbour is; who acts, the bearer says."""
    for before, after in pairwise(_JOINS.split(clause)):
        if min(len(before), len(after)) < _END or (names.found(before) and names.found(after)):
            continue
        told = before[-_END:] in said, after[:_END] in said and after[-_END:] in said
        if told[0] != told[1]:
            return after if told[0] else before
    return None


def _exchanged(one: Duty, other: Duty) -> Iterator[Finding]:
    own = share(one.action.zh, quoted(one.words)) + share(other.action.zh, quoted(other.words))
    if own > 2 - _BETTER:
        return
    if share(one.action.zh, quoted(other.words)) + share(other.action.zh, quoted(one.words)) - own < _BETTER:
        return
    for duty, words in ((one, other), (other, one)):
        said = (f"这是“{words.id}”的引文所说的", f'this is what the words of "{words.id}" say')
        for place in (duty.action.place("zh"), duty.place("words", *duty.words[0].trail)):
            yield EXCHANGED.at(place, *said, ("核对内容和引文", "look at the act and at the words"))
