"""What the handbook says of every kind of finding, from really trying an example of each.

That takes two seconds or so. It is done again only when the program has changed: what was said is kept in a
file known by the SHA-256 of the program's own files and with a sum of its own. A cache that is lost, old or
spoilt costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from macros.checks.examples import plant
from macros.checks.examples.trial import all_tried, explanations
from macros.model import Explanation, Finding, Place, Sentence

CACHE = ".cache/findings.json"


@cache
def explained(root: Path) -> Mapping[str, Explanation]:
    """Return the explanation of every code; the cache stands below `root`."""
    return explanations(said(root / CACHE))


def said(path: Path) -> dict[str, Finding]:
    """Return what the checks say of the examples, from the cache if it fits."""
    key = _program()
    known = _recall(path, key)
    if known is None:
        with TemporaryDirectory() as folder:
            known = all_tried(plant(Path(folder)))
        _remember(path, key, known)
    return known


def _program() -> str:
    """Return a sum of all that decides what is said: the program below `checks`, and the examples."""
    root = Path(__file__).parents[1]
    total = hashlib.sha256()
    for room in ("model", "load", "derive", "checks"):
        for path in sorted((root / room).rglob("*")):
            if path.suffix in (".py", ".yml", ".txt"):
                total.update(f"{path.relative_to(root).as_posix()}\0".encode())
                total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _recall(path: Path, key: str) -> dict[str, Finding] | None:
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        if held["key"] != key or held["sum"] != _sum(held["said"]):
            return None
        return {code: _finding(record) for code, record in held["said"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _remember(path: Path, key: str, found: Mapping[str, Finding]) -> None:
    records = {code: asdict(finding) for code, finding in found.items()}
    aside = path.with_suffix(".new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        aside.write_text(json.dumps({"key": key, "sum": _sum(records), "said": records}), encoding="utf-8")
        aside.replace(path)
    except OSError:
        return  # a cache that cannot be written is a cache lost


def _sum(records: Any) -> str:
    return hashlib.sha256(json.dumps(records, sort_keys=True).encode()).hexdigest()


def _finding(record: Any) -> Finding:
    hint = record["hint"]
    return Finding(
        record["code"],
        record["severity"],
        Place(**record["place"]),
        Sentence(**record["message"]),
        Sentence(**hint) if hint else None,
    )
