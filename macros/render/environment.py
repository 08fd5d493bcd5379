"""The templates' own Jinja environment: everything is escaped, nothing undefined passes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.render import words


@cache
def environment() -> Environment:
    """Return the environment; templates are part of the program and reloaded when they change."""
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["lang_of"] = words.HTML_LANGUAGE
    return made


def fill(template: str, language: str, **values: object) -> str:
    """Fill one template in one language; `t` in it is the interface's phrases."""

    def translate(key: str, **inner: object) -> str:
        return words.ui(key, language, **inner)

    other = "en" if language == "zh" else "zh"
    shared = {"t": translate, "language": language, "other": other}
    return environment().get_template(template).render(**shared, **values)
