"""What --fix puts right says the same as before, keeps its comments, and needs no second round."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.load.files import Reader
from macros.load.mend import mended
from macros.load.tree import parse

ROOT = Path(__file__).parents[2] / "data"
FILES = sorted(ROOT.rglob("*.yml"))
RULES = ROOT / "rulebooks" / "baojiantingfa-2004-13"


def said(path: Path, text: str) -> object:
    node = parse(Reader(ROOT), path, text)
    plain = node.plain() if node else None
    return (
        sorted(plain, key=repr)
        if path.name in ("coverage.yml", "asked-as.yml") and isinstance(plain, list)
        else plain
    )


def remarks(text: str) -> list[str]:
    return sorted(line.strip() for line in text.split("\n") if line.strip().startswith("#"))


def shifted(text: str, dice: random.Random) -> str:
    """Indent what stands below a key by a space or two more."""
    lines = text.split("\n")
    keys = [
        at for at, line in enumerate(lines) if line.endswith(":") and not line.lstrip().startswith(("-", "#"))
    ]
    if not keys or dice.random() < 0.3:
        return text
    at, more = dice.choice(keys), dice.randint(1, 2)
    own = len(lines[at]) - len(lines[at].lstrip())
    for number in range(at + 1, len(lines)):
        if lines[number].strip() and len(lines[number]) - len(lines[number].lstrip()) <= own:
            break
        if lines[number].strip():
            lines[number] = " " * more + lines[number]
    return "\n".join(lines)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_in_the_house_style_stays_as_it_is(path: Path) -> None:
    text = path.read_bytes().decode()
    assert mended(ROOT, path, text) == text


@settings(max_examples=60, deadline=None)
@given(path=st.sampled_from(FILES), seed=st.integers(0, 2**32))
def test_disorder_is_put_right_and_nothing_said_is_lost(path: Path, seed: int) -> None:
    """Spaces, CRLF, a byte order mark and wider indents are undone exactly; comments stay."""
    text = path.read_bytes().decode()
    dice = random.Random(seed)
    lines = shifted(text, dice).split("\n")
    for _ in range(3):
        at = dice.randrange(len(lines))
        if lines[at].strip():
            lines[at] += " " * dice.randint(1, 3)
    messy = "\n".join(lines).rstrip("\n") if dice.random() < 0.5 else "\n".join(lines)
    if dice.random() < 0.5:
        messy = messy.replace("\n", "\r\n", dice.randint(1, 9))
    if dice.random() < 0.3:
        messy = "\ufeff" + messy
    once = mended(ROOT, path, messy)
    assert once == text
    assert mended(ROOT, path, once) == once


def test_keys_move_with_their_comments_and_values() -> None:
    path = RULES / "duties" / "art_19.yml"
    messy = (
        "# about the file\n"
        "- id: one\n"
        "  # why it rests on these words\n"
        "  words:\n"
        "    art_19__para_1: 报告\n"
        "  modality: declared\n"
        "  bearer_source: none\n"
        "  review: draft\n"
        "  action:\n"
        "    en: report\n"
        "    zh: 报告\n"
        "  category: publications\n"
    )
    tidy = mended(RULES.parents[1], path, messy)
    assert tidy == (
        "# about the file\n"
        "- id: one\n"
        "  bearer_source: none\n"
        "  modality: declared\n"
        "  category: publications\n"
        "  action:\n"
        "    zh: 报告\n"
        "    en: report\n"
        "  # why it rests on these words\n"
        "  words:\n"
        "    art_19__para_1: 报告\n"
        "  review: draft\n"
    )
    assert said(path, tidy) == said(path, messy)
    assert remarks(tidy) == remarks(messy)


def test_an_id_that_is_not_first_comes_to_the_dash() -> None:
    path = RULES / "roles.yml"
    messy = "- name:\n    zh: 主任\n    en: Director\n  id: director\n  kind: post\n"
    assert mended(ROOT, path, messy).startswith("- id: director\n  name:\n    zh: 主任\n")


def test_headings_and_excuses_come_into_the_order_of_the_text() -> None:
    messy = "art_2:\n  zh: 二\n  en: Two\n# the first\nart_1:\n  zh: 一\n  en: One\n"
    assert mended(ROOT, RULES / "headings.yml", messy) == (
        "# the first\nart_1:\n  zh: 一\n  en: One\nart_2:\n  zh: 二\n  en: Two\n"
    )


@pytest.mark.parametrize("text", ["a: [", "- x\n  y: z", "\ta: b\n", "", "a: 1\na: 2\n", "a: &x 1\nb: *x\n"])
def test_what_cannot_be_read_is_left_alone(text: str) -> None:
    assert mended(ROOT, RULES / "roles.yml", text) == text


def test_marks_and_blank_lines_go_where_the_house_has_them() -> None:
    messy = (
        "- id: 'director'\n\n  name:\n    zh: \"主任\"\n    en: 'Head: the Director'\n"
        '# a remark\n- id: deputy\n\n\n- id: "no"\n\n'
    )
    assert mended(ROOT, RULES / "roles.yml", messy) == (
        '- id: director\n  name:\n    zh: 主任\n    en: "Head: the Director"\n'
        '\n# a remark\n- id: deputy\n\n- id: "no"\n'
    )


def test_entries_are_parted_where_most_are() -> None:
    messy = "- id: one\n\n- id: two\n\n- id: three\n# of the fourth\n- id: four\n"
    assert mended(ROOT, RULES / "roles.yml", messy) == (
        "- id: one\n\n- id: two\n\n- id: three\n\n# of the fourth\n- id: four\n"
    )
