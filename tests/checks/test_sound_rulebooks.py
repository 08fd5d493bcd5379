"""Right texts of other, fictional rulebooks bring no finding: nine ways of writing that once did."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks import run
from macros.load import Loaded, load_handbook

DATA = Path(__file__).parents[1] / "fixtures" / "sound"
BOOKS = sorted(path.name for path in (DATA / "rulebooks").iterdir())


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load_handbook(DATA)


@pytest.mark.parametrize("book", BOOKS)
def test_a_right_rulebook_stays_unreported(book: str, loaded: Loaded) -> None:
    own = [one for one in run(loaded) if f"/rulebooks/{book}/" in one.place.path]
    assert [(one.code, one.place.line, one.message.en) for one in own] == []


def test_all_nine_are_read(loaded: Loaded) -> None:
    assert len(BOOKS) == 9 and sorted(loaded.handbook.rulebooks) == BOOKS
