"""What a provision is called: 第九条第二款, Article 9(2); a sole paragraph bears its article's label."""

from __future__ import annotations

from macros.model import Bilingual, ProvisionId
from macros.model.numerals import chinese_number


def label(id: ProvisionId, sole_paragraph: bool) -> Bilingual:
    """Return how people cite a provision."""
    if id.part != 2:
        return id.own_label
    zh, en = f"第{chinese_number(id.article)}条", f"Article {id.article}"
    if id.paragraph and not sole_paragraph:
        zh, en = f"{zh}第{chinese_number(id.paragraph)}款", f"{en}({id.paragraph})"
    if id.point:
        zh, en = f"{zh}第（{chinese_number(id.point)}）项", f"{en}({id.point})"
    return Bilingual(zh=zh, en=en)


def printed(id: ProvisionId) -> str:
    """Return what the source prints before the words of a provision."""
    return id.own_label.zh if id.kind in ("article", "point") else ""
