"""A handbook of many rulebooks, to try the search at scale: real laws where there are any, else made-up ones.

The laws are read from Markdown: `# title`, a head that ends in `<!-- INFO END -->`, articles whose first
paragraph begins with 第…条, points with （一）. They lie beside the project (HANDBOOK_CORPUS, or
../shared/corpus) and are no part of it. They have no English: in its place stand the English words of our own
rulebook, in turn.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle, islice
from pathlib import Path

from macros.load import load_handbook
from macros.model import Bilingual, Handbook, Provision, ProvisionId, Rulebook

ROOT = Path(__file__).parents[2]
CORPUS = Path(os.environ.get("HANDBOOK_CORPUS", ROOT.parent / "shared" / "corpus"))
NUMERALS = "〇零一二三四五六七八九十百千"
_ARTICLE = re.compile(rf"第[{NUMERALS}]+条(?:之[{NUMERALS}]+)?[\s\u3000]*")
_POINT = re.compile(rf"（[{NUMERALS}]+）")


@dataclass(frozen=True)
class Law:
    """A title and the articles, each its paragraphs, each its own words and those of its points."""

    title: str
    articles: Sequence[Sequence[tuple[str, Sequence[str]]]]


def laws(folder: Path = CORPUS) -> list[Law]:
    """Return the laws of a folder by name; made-up ones where there is no such folder."""
    paths = sorted(folder.glob("*.md")) if folder.is_dir() else []
    return [read(path.read_text(encoding="utf-8")) for path in paths] or list(made_up(120))


def read(markdown: str) -> Law:
    """Read one law."""
    head, _, body = markdown.partition("<!-- INFO END -->")
    articles: list[list[tuple[str, list[str]]]] = []
    for line in filter(None, map(str.strip, body.splitlines())):
        opening = _ARTICLE.match(line)
        if opening:
            articles.append([(line[opening.end() :], [])])
        elif line.startswith("#") or not articles:
            continue
        elif point := _POINT.match(line):
            articles[-1][-1][1].append(line[point.end() :].strip())
        else:
            articles[-1].append((line, []))
    return Law(head.strip().splitlines()[0].lstrip("# "), articles)


def made_up(count: int) -> Iterator[Law]:
    """Yield laws of words drawn from our own rulebook; they are fictional and say nothing."""
    words = re.findall(r"[\u4e00-\u9fff]{2,4}", "".join(one.zh for one in _own().provisions.values()))
    chance = random.Random(1)
    for number in range(count):
        articles = [[("".join(chance.choices(words, k=25)) + "。", [])] for _ in range(44)]
        yield Law(f"虚构规则第{number}号", articles)


def handbook(rulebooks: int, found: Sequence[Law]) -> Handbook:
    """Return a handbook of so many rulebooks: the laws, over and over, and our own as the last."""
    own = _own()
    english = cycle([one.text.en for one in own.provisions.values() if one.text and len(one.text.en) > 40])
    books = {f"law-{at}": _rulebook(f"law-{at}", law, own, english)
             for at, law in enumerate(islice(cycle(found), rulebooks - 1))}  # fmt: skip
    return replace(load_handbook(ROOT / "data").handbook, rulebooks={**books, own.id: own})


def _own() -> Rulebook:
    return next(iter(load_handbook(ROOT / "data").handbook.rulebooks.values()))


def _rulebook(id: str, law: Law, like: Rulebook, english: Iterator[str]) -> Rulebook:
    title = Bilingual(zh=law.title, en=f"Rules {id}")
    head = like.head.model_copy(update={"id": id, "title": title, "short_title": title})
    return Rulebook(head, {one.id: one for one in _provisions(law, english)}, "")


def _provisions(law: Law, english: Iterator[str]) -> Iterator[Provision]:
    for number, paragraphs in enumerate(law.articles, start=1):
        yield _provision(ProvisionId(2, number), "", english)
        for at, (text, points) in enumerate(paragraphs, start=1):
            yield _provision(ProvisionId(2, number, at), text, english)
            for point, words in enumerate(points, start=1):
                yield _provision(ProvisionId(2, number, at, point), words, english)


def _provision(id: ProvisionId, text: str, english: Iterator[str]) -> Provision:
    return Provision(
        id=str(id),
        eid=str(id),
        kind=id.kind,
        parent=str(id.parent) if id.parent else None,
        label=id.own_label,
        printed="",
        text=Bilingual(zh=text, en=next(english)) if text else None,
        heading=None,
        translation_review=None,
    )
