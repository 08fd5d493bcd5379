"""Runs the trial of all kinds, in shares that may run side by side."""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from functools import cache

from tests.mutation.bench import Bench, Caught, draw
from tests.mutation.slips import KINDS

SEED = 20040206
Results = dict[str, list[Caught]]


def trial(names: list[str], seed: int = SEED, count: int = 8, fast: bool = True) -> Results:
    """Make and check the slips of the kinds named."""
    with Bench(fast=fast) as bench:
        return {
            name: [bench.caught(slip) for slip in draw(KINDS[name], bench.files, seed, count)]
            for name in names
        }


def shares(names: list[str], of: int) -> list[list[str]]:
    return [names[at::of] for at in range(of)]


def side_by_side(parts: list[list[str]], seed: int, count: int, jobs: int) -> list[Results]:
    """Run the shares in processes of their own."""
    # Not forked: a thread of the tests' may hold a lock.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        return list(pool.map(trial, parts, [seed] * len(parts), [count] * len(parts)))


@cache
def share(at: int, of: int, count: int) -> Results:
    """Return one share of the trial of all kinds; alone in its process, run all of them at once."""
    parts = shares(list(KINDS), of)
    if os.environ.get("PYTEST_XDIST_WORKER"):
        return trial(parts[at], count=count)
    return _all(of, count)[at]


@cache
def _all(of: int, count: int) -> list[Results]:
    return side_by_side(shares(list(KINDS), of), SEED, count, os.cpu_count() or 1)
