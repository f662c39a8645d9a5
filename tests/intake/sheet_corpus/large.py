"""Large files that must be refused before anything is made of them: dense, so that their size alone is wrong."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

from sheet_corpus.bombs import HEAD, ROW, SHEET, with_part
from sheet_corpus.make import csv_bytes, html_bytes, ods_bytes, rezip, xlsx_bytes, xml_2003_bytes

_SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_MANY = 200_001


def _cell(letter: str, row: int, text: str) -> str:
    return f'<c r="{letter}{row}" t="inlineStr"><is><t>{text}</t></is></c>'


def dense_xlsx(rows: int = _MANY) -> bytes:
    """Every row is filled."""
    lines = (f'<row r="{n}">{_cell("A", n, str(n))}{_cell("B", n, "Ash")}</row>' for n in range(1, rows + 1))
    return with_part(
        SHEET, f'<worksheet xmlns="{_SPACE}"><sheetData>{"".join(lines)}</sheetData></worksheet>'.encode()
    )


def wide_xlsx() -> bytes:
    """501 filled columns in each of 2,000 rows."""
    row = [*HEAD, *(f"c{n}" for n in range(497))]
    return xlsx_bytes([row] * 2_000)


def two_sheets() -> bytes:
    """Two sheets, each within the limits, together beyond them."""
    data = xlsx_bytes({"One": [HEAD, ROW], "Two": [HEAD, ROW]})
    lines = "".join(f'<row r="{n}">{_cell("A", n, "x")}</row>' for n in range(1, 110_000))
    part = f'<worksheet xmlns="{_SPACE}"><sheetData>{lines}</sheetData></worksheet>'.encode()
    return rezip(data, lambda name, old: part if "/sheet" in name and name.endswith(".xml") else old)


def slow_bomb() -> bytes:
    """200 MB of a sheet that packs just badly enough to pass for one."""
    noise = random.Random(7)
    junk = bytes(noise.randrange(48, 58) for _ in range(1 << 16))
    body = (b" " * (1 << 20) + b"<row r='1'><c r='A1'><v>" + junk[: 1 << 15] + b"</v></c></row>") * 190
    return with_part(
        SHEET, f'<worksheet xmlns="{_SPACE}"><sheetData>'.encode() + body + b"</sheetData></worksheet>"
    )


def many_strings() -> bytes:
    """A million shared strings that no cell shows."""
    strings = "".join(f"<si><t>{n}</t></si>" for n in range(1_000_000))
    return rezip(dense_xlsx(), lambda name, old: old, {"xl/sharedStrings.xml": f"<sst>{strings}</sst>".encode()})


def dense_ods() -> bytes:
    cell = '<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>'
    return _repacked(ods_bytes([HEAD, ROW], f"<table:table-row>{cell}</table:table-row>" * _MANY))


def _repacked(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
    return out.getvalue()


LARGE: dict[str, Callable[[], bytes]] = {
    "dense.xlsx": dense_xlsx,
    "wide.xlsx": wide_xlsx,
    "two sheets.xlsx": two_sheets,
    "slow bomb.xlsx": slow_bomb,
    "many strings.xlsx": many_strings,
    "dense.ods": dense_ods,
    "dense.csv": lambda: csv_bytes([HEAD]) + b'"1","Ash","Al","Yes"\r\n' * _MANY,
    "dense utf-16.csv": lambda: (",".join(HEAD) + "\n" + "1,Ash,Al,Yes\n" * _MANY).encode("utf-16"),
    "wide.csv": lambda: csv_bytes([[f"c{n}" for n in range(501)]] * 5_000),
    "dense html.xls": lambda: html_bytes([HEAD] + [ROW] * _MANY),
    "wide html.xls": lambda: html_bytes([[f"c{n}" for n in range(501)]] * 500),
    "dense 2003.xls": lambda: xml_2003_bytes([HEAD] + [ROW] * _MANY),
    "heavy.csv": lambda: b"x" * ((64 << 20) + 1),
    "nul far in.csv": lambda: csv_bytes([HEAD]) + b"1,Ash,Al,Yes\r\n" * 100_000 + b"1,A\0sh,Al,Yes\r\n",
}
