"""`rulebook new`: write a skeleton in the right place and say what to fill in."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from macros.ingest import rulebook as new_rulebook
from macros.ingest import skeletons
from macros.load import load_handbook
from macros.load.schemas import reference
from macros.load.shapes import shape_of
from macros.model import ProvisionId, Rulebook
from macros.model.provision import head_of
from macros.reports.text import visible

KINDS = (
    "rulebook", "article", "duty", "role", "term", "document", "question", "meeting", "procedure",
)  # fmt: skip
_ASKED = {
    "rulebook": ("id", "zh", "en", "date", "source"),
    "article": ("number",),
    "duty": ("id", "at", "quote"),
    "meeting": ("id", "zh", "en", "at", "quote", "question"),
}
_USUAL = ("id", "zh", "en", "at", "quote")
_OPTIONS = {
    "id": ("编号（小写英文单词，以 - 相连）", "id (lower-case words joined by -)"),
    "zh": ("中文名称", "name in Chinese"),
    "en": ("英文名称", "name in English"),
    "at": ("所依据的条款，如 art_9__para_1", "the provision it rests on, such as art_9__para_1"),
    "quote": ("所依据的原文，一字不差", "the words it rests on, letter for letter"),
    "question": ("未写明之处所属的未决事项", "the open question its points wait for"),
    "number": ("第几条（数字）", "the article's number"),
    "date": ("文本日期，如 2004-02-06", "the date of the text, such as 2004-02-06"),
    "source": ("官方原文的文件（UTF-8）", "the file with the official text (UTF-8)"),
}
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class _RefusedError(Exception):
    """What cannot be done, in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.said = {"zh": zh, "en": en}


@dataclass
class _Draft:
    """Files to write, and what a person has to fill in."""

    files: dict[Path, bytes] = field(default_factory=dict)
    to_fill: dict[Path, tuple[str, ...]] = field(default_factory=dict)


def add(commands: Any) -> Iterator[argparse.ArgumentParser]:
    """Tell the parser about the command."""
    parser = commands.add_parser(
        "new",
        help="write a skeleton / 新建",
        description="Write a skeleton of something new in the right place, and say what to fill in.\n"
        "Whatever is not given as an option is asked for at a terminal.",
        epilog="examples:\n"
        "  rulebook new duty --id chair-meeting --at art_9__para_1 --quote 由主任或授权副主任主持\n"
        "  rulebook new term --id quorum --zh 半数 --en half --at art_9__para_2 --quote 半数\n"
        "  rulebook new rulebook --id my-rules --zh 某某规则 --en 'Some Rules' --date 2020-01-01"
        " --source rules.txt",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("--rulebook", metavar="ID", help="which rulebook; not needed where there is one")
    for name, (zh, en) in _OPTIONS.items():
        parser.add_argument(f"--{name}", metavar=name.upper(), help=f"{en} / {zh}")
    yield parser


def run(options: argparse.Namespace, language: str) -> int:
    """Write what was asked for; 2 if it cannot be."""
    try:
        _ask(options, language)
        draft = _draft(options)
        _write(draft, Path(options.data))
    except _RefusedError as refused:
        print(f"rulebook: {refused.said[language]}", file=sys.stderr)
        return 2
    except (OSError, ValueError) as error:
        print(f"rulebook: {visible(str(error))}", file=sys.stderr)
        return 2
    except (EOFError, KeyboardInterrupt):
        print("\n没有写任何东西" if language == "zh" else "\nnothing was written", file=sys.stderr)
        return 130
    for path in draft.files:
        print(("已写 " if language == "zh" else "wrote ") + visible(path.as_posix()))
        for name in draft.to_fill.get(path, ()):
            print(("  待填：" if language == "zh" else "  to fill in: ") + name)
    print(
        "rulebook check 会列出还缺什么" if language == "zh" else "rulebook check lists what is still missing"
    )
    return 0


def _ask(options: argparse.Namespace, language: str) -> None:
    missing = [name for name in _ASKED.get(options.kind, _USUAL) if not getattr(options, name)]
    if missing and not sys.stdin.isatty():
        named = ", ".join(f"--{name}" for name in missing)
        raise _RefusedError(f"还要写 {named}", f"{named} must be given, too")
    for name in missing:
        setattr(options, name, input(f"{_OPTIONS[name][language == 'en']}: ").strip())
    if "id" in _ASKED.get(options.kind, _USUAL) and not _ID.fullmatch(options.id or ""):
        raise _RefusedError(
            f"“{options.id}”不能作编号：用小写英文单词，以 - 相连",
            f'"{options.id}" is not an id: use lower-case words joined by -',
        )


def _draft(options: argparse.Namespace) -> _Draft:
    folder = Path(options.data) / "rulebooks"
    if options.kind == "rulebook":
        return _rulebook(folder / options.id, options)
    rulebook = _chosen(options)
    root = folder / rulebook.id
    if options.kind == "article":
        return _article(root, rulebook, options.number)
    _words_stand(rulebook, options.at, options.quote)
    if options.question and options.kind not in ("duty", "meeting"):
        raise _RefusedError("--question 只用于 duty 和 meeting", "--question is for a duty or a meeting only")
    if options.question and options.question not in rulebook.open_questions:
        raise _RefusedError(f"没有未决事项“{options.question}”", f'no open question "{options.question}"')
    given = (options.id, options.zh, options.en, options.at, options.quote)
    match options.kind:
        case "duty":
            head = head_of(options.at)
            made = skeletons.duty(rulebook, options.id, options.at, options.quote, options.question or "")
            path = root / "duties" / f"{head}.yml"
            line = _behind(rulebook, path, options.at, options.quote)
            return _entry(path, rulebook, "duties", options.id, made, line)
        case "role":
            return _entry(root / "roles.yml", rulebook, "roles", options.id, skeletons.role(*given))
        case "term":
            return _entry(root / "terms.yml", rulebook, "terms", options.id, skeletons.term(*given))
        case "document":
            made = skeletons.document(*given)
            return _entry(root / "documents.yml", rulebook, "documents", options.id, made)
        case "question":
            made = skeletons.question(*given)
            return _entry(root / "open-questions.yml", rulebook, "open_questions", options.id, made)
        case "meeting":
            made = skeletons.meeting(*given, options.question)
            return _file(root / "meetings" / f"{options.id}.yml", made)
    return _file(root / "procedures" / f"{options.id}.yml", skeletons.procedure(rulebook, *given))


def _chosen(options: argparse.Namespace) -> Rulebook:
    loaded = load_handbook(Path(options.data))
    known = {**loaded.handbook.rulebooks, **loaded.headless}
    name = options.rulebook or (next(iter(known)) if len(known) == 1 else None)
    if name is None or name not in known:
        listed = ", ".join(known) or "–"
        raise _RefusedError(f"用 --rulebook 指明哪一部：{listed}", f"say which with --rulebook: {listed}")
    return known[name]


def _words_stand(rulebook: Rulebook, at: str, quote: str) -> None:
    provision = rulebook.provisions.get(at)
    if provision is None or provision.text is None or ProvisionId.parse(at) is None:
        parts = [one.id for one in rulebook.provisions.values() if one.parent == at and one.text]
        zh = f"：写 {'、'.join(parts)}" if parts else "：写作 art_9__para_2 这样的编号"
        en = f": write {', '.join(parts)}" if parts else ": write it like art_9__para_2"
        raise _RefusedError(f"没有条款“{at}”{zh}", f'there is no provision "{at}"{en}')
    times = provision.zh.count(quote)
    if not times:
        raise _RefusedError(f"{at} 里没有“{quote}”", f'"{quote}" does not stand in {at}')
    if times > 1:
        raise _RefusedError(
            f"“{quote}”在 {at} 里出现 {times} 次，请引得长一些",
            f'"{quote}" stands {times} times in {at}: quote more words',
        )


def _behind(rulebook: Rulebook, path: Path, at: str, quote: str) -> int | None:
    """Return the line of the first duty of a file whose words stand behind the quote; None for none."""
    numbers = {id: number for number, id in enumerate(rulebook.provisions)}
    own = (numbers[at], rulebook.provisions[at].zh.find(quote))
    for duty in rulebook.duties.values():
        place = duty.place()
        words = duty.words[-1] if duty.words else None
        if place is None or words is None or Path(place.path).name != path.name or words.at not in numbers:
            continue
        if (numbers[words.at], rulebook.provisions[words.at].zh.find(words.quote)) > own:
            return place.line
    return None


def _entry(
    path: Path,
    rulebook: Rulebook,
    collection: str,
    id: str,
    made: skeletons.Skeleton,
    line: int | None = None,
) -> _Draft:
    """Add an entry to a list, with a blank line to its neighbours: before a line, or else at the end."""
    if rulebook.knows(collection, id):
        raise _RefusedError(f"编号“{id}”已经用过", f'the id "{id}" is used already')
    before = path.read_text(encoding="utf-8").rstrip("\n") if path.exists() else ""
    before = "" if before.strip() == "[]" else before
    text = f"{before}\n\n{made.text}" if before else made.text
    if line is not None:
        lines = before.split("\n")
        text = "\n".join([*lines[: line - 1], made.text, *lines[line - 1 :], ""])
    return _Draft({path: text.encode()}, {path: made.to_fill})


def _file(path: Path, made: skeletons.Skeleton) -> _Draft:
    if path.exists():
        raise _RefusedError(f"{path.name} 已经有了", f"{path.name} is there already")
    return _Draft({path: made.text.encode()}, {path: made.to_fill})


def _rulebook(root: Path, options: argparse.Namespace) -> _Draft:
    if root.exists():
        raise _RefusedError(f"{root.name} 已经有了", f"{root.name} is there already")
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", options.date):
        raise _RefusedError("日期写作 2004-02-06", "dates are written 2004-02-06")
    try:
        source = Path(options.source).read_bytes()
        made = new_rulebook.files(options.id, options.zh, options.en, options.date, source)
    except (OSError, ValueError) as error:
        raise _RefusedError(f"“{options.source}”用不了：{error}", f'"{options.source}": {error}') from None
    head = root / "rulebook.yml"
    return _Draft({root / path: text for path, text in made.items()}, {head: ("number", "issuer", "dates")})


def _article(root: Path, rulebook: Rulebook, number: str) -> _Draft:
    article = f"art_{number}"
    if article not in rulebook.provisions:
        raise _RefusedError(f"正文里没有“{article}”", f'the text has no "{article}"')
    draft = _Draft()
    places = {
        "headings": root / "headings.yml",
        "translations": root / "translations" / "en.yml",
        "duties": root / "duties" / f"{article}.yml",
    }
    for name, made in skeletons.article(rulebook, int(number)).items():
        path = places[name]
        before = path.read_text(encoding="utf-8").rstrip("\n") + "\n" if path.exists() else ""
        draft.files[path] = f"{before}{made.text}".encode()
        draft.to_fill[path] = made.to_fill
    if not draft.files:
        raise _RefusedError(f"{article} 什么也不缺", f"{article} lacks nothing")
    return draft


def _write(draft: _Draft, data: Path) -> None:
    """Write every file aside first, so that none is left half-written; new ones name their schema."""
    asides = []
    for path, text in draft.files.items():
        below = path.relative_to(data)
        shape = shape_of(PurePosixPath(below.as_posix()))
        content = text
        if shape is not None and not path.exists():
            content = f"{reference(len(below.parts) - 1)}{shape.name}.json\n".encode() + text
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_name(f".{path.name}.new")
        aside.write_bytes(content)
        asides.append((aside, path))
    for aside, path in asides:
        aside.replace(path)
