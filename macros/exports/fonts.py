"""The fonts of official documents (GB/T 9704-2012), their stand-ins, and the look of English papers."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

LATIN = "Times New Roman"


@dataclass(frozen=True)
class Font:
    """A font for Chinese and one for Latin letters, their size in points, and whether they are bold."""

    chinese: str
    size: float
    bold: bool = False
    latin: str = LATIN
    hint: str = "eastAsia"
    """Which of the two fonts sets signs that both have, such as quotation marks."""


@dataclass(frozen=True)
class Look:
    """The fonts of a paper in one language, and the distance from line to line in points."""

    code: str
    title: Font
    heading: Font
    body: Font
    quiet: Font
    table: Font
    table_head: Font
    foot: Font
    pitch: float
    indent: float
    """Of a paragraph's first line, in signs."""
    lines: bool
    """Whether the page has a grid of lines."""


TITLE, BODY, BLACK, KAI, SONG = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"
PITCH = 28.95
"""22 lines in 225 mm, rounded down to what Word keeps."""


def _western(chinese: str, size: float, bold: bool = False) -> Font:
    """Return a font for English papers: what both scripts have is set as Latin."""
    return Font(chinese, size, bold, hint="default")


LOOKS = {
    "zh": Look(
        code="zh-CN",
        title=Font(TITLE, 22),
        heading=Font(BLACK, 16),
        body=Font(BODY, 16),
        quiet=Font(KAI, 12),
        table=Font(BODY, 12),
        table_head=Font(BLACK, 12),
        foot=Font(SONG, 14, latin=SONG),
        pitch=PITCH,
        indent=2,
        lines=True,
    ),
    "en": Look(
        code="en-GB",
        title=_western(TITLE, 16, bold=True),
        heading=_western(BLACK, 13, bold=True),
        body=_western(BODY, 11),
        quiet=_western(KAI, 10),
        table=_western(BODY, 10),
        table_head=_western(BLACK, 10, bold=True),
        foot=_western(SONG, 10),
        pitch=17,
        indent=0,
        lines=False,
    ),
}

_INSTEAD = {
    TITLE: "方正小标宋_GBK,小标宋,华文中宋,STZhongsong,宋体,SimSun,Noto Serif CJK SC",
    BODY: "仿宋,FangSong,华文仿宋,STFangsong,Noto Serif CJK SC",
    BLACK: "SimHei,华文黑体,STHeiti,Noto Sans CJK SC",
    KAI: "楷体,KaiTi,华文楷体,STKaiti,Noto Serif CJK SC",
    SONG: "SimSun,华文宋体,STSong,Noto Serif CJK SC",
}
"""Where a font is missing, the next best by name: the standard's fonts are not on every machine."""


def _font_table() -> str:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    fonts = [
        f'<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(instead)}/><w:charset w:val="86"/>'
        '<w:family w:val="auto"/><w:pitch w:val="default"/></w:font>'
        for name, instead in _INSTEAD.items()
    ]
    latin = f'<w:font w:name="{LATIN}"><w:charset w:val="00"/><w:family w:val="roman"/></w:font>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:fonts xmlns:w="{namespace}">{latin}{"".join(fonts)}</w:fonts>'
    )


FONT_TABLE = _font_table()
"""What Word reads to find a stand-in."""
