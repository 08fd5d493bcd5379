"""Chinese words inside English text get their `lang`, so that they are spoken and set as Chinese.

English texts name Chinese words now and then (“the words say 应”). Marking them here, once, on the
finished fragment, spares every text of the data and every template from carrying tags.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(r"(<[^>]*>)")
_CHINESE = re.compile(
    r"[\u3000-\u303f\uff00-\uffef]*[\u4e00-\u9fff][\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]*"
)
_NAME = re.compile(r"</?([a-z0-9]+)")
_VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


def by_script(text: str) -> list[tuple[str, bool]]:
    """Cut a text into runs, and tell of each whether it is Chinese."""
    out: list[tuple[str, bool]] = []
    at = 0
    for match in _CHINESE.finditer(text):
        out += [(text[at : match.start()], False), (match.group(), True)]
        at = match.end()
    return [run for run in (*out, (text[at:], False)) if run[0]]


def mark_chinese(html: str) -> str:
    """Wrap runs of Chinese outside of elements that say they are Chinese, and outside of figures."""
    if not _CHINESE.search(html):
        return html
    out: list[str] = []
    open_: list[tuple[str, bool]] = []
    for token in _TOKEN.split(html):
        if not token.startswith("<"):
            spoken = open_ and open_[-1][1]
            out.append(token if spoken else _CHINESE.sub(r'<span lang="zh-Hans">\g<0></span>', token))
            continue
        out.append(token)
        name = _NAME.match(token)
        if name is None or name[1] in _VOID or token.endswith("/>"):
            continue
        if token.startswith("</"):
            while open_ and open_.pop()[0] != name[1]:
                pass
        else:
            inherited = bool(open_) and open_[-1][1]
            left = inherited and ' lang="en"' not in token
            open_.append((name[1], left or ' lang="zh' in token or name[1] == "svg"))
    return "".join(out)
