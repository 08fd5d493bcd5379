"""Where quotation marks and blank lines stand: marks where YAML needs them, blank lines between entries.

Short entries may do without blank lines, if all of a file do.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import yaml

from macros.load import codes
from macros.load.codes import by_command
from macros.load.tree import LOADER, Node
from macros.model import Finding, Place


def findings(raw: str, root: Node) -> Iterator[Finding]:
    """Yield needless and single quotation marks, and blank lines where none or one should stand."""
    lines = raw.replace("\r\n", "\n").split("\n")
    for node, wanted in _quoted(lines, root):
        bare = wanted[0] != '"'
        said = ("这里不需要引号", "no quotation marks are needed here")
        if not bare:
            said = ("引号是单的", "the quotation marks are single ones")
        yield codes.QUOTES.at(node.place, *said, by_command(f"写成 {wanted}", f"write {wanted}"))
    entries = _entries(lines, root)
    needed = _needed(lines, entries)
    for number, line in enumerate(lines[:-1], 1):
        place = Place(root.place.path, number, 1)
        before = number > 1 and not lines[number - 2].strip()
        if number in needed and not before:
            said = ("两项之间没有空行", "no blank line stands between two entries")
            yield codes.BLANK.at(
                place, *said, by_command("在这一行之前空一行", "leave a blank line before this one")
            )
        if not line.strip() and (before or number + 1 not in entries):
            said = ("这里不该有空行", "no blank line belongs here")
            hint = by_command(
                "删去这一行；只在各项之间空一行", "delete it; only between entries stands one blank line"
            )
            yield codes.BLANK.at(place, *said, hint)


def laid_out(text: str, root: Node) -> str:
    """Return a file's text with marks and blank lines where they belong."""
    lines = text.split("\n")
    for node, wanted in sorted(_quoted(lines, root), key=lambda one: one[0].place.column, reverse=True):
        line, place = lines[node.place.line - 1], node.place
        lines[place.line - 1] = f"{line[: place.column - 1]}{wanted}{line[node.end - 1 :]}"
    entries = _entries(lines, root)
    needed = _needed(lines, entries) or {at for at in entries if not lines[at - 2].strip()}
    out: list[str] = []
    for number, line in enumerate(lines[:-1], 1):
        if number in needed:
            out.append("")
        if line.strip():
            out.append(line)
    return "\n".join([*out, lines[-1]])


def _needed(lines: list[str], entries: set[int]) -> set[int]:
    """Return the lines that a blank one must go before: all entries, where half have one."""
    parted = sum(not lines[at - 2].strip() for at in entries)
    return entries if parted and 2 * parted >= len(entries) else set()


def _entries(lines: list[str], root: Node) -> set[int]:
    """Return the lines (from 1) that a blank one may go before: an entry's first, or the comment above it."""
    found: set[int] = set()
    if root.braces:
        return found
    for item in (root.items or [])[1:]:
        number = item.place.line
        while number > 1 and lines[number - 2].startswith("#"):
            number -= 1
        found.add(number)
    return found


def texts(root: Node) -> Iterator[tuple[Node, bool]]:
    """Yield every text of a tree, and whether it stands inside brackets or braces."""
    waiting = [(root, False)]
    while waiting:
        node, braced = waiting.pop()
        for inner in (*(node.entries or {}).values(), *(node.items or ())):
            waiting.append((inner, braced or node.braces))
        if node.text is not None:
            yield node, braced


def _quoted(lines: list[str], root: Node) -> Iterator[tuple[Node, str]]:
    """Yield each text in marks of its own that the house writes otherwise, with how it is written."""
    for node, braced in texts(root):
        if node.text is None or not node.end or node.place.line > len(lines):
            continue
        written = lines[node.place.line - 1][node.place.column - 1 : node.end - 1]
        if len(written) < 2 or written[0] not in "\"'" or written[-1] != written[0]:
            continue
        if _reads_alike(node.text, braced):
            yield node, node.text
        elif written[0] == "'" and not {'"', "\\"} & set(node.text):
            yield node, f'"{node.text}"'


@lru_cache(maxsize=4096)
def _reads_alike(text: str, braced: bool) -> bool:
    """Tell whether any YAML 1.1 reader takes the text for the same text without marks."""
    try:
        read = yaml.load("{k: " + text + "}" if braced else f"k: {text}", Loader=LOADER)
    except (yaml.YAMLError, ValueError):
        return False
    return bool(read == {"k": text})
