"""What holds for the project as a whole: its commands, its locks, and what its files must not name."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

TARGETS = {"serve", "test", "site", "check", "bench", "audit", "help"}

LOCKS = ("requirements.lock", "requirements-test.lock")

# A path of one machine, or a host that packages come from.
ONE_MACHINE = re.compile(r"(?<![\w.-])/(?:work|root|home/[a-z_][\w.-]*|Users/[A-Za-z_][\w.-]*)/")
REGISTRY = re.compile(r"\b(?:pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|deb\.debian\.org)\b")


def test_every_target_is_described() -> None:
    if shutil.which("make") is None:
        pytest.skip("make is not installed")
    told = subprocess.run(
        ["make", "help"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    ).stdout
    described = set(re.findall(r"^ *make (\w+) +\S.*$", told, re.MULTILINE))
    assert sorted(TARGETS - described) == []


def test_help_is_what_make_says_when_asked_for_nothing() -> None:
    assert re.search(
        r"^\.DEFAULT_GOAL := help$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
    )


def test_no_file_names_one_machine_or_a_registry() -> None:
    offenders = [
        f"{name}:{number}: {found.group()}"
        for name, text in _text_files()
        for number, line in enumerate(text.splitlines(), start=1)
        for found in [ONE_MACHINE.search(line) or REGISTRY.search(line)]
        if found
    ]
    assert not offenders, "\n" + "\n".join(offenders)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pinned_package_carries_hashes(lock: str) -> None:
    pins = _pins(lock)
    assert pins, f"{lock} pins nothing"
    without = [first for first, hashes in pins.items() if hashes == 0 or "==" not in first]
    assert not without, f"{lock}: " + ", ".join(without)


def test_the_locks_agree() -> None:
    run, both = (set(_pins(lock)) for lock in LOCKS)
    assert sorted(run - both) == [], "pinned otherwise, or not at all, in requirements-test.lock"


def _pins(lock: str) -> dict[str, int]:
    """Each requirement as it is written, and how many hashes it carries."""
    pins: dict[str, int] = {}
    current = ""
    for line in (ROOT / lock).read_text(encoding="utf-8").splitlines():
        if re.match(r"[A-Za-z0-9]", line):
            current = line.rstrip(" \\")
            pins[current] = 0
        elif re.match(r"\s+--hash=sha256:[0-9a-f]{64}\b", line):
            pins[current] += 1
    return pins


def _text_files() -> list[tuple[str, str]]:
    """Everything in the repository, or about to be, that reads as text."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    texts = []
    for name in sorted(set(filter(None, listed.stdout.split("\0")))):
        path = ROOT / name
        content = path.read_bytes() if path.is_file() else b""
        if content and b"\0" not in content:
            texts.append((name, content.decode("utf-8", errors="replace")))
    return texts
