"""What the auditor's pages say; facts typed from the notice and articles 1, 3, 9, 16, 18 and 22."""

from __future__ import annotations

import re
from pathlib import Path

from tests.pages import RULEBOOK, words_of

SHA256 = "e859fb1d757043fc3f5a8f867a7e036ac648135fca7e6a38955f00df6f3c4f52"


def html_of(site: Path, path: str) -> str:
    return (site / path / "index.html").read_text(encoding="utf-8")


def chapter(site: Path, language: str, id: str) -> str:
    html = html_of(site, f"{'en/' if language == 'en' else ''}{RULEBOOK}/assurance")
    return html.split(f'aria-labelledby="{id}"', 1)[1].split("</section>", 1)[0]


def test_every_inference_has_its_place_and_its_reason(built_site: Path) -> None:
    inferred = chapter(built_site, "zh", "inferred")
    assert "第三条没有主语" in inferred and 'href="../history/index.html"' in inferred
    assert "文中只说“自发布之日起”" in inferred, "the day of commencement is an inference of the head"
    rows = re.findall(r"<tr>.*?</tr>", inferred, re.DOTALL)
    bare = [row for row in rows if re.search(r"<td>\s*</td>", row)]
    assert len(rows) > 80 and bare == []
    counted = sum(int(count) for count in re.findall(r"<h3[^>]*>.*?<span[^>]*>(\d+)</span></h3>", inferred))
    assert f'>{counted}</span></h2>' in html_of(built_site, f"{RULEBOOK}/assurance")


def test_what_is_unsettled_leads_to_its_question(built_site: Path) -> None:
    unsettled = chapter(built_site, "en", "unsettled")
    assert "procedures/other-departments/index.html#step-after-coordination" in unsettled
    assert "meetings/executive-meeting/index.html#point-quorum" in unsettled
    assert "duties/index.html#duty-edit-and-issue-publication" in unsettled
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", unsettled, re.DOTALL)
    assert rows and all("open-questions/index.html#question-" in row for row in rows)


def test_every_link_leads_to_a_place_that_is_there(built_site: Path) -> None:
    page = built_site / RULEBOOK / "assurance" / "index.html"
    for href in set(re.findall(r'href="([^"#:]*)#([^"]+)"', page.read_text(encoding="utf-8"))):
        target = (page.parent / href[0]).resolve() if href[0] else page
        assert f'id="{href[1]}"' in target.read_text(encoding="utf-8"), href


def test_excuses_stand_under_their_reasons(built_site: Path) -> None:
    excused = chapter(built_site, "zh", "excused")
    purpose = excused.split("为明确部门职责", 1)[0]
    assert "目的" in purpose and "本规则自发布之日起实行" not in purpose
    assert excused.count("<q>") == 8


def test_exceptions_lead_to_the_kind_of_warning(built_site: Path) -> None:
    excepted = chapter(built_site, "en", "excepted")
    assert "how-to-edit/findings/translation-off-glossary/index.html" in excepted
    assert excepted.count("to practise a system") == 2 and "draft" in excepted


def test_all_that_is_draft_is_counted_and_named(built_site: Path) -> None:
    drafts = chapter(built_site, "zh", "drafts")
    assert "职责：草稿 101 项，共 101 项" in drafts and "未决事项：草稿 82 项，共 82 项" in drafts


def test_the_source_can_be_proved(built_site: Path) -> None:
    said = words_of(built_site, "en", "assurance")
    assert SHA256 in said
    for command in ("sha256sum 2004-02-06.txt", "shasum -a 256 2004-02-06.txt",
                    "certutil -hashfile 2004-02-06.txt SHA256",
                    "Get-FileHash 2004-02-06.txt -Algorithm SHA256"):  # fmt: skip
        assert command in said
    for page in ("", "en/"):
        href = re.search(r'href="([^"]*2004-02-06\.txt)" download', html_of(built_site, f"{page}{RULEBOOK}/assurance"))
        assert href and (built_site / page / RULEBOOK / "assurance" / href[1]).resolve().is_file()


def test_the_checklist_holds_every_duty(built_site: Path) -> None:
    html = html_of(built_site, f"{RULEBOOK}/assurance/checklist")
    rows = re.findall(r'<tr id="check-.*?</tr>', html, re.DOTALL)
    assert len(rows) == 101 and all("hb-box" in row for row in rows)
    quorum = next(row for row in rows if "check-quorum-department-meeting" in row)
    assert "不得少于应参加会议人员总数的半数" in quorum and "第九条第二款" in quorum
