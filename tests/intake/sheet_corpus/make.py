"""Writes tables in the formats of the corpus: csv in any dress, xlsx with marks, ods, HTML, Excel 2003's XML."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from html import escape
from typing import Any

from openpyxl import Workbook

Rows = list[list[Any]]


def csv_bytes(rows: Rows, *, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(
        [["" if value is None else value for value in row] for row in rows]
    )
    return out.getvalue().encode(encoding)


def xlsx_bytes(
    sheets: dict[str, Rows] | Rows,
    dress: Callable[[Any], None] | None = None,
    values: dict[str, str] | None = None,
) -> bytes:
    """A workbook; ``dress`` may colour, merge or comment it. ``values``: formula text -> its saved value."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in (sheets if isinstance(sheets, dict) else {"Sheet1": sheets}).items():
        sheet = book.create_sheet(name)
        for r, row in enumerate(rows, 1):
            for c, value in enumerate(row, 1):
                if value is not None:
                    sheet.cell(r, c, value)
    if dress is not None:
        dress(book)
    out = io.BytesIO()
    book.save(out)
    return with_values(out.getvalue(), values or {})


def with_values(data: bytes, values: dict[str, str]) -> bytes:
    """Saves a value beside each formula, as a spreadsheet program does and openpyxl does not."""

    def change(name: str, content: bytes) -> bytes:
        for formula, value in values.items():
            content = content.replace(
                f"<f>{formula}</f><v />".encode(), f"<f>{formula}</f><v>{escape(value)}</v>".encode()
            ).replace(f"<f>{formula}</f><v></v>".encode(), f"<f>{formula}</f><v>{escape(value)}</v>".encode())
        return content.replace(b"><f>", b' t="str"><f>') if name.startswith("xl/worksheets/") else content

    return rezip(data, change) if values else data


def rezip(data: bytes, change: Callable[[str, bytes], bytes], extra: dict[str, bytes] | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, change(name, source.read(name)))
        for name, content in (extra or {}).items():
            target.writestr(name, content)
    return out.getvalue()


_ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"><office:body><office:spreadsheet>'
)
_ODS_TAIL = "</office:spreadsheet></office:body></office:document-content>"


def ods_cell(value: Any) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, int | float):
        return (
            f'<table:table-cell office:value-type="float" office:value="{value}">'
            f"<text:p>{value}</text:p></table:table-cell>"
        )
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}</text:p></table:table-cell>'


def ods_bytes(sheets: dict[str, Rows] | Rows, raw_rows: str = "") -> bytes:
    body = ""
    for name, rows in (sheets if isinstance(sheets, dict) else {"Sheet1": sheets}).items():
        lines = "".join("<table:table-row>" + "".join(map(ods_cell, row)) + "</table:table-row>" for row in rows)
        body += f'<table:table table:name="{escape(name)}">{lines}{raw_rows}</table:table>'
    manifest = (
        '<?xml version="1.0"?>'
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" '
        'manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        target.writestr("META-INF/manifest.xml", manifest)
        target.writestr("content.xml", _ODS_HEAD + body + _ODS_TAIL)
    return out.getvalue()


def html_bytes(rows: Rows) -> bytes:
    lines = "".join(
        "<tr>" + "".join(f"<td>{escape(str('' if value is None else value))}</td>" for value in row) + "</tr>"
        for row in rows
    )
    return (
        f"<html><head><style>td {{x:y}}</style></head><body><table border=1>{lines}</table></body></html>".encode()
    )


def xml_2003_bytes(rows: Rows) -> bytes:
    lines = ""
    for row in rows:
        cells = "".join(
            f'<Cell ss:Index="{index}"><Data ss:Type="String">{escape(str(value))}</Data></Cell>'
            for index, value in enumerate(row, 1)
            if value is not None
        )
        lines += f"<Row>{cells}</Row>"
    return (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Sheet1"><Table>'
        f"{lines}</Table></Worksheet></Workbook>"
    ).encode()
