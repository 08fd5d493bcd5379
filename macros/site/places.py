"""The placeholder that stands in a page's source until its HTML is put in.

Data never becomes Markdown or template source: a page's source names what belongs there by ids
alone, and the rendered HTML takes the placeholder's place after Markdown and macros have run.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_PLACE = re.compile(r'<div data-place="([a-z0-9-]*):([a-z0-9-]*):([a-z0-9-]*)"></div>')


def place(kind: str, rulebook: str, entry: str) -> str:
    """Return the placeholder; the arguments are ids."""
    return f'<div data-place="{kind}:{rulebook}:{entry}"></div>'


def fill_places(html: str, render: Callable[[str, str, str], str]) -> str:
    """Put what `render` gives for kind, rulebook and entry in the place of each placeholder."""
    return _PLACE.sub(lambda match: render(match[1], match[2], match[3]), html)
