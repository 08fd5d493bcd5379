"""Roles, terms and open questions: each bears on something, none goes round in a circle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks._tools import misnamed, named_questions, quoted, references, words_around
from macros.checks.phrases import share
from macros.model import Code, Finding, OpenQuestion, Place, Role, Rulebook, Term

NO_BEARING = Code(
    "question-without-bearing",
    "error",
    "未决事项不影响任何说法",
    "An open question touches nothing and nothing names it",
)
GROUP = Code(
    "group-without-members", "error", "群体既无成员也无未决事项", "A group has neither members nor a question"
)
CIRCLE = Code("roles-in-a-circle", "error", "角色互相隶属成环", "Roles are linked in a circle")
UNUSED_ROLE = Code("unused-role", "warning", "没有说法用到这个角色", "Nothing uses a role")
UNUSED_TERM = Code("unused-term", "warning", "条文里没有这个术语", "No provision uses a term")

DEFINITION = Code(
    "definition-not-in-words", "warning", "定义不是原文的", "A definition is not what the text says"
)
NO_TERM = Code("short-name-without-term", "warning", "原文的简称没有术语", "A short name is no term")

ITSELF = Code("defined-by-itself", "error", "术语用自己下定义", "A term is defined by itself")

CODES = (NO_BEARING, GROUP, CIRCLE, UNUSED_ROLE, UNUSED_TERM, DEFINITION, NO_TERM, ITSELF)

_HARDLY = 0.5
"""How much of a definition stands in its article at least; ours lie above 0.85."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at questions, then roles, then terms."""
    named = named_questions(rulebook)
    lost = any(
        ids for collection, ids in rulebook.dropped.items() if collection not in ("headings", "translations")
    )
    if not lost:  # what an unreadable entry uses cannot be known
        yield from _bearing(rulebook, named)
        yield from _unused(rulebook)
    for role in rulebook.roles.values():
        if role.kind == "group" and not role.members and role.question is None:
            said = (f"群体“{role.id}”没有成员", f'the group "{role.id}" has no members')
            hint = (
                "写 members；文中未写的写 question",
                "write members; where the text names none, a question",
            )
            yield GROUP.at(role.place(), *said, hint)
    for relation in ("part_of", "members", "acts_as", "answers_for"):
        yield from _circles(rulebook, relation)


def _bearing(rulebook: Rulebook, named: set[str]) -> Iterator[Finding]:
    for question in rulebook.open_questions.values():
        if question.id not in named and not touches_anything(question):
            said = (f"“{question.id}”不影响任何说法", f'"{question.id}" touches nothing and nothing names it')
            hint = (
                "写 touches，或在有关说法里写 question",
                "write touches, or name it in the statement it is about",
            )
            yield NO_BEARING.at(question.place("id"), *said, hint)


def touches_anything(question: OpenQuestion) -> bool:
    """Tell whether an open question says that it touches something."""
    return any(getattr(question.touches, name) for name in type(question.touches).model_fields)


def _unused(rulebook: Rulebook) -> Iterator[Finding]:
    used = {
        mention.id
        for mention in references(rulebook)
        if mention.collection == "roles" and getattr(mention.top, "id", None) != mention.id
    }
    nearly = misnamed(rulebook)  # the reference checks speak of those
    for role in rulebook.roles.values():
        if role.id not in used and ("roles", role.id) not in nearly:
            said = (f"没有说法用到角色“{role.id}”", f'nothing uses the role "{role.id}"')
            yield UNUSED_ROLE.at(
                role.place("id"), *said, ("删去，或在职责里用它", "delete it, or use it in a duty")
            )
    text = "\n".join(provision.zh for provision in rulebook.provisions.values())
    yield from _abbreviations(rulebook)
    for term in rulebook.terms.values():
        yield from _by_itself(term)
        if term.definition and term.words:
            article = f"{words_around(rulebook, term.words)}\n{rulebook.head.title.zh}"
            if share(term.definition.zh, article) < _HARDLY:
                said = (
                    f"“{term.name.zh}”的定义不在条文里",
                    f'the article does not define "{term.name.zh}" so',
                )
                hint = (
                    "照原文写定义；原文没有的不写",
                    "define it as the text does; where it does not, leave it out",
                )
                yield DEFINITION.at(term.definition.place("zh"), *said, hint)
            elif left := _left_out(term.definition.zh, quoted(term.words)):
                said = (f"定义漏了“{left}”", f'the definition leaves "{left}" out')
                yield DEFINITION.at(
                    term.definition.place("zh"), *said, ("照原文写全", "say all that the text says")
                )
        if not any(name in text for name in (term.name.zh, *term.synonyms.zh)):
            said = (f"条文里没有“{term.name.zh}”", f'no provision uses "{term.name.zh}"')
            yield UNUSED_TERM.at(
                term.name.place("zh"),
                *said,
                ("删去，或写条文里的说法", "delete it, or name it as the text does"),
            )


def _left_out(definition: str, words: str) -> str:
    """Return what the words enumerate together with a definition that is one part of the list."""
    part = re.escape(definition)
    listed = re.search(
        f"([一-鿿]+)[、和及与]{part}(?=[（(]|$)|(?<![、和及与]){part}[、和及与]([一-鿿]+)(?=[（(]|$)", words
    )
    return next(filter(None, listed.groups()), "") if listed else ""


def _by_itself(term: Term) -> Iterator[Finding]:
    """A definition says something else than the name it defines, in either language."""
    if term.definition is None:
        return
    words = re.compile(rf"(?:the |a |an )?{re.escape(term.name.en)}s?\.?", re.IGNORECASE)
    zh, en = term.name.zh in term.definition.zh, bool(words.fullmatch(term.definition.en))
    for language, circular in (("zh", zh), ("en", en)):
        if circular:
            said = (f"“{term.name.zh}”用它自己下定义", f'"{term.name.en}" is defined by itself')
            hint = ("照原文写它指什么", "say what the text means by it")
            yield ITSELF.at(term.definition.place(language), *said, hint)


_SHORT = re.compile('(?:以下)?(?:统称|简称)(?:为|：)?[“"]?([一-鿿]{2,8}?)[”"）)，。；]')


def _abbreviations(rulebook: Rulebook) -> Iterator[Finding]:
    """What the text itself gives a short name is a term, reported at the term that comes next in the text."""
    known = {name for term in rulebook.terms.values() for name in (term.name.zh, *term.synonyms.zh)}
    rank = {at: number for number, at in enumerate(rulebook.provisions)}
    places = [
        (rank.get(term.words[0].at, -1) if term.words else -1, term) for term in rulebook.terms.values()
    ]
    for at, provision in rulebook.provisions.items():
        for short in _SHORT.findall(provision.zh):
            if short in known or not places:
                continue
            beside = next((term for number, term in places if number >= rank[at]), places[-1][1])
            said = (
                f"原文的简称“{short}”没有术语",
                f'the text shortens a name to "{short}", which is no term',
            )
            yield NO_TERM.at(beside.place("id"), *said, ("在 terms.yml 里写上", "add it to terms.yml"))


def _circles(rulebook: Rulebook, relation: str) -> Iterator[Finding]:
    told: set[str] = set()
    for role in rulebook.roles.values():
        path = _path_back(rulebook, relation, role)
        if path and role.id not in told:
            told.update(path)
            ring = " → ".join([*path, path[0]])
            said = (f"{relation} 成环：{ring}", f"{relation} runs in a circle: {ring}")
            yield CIRCLE.at(
                _link_place(role, relation, path), *said, ("去掉其中一环", "take out one of the links")
            )


def _link_place(role: Role, relation: str, path: list[str]) -> Place | None:
    """Return where the role names the next one of the circle."""
    following = path[1] if len(path) > 1 else role.id
    links = getattr(role, relation)
    if not isinstance(links, tuple):
        return role.place(relation)
    at = next((index for index, link in enumerate(links) if link.role == following), 0)
    return role.place(relation, at, "role")


def _path_back(rulebook: Rulebook, relation: str, start: Role) -> list[str]:
    """Return the roles on a way from a role back to itself, if there is one."""
    waiting = [[start.id]]
    seen: set[str] = set()
    while waiting:
        path = waiting.pop()
        for following in _linked(rulebook, relation, path[-1]):
            if following == start.id:
                return path
            if following not in seen:
                seen.add(following)
                waiting.append([*path, following])
    return []


def _linked(rulebook: Rulebook, relation: str, id: str) -> list[str]:
    role = rulebook.roles.get(id)
    links = getattr(role, relation) if role else None
    several = links if isinstance(links, tuple) else (links,) if links else ()
    return [link.role for link in several]
