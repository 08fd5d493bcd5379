"""Reads `data/` into the model. Bad content never raises: it becomes a finding, the rest is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from macros.load import codes, style
from macros.load.codes import CODES
from macros.load.elements import build
from macros.load.everyday import read_everyday
from macros.load.files import Reader
from macros.load.local import read_local
from macros.load.rulebook import read_rulebook
from macros.load.shapes import HandbookFile
from macros.load.tree import read
from macros.model import Bilingual, Finding, Handbook, Rulebook

__all__ = ["CODES", "Loaded", "load_handbook"]


@dataclass(frozen=True)
class Loaded:
    """The handbook as far as it could be read, and what was wrong with the rest."""

    handbook: Handbook
    findings: tuple[Finding, ...]
    headless: Mapping[str, Rulebook] = field(default_factory=dict)
    """Rulebooks whose `rulebook.yml` could not be read: fit for checks, not for showing."""


def load_handbook(data: Path, skip: frozenset[str] = frozenset()) -> Loaded:
    """Read every rulebook below a data folder, but those whose folders are named in `skip`."""
    reader = Reader(data)
    title = _title(reader, data / "handbook.yml")
    whole: dict[str, Rulebook] = {}
    headless: dict[str, Rulebook] = {}
    for folder in reader.entries(data / "rulebooks"):
        if not reader.is_folder(folder):
            if folder.name != "README.md":
                reader.unknown(folder)
            continue
        if folder.name in skip:
            continue
        rulebook, has_head = read_rulebook(reader, folder)
        (whole if has_head else headless)[rulebook.id] = rulebook
    if not whole and not headless and not skip and not reader.findings:
        said = (f"“{data.name}”里没有规则", f'there is no rulebook in "{data.name}"')
        reader.report(codes.NO_FILE.at(reader.place(data), *said))
    local = read_local(reader, {**headless, **whole})
    everyday = read_everyday(reader)
    named = style.names_schemas(data)
    for path, node in reader.trees.items():
        sheet = style.Sheet(path, reader.raws[path], node, named)
        reader.findings.extend(style.findings(sheet, data, partial(reader.place, path)))
    findings = tuple(sorted(reader.findings, key=lambda finding: finding.order))
    return Loaded(Handbook(title, whole, local, everyday), findings, headless)


def _title(reader: Reader, path: Path) -> Bilingual:
    otherwise = Bilingual(zh="规则手册", en="Handbook of Rules")
    if not reader.exists(path):
        said = ("缺少 handbook.yml", "handbook.yml is missing")
        hint = ("其中写 title，分 zh 和 en", "it holds title, with zh and en")
        reader.report(codes.NO_FILE.at(reader.place(path), *said, hint))
        return otherwise
    before = len(reader.findings)
    node = read(reader, path)
    if node is None:
        if len(reader.findings) == before:
            said = ("缺少“title”", '"title" is missing here')
            reader.report(codes.MISSING_KEY.at(reader.place(path), *said))
        return otherwise
    found = build(reader, HandbookFile, node)
    return found.title if found else otherwise
