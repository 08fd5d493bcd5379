"""How the parts of a build compare, measured side by side in one run; ratios, not seconds.

Run it with `make bench`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from macros import checks
from macros.load import load_handbook

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"


def _plain() -> None:
    """Read every YAML file with the plain C loader: the floor under any loading."""
    for path in sorted(DATA.rglob("*.yml")):
        yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)


def _build() -> None:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", folder]
        subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})


def _best(action: Callable[[], object], runs: int) -> float:
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def main() -> None:
    """Measure and print the table."""
    loaded = load_handbook(DATA)
    figures = {
        "plain YAML": _best(_plain, 5),
        "load with places": _best(lambda: load_handbook(DATA), 5),
        "checks": _best(lambda: checks.run(loaded), 5),
        "whole build": _best(_build, 2),
    }
    floor = figures["plain YAML"]
    print(f"{'':20}{'seconds':>10}{'ratio':>10}")
    for name, seconds in figures.items():
        print(f"{name:20}{seconds:10.3f}{seconds / floor:10.1f}")


if __name__ == "__main__":
    main()
