"""The figure as SVG: classes only, so that a style sheet makes it light, dark or printed."""

from __future__ import annotations

from html import escape

from macros.figures.diagram import Diagram, Lane, Node
from macros.figures.layout import HEAD, Box, Layout, Route

_KINDS = {
    "zh": {
        "start": "开始",
        "task": "步骤",
        "exclusive": "判断",
        "parallel": "并行",
        "data": "文书",
        "end": "结束",
        "unsettled": "未决事项",
    },
    "en": {
        "start": "start",
        "task": "step",
        "exclusive": "decision",
        "parallel": "in parallel",
        "data": "document",
        "end": "end",
        "unsettled": "open question",
    },
}
_INFERRED = {"zh": "推断", "en": "inferred"}


def write(diagram: Diagram, layout: Layout) -> str:
    """Return `diagram`, placed by `layout`, as an inline SVG element."""
    by_lane = {lane.key: lane for lane in diagram.lanes}
    name = f"figure-{diagram.id}"
    parts = [
        f'<svg class="procedure-figure" xmlns="http://www.w3.org/2000/svg" role="group" '
        f'aria-labelledby="{name}" width="{layout.width:.0f}" height="{layout.height:.0f}" '
        f'viewBox="-1 -1 {layout.width + 2:.0f} {layout.height + 2:.0f}">',
        f'<title id="{name}">{escape(diagram.title)}</title>',
        f'<defs><marker id="{name}-arrow" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" '
        f'markerHeight="8" orient="auto"><path class="arrow" d="M0 0 8 4 0 8z"/></marker></defs>',
    ]
    parts += [_lane(by_lane[key], box) for key, box in layout.lanes.items()]
    parts += [_line(route, name) for route in layout.routes]
    parts += [_label(route) for route in layout.routes]
    parts += [_node(node, layout.nodes[node.id], diagram.language) for node in diagram.nodes]
    return "".join((*parts, "</svg>"))


def _lane(lane: Lane, box: Box) -> str:
    side = "outside" if lane.outside else "unstated" if lane.key == "not-stated" else "inside"
    return (
        f'<g class="lane {side}">'
        f'<rect x="{box.x:.1f}" y="0" width="{box.width:.1f}" height="{box.height:.1f}"/>'
        f'<rect class="head" x="{box.x:.1f}" y="0" width="{box.width:.1f}" height="{HEAD:.0f}"/>'
        f"{_text(lane.name, box.middle, HEAD / 2, 'lane-name')}</g>"
    )


def _line(route: Route, name: str) -> str:
    kinds = [
        "flow",
        *(["inferred"] if route.flow.inferred else []),
        *(["message"] if route.flow.message else []),
    ]
    path = "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in route.points)
    return f'<path class="{" ".join(kinds)}" d="{path}" marker-end="url(#{name}-arrow)"/>'


def _label(route: Route) -> str:
    lines = route.flow.label
    if not lines:
        return ""
    x, y = route.label_at
    spans = _spans(lines, x, y, 16)
    return f'<text class="exit" text-anchor="{route.anchor}">{spans}</text>'


def _node(node: Node, box: Box, language: str) -> str:
    kind = _KINDS[language][node.kind] + (f" · {_INFERRED[language]}" if node.inferred else "")
    inferred = " inferred" if node.inferred else ""
    return (
        f'<a class="node {node.kind}{inferred}" href="#step-{node.id}" '
        f'aria-label="{escape(kind + ": " + node.title)}"><title>{escape(node.title)}</title>'
        f"{_shape(node.kind, box)}{_text(node.lines, box.middle, box.y + box.height / 2, 'label')}</a>"
    )


def _shape(kind: str, box: Box) -> str:
    x, y, w, h = box.x, box.y, box.width, box.height
    if kind == "exclusive":
        right = x + w
        corners = [(x, y + h / 2), (x + 14, y), (right - 14, y), (right, y + h / 2)]
        corners += [(right - 14, y + h), (x + 14, y + h)]
        points = " ".join(f"{left:.1f},{top:.1f}" for left, top in corners)
        return f'<polygon points="{points}"/>'
    if kind == "data":
        fold = f"M{x + w - 14} {y}V{y + 14}H{x + w}"
        return f'<path d="M{x} {y}H{x + w - 14}L{x + w} {y + 14}V{y + h}H{x}z {fold}"/>'
    radius = h / 2 if kind in ("start", "end", "unsettled") else 6
    bars = f'<path d="M{x} {y + 4}H{x + w}M{x} {y + h - 4}H{x + w}"/>' if kind == "parallel" else ""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{min(radius, 20):.1f}"/>{bars}'
    )


def _text(lines: tuple[str, ...], x: float, middle: float, kind: str) -> str:
    spans = _spans(lines, x, middle - (len(lines) - 1) * 9 + 4.5, 18)
    return f'<text class="{kind}" text-anchor="middle">{spans}</text>'


def _spans(lines: tuple[str, ...], x: float, top: float, step: int) -> str:
    return "".join(
        f'<tspan x="{x:.1f}" y="{top + step * n:.1f}">{escape(line)}</tspan>' for n, line in enumerate(lines)
    )
