"""One door for every spreadsheet: says what the bytes really are, checks them, reads them."""

from __future__ import annotations

import hashlib
import zipfile

from consentry_intake import limits
from consentry_intake.sheets import markup, ods, workbook
from consentry_intake.sheets.book import Book
from consentry_intake.sheets.errors import SheetError
from consentry_intake.sheets.ignored import ignored
from consentry_intake.sheets.steady import steady
from consentry_intake.sheets.text import NOT_A_SHEET, decode, looks_like_text, read_text
from consentry_intake.sheets.xlsx import read_marks
from consentry_intake.sheets.zipped import DAMAGED, open_zip
from consentry_policy.sentences import Sentence, say

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_KINDS = {"html": Sentence("a web page"), "xml": Sentence("an XML table")}
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"RIFF", b"%PDF", b"\0\0\0")


@steady
def read(untrusted_bytes: bytes, file_name: str) -> Book:
    """Reads xlsx, xls, ods, csv, tsv, and HTML or XML tables that call themselves .xls.

    What counts is the content, never the name's ending. Raises SheetError with one sentence for everything else:
    password, damage, bombs, more than the limits, pictures.
    """
    if len(untrusted_bytes) > limits.SHEET_BYTES:
        raise SheetError("The file is larger than 64 MB; keep the sheet with the answers and try again.")
    if not untrusted_bytes.strip():
        raise SheetError("The file is empty; export it again.")
    digest = hashlib.sha256(untrusted_bytes).hexdigest()
    if untrusted_bytes.startswith(_ZIP):
        book = _zipped(untrusted_bytes, digest)
    elif untrusted_bytes.startswith(_OLE):
        book = workbook.read_xls(untrusted_bytes, digest)
    elif untrusted_bytes.startswith(_PICTURES):
        raise SheetError(NOT_A_SHEET)
    else:
        book = _textual(untrusted_bytes, file_name, digest)
    if not any(not cell.blank for sheet in book.sheets for row in sheet.rows for cell in row):
        raise SheetError("The file holds no filled cell; choose the sheet with the answers.")
    return book


def _zipped(untrusted_bytes: bytes, digest: str) -> Book:
    archive = open_zip(untrusted_bytes)
    try:
        names = set(archive.namelist())
        if "content.xml" in names:
            marks, links = ods.read_marks(archive)
            macros = any(name.startswith(("Basic/", "Scripts/")) and not name.endswith("/") for name in names)
            return workbook.read_zipped(untrusted_bytes, digest, "ods", marks, ignored(macros=macros, links=links))
        if any(name.endswith("workbook.bin") for name in names):
            raise SheetError("The file is a binary workbook (.xlsb); save it as .xlsx and import that.")
        if "[Content_Types].xml" in names:
            _check_rest(archive)
            marks = read_marks(archive)
            if not marks:
                raise SheetError(NOT_A_SHEET)
            return workbook.read_zipped(untrusted_bytes, digest, "xlsx", marks, _ignored_in(names))
    finally:
        archive.close()
    raise SheetError(NOT_A_SHEET)


def _check_rest(archive: zipfile.ZipFile) -> None:
    """Every further XML part that a parser will open must be free of entities too (shared strings above all)."""
    from consentry_intake.sheets.zipped import parse

    for name in archive.namelist():
        if name.lower().endswith("sharedstrings.xml"):
            parse(archive, name, lambda element, attributes: None, lambda parser: None)


def _ignored_in(names: set[str]) -> list[Sentence]:
    macros = any(name.lower().endswith("vbaproject.bin") or "/macrosheets/" in name for name in names)
    outside = ("xl/externalLinks/", "xl/connections.xml", "xl/queryTables/")
    return ignored(macros=macros, links=any(name.startswith(outside) for name in names))


def _textual(untrusted_bytes: bytes, file_name: str, digest: str) -> Book:
    text, encoding = decode(untrusted_bytes)
    if not looks_like_text(text):
        raise SheetError(NOT_A_SHEET)
    notes = []
    if encoding == "cp1252":
        notes.append(Sentence("The text was read as Windows-1252; look at the accents in the names."))
    kind = markup.kind_of(text)
    if kind is not None:
        if file_name.lower().endswith((".xls", ".xlsx", ".ods")):
            notes.append(
                say(
                    "The file calls itself a workbook but is {kind}; it was read as that.",
                    kind=_KINDS[kind],
                )
            )
        return Book(kind, digest, markup.read_markup(text, kind), notes)
    if text.lstrip()[:1] in {"{", "["} and file_name.lower().endswith(".json"):
        raise SheetError(NOT_A_SHEET)
    sheet = read_text(text, "")
    if file_name.lower().endswith((".xls", ".xlsx", ".ods")):
        notes.append(
            say(
                "The file calls itself a workbook but is {kind}; it was read as that.", kind=Sentence("plain text")
            )
        )
    return Book("csv", digest, [sheet], notes)


__all__ = ["DAMAGED", "read"]
