"""A row the roster may know under another number: the preview asks who it is, and plans again."""

from __future__ import annotations

import pytest
from office import SHEET, Office, choose

from consentry.services import roster
from consentry.ui.pages.import_page import ImportPage

HEAD = SHEET.splitlines()[0]
ZEROS = f"{HEAD}\n01001,Castillo,Jonas,6,6A,No\n01004,Sand,Otto,8,8C,No\n"


@pytest.fixture
def page(office: Office) -> ImportPage:
    """The page with a roster behind it and a second sheet, whose numbers have grown a zero, in the preview."""
    office.list_channel()
    page = office.show(ImportPage(office.context))
    bring(office, page, SHEET)
    office.click(page.preview.commit_button)
    bring(office, page, ZEROS)
    return page


def bring(office: Office, page: ImportPage, text: str) -> None:
    """From the first step to the preview."""
    page.begin()
    office.settle()
    office.type(page.source.file.line, str(office.sheet(text)))
    office.type(page.source.evidence, "cabinet 3")
    office.click(page.source.next_button)
    if page.columns.isVisible():
        for box in page.columns.answers.values():
            if box.currentData() is None:
                box.setCurrentIndex(box.count() - 1)
        office.click(page.columns.next_button)
    assert page.preview.isVisible()


def names(office: Office) -> list[str]:
    return sorted(f"{p.number} {p.full_name}" for p in roster.people(office.session))


def test_the_preview_asks_about_the_first_row_in_doubt(page: ImportPage) -> None:
    offers = page.preview.offers
    assert offers.isVisible()
    assert "row 2" in offers.title.text()
    assert "Jonas Castillo" in offers.title.text()
    assert "number 1001" in offers.people.currentText()
    assert "0 new, 0 changed" in page.preview.summary.text()
    assert "who the rows in doubt are" in page.preview.message.text


def test_rows_that_were_told_are_planned_again_and_imported(office: Office, page: ImportPage) -> None:
    before, offers = len(names(office)), page.preview.offers
    office.click(offers.same_button)
    assert "Otto Sand" in offers.title.text(), "the next row in doubt comes by itself"
    office.click(offers.same_button)
    assert "0 new, 2 changed" in page.preview.summary.text()
    assert not offers.isVisible()
    office.click(page.preview.commit_button)
    assert len(names(office)) == before
    assert "01001 Jonas Castillo" in names(office)


def test_nothing_is_imported_while_what_was_said_is_not_in_the_preview(office: Office, page: ImportPage) -> None:
    bring(office, page, ZEROS + "1007,Thorn,Uma,8,8C,No\n")
    assert page.preview.commit_button.isEnabled(), "rows in doubt may be left out"
    office.click(page.preview.offers.same_button)
    assert not page.preview.commit_button.isEnabled()
    office.click(page.preview.offers.apply_button)
    assert page.preview.commit_button.isEnabled()


def test_a_new_person_is_added_beside_the_one_who_was_offered(office: Office, page: ImportPage) -> None:
    office.click(page.preview.offers.same_button)
    office.click(page.preview.offers.new_button)
    assert "1 new, 1 changed" in page.preview.summary.text()
    office.click(page.preview.commit_button)
    assert {"1004 Otto Sand", "01004 Otto Sand"} <= set(names(office))


def test_some_choices_can_be_applied_and_the_rest_stays_in_doubt(office: Office, page: ImportPage) -> None:
    offers = page.preview.offers
    office.click(offers.same_button)
    office.click(offers.apply_button)
    assert "0 new, 1 changed" in page.preview.summary.text()
    assert "Otto Sand" in offers.title.text()
    office.click(offers.new_button)
    assert "1 new, 1 changed" in page.preview.summary.text(), "what was said before still holds"


def test_whom_a_row_is_about_is_forgotten_with_another_sheet(office: Office, page: ImportPage) -> None:
    office.click(page.preview.offers.same_button)
    office.click(page.preview.offers.apply_button)
    bring(office, page, f"{HEAD}\n1002,Quist,Petra,7,7B,Yes\n")
    assert "0 new, 1 changed" in page.preview.summary.text()


def test_one_of_several_can_be_picked(office: Office) -> None:
    office.list_channel()
    page = office.show(ImportPage(office.context))
    bring(office, page, f"{HEAD}\n1001,Castillo,Jonas,6,6A,Yes\n1009,Castillo,Jonas,8,8B,Yes\n")
    office.click(page.preview.commit_button)
    bring(office, page, "Last Name,First Name,Grade,Homeroom,Photo Permission\nCastillo,Jonas,,,No\n")
    ids = {p.number: p.id for p in roster.people(office.session)}
    choose(page.preview.offers.people, ids["1009"])
    office.click(page.preview.offers.same_button)
    office.click(page.preview.commit_button)
    states = {p.number: p.states["Instagram"].value for p in roster.people(office.session)}
    assert states == {"1001": "granted", "1009": "refused"}


def test_a_new_person_is_not_on_offer_where_the_number_is_taken(office: Office, page: ImportPage) -> None:
    bring(office, page, f"{HEAD}\n1002,Zander,Kim,7,7B,Yes\n01004,Sand,Otto,8,8C,No\n")
    offers = page.preview.offers
    assert "Kim Zander" in offers.title.text()
    assert not offers.new_button.isVisible()
    office.click(offers.same_button)
    assert "Otto Sand" in offers.title.text()
    assert offers.new_button.isVisible()
