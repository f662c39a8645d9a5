"""The job that reads a spreadsheet; the parent builds the book again from plain data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from consentry_intake.sheets.book import Book, Cell
from consentry_intake.sheets.read import read

if TYPE_CHECKING:
    from consentry.worker.bench import Bench, Reply


def read_sheet(_: Bench, options: Mapping[str, Any], blobs: list[bytes]) -> Reply:
    """A spreadsheet's cells as JSON in one part. ``ending`` is all that is told of the file's name."""
    return {}, [as_json(read(blobs[0], "sheet" + str(options["ending"])))]


def as_json(book: Book) -> bytes:
    """The book as JSON; an empty cell is null, a plain text its string, any other cell a list of its fields."""
    sheets = [
        {
            "name": sheet.name,
            "hidden": sheet.hidden,
            "merges": sheet.merges,
            "rows": [[_cell(cell) for cell in row] for row in sheet.rows],
        }
        for sheet in book.sheets
    ]
    return json.dumps({"format": book.format, "notes": book.notes, "sheets": sheets}, ensure_ascii=False).encode()


def _cell(cell: Cell) -> object:
    if cell == Cell():
        return None
    if cell == Cell(cell.text, cell.kind) and cell.kind == "text":
        return cell.text
    return [cell.text, cell.kind, cell.problem, cell.fill, cell.strike, cell.comment, cell.merged]
