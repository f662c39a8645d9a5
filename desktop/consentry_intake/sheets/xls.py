"""Looks over an old binary workbook (.xls) before calamine lays its sheets out as full rectangles.

Formats: [MS-CFB] for the container (a small file system of sectors), [MS-XLS] for the records inside.
"""

from __future__ import annotations

import struct

from consentry_intake import limits
from consentry_intake.sheets.errors import SheetError
from consentry_intake.sheets.ignored import ignored
from consentry_intake.sheets.xlsx import TOO_MANY, TOO_WIDE, check_extent
from consentry_intake.sheets.zipped import DAMAGED, LOCKED
from consentry_policy.sentences import Sentence

_END = 0xFFFFFFFA  # sector numbers from here on are marks: free, end of chain, table
_FILEPASS, _BOF, _SUPBOOK = 0x002F, 0x0809, 0x01AE
_CELLS = {0x0203, 0x0204, 0x0205, 0x0006, 0x00FD, 0x027E, 0x00D6}  # one cell: number, text, bool, formula, RK
_ROWS_OF_CELLS = {0x00BD}  # MULRK: first column ... last column


def check_xls(untrusted_bytes: bytes) -> list[Sentence]:
    """What in it is not used, in sentences. Raises SheetError for passwords, for damage, and for sheets beyond the
    limits.
    """
    if "EncryptedPackage".encode("utf-16-le") in untrusted_bytes:
        raise SheetError(LOCKED)
    try:
        stream = _workbook_stream(untrusted_bytes)
    except (struct.error, IndexError, ValueError) as error:
        raise SheetError(DAMAGED) from error
    total = area = 0
    for rows, columns in _extents(stream):
        check_extent(rows, columns)
        total += rows
        area += rows * columns
    if total > limits.SHEET_ROWS:
        raise SheetError(TOO_MANY)
    if area > limits.SHEET_AREA:
        raise SheetError(TOO_WIDE)
    macros = "_VBA_PROJECT".encode("utf-16-le") in untrusted_bytes
    return ignored(macros=macros, links=_links(stream))


def _links(stream: bytes) -> bool:
    """Whether a SUPBOOK record names another file; one of this very book says 0x0401 in its place."""
    at = 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        if kind == _SUPBOOK and length > 4:
            return True
        at += 4 + length
    return False


def _workbook_stream(data: bytes) -> bytes:
    """The bytes of the stream "Workbook" (or "Book"); empty where it is too short to hold many cells."""
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in {9, 12}:
        raise ValueError
    size = 1 << shift
    table = _table(data, size)
    directory = _chain(data, struct.unpack_from("<I", data, 48)[0], table, size)
    for at in range(0, len(directory) - 127, 128):
        length = struct.unpack_from("<H", directory, at + 64)[0]
        name = directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
        if name.lower() in {"workbook", "book"}:
            start, bytes_long = struct.unpack_from("<II", directory, at + 116)
            return b"" if bytes_long < 4096 else _chain(data, start, table, size)[:bytes_long]
    raise ValueError


def _table(data: bytes, size: int) -> list[int]:
    """The sector allocation table: for each sector the next one of its stream."""
    sectors = list(struct.unpack_from("<109I", data, 76))
    extra, count = struct.unpack_from("<II", data, 68)
    seen = 0
    while extra < _END and seen <= min(count, len(data) // size):
        entries = struct.unpack_from(f"<{size // 4}I", data, (extra + 1) * size)
        sectors += entries[:-1]
        extra, seen = entries[-1], seen + 1
    table: list[int] = []
    for sector in sectors:
        if sector < _END:
            table += struct.unpack_from(f"<{size // 4}I", data, (sector + 1) * size)
    return table


def _chain(data: bytes, sector: int, table: list[int], size: int) -> bytes:
    """The bytes of a chain of sectors. Raises ValueError where the chain bites its own tail."""
    pieces: list[bytes] = []
    while sector < _END:
        if len(pieces) > len(data) // size:
            raise ValueError
        pieces.append(data[(sector + 1) * size : (sector + 2) * size])
        sector = table[sector]
    return b"".join(pieces)


def _extents(stream: bytes) -> list[tuple[int, int]]:
    """Rows and columns of each substream (the globals, then a sheet each), counted from A1."""
    found: list[tuple[int, int]] = []
    at, rows, columns = 0, 0, 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        body = at + 4
        if kind == _FILEPASS:
            raise SheetError(LOCKED)
        if kind == _BOF:
            found.append((rows, columns))
            rows = columns = 0
        elif kind in _CELLS and length >= 4:
            row, column = struct.unpack_from("<HH", stream, body)
            rows, columns = max(rows, row + 1), max(columns, column + 1)
        elif kind in _ROWS_OF_CELLS and length >= 6:
            last = struct.unpack_from("<H", stream, body + length - 2)[0] if body + length <= len(stream) else 0
            rows, columns = max(rows, struct.unpack_from("<H", stream, body)[0] + 1), max(columns, last + 1)
        at = body + length
    return [*found, (rows, columns)]
