"""Reading a spreadsheet in a worker child: its file comes from outside, like a photo."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from consentry.services import untrusted as read
from consentry.services.analysis import Engine
from consentry.services.jobs import Content, Subject
from consentry_intake import limits
from consentry_intake.sheets.book import EMPTY, Book, Cell, Kind, Sheet

_WORDS = 4_096  # characters of a note, a colour, a problem


@dataclass(frozen=True, slots=True)
class SheetRead:
    """A spreadsheet as it was read, or ``error``, one sentence."""

    sha256: str
    book: Book | None = None
    error: str | None = None


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """Read a spreadsheet; ``ending`` (".csv") is all that the child is told of the file's name. A pool with engine
    "none" is enough.
    """

    content: Content = field(repr=False)
    ending: str = ""
    kind: str = field(default="read_sheet", init=False)
    subject: Subject = field(default=Subject.SHEET, init=False, repr=False)

    def options(self) -> dict[str, object]:
        """See Job."""
        return {"ending": self.ending}

    def read(
        self,
        untrusted: Mapping[str, object],
        untrusted_blobs: Sequence[bytes],
        sha256: str,
        by: Engine,
    ) -> SheetRead:
        """See Job."""
        if untrusted.get("error") is not None:
            return SheetRead(sha256, None, read.sentence(untrusted, "error"))
        if len(untrusted_blobs) != 1 or len(untrusted_blobs[0]) > limits.WIRE_SHEET_BYTES:
            raise read.BadReplyError("parts")
        try:
            untrusted_book = json.loads(untrusted_blobs[0])
        except (ValueError, RecursionError) as error:
            raise read.BadReplyError("book") from error
        return SheetRead(sha256, read_book(untrusted_book, sha256))

    def failed(self, sentence: str, sha256: str) -> SheetRead:
        """See Job."""
        return SheetRead(sha256, None, sentence)


def read_book(untrusted: object, sha256: str) -> Book:
    """The book in a reply. Raises BadReplyError for anything out of place or beyond the limits."""
    fields = _object(untrusted)
    untrusted_sheets = _list(fields.get("sheets"), limits.SHEET_TABS)
    sheets = [_sheet(_object(s)) for s in untrusted_sheets]
    if sum(len(s.rows) for s in sheets) > limits.SHEET_ROWS:
        raise read.BadReplyError("rows")
    notes = [_text(note, _WORDS) for note in _list(fields.get("notes"), 1_000)]
    return Book(_text(fields.get("format"), 16), sha256, sheets, notes)


def _sheet(untrusted: dict[str, object]) -> Sheet:
    rows = [
        [_cell(cell) for cell in _list(row, limits.SHEET_COLUMNS)]
        for row in _list(untrusted.get("rows"), limits.SHEET_ROWS)
    ]
    merges = []
    for untrusted_merge in _list(untrusted.get("merges"), limits.SHEET_AREA):
        top, left, bottom, right = (int(v) for v in read.numbers(untrusted_merge, 4, 0, limits.SHEET_AREA))
        merges.append((top, left, bottom, right))
    return Sheet(_text(untrusted.get("name"), _WORDS), rows, read.flag(untrusted, "hidden"), merges)


def _cell(untrusted: object) -> Cell:
    if untrusted is None:
        return EMPTY
    if isinstance(untrusted, str):
        return Cell(_text(untrusted, limits.SHEET_CELL_CHARS), Kind.TEXT)
    if not isinstance(untrusted, list) or len(untrusted) != 7:
        raise read.BadReplyError("cell")
    text, kind, problem, fill, strike, comment, merged = untrusted
    if kind not in set(Kind) or not isinstance(strike, bool) or not isinstance(merged, bool):
        raise read.BadReplyError("cell")
    return Cell(
        text=_text(text, limits.SHEET_CELL_CHARS),
        kind=Kind(kind),
        problem=None if problem is None else _text(problem, _WORDS),
        fill=None if fill is None else _text(fill, _WORDS),
        strike=strike,
        comment=None if comment is None else _text(comment, limits.SHEET_CELL_CHARS),
        merged=merged,
    )


def _object(untrusted: object) -> dict[str, object]:
    if not isinstance(untrusted, dict):
        raise read.BadReplyError("object")
    return untrusted


def _list(untrusted: object, most: int) -> list[object]:
    if not isinstance(untrusted, list) or len(untrusted) > most:
        raise read.BadReplyError("list")
    return untrusted


def _text(untrusted: object, length: int) -> str:
    if not isinstance(untrusted, str) or len(untrusted) > length:
        raise read.BadReplyError("text")
    return untrusted
