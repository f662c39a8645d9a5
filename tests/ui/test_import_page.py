"""The guided import: a sheet becomes a roster in four steps, and nothing is written before the last."""

from __future__ import annotations

import pytest
from office import SHEET, Office, choose
from PySide6.QtWidgets import QLabel, QTableView

from consentry.services import roster
from consentry.ui.pages.import_page import ImportPage
from consentry_intake.sheets import Meaning, Polarity
from consentry_policy.facts import ConsentState


@pytest.fixture
def page(office: Office) -> ImportPage:
    office.list_channel()
    page = office.show(ImportPage(office.context))
    page.begin()
    office.settle()
    return page


def read_sheet(office: Office, page: ImportPage, text: str = SHEET) -> None:
    """The first step, filled in and left."""
    office.type(page.source.file.line, str(office.sheet(text)))
    office.type(page.source.evidence, "cabinet 3")
    office.click(page.source.next_button)


def to_preview(office: Office, page: ImportPage) -> None:
    for box in page.columns.answers.values():
        if box.currentData() is None:
            box.setCurrentIndex(box.count() - 1)
    office.click(page.columns.next_button)


def states(office: Office) -> dict[str, ConsentState]:
    return {p.full_name: p.states["Instagram"] for p in roster.people(office.session)}


def tab_titles(page: ImportPage) -> list[str]:
    return [page.preview.tabs.tabText(at) for at in range(page.preview.tabs.count())]


def test_a_sheet_becomes_a_roster(office: Office, page: ImportPage) -> None:
    assert "Step 1 of 4" in page.where.text()
    read_sheet(office, page)
    assert page.columns.isVisible()
    to_preview(office, page)
    assert page.preview.isVisible()
    assert "4 new, 0 changed" in page.preview.summary.text()
    assert roster.people(office.session) == [], "a preview writes nothing"
    office.click(page.preview.commit_button)
    assert page.done.isVisible()
    assert "4 people added" in page.done.text.text()
    assert states(office) == {
        "Jonas Castillo": ConsentState.GRANTED,
        "Petra Quist": ConsentState.REFUSED,
        "Ada Rosen": ConsentState.NOT_ANSWERED,
        "Otto Sand": ConsentState.GRANTED,
    }


def test_the_first_step_asks_for_what_is_missing(office: Office, page: ImportPage) -> None:
    source = page.source
    office.click(source.next_button)
    assert "Choose the sheet" in source.message.text
    office.type(source.file.line, str(office.sheet()))
    office.click(source.next_button)
    assert "signed originals" in source.message.text
    assert source.evidence.hasFocus()
    office.type(source.evidence, "cabinet 3")
    office.click(source.all_channels)
    office.click(source.next_button)
    assert "at least one channel" in source.message.text
    office.click(source.boxes["Instagram"])
    office.click(source.next_button)
    assert page.columns.isVisible()


def test_a_file_that_is_no_sheet_is_told_and_nothing_is_lost(office: Office, page: ImportPage) -> None:
    broken = office.folder / "answers.xlsx"
    broken.write_bytes(b"\xff\xd8\xff not a sheet")
    office.type(page.source.file.line, str(broken))
    office.type(page.source.evidence, "cabinet 3")
    office.click(page.source.next_button)
    assert page.source.isVisible()
    assert page.message.property("tone") == "trouble"
    assert page.source.evidence.text() == "cabinet 3"
    assert page.source.next_button.isEnabled()
    office.type(page.source.file.line, str(office.sheet()))
    office.click(page.source.next_button)
    assert page.columns.isVisible()
    assert page.message.text == ""


def test_the_columns_step_shows_examples_and_what_each_column_means(office: Office, page: ImportPage) -> None:
    read_sheet(office, page)
    said = "\n".join(label.text() for label in page.columns.findChildren(QLabel))
    for word in ("Photo Permission", "Castillo", "Yes"):
        assert word in said
    assert page.columns.meanings["Student Number"].currentData() == Meaning.NUMBER
    assert page.columns.meanings["Photo Permission"].currentData() == Meaning.CONSENT


def test_a_column_that_is_not_mapped_never_becomes_a_yes(office: Office, page: ImportPage) -> None:
    read_sheet(office, page)
    choose(page.columns.meanings["Photo Permission"], Meaning.IGNORE)
    to_preview(office, page)
    office.click(page.preview.commit_button)
    assert set(states(office).values()) == {ConsentState.NOT_ANSWERED}


def test_a_column_the_clerk_maps_by_hand_is_read_the_way_they_say(office: Office, page: ImportPage) -> None:
    text = SHEET.replace("Photo Permission", "Field 7")
    read_sheet(office, page, text)
    way = page.columns.polarities["Field 7"]
    assert not way.isVisible()
    choose(page.columns.meanings["Field 7"], Meaning.CONSENT)
    assert way.isVisible()
    choose(way, Polarity.PERMISSION)
    to_preview(office, page)
    office.click(page.preview.commit_button)
    assert states(office)["Petra Quist"] is ConsentState.REFUSED


def test_a_value_nobody_can_read_is_asked_and_never_taken_for_a_yes(office: Office, page: ImportPage) -> None:
    read_sheet(office, page, SHEET.replace("1004,Sand,Otto,8,8C,Yes", "1004,Sand,Otto,8,8C,perhaps"))
    asked = [box.accessibleName() for box in page.columns.answers.values()]
    assert any("perhaps" in question for question in asked)
    to_preview(office, page)
    office.click(page.preview.commit_button)
    assert states(office)["Otto Sand"] is ConsentState.NOT_ANSWERED


def test_which_way_a_yes_points_must_be_answered_before_the_preview(office: Office, page: ImportPage) -> None:
    read_sheet(office, page, SHEET.replace("Photo Permission", "Photo"))
    office.click(page.columns.next_button)
    assert page.columns.isVisible()
    assert "Answer this first" in page.columns.message.text
    choose(page.columns.answers["polarity:photo"], "opt-out")
    office.click(page.columns.next_button)
    while page.columns.isVisible():  # an answer can raise another question
        to_preview(office, page)
    office.click(page.preview.commit_button)
    assert states(office)["Jonas Castillo"] is ConsentState.REFUSED


def test_the_preview_tells_old_from_new(office: Office, page: ImportPage) -> None:
    for text in (SHEET, SHEET):
        page.begin()
        office.settle()
        read_sheet(office, page, text)
        to_preview(office, page)
        if page.preview.commit_button.isEnabled():
            office.click(page.preview.commit_button)
    assert "0 new, 0 changed, 4 unchanged" in page.preview.summary.text()
    assert not page.preview.commit_button.isEnabled()
    page.begin()
    office.settle()
    read_sheet(office, page, SHEET.replace("Petra,7,7B,No", "Petra,8,8A,No") + "1005,Thorn,Uma,8,8C,No\n")
    to_preview(office, page)
    assert "1 new, 1 changed, 3 unchanged" in page.preview.summary.text()
    changed = page.preview.tabs.widget(2)
    assert isinstance(changed, QTableView)
    what = changed.model().data(changed.model().index(0, 2))
    assert "7 → 8" in what
    assert "7B → 8A" in what


def test_a_row_with_a_problem_is_listed_with_what_to_do(office: Office, page: ImportPage) -> None:
    read_sheet(office, page, SHEET + "1001,Another,Person,6,6A,Yes\n")
    to_preview(office, page)
    assert tab_titles(page)[0] == "Problems (2)"
    problems = page.preview.tabs.widget(0)
    assert isinstance(problems, QTableView)
    where, reason = (problems.model().data(problems.model().index(0, at)) for at in (0, 1))
    assert "2" in where
    assert "Two rows have this number" in reason
    office.click(page.preview.commit_button)
    assert "Jonas Castillo" not in states(office), "which of the two rows is right is not ours to guess"


def test_going_back_keeps_what_was_filled_in(office: Office, page: ImportPage) -> None:
    read_sheet(office, page)
    to_preview(office, page)
    office.click(page.preview.back_button)
    assert page.columns.isVisible()
    office.click(page.columns.back_button)
    assert page.source.isVisible()
    assert page.source.evidence.text() == "cabinet 3"


def test_without_a_channel_the_page_says_that_a_yes_would_cover_nothing(office: Office) -> None:
    page = office.show(ImportPage(office.context))
    page.begin()
    office.settle()
    assert "add channels first" in page.source.message.text
