"""The window with sheets as schools really have them: what it asks, what it shows, who then stands where."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from office import Office, choose
from openpyxl.styles import PatternFill

from consentry.services import roster
from consentry.ui.pages.import_page import ImportPage
from consentry_policy.channels import ChannelKind


@pytest.fixture
def page(office: Office) -> ImportPage:
    office.list_channel()
    office.list_channel("School site", ChannelKind.WEBSITE)
    office.list_channel("The yearbook", ChannelKind.YEARBOOK)
    return office.show(ImportPage(office.context))


def read(office: Office, page: ImportPage, sheet: Path | str, kind: str = "student") -> None:
    """The first step, filled in and left."""
    page.begin()
    office.settle()
    office.type(page.source.file.line, str(office.sheet(sheet) if isinstance(sheet, str) else sheet))
    choose(page.source.kind, kind)
    office.type(page.source.evidence, "cabinet 3")
    office.click(page.source.next_button)


def on(office: Office, page: ImportPage, **answers: str) -> None:
    """Answer by the words a question's id ends with, go to the preview and import."""
    for ending, answer in answers.items():
        key = next(key for key in page.columns.answers if key.endswith(ending))
        choose(page.columns.answers[key], answer)
    office.click(page.columns.next_button)
    assert page.preview.isVisible(), page.columns.message.text
    office.click(page.preview.commit_button)
    assert page.done.isVisible()


def states(office: Office, channel: str = "Instagram") -> dict[str, str]:
    return {p.number or p.full_name: p.states[channel].value for p in roster.people(office.session)}


JPAMS = """School,Last Name,First Name,SIDNO,Gd,Vid,Eval,Lev,Inv,Int,Pub,Emr
01,Ash,Al,900001,09,Yes,No,No,No,Yes,No,Yes
01,Birch,Bo,900002,10,No,Yes,No,No,Yes,Yes,Yes
01,Cedar,Cy,900003,10,Yes,Yes,No,No,Yes,Yes,Yes
"""


def test_two_polarities_in_one_sheet_are_asked_apart(office: Office, page: ImportPage) -> None:
    read(office, page, JPAMS)
    required = [key for key, box in page.columns.answers.items() if box.currentData() is None]
    assert required == ["column:vid", "column:pub"]
    on(office, page, vid="permission", pub="opt-out")
    assert states(office) == {"900001": "granted", "900002": "refused", "900003": "refused"}


# A day that has not come counts as today, so that no yes of the form has lapsed when this runs.
FORM = """Timestamp,Student First Name,Student Last Name,Grade,Do you give permission for the yearbook?,\
Parent/Guardian Name
9/14/2099 8:00,Ann,Ash,3,"No, I do NOT give permission",Pat Ash
9/13/2099 8:00,Bo,Birch,4,"Yes, I give permission",May Birch
9/15/2099 8:00,Bo,Birch,4,"No, I do NOT give permission",Dan Birch
"""


def test_form_answers_of_two_guardians_disagree_for_their_channel_alone(office: Office, page: ImportPage) -> None:
    read(office, page, FORM)
    on(office, page)
    assert states(office, "The yearbook")["Bo Birch"] == "conflict"
    assert set(states(office).values()) == {"not answered"}


def test_staff_answer_for_themselves(office: Office, page: ImportPage) -> None:
    sheet = "Employee name,Employee ID,Consent Status,Use\nTom Teach,E1,Approved,Website\nDee Dill,E2,Pending,\n"
    read(office, page, sheet, "co-worker")
    on(office, page)
    assert states(office, "School site") == {"E1": "granted", "E2": "not answered"}
    assert states(office)["E1"] == "not answered"


def test_a_colour_is_asked_and_holds_a_yes_until_it_is_said(office: Office, page: ImportPage) -> None:
    book = openpyxl.Workbook()
    lines: list[list[Any]] = [["Student Number", "Last Name", "First Name", "Photo Permission"]]
    lines += [[f"10{n}", f"Name{n}", "Al", "Yes"] for n in range(6)]
    for line in lines:
        book.active.append(line)
    book.active["D3"].fill = PatternFill("solid", fgColor="FFFF0000")
    book.save(office.folder / "colours.xlsx")
    read(office, page, office.folder / "colours.xlsx")
    assert "a .csv of this sheet would lose them" in page.columns.message.text
    assert page.columns.answers["colour:ff0000"].currentData() == "hold"
    on(office, page, ff0000="refusal")
    assert [state for state in states(office).values() if state != "granted"] == ["refused"]


SIMPLE = "Student Number,Last Name,First Name,Photo\n1,Ash,Al,Yes\n2,Birch,Bo,No\n"


def test_the_next_sheet_follows_the_last_recipe_and_says_what_differs(office: Office, page: ImportPage) -> None:
    read(office, page, SIMPLE)
    assert not page.columns.again_button.isVisible()
    on(office, page, photo="opt-out")
    read(office, page, SIMPLE.replace("Yes", "ask his aunt") + "3,Cole,Cy,Yes\n")
    assert page.columns.answers == {}
    assert "recipe was used again" in page.columns.message.text
    assert "holds a value that the recipe does not map" in page.columns.message.text
    on(office, page)
    assert states(office) == {"1": "refused", "2": "not answered", "3": "refused"}


def test_everything_can_be_asked_again(office: Office, page: ImportPage) -> None:
    read(office, page, SIMPLE)
    on(office, page, photo="opt-out")
    read(office, page, SIMPLE + "3,Cole,Cy,Yes\n")
    office.click(page.columns.again_button)
    assert page.columns.isVisible()
    assert "polarity:photo" in page.columns.answers
    assert not page.columns.again_button.isVisible()
    on(office, page, photo="permission")
    assert states(office)["3"] == "granted"
