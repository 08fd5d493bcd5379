"""The schemas that editors use are those of the model, and agree with the loader about what is wrong."""

from __future__ import annotations

import json
import re
from pathlib import Path, PurePosixPath
from typing import Any

import jsonschema
import pytest

from macros.load.files import Reader
from macros.load.schemas import FOLDER, reference, schemas
from macros.load.shapes import shape_of
from macros.load.tree import parse
from tests.mutation.bench import Bench, draw
from tests.mutation.slips import KINDS

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data"
FILES = sorted(DATA.rglob("*.yml"))
SCHEMAS = {name.removesuffix(".json"): json.loads(text) for name, text in schemas()}

# What the loader reports of a value's shape; a schema can see all of it.
SHAPE = {"unknown-key", "missing-key", "wrong-shape", "unknown-value", "bad-id", "bad-date", "empty-file"}

# The loader says the same of these in other words; a schema sees only a name that does not fit.
ALSO = {"hidden-character", "no-such-provision", "unknown-provision", "unknown-id"}

# Where the two may differ, and why.
ONLY_LOADER = {
    "bad-date": "a schema's pattern cannot know that February has no 30th",
    "wrong-shape": "YAML gives editors numbers and nulls where the loader reads every scalar as text",
}


def typed(value: Any) -> Any:
    """Give scalars the types of YAML 1.2's core schema, as editors do; the loader keeps them text."""
    if isinstance(value, dict):
        return {key: typed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [typed(inner) for inner in value]
    if value in ("true", "false"):
        return value == "true"
    if isinstance(value, str) and re.fullmatch(r"[-+]?\d+", value):
        return int(value)
    return value


def plain(path: Path, text: str) -> Any:
    node = parse(Reader(DATA), path, text)
    return None if node is None else node.plain()


def problems(path: Path, text: str) -> list[str] | None:
    """Return what the schema says; None where the text is not read as YAML at all."""
    shape = shape_of(PurePosixPath(path.relative_to(DATA).as_posix()))
    value = plain(path, text)
    if shape is None or value is None:
        return None
    return [
        error.message
        for error in jsonschema.Draft202012Validator(SCHEMAS[shape.name]).iter_errors(typed(value))
    ]


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_published_are_those_of_the_model(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])
    committed = ROOT / "docs" / FOLDER / f"{name}.json"
    assert json.loads(committed.read_text(encoding="utf-8")) == SCHEMAS[name], "run: make schemas"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(DATA).as_posix())
def test_every_data_file_names_its_schema_and_is_valid_by_it(path: Path) -> None:
    below = path.relative_to(DATA)
    shape = shape_of(PurePosixPath(below.as_posix()))
    assert shape is not None
    text = path.read_text(encoding="utf-8")
    first = text.split("\n", 1)[0]
    assert first == f"{reference(len(below.parts) - 1)}{shape.name}.json"
    named = (path.parent / first.partition("$schema=")[2]).resolve()
    assert named == ROOT / "docs" / FOLDER / f"{shape.name}.json"
    assert problems(path, text) == []


@pytest.mark.parametrize(("count", "step"), [(1, 3), pytest.param(6, 1, marks=pytest.mark.audit)])
def test_schema_and_loader_agree_on_the_mutation_suite(count: int, step: int) -> None:
    """Each slip of a value's shape is seen by both; where only one sees it, the reason is listed."""
    alone: list[str] = []
    seen = 0
    with Bench() as bench:
        for kind in list(KINDS.values())[::step]:
            for slip in draw(kind, bench.files, 7, count):
                content = slip.files.get(slip.path)
                if not isinstance(content, str) or len(content) > 200_000:
                    continue
                told = problems(DATA / slip.path, content)
                if told is None:
                    continue
                new = bench.caught(slip).new
                codes = {code for code, path, *_ in new if path.endswith(slip.path)}
                seen += bool(codes & SHAPE)
                both = bool(told) == bool(codes & SHAPE) or bool(told and codes & ALSO)
                if not both and not codes & set(ONLY_LOADER):
                    alone.append(f"{kind.name}: {slip.path}:{slip.line}: loader {codes}, schema {told[:1]}")
    assert seen >= 5 * count / step
    assert not alone, "\n".join(alone)
