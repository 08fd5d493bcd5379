"""JSON Schemas (2020-12) of the data files, made from the model, for editors that complete and underline."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from macros.load.shapes import SHAPES, Shape
from macros.model.provision import NUMBER

FOLDER = "assets/schemas"
"""Where the schemas stand in the site, and below docs/."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PROVISION = rf"^(title|(notice|colophon)__line_{NUMBER}|art_{NUMBER}(__para_{NUMBER}(__point_{NUMBER})?)?)$"
_TITLES = {
    "handbook": "handbook.yml",
    "rulebook": "rulebook.yml",
    "text": "text/<date>.yml",
    "translations": "translations/en.yml",
    "duties": "duties/art_<n>.yml",
    "meetings": "meetings/<id>.yml",
    "procedures": "procedures/<id>.yml",
}


class _AsWritten(GenerateJsonSchema):
    """Gives no defaults: an absent key is simply absent."""

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Return the schema of a field without its default."""
        return self.generate_inner(schema["schema"])


SCHEMA_MARK = "# yaml-language-server: $schema="
"""How the first line of a file begins that names its schema."""


def schemas() -> Iterator[tuple[str, str]]:
    """Yield the file name and content of each schema."""
    for shape in SHAPES:
        text = json.dumps(schema(shape), ensure_ascii=False, indent=1, sort_keys=False)
        yield f"{shape.name}.json", text + "\n"


def schema(shape: Shape) -> dict[str, Any]:
    """Return the schema of one kind of file."""
    head = {
        "$schema": _DIALECT,
        "$id": f"{shape.name}.json",
        "title": _TITLES.get(shape.name, f"{shape.name}.yml"),
    }
    if shape.model is None:
        words = {"type": "string", "minLength": 1}
        return {
            **head,
            "type": "object",
            "propertyNames": {"pattern": _PROVISION},
            "additionalProperties": words,
        }
    inner = shape.model.model_json_schema(schema_generator=_AsWritten)
    definitions = inner.pop("$defs", {})
    definitions[shape.model.__name__] = inner
    one = {"$ref": f"#/$defs/{shape.model.__name__}"}
    if shape.form == "list":
        body: dict[str, Any] = {"type": "array", "items": one}
    elif shape.form == "by-provision":
        several = {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}
        value = several if shape.name == "translations" else one
        body = {"type": "object", "propertyNames": {"pattern": _PROVISION}, "additionalProperties": value}
    else:
        body = one
    return {**head, **body, "$defs": dict(sorted(definitions.items()))}


def reference(below_data: int) -> str:
    """Return the start of the line by which a file `below_data` folders deep names its schema."""
    return SCHEMA_MARK + "../" * (below_data + 1) + f"docs/{FOLDER}/"
