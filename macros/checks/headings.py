"""A heading is that of its article, not of another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

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
    headed = [
        (one, one.heading) for one in rulebook.provisions.values() if one.kind == "article" and one.heading
    ]
    alone: set[str] = set()
    for article, heading in headed:
        other = _better(rulebook, article, heading)
        if other is not None:
            alone.add(article.id)
            yield _of(article, heading, other)
    rest = [(article, heading) for article, heading in headed if article.id not in alone]
    for (article, heading), (second, other_heading) in combinations(rest, 2):
        own = share(heading.zh, words[article.id]) + share(other_heading.zh, words[second.id])
        turned = share(heading.zh, words[second.id]) + share(other_heading.zh, words[article.id])
        if turned - own >= _EXCHANGED:
            yield _of(article, heading, second.id)
            yield _of(second, other_heading, article.id)


def _better(rulebook: Rulebook, article: Provision, heading: Bilingual) -> str | None:
    """Return an article that holds much more of a heading than its own."""
    words = article_words(rulebook)
    own = share(heading.zh, words[article.id])
    fitting = [id for id, text in words.items() if any(pair in text for pair in pairs_of(heading.zh))]
    if own > 1 - _BETTER or not fitting:
        return None
    best, other = max((share(heading.zh, words[id]), id) for id in fitting)
    return other if best - own >= _BETTER and rulebook.provisions.get(other) else None


def _of(article: Provision, heading: Bilingual, other: str) -> Finding:
    said = (f"“{heading.zh}”像是 {other} 的小标题", f'"{heading.zh}" fits {other} better than {article.id}')
    return ELSEWHERE.at(heading.place("zh"), *said, ("核对属于哪一条", "which article is it of?"))
