"""One table in every format and dress is read as the same people."""

from __future__ import annotations

import pytest
from sheet_corpus.make import csv_bytes, html_bytes, ods_bytes, xlsx_bytes, xml_2003_bytes
from sheet_corpus.old_xls import xls_bytes
from sheet_corpus.told import imported, told

from consentry_intake import sheets

ROWS = [
    ["Student Number", "Last Name", "First Name", "Grade", "Photo Permission"],
    ["00123", "Núñez", "Zoë", "K", "Yes"],
    ["124", "O'Neil, <b>", 'Bo "B"', "4", "No"],
    ["125", "Diaz", "Cy", "4", None],
]
EXPECTED = {
    "00123 Núñez, Zoë (K)": ["grant all"],
    "124 O'Neil, <b>, Bo \"B\" (4)": ["refusal all"],
    "125 Diaz, Cy (4)": ["- all"],
}  # fmt: skip
DRESSES = {
    "plain.csv": csv_bytes(ROWS),
    "bom.csv": csv_bytes(ROWS, encoding="utf-8-sig"),
    "semicolon.csv": csv_bytes(ROWS, delimiter=";"),
    "pipe.txt": csv_bytes(ROWS, delimiter="|"),
    "tab.tsv": csv_bytes(ROWS, delimiter="\t"),
    "utf16.csv": csv_bytes(ROWS, encoding="utf-16"),
    "utf16le.txt": csv_bytes(ROWS, delimiter="\t", encoding="utf-16-le"),
    "utf16be.txt": csv_bytes(ROWS, delimiter="\t", encoding="utf-16-be"),
    "1252.csv": csv_bytes(ROWS, encoding="cp1252"),
    "declared.csv": b"sep=;\r\n" + csv_bytes(ROWS, delimiter=";"),
    "mac.csv": csv_bytes(ROWS).replace(b"\r\n", b"\r"),
    "unix.csv": csv_bytes(ROWS).replace(b"\r\n", b"\n"),
    "book.xlsx": xlsx_bytes(ROWS),
    "book.ods": ods_bytes(ROWS),
    "old.xls": xls_bytes(ROWS),
    "page.xls": html_bytes(ROWS),
    "xml.xls": xml_2003_bytes(ROWS),
    "text.xls": csv_bytes(ROWS, delimiter="\t"),
}


@pytest.mark.parametrize("name", list(DRESSES))
def test_every_dress_reads_the_same(name: str) -> None:
    found, _ = imported(DRESSES[name], name)
    assert told(found) == EXPECTED


@pytest.mark.parametrize("name", ["book.xlsx", "plain.csv", "page.xls", "book.ods"])
def test_the_name_does_not_decide(name: str) -> None:
    assert sheets.read(DRESSES[name], "whatever.bin").format == {
        "book.xlsx": "xlsx", "plain.csv": "csv", "page.xls": "html", "book.ods": "ods",
    }[name]  # fmt: skip


def test_the_hash_is_that_of_the_file() -> None:
    import hashlib

    data = DRESSES["book.xlsx"]
    assert sheets.read(data, "a.xlsx").sha256 == hashlib.sha256(data).hexdigest()


def test_text_that_calls_itself_a_workbook_is_named() -> None:
    assert any("plain text" in str(note) for note in sheets.read(DRESSES["text.xls"], "text.xls").notes)


def test_line_breaks_inside_cells_and_trailing_spaces() -> None:
    rows = [
        ["Student Number ", " Last\nName", "First Name", "Photo Permission\n(yes/no)"],
        [" 1 ", "Ash ", " Al", "Yes\n"],
    ]
    for data, name in ((csv_bytes(rows), "a.csv"), (xlsx_bytes(rows), "a.xlsx")):
        found, _ = imported(data, name)
        assert told(found) == {"1 Ash, Al ()": ["grant all"]}


def test_a_book_crosses_the_pipe() -> None:
    book = sheets.read(DRESSES["book.xlsx"], "a.xlsx")
    assert sheets.from_json(sheets.Book, sheets.to_json(book)) == book


def test_old_workbooks_numbers_and_booleans() -> None:
    rows = [
        ["ID", "Last Name", "First Name", "Photo Permission"],
        [7.0, "Ash", "Al", True],
        [8, "Birch", "Bo", False],
    ]
    found, _ = imported(xls_bytes(rows), "old.xls")
    assert told(found) == {"7 Ash, Al ()": ["grant all"], "8 Birch, Bo ()": ["refusal all"]}
    assert any("Colours" in str(note) for note in found.notes)
