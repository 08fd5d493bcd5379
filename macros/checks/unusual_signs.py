"""Chinese signs that stand beside their neighbours nowhere else, where another sign usually stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from macros.checks._tools import phrases, written
from macros.checks.homophones import EDGE, is_word, runs_of
from macros.model import Code, Finding, Rulebook

UNUSUAL = Code(
    "sign-out-of-place", "warning", "像是打错或漏了一个字", "A sign looks mistyped, or one left out"
)

CODES = (UNUSUAL,)

_FREE = frozenset(
    "由与以时按和前后中内外谁们也都被把将从对向于就及或但若如该并而则为是有没不无的地得这那此其几各"
    "一二三四五六七八九十两上下再才还又所可应须已只请"
)
"""Signs that may stand between any two words."""
_USUAL = 2
"""Times that the likelier sign stands beside each of its neighbours, at least."""

Likely = tuple[str, str]
"""What stands, and what stands elsewhere."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Look at every sign of the texts that editors wrote; of the rules, names and quotes others look."""
    texts = [(runs_of(one.text.zh), one) for one in written(rulebook)]
    asked = [run for one in phrases(rulebook) if one.language == "zh" for run in runs_of(one.text)]
    usage = _Usage([*(run for several, _ in texts for run in several), *asked])
    rules = _Usage([run for one in rulebook.provisions.values() for run in runs_of(one.zh)])
    for several, one in texts:
        if one.of_text:
            continue
        for run in several:
            found = chain(_replaced(run, usage), _transposed(run, usage), _lost(run, usage, rules))
            likely = next(found, None)
            if likely:
                wrong, right = (text.strip(EDGE) for text in likely)
                said = (f"“{wrong}”别处都没有，像是“{right}”", f'"{wrong}" stands nowhere else')
                yield UNUSUAL.at(one.zh_place, *said, (f"是不是“{right}”？", f'did you mean "{right}"?'))


class _Usage:
    """Where every two signs stand together, and so what stands between others."""

    def __init__(self, runs: list[str]) -> None:
        self.text = "".join(runs)
        self.at: dict[str, list[int]] = defaultdict(list)
        for at in range(len(self.text) - 1):
            self.at[self.text[at : at + 2]].append(at)

    def times(self, pair: str) -> int:
        return len(self.at.get(pair, ()))

    def behind(self, pair: str, after: str) -> set[str]:
        """Return the signs that stand behind two others and before a third."""
        return {self.text[at + 2] for at in self.at.get(pair, ()) if self.text[at + 3 : at + 4] == after}

    def before(self, before: str, pair: str) -> set[str]:
        """Return the signs that stand behind one other and before two."""
        return {self.text[at - 1] for at in self.at.get(pair, ()) if self.text[at - 2 : at - 1] == before}


def _replaced(run: str, usage: _Usage) -> Iterator[Likely]:
    """Yield each sign that stands beside neither neighbour elsewhere, where another often does."""
    for at in range(2, len(run) - 2):
        before, sign, after = run[at - 1], run[at], run[at + 1]
        if sign in _FREE or usage.times(before + sign) > 1 or usage.times(sign + after) > 1:
            continue
        contexts = usage.behind(run[at - 2 : at], after) | usage.before(before, run[at + 1 : at + 3])
        for other in sorted(contexts - {sign}):
            # Last, since the table of words takes longest to read.
            often = min(usage.times(before + other), usage.times(other + after)) >= _USUAL
            if often and not (is_word(before + sign) or is_word(sign + after)):
                yield before + sign + after, before + other + after


def _transposed(run: str, usage: _Usage) -> Iterator[Likely]:
    """Yield each two signs that stand together nowhere else, and would fit the other way round."""
    for at in range(2, len(run) - 2):
        before, first, second, after = run[at - 1], run[at], run[at + 1], run[at + 2]
        if first == second or usage.times(first + second) > 1:
            continue
        alone = min(usage.times(before + first), usage.times(second + after)) <= 1
        turned = [usage.times(pair) for pair in (before + second, second + first, first + after)]
        fits = sum(times >= _USUAL for times in turned)
        enough = len(turned) if after == EDGE else len(turned) - 1
        if alone and fits >= enough and not is_word(first + second):
            yield f"{before}{first}{second}{after}", f"{before}{second}{first}{after}"


def _lost(run: str, usage: _Usage, rules: _Usage) -> Iterator[Likely]:
    """Yield each two signs that stand together nowhere else, between which the rules have one."""
    for at in range(1, len(run) - 2):
        first, second = run[at], run[at + 1]
        if usage.times(first + second) > 1:
            continue
        contexts = rules.behind(run[at - 1 : at + 1], second) & rules.before(first, run[at + 1 : at + 3])
        for sign in sorted(contexts - _FREE):
            often = min(usage.times(first + sign), usage.times(sign + second)) >= _USUAL
            if often and not is_word(first + second):
                yield first + second, first + sign + second
