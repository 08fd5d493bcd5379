"""All kinds of slips: each module enters its own."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from tests.mutation.slip import KINDS, Kind, Link, Slip

__all__ = ["KINDS", "Kind", "Link", "Slip"]

for _path in sorted(Path(__file__).parent.glob("slips_*.py")):
    import_module(f"tests.mutation.{_path.stem}")
