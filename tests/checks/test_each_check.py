"""Each check has a failing example here; the unchanged rulebook is the passing twin of them all."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.checks import all_codes, modules
from macros.load.codes import CODES as LOAD_CODES
from tests.garden import change, found, plant, told

TEXT = "text/2020-03-01.yml"
STEPS = "procedures/general-matters.yml"
TEA = "meetings/tea-meeting.yml"
GARDENING = "meetings/gardening-meeting.yml"
EN = "translations/en.yml"
QUESTIONS = "open-questions.yml"

Case = tuple[str, str, str, str, str, str, str]
# code, file changed, passage, replacement, file of the finding, text where it points, part of its message
CASES: list[Case] = [
    # fidelity
    ("source-changed", "rulebook.yml", "sha256: ", "sha256: 0", "rulebook.yml", "0", "SHA-256"),
    ("text-differs-from-source", TEXT, "种好花，", "种好草，", TEXT, "为了种好草", 'after "第一条为了种好"'),
    (
        "provision-missing",
        TEXT,
        "art_4__para_1__point_1: 浇水；\n",
        "",
        TEXT,
        "art_4__para_1__point_2",
        "art_4__para_1__point_1 is missing",
    ),
    (
        "provision-missing",
        TEXT,
        "art_4__para_1__point_2: 会同花匠修剪树木。\n",
        "",
        TEXT,
        "art_4__para_1__point_1",
        "art_4__para_1__point_2 is missing",
    ),
    (
        "provision-missing",
        TEXT,
        "art_3__para_1: 茶话会每周一召开一次。\n",
        "",
        TEXT,
        "art_4__para_1: ",
        "art_3 is missing",
    ),
    (
        "provision-missing",
        "source/2020-03-01.txt",
        "　　花园协会印发",
        "　　主送：花匠\n　　花园协会印发",
        TEXT,
        "art_5__para_1",
        "主送",
    ),
    (
        "provision-not-in-source",
        TEXT,
        "title:",
        "notice__line_2: 附件：\ntitle:",
        TEXT,
        "附件：",
        "notice__line_2",
    ),
    (
        "provision-out-of-order",
        TEXT,
        "art_4__para_1__point_1: 浇水；\nart_4__para_1__point_2: 会同花匠修剪树木。\n",
        "art_4__para_1__point_2: 会同花匠修剪树木。\nart_4__para_1__point_1: 浇水；\n",
        TEXT,
        "art_4__para_1__point_1",
        "after a later provision",
    ),
    # citations
    (
        "quote-not-in-provision",
        "duties/art_2.yml",
        "由会长主持\n",
        "由会长主持会议\n",
        "duties/art_2.yml",
        "由会长主持会议",
        "does not stand in",
    ),
    (
        "quote-stands-twice",
        "roles.yml",
        "会长、园丁参加",
        "会长",
        "roles.yml",
        "会长",
        "stands 2 times in art_2__para_1",
    ),
    (
        "occurrence-too-large",
        "roles.yml",
        "art_2__para_1: 会长、园丁参加",
        "art_2__para_1:\n      quote: 会长\n      occurrence: 3",
        "roles.yml",
        "3",
        "stands only 2 times",
    ),
    # references
    (
        "unknown-provision",
        QUESTIONS,
        "[art_2]",
        "[art_23]",
        QUESTIONS,
        "art_23",
        'no provision "art_23"',
    ),
    (
        "unknown-id",
        STEPS,
        "duty: study",
        "duty: studdy",
        STEPS,
        "studdy",
        'no duty "studdy"',
    ),
    (
        "unknown-category",
        "duties/art_3.yml",
        "category: garden",
        "category: gardn",
        "duties/art_3.yml",
        "gardn",
        'no category "gardn"',
    ),
    ("file-name", STEPS, "id: general-matters", "id: general-matter", STEPS, "general-matter", "but the file"),
    (
        "duty-in-wrong-file",
        "duties/art_3.yml",
        "  words:\n",
        "  words:\n    art_2__para_1: 召开一次\n",
        "duties/art_3.yml",
        "hold-tea-meeting",
        "cites art_2__para_1 first",
    ),
    (
        "unknown-twin",
        "roles.yml",
        "  holders: one",
        "  same_as: [garden-club/chair]\n  holders: one",
        "roles.yml",
        "garden-club/chair",
        "no role",
    ),
    # languages
    ("translation-missing", EN, "art_4__para_1__point_1:\n  zh: 浇水；\n  en: to water;\n  review: draft\n", "", TEXT, "art_4__para_1__point_1", "no translation"),
    ("translation-stale", EN, "zh: 浇水；", "zh: 浇花；", EN, "浇花；", "not the text's"),
    ("heading-missing", "headings.yml", "art_3:\n  zh: 茶话会\n  en: Tea meeting\n", "", TEXT, "art_3__para_1", "art_3 has no heading"),
    ("chinese-in-english", EN, "en: to water;", "en: to water 水;", EN, "to water 水", '"水" has been left'),
    ("no-chinese-in-zh", "duties/art_4.yml", "zh: 浇水", "zh: water", "duties/art_4.yml", "water", "no Chinese"),
    # coverage
    ("words-not-covered", "duties/art_2.yml", "art_2__para_1: 由会长主持", "art_2__para_1: 由会长", TEXT, "园艺会原则上", '"主持"'),
    ("unused-excuse", "coverage.yml", "- at: art_4__para_1\n", "- at: art_3__para_1\n  quote: 茶话会\n  reason: lead-in\n- at: art_4__para_1\n", "coverage.yml", "茶话会", "needs no excuse"),
    ("duplicate-excuse", "coverage.yml", "- at: art_4__para_1\n", "- at: art_4__para_1\n  quote: 园丁的任务\n  reason: lead-in\n- at: art_4__para_1\n", "coverage.yml", "at: art_4__para_1", "already in line 4"),
    ("excuse-overlaps-duty", "duties/art_4.yml", "    art_4__para_1__point_1: 浇水", "    art_4__para_1__point_1: 浇水\n    art_4__para_1: 园丁", "coverage.yml", "园丁的任务", "overlaps the words of water"),
    # duties
    ("bearer-missing", "duties/art_2.yml", "bearer_source: none", "bearer_source: stated", "duties/art_2.yml", "stated", "no bearer"),
    ("bearer-not-allowed", "duties/art_3.yml", "  bearer_source: unsettled", "  bearer: {roles: [president]}\n  bearer_source: none", "duties/art_3.yml", "{roles", "there is a bearer"),
    ("unsettled-without-question", "duties/art_3.yml", "  question: who-convenes\n", "", "duties/art_3.yml", "unsettled", "open question"),
    ("bearer-without-note", "duties/art_4.yml", "  note:\n    zh: 任务是园丁的\n    en: The tasks are the gardeners'\n", "", "duties/art_4.yml", "inferred", "says why"),
    ("modality-against-words", "duties/art_2.yml", "modality: must\n", "modality: may\n", "duties/art_2.yml", "may", 'no "可'),
    ("modality-against-words", "duties/art_2.yml", "modality: must-not", "modality: declared", "duties/art_2.yml", "declared", "不得"),
    ("modality-against-words", "duties/art_3.yml", "modality: declared", "modality: must", "duties/art_3.yml", "must", 'no "应'),
    ("task-outside-list", "duties/art_3.yml", "modality: declared", "modality: task", "duties/art_3.yml", "task", "no point"),
    ("qualifier-without-words", "duties/art_3.yml", "  action:", "  qualifiers: [in-principle]\n  action:", "duties/art_3.yml", "in-principle", "原则上"),
    ("words-without-qualifier", "duties/art_2.yml", "  qualifiers: [beforehand]\n", "", "duties/art_2.yml", "因故无法出席", "beforehand"),
    ("duty-linked-to-itself", "duties/art_4.yml", "- duty: water", "- duty: prune", "duties/art_4.yml", "prune", "linked to itself"),
    # statements
    ("statement-without-words", "roles.yml", "  words:\n    art_4__para_1__point_2: 花匠\n", "", "roles.yml", "id: florist", "rests on no words"),
    ("inferred-without-note", STEPS, "        note:\n          zh: 虚构的理由\n          en: A fictional reason\n", "", STEPS, "true", "why"),
    ("party-empty", "duties/art_4.yml", "{roles: [florist], capacity: participates}", "{capacity: participates}", "duties/art_4.yml", "{capacity", "needed"),
    ("single-of-several", "duties/art_2.yml", "relation: all-of", "relation: single", "duties/art_2.yml", "single", "there are 2"),
    ("relation-without-question", "duties/art_2.yml", "relation: all-of", "relation: unstated", "duties/art_2.yml", "unstated", "open question"),
    # procedures
    ("procedure-start", STEPS, "kind: start", "kind: parallel", STEPS, "- id: start", "no start"),
    ("procedure-start", STEPS, "  - id: paper\n    kind: data\n    document: suggestion\n", "  - id: paper\n    kind: start\n", STEPS, "start", "a start already"),
    ("procedure-without-end", STEPS, "    kind: unsettled\n    label:\n      zh: 不同意\n      en: Refused\n    question: if-president-refuses\n  - id: end\n    kind: end\n", "    kind: task\n    label:\n      zh: 不同意\n      en: Refused\n    question: if-president-refuses\n  - id: end\n    kind: parallel\n", STEPS, "- id: start", "no end"),
    ("duplicate-step", STEPS, "- id: refused", "- id: act", STEPS, "act", 'a step "act" already'),
    ("unknown-step", STEPS, "- to: study", "- to: studi", STEPS, "studi", 'no step "studi"'),
    ("step-unreachable", STEPS, "  - id: end\n", "  - id: alone\n    kind: task\n    duty: act\n    next:\n      - to: end\n  - id: end\n", STEPS, "alone", "cannot be reached"),
    ("step-without-way-out", STEPS, "    duty: act\n    next:\n      - to: end\n", "    duty: act\n", STEPS, "act", "no end can be reached"),
    ("step-shape", STEPS, "      zh: 办结\n      en: Done\n", "      zh: 办结\n      en: Done\n    next:\n      - to: act\n        duty: act\n", STEPS, "end", "nothing follows an end"),
    ("step-without-content", STEPS, "    document: suggestion\n", "", STEPS, "id: paper", "names no document"),
    ("decision-exits", STEPS, "        when:\n          zh: 不同意\n          en: refused\n", "", STEPS, "to: refused", "no condition"),
    ("decision-exits", STEPS, "        words:\n          art_5__para_1: 会长同意的\n", "", STEPS, "to: refused", "cites nothing"),
    ("unsettled-end-without-question", STEPS, "    question: if-president-refuses\n", "", STEPS, "unsettled", "no open question"),
    ("entry-without-home", STEPS, "  words:\n    art_5__para_1: 一般事项\n", "", STEPS, "text:", "entry"),
    ("edge-without-words", STEPS, "        words:\n          art_5__para_1: 提出建议，报会长研究\n", "", STEPS, "paper", 'that "paper" follows "suggest"'),
    ("step-without-words", STEPS, "    kind: task\n    duty: study\n", "    kind: task\n    label:\n      zh: 研究\n      en: Study\n", STEPS, "id: study", "rests on no words"),
    # facts
    ("fact-without-home", TEA, "vote:\n  question: who-convenes", "vote:\n  roles: [president]", TEA, "roles", "vote of"),
    ("quorum-not-a-fraction", GARDENING, "1/2", "3/2", GARDENING, "3/2", "no fraction"),
    ("bad-recurrence", TEA, "BYDAY=MO", "BYDAY=XX", TEA, "FREQ=WEEKLY;BYDAY=XX", "BYDAY=XX"),
    ("words-of-other-meeting", TEA, "chair:\n  question: who-convenes", "chair:\n  duty: chair-gardening-meeting", TEA, "chair-gardening-meeting", "not the tea meeting"),
    # vocabulary
    ("question-without-bearing", STEPS, "question: if-president-refuses", "question: who-convenes", QUESTIONS, "if-president-refuses", "touches nothing"),
    ("group-without-members", "roles.yml", "  members:\n    - role: president\n      inferred: true\n      note:\n        zh: 虚构的理由\n        en: A fictional reason\n", "", "roles.yml", "group", "no members"),
    ("roles-in-a-circle", "roles.yml", "  words:\n    art_2__para_1: 会长、园丁参加\n", "  words:\n    art_2__para_1: 会长、园丁参加\n  part_of:\n    role: president\n    words:\n      art_2__para_1: 由会长\n", "roles.yml", "role: president", "circle"),
    ("unused-role", "roles.yml", "- id: florist\n", "- id: bee\n  name:\n    zh: 蜂\n    en: Bee\n  kind: post\n  holders: one\n  pool: outside\n  words:\n    art_4__para_1__point_1: 浇水\n- id: florist\n", "roles.yml", "bee", "nothing uses"),
    ("unused-term", "terms.yml", "zh: 园艺会", "zh: 花展", "terms.yml", "花展", "no provision uses"),
    # review
    ("reviewed-without-date", "duties/art_3.yml", "  category:", "  review: reviewed\n  category:", "duties/art_3.yml", "reviewed", "reviewed_on"),
    ("draft-with-review-date", "duties/art_3.yml", "  category:", "  reviewed_on: 2024-02-29\n  category:", "duties/art_3.yml", "2024-02-29", "draft"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[1]}-{case[3][:12]!r}")
def test_a_defect_is_found_where_it_is(tmp_path: Path, case: Case) -> None:
    code, path, old, new, where, points_at, says = case
    data = plant(tmp_path)
    change(data, path, old, new)
    findings = found(data)
    fitting = [
        one
        for one in findings
        if told(one, data)[:2] == (code, where)
        and told(one, data)[2].startswith(points_at)
        and says in one.message.en
    ]
    assert len(fitting) == 1, [(told(one, data), one.message.en) for one in findings]
    assert fitting[0].message.zh and fitting[0].message.zh != fitting[0].message.en


def test_the_unchanged_rulebook_passes(tmp_path: Path) -> None:
    assert found(plant(tmp_path)) == []


def test_every_code_of_a_check_has_a_failing_example() -> None:
    codes = {code.name for code in all_codes()} - {code.name for code in LOAD_CODES}
    assert codes == {case[0] for case in CASES}


def test_codes_are_unique_and_described() -> None:
    names = [code.name for code in all_codes()]
    assert len(names) == len(set(names))
    assert names == sorted(names)
    assert all(code.zh and code.en for code in all_codes())


def test_every_check_module_is_found() -> None:
    for module in modules():
        assert hasattr(module, "check") or hasattr(module, "check_all"), module.__name__
