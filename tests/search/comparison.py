"""Our search beside two others on the same laws and the same questions: what is found, and what it costs.

Run it alone with `python -m tests.search.comparison`. A result of the others is a page; an article counts as
found where it is among the first that are shown of one of the first three pages: that is up to nine lines.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page

from tests.search.contenders import Answer, Contender, contenders
from tests.search.corpus import laws
from tests.search.known_items import KINDS, Question, questions
from tests.search.serving import Tally, browser, packed, served, spent

EACH = 20
"""Questions of each kind."""
FRESH = 3
"""Browsers that ask a first query."""
WIDTH = 22


@dataclass
class Outcome:
    """What a search found and what it cost."""

    contender: Contender
    seconds: float
    """The processor's, to make the index."""
    bytes: int
    zipped: int
    files: int
    loaded: float = 0
    loaded_zipped: float = 0
    wait: float = 0
    """Seconds until a browser that has seen nothing yet has its first answer."""
    answers: Sequence[Answer] = ()


def build(contender: Contender) -> Outcome:
    """Make an index and weigh it."""
    contender.prepare()
    folder = contender.folder
    start = spent()
    contender.build()
    seconds = spent() - start
    index = [path for pattern in contender.index for path in sorted(folder.glob(pattern))]
    contender.place()
    (folder / "blank.html").write_text(
        '<!doctype html><html lang="zh"><title>·</title></html>', encoding="utf-8"
    )
    return Outcome(
        contender, seconds, sum(path.stat().st_size for path in index), sum(map(packed, index)), len(index)
    )


def ask(outcome: Outcome, started: Browser, asked: Sequence[Question]) -> None:
    """Ask all questions in one page, and the first few in a fresh browser each."""
    with served(outcome.contender.folder) as tally:
        costs = [_first(outcome.contender, one.ask, tally, started) for one in asked[:FRESH]]
        outcome.loaded, outcome.loaded_zipped, outcome.wait = map(median, zip(*costs, strict=True))
        page = _blank(tally, started)
        outcome.answers = outcome.contender.ask(page, [one.ask for one in asked])
        page.context.close()


def _first(contender: Contender, query: str, tally: Tally, started: Browser) -> tuple[int, int, float]:
    page = _blank(tally, started)
    tally.clear()
    start = time.perf_counter()
    contender.ask(page, [query])
    wait = time.perf_counter() - start
    tally.settle(page)
    page.context.close()
    return sum(tally.sizes(*contender.loads)), tally.zipped(*contender.loads), wait


def _blank(tally: Tally, started: Browser) -> Page:
    page = started.new_context().new_page()
    page.set_default_timeout(120_000)
    page.goto(tally.url + "blank.html")
    return page


def place(answer: Answer, question: Question) -> int:
    """Return which result shows the right article, from 0; a large number if none of the first does."""
    right = (question.law, question.article)
    if answer and answer[0] and answer[0][0] == right:
        return 0
    shown = (max(1, at) for at, result in enumerate(answer) if right in result)
    return next(shown, 99)


def table(outcomes: Sequence[Outcome], asked: Sequence[Question]) -> str:
    """Write what was found by kind of question, right first and among the first three, then the costs."""
    lines = [f"{'right first / first 3':30}" + "".join(f"{one.contender.name:>{WIDTH}}" for one in outcomes)]
    for kind in (*KINDS, "all"):
        places = [
            [place(answer, question) for answer, question in zip(one.answers, asked, strict=True)
             if kind in (question.kind, "all")]
            for one in outcomes
        ]  # fmt: skip
        cells = [f"{sum(at == 0 for at in own)} / {sum(at < 3 for at in own)}" for own in places]
        lines.append(_line(f"{kind} ({len(places[0])})", cells))
    ours = outcomes[0]
    lines += [
        _line("index made in, ours = 1", [f"{one.seconds / ours.seconds:.2f}" for one in outcomes]),
        _line("index, MB", [f"{one.bytes / 1e6:.1f}" for one in outcomes]),
        _line("index packed, MB", [f"{one.zipped / 1e6:.1f}" for one in outcomes]),
        _line("index, files", [f"{one.files:,}" for one in outcomes]),
        _line("first query loads, kB", [f"{one.loaded / 1e3:,.0f}" for one in outcomes]),
        _line("the same packed, kB", [f"{one.loaded_zipped / 1e3:,.0f}" for one in outcomes]),
        _line("first answer after, ours = 1", [f"{one.wait / ours.wait:.2f}" for one in outcomes]),
    ]
    return "\n".join(lines)


def _line(name: str, cells: Sequence[str]) -> str:
    return f"{name:30}" + "".join(f"{cell:>{WIDTH}}" for cell in cells)


def missed(outcome: Outcome, asked: Sequence[Question]) -> list[str]:
    """Return what a search did not give first."""
    return [
        f"  {place(answer, question):3} {question.kind}: {question.ask}"
        f" (law-{question.law}, art_{question.article})"
        for answer, question in zip(outcome.answers, asked, strict=True)
        if place(answer, question)
    ]


def report(each: int) -> None:
    """Build, ask and print."""
    found = laws()
    asked = questions(found, each)
    with tempfile.TemporaryDirectory() as name:
        # Before there is a browser, whose loop stands in the way of the one that Pagefind runs in.
        outcomes = [build(one) for one in contenders(Path(name), found)]
        with browser() as started:
            for outcome in outcomes:
                ask(outcome, started, asked)
    print(f"{len(found)} laws, {sum(len(law.articles) for law in found):,} articles.")
    print(table(outcomes, asked))
    for one in outcomes:
        print(f"{one.contender.name}: {one.contender.settings}.")
    print("Not first with us (place, kind, question):", *missed(outcomes[0], asked), sep="\n")


def main() -> None:
    """Read how many questions of each kind, and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=EACH)
    report(parser.parse_args().each)


if __name__ == "__main__":
    main()
