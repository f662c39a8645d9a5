"""A report as PDF, in a font that knows the letters of names: Open Sans (OFL) covers Latin, Greek and Cyrillic."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from fpdf import FPDF
from fpdf.fonts import FontFace, TTFFont

from consentry.services.reports.shape import Cell, Part, Report

_FONT, _PACKAGE, _FILE = "OpenSans", "fontpkg_open_sans", "OpenSans[wdth,wght].ttf"
_WEIGHTS = {"": 400.0, "B": 700.0}
_MISSING = "?"  # for a letter the font does not know: a name must not lose one without a trace


@cache
def _font() -> Path:
    """The font's file; the package is found without running it."""
    spec = find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(_PACKAGE)
    return Path(spec.submodule_search_locations[0]) / "files" / _FILE


class _Page(FPDF):
    """Landscape letter pages with the title and the page's number on each."""

    def __init__(self, report: Report) -> None:
        super().__init__("landscape", "pt", "letter")
        self.report = report
        for style, weight in _WEIGHTS.items():
            self.add_font(_FONT, style, _font(), variations={"wght": weight, "wdth": 100.0})
        self.set_title(report.title)  # no name in it: titles show in window lists
        self.set_margin(40)
        self.set_auto_page_break(True, 50)

    def footer(self) -> None:
        """The last line of each page."""
        self.set_y(-36)
        self.set_font(_FONT, size=8)
        text = f"{self.report.title}, {self.report.day.isoformat()} - page {self.page_no()} of {{nb}}"
        self.cell(0, 12, text, align="R")


def as_pdf(report: Report) -> bytes:
    """The report as a PDF file."""
    page = _Page(report)
    page.add_page()
    page.set_font(_FONT, "B", 16)
    page.multi_cell(0, 22, report.title, new_x="LMARGIN", new_y="NEXT")
    page.set_font(_FONT, size=10)
    for line in (report.day.isoformat(), *report.intro):
        page.multi_cell(0, 15, _known(page, line), new_x="LMARGIN", new_y="NEXT")
    for part in report.parts:
        _table(page, part)
    return bytes(page.output())


def _table(page: _Page, part: Part) -> None:
    page.ln(8)
    page.set_font(_FONT, "B", 11)
    page.multi_cell(0, 16, part.title, new_x="LMARGIN", new_y="NEXT")
    page.set_font(_FONT, size=8)
    if not part.rows:
        page.multi_cell(0, 14, "Nothing is on record.", new_x="LMARGIN", new_y="NEXT")
        return
    style = FontFace(emphasis="BOLD", fill_color=(235, 235, 235))
    with page.table(
        col_widths=tuple(part.widths), text_align="LEFT", line_height=12, headings_style=style
    ) as table:
        for row in (part.columns, *part.rows):
            table.row([_known(page, _text(cell)) for cell in row])


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return str(cell)


def _known(page: FPDF, text: str) -> str:
    font = page.fonts[_FONT.lower()]
    if not isinstance(font, TTFFont):
        return text
    return "".join(c if c.isspace() or ord(c) in font.cmap else _MISSING for c in text)
