"""Breaks data in every way bytes and structure can be broken; each case follows from its seed alone.

To see one again: python -m tests.mutation.fuzz --seed SEED --count 1 --show
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.garden import plant
from tests.mutation.bench import DATA, Bench
from tests.mutation.sheet import Sheet, sheet

SECONDS = 2.0
"""More processor time than this for one check is a hang."""

_ENDLESS = re.compile(rb"\*a|([\[{] *(a: )?){20}|(- ){20}|([?] ){20}")

Texts = dict[str, str]
Breaker = Callable[[random.Random, bytes, Texts], bytes]
PIECES = [
    b"- ", b": ", b"\n", b"  ", b"{", b"}", b"[", b"]", b'"', b"'", b"|", b">", b"&a ", b"*a ", b"!", b"#",
    b"!!set ", b"? ", b"---\n", b"...\n", b"%YAML 9.9\n", b"%TAG ! x\n", b"<<: ", b"\xff", b"\x00",
    b"\xef\xbb\xbf", b"\r", b"\t", b"\xe2\x80\xa8", b"\xc2\x85", b"\xf0\x9f\x8c\xb1", b"\xed\xa0\x80",
    "。一：".encode(), b"\\", b"art_1__para_1: ", b"art_99999999999999999999__para_1", b"words:\n", b"id: ",
    b"9" * 400, b"null", b"~", b"-0", b"0x1f", b"1e999", b".inf", b"question: x", b"to: x", b"next:\n",
    b"steps: []\n", b'"\\ud800"', b'"\\x00"', b'"\\u202e"', b"rrule: FREQ=", b"at_least: 1/0",
    b"occurrence: -1", b"on: 9999-99-99", b"{{ x }}", b"<script>", b"%s%n",
]  # fmt: skip


def flipped(dice: random.Random, content: bytes, _: Texts) -> bytes:
    out = bytearray(content)
    for _time in range(dice.randint(1, 8)):
        if out:
            out[dice.randrange(len(out))] ^= 1 << dice.randrange(8)
    return bytes(out)


def pieces(dice: random.Random, content: bytes, _: Texts) -> bytes:
    out = bytearray(content)
    for _time in range(dice.randint(1, 5)):
        start = dice.randrange(len(out) + 1)
        out[start : start + dice.choice([0, 0, 1, 5, 40])] = dice.choice(PIECES)
    return bytes(out)


def truncated(dice: random.Random, content: bytes, _: Texts) -> bytes:
    at = dice.randrange(len(content) + 1)
    return dice.choice([content[:at], content[at:]])


def spliced(dice: random.Random, content: bytes, texts: Texts) -> bytes:
    """Put a stretch of another file, or of this one, somewhere."""
    other = texts[dice.choice(sorted(texts))].encode()
    start = dice.randrange(len(other) + 1)
    at = dice.randrange(len(content) + 1)
    end = at + dice.choice([0, dice.randrange(200)])
    return content[:at] + other[start : start + dice.randrange(2000)] + content[end:]


def doubled(dice: random.Random, content: bytes, _: Texts) -> bytes:
    lines = content.split(b"\n")
    start = dice.randrange(len(lines))
    block = lines[start : start + dice.randint(1, 30)]
    lines[start:start] = block * dice.choice([1, 1, 2, 50])
    return b"\n".join(lines)


def shuffled(dice: random.Random, content: bytes, _: Texts) -> bytes:
    lines = content.split(b"\n")
    start = dice.randrange(len(lines))
    block = lines[start : start + dice.randint(2, 20)]
    dice.shuffle(block)
    lines[start : start + len(block)] = block
    return b"\n".join(lines)


def reindented(dice: random.Random, content: bytes, _: Texts) -> bytes:
    lines = content.split(b"\n")
    for _time in range(dice.randint(1, 6)):
        at = dice.randrange(len(lines))
        lines[at] = b" " * dice.randint(0, 9) + lines[at].lstrip()
    return b"\n".join(lines)


def line_ends(dice: random.Random, content: bytes, _: Texts) -> bytes:
    return content.replace(
        b"\n", dice.choice([b"\r", b"\r\n", b"\n\r", b"\n\n", b"\xc2\x85"]), dice.randint(1, 500)
    )


def deep(dice: random.Random, content: bytes, _: Texts) -> bytes:
    count = dice.choice([30, 39, 40, 41, 1_000, 100_000])
    opening, closing = dice.choice(
        [(b"[", b"]"), (b"{a: ", b"}"), (b"- ", b""), (b"? ", b""), (b"[{a: ", b"}]")]
    )
    nested = opening * count + b"x" + dice.choice([closing * count, b""])
    if dice.random() < 0.3:
        nested = b"".join(b" " * n + b"a:\n" for n in range(min(count, 1_000)))
    at = content.find(b": ", dice.randrange(len(content) + 1)) + 2
    return content[:at] + nested + dice.choice([b"\n" + content[at:], b""])


def huge(dice: random.Random, content: bytes, _: Texts) -> bytes:
    """Put a very long text, key, number or list where a value is."""
    count = dice.choice([10_000, 100_000, 1_000_000])
    value = dice.choice(
        [
            b"x" * count,
            "字".encode() * (count // 3),
            b"9" * count,
            b"[" + b"a, " * (count // 100) + b"a]",
            b"{" + b"".join(b"k%d: v, " % n for n in range(count // 200)) + b"z: z}",
            b"a" * count + b": x",
            b'"' + b"\\n" * (count // 2) + b'"',
            b"FREQ=" + b"X;" * (count // 2),
        ]
    )
    at = content.find(b": ", dice.randrange(len(content) + 1)) + 2
    return content[:at] + value + b"\n" + content[at:]


def bomb(dice: random.Random, content: bytes, _: Texts) -> bytes:
    levels = [b"a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    levels += [b"a%d: &a%d [" % (n, n) + b", ".join([b"*a%d" % (n - 1)] * 9) + b"]" for n in range(1, 12)]
    return dice.choice([b"\n".join(levels), content + b"\n" + b"\n".join(levels)])


def pruned(dice: random.Random, content: bytes, _: Texts) -> bytes:
    """Take out a subtree."""
    read = _read(content)
    spots = [spot for spot in read.spots if not spot.braces] if read else []
    if read is None or not spots:
        return content
    first, end = read.extent(dice.choice(spots))
    lines = read.lines
    return "\n".join(lines[:first] + lines[end:]).encode()


def grafted(dice: random.Random, content: bytes, texts: Texts) -> bytes:
    """Put another value, of whatever type and from whatever file, in place of one."""
    read = _read(content)
    path = dice.choice(sorted(path for path in texts if path.endswith(".yml")))
    other = _read(texts[path].encode())
    if not read or not other or not read.spots or not other.spots:
        return content
    spot, graft = dice.choice(read.spots), dice.choice(other.spots)
    raw = (
        other.raw(graft)
        if graft.braces or graft.text is not None
        else dice.choice(["[]", "{}", "[x, {y: z}]"])
    )
    raw = dice.choice([raw, "", "[]", "{}", "null", "true", "12", "[[[x]]]", "{a: {b: c}}", "{zh: x}"])
    return (read.text[: spot.start] + raw + read.text[spot.end :]).encode()


def renamed(dice: random.Random, content: bytes, texts: Texts) -> bytes:
    """Give a key the name of another."""
    read = _read(content)
    spots = [spot for spot in read.spots if isinstance(spot.key, str)] if read else []
    if read is None or not spots:
        return content
    spot, other = dice.choice(spots), dice.choice(spots)
    end = spot.key_start + len(str(spot.key))
    return (read.text[: spot.key_start] + str(other.key) + read.text[end:]).encode()


BREAKERS: list[Breaker] = [
    flipped, pieces, pieces, truncated, spliced, doubled, shuffled, reindented, line_ends, deep, huge, bomb,
    pruned, pruned, grafted, grafted, grafted, renamed,
]  # fmt: skip


def broken(seed: int, texts: Texts) -> dict[str, bytes | None]:
    """Return the files of one case: one or two of them broken, now and then exchanged or gone."""
    dice = random.Random(seed)
    paths = sorted(texts)
    way = dice.random()
    if way < 0.04:
        one, other = dice.sample(paths, 2)
        return {one: texts[other].encode(), other: texts[one].encode()}
    if way < 0.06:
        return {dice.choice(paths): None}
    out: dict[str, bytes | None] = {}
    for path in dice.sample(paths, dice.choice([1, 1, 1, 2])):
        content = texts[path].encode()
        for breaker in dice.choices(BREAKERS, k=dice.choice([1, 1, 2, 3])):
            content = breaker(dice, content, texts)[:4_000_000]
        out[path] = content
    return out


def trouble(bench: Bench, seed: int) -> str | None:
    """Check one case and say what went wrong: an exception, a hang, a finding that is none."""
    with bench.changed(broken(seed, bench.files)):
        begin = time.process_time()
        try:
            findings = bench.found()
        except BaseException as raised:
            if isinstance(raised, KeyboardInterrupt):
                raise
            return f"seed {seed}: {type(raised).__name__}: {str(raised)[:300]}"
        spent = time.process_time() - begin
    if spent > SECONDS:
        return f"seed {seed}: the check took {spent:.1f} s"
    for finding in findings:
        said = (
            finding.message.zh,
            finding.message.en,
            *((finding.hint.zh, finding.hint.en) if finding.hint else ()),
        )
        if finding.place.line < 1 or finding.place.column < 1 or not all(said):
            return f"seed {seed}: {finding.code} has no place or no sentence"
        if max(map(len, said)) > 2_000:
            return f"seed {seed}: {finding.code} says {max(map(len, said))} characters"
        "".join(said).encode()
    return None


@contextmanager
def ground(garden: bool) -> Iterator[Bench]:
    """Offer the small rulebook of the tests, or the real data, to be broken."""
    with TemporaryDirectory() as folder, Bench(plant(Path(folder)) if garden else DATA) as bench:
        yield bench


def troubles(garden: bool, seeds: Iterable[int]) -> list[str]:
    with ground(garden) as bench:
        return [said for seed in seeds if (said := trouble(bench, seed))]


def _read(content: bytes) -> Sheet | None:
    """Read what is not so broken already that reading it plainly would take for ever."""
    if len(content) > 200_000 or _ENDLESS.search(content):
        return None
    try:
        return sheet.__wrapped__("", content.decode())
    except (Exception, RecursionError):
        return None


def peak() -> int:
    """Return the most bytes this program has held; what `resource` tells may be its parent's."""
    status = Path("/proc/self/status")
    if status.exists():
        held = re.search(r"VmHWM:\s+(\d+) kB", status.read_text())
        if held:
            return int(held[1]) * 1024
    import resource  # not on every system, and only needed here

    # Kilobytes on Linux, bytes on macOS.
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--garden", action="store_true", help="break the small rulebook of the tests")
    parser.add_argument("--show", action="store_true", help="print the broken files")
    options = parser.parse_args()
    seeds = range(options.seed, options.seed + options.count)
    if options.show:
        with ground(options.garden) as bench:
            for path, content in broken(options.seed, bench.files).items():
                print(path, content)
    found = troubles(options.garden, seeds)
    print(*found, sep="\n")
    print("peak", peak())
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
