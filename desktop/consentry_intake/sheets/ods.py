"""Looks over the content of an .ods before calamine expands its repeated rows and cells."""

from __future__ import annotations

import zipfile

from consentry_intake import limits
from consentry_intake.sheets.errors import SheetError
from consentry_intake.sheets.xlsx import TOO_MANY, TOO_WIDE, Marks, check_extent
from consentry_intake.sheets.zipped import LOCKED, local, parse, parts

_LINKS = {"table-source", "cell-range-source", "database-source-table", "dde-source"}
_LARGE = 16 * limits.MIB  # bytes of content.xml from which its rows are counted first


class _Content:
    """One pass over content.xml: extents as calamine will lay them out, formulas without a value, errors."""

    def __init__(self) -> None:
        self.sheets: dict[str, Marks] = {}
        self._marks = Marks()
        self._row = self._column = 0
        self._row_repeat = self._cell_repeat = 1
        self._depth = 0
        self._in_cell = 0
        self._comment: list[str] | None = None
        self.links = False

    def start(self, element: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > limits.SHEET_XML_DEPTH:
            raise SheetError("The workbook is nested deeper than any spreadsheet; save it as .xlsx and try again.")
        name = local(element)
        if name == "table":
            self._marks = self.sheets[attributes.get("table:name", "")] = Marks()
            self._row = -1
            self._row_repeat = 1
        elif name == "table-row":
            self._row += self._row_repeat if self._row >= 0 else 1
            self._row_repeat = _repeat(attributes, "table:number-rows-repeated")
            self._column, self._cell_repeat = 0, 1
        elif name in {"table-cell", "covered-table-cell"}:
            self._cell(attributes)
        elif name == "annotation" and self._in_cell:
            self._comment = []
        elif name in _LINKS:
            self.links = True

    def end(self, element: str) -> None:
        self._depth -= 1
        name = local(element)
        if name in {"table-cell", "covered-table-cell"}:
            self._column += self._cell_repeat
            self._in_cell = 0
        elif name == "annotation" and self._comment is not None:
            self._marks.comments[self._row, self._column] = " ".join("".join(self._comment).split())
            self._comment = None

    def text(self, piece: str) -> None:
        if self._comment is not None:
            self._comment.append(piece)
        elif self._in_cell and piece.strip():
            self._fill()
            self._marks.no_value.discard((self._row, self._column))

    def _cell(self, attributes: dict[str, str]) -> None:
        self._cell_repeat = _repeat(attributes, "table:number-columns-repeated")
        self._in_cell = 1
        if "office:value-type" in attributes or "table:formula" in attributes:
            self._fill()
        if "table:formula" in attributes and not any(
            key in attributes
            for key in (
                "office:value",
                "office:string-value",
                "office:date-value",
                "office:boolean-value",
                "office:time-value",
            )
        ):
            self._marks.no_value.add((self._row, self._column))
        if attributes.get("calcext:value-type") == "error":
            self._marks.errors.add((self._row, self._column))

    def _fill(self) -> None:
        marks = self._marks
        marks.rows = max(marks.rows, self._row + self._row_repeat)
        marks.columns = max(marks.columns, self._column + self._cell_repeat)
        check_extent(marks.rows, marks.columns)


def _repeat(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return max(1, int(text)) if text.isdigit() and len(text) < 9 else 1


def read_marks(archive: zipfile.ZipFile) -> tuple[dict[str, Marks], bool]:
    """Marks by sheet name (colours are not looked at), and whether it links to other files. Raises SheetError."""
    _check_manifest(archive)
    _count_rows(archive)
    content = _Content()

    def prepare(parser: object) -> None:
        parser.EndElementHandler = content.end  # type: ignore[attr-defined]
        parser.CharacterDataHandler = content.text  # type: ignore[attr-defined]

    parse(archive, "content.xml", content.start, prepare)
    if sum(marks.rows for marks in content.sheets.values()) > limits.SHEET_ROWS:
        raise SheetError(TOO_MANY)
    if sum(marks.rows * marks.columns for marks in content.sheets.values()) > limits.SHEET_AREA:
        raise SheetError(TOO_WIDE)
    return content.sheets, content.links


def _count_rows(archive: zipfile.ZipFile) -> None:
    """Counts the row elements of a large book before its cells are read; empty rows share one element."""
    if archive.getinfo("content.xml").file_size < _LARGE:
        return
    if sum(piece.count(b"<table:table-row") for piece in parts(archive, "content.xml")) > limits.SHEET_ROWS:
        raise SheetError(TOO_MANY)


def _check_manifest(archive: zipfile.ZipFile) -> None:
    def start(element: str, attributes: dict[str, str]) -> None:
        if local(element) == "encryption-data":
            raise SheetError(LOCKED)

    if "META-INF/manifest.xml" in archive.namelist():
        parse(archive, "META-INF/manifest.xml", start, lambda parser: None)
