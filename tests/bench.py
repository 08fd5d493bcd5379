"""How the parts of a build compare, measured side by side in one run; ratios, not seconds.

Run it with `make bench`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from macros import checks
from macros.load import load_handbook
from tests.search import comparison, scale

ROOT = Path(__file__).parents[1]
DATA = ROOT / "data"
MANY = 100


def _plain() -> None:
    """Read every YAML file with the plain C loader: the floor under any loading."""
    for path in sorted(DATA.rglob("*.yml")):
        yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)


def _build() -> None:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", folder]
        subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})


def _command(data: Path, *more: str) -> Callable[[], object]:
    """Run `rulebook check` as an editor does, start included."""
    command = [sys.executable, "-m", "macros.cli", "check", "--data", str(data), "--format", "json", *more]
    return lambda: subprocess.run(command, cwd=data.parent, check=False, stdout=subprocess.DEVNULL)


def _many(folder: Path) -> Path:
    """Make a hundred rulebooks of the size of two of ours: the real one, under other names."""
    data = folder / "data"
    book = next((DATA / "rulebooks").iterdir())
    shutil.copytree(DATA, data, ignore=shutil.ignore_patterns(book.name))
    for number in range(2 * MANY):
        copy = data / "rulebooks" / f"copy-{number}"
        shutil.copytree(book, copy)
        head = copy / "rulebook.yml"
        head.write_text(head.read_text("utf-8").replace(f"id: {book.name}", f"id: copy-{number}"), "utf-8")
    return data


def _edit(data: Path) -> None:
    path = data / "rulebooks" / "copy-7" / "terms.yml"
    path.write_text(path.read_text("utf-8") + f"# {time.perf_counter_ns()}\n", "utf-8")


def _checks() -> dict[str, float]:
    """Time the command on one rulebook and on many: anew, with nothing changed, with one changed."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        single = Path(shutil.copytree(DATA, Path(one) / "data"))
        figures = {"check, anew": _best(_command(single, "--no-cache"), 3)}
        _command(single)()
        figures["check, unchanged"] = _best(_command(single), 3)
        many = _many(Path(other))
        figures[f"check of {2 * MANY}, anew"] = _best(_command(many, "--no-cache"), 1)
        _command(many)()
        figures[f"check of {2 * MANY}, unchanged"] = _best(_command(many), 2)
        _edit(many)
        figures[f"check of {2 * MANY}, one changed"] = _best(_command(many), 1)
    return figures


def _best(action: Callable[[], object], runs: int) -> float:
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def main() -> None:
    """Measure and print the table."""
    figures = {
        "plain YAML": _best(_plain, 5),
        "load with places": _best(lambda: load_handbook(DATA), 5),
        "load and check": _best(lambda: checks.run(load_handbook(DATA)), 5),
        "start of Python": _best(lambda: subprocess.run([sys.executable, "-c", ""], check=True), 3),
        **_checks(),
        "whole build": _best(_build, 2),
    }
    floor = figures["plain YAML"]
    print(f"{'':28}{'seconds':>10}{'ratio':>10}")
    for name, seconds in figures.items():
        print(f"{name:28}{seconds:10.3f}{seconds / floor:10.1f}")
    times = figures[f"check of {2 * MANY}, anew"] / figures["check, anew"]
    print(f"\nAnew, {2 * MANY} rulebooks take {times:.0f} times as long as one.\n")
    subprocess.run([sys.executable, "-m", "tests.mutation", "--per-kind", "3"], cwd=ROOT, check=True)
    print("\nThe search over many rulebooks, and beside others\n")
    scale.report(scale.MANY)
    print()
    comparison.report(comparison.EACH)


if __name__ == "__main__":
    main()
