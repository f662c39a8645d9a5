"""Every value of the design page's vocabulary, by what its column asks; and traps that stand beside the values."""

from __future__ import annotations

from typing import Any

import pytest
from openpyxl.styles import PatternFill
from sheet_corpus.make import csv_bytes, xlsx_bytes
from sheet_corpus.told import imported, problems, required, told

from consentry_intake import sheets
from consentry_intake.sheets.recipe import Polarity, Says
from consentry_intake.sheets.values import looks_like_date, says

YES, NO, NONE, ASKED = "grant", "refusal", "not answered", "asked"

# value, in a permission column, in an opt-out column, in one that does not say which way it points
WORDS = [
    *[(word, YES, NO, ASKED) for word in ("Y", "Yes", "TRUE", "1", "✓")],
    *[(word, NO, NONE, ASKED) for word in ("N", "No", "FALSE", "0")],
    *[(word, ASKED, NO, ASKED) for word in ("X", "*")],
    *[(word, YES, ASKED, YES) for word in ("Allow", "Granted", "Approved", "Permitted")],
    *[(word, NO, NO, NO) for word in ("Deny", "Denied", "Not Granted", "Opt Out", "Opted out", "OPT-OUT", "DNP",
                                      "No Media", "No Photo")],
    *[(word, NONE, NONE, NONE) for word in ("Requested", "Pending", "", " ", "N/A", "-")],
    ("Withdrawn", *["withdrawal"] * 3),
    ("Yearbook only", "grant yearbook, else refusal", ASKED, "grant yearbook, else refusal"),
    ("no social media", *["refusal social network, else not answered"] * 3),
    ("no names", "grant if no-name", ASKED, "grant if no-name"),
    ("group photos only", "grant if group-only", ASKED, "grant if group-only"),
    ("see office", *["unreadable: see office"] * 3),
    ("court order", *["unreadable: court order"] * 3),
    ("foster", *["unreadable: foster care"] * 3),
    ("9/13/2025", *[ASKED] * 3),
]  # fmt: skip


def line(said: Says | None) -> str:
    if said is None:
        return ASKED
    only = f" {'+'.join(said.only)}, else {said.rest.value}" if said.only else ""
    conditions = "".join(f" if {condition.value}" for condition in said.conditions)
    return said.answer.value + only + conditions + (f": {said.flag}" if said.flag else "")


@pytest.mark.parametrize(("word", "permission", "opt_out", "unknown"), WORDS)
def test_each_word_of_the_vocabulary(word: str, permission: str, opt_out: str, unknown: str) -> None:
    found = [line(says(word, way)) for way in (Polarity.PERMISSION, Polarity.OPT_OUT, Polarity.UNKNOWN)]
    assert found == [permission, opt_out, unknown]
    assert looks_like_date(word) == (word == "9/13/2025")


HEAD = ["Student Number", "Last Name", "First Name", "Photo Permission"]


def test_each_word_in_a_sheet_and_what_follows() -> None:
    words = [word for word, permission, *_ in WORDS if permission not in {ASKED, NONE} and "," not in permission]
    rows = [HEAD, *[[str(n), f"Name{n}", "Al", word] for n, word in enumerate(words, 1)]]
    found, _ = imported(csv_bytes(rows), "v.csv")
    lines = [answers[0] for answers in told(found).values()]
    grants = {word for word, answer in zip(words, lines, strict=True) if answer.startswith("grant")}
    assert grants == {"Y", "Yes", "TRUE", "1", "✓", "Allow", "Granted", "Approved", "Permitted", "no names",
                      "group photos only"}  # fmt: skip
    assert not any(answer.startswith("-") for answer in lines)


def test_a_sheet_with_colours_says_that_a_csv_would_lose_them() -> None:
    def colour(book: Any) -> None:
        book["Sheet1"]["D3"].fill = PatternFill("solid", fgColor="FFFF0000")

    rows = [HEAD, ["1", "Ash", "Al", "Yes"], ["2", "Birch", "Bo", None], ["3", "Cedar", "Cy", "Yes"]]
    proposal = sheets.propose(sheets.read(xlsx_bytes(rows, colour), "c.xlsx"))
    assert "Colours stand beside the answers; a .csv of this sheet would lose them." in map(str, proposal.notes)
    assert [question.id for question in proposal.questions if question.value == "FF0000"] == ["colour:ff0000"]
    found, _ = imported(xlsx_bytes(rows, colour), "c.xlsx")
    assert told(found)["2 Birch, Bo ()"] == ["unreadable all !colour"]


@pytest.mark.parametrize("name", ["Ash, Ann & Ben", "Ash, Ann / Ben", "Ann and Ben Ash", "Ash, Ann + Ben"])
def test_siblings_in_one_name_cell_are_a_problem(name: str) -> None:
    rows = [["ID", "Student Name", "Photo Permission"], ["1", name, "Yes"], ["2", "Cole, Cy", "No"]]
    found, _ = imported(csv_bytes(rows), "s.csv")
    assert told(found) == {"2 Cole, Cy ()": ["refusal all"]}
    assert problems(found) == [(2, "B2", False)]


def test_spaces_around_everything_change_nothing() -> None:
    plain = [HEAD, ["00123", "Ash", "Al", "Yes"], ["00124", "Birch", "Bo", "No"]]
    spaced = [[f"  {cell}\u00a0 " for cell in row] for row in plain]
    for make, name in ((csv_bytes, "s.csv"), (xlsx_bytes, "s.xlsx")):
        assert told(imported(make(spaced), name)[0]) == told(imported(make(plain), name)[0])


def test_numbers_that_a_spreadsheet_turned_into_floats_are_whole_again() -> None:
    rows: list[list[Any]] = [
        HEAD,
        [123.0, "Ash", "Al", "Yes"],
        [124, "Birch", "Bo", "No"],
        ["00125", "Co", "Cy", ""],
    ]
    found, _ = imported(xlsx_bytes(rows), "n.xlsx")
    assert [row.number for row in found.rows] == ["123", "124", "00125"]
    as_text, _ = imported(csv_bytes([HEAD, ["123.0", "Ash", "Al", "Yes"]]), "n.csv")
    assert [row.number for row in as_text.rows] == ["123.0"], "reconciled with the roster, never silently"


def test_a_header_that_asks_two_ways_and_a_cross_are_both_asked() -> None:
    rows = [["ID", "Last Name", "First Name", "No photo permission"], ["1", "Ash", "Al", "X"]]
    assert required(csv_bytes(rows), "x.csv") == ["polarity:no photo permission"]
