"""Lets warnings stand that `exceptions.yml` lists with a reason; reports entries that serve nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from macros.checks._tools import elements, near
from macros.model import Code, Finding, Rulebook
from macros.model.exceptions import Allowance

UNUSED = Code("unused-exception", "error", "例外没有用处", "An exception lets nothing stand")
UNKNOWN = Code("unknown-exception", "error", "例外所写的代码不能例外", "An exception names no warning")

CODES = (UNUSED, UNKNOWN)


def apply(rulebooks: Iterable[Rulebook], findings: Iterable[Finding], codes: Iterable[Code]) -> list[Finding]:
    """Return the findings less those let stand, with those about the exceptions themselves."""
    known = {code.name: code for code in codes}
    findings = list(findings)
    kept = findings
    for rulebook in rulebooks:
        if not rulebook.exceptions:
            continue
        subjects = _Subjects(rulebook)
        told = [(finding, subjects.of(finding)) for finding in kept]
        # What is broken elsewhere may hide what an exception serves; that is mended first.
        own = rulebook.exceptions[0].place("code")
        folder = own.path.rpartition("/")[0] if own else ""
        broken = any(
            finding.severity == "error" and finding.place.path.startswith(f"{folder}/")
            for finding in findings
        )
        excusable = {name for name, code in known.items() if code.severity == "warning"}
        wanted: dict[tuple[str, str], list[Allowance]] = defaultdict(list)
        for one in rulebook.exceptions:
            wanted[one.code, one.of].append(one)
        served: set[int] = set()
        kept = []
        for finding, subject in told:
            serving = [one for one in wanted[finding.code, subject] if _says(finding, one)]
            served.update(map(id, serving))
            if finding.code not in excusable or not serving:
                kept.append(finding)
        for one in rulebook.exceptions:
            if one.code not in excusable:
                said = (
                    f"“{one.code}”不是可以例外的警告",
                    f'"{one.code}" is no warning that may be let stand',
                )
                always = ("错误一律要改，不能例外", "an error is always mended")
                hint = always if one.code in known else near(one.code, excusable)
                kept.append(UNKNOWN.at(one.place("code"), *said, hint))
            elif id(one) not in served and not broken:
                said = (
                    f"{one.of} 没有 {one.code}，这一项没有用处",
                    f"{one.of} has no {one.code}; this entry lets nothing stand",
                )
                hint = ("删去，或改正 of", 'delete it, or correct what stands under "of"')
                kept.append(UNUSED.at(one.place("of"), *said, hint))
    return kept


def _says(finding: Finding, allowance: Allowance) -> bool:
    message = finding.message
    return allowance.says is None or allowance.says in message.zh or allowance.says in message.en


class _Subjects:
    """Finds the element whose lines hold a finding."""

    def __init__(self, rulebook: Rulebook) -> None:
        starts: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for collection, element in elements(rulebook):
            place = element.place()
            name = "rulebook/head" if collection == "head" else f"{collection}/{getattr(element, 'id', '')}"
            if place is not None:
                starts[place.path].append((place.line, name))
        for provision in rulebook.provisions.values():
            for key in ("id", "translated_from", "heading"):
                place = provision.places.get(key)
                if place is not None and (key != "id" or provision.text is not None):
                    starts[place.path].append((place.line, f"provisions/{provision.id}"))
        self._starts = {path: sorted(found) for path, found in starts.items()}

    def of(self, finding: Finding) -> str:
        """Return what a finding is about, or nothing."""
        found = self._starts.get(finding.place.path, [])
        at = bisect_right(found, (finding.place.line, "\uffff")) - 1
        return found[at][1] if at >= 0 else ""
