"""Entries that load as they are: what the words give is filled in, the rest waits as `TODO`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from macros.derive.governing import QUALIFIERS, found_in
from macros.derive.names import Named, Names
from macros.model import ProvisionId, Rulebook
from macros.model.base import TODO, TODO_ID
from macros.model.provision import head_of

_PLAIN = re.compile(r"[^\W\d_][^:#\[\]{}\"'&*!|>%@`]*$")


_JOINTS = {
    "或": "one-of",
    "或者": "one-of",
    "、": "all",
    "和": "all",
    "与": "all",
    "及": "all",
    "以及": "all",
}
"""What stands between names, and the relation it gives them."""


@dataclass(frozen=True)
class Skeleton:
    """An entry's text, and the keys a person has to fill in."""

    text: str
    to_fill: tuple[str, ...]


def scalar(text: str) -> str:
    """Write a text so that YAML reads it as it is."""
    if _PLAIN.match(text) and not text.endswith(" "):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def both(key: str, zh: str, en: str, indent: int = 2) -> str:
    """Write a text in two languages under a key."""
    space = " " * indent
    return f"{space}{key}:\n{space}  zh: {scalar(zh)}\n{space}  en: {scalar(en)}\n"


def _words(at: str, quote: str, indent: int = 2) -> str:
    space = " " * indent
    return f"{space}words:\n{space}  {at}: {scalar(quote)}\n"


def duty(rulebook: Rulebook, id: str, at: str, quote: str, question: str = "") -> Skeleton:
    """Write a duty with the modality, qualifiers and bearer that its words show; the rest waits."""
    provision = ProvisionId.parse(at)
    governing = sorted(found_in(quote))
    listed = provision is not None and provision.kind == "point"
    modality = governing[0] if governing else "task" if listed else "declared"
    qualifiers = [name for name, (_, pattern) in QUALIFIERS.items() if pattern.search(quote)]
    bearers, relation = _bearers(Names(rulebook).found(quote), quote)
    out = f"- id: {id}\n"
    to_fill = ["category", "action"]
    if bearers:
        related = f", relation: {relation}" if relation else ""
        out += f"  bearer: {{roles: [{', '.join(bearers)}]{related}}}\n  bearer_source: stated\n"
        to_fill.append("bearer: capacity")
    else:
        out += "  bearer_source: unsettled\n"
        to_fill += ["bearer, bearer_source", *([] if question else ["question"])]
    out += f"  modality: {modality}\n  category: {TODO_ID}\n"
    if qualifiers:
        out += f"  qualifiers: [{', '.join(qualifiers)}]\n"
    out += both("action", quote.strip("，。；："), TODO)
    if question or not bearers:
        out += f"  question: {question or TODO_ID}\n"
    out += _words(at, quote) + "  review: draft\n"
    return Skeleton(out, tuple(to_fill))


def _bearers(names: list[Named], quote: str) -> tuple[list[str], str]:
    """Return the roles named at the beginning of the words, and how they are joined, if the words say."""
    roles: list[str] = []
    joints: set[str] = set()
    end = 0
    for one in names:
        between = quote[end : one.start]
        if len(one.roles) != 1 or (between not in _JOINTS if roles else len(between) > 1):
            break
        joints |= {_JOINTS[between]} if roles else set()
        roles += one.roles
        end = one.end
    return roles, next(iter(joints)) if len(joints) == 1 else ""


def role(id: str, zh: str, en: str, at: str, quote: str) -> Skeleton:
    """Write a role."""
    out = f"- id: {id}\n" + both("name", zh, en)
    out += "  kind: post\n  holders: unstated\n  pool: inside\n" + _words(at, quote) + "  review: draft\n"
    return Skeleton(out, ("kind", "holders", "pool", "part_of"))


def term(id: str, zh: str, en: str, at: str, quote: str) -> Skeleton:
    """Write a term."""
    out = f"- id: {id}\n" + both("name", zh, en) + _words(at, quote) + "  review: draft\n"
    return Skeleton(out, ("definition", "synonyms", "asked_as"))


def document(id: str, zh: str, en: str, at: str, quote: str) -> Skeleton:
    """Write a document."""
    out = f"- id: {id}\n  kind: record\n" + both("name", zh, en) + _words(at, quote) + "  review: draft\n"
    return Skeleton(out, ("kind", "prepared_by", "signed_by", "addressed_to"))


def question(id: str, zh: str, en: str, at: str, quote: str) -> Skeleton:
    """Write an open question about the provision that raises it."""
    out = f"- id: {id}\n  kind: silence\n" + both("asks", zh, en) + _words(at, quote)
    out += "  readings:\n"
    for reading in ("甲", "乙"):
        out += f"    - zh: {TODO} {reading}\n      en: {TODO} {reading}\n".replace(
            f"en: {TODO} {reading}", f"en: {TODO} {'A' if reading == '甲' else 'B'}"
        )
    out += both("stakes", TODO, TODO) + f"  touches:\n    provisions: [{at}]\n  review: draft\n"
    return Skeleton(out, ("kind", "readings", "stakes", "touches"))


def meeting(id: str, zh: str, en: str, at: str, quote: str, question_id: str) -> Skeleton:
    """Write a meeting whose every point is still the open question `question_id`."""
    out = f"id: {id}\n" + both("name", zh, en, 0) + _words(at, quote, 0)
    points = (
        "rhythm", "convener", "members", "invitees", "chair", "quorum", "leave", "agenda", "speaking",
        "decision", "vote", "record", "minutes", "follow_up", "deferral", "ad_hoc",
    )  # fmt: skip
    for point in points:
        out += "agenda: []\n" if point == "agenda" else f"{point}:\n  question: {question_id}\n"
    return Skeleton(out + "review: draft\n", points)


def procedure(rulebook: Rulebook, id: str, zh: str, en: str, at: str, quote: str) -> Skeleton:
    """Write a procedure with a step for each duty of the provision's article, in the order of the text."""
    article = head_of(at)
    duties = [
        one for one in rulebook.duties.values() if one.words and one.words[0].at.startswith(f"{article}__")
    ]
    steps = [one.id for one in duties] or []
    out = f"id: {id}\n" + both("name", zh, en, 0)
    out += "entry:\n" + both("text", quote.strip("，。；："), TODO) + _words(at, quote)
    out += "steps:\n  - id: start\n    kind: start\n" + both("label", zh, en, 4)
    for following in (*steps, "end"):
        out += f"    next:\n      - to: {following}\n        inferred: true\n"
        out += both("note", TODO, TODO, 8)
        if following != "end":
            out += f"  - id: {following}\n    kind: task\n    duty: {following}\n"
    out += "  - id: end\n    kind: end\n" + both("label", TODO, TODO, 4)
    return Skeleton(
        out + "review: draft\n", ("entry", "steps: the words of each edge", "the decisions", "the ends")
    )


def article(rulebook: Rulebook, number: int) -> dict[str, Skeleton]:
    """Write what an article of the text still lacks: heading, translations, a duty for each sentence."""
    mine = [one for one in rulebook.provisions.values() if _is_of(one.id, number)]
    out: dict[str, Skeleton] = {}
    head = rulebook.provisions.get(f"art_{number}")
    if head is not None and head.heading is None:
        out["headings"] = Skeleton(f"art_{number}:\n  zh: {TODO}\n  en: {TODO}\n", ("zh", "en"))
    lacking = [one for one in mine if one.text is not None and one.translated_from is None]
    if lacking:
        text = "".join(
            f"{one.id}:\n  zh: {scalar(one.zh)}\n  en: {TODO}\n  review: draft\n" for one in lacking
        )
        out["translations"] = Skeleton(text, ("en",))
    if not any(one.words and _is_of(one.words[0].at, number) for one in rulebook.duties.values()):
        entries = []
        for one in mine:
            sentences = [
                part for part in re.split("[。；]", one.zh) if part and not part.endswith(("：", ":"))
            ]
            for at, sentence in enumerate(sentences, 1):
                name = one.id.replace("__", "-").replace("_", "-")
                entries.append(duty(rulebook, f"{name}-duty-{at}", one.id, sentence).text)
        if entries:
            out["duties"] = Skeleton("\n".join(entries), ("id", "category", "bearer", "action"))
    return out


def _is_of(provision: str, number: int) -> bool:
    parsed = ProvisionId.parse(provision)
    return parsed is not None and parsed.article == number
