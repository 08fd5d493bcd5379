"""A handbook of rules computed from data.

MkDocs' macros plugin looks for `define_env` here. Nothing of MkDocs is imported before it calls,
so that checking data needs no site builder.
"""

from __future__ import annotations

import re
from typing import Any

_IDS = re.compile(r"^[a-z0-9-]*$")


def define_env(env: Any) -> None:
    """Define what pages may call: each macro names a page or block, whose HTML is put in later."""
    from macros.site.places import place

    def checked(*ids: str) -> None:
        for value in ids:
            if not _IDS.match(value):
                raise ValueError(f"not an id: {value!r}")

    @env.macro  # type: ignore[untyped-decorator, unused-ignore]
    def rulebook_page(kind: str, rulebook: str = "", entry: str = "") -> str:
        """Stand for a whole generated page."""
        checked(kind, rulebook, entry)
        return place(kind, rulebook, entry)

    @env.macro  # type: ignore[untyped-decorator, unused-ignore]
    def block(kind: str) -> str:
        """Stand for a computed part of a hand-written page."""
        checked(kind)
        return place(kind, "", "")
