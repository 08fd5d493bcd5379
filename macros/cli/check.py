"""`rulebook check`: report everything that is wrong; with --fix, put right what is certain first."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from macros.checks import all_codes
from macros.checks._incremental import check_folder
from macros.cli.speech import coloured, explained, summary
from macros.load.files import Reader
from macros.load.mend import mended
from macros.load.style import names_schemas
from macros.reports import Page, report
from macros.reports.text import visible

CACHE = ".cache/rulebook"
"""Where the command remembers, by content, what it found; safe to delete."""
FORMS = ("text", "json", "github", "sarif")


def add(commands: Any) -> Iterator[argparse.ArgumentParser]:
    """Tell the parser about the command."""
    parser = commands.add_parser(
        "check",
        help="report what is wrong in the data / 检查数据",
        description="Report everything that is wrong in the data, each with its file, line and column.",
        epilog="examples:\n  rulebook check\n  rulebook check --fix\n"
        "  rulebook check --data data --format json --lang zh",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--format", choices=FORMS, default="text", help="default: text")
    parser.add_argument(
        "--fix",
        action="store_true",
        help="put spaces, line ends, indents and order right where nothing said can change / 整理格式",
    )
    parser.add_argument("--no-cache", action="store_true", help="read everything anew / 不用缓存")
    yield parser


def run(options: argparse.Namespace, language: str) -> int:
    """Check, and return 1 if anything is an error."""
    data = Path(options.data)
    if options.fix and not _fix(data, language):
        return 2
    outcome = check_folder(data, None if options.no_cache else Path(CACHE))
    findings = list(outcome.findings)
    page = Page(
        language,
        options.format == "text" and coloured(),
        cache(outcome.lines),
        {code.name: code for code in all_codes()},
    )
    told = report(options.format, findings, page)
    if options.format != "text":
        if told:
            print(told)
    else:
        if findings:
            print(told, end="\n\n")
            print(explained(language))
        print(summary(outcome.counts, findings, language))
    return 1 if any(finding.severity == "error" for finding in findings) else 0


def _fix(data: Path, language: str) -> bool:
    """Write files in the house's style; each is written whole or not at all."""
    reader = Reader(data)
    named = names_schemas(data)
    for path in sorted(data.rglob("*.yml")):
        if path.is_symlink() or any(part.startswith(".") for part in path.relative_to(data).parts):
            continue
        content = reader.raw(path)
        try:
            raw = (content or b"").decode("utf-8")
        except ValueError:
            continue  # the check says what is wrong with it
        text = mended(data, path, raw, named)
        if text == raw:
            continue
        aside = path.with_name(f".{path.name}.new")
        try:
            aside.write_bytes(text.encode("utf-8"))
            aside.replace(path)
        except OSError as error:
            aside.unlink(missing_ok=True)
            print(f"rulebook: {visible(str(error))}", file=sys.stderr)
            return False
        print(("已整理 " if language == "zh" else "tidied ") + visible(path.as_posix()), file=sys.stderr)
    return True
