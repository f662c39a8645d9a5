"""What school systems export, shapes A to K of the design page, and what must follow from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from consentry_policy.channels import ChannelKind

LISTED = {
    "Facebook": ChannelKind.SOCIAL,
    "School site": ChannelKind.WEBSITE,
    "Local paper": ChannelKind.PRESS,
    "The yearbook": ChannelKind.YEARBOOK,
    "Newsletter": ChannelKind.PRINT,
}
Rows = list[list[Any]]
States = dict[str, str]


def every(state: str, **other: str) -> States:
    """One state on each channel, but for some: ``site``, ``paper``, ``book``, ``news``, ``social``."""
    names = dict(zip(("social", "site", "paper", "book", "news"), LISTED, strict=True))
    return dict.fromkeys(LISTED, state) | {names[key]: value for key, value in other.items()}


@dataclass(frozen=True)
class Shape:
    """A sheet; what is asked and answered; who then stands where (people without a number are counted by name);
    which cells are problems, and whether the rest of their row is taken.
    """

    rows: Rows
    people: dict[str, States]
    answers: dict[str, str] = field(default_factory=dict)
    optional: dict[str, str] = field(default_factory=dict)
    problems: list[tuple[str, bool]] = field(default_factory=list)
    kind: str = "student"
    more: dict[str, Rows] = field(default_factory=dict)
    name: str = "sheet.csv"


YES, NO, OPEN = every("granted"), every("refused"), every("not answered")
_SENTENCES = ("Yes, I give permission", "No, I do NOT give permission")
_FORM = [
    "Timestamp", "Email Address", "Student First Name", "Student Last Name", "Grade", "Teacher",
    "Do you give permission for your child's photo on the school website/social media?",
    "Do you give permission for your child to be photographed by the news media?",
    "Do you give permission for your child's photo in the yearbook?", "Parent/Guardian Name", "Signature",
]  # fmt: skip

SHAPES: dict[str, Shape] = {
    "A PowerSchool, positive flag": Shape(
        [
            ["Student_Number", "LastFirst", "Grade_Level", "SchoolID", "Home_Room", "Permission to Publish"],
            ["00101", "Baker, Ann", "3", "12", "R1", "Yes"],
            ["00102", "Baker Jr., Ben", "4", "12", "R2", "No"],
            ["00103", "Cole, Cy", "0", "12", "R2", ""],
        ],
        {"00101": YES, "00102": NO, "00103": OPEN},
    ),
    "B PowerSchool, inverted flag": Shape(
        [
            ["student_number", "last_name", "first_name", "grade_level", "Media Opt Out"],
            ["1", "Ash", "Al", "9", "1"],
            ["2", "Birch", "Bo", "9", "0"],
            ["3", "Cedar", "Cy", "9", ""],
            ["4", "Dill", "Di", "9", "X"],
            ["5", "Elm", "Ed", "9", "No Photo"],
        ],
        {"1": NO, "2": OPEN, "3": OPEN, "4": NO, "5": NO},
    ),
    "B with signed forms behind it": Shape(
        [
            ["student_number", "last_name", "first_name", "Media Opt Out"],
            ["1", "Ash", "Al", "1"],
            ["2", "Birch", "Bo", "0"],
            ["3", "Cedar", "Cy", ""],
        ],
        {"1": NO, "2": YES, "3": OPEN},
        optional={"signed forms:media opt out": "yes"},
    ),
    "C Synergy": Shape(
        [
            ["Perm ID", "Last Name", "First Name", "Grade", "Directory Information Release"],
            ["1", "Ash", "Al", "9", "No, Directory Release Denied"],
            ["2", "Birch", "Bo", "9", "Yes, Directory Release Permitted"],
            ["3", "Cedar", "Cy", "9", ""],
        ],
        {"1": NO, "2": YES, "3": OPEN},
        {"column:directory information release": "permission"},
    ),
    "C left out": Shape(
        [
            ["Perm ID", "Last Name", "First Name", "Grade", "Directory Information Release"],
            ["1", "Ash", "Al", "9", "Yes, Directory Release Permitted"],
        ],
        {"1": OPEN},
        {"column:directory information release": "ignore"},
    ),
    "D Skyward": Shape(
        [
            ["", "", "", "Allow Publication of Student's Name for:", "", "", ""],
            ["Student ID", "Last Name", "First Name", "Military", "Higher Ed", "Public", "KRL Library"],
            ["1", "Ash", "Al", "Yes", "Yes", "No", "Yes"],
            ["2", "Birch", "Bo", "No", "No", "Yes", "No"],
            ["3", "Cedar", "Cy", "Yes", "Yes", "", "Yes"],
        ],
        {"1": NO, "2": YES, "3": OPEN},
        {"column:allow publication of students name for public": "permission"},
    ),
    "E JPAMS": Shape(
        [
            ["School", "Last Name", "First Name", "SIDNO", "Gd", "Vid", "Eval", "Lev", "Inv", "Int", "Pub", "Emr"],
            ["01", "Ash", "Al", "900001", "09", "Yes", "No", "No", "No", "Yes", "No", "Yes"],
            ["01", "Birch", "Bo", "900002", "10", "No", "Yes", "No", "No", "Yes", "Yes", "Yes"],
            ["01", "Cedar", "Cy", "900003", "10", "Yes", "Yes", "No", "No", "Yes", "Yes", "Yes"],
        ],
        {"900001": YES, "900002": NO, "900003": NO},
        {"column:vid": "permission", "column:pub": "opt-out"},
    ),
    "F Infinite Campus": Shape(
        [
            [
                "Student Number",
                "Last Name",
                "First Name",
                "Grade",
                "Flag",
                "Start Date",
                "End Date",
                "User Warning",
            ],
            ["1", "Ash", "Al", "9", "No Media", "2025-08-20", "", "parent called"],
            ["1", "Ash", "Al", "9", "Bus Rider", "2025-08-20", "", ""],
            ["2", "Birch", "Bo", "9", "Peanut Allergy", "2025-08-20", "2026-06-01", ""],
            ["3", "Cedar", "Cy", "9", "Foster Care", "2025-08-20", "", ""],
        ],
        {"1": NO, "2": OPEN, "3": OPEN},
    ),
    "G Vidigami": Shape(
        [
            ["Preferred Name", "First Name", "Last Name", "Email", "User Type", "Host ID", "Grad Year", "Opt-Out"],
            ["Annie", "Ann", "Ash", "", "Student", "1", "2031", ""],
            ["", "Bo", "Birch", "", "Student", "2", "2032", "TRUE"],
            ["", "Pat", "Ash", "pat@mail.example", "Parent", "91", "", ""],
            ["", "Tom", "Teach", "tom@school.example", "Faculty", "55", "", ""],
        ],
        {"1": OPEN, "2": NO, "55": OPEN},
        more={"RelationshipsList": [["Host ID Student", "Host ID Parent"], ["1", "91"], ["2", "92"]]},
        name="vidigami.xlsx",
    ),
    "H Google form": Shape(
        [
            _FORM,
            [
                "9/3/2025 8:12",
                "p@x.example",
                "Ann",
                "Ash",
                "3",
                "Poe",
                *_SENTENCES[1:] * 2,
                _SENTENCES[0],
                "Pat",
                "P",
            ],
            ["9/14/2025 19:02", "p@x.example", "Ann", "ash ", "3", "Poe", *_SENTENCES, _SENTENCES[0], "Pat", "P"],
            ["9/4/2025 7:00", "m@x.example", "Bo", "Birch", "4", "Kay", *_SENTENCES[:1] * 3, "May Birch", "MB"],
            [
                "9/5/2025 7:00",
                "d@x.example",
                "Bo",
                "Birch",
                "4",
                "Kay",
                _SENTENCES[1],
                *_SENTENCES[:1] * 2,
                "Dan",
                "D",
            ],
        ],
        {
            "no number 2": every("granted", paper="refused", news="not answered"),
            "no number 1": every("conflict", paper="granted", book="granted", news="not answered"),
        },
    ),
    "I boxes per channel": Shape(
        [
            ["ID", "Surname", "Forename", "Web", "Promotional material", "School publications"],
            ["1", "Ash", "Al", "✓", "", "✓"],
            ["2", "Birch", "Bo", "Yes", "No", "Yes"],
        ],
        {
            "1": every("not answered", site="granted", news="granted"),
            "2": every("not answered", site="granted", news="refused"),
        },
        {
            "polarity:web": "permission",
            "polarity:promotional material": "permission",
            "polarity:school publications": "permission",
        },
    ),
    "I outlets of any name": Shape(
        [
            ["Student ID", "Last Name", "First Name", "PTA Facebook page|report", "Spirit week slideshow|report"],
            ["1", "Ash", "Al", "Yes", "Yes"],
            ["2", "Birch", "Bo", "No", "Yes"],
        ],
        {"1": every("not answered", social="granted"), "2": every("not answered", social="refused")},
        {"polarity:pta facebook page report": "permission"},
    ),
    "J Juniper": Shape(
        [
            ["Adm No", "Surname", "Forename", "Year Group", "Consent Type", "State", "Informed By"],
            ["1", "Ash", "Al", "Year 3", "Photograph on website", "Granted", "Pat Ash"],
            ["1", "Ash", "Al", "Year 3", "Photograph in newspaper", "Not Granted", "Pat Ash"],
            ["1", "Ash", "Al", "Year 3", "Local visits", "Granted", "Pat Ash"],
            ["2", "Birch", "Bo", "Year 4", "Photograph on website", "Requested", ""],
        ],
        {"1": every("not answered", site="granted", paper="refused"), "2": OPEN},
    ),
    "J SIMS": Shape(
        [
            ["Admission Number", "Surname", "Forename", "Reg Group", "Photograph Student"],
            ["0007", "Ash", "Al", "3B", "✓"],
            ["0008", "Birch", "Bo", "3B", ""],
        ],
        {"0007": YES, "0008": OPEN},
        {"polarity:photograph student": "permission"},
    ),
    "K staff": Shape(
        [
            ["Employee name", "Employee ID", "Consent Status", "Use"],
            ["Tom Teach", "E1", "Approved", "Social Media; Website"],
            ["Ann van der Berg", "E2", "Pending", "Website"],
            ["Cole, Cy", "E3", "Withdrawn", "Social Media; Website; Internal"],
            ["Dee Dill", "E4", "Approved", ""],
        ],
        {
            "E1": every("not answered", social="granted", site="granted"),
            "E2": OPEN,
            "E3": every("not answered", social="withdrawn", site="withdrawn"),
            "E4": OPEN,
        },
        kind="co-worker",
    ),
}
