"""The command `rulebook`: the only room that prints, exits or reads the environment."""

from __future__ import annotations

import argparse
import json
import os
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from macros.checks import run
from macros.exports import json as exported
from macros.load import Loaded, load_handbook
from macros.model import Finding, Place

_LABELS = {
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "info": ("提示", "info"),
}
_COUNTED = (
    ("articles", "条", "article", "articles"),
    ("paragraphs", "款", "paragraph", "paragraphs"),
    ("points", "项", "point", "points"),
    ("duties", "条职责", "duty", "duties"),
    ("roles", "个角色", "role", "roles"),
    ("procedures", "个流程", "procedure", "procedures"),
    ("meetings", "个会议", "meeting", "meetings"),
    ("documents", "种文书", "document", "documents"),
    ("terms", "个术语", "term", "terms"),
    ("open_questions", "个未决事项", "open question", "open questions"),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 is fine, 1 findings of severity error, 2 wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    data = Path(options.data)
    if not data.is_dir():
        print(f"rulebook: {_visible(options.data)}: no such folder / 没有这个目录", file=sys.stderr)
        return 2
    loaded = load_handbook(data)
    findings = run(loaded)
    failed = any(finding.severity == "error" for finding in findings)
    language = options.lang or _language()
    try:
        if options.command == "check":
            _report(loaded, findings, options.format, language)
            return 1 if failed else 0
        if failed:
            print(_text([one for one in findings if one.severity == "error"], language), file=sys.stderr)
            return 1
        return _export(loaded, Path(options.out), language)
    except BrokenPipeError:
        # The reader (`| head`) has seen enough; without this Python complains once more on leaving.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1 if failed else 0


def _parser() -> argparse.ArgumentParser:
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(
        prog="rulebook",
        description="Check and export the rules in a data folder.\n检查和导出数据目录里的规则。",
        epilog="example:\n  rulebook check --data data --lang zh",
        formatter_class=shape,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")
    check = commands.add_parser(
        "check",
        help="report what is wrong in the data / 检查数据",
        description="Report everything that is wrong in the data, each with its file, line and column.",
        epilog="examples:\n  rulebook check\n  rulebook check --data data --format json --lang zh",
        formatter_class=shape,
    )
    check.add_argument("--format", choices=("text", "json", "github"), default="text", help="default: text")
    export = commands.add_parser(
        "export",
        help="write the rules for other programs / 导出",
        description="Write the rules for other programs: the public JSON with its schema.",
        epilog="example:\n  rulebook export json --out /tmp/out",
        formatter_class=shape,
    )
    export.add_argument("what", choices=("json",), help="the format")
    export.add_argument("--out", required=True, metavar="DIR", help="the folder to write to")
    for command in (check, export):
        command.add_argument("--data", default="data", metavar="DIR", help="the data folder; default: data")
        command.add_argument("--lang", choices=("zh", "en"), help="default: from the locale")
    return parser


def _language() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "zh" if value.lower().startswith(("zh", "chinese")) else "en"
    return "en"


def _report(loaded: Loaded, findings: list[Finding], form: str, language: str) -> None:
    if form == "json":
        print(json.dumps([_record(one, language) for one in findings], ensure_ascii=False, indent=1))
    elif form == "github":
        for finding in findings:
            print(_github(finding, language))
    else:
        if findings:
            print(_text(findings, language), end="\n\n")
        print(_summary(loaded, findings, language))


def _record(finding: Finding, language: str) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity,
        "path": finding.place.path,
        "line": finding.place.line,
        "column": finding.place.column,
        "message": finding.message.of(language),
        "hint": finding.hint.of(language) if finding.hint else None,
    }


def _github(finding: Finding, language: str) -> str:
    """Write a workflow command of GitHub Actions."""
    level = {"error": "error", "warning": "warning", "info": "notice"}[finding.severity]
    place = finding.place
    said = finding.message.of(language)
    if finding.hint:
        said += f" ({finding.hint.of(language)})"
    for raw, escaped in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        said = said.replace(raw, escaped)
    path = place.path.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    path = path.replace("\r", "%0D").replace("\n", "%0A")
    return f"::{level} file={path},line={place.line},col={place.column},title={finding.code}::{said}"


def _text(findings: list[Finding], language: str) -> str:
    return "\n".join(_paragraph(finding, language) for finding in findings)


def _paragraph(finding: Finding, language: str) -> str:
    place = finding.place
    label = _LABELS[finding.severity][language == "en"]
    out = [
        f"{place.path}:{place.line}:{place.column}: {label}[{finding.code}] {finding.message.of(language)}"
    ]
    out.extend(_excerpt(place))
    if finding.hint:
        out.append(("  提示：" if language == "zh" else "  hint: ") + finding.hint.of(language))
    return "\n".join(_visible(line) for line in out)


def _excerpt(place: Place) -> list[str]:
    """Return the line of the file, with a caret below the place."""
    try:
        lines = Path(place.path).read_text(encoding="utf-8").split("\n")
    except (OSError, ValueError):
        return []
    if not place.line <= len(lines) or not lines[place.line - 1].strip():
        return []
    line = lines[place.line - 1].rstrip()
    before = line[: place.column - 1]
    start = max(0, len(before) - 40)
    shown = ("…" if start else "") + line[start : start + 90]
    width = sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in before[start:])
    margin = f"  {place.line} | "
    return [margin + shown, " " * (len(margin) + width + bool(start)) + "^"]


def _visible(text: str) -> str:
    """Show control and bidirectional characters of data instead of sending them to a terminal."""
    return "".join(one if one.isprintable() else f"\\u{ord(one):04x}" for one in text)


def _summary(loaded: Loaded, findings: list[Finding], language: str) -> str:
    counts = _counts(loaded)
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = sum(finding.severity == "warning" for finding in findings)
    if language == "zh":
        parts = [f"{counts[name]}{unit}" for name, unit, _, _ in _COUNTED]
        return f"{'，'.join(parts)}；{errors} 个错误，{warnings} 个警告"
    parts = [f"{counts[name]} {one if counts[name] == 1 else many}" for name, _, one, many in _COUNTED]
    said = [
        f"{errors} error{'' if errors == 1 else 's'}",
        f"{warnings} warning{'' if warnings == 1 else 's'}",
    ]
    return f"{', '.join(parts)}; {', '.join(said)}"


def _counts(loaded: Loaded) -> dict[str, int]:
    counts = dict.fromkeys((name for name, *_ in _COUNTED), 0)
    for rulebook in (*loaded.handbook.rulebooks.values(), *loaded.headless.values()):
        for provision in rulebook.provisions.values():
            if f"{provision.kind}s" in counts:
                counts[f"{provision.kind}s"] += 1
        for name, *_ in _COUNTED[3:]:
            counts[name] += len(getattr(rulebook, name))
    return counts


def _export(loaded: Loaded, out: Path, language: str) -> int:
    try:
        for path, content in exported.files(loaded.handbook):
            target = out / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode("utf-8"))
            print(("已写 " if language == "zh" else "wrote ") + target.as_posix())
    except OSError as error:
        print(f"rulebook: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
