"""Every id that names something names a thing that is there; files bear the names of what they hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from pathlib import PurePosixPath

from macros.checks._tools import KINDS, MANY, Misnamed, misnamed, near, provision_hint, references
from macros.checks.phrases import share
from macros.model import Code, Finding, Handbook, Place, ProvisionId, Rulebook
from macros.model.base import TODO_ID
from macros.model.provision import head_of

UNKNOWN_PROVISION = Code("unknown-provision", "error", "所指的条款不存在", "A provision named is not there")
UNKNOWN_ID = Code("unknown-id", "error", "所指的编号不存在", "An id names nothing that is there")
NOT_NAMED = Code(
    "id-not-the-one-named", "error", "编号与别处所写的不同", "An id is not quite the one that others name"
)
UNKNOWN_CATEGORY = Code(
    "unknown-category", "error", "没有这个类别", "A duty's category is not one of the head's"
)
FILE_NAME = Code("file-name", "error", "文件名与编号不同", "A file is not named by the id of what it holds")
WRONG_FILE = Code(
    "duty-in-wrong-file",
    "error",
    "职责放错了文件",
    "A duty stands in the file of an article it does not cite first",
)
UNKNOWN_TWIN = Code(
    "unknown-twin", "error", "same_as 所指的角色不存在", "`same_as` names no role of a rulebook"
)

CODES = (UNKNOWN_PROVISION, UNKNOWN_ID, NOT_NAMED, UNKNOWN_CATEGORY, FILE_NAME, WRONG_FILE, UNKNOWN_TWIN)


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look up every reference, and compare files' names with what they hold."""
    nearly = misnamed(rulebook)
    yield from _references(rulebook, nearly)
    yield from _definitions(rulebook, nearly)
    yield from _categories(rulebook)
    yield from _files(rulebook)


def check_all(handbook: Handbook) -> Iterator[Finding]:
    """Look up the roles that are said to be the same in another rulebook."""
    known = {f"{rulebook.id}/{role}" for rulebook in handbook.rulebooks.values() for role in rulebook.roles}
    for rulebook in handbook.rulebooks.values():
        for role in rulebook.roles.values():
            for index, twin in enumerate(role.same_as):
                if twin not in known:
                    said = (f"没有角色“{twin}”", f'there is no role "{twin}"')
                    hint = near(twin, known) or ("写作 规则编号/角色编号", "write rulebook-id/role-id")
                    yield UNKNOWN_TWIN.at(role.place("same_as", index), *said, hint)


def _references(rulebook: Rulebook, nearly: Misnamed) -> Iterator[Finding]:
    # Where several name it so, it is the definition that is reported, once.
    looked = 0
    agreed = {(key[0], id) for key, (id, times) in nearly.items() if times > 1}
    for mention in references(rulebook):
        collection, name = mention.collection, mention.id
        if rulebook.knows(collection, name) or (collection, name) in agreed or name == TODO_ID:
            continue
        zh, en = KINDS[collection]
        said = (f"没有{zh}“{name}”", f'there is no {en} "{name}"')
        if collection == "provisions":
            yield UNKNOWN_PROVISION.at(mention.place, *said, provision_hint(rulebook, name))
        else:
            looked += 1
            nearest = near(name, getattr(rulebook, collection)) if looked <= MANY else None
            hint = nearest or _elsewhere(rulebook, name)
            yield UNKNOWN_ID.at(mention.place, *said, hint)


def _definitions(rulebook: Rulebook, nearly: Misnamed) -> Iterator[Finding]:
    """Report the definition whose id was mistyped, where all who name it are reported already."""
    for (collection, twin), (id, times) in nearly.items():
        yield _misnamed(getattr(rulebook, collection)[twin].place("id"), twin, id, times)
    categories = Counter(duty.category for duty in rulebook.duties.values())
    unused = {category.id: category for category in rulebook.head.categories if not categories[category.id]}
    for id in set(categories) - {category.id for category in rulebook.head.categories}:
        for twin in get_close_matches(id, sorted(unused), n=1, cutoff=0.7):
            yield _misnamed(unused[twin].place("id"), twin, id, categories[id])


def _misnamed(place: Place | None, written: str, wanted: str, times: int) -> Finding:
    said = (
        f"没有哪里提到“{written}”，“{wanted}”却有 {times} 处提到",
        f'nothing names "{written}", but "{wanted}" is named {times} time{"" if times == 1 else "s"}',
    )
    hint = (
        f"两处中有一处写错了；这里是不是“{wanted}”？",
        f'one of the two is a slip: is this meant to be "{wanted}"?',
    )
    return NOT_NAMED.at(place, *said, hint)


def _elsewhere(rulebook: Rulebook, name: str) -> tuple[str, str] | None:
    for collection, (zh, en) in KINDS.items():
        if name in getattr(rulebook, collection):
            return (f"“{name}”是{zh}的编号", f'"{name}" is the id of a {en}')
    return None


def _categories(rulebook: Rulebook) -> Iterator[Finding]:
    known = [category.id for category in rulebook.head.categories]
    if not known and "*" in rulebook.dropped.get("head", ()):
        return
    for duty in rulebook.duties.values():
        if duty.category not in (*known, TODO_ID):
            said = (f"没有类别“{duty.category}”", f'there is no category "{duty.category}"')
            hint = near(duty.category, known) or (
                f"类别有：{'、'.join(known)}",
                f"the categories are: {', '.join(known)}",
            )
            yield UNKNOWN_CATEGORY.at(duty.place("category"), *said, hint)


def _files(rulebook: Rulebook) -> Iterator[Finding]:
    for thing in (*rulebook.meetings.values(), *rulebook.procedures.values()):
        place = thing.place("id")
        stem = PurePosixPath(place.path).stem if place else thing.id
        if stem != thing.id:
            said = (
                f"编号是“{thing.id}”，文件却叫“{stem}.yml”",
                f'the id is "{thing.id}", but the file is "{stem}.yml"',
            )
            hint = (
                f"把文件改名为 {thing.id}.yml，或改编号",
                f"call the file {thing.id}.yml, or change the id",
            )
            yield FILE_NAME.at(place, *said, hint)
    told: set[str] = set()
    for duty in rulebook.duties.values():
        place = duty.place("id")
        stem = PurePosixPath(place.path).stem if place else ""
        named = ProvisionId.parse(f"{stem}__line_1" if stem in ("notice", "colophon") else stem)
        if place and stem and stem not in told and (named is None or named.paragraph):
            told.add(stem)
            said = (f"“{stem}.yml”不是条的名字", f'"{stem}.yml" bears no article\'s name')
            hint = ("写作 art_9.yml、notice.yml", "call it art_9.yml or notice.yml")
            yield FILE_NAME.at(replace(place, line=1, column=1), *said, hint)
        if named is None:
            continue
        there = [citation.at for citation in duty.words[:1] if citation.at in rulebook.provisions]
        first = ProvisionId.parse(there[0]) if there else None
        if first is None or (named.part, named.article) == (first.part, first.article):
            continue
        right = f"art_{first.article}" if first.article else head_of(str(first))
        said = (
            f"“{duty.id}”首先引用 {first}，却在 {stem}.yml 里",
            f'"{duty.id}" cites {first} first, but stands in {stem}.yml',
        )
        hint = (
            f"移到 {right}.yml，或调整引文的先后",
            f"move it to {right}.yml, or change the order of its words",
        )
        # Where the act is not what the words say, it is the words that are wrong.
        strange = share(duty.action.zh, "".join(citation.quote for citation in duty.words)) < 0.3
        yield WRONG_FILE.at(duty.words[0].place("at") if strange else place, *said, hint)
