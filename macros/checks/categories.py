"""A duty is of a category that something bears out: the duties around it, its links, or its own words."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks._english import stems
from macros.checks._tools import names_of, quoted
from macros.checks.phrases import pairs_of
from macros.model import Code, Duty, Finding, ProvisionId, Rulebook
from macros.model.provision import head_of

ALONE = Code(
    "category-of-another-matter", "warning", "类别像是别的事的", "A category is that of some other matter"
)

UNUSED = Code("unused-category", "warning", "没有职责属于这一类", "No duty is of a category")

CODES = (ALONE, UNUSED)

_MIXED = 2
"""Categories of the other duties of an article; with more, only those of the same provision count."""

_OWN = 0.2
"""The share of the duties with a word that are of the category whose name has it, at least."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look for what bears out the category of each duty; a rulebook without a list of them has none."""
    if len(rulebook.head.categories) > 1 and not rulebook.dropped.get("duties"):
        used = {duty.category for duty in rulebook.duties.values()}
        for category in rulebook.head.categories if used else ():
            if category.id not in used:
                said = (f"没有职责属于“{category.name.zh}”", f'no duty is of "{category.id}"')
                yield UNUSED.at(category.place("id"), *said, ("删去，或用在职责上", "delete it, or use it"))
        categories = _Categories(rulebook)
        for duty in rulebook.duties.values():
            if duty.words and duty.category and not categories.fits(duty):
                said = (
                    f"同条、相关的职责都不是“{duty.category}”，内容也没有说到它",
                    f'nothing beside this duty is of "{duty.category}", nor do its words speak of that',
                )
                hint = ("核对类别；确是这一类的，在 exceptions.yml 里说明", "which category is it?")
                yield ALONE.at(duty.place("category"), *said, hint)


class _Categories:
    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.names = {one.id: one.name for one in rulebook.head.categories}
        self.articles: dict[str, list[Duty]] = {}
        self.said: dict[str, set[str]] = {}
        self.linked: dict[str, set[str]] = {}
        for duty in rulebook.duties.values():
            if duty.words:
                self.articles.setdefault(head_of(duty.words[0].at), []).append(duty)
            for link in duty.carries_out:
                self.linked.setdefault(duty.id, set()).add(link.duty)
                self.linked.setdefault(link.duty, set()).add(duty.id)

    def fits(self, duty: Duty) -> bool:
        """Tell whether anything bears out the category of a duty."""
        head = head_of(duty.words[0].at)
        others = [one for one in self.articles[head] if one is not duty]
        if len({one.category for one in others}) > _MIXED:
            same = [one for one in others if duty.words[0].at in {cited.at for cited in one.words}]
            others = same or others
        beside = others or self._beside(head)
        known = self.rulebook.duties
        beside += [known[id] for id in self.linked.get(duty.id, ()) if id in known]
        return any(one.category == duty.category for one in beside) or self._speaks_of(duty)

    def _beside(self, head: str) -> list[Duty]:
        """Return the duties of the articles before and after one that has a single duty."""
        own = ProvisionId.parse(head)
        numbers = (own.article - 1, own.article + 1) if own else ()
        return [one for number in numbers for one in self.articles.get(f"art_{number}", ())]

    def _speaks_of(self, duty: Duty) -> bool:
        name = self.names.get(duty.category or "")
        if name is None:
            return True  # another check speaks of it
        wanted = {*pairs_of(name.zh), *stems(name.en)}
        spoken = wanted & self.spoken(duty)
        return any(self._tells(word, duty) for word in spoken)

    def spoken(self, duty: Duty) -> set[str]:
        """Return the pairs of signs and the English stems that a duty speaks in."""
        if duty.id not in self.said:
            article = self.rulebook.provisions.get(head_of(duty.words[0].at))
            heading = article.heading.zh if article and article.heading else ""
            chinese = "\n".join((duty.action.zh, self._others(duty), heading))
            english = stems(f"{duty.action.en} {duty.id.replace('-', ' ')}")
            self.said[duty.id] = {*pairs_of(chinese), *english}
        return self.said[duty.id]

    def _others(self, duty: Duty) -> str:
        """Return a duty's words without the name of who bears it, which says nothing of the matter."""
        words, own = quoted(duty.words), set(duty.bearer.roles if duty.bearer else ())
        for found in reversed(names_of(self.rulebook).found(words)):
            if found.roles & own:
                words = f"{words[: found.start]}\n{words[found.end :]}"
        return words

    def _tells(self, word: str, duty: Duty) -> bool:
        """Tell whether a word is one of its category's duties rather than of all: 会签, but not 工作."""
        others = [one for several in self.articles.values() for one in several if one is not duty]
        having = [one for one in others if word in self.spoken(one)]
        return sum(one.category == duty.category for one in having) >= _OWN * len(having) > 0
