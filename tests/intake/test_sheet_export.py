"""What is written out: no live formula, read back unchanged; the template raises no question."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sheet_corpus.told import imported, required, told

from consentry_intake import sheets
from consentry_intake.sheets.write import TEMPLATE_HEADER

DANGEROUS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    '=HYPERLINK("http://x")',
    "'=1",
    "''=1",
    "%0A=1",
]
HEAD = ["Student Number", "Last Name", "First Name", "Photo Permission"]


def formulas(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        text = b"".join(book.read(name) for name in book.namelist() if "worksheets" in name)
    return re.findall(r"<f[ >].*?</f>", text.decode())


def test_xlsx_holds_text_where_a_formula_could_be() -> None:
    data = sheets.write_xlsx([sheets.Table("Roster", ["=Head", "b"], [[text, None] for text in DANGEROUS])])
    assert formulas(data) == []
    cells = [row[0] for row in openpyxl.load_workbook(io.BytesIO(data))["Roster"].iter_rows()]
    assert all(cell.data_type != "f" for cell in cells)
    assert cells[0].value == "=Head"
    assert cells[1].value == "=1+1"
    assert cells[1].quotePrefix


def test_csv_puts_an_apostrophe_before_what_would_be_computed() -> None:
    data = sheets.write_csv(sheets.Table("Roster", ["a"], [[text] for text in DANGEROUS]))
    assert data.startswith(b"\xef\xbb\xbf")
    values = [row[0] for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")) if row]
    assert not [value for value in values if value[:1] in set("=+-@\t\r\n＝＋－＠")]


def test_kinds_of_cells() -> None:
    row = ["00123", 7, True, dt.date(2025, 9, 1), None]
    table = sheets.Table("a/b:c", ["n", "i", "b", "d", "e"], [row])
    cells = sheets.read(sheets.write_xlsx([table]), "a.xlsx").sheets[0].rows[1]
    assert [cell.text for cell in cells[:4]] == ["00123", "7", "yes", "2025-09-01"]
    lines = sheets.write_csv(table).decode("utf-8-sig").splitlines()
    assert lines[1] == "00123,7,yes,2025-09-01,"


NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs", "Cn"]), min_size=1, max_size=12
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(NAMES, NAMES, st.sampled_from(["Yes", "No", None])), min_size=1, max_size=8), st.booleans()
)
def test_import_export_import_is_a_fixed_point(people: list[tuple[str, str, str | None]], as_csv: bool) -> None:
    """What was read, written and read again is the same, whatever the names hold."""
    rows = [[f"{n:05d}", last, first, answer] for n, (last, first, answer) in enumerate(people, 1)]
    table = sheets.Table("Roster", HEAD, rows)
    once = _through(table, as_csv=as_csv)
    if not once.rows:
        return  # every generated name told of two children ("a & b"): nothing was taken, nothing is written
    again = sheets.Table(
        "Roster",
        HEAD,
        [
            [r.number, r.last_name, r.first_name, {"grant": "Yes", "refusal": "No"}.get(r.answers[0].answer or "")]
            for r in once.rows
        ],
    )
    twice = _through(again, as_csv=as_csv)
    assert twice.rows == once.rows or [row.row for row in once.rows] != list(range(2, len(once.rows) + 2))
    assert told(twice) == told(once)


def _through(table: sheets.Table, *, as_csv: bool) -> sheets.Interpretation:
    data = sheets.write_csv(table) if as_csv else sheets.write_xlsx([table])
    return imported(data, "r.csv" if as_csv else "r.xlsx")[0]


def test_the_template_imports_without_a_question() -> None:
    data = sheets.write_template()
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert len(book["Consent"].data_validations.dataValidation) == 2
    filled = book["Consent"]
    lines = [
        ["00123", "Ash", "Al", "K", "R1", dt.date(2019, 2, 3), "Yes", dt.date(2025, 9, 1), "Pat Ash"],
        ["00124", "Birch", "Bo", "4", "R2", None, "Yearbook only", None, None],
        ["00125", "Cedar", "Cy", "4", "R2", None, None, None, None],
    ]
    for line in lines:
        filled.append(line)
    out = io.BytesIO()
    book.save(out)
    assert tuple(cell.value for cell in filled[1]) == TEMPLATE_HEADER
    assert required(out.getvalue(), "template.xlsx") == []
    found, _ = imported(out.getvalue(), "template.xlsx")
    assert told(found)["00123 Ash, Al (K)"] == ["grant all signed 2025-09-01 by Pat Ash"]
    assert told(found)["00124 Birch, Bo (4)"][0] == "grant Yearbook"
    assert told(found)["00125 Cedar, Cy (4)"] == ["- all"]
    assert found.problems == []


def test_the_empty_template_says_that_it_is_empty() -> None:
    with pytest.raises(sheets.SheetError, match="no row under it"):
        sheets.propose(sheets.read(sheets.write_template(), "template.xlsx"))
