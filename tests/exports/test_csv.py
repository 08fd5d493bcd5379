"""The tables of documents and duties as CSV; facts typed from articles 3, 9, 13, 16, 18 and 19."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from macros import exports
from macros.load import load_handbook
from macros.model import Bilingual, Handbook
from tests.sample import handbook

TABLE = "rulebooks/baojiantingfa-2004-13/documents/documents.csv"
CHECKLIST = "rulebooks/baojiantingfa-2004-13/assurance/checklist/checklist.csv"
DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def sheets() -> dict[str, bytes]:
    return dict(exports.files("csv", load_handbook(DATA).handbook))


def rows(sheet: bytes) -> dict[str, dict[str, str]]:
    read = csv.DictReader(io.StringIO(sheet.decode("utf-8-sig"), newline=""))
    return {row["id"]: row for row in read}


def test_every_document_stands_in_it(sheets: dict[str, bytes]) -> None:
    assert sorted(sheets) == ["en/" + CHECKLIST, "en/" + TABLE, CHECKLIST, TABLE]
    assert len(rows(sheets[TABLE])) == 16
    assert all(row["复核"] == "草稿" for row in rows(sheets[TABLE]).values())


def test_who_does_what_with_the_words_it_rests_on(sheets: dict[str, bytes]) -> None:
    found = rows(sheets[TABLE])
    assert found["meeting-record"]["保管"] == "专人（负责会议记录）：负责会议记录，并妥善保管（第九条第三款）"
    signed = found["internal-publication"]["签发"]
    assert signed.startswith("主任或授权副主任（其中之一、决定）") and signed.endswith("（第十八条）")
    assert "会领导" in found["special-report"]["报送、发给"]
    english = rows(sheets["en/" + TABLE])
    assert english["meeting-minutes"]["Signed off by"] == "Not stated in the rules"
    assert english["record-of-settled-matters"]["Inferred by the editors"].startswith("记录 is a verb here")


def test_what_is_open_is_asked_and_what_is_not_on_record_is_empty(sheets: dict[str, bytes]) -> None:
    record = rows(sheets[TABLE])["meeting-record"]
    assert "会议记录保管多久，谁可以查阅？" in record["未决事项"].split("\n")
    assert record["签发"] == ""


def test_every_duty_stands_in_the_checklist_with_a_box(sheets: dict[str, bytes]) -> None:
    found = rows(sheets[CHECKLIST])
    assert len(found) == 101
    assert {row["核对"] for row in found.values()} == {"☐"}
    assert [row["序号"] for row in found.values()] == [str(number) for number in range(1, 102)]
    chairs = found["chair-department-meeting"]
    assert chairs["由谁"] == "主任或授权副主任（其中之一、主持）"
    assert (chairs["文字"], chairs["条款"]) == ("由主任或授权副主任主持", "第九条第一款")
    leave = rows(sheets["en/" + CHECKLIST])["ask-leave-department-meeting"]
    assert leave["When"].split("\n") == ["when unable to attend for a reason", "beforehand"]
    assert leave["With whom"] == "Director or Deputy Director (one of them, addressed)"


def test_the_checklist_says_what_is_inferred_and_what_is_a_ban(sheets: dict[str, bytes]) -> None:
    found = rows(sheets[CHECKLIST])
    article_3 = [row for row in found.values() if row["条款"].startswith("第三条第（一）项")]
    assert article_3 and all(row["编者推断"].startswith("第三条没有主语") for row in article_3)
    quorum = found["quorum-department-meeting"]
    assert quorum["事项"].startswith("不得：") and "半数" in quorum["事项"]


def test_spreadsheets_open_it_and_run_nothing(sheets: dict[str, bytes]) -> None:
    assert sheets[TABLE].startswith(b"\xef\xbb\xbf") and sheets[TABLE].endswith(b"\r\n")
    book = handbook().rulebooks["garden"]
    log = book.documents["log"].model_copy(update={"name": Bilingual(zh="=1+1", en="@x")})
    water = book.duties["water"].model_copy(update={"action": Bilingual(zh="＝1+1", en="-1+1")})
    hostile = Handbook(
        handbook().title,
        {"garden": replace(book, documents={"log": log}, duties={**book.duties, "water": water})},
    )
    for path, name in (("", "事项"), ("en/", "What")):
        table = f"{path}rulebooks/garden/assurance/checklist/checklist.csv"
        assert rows(dict(exports.files("csv", hostile))[table])["water"][name] in ("'＝1+1", "'-1+1")
    for path, name in (("", "文书"), ("en/", "Document")):
        sheet = dict(exports.files("csv", hostile))[f"{path}rulebooks/garden/documents/documents.csv"]
        assert rows(sheet)["log"][name] in ("'=1+1", "'@x")
