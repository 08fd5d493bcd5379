"""Pages keep apart what the text states, what was inferred, and what it leaves open."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages import words_of


def test_the_date_of_commencement_stands_among_the_inferences(built_site: Path) -> None:
    said = words_of(built_site, "en", "history/")
    stated, inferred = said.split("Inferred by the editors", 1)
    assert "本规则自发布之日起实行" not in stated
    assert "本规则自发布之日起实行" in inferred
    assert "二OO四年二月六日印发" in stated


def test_every_page_of_the_rules_leads_to_the_background(built_site: Path) -> None:
    for path in ("", "duties/", "meetings/executive-meeting/"):
        assert "文本以外的背景" in words_of(built_site, "zh", path)


def test_silence_is_not_called_ambiguity(built_site: Path) -> None:
    said = words_of(built_site, "en", "meetings/executive-meeting/")
    chair = said.split("Who chairs the Director's executive meeting?")[0]
    assert chair.rstrip().removesuffix("silence").rstrip().endswith("Not stated in the rules")
    said = words_of(built_site, "en", "meetings/department-meeting/")
    minutes = said.split("Which meeting does")[0]
    assert minutes.rstrip().removesuffix("ambiguity").rstrip().endswith("read in more than one way")


def test_a_role_page_tells_what_is_open_about_what_the_role_does(built_site: Path) -> None:
    # Asking leave is a duty of heads of divisions; who grants leave is open.
    assert "请假要不要批准" in words_of(built_site, "zh", "roles/head-of-division/")


@pytest.mark.parametrize(
    ("meeting", "own", "others"),
    [
        ("department-meeting", "Asking leave from the department meeting", "Carrying out what"),
        ("executive-meeting", "Carrying out what", "Asking leave from the department meeting"),
    ],
)
def test_a_meeting_lists_its_own_procedures(built_site: Path, meeting: str, own: str, others: str) -> None:
    said = words_of(built_site, "en", f"meetings/{meeting}/")
    listed = said.split("Procedures", 1)[1].split("Open questions", 1)[0]
    assert own in listed
    assert others not in listed


def test_an_important_matter_may_go_to_either_meeting_or_to_both(built_site: Path) -> None:
    said = words_of(built_site, "zh", "procedures/important-matters/")
    for exit_of_the_decision in ("部务会 →", "主任办公会 →", "两个都召开 →"):
        assert exit_of_the_decision in said


def test_points_are_numbered_in_english_as_in_chinese(built_site: Path) -> None:
    assert "(9) to put forward countersigning opinions" in words_of(built_site, "en", "")
