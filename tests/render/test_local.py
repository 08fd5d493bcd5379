"""Local facts on the pages: visibly not the rule, and in no export of the rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros import exports
from macros.load import load_handbook
from macros.model import Handbook
from macros.render.book import Address, Book, addresses
from tests.garden import plant
from tests.local import FICTIONAL, settle

SECRETS = ("某甲", "000-0000", "花房", "2020-04-07", "2020-05-05", "这里的一切都是虚构的")


@pytest.fixture
def handbook(tmp_path: Path) -> Handbook:
    return load_handbook(settle(plant(tmp_path))).handbook


def page(handbook: Handbook, kind: str, entry: str, language: str = "zh") -> str:
    return Book(handbook).render(Address(kind, "garden-club", entry, language)).html


def box(html: str) -> str:
    return html.split('<aside class="hb-local"', 1)[1].split("</aside>", 1)[0]


def test_a_role_says_who_holds_it_in_a_box_of_its_own(handbook: Handbook) -> None:
    html = page(handbook, "role", "president")
    assert "本单位信息，不是规则" in box(html) and "2020-04-01" in box(html)
    for said in ("某甲（虚构）", "000-0000（虚构）", "2020-03-02", "这里的一切都是虚构的"):
        assert said in box(html) and said not in html.replace(box(html), "")
    english = box(page(handbook, "role", "president", "en"))
    assert "Local, not part of the rules" in english and "Everything here is fictional" in english


def test_a_meeting_says_the_days_that_were_set_and_whom_to_ring(handbook: Handbook) -> None:
    said = re.sub(r"<[^>]+>", "", box(page(handbook, "meeting", "gardening-meeting")))
    assert "2020-04-07、2020-05-05" in said and "花房（虚构）" in said
    assert "000-0000（虚构）" in said


def test_no_other_page_says_any_of_it(handbook: Handbook) -> None:
    book = Book(handbook)
    for address in addresses(handbook):
        html = book.render(address).html
        if address.kind not in ("role", "meeting"):
            assert not [secret for secret in SECRETS if secret in html], address


def test_without_the_file_there_is_no_box(tmp_path: Path) -> None:
    handbook = load_handbook(plant(tmp_path)).handbook
    assert "hb-local" not in page(handbook, "role", "president")


def test_what_is_hostile_stays_text(tmp_path: Path) -> None:
    hostile = FICTIONAL.replace("某甲（虚构）", '"<script>x</script> {{ 7*7 }} 虚构"')
    handbook = load_handbook(settle(plant(tmp_path), hostile)).handbook
    assert "&lt;script&gt;x&lt;/script&gt; {{ 7*7 }}" in box(page(handbook, "role", "president"))


@pytest.mark.parametrize("form", exports.FORMS)
def test_no_export_of_the_rules_holds_any_of_it(tmp_path: Path, form: str) -> None:
    data = plant(tmp_path)
    bare = dict(exports.files(form, load_handbook(data).handbook))
    handbook = load_handbook(settle(data)).handbook
    assert handbook.local and bare
    assert dict(exports.files(form, handbook)) == bare
