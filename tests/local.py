"""Local facts for tests: all of them fictional, and they say so."""

from __future__ import annotations

from pathlib import Path

FICTIONAL = """\
- rulebook: garden-club
  as_of: 2020-04-01
  roles:
    - role: president
      held_by:
        - 某甲（虚构）
      since: 2020-03-02
      phone: 000-0000（虚构）
      note:
        zh: 这里的一切都是虚构的
        en: Everything here is fictional
  meetings:
    - meeting: gardening-meeting
      dates:
        - 2020-04-07
        - 2020-05-05
      place_held: 花房（虚构）
"""


def settle(data: Path, text: str = FICTIONAL) -> Path:
    """Put the facts into a data folder and return the folder."""
    (data / "local.yml").write_text(text, encoding="utf-8")
    return data
