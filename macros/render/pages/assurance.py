"""For the auditor: what rests on judgement, what was let stand, what is open, how to prove the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import get_args

from macros.derive import assurance, source
from macros.derive.references import HEAD
from macros.model.base import Trail
from macros.model.rulebook import COLLECTIONS, ExcuseReason
from macros.render import pieces
from macros.render.desk import KINDS, Desk, relative
from macros.render.duty import procedure_link
from macros.render.view import View

KIND = "assurance"
SCOPE = "rulebook"
PATH = "assurance/"
ORDER = 130

_TITLES = {collection: f"{collection}_title" for collection in COLLECTIONS} | {
    "terms": "glossary_title",
    HEAD: "history_title",
}


@dataclass(frozen=True)
class Entry:
    """One thing an auditor looks at: where, which part of it, and the reason or the question."""

    link: pieces.Link
    part: str = ""
    quote: str = ""
    reason: str = ""
    question: pieces.Question | None = None
    review: pieces.Tag | None = None


@dataclass(frozen=True)
class Group:
    """Entries of one kind; `of` is how many things of the kind there are, where that matters."""

    title: str
    entries: tuple[Entry, ...]
    means: str = ""
    of: int = 0
    link: str = ""
    """Where the kind itself is explained."""


@dataclass(frozen=True)
class Chapter:
    """One of the page's questions, its answers grouped; `id` is its anchor."""

    id: str
    title: str
    note: str
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """How many entries there are."""
        return sum(len(group.entries) for group in self.groups)


@dataclass(frozen=True)
class Source:
    """The official document as a file, and the commands that sum it up."""

    file: pieces.Link
    sha256: str
    commands: tuple[tuple[str, str], ...]
    """The system, and what to type in the folder that the file lies in."""


@dataclass(frozen=True, kw_only=True)
class AssuranceView(View):
    """The chapters, the checklist, the source."""

    checklist: pieces.Link
    coverage: pieces.Link
    chapters: tuple[Chapter, ...]
    source: Source | None


def view(desk: Desk, entry: str) -> AssuranceView:
    """Put the page together."""
    chapters = (
        ("inferred", _inferred(desk)),
        ("unsettled", _unsettled(desk)),
        ("excused", _excused(desk)),
        ("excepted", _excepted(desk)),
        ("drafts", _drafts(desk)),
    )
    return AssuranceView(
        title=desk.ui("assurance_title"),
        lead=desk.ui("assurance_lead"),
        checklist=pieces.Link(desk.page("assurance/checklist/"), desk.ui("checklist_title")),
        coverage=pieces.Link(desk.page("coverage/"), desk.ui("coverage_title")),
        chapters=tuple(
            Chapter(id, desk.ui(f"{id}_heading"), desk.ui(f"{id}_note"), tuple(groups))
            for id, groups in chapters
        ),
        source=_source(desk),
    )


def _grouped(found: Iterable[tuple[str, Entry]], desk: Desk) -> list[Group]:
    groups: dict[str, list[Entry]] = {}
    for key, one in found:
        groups.setdefault(key, []).append(one)
    return [Group(desk.ui(key), tuple(entries)) for key, entries in groups.items()]


def _inferred(desk: Desk) -> list[Group]:
    return _grouped(
        (
            (
                _TITLES[one.collection],
                Entry(
                    _place(desk, one.collection, one.id, one.trail),
                    _part(desk, one.trail),
                    reason=desk.of(one.note),
                ),
            )
            for one in assurance.inferences(desk.rulebook)
        ),
        desk,
    )


def _unsettled(desk: Desk) -> list[Group]:
    return _grouped(
        (
            (
                f"unsettled_{one.kind}",
                Entry(
                    _place(desk, one.collection, one.id, one.trail),
                    _part(desk, one.trail),
                    question=desk.question(one.question),
                ),
            )
            for one in sorted(
                assurance.unsettled(desk.rulebook),
                key=lambda one: get_args(assurance.Openness).index(one.kind),
            )
        ),
        desk,
    )


def _excused(desk: Desk) -> list[Group]:
    groups = []
    for reason in get_args(ExcuseReason):
        tag = desk.tag("excuse_reason", reason)
        entries = tuple(
            Entry(desk.link("provisions", excuse.at), quote=excuse.quote, reason=desk.of(excuse.note))
            for excuse in desk.rulebook.coverage
            if excuse.reason == reason
        )
        groups.append(Group(tag.label, entries, tag.means))
    return [group for group in groups if group.entries]


def _excepted(desk: Desk) -> list[Group]:
    root = "" if desk.language == "zh" else "en/"
    by_code: dict[str, list[Entry]] = {}
    for allowance in desk.rulebook.exceptions:
        collection, _, thing = allowance.of.partition("/")
        known = collection in KINDS and thing in getattr(desk.rulebook, collection)
        link = (
            desk.link(collection, thing)
            if known
            else pieces.Link(desk.page("history/"), desk.ui("history_title"))
        )
        review = desk.tag("review", allowance.review)
        by_code.setdefault(allowance.code, []).append(
            Entry(link, reason=desk.of(allowance.reason), review=review)
        )
    return [
        Group(
            code,
            tuple(found),
            link=relative(f"{root}how-to-edit/findings/{code}/index.html", desk.here),
        )
        for code, found in by_code.items()
    ]


def _drafts(desk: Desk) -> list[Group]:
    texts = [provision for provision in desk.rulebook.provisions.values() if provision.text]
    unread = [provision.id for provision in texts if provision.translation_review != "reviewed"]
    groups = [_draft(desk, "translations", "provisions", unread, len(texts))]
    for collection in COLLECTIONS:
        things = getattr(desk.rulebook, collection)
        drafts = [id for id, thing in things.items() if thing.review == "draft"]
        groups.append(_draft(desk, _TITLES[collection], collection, drafts, len(things)))
    return [group for group in groups if group.of]


def _draft(desk: Desk, title: str, collection: str, drafts: Iterable[str], of: int) -> Group:
    return Group(desk.ui(title), tuple(Entry(desk.link(collection, id)) for id in drafts), of=of)


def _place(desk: Desk, collection: str, id: str, trail: Trail) -> pieces.Link:
    """Return a link to the very place where a part of a thing is shown."""
    if collection == HEAD:
        link = pieces.Link(desk.page("history/"), desk.ui("history_title"))
        if trail[:1] == ("dates",) and isinstance(trail[-1], int):
            link = replace(link, text=desk.tag("date_event", desk.rulebook.head.dates[trail[-1]].event).label)
        return link
    if collection == "procedures" and trail[:1] == ("steps",) and isinstance(trail[1], int):
        return procedure_link(desk, id, desk.rulebook.procedures[id].steps[trail[1]].id)
    if collection in ("meetings", "documents") and trail:
        link = desk.point_link(collection, id, str(trail[0]))
        return replace(link, href=f"{link.href}#point-{trail[0]}")
    return desk.link(collection, id)


def _part(desk: Desk, trail: Trail) -> str:
    """Return which part of a thing is meant, where the link does not say it."""
    parts = {
        "bearer_source": "who", "bearer": "who", "counterparts": "with_whom", "carries_out": "carries_out",
        "fallback": "fallback", "part_of": "part_of", "members": "members", "acts_as": "acts_as",
        "answers_for": "answers_for", "next": "exit_of_step", "performers": "who",
    }  # fmt: skip
    named = [parts[key] for key in trail if isinstance(key, str) and key in parts]
    return desk.ui(named[-1]) if named else ""


def _source(desk: Desk) -> Source | None:
    version = source.shown(desk.rulebook)
    if version is None:
        return None
    name = f"{version.date}.txt"
    return Source(
        pieces.Link(desk.href("source", version.date, "zh"), name),
        version.sha256,
        (
            ("Linux", f"sha256sum {name}"),
            ("macOS", f"shasum -a 256 {name}"),
            (desk.ui("windows_prompt"), f"certutil -hashfile {name} SHA256"),
            ("Windows PowerShell", f"Get-FileHash {name} -Algorithm SHA256"),
        ),
    )
