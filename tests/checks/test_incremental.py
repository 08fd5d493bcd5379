"""What is remembered between checks changes nothing but the time they take."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from macros.checks._incremental import Outcome, check_folder
from tests.garden import BOOK, change, plant


@pytest.fixture
def data(tmp_path: Path) -> Path:
    planted = plant(tmp_path)
    second = planted / "rulebooks" / "second-club"
    shutil.copytree(planted / BOOK, second)
    head = second / "rulebook.yml"
    head.write_text(head.read_text(encoding="utf-8").replace("id: garden-club", "id: second-club"), "utf-8")
    change(planted, "translations/en.yml", "to water;", "to water 水;")
    return planted


def both(data: Path, cache: Path) -> tuple[Outcome, Outcome]:
    """Return what is found with the cache and without it."""
    return check_folder(data, cache), check_folder(data, None)


def same(one: Outcome, other: Outcome) -> bool:
    return one.findings == other.findings and one.counts == other.counts


def test_a_second_check_reads_nothing_and_finds_the_same(data: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    first, plain = both(data, cache)
    assert same(first, plain) and first.remembered == 0
    assert any(one.code == "chinese-in-english" for one in first.findings)
    again = check_folder(data, cache)
    assert same(again, plain) and again.remembered == 2


def test_only_the_rulebook_that_changed_is_read(data: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    check_folder(data, cache)
    change(data, "translations/en.yml", "to water 水;", "to water;")
    mended, plain = both(data, cache)
    assert same(mended, plain) and mended.remembered == 1
    assert not any(one.code == "chinese-in-english" for one in mended.findings)


def test_a_file_added_renamed_or_gone_is_a_change(data: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    check_folder(data, cache)
    duties = data / BOOK / "duties"
    for step in (
        lambda: (duties / "art_3.yml").rename(duties / "art_2b.yml"),
        lambda: (duties / "stray.txt").write_text("x", encoding="utf-8"),
        lambda: (duties / "art_2b.yml").unlink(),
    ):
        step()
        assert same(*both(data, cache))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: "",
        lambda text: text[: len(text) // 2],
        lambda text: text.replace("error", "warning"),
        lambda text: json.dumps(
            {**json.loads(text), "entry": {"findings": [], "counts": {}, "twins": False}}
        ),
        lambda text: "[" * 100_000,
        lambda text: "null",
        lambda text: text.replace('"counts"', '"count"'),
    ],
)
def test_a_spoilt_cache_changes_nothing(data: Path, tmp_path: Path, spoil) -> None:  # type: ignore[no-untyped-def]
    cache = tmp_path / "cache"
    check_folder(data, cache)
    for path in cache.glob("*.json"):
        path.write_text(spoil(path.read_text(encoding="utf-8")), encoding="utf-8")
    assert same(*both(data, cache))


def test_roles_tied_across_rulebooks_are_looked_up_in_all(data: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    check_folder(data, cache)
    change(data, "roles.yml", "  holders: one", "  same_as: [second-club/nobody]\n  holders: one")
    found, plain = both(data, cache)
    assert same(found, plain)
    assert any(one.code == "unknown-twin" for one in found.findings)
    assert same(*both(data, cache))


def test_a_folder_with_links_is_never_remembered(data: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    (data / BOOK / "duties" / "art_9.yml").symlink_to(tmp_path / "elsewhere.yml")
    check_folder(data, cache)
    assert check_folder(data, cache).remembered == 1


def test_a_cache_that_cannot_be_written_is_done_without(data: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert same(*both(data, blocked / "cache"))
