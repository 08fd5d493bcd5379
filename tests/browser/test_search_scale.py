"""What a first query loads of a handbook of many rulebooks: little, and hardly more when there are more."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.search.scale import MANY, QUERIES, Figure, measure, table

pytestmark = pytest.mark.browser
MOST_BYTES = 1_000_000
FEW, SOME = 5, 20

COMPARED = {kind: QUERIES[kind] for kind in ("term", "number", "Traditional")}
COSTLY = {kind: QUERIES[kind] for kind in ("pinyin", "English words", "paraphrase")}


def test_a_first_query_loads_little_and_hardly_more_of_more(built_site: Path, browser: Browser) -> None:
    some = _within_bounds(SOME, built_site, browser, COMPARED | COSTLY)
    few = measure(FEW, built_site, browser, COMPARED)
    more = sum(one.bytes for one in some if one.kind in COMPARED) / sum(one.bytes for one in few)
    assert more < (SOME / FEW) / 2


@pytest.mark.audit
def test_a_first_query_over_very_many_loads_little(built_site: Path, browser: Browser) -> None:
    _within_bounds(MANY, built_site, browser, QUERIES)


def _within_bounds(rulebooks: int, site: Path, browser: Browser, queries: dict[str, str]) -> list[Figure]:
    figures = measure(rulebooks, site, browser, queries)
    told = "\n" + table(figures)
    print(told)
    assert [one.query for one in figures if one.wait is None] == [], told
    assert [one.query for one in figures if one.bytes > MOST_BYTES] == [], told
    return figures
