"""The rules for other programs, a module a form; each gives `files(handbook)`: paths and their bytes.

A module is only imported when it is asked for: the check never waits for a writer of Word files.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from macros.model import Handbook

FORMS = ("json", "docx", "ics", "csv", "source")
"""The forms, each the name of a module."""


def files(form: str, handbook: Handbook) -> Iterator[tuple[str, bytes]]:
    """Yield the path of each file of a form, from the site's root, and its content."""
    module: Any = import_module(f"{__name__}.{form}")
    yield from module.files(handbook)
