"""Traps of rows and values: each with the people, the answers and the problem rows expected."""

from __future__ import annotations

import datetime as dt
from typing import Any

from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from sheet_corpus.make import csv_bytes, ods_bytes, xlsx_bytes
from sheet_corpus.told import imported, problems, required, told

HEAD = ["Student Number", "Last Name", "First Name", "Grade", "Photo Permission"]


def test_title_lines_blank_rows_repeated_headers_and_totals() -> None:
    rows: list[list[Any]] = [
        ["Lincoln Elementary"],
        ["Photo permissions, printed 9/1/2025"],
        [],
        HEAD,
        ["1", "Ash", "Al", "3", "Yes"],
        [],
        ["Grade 4"],
        HEAD,
        ["2", "Birch", "Bo", "4", "No"],
        [None, None, None, None, "Total: 2"],
    ]
    for data, name in ((csv_bytes(rows), "t.csv"), (xlsx_bytes(rows), "t.xlsx"), (ods_bytes(rows), "t.ods")):
        found, _ = imported(data, name)
        assert told(found) == {"1 Ash, Al (3)": ["grant all"], "2 Birch, Bo (4)": ["refusal all"]}
        assert problems(found) == [(7, "A7", False), (10, "E10", False)]


def test_two_header_rows_with_merged_cells() -> None:
    rows = [
        ["Student Number", "Last Name", "First Name", "Photo permission", None, None],
        [None, None, None, "Web", "Yearbook", "News"],
        ["1", "Ash", "Al", "Yes", "No", None],
    ]

    def merge(book: Any) -> None:
        for area in ("A1:A2", "B1:B2", "C1:C2", "D1:F1"):
            book["Sheet1"].merge_cells(area)

    for data, name in ((csv_bytes(rows), "m.csv"), (xlsx_bytes(rows, merge), "m.xlsx")):
        found, recipe = imported(data, name)
        assert [rule.header for rule in recipe.columns][3:] == [
            "Photo permission: Web",
            "Photo permission: Yearbook",
            "Photo permission: News",
        ]
        assert told(found) == {"1 Ash, Al ()": ["grant School website", "refusal Yearbook", "- Local paper"]}


def test_sheets_by_grade_and_sheets_of_another_kind() -> None:
    head = ["Student Number", "Last Name", "First Name", "Photo Permission"]
    data = xlsx_bytes(
        {
            "Read me": [["How to use this file"], ["Ask the office"]],
            "Kindergarten": [head, ["1", "Ash", "Al", "Yes"]],
            "Grade 1": [["Room 4"], head, ["2", "Birch", "Bo", "No"]],
            "2nd": [head[:3], ["3", "Cedar", "Cy"]],
        }
    )
    found, recipe = imported(data, "g.xlsx")
    assert [(sheet.name, sheet.header_row, sheet.grade) for sheet in recipe.sheets] == [
        ("Kindergarten", 1, "K"),
        ("Grade 1", 2, "1"),
        ("2nd", 1, "2"),
    ]
    assert told(found) == {
        "1 Ash, Al (K)": ["grant all"],
        "2 Birch, Bo (1)": ["refusal all"],
        "3 Cedar, Cy (2)": [],
    }


def test_names_in_one_cell_suffixes_hyphens_accents() -> None:
    rows = [
        ["ID", "Student Name", "Photo Permission"],
        ["1", "Smith, John", "Yes"],
        ["2", "Smith, Jr., John", "Yes"],
        ["3", "Ångström-Núñez, Zoë Mae", "No"],
        ["4", "O'Brien III, Pat", "Yes"],
        ["5", "Juan de la Cruz", "Yes"],
        ["6", "Cher", "Yes"],
    ]
    found, _ = imported(csv_bytes(rows, encoding="utf-16"), "n.csv")
    assert list(told(found)) == [
        "1 Smith, John ()",
        "2 Smith Jr., John ()",
        "3 Ångström-Núñez, Zoë Mae ()",
        "4 O'Brien III, Pat ()",
        "5 de la Cruz, Juan ()",
    ]
    assert problems(found) == [(7, "B7", False)]


def test_windows_1252_keeps_accents_and_says_so() -> None:
    found, _ = imported(csv_bytes([HEAD, ["1", "Núñez", "Zoë", "3", "Yes"]], encoding="cp1252"), "w.csv")
    assert list(told(found)) == ["1 Núñez, Zoë (3)"]
    assert any("Windows-1252" in str(note) for note in found.notes)


def test_one_number_two_names_takes_neither_and_lists_both() -> None:
    rows = [
        HEAD,
        ["1", "Ash", "Al", "3", "Yes"],
        ["1", "Birch", "Bo", "4", "No"],
        ["2", "Cedar", "Cy", "4", "Yes"],
    ]
    found, _ = imported(csv_bytes(rows), "d.csv")
    assert list(told(found)) == ["2 Cedar, Cy (4)"]
    assert [(problem.row, problem.taken) for problem in found.problems] == [(2, False), (3, False)]


def test_same_name_different_numbers_are_two_people() -> None:
    rows = [HEAD, ["1", "Ash", "Al", "3", "Yes"], ["2", "Ash", "Al", "3", "No"]]
    found, _ = imported(csv_bytes(rows), "d.csv")
    assert told(found) == {"1 Ash, Al (3)": ["grant all"], "2 Ash, Al (3)": ["refusal all"]}


def test_same_name_without_number_cannot_be_told_apart() -> None:
    rows = [
        HEAD,
        ["", "Ash", "Al", "3", "Yes"],
        ["", "Ash", "Al", "3", "No"],
        ["", "Ash", "Al", "4", "Yes"],
    ]
    found, _ = imported(csv_bytes(rows), "d.csv")
    assert told(found) == {"? Ash, Al (4)": ["grant all"]}
    assert [(problem.row, problem.taken) for problem in found.problems] == [(2, False), (3, False)]


def test_a_row_that_stands_there_twice_counts_once() -> None:
    rows = [HEAD, ["1", "Ash", "Al", "3", "Yes"], ["1", "ASH", "al", "3", "Yes"]]
    found, _ = imported(csv_bytes(rows), "d.csv")
    assert list(told(found).values()) == [["grant all"]]
    assert [problem.row for problem in found.merged] == [3]


def test_contradicting_rows_without_a_time_keep_both_answers() -> None:
    rows = [HEAD, ["1", "Ash", "Al", "3", "Yes"], ["1", "Ash", "Al", "3", "No"]]
    found, _ = imported(csv_bytes(rows), "d.csv")
    assert sorted(next(iter(told(found).values()))) == ["grant all", "refusal all"]


def test_siblings_in_one_row_are_a_problem() -> None:
    rows = [
        HEAD,
        ["1", "Ash", "Al & Bo", "3", "Yes"],
        ["2", "Ash", "Ann and Ben", "3", "Yes"],
        ["3", "Ash", "Sandy", "3", "Yes"],
    ]
    found, _ = imported(csv_bytes(rows), "s.csv")
    assert list(told(found)) == ["3 Ash, Sandy (3)"]
    assert [(row, taken) for row, _, taken in problems(found)] == [(2, False), (3, False)]


def test_numbers_keep_leading_zeros_and_lose_no_digit() -> None:
    def pad(book: Any) -> None:
        book["Sheet1"]["A3"].number_format = "00000"

    rows = [
        HEAD,
        ["00123", "Ash", "Al", "3", "Yes"],
        [124, "Birch", "Bo", 4, "No"],
        [125.0, "Cedar", "Cy", 4.0, "No"],
    ]
    found, _ = imported(xlsx_bytes(rows, pad), "z.xlsx")
    assert list(told(found)) == ["00123 Ash, Al (3)", "00124 Birch, Bo (4)", "125 Cedar, Cy (4)"]
    lost, _ = imported(csv_bytes([HEAD, ["1.23457E+11", "Ash", "Al", "3", "Yes"]]), "z.csv")
    assert lost.rows == []
    assert problems(lost) == [(2, "A2", False)]


def test_withdrawn_students_are_told() -> None:
    rows = [
        [*HEAD, "Enrollment Status"],
        ["1", "Ash", "Al", "3", "No", "Active"],
        ["2", "Birch", "Bo", "3", "No", "Withdrawn"],
    ]
    found, _ = imported(csv_bytes(rows), "w.csv")
    assert [row.left for row in found.rows] == [False, True]


def test_dates_in_all_dresses() -> None:
    head = [*HEAD, "Signed On", "Valid until", "DOB"]
    day = dt.date(2025, 9, 13)
    rows = [head, ["1", "Ash", "Al", "3", "Yes", day, dt.date(2026, 6, 30), dt.date(2012, 2, 29)]]
    expected = {"1 Ash, Al (3)": ["grant all signed 2025-09-13 until 2026-06-30"]}
    found, _ = imported(xlsx_bytes(rows), "d.xlsx")
    assert told(found) == expected
    assert found.rows[0].birth_date == dt.date(2012, 2, 29)
    for signed, until, birth in (
        ("9/13/2025", "6/30/2026", "2/29/2012"),
        ("2025-09-13", "2026-06-30", "2012-02-29"),
        ("13-Sep-2025", "30 Jun 2026", "Feb 29, 2012"),
        ("45913", "46203", "40968"),
        ("13.09.2025", "30.06.2026", "29.02.12"),
    ):
        found, _ = imported(csv_bytes([head, ["1", "Ash", "Al", "3", "Yes", signed, until, birth]]), "d.csv")
        assert told(found) == expected
        assert found.rows[0].birth_date == dt.date(2012, 2, 29)


def test_an_unreadable_date_is_a_problem_of_the_cell() -> None:
    found, _ = imported(csv_bytes([[*HEAD, "DOB"], ["1", "Ash", "Al", "3", "Yes", "spring"]]), "d.csv")
    assert told(found) == {"1 Ash, Al (3)": ["grant all"]}
    assert problems(found) == [(2, "F2", True)]


def test_a_date_as_answer_asks_signed_or_until() -> None:
    rows = [HEAD, ["1", "Ash", "Al", "3", "2025-09-13"], ["2", "Birch", "Bo", "3", "No"]]
    data, key = csv_bytes(rows), "date:photo permission"
    assert required(data, "d.csv") == [key]
    signed, _ = imported(data, "d.csv", {key: "signed"})
    assert told(signed)["1 Ash, Al (3)"] == ["grant all signed 2025-09-13"]
    until, _ = imported(data, "d.csv", {key: "until"})
    assert told(until)["1 Ash, Al (3)"] == ["grant all until 2025-09-13"]


def test_x_in_a_permission_column_is_asked() -> None:
    rows = [HEAD, ["1", "Ash", "Al", "3", "X"], ["2", "Birch", "Bo", "3", None]]
    data, key = csv_bytes(rows), "value:photo permission:x"
    assert required(data, "x.csv") == [key]
    found, _ = imported(data, "x.csv", {key: "grant"})
    assert list(told(found).values()) == [["grant all"], ["- all"]]


def test_contradicting_header_is_asked() -> None:
    rows = [["ID", "Last Name", "First Name", "Photo permission denied"], ["1", "Ash", "Al", "Yes"]]
    assert required(csv_bytes(rows), "c.csv") == ["polarity:photo permission denied"]


def test_paperwork_is_not_permission() -> None:
    rows = [["ID", "Last Name", "First Name", "Photo form returned"], ["1", "Ash", "Al", "Yes"]]
    data, key = csv_bytes(rows), "column:photo form returned"
    assert required(data, "p.csv") == [key]
    found, _ = imported(data, "p.csv", {key: "ignore"})
    assert list(told(found).values()) == [[]]


def test_channels_conditions_and_flags() -> None:
    rows = [
        HEAD,
        ["1", "Ash", "Al", "3", "Yearbook only"],
        ["2", "Birch", "Bo", "3", "no social media"],
        ["3", "Cedar", "Cy", "3", "Yes, no names"],
        ["4", "Dill", "Di", "3", "group photos only"],
        ["5", "Elm", "Ed", "3", "see office"],
        ["6", "Fir", "Flo", "3", "court order"],
        ["7", "Gum", "Gus", "3", "foster"],
    ]
    found, _ = imported(csv_bytes(rows), "v.csv")
    rest = "Facebook+Hallway screen+Instagram+Local paper+Newsletter+School website"
    assert list(told(found).values()) == [
        ["grant Yearbook", f"refusal {rest}"],
        ["refusal Facebook+Instagram"],
        ["grant all [no-name]"],
        ["grant all [group-only]"],
        ["unreadable all !see office"],
        ["unreadable all !court order"],
        ["unreadable all !foster care"],
    ]


def test_a_remark_beside_a_yes_holds_it() -> None:
    rows = [
        [*HEAD, "Notes", "Custody Alert"],
        ["1", "Ash", "Al", "3", "Yes", "court order on file", ""],
        ["2", "Birch", "Bo", "3", "Yes", "NO PHOTOS per mom", ""],
        ["3", "Cedar", "Cy", "3", "Yes", "walks home", ""],
        ["4", "Dill", "Di", "3", "Yes", "", "Yes"],
        ["5", "Elm", "Ed", "3", "No", "foster", "No"],
    ]
    found, _ = imported(csv_bytes(rows), "r.csv")
    assert list(told(found).values()) == [
        ["unreadable all !court order"],
        ["unreadable all !a remark"],
        ["grant all"],
        ["unreadable all !alert"],
        ["refusal all"],
    ]
    assert [[flag.flag for flag in row.flags] for row in found.rows] == [
        ["court order"], ["a remark"], [], ["alert"], ["foster care"],
    ]  # fmt: skip


def test_formulas_count_by_their_saved_value() -> None:
    rows = [
        HEAD,
        ["1", "Ash", "Al", "3", '=IF(1,"Yes","No")'],
        ["2", "Birch", "Bo", "3", "=B1"],
        ["=A1", "Cedar", "Cy", "3", "Yes"],
    ]
    found, _ = imported(xlsx_bytes(rows, values={'IF(1,"Yes","No")': "Yes"}), "f.xlsx")
    assert told(found) == {"1 Ash, Al (3)": ["grant all"], "2 Birch, Bo (3)": ["unreadable all"]}
    assert problems(found) == [(3, "E3", True), (4, "A4", False)]
    assert "formula" in str(found.problems[0].reason)


def test_error_values_are_problems() -> None:
    found, _ = imported(xlsx_bytes([HEAD, ["1", "Ash", "Al", "3", "#N/A"]]), "e.xlsx")
    assert told(found) == {"1 Ash, Al (3)": ["unreadable all"]}
    assert problems(found) == [(2, "E2", True)]


RED, GREEN, GREY = (PatternFill("solid", fgColor=colour) for colour in ("FFFF0000", "FF00FF00", "FFDDDDDD"))
FIVE = [HEAD, *[[str(n), f"Name{n}", "Al", "3", "Yes" if n % 2 else None] for n in range(1, 8)]]


def test_a_colour_alone_is_no_answer_and_holds_a_yes() -> None:
    def dress(book: Any) -> None:
        book["Sheet1"]["E2"].fill = RED  # Yes, and red
        book["Sheet1"]["E3"].fill = RED  # empty, and red
        for cell in book["Sheet1"][5]:
            cell.fill = RED  # a whole row

    data = xlsx_bytes(FIVE, dress)
    found, _ = imported(data, "c.xlsx")
    lines = [answers[0] for answers in told(found).values()]
    held = "unreadable all !colour"
    assert lines == [held, held, "grant all", held, "grant all", "- all", "grant all"]
    refused, _ = imported(data, "c.xlsx", {"colour:ff0000": "refusal"})
    assert [answers[0] for answers in told(refused).values()][:4] == [
        "refusal all",
        "refusal all",
        "grant all",
        "refusal all",
    ]
    plain, _ = imported(data, "c.xlsx", {"colour:ff0000": "nothing"})
    assert [answers[0] for answers in told(plain).values()][:2] == ["grant all", "- all"]


def test_colours_that_only_restate_or_stripe_mean_nothing() -> None:
    def restate(book: Any) -> None:
        for row in range(2, 9):
            book["Sheet1"].cell(row, 5).fill = GREEN if row % 2 == 0 else RED

    def stripe(book: Any) -> None:
        for row in range(2, 9, 2):
            for cell in book["Sheet1"][row]:
                cell.fill = GREY

    rows = [HEAD, *[[str(n), f"Name{n}", "Al", "3", "Yes" if n % 2 else "No"] for n in range(1, 8)]]
    for dress in (restate, stripe):
        found, _ = imported(xlsx_bytes(rows, dress), "c.xlsx")
        assert {line for answers in told(found).values() for line in answers} == {"grant all", "refusal all"}


def test_strikes_comments_and_merged_answers_hold_a_yes() -> None:
    def dress(book: Any) -> None:
        sheet = book["Sheet1"]
        sheet["E2"].font = Font(strike=True)
        sheet["E4"].comment = Comment("mother withdrew in March", "office")
        sheet["B8"].font = Font(strike=True)
        sheet.merge_cells("E6:E7")

    rows = [HEAD, *[[str(n), f"Name{n}", "Al", "3", "Yes"] for n in range(1, 8)]]
    found, _ = imported(xlsx_bytes(rows, dress), "m.xlsx")
    lines = [answers[0] for answers in told(found).values()]
    assert lines == [
        "unreadable all !struck through",
        "grant all",
        "unreadable all !comment",
        "grant all",
        "grant all",
        "unreadable all !merged cell",
        "unreadable all !struck through",
    ]


def test_hidden_sheets_are_left_out_and_named() -> None:
    from consentry_intake import sheets

    def hide(book: Any) -> None:
        book["Old"].sheet_state = "hidden"

    data = xlsx_bytes(
        {"New": [HEAD, ["1", "Ash", "Al", "3", "No"]], "Old": [HEAD, ["1", "Ash", "Al", "3", "Yes"]]}, hide
    )
    proposal = sheets.propose(sheets.read(data, "h.xlsx"))
    assert [(sheet.name, sheet.used) for sheet in proposal.sheets] == [("New", True), ("Old", False)]
    found, _ = imported(data, "h.xlsx")
    assert list(told(found).values()) == [["refusal all"]]


def test_blank_means_refused_when_the_clerk_says_so_and_never_a_yes() -> None:
    data = csv_bytes([HEAD, ["1", "Ash", "Al", "3", ""]])
    for choice, line in (("refused", "refusal all"), ("no change", "- all"), ("not answered", "- all")):
        found, _ = imported(data, "b.csv", {"blank:photo permission": choice})
        assert list(told(found).values()) == [[line]]
        assert found.rows[0].answers[0].blank == choice


def test_what_the_import_asks_for_limits_a_yes_and_not_a_no() -> None:
    import dataclasses

    from sheet_corpus.told import CHANNELS

    from consentry_intake import sheets

    rows = [
        [
            "ID",
            "Last Name",
            "First Name",
            "Photo permission: Web",
            "Photo permission: Yearbook",
            "Photo permission",
        ],
        ["1", "Ash", "Al", "Yes", "Yes", "Yes"],
        ["2", "Birch", "Bo", "No", "No", "No"],
    ]
    book = sheets.read(csv_bytes(rows), "c.csv")
    recipe = dataclasses.replace(sheets.propose(book).recipe, channels=("Yearbook",), until=dt.date(2026, 6, 30))
    found = sheets.interpret(book, recipe, CHANNELS)
    assert list(told(found).values()) == [
        ["unreadable all", "grant Yearbook until 2026-06-30", "grant Yearbook until 2026-06-30"],
        ["refusal School website", "refusal Yearbook", "refusal Yearbook"],
    ]


def test_dates_of_the_sheet_prove_how_the_others_are_read() -> None:
    rows = [HEAD, ["1", "Ash", "Al", "3", "9/13/2025"], ["2", "Birch", "Bo", "3", "9/5/2025"]]
    found, _ = imported(csv_bytes(rows), "d.csv", {"date:photo permission": "signed"})
    assert list(told(found).values()) == [["grant all signed 2025-09-13"], ["grant all signed 2025-09-05"]]


def resubmitted(*answers: str) -> list[str]:
    """The answers that stand after one parent sent the form once a day."""
    head = [
        "Timestamp",
        "Student First Name",
        "Student Last Name",
        "Grade",
        "Photo permission",
        "Parent/Guardian Name",
    ]
    rows = [
        [f"2025-09-{day:02d} 08:00", "Ann", "Ash", "3", text, "Pat Ash"] for day, text in enumerate(answers, 1)
    ]
    found, _ = imported(csv_bytes([head, *rows]), "h.csv")
    return [
        line.replace(" by Pat Ash", "").replace("signed 2025-", "") for line in next(iter(told(found).values()))
    ]


def test_a_later_answer_of_the_same_signer_replaces_the_earlier_one() -> None:
    assert resubmitted("No", "Yes") == ["grant all 09-02"]
    assert resubmitted("Yes", "No", "Yes", "No") == ["refusal all 09-04"]


def test_a_later_blank_lifts_no_answer() -> None:
    assert resubmitted("No", "") == ["refusal all 09-01", "- all 09-02"]
    assert resubmitted("Yes", "") == ["grant all 09-01", "- all 09-02"]


def test_a_later_unreadable_answer_suspends_a_yes_and_leaves_a_no() -> None:
    assert resubmitted("Yes", "hmm") == ["unreadable all 09-02"]
    assert resubmitted("No", "hmm") == ["refusal all 09-01", "unreadable all 09-02"]


def test_a_no_falls_only_where_the_later_answer_speaks_of_its_channels() -> None:
    assert resubmitted("No", "no social media") == ["refusal all 09-01", "refusal Facebook+Instagram 09-02"]
    assert len(resubmitted("No", "Yearbook only")) == 2
    assert resubmitted("No", "Yearbook only")[0] == "grant Yearbook 09-02"


def test_a_flag_in_another_row_or_answer_of_the_child_holds_every_yes() -> None:
    rows = [
        ["Student Number", "Last Name", "First Name", "Web permission", "Yearbook permission", "Notes"],
        ["1", "Ash", "Al", "Yes", "Yes", ""],
        ["1", "Ash", "Al", "Yes", "Yes", "foster care since May"],
        ["2", "Birch", "Bo", "court order", "Yes", ""],
        ["3", "Cedar", "Cy", "see office", "Yes", ""],
    ]
    found, _ = imported(csv_bytes(rows), "f.csv")
    lines = told(found)
    assert not any(line.startswith("grant") for line in lines["1 Ash, Al ()"])
    assert lines["2 Birch, Bo ()"] == [
        "unreadable School website !court order",
        "unreadable Yearbook !court order",
    ]
    assert lines["3 Cedar, Cy ()"] == ["unreadable School website !see office", "grant Yearbook"]
