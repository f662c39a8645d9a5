"""What python-calamine does not tell of an xlsx: extents, formulas without a value, colours, strikes, comments.

One pass of expat over each sheet, before calamine sees the book: calamine lays a sheet out as a full rectangle,
so one stray cell at XFD1048576 would ask for gigabytes.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field

from consentry_intake import limits
from consentry_intake.sheets.errors import SheetError
from consentry_intake.sheets.plain_xlsx import extent_of
from consentry_intake.sheets.styles import Look, read_looks
from consentry_intake.sheets.zipped import local, parse, parts

TOO_MANY = "The file has more than 200,000 rows or 500 columns; keep the rows of this school and try again."
TOO_WIDE = "The sheet's filled cells lie too far apart; delete the stray cells at its far end and try again."

_LONG = 1 * limits.MIB  # bytes of one sheet's XML from which a quick look is tried before the exact pass
_LARGE = 16 * limits.MIB  # bytes of one sheet's XML from which its end is looked at first
_TAIL = 1 << 16
_FILLED = re.compile(rb'<c r="[A-Z]{1,3}([0-9]{1,7})"[^>/]*><')
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})\Z")


@dataclass(slots=True)
class Marks:
    """What the cells of one sheet carry besides a value; keys are (row, column) from 0."""

    rows: int = 0
    columns: int = 0
    no_value: set[tuple[int, int]] = field(default_factory=set)
    errors: set[tuple[int, int]] = field(default_factory=set)
    looks: dict[tuple[int, int], Look] = field(default_factory=dict)
    comments: dict[tuple[int, int], str] = field(default_factory=dict)


def check_extent(rows: int, columns: int) -> None:
    """Raises SheetError where a sheet is too large to be laid out as a rectangle."""
    if rows > limits.SHEET_ROWS or columns > limits.SHEET_COLUMNS:
        raise SheetError(TOO_MANY)
    if rows * columns > limits.SHEET_AREA:
        raise SheetError(TOO_WIDE)


def read_marks(archive: zipfile.ZipFile) -> dict[str, Marks]:
    """Marks by sheet name. Raises SheetError for a sheet beyond the limits."""
    looks = read_looks(archive)
    found: dict[str, Marks] = {}
    total = 0
    for name, path in _sheet_paths(archive).items():
        _look_at_end(archive, path)
        marks = _plain(archive, path, looks) or _Scan(looks).run(archive, path)
        marks.comments = _comments(archive, path)
        found[name] = marks
        total += marks.rows
        check_extent(total, marks.columns)
    if sum(marks.rows * marks.columns for marks in found.values()) > limits.SHEET_AREA:
        raise SheetError(TOO_WIDE)
    return found


def _plain(archive: zipfile.ZipFile, path: str, looks: list[Look]) -> Marks | None:
    """The extent of a large sheet of values alone, in a third of the time; None: it needs the exact pass."""
    if archive.getinfo(path).file_size < _LONG:
        return None
    found = extent_of(archive, path, telling(looks).keys())
    return None if found is None else Marks(*found)


def telling(looks: list[Look]) -> dict[str, Look]:
    """The looks that mean something, by the index that a cell names."""
    return {str(index): look for index, look in enumerate(looks) if look.says_something}


def _look_at_end(archive: zipfile.ZipFile, path: str) -> None:
    """Refuses a large sheet by its last filled cell, four times faster than by reading every cell."""
    if archive.getinfo(path).file_size < _LARGE:
        return
    tail = b""
    for piece in parts(archive, path):
        tail = (tail + piece)[-_TAIL:]
    last = _FILLED.findall(tail)
    if last and int(last[-1]) > limits.SHEET_ROWS:
        raise SheetError(TOO_MANY)


def place(reference: str) -> tuple[int, int] | None:
    """Row and column, from 0, of "C7"."""
    match = _REFERENCE.match(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1


class _Scan:
    """One pass over a sheet's XML."""

    def __init__(self, looks: list[Look]) -> None:
        self.marks = Marks()
        self._looks = telling(looks)
        self._row = -1
        self._column = -1
        self._at = (-1, -1)
        self._formula = False
        self._text: Callable[[Callable[[str], None] | None], None] = lambda handler: None

    def run(self, archive: zipfile.ZipFile, path: str) -> Marks:
        def prepare(parser: object) -> None:
            self._text = lambda handler: setattr(parser, "CharacterDataHandler", handler)

        parse(archive, path, self._start, prepare)
        self._text(None)
        return self.marks

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if name == "c":
            self._cell(attributes)
        elif name == "row":
            self._row = int(attributes["r"]) - 1 if attributes.get("r", "").isdigit() else self._row + 1
            self._column = -1
        elif name == "f":
            self.marks.no_value.add(self._at)
            self._formula = True
            self._filled()
        elif name in {"v", "is"}:
            self._filled()
            if self._formula:
                self._text(self._value)

    def _cell(self, attributes: dict[str, str]) -> None:
        if self._formula:
            self._formula = False
            self._text(None)
        at = place(attributes.get("r", "")) or (max(self._row, 0), self._column + 1)
        self._at, self._column = at, at[1]
        if attributes.get("t") == "e":
            self.marks.errors.add(at)
        look = self._looks.get(attributes.get("s", ""))
        if look is not None and at[0] < limits.SHEET_ROWS and at[1] < limits.SHEET_COLUMNS:
            self.marks.looks[at] = look

    def _filled(self) -> None:
        row, column = self._at
        if row >= self.marks.rows or column >= self.marks.columns:
            self.marks.rows = max(self.marks.rows, row + 1)
            self.marks.columns = max(self.marks.columns, column + 1)
            check_extent(self.marks.rows, self.marks.columns)

    def _value(self, text: str) -> None:
        if text.strip():
            self.marks.no_value.discard(self._at)


def _relations(archive: zipfile.ZipFile, path: str) -> dict[str, tuple[str, str]]:
    """Of a part: relation id -> (type, target path inside the archive)."""
    folder, base = posixpath.split(path)
    name = posixpath.join(folder, "_rels", base + ".rels")
    found: dict[str, tuple[str, str]] = {}
    if name not in archive.namelist():
        return found

    def start(element: str, attributes: dict[str, str]) -> None:
        if local(element) == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            full = (
                target.lstrip("/")
                if target.startswith("/")
                else posixpath.normpath(posixpath.join(folder, target))
            )
            found[attributes.get("Id", "")] = (attributes.get("Type", "").rpartition("/")[2], full)

    parse(archive, name, start, lambda parser: None)
    return found


def _sheet_paths(archive: zipfile.ZipFile) -> dict[str, str]:
    """Path of each worksheet by its name."""
    names = set(archive.namelist())
    main = next((t for kind, t in _relations(archive, "").values() if kind == "officeDocument"), "xl/workbook.xml")
    if main not in names:
        return {}
    relations = _relations(archive, main)
    found: dict[str, str] = {}

    def start(element: str, attributes: dict[str, str]) -> None:
        if local(element) != "sheet":
            return
        key = next((value for name, value in attributes.items() if local(name) == "id"), "")
        kind, path = relations.get(key, ("", ""))
        if kind == "worksheet" and path in names:
            found[attributes.get("name", "")] = path

    parse(archive, main, start, lambda parser: None)
    if len(found) > limits.SHEET_TABS:
        raise SheetError(TOO_MANY)
    return found


def _comments(archive: zipfile.ZipFile, sheet_path: str) -> dict[tuple[int, int], str]:
    """Text of each cell's comment."""
    found: dict[tuple[int, int], str] = {}
    at: list[tuple[int, int] | None] = [None]

    def start(element: str, attributes: dict[str, str]) -> None:
        if local(element) == "comment":
            at[0] = place(attributes.get("ref", ""))

    def text(piece: str) -> None:
        if at[0] is not None and len(found.get(at[0], "")) < limits.SHEET_CELL_CHARS:
            found[at[0]] = (found.get(at[0], "") + piece).strip()

    def prepare(parser: object) -> None:
        parser.CharacterDataHandler = text  # type: ignore[attr-defined]

    for kind, path in _relations(archive, sheet_path).values():
        if kind == "comments" and path in archive.namelist():
            parse(archive, path, start, prepare)
    return {key: value for key, value in found.items() if value}
