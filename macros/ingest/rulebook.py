"""The folder of a new rulebook, from its official text."""

from __future__ import annotations

import hashlib

from macros.ingest.skeletons import both, scalar
from macros.ingest.source import provisions
from macros.model.base import TODO
from macros.model.provision import head_of

_EMPTY = ("roles.yml", "terms.yml", "documents.yml", "open-questions.yml", "coverage.yml")


def files(id: str, zh: str, en: str, date: str, source: bytes) -> dict[str, bytes]:
    """Return the files of a new rulebook by their path in its folder.

    The source stays byte for byte; its text is split by the labels it prints. Raises ValueError where the
    source is not UTF-8 or has no articles.
    """
    text = provisions(source.decode("utf-8"))
    if not text:
        raise ValueError("no article (第一条 …) was found in the source")
    lines = "".join(f"{name}: {scalar(words)}\n" for name, words in text.items())
    translations = "".join(
        f"{name}:\n  zh: {scalar(words)}\n  en: {TODO}\n  review: draft\n" for name, words in text.items()
    )
    articles = dict.fromkeys(head_of(name) for name in text if name.startswith("art_"))
    headings = "".join(f"{name}:\n  zh: {TODO}\n  en: {TODO}\n" for name in articles)
    out = {
        "rulebook.yml": _head(id, zh, en, date, hashlib.sha256(source).hexdigest(), text),
        f"text/{date}.yml": lines,
        "translations/en.yml": translations,
        "headings.yml": headings,
        **dict.fromkeys(_EMPTY, "[]\n"),
    }
    return {f"source/{date}.txt": source} | {path: content.encode() for path, content in out.items()}


def _head(id: str, zh: str, en: str, date: str, sha256: str, text: dict[str, str]) -> str:
    number = text.get("notice__line_1", zh)
    return (
        f"id: {id}\n"
        + both("title", zh, en, 0)
        + both("short_title", zh, en, 0)
        + both("number", number, TODO, 0)
        + f"issuer:\n{both('name', TODO, TODO)}  inferred: true\n{both('note', TODO, TODO)}"
        + "dates: []\nstatus:\n  state: not-verified\n"
        + both(
            "note",
            "本规则是否仍然有效，未经核实。",
            "Whether these rules are still in force has not been verified.",
        )
        + f"versions:\n  - date: {date}\n    source: source/{date}.txt\n    sha256: {sha256}\n"
        + f"categories:\n  - id: general\n{both('name', '一般', 'General', 4)}"
    )
