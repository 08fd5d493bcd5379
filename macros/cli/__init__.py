"""The command `rulebook`: the only room that prints, exits or reads the environment."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.cli import check, explain, export, new
from macros.cli.speech import default_language
from macros.reports.text import visible

COMMANDS = (check, explain, new, export)
"""Each has `add(commands)`, which tells the parser about it, and `run(options, language)`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 is fine, 1 findings of severity error, 2 wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    if not Path(options.data).is_dir():
        print(f"rulebook: {visible(options.data)}: no such folder / 没有这个目录", file=sys.stderr)
        return 2
    try:
        status: int = options.run(options, options.lang or default_language())
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (`| head`) has seen enough; without this Python complains once more on leaving.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="rulebook",
        description="Check, extend and export the rules in a data folder.\n"
        "检查、增补和导出数据目录里的规则。",
        epilog="example:\n  rulebook check --data data --lang zh",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    for module in COMMANDS:
        for command in module.add(commands):
            command.add_argument(
                "--data", default="data", metavar="DIR", help="the data folder; default: data"
            )
            command.add_argument("--lang", choices=("zh", "en"), help="default: from the locale")
            command.set_defaults(run=module.run)
    return parser
