"""Workbooks through python-calamine, joined with the marks that calamine does not tell."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

import python_calamine

from consentry_intake import limits
from consentry_intake.sheets.book import EMPTY, Book, Cell, Kind, Sheet
from consentry_intake.sheets.errors import SheetError
from consentry_intake.sheets.xls import check_xls
from consentry_intake.sheets.xlsx import TOO_MANY, Marks, check_extent
from consentry_intake.sheets.zipped import DAMAGED, LOCKED
from consentry_policy.sentences import Sentence

NO_VALUE = "a formula without a saved value"
FAILED = "a formula that ends in an error"

_XLS_NOTE = Sentence(
    "Colours and comments of an .xls workbook cannot be seen here; save it as .xlsx if they mean something."
)


def read_zipped(
    untrusted_bytes: bytes, digest: str, kind: str, marks: dict[str, Marks], notes: list[Sentence]
) -> Book:
    """An xlsx or ods that has been looked over. Raises SheetError."""
    return Book(kind, digest, _sheets(untrusted_bytes, marks), notes)


def read_xls(untrusted_bytes: bytes, digest: str) -> Book:
    """An old binary workbook, or a newer one wrapped in a password. Raises SheetError."""
    notes = check_xls(untrusted_bytes)
    return Book("xls", digest, _sheets(untrusted_bytes, None), [_XLS_NOTE, *notes])


def _sheets(untrusted_bytes: bytes, marks: dict[str, Marks] | None) -> list[Sheet]:
    try:
        return _through_calamine(untrusted_bytes, marks)
    except python_calamine.PasswordError:
        raise SheetError(LOCKED) from None
    except (SheetError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of the Rust parser is no Exception; the file is at fault either way
        raise SheetError(DAMAGED) from error


def _through_calamine(untrusted_bytes: bytes, marks: dict[str, Marks] | None) -> list[Sheet]:
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(untrusted_bytes))
    found = []
    texts, others = _Texts(), _Others()
    total = 0
    for meta in book.sheets_metadata:
        if meta.typ is not python_calamine.SheetTypeEnum.WorkSheet or (
            marks is not None and meta.name not in marks
        ):
            continue
        sheet = book.get_sheet_by_name(meta.name)
        total += sheet.total_height
        check_extent(total, sheet.total_width)
        grid = sheet.to_python(skip_empty_area=False)
        rows = [
            [texts[value] if type(value) is str else others[type(value), value] for value in row] for row in grid
        ]
        merges = [(a[0], a[1], b[0], b[1]) for a, b in sheet.merged_cell_ranges or []]
        hidden = meta.visible is not python_calamine.SheetVisibleEnum.Visible
        mark = marks.get(meta.name) if marks is not None else None
        if mark is not None:
            _apply(mark, rows)
        _spread(merges, rows)
        found.append(Sheet(meta.name, rows, hidden, merges))
        if len(found) > limits.SHEET_TABS:
            raise SheetError(TOO_MANY)
    return found


class _Texts(dict[str, Cell]):
    """The cell of each text, made when the text first comes; equal texts share one."""

    def __missing__(self, text: str) -> Cell:
        if not text.strip():
            cell = Cell(text) if text else EMPTY
        else:
            cell = Cell(text[: limits.SHEET_CELL_CHARS], Kind.TEXT)
        self[text] = cell
        return cell


class _Others(dict[tuple[type, Any], Cell]):
    """The cell of each other value; the type tells TRUE from 1."""

    def __missing__(self, key: tuple[type, Any]) -> Cell:
        cell = self[key] = _new_cell(key[1])
        return cell


def _new_cell(value: Any) -> Cell:
    if isinstance(value, bool):
        return Cell("TRUE" if value else "FALSE", Kind.BOOL)
    if isinstance(value, int | float):
        return Cell(number_text(float(value)), Kind.NUMBER)
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time()
        return Cell(value.date().isoformat() if midnight else value.isoformat(" ", "seconds"), Kind.DATE)
    if isinstance(value, dt.date):
        return Cell(value.isoformat(), Kind.DATE)
    if isinstance(value, dt.time):
        return Cell(value.isoformat("seconds"), Kind.TIME)
    return Cell(str(value), Kind.TIME)


def number_text(value: float) -> str:
    """A number as a cell shows it: 123.0 is "123"; a fraction keeps its digits."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e21 else repr(value)


def _apply(mark: Marks, rows: list[list[Cell]]) -> None:
    """Rewrites the cells that carry more than a value."""
    touched = mark.no_value | mark.errors | mark.looks.keys() | mark.comments.keys()
    shared: dict[Cell, Cell] = {}
    for row, column in touched:
        if row >= len(rows) or column >= len(rows[row]):
            continue
        cell = _marked(rows[row][column], mark, (row, column))
        rows[row][column] = shared.setdefault(cell, cell)


def _marked(cell: Cell, mark: Marks, at: tuple[int, int]) -> Cell:
    text, kind, problem = cell.text, cell.kind, None
    if at in mark.errors:
        text, kind, problem = "", Kind.ERROR, FAILED
    elif at in mark.no_value:
        text, kind, problem = "", Kind.ERROR, NO_VALUE
    look = mark.looks.get(at)
    if look is not None and look.pad and kind is Kind.NUMBER and text.isdigit():
        text = text.zfill(look.pad)
    fill, strike = (look.fill, look.strike) if look is not None else (None, False)
    return Cell(text, kind, problem, fill, strike, mark.comments.get(at))


def _spread(merges: list[tuple[int, int, int, int]], rows: list[list[Cell]]) -> None:
    """Shows a merged range's value in every cell it covers, marked as merged; large ranges are titles."""
    for top, left, bottom, right in merges:
        if top >= len(rows) or left >= len(rows[top]) or (bottom - top + 1) * (right - left + 1) > 20_000:
            continue
        source = rows[top][left]
        if source.blank:
            continue
        covered = Cell(source.text, source.kind, source.problem, source.fill, source.strike, None, merged=True)
        for row in range(top, min(bottom + 1, len(rows))):
            for column in range(left, min(right + 1, len(rows[row]))):
                if (row, column) != (top, left):
                    rows[row][column] = covered
