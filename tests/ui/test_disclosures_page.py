"""The register of staff disclosures on the screen: added, confirmed for another year, ended, saved."""

from __future__ import annotations

from datetime import timedelta

import pytest
from office import Office
from PySide6.QtCore import QDate

from consentry.services import disclosing
from consentry.ui.pages.disclosures import DisclosuresPage
from consentry.ui.pages.events import EventsPage


@pytest.fixture
def face(office: Office) -> DisclosuresPage:
    page = office.show(EventsPage(office.context))
    office.click(page.lists.disclosures_button)
    return page.disclosures


def test_what_is_disclosed_is_due_again_after_a_year_and_confirmed(office: Office, face: DisclosuresPage) -> None:
    session = office.session
    assert face.faces.currentIndex() == 1
    office.click(face.add_button)
    assert "give both" in face.message.text
    office.type(face.who, "Coach Example")
    office.type(face.network, "Track team, group chat")
    two_years_ago = session.today - timedelta(days=730)
    face.day.setDate(QDate(two_years_ago.year, two_years_ago.month, two_years_ago.day))
    office.click(face.add_button)
    assert face.who.text() == ""
    assert [v.who for v in face.model.rows] == ["Coach Example"]
    assert face.due.text().startswith("1 ")
    assert face._ink(face.model.rows[0]) == "blocked"
    face.table.selectRow(0)
    office.click(face.confirm_button)
    assert [v.disclosed_on for v in face.model.rows] == [session.today]
    assert face.due.text().startswith("No disclosure")
    assert disclosing.due(session) == []
    assert len(disclosing.due(session, within_days=366)) == 1


def test_ending_asks_once_and_nothing_is_due_again(office: Office, face: DisclosuresPage) -> None:
    session = office.session
    disclosing.add(session, "Coach Example", "Track team", session.today - timedelta(days=400))
    office.settle()
    face.table.selectRow(0)
    office.click(face.end_button)
    assert len(disclosing.due(session)) == 1, "one click alone ends nothing"
    office.click(face.message.action)
    assert disclosing.due(session) == []
    assert face.model.rows[0].due is None
    assert not face.confirm_button.isEnabled()
    assert not face.end_button.isEnabled()


def test_the_register_of_disclosures_is_saved(office: Office, face: DisclosuresPage) -> None:
    from consentry.ui.pages.report_file import save_report

    disclosing.add(office.session, "Coach Example", "Track team")
    for ending, begins in ((".xlsx", b"PK"), (".pdf", b"%PDF")):
        target = office.folder / f"disclosures{ending}"
        save_report(face, "disclosures", target)
        office.settle()
        assert target.read_bytes().startswith(begins), face.message.text
