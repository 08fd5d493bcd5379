"""Reads one rulebook's folder: its head, its text, and every collection of statements about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar

from pydantic import ValidationError

from macros.load import codes
from macros.load.elements import build
from macros.load.files import Reader
from macros.load.provisions import Assembly
from macros.load.tree import Node, Places, read
from macros.model import (
    Bilingual,
    Document,
    Duty,
    Element,
    Excuse,
    Head,
    Meeting,
    OpenQuestion,
    Place,
    Procedure,
    Role,
    Rulebook,
    Term,
)
from macros.model.exceptions import Allowance
from macros.model.vocabulary import AskedAs

Built = TypeVar("Built", bound=Element)

_KNOWN = frozenset(
    {
        "rulebook.yml", "source", "text", "headings.yml", "translations", "roles", "terms", "duties",
        "meetings", "documents", "procedures", "open-questions", "coverage", "exceptions", "asked-as",
        "README.md",
    }
)  # fmt: skip

_ALWAYS = frozenset({"roles", "terms", "documents", "open-questions", "coverage"})
"""Lists that every rulebook has, be they empty."""


def read_rulebook(reader: Reader, folder: Path) -> tuple[Rulebook, bool]:
    """Read a rulebook as far as it can be read, and tell whether its head is whole."""
    return _Folder(reader, folder).read()


@dataclass
class _Folder:
    reader: Reader
    folder: Path
    dropped: dict[str, set[str]] = field(default_factory=dict)
    lost: list[Node] = field(default_factory=list)
    doubles: list[tuple[str, str]] = field(default_factory=list)

    def read(self) -> tuple[Rulebook, bool]:
        head, whole = self._head()
        for path in self.reader.entries(self.folder):
            if path.name not in _KNOWN and path.name.removesuffix(".yml") not in _KNOWN:
                self.reader.unknown(path)
        for path in self.reader.entries(self.folder / "translations"):
            if path.name not in ("en.yml", "README.md"):
                self.reader.unknown(path)
        assembly = Assembly(
            self.reader,
            self._text(head),
            self._file("translations/en.yml", "translations"),
            self._file("headings.yml", "headings"),
            self.dropped,
        )
        rulebook = Rulebook(
            head=head,
            provisions=assembly.provisions(),
            source=self._source(head),
            duties=self._collect(Duty, "duties", "duties"),
            roles=self._collect(Role, "roles", "roles"),
            meetings=self._collect(Meeting, "meetings", "meetings", single=True),
            documents=self._collect(Document, "documents", "documents"),
            procedures=self._collect(Procedure, "procedures", "procedures", single=True),
            terms=self._collect(Term, "terms", "terms"),
            open_questions=self._collect(OpenQuestion, "open-questions", "open_questions"),
            coverage=tuple(self._elements(Excuse, "coverage", "coverage", single=False)),
            exceptions=tuple(self._elements(Allowance, "exceptions", "exceptions", single=False)),
            asked=tuple(self._elements(AskedAs, "asked-as", "asked", single=False)),
        )
        rulebook = replace(
            rulebook,
            dropped={collection: frozenset(ids) for collection, ids in self.dropped.items()},
            dropped_words=(*self.doubles, *(quote for node in self.lost for quote in _quotes(node))),
        )
        return rulebook, whole

    def _head(self) -> tuple[Head, bool]:
        path = self.folder / "rulebook.yml"
        node = None
        if self.reader.exists(path):
            before = len(self.reader.findings)
            node = read(self.reader, path)
            if node is None and len(self.reader.findings) == before:
                node = Node(self.reader.place(path), entries={})
        else:
            said = (f"“{self.folder.name}”缺少 rulebook.yml", f'"{self.folder.name}" has no rulebook.yml')
            hint = ("rulebook new rulebook 会写出一份", "rulebook new rulebook writes one")
            self.reader.report(codes.NO_FILE.at(self.reader.place(path), *said, hint))
        head = build(self.reader, Head, node) if node is not None else None
        if head is None:
            self.dropped.setdefault("head", set()).add("*")
            return self._stand_in(node), False
        if head.id != self.folder.name:
            said = (
                f"编号是“{head.id}”，目录却叫“{self.folder.name}”",
                f'the id is "{head.id}", but the folder is called "{self.folder.name}"',
            )
            hint = ("让目录名与编号相同", "give the folder the id's name")
            self.reader.report(codes.FOLDER.at(head.place("id"), *said, hint))
            return head.model_copy(update={"id": self.folder.name}), False
        return head, True

    def _stand_in(self, node: Node | None) -> Head:
        """Return what of a head can be read, so that the statements can still be checked."""
        name = Bilingual.model_construct(zh=self.folder.name, en=self.folder.name)
        values: dict[str, Any] = dict.fromkeys(Head.model_fields, ())
        values.update(id=self.folder.name, title=name, short_title=name, number=name)

        for key, inner in (node.entries or {}).items() if node else ():
            if key in ("versions", "categories"):
                try:
                    whole = {**_MINIMAL, key: inner.plain()}
                    values[key] = getattr(Head.model_validate(whole), key)
                except ValidationError:
                    continue
        head = Head.model_construct(**values)
        if node is not None:
            head._places = Places(node)
        return head

    def _text(self, head: Head) -> Node | None:
        """Return the newest version's text; the head says which versions there are."""
        files = {path.stem: path for path in self.reader.data_files(self.folder / "text")}
        dated = {version.date: version for version in head.versions}
        for date, version in dated.items():
            if date not in files:
                said = (f"缺少 text/{date}.yml", f"text/{date}.yml is missing")
                hint = (
                    "放入该日期的条文，或删去这个版本",
                    "put the text of that date there, or delete the version",
                )
                self.reader.report(codes.NO_FILE.at(version.place("date"), *said, hint))
        for date, path in files.items():
            if dated and date not in dated:
                self.reader.unknown(path)
        texts = {date: node for date, path in files.items() if (node := self._read(path))}
        candidates = [date for date in texts if not dated or date in dated]
        if not files and not dated:
            place = self.reader.place(self.folder / "text")
            self.reader.report(
                codes.NO_FILE.at(place, "缺少条文（text/<日期>.yml）", "there is no text (text/<date>.yml)")
            )
        newest = max(dated or files, default=None)
        return texts.get(newest) if newest in candidates and newest else None

    def _source(self, head: Head) -> str:
        """Return the newest version's source as it stands, byte for byte."""
        version = head.newest
        if version is None:
            return ""
        name = PurePosixPath(version.source)
        below = not name.is_absolute() and ".." not in name.parts
        path = self.folder / (name if len(name.parts) > 1 else "source" / name)
        if not below or not self.reader.exists(path):
            said = (f"找不到原文“{version.source}”", f'the source "{version.source}" is not there')
            hint = ("把官方原文放进 source/", "put the official text into source/")
            self.reader.report(codes.NO_FILE.at(version.place("source"), *said, hint))
            return ""
        content = self.reader.raw(path)
        return (self.reader.decode(path, content) if content is not None else None) or ""

    def _file(self, name: str, collection: str) -> Node | None:
        path = self.folder / name
        if not self.reader.exists(path):
            said = (f"缺少 {name}", f"{name} is missing")
            hint = ("每条、每款、每项都要有一份", "every article, paragraph and point needs its entry there")
            self.reader.report(codes.NO_FILE.at(self.reader.place(path), *said, hint))
            return None
        return self._read(path)

    def _read(self, path: Path) -> Node | None:
        """Read a file that has to hold something."""
        before = len(self.reader.findings)
        node = read(self.reader, path)
        if node is None and len(self.reader.findings) == before:
            said = (f"“{path.name}”里什么也没有", f'there is nothing in "{path.name}"')
            hint = ("写上内容，或删去文件", "write something, or delete the file")
            self.reader.report(codes.EMPTY.at(self.reader.place(path), *said, hint))
        return node

    def _collect(
        self, model: type[Built], name: str, collection: str, single: bool = False
    ) -> dict[str, Built]:
        out: dict[str, Built] = {}
        for element in self._elements(model, name, collection, single):
            id = str(element.id)  # type: ignore[attr-defined]
            if id not in out:
                out[id] = element
                continue
            self.dropped.setdefault(collection, set()).add(id)
            self.doubles.extend((one.at, one.quote) for one in getattr(element, "words", ()))
            first, second = out[id].place("id"), element.place("id")
            hint = ("同类编号各不相同", "ids are unique within their kind")
            said = (
                f"编号“{id}”在 {_where(first)} 已经用过",
                f'the id "{id}" is used already at {_where(first)}',
            )
            self.reader.report(codes.DUPLICATE_ID.at(second, *said, hint))
            # Either of the two may be the one that has the other's id.
            said = (
                f"编号“{id}”在 {_where(second)} 又用了一次",
                f'the id "{id}" is used again at {_where(second)}',
            )
            self.reader.report(codes.DUPLICATE_ID.at(first, *said, hint))
        return out

    def _elements(self, model: type[Built], name: str, collection: str, single: bool) -> Iterator[Built]:
        for path in self._paths(name):
            node = self._read(path)
            if node is None:
                self._lose(collection, None)
                continue
            if not single and node.items is None:
                said = ("这里要有一个列表", "a list is needed here")
                hint = ("每一项以“- id: …”开头", 'each item begins with "- id: …"')
                self.reader.report(codes.WRONG_SHAPE.at(node.place, *said, hint))
                self._lose(collection, None)
                continue
            for entry in [node] if single else node.items or []:
                element = build(self.reader, model, entry)
                if element is None:
                    self._lose(collection, entry.child("id"))
                    self.lost.append(entry)
                else:
                    yield element

    def _paths(self, name: str) -> list[Path]:
        file = self.folder / f"{name}.yml"
        there = self.reader.exists(file)
        if name in _ALWAYS and not (there or self.reader.is_folder(self.folder / name)):
            said = (f"缺少 {file.name}", f"{file.name} is missing")
            hint = ("没有内容时写 []", "where there is nothing to say, it holds []")
            self.reader.report(codes.NO_FILE.at(self.reader.place(file), *said, hint))
        return [file] * there + self.reader.data_files(self.folder / name)

    def _lose(self, collection: str, id: Node | None) -> None:
        self.dropped.setdefault(collection, set()).add(id.text if id and id.text else "*")


def _where(place: Place | None) -> str:
    return f"{place.path}:{place.line}" if place else ""


def _quotes(node: Node) -> Iterator[tuple[str, str]]:
    """Yield provision and quote of all words inside an entry that could not be read."""
    at, quote = node.child("at"), node.child("quote")
    if at and quote and at.text and quote.text:
        yield at.text, quote.text
    for name, inner in (node.entries or {}).items():
        if name != "words":
            yield from _quotes(inner)
            continue
        for provision, quotes in (inner.entries or {}).items():
            for one in quotes.items if quotes.items is not None else [quotes]:
                text = (one.child("quote") or one).text
                if text:
                    yield provision, text
    for inner in node.items or ():
        yield from _quotes(inner)


_BOTH = {"zh": "x", "en": "x"}
_MINIMAL: dict[str, Any] = {
    "id": "x",
    "title": _BOTH,
    "short_title": _BOTH,
    "number": _BOTH,
    "issuer": {"name": _BOTH},
    "dates": (),
    "status": {"state": "not-verified", "note": _BOTH},
    "versions": (),
    "categories": (),
}
"""The least head there is, to try one key of a broken one at a time."""
