"""The table of documents as CSV; facts typed from articles 9, 13, 18 and 19."""

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
DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def sheets() -> dict[str, bytes]:
    return dict(exports.files("csv", load_handbook(DATA).handbook))


def rows(sheet: bytes) -> dict[str, dict[str, str]]:
    read = csv.DictReader(io.StringIO(sheet.decode("utf-8-sig"), newline=""))
    return {row["id"]: row for row in read}


def test_every_document_stands_in_it(sheets: dict[str, bytes]) -> None:
    assert sorted(sheets) == ["en/" + TABLE, TABLE]
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


def test_spreadsheets_open_it_and_run_nothing(sheets: dict[str, bytes]) -> None:
    assert sheets[TABLE].startswith(b"\xef\xbb\xbf") and sheets[TABLE].endswith(b"\r\n")
    book = handbook().rulebooks["garden"]
    log = book.documents["log"].model_copy(update={"name": Bilingual(zh="=1+1", en="@x")})
    hostile = Handbook(handbook().title, {"garden": replace(book, documents={"log": log})})
    for path, name in (("", "文书"), ("en/", "Document")):
        sheet = dict(exports.files("csv", hostile))[f"{path}rulebooks/garden/documents/documents.csv"]
        assert rows(sheet)["log"][name] in ("'=1+1", "'@x")
