"""Remembers how unchanged files read, so that a check of one changed file takes a moment."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import macros.load
import macros.load.lists
import macros.load.provisions
import macros.load.rulebook
from macros.model import walk

_MODULES = (macros.load, macros.load.lists, macros.load.rulebook, macros.load.provisions)


class Memory:
    """Wraps the loader's `read` and `build`: the same input gives the same result and findings.

    Nodes of unchanged files are the same objects again, so elements may be looked up by them.
    """

    def __init__(self) -> None:
        self.nodes: dict[Any, tuple[Any, list[Any], Any]] = {}
        self.elements: dict[Any, tuple[Any, Any, list[Any]]] = {}
        self.inner: dict[int, tuple[Any, list[Any]]] = {}
        self.learning = True

    def reading(self, read: Any) -> Any:
        def remembered(reader: Any, path: Path) -> Any:
            try:
                plain_file = path.is_file() and not path.is_symlink() and path.stat().st_size < 1_000_000
                key = (str(reader.root), str(path), path.read_bytes()) if plain_file else None
            except OSError:
                key = None
            if key is None or not (self.learning or key in self.nodes):
                return read(reader, path)
            if key not in self.nodes:
                before = len(reader.findings)
                node = read(reader, path)
                self.nodes[key] = (node, reader.findings[before:], reader.raws.get(path))
            else:
                _, findings, raw = self.nodes[key]
                reader.findings.extend(findings)
                if raw is not None:
                    reader.raws[path] = raw
            return self.nodes[key][0]

        return remembered

    def building(self, build: Any) -> Any:
        def remembered(reader: Any, model: Any, node: Any) -> Any:
            key = (id(node), model)
            if not (self.learning or key in self.elements):
                return build(reader, model, node)
            if key not in self.elements:
                before = len(reader.findings)
                element = build(reader, model, node)
                # The node is kept with it, lest another one be given its id.
                self.elements[key] = (node, element, reader.findings[before:])
            else:
                reader.findings.extend(self.elements[key][2])
            return self.elements[key][1]

        return remembered

    def walking(self, walk: Any) -> Any:
        def remembered(element: Any, trail: Any = ()) -> Any:
            if trail or not (self.learning or id(element) in self.inner):
                return walk(element, trail)
            if id(element) not in self.inner:
                self.inner[id(element)] = (element, list(walk(element)))
            return iter(self.inner[id(element)][1])

        return remembered


@contextmanager
def remembering() -> Iterator[Memory]:
    """Let the loader remember, as far as it has the two functions this stands on."""
    memory = Memory()
    with ExitStack() as stack:
        for module in _MODULES:
            for name, wrap in (("read", memory.reading), ("build", memory.building)):
                if hasattr(module, name):
                    stack.enter_context(patch.object(module, name, wrap(getattr(module, name))))
        for name, module in list(sys.modules.items()):
            if name.startswith("macros.checks.") and getattr(module, "walk", None) is walk:
                stack.enter_context(patch.object(module, "walk", memory.walking(walk)))
        yield memory
