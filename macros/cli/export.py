"""`rulebook export`: write the rules for other programs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from macros import exports
from macros.checks import all_codes
from macros.checks import run as run_checks
from macros.load import load_handbook
from macros.load.files import Reader
from macros.load.schemas import schemas
from macros.reports import Page, report


def add(commands: Any) -> Iterator[argparse.ArgumentParser]:
    """Tell the parser about the command."""
    parser = commands.add_parser(
        "export",
        help="write the rules for other programs / 导出",
        description="Write the rules for other programs: the public JSON with its schema (json), meeting"
        " packs for Word (docx), a calendar feed of what has a stated day (ics), tables of documents and"
        " duties (csv), the official document byte for byte (source);"
        " or the schemas that let editors check data files while they are typed (schemas)."
        " Both languages, in the same folders as in the handbook.",
        epilog="example:\n  rulebook export json --out /tmp/out\n  rulebook export docx --out /tmp/out",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "what", choices=(*exports.FORMS, "schemas"), help="what to write: a form of the rules, or the schemas"
    )
    parser.add_argument("--out", required=True, metavar="DIR", help="the folder to write to")
    yield parser


def run(options: argparse.Namespace, language: str) -> int:
    """Export, unless the data have errors; schemas do not depend on them."""
    if options.what == "schemas":
        files = ((path, content.encode()) for path, content in schemas())
        return _written(Path(options.out), files, language)
    data = Path(options.data)
    loaded = load_handbook(data)
    errors = [finding for finding in run_checks(loaded) if finding.severity == "error"]
    if errors:
        page = Page(language, False, cache(Reader(data).lines), {code.name: code for code in all_codes()})
        print(report("text", errors, page), file=sys.stderr)
        return 1
    return _written(Path(options.out), exports.files(options.what, loaded.handbook), language)


def _written(out: Path, files: Iterable[tuple[str, bytes]], language: str) -> int:
    try:
        for path, content in files:
            target = out / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            print(("已写 " if language == "zh" else "wrote ") + target.as_posix())
    except OSError as error:
        print(f"rulebook: {error}", file=sys.stderr)
        return 2
    return 0
