"""Reading files that anybody may have written: only below the data folder, only as UTF-8 text.

Whatever is wrong becomes a finding; the other files are still read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from macros.load import codes
from macros.model import Code, Finding, Place

MAXIMUM_BYTES = 4_000_000
"""The longest law there is, in both languages, takes a third of it."""
_PIECE = 1_000_000
_PIECES = 64
"""How much of a larger file is looked at, to find the line that makes it large."""
_MERGE = re.compile(r"^(<{7}|={7}|>{7}|\|{7})(?: |$)", re.MULTILINE)
# Control, zero-width, bidirectional and private marks: what a reviewer of a diff cannot see. The two
# line separators are among them because YAML counts them as line ends and editors do not.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u180b-\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\uffff\U000e0000-\U000e0fff]"
)


@dataclass
class Reader:
    """Opens files below one folder and gathers what is wrong with them."""

    root: Path
    findings: list[Finding] = field(default_factory=list)
    raws: dict[Path, str] = field(default_factory=dict)
    """Every data file read as text, line ends as they stand."""
    trees: dict[Path, Any] = field(default_factory=dict)
    """The trees of those that are well formed."""

    def __post_init__(self) -> None:
        """Find out once where the folder really is and how its files are called in findings."""
        self._names: dict[Path, str] = {}
        self._real = self.root.resolve()
        here = Path.cwd()
        inside = self.root.is_absolute() and self.root.is_relative_to(here)
        self._shown = self.root.relative_to(here) if inside else self.root

    def place(self, path: Path, line: int = 1, column: int = 1) -> Place:
        """Return a place in a file, named relative to the working directory if it is below it."""
        name = self._names.get(path)
        if name is None:
            name = self._names[path] = (self._shown / path.relative_to(self.root)).as_posix()
        return Place(name, line, column)

    def report(self, finding: Finding) -> None:
        """Keep a finding."""
        self.findings.append(finding)

    def entries(self, folder: Path) -> list[Path]:
        """Return what a folder holds, in the order people count (art_2 before art_10)."""
        try:
            if not self.is_folder(folder) or not self._inside(folder):
                return []
            found = [path for path in folder.iterdir() if not path.name.startswith(".")]
        except OSError:
            self._unreadable(folder)
            return []
        return sorted(found, key=lambda path: natural(path.name))

    def data_files(self, folder: Path) -> list[Path]:
        """Return the YAML files of a folder; anything else there is read by nobody and reported."""
        out = []
        for path in self.entries(folder):
            if path.suffix == ".yml":
                out.append(path)
            elif path.name != "README.md":
                self.unknown(path)
        return out

    def unknown(self, path: Path) -> None:
        """Report a file that nothing reads."""
        self.report(
            codes.UNKNOWN_FILE.at(
                self.place(path),
                f"没有程序读取“{path.name}”",
                f'nothing reads "{path.name}"',
                ("数据文件以 .yml 结尾，并放在规定的目录里", "data files end in .yml, each in its folder"),
            )
        )  # fmt: skip

    def exists(self, path: Path) -> bool:
        """Tell whether something bears this name, be it a link that leads nowhere or a closed folder."""
        try:
            return path.is_symlink() or path.exists()
        except PermissionError:
            return True
        except (OSError, ValueError):
            return False

    def is_folder(self, path: Path) -> bool:
        """Tell whether this is a folder, as far as that can be seen."""
        try:
            return path.is_dir()
        except OSError:
            self._unreadable(path)
            return False

    def lines(self, name: str) -> list[str]:
        """Return the lines of a file by its name in findings; none for what `raw` would not read."""
        path = Path(name)
        if not path.is_relative_to(self._shown):
            return []
        content = Reader(self.root).raw(self.root / path.relative_to(self._shown))
        return (content or b"").decode("utf-8", "replace").split("\n")

    def raw(self, path: Path) -> bytes | None:
        """Read a file; None, with a finding, if that cannot be done."""
        try:
            if not self._inside(path):
                return None
            if not path.is_file():
                self._unreadable(path)
                return None
            if path.stat().st_size > MAXIMUM_BYTES:
                self._too_large(path)
                return None
            return path.read_bytes()
        except (OSError, RuntimeError, ValueError):
            self._unreadable(path)
            return None

    def decode(self, path: Path, content: bytes) -> str | None:
        """Read bytes as UTF-8; None, with a finding at the first byte that is not."""
        try:
            return content.decode("utf-8")
        except UnicodeDecodeError as error:
            before = content[: error.start].decode("utf-8")
            line, column = _count(before)
            self.report(
                codes.NOT_UTF8.at(
                    self.place(path, line, column),
                    "此处不是 UTF-8 编码，整个文件未读取",
                    "this is not UTF-8, and the file was not read",
                    ("用编辑器另存为 UTF-8（无 BOM）", "save the file as UTF-8 without a byte order mark"),
                )
            )
            return None

    def text(self, path: Path) -> str | None:
        """Read a data file as text in which everything can be seen."""
        content = self.raw(path)
        text = None if content is None else self.decode(path, content)
        if text is None:
            return None
        self.raws[path] = text
        text = text.replace("\r\n", "\n")
        bad = [finding for finding in (self._hidden(path, text), self._merge(path, text)) if finding]
        self.findings.extend(bad)
        return None if bad else text

    def _hidden(self, path: Path, text: str) -> Finding | None:
        match = re.search("\t", text) or HIDDEN.search(text)
        earliest = HIDDEN.search(text)
        if match and earliest and earliest.start() < match.start():
            match = earliest
        if match is None:
            return None
        if match.group() == "\t":
            hint = ("缩进和间隔用空格", "indent and separate with spaces")
            return self._at(
                codes.CHARACTER, path, text, match.start(), "此处有制表符", "there is a tab here", hint
            )
        name = "BOM, U+FEFF" if match.group() == "\ufeff" else f"U+{ord(match.group()):04X}"
        hint = ("删去这个字符", "delete the character")
        zh, en = f"此处有看不见的字符（{name}）", f"there is a character here that cannot be seen ({name})"
        return self._at(codes.CHARACTER, path, text, match.start(), zh, en, hint)

    def _merge(self, path: Path, text: str) -> Finding | None:
        match = _MERGE.search(text)
        if match is None:
            return None
        hint = ("留下一方，删去标记行", "keep one side and delete the marker lines")
        zh, en = "此处留有合并冲突的标记", "a marker of a merge conflict has been left here"
        return self._at(codes.MERGE, path, text, match.start(), zh, en, hint)

    def _at(
        self, code: Code, path: Path, text: str, offset: int, zh: str, en: str, hint: tuple[str, str]
    ) -> Finding:
        return code.at(self.place(path, *_count(text[:offset])), zh, en, hint)

    def _inside(self, path: Path) -> bool:
        try:
            real = path.resolve()
        except (OSError, RuntimeError):
            self._unreadable(path)
            return False
        if real == self._real or real.is_relative_to(self._real):
            return True
        self.report(
            codes.OUTSIDE.at(
                self.place(path),
                f"“{path.name}”是通向数据目录之外的链接，未读取",
                f'"{path.name}" is a link out of the data folder and was not read',
                ("把文件本身放进数据目录", "put the file itself into the data folder"),
            )
        )
        return False

    def _too_large(self, path: Path) -> None:
        most = MAXIMUM_BYTES // 1_000_000
        self.report(
            codes.UNREADABLE.at(
                self.place(path, _longest_line(path)), f"“{path.name}”超过 {most} MB，未读取",
                f'"{path.name}" is larger than {most} MB and was not read',
                ("数据文件都很小；是不是放错了文件？", "data files are small; is it the wrong file?"),
            )
        )  # fmt: skip

    def _unreadable(self, path: Path) -> None:
        self.report(
            codes.UNREADABLE.at(
                self.place(path), f"“{path.name}”读不出来", f'"{path.name}" cannot be read',
                ("它应当是可读的普通文件", "it should be a plain file that may be read"),
            )
        )  # fmt: skip


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts numbers by value: art_2, art_10."""
    parts = re.findall(r"[0-9]{1,18}|[^0-9]+|[0-9]+", name)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)


def _longest_line(path: Path) -> int:
    """Return the number of the one line that makes a file large; the first where no line is that long."""
    line, length, number, longest = 1, 0, 1, 0
    with path.open("rb") as file:
        for _ in range(_PIECES):
            chunk = file.read(_PIECE)
            if not chunk:
                break
            for index, piece in enumerate(chunk.split(b"\n")):
                if index:
                    line, length = line + 1, 0
                length += len(piece)
                if length > longest:
                    number, longest = line, length
    return number if longest > _PIECE else 1


def _count(before: str) -> tuple[int, int]:
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
