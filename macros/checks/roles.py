"""What is said of a role or document agrees with its name and with those it is tied to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks._tools import names_of, quoted
from macros.model import Code, Finding, Place, Role, Rulebook
from macros.model.vocabulary import RoleLink

HOLDERS = Code(
    "holders-against-name", "warning", "一个还是几个，与名称不合", "One or several: the name says otherwise"
)
KIND = Code("kind-against-name", "warning", "种类与名称不合", "A kind is not the one the name tells of")
POOL = Code("pool-against-ties", "warning", "内外与所属不合", "Inside or outside: its ties say otherwise")
MIRROR = Code(
    "membership-one-sided", "warning", "成员与 acts_as 对不上", "A membership stands on one side only"
)
WHOLE = Code("part-of-no-whole", "error", "所属的不是机构", "A role is part of one that is no unit")

CODES = (HOLDERS, KIND, POOL, MIRROR, WHOLE)

_OTHERS = re.compile("^(?:其他|外部|会外)(?!人|有关人)")
_WHOLES = ("unit", "organisation", "body")

_BRACKETS = re.compile(r"[（(《》][^（）()]*[）)]?$|[《》]")
_KINDS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile("^分管.*领导$"), ("post",)),
    (re.compile("(?:人员|干部|群众|领导|职工|员工)$"), ("group",)),
    (re.compile("(?:委员|成员|会员|代表|秘书|公民)$"), ("post", "group")),
    (re.compile("(?:主任|负责人|专人|书记|主席|[局处部会馆校院所厂社股]长)$"), ("post",)),
    (re.compile("^(?:有关|其他|相关)部门$|各部门$"), ("group",)),
    (re.compile("^(?:中国|国家).*委员会$|(?:国务院|中央|政府|机关|公司)$"), ("organisation",)),
    (re.compile("(?:委员|协|学|商|工|基金)会$"), ("organisation", "body")),
    (re.compile("(?:会|会议|大会)$"), ("body",)),
    (re.compile("(?:[局厅科部处]|处室|办公室|派出机构|分支机构)$"), ("unit",)),
    (re.compile("(?:院|机构|单位|部门|室)$"), ("unit", "body", "organisation", "group")),
)
"""What a name makes of its bearer, the first that fits; names of other sorts may be anything."""
_MEMBERS = re.compile("组成|由哪些|包括(?:谁|哪些)")
_UNIQUE = re.compile(
    "^(?:国务院|党中央|中央|中国|全国)|会机关$|(?:委员会|党委会|常委会|保会|办公厅|办公会|代表大会)$"
)
"""Names of what there is one of."""
_WHICH = re.compile("^(?:有关|其他|相关|分管|授权|承办|职能)|有关(?:部门|人员|干部)$")
"""Names that do not say which, and so not how many."""
_SINGULAR_S = re.compile(r"(?:headquarters|business|process|status|congress|ss|us|is)$")
_DOCUMENTS = (
    ("记录", "record"), ("纪要", "minutes"), ("材料", "submission"), ("意见", "opinion"),
    ("办法|规则|规定|条例", "rules"), ("计划|总结", "plan"), ("刊物|专报|简报|通报|反映", "publication"),
)  # fmt: skip


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every role, then at every document."""
    for role in rulebook.roles.values():
        yield from _holders(role)
        yield from _kind(rulebook, role)
        yield from _pool(rulebook, role)
        yield from _mirror(rulebook, role)
        yield from _answers(rulebook, role)
    for document in rulebook.documents.values():
        name = document.name.zh.strip("《》")
        fitting = next((kind for ending, kind in _DOCUMENTS if re.search(f"(?:{ending})$", name)), None)
        if fitting and document.kind != fitting:
            said = (
                f"“{document.name.zh}”的种类写成 {document.kind}",
                f'"{document.name.en}" is called {document.kind}',
            )
            if document.kind is None:
                said = (f"“{document.name.zh}”没有写种类", f'"{document.name.en}" has no kind')
            yield KIND.at(document.place("kind") or document.place(), *said, _write("kind", fitting))


def _holders(role: Role) -> Iterator[Finding]:
    name = _BRACKETS.sub("", role.name.zh)
    word = role.name.en.partition(" (")[0].partition(" of ")[0].lower()
    plural = word.endswith("s") and not _SINGULAR_S.search(word)
    every = name.startswith(("全体", "所有")) or "各" in name
    if role.holders != "one" and _UNIQUE.search(name):
        said = (
            f"“{name}”只有一个，却写 holders: {role.holders}",
            f'there is one "{role.name.en}", but holders is {role.holders}',
        )
        yield HOLDERS.at(role.place("holders"), *said, _write("holders", "one"))
    elif role.holders != "several" and every:
        said = (
            f"“{name}”不止一个，却写 holders: {role.holders}",
            f'"{role.name.en}" are several, but holders is {role.holders}',
        )
        yield HOLDERS.at(role.place("holders"), *said, _write("holders", "several"))
    elif role.holders != "unstated" and _WHICH.search(name):
        said = (
            f"“{name}”没有说是哪个、有几个，却写 holders: {role.holders}",
            f'"{role.name.en}" does not say which or how many, but holders is {role.holders}',
        )
        yield HOLDERS.at(role.place("holders"), *said, _write("holders", "unstated"))
    elif plural and (role.holders == "one" or (role.holders == "unstated" and role.question is None)):
        said = (
            f"英文名称是复数，却写 holders: {role.holders}",
            f'"{role.name.en}" is a plural, but holders is {role.holders}',
        )
        yield HOLDERS.at(role.place("holders"), *said, _write("holders", "several"))


def _kind(rulebook: Rulebook, role: Role) -> Iterator[Finding]:
    name = _BRACKETS.sub("", role.name.zh)
    question = rulebook.open_questions.get(role.question or "")
    if question and role.kind != "group" and _MEMBERS.search(question.asks.zh):
        said = (
            f"“{question.id}”问它由谁组成，种类却是 {role.kind}",
            f'"{question.id}" asks who belongs to it, but it is a {role.kind}',
        )
        yield KIND.at(role.place("kind"), *said, _write("kind", "group"))
        return
    fitting = next((kinds for pattern, kinds in _KINDS if pattern.search(name)), None)
    if fitting and role.kind not in fitting:
        said = (
            f"“{name}”像是 {'、'.join(fitting)}，种类却是 {role.kind}",
            f'"{role.name.en}" looks like a {" or ".join(fitting)}, not a {role.kind}',
        )
        yield KIND.at(role.place("kind"), *said, _write("kind", " / ".join(fitting)))


def _pool(rulebook: Rulebook, role: Role) -> Iterator[Finding]:
    tie = role.part_of
    whole = rulebook.roles.get(tie.role) if tie else None
    if tie and whole and whole.kind not in _WHOLES:
        said = (
            f"“{whole.name.zh}”是 {whole.kind}，没有下属",
            f'nothing is part of "{whole.name.en}", a {whole.kind}',
        )
        hint = ("写它所属的单位、机构或会议", "name the unit, organisation or body that it belongs to")
        yield WHOLE.at(tie.place("role"), *said, hint)
    if tie and whole:
        yield from _other_whole(rulebook, role, whole, tie)
    parts = [one for one in rulebook.roles.values() if one.part_of and one.part_of.role == role.id]
    inside = [one for one in rulebook.roles.values() if one.pool == "inside"]
    heads = {one.part_of.role for one in inside if one.part_of} & {one.id for one in inside}
    if role.kind == "organisation" and role.pool == "inside" and heads and not parts:
        said = ("它是一个组织，不在部门之内", "an organisation is not inside the department")
        yield POOL.at(role.place("pool"), *said, _write("pool", "outside"))
    if role.pool == "outside" and not tie and (post := _named_after(rulebook, role)):
        said = (
            f"名称出自“{post.name.zh}”，它在部门之内",
            f'it is called after "{post.name.en}", who is inside the department',
        )
        yield POOL.at(role.place("pool"), *said, _write("pool", "inside"))
    if role.pool == "inside" and not tie and _OTHERS.search(role.name.zh):
        said = ("名称说的是别的部门", "its name speaks of other departments")
        yield POOL.at(role.place("pool"), *said, _write("pool", "outside"))
    # The Department itself is the only one that is inside, but part of something outside.
    own = role.pool == "inside" and parts
    if tie and whole is not None and role.pool != whole.pool and not own:
        yield from _differs(role, whole, tie)
        return
    for link in (*role.acts_as, *role.members):
        other = rulebook.roles.get(link.role)
        if other is not None and other.pool != role.pool:
            yield from _differs(role, other, link)
            return


def _named_after(rulebook: Rulebook, role: Role) -> Role | None:
    """Return the post inside whose name a role's name begins with: 主任室 is called after 主任."""
    posts = (one for one in rulebook.roles.values() if one.kind == "post" and one.pool == "inside")
    named = (one for one in posts if one.id != role.id and role.name.zh.startswith(one.name.zh))
    return next(named, None)


def _other_whole(rulebook: Rulebook, role: Role, whole: Role, tie: RoleLink) -> Iterator[Finding]:
    """Report a whole that neither name nor words nor note speak of, where they speak of another one."""
    told = role.name.zh + quoted(tie.words) + (tie.note.zh if tie.note else "")
    forms = names_of(rulebook).roles
    others = [
        one
        for one in rulebook.roles.values()
        if one.kind in _WHOLES
        and one.id not in (role.id, whole.id)
        and any(form in told for form in forms[one.id])
    ]
    if others and not any(form in told for form in forms[whole.id]):
        said = (
            f"引文和说明里是“{others[0].name.zh}”，不是“{whole.name.zh}”",
            f'words and note speak of "{others[0].name.en}", not of "{whole.name.en}"',
        )
        yield WHOLE.at(tie.place("role"), *said, ("写它所属的那一个", "name the one that it is part of"))


def _differs(role: Role, other: Role, link: RoleLink) -> Iterator[Finding]:
    """Report both roles, and the tie: any of the three may be wrong."""
    yield from _pool_of(role, other)
    yield from _pool_of(other, role)
    said = (
        f"“{other.name.zh}”是 {other.pool}，这里是 {role.pool}",
        f'"{other.name.en}" is {other.pool}, this role is {role.pool}',
    )
    hint = ("核对所属，或两者的 pool", "look at this tie, or at the pool of the two")
    yield POOL.at(link.place("role"), *said, hint)


def _pool_of(role: Role, other: Role) -> Iterator[Finding]:
    said = (
        f"它是 {role.pool}，“{other.name.zh}”却是 {other.pool}",
        f'it is {role.pool}, but "{other.name.en}" is {other.pool}',
    )
    hint = ("在部门之内写 inside，之外写 outside", "inside the department, or outside: which is it?")
    yield POOL.at(role.place("pool"), *said, hint)


def _answers(rulebook: Rulebook, role: Role) -> Iterator[Finding]:
    """Whom a role answers for stands in its own name (各处负责人) or in the words of the link."""
    for index, link in enumerate(role.answers_for):
        other = rulebook.roles.get(link.role)
        told = role.name.zh + "".join(citation.quote for citation in link.words)
        if other is not None and not link.inferred and _BRACKETS.sub("", other.name.zh) not in told:
            said = (
                f"名称和引文都没有提到“{other.name.zh}”",
                f'neither its name nor the words name "{other.name.en}"',
            )
            hint = ("写名称所说的，或推断的写 inferred 和 note", "name whom they name; if inferred, say so")
            yield MIRROR.at(role.place("answers_for", index), *said, hint)


def _mirror(rulebook: Rulebook, role: Role) -> Iterator[Finding]:
    """Who is a member of a group acts as one of it, and who acts so is a member, where members are given."""
    for index, link in enumerate(role.members):
        member = rulebook.roles.get(link.role)
        if member is not None and role.id not in {one.role for one in member.acts_as}:
            said = (
                f"“{member.name.zh}”是它的成员，acts_as 里却没有“{role.id}”",
                f'"{member.name.en}" is a member, but does not act as "{role.id}"',
            )
            hint = ("两边都写，或都不写", "write it on both sides, or on neither")
            yield MIRROR.at(role.place("members", index), *said, hint)
            yield MIRROR.at(_of_the_same(member, link), *said, hint)
    for index, link in enumerate(role.acts_as):
        group = rulebook.roles.get(link.role)
        listed = {one.role for one in group.members} if group else set()
        if group is not None and listed and role.id not in listed and not link.inferred:
            said = (
                f"它作为“{group.name.zh}”行事，却不是其成员",
                f'it acts as "{group.name.en}", but is no member of it',
            )
            hint = ("两边都写，或都不写", "write it on both sides, or on neither")
            yield MIRROR.at(role.place("acts_as", index), *said, hint)
            yield MIRROR.at(group.place("members", len(group.members) - 1), *said, hint)


def _of_the_same(member: Role, link: RoleLink) -> Place | None:
    """Return where a member says by the same words that it acts as something else."""
    words = {(one.at, one.quote) for one in link.words}
    for index, own in enumerate(member.acts_as):
        if words & {(one.at, one.quote) for one in own.words}:
            return member.place("acts_as", index, "role")
    return member.place("acts_as")


def _write(key: str, value: str) -> tuple[str, str]:
    return (f"写 {key}: {value}", f"write {key}: {value}")
