"""Where a provision uses a term of the glossary, in either language.

One word may carry two senses (实行 of a system, 实行 of rules), so a term counts as used where both the
Chinese words and their translation bear one of its names, or where the entry cites the provision itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.model import Bilingual, Rulebook, Term

_BRACKETS = re.compile(r"\s*[（(].*?[）)]\s*|[《》]")


@dataclass(frozen=True)
class Run:
    """A stretch of a text; `term` is the id of the term it uses, empty for other words."""

    text: str
    term: str = ""


@dataclass(frozen=True)
class _Names:
    """The names of all terms in one language; `pattern` finds the longest first."""

    by_name: Mapping[str, frozenset[str]]
    pattern: re.Pattern[str] | None

    def uses(self, text: str) -> list[tuple[int, int, frozenset[str]]]:
        """Return where names stand: start, end, and the terms they may name (none: a longer word)."""
        if self.pattern is None:
            return []
        return [
            (match.start("name"), match.end("name"), self.by_name[_key(match["name"])])
            for match in self.pattern.finditer(text)
        ]


class TermUses:
    """Finds the terms of one rulebook in its texts."""

    def __init__(self, rulebook: Rulebook) -> None:
        """Gather the names; those of roles keep 主任 from being found inside 副主任."""
        self._terms = rulebook.terms
        longer = [
            *(role.name for role in rulebook.roles.values()),
            *(meeting.name for meeting in rulebook.meetings.values()),
            *(document.name for document in rulebook.documents.values()),
        ]
        self._names = {
            language: _names(rulebook.terms.values(), [name.of(language) for name in longer], language)
            for language in ("zh", "en")
        }

    def runs(self, provision: str, text: Bilingual, language: str) -> tuple[Run, ...]:
        """Cut a provision's text in one language into runs, each term marked where it first stands.

        The runs joined are the text, character for character.
        """
        found = {code: self._names[code].uses(text.of(code)) for code in ("zh", "en")}
        named = {code: frozenset[str]().union(*(use[2] for use in found[code])) for code in found}
        cited = {id for id, term in self._terms.items() if any(each.at == provision for each in term.words)}
        used = (named["zh"] & named["en"]) | cited
        words = text.of(language)
        out: list[Run] = []
        at = 0
        for start, end, terms in found[language]:
            which = next(iter(sorted(terms & used)), "")
            if not which:
                continue
            used -= {which}
            out += [Run(words[at:start]), Run(words[start:end], which)]
            at = end
        return tuple(run for run in (*out, Run(words[at:])) if run.text)


def where_used(rulebook: Rulebook) -> dict[str, tuple[str, ...]]:
    """Return, for each term, the provisions that use it or that its entry cites, in the order of the text."""
    uses = TermUses(rulebook)
    out: dict[str, list[str]] = {term: [] for term in rulebook.terms}
    for provision in rulebook.provisions.values():
        if provision.text is None:
            continue
        marked = {
            run.term for language in ("zh", "en") for run in uses.runs(provision.id, provision.text, language)
        }
        for id, term in rulebook.terms.items():
            if id in marked or any(each.at == provision.id for each in term.words):
                out[id].append(provision.id)
    return {term: tuple(found) for term, found in out.items()}


def _names(terms: Iterable[Term], longer: Iterable[str], language: str) -> _Names:
    by_name: dict[str, set[str]] = {form: set() for name in longer if (form := _form(name))}
    for term in terms:
        for name in (term.name.of(language), *getattr(term.synonyms, language)):
            if form := _form(name):
                by_name.setdefault(form, set()).add(term.id)
    if not by_name:
        return _Names({}, None)
    every = "|".join(_spelled(name) for name in sorted(by_name, key=lambda name: (-len(name), name)))
    # An article before a name must not let a shorter name with "the" in it win over a longer one.
    whole = rf"\b(?:[Tt]he )??(?P<name>{every})s?\b" if language == "en" else f"(?P<name>{every})"
    return _Names({name: frozenset(ids) for name, ids in by_name.items()}, re.compile(whole))


def _form(name: str) -> str:
    """Leave out what stands in brackets and a title's marks: half (quorum) is found as half."""
    return _key(_BRACKETS.sub("", name).strip())


def _key(name: str) -> str:
    """Bring a name that may begin a sentence to one form; the Department and the department stay two."""
    return name[:1].lower() + name[1:]


def _spelled(form: str) -> str:
    return f"[{re.escape(form[0].upper() + form[0])}]{re.escape(form[1:])}"
