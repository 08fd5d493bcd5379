"""The meeting packs, opened as Word opens them; facts typed from articles 9 to 15."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn

from macros import exports
from macros.load import load_handbook
from tests.garden import plant

BOOK = "rulebooks/baojiantingfa-2004-13"
DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def packs() -> dict[str, bytes]:
    return dict(exports.files("docx", load_handbook(DATA).handbook))


def opened(packs: dict[str, bytes], meeting: str, language: str) -> Opened:
    root = "en/" if language == "en" else ""
    return Document(io.BytesIO(packs[f"{root}{BOOK}/meetings/{meeting}/{meeting}-pack.docx"]))


def tables(document: Opened) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]


def table(document: Opened, *head: str) -> list[list[str]]:
    """Return the rows below the first table head that begins so."""
    return next(rows[1:] for rows in tables(document) if tuple(rows[0][: len(head)]) == head)


def words(document: Opened) -> str:
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def test_there_is_a_pack_for_each_meeting_in_each_language(packs: dict[str, bytes]) -> None:
    assert sorted(packs) == sorted(
        f"{root}{BOOK}/meetings/{meeting}/{meeting}-pack.docx"
        for root in ("", "en/")
        for meeting in ("department-meeting", "executive-meeting")
    )


def test_the_agenda_of_the_department_meeting_is_that_of_article_10(packs: dict[str, bytes]) -> None:
    document = opened(packs, "department-meeting", "zh")
    assert [row[2] for row in table(document, "", "序号", "议题")] == [
        "传达学习党中央、国务院及中国保监会重要会议精神、有关重要决定和指示（第十条第（一）项）",
        "研究贯彻落实的原则、思路及措施（第十条第（一）项）",
        "研究部内分工调整事项及其他有关重要工作（第十条第（二）项）",
        "研究制定部门年度及半年工作计划、工作总结（第十条第（三）项）",
        "总结上月工作完成情况（第十条第（四）项）",
        "部署当月工作任务（第十条第（四）项）",
    ]


def test_the_agenda_of_the_executive_meeting_is_that_of_article_12(packs: dict[str, bytes]) -> None:
    rows = table(opened(packs, "executive-meeting", "en"), "", "No.", "Items")
    assert len(rows) == 10
    assert rows[4][2] == "Hear the work reports of the divisions (Article 12(3))"
    assert rows[9][2] == "Other matters of work (Article 12, Article 12(5))"


def test_the_particulars_say_what_article_9_says_and_nothing_is_filled_in(packs: dict[str, bytes]) -> None:
    told = {row[0]: row[1:] for row in table(opened(packs, "department-meeting", "zh"), "事项", "填写")}
    assert told["时间"] == ["", "原则上，每月初（第九条第一款）"]
    assert told["地点"] == ["", ""]
    assert told["主持"] == ["", "主任或授权副主任（其中之一、主持）：主持部务会（第九条第一款）"]
    assert told["召集"][1].startswith("规则没有写明（未决事项：")
    assert all(not filled for filled, _ in told.values())


def test_half_of_those_who_should_attend_must(packs: dict[str, bytes]) -> None:
    document = opened(packs, "department-meeting", "zh")
    first = table(document, "应参加", "1")
    second = table(document, "应参加", "11")
    assert first == [["至少参加", "1", "1", "2", "2", "3", "3", "4", "4", "5", "5"]]
    assert second == [["至少参加", "6", "6", "7", "7", "8", "8", "9", "9", "10", "10"]]
    assert table(document, "应参加会议的人数", "至少须有多少人参加") == [["", "", ""]]
    assert "“参加部务会的人数，不得少于应参加会议人员总数的半数”（第九条第二款）" in words(document)
    assert "“应参加会议人员总数”怎样计算？" in words(document)


def test_the_executive_meeting_has_no_quorum_and_says_so(packs: dict[str, bytes]) -> None:
    document = opened(packs, "executive-meeting", "zh")
    assert "规则没有写明（未决事项：主任办公会要有多少人参加才能开？）" in words(document)
    assert not [rows for rows in tables(document) if "至少参加" in rows[-1]]


def test_the_attendance_list_names_roles_and_no_persons(packs: dict[str, bytes]) -> None:
    rows = table(opened(packs, "executive-meeting", "zh"), "序号", "姓名", "角色")
    assert [row[2] for row in rows if row[2]] == ["主任", "副主任", "各处负责人", "有关人员（第十一条）"]
    assert all(not row[1] and not row[3] for row in rows)
    of_department = table(opened(packs, "department-meeting", "zh"), "序号", "姓名", "角色")
    assert [row[2] for row in of_department if row[2]] == ["主任", "副主任", "各处负责人"]


def test_the_outline_asks_for_carrying_out_only_where_the_rules_do(packs: dict[str, bytes]) -> None:
    executive = opened(packs, "executive-meeting", "zh")
    assert "落实：职能处室：记录主任办公会议定的事项，并负责落实（第十三条第一款）" in words(executive)
    assert len(table(executive, "序号", "议题", "意见", "决定", "落实")) == 10
    department = opened(packs, "department-meeting", "zh")
    assert "落实：规则没有写明（未决事项：部务会决定的事项由谁落实？）" in words(department)
    assert not [rows for rows in tables(department) if "落实" in rows[0]]


def test_who_is_heard_does_not_decide(packs: dict[str, bytes]) -> None:
    said = words(opened(packs, "department-meeting", "zh"))
    assert "作出决定：主任室（决定）；与会人员（各自、提供意见或情况）：作出决定（第十四条）" in said


def test_the_words_stand_at_the_end_with_the_state_of_the_rules(packs: dict[str, bytes]) -> None:
    english = words(opened(packs, "department-meeting", "en"))
    assert "会议记录由专人负责，并妥善保管。" in english
    assert "the English is an unofficial translation" in english
    assert "still in force, and it has not been verified" in english
    assert "未经核实" in words(opened(packs, "department-meeting", "zh"))


def test_the_page_is_that_of_official_documents(packs: dict[str, bytes]) -> None:
    document = opened(packs, "department-meeting", "zh")
    (section,) = document.sections
    sides = (section.page_width, section.page_height, section.top_margin, section.left_margin)
    assert [round(side.mm) for side in sides if side is not None] == [210, 297, 37, 28]
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    left, right, top, bottom = (round(margin.mm) for margin in margins if margin is not None)
    assert (210 - left - right, 297 - top - bottom) == (156, 225), "the type area"
    pitch = document.styles["Body Text"].paragraph_format.line_spacing
    assert int(225 / 25.4 * 72 / pitch.pt) == 22, "lines on a page"
    spacing = document.styles["Body Text"].element.rPr.find(qn("w:spacing"))
    assert int(156 / 25.4 * 72 / (16 + int(spacing.get(qn("w:val"))) / 20)) == 28, "signs to a line"
    for name, font, size in (
        ("Title", "方正小标宋简体", 22),
        ("Heading 1", "黑体", 16),
        ("Body Text", "仿宋_GB2312", 16),
    ):
        style = document.styles[name]
        assert style.element.rPr.rFonts.get(qn("w:eastAsia")) == font
        assert style.font.size.pt == size
        assert not [key for key in style.element.rPr.rFonts.attrib if key.endswith("Theme")]
    assert [paragraph.text for paragraph in section.footer.paragraphs] == ["—  —"]


def test_fonts_that_are_missing_have_stand_ins(packs: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(next(iter(packs.values())))) as archive:
        fonts = archive.read("word/fontTable.xml").decode()
        names = archive.namelist()
    assert re.search('w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong,', fonts)
    assert not [name for name in names if "thumbnail" in name or "customXml" in name]


def test_nothing_in_the_file_tells_when_or_by_whom_it_was_made(packs: dict[str, bytes]) -> None:
    again = dict(exports.files("docx", load_handbook(DATA).handbook))
    assert again == packs
    for blob in packs.values():
        known = Document(io.BytesIO(blob)).core_properties
        assert (known.author, known.last_modified_by) == ("", "")
        dated = datetime.datetime(2004, 2, 6, tzinfo=datetime.timezone.utc)
        assert known.created == known.modified == dated, "the date of the text"
        with zipfile.ZipFile(io.BytesIO(blob)) as archive:
            assert {entry.date_time[:3] for entry in archive.infolist()} == {(1980, 1, 1)}


def test_a_meeting_of_which_nothing_is_stated_has_a_pack_all_the_same(tmp_path: Path) -> None:
    packs = dict(exports.files("docx", load_handbook(plant(tmp_path)).handbook))
    path = "en/rulebooks/garden-club/meetings/tea-meeting/tea-meeting-pack.docx"
    said = words(Document(io.BytesIO(packs[path])))
    assert "Agenda: tea meeting" in said and "Not stated in the rules" in said
