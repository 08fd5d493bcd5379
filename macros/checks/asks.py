"""An open question is of the kind that it asks: what a word means, how words are read, what is not said."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.model import Code, Finding, Rulebook

KIND = Code(
    "question-of-another-kind", "warning", "未决事项的种类与所问的不合", "A question asks for another kind"
)

CODES = (KIND,)

_KINDS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = tuple(
    (re.compile(pattern), frozenset(kinds.split()))
    for pattern, kinds in (
        (
            "^什么是|是什么(?:会|人)?？|是哪些人|是谁？|包括(?:哪些|谁)|组成？|指什么|多久一次|的期限",
            "undefined",
        ),
        ("^[^“]*(?:怎么办|[给向]谁|多少人|有没有|什么时候|多久|如何安排|有效)", "silence ambiguity"),
        (
            "怎么办|[发提报反馈]给谁|向谁提出|谁(?:主持|召集)|由谁(?:批准|起草|编写|指定|授权|落实|通知)"
            "|有没有|是否表决|可以查阅|能否取消|代行",
            "silence undefined",
        ),
        (
            "^(?!由?谁).*(?:还是|哪一?个|中的哪|也要|只指|管到哪|管不管|同样的|全部|是哪一?[天个]|除.*外)",
            "ambiguity undefined",
        ),
        ("^(?!什么是)[^“]*(?<!是谁)(?<!组成)？$", "silence ambiguity"),
        ("^“[^”]+”(?!由谁)", "ambiguity undefined"),
    )
)
"""What is asked, and the kinds that may ask so; a word without explanation stands in marks or is 什么是."""


def check(rulebook: Rulebook) -> Iterator[Finding]:
    """Compare the kind of each open question with what it asks."""
    for question in rulebook.open_questions.values():
        for pattern, kinds in _KINDS:
            asked = pattern.search(question.asks.zh)
            if asked and question.kind not in kinds:
                likely = sorted(kinds)
                said = (
                    f"问的是“{question.asks.zh}”，种类却是 {question.kind}",
                    f'"{question.asks.en}" is called {question.kind}',
                )
                hint = (
                    f"写 {' 或 '.join(likely)}：两种读法是 ambiguity，没有解释的词是 undefined，"
                    "没有提到的是 silence",
                    f"write {' or '.join(likely)}: two readings are ambiguity, a word never explained is"
                    " undefined, what is not spoken of is silence",
                )
                yield KIND.at(question.place("kind"), *said, hint)
                break
