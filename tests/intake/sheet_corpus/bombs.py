"""Files that must be refused: bombs, damage, passwords, things that are no spreadsheet."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

from sheet_corpus.make import csv_bytes, ods_bytes, rezip, xlsx_bytes
from sheet_corpus.old_xls import xls_bytes, xls_far

HEAD = ["Student Number", "Last Name", "First Name", "Photo Permission"]
ROW = ["1", "Ash", "Al", "Yes"]
SOUND = xlsx_bytes([HEAD, ROW])
SHEET = "xl/worksheets/sheet1.xml"


def with_part(name: str, content: bytes) -> bytes:
    return rezip(SOUND, lambda n, old: content if n == name else old)


def ratio_bomb() -> bytes:
    """A sheet of 40 MB of spaces in forty kilobytes."""
    return with_part(SHEET, b"<worksheet><sheetData>" + b" " * (40 << 20) + b"</sheetData></worksheet>")


def declared_bomb() -> bytes:
    """A book whose table of contents declares a gigabyte."""
    data = bytearray(SOUND)
    at = data.find(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 1 << 30)
    return bytes(data)


def lying_bomb() -> bytes:
    """A part whose headers declare 1,000 bytes and which unpacks to 30 MB."""
    name, packer = b"xl/worksheets/sheet1.xml", zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(b" " * (30 << 20)) + packer.flush()
    sizes = struct.pack("<III", 0, len(packed), 1000)
    local = b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 0) + sizes + struct.pack("<HH", len(name), 0) + name
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for part in ("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
            with zipfile.ZipFile(io.BytesIO(SOUND)) as source:
                target.writestr(part, source.read(part))
    data = out.getvalue()
    end = data.rindex(b"PK\x05\x06")
    start, count = (
        struct.unpack("<I", data[end + 16 : end + 20])[0],
        struct.unpack("<H", data[end + 8 : end + 10])[0],
    )
    entry = (
        b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 0) + sizes
        + struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, start) + name
    )  # fmt: skip
    body = data[:start] + local + packed
    directory = data[start:end] + entry
    tail = struct.pack("<HHHHIIH", 0, 0, count + 1, count + 1, len(directory), len(body), 0)
    return body + directory + b"PK\x05\x06" + tail


def overlapping() -> bytes:
    """Two entries of the directory that share one packed part."""
    data = bytearray(rezip(SOUND, lambda n, old: old, {"xl/worksheets/sheet2.xml": b"<worksheet/>" * 1000}))
    end = data.rindex(b"PK\x05\x06")
    at = struct.unpack("<I", data[end + 16 : end + 20])[0]
    offsets = []
    while data[at : at + 4] == b"PK\x01\x02":
        lengths = struct.unpack("<HHH", data[at + 28 : at + 34])
        offsets.append(at + 42)
        at += 46 + sum(lengths)
    data[offsets[-1] : offsets[-1] + 4] = data[offsets[-2] : offsets[-2] + 4]
    return bytes(data)


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + "]>"
)


def entity_bomb(part: str = SHEET) -> bytes:
    body = "<worksheet><sheetData><row><c t='inlineStr'><is><t>&j;</t></is></c></row></sheetData></worksheet>"
    return with_part(part, (ENTITIES + body).encode())


def strings_bomb() -> bytes:
    return rezip(SOUND, lambda n, old: old, {"xl/sharedStrings.xml": ENTITIES.encode() + b"<sst>&j;</sst>"})


def entity_bomb_utf16() -> bytes:
    body = "<worksheet><sheetData><row><c t='inlineStr'><is><t>&j;</t></is></c></row></sheetData></worksheet>"
    return with_part(SHEET, (ENTITIES.replace('"1.0"', '"1.0" encoding="UTF-16"', 1) + body).encode("utf-16"))


def external_entity() -> bytes:
    text = (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><worksheet>&e;</worksheet>'
    )
    return with_part(SHEET, text.encode())


def far_cell(reference: str = "XFD1048576") -> bytes:
    body = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="{reference}"><v>1</v></c></row>'
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    text = f'<worksheet xmlns="{space}"><sheetData>{body}</sheetData></worksheet>'
    return with_part(SHEET, text.encode())


def ods_repeats() -> bytes:
    raw = (
        '<table:table-row table:number-rows-repeated="1048570">'
        '<table:table-cell office:value-type="float" '
        'office:value="1" table:number-columns-repeated="1000"><text:p>1</text:p></table:table-cell>'
        "</table:table-row>"
    )
    return ods_bytes([HEAD, ROW], raw)


def too_many_rows() -> bytes:
    return csv_bytes([HEAD]) + b"1,Ash,Al,Yes\r\n" * 200_001


def too_many_columns() -> bytes:
    return csv_bytes([[*HEAD, *(f"c{n}" for n in range(500))], ROW])


def stray_path(name: str) -> bytes:
    return rezip(SOUND, lambda n, old: old, {name: b"x"})


def ole_encrypted() -> bytes:
    """The outer shape of a workbook with a password: an OLE file that names its encrypted package."""
    return (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 2000
    )


def zip_encrypted() -> bytes:
    data = bytearray(SOUND)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def scrambled() -> bytes:
    """A workbook whose sheet was damaged on its way."""
    at = SOUND.find(SHEET.encode()) + len(SHEET)
    return SOUND[: at + 40] + bytes(byte ^ 0x5A for byte in SOUND[at + 40 : at + 140]) + SOUND[at + 140 :]


PICTURE = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)) * 40

REFUSED: dict[str, Callable[[], bytes]] = {
    "ratio.xlsx": ratio_bomb,
    "declared.xlsx": declared_bomb,
    "lying.xlsx": lying_bomb,
    "overlap.xlsx": overlapping,
    "entities.xlsx": entity_bomb,
    "entities in strings.xlsx": strings_bomb,
    "entities utf-16.xlsx": entity_bomb_utf16,
    "entities in styles.xlsx": lambda: entity_bomb("xl/styles.xml"),
    "external.xlsx": external_entity,
    "far.xlsx": far_cell,
    "far rows.xlsx": lambda: far_cell("A200001"),
    "far columns.xlsx": lambda: far_cell("SG2"),
    "wide and long.xlsx": lambda: far_cell("SF199999"),
    "repeats.ods": ods_repeats,
    "rows.csv": too_many_rows,
    "columns.csv": too_many_columns,
    "up.xlsx": lambda: stray_path("../../evil.sh"),
    "root.xlsx": lambda: stray_path("/etc/cron.d/evil"),
    "drive.xlsx": lambda: stray_path("C:\\evil.exe"),
    "password.xlsx": ole_encrypted,
    "zip password.xlsx": zip_encrypted,
    "truncated.xlsx": lambda: SOUND[: len(SOUND) // 2],
    "scrambled.xlsx": scrambled,
    "broken xml.xlsx": lambda: with_part(SHEET, b"<worksheet><sheetData><row>"),
    "any zip.xlsx": lambda: b"PK\x05\x06" + b"\0" * 18,
    "old.xls": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x01" * 3000,
    "far.xls": xls_far,
    "password.xls": lambda: xls_bytes([HEAD, ROW], password=True),
    "cut.xls": lambda: xls_bytes([HEAD, ROW])[:2000],
    "photo.xlsx": lambda: PICTURE,
    "photo.csv": lambda: PICTURE,
    "photo.png.csv": lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "noise.csv": lambda: bytes((n * 7919) % 251 for n in range(4000)),
    "nul.csv": lambda: csv_bytes([HEAD, ["1", "As\0h", "Al", "Yes"]]),
    "quote.csv": lambda: csv_bytes([HEAD]) + b'1,"Ash,Al,Yes\r\n' + b"2,Birch,Bo,No\r\n" * 9000,
    "empty.csv": lambda: b"",
    "blank.csv": lambda: b"\r\n,,,\r\n",
    "program.xls": lambda: b"MZ\x90\x00" + b"\0" * 500,
    "page.xls": lambda: b"<html><body>Please log in again</body></html>",
    "entities.xls": (
        ENTITIES + '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><x>&j;</x></Workbook>'
    ).encode,
}
