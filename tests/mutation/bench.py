"""One copy of the data in which slips are made, checked and taken back, one after the other."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import macros.checks
from macros.checks import run
from macros.load import load_handbook
from macros.model import Finding
from tests.mutation.memory import remembering
from tests.mutation.slip import Content, Kind, Link, Slip

DATA = Path(__file__).parents[2] / "data"


@dataclass(frozen=True)
class Caught:
    """What the check says of a slip."""

    slip: Slip
    before: str
    after: str
    new: tuple[tuple[str, str, int, str], ...]
    """Code, path below data, line and message of each finding that was not there before."""
    reported: bool
    placed: bool
    aside: bool
    """Placed only where the slip shows itself in another file."""
    in_entry: bool = False
    """Whether a new finding stands anywhere in the same entry."""
    error: str = ""


class Bench:
    def __init__(self, source: Path = DATA, fast: bool = True) -> None:
        """Take the data of a folder; `fast` has the loader remember how unchanged files read."""
        self._source, self._fast = source, fast
        self._stack = ExitStack()
        self._known: Counter[tuple[str, str, str]] = Counter()

    def __enter__(self) -> Bench:
        """Copy the data and remember what is found in it as it stands."""
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory())).resolve()
            self.root = folder / "data"
            shutil.copytree(self._source, self.root, symlinks=True)
            (folder / "outside.yml").write_text("- id: outside\n", encoding="utf-8")
            self.files = dict(self._texts())
            # A check that appears meanwhile would find what it has to say of the sound data in each slip.
            checks = macros.checks.modules()
            stack.enter_context(patch.object(macros.checks, "modules", lambda: checks))
            memory = stack.enter_context(remembering()) if self._fast else None
            self._known = Counter(self._key(finding) for finding in self.found())
            if memory is not None:
                memory.learning = False
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def _texts(self) -> Iterator[tuple[str, str]]:
        for path in sorted(self.root.rglob("*")):
            if path.is_file() and path.name != "README.md":
                yield path.relative_to(self.root).as_posix(), path.read_bytes().decode("utf-8")

    def found(self) -> list[Finding]:
        return run(load_handbook(self.root))

    @contextmanager
    def changed(self, files: Mapping[str, Content]) -> Iterator[None]:
        """Write some files anew, and the sound ones back."""
        try:
            for path, content in files.items():
                self._write(path, content)
            yield
        finally:
            for path in files:
                self._write(path, self.files.get(path))

    def caught(self, slip: Slip) -> Caught:
        """Make the slip, run the check, and restore the files."""
        with self.changed(slip.files):
            try:
                findings, error = self.found(), ""
            except Exception as raised:
                findings, error = [], f"{type(raised).__name__}: {raised}"
        new = self._new(findings)
        lines = {slip.line, *slip.also}
        placed = any(path == slip.path and _close(line, lines) for _, path, line, _ in new)
        aside = any(
            _close(line, {at}) and path == where for where, at in slip.aside for _, path, line, _ in new
        )
        before, after = self._difference(slip)
        first, end = self._entry(slip)
        inside = any(path == slip.path and first <= line <= end for _, path, line, _ in new)
        return Caught(
            slip,
            before,
            after,
            new,
            bool(new),
            placed or aside,
            aside and not placed,
            inside or placed,
            error,
        )

    def _entry(self, slip: Slip) -> tuple[int, int]:
        """Return the first and last line of the entry of its file in which a slip is."""
        content = slip.files.get(slip.path)
        lines = content.split("\n") if isinstance(content, str) else []
        if "/meetings/" in slip.path or "/procedures/" in slip.path:
            return 1, len(lines) + 1  # one mapping is the whole file
        tops = [at + 1 for at, line in enumerate(lines) if line and line[0] not in " #"]
        first = max([at for at in tops if at <= slip.line], default=1)
        return first, min([at for at in tops if at > slip.line], default=len(lines) + 1)

    def _new(self, findings: list[Finding]) -> tuple[tuple[str, str, int, str], ...]:
        known, out = self._known.copy(), []
        for finding in findings:
            key = self._key(finding)
            if known[key]:
                known[key] -= 1
            else:
                out.append((key[0], key[1], finding.place.line, finding.message.en))
        return tuple(out)

    def _key(self, finding: Finding) -> tuple[str, str, str]:
        path = Path(finding.place.path)
        inside = path.is_relative_to(self.root)
        name = path.relative_to(self.root).as_posix() if inside else path.as_posix()
        return finding.code, name, finding.message.en

    def _write(self, path: str, content: Content) -> None:
        file = self.root / path
        if file.is_symlink() or content is None:
            file.unlink(missing_ok=True)
        if content is None:
            return
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Link):
            file.unlink(missing_ok=True)
            file.symlink_to(content.target)
        else:
            file.write_bytes(content.encode() if isinstance(content, str) else content)

    def _difference(self, slip: Slip) -> tuple[str, str]:
        """Return the lines that differ, before and after."""
        content = slip.files.get(slip.path)
        if isinstance(content, Link):
            return slip.path, f"-> {content.target}"
        if isinstance(content, bytes):
            content = content.decode("utf-8", "replace")
        old = self.files.get(slip.path, "").split("\n")
        new = (content or "").split("\n")
        while old and new and old[0] == new[0]:
            del old[0], new[0]
        while old and new and old[-1] == new[-1]:
            del old[-1], new[-1]
        return _clip("⏎".join(old)), _clip("⏎".join(new))


def _close(line: int, lines: set[int]) -> bool:
    return any(abs(line - one) <= 1 for one in lines)


def _clip(text: str, length: int = 160) -> str:
    return text if len(text) <= length else text[: length // 2] + " … " + text[-length // 2 :]


def draw(kind: Kind, files: dict[str, str], seed: int, count: int) -> list[Slip]:
    """Make up to `count` slips of a kind, no two alike."""
    dice = random.Random(f"{seed} {kind.name}")
    seen: dict[object, Slip] = {}
    for _ in range(100 + count * 6):
        slip = kind.make(dice, files)
        if slip is not None and any(files.get(path) != new for path, new in slip.files.items()):
            seen.setdefault(tuple(slip.files.items()), slip)
        if len(seen) >= count:
            break
    return list(seen.values())
