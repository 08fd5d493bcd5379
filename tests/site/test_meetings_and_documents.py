"""What the pages of meetings, documents and the calendar say; facts typed from articles 8 to 20."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.pages import RULEBOOK, words_of


def html_of(site: Path, path: str) -> str:
    return (site / RULEBOOK / path / "index.html").read_text(encoding="utf-8")


def row_of(html: str, anchor: str) -> str:
    """Return the text of the table row in which an anchor stands, cells parted by bars."""
    row = next(row for row in re.findall(r"<tr.*?</tr>", html, re.DOTALL) if f'id="{anchor}"' in row)
    cells = re.findall(r"<td.*?</td>", row, re.DOTALL)
    return " | ".join(" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in cells)


def test_the_meetings_stand_side_by_side_and_silence_is_said(built_site: Path) -> None:
    html = html_of(built_site, "meetings")
    department, executive = row_of(html, "point-quorum").split(" | ")
    assert "不得少于应参加会议人员总数的半数" in department and "第九条第二款" in department
    assert executive.startswith("规则没有写明") and "半数" not in executive
    department, executive = row_of(html, "point-chair").split(" | ")
    assert "由主任或授权副主任主持" in department and executive.startswith("规则没有写明")
    department, executive = row_of(html, "point-invitees").split(" | ")
    assert department.startswith("规则没有写明") and "会议可根据需要确定有关人员参加" in executive


@pytest.mark.parametrize("point", ["convener", "speaking", "decision", "vote", "deferral", "ad_hoc"])
def test_what_is_said_of_both_meetings_is_said_once(built_site: Path, point: str) -> None:
    said = row_of(html_of(built_site, "meetings"), f"point-{point}")
    assert said.startswith("几种会议相同") and " | " not in said


def test_a_meeting_is_told_in_the_order_of_its_day(built_site: Path) -> None:
    said = words_of(built_site, "zh", "meetings/department-meeting")
    order = ["何时开、谁参加", "每月初", "开会之前", "请假", "会上", "会议内容", "会后", "会议纪要"]
    places = [said.index(words, said.index("何时开、谁参加")) for words in order]
    assert places == sorted(places)
    assert "是编者所加；规则没有这样分" in said


def test_where_the_words_fix_no_day_there_is_no_calendar_entry(built_site: Path) -> None:
    assert "规则没有写明哪一天，所以没有日历条目" in words_of(built_site, "zh", "meetings/department-meeting")
    assert "calendar.ics" not in html_of(built_site, "meetings/department-meeting")
    assert "calendar.ics" in html_of(built_site, "meetings/executive-meeting")


def test_the_calendar_goes_from_week_to_month_to_what_is_put_otherwise(built_site: Path) -> None:
    said = words_of(built_site, "en", "calendar")
    weekly, rest = said.split("Monthly", 1)
    monthly, otherwise = rest.split("As the words put it", 1)
    assert "every Monday" in weekly and "Stated; see the calendar feed" in weekly
    assert "early in each month" in monthly and "Which days are" in monthly
    assert "The rules name no day" in monthly and "Stated;" not in monthly
    assert "annual and half-year" in otherwise and "Not stated in the rules" in otherwise
    assert "ask the Director or a Deputy Director for leave" in otherwise.split("Beforehand")[-1]


def test_the_table_of_documents_says_who(built_site: Path) -> None:
    html = html_of(built_site, "documents")
    prepared, considered, agreed, signed, issued, kept, addressed = row_of(
        html, "document-internal-publication"
    ).split(" | ")
    assert prepared.startswith("承办处室")
    assert considered == kept == addressed == "—"
    assert agreed.startswith("主任 或 分管副主任")
    assert signed.startswith("主任 或 授权副主任")
    assert "编辑和印发" in issued and "未决事项" in issued
    assert row_of(html, "document-meeting-minutes").count("规则没有写明") == 2


def test_the_main_duties_stand_against_the_tasks(built_site: Path) -> None:
    said = words_of(built_site, "zh", "carrying-out")
    table, reasons = said.split("各项对应及理由", 1)
    assert "会领导交办的其他事项。没有对应到哪一项职责" in table
    assert "研究分析派出机构管理和协调工作中的重大问题，提出建议和解决方案；没有任务对应到这一项" in table
    assert "对派出机构的年度工作业绩进行考核评估 → 会同有关部门提出对派出机构年度工作业绩的评估意见" in reasons
    assert reasons.count("编者推断") == 20 and reasons.count("第四条只说“依据上述职责”") == 20


PLACES_THAT_NAME_THE_RECORD = (
    "documents",
    "duties",
    "glossary",
    "meetings/department-meeting",
    "open-questions",
    "procedures/department-meeting",
    "roles/record-keeper",
    ".",
)


@pytest.mark.parametrize("path", PLACES_THAT_NAME_THE_RECORD)
def test_wherever_a_document_is_named_its_page_is_one_click_away(built_site: Path, path: str) -> None:
    assert re.search(r'href="[^"]*documents/meeting-record/index\.html"', html_of(built_site, path)) or re.search(
        r'href="meeting-record/index\.html"', html_of(built_site, path)
    )


def test_a_documents_page_says_what_it_is_and_where_it_appears(built_site: Path) -> None:
    said = words_of(built_site, "zh", "documents/submission-without-agreement")
    assert "编者推断" in said and "文中只说“报请”" in said
    assert "列明各方意见及理据" in said and "提出倾向性建议" in said
    assert "如未能达成一致意见，应列明各方意见及理据，提出倾向性建议，报请分管会领导协调。" in said
    prepared, addressed = (said.split(f" {point} ")[1] for point in ("拟稿、整理", "报送、发给"))
    assert "派出机构管理部（机构部）" in prepared.split(" 报送、发给 ")[0]
    assert "分管会领导 协调" not in prepared.split(" 报送、发给 ")[0], "whom it goes to does not prepare it"
    assert "分管会领导 协调" in addressed
    html = html_of(built_site, "documents/submission-without-agreement")
    assert "../../procedures/other-departments/index.html#step-refer" in html
    assert "../../duties/index.html#duty-refer-to-leader-in-charge" in html
    assert "../../open-questions/index.html#question-leader-in-charge-of-what" in html
