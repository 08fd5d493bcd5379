"""What a first query loads of a handbook of many rulebooks: little, and hardly more when there are more."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.search.scale import MANY, QUERIES, measure, table

pytestmark = pytest.mark.browser
MOST_BYTES = 1_000_000
FEW, SOME = 10, 40


@pytest.mark.parametrize("rulebooks", [SOME, pytest.param(MANY, marks=pytest.mark.audit)])
def test_a_first_query_loads_little(rulebooks: int, built_site: Path, browser: Browser) -> None:
    figures = measure(rulebooks, built_site, browser)
    told = "\n" + table(figures)
    print(told)
    assert [one.query for one in figures if one.wait is None] == [], told
    assert [one.query for one in figures if one.bytes > MOST_BYTES] == [], told


def test_what_a_query_loads_grows_by_less_than_the_handbook(built_site: Path, browser: Browser) -> None:
    asked = {kind: QUERIES[kind] for kind in ("term", "number", "Traditional")}
    few, some = (
        sum(one.bytes for one in measure(count, built_site, browser, asked)) for count in (FEW, SOME)
    )
    assert some / few < (SOME / FEW) / 2
