"""Tables that call themselves .xls: HTML pages and Excel 2003's XML, both common exports of school systems."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import islice
from xml.parsers import expat

from consentry_intake import limits
from consentry_intake.sheets.book import EMPTY, Cell, Kind, Sheet
from consentry_intake.sheets.errors import SheetError
from consentry_intake.sheets.xlsx import TOO_MANY, check_extent
from consentry_intake.sheets.zipped import DAMAGED, local, safe_parser

_HTML_ROW = re.compile(r"<tr[\s/>]", re.IGNORECASE)
_XML_ROW = re.compile(r"<(?:[\w.-]+:)?Row[\s/>]")
_XML_SHEET = "urn:schemas-microsoft-com:office:spreadsheet"


def kind_of(text: str) -> str | None:
    """Says "html" or "xml" where the text is such a table, else None."""
    head = text[:20_000].lstrip()
    if not head.startswith("<"):
        return None
    if _XML_SHEET in head:
        return "xml"
    return "html" if "<table" in text[:2_000_000].lower() else None


def read_markup(text: str, kind: str) -> list[Sheet]:
    """The tables, one sheet each. Raises SheetError."""
    rows = (_XML_ROW if kind == "xml" else _HTML_ROW).finditer(text)
    if next(islice(rows, limits.SHEET_ROWS, None), None) is not None:  # before a single cell is made
        raise SheetError(TOO_MANY)
    return _read_xml(text) if kind == "xml" else _read_html(text)


class _Grid:
    """Collects the cells of the table that is being read."""

    def __init__(self) -> None:
        self.rows: list[list[Cell]] = []
        self.widest = 0

    def row(self) -> None:
        self.rows.append([])
        check_extent(len(self.rows), self.widest)

    def put(self, value: str, kind: Kind, column: int | None = None, span: int = 1) -> None:
        if not self.rows:
            self.row()
        row = self.rows[-1]
        if column is not None and len(row) < column <= limits.SHEET_COLUMNS:
            row.extend([EMPTY] * (column - len(row)))
        row.append(Cell(value[: limits.SHEET_CELL_CHARS], kind) if value else EMPTY)
        row.extend([EMPTY] * (min(span, limits.SHEET_COLUMNS) - 1))
        self.widest = max(self.widest, len(row))
        check_extent(len(self.rows), self.widest)

    def done(self, name: str) -> Sheet:
        check_extent(len(self.rows), self.widest)
        for row in self.rows:
            row.extend([EMPTY] * (self.widest - len(row)))
        return Sheet(name, self.rows)


class _Tables(HTMLParser):
    """Rows and cells of every table of a page; scripts and styles are dropped, nothing is fetched."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.grids: list[_Grid] = []
        self._open: list[str] | None = None
        self._span = 1
        self._skip = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.grids.append(_Grid())
            if len(self.grids) > limits.SHEET_TABS:
                raise SheetError(TOO_MANY)
        elif tag in {"script", "style"}:
            self._skip = True
        elif tag == "br" and self._open is not None:
            self._open.append(" ")
        elif tag == "tr" and self.grids:
            self._close()
            self.grids[-1].row()
        elif tag in {"td", "th"} and self.grids:
            self._close()
            span = dict(attrs).get("colspan") or "1"
            self._span = int(span) if span.isdigit() and len(span) < 5 else 1
            self._open = []

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self._skip = False
        elif tag in {"td", "th", "tr", "table"}:
            self._close()

    def handle_data(self, data: str) -> None:
        if self._open is not None and not self._skip:
            self._open.append(data)

    def _close(self) -> None:
        if self._open is not None:
            value = " ".join("".join(self._open).split())
            self.grids[-1].put(value, Kind.TEXT if value else Kind.EMPTY, span=self._span)
            self._open = None


def _read_html(text: str) -> list[Sheet]:
    page = _Tables()
    page.feed(text)
    page.close()
    return [grid.done(f"Table {index}") for index, grid in enumerate(page.grids, 1) if grid.rows]


class _XmlBook:
    """Worksheet, Row, Cell and Data of Excel 2003's XML."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self._grid = _Grid()
        self._name = ""
        self._at: int | None = None
        self._kind = Kind.TEXT
        self._text: list[str] | None = None
        self._comment = False

    def start(self, element: str, attributes: dict[str, str]) -> None:
        name, values = local(element), {local(key): value for key, value in attributes.items()}
        index = values.get("Index", "")
        number = int(index) if index.isdigit() and len(index) < 8 else None
        if name == "Worksheet":
            self._name, self._grid = values.get("Name", ""), _Grid()
        elif name == "Row":
            self._grid.row()
            while number is not None and len(self._grid.rows) < number:
                self._grid.row()
        elif name == "Cell":
            self._at = number - 1 if number is not None else None
        elif name == "Comment":
            self._comment = True
        elif name == "Data" and not self._comment:
            kinds = {"Number": Kind.NUMBER, "Boolean": Kind.BOOL, "DateTime": Kind.DATE, "Error": Kind.ERROR}
            self._kind, self._text = kinds.get(values.get("Type", ""), Kind.TEXT), []

    def end(self, element: str) -> None:
        name = local(element)
        if name == "Comment":
            self._comment = False
        elif name == "Data" and self._text is not None:
            self._put("".join(self._text))
            self._text = None
        elif name == "Worksheet":
            self.sheets.append(self._grid.done(self._name))
            if len(self.sheets) > limits.SHEET_TABS:
                raise SheetError(TOO_MANY)

    def _put(self, value: str) -> None:
        if self._kind is Kind.BOOL:
            value = "TRUE" if value.strip() == "1" else "FALSE"
        elif self._kind is Kind.DATE:
            value = value.replace("T00:00:00.000", "").replace("T", " ")[:19]
        self._grid.put(value, self._kind if value else Kind.EMPTY, self._at)

    def text(self, piece: str) -> None:
        if self._text is not None:
            self._text.append(piece)


def _read_xml(text: str) -> list[Sheet]:
    book, parser = _XmlBook(), safe_parser()
    parser.StartElementHandler = book.start
    parser.EndElementHandler = book.end
    parser.CharacterDataHandler = book.text
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        raise SheetError(DAMAGED) from error
    return book.sheets
