"""Checks a data folder and remembers, by content, what was found in each rulebook that has not changed.

A remembered rulebook is known by the SHA-256 of all its files, of this program and of the names findings
bear; what is remembered carries a sum of its own. Whatever does not fit is checked anew, so that a cache
lost, old or spoilt costs time and nothing else.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.checks import run
from macros.load import Loaded, load_handbook
from macros.load.files import MAXIMUM_BYTES, Reader
from macros.model import Finding, Place, Rulebook, Sentence
from macros.model.rulebook import COLLECTIONS

_KINDS = ("articles", "paragraphs", "points")


@dataclass(frozen=True)
class Outcome:
    """All findings of a folder, and how many there are of each thing."""

    findings: tuple[Finding, ...]
    counts: Mapping[str, int]
    remembered: int
    """How many rulebooks were not read, since nothing in them has changed."""
    lines: Callable[[str], list[str]]
    """The lines of a data file by its name in findings; none for what is no plain file below the data."""


def check_folder(data: Path, cache: Path | None) -> Outcome:
    """Check every rulebook of a folder, those that have changed by reading them; no cache reads all."""
    keys = _keys(data) if cache is not None else {}
    known = {name: entry for name, key in keys.items() if (entry := _recall(cache, name, key))}
    if any(entry["twins"] for entry in known.values()):
        known = {}  # roles tied across rulebooks are looked up in all of them
    loaded = load_handbook(data, frozenset(known))
    if known and any(role.same_as for one in _read(loaded).values() for role in one.roles.values()):
        known = {}
        loaded = load_handbook(data)
    findings = run(loaded)
    counts = _summed([_counted(rulebook) for rulebook in _read(loaded).values()])
    if cache is not None:
        for name, rulebook in _read(loaded).items():
            if name in keys:
                _remember(cache, name, keys[name], rulebook, findings)
    for entry in known.values():
        findings += [_finding(record) for record in entry["findings"]]
        counts = _summed([counts, entry["counts"]])
    ordered = sorted(dict.fromkeys(findings), key=lambda finding: finding.order)
    return Outcome(tuple(ordered), counts, len(known), Reader(data).lines)


def _read(loaded: Loaded) -> dict[str, Rulebook]:
    return {**loaded.handbook.rulebooks, **loaded.headless}


def _counted(rulebook: Rulebook) -> dict[str, int]:
    kinds = [f"{provision.kind}s" for provision in rulebook.provisions.values()]
    return {kind: kinds.count(kind) for kind in _KINDS} | {
        collection: len(getattr(rulebook, collection)) for collection in COLLECTIONS
    }


def _summed(several: list[Mapping[str, int]]) -> dict[str, int]:
    out = dict.fromkeys((*_KINDS, *COLLECTIONS), 0)
    for counts in several:
        for name, count in counts.items():
            out[name] += count
    return out


def _keys(data: Path) -> dict[str, str]:
    """Return what each rulebook's folder is known by; folders that cannot be summed up are left out."""
    try:
        folders = sorted(one for one in (data / "rulebooks").iterdir() if one.is_dir())
    except OSError:
        return {}
    own = _program()
    out = {}
    for folder in folders:
        total = hashlib.sha256(f"{own}\n{data.as_posix()}\n{Path.cwd()}\n".encode("utf-8", "surrogateescape"))
        if not folder.is_symlink() and _summed_up(folder, total):
            out[folder.name] = total.hexdigest()
    return out


def _summed_up(folder: Path, total: Any) -> bool:
    """Add every file of a folder to a sum; False for links, special or huge files, which are never cached."""
    try:
        for root, folders, names in os.walk(folder):
            folders.sort()
            if any((Path(root) / name).is_symlink() for name in folders):
                return False
            for name in sorted(names):
                path = Path(root) / name
                if path.is_symlink() or not path.is_file() or path.stat().st_size > MAXIMUM_BYTES:
                    return False
                told = f"{path.relative_to(folder).as_posix()}\0".encode("utf-8", "surrogateescape")
                total.update(told + hashlib.sha256(path.read_bytes()).digest())
    except OSError:
        return False
    return True


def _program() -> str:
    """Return a sum of this program's own files: another program may find other things."""
    root = Path(__file__).parents[1]
    total = hashlib.sha256()
    for part in ("model", "load", "checks", "derive"):
        for path in sorted((root / part).rglob("*.py")):
            total.update(path.read_bytes())
    return total.hexdigest()


def _recall(cache: Path | None, name: str, key: str) -> dict[str, Any] | None:
    if cache is None:
        return None
    try:
        held = json.loads((cache / f"{name}.json").read_text(encoding="utf-8"))
        entry: dict[str, Any] = held["entry"]
        sound = held["key"] == key and held["sum"] == _sum(entry)
        for record in entry["findings"]:
            _finding(record)
        return entry if sound and set(entry["counts"]) <= {*_KINDS, *COLLECTIONS} else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _remember(cache: Path, name: str, key: str, rulebook: Rulebook, findings: list[Finding]) -> None:
    own = [one for one in findings if f"rulebooks/{name}/" in one.place.path]
    entry = {
        "findings": [_record(finding) for finding in own],
        "counts": _counted(rulebook),
        "twins": any(role.same_as for role in rulebook.roles.values()),
    }
    held = json.dumps({"key": key, "sum": _sum(entry), "entry": entry}, ensure_ascii=False)
    aside = cache / f".{name}.new"
    try:
        cache.mkdir(parents=True, exist_ok=True)
        aside.write_text(held, encoding="utf-8")
        aside.replace(cache / f"{name}.json")
    except (OSError, ValueError):
        return  # a cache that cannot be written is a cache lost


def _sum(entry: Any) -> str:
    told = json.dumps(entry, ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()


def _record(finding: Finding) -> list[Any]:
    place, hint = finding.place, finding.hint
    said = [finding.message.zh, finding.message.en]
    return [
        finding.code,
        finding.severity,
        place.path,
        place.line,
        place.column,
        said,
        hint and [hint.zh, hint.en],
    ]


def _finding(record: Any) -> Finding:
    code, severity, path, line, column, said, hint = record
    return Finding(
        code, severity, Place(path, line, column), Sentence(*said), Sentence(*hint) if hint else None
    )
