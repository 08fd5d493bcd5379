"""The tokens of a text, as docs/assets/search/words.js makes them: a test compares the two.

A Chinese run gives its signs and pairs of signs, an English word its stem (Snowball 3.0.1), a number itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import snowballstemmer

from macros.search.signs import HAN, is_han, simplified

_RUN = re.compile(rf"[{''.join(f'{first}-{last}' for first, last in HAN)}]+|[a-z]+(?:'[a-z]+)?|[0-9]+")
_MARKS = re.compile("[\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_QUOTES = str.maketrans("’‘ʼ", "'''")
_STEMMER = snowballstemmer.stemmer("english")
_LEFT_OUT = """
a an and any are as at be been being by can could did do does doing for from had has have having he
her his how i if in into is it its may me must my no not of on one or our ours shall she should so
some such than that the their them then there these they this those to under up us was we were what
when where which who whom whose why will with would you your don doesn didn isn aren wasn weren won
wouldn couldn shouldn hasn haven hadn mustn let make get want like
"""
STOP = frozenset(_LEFT_OUT.split())
"""English words that say nothing of what is looked for; core.js hands them to the browser."""


def fold(text: str) -> str:
    """Bring a text to one form: compatibility forms, case, marks and the variants of Chinese signs."""
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text)).lower().translate(_QUOTES)
    return plain.translate(_table())


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    return str.maketrans(simplified())


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the stem of an English word without what an apostrophe joins to it."""
    found: str = _STEMMER.stemWord(word)
    return found


def words(folded: str) -> Iterator[str]:
    """Yield the English words of a folded text that are not stop words."""
    for run in _RUN.findall(folded):
        if "a" <= run[0] <= "z":
            word = run.partition("'")[0]
            if word not in STOP:
                yield word


def tokens(folded: str) -> Iterator[str]:
    """Yield the tokens of a folded text, each as often as it stands there."""
    for run in _RUN.findall(folded):
        if run[0].isdigit():
            yield run.lstrip("0") or "0"
        elif is_han(run[0]):
            for at, sign in enumerate(run):
                yield sign
                if at + 1 < len(run):
                    yield run[at : at + 2]
        elif (word := run.partition("'")[0]) not in STOP:
            yield stem(word)
