"""Reads `local.yml`, which may be absent: what an office knows of itself, beside the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.load import codes
from macros.load.files import Reader
from macros.load.lists import read_list
from macros.load.rulebook import read_rulebook
from macros.load.wording import close
from macros.model import Element, Rulebook
from macros.model.local import LocalFacts

FILE = "local.yml"


def read_local(reader: Reader, rulebooks: Mapping[str, Rulebook]) -> dict[str, LocalFacts]:
    """Return the local facts by rulebook; what names nothing that exists is reported and left out.

    A rulebook that was not read this time, since nothing in it has changed, is read for its names alone.
    """
    out: dict[str, LocalFacts] = {}
    for facts in read_list(reader, FILE, LocalFacts, "rulebook"):
        if _sound(reader, facts, rulebooks, out):
            out[facts.rulebook] = facts
    return out


def _sound(
    reader: Reader, facts: LocalFacts, rulebooks: Mapping[str, Rulebook], before: Mapping[str, LocalFacts]
) -> bool:
    rulebook = rulebooks.get(facts.rulebook) or _unread(reader.root, facts.rulebook)
    if rulebook is None:
        said = (f"没有“{facts.rulebook}”这部规则", f'there is no rulebook "{facts.rulebook}"')
        near = close(facts.rulebook, rulebooks)
        reader.report(codes.UNKNOWN_VALUE.at(facts.place("rulebook"), *said, near))
        return False
    count = len(reader.findings)
    if facts.rulebook in before:
        _twice(reader, facts, "rulebook", facts.rulebook)
    for collection, key in (("roles", "role"), ("meetings", "meeting")):
        seen: set[str] = set()
        for one, id in _named(facts, collection, key):
            if not rulebook.knows(collection, id):
                said = (f"这部规则里没有“{id}”", f'there is no "{id}" in this rulebook')
                near = close(id, getattr(rulebook, collection))
                reader.report(codes.UNKNOWN_VALUE.at(one.place(key), *said, near))
            if id in seen:
                _twice(reader, one, key, id)
            seen.add(id)
    return len(reader.findings) == count


def _named(facts: LocalFacts, collection: str, key: str) -> Iterator[tuple[Element, str]]:
    for one in getattr(facts, collection):
        yield one, getattr(one, key)


def _twice(reader: Reader, one: Element, key: str, id: str) -> None:
    said = (f"“{id}”前面已经写过", f'"{id}" stands further up already')
    hint = ("合并成一处", "join the two")
    reader.report(codes.DUPLICATE_ID.at(one.place(key), *said, hint))


def _unread(root: Path, id: str) -> Rulebook | None:
    """Return a rulebook that was left out as unchanged; what is wrong in it has been told before."""
    folder = root / "rulebooks" / id
    reader = Reader(root)
    return read_rulebook(reader, folder)[0] if reader.is_folder(folder) else None
