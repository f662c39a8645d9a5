"""Finds the header row of a sheet: under title lines, over one or two rows, with merged cells."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from consentry_intake.sheets.book import Cell, Kind, Sheet, column_letters
from consentry_intake.sheets.lexicon import PHOTO
from consentry_intake.sheets.recipe import Meaning
from consentry_intake.sheets.spelling import header_words, norm
from consentry_intake.sheets.words import plain_meaning

SEARCHED_ROWS = 40  # title blocks are shorter than this
_LONG_HEADER = 400  # characters; a question of a form is a header too
_WHO = {Meaning.NUMBER, Meaning.FULL_NAME, Meaning.LAST_NAME, Meaning.FIRST_NAME}


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header is (rows from 0, ``rows`` of them) and one name per column; "" where there is none."""

    row: int
    rows: int
    names: list[str]

    @property
    def first_data_row(self) -> int:
        """Index of the row under the header."""
        return self.row + self.rows


def find_header(sheet: Sheet) -> Header | None:
    """The header, or None where no row names a number or a name."""
    best, best_score = None, 0.0
    for index, row in enumerate(sheet.rows[:SEARCHED_ROWS]):
        score = _score(row) - 0.02 * index
        if score > best_score:
            best, best_score = index, score
    if best is None:
        return None
    return _complete(sheet, best)


def header_at(sheet: Sheet, row: int, rows: int) -> Header:
    """The header at a place that a recipe names (rows from 0)."""
    names = [""] * sheet.width
    for index in range(row, min(row + rows, len(sheet.rows))):
        names = _under(names, sheet.rows[index]) if index > row or rows == 1 else _group_names(sheet, index)
    return Header(row, rows, _distinct(names))


def _score(row: list[Cell]) -> float:
    filled = [cell for cell in row if not cell.blank and not cell.merged]
    if len(filled) < 2:
        return 0.0
    meanings = {plain_meaning(cell.shown) for cell in filled if len(cell.shown) <= _LONG_HEADER}
    if not meanings & _WHO:
        return 0.0
    spoken = len(meanings - {None}) + 0.5 * sum(1 for cell in filled if PHOTO.search(header_words(cell.shown)))
    data = sum(1 for cell in filled if cell.kind is not Kind.TEXT or cell.shown.replace(".", "").isdigit())
    return spoken + 0.05 * len(filled) - 2.0 * data


def _complete(sheet: Sheet, row: int) -> Header:
    """Adds the group row above ("Permission" over Web, Yearbook) or the second header row below."""
    if _is_second_row(sheet, row):
        return header_at(sheet, row, 2)
    if row > 0 and _is_group_row(sheet, row - 1, row):
        return header_at(sheet, row - 1, 2)
    return header_at(sheet, row, 1)


def _own(cell: Cell) -> bool:
    return not cell.blank and not cell.merged


def _is_second_row(sheet: Sheet, row: int) -> bool:
    """True when the row below only names columns that this row leaves open or spans."""
    if row + 1 >= len(sheet.rows):
        return False
    upper, lower = sheet.rows[row], sheet.rows[row + 1]
    named = [column for column, cell in enumerate(lower) if _own(cell)]
    if not named or any(lower[column].kind is not Kind.TEXT for column in named):
        return False
    who = [c for c, cell in enumerate(upper) if _own(cell) and plain_meaning(cell.shown) in _WHO]
    if any(_own(lower[column]) for column in who):
        return False
    return any(not _own(upper[c]) for c in named) and len({norm(lower[c].shown) for c in named}) == len(named)


def _is_group_row(sheet: Sheet, above: int, row: int) -> bool:
    """A title fills one cell at the left, or spans the whole sheet; a group stands over part of the columns."""
    upper = [column for column, cell in enumerate(sheet.rows[above]) if _own(cell)]
    if not upper or any(sheet.rows[above][column].kind is not Kind.TEXT for column in upper):
        return False
    left = min((c for c, cell in enumerate(sheet.rows[row]) if _own(cell)), default=0)
    width = sum(1 for cell in sheet.rows[row] if _own(cell))
    return upper[0] > left and len(upper) < width


def _group_names(sheet: Sheet, row: int) -> list[str]:
    """The upper row's names, each carried right over the blank cells that it spans."""
    names, carried = [""] * sheet.width, ""
    for column, cell in enumerate(sheet.rows[row]):
        carried = cell.shown if not cell.blank else carried
        names[column] = carried
    return names


def _under(upper: list[str], row: list[Cell]) -> list[str]:
    """Joins an upper row with the one below: "Permission" and "Web" make "Permission: Web"."""
    names = list(upper)
    own_upper = Counter(upper)
    for column, cell in enumerate(row):
        text = " ".join(cell.shown.split()) if not cell.blank and len(cell.shown) <= 4 * _LONG_HEADER else ""
        if not text or text == upper[column]:
            names[column] = upper[column] if text or own_upper[upper[column]] == 1 else ""
        elif upper[column] and (own_upper[upper[column]] > 1 or plain_meaning(text) is None):
            names[column] = text if plain_meaning(text) in _WHO else f"{upper[column]}: {text}"
        else:
            names[column] = text
    return names


def _distinct(names: list[str]) -> list[str]:
    """Tells equal headers apart by a count: "Web", "Web (2)"."""
    seen: Counter[str] = Counter()
    result = []
    for name in names:
        seen[norm(name)] += 1
        count = seen[norm(name)]
        result.append(f"{name} ({count})" if name and count > 1 else name)
    return result


def shown_name(names: list[str], column: int) -> str:
    """What a screen calls a column: its header, or its letter."""
    return names[column] if names[column] else f"column {column_letters(column)}"
