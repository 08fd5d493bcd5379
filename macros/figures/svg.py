"""The figure as SVG: classes only, so that a style sheet makes it light, dark or printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from macros.figures.diagram import LINE, Diagram, Lane, Node, Wording
from macros.figures.geometry import Box, Layout, Route
from macros.figures.legend import Entry, legend
from macros.figures.ports import LABEL_LINE
from macros.figures.routes import name_lines
from macros.figures.text import BOLD, balanced

Address = Callable[[str], str]
"""Gives the address a step's node leads to."""
_BADGE = 9.0
_TITLE, _TITLE_LINE = 16.0, 22.0
"""Of a file's title, which on a page stands over the figure."""


def write(diagram: Diagram, layout: Layout, wording: Wording, address: Address) -> str:
    """Return `diagram`, placed by `layout`, as an inline SVG element whose nodes are links."""
    return _Writer(diagram, layout, wording, address).whole("", "")


def write_alone(
    diagram: Diagram, layout: Layout, wording: Wording, language: str, description: str, style: str
) -> str:
    """Return the figure as a file of its own: light, printable, described, without links.

    `language` is the value of `xml:lang`; `style` a style sheet, which nothing of the page's replaces.
    """
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    more = f' xml:lang="{language}"', f"<desc>{escape(description)}</desc><style>{style}</style>"
    return head + _Writer(diagram, layout, wording, None).whole(*more) + "\n"


class _Writer:
    def __init__(self, diagram: Diagram, layout: Layout, wording: Wording, address: Address | None) -> None:
        self.diagram, self.layout, self.wording, self.address = diagram, layout, wording, address

    def whole(self, attributes: str, inner: str) -> str:
        diagram, layout = self.diagram, self.layout
        width = layout.width + 2
        entries, bottom = legend(diagram, self.wording, width - 2, layout.height + 16)
        banner, above = ("", 0.0) if self.address else self._banner(width)
        height = bottom + 2 + above
        name = f"figure-{diagram.id}"
        role = "group" if self.address else "img"
        lanes = {lane.key: lane for lane in diagram.lanes}
        parts = [
            f'<svg class="procedure-figure" xmlns="http://www.w3.org/2000/svg" role="{role}" '
            f'aria-labelledby="{name}" width="{width:.0f}" height="{height:.0f}" '
            f'viewBox="-1 {-1 - above:.0f} {width:.0f} {height:.0f}"{attributes}>',
            f'<title id="{name}">{escape(diagram.title)}</title>{inner}{banner}',
            f'<defs><marker id="{name}-arrow" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" '
            f'markerHeight="8" orient="auto"><path class="arrow" d="M0 0 8 4 0 8z"/></marker></defs>',
        ]
        parts += [f'<g class="lane {lanes[key].pool}">{_rect(box)}</g>' for key, box in layout.lanes.items()]
        parts += [_line(route, name) for route in layout.routes]
        parts += [_label(route) for route in layout.routes]
        parts += [self._node(node, layout.nodes[node.id]) for node in diagram.nodes]
        parts.append(self._heads(lanes))
        parts += [_entry(entry) for entry in entries]
        return "".join((*parts, "</svg>"))

    def _banner(self, width: float) -> tuple[str, float]:
        """Return the paper and the title of a figure that has no page, and the height of the title."""
        lines = balanced(self.diagram.title, (width - 8) / _TITLE / BOLD)
        above = len(lines) * _TITLE_LINE + 12
        paper = f'<rect class="paper" x="-1" y="{-1 - above:.0f}" width="{width:.0f}" height="100%"/>'
        title = f'<text class="title">{_spans(lines, 4, _TITLE_LINE - above, _TITLE_LINE)}</text>'
        return paper + title, above

    def _heads(self, lanes: Mapping[str, Lane]) -> str:
        """Return the names over the lanes, above all else, so that they can stay when the rest scrolls."""
        parts = []
        for key, box in self.layout.lanes.items():
            more = 0 if lanes[key].pool == "inside" else self._house
            head = Box(box.x, box.y, box.width, self.layout.head + more)
            words = _words(name_lines(lanes[key].name, box.width), head, "lane-name")
            parts.append(f'<g class="head {lanes[key].pool}">{_rect(head)}{words}</g>')
        house = self.layout.house
        if house:
            words = _words(name_lines(self.diagram.house, house.width), house, "pool-name")
            parts.append(f'<g class="head inside">{_rect(house)}{words}</g>')
        return f'<g class="heads">{"".join(parts)}</g>'

    @property
    def _house(self) -> float:
        return self.layout.house.height if self.layout.house else 0.0

    def _node(self, node: Node, box: Box) -> str:
        party = node.kind == "party"
        kind = "" if party else self.wording.label("step_kind", node.kind) + self.wording.ui("colon")
        inferred = f" ({self.wording.ui('inferred')})" if node.inferred else ""
        classes = f"node {node.kind}{' inferred' if node.inferred else ''}"
        drawn = _shape(node.kind, box) + _words(node.lines, box, "label")
        if not party:
            drawn += _badge(
                str(node.number), box.x + (9 if node.kind == "exclusive" else 5), box.y + 2, "number"
            )
        if node.kind == "unsettled":
            drawn += _badge("?", box.right - 7, box.y + 3, "mark")
        if self.address is None:
            return f'<g class="{classes}">{drawn}</g>'
        who = f"{self.wording.ui('dot')}{node.who}" if node.who else ""
        said = escape(f"{node.number}{self.wording.ui('dot')}{kind}{node.title}{who}{inferred}")
        anchor = "" if party else f' id="node-{node.id}"'
        return (
            f'<a class="{classes}"{anchor} data-step="{node.step}" href="{escape(self.address(node.step))}" '
            f'aria-label="{said}">{drawn}</a>'
        )


def _line(route: Route, name: str) -> str:
    flow = route.flow
    kinds = {"flow": True, "inferred": flow.inferred, "message": flow.message, "joins": flow.joins}
    path = "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in route.points)
    arrow = "" if flow.joins else f' marker-end="url(#{name}-arrow)"'
    return f'<path class="{" ".join(kind for kind, is_so in kinds.items() if is_so)}" d="{path}"{arrow}/>'


def _label(route: Route) -> str:
    if not route.flow.label:
        return ""
    spans = _spans(route.flow.label, *route.label_at, LABEL_LINE)
    return f'<text class="exit" text-anchor="{route.anchor}">{spans}</text>'


def _entry(entry: Entry) -> str:
    box = entry.box
    if entry.kind in ("inferred", "message", "joins"):
        y = box.y + box.height / 2
        kind = "message joins" if entry.kind == "joins" else entry.kind
        sample = f'<path class="flow {kind}" d="M{box.x:.1f} {y:.1f}H{box.right:.1f}"/>'
    else:
        sample = f'<g class="node {entry.kind}">{_shape(entry.kind, box)}</g>'
    x, y = entry.text_at
    return f'{sample}<text class="legend" x="{x:.1f}" y="{y:.1f}">{escape(entry.text)}</text>'


def _shape(kind: str, box: Box) -> str:
    x, y, w, h = box.x, box.y, box.width, box.height
    if kind == "exclusive":
        cut, right = min(14.0, h / 2), x + w
        corners = [(x, y + h / 2), (x + cut, y), (right - cut, y), (right, y + h / 2)]
        corners += [(right - cut, y + h), (x + cut, y + h)]
        points = " ".join(f"{left:.1f},{top:.1f}" for left, top in corners)
        return f'<polygon points="{points}"/>'
    if kind == "data":
        fold = min(14.0, h / 2)
        corner = f"M{x + w - fold:.1f} {y:.1f}v{fold:.1f}h{fold:.1f}"
        return (
            f'<path d="M{x:.1f} {y:.1f}h{w - fold:.1f}l{fold:.1f} {fold:.1f}V{y + h:.1f}H{x:.1f}z{corner}"/>'
        )
    radius = min(h / 2, 20.0) if kind in ("start", "end", "unsettled") else min(h / 4, 6.0)
    bars = ""
    if kind == "parallel":
        inset = min(4.0, h / 4)
        bars = f'<path d="M{x:.1f} {y + inset:.1f}h{w:.1f}m0 {h - 2 * inset:.1f}h{-w:.1f}"/>'
    return f"{_rect(box, radius=radius)}{bars}"


def _rect(box: Box, kind: str = "", radius: float = 0.0) -> str:
    said = f' class="{kind}"' if kind else ""
    rounded = f' rx="{radius:.1f}"' if radius else ""
    place = f'x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}"'
    return f"<rect{said} {place}{rounded}/>"


def _badge(sign: str, x: float, y: float, kind: str) -> str:
    return (
        f'<g class="{kind}" aria-hidden="true"><circle cx="{x:.1f}" cy="{y:.1f}" r="{_BADGE}"/>'
        f'<text text-anchor="middle" x="{x:.1f}" y="{y + 3.6:.1f}">{sign}</text></g>'
    )


def _words(lines: tuple[str, ...], box: Box, kind: str) -> str:
    top = box.y + box.height / 2 - (len(lines) - 1) * LINE / 2 + 4.5
    return f'<text class="{kind}" text-anchor="middle">{_spans(lines, box.middle, top, LINE)}</text>'


def _spans(lines: tuple[str, ...], x: float, top: float, step: float) -> str:
    """Return the lines one below the other; a space of no width keeps words apart where they are spoken."""
    parts = []
    for number, line in enumerate(lines):
        if number and line[0].isascii() and lines[number - 1][-1].isascii():
            parts.append('<tspan font-size="0"> </tspan>')
        parts.append(f'<tspan x="{x:.1f}" y="{top + step * number:.1f}">{escape(line)}</tspan>')
    return "".join(parts)
