"""The handbook a build works on: loaded and checked once for each state of the data.

`mkdocs serve` keeps the process and its modules while files change, so what is kept is keyed by the
content of the data folder and by nothing else.
"""

from __future__ import annotations

import hashlib
import locale
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.exceptions import BuildError

from macros.checks import run
from macros.load import load_handbook
from macros.model import Handbook
from macros.model.finding import Finding
from macros.render.book import Address, Book, addresses
from macros.site.findings import explained


@dataclass
class Session:
    """One state of the data, ready to be rendered."""

    handbook: Handbook
    book: Book
    addresses: tuple[Address, ...]
    navigations: dict[str, Any] = field(default_factory=dict)
    """MkDocs' navigation by language, set when it is cut in two."""
    exported: dict[str, bytes] = field(default_factory=dict)
    """The files for other programs by path, filled when they are first written."""


_kept: dict[str, Session] = {}


def data_folder(config: Any) -> Path:
    """Return the folder of the data: beside `mkdocs.yml`, unless `extra.data` names another."""
    return Path(config.config_file_path).parent / str(config.extra.get("data", "data"))


def open_session(config: Any) -> Session:
    """Return the session for the data as it is now; stop the build over an error in it."""
    folder = data_folder(config)
    key = _content(folder)
    if key not in _kept:
        _kept.clear()
        _kept[key] = _load(folder, Path(config.config_file_path).parent)
    return _kept[key]


def current() -> Session:
    """Return the session that was opened for this build."""
    return next(iter(_kept.values()))


def _content(folder: Path) -> str:
    digest = hashlib.sha256(str(folder).encode())
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = hashlib.sha256(path.read_bytes()).digest()
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + content)
    return digest.hexdigest()


def _load(folder: Path, root: Path) -> Session:
    loaded = load_handbook(folder)
    errors = [finding for finding in run(loaded) if finding.severity == "error"]
    if errors:
        lines = "\n".join(_line(finding) for finding in errors)
        raise BuildError(f"The data has errors; the site is not built over them.\n{lines}")
    said, handbook = explained(root), loaded.handbook
    return Session(handbook, Book(handbook, said), addresses(handbook, said))


def _line(finding: Finding) -> str:
    language = "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"
    place = finding.place
    hint = f" ({finding.hint.of(language)})" if finding.hint else ""
    message = finding.message.of(language)
    return f"{place.path}:{place.line}:{place.column}: {finding.severity} {finding.code} {message}{hint}"
