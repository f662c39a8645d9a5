"""Writes tables out as xlsx and csv in which no text ever becomes a formula, and the empty template.

The formula rule for csv follows OWASP's page on CSV injection: a text that begins with = + - @, a tab or a line
break, in ASCII or full width, gets an apostrophe in front. The reader of our own exports takes it off again.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from consentry_intake import limits
from consentry_intake.sheets.text import LIVE

_UNSAVABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")
_YES_OR_NO = {True: "yes", False: "no"}
_BAD_TITLE = re.compile(r"[\[\]:*?/\\]")

TEMPLATE_HEADER = (
    "Student Number",
    "Last Name",
    "First Name",
    "Grade",
    "Homeroom",
    "Birth Date",
    "Photo Permission",
    "Signed On",
    "Signed By",
)
_TEMPLATE_ROWS = 2_000


@dataclass(frozen=True, slots=True)
class Table:
    """A table to write: cells are text, days, moments, whole numbers, yes or no, or None for an empty cell."""

    name: str
    header: Sequence[str]
    rows: Sequence[Sequence[str | int | bool | date | datetime | None]]


def write_xlsx(tables: Sequence[Table]) -> bytes:
    """The tables as sheets of one workbook. Every text is stored as text (quotePrefix where it looks live)."""
    from openpyxl import Workbook  # here and below: a child that only reads sheets need not load the writer
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(_BAD_TITLE.sub(" ", table.name)[:31] or "Sheet")
        sheet.freeze_panes = "A2"
        for index, name in enumerate(table.header, 1):
            widest = max([len(str(row[index - 1] or "")) for row in table.rows[:200]] + [len(name)])
            sheet.column_dimensions[get_column_letter(index)].width = min(60, widest + 3)
        sheet.append([_cell(sheet, name, bold=True) for name in table.header])
        for row in table.rows:
            sheet.append([_cell(sheet, value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: object, value: object, *, bold: bool = False) -> object:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    if isinstance(value, bool):
        value = _YES_OR_NO[value]  # LibreOffice shows a cell of that kind as the formula =TRUE()
    if value is None or isinstance(value, int | date):
        return value
    text = _UNSAVABLE.sub("\ufffd", str(value))[: limits.SHEET_CELL_CHARS]
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"  # openpyxl makes a formula of every text that begins with "="
    cell.number_format = "@"
    if LIVE.match(text):
        cell.quotePrefix = True
    if bold:
        cell.font = Font(bold=True)
    return cell


def write_csv(table: Table) -> bytes:
    """The table as UTF-8 with a byte-order mark (Excel reads accents right), CRLF, texts defused."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([defused(name) for name in table.header])
    for row in table.rows:
        writer.writerow([_csv_text(value) for value in row])
    return out.getvalue().encode("utf-8-sig")


def _csv_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _YES_OR_NO[value]
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds")
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, int) else defused(str(value))


def defused(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet program would compute it."""
    text = _UNSAVABLE.sub("\ufffd", text)
    return f"'{text}" if LIVE.match(text) else text


def write_template() -> bytes:
    """An empty workbook to fill in: text columns that keep leading zeros, drop-downs, one sheet that explains.

    Imported, it raises no question that must be answered.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    sheet.title = "Consent"
    sheet.freeze_panes = "A2"
    for index, name in enumerate(TEMPLATE_HEADER, 1):
        letter = get_column_letter(index)
        sheet.cell(1, index, name).font = Font(bold=True)
        sheet.column_dimensions[letter].width = max(14, len(name) + 3)
        sheet.column_dimensions[letter].number_format = (
            "yyyy-mm-dd" if name in {"Birth Date", "Signed On"} else "@"
        )
    _drop_down(sheet, "Photo Permission", "Yes,No,Yearbook only,No names,Group photos only")
    _drop_down(sheet, "Grade", "PK,K,1,2,3,4,5,6,7,8,9,10,11,12")
    _explain(book.create_sheet("How to fill in"))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _drop_down(sheet: object, header: str, choices: str) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    letter = get_column_letter(TEMPLATE_HEADER.index(header) + 1)
    rule = DataValidation(type="list", formula1=f'"{choices}"', allow_blank=True, showErrorMessage=False)
    sheet.add_data_validation(rule)  # type: ignore[attr-defined]
    rule.add(f"{letter}2:{letter}{_TEMPLATE_ROWS}")


def _explain(sheet: object) -> None:
    lines = (
        "One row a child. The number is text: leading zeros stay.",
        "Photo Permission: Yes or No. Leave it empty where nobody has answered; an empty cell is never a yes.",
        "Yearbook only: may appear in the yearbook, nowhere else.",
        "No names, Group photos only: may appear, under that condition.",
        "Signed On: the day on the form. Signed By: the guardian who signed.",
    )
    for line in lines:
        sheet.append([line])  # type: ignore[attr-defined]
    sheet.column_dimensions["A"].width = 100  # type: ignore[attr-defined]
