"""Meeting packs as Word files, in the layout of official documents (GB/T 9704-2012) and in English.

The standard's page: A4, margins 37 mm above and 28 mm at the binding edge, a type area of 156 by 225 mm with
22 lines; titles in 小标宋 size 2, text in 仿宋 size 3, page numbers between dashes at the foot.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterator
from math import floor
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt

from macros.derive import links
from macros.exports.desks import desks
from macros.exports.fonts import FONT_TABLE, LOOKS, Font, Look
from macros.exports.pack import Block, Heading, Pack, Paragraph, Table, Title, pack
from macros.model import Handbook

TOP, BOTTOM, LEFT, RIGHT = 37, 35, 28, 26
"""Margins in millimetres: what they leave of A4 is 156 by 225."""
WIDTH = 210 - LEFT - RIGHT
SIGNS = 28
"""To a line of text."""
FOOT = 12
"""The page number stands 7 mm below the type area and is some 5 mm high."""
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first date a zip archive can hold, so that a pack's bytes do not tell when it was made."""
NOTE, CELL, HEAD = "Pack Note", "Pack Cell", "Pack Head"
OFF_GRID = (NOTE, CELL, HEAD)
_UNUSED = ("thumbnail", "stylesWithEffects", "customXml")
"""Parts of the library's template that a pack has no use for."""


def files(handbook: Handbook) -> Iterator[tuple[str, bytes]]:
    """Yield the pack of every meeting, in each language."""
    for desk in desks(handbook):
        for meeting in desk.rulebook.meetings.values():
            yield links.url(desk.rulebook.id, "pack", meeting.id, desk.language), write(pack(desk, meeting))


def write(content: Pack) -> bytes:
    """Return the Word file; the same bytes for the same content."""
    document = Document()
    look = LOOKS[content.language]
    _slim(document)
    _properties(document, content)
    _page(document, look)
    _styles(document, look)
    for number, block in enumerate(content.blocks):
        _block(document, block, look, first=number == 0)
    out = io.BytesIO()
    document.save(out)
    return _sealed(out.getvalue())


def _sealed(blob: bytes) -> bytes:
    """Return the archive with every date in it set to the same."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blob)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            new.writestr(entry, old.read(name))
    return out.getvalue()


def _slim(document: Any) -> None:
    for holder in (document.part, document.part.package):
        for key, relation in list(holder.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in _UNUSED:
                del holder.rels[key]
    fonts = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    made = type(fonts).load(fonts.partname, fonts.content_type, FONT_TABLE.encode(), document.part.package)
    for key, relation in list(document.part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.FONT_TABLE:
            del document.part.rels[key]
    document.part.relate_to(made, RELATIONSHIP_TYPE.FONT_TABLE)


def _properties(document: Any, content: Pack) -> None:
    known = document.core_properties
    known.title, known.subject, known.author, known.comments = content.title, "", "", ""
    known.last_modified_by, known.keywords, known.category = "", "", ""
    if content.date:
        date = datetime.datetime.combine(datetime.date.fromisoformat(content.date), datetime.time())
        known.created = known.modified = known.last_printed = date
    known.revision, known.language = 1, LOOKS[content.language].code


def _page(document: Any, look: Look) -> None:
    (section,) = document.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.footer_distance = Mm(BOTTOM - FOOT)
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is None:
        grid = OxmlElement("w:docGrid")
        section._sectPr.append(grid)
    if look.lines:
        grid.set(qn("w:type"), "lines")
        grid.set(qn("w:linePitch"), str(round(look.pitch * 20)))
    # On right-hand pages the number stands on the right, on left-hand pages on the left, one sign in.
    document.settings.odd_and_even_pages_header_footer = True
    _page_number(section.footer.paragraphs[0], look, WD_ALIGN_PARAGRAPH.RIGHT)
    _page_number(section.even_page_footer.paragraphs[0], look, WD_ALIGN_PARAGRAPH.LEFT)


def _page_number(paragraph: Any, look: Look, side: WD_ALIGN_PARAGRAPH) -> None:
    form = paragraph.paragraph_format
    paragraph.alignment = side
    form.left_indent = form.right_indent = Pt(look.foot.size)
    for text in ("— ", None, " —"):
        run = paragraph.add_run(text)
        _font(run, look.foot)
        if text is None:
            for part in (_field("begin"), _field_name("PAGE"), _field("end")):
                run._r.append(part)


def _field(kind: str) -> Any:
    part = OxmlElement("w:fldChar")
    part.set(qn("w:fldCharType"), kind)
    return part


def _field_name(name: str) -> Any:
    part = OxmlElement("w:instrText")
    part.text = name
    return part


def _styles(document: Any, look: Look) -> None:
    """Set the styles that paragraphs name, so that who edits a paper changes one place."""
    language = document.styles.element.find(f".//{qn('w:lang')}")
    language.set(qn("w:val"), "en-GB")
    language.set(qn("w:eastAsia"), "zh-CN")
    pitch = look.pitch
    for name, font, line, before, after in (
        ("Normal", look.body, pitch, 0, 0),
        ("Title", look.title, pitch * 1.2, 0, 0),
        ("Subtitle", look.quiet, pitch, 0, pitch / 2),
        ("Heading 1", look.heading, pitch, pitch / 3, 0),
        ("Body Text", look.body, pitch, 0, 0),
        (NOTE, look.quiet, look.quiet.size * 1.4, 0, 0),
        (CELL, look.table, look.table.size * 1.4, 0, 0),
        (HEAD, look.table_head, look.table.size * 1.4, 0, 0),
    ):
        style = _style(document, name)
        # The template's own rules and spaced letters are not of official documents.
        for path in ("w:pPr/w:pBdr", "w:rPr/w:spacing", "w:rPr/w:kern"):
            for unwanted in style.element.xpath(path):
                unwanted.getparent().remove(unwanted)
        _font(style, font)
        style.font.color.rgb, style.font.italic = None, False
        form = style.paragraph_format
        form.space_before, form.space_after = Pt(before), Pt(after)
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(line)
        form.first_line_indent = Pt(font.size * look.indent if name in ("Body Text", NOTE) else 0)
        if name in ("Title", "Subtitle"):
            form.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if name == "Body Text" and look.lines:
            _close_up(style, Mm(WIDTH).pt / SIGNS - font.size)
        if name in OFF_GRID:
            _off_grid(style)


def _style(document: Any, name: str) -> Any:
    """Return a style of the library's template, or a new one that stands on the body text's."""
    if name in document.styles:
        return document.styles[name]
    made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = document.styles["Normal"]
    return made


def _close_up(style: Any, points: float) -> None:
    """Set signs closer than their size; not by the page's grid, which not every program reads alike."""
    spacing = OxmlElement("w:spacing")
    spacing.set(qn("w:val"), str(floor(points * 20)))
    style.element.rPr.insert_element_before(spacing, "w:w", "w:kern", "w:position", "w:sz", "w:szCs")


def _off_grid(style: Any) -> None:
    """Let lines stand as close as their size asks, not on the page's grid."""
    snap = OxmlElement("w:snapToGrid")
    snap.set(qn("w:val"), "0")
    style.element.pPr.insert_element_before(snap, "w:spacing", "w:ind", "w:jc", "w:rPr")


def _font(holder: Any, font: Font) -> None:
    """Set a font for both scripts; a theme's font would win over it, so that goes."""
    holder.font.size, holder.font.bold = Pt(font.size), font.bold
    holder.font.name = font.latin
    fonts = holder.element.rPr.rFonts if hasattr(holder, "element") else holder._r.rPr.rFonts
    for name in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.attrib.pop(qn(f"w:{name}Theme"), None)
    named = {"hAnsi": font.latin, "cs": font.latin, "eastAsia": font.chinese, "hint": font.hint}
    for name, value in named.items():
        fonts.set(qn(f"w:{name}"), value)


def _block(document: Any, block: Block, look: Look, first: bool) -> None:
    if isinstance(block, Title):
        title = _paragraph(document, block.text, "Title")
        title.paragraph_format.page_break_before = not first
        _paragraph(document, block.under, "Subtitle")
    elif isinstance(block, Heading):
        _paragraph(document, block.text, "Heading 1").paragraph_format.keep_with_next = True
    elif isinstance(block, Paragraph):
        _paragraph(document, block.text, NOTE if block.quiet else "Body Text")
    else:
        _table(document, block)
        _paragraph(document, "", NOTE)


def _paragraph(holder: Any, text: str, style: str) -> Any:
    made = holder.add_paragraph(text)
    # By its id, since the library looks through all styles for each name; a style's id is its name closed up.
    made._p.style = style.replace(" ", "")
    return made


def _table(document: Any, block: Table) -> None:
    rows = ((block.head,) if block.head else ()) + block.rows
    table = document.add_table(0, len(block.widths), style="Table Grid")
    table.autofit = False
    widths = [Length(Mm(WIDTH * width / 100)) for width in block.widths]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for at, texts in enumerate(rows):
        heads = bool(block.head) and not at
        row = table.add_row()
        row.height = Mm(8 if heads else block.height)
        for mark in ("cantSplit", "tblHeader") if heads else ("cantSplit",):
            row._tr.get_or_add_trPr().append(OxmlElement(f"w:{mark}"))
        for cell, text, width in zip(row.cells, texts, widths, strict=True):
            cell.width = width
            cell.text = text
            cell._tc.p_lst[0].style = (HEAD if heads else CELL).replace(" ", "")
