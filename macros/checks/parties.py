"""Who is named as a party stands in the words, and whom the words name is not left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.checks._tools import names_of, quoted, stands, words_around
from macros.derive.effective import citations, points
from macros.derive.names import Names
from macros.model import Code, Document, Duty, Finding, Meeting, Party, Place, Rulebook, Step
from macros.model.provision import head_of

NOT_NAMED = Code("party-not-in-words", "error", "引文没有提到所写的角色", "The words do not name a party")
LEFT_OUT = Code(
    "party-left-out", "warning", "引文提到的角色没有写出", "The words name a role that the duty leaves out"
)
THERE = Code(
    "bearer-not-elided", "error", "写明的承担者说成省略", "A bearer that is stated is said to be elided"
)

CODES = (NOT_NAMED, LEFT_OUT, THERE)

# Words that point back to somebody named before: 大家 are the attendees, 其 whoever stands before it.
_POINTS_BACK = re.compile("其(?!他|它|余|中)|大家|各方|双方|上述|有关情况")
_CLAUSES = re.compile("[，；。\n]")
_THE_MEETING = re.compile("(?:^|[，。；])会议", re.MULTILINE)


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Compare the parties of every duty with the names in its quotes and its article."""
    if names_lost(rulebook):
        return
    names = names_of(rulebook)
    yield from _performers(rulebook, names)
    yield from _facts(rulebook, names)
    for duty in duties_read(rulebook):
        yield from _named(rulebook, names, duty)
        yield from _left_out(rulebook, names, duty)
        yield from _stands_there(names, duty)
        yield from _origins(rulebook, names, duty)


def names_lost(rulebook: Rulebook) -> bool:
    """Tell whether names could not be read, so that they cannot be looked for."""
    return any(rulebook.dropped.get(collection) for collection in ("roles", "meetings", "terms"))


def duties_read(rulebook: Rulebook) -> Iterator[Duty]:
    """Yield the duties whose quotes and roles are all there; other checks speak of the rest."""
    for duty in rulebook.duties.values():
        there = duty.words and all(stands(rulebook, citation) for citation in duty.words)
        if there and all(rulebook.knows("roles", role) for party in duty.parties for role in party.roles):
            yield duty


def parties_of(duty: Duty) -> Iterator[tuple[str, int | None, Party]]:
    """Yield each party of a duty with its key, and its index among the counterparts."""
    if duty.bearer:
        yield "bearer", None, duty.bearer
    for index, party in enumerate(duty.counterparts):
        yield "counterparts", index, party


def _quoted(duty: Duty) -> str:
    return quoted(duty.words)


def _named(rulebook: Rulebook, names: Names, duty: Duty) -> Iterator[Finding]:
    quoted, article = _quoted(duty), words_around(rulebook, duty.words)
    everywhere, near = _ids(names, quoted), _ids(names, article)
    own = head_of(duty.words[0].at)
    in_own = _ids(names, "\n".join(one.quote for one in duty.words if head_of(one.at) == own))
    for name, index, party in parties_of(duty):
        if name == "bearer" and duty.bearer_source in ("unsettled", "none"):
            continue
        here = in_own if name == "bearer" and duty.bearer_source == "stated" else everywhere
        back = bool(_POINTS_BACK.search(quoted))
        if name == "bearer":
            back = duty.bearer_source in ("elided", "inferred")
        for collection in ("roles", "meetings"):
            known = getattr(rulebook, collection)
            for position, id in enumerate(getattr(party, collection)):
                generic = collection == "meetings" and _THE_MEETING.search(quoted) and id in near
                if id not in known or id in here or generic or (back and id in near):
                    continue
                trail = (name, collection, position) if index is None else (name, index, collection, position)
                yield _missing(duty, id, known[id].name.zh, duty.place(*trail), back)


def _performers(rulebook: Rulebook, names: Names) -> Iterator[Finding]:
    """Performers that a step names itself stand in its words, or in their article."""
    for procedure in rulebook.procedures.values():
        for index, step in enumerate(procedure.steps):
            cited = citations(step, rulebook)
            if step.performers is None:
                yield from _nobody(rulebook, names, step)
                continue
            yield from _other_meeting(rulebook, names, step)
            if not cited:
                continue
            quoted = _ids(names, "\n".join(citation.quote for citation in cited))
            near = quoted | _ids(names, words_around(rulebook, cited))
            for collection in ("roles", "meetings"):
                known = getattr(rulebook, collection)
                for position, id in enumerate(getattr(step.performers, collection)):
                    if id in known and id not in quoted and not (collection == "meetings" and id in near):
                        place = procedure.place("steps", index, "performers", collection, position)
                        said = (
                            f"步骤的引文没有提到“{known[id].name.zh}”（{id}）",
                            f'the words of the step do not name "{known[id].name.zh}" ({id})',
                        )
                        yield NOT_NAMED.at(place, *said, ("写原文所说的人", "name whom the words name"))


def _nobody(rulebook: Rulebook, names: Names, step: Step) -> Iterator[Finding]:
    """Report a task of no duty that names no performer, though its words name somebody."""
    if step.kind != "task" or step.duty or step.question:
        return
    found = sorted(_ids(names, quoted(step.words)))
    known = [one for one in found if one in rulebook.roles or one in rulebook.meetings]
    if known:
        said = (f"“{step.id}”没有写由谁做", f'"{step.id}" does not say who does it')
        hint = (
            f"引文提到 {'、'.join(known)}；写 performers",
            f"its words name {', '.join(known)}; write performers",
        )
        yield LEFT_OUT.at(step.place(), *said, hint)


def _other_meeting(rulebook: Rulebook, names: Names, step: Step) -> Iterator[Finding]:
    """Report a step of one meeting whose label names only another, as the procedure it calls may too."""
    own = set(step.performers.meetings) if step.performers else set()
    called = rulebook.procedures.get(step.procedure or "")
    texts = [step.label.zh if step.label else "", called.name.zh if called else ""]
    meant = [_ids(names, text) & set(rulebook.meetings) for text in texts]
    if own and meant[0] and not own & meant[0] and not own & meant[1]:
        said = (
            f"步骤的文字说的是 {'、'.join(sorted(meant[0]))}，不是所写的会议",
            f"the label names {', '.join(sorted(meant[0]))}, not the meeting that performs the step",
        )
        place = step.place("performers", "meetings", 0)
        yield NOT_NAMED.at(place, *said, ("核对是哪个会议", "which meeting is it?"))


def _facts(rulebook: Rulebook, names: Names) -> Iterator[Finding]:
    """Roles that a point of a meeting or document names itself stand in its words."""
    things: list[Meeting | Document] = [*rulebook.meetings.values(), *rulebook.documents.values()]
    for thing in things:
        for name, _, fact in points(thing):
            if not fact.words or not all(stands(rulebook, citation) for citation in fact.words):
                continue
            quoted = _ids(names, "\n".join(citation.quote for citation in fact.words))
            for index, id in enumerate(fact.roles):
                if id in rulebook.roles and id not in quoted:
                    said = (
                        f"{name} 的引文没有提到“{rulebook.roles[id].name.zh}”（{id}）",
                        f'the words of {name} do not name "{rulebook.roles[id].name.zh}" ({id})',
                    )
                    yield NOT_NAMED.at(
                        fact.place("roles", index), *said, ("写原文所说的人", "name whom the words name")
                    )


def _stands_there(names: Names, duty: Duty) -> Iterator[Finding]:
    """Report a subject called elided that stands in a quote of a single clause."""
    if duty.bearer_source != "elided" or duty.bearer is None:
        return
    ids = {*duty.bearer.roles, *duty.bearer.meetings}
    quoted = _quoted(duty)
    if not _CLAUSES.search(quoted) and ids <= _ids(names, quoted) and duty.modality != "task":
        said = ("主语就在引文里，不是承前省略", "the subject stands in the words; it is not elided")
        yield THERE.at(
            duty.place("bearer_source"), *said, ("写 bearer_source: stated", "write bearer_source: stated")
        )


def _origins(rulebook: Rulebook, names: Names, duty: Duty) -> Iterator[Finding]:
    here = _ids(names, _quoted(duty))
    for index, origin in enumerate(duty.origin):
        for collection in ("roles", "meetings"):
            known = getattr(rulebook, collection)
            for position, id in enumerate(getattr(origin, collection)):
                if id in known and id not in here:
                    place = duty.place("origin", index, collection, position)
                    yield _missing(duty, id, known[id].name.zh, place, False)


def _missing(duty: Duty, id: str, zh: str, place: Place | None, back: bool) -> Finding:
    where = ("这一条", "the article does") if back else ("引文", "the words do")
    said = (f"{where[0]}没有提到“{zh}”（{id}）", f'{where[1]} not name "{zh}" ({id})')
    hint = (
        "换成原文所写的角色，或在引文里加上提到它的字；原文没有写的，用 bearer_source 和 question 说明",
        "name the role the words name, or quote the words that name it; if none do, say so with bearer_source"
        " and a question",
    )
    return NOT_NAMED.at(place, *said, hint)


def _left_out(rulebook: Rulebook, names: Names, duty: Duty) -> Iterator[Finding]:
    if duty.bearer_source in ("inferred", "unsettled") or any(
        not (party.roles or party.meetings) for party in duty.parties
    ):
        return
    used = {id for party in duty.parties for id in (*party.roles, *party.meetings)}
    used |= {id for origin in duty.origin for id in (*origin.roles, *origin.meetings)}
    used |= _ids(names, "\n".join(phrase.zh for phrase in duty.phrases))
    for id in tuple(used):
        part_of = rulebook.roles[id].part_of if id in rulebook.roles else None
        used |= {part_of.role} if part_of else set()
    for citation in duty.words:
        for found in names.found(citation.quote):
            if (found.roles | found.meetings) & used:
                continue
            name = citation.quote[found.start : found.end]
            said = (f"引文提到“{name}”，职责里没有", f'the quote names "{name}", but the duty does not')
            hint = (
                "写进 bearer、counterparts 或 origin；与职责无关的，少引几个字",
                "name it as bearer, counterpart or origin; if it has no part in the duty, quote fewer words",
            )
            yield LEFT_OUT.at(duty.place("bearer") or citation.place("quote"), *said, hint)
            used |= found.roles | found.meetings


def _ids(names: Names, text: str) -> set[str]:
    return {id for found in names.found(text) for id in (*found.roles, *found.meetings)}
