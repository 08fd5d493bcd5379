"""An example of every finding: a mistake in the Garden Club's rules, which are fictional.

`garden/` is sound data; an example changes one passage of it. The tests run every example, and the
handbook shows them, so what stands there is always what the checks really say. Characters that
cannot be seen, and bytes that are no text, are written with stand-ins; `written` puts them in.
"""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from macros.model import Example, Sentence

GARDEN = Path(__file__).parent / "garden"
BOOK = "rulebooks/garden-club"
"""The folder of the fictional rulebook in the data."""

SUBJECTS = (
    "files", "keys", "text", "quotes", "ids", "bearers", "relations", "duties", "meetings", "procedures",
    "steps", "vocabulary", "english", "prose",
)  # fmt: skip
"""What findings are about, one file of examples each, in the order in which they are listed."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PASSAGES = ("file", "right", "wrong", "found_in", "at", "says")
_STAND_INS = {"⟨TAB⟩": "\t", "⟨CR⟩": "\r", "⟨SPACE⟩": " "}
_NUMBERED = re.compile(r"⟨(?:U\+(?P<sign>[0-9A-F]{4})|0x(?P<byte>[0-9A-F]{2}))⟩")
_FOLDER = "⟨DIR⟩"
_LINK = "→ "


@cache
def examples() -> dict[str, tuple[Example, ...]]:
    """Return the examples by code, in the order of the files; the first of a code is the one shown."""
    out: dict[str, list[Example]] = {}
    for subject in SUBJECTS:
        path = Path(__file__).parent / f"{subject}.yml"
        for entry in yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER):
            known = out.setdefault(entry["code"], [])
            about = known[0].about if known else Sentence(**entry["about"])
            passages = {key: entry.get(key, "") for key in _PASSAGES}
            known.append(Example(entry["code"], subject, about, **passages))
    return {code: tuple(known) for code, known in out.items()}


def plant(folder: Path) -> Path:
    """Copy the sound data into a folder and return where they are; line ends are the same everywhere."""
    data = folder / "data"
    shutil.copytree(GARDEN, data)
    for path in data.rglob("*.*"):
        path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n"))
    return data


def spoil(data: Path, example: Example) -> None:
    """Make the example's mistake in planted data; the passage stands there once."""
    file = data / BOOK / example.file
    wrong = written(example.wrong)
    if example.right:
        text = file.read_text(encoding="utf-8")
        if text.count(example.right) != 1:
            raise ValueError(f"{example.right!r} stands {text.count(example.right)} times in {file}")
        file.write_bytes(text.replace(example.right, wrong).encode("utf-8", "surrogateescape"))
    elif example.wrong == _FOLDER:
        file.mkdir()
    elif example.wrong.startswith(_LINK):
        file.symlink_to(example.wrong.removeprefix(_LINK))
    else:
        file.write_bytes(wrong.encode("utf-8", "surrogateescape"))


def written(text: str) -> str:
    """Put the characters in whose stand-ins a passage has, such as ⟨TAB⟩, ⟨U+202E⟩ or ⟨0xD5⟩."""
    for stand_in, sign in _STAND_INS.items():
        text = text.replace(stand_in, sign)
    return _NUMBERED.sub(_numbered, text)


def _numbered(match: re.Match[str]) -> str:
    if match["sign"]:
        return chr(int(match["sign"], 16))
    return bytes([int(match["byte"], 16)]).decode("utf-8", "surrogateescape")
