"""What can be wrong with a file, before anything is asked about what it says."""

from __future__ import annotations

from macros.model import Code


def by_command(zh: str, en: str) -> tuple[str, str]:
    """Say how to mend it by hand, and that the command can."""
    return (f"{zh}；或运行 rulebook check --fix", f"{en}; or run rulebook check --fix")


UNREADABLE = Code("unreadable-file", "error", "文件读不出来", "A file cannot be read")
OUTSIDE = Code("link-leaves-data", "error", "链接指向数据目录之外", "A link leads out of the data folder")
UNKNOWN_FILE = Code("unknown-file", "warning", "没有程序读取这个文件", "Nothing reads this file")
NOT_UTF8 = Code("not-utf-8", "error", "文件不是 UTF-8 编码", "A file is not encoded in UTF-8")
CHARACTER = Code(
    "hidden-character", "error", "文件含有看不见的字符", "A file holds a character that cannot be seen"
)
MERGE = Code("merge-marker", "error", "文件里留有合并冲突的标记", "A merge conflict has been left in a file")
SYNTAX = Code("yaml-syntax", "error", "文件不是合法的 YAML", "A file is not well-formed YAML")
FEATURE = Code(
    "yaml-feature", "error", "用了手册不用的 YAML 写法", "YAML is used that the handbook does without"
)
DEPTH = Code("nested-too-deep", "error", "嵌套太深", "Values are nested too deep")
SCHEMA_LINE = Code(
    "schema-line", "warning", "第一行没有指明 schema", "The first line does not name the schema"
)
LINES = Code("text-over-lines", "error", "一段文字写成了几行", "A text runs over several lines")
DUPLICATE_KEY = Code("duplicate-key", "error", "同一个键写了两次", "A key stands twice")
DUPLICATE_ID = Code("duplicate-id", "error", "同一个编号用了两次", "An id is used twice")
UNKNOWN_KEY = Code("unknown-key", "error", "没有这个键", "There is no such key")
MISSING_KEY = Code("missing-key", "error", "缺少必需的键", "A required key is missing")
WRONG_SHAPE = Code("wrong-shape", "error", "值的形状不对", "A value has the wrong shape")
UNKNOWN_VALUE = Code("unknown-value", "error", "不在封闭的词表里", "A value is not one of the closed list")
BAD_ID = Code("bad-id", "error", "编号写法不对", "An id is not written as ids are")
BAD_DATE = Code("bad-date", "error", "没有这一天", "There is no such day")
FOLDER = Code("folder-name", "error", "目录名与编号不同", "A folder is not named by its rulebook's id")
INDENT = Code("indent", "warning", "缩进不是两个空格", "An indent is not two spaces a level")
TRAILING = Code("space-at-end", "warning", "行末有空格", "A line ends in spaces")
LINE_END = Code("line-end", "warning", "行的结尾不一致", "Lines do not all end alike")
QUOTES = Code("needless-quotes", "warning", "引号多余或不是双引号", "Quotation marks are needless or single")
BLANK = Code("blank-line", "warning", "空行的位置不对", "Blank lines do not stand between entries")
KEY_ORDER = Code("key-order", "warning", "键的次序不对", "Keys are not in the house's order")
ENTRY_ORDER = Code("entry-order", "warning", "各项没有按条文排列", "Entries are not in the order of the text")
BRACED = Code("prose-in-braces", "warning", "括号里写了文字", "Prose stands in braces or brackets")
ASIDE = Code("comment-behind-value", "warning", "值的后面有注释", "A comment stands behind a value")
EMPTY = Code("empty-file", "error", "文件是空的", "A file holds nothing")
NO_FILE = Code("missing-file", "error", "缺少必需的文件", "A required file is missing")
NO_PROVISION = Code(
    "no-such-provision",
    "error",
    "译文或小标题所属的条款不存在",
    "A translation or heading belongs to no provision",
)

CODES = (
    UNREADABLE, OUTSIDE, UNKNOWN_FILE, NOT_UTF8, CHARACTER, MERGE, SYNTAX, FEATURE, DEPTH, LINES, SCHEMA_LINE,
    DUPLICATE_KEY, DUPLICATE_ID, UNKNOWN_KEY, MISSING_KEY, WRONG_SHAPE, UNKNOWN_VALUE, BAD_ID,
    BAD_DATE, FOLDER, INDENT, TRAILING, LINE_END, QUOTES, BLANK, KEY_ORDER, ENTRY_ORDER, BRACED,
    ASIDE, EMPTY, NO_FILE, NO_PROVISION,
)  # fmt: skip
