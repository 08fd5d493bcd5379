"""Whatever is in data: findings, never a traceback or a hang, and never much memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.mutation.fuzz import troubles

ROOT = Path(__file__).parents[2]
MEMORY = 500_000_000


@pytest.mark.parametrize(("garden", "first", "count"), [(True, 1, 300), (False, 1_001, 100)])
def test_broken_files_give_findings(garden: bool, first: int, count: int) -> None:
    found = troubles(garden, range(first, first + count))
    assert not found, "\n".join(found)


@pytest.mark.audit
@pytest.mark.parametrize(("options", "first", "count"), [(["--garden"], 10_000, 8_000), ([], 20_000, 2_000)])
def test_ten_thousand_broken_files(options: list[str], first: int, count: int) -> None:
    command = [
        sys.executable,
        "-m",
        "tests.mutation.fuzz",
        "--seed",
        str(first),
        "--count",
        str(count),
        *options,
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout[-5000:]}\n{done.stderr[-5000:]}"
    peak = int(done.stdout.rpartition("peak")[2])
    assert peak < MEMORY, f"{peak / 1e6:.0f} MB"
