"""Shapes A to L of the design page: for each the people, the answers and what must be asked, cell by cell."""

from __future__ import annotations

from sheet_corpus.make import csv_bytes, xlsx_bytes
from sheet_corpus.told import imported, problems, required, told

from consentry_policy.people import Role


def test_simple_sheet_needs_no_question() -> None:
    rows = [
        ["Student Number", "Last Name", "First Name", "Grade", "Photo Permission"],
        ["00123", "O’Neil", "Ann", "3", "Yes"],
        ["124", "Núñez-Li", "Bo", "K", "No"],
        ["125", "Diaz", "Cy", "4", None],
        ["126", "Fox", "Di", "4", "hmm"],
    ]
    expected = {
        "00123 O’Neil, Ann (3)": ["grant all"],
        "124 Núñez-Li, Bo (K)": ["refusal all"],
        "125 Diaz, Cy (4)": ["- all"],
        "126 Fox, Di (4)": ["unreadable all"],
    }
    for data, name in ((csv_bytes(rows), "a.csv"), (xlsx_bytes(rows), "a.xlsx")):
        found, _ = imported(data, name)
        assert told(found) == expected
        assert problems(found) == [(5, "E5", True)]


def test_a_powerschool_positive_flag() -> None:
    rows = [
        ["Student_Number", "LastFirst", "Grade_Level", "SchoolID", "Home_Room", "Permission to Publish"],
        ["1001", "Baker, Ann", "3", "12", "R1", "Yes"],
        ["1002", "Baker Jr., Ben", "4", "12", "R2", "No"],
        ["1003", "Cole, Cy", "0", "12", "R2", ""],
    ]
    found, _ = imported(csv_bytes(rows, delimiter="\t"), "export.xls")
    assert told(found) == {
        "1001 Baker, Ann (3)": ["grant all"],
        "1002 Baker Jr., Ben (4)": ["refusal all"],
        "1003 Cole, Cy (0)": ["- all"],
    }
    assert [(row.school, row.homeroom) for row in found.rows] == [("12", "R1"), ("12", "R2"), ("12", "R2")]


def test_b_inverted_flag_yields_refusals_only() -> None:
    rows = [
        ["student_number", "last_name", "first_name", "grade_level", "Media Opt Out"],
        ["1", "Ash", "Al", "9", "1"],
        ["2", "Birch", "Bo", "9", "0"],
        ["3", "Cedar", "Cy", "9", ""],
        ["4", "Dogwood", "Di", "9", "X"],
        ["5", "Elm", "Ed", "9", "No Photo"],
        ["6", "Fir", "Flo", "9", "TRUE"],
    ]
    found, _ = imported(csv_bytes(rows), "b.csv")
    refused = [row.number for row in found.rows if row.answers[0].answer is not None]
    assert told(found)["2 Birch, Bo (9)"] == ["- all"]
    assert refused == ["1", "4", "5", "6"]
    assert {line for lines in told(found).values() for line in lines} == {"refusal all", "- all"}


def test_b_signed_forms_behind_not_opted_out_are_the_clerks_word() -> None:
    rows = [
        ["student_number", "last_name", "first_name", "Media Opt Out"],
        ["1", "Ash", "Al", "1"],
        ["2", "Birch", "Bo", "0"],
        ["3", "Cedar", "Cy", ""],
    ]
    found, _ = imported(csv_bytes(rows), "b.csv", {"signed forms:media opt out": "yes"})
    assert list(told(found).values()) == [["refusal all"], ["grant all"], ["- all"]]


def test_c_directory_release_is_photo_consent_only_if_the_clerk_says_so() -> None:
    rows = [
        ["Perm ID", "Last Name", "First Name", "Grade", "Directory Information Release"],
        ["1", "Ash", "Al", "9", "No, Directory Release Denied"],
        ["2", "Birch", "Bo", "9", "Yes, Directory Release Permitted"],
        ["3", "Cedar", "Cy", "9", ""],
    ]
    data = csv_bytes(rows)
    key = "column:directory information release"
    assert required(data, "c.csv") == [key]
    left_out, _ = imported(data, "c.csv", {key: "ignore"})
    assert all(row.answers == () for row in left_out.rows)
    found, _ = imported(data, "c.csv", {key: "permission"})
    assert list(told(found).values()) == [["refusal all"], ["grant all"], ["- all"]]


def test_d_skyward_only_public_governs() -> None:
    title = "Allow Publication of Student's Name for:"
    rows = [
        [None, None, None, title, None, None, None],
        ["Student ID", "Last Name", "First Name", "Military", "Higher Ed", "Public", "KRL Library"],
        ["1", "Ash", "Al", "Yes", "Yes", "No", "Yes"],
        ["2", "Birch", "Bo", "No", "No", "Yes", "No"],
        ["3", "Cedar", "Cy", "Yes", "Yes", None, "Yes"],
    ]

    def merge(book: object) -> None:
        book["Sheet1"].merge_cells("D1:G1")  # type: ignore[index]

    key = "column:allow publication of students name for public"
    for data, name in ((csv_bytes(rows), "d.csv"), (xlsx_bytes(rows, merge), "d.xlsx")):
        assert required(data, name) == [key]
        found, recipe = imported(data, name, {key: "permission"})
        assert list(told(found).values()) == [["refusal all"], ["grant all"], ["- all"]]
        assert sum(rule.meaning.value == "consent" for rule in recipe.columns) == 1


def test_e_opposite_polarities_in_one_sheet() -> None:
    rows = [
        ["School", "Last Name", "First Name", "SIDNO", "Gd", "Vid", "Eval", "Lev", "Inv", "Int", "Pub", "Emr"],
        ["01", "Ash", "Al", "900001", "09", "Yes", "No", "No", "No", "Yes", "No", "Yes"],
        ["01", "Birch", "Bo", "900002", "10", "No", "Yes", "No", "No", "Yes", "Yes", "Yes"],
        ["01", "Cedar", "Cy", "900003", "10", "Yes", "Yes", "No", "No", "Yes", "Yes", "Yes"],
    ]
    data = csv_bytes(rows)
    assert required(data, "e.csv") == ["column:vid", "column:pub"]
    found, _ = imported(data, "e.csv", {"column:vid": "permission", "column:pub": "opt-out"})
    assert told(found) == {
        "900001 Ash, Al (9)": ["grant all", "- all"],
        "900002 Birch, Bo (10)": ["refusal all", "refusal all"],
        "900003 Cedar, Cy (10)": ["grant all", "refusal all"],
    }


def test_f_long_form_of_flags() -> None:
    rows = [
        ["Student Number", "Last Name", "First Name", "Grade", "Flag", "Start Date", "End Date", "User Warning"],
        ["1", "Ash", "Al", "9", "No Media", "2025-08-20", "", "parent called"],
        ["1", "Ash", "Al", "9", "Bus Rider", "2025-08-20", "", ""],
        ["2", "Birch", "Bo", "9", "Peanut Allergy", "2025-08-20", "2026-06-01", ""],
        ["3", "Cedar", "Cy", "9", "Foster Care", "2025-08-20", "", ""],
    ]
    found, _ = imported(csv_bytes(rows), "f.csv")
    day = "signed 2025-08-20"
    assert told(found) == {
        "1 Ash, Al (9)": [f"refusal all {day}", f"- all {day}"],
        "2 Birch, Bo (9)": [f"- all {day}"],
        "3 Cedar, Cy (9)": [f"unreadable all {day} !foster care"],
    }
    assert [row.more_rows for row in found.rows] == [("3",), (), ()]


def test_g_vidigami_two_files() -> None:
    from consentry_intake import sheets

    people = [
        ["Preferred Name", "First Name", "Last Name", "Email", "User Type", "Host ID", "Grad Year", "Opt-Out"],
        ["Annie", "Ann", "Ash", "", "Student", "1", "2031", ""],
        ["", "Bo", "Birch", "", "Student", "2", "2032", "TRUE"],
        ["", "Pat", "Ash", "pat@mail.example", "Parent", "91", "", ""],
        ["", "Tom", "Teach", "tom@school.example", "Faculty", "55", "", ""],
    ]
    pairs = [["Host ID Student", "Host ID Parent"], ["1", "91"], ["2", "92"]]
    book = sheets.join(
        [
            sheets.read(csv_bytes(people), "people.csv"),
            sheets.read(csv_bytes(pairs), "RelationshipsList.csv"),
        ]
    )
    proposal = sheets.propose(book)
    assert sheets.open_questions(proposal) == ()
    found = sheets.interpret(book, proposal.recipe)
    assert told(found) == {
        "1 Ash, Ann ()": ["- all"],
        "2 Birch, Bo ()": ["refusal all"],
        "55 Teach, Tom ()": ["- all"],
    }
    assert [row.guardians for row in found.rows] == [("Pat Ash",), (), ()]
    assert [set(row.roles) for row in found.rows] == [{Role.STUDENT}, {Role.STUDENT}, {Role.CO_WORKER}]
    assert found.rows[0].preferred_name == "Annie"


WEB = "Do you give permission for your child's photo to be used on the school website/social media?"
NEWS = "Do you give permission for your child to be photographed by the news media?"
BOOK = "Do you give permission for your child's photo in the yearbook?"


def test_h_form_answers_with_sentences_and_resubmissions() -> None:
    head = [
        "Timestamp",
        "Email Address",
        "Student First Name",
        "Student Last Name",
        "Grade",
        "Teacher",
        WEB,
        NEWS,
        BOOK,
        "Parent/Guardian Name",
        "Signature",
    ]
    yes, no = "Yes, I give permission", "No, I do NOT give permission"
    rows = [
        head,
        ["9/3/2025 8:12:45", "p@x.example", "Ann", "Ash", "3", "Poe", no, no, yes, "Pat Ash", "Pat Ash"],
        ["9/14/2025 19:02:11", "p@x.example", "Ann", "ash ", "3", "Poe", yes, no, yes, "Pat Ash", "Pat Ash"],
        ["9/4/2025 7:00:00", "m@x.example", "Bo", "Birch", "4", "Kay", yes, yes, yes, "May Birch", "MB"],
        ["9/5/2025 7:00:00", "d@x.example", "Bo", "Birch", "4", "Kay", no, yes, yes, "Dan Birch", "DB"],
    ]
    found, _ = imported(csv_bytes(rows), "h.csv")
    web, news = "Facebook+Instagram+School website", "Local paper"
    assert told(found) == {
        "? ash, Ann (3)": [
            f"grant {web} signed 2025-09-14 by Pat Ash",
            f"refusal {news} signed 2025-09-14 by Pat Ash",
            "grant Yearbook signed 2025-09-14 by Pat Ash",
        ],
        "? Birch, Bo (4)": [
            f"grant {web} signed 2025-09-04 by May Birch",
            f"grant {news} signed 2025-09-04 by May Birch",
            "grant Yearbook signed 2025-09-04 by May Birch",
            f"refusal {web} signed 2025-09-05 by Dan Birch",
            f"grant {news} signed 2025-09-05 by Dan Birch",
            "grant Yearbook signed 2025-09-05 by Dan Birch",
        ],
    }
    assert [problem.row for problem in found.merged] == [2, 4]


def test_h_dates_that_can_be_read_two_ways_are_asked() -> None:
    rows = [
        ["Timestamp", "Student First Name", "Student Last Name", "Photo permission", "Parent/Guardian Name"],
        ["9/3/2025 8:12:45", "Ann", "Ash", "Yes", "Pat Ash"],
        ["9/4/2025 8:12:45", "Ann", "Ash", "No", "Pat Ash"],
    ]
    data = csv_bytes(rows)
    assert required(data, "h.csv") == ["date order"]
    found, _ = imported(data, "h.csv", {"date order": "day first"})
    assert told(found) == {"? Ash, Ann ()": ["refusal all signed 2025-04-09 by Pat Ash"]}


def test_i_per_channel_boxes() -> None:
    rows = [
        ["ID", "Surname", "Forename", "Web", "Promotional material", "School publications"],
        ["1", "Ash", "Al", "✓", "", "✓"],
        ["2", "Birch", "Bo", "Yes", "No", "Yes"],
    ]
    data = csv_bytes(rows)
    keys = required(data, "i.csv")
    assert keys == ["polarity:web", "polarity:promotional material", "polarity:school publications"]
    found, _ = imported(data, "i.csv", dict.fromkeys(keys, "permission"))
    assert told(found) == {
        "1 Ash, Al ()": ["grant School website", "- Newsletter", "grant Newsletter"],
        "2 Birch, Bo ()": ["grant School website", "refusal Newsletter", "grant Newsletter"],
    }


def test_j_juniper_long_form() -> None:
    rows = [
        ["Adm No", "Surname", "Forename", "Year Group", "Consent Type", "State", "Informed By"],
        ["1", "Ash", "Al", "Year 3", "Photograph on website", "Granted", "Pat Ash"],
        ["1", "Ash", "Al", "Year 3", "Photograph in newspaper", "Not Granted", "Pat Ash"],
        ["1", "Ash", "Al", "Year 3", "Local visits", "Granted", "Pat Ash"],
        ["2", "Birch", "Bo", "Year 4", "Photograph on website", "Requested", ""],
    ]
    found, _ = imported(csv_bytes(rows), "j.csv")
    assert told(found) == {
        "1 Ash, Al (3)": ["grant School website by Pat Ash", "refusal Local paper by Pat Ash"],
        "2 Birch, Bo (4)": ["- School website"],
    }


def test_j_sims_tick_is_asked() -> None:
    rows = [
        ["Admission Number", "Surname", "Forename", "Reg Group", "Photograph Student"],
        ["0007", "Ash", "Al", "3B", "✓"],
        ["0008", "Birch", "Bo", "3B", ""],
    ]
    data = csv_bytes(rows)
    assert required(data, "j.csv") == ["polarity:photograph student"]
    found, _ = imported(data, "j.csv", {"polarity:photograph student": "permission"})
    assert told(found) == {"0007 Ash, Al ()": ["grant all"], "0008 Birch, Bo ()": ["- all"]}


def test_k_staff() -> None:
    rows = [
        ["Employee name", "Employee ID", "Consent Status", "Use"],
        ["Tom Teach", "E1", "Approved", "Social Media; Website"],
        ["Ann van der Berg", "E2", "Pending", "Website"],
        ["Cole, Cy", "E3", "Withdrawn", "Social Media; Website; Internal"],
        ["Dee Dill", "E4", "Approved", ""],
    ]
    found, _ = imported(csv_bytes(rows), "k.csv")
    assert told(found) == {
        "E1 Teach, Tom ()": ["grant Facebook+Instagram+School website"],
        "E2 van der Berg, Ann ()": ["- School website"],
        "E3 Cole, Cy ()": ["withdrawal Facebook+Hallway screen+Instagram+School website"],
        "E4 Dill, Dee ()": ["unreadable all"],
    }
    assert {row.roles for row in found.rows} == {frozenset({Role.CO_WORKER})}


def test_j_topics_that_may_be_about_photos_are_asked() -> None:
    rows = [
        ["Adm No", "Surname", "Forename", "Consent Type", "State"],
        ["1", "Ash", "Al", "Video lessons", "Granted"],
        ["1", "Ash", "Al", "Social media", "Granted"],
        ["2", "Birch", "Bo", "Photographs", "Not Granted"],
    ]
    data = csv_bytes(rows)
    video, social = "value:consent type:video lessons", "value:consent type:social media"
    assert required(data, "j.csv") == [video, social]
    found, _ = imported(data, "j.csv", {video: "not answered", social: "grant"})
    assert told(found) == {"1 Ash, Al ()": ["grant Facebook+Instagram"], "2 Birch, Bo ()": ["refusal all"]}


def test_k_a_use_that_names_no_listed_channel_grants_nothing() -> None:
    rows = [
        ["Employee name", "Employee ID", "Consent Status", "Use"],
        ["Tom Teach", "E1", "Approved", "Website"],
        ["Ann Poe", "E2", "Approved", "Intranet portal"],
    ]
    found, _ = imported(csv_bytes(rows), "k.csv")
    assert list(told(found).values()) == [["grant School website"], ["unreadable all"]]
