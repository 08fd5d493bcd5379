"""Whatever bytes are in data: findings, never a traceback."""

from __future__ import annotations

import random
from pathlib import Path

from tests.garden import BOOK, found, plant

PIECES = [
    b"- ", b": ", b"\n", b"  ", b"{", b"}", b"[", b"]", b'"', b"'", b"|", b">", b"&a", b"*a", b"!", b"#",
    b"\xff", b"\x00", b"? ", b"---\n", b"%YAML 9", b"<<: ", "。".encode(), "一".encode(), b"art_1__para_1: ",
    b"words:\n", b"id: ", b"9" * 400, b"null", b"~", b"-0", b"\r", b"\xe2\x80\xa8", b"question: x", b"to: x",
]  # fmt: skip


def test_broken_bytes_never_raise(tmp_path: Path) -> None:
    data = plant(tmp_path)
    files = [*sorted((data / BOOK).rglob("*.*")), data / "handbook.yml"]
    dice = random.Random(20040206)
    for _ in range(120):
        path = dice.choice(files)
        sound = path.read_bytes()
        broken = bytearray(sound)
        for _ in range(dice.randint(1, 4)):
            start = dice.randrange(len(broken) + 1)
            end = min(len(broken), start + dice.choice([0, 0, 1, 5, 40]))
            broken[start:end] = dice.choice(PIECES)
        path.write_bytes(bytes(broken))
        for finding in found(data):
            assert finding.place.line >= 1 and finding.place.column >= 1
            assert finding.message.zh and finding.message.en
        path.write_bytes(sound)


def test_lines_dropped_or_swapped_never_raise(tmp_path: Path) -> None:
    data = plant(tmp_path)
    files = sorted((data / BOOK).rglob("*.yml"))
    dice = random.Random(9)
    for _ in range(120):
        path = dice.choice(files)
        sound = path.read_bytes()
        lines = sound.split(b"\n")
        at, other = dice.randrange(len(lines)), dice.randrange(len(lines))
        if dice.random() < 0.5:
            del lines[at]
        else:
            lines[at], lines[other] = lines[other], lines[at]
        path.write_bytes(b"\n".join(lines))
        found(data)
        path.write_bytes(sound)
