"""Looks a zipped book (xlsx, ods) over before any parser sees it: bombs, stray paths, encryption."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any
from xml.parsers import expat

from consentry_intake import limits
from consentry_intake.sheets.errors import SheetError

BOMB = "The file unpacks to far more than a class list needs; open it, save it under a new name and try again."
DAMAGED = "The workbook is damaged; open it in your spreadsheet program, save it again and try once more."
ENTITIES = (
    "The workbook holds XML definitions that no spreadsheet needs; save it again as .xlsx and try once more."
)
LOCKED = "The workbook is protected by a password; save a copy without one and import that."

_CHUNK = 1 << 18


def open_zip(untrusted_bytes: bytes) -> zipfile.ZipFile:
    """The archive, its table of contents checked. Nothing is unpacked. Raises SheetError."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(untrusted_bytes))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, IndexError) as error:
        raise SheetError(DAMAGED) from error
    entries = archive.infolist()
    if len(entries) > limits.SHEET_ENTRIES or sum(e.file_size for e in entries) > limits.SHEET_UNPACKED:
        raise SheetError(BOMB)
    if len({entry.filename for entry in entries}) != len(entries):
        raise SheetError(DAMAGED)
    for entry in entries:
        _check_entry(entry)
    _check_overlap(entries, len(untrusted_bytes))
    return archive


def _check_entry(entry: zipfile.ZipInfo) -> None:
    name = entry.filename.replace("\\", "/")
    if name.startswith("/") or ":" in name.split("/")[0] or ".." in PurePosixPath(name).parts:
        raise SheetError(
            "The workbook names files outside itself, which no spreadsheet program writes; save it again."
        )
    if entry.flag_bits & 0x1:
        raise SheetError(LOCKED)
    large = entry.file_size > limits.SHEET_RATIO_FROM
    if large and entry.file_size > limits.SHEET_RATIO * max(1, entry.compress_size):
        raise SheetError(BOMB)


def _check_overlap(entries: list[zipfile.ZipInfo], size: int) -> None:
    """Entries that share bytes are how a small zip hides a huge one (D. Fifield, "A better zip bomb", 2019)."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end or entry.header_offset + entry.compress_size > size:
            raise SheetError(BOMB)
        end = entry.header_offset + 30 + entry.compress_size


def parts(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The entry in pieces; refuses one that holds more or other bytes than it declares. Raises SheetError."""
    try:
        with archive.open(name) as stream:
            while piece := stream.read(_CHUNK):
                yield piece
    except SheetError:
        raise
    except Exception as error:  # zlib, bz2, CRC, missing entry: the many ways a zip can be broken
        raise SheetError(DAMAGED) from error


def parse(
    archive: zipfile.ZipFile, name: str, start: Callable[[str, dict[str, str]], Any], prepare: Callable[[Any], Any]
) -> None:
    """Feeds one XML part to expat with entities and document types refused.

    ``start`` is called with every element's name (prefix cut off) and its attributes; ``prepare`` gets the parser
    to set further handlers. Raises SheetError.
    """
    parser = safe_parser()
    parser.StartElementHandler = start
    prepare(parser)
    try:
        for piece in parts(archive, name):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise SheetError(DAMAGED) from error


def safe_parser() -> expat.XMLParserType:
    """An expat parser that refuses every document type, entity and external reference."""

    def refuse(*_: object) -> int:
        raise SheetError(ENTITIES)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    return parser


def local(name: str) -> str:
    """An element's or attribute's name without its prefix."""
    return name.rpartition(":")[2]
