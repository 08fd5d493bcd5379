"""A heading is that of its article, not of another."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks._tools import article_words
from macros.checks.phrases import pairs_of, share
from macros.model import Bilingual, Code, Finding, Provision, Rulebook

ELSEWHERE = Code(
    "heading-of-another-article", "warning", "小标题像是另一条的", "A heading fits another article better"
)

CODES = (ELSEWHERE,)

_BETTER = 0.4
"""How much more of a heading another article has to hold than its own (shares of pairs of signs)."""
_EXCHANGED = 0.1
"""By how much two headings fit each other's articles better; ours fit worse, by 0.14 and more."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at each heading by itself, then at the others by twos."""
    words = article_words(rulebook)
    holding: dict[str, set[str]] = {}
    for head, text in words.items():
        for pair in pairs_of(text):
            holding.setdefault(pair, set()).add(head)
    articles = [one for one in rulebook.provisions.values() if one.kind == "article"]
    headed = {one.id: (one, one.heading) for one in articles if one.heading}
    first: dict[str, str] = {}
    for id, (article, heading) in headed.items():
        other = first.setdefault(heading.zh, id)
        if other != id:
            yield _of(article, heading, other)
            yield _of(*headed[other], id)
    own = {id: share(heading.zh, words[id]) for id, (_, heading) in headed.items()}
    rest: dict[str, list[str]] = {}
    for id, (article, heading) in headed.items():
        fitting = {one for pair in pairs_of(heading.zh) for one in holding.get(pair, ())}
        best, other = max(((share(heading.zh, words[one]), one) for one in fitting), default=(0, ""))
        if own[id] <= 1 - _BETTER and best - own[id] >= _BETTER and rulebook.provisions.get(other):
            yield _of(article, heading, other)
        elif own[id] < 1:
            rest[id] = sorted(fitting)
    for id, near in rest.items():
        article, heading = headed[id]
        for other in near:
            if other in rest and other != id:
                against = headed[other][1].zh
                turned = share(heading.zh, words[other]) + share(against, words[id])
                if turned - own[id] - own[other] >= _EXCHANGED:
                    yield _of(article, heading, other)
                    break


def _of(article: Provision, heading: Bilingual, other: str) -> Finding:
    said = (f"“{heading.zh}”像是 {other} 的小标题", f'"{heading.zh}" fits {other} better than {article.id}')
    return ELSEWHERE.at(heading.place("zh"), *said, ("核对属于哪一条", "which article is it of?"))
