from __future__ import annotations

from pathlib import Path

from tests.garden import BOOK, change, found, plant

GLOSSARY = "translation-off-glossary"
ENTRY = """- code: translation-off-glossary
  of: provisions/art_2__para_1
  {says}reason:
    zh: 虚构的理由
    en: A fictional reason
  review: draft
"""


def lost_names(tmp_path: Path, says: str) -> list[str]:
    """Lose two names of one translation, let some of it stand, and return what is still said."""
    data = plant(tmp_path)
    change(data, "translations/en.yml", "The gardening meeting is, in", "The gathering is, in")
    change(
        data,
        "translations/en.yml",
        "the President, the gardeners and the florist attend, and the President chairs",
        "the chief, the gardeners and the florist attend, and the chief chairs",
    )
    (data / BOOK / "exceptions.yml").write_text(ENTRY.format(says=says), encoding="utf-8")
    # That the duties still use the old names is another check's finding.
    return [one.message.zh for one in found(data) if one.code != "duty-lacks-translated-words"]


def test_an_exception_lets_all_of_a_code_stand(tmp_path: Path) -> None:
    assert lost_names(tmp_path, "") == []


def test_an_exception_that_names_the_word_lets_only_that_stand(tmp_path: Path) -> None:
    assert lost_names(tmp_path, "says: “园艺会”\n  ") == ["“会长”没有按术语表译出"]


def test_an_exception_for_a_word_that_is_right_is_not_needed(tmp_path: Path) -> None:
    said = lost_names(tmp_path, "says: “茶话会”\n  ")
    assert "“园艺会”没有按术语表译出" in said and any("没有用处" in one for one in said)
