"""A fictional procedure of forty steps in eight lanes: the largest figure that has to stay legible.

The Garden Club and its harvest are invented; no rulebook says any of this.
"""

from __future__ import annotations

from macros.figures.diagram import Diagram, Flow, Lane, Node
from macros.figures.text import balanced

LANES = ("园丁", "会长", "副会长", "司库", "工具管理员", "全体会员", "邻近农场", "集市管理处")
STEPS = (
    "start:0:秋收（虚构的例子）", "task:0:清点成熟的作物", "task:0:提出采收建议",
    "exclusive:1:建议是否妥当？", "task:0:修改采收建议", "task:1:召集会员",
    "parallel:1:分头准备", "task:4:检查农具并列出短缺",
    "exclusive:4:农具够不够？", "task:6:借出农具", "task:4:登记借用的农具", "data:4:农具清单",
    "task:3:核算所需款项", "exclusive:3:款项够不够？", "task:2:请会员认捐", "task:5:认捐",
    "task:3:收款并登记", "task:5:报名参加采收", "task:2:排定轮班", "data:2:轮班表",
    "parallel:1:准备就绪", "task:5:采收", "task:0:照看采收质量", "exclusive:0:有没有病害？",
    "task:0:单独堆放", "unsettled:0:病株由谁处理？", "task:0:过秤", "data:0:过秤记录",
    "exclusive:2:自用还是出售？", "task:5:分配给会员", "task:2:联系集市", "task:7:给出摊位",
    "exclusive:7:有没有摊位？", "task:5:运到集市出售", "task:3:入账", "task:3:报告账目",
    "task:1:审看账目", "exclusive:1:账目相符？", "task:1:向会员说明", "end:5:收成结束",
)  # fmt: skip
FLOWS = (
    "0>1 1>2 2>3 3>4:不妥 4>3 3>5:妥当 5>6 6>7 6>12 6>17 7>8 8>9:不够 8>11:够用 9>10 10>11 11>20 12>13 "
    "13>14:不够 14>15 15>16 16>13 13>20:够用 17>18 18>19 19>20 20>21 21>22 22>23 23>24:有 23>26:没有 24>25 "
    "26>27 27>28 28>29:自用 28>30:出售 30>31 31>32 32>33:有 32>29:没有 33>34 34>35 35>36 36>37 37>35:不符 "
    "37>38:相符 29>39 38>39"
)
WIDTH = 140.0


def large() -> Diagram:
    """Return the figure: forty nodes, eight lanes, three loops, two pools outside."""
    lanes = tuple(Lane(f"lane-{n}", name, "outside" if n > 5 else "inside") for n, name in enumerate(LANES))
    nodes = []
    for number, step in enumerate(STEPS):
        kind, lane, title = step.split(":")
        lines = balanced(title, 8)
        id = f"n{number}"
        nodes.append(Node(id, id, number + 1, kind, f"lane-{lane}", lines, title, "", number == 22, WIDTH))
    flows = []
    for number, flow in enumerate(FLOWS.split()):
        ends, _, label = flow.partition(":")
        source, target = ends.split(">")
        message = "outside" in {lanes[int(STEPS[int(end)].split(":")[1])].pool for end in (source, target)}
        flows.append(Flow(f"n{source}", f"n{target}", (label,) if label else (), number % 9 == 7, message))
    return Diagram("large", "园艺会的秋收（虚构）", "zh", "园艺会（虚构）", lanes, tuple(nodes), tuple(flows))
