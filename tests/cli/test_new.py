"""`rulebook new` writes what loads, in the right place, and says what to fill in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from macros.checks import run
from macros.cli import main
from macros.load import load_handbook

REAL = Path(__file__).parents[2] / "data"
RULES = "rulebooks/baojiantingfa-2004-13"
SEED = REAL / RULES / "source" / "2004-02-06.txt"
NAMED = ["--zh", "机构部", "--en", "the Department", "--at", "art_2__para_1", "--quote", "简称机构部"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(REAL, tmp_path / "data"))


def new(data: Path, *arguments: str) -> int:
    return main(["new", *arguments, "--data", str(data), "--lang", "en"])


def errors(data: Path) -> list[str]:
    return [f"{one.code} {one.message.en}" for one in run(load_handbook(data)) if one.severity == "error"]


def test_a_duty_gets_what_its_words_show(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        new(
            data,
            "duty",
            "--id",
            "again",
            "--at",
            "art_11__para_2",
            "--quote",
            "会议可根据需要确定有关人员参加",
        )
        == 0
    )
    path = data / RULES / "duties" / "art_11.yml"
    told = capsys.readouterr().out
    assert f"wrote {path.as_posix()}" in told and "to fill in: action" in told
    entry = next(one for one in yaml.safe_load(path.read_text(encoding="utf-8")) if one["id"] == "again")
    assert entry["modality"] == "may"
    assert entry["qualifiers"] == ["as-needed"]
    assert entry["words"] == {"art_11__para_2": "会议可根据需要确定有关人员参加"}
    assert entry["review"] == "draft"
    left = [one for one in run(load_handbook(data)) if one.severity == "error"]
    assert {one.code for one in left} == {"placeholder-left"}
    lines = path.read_text(encoding="utf-8").split("\n")
    told_at = {lines[one.place.line - 1].strip() for one in left}
    assert told_at == {"category: todo", "en: TODO", "question: todo"}, (
        "the check names all that is to fill in"
    )


def test_a_duty_is_put_where_its_words_stand_in_the_text(data: Path) -> None:
    assert (
        new(data, "duty", "--id", "again", "--at", "art_9__para_1", "--quote", "由主任或授权副主任主持") == 0
    )
    path = data / RULES / "duties" / "art_9.yml"
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    again = next(one for one in entries if one["id"] == "again")
    assert again["bearer"] == {"roles": ["director", "authorised-deputy-director"], "relation": "one-of"}
    ids = [one["id"] for one in entries]
    assert ids.index("chair-department-meeting") < ids.index("again") < ids.index("quorum-department-meeting")


@pytest.mark.parametrize(
    ("kind", "file"),
    [
        ("role", "roles.yml"),
        ("term", "terms.yml"),
        ("document", "documents.yml"),
        ("question", "open-questions.yml"),
        ("procedure", "procedures/fresh.yml"),
        ("meeting", "meetings/fresh.yml"),
    ],
)
def test_every_kind_loads_as_it_is_written(data: Path, kind: str, file: str) -> None:
    more = ["--question", "vote"] if kind == "meeting" else []
    assert new(data, kind, "--id", "fresh", *NAMED, *more) == 0
    assert "id: fresh\n" in (data / RULES / file).read_text(encoding="utf-8")
    assert {one.split(" ")[0] for one in errors(data)} <= {"placeholder-left"}


def test_a_rulebook_is_split_as_its_source_is_printed(data: Path, tmp_path: Path) -> None:
    shutil.rmtree(data / RULES)
    named = ["--id", "second", "--zh", "规则", "--en", "Rules", "--date", "2004-02-06"]
    assert new(data, "rulebook", *named, "--source", str(SEED)) == 0
    loaded = load_handbook(data)
    rulebook = loaded.handbook.rulebooks["second"]
    kinds = [provision.kind for provision in rulebook.provisions.values()]
    assert (kinds.count("article"), kinds.count("paragraph"), kinds.count("point")) == (22, 28, 31)
    assert rulebook.provisions["art_22__para_1"].zh == "本规则自发布之日起实行。"
    assert rulebook.provisions["title"].zh == "中国保监会派出机构管理部工作规则"
    assert (data / "rulebooks/second/source/2004-02-06.txt").read_bytes() == SEED.read_bytes()
    # Nothing is wrong but that no duty quotes the words yet, and what waits to be written.
    assert {one.split(" ")[0] for one in errors(data)} == {"words-not-covered", "placeholder-left"}


def test_an_article_gets_what_it_lacks(data: Path) -> None:
    (data / RULES / "duties" / "art_16.yml").unlink()
    headings = data / RULES / "headings.yml"
    text = headings.read_text(encoding="utf-8")
    start = text.index("art_16:")
    headings.write_text(text[:start] + text[text.index("art_17:") :], encoding="utf-8")
    assert new(data, "article", "--number", "16") == 0
    duties = yaml.safe_load((data / RULES / "duties" / "art_16.yml").read_text(encoding="utf-8"))
    assert [one["modality"] for one in duties] == ["must", "must"]
    assert "art_16:\n  zh: TODO" in headings.read_text(encoding="utf-8")
    assert new(data, "article", "--number", "9") == 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["duty", "--id", "x"], "--at, --quote must be given"),
        (["duty", "--id", "Bad Id", "--at", "art_9__para_1", "--quote", "召开"], "not an id"),
        (["duty", "--id", "x", "--at", "art_99__para_1", "--quote", "召开"], 'no provision "art_99__para_1"'),
        (["duty", "--id", "x", "--at", "art_9__para_1", "--quote", "没有的字"], "does not stand in"),
        (["duty", "--id", "x", "--at", "art_9__para_1", "--quote", "副主任"], "stands 2 times"),
        (["duty", "--id", "x", "--at", "art_13", "--quote", "召开"], "write art_13__para_1, art_13__para_2"),
        (
            ["duty", "--id", "x", "--at", "art_9__para_1", "--quote", "原则上", "--question", "none"],
            "no open question",
        ),
        (["term", "--id", "x", *NAMED, "--question", "vote"], "for a duty or a meeting only"),
        (["role", "--id", "director", *NAMED], "used already"),
        (["procedure", "--id", "general-matters", *NAMED], "is there already"),
        (["meeting", "--id", "x", *NAMED, "--question", "none"], "no open question"),
        (["article", "--number", "23"], "the text has no"),
        (["role", "--id", "x", *NAMED, "--rulebook", "other"], "say which with --rulebook"),
        (
            ["rulebook", "--id", "x", "--zh", "规则", "--en", "R", "--date", "2004", "--source", "x"],
            "dates are written",
        ),
    ],
)
def test_what_cannot_be_written_is_said_and_nothing_is(
    data: Path, arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    assert new(data, *arguments) == 2
    assert says in capsys.readouterr().err
    assert {path: path.read_bytes() for path in data.rglob("*") if path.is_file()} == before


def test_stopping_half_way_writes_nothing_and_says_so(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", stop)
    assert new(data, "term") == 130
    assert "nothing was written" in capsys.readouterr().err
