"""The text by provision is the source, letter for letter, and nothing of it is missing."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator

from macros.checks._tools import clip
from macros.model import Code, Finding, Provision, ProvisionId, Rulebook
from macros.model.numerals import NUMERAL, number_of

SOURCE_CHANGED = Code(
    "source-changed",
    "error",
    "原文文件与记录的 SHA-256 不符",
    "The source is not the file its SHA-256 was taken of",
)
DIFFERS = Code("text-differs-from-source", "error", "条文与原文不符", "The text differs from the source")
MISSING = Code("provision-missing", "error", "缺少条款", "A provision of the source is missing from the text")
ADDED = Code(
    "provision-not-in-source", "error", "原文没有这一条款", "A provision of the text is not in the source"
)
ORDER = Code(
    "provision-out-of-order", "error", "条款次序不对", "Provisions do not stand in the order of their numbers"
)

LINES = Code(
    "provision-across-lines", "warning", "条款与原文的行不合", "A provision is not a line of the source"
)

CODES = (LINES, SOURCE_CHANGED, DIFFERS, MISSING, ADDED, ORDER)

_SPACE = re.compile(r"[\s\u3000\u00a0\ufeff]+")
_SIGN = re.compile(r"[^\s\u3000\u00a0\ufeff]")
_ARTICLE = re.compile(f"第({NUMERAL})条")
_POINT = re.compile(f"（({NUMERAL})）")


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Compare the source's hash, the numbering and then the words."""
    version = rulebook.head.newest
    if version is not None and rulebook.source:
        found = hashlib.sha256(rulebook.source.encode()).hexdigest()
        if found != version.sha256.lower():
            said = (
                f"“{version.source}”不是这里登记的原文：它的 SHA-256 是 {found}",
                f'"{version.source}" is not the source recorded here: its SHA-256 is {found}',
            )
            hint = (
                "原文一字不改；若确是新的原文，才改这里的 SHA-256",
                "never edit a source; change the SHA-256 only if the source itself was replaced",
            )
            yield SOURCE_CHANGED.at(version.place("sha256"), *said, hint)
    gaps = list(_numbering(rulebook))
    yield from gaps
    if rulebook.source and rulebook.provisions:
        told = {finding.place for finding in gaps}
        differences = list(_Alignment(rulebook).findings())
        yield from (finding for finding in differences if finding.place not in told)
        if not gaps and not differences:
            yield from _lines(rulebook)
            yield from _spaces(rulebook)


def _lines(rulebook: Rulebook) -> Iterator[Finding]:
    """Where all words agree, each provision should begin and end as a line of the source does."""
    starts, at = set(), 0
    for line in rulebook.source.split("\n"):
        starts.add(at)
        at += len(_SPACE.sub("", line))
    at = 0
    for provision in rulebook.provisions.values():
        length = len(_SPACE.sub("", provision.printed + provision.zh))
        place = provision.places.get("text")
        if provision.text is not None:
            begins = at - len(_SPACE.sub("", _label_before(rulebook, provision)))
            inside = [start for start in starts if at < start < at + length]
            if at not in starts and begins not in starts:
                said = (
                    f"{provision.id} 从原文的一行中间开始",
                    f"{provision.id} begins inside a line of the source",
                )
                yield LINES.at(place, *said, ("一行是一款或一项", "a line is a paragraph or a point"))
            elif inside:
                said = (
                    f"{provision.id} 跨了原文的几行",
                    f"{provision.id} runs over several lines of the source",
                )
                yield LINES.at(place, *said, ("一行是一款或一项", "a line is a paragraph or a point"))
        at += length


def _spaces(rulebook: Rulebook) -> Iterator[Finding]:
    """Where all words agree, a space stands where a line of the source has one."""
    signs = [match.start() for match in _SIGN.finditer(rulebook.source)]
    at = 0
    for provision in rulebook.provisions.values():
        at += len(_SPACE.sub("", provision.printed))
        length = len(_SPACE.sub("", provision.zh))
        if provision.text is not None and length:
            printed = rulebook.source[signs[at] : signs[at + length - 1] + 1]
            source = _SPACE.sub(" ", printed)
            same = next(
                (i for i, (one, two) in enumerate(zip(provision.zh, source, strict=False)) if one != two),
                None,
            )
            if same is not None and "\n" not in printed:
                here, there = (
                    text[max(0, same - 4) : same + 5].replace(" ", "␣") for text in (provision.zh, source)
                )
                yield DIFFERS.at(
                    provision.places.get("text"),
                    f"{provision.id} 写作“{here}”，原文是“{there}”（␣ 是空格）",
                    f'{provision.id} reads "{here}"; the source reads "{there}" (␣ is a space)',
                    ("空格也照 source/ 里的原文", "put spaces where the text in source/ has them"),
                )
        at += length


def _label_before(rulebook: Rulebook, provision: Provision) -> str:
    """Return the article's label where it is printed before the words of its first paragraph."""
    article = rulebook.provisions.get(provision.parent or "")
    first = provision.id.endswith("__para_1")
    return article.printed if article is not None and first else ""


def _numbering(rulebook: Rulebook) -> Iterator[Finding]:
    siblings: dict[str, list[ProvisionId]] = defaultdict(list)
    for name, provision in rulebook.provisions.items():
        id = ProvisionId.parse(name)
        if id is not None and id.part != 1:
            siblings[provision.parent if provision.parent else provision.kind].append(id)
    for parent, ids in siblings.items():
        expected = 1
        for id in ids:
            own = id.line or id.point or id.paragraph or id.article
            place = rulebook.provisions[str(id)].places.get("id")
            if own < expected:
                said = (f"{id} 排在后面的条款之后", f"{id} stands after a later provision")
                hint = ("按编号先后排列", "put provisions in the order of their numbers")
                yield ORDER.at(place, *said, hint)
                continue
            if own > expected:
                names = [_numbered(id, lost) for lost in range(expected, own)]
                if not any(rulebook.knows("provisions", name) for name in names):
                    yield _missing(rulebook, rulebook.provisions[str(id)], names)
            expected = own + 1
        _ = parent


def _numbered(id: ProvisionId, value: int) -> str:
    if id.line:
        return str(ProvisionId(id.part, line=value))
    if id.point:
        return str(ProvisionId(2, id.article, id.paragraph, value))
    return str(ProvisionId(2, id.article, value) if id.paragraph else ProvisionId(2, value))


def _missing(rulebook: Rulebook, beside: Provision, names: list[str], words: str = "") -> Finding:
    zh, en = "、".join(names), ", ".join(names)
    quoted = (f"（“{clip(words)}”）", f' ("{clip(words)}")') if words else ("", "")
    _ = rulebook
    return MISSING.at(
        beside.places.get("id"),
        f"缺少 {zh}{quoted[0]}",
        f"{en} {'is' if len(names) == 1 else 'are'} missing{quoted[1]}",
        ("从 source/ 里的原文补上", "copy it from the text in source/"),
    )


class _Alignment:
    """Walks through the provisions and the source side by side and takes up again after a difference."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.source = _SPACE.sub("", rulebook.source)
        self.provisions = list(rulebook.provisions.values())
        self.chunks = [_SPACE.sub("", provision.printed + provision.zh) for provision in self.provisions]

    def findings(self) -> Iterator[Finding]:
        """Yield each difference where it is."""
        at = index = 0
        while index < len(self.chunks):
            if self.source.startswith(self.chunks[index], at):
                at += len(self.chunks[index])
                index += 1
                continue
            following, start = self._resume(index, at)
            yield from self._difference(index, following, at, start)
            at, index = start, following
        if at < len(self.source):
            yield self._left_out(len(self.chunks), self.source[at:])

    def _resume(self, index: int, at: int) -> tuple[int, int]:
        """Return the provision from which text and source agree again, and where that is."""
        best: tuple[int, int, int] | None = None
        for later in range(index, len(self.chunks)):
            # A label alone (第九条) may stand anywhere: it is looked for with the words behind it.
            start = self.source.find("".join(self.chunks[later : later + 2]), at)
            if start >= 0:
                cost = (start - at) + sum(map(len, self.chunks[index:later]))
                if best is None or cost < best[0]:
                    best = (cost, later, start)
            if best is not None and later - index > 40:
                break
        return (best[1], best[2]) if best else (len(self.chunks), len(self.source))

    def _difference(self, index: int, following: int, at: int, start: int) -> Iterator[Finding]:
        gap = self.source[at:start]
        if following == index:
            yield self._left_out(index, gap)
            return
        if not gap:
            for provision in self.provisions[index:following]:
                if provision.text is not None:
                    said = (f"原文此处没有 {provision.id}", f"the source has no {provision.id} here")
                    hint = ("删去，或照 source/ 排列", "delete it, or follow the order of source/")
                    yield ADDED.at(provision.places.get("text"), *said, hint)
            return
        for provision, chunk in zip(
            self.provisions[index:following], self.chunks[index:following], strict=True
        ):
            if gap.startswith(chunk):
                gap = gap[len(chunk) :]
                continue
            yield self._differs(provision, chunk, gap)
            return
        yield self._left_out(following, gap)

    def _differs(self, provision: Provision, chunk: str, gap: str) -> Finding:
        same = 0
        while same < min(len(chunk), len(gap)) and chunk[same] == gap[same]:
            same += 1
        before = chunk[max(0, same - 6) : same]
        here, there = chunk[same : same + 8], gap[same : same + 8]
        return DIFFERS.at(
            provision.places.get("text") or provision.places.get("id"),
            f"{provision.id} 在“{before}”之后是“{here}”，原文是“{there}”",
            f'{provision.id} reads "{here}" after "{before}"; the source reads "{there}"',
            ("照 source/ 里的原文改正条文", "correct the words by the text in source/"),
        )

    def _left_out(self, index: int, gap: str) -> Finding:
        """Name the provision the source has here, and report it at its next or last sibling."""
        following = self.provisions[index] if index < len(self.provisions) else None
        before = [one for one in self.provisions[:index] if one.text is not None]
        last = before[-1] if before else None
        previous = ProvisionId.parse(last.id) if last else None
        name = _name(gap, previous)
        id = ProvisionId.parse(name)
        beside = last or following or self.provisions[0]
        if following is not None and id is not None:
            other = ProvisionId.parse(following.id)
            if other is not None and str(other.parent) == str(id.parent) and other.part == id.part:
                beside = following
        return _missing(self.rulebook, beside, [name], gap)


def _name(gap: str, previous: ProvisionId | None) -> str:
    article, point = _ARTICLE.match(gap), _POINT.match(gap)
    if article:
        return f"art_{number_of(article[1])}"
    if previous is None:
        return "notice__line_1"
    if previous.part != 2:
        return "title" if previous.part == 1 else _numbered(previous, previous.line + 1)
    if point:
        return str(ProvisionId(2, previous.article, previous.paragraph or 1, number_of(point[1])))
    return str(ProvisionId(2, previous.article, previous.paragraph + 1))
