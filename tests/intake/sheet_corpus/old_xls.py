"""Writes the smallest .xls that Excel 97 would open: a compound file with one stream of BIFF8 records."""

from __future__ import annotations

import struct
from typing import Any

FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SECTOR = 512


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def text(value: str, count: str) -> bytes:
    """A string as BIFF8 stores it: length, "16 bit" flag, UTF-16."""
    return struct.pack(count, len(value)) + b"\x01" + value.encode("utf-16-le")


def cell(row: int, column: int, value: Any) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(value, bool):
        return record(0x0205, place + bytes([value, 0]))
    if isinstance(value, int | float):
        return record(0x0203, place + struct.pack("<d", value))
    return record(0x0204, place + text(value, "<H"))


def records(rows: list[list[Any]], password: bool = False) -> bytes:
    bof = struct.pack("<HHHHII", 0x0600, 0x0005, 0x0DBB, 0x07CC, 0, 6)
    lock = record(0x002F, struct.pack("<HHH", 1, 1, 1) + bytes(48)) if password else b""
    first = record(0x0809, bof) + lock + record(0x0042, struct.pack("<H", 1200))
    name = b"\x06\x00" + b"Sheet1"
    length = len(first) + len(record(0x0085, bytes(6) + name)) + len(record(0x000A, b""))
    first += record(0x0085, struct.pack("<IH", length, 0) + name) + record(0x000A, b"")
    sheet = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0x0DBB, 0x07CC, 0, 6))
    for r, row in enumerate(rows):
        sheet += b"".join(cell(r, c, value) for c, value in enumerate(row) if value is not None)
    return first + sheet + record(0x000A, b"")


def entry(name: str, kind: int, start: int, size: int, child: int = FREE) -> bytes:
    raw = name.encode("utf-16-le")
    return (
        raw.ljust(64, b"\0")
        + struct.pack("<HBB", len(raw) + 2 if name else 0, kind, 1)
        + struct.pack("<III", FREE, FREE, child)
        + bytes(36)
        + struct.pack("<III", start, size, 0)
    )


def compound(stream: bytes) -> bytes:
    stream = stream.ljust(max(4096, -(-len(stream) // SECTOR) * SECTOR), b"\0")
    used = len(stream) // SECTOR
    tables = -(-(used + 1) // 127) + 1
    chain = [*list(range(1, used)), END]
    table = chain + [END] + [TABLE] * tables
    table += [FREE] * (tables * 128 - len(table))
    directory = entry("Root Entry", 5, END, 0, 1) + entry("Workbook", 2, 0, len(stream)) + entry("", 0, 0, 0) * 2
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIII", 0, tables, used, 0, 4096, END, 0, END, 0)
    header += struct.pack("<109I", *range(used + 1, used + 1 + tables), *[FREE] * (109 - tables))
    return header + stream + directory + struct.pack(f"<{len(table)}I", *table)


def xls_bytes(rows: list[list[Any]], password: bool = False) -> bytes:
    return compound(records(rows, password))


def xls_far() -> bytes:
    """Two cells, as far apart as the format allows: 16.7 million cells once laid out."""
    body = records([["Student Number"]])
    end = len(record(0x000A, b""))
    return compound(body[:-end] + record(0x0203, struct.pack("<HHHd", 65535, 255, 0, 1.0)) + body[-end:])
