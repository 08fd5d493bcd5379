"""One page of each kind, and every page: what the tests of looks go through."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

RULES = "rulebooks/baojiantingfa-2004-13/"

ONE_OF_EACH = {
    "home": "",
    "how-to-use": "how-to-use/",
    "how-to-edit": "how-to-edit/",
    "project": "project/architecture/",
    "rulebooks": "rulebooks/",
    "findings": "how-to-edit/findings/",
    "finding": "how-to-edit/findings/unknown-key/",
    "text": RULES,
    "guide": f"{RULES}guide/",
    "duties": f"{RULES}duties/",
    "carrying-out": f"{RULES}carrying-out/",
    "matrix": f"{RULES}matrix/",
    "roles": f"{RULES}roles/",
    "role": f"{RULES}roles/head-of-division/",
    "role-card": f"{RULES}roles/head-of-division/card/",
    "procedures": f"{RULES}procedures/",
    "procedure": f"{RULES}procedures/important-matters/",
    "meetings": f"{RULES}meetings/",
    "meeting": f"{RULES}meetings/department-meeting/",
    "documents": f"{RULES}documents/",
    "document": f"{RULES}documents/meeting-record/",
    "calendar": f"{RULES}calendar/",
    "glossary": f"{RULES}glossary/",
    "open-questions": f"{RULES}open-questions/",
    "coverage": f"{RULES}coverage/",
    "assurance": f"{RULES}assurance/",
    "checklist": f"{RULES}assurance/checklist/",
    "history": f"{RULES}history/",
    "a-z": f"{RULES}a-z/",
}

HAND_WRITTEN = {"home", "how-to-use", "how-to-edit", "project"}

LOOKS = [
    (language, scheme, width)
    for width in (1280, 360)
    for language in ("", "en/")
    for scheme in ("light", "dark")
]
"""Languages by the folder of their pages, colour schemes, widths."""

SAMPLE = [
    (f"{language}{path}index.html", scheme, width)
    for path, (language, scheme, width) in zip(ONE_OF_EACH.values(), cycle(LOOKS))
]
"""One page of each kind, the looks in turn."""


def every_page(site: Path) -> list[str]:
    """Return the paths of all pages; 404.html, served at any depth, is none of them."""
    found = sorted(
        path.relative_to(site).as_posix() for path in site.rglob("*.html") if path.name != "404.html"
    )
    assert len(found) > 100
    return found
