from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from macros.exports import json as exported
from macros.load import load_handbook
from macros.model import Rulebook
from tests.garden import plant

REAL = Path(__file__).parents[2] / "data"
TOP = [
    "id", "title", "number", "issuer", "status", "versions", "provisions", "roles", "duties", "meetings",
    "documents", "procedures", "terms", "open_questions", "coverage",
]  # fmt: skip
BESIDE = {
    "schema_version", "text_version", "background", "categories", "dates", "recipients", "copies_to",
    "contact", "production",
}  # fmt: skip


@pytest.fixture
def garden(tmp_path: Path) -> Rulebook:
    return load_handbook(plant(tmp_path)).handbook.rulebooks["garden-club"]


def by_id(found: dict[str, Any], collection: str, id: str) -> dict[str, Any]:
    return next(one for one in found[collection] if one["id"] == id)


@pytest.mark.parametrize("real", [False, True])
def test_the_output_is_as_its_schema_says(tmp_path: Path, real: bool) -> None:
    handbook = load_handbook(REAL if real else plant(tmp_path)).handbook
    files = {path: json.loads(content) for path, content in exported.files(handbook)}
    schema = files["api/v1/schema.json"]
    jsonschema.Draft202012Validator.check_schema(schema)
    for id in handbook.rulebooks:
        jsonschema.Draft202012Validator(schema).validate(files[f"api/v1/rulebooks/{id}.json"])
    index = {"$schema": schema["$schema"], "$defs": schema["$defs"], "$ref": "#/$defs/IndexShape"}
    jsonschema.Draft202012Validator(index).validate(files["api/v1/index.json"])


def test_the_schema_refuses_what_is_not_so(garden: Rulebook) -> None:
    out = exported.rulebook_json(garden)
    out["duties"][0]["modality"] = "perhaps"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(exported.json_schema()).validate(out)


def test_top_keys(garden: Rulebook) -> None:
    assert set(exported.rulebook_json(garden)) == {*TOP, *BESIDE}


def test_a_fact_inherits_from_its_duty(garden: Rulebook) -> None:
    out = exported.rulebook_json(garden)
    chair = by_id(out, "meetings", "gardening-meeting")["chair"]
    assert chair["duty"] == "chair-gardening-meeting"
    assert chair["roles"] == ["president"]
    assert chair["citations"] == [{"at": "art_2__para_1", "quote": "由会长主持"}]
    assert by_id(out, "meetings", "tea-meeting")["chair"]["question"] == "who-convenes"


def test_a_step_inherits_label_performers_and_words(garden: Rulebook) -> None:
    steps = by_id(exported.rulebook_json(garden), "procedures", "general-matters")["steps"]
    step = next(one for one in steps if one["id"] == "study")
    assert step["label"] == {"zh": "研究", "en": "study it"}
    assert step["performers"]["roles"] == ["president"] and step["performers"]["capacity"] == "responsible"
    assert step["citations"] == [{"at": "art_5__para_1", "quote": "报会长研究"}]
    assert step["url"]["en"] == "en/rulebooks/garden-club/procedures/general-matters/index.html#step-study"
    assert step["next"][0]["to"] == "agreed"


def test_provisions(garden: Rulebook) -> None:
    out = exported.rulebook_json(garden)
    article, point = by_id(out, "provisions", "art_4"), by_id(out, "provisions", "art_4__para_1__point_1")
    assert (
        article["text"] == {"zh": "", "en": ""}
        and article["label_printed"]
        and article["label"]["zh"] == "第四条"
    )
    assert point["label_printed"] and point["label"]["zh"] == "（一）" and point["parent"] == "art_4__para_1"
    assert point["eId"] == point["id"]
    assert point["url"] == {
        "zh": "rulebooks/garden-club/index.html#art_4__para_1__point_1",
        "en": "en/rulebooks/garden-club/index.html#art_4__para_1__point_1",
    }


def test_labels_and_words_joined_are_the_source(garden: Rulebook) -> None:
    provisions = exported.rulebook_json(garden)["provisions"]
    joined = "".join(
        (one["label"]["zh"] if one["label_printed"] else "") + one["text"]["zh"] for one in provisions
    )
    assert joined == "".join(garden.source.split())


def test_every_entity_has_its_address(garden: Rulebook) -> None:
    out = exported.rulebook_json(garden)
    for collection in TOP[6:-1]:
        for one in out[collection]:
            assert one["url"]["en"] == "en/" + one["url"]["zh"], one["id"]
            assert "#" in one["url"]["zh"] or one["url"]["zh"].endswith(f"/{one['id']}/index.html")


def test_the_same_bytes_from_the_same_data(tmp_path: Path) -> None:
    data = plant(tmp_path)
    first, second = (list(exported.files(load_handbook(data).handbook)) for _ in range(2))
    assert first == second
