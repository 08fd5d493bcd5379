"""Slips that editors make, at places drawn from the real data: the check names each one where it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.mutation.bench import Bench, draw
from tests.mutation.slips import KINDS
from tests.mutation.table import counts, escapes, parts, table
from tests.mutation.trial import SEED, Results, share

SHARES = 4
"""Several tests, so that workers can divide them."""
LEAST = 0.99
LEAST_OF_A_SHARE = 0.98
"""A share holds some 110 slips, so that two escapes more or less are chance."""


@pytest.mark.parametrize("at", range(SHARES))
def test_slips_are_reported_where_they_are(at: int, record_property: Callable[[str, object], None]) -> None:
    results = share(at, SHARES, count=2)
    record_property("mutation", counts(results))
    _hold(results, LEAST_OF_A_SHARE)


@pytest.mark.audit
def test_many_more_slips(record_property: Callable[[str, object], None]) -> None:
    results: Results = {}
    for at in range(SHARES):
        results |= share(at, SHARES, count=12)
    record_property("mutation", counts(results))
    _hold(results, LEAST)


def test_there_are_enough_slips() -> None:
    assert len(KINDS) >= 45
    with Bench() as bench:
        drawn = [draw(kind, bench.files, SEED, 2) for kind in KINDS.values()]
    assert sum(map(len, drawn)) >= 400
    without = [name for name, slips in zip(KINDS, drawn, strict=True) if not slips]
    assert len(without) < len(KINDS) / 20, f"no place in the data for: {without}"


def test_what_the_bench_remembers_changes_nothing() -> None:
    """The loader's results for unchanged files are kept from run to run: the findings are the same."""
    with Bench() as quick, Bench(fast=False) as plain:
        for kind in list(KINDS.values())[::12]:
            for slip in draw(kind, quick.files, SEED, 1):
                one, other = quick.caught(slip), plain.caught(slip)
                assert _without_root(one.new, quick) == _without_root(other.new, plain), kind.name


def _without_root(new: tuple[tuple[str, str, int, str], ...], bench: Bench) -> list[str]:
    return [str(one).replace(str(bench.root), "") for one in new]


def _hold(results: Results, least: float) -> None:
    reported, placed = parts(results)
    told = f"\n{table(results)}\n{escapes(results)}"
    assert reported >= least, f"{reported:.2%} of the slips are reported{told}"
    assert placed >= least, f"{placed:.2%} of the slips are reported where they are{told}"
