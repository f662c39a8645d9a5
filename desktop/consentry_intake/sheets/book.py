"""A spreadsheet as it was read: sheets, rows, cells. Nothing is interpreted here."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from consentry_policy.sentences import Sentence


class Kind(StrEnum):
    """What a cell holds. NUMBER, BOOL and DATE only come from real workbooks; a csv holds TEXT alone."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    BOOL = "bool"
    DATE = "date"
    TIME = "time"
    ERROR = "error"


class Cell(NamedTuple):
    """One cell; a tuple, as there are a million of them. ``text`` is what a user sees: numbers without ".0", dates
    as ISO, TRUE and FALSE; outer spaces are kept. ``problem`` says why the text is not to be trusted (a formula
    without a saved value, an error). ``fill`` is a colour ("FF0000", "theme 5"); ``merged`` marks a cell that a
    merged range covers, holding the range's value.
    """

    text: str = ""
    kind: Kind = Kind.EMPTY
    problem: str | None = None
    fill: str | None = None
    strike: bool = False
    comment: str | None = None
    merged: bool = False

    @property
    def shown(self) -> str:
        """The text without outer spaces."""
        return self.text.strip()

    @property
    def blank(self) -> bool:
        """True when there is nothing to read and nothing went wrong; every reader gives such cells that kind."""
        return self.kind is Kind.EMPTY


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: ``rows[r][c]``, both from 0, all rows of one width. ``merges``: (top, left, bottom, right)."""

    name: str
    rows: list[list[Cell]]
    hidden: bool = False
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)

    @property
    def width(self) -> int:
        """Columns of the sheet."""
        return max((len(row) for row in self.rows), default=0)

    def cell(self, row: int, column: int) -> Cell:
        """The cell, or an empty one outside the sheet."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return EMPTY


@dataclass(frozen=True, slots=True)
class Book:
    """A whole file. ``sha256`` is that of the file's bytes; ``notes`` are sentences for the user."""

    format: str
    sha256: str
    sheets: list[Sheet]
    notes: list[Sentence] = field(default_factory=list)


@lru_cache(maxsize=1_024)
def column_letters(column: int) -> str:
    """The letters of a column counted from 0: 0 is "A", 26 is "AA"."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """The name of a cell as a spreadsheet shows it, from indexes counted from 0: (6, 2) is "C7"."""
    return f"{column_letters(column)}{row + 1}"
