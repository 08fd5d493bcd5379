"""`rulebook explain`: what a finding means and how it is mended, as the handbook's page of it says."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from macros.checks import all_codes
from macros.checks.examples import examples
from macros.model import Code
from macros.reports.text import LABELS, visible


def add(commands: Any) -> Iterator[argparse.ArgumentParser]:
    """Tell the parser about the command."""
    parser = commands.add_parser(
        "explain",
        help="say what a finding means / 说明一种检查结果",
        description="Say what a finding means, with a wrong example and the right one.\n"
        "Without a code, list all.",
        epilog="example:\n  rulebook explain quote-not-in-provision --lang zh",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("code", nargs="?", help="what stands in square brackets behind error or warning")
    yield parser


def run(options: argparse.Namespace, language: str) -> int:
    """Print the explanation; 2 if there is no such code."""
    codes = {code.name: code for code in all_codes()}
    if options.code is None:
        for code in sorted(codes.values(), key=lambda one: one.name):
            print(f"{code.name}: {code.zh if language == 'zh' else code.en}")
        return 0
    found = codes.get(options.code.strip("[]"))
    if found is None:
        near = get_close_matches(options.code, sorted(codes), n=1)
        zh = f"没有“{options.code}”这个代码" + (f"；是不是“{near[0]}”？" if near else "")
        en = f'there is no code "{options.code}"' + (f'; did you mean "{near[0]}"?' if near else "")
        print(f"rulebook: {visible(zh if language == 'zh' else en)}", file=sys.stderr)
        return 2
    print("\n".join(_explained(found, language == "zh")))
    return 0


def _explained(code: Code, chinese: bool) -> Iterator[str]:
    example = examples()[code.name][0]
    severity = LABELS[code.severity][not chinese]
    yield f"{severity}[{code.name}] {code.zh if chinese else code.en}"
    yield ""
    yield example.about.zh if chinese else example.about.en
    wrong, right = ("错", "对") if chinese else ("wrong", "right")
    for name, passage in ((wrong, example.wrong), (right, example.right)):
        if passage:
            yield ""
            yield f"{name} ({example.file}):" if not chinese else f"{name}（{example.file}）："
            yield from (f"    {line}" for line in passage.rstrip("\n").split("\n"))
