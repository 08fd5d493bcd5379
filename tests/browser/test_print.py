"""The text on paper: every article, whole and unclipped, in the look of an official document."""

from __future__ import annotations

import io
import re
import unicodedata
from itertools import product

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

TEXT = "rulebooks/baojiantingfa-2004-13/index.html"
pytestmark = pytest.mark.browser

# How each article begins, typed from the source.
ARTICLES = (
    "第一条为明确部门职责，规范工作行为",
    "第二条本规则适用于中国保监会派出机构管理部",
    "第三条主要职责：",
    "第四条依据上述职责，机构部主要承担以下工作任务",
    "第五条机构部实行主任负责制",
    "第六条机构部研究工作事项，采取主任、副主任研究决定",
    "第七条一般工作事项，由职能处室提出建议",
    "第八条重要工作事项，由职能处室形成初步意见",
    "第九条部务会原则上每月初召开一次",
    "第十条部务会的主要内容",
    "第十一条主任办公会原则上每周一召开一次",
    "第十二条主任办公会的主要内容",
    "第十三条主任办公会议定的事项，按各处的职责分工",
    "第十四条部务会、主任办公会采取民主与集中相结合的方式决定问题",
    "第十五条主任室可根据工作需要，决定推迟召开部务会",
    "第十六条机构部研究工作，凡涉及其他部门的",
    "第十七条需要会同有关部门实施或协调有关部门办理的重要工作事项",
    "第十八条机构部主办的内部信息刊物由主任或授权副主任签发",
    "第十九条《派出机构要情专报》主要向会领导及时报告",
    "第二十条《派出机构情况反映》主要收集、刊发",
    "第二十一条本规则由中国保监会派出机构管理部负责解释和修改",
    "第二十二条本规则自发布之日起实行",
)
# Provisions of several lines, which no sheet may split.
WHOLE = (
    "参加部务会的人数，不得少于应参加会议人员总数的半数。因故无法出席，应事先向主任或副主任请假。",
    "（四）会同有关部门拟订派出机构年度工作业绩的评估办法，定期对派出机构的年度工作业绩进行考核评估,及时提出评估意见；",
    "信息素材的收集、选定和整理，由承办处室提出意见报主任或分管副主任同意后编辑和印发。",
)
CHROME = ("打印时带注", "只看中文", "跳到条款", "本规则的其他页面", "下一页", "复制")


# Fonts draw some radicals and the signs that look like them with one glyph; a printed file names the radical.
RADICALS = str.maketrans("⺠⻅⻓⻔⻚⻛", "民见长门页风")


def plain(words: str) -> str:
    """Return words without white space and without the look-alikes and ligatures of a printed file."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", words)).translate(RADICALS)


def sheets(page: Page, url: str, view: str, notes: bool) -> list[str]:
    """Print a page and return the words of each sheet, without white space."""
    page.goto(url)
    page.locator(f"#view-{view}").check()
    page.locator("#print-notes").set_checked(notes)
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    for sheet in printed.pages:
        assert [round(float(side)) for side in sheet.mediabox[2:]] == [595, 842]  # A4 in points
    return [plain(sheet.extract_text()) for sheet in printed.pages]


@pytest.mark.parametrize(("view", "notes"), list(product(("both", "zh"), (True, False))))
def test_every_article_is_printed(page: Page, site_url: str, view: str, notes: bool) -> None:
    found = sheets(page, site_url + TEXT, view, notes)
    if view == "zh":  # where two columns stand side by side, their lines alternate in the file
        whole = "".join(found)
        assert [words for words in ARTICLES if plain(words) not in whole] == []
        for words in WHOLE:
            assert any(plain(words) in sheet for sheet in found), words
    labels = [words[: words.index("条") + 1] for words in ARTICLES]
    assert [label for label in labels if not any(label in sheet for sheet in found)] == []


@pytest.mark.parametrize(("view", "notes"), list(product(("both", "zh", "en"), (True, False))))
def test_no_sheet_is_blank_and_nothing_of_the_site_is_on_it(
    page: Page, site_url: str, view: str, notes: bool
) -> None:
    found = sheets(page, site_url + TEXT, view, notes)
    assert len(found) > 4
    assert [number for number, words in enumerate(found, 1) if len(words) < 100] == []
    assert [words for words in CHROME if any(words in sheet for sheet in found)] == []
    assert ("〔1〕" in "".join(found[1:])) is notes


@pytest.mark.parametrize("notes", [True, False])
def test_each_sheet_has_its_number_and_the_running_title(page: Page, site_url: str, notes: bool) -> None:
    found = sheets(page, site_url + TEXT, "zh", notes)
    for number, words in enumerate(found, 1):
        assert f"—{number}—" in words
        assert number == 1 or "派出机构管理部工作规则" in words
    assert "未核实" in found[0]


def test_english_alone_is_printed_as_a_translation(page: Page, site_url: str) -> None:
    found = sheets(page, f"{site_url}en/{TEXT}", "en", notes=False)
    whole = "".join(found)
    assert "Unofficialtranslation" in found[0]
    assert [number for number in range(1, 23) if f"Article{number}" not in whole] == []
    assert "第" not in whole


@pytest.mark.parametrize(("language", "view"), list(product(("", "en/"), ("both", "zh", "en"))))
def test_nothing_is_clipped_on_paper(page: Page, site_url: str, language: str, view: str) -> None:
    page.set_viewport_size({"width": 590, "height": 850})  # the type area of 156 by 225 mm
    page.emulate_media(media="print")
    page.goto(f"{site_url}{language}{TEXT}")
    page.evaluate(f"document.getElementById('view-{view}').checked = true")
    outside = page.evaluate(
        "Array.from(document.querySelectorAll('.hb-text .hb-cell, .hb-text .hb-row__about')).filter(one => {"
        " const box = one.getBoundingClientRect();"
        " const wide = one.scrollWidth > box.width + 1;"
        " return box.width && (wide || box.right > innerWidth + 1 || box.left < -1);"
        "}).map(one => one.textContent.slice(0, 40))"
    )
    assert outside == []
    expect(page.locator("#art_22__para_1 .hb-cell").first).to_be_attached()
