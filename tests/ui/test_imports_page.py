"""An import that should not have been: undone right after it, or later from the list of imports."""

from __future__ import annotations

import pytest
from office import SHEET, Office
from test_import_offers import bring

from consentry.services import roster, roster_import
from consentry.services.roster_import import ImportChoices, ImportResult
from consentry.ui.pages.roster import RosterPage
from consentry_policy.people import Role


@pytest.fixture
def page(office: Office) -> RosterPage:
    office.list_channel()
    return office.show(RosterPage(office.context))


def bring_in(office: Office, text: str = SHEET) -> ImportResult:
    """An import without the window."""
    choices = ImportChoices("cabinet 3", None)
    result = roster_import.commit(
        office.session, roster_import.plan(office.session, office.sheet(text), choices).run()
    )
    office.settle()
    return result


def begin(office: Office, page: RosterPage) -> None:
    """From the empty roster to the import page."""
    button = page.list.empty.button
    assert button is not None
    office.click(button)


def rows(page: RosterPage) -> list[list[str]]:
    model = page.imports_page.model
    return [[str(model.data(model.index(r, c))) for c in range(1, 7)] for r in range(model.rowCount())]


def test_an_import_is_undone_right_after_it(office: Office, page: RosterPage) -> None:
    begin(office, page)
    bring(office, page.import_page, SHEET)
    office.click(page.import_page.preview.commit_button)
    done = page.import_page.done
    assert len(roster.people(office.session)) == 4
    office.click(done.undo_button)
    assert roster.people(office.session) == []
    assert "undone" in done.text.text()
    assert not done.undo_button.isVisible()
    assert not done.portraits_button.isVisible()
    office.click(done.roster_button)
    assert page.list.empty.isVisible()


def test_an_import_others_lean_on_stays_and_says_why(office: Office, page: RosterPage) -> None:
    begin(office, page)
    bring(office, page.import_page, SHEET)
    office.click(page.import_page.preview.commit_button)
    somebody = roster.people(office.session)[0]
    roster.protect(office.session, somebody.id, "court order")
    office.click(page.import_page.done.undo_button)
    assert "cannot be undone as a whole" in page.import_page.message.text
    assert len(roster.people(office.session)) == 4
    assert page.import_page.done.undo_button.isEnabled()


def test_the_list_of_imports_undoes_one_after_saying_what_that_does(office: Office, page: RosterPage) -> None:
    roster.add_person(office.session, "2001", "Thorn", "Uma", frozenset({Role.STUDENT}))
    bring_in(office)
    bring_in(office, SHEET.replace("Petra,7,7B", "Petra,8,8A"))
    office.click(page.list.imports_button)
    imports = page.imports_page
    assert [row[1:3] for row in rows(page)] == [["0", "1"], ["4", "0"]], "newest first"
    assert not imports.undo_button.isEnabled()
    imports.table.selectRow(0)
    office.click(imports.undo_button)
    assert "what it changed (people: 1)" in imports.message.text
    assert {p.homeroom for p in roster.people(office.session, "Quist")} == {"8A"}, "nothing is done before the yes"
    office.click(imports.message.action)
    assert {p.homeroom for p in roster.people(office.session, "Quist")} == {"7B"}
    assert "undone on" in rows(page)[0][5]
    assert rows(page)[1][5] == "stands"
    imports.table.selectRow(0)
    assert not imports.undo_button.isEnabled(), "an import is undone once"


def test_without_imports_the_list_says_so_and_leads_back(office: Office, page: RosterPage) -> None:
    roster.add_person(office.session, "2001", "Thorn", "Uma", frozenset({Role.STUDENT}))
    office.settle()
    office.click(page.list.imports_button)
    assert page.imports_page.empty.isVisible()
    office.click(page.imports_page.back_button)
    assert page.list.isVisible()
