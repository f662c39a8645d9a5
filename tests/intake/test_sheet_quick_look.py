"""The quick look over a large sheet says what the exact pass says, or nothing."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.styles import Font, PatternFill
from sheet_corpus.bombs import HEAD, REFUSED, ROW, SHEET, SOUND, with_part
from sheet_corpus.make import xlsx_bytes

from consentry_intake import limits, sheets
from consentry_intake.sheets import xlsx
from consentry_intake.sheets.plain_xlsx import extent_of
from consentry_intake.sheets.styles import read_looks
from consentry_intake.sheets.zipped import open_zip


def quick(data: bytes, path: str = SHEET) -> tuple[int, int] | None:
    with open_zip(data) as archive:
        return extent_of(archive, path, xlsx.telling(read_looks(archive)))


def exact(data: bytes) -> xlsx.Marks:
    with open_zip(data) as archive:
        return next(iter(xlsx.read_marks(archive).values()))


CELLS = st.one_of(st.none(), st.integers(0, 99), st.booleans(), st.text(st.characters(codec="ascii"), max_size=6))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CELLS, max_size=6), min_size=1, max_size=8))
def test_where_it_says_something_it_says_what_the_exact_pass_says(rows: list[list[Any]]) -> None:
    rows = [["".join(filter(str.isprintable, c)) if isinstance(c, str) else c for c in row] for row in rows]
    data = xlsx_bytes([HEAD, *rows])
    found, marks = quick(data), exact(data)
    if marks.no_value or marks.errors or marks.looks:
        assert found is None
    if found is not None:
        assert found == (marks.rows, marks.columns)


def test_a_plain_sheet_needs_no_exact_pass() -> None:
    assert quick(SOUND) == (2, 4)


SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.mark.parametrize(
    "body",
    [
        '<row r="2"><c r="A2"><f>1+1</f><v></v></c></row>',
        '<row r="2"><c r="A2"><f/></c></row>',
        '<row r="2"><c r="A2" t="e"><v>#N/A</v></c></row>',
        '<row r="2"><c><v>1</v></c></row>',
        "<row r='2'><c r='XFD1048576'><v>1</v></c></row>",
        '<row r="2"><c\nr="XFD1048576"><v>1</v></c></row>',
        '<row r="2"><c t="n" r="XFD1048576"><v>1</v></c></row>',
        '<row r="2"><m:c xmlns:m="x" r="XFD1048576"><m:v>1</m:v></m:c></row>',
        '<row r="2"><c r="A2"><v><![CDATA[1]]></v></c></row>',
        '<row r="2"><!-- <c r="A2"> --></row>',
        '<row r="2"><c r="A2" cm="1"><v>1</v></c></row>',
    ],
)
def test_anything_unusual_is_left_to_the_exact_pass(body: str) -> None:
    text = f'<worksheet xmlns="{SPACE}"><sheetData>{body}</sheetData></worksheet>'
    assert quick(with_part(SHEET, text.encode())) is None


@pytest.mark.parametrize("kind", ["utf-16", "latin-1"])
def test_other_encodings_are_left_to_the_exact_pass(kind: str) -> None:
    text = f'<?xml version="1.0" encoding="{kind}"?><worksheet xmlns="{SPACE}"><sheetData/></worksheet>'
    assert quick(with_part(SHEET, text.encode(kind))) is None


def test_what_ends_too_early_is_left_to_the_exact_pass() -> None:
    text = f'<worksheet xmlns="{SPACE}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
    assert quick(with_part(SHEET, text.encode())) is None


def test_colours_and_strikes_are_left_to_the_exact_pass() -> None:
    def colour(book: Any) -> None:
        book["Sheet1"]["D2"].fill = PatternFill("solid", fgColor="FFFF0000")

    def strike(book: Any) -> None:
        book["Sheet1"]["D2"].font = Font(strike=True)

    for dress in (colour, strike):
        assert quick(xlsx_bytes([HEAD, ROW], dress)) is None


@pytest.mark.parametrize("name", [name for name in REFUSED if name.endswith(".xlsx")])
def test_no_bomb_gets_past_it(name: str) -> None:
    try:
        found = quick(REFUSED[name]())
    except (sheets.SheetError, KeyError):
        return
    if found is not None:  # a sound sheet in a bad book, or one beyond the limits, which the exact pass refuses
        assert (
            found == (2, 4)
            or found[0] > limits.SHEET_ROWS
            or found[1] > limits.SHEET_COLUMNS
            or (found[0] * found[1] > limits.SHEET_AREA)
        )


def test_a_large_sheet_reads_the_same_with_and_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    data = xlsx_bytes([HEAD, *[[f"{n:05d}", f"Last{n}", "Al", ("Yes", "No", None)[n % 3]] for n in range(6_000)]])
    with open_zip(data) as archive:
        assert archive.getinfo(SHEET).file_size > limits.MIB, "long enough for the quick look"
    once = sheets.read(data, "a.xlsx")
    monkeypatch.setattr(xlsx, "_LONG", 1 << 40)
    assert sheets.read(data, "a.xlsx") == once


def test_one_formula_far_down_a_large_sheet_is_seen() -> None:
    rows: list[list[Any]] = [[f"{n:05d}", f"Last{n}", "Al", "Yes"] for n in range(6_000)]
    rows[5_000][3] = "=A1"
    book = sheets.read(xlsx_bytes([HEAD, *rows]), "a.xlsx")
    assert book.sheets[0].rows[5_001][3].problem == "a formula without a saved value"
