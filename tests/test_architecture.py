"""The rooms of the house and the doors between them, as docs/en/project and the table below give them."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# Room: the rooms it may import. "" is macros/__init__.py.
ALLOWED = {
    "model": set(),
    "load": {"model"},
    "checks": {"model", "load", "derive"},
    "derive": {"model"},
    "figures": {"model", "derive"},
    "render": {"model", "derive", "figures"},
    "search": {"model", "derive"},
    "exports": {"model", "derive", "figures", "render"},
    "ingest": {"model", "load", "derive"},
    "reports": {"model"},
    "site": {"", "model", "load", "checks", "derive", "figures", "render", "search", "exports", "reports"},
    "cli": {"", "model", "load", "checks", "derive", "reports", "search", "exports", "ingest"},
    "": {"site"},
}

# The builder of the site, which one room alone knows.
BUILDER = {"mkdocs", "mkdocs_macros", "material"}

SAYS = {"print", "sys.stdout", "sys.stderr"}
EXITS = {"exit", "quit", "SystemExit", "sys.exit", "os._exit", "os.abort"}

# What makes two runs over the same data differ: a name, and all below it.
CLOCK = {
    "time",
    "datetime.datetime.now",
    "datetime.datetime.today",
    "datetime.datetime.utcnow",
    "datetime.date.today",
}
NETWORK = {"socket", "ssl", "http.client", "http.server", "urllib.request", "requests", "httpx", "ftplib"}
ENVIRONMENT = {"os.environ", "os.environb", "os.getenv", "os.getenvb", "locale"}

LONGEST_FILE = 300

Found = Iterator[tuple[int, str]]


def test_rooms_import_only_what_lies_below_them() -> None:
    _none(wrong_doors(ROOT))


def test_only_site_knows_the_builder() -> None:
    _none(builder_outside_site(ROOT))


def test_only_cli_prints_or_exits() -> None:
    _none(uses(ROOT, SAYS | EXITS, except_rooms={"cli"}))


def test_nothing_below_cli_and_site_reads_clock_network_or_environment() -> None:
    _none(uses(ROOT, CLOCK | NETWORK | ENVIRONMENT, except_rooms={"cli", "site"}))


def test_no_file_is_too_long_to_read() -> None:
    _none(long_files(ROOT))


def test_the_command_starts_without_the_builder() -> None:
    script = (
        "import sys, macros.cli; print(*sorted(m for m in sys.modules if m.split('.')[0] in sys.argv[1:]))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", script, *BUILDER], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert loaded.returncode == 0, loaded.stderr
    assert loaded.stdout.strip() == "", f"loaded with macros.cli: {loaded.stdout}"


@pytest.mark.parametrize(
    ("path", "source", "wrong"),
    [
        ("model/a.py", "from macros.load import x", True),
        ("model/a.py", "from ..load import x", True),
        ("model/a.py", "from .. import load", True),
        ("model/deep/a.py", "from ...load import x", True),
        ("model/deep/a.py", "from ..b import x", False),
        ("derive/a.py", "from macros import load", True),
        ("derive/a.py", "from macros.derive.matrix import x", False),
        ("cli.py", "def f():\n    from macros.site import x", True),
        ("cli.py", "import macros.load", False),
        ("derive/a.py", "importlib.import_module('macros.load')", True),
        ("__init__.py", "from macros.site import x", True),
        ("__init__.py", "def define_env(env):\n    from macros.site import x", False),
        ("nowhere/a.py", "from macros.model import x", True),
    ],
)
def test_the_doors_are_watched(tmp_path: Path, path: str, source: str, wrong: bool) -> None:
    _toy(tmp_path, path, source)
    assert bool(wrong_doors(tmp_path)) is wrong


@pytest.mark.parametrize(
    ("path", "source", "wrong"),
    [
        ("model/a.py", "print(1)", True),
        ("model/a.py", "from sys import exit as leave\nleave()", True),
        ("model/a.py", "raise SystemExit", True),
        ("cli.py", "print(1)", False),
        ("derive/a.py", "from datetime import date as day\nday.today()", True),
        ("derive/a.py", "import datetime as d\nd.datetime.now()", True),
        ("derive/a.py", "from datetime import date\ndate(2004, 2, 6)", False),
        ("load/a.py", "from time import time", True),
        ("load/a.py", "import os\nos.environ['x']", True),
        ("load/a.py", "from os import getenv", True),
        ("load/a.py", "import os.path\nos.path.join('a')", False),
        ("load/a.py", "from urllib import request", True),
        ("load/a.py", "from urllib.parse import quote", False),
        ("derive/a.py", "def f(time, print):\n    return x.time", False),
        ("load/a.py", "import mkdocs.config", True),
        ("__init__.py", "def define_env(env):\n    import mkdocs", False),
        ("__init__.py", "import mkdocs", True),
        ("site/a.py", "import mkdocs, os\nos.environ", False),
    ],
)
def test_the_habits_are_watched(tmp_path: Path, path: str, source: str, wrong: bool) -> None:
    _toy(tmp_path, path, source)
    found = uses(tmp_path, SAYS | EXITS, {"cli"}) + builder_outside_site(tmp_path)
    found += uses(tmp_path, CLOCK | NETWORK | ENVIRONMENT, {"cli", "site"})
    assert bool(found) is wrong, found


def test_long_files_are_watched(tmp_path: Path) -> None:
    _toy(tmp_path, "model/a.py", "\n" * LONGEST_FILE)
    assert long_files(tmp_path) == []
    _toy(tmp_path, "model/a.py", "\n" * (LONGEST_FILE + 1))
    assert len(long_files(tmp_path)) == 1


def wrong_doors(root: Path) -> list[str]:
    """Imports from one room to another that the table does not allow."""
    offenders = []
    for path, room, tree in _modules(root):
        if room not in ALLOWED:
            offenders.append(f"{path}: the room {room!r} is not in the table of {Path(__file__).name}")
            continue
        for node, name in _imports(tree, _package(path)):
            target = _room_of(name)
            if target is None or target == room or (room == "" and target == "site" and _lazily(tree, node)):
                continue
            if room == "" or target not in ALLOWED[room]:
                offenders.append(f"{path}:{node.lineno}: {room or 'macros'} imports {name}")
    return offenders


def builder_outside_site(root: Path) -> list[str]:
    """Imports of the site's builder by any other room."""
    return [
        f"{path}:{node.lineno}: imports {name}"
        for path, room, tree in _modules(root)
        for node, name in _imports(tree, _package(path))
        if name.split(".")[0] in BUILDER and room != "site" and not (room == "" and _lazily(tree, node))
    ]


def uses(root: Path, names: set[str], except_rooms: set[str]) -> list[str]:
    """Uses of any of these names, under whatever alias, outside of the rooms given."""
    offenders = []
    for path, room, tree in _modules(root):
        if room in except_rooms:
            continue
        found = {(line, name) for line, name in _names(tree, _package(path)) if _below(name, names)}
        offenders += [f"{path}:{line}: {name}" for line, name in sorted(found)]
    return offenders


def long_files(root: Path) -> list[str]:
    """Python files that no one reads in one go."""
    files = sorted(file for top in ("macros", "tests", "tools") for file in (root / top).rglob("*.py"))
    lengths = ((file, len(file.read_text(encoding="utf-8").splitlines())) for file in files)
    return [f"{file.relative_to(root)}: {length} lines" for file, length in lengths if length > LONGEST_FILE]


def _none(offenders: list[str]) -> None:
    assert not offenders, "\n" + "\n".join(offenders)


def _toy(root: Path, path: str, source: str) -> None:
    file = root / "macros" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(source, encoding="utf-8")


def _modules(root: Path) -> Iterator[tuple[Path, str, ast.Module]]:
    for file in sorted((root / "macros").rglob("*.py")):
        path = file.relative_to(root)
        inner = path.parts[1]
        room = (
            "" if inner == "__init__.py" else "cli" if inner == "__main__.py" else inner.removesuffix(".py")
        )
        yield path, room, ast.parse(file.read_text(encoding="utf-8"), filename=os.fspath(path))


def _package(path: Path) -> list[str]:
    return list(path.parts[:-1])


def _imports(tree: ast.AST, package: list[str]) -> Iterator[tuple[ast.stmt | ast.expr, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((node, alias.name) for alias in names)
            case ast.ImportFrom(names=names):
                yield from ((node, f"{_origin(node, package)}.{alias.name}") for alias in names)
            case ast.Call(func=ast.Attribute(attr="import_module"), args=[ast.Constant(value=str(name)), *_]):
                yield node, name


def _origin(node: ast.ImportFrom, package: list[str]) -> str:
    above = package[: len(package) - node.level + 1] if node.level else []
    return ".".join([*above, *([node.module] if node.module else [])])


def _room_of(name: str) -> str | None:
    parts = name.split(".")
    if parts[0] != "macros":
        return None
    return parts[1] if len(parts) > 1 and parts[1] in ALLOWED else ""


def _lazily(tree: ast.Module, node: ast.AST) -> bool:
    doors = (item for item in tree.body if isinstance(item, ast.FunctionDef) and item.name == "define_env")
    return any(inner is node for door in doors for inner in ast.walk(door))


def _names(tree: ast.Module, package: list[str]) -> Found:
    """Every imported or used name, written out in full."""
    aliases: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            aliases |= {a.asname: a.name for a in node.names if a.asname}
            aliases |= {a.name.split(".")[0]: a.name.split(".")[0] for a in node.names if not a.asname}
        if isinstance(node, ast.ImportFrom):
            aliases |= {a.asname or a.name: f"{_origin(node, package)}.{a.name}" for a in node.names}
    yield from ((node.lineno, name) for node, name in _imports(tree, package))
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Load):
            yield from ((node.lineno, name) for name in [_in_full(node, aliases)] if name)


def _in_full(node: ast.expr, aliases: dict[str, str]) -> str | None:
    if isinstance(node, ast.Attribute):
        before = _in_full(node.value, aliases)
        return f"{before}.{node.attr}" if before else None
    if isinstance(node, ast.Name):
        # A bare name that is not imported is a builtin, or something of the module's own.
        return aliases.get(node.id, node.id if node.id in SAYS | EXITS else None)
    return None


def _below(name: str, names: set[str]) -> bool:
    return any(name == known or name.startswith(known + ".") for known in names)
