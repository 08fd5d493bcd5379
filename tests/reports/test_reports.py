"""One set of findings in every form, as people and programs read it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from macros.checks import all_codes, run
from macros.load import load_handbook
from macros.model import Code, Place
from macros.reports import Page, forms, report
from tests.garden import BOOK, change, plant

SARIF = Path(__file__).parents[1] / "fixtures" / "sarif" / "sarif-2.1.0-rtm.5.json"


def lines_of(path: str) -> list[str]:
    return Path(path).read_text(encoding="utf-8").split("\n")


def page(language: str = "en", coloured: bool = False) -> Page:
    return Page(language, coloured, lines_of, {code.name: code for code in all_codes()})


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    data = plant(tmp_path)
    change(data, "duties/art_3.yml", "每周一召开", "每周二召开")
    change(data, "translations/en.yml", "to water;", "to water 水;")
    monkeypatch.chdir(tmp_path)
    return Path("data")


def test_the_forms_are_those_the_command_offers() -> None:
    assert list(forms()) == ["github", "json", "sarif", "text"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_sarif_is_valid_by_its_own_schema(broken: Path, language: str) -> None:
    findings = run(load_handbook(broken))
    log = json.loads(report("sarif", findings, page(language)))
    jsonschema.Draft4Validator(json.loads(SARIF.read_text(encoding="utf-8"))).validate(log)
    run_, results = log["runs"][0], log["runs"][0]["results"]
    assert len(results) == len(findings) > 1
    for finding, result in zip(findings, results, strict=True):
        rule = run_["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert rule["id"] == result["ruleId"] == finding.code
        where = result["locations"][0]["physicalLocation"]
        assert where["artifactLocation"]["uri"] == finding.place.path
        assert where["region"] == {"startLine": finding.place.line, "startColumn": finding.place.column}
        assert result["message"]["text"].startswith(finding.message.of(language))


def test_sarif_without_findings_is_valid_too() -> None:
    log = json.loads(report("sarif", [], page()))
    jsonschema.Draft4Validator(json.loads(SARIF.read_text(encoding="utf-8"))).validate(log)
    assert log["runs"][0]["results"] == []


def test_a_finding_keeps_its_fingerprint_when_lines_above_it_move(broken: Path) -> None:
    def prints() -> set[str]:
        log = json.loads(report("sarif", run(load_handbook(broken)), page()))
        return {one["partialFingerprints"]["findingInLine/v1"] for one in log["runs"][0]["results"]}

    before = prints()
    path = broken / BOOK / "duties" / "art_3.yml"
    path.write_text("# a remark\n# and another\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert prints() == before


def test_colour_is_for_terminals_only(broken: Path) -> None:
    findings = run(load_handbook(broken))
    plain, painted = report("text", findings, page()), report("text", findings, page(coloured=True))
    assert "\x1b[" not in plain
    assert "\x1b[31m" in painted
    for code in ("1", "2", "31", "33", "36", "0"):
        painted = painted.replace(f"\x1b[{code}m", "")
    assert painted == plain


def test_the_caret_stands_below_a_wide_sign(broken: Path) -> None:
    said = report("text", run(load_handbook(broken)), page()).split("\n")
    at = next(number for number, line in enumerate(said) if "quote-not-in-provision" in line)
    shown, caret = said[at + 1], said[at + 2]
    assert shown[caret.index("^")] == "茶"


def test_an_annotation_escapes_what_would_end_it() -> None:
    code = Code("some-code", "warning", "某事", "Something")
    place = Place("data/a,b:c.yml", 3, 4)
    said = report("github", [code.at(place, "甲", "100%\nof\rit", ("乙", "mend"))], page())
    assert said == (
        "::warning file=data/a%2Cb%3Ac.yml,line=3,col=4,title=some-code::100%25\\u000aof\\u000dit (mend)"
    )
