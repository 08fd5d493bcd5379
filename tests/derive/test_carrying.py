from __future__ import annotations

from pathlib import Path

import pytest

from macros.derive.carrying import Grid, carrying
from macros.load import load_handbook
from tests.sample import rulebook

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def grid() -> Grid:
    return carrying(next(iter(load_handbook(DATA).handbook.rulebooks.values())))


def test_the_five_duties_of_article_3_stand_against_the_thirteen_tasks_of_article_4(grid: Grid) -> None:
    assert grid.columns == tuple(f"art_3__para_1__point_{number}" for number in range(1, 6))
    assert grid.rows == tuple(f"art_4__para_1__point_{number}" for number in range(1, 14))


def test_a_task_stands_where_the_duty_it_carries_out_does(grid: Grid) -> None:
    evaluation = grid.cells["art_4__para_1__point_4", "art_3__para_1__point_3"]
    assert "assess-annual-performance" in {each.duty for each in evaluation}
    assert ("art_4__para_1__point_4", "art_3__para_1__point_1") not in grid.cells


def test_article_4_names_no_pairs_so_every_one_is_inferred(grid: Grid) -> None:
    assert all(each.link.inferred and each.link.note for cell in grid.cells.values() for each in cell)


def test_what_is_no_point_stands_alone() -> None:
    assert carrying(rulebook()).rows == ("art_1__para_2",)
    assert carrying(rulebook()).columns == ("art_1__para_1",)
