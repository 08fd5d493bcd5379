"""What the trial of all slips comes to, as a table and as a list of what got away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tests.mutation.bench import Caught
from tests.mutation.slips import KINDS
from tests.mutation.trial import Results

COLUMNS = ("tried", "reported", "in entry", "placed", "aside")
"""`aside`: placed only in another file, where the same slip shows."""


def table(results: Results) -> str:
    """Return a line a kind, and the sums."""
    return short_table(counts(results))


def counts(results: Results) -> list[list[Any]]:
    """Return what a line of the table shows, in a form that workers can send."""
    return [[name, *_counts(found)] for name, found in results.items()]


def short_table(rows: Sequence[Sequence[Any]]) -> str:
    """Return the same from counts alone."""
    order = list(KINDS)
    rows = sorted(rows, key=lambda row: order.index(row[0]))
    width = max(len(row[0]) for row in rows)
    head = f"{'kind':{width}}  {'group':10}" + "".join(
        f"{column:>10}" for column in COLUMNS[: len(rows[0]) - 1]
    )
    lines = [head, "-" * len(head)]
    lines += [_line(f"{row[0]:{width}}  {KINDS[row[0]].group:10}", row[1:]) for row in rows]
    lines.append("-" * len(head))
    for title, house in (
        ("all but the house's form", (False,)),
        ("the house's form", (True,)),
        ("all", (True, False)),
    ):
        chosen = [row[1:] for row in rows if (KINDS[row[0]].group == "house") in house]
        sums = [sum(column) for column in zip(*chosen, strict=True)] or [0, 0, 0, 0]
        share = f"   {sums[1] / max(1, sums[0]):.1%} reported, {sums[3] / max(1, sums[0]):.1%} placed"
        lines.append(_line(f"{title:{width}}  {'':10}", sums) + share)
    return "\n".join(lines)


def _line(begin: str, counts: Sequence[int]) -> str:
    # What is not complete stands out.
    incomplete = any(count < counts[0] for count in counts[1:4:2])
    return begin + "".join(f"{count:10}" for count in counts) + (" <" if incomplete else "")


def _counts(found: list[Caught]) -> list[int]:
    keys = ("reported", "in_entry", "placed", "aside")
    return [len(found), *(sum(getattr(caught, key) for caught in found) for key in keys)]


def parts(results: Results) -> tuple[float, float]:
    """Return what part of all slips is reported, and what part is reported where it is."""
    everything = [caught for found in results.values() for caught in found]
    count = max(1, len(everything))
    return sum(c.reported for c in everything) / count, sum(c.placed for c in everything) / count


def escapes(results: Results) -> str:
    """List each slip that is not reported, or not where it is."""
    return "\n".join(line for found in results.values() for line in _escapes(found))


def _escapes(found: list[Caught]) -> Iterator[str]:
    for caught in found:
        if caught.reported and caught.placed and not caught.error:
            continue
        slip = caught.slip
        word = caught.error or ("not placed" if caught.reported else "NOT REPORTED")
        yield f"[{slip.kind}] {word}: {slip.path.removeprefix('rulebooks/')}:{slip.line}"
        yield f"    - {caught.before}\n    + {caught.after}"
        for code, path, line, message in caught.new[:2]:
            yield f"    found {code} at {path.removeprefix('rulebooks/')}:{line} {message[:90]}"
