"""What can be found: every provision and statement, each under the article it rests on."""

from pathlib import Path

from macros.load import load_handbook
from macros.search.files import files
from macros.search.tokens import fold, tokens
from macros.search.units import groups

HANDBOOK = load_handbook(Path("data")).handbook


def test_every_article_is_a_group_with_its_words() -> None:
    found = {group.id: group for group in groups(HANDBOOK)}
    assert [f"art_{number}" for number in range(1, 23)] == [id for id in found if id.startswith("art_")]
    texts = [unit.text[0] for unit in found["art_9"].units if unit.kind == "provision"]
    assert texts[1].startswith("参加部务会的人数，不得少于应参加会议人员总数的半数。")


def test_a_meeting_stands_under_the_article_that_names_it_first() -> None:
    at = {unit.id: group.id for group in groups(HANDBOOK) for unit in group.units if unit.kind == "meeting"}
    assert at == {"department-meeting": "art_9", "executive-meeting": "art_11"}


def test_a_text_gives_pairs_of_signs_stems_and_numbers() -> None:
    assert list(tokens(fold("主任，国办发[2003]61号"))) == [
        *["主", "主任", "任", "国", "国办", "办", "办发", "发"],
        *["2003", "61", "号"],
    ]
    assert list(tokens(fold("The Director's meetings"))) == ["director", "meet"]


def test_traditional_signs_and_wide_letters_are_folded() -> None:
    assert fold("派出機構　９") == "派出机构 9"


def test_the_index_is_the_same_each_time() -> None:
    assert dict(files(HANDBOOK)) == dict(files(HANDBOOK))


def test_a_large_index_is_cut_into_shards() -> None:
    small, large = dict(files(HANDBOOK)), dict(files(HANDBOOK, whole=0))
    assert set(small) == {"search/core.js", "search/texts-0.js"}
    assert sum(path.startswith("search/texts-") for path in large) > 5
    assert max(len(content) for path, content in large.items() if "core" not in path) < 40_000
