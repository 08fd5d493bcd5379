"""The way of an edit: workflows, forms, hooks and the pages that explain them are checked like the rest."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.checks import all_codes

ROOT = Path(__file__).resolve().parent.parent
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.y*ml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.y*ml") if path.name != "config.yml")
GITLAB = ROOT / ".gitlab-ci.yml.example"
HOOKS = ROOT / ".pre-commit-config.yaml"
TEMPLATE = GITHUB / "PULL_REQUEST_TEMPLATE.md"
PICTURES = ROOT / "docs" / "assets" / "editing"
GUIDES = {language: ROOT / "docs" / language / "how-to-edit.md" for language in ("zh", "en")}

PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
SCHEMAS = [
    *(("vendor.github-workflows", path) for path in WORKFLOWS),
    *(("custom.github-workflows-require-timeout", path) for path in WORKFLOWS),
    *(("vendor.github-issue-forms", path) for path in FORMS),
    ("vendor.github-issue-config", GITHUB / "ISSUE_TEMPLATE" / "config.yml"),
    ("vendor.gitlab-ci", GITLAB),
]


def test_every_action_is_pinned_by_its_commit() -> None:
    pins: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        text = path.read_text(encoding="utf-8")
        written = re.findall(r"uses: *(.*)", text)
        assert [pin for pin in written if not PINNED.fullmatch(pin)] == [], path.name
        # Counted once more by the reader of YAML, in case one is written in a way the pattern does not see.
        assert len(written) == sum("uses" in step for step in _steps(path)), path.name
        for pin in written:
            pins.setdefault(pin.partition("@")[0], set()).add(pin)
    assert {action: found for action, found in pins.items() if len(found) > 1} == {}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_only_read(path: Path) -> None:
    workflow = _read(path)
    assert workflow["permissions"] == {}
    for name, job in workflow["jobs"].items():
        assert job["permissions"] in ({}, {"contents": "read"}), name
    assert "secrets." not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_from_outside_runs_with_leave_to_write(path: Path) -> None:
    # YAML 1.1 reads the bare word `on` as a truth value.
    workflow = _read(path)
    events = workflow.get("on", workflow.get(True))
    assert set(events) <= {"pull_request", "push", "schedule", "workflow_dispatch"}
    for step in _steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_run_ends_and_gives_way_to_a_newer_one(path: Path) -> None:
    workflow = _read(path)
    assert workflow["concurrency"]["group"] and workflow["concurrency"]["cancel-in-progress"]
    for name, job in workflow["jobs"].items():
        assert 0 < job["timeout-minutes"] <= 60, name


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_what_is_kept_is_kept_for_a_short_time(path: Path) -> None:
    for step in _steps(path):
        if step.get("uses", "").startswith("actions/upload-artifact@"):
            assert step["with"]["retention-days"] <= 14
            assert step["with"]["if-no-files-found"] == "error"


def test_an_edit_is_checked_tested_built_and_audited() -> None:
    commands = "\n".join(_commands(*WORKFLOWS))
    for command in (
        "make check",
        "bash .ci/run",
        "make audit",
        "make site",
        "--format github",
        "--format sarif",
    ):
        assert command in commands
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_every_target_that_is_used_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    texts = [*_commands(*WORKFLOWS, GITLAB)]
    texts += re.findall(r"^make [a-z]+$", (ROOT / ".ci" / "run").read_text(encoding="utf-8"), re.MULTILINE)
    for path in (*GUIDES.values(), ROOT / "CONTRIBUTING.md"):
        texts += re.findall(r"`(make [a-z]+)`", path.read_text(encoding="utf-8"))
    used = {target for text in texts for target in re.findall(r"\bmake ([a-z]+)", text)}
    assert {"check", "test", "audit", "site", "pictures"} <= used <= targets


def test_the_command_knows_what_it_is_asked() -> None:
    asked = set(re.findall(r"rulebook check[^>|&\n]*", "\n".join(_commands(*WORKFLOWS, GITLAB))))
    texts = "".join(path.read_text(encoding="utf-8") for path in GUIDES.values())
    asked |= set(re.findall(r"`[\w./]*(rulebook check[^`]*)`", texts))
    told = _run("-m", "macros.cli", "check", "--help").stdout
    formats = re.search(r"--format \{([\w,]+)\}", told)
    assert formats is not None
    for command in asked:
        for option in re.findall(r"--[a-z]+", command):
            assert option in told, command
        assert set(re.findall(r"--format (\w+)", command)) <= set(formats.group(1).split(",")), command


@pytest.mark.parametrize(("schema", "path"), SCHEMAS, ids=lambda value: getattr(value, "name", value))
def test_a_file_has_the_shape_its_reader_expects(schema: str, path: Path) -> None:
    checked = _against(schema, path)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize(
    ("schema", "path", "old", "new"),
    [
        ("vendor.github-workflows", WORKFLOWS[0], "runs-on:", "runs-at:"),
        ("vendor.github-issue-forms", FORMS[0], "type: input", "type: inputs"),
        ("vendor.gitlab-ci", GITLAB, "expire_in:", "expires_in:"),
    ],
    ids=lambda value: getattr(value, "name", value),
)
def test_another_shape_is_refused(tmp_path: Path, schema: str, path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    spoiled = tmp_path / path.name
    spoiled.write_text(text.replace(old, new), encoding="utf-8")
    assert _against(schema, spoiled).returncode == 1


def test_the_auditor_of_workflows_finds_nothing() -> None:
    audited = _audit(GITHUB, HOOKS)
    assert audited.returncode == 0, audited.stdout + audited.stderr


def test_the_auditor_of_workflows_finds_what_it_should(tmp_path: Path) -> None:
    text = WORKFLOWS[0].read_text(encoding="utf-8").replace("  pull_request:\n", "  pull_request_target:\n")
    spoiled = tmp_path / ".github" / "workflows" / WORKFLOWS[0].name
    spoiled.parent.mkdir(parents=True)
    spoiled.write_text(text, encoding="utf-8")
    audited = _audit(spoiled)
    assert audited.returncode != 0
    assert "dangerous-triggers" in audited.stdout


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_a_form_asks_in_both_languages(path: Path) -> None:
    form = _read(path)
    ids = [part["id"] for part in form["body"] if "id" in part]
    assert len(ids) == len(set(ids)) == len(form["body"]) - 1
    asked = [form["name"], form["description"]]
    for part in form["body"]:
        attributes = part["attributes"]
        asked += [attributes[key] for key in ("label", "description", "value") if key in attributes]
        asked += attributes.get("options", [])
    for text in asked:
        assert re.match(r"[\u4e00-\u9fff].*(?: · |。\n)[A-Z]", text, re.DOTALL), text


def test_the_form_of_a_pull_request_asks_in_both_languages() -> None:
    for line in TEMPLATE.read_text(encoding="utf-8").splitlines():
        if line:
            assert CHINESE.search(line.split(" · ")[0]) and re.match(r"[A-Z]", line.split(" · ")[1]), line


def test_hooks_come_from_nowhere_else_and_name_commands_that_exist() -> None:
    config = _read(HOOKS)
    assert [repository["repo"] for repository in config["repos"]] == ["local"]
    for hook in config["repos"][0]["hooks"]:
        assert hook["language"] == "system"
        program = Path(hook["entry"].split()[0])
        assert program.parent == Path(".venv/bin")
        assert _program(program.name), f"{hook['id']}: no {program.name} comes with the tests"


def test_the_examples_are_explained() -> None:
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for path in (GITHUB / "CODEOWNERS.example", GITLAB, HOOKS):
        name = path.relative_to(ROOT).as_posix()
        assert path.is_file() and told.count(f"`{name}`") == 2, name
    owners = (GITHUB / "CODEOWNERS.example").read_text(encoding="utf-8")
    assert set(re.findall(r"@([\w-]+)/", owners)) == {"example-org"}


def test_both_guides_say_the_same() -> None:
    texts = [path.read_text(encoding="utf-8") for path in GUIDES.values()]
    for pattern in (r"\{ (#[a-z]+) \}", r"`([a-z/_-]+\.yml)`", r"`(make [a-z]+)`", r"^(```.*?^```)"):
        chinese, english = (re.findall(pattern, text, re.MULTILINE | re.DOTALL) for text in texts)
        assert chinese == english and chinese, pattern
    chinese, english = (re.findall(r"^\| `([a-z-]+)` \|", text, re.MULTILINE) for text in texts)
    assert chinese == english
    assert set(chinese) <= {code.name for code in all_codes()}


@pytest.mark.parametrize("language", GUIDES)
def test_pictures_are_small_and_described_in_the_language_of_the_page(language: str) -> None:
    path = GUIDES[language]
    text = path.read_text(encoding="utf-8")
    # In HTML on the Chinese page, whose folder is a level deeper than its place in the site.
    shown = re.findall(r'<img src="([^"]+)" width="\d+" alt="([^"]+)">', text)
    shown += [(source, alt) for alt, source in re.findall(r"!\[([^\]]+)\]\(([^)]+)\)", text)]
    assert len(shown) == 3
    for source, alt in shown:
        file = (path.parent / source).resolve()
        assert file.parent == PICTURES and file.is_file(), source
        assert file.name.split(".")[1] == language
        assert file.stat().st_size < 150_000
        assert bool(CHINESE.search(alt)) == (language == "zh"), alt
    names = {Path(source).name for source, _ in shown}
    assert names == {file.name for file in PICTURES.iterdir() if file.name.split(".")[1] == language}


def _read(path: Path) -> dict[Any, Any]:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def _steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in _read(path)["jobs"].values() for step in job["steps"]]


def _commands(*paths: Path) -> list[str]:
    """Everything that is run, in workflows of GitHub as of GitLab."""
    out = []
    for path in paths:
        content = _read(path)
        if "jobs" in content:
            out += [step["run"] for step in _steps(path) if "run" in step]
        else:
            jobs = [job for job in content.values() if isinstance(job, dict)]
            out += [line for job in jobs for line in (*job.get("script", ()), *job.get("after_script", ()))]
    return out


def _against(schema: str, path: Path) -> subprocess.CompletedProcess[str]:
    options = ["--data-transform", "gitlab-ci"] if schema == "vendor.gitlab-ci" else []
    return _run(
        *("-m", "check_jsonschema", "--builtin-schema", schema, "--force-filetype", "yaml"),
        *options,
        str(path),
    )


def _audit(*paths: Path) -> subprocess.CompletedProcess[str]:
    program = _program("zizmor")
    assert program is not None, "zizmor comes with the tests"
    return subprocess.run(
        [program, "--offline", "--no-progress", "--strict-collection", "--format", "plain", *map(str, paths)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _program(name: str) -> str | None:
    """Find a program beside the Python that runs the tests."""
    return shutil.which(name, path=str(Path(sys.executable).parent))


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    # Wide, so that no option of a help text stands over two lines.
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "200"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
