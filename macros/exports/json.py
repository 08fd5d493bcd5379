"""The public JSON below `api/v1/`: the model by its own names, with what is inherited filled in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from pydantic import BaseModel

from macros.derive import effective, links
from macros.derive.calendar import text_date
from macros.exports.files_shapes import IndexShape, RulebookShape
from macros.model import (
    Citation,
    Document,
    Excuse,
    Fact,
    Handbook,
    Meeting,
    Party,
    Procedure,
    Provision,
    ProvisionId,
    Rulebook,
    Step,
)
from macros.model.facts import DOCUMENT_POINTS, MEETING_POINTS

SCHEMA_VERSION = "1.0.0"
Urls = Callable[[str, str, str, str], str]
"""Rulebook, kind, id and language to an address from the site's root."""

_HEAD = (
    "dates", "recipients", "copies_to", "contact", "production", "versions", "background", "categories",
)  # fmt: skip


def files(handbook: Handbook, urls: Urls = links.url) -> Iterator[tuple[str, bytes]]:
    """Yield the path of each file, from the site's root, and its content."""
    yield "api/v1/index.json", dump(index_json(handbook, urls))
    yield "api/v1/schema.json", dump(json_schema())
    for rulebook in handbook.rulebooks.values():
        yield _path(rulebook), dump(rulebook_json(rulebook, urls))


def dump(value: dict[str, Any]) -> bytes:
    """Write JSON that can be read and compared."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a rulebook's file; `$defs/IndexShape` is that of the index."""
    schema = RulebookShape.model_json_schema()
    index = IndexShape.model_json_schema()
    defs = {**schema.pop("$defs"), **index.pop("$defs"), "IndexShape": index}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "schema.json"}
    return {**head, **schema, "$defs": dict(sorted(defs.items()))}


def index_json(handbook: Handbook, urls: Urls = links.url) -> dict[str, Any]:
    """Return the list of rulebooks."""
    listed = []
    for rulebook in handbook.rulebooks.values():
        head = rulebook.head
        listed.append(
            {
                "id": head.id,
                "title": _plain(head.title),
                "short_title": _plain(head.short_title),
                "number": _plain(head.number),
                "status": head.status.state,
                "text_version": text_date(rulebook),
                "url": _url(urls, rulebook, "rulebook", ""),
                "json": _path(rulebook),
            }
        )
    return {"schema_version": SCHEMA_VERSION, "title": _plain(handbook.title), "rulebooks": listed}


def rulebook_json(rulebook: Rulebook, urls: Urls = links.url) -> dict[str, Any]:
    """Return everything about one rulebook."""
    head = rulebook.head

    def entities(collection: dict[str, Any], kind: str) -> list[dict[str, Any]]:
        return [_entity(rulebook, urls, kind, thing) for thing in collection.values()]

    return {
        "schema_version": SCHEMA_VERSION,
        "text_version": text_date(rulebook),
        "id": head.id,
        "title": _plain(head.title),
        "number": _plain(head.number),
        "issuer": _plain(head.issuer),
        "status": _plain(head.status),
        **{name: _plain(getattr(head, name)) for name in _HEAD},
        "provisions": [_provision(rulebook, urls, one) for one in rulebook.provisions.values()],
        "roles": entities(dict(rulebook.roles), "role"),
        "duties": entities(dict(rulebook.duties), "duty"),
        "meetings": entities(dict(rulebook.meetings), "meeting"),
        "documents": entities(dict(rulebook.documents), "document"),
        "procedures": entities(dict(rulebook.procedures), "procedure"),
        "terms": entities(dict(rulebook.terms), "term"),
        "open_questions": entities(dict(rulebook.open_questions), "question"),
        "coverage": _plain(rulebook.coverage),
    }


def _path(rulebook: Rulebook) -> str:
    return f"api/v1/rulebooks/{rulebook.id}.json"


def _url(urls: Urls, rulebook: Rulebook, kind: str, id: str) -> dict[str, str]:
    return {language: urls(rulebook.id, kind, id, language) for language in ("zh", "en")}


def _plain(value: Any) -> Any:
    """Turn elements into mappings by the model's names, but `words` into `citations`."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Citation | Excuse):
        occurrence = {} if value.occurrence is None else {"occurrence": value.occurrence}
        out = {"at": value.at, "quote": value.quote, **occurrence}
        if isinstance(value, Excuse):
            out |= {"reason": value.reason, "note": _plain(value.note)}
        return out
    if isinstance(value, BaseModel):
        names = type(value).model_fields
        return {_renamed(name): _plain(getattr(value, name)) for name in names}
    return value


def _renamed(name: str) -> str:
    return "citations" if name == "words" else name


def _entity(rulebook: Rulebook, urls: Urls, kind: str, thing: Any) -> dict[str, Any]:
    out = {"id": thing.id, "url": _url(urls, rulebook, kind, thing.id), **_plain(thing)}
    if isinstance(thing, Meeting | Document):
        for name in MEETING_POINTS if isinstance(thing, Meeting) else DOCUMENT_POINTS:
            value = getattr(thing, name)
            if isinstance(value, tuple):
                out[name] = [_fact(rulebook, fact, name) for fact in value]
            elif value is not None:
                out[name] = _fact(rulebook, value, name)
    if isinstance(thing, Procedure):
        out["entry"] = _fact(rulebook, thing.entry, "entry")
        out["steps"] = [_step(rulebook, urls, thing, step) for step in thing.steps]
    return out


def _fact(rulebook: Rulebook, fact: Fact, point: str) -> dict[str, Any]:
    out: dict[str, Any] = _plain(fact)
    out["citations"] = _plain(effective.citations(fact, rulebook))
    out["roles"] = list(effective.fact_roles(fact, point, rulebook))
    out["meetings"] = list(effective.fact_meetings(fact, point, rulebook))
    return out


def _step(rulebook: Rulebook, urls: Urls, procedure: Procedure, step: Step) -> dict[str, Any]:
    performers: Party | None = step.performers
    duty = effective.home(step, rulebook.duties)
    if performers is None and duty is not None:
        performers = duty.bearer
    edges = [{**_plain(edge), "citations": _plain(effective.citations(edge, rulebook))} for edge in step.next]
    return {
        **_plain(step),
        "url": _url(urls, rulebook, "step", f"{procedure.id}/{step.id}"),
        "label": _plain(effective.label(step, rulebook)),
        "performers": _plain(performers),
        "citations": _plain(effective.citations(step, rulebook)),
        "next": edges,
    }


def _provision(rulebook: Rulebook, urls: Urls, provision: Provision) -> dict[str, Any]:
    text = provision.text
    own = ProvisionId.parse(provision.id)
    return {
        "id": provision.id,
        "eId": provision.eid,
        "kind": provision.kind,
        "label": _plain(own.own_label if own else provision.label),
        "label_printed": bool(provision.printed),
        "citation": _plain(provision.label),
        "heading": _plain(provision.heading),
        "parent": provision.parent,
        "text": {"zh": text.zh if text else "", "en": text.en if text else ""},
        "translation_review": provision.translation_review,
        "url": _url(urls, rulebook, "provision", provision.eid),
    }
