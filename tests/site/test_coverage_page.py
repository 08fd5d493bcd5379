"""The coverage page: what rests on each word, told by more than colour; facts typed from the articles."""

from __future__ import annotations

import re
from pathlib import Path

from tests.pages import RULEBOOK, words_of


def html_of(site: Path) -> str:
    return (site / RULEBOOK / "coverage" / "index.html").read_text(encoding="utf-8")


def row(site: Path, id: str) -> str:
    return next(
        found for found in re.findall(r"<tr.*?</tr>", html_of(site), re.DOTALL) if f'"words-{id}"' in found
    )


def test_every_character_of_the_articles_stands_there_with_a_link(built_site: Path) -> None:
    found = row(built_site, "art_9__para_2")
    words = re.sub(r"<sup>.*?</sup>", "", found.split("</td>")[0].split("hb-coverage__words", 1)[1])
    assert (
        re.sub(r"<[^>]+>", "", words.partition(">")[2])
        == "参加部务会的人数，不得少于应参加会议人员总数的半数。因故无法出席，应事先向主任或副主任请假。"
    )
    for target in (
        "duties/index.html#duty-quorum-department-meeting",
        "duties/index.html#duty-ask-leave-department-meeting",
        "meetings/department-meeting/index.html#point-quorum",
        "procedures/asking-leave/index.html#step-",
    ):
        assert target in found
    spans = re.findall(r'<(a|span) class="hb-run hb-run--(\w+)"', html_of(built_site))
    assert {state for tag, state in spans if tag == "a"} == {"duty", "fact", "step", "excuse"}


def test_excused_words_lead_to_their_own_reason(built_site: Path) -> None:
    lead_in = row(built_site, "art_4__para_1")
    anchors = re.findall(r'href="#(excuse-\d+)"[^>]*>([^<]+)<', lead_in)
    words = {text: anchor for anchor, text in anchors}
    assert words["主要"] != words["以下工作任务"]
    for text, anchor in words.items():
        if text in ("主要", "以下工作任务"):
            excuse = html_of(built_site).split(f'id="{anchor}"', 1)[1].split("</tr>", 1)[0]
            assert f"<q>{text}</q>" in excuse and "引出列举" in excuse


def test_words_outside_the_articles_need_no_cover(built_site: Path) -> None:
    said = words_of(built_site, "en", "coverage")
    assert "Every word is accounted for." in said
    outside = said.split("Words outside the articles", 1)[1]
    assert "保监厅发〔2004〕13号" in outside and "not accounted for" not in outside


def test_every_state_has_a_line_of_its_own() -> None:
    css = (Path(__file__).parents[2] / "docs" / "assets" / "audit.css").read_text(encoding="utf-8")
    lines = [
        re.search(rf"hb-run--{state} {{[^}}]*text-decoration-style: (\w+)", css)
        for state in ("fact", "step", "excuse", "none")
    ]
    assert len({line[1] for line in lines if line} | {"solid"}) == 5
