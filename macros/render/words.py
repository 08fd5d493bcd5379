"""The handbook's own words in both languages: labels of the interface and of the closed lists."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = ("zh", "en")
HTML_LANGUAGE = {"zh": "zh-Hans", "en": "en"}
"""What `lang` says in HTML."""

_FOLDER = Path(__file__).parent / "strings"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def table(name: str) -> dict[str, Any]:
    """Read one file of strings; they are part of the program and do not change while it runs."""
    text = (_FOLDER / f"{name}.yml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=_LOADER)
    return loaded


def ui(key: str, language: str, **values: object) -> str:
    """Return a phrase of the interface, its `{names}` filled in."""
    text: str = table("ui")[key][language]
    return text.format(**values) if values else text


def label(name: str, value: str, language: str) -> str:
    """Return the label of a closed list's value."""
    return str(table("vocabulary")[name][value]["label"][language])


def meaning(name: str, value: str, language: str) -> str:
    """Return what a closed list's value means, in one sentence."""
    return str(table("vocabulary")[name][value]["means"][language])


@dataclass(frozen=True)
class Wording:
    """The handbook's own words in one language, for a room that may not ask this one."""

    language: str

    def ui(self, key: str) -> str:
        """Return a phrase of the interface."""
        return ui(key, self.language)

    def label(self, name: str, value: str) -> str:
        """Return the label of a closed list's value."""
        return label(name, value, self.language)
